/*
 * edit_libedit_bind.c - what keys do in libedit
 *
 * As users of other shells know them; editrc is read afterwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_libedit.h"

/* Of libedit's own, v would run vi without the shell's knowing. */
static void bind_vi_commands(EditLine *el)
{
	(void)el_wset(el, EL_BIND, L"-a", L"\\237", L"jsh-paste", NULL);
	(void)el_wset(el, EL_BIND, L"-a", L"v", L"jsh-edit", NULL);
}

struct binding {
	const wchar_t *keys;
	const wchar_t *command;
};

/* In vi mode no sequence may begin with ESC, which would wait for the rest. */
static const struct binding all_bindings[] = {
	{ L"\\237", L"jsh-paste" },
	{ L"^I", L"jsh-complete" },
	{ L"^X^E", L"jsh-edit" },
	{ L"^X^U", L"jsh-undo" },
	{ L"^_", L"jsh-undo" },
	{ L"^J", L"jsh-expand" },
	{ L"^M", L"jsh-expand" },
	{ L" ", L"jsh-expand" },
	{ L"^R", L"em-inc-search-prev" },
	{ L"^W", L"ed-delete-prev-word" },
	{ NULL, NULL },
};

static const struct binding emacs_bindings[] = {
	{ L"\\234", L"ed-next-char" },
	{ L"\\235", L"ed-move-to-end" },
	{ L"\\236", L"em-next-word" },
	{ L"^E", L"jsh-end-of-line" },
	{ L"^F", L"jsh-forward-char" },
	{ L"\\e[2~", L"ed-ignore" }, /* else the ~ is inserted */
	{ L"\\e[3~", L"ed-delete-next-char" },
	{ L"\\e[4~", L"jsh-end-of-line" },
	{ L"\\e[5~", L"ed-ignore" },
	{ L"\\e[6~", L"ed-ignore" },
	{ L"\\e[A", L"ed-search-prev-history" },
	{ L"\\eOA", L"ed-search-prev-history" },
	{ L"\\e[B", L"ed-search-next-history" },
	{ L"\\eOB", L"ed-search-next-history" },
	{ L"\\e[C", L"jsh-forward-char" },
	{ L"\\eOC", L"jsh-forward-char" },
	{ L"\\e[F", L"jsh-end-of-line" },
	{ L"\\eOF", L"jsh-end-of-line" },
	{ L"\\ef", L"jsh-forward-word" },
	{ L"\\e[1;5C", L"jsh-forward-word" },
	{ L"\\e[1;5D", L"ed-prev-word" },
	{ NULL, NULL },
};

static void bind_keys(EditLine *el, const struct binding *bindings)
{
	for (; bindings->keys; bindings++)
		(void)el_wset(
		    el, EL_BIND, bindings->keys, bindings->command, NULL);
}

void libedit_bind_keys(EditLine *el, bool vi)
{
	bind_keys(el, all_bindings);
	if (vi)
		bind_vi_commands(el);
	else
		bind_keys(el, emacs_bindings);
}
