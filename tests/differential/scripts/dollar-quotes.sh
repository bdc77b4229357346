# New in POSIX.1-2024: dollar-single-quotes.
printf '<%s>\n' $'a\tb' $'it\'s' $'\x41\102\\' $'line\nnext' a$'b'c
x=$'two\nlines'
printf '%s\n' "$x" | wc -l | tr -d ' '
IFS=$' \t\n'
set -- $'one two' three
echo $#
case $'\e' in ?) echo one character ;; esac
case a$'*'b in a\*b) echo literal ;; esac
cat <<E
$'not here'
E
echo "$'nor here'"
