# Functions: arguments, return, recursion, redefinition, scope, redirections.
show() { echo "$# arguments: $*"; }
show
show a 'b c'
outer() { set -- x y z; inner "$@"; echo "still $#"; }
inner() { shift; echo "inner $*"; return 5; }
outer 1
inner a b; echo $?
early() { for i in 1 2 3; do [ $i = 2 ] && return $i; echo $i; done; echo never; }
early; echo $?
hanoi() {
	[ "$1" -eq 0 ] && return
	hanoi $(($1 - 1)) "$2" "$4" "$3"
	moves=$((moves + 1))
	hanoi $(($1 - 1)) "$4" "$3" "$2"
}
moves=0; hanoi 6 a b c; echo "$moves moves"
ackermann() {
	if [ "$1" -eq 0 ]; then echo $(($2 + 1))
	elif [ "$2" -eq 0 ]; then ackermann $(($1 - 1)) 1
	else ackermann $(($1 - 1)) "$(ackermann "$1" $(($2 - 1)))"; fi
}
ackermann 2 2
v=global
change() { v=changed; }
(change; echo "$v"); echo "$v"; change; echo "$v"
v=before
see() { echo "sees $v"; }
v=for-call see
logged() { echo to out; echo to err >&2; } >log 2>&1
logged; cat log
sub() (cd /; v=lost; exit 4)
sub; echo "$? $v ${PWD##*/work}"
if show if; then show then; fi
! inner x; echo $?
inner x || show or
empty_return() { false; return; }
empty_return; echo $?
f() { f() { echo new; }; echo old; }; f; f
case $(show 1) in *1*) echo in case ;; esac
