/*
 * word.c - a shell word as the parser leaves it: questions about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/word.h"

const char *word_literal(const struct word *word)
{
	const struct word_part *part = word->parts;

	if (!part || part->next || part->type != PART_LITERAL)
		return NULL;
	return part->u.text.s;
}

static bool part_is_quoted(const struct word_part *part)
{
	switch (part->type) {
	case PART_ESCAPED:
	case PART_SINGLE:
	case PART_DOLLAR_SINGLE:
	case PART_DOUBLE:
		return true;
	case PART_LITERAL:
	case PART_PARAM:
	case PART_COMMAND:
	case PART_ARITH:
		break;
	}
	return false;
}

bool word_is_quoted(const struct word *word)
{
	const struct word_part *part = word->parts;

	while (part && !part_is_quoted(part))
		part = part->next;
	return part != NULL;
}
