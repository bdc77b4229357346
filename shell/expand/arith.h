/*
 * arith.h - $((expression))
 *
 * intmax_t in two's complement: overflow wraps. All operators of C on integers
 * but sizeof, casts and the comma is allowed; assignments, ?:, ++ and --.
 * A variable's value must be an integer constant, never an expression: values
 * are not code.
 *
 * POSIX.1-2024 XCU 2.6.4 Arithmetic Expansion.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_ARITH_H
#define JSH_EXPAND_ARITH_H

#include <stdbool.h>
#include <stdint.h>

#include "state/shell.h"

/* False after one message that names the expression, and shell_abort(). */
bool arith_eval(struct shell *sh, const char *expression, intmax_t *result)
    __attribute__((warn_unused_result));

#endif
