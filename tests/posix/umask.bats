# XCU umask
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "umask sets and shows the mask" {
	unlike zsh 'writes a mask of three digits, as POSIX allows'
	unlike mksh 'writes a mask of three digits, as POSIX allows'
	run_jsh -c 'umask 027; umask; : >f; stat -c %a f'
	assert_output $'0027\n640'
}

@test "umask -S shows what is left" {
	run_jsh -c 'umask 027; umask -S; umask 777; umask -S'
	assert_output $'u=rwx,g=rx,o=\nu=,g=,o='
}

@test "the output of umask and umask -S can be read back" {
	unlike zsh 'writes a mask of three digits, as POSIX allows'
	unlike mksh 'writes a mask of three digits, as POSIX allows'
	run_jsh -c 'umask 035; m=$(umask); s=$(umask -S); umask 0; umask "$m"; umask
		umask 0; umask "$s"; umask'
	assert_output $'0035\n0035'
}

@test "symbolic masks" {
	departs ksh 'umask'
	unlike zsh 'writes a mask of three digits, as POSIX allows'
	unlike mksh 'writes a mask of three digits, as POSIX allows'
	departs busybox 'umask'
	while read -r start mask result; do
		if testee_is bash && [[ $mask == *=[ugo]* ]]; then
			continue # copies the bits of the mask, not of the mode
		fi
		run_jsh -c "umask $start; umask $mask; umask"
		assert_output "$result" || fail "$start $mask"
	done <<'X'
022 u=rwx,g=rwx,o=rwx 0000
022 g+w 0002
000 o-rwx 0007
022 a=r 0333
077 g=u 0007
022 go= 0077
022 u-x,g+w 0102
022 +w 0000
022 o=g 0022
027 o=g-x 0023
X
}

@test "a wrong mask is an error and changes nothing" {
	departs ksh 'umask'
	departs yash 'umask'
	unlike zsh 'writes a mask of three digits, as POSIX allows'
	unlike mksh 'writes a mask of three digits, as POSIX allows'
	departs busybox 'umask'
	for mask in 9 08 u=q x "u+r," 77777; do
		run_jsh -c "umask 022; (umask $mask) && echo set; umask"
		if testee_is dash && [[ $mask == 77777 || $mask == u+r, ]]; then
			continue # takes it
		fi
		assert_output 0022 || fail "$mask"
	done
}

@test "a subshell's mask is its own" {
	unlike zsh 'writes a mask of three digits, as POSIX allows'
	unlike mksh 'writes a mask of three digits, as POSIX allows'
	run_jsh -c 'umask 022; (umask 077); umask'
	assert_output 0022
}

@test "every operator, who and permission of a symbolic mask" {
	departs bash 'umask: permcopy, several operators'
	departs ksh 'umask: permcopy'
	departs zsh 'umask: permcopy, several operators'
	unlike mksh 'writes three digits, which POSIX allows'
	departs busybox 'umask'
	script <<'EOF'
for m in u=rwx,g=rx,o= a+r u+w,g-w +x -w = go= u=g g=u u+rwx-w a=,u=rw \
	ug+w,o-rwx a=rwxX u+r+w-x u=rw=x g=o go=u ugo=r u=u g+u,o-g u=s g-o u+; do
	umask 027; umask -- "$m"; printf '%s ' "$(umask)"
done; echo
EOF
	prints "0027 0023 0027 0026 0227 0777 0077 0227 0007 0227 0177 0007 0000 \
0127 0627 0077 0000 0333 0027 0007 0727 0027 0027 "
}

@test "clauses are taken one after the other" {
	# As chmod does: o=g copies what g is by then.
	unlike dash 'copies what was there before, as the standard may be read'
	unlike yash 'copies what was there before, as the standard may be read'
	unlike mksh 'copies what was there before, as the standard may be read'
	departs bash 'umask: permcopy'
	departs ksh 'umask: permcopy'
	departs zsh 'umask: permcopy'
	script 'umask 027; umask g=u,o=g; umask'
	prints 0000
}

@test "what is no mask changes nothing" {
	departs dash 'umask: the grammar of symbolic modes'
	departs ksh 'umask: the grammar of symbolic modes'
	departs mksh 'umask: the grammar of symbolic modes'
	departs busybox 'umask'
	script <<'EOF'
umask 022
for m in 8 9x 18 0x1 -1 u , u=,g u=rwz '' abc '=rwx,' 'a+r,,' ,a+r 'a+r ' ; do
	umask -- "$m" 2>err && echo "$m: status"
	[ -s err ] || echo "$m: message"
	[ "$(umask -S)" = u=rwx,g=rx,o=rx ] || echo "$m: changed"
done
umask -x 2>/dev/null || echo option
EOF
	ends 0 option
}

@test "umask -S is read back, also with nothing left" {
	script <<'EOF'
for m in 0 022 077 777 137 640; do
	umask $m; s=$(umask -S); umask 0; umask "$s"
	[ "$(umask -S)" = "$s" ] && printf '%s ' "$s"
done; echo
umask 027; m=$(umask); umask 0; umask "$m"; umask -S
EOF
	prints 'u=rwx,g=rwx,o=rwx u=rwx,g=rx,o=rx u=rwx,g=,o= u=,g=,o= u=rw,g=r,o= u=x,g=wx,o=rwx ' \
		u=rwx,g=rx,o=
}

@test "the mask is for files that are made, only its permission bits count" {
	departs busybox 'umask'
	script 'umask 027; : >a; mkdir b; ls -ld a b | cut -c 1-10; umask 7022; umask -S'
	prints -rw-r----- drwxr-x--- u=rwx,g=rx,o=rx
}
