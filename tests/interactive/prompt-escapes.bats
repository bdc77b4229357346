#!/usr/bin/env bats
#
# prompt-escapes.bats - backslash escapes in PS1 and PS2, with each line editor
#
# What each escape stands for is tested by tests/unit/interactive_prompt_escape;
# here, that the shell knows the facts and does no harm with them. Each step may
# take 60 s.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common
load ../lib/screen

setup() {
	common_setup
	find_libraries
}

teardown() {
	screen_stop
	common_teardown
}

play_with_all() {
	play_with "${libraries[@]}" plain
}

@test "the shell knows what the escapes stand for" {
	local user
	user=$(id -un)
	play_with_all <<-EOF
		env TZ=UTC
		spawn \$JSH
		expect "$ "
		line "PS1='\\\\u|\\\\H|\\\\s|\\\\W|\\\\#|\\\\?|\\\\\$> '; sh -c 'exit 7'"
		expect "$user|$(hostname)|jsh|work|2|7|$([[ $(id -u) == 0 ]] && echo '#' || echo '$')> "
		line "cd /; HOME=/x"
		expect "|/|3|0|"
		line "PS1='\\\\w \\\\D{%Y-%m-%d %Z}> '; cd /usr/lib; TZ=JST-9"
		expect /\/usr\/lib \d{4}-\d\d-\d\d JST> /
		line "PROMPT_DIRTRIM=1"
		expect ".../lib "
		line "PS1='\\\\l %'"
		expect /\n\d+ %|\r\d+ %/
	EOF
}

@test "jobs are counted, running and stopped ones apart" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PS1='<\\j \\j{running} \\j{stopped}> '"
		expect "<0 0 0> "
		line "sleep 1h & sleep 2h &"
		expect "<2 2 0> "
		line "sleep 3h"
		fact fg 3h
		key ^Z
		expect "<3 2 1> "
		line "kill %1; wait %1"
		expect "<2 1 1> "
		line "kill %2 %3; wait"
		expect "<0 0 0> "
	EOF
}

@test "a folder named like a command is shown, not run" {
	mkdir '$(touch run)`touch run`${HOME}\'
	play_with_all <<-'EOF'
		size 24 200
		spawn $JSH
		expect "$ "
		line "PS1='\\W|\\w> '"
		expect "work|"
		line "cd ./*touch*"
		expect "$(touch run)`touch run`${HOME}\\|"
		expect "/work/$(touch run)`touch run`${HOME}\\> "
		line "ls; cd ..; ls run"
		expect "ls: "
	EOF
	[[ ! -e run ]]
}

@test "\\! is the number that the command will have in the history" {
	play_with_all <<-'EOF'
		env HISTFILE=
		spawn $JSH
		expect "$ "
		line "PS1='<\\!> ' PS2='<\\!>> '"
		expect "<2> "
		line "echo 'a"
		expect "<2>> "
		line "b'"
		expect "<3> "
		line "fc -l -1"
		expect /^2\s+echo 'a\n.*b'\n<4> /
	EOF
}

@test "escapes are decoded first, then parameters are expanded" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "x='\\w'; PS1='$x \\101$(echo \\102)\\\\q\\q \\044x> '"
		expect "\\w AB\\q\\q $x> "
	EOF
}

@test "PS2 has escapes too, and a new row in a prompt" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PS2='\\W \\j> ' PS1='one\\ntwo% '"
		expect "one\ntwo% "
		line "echo 'a"
		expect "work 0> "
		line "b'"
		expect "\na\nb\none\ntwo% "
	EOF
}

@test "posix mode has no escapes" {
	play_with_all <<-'EOF'
		spawn $JSH -o posix
		expect "$ "
		line "PS1='\\w\\\\\\j\\$ '"
		expect "\\w\\\\j$ "
	EOF
}

# A shell with EDITOR on an empty screen of 40 columns and 12 rows.
start_with() { # EDITOR PS1
	local command="env JSH_EDITOR=$1 PS1='$2' $JSH"
	screen_run 40 12 "$command"
}

@test "what stands between \\[ and \\] takes no room, and no escape sequence does" {
	local editor prompt
	for editor in "${libraries[@]}" plain; do
		for prompt in '\[\e[1;31m\]red\[\e[0m\]> ' '\e[1;31mred\e[0m> ' \
			'\e]0;title\ar\e[4med> \e[0m'; do
			start_with "$editor" "$prompt"
			screen_wait_line 'red>'
			screen_wait_cursor 0 5
			screen_type abcd
			screen_wait_cursor 0 9
			[[ $editor != plain ]] || continue
			screen_key C-a
			screen_wait_cursor 0 5
			screen_key C-e
			screen_type 'efghijklmnopqrstuvwxyz0123456789ABCD'
			screen_wait_cursor 1 5
			screen_key C-a
			screen_wait_cursor 0 5
		done
	done
}

