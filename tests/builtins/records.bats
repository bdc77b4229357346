# the records of the builtins: complete, sorted, with tests
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

names() {
	run_jsh -c help
	assert_success
	sed '1,/^$/d; s/ .*//' <<<"$output"
}

@test "help lists all builtins, sorted by name" {
	names=$(names)
	assert_equal "$names" "$(LC_ALL=C sort <<<"$names")"
	assert [ "$(grep -c . <<<"$names")" -ge 40 ]
}

@test "each record has a usage that begins with its name, a summary and help" {
	for name in $(names); do
		run_jsh -c 'help "$1"' jsh "$name"
		assert_success
		assert_line --index 0 --regexp '^.+: [a-z].*[^.]$'
		[[ ${lines[1]} == "usage: $name"* ]] || fail "$name: ${lines[1]}"
		[[ -n ${lines[2]} ]] || fail "$name has no help"
	done
}

@test "no line of the help is 80 characters or longer" {
	for name in $(names); do
		run_jsh -c 'help "$1"' jsh "$name"
		refute_line --regexp '.{80}'
	done
}

@test "each builtin is found by its name" {
	for name in $(names); do
		run_jsh -c 'type "$1"' jsh "$name"
		assert_output --partial 'shell builtin'
	done
}

@test "each builtin has a file of tests" {
	for name in $(names); do
		case $name in
		bg | fg | jobs | kill | nohup | wait)
			continue # job control is tested by what it does
			;;
		. ) file='dot' ;;
		: | false) file='true' ;;
		[[] ) file='test' ;;
		break | continue) file='loops' ;;
		pushd | popd) file='dirs' ;;
		pwd) file='cd' ;;
		readonly) file='export' ;;
		type) file='command' ;;
		unalias) file='alias' ;;
		*) file=$name ;;
		esac
		compgen -G "$TOP_SRCDIR/tests/*/$file.bats" >/dev/null ||
			fail "$name has no tests/builtins/$file.bats"
	done
}

@test "an unknown option is a message, the usage line and status 2" {
	for name in alias bg cd command dirs export fg getopts hash help jobs \
		popd printf pushd pwd read readonly set times trap type ulimit umask \
		unalias unset wait; do
		run_jsh -c 'command "$1" -@; echo $?' jsh "$name"
		assert_output 2
		assert_stderr --partial "$name: -@: unknown option"
		assert_stderr --partial "usage: $name"
	done
}
