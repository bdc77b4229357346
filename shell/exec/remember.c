/*
 * remember.c - what becomes of a command that was entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/remember.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "expand/pattern.h"
#include "state/history_file.h"
#include "state/history_rewrite.h"

enum { FILE_SIZE_DEFAULT = 100000 };

/* What HISTCONTROL says */
struct control {
	bool ignore_space;
	bool ignore_duplicates;
	bool erase_duplicates;
};

void remember_init(struct shell *sh)
{
	char *path;

	if (var_get(sh, "HISTFILE") || shell_is_privileged())
		return;
	path = history_file_default(
	    var_get(sh, "XDG_STATE_HOME"), var_get(sh, "HOME"));
	if (path)
		var_set_always(sh, "HISTFILE", path);
	free(path);
}

const char *remember_session(struct shell *sh)
{
	struct history *history = &sh->history;

	if (!history->session)
		history->session =
		    xasprintf("%d.%lld", (int)sh->pid, (long long)time(NULL));
	return history->session;
}

/* ---- The file ------------------------------------------------------------ */

/* HISTFILESIZE; SIZE_MAX: no limit. */
static size_t file_size(struct shell *sh)
{
	const char *value = var_get(sh, "HISTFILESIZE");

	if (!value)
		return FILE_SIZE_DEFAULT;
	if (!*value || value[strspn(value, "0123456789")])
		return SIZE_MAX;
	return strtoul(value, NULL, 10); /* more is the largest */
}

const char *remember_file(struct shell *sh)
{
	const char *path = var_get(sh, "HISTFILE");

	if (!path || !*path || !sh->interactive || !sh->history.size ||
	    !file_size(sh) || shell_is_privileged())
		return NULL;
	return path;
}

static void warn(struct shell *sh, const char *path, const char *what)
{
	if (!sh->history.has_warned)
		diag("history: %s: %s", path, what);
	sh->history.has_warned = true;
}

static void warn_error(struct shell *sh, const char *path, int error)
{
	if (!history_file_is_null(path))
		warn(sh, path,
		    error == EINVAL ? "not a regular file" : strerror(error));
}

/* May this shell write to the file now? Not a child that it has forked. */
static bool writes(const struct shell *sh)
{
	return !sh->options[OPTION_PRIVATE] && !sh->history.is_foreign &&
	       !sh->subshell_depth;
}

static void append(struct shell *sh, const struct history_record *record)
{
	const char *path = remember_file(sh);
	struct strbuf line = STRBUF_INIT;
	int error;

	if (!path)
		return;
	history_record_encode(&line, record);
	error = line.len > HISTORY_LINE_MAX
		    ? EFBIG
		    : history_file_append(path, line.s, line.len);
	if (error)
		warn_error(sh, path, error);
	strbuf_fini(&line);
}

void remember_write(struct shell *sh)
{
	static char none[] = "";
	struct history *history = &sh->history;
	const struct history_record end = {
		.start = history->start,
		.duration_ms = history->end.duration_ms,
		.status = history->end.status,
		.session = history->session,
		.dir = none,
		.text = none,
	};

	if (!history->has_ended || sh->subshell_depth)
		return;
	append(sh, &end);
	history->is_open = history->has_ended = false;
}

/* The second line of the record that has none. */
static void note_end(struct history *history, long long duration_ms, int status)
{
	if (!history->is_open || history->has_ended)
		return;
	history->end = (struct history_end){ duration_ms, status };
	history->has_ended = true;
}

/* Cut the file when it has a quarter more records than it may have, judged by
 * how long the ones are that were read. */
static void trim_file(
    struct shell *sh, const char *path, const struct history_news *news)
{
	size_t max = file_size(sh), count = news->records.count;
	double length = count ? (double)news->read / (double)count : 0;

	if (!count || news->bad || max == SIZE_MAX ||
	    (double)news->size / length <= (double)max * 5 / 4)
		return;
	/* What fails now is done by the next shell. */
	if (history_trim(path, max) == 0)
		sh->history.place = (struct history_place){ 0, 0, 0 };
}

static void judge(
    struct shell *sh, const char *path, const struct history_news *news)
{
	char *what;

	sh->history.is_foreign = news->foreign;
	if (news->foreign) {
		warn(sh, path, "not a history of jsh; it is left alone");
	} else if (news->bad) {
		what = xasprintf(
		    "%zu lines that are none of jsh's; passed over", news->bad);
		warn(sh, path, what);
		free(what);
	}
}

/* ---- What is remembered ------------------------------------------------ */

static void add_control(struct control *control, const char *word, size_t len)
{
	static const char *const names[] = { "ignorespace", "ignoredups",
		"ignoreboth", "erasedups" };
	size_t i = 0;

	while (i < 4 &&
	       (strlen(names[i]) != len || memcmp(names[i], word, len) != 0))
		i++;
	control->ignore_space |= i == 0 || i == 2;
	control->ignore_duplicates |= i == 1 || i == 2;
	control->erase_duplicates |= i == 3;
}

static struct control get_control(struct shell *sh)
{
	const char *value = var_get(sh, "HISTCONTROL");
	struct control control = { false, false, false };

	if (!value)
		value = sh->options[OPTION_POSIX] ? "" : "ignoreboth";
	while (*value) {
		size_t len = strcspn(value, ":");

		add_control(&control, value, len);
		value += len + (value[len] == ':');
	}
	return control;
}

static const char *previous_text(const struct shell *sh)
{
	const char *text =
	    history_text(&sh->history, history_previous(&sh->history));

	return text ? text : "";
}

/* Take the next pattern of HISTIGNORE off *PATTERNS, & made the previous
 * command. */
