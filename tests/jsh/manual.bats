#!/usr/bin/env bats
#
# manual.bats - the manual, `help` and the code say the same
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

manual=$TOP_SRCDIR/doc/jsh.1

@test "the manual has what help and set -o say, word for word (make manual)" {
	run sh "$TOP_SRCDIR/doc/update" "$JSH" <"$manual" 3>&-
	assert_success
	assert_equal "$output" "$(cat "$manual")"
}

@test "the manual is made of every builtin and every option" {
	run_jsh -c help
	assert_success
	for name in $(sed -n '3,$s/ .*//p' <<<"$output"); do
		grep -qF -e ".It Li \"$name" "$manual" || fail "no $name"
	done
	run_jsh -c 'set -o'
	for name in $(cut -d ' ' -f 1 <<<"$output"); do
		grep -qxF -e ".It Cm $name" "$manual" || fail "no $name"
	done
}

@test "each variable that the code looks at is in the manual" {
	local names
	names=$(grep -rhoE \
		'(var_get|var_watch|get_variable|set_default)\([^"()]*"[A-Z_0-9]+"' \
		"$TOP_SRCDIR/shell" "$TOP_SRCDIR/builtins" |
		grep -oE '"[A-Z_0-9]+"' | tr -d '"' | sort -u)
	assert [ "$(wc -w <<<"$names")" -gt 20 ]
	for name in $names; do
		case $name in
		JSH_MODULE_DIR) continue ;; # for the tests only
		esac
		grep -qE "^\.(It )?Ev (.* )?$name( |\$)" "$manual" ||
			grep -qE "^\.Pq Ev (.* )?$name( |\$)" "$manual" ||
			fail "no $name"
	done
}
