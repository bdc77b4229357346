# set of jsh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "set -o tells what each option does" {
	run_jsh -c 'set -u; set -o'
	assert_line 'nounset     on   expanding an unset parameter is an error'
	assert_line 'pipefail    off  a pipeline fails when any of its commands does'
}

@test "set +o lists all names as commands" {
	run_jsh -c 'set -o pipefail; set +o'
	assert_line 'set -o pipefail'
	assert_line 'set +o xtrace'
}

@test "messages of set" {
	run_jsh -c 'set -Z; echo alive'
	assert_failure 2
	assert_stderr --partial 'set: -Z: unknown option'
	run_jsh -c 'set -o nothing; echo alive'
	assert_failure 2
	assert_stderr --partial 'set: nothing: no such option'
}

@test "set -i and set -s are for the start only" {
	run_jsh -c 'set -i; echo alive'
	assert_failure 2
	assert_output ''
}

@test "set - turns -v and -x off and keeps the parameters" {
	run_jsh -c 'set -x; set -; echo $#; set - b; echo $1' jsh a
	assert_output $'1\nb'
	assert_stderr '+ set -'
}

@test "an option's name may follow letters" {
	run_jsh -c 'set -euo pipefail; false | true; echo alive'
	assert_failure 1
	assert_output ''
}

@test "values with control characters are written to be read back" {
	run_jsh -c 'x="a
b	c"; v=$(set); unset x
		eval "$(printf "%s\n" "$v" | grep "^x=")"; printf "%s\n" "$x"'
	assert_output $'a\nb\tc'
}

@test "set +h: where programs are is neither remembered nor known" {
	mkdir one two
	printf '#!/bin/sh\necho one\n' >two/prog
	chmod +x two/prog
	run_jsh -c 'PATH=$PWD/one:$PWD/two:$PATH; prog; set +h; hash cat
		mv two/prog one; echo "echo two" >>one/prog; prog; hash -r; hash
		set -h; prog; hash'
	assert_output "one
one
two
one
two
prog=$PWD/one/prog"
}
