/*
 * safe.h - text made harmless for a terminal
 *
 * Whatever jsh itself shows (messages, job texts, names in listings) may hold
 * bytes of somebody else's choosing. Control characters are shown as ^X or
 * \ooo, C1 controls and invalid UTF-8 as \ooo, so nothing reaches the terminal
 * that it would obey. Printable multibyte text stays as it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_SAFE_H
#define JSH_BASE_SAFE_H

#include <stddef.h>

#include "base/strbuf.h"

void safe_add(struct strbuf *sb, const char *s, size_t len);

/* The first item of TEXT (LEN is 1 or more) as it is shown: its bytes in SHOWN,
 * how many of them, and in *USED how many bytes of TEXT it stands for. */
size_t safe_item(
    char shown[static 4], const char *text, size_t len, size_t *used);

/* The same into a buffer of SIZE bytes, cut at a whole item; returns the
 * length. Async-signal-safe: used between fork and exec. */
size_t safe_copy(char *to, size_t size, const char *s, size_t len);

#endif