static void take_pattern(
    const char **patterns, const char *previous, struct strbuf *pattern)
{
	const char *s = *patterns;

	strbuf_reset(pattern);
	for (; *s && *s != ':'; s++) {
		if (*s == '&') {
			for (const char *p = previous; *p; p++) {
				strbuf_addc(pattern, '\\');
				strbuf_addc(pattern, *p);
			}
			continue;
		}
		if (*s == '\\' && s[1] && s[1] != '&')
			strbuf_addc(pattern, *s);
		s += *s == '\\' && s[1];
		strbuf_addc(pattern, *s);
	}
	*patterns = s + (*s == ':');
}

static bool is_ignored(struct shell *sh, const char *text)
{
	const char *patterns = var_get(sh, "HISTIGNORE");
	struct strbuf pattern = STRBUF_INIT;
	bool ignored = false;

	while (patterns && *patterns && !ignored) {
		take_pattern(&patterns, previous_text(sh), &pattern);
		ignored = pattern_match(strbuf_str(&pattern), text);
	}
	strbuf_fini(&pattern);
	return ignored;
}

/* Does it define functions and nothing else? */
static bool defines_functions(const struct node *body)
{
	if (!body)
		return false;
	if (body->type != NODE_LIST)
		return body->type == NODE_FUNCTION;
	for (size_t i = 0; i < body->u.list.count; i++)
		if (!defines_functions(body->u.list.items[i].command))
			return false;
	return true;
}

static bool is_remembered(
    struct shell *sh, const char *text, const struct program *program)
{
	struct control control = get_control(sh);

	if ((control.ignore_space && *text == ' ') ||
	    (control.ignore_duplicates &&
		strcmp(text, previous_text(sh)) == 0) ||
	    (sh->options[OPTION_NOLOG] && program &&
		defines_functions(program->body)) ||
	    is_ignored(sh, text))
		return false;
	if (control.erase_duplicates)
		history_remove_text(&sh->history, text);
	return true;
}

static void begin(
    struct shell *sh, const char *text, const struct program *program)
{
	struct history *history = &sh->history;
	const char *dir = var_get(sh, "PWD");
	struct history_record *record;

	if (!is_remembered(sh, text, program))
		return;
	record = history_record_new(
	    time(NULL), remember_session(sh), dir ? dir : "", text);
	if (!program)
		record->status = 2;
	if (writes(sh))
		append(sh, record);
	history->is_open = program && writes(sh);
	history->start = record->start;
	history->began_ms = clock_ms();
	history_add(history, record, program != NULL);
}

void remember_begin(
    struct shell *sh, struct strbuf *lines, const struct program *program)
{
	const char *text = strbuf_str(lines);

	remember_write(sh);
	if (text[strspn(text, " \t\n")]) {
		if (text[lines->len - 1] == '\n')
			strbuf_truncate(lines, lines->len - 1);
		begin(sh, text, program);
	}
	strbuf_reset(lines);
}

void remember_end(struct shell *sh, int status)
{
	struct history *history = &sh->history;
	long long duration_ms = clock_ms() - history->began_ms;

	note_end(history, duration_ms, status);
	if (history->running) {
		struct history_record *record =
		    history_record(history, history_next(history) - 1);

		record->duration_ms = duration_ms;
		record->status = status;
	}
	history->running = false;
}

void remember_drop(struct shell *sh)
{
	note_end(&sh->history, -1, -1);
	remember_write(sh);
	if (sh->history.running)
		history_drop_newest(&sh->history);
}

/* ---- Reading ----------------------------------------------------------- */

void remember_load(struct shell *sh)
{
	struct history *history = &sh->history;
	const char *path = remember_file(sh);
	struct history_news news;
	int error;

	if (!path)
		return;
	error =
	    history_read(path, (size_t)history->size, &history->place, &news);
	if (error && error != ENOENT)
		warn_error(sh, path, error);
	judge(sh, path, &news);
	trim_file(sh, path, &news);
	history_insert(history, &news.records, true);
	if (get_control(sh).erase_duplicates)
		history_remove_duplicates(history);
	history_news_fini(&news);
}

/* Other shells' commands that have ended since they were read. */
static void apply_ends(struct history *history, const struct vec *ends)
{
	for (size_t i = 0; i < ends->count; i++) {
		const struct history_record *end = ends->items[i];
		int number = history_previous(history);
		struct history_record *record;

		while ((record = history_record(history, number)) &&
		       !history_record_is_end(end, record))
			number--;
		if (!record)
			continue;
		record->duration_ms = end->duration_ms;
		record->status = end->status;
	}
}

static bool has_record(
    const struct history *history, const struct history_record *record)
{
	const struct vec *records = &history->records;

	for (size_t i = records->count; i-- > 0;)
		if (history_record_same(records->items[i], record))
			return true;
	return false;
}

/* Leave what other sessions wrote and the list has not. */
static void keep_foreign(struct shell *sh, struct vec *records)
{
	const char *session = remember_session(sh);
	size_t kept = 0;

	for (size_t i = 0; i < records->count; i++) {
		struct history_record *record = records->items[i];

		if (strcmp(record->session, session) == 0 ||
		    has_record(&sh->history, record))
			history_record_free(record);
		else
			records->items[kept++] = record;
	}
	records->count = kept;
}

bool remember_news(
    struct shell *sh, struct history_place *place, struct history_news *news)
{
	const char *path = remember_file(sh);
	int error;

	*place = sh->history.place;
	*news = (struct history_news){ .size = 0 };
	if (!path || sh->history.is_foreign)
		return false;
	error = history_read(path, (size_t)sh->history.size, place, news);
	if (error && error != ENOENT) {
		diag("history: %s: %s", path, strerror(error));
		return false;
	}
	apply_ends(&sh->history, &news->ends);
	keep_foreign(sh, &news->records);
	return true;
}
