#!/usr/bin/env bats
#
# parameters.bats - positional and special parameters, variables, assignments
#
# POSIX.1-2024 XCU 2.5, 2.9.1.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

@test "positional parameters are the arguments" {
	script 'printf "[%s]\n" "$1" "$2" "$3" "$#"' one 'two words' ''
	prints '[one]' '[two words]' '[]' '[3]'
}

@test "a positional parameter above nine needs braces" {
	script <<-'END'
		set -- a b c d e f g h i j k
		echo ${10} ${11} $10 $1a ${1}0
	END
	prints 'j k a0 aa a0'
}

@test "leading zeros of a positional parameter do not make it octal" {
	script <<-'END'
		set -- a b c d e f g h i j
		echo ${01} ${010} ${0009}
	END
	departs mksh '2.5.1'
	prints 'a j i'
}

@test "set replaces the positional parameters" {
	script <<-'END'
		set -- one two
		echo $# $1
		set -- $2
		echo $# $1
		set --
		echo $# [$1]
		set a b c
		echo $# $3
	END
	prints '2 one' '1 two' '0 []' '3 c'
}

@test "an unset positional parameter is unset" {
	script <<-'END'
		set -- '' b
		echo ${1-no} ${1:-no} ${2-no} ${3-no} ${12-no}
	END
	prints 'no b no no'
}

@test "quoted at is one field for each parameter" {
	script <<-'END'
		set -- 'a b' '' c
		printf '[%s]' "$@"; echo
		printf '[%s]' "x$@y"; echo
		printf '[%s]' "${@}"; echo
		printf '[%s]' "$@$@"; echo
		set -- one
		printf '[%s]' "x$@y"; echo
	END
	prints '[a b][][c]' '[xa b][][cy]' '[a b][][c]' '[a b][][ca b][][c]' '[xoney]'
}

@test "quoted at without parameters is no field at all" {
	script <<-'END'
		set --
		count() { echo $#; }
		count "$@"
		count $@
		count x"$@"
		count $@$@
	END
	prints '0' '0' '1' '0'
}

@test "quoted at twice without parameters is no field at all" {
	departs dash '2.5.2, @'
	departs ksh '2.5.2, @'
	departs busybox '2.5'
	script 'count() { echo $#; }; count "$@$@"'
	prints '0'
}

@test "quoted at without parameters but with quoted text is a field" {
	script <<-'END'
		set --
		count() { echo $#; }
		count "x$@"
		count ''"$@"
		count "$@"''
	END
	prints '1' '1' '1'
}

@test "quoted star joins the parameters with the first character of IFS" {
	departs ksh '2.5.2, *'
	script <<-'END'
		set -- 'a b' '' c
		echo "[$*]"
		IFS=:-; echo "[$*]"
		IFS=; echo "[$*]"
		unset IFS; echo "[$*]"
		IFS=xyz; printf '[%s]\n' "1$*2"
	END
	prints '[a b  c]' '[a b::c]' '[a bc]' '[a b  c]' '[1a bxxc2]'
}

@test "unquoted at and star are split further" {
	script <<-'END'
		set -- 'a b' '' c
		printf '[%s]' $@; echo
		printf '[%s]' $*; echo
		IFS=
		printf '[%s]' $@; echo
		printf '[%s]' $*; echo
	END
	prints '[a][b][c]' '[a][b][c]' '[a b][c]' '[a b][c]'
}

@test "for without in goes over the parameters" {
	script <<-'END'
		set -- 'a b' '' c
		for i do printf '[%s]' "$i"; done; echo
		for i; do printf '[%s]' "$i"; done; echo
		for i
		do printf '[%s]' "$i"; done; echo
	END
	prints '[a b][][c]' '[a b][][c]' '[a b][][c]'
}

@test "number sign is the number of parameters" {
	script <<-'END'
		set -- a b c d e f g h i j k l
		echo $# ${#} "$#"
		set --
		echo $#
	END
	prints '12 12 12' '0'
}

@test "question mark is the status of the last pipeline" {
	script <<-'END'
		true; echo $?
		false; echo $? ${?}
		(exit 7); echo $?
		! true; echo $?
		false | true; echo $?
		true | (exit 4); echo $?
		{ (exit 9); }; echo $?
	END
	prints '0' '1 1' '7' '1' '0' '4' '9'
}

@test "an assignment without a command has the status of its last substitution" {
	script <<-'END'
		x=$(exit 3); echo $?
		false; x=1; echo $?
		x=$(exit 3) y=$(exit 4); echo $?
		x=$(false)y; echo $?
		(exit 5); x=$?; echo $x $?
	END
	prints '3' '0' '4' '1' '5 0'
}

@test "question mark is unchanged by an empty line or a comment" {
	script <<-'END'
		(exit 6)

		# comment
		echo $?
	END
	prints '6'
}

@test "hyphen is the options in force" {
	script <<-'END'
		set +efu
		case $- in *e* | *f* | *u*) echo bad $-;; esac
		set -fu
		case $- in *f*u* | *u*f*) echo good;; *) echo bad $-;; esac
		case ${-} in *i*) echo bad;; esac
	END
	prints 'good'
}

