/*
 * dirs.c - pushd, popd, dirs: the stack of directories
 *
 * Entry 0 is the current directory, whatever it was called when it was pushed;
 * sh->directories holds the others. Each command works on a list of all entries
 * and puts it back when the change of directory has succeeded.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/mem.h"
#include "builtins/cd.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

/* All entries, in the command arena */
struct entries {
	const char **names;
	size_t count;
};

/* With room for one more. False after a message. */
static bool get_entries(
    struct shell *sh, const char *who, struct entries *entries)
{
	const struct vec *below = &sh->directories;
	const char *current = cd_current(sh);

	if (!current) {
		diag("%s: current directory: %s", who, strerror(errno));
		return false;
	}
	entries->count = below->count + 1;
	entries->names = arena_alloc(
	    &sh->arena, (entries->count + 1) * sizeof *entries->names);
	entries->names[0] = current;
	for (size_t i = 1; i < entries->count; i++)
		entries->names[i] =
		    arena_strdup(&sh->arena, below->items[below->count - i]);
	return true;
}

/* Entry 0 is where we are, and not kept. */
static void put_entries(struct shell *sh, const struct entries *entries)
{
	shell_forget_directories(sh);
	for (size_t i = entries->count; i-- > 1;)
		vec_push(&sh->directories, xstrdup(entries->names[i]));
}

/* +N counts from entry 0, -N from the last. */
static bool looks_like_index(const char *arg)
{
	return (*arg == '+' || *arg == '-') && arg[1] &&
	       !arg[1 + strspn(arg + 1, "0123456789")];
}

/* False after a message. */
static bool parse_index(const char *who, const char *arg,
    const struct entries *entries, size_t *index)
{
	int n;

	if (!parse_count(arg + 1, &n) || (size_t)n >= entries->count) {
		diag("%s: %s: the stack has %zu director%s", who, arg,
		    entries->count, entries->count == 1 ? "y" : "ies");
		return false;
	}
	*index = *arg == '+' ? (size_t)n : entries->count - 1 - (size_t)n;
	return true;
}

/* As opts_next(), but -1 is no option. */
static int next_option(struct opts *opts, const char *letters)
{
	if (!opts->offset && opts->index < opts->argc &&
	    looks_like_index(opts->argv[opts->index]))
		return OPTS_END;
	return opts_next(opts, letters);
}

/* With ~ for the home directory. */
static void write_short(struct shell *sh, const char *name)
{
	const char *home = var_get(sh, "HOME");
	size_t len = home ? strlen(home) : 0;

	if (len > 1 && strncmp(name, home, len) == 0 &&
	    (!name[len] || name[len] == '/'))
		out_printf(&sh->out, "~%s", name + len);
	else
		out_puts(&sh->out, name);
}

static void write_line(struct shell *sh, const struct entries *entries)
{
	for (size_t i = 0; i < entries->count; i++) {
		if (i)
			out_putc(&sh->out, ' ');
		write_short(sh, entries->names[i]);
	}
	out_putc(&sh->out, '\n');
}

static int write_stack(struct shell *sh, const char *who)
{
	struct entries entries;

	if (!get_entries(sh, who, &entries))
		return 1;
	write_line(sh, &entries);
	return 0;
}

/* Take over ENTRIES, go to the first of them if GOES, and write the stack. */
static int change(
    struct shell *sh, const char *who, const struct entries *entries, bool goes)
{
	int status = goes ? cd_enter(sh, who, entries->names[0]) : 0;

	if (status)
		return status;
	put_entries(sh, entries);
	return write_stack(sh, who);
}

/* Let entry N be the first; those above it follow the last. */
static void rotate(struct shell *sh, struct entries *entries, size_t n)
{
	const char **names =
	    arena_alloc(&sh->arena, entries->count * sizeof *names);

	for (size_t i = 0; i < entries->count; i++)
		names[i] = entries->names[(i + n) % entries->count];
	entries->names = names;
}

static void exchange(struct entries *entries)
{
	const char *first = entries->names[0];

	entries->names[0] = entries->names[1];
	entries->names[1] = first;
}

/* Put NAME at INDEX, 0 or 1. */
static void insert(struct entries *entries, size_t index, const char *name)
{
	memmove(entries->names + index + 1, entries->names + index,
	    (entries->count - index) * sizeof *entries->names);
	entries->names[index] = name;
	entries->count++;
}

static void remove_entry(struct entries *entries, size_t index)
{
	entries->count--;
	memmove(entries->names + index, entries->names + index + 1,
	    (entries->count - index) * sizeof *entries->names);
}

/* The only option, -n, and at most one operand, NULL if there is none. False
 * after a message. */
