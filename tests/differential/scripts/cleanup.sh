# Temporary files that go whatever way the script is left.
dir=$PWD/tmpdir
attempt() (
	mkdir "$dir"
	trap 'rm -r "$dir"; echo cleaned' EXIT
	trap 'echo got TERM; exit 7' TERM
	echo data >"$dir/file"
	case $1 in
	end) ;;
	exit) exit 3 ;;
	signal) kill -TERM "$(exec sh -c 'echo $PPID')"; echo bad ;;
	errexit) set -e; false; echo bad ;;
	nested) (trap - EXIT; exit 2); echo "inner $?" ;;
	esac
	cat "$dir/file"
)
for way in end exit signal errexit nested; do
	echo "-- $way"
	attempt "$way"
	echo "status $?"
	[ ! -e "$dir" ] || echo "left behind"
done
trap 'echo last words, status $?' EXIT
trap
(trap 'echo inner' EXIT)
f() { trap 'echo replaced, status $?' EXIT; }
f
false
exit