@test "dollar is the shell's process, in a subshell too" {
	script <<-'END'
		a=$$
		b=$(echo $$)
		[ "$a" = "$b" ] && (
			[ "$a" = "$$" ] && echo same
		)
		sh -c 'echo $PPID' >out
		[ "$(cat out)" = $$ ] && echo parent
	END
	prints 'same' 'parent'
}

@test "exclamation mark is the last background process" {
	script <<-'END'
		sh -c 'echo $$ >pid' &
		wait $!
		[ "$(cat pid)" = $! ] && echo right
		a=$!
		sh -c 'exit 3' | sh -c 'exit 4' &
		wait "$!"
		echo $?
		[ $! = $a ] || echo other
	END
	prints 'right' '4' 'other'
}

@test "zero is the script's name" {
	script 'echo "$0"; f() { echo "$0"; }; f; (echo "${0}")'
	prints "$BATS_TEST_TMPDIR/script" "$BATS_TEST_TMPDIR/script" \
		"$BATS_TEST_TMPDIR/script"
}

@test "an assignment keeps all of its value" {
	script <<-'END'
		a='x  y'
		b=$a
		c=$a$b
		d=*
		e=$(printf 'one\n  two\n\n')
		f=
		printf '[%s]\n' "$b" "$c" "$d" "$e" "$f"
	END
	prints '[x  y]' '[x  yx  y]' '[*]' '[one' '  two]' '[]'
}

@test "assignments are made from left to right" {
	script <<-'END'
		a=1 b=$a c=$b$a
		echo $a $b $c
		a=2 a=${a}3
		echo $a
	END
	prints '1 1 11' '23'
}

@test "an assignment before a command is for its environment" {
	script <<-'END'
		unset x
		x=1 sh -c 'echo $x'
		echo ${x-unset}
		x=2
		x=3 sh -c 'echo $x'
		echo $x
		y=4 env | grep '^y='
		echo ${y-unset}
	END
	prints '1' 'unset' '3' '2' 'y=4' 'unset'
}

@test "words are expanded before the assignments are made" {
	script <<-'END'
		x=old
		x=new echo $x
		x=new eval 'echo $x'
	END
	prints 'old' 'new'
}

@test "an assignment before a special builtin stays" {
	script <<-'END'
		x=1 :
		echo $x
		x=2 eval 'echo $x'
		echo $x
		x=3 set -- a
		echo $x
	END
	prints '1' '2' '2' '3'
}

@test "an assignment before another builtin does not stay" {
	script <<-'END'
		unset x
		x=1 true
		echo ${x-unset}
		x=1 echo one
		echo ${x-unset}
		x=1 command :
		echo ${x-unset}
	END
	prints 'unset' 'one' 'unset' 'unset'
}

@test "a variable that is not exported is not in the environment" {
	script <<-'END'
		unset x
		x=1
		sh -c 'echo ${x-unset}'
		export x
		sh -c 'echo ${x-unset}'
		x=2
		sh -c 'echo ${x-unset}'
		unset x
		x=3
		sh -c 'echo ${x-unset}'
	END
	prints 'unset' '1' '2' 'unset'
}