static bool parse(const struct builtin *builtin, int argc, char **argv,
    bool *goes, const char **operand)
{
	struct opts opts;
	int letter;

	*goes = true;
	opts_init(&opts, builtin, argc, argv);
	while ((letter = next_option(&opts, "n")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return false;
		*goes = false;
	}
	if (argc > opts.index + 1) {
		diag("%s: too many arguments", builtin->name);
		(void)usage_error(builtin);
		return false;
	}
	*operand = argv[opts.index];
	return true;
}

static int push(struct shell *sh, struct entries *entries, const char *name)
{
	int status = cd_enter(sh, "pushd", name);

	if (status)
		return status;
	insert(entries, 0, name); /* entry 0 is not kept */
	put_entries(sh, entries);
	return write_stack(sh, "pushd");
}

static int run_pushd(struct shell *sh, int argc, char **argv)
{
	struct entries entries;
	const char *operand;
	size_t index;
	bool goes;

	if (!parse(&builtin_pushd, argc, argv, &goes, &operand))
		return 2;
	if (!get_entries(sh, "pushd", &entries))
		return 1;
	if (operand && looks_like_index(operand)) {
		if (!parse_index("pushd", operand, &entries, &index))
			return 1;
		rotate(sh, &entries, index);
	} else if (operand && goes) {
		return push(sh, &entries, operand);
	} else if (operand) {
		insert(&entries, 1, operand);
	} else if (entries.count == 1) {
		diag("pushd: no other directory on the stack");
		return 1;
	} else if (goes) {
		exchange(&entries);
	}
	return change(sh, "pushd", &entries, goes);
}

static int run_popd(struct shell *sh, int argc, char **argv)
{
	struct entries entries;
	const char *operand;
	size_t index = 0;
	bool goes;

	if (!parse(&builtin_popd, argc, argv, &goes, &operand))
		return 2;
	if (operand && !looks_like_index(operand)) {
		diag("popd: %s: +N or -N is expected", operand);
		return usage_error(&builtin_popd);
	}
	if (!get_entries(sh, "popd", &entries))
		return 1;
	if (entries.count == 1) {
		diag("popd: no other directory on the stack");
		return 1;
	}
	if (operand && !parse_index("popd", operand, &entries, &index))
		return 1;
	/* Nobody leaves the current directory by -n: the next one goes. */
	if (index == 0 && !goes)
		index = 1;
	remove_entry(&entries, index);
	return change(sh, "popd", &entries, index == 0);
}

/* How `dirs` shows an entry */
struct format {
	bool full;  /* -l: without ~ */
	bool lines; /* -p, -v: each on a line */
	bool index; /* -v: with its number */
};

static void write_entry(struct shell *sh, const struct format *format,
    const struct entries *entries, size_t i)
{
	if (format->index)
		out_printf(&sh->out, "%2zu  ", i);
	if (format->full)
		out_puts(&sh->out, entries->names[i]);
	else
		write_short(sh, entries->names[i]);
}

static void write_entries(struct shell *sh, const struct format *format,
    const struct entries *entries)
{
	for (size_t i = 0; i < entries->count; i++) {
		bool last = i + 1 == entries->count;

		write_entry(sh, format, entries, i);
		out_putc(&sh->out, format->lines || last ? '\n' : ' ');
	}
}

/* The entry that OPERAND names, or all of them if it is NULL. */
static int show(
    struct shell *sh, const struct format *format, const char *operand)
{
	struct entries entries;
	size_t index;

	if (operand && !looks_like_index(operand)) {
		diag("dirs: %s: +N or -N is expected", operand);
		return usage_error(&builtin_dirs);
	}
	if (!get_entries(sh, "dirs", &entries))
		return 1;
	if (!operand) {
		write_entries(sh, format, &entries);
		return 0;
	}
	if (!parse_index("dirs", operand, &entries, &index))
		return 1;
	write_entry(sh, format, &entries, index);
	out_putc(&sh->out, '\n');
	return 0;
}

static int run_dirs(struct shell *sh, int argc, char **argv)
{
	struct format format = { false, false, false };
	bool clear = false;
	struct opts opts;
	int letter;

	opts_init(&opts, &builtin_dirs, argc, argv);
	while ((letter = next_option(&opts, "clpv")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return 2;
		clear = clear || letter == 'c';
		format.full = format.full || letter == 'l';
		format.index = format.index || letter == 'v';
		format.lines = format.lines || letter == 'p' || letter == 'v';
	}
	if (argc > opts.index + 1) {
		diag("dirs: too many arguments");
		return usage_error(&builtin_dirs);
	}
	if (!clear)
		return show(sh, &format, argv[opts.index]);
	shell_forget_directories(sh);
	return 0;
}

const struct builtin builtin_dirs = {
	.name = "dirs",
	.kind = BUILTIN_EXTENSION,
	.run = run_dirs,
	.usage = "dirs [-clpv] [+N|-N]",
	.summary = "show the stack of directories",
	.help =
	    "The current directory comes first, then what pushd has put on the\n"
	    "stack, the newest first. +N shows entry N alone, the current\n"
	    "directory being 0; -N counts from the last, which is -0.\n"
	    "\n"
	    "-c  empty the stack\n"
	    "-l  write the home directory in full, not as ~\n"
	    "-p  one a line\n"
	    "-v  one a line, with its number\n",
};

const struct builtin builtin_popd = {
	.name = "popd",
	.kind = BUILTIN_EXTENSION,
	.changes_shell = true,
	.run = run_popd,
	.usage = "popd [-n] [+N|-N]",
	.summary = "take a directory off the stack and go back",
	.help =
	    "Go to the directory that is next on the stack, which `dirs` shows,\n"
	    "and take it off. With +N or -N take that entry off, and stay where\n"
	    "you are if it is not the current directory.\n"
	    "\n"
	    "-n  do not change the directory: take the next entry off\n",
};

const struct builtin builtin_pushd = {
	.name = "pushd",
	.kind = BUILTIN_EXTENSION,
	.changes_shell = true,
	.run = run_pushd,
	.usage = "pushd [-n] [directory|+N|-N]",
	.summary = "go to a directory and remember where you were",
	.help =
	    "Put the current directory on the stack, which `dirs` shows, and go\n"
	    "to the other as cd does; popd comes back. Without an argument\n"
	    "exchange the first two entries: go to and fro between them. With\n"
	    "+N or -N turn the stack until that entry is the first, and go there.\n"
	    "\n"
	    "-n  do not change the directory, only the entries below it\n",
};
