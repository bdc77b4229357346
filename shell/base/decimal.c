/*
 * decimal.c - numbers as text, without the weight of printf
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/decimal.h"

#include <stddef.h>
#include <string.h>

char *decimal(char text[static DECIMAL_SIZE], intmax_t n)
{
	/* Unsigned, as the least number has no positive counterpart. */
	uintmax_t left = n < 0 ? -(uintmax_t)n : (uintmax_t)n;
	char digits[DECIMAL_SIZE];
	size_t i = sizeof digits;

	digits[--i] = '\0';
	do {
		digits[--i] = (char)('0' + left % 10);
		left /= 10;
	} while (left);
	if (n < 0)
		digits[--i] = '-';
	return memcpy(text, digits + i, sizeof digits - i);
}
