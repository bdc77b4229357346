/*
 * split.h - field splitting: where the fields of an expanded text are
 *
 * POSIX.1-2024 XCU 2.6.5 Field Splitting.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_SPLIT_H
#define JSH_EXPAND_SPLIT_H

#include <stdbool.h>
#include <stddef.h>

#include "expand/xtext.h"

struct splitter {
	const struct xtext *x;      /* borrowed: not to be changed meanwhile */
	const char *ifs;            /* borrowed */
	unsigned char classes[256]; /* of each byte: see split.c */
	size_t at;                  /* next byte */
	size_t run;                 /* that holds it */
	bool fresh; /* no byte was seen since the beginning or a BREAK */
};

/* Bytes of the text from START to END, which is never past a delimiter: the
 * byte at END, if there is one, belongs to no field. */
struct field {
	size_t start, end;
	size_t run;     /* that START lies in, or an earlier one */
	bool may_match; /* unquoted * ? or [ is in it */
};

/* IFS is the variable's value; NULL while it is unset. */
void split_init(
    struct splitter *splitter, const struct xtext *x, const char *ifs);

/* The next field; false when there are no more. */
bool split_next(struct splitter *splitter, struct field *field);

/* All that is left as one field, for the last variable of `read`: more than
 * one field keeps its delimiters, but for IFS white space at the end. */
bool split_rest(struct splitter *splitter, struct field *field);

#endif