@test "variables of the environment are exported" {
	run_jsh -c 'echo $FROM; FROM=2; sh -c "echo \$FROM"'
	FROM=1 run_jsh -c 'echo $FROM; FROM=2; sh -c "echo \$FROM"'
	assert_success
	assert_output $'1\n2'
}

@test "a name that is no shell variable stays in the environment" {
	departs busybox '2.5'
	run env 'not-a-name=1' 'a.b=2' "$JSH" -c 'env | grep -e ^not-a -e ^a.b | sort'
	unlike dash 'drops them'
	unlike mksh 'drops them'
	assert_output $'a.b=2\nnot-a-name=1'
}

@test "names are case-sensitive and of letters, digits and underscores" {
	script <<-'END'
		_a1=x A=1 a=2 a_b=3 a2=4
		echo $_a1 $A $a $a_b $a2 $a-b $a.b
	END
	prints 'x 1 2 3 4 2-b 2.b'
}

@test "what is no name is no assignment" {
	script <<-'END'
		1a=b 2>/dev/null; echo $?
		a-b=c 2>/dev/null; echo $?
		=x 2>/dev/null; echo $?
	END
	prints '127' '127' '127'
}

@test "an assignment word after the command's name is an argument" {
	script <<-'END'
		unset x
		echo x=1 y=~ 'z=2'
		echo ${x-unset}
	END
	assert_line --index 0 --regexp '^x=1 y='
	assert_line --index 1 'unset'
}

@test "a command's name that expands to nothing leaves the assignments" {
	script <<-'END'
		unset u
		$u x=1 2>/dev/null
		e=
		y=2 $e
		echo $? $y
		$e$u
		echo $?
		(exit 3); $u; echo $?
		$(exit 4); echo $?
	END
	prints '0 2' '0' '0' '4'
}

@test "a readonly variable cannot be assigned" {
	script 'readonly x=1; (x=2; echo not reached); echo $x'
	complains 0 '1'
	script 'readonly x=1; x=2; echo not reached'
	complains any
}

@test "a readonly variable cannot be unset" {
	departs ksh '2.8.1: special built-in utility error'
	departs mksh '2.8.1: special built-in utility error'
	script 'readonly x=1; (unset x) || echo kept $x'
	complains 0 'kept 1'
	departs bash '2.8.1: special built-in utility error'
	script 'readonly x=1; unset x; echo not reached'
	complains any
}

@test "IFS is space, tab and newline at the start" {
	IFS=: run_jsh -c 'printf %s "$IFS" | od -An -tx1'
	assert_output ' 20 09 0a'
}

