# git.jsh - complete the subcommands, branches and remotes of git
#
# Put this into your jshrc:   . /path/to/git.jsh
#
# It shows all that a completer needs. The shell calls it in a subshell with
# the command's name, the word before the cursor, and the word before that.
# It prints one candidate a line, behind a tab a few words about it; the shell
# leaves out what does not fit, and does the quoting. When it prints nothing,
# the shell completes the names of files: so `git add` needs no line here.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh

# `git help -a` has "   add      Add file contents to the index"
_git_commands() {
	git help -a | sed -n 's/^   \([a-z][a-z-]*\)  *\(.*\)/\1	\2/p'
}

_git_branches() {
	git for-each-ref --format='%(refname:short)	%(subject)' \
		refs/heads refs/remotes refs/tags
}

_git_remotes() {
	git remote -v | sed -n 's/ (fetch)$//p'
}

# The first word of COMP_LINE behind git that is no option.
_git_subcommand() {
	set -f
	# shellcheck disable=SC2086 # words are wanted
	set -- ${COMP_LINE#*git }
	while [ $# -gt 1 ]; do
		case $1 in
		-*) shift ;;
		*) break ;;
		esac
	done
	echo "$1"
}

_git_complete() { # git WORD PREVIOUS
	if [ "$3" = "$1" ]; then
		_git_commands
		return
	fi
	case $(_git_subcommand) in
	fetch | pull | push)
		case $3 in
		fetch | pull | push) _git_remotes ;;
		*) _git_branches ;;
		esac
		;;
	branch | checkout | cherry-pick | diff | log | merge | rebase | reset | \
		show | switch | tag)
		_git_branches
		;;
	esac
}

# shellcheck disable=SC3044 # a builtin of jsh
complete -F _git_complete git
