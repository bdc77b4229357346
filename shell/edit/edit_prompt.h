/*
 * edit_prompt.h - a prompt's upper lines, and its marks for what takes no room
 *
 * Part of the shell and of each module.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_PROMPT_H
#define JSH_EDIT_PROMPT_H

#include <stddef.h>

#include "base/strbuf.h"

/* Around an escape sequence, so that its width is not counted */
#define PROMPT_HIDE '\001'
#define PROMPT_SHOW '\002'

/* The last line of PROMPT: what stands before the text that is typed. */
const char *edit_prompt_last(const char *prompt);

/* Add LEN bytes of a prompt without the marks. */
void edit_prompt_add(struct strbuf *sb, const char *prompt, size_t len);

/* Write LEN bytes of a prompt to FD without the marks. A failure is ignored:
 * the read that follows tells of a terminal that is gone. */
void edit_prompt_write(int fd, const char *prompt, size_t len);

#endif
