# Descriptors opened, copied, swapped and closed.
exec 3>out 4>&1
echo to three >&3
echo to four >&4
{
	echo out
	echo err >&2
} 3>&1 1>&2 2>&3 3>&- 2>swapped | cat
exec 3>&-
(echo gone >&3) 2>/dev/null || echo "three is closed"
exec 5<out
read -r line <&5
echo "read: $line"
read -r line <&5 || echo "end: [$line]"
exec 5<&-
{ echo one; echo two; echo three; } >lines
exec 6<lines
read -r a <&6
{ read -r b; read -r c; } <&6
echo "$a/$b/$c"
exec 6<&- 7<>lines
read -r a <&7
printf 'TWO\n' >&7
exec 7>&-
cat lines
for i in 1 2; do echo "loop $i"; done >loop
while read -r l; do echo "<$l>"; done <loop
f() { echo "f to $1"; } >>loop
f a
f b
cat loop
cat 8<<F <<E - /dev/fd/8
first
F
second
E
(echo a; echo b >&2) >both 2>&1
cat both
echo x >&4 4>&-
set -C
(echo no >both) 2>/dev/null || echo "kept"
echo yes >|both
cat both
