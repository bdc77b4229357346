# XCU getopts
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "options, arguments of options and operands" {
	run_jsh -c 'while getopts ab:c o; do echo "$o ${OPTARG:-none} $OPTIND"; done
		shift $((OPTIND - 1)); echo "$o $*"' sh -a -b arg -c x y
	assert_output $'a none 2\nb arg 4\nc none 5\n? x y'
}

@test "OPTARG is unset after an option without an argument" {
	bug_of dash 'sets it to nothing'
	run_jsh -c 'OPTARG=old; getopts a o; echo "${OPTARG-unset}"' sh -a
	assert_output unset
}

@test "letters may be together, and an argument may be attached" {
	run_jsh -c 'while getopts ab:c o; do echo "$o${OPTARG-}"; done
		echo $OPTIND' sh -acbarg x
	assert_output $'a\nc\nbarg\n2'
}

@test "the first operand ends the options" {
	run_jsh -c 'while getopts ab o; do echo $o; done; echo $OPTIND' sh -a x -b
	assert_output $'a\n2'
}

@test "-- ends the options and is skipped" {
	run_jsh -c 'while getopts ab o; do echo $o; done; echo $OPTIND' sh -a -- -b
	assert_output $'a\n3'
}

@test "- alone is an operand" {
	run_jsh -c 'getopts a o; echo $? $o $OPTIND' sh -
	assert_output '1 ? 1'
}

@test "an unknown option is ? with a message" {
	run_jsh -c 'getopts a o; echo "$? $o ${OPTARG-unset}"' sh -x
	assert_output '0 ? unset'
	assert_stderr --partial x
}

@test "with a leading colon an unknown option is in OPTARG, silently" {
	run_jsh -c 'getopts :a o; echo "$? $o $OPTARG"' sh -x
	assert_output '0 ? x'
	assert_stderr ''
}

@test "a missing argument is ? with a message" {
	run_jsh -c 'getopts a: o; echo "$? $o ${OPTARG-unset}"' sh -a
	assert_output '0 ? unset'
	assert_stderr --partial a
}

@test "with a leading colon a missing argument is :" {
	run_jsh -c 'getopts :a: o; echo "$? $o $OPTARG"' sh -a
	assert_output '0 : a'
	assert_stderr ''
}

@test "an argument may be empty or look like an option" {
	run_jsh -c 'while getopts a:b o; do echo "$o[$OPTARG]"; done' sh -a '' -a -b
	assert_output $'a[]\na[-b]'
}

@test "arguments can be given" {
	run_jsh -c 'while getopts ab o -b -a; do echo $o; done' sh -x
	assert_output $'b\na'
}

@test "OPTIND=1 begins anew" {
	run_jsh -c 'while getopts ab o; do echo $o; done; OPTIND=1
		while getopts ab o; do echo $o; done' sh -ab
	assert_output $'a\nb\na\nb'
}

@test "OPTIND begins as 1 whatever the environment says" {
	OPTIND=3 run_jsh -c 'echo $OPTIND; getopts a o; echo $o' sh -a
	assert_output $'1\na'
}

@test "a colon is no option" {
	bug_of dash 'takes it as one'
	run_jsh -c 'getopts :a: o; echo "$o$OPTARG"' sh -:
	assert_output '?:'
}

@test "getopts without operands is an error" {
	run_jsh -c 'getopts; echo $?'
	refute_output 0
	refute_output 1
	assert [ -n "$stderr" ]
}
