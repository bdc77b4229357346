# Many live jobs, with job control: to start them, and with them alive commands in
# the foreground, `jobs` and `kill %n`; at last their end, all at once.
#: sizes 100 1000 5000
#: once 5000
#: unable zsh-1000 zsh-5000
#: terminal yes
#: counts none
#: marks launch SIZE
#: marks fg 100
#: marks jobs SIZE*10
#: marks kill 300
#: marks wait SIZE
#: expect done
#: limit live SIZE
exec 4>&1 >/dev/null # what some shells say about jobs
set -m
rm -f gate released
mkfifo gate
exec 3<>gate
know_mark() {
	"$LIMIT" mark; "$LIMIT" mark; "$LIMIT" mark
}
know_mark
live=0
while [ $live -lt "$1" ]; do
	"$LIMIT" hold &
	live=$((live + 1))
done
"$LIMIT" mark launch
know_mark
i=0
while [ $i -lt 100 ]; do
	/bin/true && i=$((i + 1))
done
"$LIMIT" mark fg
for i in 1 2 3 4 5 6 7 8 9 10; do
	jobs >list
done
"$LIMIT" mark jobs
i=0
while [ $i -lt 300 ]; do
	i=$((i + 1))
	kill -0 %$((i % 100 + 1)) || exit
done
"$LIMIT" mark kill
exec 2>/dev/null # and about their end
: >released
exec 3>&-
wait
"$LIMIT" mark wait
[ "$(wc -l <list)" -eq "$1" ] && echo done >&4
