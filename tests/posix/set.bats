# XCU set
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "set sets the positional parameters" {
	run_jsh -c 'set a "b c"; echo $# "$2"; set -- -x; echo "$1"; set --; echo $#' sh z
	assert_output $'2 b c\n-x\n0'
}

@test "set with options only keeps the parameters" {
	run_jsh -c 'set -e; echo $#; set +e; echo $#' sh a b
	assert_output $'2\n2'
}

@test "set writes variables that can be read back" {
	run_jsh -c 'x="a '\''b\" \$c\\"; v=$(set); unset x
		eval "$(printf "%s\n" "$v" | grep "^x=")"; echo "$x"'
	assert_output $'a \'b" $c\\'
}

@test "set +o writes commands that bring the options back" {
	run_jsh -c 'set -f -u; v=$(set +o); set +f +u; eval "$v"
		case $- in *f*) echo f;; esac; case $- in *u*) echo u;; esac'
	assert_output $'f\nu'
}

@test "options are seen in \$-" {
	run_jsh -c 'set -aCefu; for o in a C e f u; do
			case $- in *$o*) echo "$o on";; *) echo "$o off";; esac
		done'
	assert_output $'a on\nC on\ne on\nf on\nu on'
}

@test "-o name is the same as the letter" {
	run_jsh -c 'set -o noglob -o nounset; case $- in *f*) echo f;; esac
		set +o noglob; case $- in *f*) ;; *) echo "no f";; esac'
	assert_output $'f\nno f'
}

@test "set -a exports what is assigned" {
	run_jsh -c 'set -a; x=1; set +a; y=2; sh -c "echo \${x-u} \${y-u}"'
	assert_output '1 u'
}

@test "set -C protects existing files" {
	run_jsh -c 'echo 1 >f; set -C; (echo 2 >f); cat f; echo 3 >|f; cat f'
	assert_output $'1\n3'
	assert [ -n "$stderr" ]
}

@test "set -e ends at a failure" {
	run_jsh -c 'set -e; false || echo or; if false; then :; fi; ! true; echo on
		false; echo alive'
	assert_failure 1
	assert_output $'or\non'
}

@test "set -f turns pathname expansion off" {
	: >a
	run_jsh -c 'set -f; echo *; set +f; echo *'
	assert_output $'*\na'
}

@test "set -n runs nothing any more" {
	run_jsh -c 'echo one
set -n
echo two'
	assert_output one
}

@test "set -u makes unset parameters an error" {
	run_jsh -c '(set -u; echo "${x-ok}"; echo "$x"; echo alive) || echo failed'
	assert_output $'ok\nfailed'
	assert [ -n "$stderr" ]
}

@test "set -v writes input as it is read" {
	run_jsh_reading -s <<-'X'
		set -v
		echo a
	X
	assert_output a
	assert_stderr 'echo a'
}

@test "set -x writes commands after PS4" {
	run_jsh -c 'PS4="# "; set -x; echo a'
	assert_output a
	assert_stderr '# echo a'
}

@test "an unknown option ends the shell with a message" {
	for option in -Z '-o nothing'; do
		run_jsh -c "set $option; echo alive"
		assert_failure
		assert_output ''
		assert [ -n "$stderr" ]
	done
}

@test "expanding PS4 leaves the status of the last command alone" {
	bug_of yash 'traces what PS4 runs, without end'
	# It would trace the substitution in PS4, and so on without end.
	bug_of yash 'the trace is traced'
	run_jsh -c 'PS4="\$(exit 9)+ "; set -x; (exit 3); echo $?; x=$(exit 4)
		echo $?; (exit 5) || echo $?'
	for shell in dash ksh93 busybox; do
		[[ $output == $'3\n4\n5' ]] || bug_of $shell 'PS4 changes $?'
	done
	assert_output $'3\n4\n5'
}