@test "PWD is the current directory" {
	script <<-'END'
		[ "$PWD" = "$(pwd -P)" ] || [ "$PWD" -ef . ] && echo yes
		mkdir d; cd d; echo ${PWD##*/} ${OLDPWD##*/}
	END
	prints 'yes' 'd work'
}

@test "PWD from the environment is not believed when it is wrong" {
	departs mksh '2.5.3, PWD'
	PWD=/nonexistent run_jsh -c 'pwd'
	assert_output "$(pwd -P)"
	PWD=. run_jsh -c 'pwd'
	assert_output "$(pwd -P)"
}

@test "PWD from the environment is kept when it is right" {
	mkdir real
	ln -s real link
	cd link
	run_jsh -c 'pwd; pwd -P'
	assert_output "$PWD"$'\n'"$(pwd -P)"
}

@test "PPID is the parent and does not change in a subshell" {
	script <<-'END'
		p=$PPID
		(echo $PPID) >out
		[ "$p" = "$(cat out)" ] && echo same
	END
	prints 'same'
	run_jsh -c "$JSH -c 'echo \$PPID' & wait; echo \$\$"
	assert_success
}

@test "OPTIND is 1 and PS1, PS2, PS4 have their defaults" {
	run env -u PS1 -u PS2 -u PS4 "$JSH" -c 'echo "$OPTIND[$PS4]"'
	assert_output '1[+ ]'
}

@test "LINENO is the line of the command" {
	script <<-'END'
		echo $LINENO

		echo $LINENO $LINENO \
			"$LINENO"
		x=$LINENO
		echo $x
	END
	departs dash '2.5.3'
	departs busybox '2.5.3: it counts continued lines as one'
	assert_success
	assert_line --index 0 '1'
	assert_line --index 1 --regexp '^3 3 [34]$'
	assert_line --index 2 '5'
}

@test "HOME and PATH from the environment are what they were" {
	HOME=/a/b run_jsh -c 'echo $HOME ~'
	assert_output '/a/b /a/b'
	PATH=$PATH:/x/y run_jsh -c 'echo $PATH'
	assert_output "$PATH:/x/y"
}

@test "shift moves the parameters" {
	script <<-'END'
		set -- a b c d e
		shift; echo $# $1
		shift 2; echo $# $1
		shift 0; echo $# $1
		shift 2; echo $# ${1-none}
	END
	prints '4 b' '2 d' '2 d' '0 none'
}

@test "many parameters are kept" {
	script <<-'END'
		i=0
		set --
		while [ $i -lt 500 ]; do set -- "$@" $i; i=$((i + 1)); done
		echo $# $1 ${500}
		shift 498
		echo $# $*
	END
	prints '500 0 499' '2 498 499'
}

@test "unset makes a variable unset and leaves its function" {
	script <<-'END'
		x=1
		x() { echo function; }
		unset -v x
		echo ${x-unset}; x
		unset nosuch; echo $?
	END
	prints 'unset' 'function' '0'
}

@test "export and readonly take assignments and names" {
	script <<-'END'
		a=1
		export a b='x  y' c
		sh -c 'echo "$a $b ${c-unset}"'
		readonly d=4
		echo $d
	END
	prints '1 x  y unset' '4'
}

@test "the value of export's assignment is not split" {
	departs zsh '2.5'
	script <<-'END'
		v='x  y'
		export a=$v
		readonly b=$v
		command export c=$v
		printf '[%s]\n' "$a" "$b" "$c"
	END
	departs dash '2.9.1.1: declaration utilities'
	departs yash '2.9.1.1: declaration utilities'
	departs mksh '2.9.1.1: command before a declaration utility'
	departs busybox '2.9.1.1: command before a declaration utility'
	prints '[x  y]' '[x  y]' '[x  y]'
}

@test "export -p and readonly -p can be read again" {
	script <<-'END'
		export a="it's  \$x" b=
		readonly c='1 "2"'
		export -p | grep -e ' a=' -e ' b=' >saved
		unset a b
		. ./saved
		printf '[%s]\n' "$a" "$b"
		sh -c 'printf "[%s]\n" "$a"'
		readonly -p | grep ' c=' >saved
		(. ./saved) 2>/dev/null || echo readonly
	END
	assert_success
	assert_line --index 0 "[it's  \$x]"
	assert_line --index 1 '[]'
	assert_line --index 2 "[it's  \$x]"
}

@test "what a special builtin does to a variable assigned before it stays" {
	script <<-'END'
		y=1 export y; env | grep '^y='
		x=1 eval 'x=2'; echo $x
		echo 'z=3; export z' >lib
		z=1 . ./lib; echo $z; env | grep '^z='
		a=1 eval 'a=2 export a; a=3 :'; env | grep '^a='
		r=1 readonly r; (r=2; echo no) 2>/dev/null || echo readonly
		u=1 unset u; echo ${u-unset}
	END
	prints 'y=1' '2' '3' 'z=3' 'a=3' 'readonly' 'unset'
}

@test "a variable exported before keeps that over an assignment to a special builtin" {
	script <<-'END'
		export x=1
		x=2 :
		env | grep '^x='
		x=3 set -- a
		env | grep '^x='
	END
	prints 'x=2' 'x=3'
}

@test "export -p shows what is exported for a function's call" {
	unlike zsh 'does not export it, as POSIX allows'
	script 'x=1; f() { export -p | grep -c "x=.*2"; }; x=2 f; export -p | grep -c " x="'
	departs ksh '2.9.1.2'
	ends 1 '1' '0'
}
