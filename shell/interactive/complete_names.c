/*
 * complete_names.c - candidates: what the shell has names for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/signames.h"
#include "interactive/complete_source.h"
#include "syntax/reserved.h"

void complete_builtins(struct shell *sh, struct complete_list *list)
{
	for (size_t i = 0; i < sh->builtin_count; i++) {
		const struct builtin *builtin = sh->builtins[i];

		if (builtin_find(sh, builtin->name)) /* not hidden */
			complete_offer_name(
			    list, builtin->name, builtin->summary);
	}
}

void complete_aliases(struct shell *sh, struct complete_list *list)
{
	struct alias *alias, *next;

	HASH_ITER (hh, sh->aliases.by_name, alias, next)
		complete_offer_name(list, alias->name, alias->value);
}

void complete_functions(struct shell *sh, struct complete_list *list)
{
	struct func *func, *next;

	HASH_ITER (hh, sh->funcs.by_name, func, next)
		complete_offer_name(list, func->name, "function");
}

void complete_commands(struct shell *sh, struct complete_list *list)
{
	const char *path = var_get(sh, "PATH");

	complete_aliases(sh, list);
	complete_functions(sh, list);
	complete_builtins(sh, list);
	for (int i = RESERVED_NONE + 1; i <= RESERVED_WHILE; i++)
		complete_offer_name(
		    list, reserved_text((enum reserved)i), "reserved word");
	complete_programs(path ? path : path_default(), list);
}

void complete_variables(
    struct shell *sh, struct complete_list *list, const char *after)
{
	struct var *var, *next;

	HASH_ITER (hh, sh->vars.by_name, var, next)
		if (var_get(sh, var->name))
			complete_offer(list, var->name, NULL, NULL, after);
}

void complete_option_names(struct complete_list *list)
{
	for (size_t i = 0; i < OPTION_COUNT; i++)
		if (option_table[i].name)
			complete_offer_name(
			    list, option_table[i].name, option_table[i].help);
}

void complete_signals(struct complete_list *list, const char *prefix)
{
	for (int signo = 1; signo < signame_limit(); signo++) {
		const char *name = signame(signo);
		char *text;

		/* RTMIN+1 and so on are too many, and no one types them. */
		if (!name || strpbrk(name, "+-"))
			continue;
		text = xasprintf("%s%s", prefix, name);
		complete_offer_name(list, text, signame_describe(signo));
		free(text);
	}
}

/* Is an option at S: - and a letter? */
static bool is_option(const char *s)
{
	return s[0] == '-' && isalnum((unsigned char)s[1]) &&
	       (s[2] == ' ' || s[2] == '\n');
}

/* The options at the beginning of a line of help, which goes up to END. */
static void offer_options(
    struct complete_list *list, const char *line, const char *end)
{
	const char *about = line;
	char *text;

	/* "  -r  -s     only jobs that run", "  -F format  in your own form" */
	while (is_option(about)) {
		about += strcspn(about, " \n");
		if (about + 1 < end && about[1] != ' ' && about[1] != '-')
			about += 1 + strcspn(about + 1, " \n");
		about += strspn(about, " ");
	}
	text = about < end ? xstrndup(about, (size_t)(end - about)) : NULL;
	for (; line < about; line++) {
		char name[] = { line[0], line[1], '\0' };

		if (is_option(line))
			complete_offer_name(list, name, text);
	}
	free(text);
}

void complete_builtin_options(
    struct complete_list *list, const struct builtin *builtin)
{
	const char *line = builtin->help;

	while (*line) {
		const char *end = line + strcspn(line, "\n");

		if (line[0] == ' ' && line[1] == ' ')
			offer_options(list, line + 2, end);
		line = *end ? end + 1 : end;
	}
}
