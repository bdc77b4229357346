/*
 * complete_run.h - candidates from a completer of the user's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_COMPLETE_RUN_H
#define JSH_INTERACTIVE_COMPLETE_RUN_H

#include "interactive/complete_list.h"
#include "state/completer.h"
#include "state/shell.h"

/* What a completer is told. */
struct complete_call {
	const char *command, *word, *previous; /* $1 $2 $3, without quotes */
	const char *line;                      /* COMP_LINE */
	size_t cursor;                         /* COMP_POINT: bytes */
};

/*
 * Run COMPLETER in a process of its own, so that nothing in the shell changes,
 * and offer what it prints: a candidate a line, behind a tab what it is. It has
 * no input and no error output. ^C ends it, and so does anything else that the
 * shell must attend to; what it said is then dropped. Blocks until it has
 * closed its output.
 */
void complete_run(struct shell *sh, struct complete_list *list,
    const struct completer *completer, const struct complete_call *call);

#endif
