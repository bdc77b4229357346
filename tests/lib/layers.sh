#!/bin/sh
#
# layers.sh - are the layers kept? (TAP; run by make check in the build tree)
#
# A folder may use its own code and that of strictly lower rows. Two witnesses:
# the linker's (an undefined symbol of one library that another project library
# defines must come from a lower row) and the text's (its #include lines).
#
# SPDX-License-Identifier: GPL-3.0-or-later

srcdir=${TOP_SRCDIR:-.}
nm=${NM:-nm}

# ROW LIBRARY FOLDER. Siblings share a row and may not use each other.
layers='0 libbase.a shell/base
1 libjob.a shell/job
1 libsyntax.a shell/syntax
1 libedit_core.a shell/edit
2 libstate.a shell/state
3 libexpand.a shell/expand
4 libexec.a shell/exec
5 libbuiltins.a builtins
5 libinteractive.a shell/interactive'

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

count=0
result() # STATUS DESCRIPTION
{
	count=$((count + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $count - $2"
	else
		echo "not ok $count - $2"
	fi
}

# The rows as text that awk reads first: "row NAME ROW" and "def SYMBOL LIB".
symbols()
{
	echo "$layers" | while read -r row lib _; do
		echo "row $lib $row"
		$nm -g --defined-only "$lib" | awk -v lib="$lib" '
			NF == 3 { print "def", $3, lib }'
	done
}

upward_symbols() # LIBRARY
{
	$nm -g --undefined-only "$1" | awk '$1 == "U" { print "use", $2 }' |
		cat "$work/symbols" - | awk -v lib="$1" '
		$1 == "row" { row[$2] = $3 }
		$1 == "def" { home[$2] = $3 }
		$1 == "use" && ($2 in home) {
			from = home[$2]
			if (from != lib && row[from] >= row[lib])
				print "# " lib " uses " $2 " of " from
		}' | sort -u
}

upward_includes() # ROW FOLDER
{
	find "$srcdir/$2" -name '*.[ch]' -exec grep -H '^ *# *include "' {} + |
		sed 's,^\(.*\):[^"]*"\([^"]*\)".*,\1 \2,' |
		while read -r file header; do
			folder=shell/${header%%/*}
			[ "${header%%/*}" != builtins ] || folder=builtins
			[ "$folder" != "$2" ] || continue
			row=$(echo "$layers" | awk -v f="$folder" '
				$3 == f { print $1 }')
			[ "${row:-99}" -lt "$1" ] ||
				echo "# ${file#"$srcdir/"} includes $header"
		done
}

echo "1..$(echo "$layers" | awk 'END { print 2 * NR }')"
symbols >"$work/symbols"
echo "$layers" >"$work/layers"
while read -r row lib folder; do
	found=$(upward_symbols "$lib")
	[ -z "$found" ] || echo "$found"
	[ -s "$lib" ] && [ -z "$found" ]
	result $? "$lib calls only what is below it"
	found=$(upward_includes "$row" "$folder")
	[ -z "$found" ] || echo "$found"
	[ -z "$found" ]
	result $? "$folder includes only what is below it"
done <"$work/layers"
