/*
 * prompt_braced.h - what \{NAME} and \{NAME:TEXT} in a prompt stand for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_PROMPT_BRACED_H
#define JSH_INTERACTIVE_PROMPT_BRACED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "interactive/prompt_escape.h"

/* The bytes from the { at TEXT to the } that belongs to it; 0: there is none. */
size_t prompt_braced_length(const char *text);

/* Append the value that NAME, of LEN bytes, has; nothing where it is not worth
 * mentioning. False: no value is called so. */
bool prompt_braced_value(struct strbuf *sb, const char *name, size_t len,
    const struct prompt_facts *facts);

/* How TEXT may look: */
struct prompt_face {
	char name[12];
	int on, off; /* parameters of the sequence SGR */
};

/* The face NAME, of LEN bytes; NULL: none is called so. */
const struct prompt_face *prompt_braced_face(const char *name, size_t len);

#endif
