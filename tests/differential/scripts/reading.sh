# Fields by read: separators, rests, backslashes, files without an end.
take() { printf '%s\n' "$1" | { IFS=$2 read -r a b c; printf '[%s][%s][%s]\n' "$a" "$b" "$c"; }; }
take 'one two three four' ' '
take '  one   two  ' ' '
take 'a:b:c:d' :
take 'a::b' :
take ':a:' :
take 'a : b : c : d ' ' :'
take 'whole line' ''
take '' ' '
take 'tab	sep ' '	'
take 'a\b\\c \' ' '
cooked() { { read a b; printf '[%s][%s]\n' "$a" "$b"; }; }
printf 'a\\ b c\n' | cooked
printf 'one\\\ntwo three\n' | cooked
printf 'x\\\\y z\n' | cooked
printf 'no newline' | { read -r line; echo "$? [$line]"; }
printf '' | { line=before; read -r line; echo "$? [$line]"; }
printf 'l1\nl2\nl3' >f
while read -r l; do echo "($l)"; done <f; echo "rest ($l)"
while read -r l || [ -n "$l" ]; do echo "($l)"; done <f
{ read -r first; cat; } <f; echo
{ read -r first; read -r second; echo "$second-$first"; } <f
n=0; while read -r _; do n=$((n + 1)); done <f; echo "$n lines"
while IFS=, read -r k v; do eval "$k=\$v"; done <<E
alpha,first, with comma
beta,"$n"
E
echo "$alpha/$beta"
exec 3<f
while read -r l <&3; do read -r answer; echo "$l: $answer"; done <<E
yes
no
E
exec 3<&-
read -r x y <<E
$(echo from substitution)
E
echo "$y $x"
