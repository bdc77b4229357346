#!/usr/bin/env bats
#
# braces.bats - brace expansion: a{b,c}d, {1..3}, {a..e..2}
#
# As bash does it.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

# The script on standard input, with a function that shows its arguments.
shows() {
	run_jsh -c "show() { printf '<%s>' \"\$@\"; echo; }
$(cat)"
	assert_success
	assert_stderr ''
}

@test "each alternative makes a word, in the order in which they stand" {
	shows <<-'EOF'
		show a{b,c}d {a,b}{1,2} {{a,b},c}d x{,y}
		show {a,b}{c,d}{e,f}
	EOF
	assert_output '<abd><acd><a1><a2><b1><b2><ad><bd><cd><x><xy>
<ace><acf><ade><adf><bce><bcf><bde><bdf>'
}

@test "ranges of numbers and letters go up, down and in steps" {
	shows <<-'EOF'
		show {1..3} {3..1} {-1..1} {1..10..4} {10..1..4} {1..3..-2} {4..4}
		show {a..e..2} {C..A} x{1..2}y
	EOF
	assert_output '<1><2><3><3><2><1><-1><0><1><1><5><9><10><6><2><1><3><4>
<a><c><e><C><B><A><x1y><x2y>'
}

@test "a number with a zero before it gives the width" {
	shows <<<'show {01..10..3} {8..010} {-01..1}'
	assert_output '<01><04><07><10><008><009><010><-01><000><001>'
}

@test "what has neither comma nor range is text, and so is what is quoted" {
	shows <<-'EOF'
		show {} {a} {a,b {{a,b}} {1..} {..3} {1...3} {a..3} {1..3..x} }{ ,
		show "{a,b}" \{a,b} {a\,b} {'a,b'} {a,b\} '{'1..2}
	EOF
	assert_output '<{}><{a}><{a,b><{a}><{b}><{1..}><{..3}><{1...3}><{a..3}><{1..3..x}><}{><,>
<{a,b}><{a,b}><{a,b}><{a,b}><{a,b}><{1..2}>'
}

@test "it comes before all other expansions, each word has its own" {
	mkdir d
	touch d/a1 d/a2 d/b1
	shows <<-'EOF'
		x=1 HOME=/h i=0
		show {a,$x}$x {$x..3} d/{a,c}* {~,x}/y "$x"{a,b}"{c,d}" a{,$(echo 2 3)}
		show $((i += 1)){a,b}
	EOF
	assert_output '<a1><11><{1..3}><d/a1><d/a2><d/c*></h/y><x/y><1a{c,d}><1b{c,d}><a><a2><3>
<1a><2b>'
}

@test "loops and programs have it; assignments, patterns and files do not" {
	shows <<-'EOF'
		for i in {1..3}; do echo $i; done
		/bin/echo {a,b} | cat
		x={a,b}
		echo "$x"
		case {a,b} in '{a,b}') echo same;; esac
		echo file >{a,b}
		ls
		export y={a,b}
		echo "$y"
	EOF
	assert_output '1
2
3
a b
{a,b}
same
{a,b}
{a,b}'
}

@test "posix mode and sh leave braces alone" {
	run_jsh -o posix -c 'echo {a,b} {1..3}'
	assert_output '{a,b} {1..3}'
	ln -s "$JSH" sh
	run ./sh -c 'echo {a,b}' 3>&-
	assert_output '{a,b}'
}

@test "too many words are an error, not the end of all memory" {
	run_jsh -c 'echo {1..9223372036854775807}; echo not here'
	assert_failure 1
	assert_output ''
	assert_stderr 'jsh: line 1: {...}: more than 1000000 words'
	run_jsh -c 'echo {9223372036854775806..9223372036854775807}'
	assert_output '9223372036854775806 9223372036854775807'
	run_jsh -c "eval echo $(printf '{1..1}%.0s' {1..3000}) | wc -c"
	assert_stderr --partial 'more than 1000000 words'
}
