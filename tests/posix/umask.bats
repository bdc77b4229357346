# XCU umask
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "umask sets and shows the mask" {
	run_jsh -c 'umask 027; umask; : >f; stat -c %a f'
	assert_output $'0027\n640'
}

@test "umask -S shows what is left" {
	run_jsh -c 'umask 027; umask -S; umask 777; umask -S'
	assert_output $'u=rwx,g=rx,o=\nu=,g=,o='
}

@test "the output of umask and umask -S can be read back" {
	run_jsh -c 'umask 035; m=$(umask); s=$(umask -S); umask 0; umask "$m"; umask
		umask 0; umask "$s"; umask'
	assert_output $'0035\n0035'
}

@test "symbolic masks" {
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
	for mask in 9 08 u=q x "u+r," 77777; do
		run_jsh -c "umask 022; (umask $mask) && echo set; umask"
		if testee_is dash && [[ $mask == 77777 || $mask == u+r, ]]; then
			continue # takes it
		fi
		assert_output 0022 || fail "$mask"
	done
}

@test "a subshell's mask is its own" {
	run_jsh -c 'umask 022; (umask 077); umask'
	assert_output 0022
}
