/*
 * utf8.h - UTF-8 decoded, whatever the locale
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_UTF8_H
#define JSH_BASE_UTF8_H

#include <stddef.h>

/* Bytes of the valid character at S, its code point in *POINT; 0 if there is
 * none (LEN is 0, or the bytes are no UTF-8). Async-signal-safe. */
size_t utf8_decode(const char *s, size_t len, unsigned long *point);

#endif
