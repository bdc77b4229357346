/*
 * describe.c - what a command name means, for `command -v`, `-V` and `type`
 *
 * In the order in which the shell itself looks.
 *
 * POSIX.1-2024 XCU command, type.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/describe.h"

#include <stdio.h>
#include <string.h>

#include "base/safe.h"
#include "builtins/common.h"
#include "syntax/reserved.h"
#include "syntax/unparse.h"

/* Builtins that POSIX has the shell find without PATH (XCU 1.7). */
static bool is_intrinsic(const char *name)
{
	static const char names[][8] = { "alias", "bg", "cd", "command", "fc",
		"fg", "getopts", "hash", "jobs", "kill", "read", "type",
		"ulimit", "umask", "unalias", "wait" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* "NAME is WHAT". */
static void write_words(struct shell *sh, const char *name, const char *what)
{
	struct strbuf text = STRBUF_INIT;

	safe_add(&text, name, strlen(name));
	strbuf_adds(&text, " is ");
	safe_add(&text, what, strlen(what));
	out_printf(&sh->out, "%s\n", text.s);
	strbuf_fini(&text);
}

static void describe_alias(struct shell *sh, const char *name,
    const char *value, enum describe_style style)
{
	if (style == DESCRIBE_TERSE)
		out_puts(&sh->out, "alias ");
	else
		out_printf(&sh->out, "%s is an alias: ", name);
	out_assignment(&sh->out, name, value);
}

static void describe_function(
    struct shell *sh, const struct func *func, enum describe_style style)
{
	struct strbuf text = STRBUF_INIT;

	if (style == DESCRIBE_TERSE) {
		out_printf(&sh->out, "%s\n", func->name);
		return;
	}
	write_words(sh, func->name, "a function");
	strbuf_addf(&text, "%s() ", func->name);
	unparse_program(&text, func->body);
	out_puts(&sh->out, text.s);
	if (text.s[text.len - 1] != '\n')
		out_putc(&sh->out, '\n');
	strbuf_fini(&text);
}

/* The file that NAME runs, as an absolute name; NULL if there is none. */
static const char *find_file(
    struct shell *sh, const char *name, bool default_path)
{
	const char *file, *pwd;
	char *absolute;
	size_t size;
	int status;

	if (default_path && !strchr(name, '/'))
		file = path_search(sh, name, path_default(), &status);
	else
		file = path_lookup(sh, name, &status);
	pwd = var_get(sh, "PWD");
	if (!file || *file == '/' || !pwd)
		return file;
	size = strlen(pwd) + strlen(file) + 2;
	absolute = arena_alloc(&sh->arena, size);
	(void)snprintf(absolute, size, "%s%s%s", pwd,
	    pwd[strlen(pwd) - 1] == '/' ? "" : "/", file);
	return absolute;
}

static const char *builtin_words(const struct builtin *builtin)
{
	return builtin->kind == BUILTIN_SPECIAL ? "a special shell builtin"
						: "a shell builtin";
}

static void describe_builtin(struct shell *sh, const struct builtin *builtin,
    enum describe_style style, bool default_path)
{
	const char *file = NULL;

	if (style == DESCRIBE_WORDS) {
		write_words(sh, builtin->name, builtin_words(builtin));
		return;
	}
	/* To the letter, echo and the like are found through PATH. */
	if (builtin->kind != BUILTIN_SPECIAL && !is_intrinsic(builtin->name) &&
	    shell_option(sh, OPTION_POSIX))
		file = find_file(sh, builtin->name, default_path);
	out_printf(&sh->out, "%s\n", file ? file : builtin->name);
}

bool describe_command(struct shell *sh, const char *name,
    enum describe_style style, bool default_path)
{
	const char *alias = alias_get(&sh->aliases, name);
	const struct func *func = func_find(&sh->funcs, name);
	const struct builtin *builtin = builtin_find(sh, name);
	const char *file = NULL;

	if (alias) {
		describe_alias(sh, name, alias, style);
	} else if (reserved_find(name, strlen(name)) != RESERVED_NONE) {
		if (style == DESCRIBE_WORDS)
			write_words(sh, name, "a reserved word");
		else
			out_printf(&sh->out, "%s\n", name);
	} else if (func) {
		describe_function(sh, func, style);
	} else if (builtin) {
		describe_builtin(sh, builtin, style, default_path);
	} else {
		file = find_file(sh, name, default_path);
		if (!file)
			return false;
		if (style == DESCRIBE_WORDS)
			write_words(sh, name, file);
		else
			out_printf(&sh->out, "%s\n", file);
	}
	return true;
}
