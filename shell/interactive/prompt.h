/*
 * prompt.h - what the prompts say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_PROMPT_H
#define JSH_INTERACTIVE_PROMPT_H

#include "state/shell.h"

/* Set PS1 and PS2 where the environment did not. */
void prompt_init(struct shell *sh);

/* The value of NAME (PS1, PS2): in jsh mode its escapes decoded, then expanded
 * as POSIX says; heap. */
char *prompt_text(struct shell *sh, const char *name);

/* The same while a line is typed, when no code of the user's may run: NULL if
 * there are expansions in it. */
char *prompt_text_now(struct shell *sh, const char *name);

#endif
