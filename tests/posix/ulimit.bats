# XCU ulimit
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "ulimit shows and sets the limit of open files" {
	departs zsh 'ulimit'
	run_jsh -c 'ulimit -n 100; ulimit -n; ulimit -H -n; ulimit -S -n'
	assert_output $'100\n100\n100'
}

@test "-S sets the soft limit only" {
	departs zsh 'ulimit'
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

@test "each letter shows its limit, -a has them all" {
	script <<'EOF'
for o in c d f n s t v; do
	v=$(ulimit -$o) || echo $o
	h=$(ulimit -H -$o) || echo $o
	case $v in unlimited | *[0-9]) ;; *) echo $o $v ;; esac
done
ulimit -a >file; ulimit -Ha >file; ulimit -S -a >file; echo $?
[ "$(ulimit)" = "$(ulimit -f)" ] && [ "$(ulimit -Sn)" = "$(ulimit -n)" ] && echo same
EOF
	prints 0 same
}

@test "without -H and -S both limits are set, with them one" {
	departs zsh 'ulimit: both limits'
	departs ksh 'ulimit: both limits'
	script <<'EOF'
ulimit -n 60; ulimit -Hn; ulimit -Sn
ulimit -Sn 50; ulimit -n; ulimit -Hn
ulimit -Hn 55; ulimit -Sn; ulimit -Hn
(ulimit -n 40; ulimit -n); ulimit -n
ulimit -t 100; ulimit -St 50; ulimit -t; ulimit -Ht
EOF
	prints 60 60 50 60 50 55 40 50 50 100
}

@test "units: blocks of 512 bytes for -c and -f, 1024 for the others" {
	script <<'EOF'
ulimit -f 10; dd if=/dev/zero of=x bs=512 count=20 2>/dev/null
wc -c <x | tr -d ' '
(ulimit -v 1000000; exec sed -n 's/^Max address space *\([0-9]*\) .*/\1/p' /proc/self/limits)
(ulimit -d 10000; exec sed -n 's/^Max data size *\([0-9]*\) .*/\1/p' /proc/self/limits)
ulimit -s 4096; sed -n 's/^Max stack size *\([0-9]*\) .*/\1/p' /proc/$$/limits
ulimit -c 0; sed -n 's/^Max core file size *\([0-9]*\) .*/\1/p' /proc/$$/limits
EOF
	ends 0 5120 1024000000 10240000 4194304 0
}

@test "what is no limit, too much or no option is an error" {
	departs dash 'ulimit: an empty limit'
	departs bash 'ulimit: an empty limit'
	departs ksh 'ulimit: an empty limit'
	departs zsh 'ulimit: an empty limit'
	departs yash 'ulimit'
	script <<'EOF'
ulimit -n 60
try() { ulimit "$@" >/dev/null 2>err; [ $? -ne 0 ] && [ -s err ] && printf 'x '; }
try -n abc; try -n -5; try -n ''; try -n 20k; try -n 61; try -Sn 61; try -n 99999999999999999999
try -Z; try -n unlimited; echo; ulimit -n
EOF
	ends 0 'x x x x x x x x x ' 60
}
