/*
 * edit_readline_suggest.h - suggestions while GNU readline reads
 *
 * Part of the readline module.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_EDIT_READLINE_SUGGEST_H
#define JSH_EDIT_EDIT_READLINE_SUGGEST_H

#include <stdio.h>

#include <readline/readline.h>

#include "edit/edit_module.h"

/* What takes a suggestion, or moves as readline's command of that name. */
rl_command_func_t readline_suggest_forward_char;
rl_command_func_t readline_suggest_end_of_line;
rl_command_func_t readline_suggest_forward_word;

/* A line begins (readline reads keys from KEYS, and shows them on OUT; both are
 * borrowed until it ends), or has ended. */
void readline_suggest_begin(const struct edit_keys *keys, FILE *out);
void readline_suggest_end(void);

/* BYTE is about to be given to readline. */
void readline_suggest_key(unsigned char byte);

/* Something else than a key came: take what is shown off the screen. */
void readline_suggest_hide(void);

/* The window has another size: draw anew. */
void readline_suggest_resize(void);

#endif
