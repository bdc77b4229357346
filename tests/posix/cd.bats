# XCU cd, pwd
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "cd changes the directory, PWD and OLDPWD" {
	mkdir dir
	run_jsh -c 'd=$PWD; cd dir && [ "$PWD" = "$d/dir" ] &&
		[ "$OLDPWD" = "$d" ] && pwd'
	assert_output "$PWD/dir"
}

@test "cd without operand goes to HOME" {
	run_jsh -c 'HOME=/usr; cd; pwd'
	assert_output /usr
}

@test "cd - goes back and writes where" {
	run_jsh -c 'cd /usr; cd /; cd -; pwd; echo "$OLDPWD"'
	assert_output $'/usr\n/usr\n/'
}

@test "cd without OLDPWD cannot go back" {
	bug_of dash 'says nothing'
	departs zsh 'cd'
	departs busybox 'cd'
	run_jsh -c 'unset OLDPWD; cd -; echo $?'
	refute_output 0
	assert [ -n "$stderr" ]
}

@test "a symbolic link counts as a directory of its own" {
	mkdir -p real/sub
	ln -s real/sub link
	run_jsh -c 'cd link; pwd; pwd -P; cd ..; pwd'
	assert_output "$PWD/link
$PWD/real/sub
$PWD"
}

@test "cd -P follows links" {
	mkdir -p real/sub
	ln -s real/sub link
	run_jsh -c 'cd -P link; echo "$PWD"; cd ..; pwd'
	assert_output "$PWD/real/sub
$PWD/real"
}

@test "the last of -L and -P wins" {
	departs zsh 'cd'
	mkdir -p real/sub
	ln -s real/sub link
	run_jsh -c 'cd -P -L link; pwd; cd ..; cd -LP link; pwd'
	assert_output "$PWD/link
$PWD/real/sub"
}

@test "dots and slashes are simplified" {
	mkdir -p a/b
	run_jsh -c 'cd ./a/.//b/../b/.; pwd; cd ../..; pwd'
	assert_output "$PWD/a/b
$PWD"
}

@test "dot-dot after what is no directory is an error" {
	bug_of dash 'drops both without looking (step 8b)'
	departs mksh 'cd: step 8'
	departs busybox 'cd: step 8'
	mkdir a
	: >file
	run_jsh -c 'cd nowhere/../a; echo $?; cd file/../a; echo $?; pwd'
	refute_line 0
	assert_line "$PWD"
	assert [ -n "$stderr" ]
}

@test "dot-dot at the root stays there" {
	run_jsh -c 'cd /../..; pwd'
	assert_output /
}

@test "CDPATH is searched, and the directory written" {
	mkdir -p top/x y
	run_jsh -c 'CDPATH=$PWD/top; cd x; pwd'
	assert_output "$PWD/top/x
$PWD/top/x"
}

@test "an empty element of CDPATH is the current directory" {
	mkdir -p top/x x
	run_jsh -c 'CDPATH=:$PWD/top; cd x; pwd'
	assert_output "$PWD/x"
}

@test "what is not in CDPATH is taken as it is" {
	departs ksh 'cd'
	departs mksh 'cd'
	mkdir -p top y
	run_jsh -c 'CDPATH=$PWD/top; cd y; pwd'
	assert_output "$PWD/y"
}

@test "CDPATH is not for names that begin with / or a dot component" {
	mkdir -p top/x x
	run_jsh -c 'CDPATH=$PWD/top; cd ./x; pwd; cd ../x; pwd'
	assert_output "$PWD/x
$PWD/x"
}

@test "a name that only begins with a dot is looked for in CDPATH" {
	mkdir -p top/.x .x
	run_jsh -c 'CDPATH=$PWD/top; cd .x >/dev/null; pwd'
	assert_output "$PWD/top/.x"
}

@test "a directory that is not there is an error and changes nothing" {
	run_jsh -c 'd=$PWD; cd nowhere; echo $?; [ "$PWD" = "$d" ] && pwd'
	assert_equal "${#lines[@]}" 2
	assert [ "${lines[0]}" != 0 ]
	assert_line "$PWD"
	assert [ -n "$stderr" ]
}


@test "cd in a subshell changes nothing outside" {
	run_jsh -c '(cd /usr); pwd'
	assert_output "$PWD"
}


@test "-- ends the options of cd" {
	mkdir ./-x
	run_jsh -c 'cd -- -x; pwd'
	assert_output "$PWD/-x"
}

@test "OLDPWD is in the environment of commands, as PWD is" {
	departs ksh 'cd: OLDPWD is an environment variable'
	departs mksh 'cd: OLDPWD is an environment variable'
	script 'cd /usr; cd /; env | grep PWD= | sort'
	prints OLDPWD=/usr PWD=/
}

@test "cd of nothing is an error that changes nothing" {
	departs dash 'cd: an empty directory operand'
	departs bash 'cd: an empty directory operand'
	departs yash 'cd: an empty directory operand'
	departs mksh 'cd: an empty directory operand'
	departs zsh 'cd: an empty directory operand'
	departs busybox 'cd'
	script 'cd /usr; cd /tmp; cd ""; echo $(($? > 0)) $PWD $OLDPWD'
	complains 0 '1 /tmp /usr'
}

