# XCU times
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "times writes two lines of two times" {
	run_jsh -c times
	assert_success
	assert_equal "${#lines[@]}" 2
	assert_line --index 0 --regexp '^[0-9]+m[0-9]+\.[0-9]+s [0-9]+m[0-9]+\.[0-9]+s$'
	assert_line --index 1 --regexp '^[0-9]+m[0-9]+\.[0-9]+s [0-9]+m[0-9]+\.[0-9]+s$'
}

@test "times: minutes and seconds of the shell and of its children" {
	script 'times | sed "s/[0-9][0-9]*/N/g"; times >file; echo $?; wc -l <file | tr -d " "'
	prints 'NmN.Ns NmN.Ns' 'NmN.Ns NmN.Ns' 0 2
}

@test "times counts what a child has used" {
	script <<'EOF'
sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i + 1)); done'
times >file; sed -n '2s/ .*//p' file | grep -v '^0m0*0\.0*s$' >/dev/null && echo used
EOF
	prints used
}
