/*
 * edit_readline_draw.h - what GNU readline draws, kept and made shorter
 *
 * Part of the readline module.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_EDIT_READLINE_DRAW_H
#define JSH_EDIT_EDIT_READLINE_DRAW_H

#include <stdbool.h>

#include "edit/edit_module.h"

/* Is the variable NAME of readline's "on"? */
bool readline_variable_is_on(const char *name);

/* A line begins that is shown on OUT (borrowed): what is sent there is shortened,
 * if the terminal obeys what is said instead. */
void readline_draw_begin(struct edit_output *out);

/* Draw the line, as rl_redisplay() does. */
void readline_draw(void);

/* The editor is closed. */
void readline_draw_fini(void);

#endif
