/*
 * decimal.h - numbers as text, without the weight of printf
 *
 * The first snprintf() of a process costs six page faults, a tenth of the start
 * of a shell; each one costs as much as the rest of a small expansion.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_DECIMAL_H
#define JSH_BASE_DECIMAL_H

#include <stdint.h>

enum { DECIMAL_SIZE = 3 * sizeof(intmax_t) + 2 };

/* N in TEXT, which is returned. */
char *decimal(char text[static DECIMAL_SIZE], intmax_t n);

#endif
