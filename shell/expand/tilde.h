/*
 * tilde.h - ~ and ~user
 *
 * POSIX.1-2024 XCU 2.6.1 Tilde Expansion.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_TILDE_H
#define JSH_EXPAND_TILDE_H

#include <stddef.h>

#include "state/shell.h"

/*
 * The home directory of the user whose name is the LEN bytes of NAME; of this
 * shell's user if there are none: $HOME, or what the user database says while
 * HOME is unset. Borrowed until the variable changes or the next call; NULL if
 * it is not known.
 */
const char *tilde_home(struct shell *sh, const char *name, size_t len);

#endif
