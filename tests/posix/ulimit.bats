# XCU ulimit
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "ulimit shows and sets the limit of open files" {
	run_jsh -c 'ulimit -n 100; ulimit -n; ulimit -H -n; ulimit -S -n'
	assert_output $'100\n100\n100'
}

@test "-S sets the soft limit only" {
	run_jsh -c 'ulimit -n 100; ulimit -S -n 50; ulimit -n; ulimit -Hn'
	assert_output $'50\n100'
}

@test "ulimit without a letter is the file size, in blocks of 512 bytes" {
	run_jsh -c 'ulimit -f 2; ulimit; ulimit -f
		(trap "" XFSZ; dd if=/dev/zero of=file bs=2000 count=1 2>/dev/null)
		stat -c %s file'
	assert_output $'2\n2\n1024'
}

@test "unlimited is shown and understood" {
	run_jsh -c 'ulimit -S -c unlimited 2>/dev/null || ulimit -S -c 0; ulimit -c 0
		ulimit -c; ulimit -t unlimited; ulimit -t'
	assert_output $'0\nunlimited'
}

@test "ulimit -a lists them" {
	run_jsh -c 'ulimit -n 77; ulimit -a'
	assert_success
	assert_line --regexp '77$'
}

@test "limits hold for programs, and a subshell's are its own" {
	run_jsh -c '(ulimit -n 60; sh -c "ulimit -n"); [ "$(ulimit -n)" != 60 ] && echo other'
	assert_output $'60\nother'
}

@test "a wrong limit is an error" {
	run_jsh -c '(ulimit -n abc) || echo failed'
	assert_output failed
	assert [ -n "$stderr" ]
}
