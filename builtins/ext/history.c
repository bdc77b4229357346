/*
 * history.c - look through the history, and change it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/strbuf.h"
#include "builtins/ext/history_list.h"
#include "builtins/opts.h"
#include "exec/remember.h"
#include "state/history_import.h"
#include "state/history_rewrite.h"

enum { BLOCK_SIZE = 64 * 1024 };

/* What is to be done, when that is not to list */
struct change {
	bool clear;         /* -c */
	bool read;          /* -r */
	const char *delete; /* -D: a number, or the text of a command */
	const char *import; /* -i: a file */
};

/* 0 to INT_MAX; -1 if TEXT is no number. */
static long parse_number(const char *text)
{
	long number;

	if (!*text || text[strspn(text, "0123456789")])
		return -1;
	number = strtol(text, NULL, 10);
	return number > INT_MAX ? INT_MAX : number;
}

static int file_failed(const char *path, int error)
{
	diag("history: %s: %s", path,
	    error == EAGAIN ? "another shell holds it locked"
			    : strerror(error));
	return 1;
}

/* What other shells have run is put before the command that runs now. */
static int read_news(struct shell *sh)
{
	struct history_place place;
	struct history_news news;
	bool read = remember_news(sh, &place, &news);

	if (read) {
		sh->history.place = place;
		history_insert(&sh->history, &news.records, false);
	}
	history_news_fini(&news);
	return read ? 0 : 1;
}

/* The records that SPEC names; borrowed from the list. */
static void find_deleted(
    const struct history *history, const char *spec, struct vec *found)
{
	long number = parse_number(spec);
	struct history_record *record;

	if (number >= 0) {
		record = history_record(history, (int)number);
		if (record)
			vec_push(found, record);
		return;
	}
	for (int i = history->first; i <= history_previous(history); i++) {
		record = history_record(history, i);
		if (strcmp(record->text, spec) == 0)
			vec_push(found, record);
	}
}

/* Take what SPEC names out of the file and out of the list. */
static int delete (struct shell *sh, const char *spec)
{
	struct history *history = &sh->history;
	const char *path = remember_file(sh);
	struct vec found = VEC_INIT;
	int error = 0;

	find_deleted(history, spec, &found);
	if (!found.count) {
		diag("history: %s: not in the history", spec);
		return 1;
	}
	if (path && !history->is_foreign)
		error = history_delete(path, &found);
	for (int i = history_next(history) - 1;
	     !error && found.count && i >= history->first; i--)
		if (history_record(history, i) ==
		    found.items[found.count - 1]) {
			history_remove(history, i);
			(void)vec_pop(&found);
		}
	vec_fini(&found);
	return error ? file_failed(path, error) : 0;
}

/* False with errno. */
static bool read_all(const char *path, struct strbuf *text)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	ssize_t n;

	if (fd < 0)
		return false;
	do {
		strbuf_reserve(text, BLOCK_SIZE);
		n = read(fd, text->s + text->len, BLOCK_SIZE);
		if (n > 0)
			text->len += (size_t)n;
	} while (n > 0);
	(void)close(fd); /* it was only read */
	return n == 0;
}

/* Older than all that is there: it goes before it, in the file and the list. */
static int import(struct shell *sh, const char *from)
{
	const char *path = remember_file(sh), *shell;
	struct strbuf text = STRBUF_INIT;
	struct vec records = VEC_INIT;
	int error = 0;

	if (!read_all(from, &text)) {
		diag("history: %s: %s", from, strerror(errno));
		strbuf_fini(&text);
		return 1;
	}
	shell = history_import(strbuf_str(&text), text.len, &records);
	strbuf_fini(&text);
	if (path && !sh->history.is_foreign)
		error = history_put_first(path, &records);
	if (!error)
		out_printf(
		    &sh->out, "%zu commands of %s\n", records.count, shell);
	history_insert(&sh->history, &records, true);
	return error ? file_failed(path, error) : 0;
}

static int change_history(struct shell *sh, const struct change *change)
{
	if (change->clear)
		history_clear(&sh->history);
	if (change->delete)
		return delete (sh, change->delete);
	if (change->import)
		return import(sh, change->import);
	return change->read ? read_news(sh) : 0;
}

/* Index of the first operand; -1 after a message. */
static int parse_options(
    int argc, char **argv, struct history_query *query, struct change *change)
{
	struct opts opts;
	int letter;

	opts_init(&opts, &builtin_history, argc, argv);
	while ((letter = opts_next(&opts, "cd:fi:jrstD:")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return -1;
		change->clear |= letter == 'c';
		change->read |= letter == 'r';
		query->failed |= letter == 'f';
		query->json |= letter == 'j';
		query->session |= letter == 's';
		query->today |= letter == 't';
		if (letter == 'd')
			query->dir = opts.argument;
		if (letter == 'i')
			change->import = opts.argument;
		if (letter == 'D')
			change->delete = opts.argument;
	}
	return opts.index;
}

static int run_history(struct shell *sh, int argc, char **argv)
{
	struct history_query query = { .last = -1 };
	struct change change = { .clear = false };
	int index = parse_options(argc, argv, &query, &change);

	if (index < 0)
		return 2;
	if (change.clear + change.read + !!change.delete + !!change.import) {
		if (index < argc)
			return usage_error(&builtin_history);
		return change_history(sh, &change);
	}
	if (index < argc) {
		query.last = parse_number(argv[index]);
		index += query.last >= 0;
	}
	if (index < argc)
		query.pattern = argv[index++];
	if (index < argc)
		return usage_error(&builtin_history);
	history_list(sh, &query);
	return 0;
}

const struct builtin builtin_history = {
	.name = "history",
	.kind = BUILTIN_EXTENSION,
	.run = run_history,
	.usage = "history [-fjst] [-d dir] [n] [pattern] | history -c | "
		 "history -r | history -D n|text | history -i file",
	.summary = "look through what was entered before, and change it",
	.help =
	    "List the commands with their numbers, when they were entered, "
	    "and\n"
	    "their status if it was not 0; the last n of them if n is given. "
	    "A\n"
	    "pattern with * ? or [ is for the whole command, another text for "
	    "a\n"
	    "part of it. What other shells have run since is listed, too, "
	    "with\n"
	    "- for a number.\n"
	    "\n"
	    "-d dir   only those that were entered in dir (. is here)\n"
	    "-f       only those that failed\n"
	    "-s       only those of this shell\n"
	    "-t       only those of today\n"
	    "-j       as JSON, one object a line\n"
	    "\n"
	    "-c       forget all of this shell's list; the file stays\n"
	    "-r       read in what other shells have run since\n"
	    "-D n     delete one, from the file too; or all that are this "
	    "text\n"
	    "-i file  take in the history of bash, zsh, fish or another jsh\n"
	    "\n"
	    "    history 10           the last ten commands\n"
	    "    history -f -d .      what failed in this folder\n"
	    "    history 'git *'      all that begin with \"git \"\n"
	    "    history -i ~/.bash_history\n"
	    "\n"
	    "HISTTIMEFORMAT is the form of the time (strftime).\n",
};
