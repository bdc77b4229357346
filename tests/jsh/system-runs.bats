#!/usr/bin/env bats
#
# system-runs.bats - scripts of this machine, run by jsh and by dash
#
# Takes minutes: make check-system.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

setup() {
	export JSH_TEST_LIMIT=900
	common_setup
	command -v dash >/dev/null || skip 'dash is not here'
	mkdir jsh dash
	cp "$JSH" jsh/sh
	cp "$(command -v dash)" dash/sh
	jsh=$PWD/jsh/sh dash=$PWD/dash/sh
}

# Run configure in a folder that becomes NAME.d; keep what it said.
configure_with() { # SHELL NAME
	mkdir folder
	(
		cd folder || exit
		env CONFIG_SHELL="$1" "$1" "$TOP_SRCDIR/configure" \
			>configure.out 2>&1 3>&-
	)
	mv folder "$2.d"
}

# What a run has made, without the name of the shell that ran it. In a shell
# without LINENO, as dash is one, configure puts the numbers in itself.
without_names() { # FILE
	sed -E "s|$jsh|SHELL|g; s|$dash|SHELL|g; s/[$]LINENO/LINE/g
		s/(as_lineno-|as_me:|\" \")[0-9]+/\\1LINE/g" "$1"
}

@test "configure has the same results in jsh as in dash" {
	[[ -x $TOP_SRCDIR/configure ]] || skip 'configure was not generated'
	[[ ! -e $TOP_SRCDIR/config.status ]] || skip 'the source is configured'
	configure_with "$jsh" jsh
	configure_with "$dash" dash
	local file
	for file in configure.out config.status Makefile libtool config.h; do
		[[ -e dash.d/$file ]] || continue
		run diff <(without_names "dash.d/$file") \
			<(without_names "jsh.d/$file")
		assert_output ''
	done
}

# A script run by a SHELL, with a home and a folder of its own, as nobody if
# that can be: what it does with --help is not known.
run_help() { # SHELL SCRIPT
	local as_nobody=() status=0
	rm -rf scratch
	mkdir -p scratch/home
	if ((EUID == 0)); then
		chmod -R a+rwX scratch
		chmod a+rx .. ../.. . jsh dash
		as_nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
	fi
	(
		cd scratch || exit
		timeout -k 2 10 unshare --fork --pid --kill-child --mount-proc \
			"${as_nobody[@]}" env -i HOME="$PWD/home" TERM=dumb \
			PATH=/usr/bin:/bin LC_ALL=C.UTF-8 "$1" "$2" --help \
			</dev/null >../stdout 2>../stderr 3>&-
	) || status=$?
	# The words of the shell's own messages are its own; so are random names.
	grep -v -i -e '^[^ ]*: \(line \)\?[0-9]*: ' -e 'unknown option' \
		-e 'illegal option' stderr >messages || true
	sed "s|/tmp/[^ ]*|/tmp/NAME|g; s|$1|SHELL|g" stdout messages
	echo "status $status"
}

# Scripts that need more than the time they get, or answer with the time, the
# pid, a message of the shell.
is_left_out() { # SCRIPT
	case ${1##*/} in
	mvnDebug) return 0 ;; # waits for a debugger
	vimtutor) return 0 ;; # its editor draws what it can in the time it has
	esac
	return 1
}

@test "programs that are scripts say the same to --help in jsh as in dash" {
	unshare --fork --pid --mount-proc true 2>/dev/null ||
		skip 'namespaces are not allowed here'
	local file line ran=0 different=()
	for file in /usr/bin/*; do
		[[ -f $file && -r $file ]] || continue
		IFS= read -r line <"$file" 2>/dev/null || continue
		[[ $line =~ ^'#!'\ ?/bin/sh($|\ ) ]] || continue
		! is_left_out "$file" || continue
		ran=$((ran + 1))
		run_help "$jsh" "$file" >with-jsh
		run_help "$dash" "$file" >with-dash
		if ! diff with-dash with-jsh >difference; then
			different+=("$file")
			echo "$file:"
			cat difference
		fi
	done
	echo "# $ran scripts" >&3
	assert_equal "${different[*]}" ''
}
