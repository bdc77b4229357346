/*
 * announce_terminal.h - how a terminal tells its user something
 *
 * A terminal that is known to show notices is sent one of its own sequences, any
 * other the bell. Inside a multiplexer it is the bell too, which it passes on
 * or marks its window with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_ANNOUNCE_TERMINAL_H
#define JSH_INTERACTIVE_ANNOUNCE_TERMINAL_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "interactive/terminal.h"

/* Can the terminal be told to show it only while it does not have the focus? */
bool announce_knows_focus(enum announce_means means);

/* Append what is to be written: TEXT made harmless, and cut when it is long.
 * UNFOCUSED: only while the terminal does not have the focus, if it can. */
void announce_compose(struct strbuf *sb, enum announce_means means,
    const char *text, bool unfocused);

#endif
