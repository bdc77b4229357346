# the manual: all that the shell itself tells of is in it
#
# The page is read as mandoc shows it, without overstrikes, on very long lines.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

setup() {
	common_setup
	command -v mandoc >/dev/null || skip 'mandoc is needed'
	mandoc -T ascii -O width=500 "$TOP_SRCDIR/doc/jsh.1" |
		sed 's/.\x08//g' >page
}

# The lines of the section TITLE, without those blanks around "|" that mandoc
# puts there.
section() { # TITLE
	awk -v title="$1" '
		/^[A-Z]/ { inside = $0 == title; next }
		inside { sub(/^ +/, ""); gsub(/ *\| */, "|"); print }
	' page
}

# Is ITEM one of the items on standard input? Its text may begin on its line.
has_item() { # ITEM
	awk -v item="$1" '
		$0 == item || index($0, item "  ") == 1 { found = 1 }
		END { exit !found }
	'
}

# Each of the lines on standard input is an item of the section.
all_are_items() { # TITLE
	local item missing=
	section "$1" >items
	[[ -s items ]] || fail "there is no section $1"
	while IFS= read -r item; do
		has_item "$item" <items || missing+=$item$'\n'
	done
	[[ -z $missing ]] || fail "not in $1: $missing"
}

builtins() {
	run_jsh -c help
	assert_success
	sed '1,/^$/d; s/ .*//' <<<"$output"
}

@test "the manual has each builtin, with the usage that help shows" {
	for name in $(builtins); do
		run_jsh -c 'help "$1"' jsh "$name"
		sed -n '/^usage: /,/^$/{s/^.\{7\}//;/./p;}' <<<"$output"
	done >usages
	[[ $(grep -c . usages) -ge 39 ]]
	all_are_items BUILTINS <usages
}

@test "the manual has no builtin that help does not list" {
	builtins >names
	sed -n '/^\.Sh BUILTINS/,/^\.S[hs]/s/^\.It Ic \(\\&\)\{0,1\}\([^ ]*\).*/\2/p' \
		"$TOP_SRCDIR/doc/jsh.1" >items
	[[ $(grep -c . items) -ge 39 ]]
	run grep -vxFf names items
	assert_output ''
}

@test "the manual has each option of set -o, with its letter" {
	run_jsh -c 'set -o'
	while read -r name _; do
		run_jsh -c 'before=$-; set -o "$1" 2>/dev/null
			for l in a b C e f h m n u v x; do
				case $before in *$l*) continue ;; esac
				case $- in *$l*) echo "-$l, " ;; esac
			done' jsh "$name"
		echo "$output-o $name"
	done <<<"$output" >options
	# Options that hide what they are from the test above.
	sed -i 's/^-o noexec/-n, -o noexec/; s/^-o hashall/-h, -o hashall/' options
	all_are_items 'OPTIONS OF SET' <options
}

@test "the manual has each variable that the shell reads or sets" {
	# All words in capitals that are strings of their own, but these.
	cat >others <<-'EOF'
		ABCDEFGHIJKLMNOPQRSTUVWXYZ
		LP
		NAME
		POSIX
	EOF
	grep -rhoE --include='*.c' --exclude=signames.c '"[A-Z][A-Z0-9_]+"' \
		"$TOP_SRCDIR/shell" "$TOP_SRCDIR/builtins" |
		tr -d '"' | sort -u | grep -vxFf others >variables
	[[ $(grep -c . variables) -ge 30 ]]
	section ENVIRONMENT | sed 's/  .*//' | tr -s ' ,' '\n' | sort -u >named
	run grep -vxFf named variables
	assert_output ''
}

@test "the manual has no variable that the shell does not know" {
	sed -n '/^\.Sh ENVIRONMENT/,/^\.Sh FILES/s/^\.It Ev //p' \
		"$TOP_SRCDIR/doc/jsh.1" | tr -d ' ' | tr ',' '\n' >items
	[[ $(grep -c . items) -ge 30 ]]
	while read -r name; do
		grep -rqF --include='*.c' "\"$name\"" "$TOP_SRCDIR/shell" \
			"$TOP_SRCDIR/builtins" || fail "$name"
	done <items
}

@test "mandoc finds nothing to warn of in the manual" {
	run mandoc -T lint -W warning "$TOP_SRCDIR/doc/jsh.1"
	assert_success
	assert_output ''
}
