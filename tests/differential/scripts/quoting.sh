# Quotes in quotes in substitutions, told one field a line.
fields() { printf '%d:' $#; for f do printf ' <%s>' "$f"; done; echo; }
a='x y' b="it's" c='"q"' d='\' e= f='*'
fields $a "$a" '$a' \$a "\$a" "'$a'" '"'$a'"'
fields $b$c "$b$c" "$b"'$c'"$c"
fields $e "$e" ""$e '' $e$e "$e""$e" x$e
fields "$d" $d "\\" '\\' \\ "\a" "\"" '"'
fields "$f" "*" \* '*' "$(echo '*')"
fields "$(echo "$(echo "in $a")")" $(echo "$a") "`echo "\$a"`" "`echo \\"$a\\"`"
fields "${a#"x"}" ${a% *} "${e:-"$a"}" ${e:-$a} ${e:-"$a"} "${e:-'q'}" ${e:-'q r'}
fields "${a:+"$b" $c}" ${a:+"$b" $c} "${e:+no}" ${e:+no}
fields "a
b" 'c
d' e\
f "g\
h" 'i\
j'
set -- '' 'a b' c
fields $* ; fields "$*"; fields $@; fields "$@"; fields x"$@"y; fields "$@$@"
IFS=:; fields "$*"; fields $*; v=$*; fields "$v"; w='1:2::3:'; fields $w; fields "$w"
IFS=; fields "$*"; fields $*; fields $w
unset IFS; fields "$*"
IFS=' :'; w=' a : b::c '; fields $w
IFS=' 	
'
fields "$(printf 'a\n\n\n')" "$(printf '\n\nb')x" $(printf ' c \n d ')
fields ~root/x "~root" \~root | sed 's|</[^>]*root/x>|<home>|'
x=~root; [ "$x" != '~root' ] && echo expanded
x=a:~root; case $x in *'~'*) echo not ;; *) echo 'after a colon' ;; esac
fields $((1 + 2)) "$(( 3 * (2 + 1) ))" $(( $(echo 4) ))
cat <<E
$a ${a#x} "$b" \$a \\ \" $(echo "q $c") `echo w` $((1 + 1)) 'single $a'
E
cat <<'E'
$a \$a `no` "\\"
E
