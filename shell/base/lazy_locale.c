/*
 * lazy_locale.c - the locale, loaded when the first text depends on it
 *
 * Static state: what is still to be loaded, as the locale itself is the
 * process's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/lazy_locale.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static struct category {
	int number;
	bool needed;
	char *wanted; /* not loaded yet; NULL: nothing is waiting */
} categories[LAZY_LOCALES] = {
	[LAZY_CTYPE] = { .number = LC_CTYPE },
	[LAZY_COLLATE] = { .number = LC_COLLATE },
};

static bool is_c(const char *name)
{
	return strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0;
}

static void load_wanted(struct category *category)
{
	if (!category->wanted)
		return;
	(void)setlocale(category->number, category->wanted);
	free(category->wanted);
	category->wanted = NULL;
}

void lazy_locale_choose(enum lazy_locale which, const char *name)
{
	struct category *category = &categories[which];

	if (category->wanted && strcmp(category->wanted, name) == 0)
		return;
	/* C is always there: what was waiting is never needed. */
	if (category->wanted && is_c(name) && !category->needed) {
		free(category->wanted);
		category->wanted = NULL;
	}
	load_wanted(category);
	category->wanted = xstrdup(name);
	if (category->needed)
		load_wanted(category);
}

void lazy_locale_need(enum lazy_locale which)
{
	struct category *category = &categories[which];

	category->needed = true;
	load_wanted(category);
}

bool lazy_locale_may_be_multibyte(void)
{
	return categories[LAZY_CTYPE].wanted || MB_CUR_MAX > 1;
}
