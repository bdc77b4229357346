/*
 * effects.c - what expanding a word does beside giving fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "expand/effects.h"

#include <stddef.h>

static bool param_has_effects(const struct part_param *param)
{
	switch (param->op) {
	case PARAM_ASSIGN:
	case PARAM_ERROR:
	case PARAM_BAD:
		return true;
	case PARAM_PLAIN:
	case PARAM_LENGTH:
	case PARAM_DEFAULT:
	case PARAM_ALTERNATE:
	case PARAM_TRIM_SUFFIX:
	case PARAM_TRIM_SUFFIX_LONG:
	case PARAM_TRIM_PREFIX:
	case PARAM_TRIM_PREFIX_LONG:
		break;
	}
	return word_has_effects(param->word);
}

static bool parts_have_effects(const struct word_part *part)
{
	for (; part; part = part->next) {
		switch (part->type) {
		case PART_LITERAL:
		case PART_ESCAPED:
		case PART_SINGLE:
		case PART_DOLLAR_SINGLE:
			break;
		case PART_DOUBLE:
			if (parts_have_effects(part->u.inner))
				return true;
			break;
		case PART_PARAM:
			if (param_has_effects(&part->u.param))
				return true;
			break;
		case PART_COMMAND:
		case PART_ARITH:
			return true;
		}
	}
	return false;
}

bool word_has_effects(const struct word *word)
{
	return word && parts_have_effects(word->parts);
}
