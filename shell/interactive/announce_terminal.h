/*
 * announce_terminal.h - how a terminal tells its user something
 *
 * A terminal that is known to show notices is sent one of its own sequences, any
 * other the bell. Inside a multiplexer it is the bell too, which it passes on
 * or marks its window with: what terminal is around it nobody can tell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_ANNOUNCE_TERMINAL_H
#define JSH_INTERACTIVE_ANNOUNCE_TERMINAL_H

#include <stdbool.h>

#include "base/strbuf.h"

enum announce_means {
	ANNOUNCE_NOTHING, /* a terminal that does nothing but print */
	ANNOUNCE_BELL,
	ANNOUNCE_OSC_9,   /* iTerm2, WezTerm, Ghostty */
	ANNOUNCE_OSC_99,  /* kitty; can be limited to when it has no focus */
	ANNOUNCE_OSC_777, /* foot; VTE in part, so the bell goes with it */
	ANNOUNCE_OSC_777_AND_BELL,
};

/* What the terminal understands, by variables: GET gives a variable's value, or
 * NULL. */
enum announce_means announce_choose(
    const char *(*get)(void *ctx, const char *name), void *ctx);

/* Can the terminal be told to show it only while it does not have the focus? */
bool announce_knows_focus(enum announce_means means);

/* Append what is to be written: TEXT made harmless, and cut when it is long.
 * UNFOCUSED: only while the terminal does not have the focus, if it can. */
void announce_compose(struct strbuf *sb, enum announce_means means,
    const char *text, bool unfocused);

#endif
