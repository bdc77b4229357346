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

@test "set -n runs nothing in the rest of its line either" {
	unlike mksh 'takes a whole line as one command'
	unlike yash 'takes a whole line as one command'
	run_jsh -c 'set -n; echo two; echo three & echo four | cat'
	assert_output ''
	run_jsh -c '{ set -n; echo two; } && echo three; ( echo four )'
	assert_output ''
	run_jsh -c 'if set -n; then echo two; else echo three; fi
		fi'
	assert_failure
	assert_output ''
	assert [ -n "$stderr" ]
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
	departs busybox 'set'
	for option in -Z '-o nothing'; do
		run_jsh -c "set $option; echo alive"
		assert_failure
		assert_output ''
		assert [ -n "$stderr" ]
	done
}

@test "expanding PS4 leaves the status of the last command alone" {
	bug_of yash 'traces what PS4 runs, without end'
	run_jsh -c 'PS4="\$(exit 9)+ "; set -x; (exit 3); echo $?; x=$(exit 4)
		echo $?; (exit 5) || echo $?'
	for shell in dash ksh93 busybox; do
		[[ $output == $'3\n4\n5' ]] || bug_of $shell 'PS4 changes $?'
	done
	assert_output $'3\n4\n5'
}

@test "set lists variables sorted, to be read back, and no functions" {
	unlike dash 'writes a newline as it is, which this filter does not know'
	departs yash 'set: bytes that are no characters'
	departs busybox 'set'
	script <<'EOF'
b=1 B=2 a1="it's \$x" c='a
b' d=$(printf '\377\001')
f() { :; }; unset e
set >file; grep -a -e '^b=' -e '^B=' -e '^a1=' -e '^e=' file | sed 's/=.*//'
grep -a -c '^f()' file
saved=$a1$c$d; unset a1 c d
grep -a -v -e '^[A-Z_]*=' -e '^[a-z]*[A-Z_]' file >vars; . ./vars 2>/dev/null
[ "$a1$c$d" = "$saved" ] && echo same
EOF
	unlike bash 'lists more that is not to be read'
	unlike ksh 'lists more that is not to be read'
	unlike mksh 'lists more that is not to be read'
	unlike zsh 'lists more that is not to be read'
	ends 0 B a1 b 0 same
}

@test "set +o brings every option back, set -o names each" {
	unlike yash 'lists options by their opposites'
	unlike ksh 'lists options by their opposites'
	departs dash 'set: pipefail'
	departs zsh 'set'
	departs busybox 'set'
	script <<'EOF'
before=$(set +o); flags=$-
set -aCfu; set -o pipefail -o ignoreeof
eval "$before"
[ "$(set +o)" = "$before" ] && [ "$-" = "$flags" ] && echo same
for o in allexport errexit ignoreeof monitor noclobber noexec noglob nolog \
	notify nounset pipefail verbose vi xtrace; do
	set -o | grep -q "$o" || echo $o
done
EOF
	prints same
}

@test "-- - and + among operands" {
	departs yash 'set: a hyphen'
	departs zsh 'set: a hyphen'
	script <<'EOF'
set -- -a b; echo $# $1; set --; echo $#; set a -b; echo $# $2
set -f -- x; echo $1; case $- in *f*) echo f ;; esac; set +f; echo $1
set -fu a b; echo $*; set +fu --; echo $#; set -- "$@" 'a b' ''; echo $#
EOF
	prints '2 -a' 0 '2 -b' x f x 'a b' 0 2
}

@test "unknown letters and names end a script" {
	departs zsh 'set: an error of a special builtin'
	departs busybox 'set'
	for code in 'set -Z' 'set +Z' 'set -o nosuch' 'set +o nosuch' 'set -eZ'; do
		script "$code; echo no"
		complains any
	done
}

@test "-e where somebody looks at the status, and where nobody does" {
	script <<'EOF'
set -e
false || echo a; ! true; echo b; if false; then :; fi; echo c
while false; do :; done; echo d; false && true; echo e
{ false && true; }; echo f; false | true; echo g
f() { false; echo h; }; f || :; (false; echo i) || echo no; eval false || echo j
x=$(false) || echo k; ! { false; echo l; }
(echo m; false; echo no)
echo no
EOF
	ends 1 a b c d e f g h i j k l m
}
