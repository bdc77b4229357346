/*
 * lex_param.h - parameter expansions
 *
 * POSIX.1-2024 XCU 2.6.2 Parameter Expansion.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_LEX_PARAM_H
#define JSH_SYNTAX_LEX_PARAM_H

#include <stdbool.h>

#include "syntax/lex_word.h"

struct parser;

/* Can C be the first byte of a parameter? */
bool lex_is_param_start(int c);

/* After "$": the parameter that the next byte begins. */
void lex_plain_param(struct parser *p, struct part_param *param);

/* After "${", which stands in PLACE: up to the "}", which is not consumed. */
void lex_braced_param(
    struct parser *p, struct part_param *param, enum word_place place);

#endif
