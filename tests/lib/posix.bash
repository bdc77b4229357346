# posix.bash - for tests/posix: the language as POSIX.1-2024 has it, in any shell
#
#   load ../lib/posix
#   make check TESTS=tests/posix/quoting.bats JSH=/bin/dash
#
# The shell under test is started under the name sh, so that those that have a
# POSIX mode are in it (jsh, bash, yash, mksh, zsh).
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

load ../lib/common

setup() {
	posix_setup
}

posix_setup() {
	common_setup
	ln -s "$(command -v "$JSH")" "$BATS_TEST_TMPDIR/sh"
	JSH=$BATS_TEST_TMPDIR/sh
}

# In place of the one in common.bash: bats' own `run` wants to say something on
# descriptor 3 when the status is 127, and that is an ordinary status here.
run_jsh_reading() {
	status=0
	output=$(timeout --foreground -k 5 "$JSH_TEST_SECONDS" "$JSH" "$@" \
		2>"$BATS_TEST_TMPDIR/stderr" 3>&-) || status=$?
	stderr=$(<"$BATS_TEST_TMPDIR/stderr")
	lines=()
	[[ -z $output ]] || mapfile -t lines <<<"$output"
}

# Run TEXT (or standard input) as a script file with the ARGUMENTs. Sets
# $status, $output and $stderr.
script() { # [TEXT [ARGUMENT...]]
	if (($# > 0)); then
		printf '%s\n' "$1" >"$BATS_TEST_TMPDIR/script"
		shift
	else
		cat >"$BATS_TEST_TMPDIR/script"
	fi
	run_jsh "$BATS_TEST_TMPDIR/script" "$@"
}

# The script printed these lines and nothing else, no message, status 0.
prints() { # LINE...
	ends 0 "$@"
	assert_stderr ''
}

# The script left with STATUS and printed these lines on standard output.
ends() { # STATUS LINE...
	local expected=
	# Both, in case the message explains the status.
	if ((status != $1)); then
		printf 'script:\n%s\nstandard error:\n%s\n' \
			"$(<"$BATS_TEST_TMPDIR/script")" "$stderr"
	fi
	assert_equal "$status" "$1"
	shift
	(($# == 0)) || printf -v expected '%s\n' "$@"
	assert_equal "$output" "${expected%$'\n'}"
}

# The same, and there was a message on standard error. Any status but 0 will do
# where POSIX says no more: STATUS is then "any".
complains() { # STATUS LINE...
	if [[ $1 == any ]]; then
		assert_not_equal "$status" 0
		shift
		ends "$status" "$@"
	else
		ends "$@"
	fi
	assert [ -n "$stderr" ]
}

# What the shell under test is, if it is not jsh: "peer bash" is true in bash.
peer() { # NAME
	# shellcheck disable=SC2016 # expanded by that shell
	local tell='echo ${BASH_VERSION:+bash}${YASH_VERSION:+yash}' name
	tell+='${ZSH_VERSION:+zsh}${KSH_VERSION:+ksh}'
	name=$("$JSH" -c "$tell")
	case $name,$(realpath "$JSH") in
	ksh,*/mksh) name=mksh ;;
	,*/dash) name=dash ;;
	,*/busybox) name=busybox ;;
	esac
	[[ $name == "$1" ]]
}

# In the peer NAME this test cannot pass: it departs from CLAUSE of POSIX.
departs() { # NAME CLAUSE
	if peer "$1"; then
		skip "$1 departs from POSIX.1-2024 XCU $2"
	fi
}

# The peer NAME does otherwise where POSIX lets it, or crashes: WHY.
unlike() { # NAME WHY
	if peer "$1"; then
		skip "$1 $2"
	fi
}
