/*
 * lazy_locale.h - the locale, loaded when the first text depends on it
 *
 * To load C.UTF-8 costs as much as a sixth of the start of a shell, and a script
 * whose texts are ASCII can do without: a byte below 128 is the same character
 * in every locale. So who decodes, classifies or collates anything else asks for
 * the category first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_LAZY_LOCALE_H
#define JSH_BASE_LAZY_LOCALE_H

#include <stdbool.h>

enum lazy_locale { LAZY_CTYPE, LAZY_COLLATE };

enum { LAZY_LOCALES = LAZY_COLLATE + 1 };

/* NAME is the category's locale from now on: at once if the category has been
 * asked for, else when it is. One that is not installed leaves the former one
 * in force. */
void lazy_locale_choose(enum lazy_locale which, const char *name);

/* Have the category in force, now and after each change. Nearly free when it is
 * already. */
void lazy_locale_need(enum lazy_locale which);

/* False when each byte is sure to be a character; loads nothing. */
bool lazy_locale_may_be_multibyte(void);

#endif
