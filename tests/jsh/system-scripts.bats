#!/usr/bin/env bats
#
# system-scripts.bats - the scripts of this machine: jsh's verdict is dash's
#
# What is quick; tests/jsh/system-runs.bats runs them (make check-system).
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

# Those of the FILEs that are for a POSIX shell.
posix_scripts() { # FILE...
	local file line
	for file in "$@"; do
		[[ -f $file && -r $file ]] || continue
		IFS= read -r line <"$file" 2>/dev/null || continue
		[[ $line =~ ^'#!'\ ?/bin/(da)?sh($|\ ) ]] && echo "$file"
	done
	return 0
}

# -n says of each of the FILEs what it says in dash.
same_verdict() { # FILE...
	local file jsh dash
	command -v dash >/dev/null || skip 'dash is not here'
	(($# > 0)) || skip 'there are no such scripts here'
	for file in "$@"; do
		jsh=0 dash=0
		"$JSH" -n "$file" 2>message 3>&- || jsh=$?
		dash -n "$file" 2>/dev/null 3>&- || dash=$?
		if ((jsh != dash)); then
			echo "$file: $jsh, dash says $dash: $(<message)"
			return 1
		fi
	done
	echo "# $# scripts" >&3
}

@test "profiles are taken or refused as by dash" {
	local files=(/etc/profile /etc/profile.d/*.sh)
	[[ -e ${files[1]} ]] || unset 'files[1]'
	same_verdict "${files[@]}"
}

@test "scripts of /etc/init.d are taken or refused as by dash" {
	mapfile -t files < <(posix_scripts /etc/init.d/*)
	same_verdict "${files[@]}"
}

@test "scripts of packages are taken or refused as by dash" {
	mapfile -t files < <(posix_scripts \
		/var/lib/dpkg/info/*.{preinst,postinst,prerm,postrm})
	same_verdict "${files[@]}"
}

@test "programs that are scripts are taken or refused as by dash" {
	mapfile -t files < <(posix_scripts /usr/bin/* /usr/sbin/*)
	same_verdict "${files[@]}"
}

@test "jsh's own configure, config.status and libtool are good scripts" {
	local file
	for file in "$TOP_SRCDIR"/configure "$TOP_BUILDDIR"/config.status \
		"$TOP_BUILDDIR"/libtool; do
		run_jsh -n "$file"
		assert_success
		assert_output ''
	done
}

@test "libtool says the same in jsh as in dash" {
	local arguments
	command -v dash >/dev/null || skip 'dash is not here'
	for arguments in --config --help --features '--mode=compile --help' \
		'-n --mode=compile gcc -c x.c' \
		'-n --mode=link gcc -o libx.la x.lo -rpath /usr/lib' \
		'--mode=nonsense' ''; do
		# shellcheck disable=SC2086 # a list
		run_jsh "$TOP_BUILDDIR/libtool" $arguments
		local jsh_status=$status jsh_output=$output
		# shellcheck disable=SC2086
		run --separate-stderr dash "$TOP_BUILDDIR/libtool" $arguments \
			3>&-
		assert_equal "$jsh_output" "$output"
		assert_equal "$jsh_status" "$status"
	done
}
