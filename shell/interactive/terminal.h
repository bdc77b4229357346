/*
 * terminal.h - what the terminal is known to understand
 *
 * By the variables that terminals set. Inside a multiplexer only that is known:
 * what terminal is around it nobody can tell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_TERMINAL_H
#define JSH_INTERACTIVE_TERMINAL_H

#include <stdbool.h>

/* How it tells its user something */
enum announce_means {
	ANNOUNCE_NOTHING, /* a terminal that does nothing but print */
	ANNOUNCE_BELL,
	ANNOUNCE_OSC_9,   /* iTerm2, WezTerm, Ghostty */
	ANNOUNCE_OSC_99,  /* kitty; can be limited to when it has no focus */
	ANNOUNCE_OSC_777, /* foot; VTE in part, so the bell goes with it */
	ANNOUNCE_OSC_777_AND_BELL,
};

struct terminal {
	enum announce_means notice;
	bool folder; /* OSC 7: where the shell is */
	bool marks;  /* OSC 133: where prompts, commands and output begin */
	bool title;  /* OSC 0: the window's title */
};

/* A variable's value, or NULL. */
typedef const char *terminal_get(void *ctx, const char *name);

/* What the terminal understands; static. */
const struct terminal *terminal_find(terminal_get *get, void *ctx);

/* Has it colours, and are they wanted (NO_COLOR is empty or unset)? */
bool terminal_has_colours(terminal_get *get, void *ctx);

#endif
