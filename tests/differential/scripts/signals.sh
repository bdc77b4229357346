# Signals to oneself: traps, their order, ignoring, resetting, subshells.
trap 'echo USR1 $?' USR1
trap 'count=$((count + 1))' USR2
count=0
kill -USR1 $$
false
kill -s USR1 $$
(exit 4) || kill -USR1 $$
i=0
while [ $i -lt 5 ]; do kill -USR2 $$; i=$((i + 1)); done
echo "counted $count"
trap | sort
trap '' USR1
kill -USR1 $$
echo ignored
sh=${SH-sh}
"$sh" -c 'kill -USR1 $$; echo "child ignores it too"'
trap - USR1
"$sh" -c 'kill -USR1 $$; echo not reached'
echo "child died: $(kill -l $?)"
f() { trap 'echo from a function' USR1; }
f
kill -USR1 $$
sub=$(trap 'echo inner' USR1; kill -USR1 "$(exec sh -c 'echo $PPID')"; echo after)
echo "$sub"
trap 'trap - TERM; echo once' TERM
kill -TERM $$
"$sh" -c 'trap "exit 9" TERM; kill -TERM $$; echo no'
echo $?
"$sh" -c 'kill -KILL $$'
[ $? -gt 128 ] && kill -l $?
"$sh" -c 'trap "echo bye; exit 3" EXIT; exit 5'; echo $?
trap 'echo end' EXIT
trap '' EXIT
trap 'echo "real end"' 0
