/*
 * frame.h - the call of a function: what `local` makes end with it
 *
 * A frame costs nothing but its scope until `local` runs. It is on the C stack
 * of whoever calls the function.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_FRAME_H
#define JSH_STATE_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "state/option.h"

struct shell;

struct frame {
	struct frame *outer; /* NULL: the outermost function */
	int scope;           /* of its local variables */
	bool keeps_options;  /* OPTIONS are put back */
	bool keeps_getopts;  /* OPTIND is local: GETOPTS_OFFSET as well */
	bool options[OPTION_COUNT];
	size_t getopts_offset;
};

/* A function begins; FRAME, to be filled in, must last until frame_leave(). */
void frame_enter(struct shell *sh, struct frame *frame);

/*
 * It has ended. If the shell is on its way out its local variables stay, so
 * that the EXIT trap, set in the function or not, can use them, as in the other
 * shells.
 */
void frame_leave(struct shell *sh);

/* In a function: NAME, or all options, are as they were when it ends. False,
 * after a message, if NAME is read-only. */
bool frame_keep_variable(struct shell *sh, const char *name)
    __attribute__((warn_unused_result));
void frame_keep_options(struct shell *sh);

#endif
