# Commands found by name: functions, variables, case, type and unset.
cmd_add() { echo $(($1 + $2)); }
cmd_join() { IFS=$1; shift; echo "$*"; unset IFS; }
cmd_help() {
	for name in add join help; do
		command -v "cmd_$name" >/dev/null && echo "  $name"
	done
}
run() {
	name=cmd_$1
	if ! command -v "$name" >/dev/null; then
		echo "no such command: $1"
		return 127
	fi
	shift
	"$name" "$@"
}
run help
run add 3 4
run join - a b 'c d'
run nothing; echo $?
cmd_add() { echo "redefined: $*"; }
run add 3 4
unset -f cmd_add
run add 3 4 || echo "gone: $?"
cmd_late() {
	cmd_late() { echo second; }
	echo first
}
run late
run late
ls() { echo "my ls $*"; }
ls here
command -v ls
unset -f ls
cd() { command cd "$@" && echo "now in ${PWD##*/}"; }
mkdir sub
cd sub
cd ..>/dev/null
unset -f cd
cd sub && echo quiet