@test "the words that say where: HOME, OLDPWD, and what is wrong with them" {
	unlike dash 'stays where it is without a HOME, which POSIX allows'
	unlike zsh 'stays where it is without a HOME, which POSIX allows'
	departs busybox 'cd'
	script <<'EOF'
HOME=/usr; cd /; cd; pwd
cd /tmp; cd -; cd -- -; cd - >/dev/null; pwd
unset HOME; cd 2>/dev/null || echo a; HOME=/; cd a b 2>/dev/null || echo b
cd -x 2>/dev/null || echo c; unset OLDPWD; cd - 2>/dev/null || echo d
OLDPWD=/nonexistent; cd - 2>/dev/null || echo "e $OLDPWD"; pwd
EOF
	unlike mksh 'goes to the old directory whatever OLDPWD says'
	prints /usr /usr /tmp /usr a b c d 'e /nonexistent' /usr
}

@test "-L keeps links, -P does not; the last one counts; dot-dot of each" {
	departs ksh 'cd: the last of -L and -P'
	departs zsh 'cd'
	script <<'EOF'
d=$(pwd -P); mkdir -p a/b; ln -s a/b l; ln -s "$d/a" abs
cd l; echo "${PWD#"$d"}"; cd ..; echo "${PWD#"$d"}."
cd -P l; echo "${PWD#"$d"}"; cd ..; echo "${PWD#"$d"}"; cd ..
cd -P -L l; echo "${PWD#"$d"}"; cd -P ..; echo "${PWD#"$d"}"; cd ..
cd -LP abs; echo "${PWD#"$d"}"; cd -L ../l/..; echo "${PWD#"$d"}."
cd l; pwd | sed "s,^$d,,"; pwd -P | sed "s,^$d,,"; pwd -PL | sed "s,^$d,,"
EOF
	prints /l . /a/b /a /l /a /a . /l /a/b /l
}

@test "what is between dots must be there, and be a directory" {
	departs dash 'cd: the component before dot-dot'
	departs mksh 'cd: the component before dot-dot'
	departs busybox 'cd: step 8'
	script <<'EOF'
: >file; mkdir dir
cd none/.. 2>/dev/null || echo a; cd file/.. 2>/dev/null || echo b
cd file 2>/dev/null || echo c; ln -s loop loop; cd loop 2>/dev/null || echo d
cd dir/./..//dir/.; echo "${PWD##*/}"; cd /../..; pwd; cd ///usr//; pwd
EOF
	prints a b c d dir / /usr
}

@test "CDPATH: written when it was used, not for dots and slashes" {
	departs ksh 'cd: CDPATH'
	departs mksh 'cd'
	script <<'EOF'
d=$PWD; mkdir -p c/x c/.y e/x z
try() { cd "$d"; CDPATH=$1; cd "$2" >"$d/out"; CDPATH=; sed "s,^$d,D," "$d/out"; echo "${PWD#"$d"}"; }
try c x; try :c z; try "$d/e:c" x; try "c/" .y; try e: z; try nothing z; try c ./z; try c "$d/z"
try e:c x
EOF
	prints D/c/x /c/x /z D/e/x /e/x D/c/.y /c/.y /z /z /z /z D/e/x /e/x
}

@test "a directory that is gone: -P -e is 1, an error with -P -e more" {
	departs dash 'cd: -e'
	departs yash 'cd: -e'
	departs bash 'cd: more than 1 for an error'
	departs zsh 'cd: more than 1 for an error'
	departs busybox 'cd'
	script <<'EOF'
mkdir gone; cd gone; rmdir ../gone
cd -P -e . 2>/dev/null; echo $?
cd -Pe /nonexistent 2>/dev/null; echo $(($? > 1))
cd -e / ; echo $?; cd -Pe /; echo $? $PWD
EOF
	prints 1 1 0 '0 /'
}

@test "a path that is longer than PATH_MAX is reached step by step" {
	unlike ksh 'gets lost'
	departs dash 'cd: a relative pathname if it is too long'
	departs mksh 'cd: a relative pathname if it is too long'
	departs bash 'cd: a relative pathname if it is too long'
	departs busybox 'cd'
	script <<'EOF'
n=$(printf '%0200d' 0); i=0; start=${#PWD}
while [ $i -lt 30 ]; do mkdir $n && cd $n || exit; i=$((i + 1)); done
echo $((${#PWD} - start)); : >here; [ -e here ] && echo here
pwd | wc -c | { read c; echo $((c - start)); }
EOF
	prints 6030 here 6031
}

@test "pwd of a PWD that is wrong is right, and its errors" {
	departs dash 'pwd: PWD must name the current directory'
	departs bash 'pwd: PWD must name the current directory'
	departs ksh 'pwd: PWD must name the current directory'
	departs mksh 'pwd: PWD must name the current directory'
	departs zsh 'pwd: PWD must name the current directory'
	script <<'EOF'
cd /usr; PWD=/tmp; pwd; PWD=usr; pwd; unset PWD; pwd; PWD=/usr/.; pwd
pwd -x 2>/dev/null || echo option
pwd 2>/dev/null >/dev/full || echo full
EOF
	prints /usr /usr /usr /usr option full
}
