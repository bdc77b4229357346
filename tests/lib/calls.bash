# calls.bash - system calls counted, after common.bash: `load ../lib/calls`
#
# tests/helpers/calls lists what the shell makes the kernel do. A count is that
# of one turn of many: the difference of two runs, one with twice the turns, so
# that start and end do not matter. It is rounded, as there may be a call for
# memory now and then. Counts are exact: neither the machine nor its load
# changes them, and one that has become lower is to be written down.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

export CALLS=$TOP_BUILDDIR/tests/helpers/calls

need_own_calls() {
	! grep -q __asan_init "$JSH" || skip 'the sanitizers have calls of their own'
	[[ -z ${LD_PRELOAD-} ]] || skip 'a preloaded library has calls of its own'
}

need_calls() {
	need_own_calls
	run "$CALLS" list /bin/true 3>&-
	[[ $status -ne 77 ]] || skip "$output"
	assert_success
	[[ -s list ]] || skip 'the kernel does not say what is called'
}

# Lines in LIST.2 minus lines in LIST.1, for each of TURNS; only those that
# match REGEX. With --bytes what they write or read.
per_turn() { # [--bytes] TURNS REGEX
	local bytes=0
	if [[ $1 == --bytes ]]; then
		bytes=1
		shift
	fi
	awk -v turns="$1" -v regex="$2" -v bytes=$bytes '
		$0 ~ regex {
			n = bytes ? $2 : 1
			sum += FILENAME == "list.2" ? n : -n
		}
		END { printf "%d\n", sum / turns + 0.5 }' list.1 list.2
}

# Fail if a turn has not COUNT calls; says which it has.
assert_calls() { # COUNT TURNS [WHAT]
	[[ $(per_turn "$2" .) == "$1" ]] && return
	echo "$(per_turn "$2" .) system calls, not $1${3+: $3}"
	awk '{ n[$1] += FILENAME == "list.2" ? 1 : -1 }
		END { for (name in n) if (n[name]) print n[name], name }' \
		list.1 list.2 | sort -n
	return 1
}

assert_at_most() { # LIMIT NUMBER
	(($2 <= $1)) && return
	echo "$2, not at most $1"
	return 1
}
