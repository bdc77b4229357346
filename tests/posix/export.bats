# XCU export, readonly
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "export hands a variable on" {
	run_jsh -c 'x=1; export x; sh -c "echo \$x"; x=2; sh -c "echo \$x"'
	assert_output $'1\n2'
}

@test "export name=value sets and hands on" {
	run_jsh -c 'export x=1 y="a b"; sh -c "echo \$x \$y"'
	assert_output '1 a b'
}

@test "the value in export is expanded without splitting" {
	bug_of dash 'splits the value (XCU 2.9.1.1 of 2024)'
	departs yash '2.9.1.1'
	run_jsh -c 'v="a  b *"; export x=$v; echo "$x"'
	assert_output 'a  b *'
}

@test "tilde is expanded in export name=~" {
	departs yash '2.9.1.1'
	run_jsh -c 'HOME=/h; export x=~; echo "$x"'
	assert_output /h
}

@test "export of an unset variable leaves it unset" {
	run_jsh -c 'export x; echo "${x-unset}"; sh -c "echo \${x-unset}"; x=1
		sh -c "echo \$x"'
	assert_output $'unset\nunset\n1'
}

@test "export -p can be read back" {
	run_jsh -c 'export x="a '\''b\" \$c"; v=$(export -p); unset x
		eval "$v"; echo "$x"; sh -c "echo \"\$x\""'
	assert_output $'a \'b" $c\na \'b" $c'
}

@test "export -p lists exported variables without a value" {
	run_jsh -c 'unset x; export x; export -p'
	assert_line 'export x'
}

@test "readonly protects a variable" {
	run_jsh -c 'readonly x=1; (x=2; echo alive) 2>/dev/null || echo failed
		(unset x) 2>/dev/null; echo "$x"'
	assert_output $'failed\n1'
}

@test "readonly -p can be read back" {
	run_jsh -c 'readonly x="a b"; readonly -p' 
	run_jsh -c "$(grep 'readonly x' <<<"$output"); echo \"\$x\"; (x=2) || echo ro"
	assert_output $'a b\nro'
}

@test "assigning a read-only variable ends the shell" {
	run_jsh -c '(readonly x=1; x=2; echo alive) || echo failed'
	assert_output failed
	assert [ -n "$stderr" ]
}

@test "export and readonly of a read-only variable's value end the shell" {
	for utility in export readonly; do
		run_jsh -c "(readonly x=1; $utility x=2; echo alive) || echo failed"
		assert_output failed
	done
}

@test "export of what is no name fails" {
	departs yash 'export'
	run_jsh -c '(export 1a) || echo failed'
	assert_output failed
	assert [ -n "$stderr" ]
}

@test "a variable can be exported and read-only" {
	run_jsh -c 'export x=1; readonly x; sh -c "echo \$x"'
	assert_output 1
}

@test "a variable assigned before export is exported, and so is one in eval" {
	unlike bash 'exports what is assigned before a special builtin'
	unlike yash 'exports what is assigned before a special builtin'
	script <<'EOF'
x=1 export x; sh -c 'echo ${x-none}'
y=2 eval 'export y'; sh -c 'echo ${y-none}'
z=3 eval ':'; echo $z; sh -c 'echo ${z-none}'
w=4 readonly w; echo $w; sh -c 'echo ${w-none}'
EOF
	prints 1 2 3 none 4 none
}

@test "export -p and readonly -p are read back, whatever is in the values" {
	departs dash 'export: -p with a name'
	departs yash 'export: bytes that are no characters'
	script <<'EOF'
export x="a b'c\$\`\"\\" y=$(printf 'a\nb\001\377') z= w
export -p >file; unset x y z; . ./file
printf '%s|%s|%s' "$x" "$y" "$z" | od -An -tx1 | tr -d ' \n'; echo
grep -c 'export w$' file
readonly r="it's" s; readonly -p | grep -e ' r=' -e ' s$' >file2
(unset t; eval "$(sed 's/ r=/ t=/; s/ s$/ u/' file2)"; echo "$t"; u=1) 2>/dev/null; echo $(($? > 0))
EOF
	ends 0 61206227632460225c7c610a6201ff7c 1 "it's" 1
}

@test "export and readonly without operands list as with -p; -- ends options" {
	departs ksh 'export: without operands'
	departs zsh 'export: without operands'
	departs bash 'export: readonly without operands'
	script <<'EOF'
export -- x=1; readonly -- y=2
[ "$(export)" = "$(export -p)" ] && [ "$(readonly)" = "$(readonly -p)" ] && echo same
export -p | grep -c ' x='; readonly | grep -c ' y='
EOF
	departs mksh 'export: without operands'
	prints same 1 1
}

@test "a wrong name, option or read-only value ends a script" {
	for code in 'export -Z' 'readonly -Z' 'readonly r=1; readonly r=1' \
		'readonly r=1; export r=2' 'readonly r; r=1'; do
		departs zsh 'export: an error of a special builtin'
		departs mksh 'export: an error of a special builtin'
		script "$code; echo no"
		complains any
	done
}

@test "what is exported stays so until it is unset; attributes add up" {
	script <<'EOF'
export x; sh -c 'echo ${x-unset}'; x=1; sh -c 'echo $x'
unset x; x=2; sh -c 'echo ${x-unset}'
export y=1; y=2; readonly y; export y; sh -c 'echo $y'
f() { export z=3; readonly q=4; }; f; sh -c 'echo $z ${q-unset}'; echo $q
EOF
	prints unset 1 unset 2 '3 unset' 4
}
