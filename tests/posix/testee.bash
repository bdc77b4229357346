# testee.bash - other shells under test: `load testee`
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# Is the shell under test SHELL?
testee_is() {
	[[ $(readlink -f "$JSH") == */"$1" ]]
}

# SHELL does otherwise than the standard says: skip the test there.
bug_of() {
	if testee_is "$1"; then
		skip "$1: $2"
	fi
}
