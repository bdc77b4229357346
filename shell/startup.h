/*
 * startup.h - what a shell does before its first command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STARTUP_H
#define JSH_STARTUP_H

#include "state/shell.h"

/* Set PWD (the environment's only if it is absolute, without . and .., and
 * names the current directory), OLDPWD and SHLVL. */
void startup_directory(struct shell *sh);

/*
 * Run /etc/profile and ~/.profile for a login shell. Then, for an interactive
 * one and with RC, the file that ENV names; if ENV is unset or empty, and not
 * with set -o posix, jsh/jshrc in $XDG_CONFIG_HOME or ~/.config. A privileged
 * shell reads none.
 */
void startup_files(struct shell *sh, bool rc);

#endif
