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
	while read -r name _; do
		grep -qF -e ".It Li \"$name" "$manual" || fail "no $name"
	done < <(tail -n +3 <<<"$output")
	run_jsh -c 'set -o'
	while read -r name _; do
		grep -qxF -e ".It Cm $name" "$manual" || fail "no $name"
	done <<<"$output"
}

@test "each usage that help shows is an item of the manual, as mandoc prints it" {
	command -v mandoc >/dev/null || skip 'mandoc is needed'
	mandoc -T ascii -O width=500 "$manual" | sed 's/.\x08//g' >page
	run_jsh -c 'for name in $(help | sed -n "3,\$s/ .*//p"); do
		help -- "$name" | sed -n "/^usage: /,/^\$/{s/^.\{7\}//;/./p;}"; done'
	assert_success
	[[ $(grep -c . <<<"$output") -ge 45 ]]
	while IFS= read -r usage; do
		# A short item has its text on the same line.
		awk -v item="     ${usage//\\/\\\\}" '
			$0 == item || index($0, item "  ") == 1 { found = 1 }
			END { exit !found }' page || fail "no $usage"
	done <<<"$output"
}

@test "each variable that the code knows is in the manual" {
	local names
	# All words in capitals that are strings of their own, but these.
	cat >others <<-'EOF'
		ABCDEFGHIJKLMNOPQRSTUVWXYZ
		DC
		EXIT
		IC
		KILL
		JSH_SUBSHELLS
		LP
		NAME
		POSIX
		ZX
	EOF
	names=$(grep -rhoE --include='*.c' --exclude=signames.c \
		'"[A-Z][A-Z0-9_]+"' "$TOP_SRCDIR/shell" "$TOP_SRCDIR/builtins" |
		tr -d '"' | sort -u | grep -vxFf others)
	assert [ "$(wc -w <<<"$names")" -gt 35 ]
	sed -n '/^\.Sh ENVIRONMENT/,/^\.Sh FILES/s/^\.It Ev //p' "$manual" |
		tr -d ' ' | tr ',' '\n' >items
	run grep -vxFf items <<<"$names"
	assert_output ''
	run grep -vxFf - items <<<"$names"
	assert_output ''
}

@test "mandoc finds nothing to warn of in the manual" {
	command -v mandoc >/dev/null || skip 'mandoc is needed'
	run mandoc -T lint -W warning "$manual"
	assert_success
	assert_output ''
}
