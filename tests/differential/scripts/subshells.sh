# What a subshell takes along and what it cannot change.
x=1
cd /
(x=2; cd /usr; set -f; trap 'echo inner' EXIT; umask 0; alias q=w; f() { :; }; exit 3)
echo "$? $x $PWD"
case $- in *f*) echo 'f leaked' ;; esac
command -v f q || echo 'none leaked'
(echo $x; (x=3; (echo $x; x=4); echo $x); echo $x)
y=$(x=5; echo $x; exit 2); echo "$? $y $x"
echo a | x=6; echo $x
echo 7 | read -r x; echo "x after a pipe: done"
x=1
{ x=8; } ; echo $x
{ x=9; } & wait; echo $x
set -- a b
(shift; echo $#; set -- 1 2 3; echo $#); echo $#
pid=$$
(echo $(($$ == pid)))
(exit) ; echo $?
false; (exit); echo $?
for i in 1 2; do (exit $i) && echo no || echo "or $?"; done
echo $(echo one; (echo two); { echo three; }) $(cat <<E
four
E
)
(((echo nested) | cat) | cat)
( (echo apart) )
z=$( (echo paren) ); echo "$z"
eval '(x=10; echo $x)'; echo $x
exec 3>&1
w=$( (echo to three >&3; echo to one) 2>&1 ); echo "w=$w"
exec 3>&-
