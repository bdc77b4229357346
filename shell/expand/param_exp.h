/*
 * param_exp.h - $x and ${x OP word}
 *
 * POSIX.1-2024 XCU 2.5 Parameters and Variables, 2.6.2 Parameter Expansion.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_PARAM_EXP_H
#define JSH_EXPAND_PARAM_EXP_H

#include <stdbool.h>

#include "expand/expander.h"

/* Append the expansion as RESULT, which is EXPANDED or QUOTED. False after an
 * error, which was reported. */
bool param_expand(
    struct expander *x, const struct part_param *param, enum xtext_kind result);

#endif
