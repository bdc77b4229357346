# Prints 5 MB of functions, for the workloads that parse. Run by /bin/sh.
#
# SPDX-License-Identifier: GPL-3.0-or-later
seq 23200 | sed 's|.*|f_&() {\
	local_&=$1 # a comment\
	if [ "$local_&" -gt 10 ] \&\& test -f "${file:-/dev/null}"; then\
		echo "large $local_&" \| sed s/a/b/ >/dev/null 2>\&1\
	else\
		for x in a b "c d"; do echo "$x"; done\
	fi\
}|'