@test "a search of two rows leaves nothing behind under a coloured prompt" {
	[[ " ${libraries[*]} " == *" readline "* ]] || skip 'no readline'
	start_with readline '\e[32mx\e[0m> '
	screen_wait_line 'x>'
	screen_type 'echo abcdefghijklmnop'
	screen_key Enter
	screen_wait_cursor 2 3
	screen_key C-r
	screen_type ech
	screen_wait "ech': "
	screen_key C-e
	shows <<-'EOF'
		x> echo abcdefghijklmnop
		abcdefghijklmnop
		x> echo abcdefghijklmnop
	EOF
}

@test "the default has folder, jobs and status, each when there is something to say" {
	local sign='$'
	[[ $(id -u) != 0 ]] || sign='#'
	play_with_all <<-EOF
		env PS1
		env HOME=$PWD
		size 24 300
		spawn \$JSH
		expect /^~\\$sign /
		line "(exit 3)"
		expect "~ 3$sign "
		line "cd /usr; sleep 1h &"
		expect "/usr [1 running]$sign "
		line "sleep 2h"
		fact fg 2h
		key ^Z
		expect "/usr [1 stopped, 1 running]$sign "
		line "kill %1 %2; wait"
		expect "/usr$sign "
	EOF
}

@test "the default names user and host over ssh" {
	play_with_all <<-EOF
		env PS1
		env SSH_CONNECTION=somewhere
		env HOME=$PWD
		spawn \$JSH
		expect "$(id -un)@$(hostname -s) ~"
	EOF
}

@test "the default is coloured, but not with NO_COLOR or on a dumb terminal" {
	local start
	for start in "env NO_COLOR=" "env NO_COLOR=1" "env TERM=dumb"; do
		play_with_all <<-EOF
			env PS1
			env HOME=$PWD
			$start
			record raw
			spawn \$JSH
			expect "~"
			line "false"
			expect "~ 1"
		EOF
		run -0 cat -v raw
		case $start in
		*=)
			assert_output --partial '^[[36m~^[[39m'
			assert_output --partial '^[[31m1^[[39m'
			;;
		*)
			refute_output --regexp '\^\[\[3[0-9]m'
			;;
		esac
	done
}

@test "posix mode has the default of the standard, also when it begins later" {
	local sign='$'
	[[ $(id -u) != 0 ]] || sign='#'
	play_with_all <<-EOF
		env PS1
		spawn \$JSH -o posix
		expect /^\\$sign /
	EOF
	play_with_all <<-EOF
		env PS1
		env HOME=$PWD
		spawn \$JSH
		expect "~$sign "
		line "set -o posix"
		expect "\n$sign "
		line "set +o posix"
		expect "\n~$sign "
	EOF
}

@test "a PS1 of the environment is kept" {
	play_with_all <<-'EOF'
		env PS1=\W:
		spawn $JSH
		expect "work:"
	EOF
}

@test "\\{branch} follows what git does" {
	command -v git >/dev/null || skip 'git is needed'
	git init -q -b trunk repo
	git -C repo -c user.name=a -c user.email=a@b commit -q --allow-empty -m x
	git -C repo worktree add -q -b side "$PWD/tree"
	mkdir repo/sub
	play_with_all <<-EOF
		spawn \$JSH
		expect "$ "
		line "PS1='<\\\\{branch}> '; cd repo/sub"
		expect "<trunk> "
		line "git checkout -q -B other"
		expect "<other> "
		line "git checkout -q --detach"
		expect "<$(git -C repo rev-parse --short=7 HEAD)> "
		line "cd ../../tree"
		expect "<side> "
		line "cd ..; git -C repo checkout -q trunk"
		expect "<> "
		line "GIT_DIR=repo/.git"
		expect "<trunk> "
	EOF
}

@test "a branch named like a command is shown, not run" {
	mkdir .git
	printf 'ref: refs/heads/$(touch run)`touch run`\033[2J\001\n' >.git/HEAD
	play_with_all <<-'EOF'
		size 24 200
		spawn $JSH
		expect "$ "
		line "PS1='\\{branch:<\\{branch}>} '"
		expect "\n<$(touch run)`touch run`^[[2J^A> "
		line "ls; ls run"
		expect "ls: "
	EOF
	[[ ! -e run ]]
}

@test "^C ends what a prompt waits for, and the prompt is there" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PS1='$(sleep 1h)% '"
		fact state sleep S
		key ^C
		expect "^C% "
		line "PS1='$ '; echo \"<$?>\""
		expect "\n<0>\n$ "
	EOF
}

@test "\\{duration} is told of a command that took a second or more" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PS1='<\\{duration}> '; sleep 1"
		expect /\n<[1-9]\d*\.\d s> /
		line "true"
		expect "\n<> "
	EOF
}
