#!/usr/bin/env bats
#
# minijobs.bats - the example of a shell on the job core alone, reading a pipe
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

# Run examples/minijobs on the lines of standard input.
minijobs() {
	run --separate-stderr timeout --foreground -k 5 "$JSH_TEST_SECONDS" \
		"$TOP_BUILDDIR/examples/minijobs" 3>&-
}

@test "minijobs runs programs one after the other until exit" {
	minijobs <<-'EOF'
		echo one  two

		echo three
		exit
		echo four
	EOF
	assert_success
	assert_output $'one two\nthree'
}

@test "minijobs lists a background job and brings it to the front" {
	mkfifo fifo
	minijobs <<-'EOF'
		cp fifo copy &
		jobs
		tee fifo
	EOF
	assert_success
	assert_line --index 0 --regexp '^\[1\] [0-9]+$'
	assert_line --index 1 "[1]+  Running                 cp fifo copy &"
}

@test "minijobs reports the end of a background job with its status" {
	# Until it has ended: the shell need not have been told, as it waits for this.
	# Not by its name, which it may not have yet.
	echo 'while pgrep -r DRS -P "$PPID" | grep -qvx $$; do :; done' >until-ended
	minijobs <<-'EOF'
		false &
		sh until-ended
		fg
	EOF
	assert_success
	assert_line --index 1 "[1]+  Exit 1                  false"
	assert_stderr "minijobs: %%: no such job"
}

@test "minijobs tells of a program that there is not" {
	minijobs <<<'no-such-program'
	assert_success
	assert_stderr "minijobs: no-such-program: not found"
}
