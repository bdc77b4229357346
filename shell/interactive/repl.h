/*
 * repl.h - read, run, and again: the loop of an interactive shell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_REPL_H
#define JSH_INTERACTIVE_REPL_H

#include "state/shell.h"

/* Run commands from standard input until its end or `exit`; returns the status
 * to leave with. Editors are modules in MODULE_DIR. */
int repl_run(struct shell *sh, const char *module_dir);

#endif
