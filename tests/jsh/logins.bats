#!/usr/bin/env bats
#
# logins.bats - jsh as the shell that su, login, sshd and tmux start
#
# The logins need root and namespaces: a person is added to copies of the user
# database that only the test sees, with a home and the shell on a file system
# of its own at /mnt. Nothing outlives the namespace's first process.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016,SC2154 # the shell under test expands

load ../lib/common
load ../lib/screen

teardown() {
	screen_stop
	common_teardown
}

# Run a command where the user "person" has jsh as login shell.
with_person() { # COMMAND [ARGUMENT...]
	unshare --mount --pid --fork --kill-child --mount-proc \
		bash "$BATS_TEST_TMPDIR/enter" "$@" 3>&-
}

need_person() { # PROGRAM...
	local program
	((EUID == 0)) || skip 'only root can log others in'
	for program; do
		command -v "$program" >/dev/null || skip "there is no $program"
	done
	unshare --mount --pid --fork --kill-child --mount-proc \
		mount -t tmpfs none /mnt 2>/dev/null || skip 'mounting is not allowed here'
	make_person
}

make_person() {
	mkdir etc
	cp /etc/passwd /etc/shadow /etc/group /etc/shells etc
	echo 'person:x:4242:4242::/mnt/person:/mnt/bin/jsh' >>etc/passwd
	echo 'person:*:19000:0:99999:7:::' >>etc/shadow
	echo 'person:x:4242:' >>etc/group
	echo /mnt/bin/jsh >>etc/shells
	cat >"$BATS_TEST_TMPDIR/enter" <<-EOF
		set -e
		mount -t tmpfs none /mnt
		chmod 755 /mnt
		mkdir -p /mnt/bin /mnt/modules /mnt/person/.config/jsh
		cp "$JSH" /mnt/bin/jsh
		cp "$JSH_MODULE_DIR"/edit_*.so /mnt/modules
		if [ -d "$PWD/modules" ]; then
			cp "$PWD"/modules/* /mnt/modules
		fi
		cp -r "$HOME/." /mnt/person
		chmod 700 /mnt/person
		chown -R 4242:4242 /mnt/person
		for file in passwd shadow group shells; do
			mount --bind "$PWD/etc/\$file" "/etc/\$file"
		done
		export JSH_MODULE_DIR=/mnt/modules
		exec "\$@"
	EOF
	echo "PS1='ready> '" >"$HOME/.profile"
}

play_with_person() {
	with_person "$TOP_SRCDIR/tests/helpers/ptyrun"
}

@test "su - gives a login shell with job control" {
	need_person su
	play_with_person <<-'EOF'
		spawn su -w JSH_MODULE_DIR - person
		expect "ready> "
		line "echo $0 $HOME $PWD $LOGNAME $SHELL"
		expect "\n-jsh /mnt/person /mnt/person person /mnt/bin/jsh\nready> "
		line "sleep 99 | cat"
		fact fg cat
		key ^Z
		expect "Stopped"
		expect "ready> "
		line "kill %1; wait %1; echo status $?"
		expect "status 143\n"
		expect "ready> "
		line "logout 2>/dev/null; exit 3"
		status 3
	EOF
}

@test "su - with a command runs it after the profile, and writes nothing" {
	need_person su
	echo 'x=profile' >>"$HOME/.profile"
	mkdir -p "$HOME/.config/jsh"
	echo 'echo bad' >"$HOME/.config/jsh/jshrc"
	run with_person su - person -c 'echo "$x $0"; exit 7'
	assert_failure 7
	assert_output 'profile -jsh'
}

@test "login gives a login shell on a terminal" {
	need_person login
	touch "$HOME/.hushlogin"
	play_with_person <<-'EOF'
		spawn login -p -f person
		expect "ready> "
		line "echo $0 $PWD; case $- in *m*) echo monitor;; esac"
		expect "\n-jsh /mnt/person\nmonitor\nready> "
		line "sleep 99"
		fact fg sleep
		key ^C
		expect "ready> "
		line exit
		status 0
	EOF
}

# What ssh and its relatives are called with: sshd is started by ssh itself, so
# that there is neither a port nor a process that waits for others.
make_sshd() {
	local sshd
	sshd=$(command -v sshd || echo /usr/sbin/sshd)
	[[ -x $sshd ]] || skip 'there is no sshd'
	mkdir -p "$HOME/.ssh" run
	ssh-keygen -q -t ed25519 -N '' -f host
	ssh-keygen -q -t ed25519 -N '' -f key
	cp key.pub "$HOME/.ssh/authorized_keys"
	cat >sshd_config <<-EOF
		HostKey $PWD/host
		UsePAM no
		StrictModes no
		PrintMotd no
		PrintLastLog no
		PidFile none
		SetEnv JSH_MODULE_DIR=/mnt/modules
		Subsystem sftp internal-sftp
	EOF
	cat >ssh_config <<-EOF
		Host *
		ProxyCommand $sshd -i -f $PWD/sshd_config
		IdentityFile $PWD/key
		User person
		StrictHostKeyChecking no
		UserKnownHostsFile /dev/null
		LogLevel ERROR
	EOF
	sed -i '2i mount -t tmpfs none /run; mkdir /run/sshd' \
		"$BATS_TEST_TMPDIR/enter"
}

@test "ssh host command writes nothing but the command's output" {
	need_person ssh ssh-keygen
	make_sshd
	mkdir -p "$HOME/.config/jsh"
	echo 'echo bad profile' >>"$HOME/.profile"
	echo 'echo bad rc' >"$HOME/.config/jsh/jshrc"
	run --separate-stderr with_person ssh -F ssh_config localhost \
		'echo out | cat; echo err >&2; echo $0 $-; exit 7'
	assert_failure 7
	assert_output --regexp $'^out\njsh [a-zA-Z]*$'
	assert_stderr 'err'
	run with_person sh -c 'echo "echo piped" | ssh -F ssh_config localhost sh'
	assert_success
	assert_output 'piped'
}

@test "ssh gives a prompt and job control" {
	need_person ssh ssh-keygen
	make_sshd
	play_with_person <<-'EOF'
		spawn ssh -F ssh_config -tt localhost
		expect "ready> "
		line "echo $0 ${SSH_TTY:+on a terminal}"
		expect "\n-jsh on a terminal\nready> "
		line "sleep 99"
		fact fg sleep
		key ^Z
		expect "Stopped"
		expect "ready> "
		line "kill %1; wait; exit 4"
		status 4
	EOF
}

@test "scp, old and new, and sftp carry files" {
	need_person ssh ssh-keygen scp sftp
	make_sshd
	mkdir -p "$HOME/.config/jsh"
	echo 'echo bad profile' >>"$HOME/.profile"
	echo 'echo bad rc' >"$HOME/.config/jsh/jshrc"
	head -c 100000 /dev/urandom >sent
	cat >transfer <<-'EOF'
		set -e
		scp -q -F ssh_config sent localhost:new
		scp -q -O -F ssh_config sent 'localhost:"old one"'
		scp -q -O -F ssh_config 'localhost:old*' back-old
		printf 'put sent three\nget new back-new\n' |
			sftp -q -F ssh_config -b - localhost >/dev/null
		cmp sent /mnt/person/new
		cmp sent '/mnt/person/old one'
		cmp sent /mnt/person/three
		cmp sent back-old
		cmp sent back-new
	EOF
	run with_person sh transfer
	assert_success
	assert_output ''
}

@test "a module that is garbage is one warning, and a plain prompt" {
	need_person su
	mkdir modules
	echo garbage >modules/edit_readline.so
	: >modules/edit_libedit.so
	play_with_person <<-'EOF'
		spawn su -w JSH_MODULE_DIR - person
		expect /^jsh: [^\n]*edit_readline.so: [^\n]*\n/
		expect "ready> "
		absent "jsh: "
		line "echo alive | cat"
		expect "\nalive\nready> "
		line exit
		status 0
	EOF
}

@test "a library that is missing is one warning, and the next editor" {
	need_person su
	[[ -f $JSH_MODULE_DIR/edit_readline.so ]] || skip 'there is no readline'
	mkdir modules
	sed 's/libreadline\.so\.[0-9]/libreadline.so.X/' \
		"$JSH_MODULE_DIR/edit_readline.so" >modules/edit_readline.so
	play_with_person <<-'EOF'
		spawn su -w JSH_MODULE_DIR - person
		expect /^jsh: libreadline.so.X: [^\n]*\n/
		expect "ready> "
		absent "jsh: "
		line "echo alive | cat"
		expect "alive\n"
		expect "ready> "
		line exit
		status 0
	EOF
}

@test "a jshrc and a profile full of errors leave a prompt" {
	need_person su
	printf 'if\n' >>"$HOME/.profile"
	mkdir -p "$HOME/.config/jsh"
	printf 'set -e\nexec /nonexistent\n' >"$HOME/.config/jsh/jshrc"
	play_with_person <<-'EOF'
		spawn su -w JSH_MODULE_DIR - person
		expect "/mnt/person/.profile: line "
		expect "/mnt/person/.config/jsh/jshrc: line 2: "
		expect "ready> "
	EOF
}

@test "tmux starts it as its default shell, a login shell" {
	command -v tmux >/dev/null || skip 'there is no tmux'
	echo "PS1='ready> '" >"$HOME/.profile"
	env -u TMUX tmux -S "$BATS_TEST_TMPDIR/tmux" -f /dev/null \
		start-server \; set-option -g default-shell "$JSH" \; \
		new-session -d -x 80 -y 24 3>&-
	screen_wait 'ready>'
	screen_type 'echo "$0 in ${TMUX:+tmux}"'
	screen_key Enter
	screen_wait_line '-jsh in tmux'
}
