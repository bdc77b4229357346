/*
 * prompt_cut.h - names that are too long for a prompt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_PROMPT_CUT_H
#define JSH_INTERACTIVE_PROMPT_CUT_H

#include <stddef.h>

#include "base/strbuf.h"

/* The columns that TEXT takes on the screen. */
size_t prompt_width(const char *text);

/* Append TEXT; when it takes more than ROOM columns, with "..." for its
 * middle. */
void prompt_cut(struct strbuf *sb, const char *text, size_t room);

/* The same with PATH, of which whole folders are left out: "~/.../jsh/doc", or
 * ".../doc". Its last part stays, itself cut if need be. */
void prompt_cut_path(struct strbuf *sb, const char *path, size_t room);

#endif
