# XCU hash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "hash finds a program and remembers it" {
	mkdir bin
	printf '#!/bin/sh\necho ran\n' >bin/prog
	chmod +x bin/prog
	run_jsh -c 'PATH=$PWD/bin:$PATH; hash prog; hash'
	assert_success
	assert_output --partial "$PWD/bin/prog"
}

@test "hash of nothing fails" {
	departs ksh 'hash'
	departs mksh 'hash'
	run_jsh -c 'hash nonexistent-command'
	assert_failure
	assert [ -n "$stderr" ]
}

@test "hash -r forgets" {
	run_jsh -c 'hash ls; hash -r; hash'
	refute_output --partial /ls
}

@test "a program that moved is found again" {
	mkdir one two
	printf '#!/bin/sh\necho ran\n' >one/prog
	chmod +x one/prog
	run_jsh -c 'PATH=$PWD/one:$PWD/two:$PATH; prog; mv one/prog two; hash -r; prog'
	assert_output $'ran\nran'
}

@test "changing PATH forgets" {
	mkdir one two
	printf '#!/bin/sh\necho one\n' >one/prog
	printf '#!/bin/sh\necho two\n' >two/prog
	chmod +x one/prog two/prog
	run_jsh -c 'p=$PATH; PATH=$PWD/one:$p; prog; PATH=$PWD/two:$p; prog'
	assert_output $'one\ntwo'
}


@test "hash lists what it was told and what was run, -r forgets all" {
	departs mksh 'hash: an alias of its own'
	script <<'EOF'
hash -r; hash ls cat; hash | grep -c -e /ls -e /cat
ls >/dev/null; hash -r; ls >/dev/null; hash | grep -c /ls
hash -r; [ -z "$(hash 2>/dev/null | grep /)" ] && echo none
hash -- ls; hash | grep -c /ls
EOF
	prints 2 1 none 1
}

@test "hash of builtins and functions is no error, of nothing it is" {
	departs yash 'hash: builtins'
	departs zsh 'hash: builtins'
	script <<'EOF'
f() { :; }; hash cd f && echo a
hash nonesuch 2>/dev/null || echo b; hash nonesuch ls 2>/dev/null || hash | grep -c /ls
hash -Z 2>/dev/null || echo c
EOF
	departs ksh 'hash: what is not found'
	departs mksh 'hash: what is not found'
	prints a b 1 c
}
