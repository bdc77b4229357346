/*
 * dollar_single.h - the escapes of $'...'
 *
 * POSIX.1-2024 XCU 2.2.4 Dollar-Single-Quotes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_DOLLAR_SINGLE_H
#define JSH_SYNTAX_DOLLAR_SINGLE_H

#include "base/arena.h"
#include "syntax/word.h"

/*
 * What SOURCE, the text between the quotes, stands for. An escape that the
 * standard does not know is taken as it is; a NUL byte ends the text.
 */
struct text dollar_single_decode(struct arena *arena, struct text source);

#endif
