/*
 * history_list.h - the commands that `history` is asked for, shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BUILTINS_EXT_HISTORY_LIST_H
#define JSH_BUILTINS_EXT_HISTORY_LIST_H

#include "state/shell.h"

struct history_query {
	const char *dir;     /* entered there only; NULL: anywhere */
	bool failed;         /* whose status is known and not 0 */
	bool today;          /* since midnight */
	bool session;        /* of this shell */
	bool json;           /* an object a line */
	long last;           /* so many at most, the newest; -1: all */
	const char *pattern; /* the whole text if it is a pattern, else a part
				of it; NULL: any */
};

/* Write them to sh->out: those of the list, and among them by their time, without
 * a number, what other shells have run since. */
void history_list(struct shell *sh, const struct history_query *query);

#endif
