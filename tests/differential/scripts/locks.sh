# A lock by mkdir, a counter file, workers that take turns.
lock() { until mkdir lock 2>/dev/null; do :; done; }
unlock() { rmdir lock; }
echo 0 >counter
worker() {
	i=0
	while [ $i -lt 5 ]; do
		lock
		read -r n <counter
		echo $((n + 1)) >counter
		unlock
		i=$((i + 1))
	done
}
worker & a=$!
worker & b=$!
worker
wait $a $b
cat counter
[ ! -d lock ] && echo unlocked
exclusive() (
	set -C
	{ echo "$1" >owner; } 2>/dev/null || { echo "$1: taken by $(cat owner)"; exit 1; }
	echo "$1: mine"
)
exclusive first
exclusive second; echo $?
rm owner
exclusive third
umask 077
: >private
ls -l private | cut -c1-10
umask u=rwx,g=rx,o=
umask; umask -S
mkdir shared; ls -ld shared | cut -c1-10
