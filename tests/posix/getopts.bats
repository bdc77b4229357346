# XCU getopts
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "options, arguments of options and operands" {
	departs yash 'getopts'
	departs zsh 'getopts'
	run_jsh -c 'while getopts ab:c o; do echo "$o ${OPTARG:-none} $OPTIND"; done
		shift $((OPTIND - 1)); echo "$o $*"' sh -a -b arg -c x y
	assert_output $'a none 2\nb arg 4\nc none 5\n? x y'
}

@test "OPTARG is unset after an option without an argument" {
	bug_of dash 'sets it to nothing'
	departs zsh 'getopts'
	departs busybox 'getopts'
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
	departs zsh 'getopts'
	run_jsh -c 'getopts a o; echo $? $o $OPTIND' sh -
	assert_output '1 ? 1'
}

@test "an unknown option is ? with a message" {
	departs zsh 'getopts'
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
	departs zsh 'getopts'
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
	departs busybox 'getopts'
	run_jsh -c 'getopts :a: o; echo "$o$OPTARG"' sh -:
	assert_output '?:'
}

@test "getopts without operands is an error" {
	departs zsh 'getopts'
	departs mksh 'getopts'
	run_jsh -c 'getopts; echo $?'
	refute_output 0
	refute_output 1
	assert [ -n "$stderr" ]
}

@test "the name, OPTARG and OPTIND after each option" {
	departs dash 'getopts: OPTARG is unset'
	departs zsh 'getopts: OPTARG is unset, the name is ?'
	unlike yash 'has an OPTIND with a colon'
	departs busybox 'getopts'
	script <<'EOF'
set -- -a -bx -b y -- z
while getopts ab: o; do echo "$o ${OPTARG-unset} $OPTIND"; done
echo "$? $o ${OPTARG-unset} $OPTIND"
shift $((OPTIND - 1)); echo "$*"
EOF
	prints 'a unset 2' 'b x 3' 'b y 5' '0 ? unset 6' z
}

@test "unknown options and missing arguments, with and without a colon" {
	departs dash 'getopts: it takes -: for an option of the string'
	departs zsh 'getopts: OPTARG is unset, the name is ?'
	departs busybox 'getopts'
	script <<'EOF'
try() { OPTIND=1; getopts "$@" 2>err; echo "$? $o [${OPTARG-unset}] $([ -s err ] && echo message)"; }
try ab o -x; try :ab o -x; try a: o -a; try :a: o -a; try :a: o -:; try a:b o -ab
try a: o -a ''; try a: o -a --; try a: o -a -b; try : o -a
EOF
	prints '0 ? [unset] message' '0 ? [x] ' '0 ? [unset] message' \
		'0 : [a] ' '0 ? [:] ' '0 a [b] ' '0 a [] ' '0 a [--] ' \
		'0 a [-b] ' '0 ? [a] '
}

@test "the end: status 1, ? and OPTIND at the first operand" {
	departs zsh 'getopts: the name is ?'
	script <<'EOF'
try() { OPTIND=1; getopts a o "$@"; echo "$? $o $OPTIND"; }
try x; try -; try -- -a; try +a; try
set -- -a; OPTIND=1; getopts a o; getopts a o; echo "$? $o $OPTIND"
getopts a o; echo "$? $o $OPTIND"
EOF
	unlike mksh 'knows options with a plus'
	prints '1 ? 1' '1 ? 1' '1 ? 2' '1 ? 1' '1 ? 1' '1 ? 2' '1 ? 2'
}

@test "letters together are taken one by one, the message names the option" {
	script <<'EOF'
set -- -abX -c
while getopts abc o 2>err; do
	printf '%s ' "$o"
	grep -q X err && printf 'said '
done; echo
EOF
	prints 'a b ? said c '
}

@test "OPTIND=1 starts anew in the middle of letters, as in a function" {
	departs zsh 'getopts: OPTIND=1'
	script <<'EOF'
set -- -ab -c
getopts abc o; OPTIND=1; getopts abc o; echo $o; getopts abc o; echo $o
f() { OPTIND=1; while getopts xy o; do printf 'f%s ' $o; done; }
OPTIND=1; set -- -x; while getopts xy o; do printf 'm%s ' $o; f -y -xy; OPTIND=2; done
echo
EOF
	prints a b 'mx fy fx fy '
}

@test "a subshell counts for itself, the environment does not count" {
	script <<'EOF'
set -- -a -b
(getopts ab o; getopts ab o; echo $o)
getopts ab o; echo $o
OPTIND=7 sh -c 'echo $OPTIND'
EOF
	prints b a 1
}

@test "too few operands and wrong names are errors, and the shell goes on" {
	departs yash 'getopts: a name that is none'
	departs zsh 'getopts: an error does not end the shell'
	script 'getopts 2>/dev/null; echo $(($? > 1)); getopts ab 2>/dev/null
		echo $(($? > 1)); getopts ab 1x -a; echo $(($? > 0))
		readonly r; getopts ab r -a; echo $(($? > 0))'
	unlike mksh 'has the status 1'
	complains 0 1 1 1 1
}
