/*
 * complete_context.h - where in a command the cursor is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_COMPLETE_CONTEXT_H
#define JSH_INTERACTIVE_COMPLETE_CONTEXT_H

#include "base/vec.h"
#include "interactive/complete_word.h"

enum complete_place {
	COMPLETE_NOTHING, /* a comment, a here-document, arithmetic */
	COMPLETE_COMMAND, /* a command's name */
	COMPLETE_ARGUMENT,
	COMPLETE_FILE,     /* behind < or > */
	COMPLETE_VALUE,    /* NAME=... before a command */
	COMPLETE_VARIABLE, /* behind $: word.end says where the name begins */
	COMPLETE_BRACED,   /* behind ${: the same */
};

struct complete_context {
	enum complete_place place;
	struct complete_word word; /* at the cursor; empty between words */
	struct vec words; /* the command's before it, without quotes; heap */
};

/* The innermost command at the end of TEXT, which may be several lines. To be
 * ended with complete_context_fini(). */
void complete_context_find(
    struct complete_context *context, const struct complete_text *text);
void complete_context_fini(struct complete_context *context);

#endif
