/*
 * prompt_braced.c - what \{NAME} and \{NAME:TEXT} in a prompt stand for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/prompt_braced.h"

#include <signal.h>
#include <stdint.h>
#include <string.h>

#include "base/safe.h"
#include "interactive/prompt_cut.h"
#include "interactive/prompt_folder.h"
#include "job/report_cost.h"

enum { SECOND_US = 1000000, ROOM_MIN = 10 };

size_t prompt_braced_length(const char *text)
{
	size_t depth = 0, i;

	for (i = 0; text[i]; i++) {
		if (text[i] == '\\' && text[i + 1] && text[i + 1] != '{')
			i++;
		else if (text[i] == '{')
			depth++;
		else if (text[i] == '}' && --depth == 0)
			return i + 1;
	}
	return 0;
}

/* A third of the row: what is typed needs the rest. */
static size_t room(const struct prompt_facts *facts)
{
	size_t third = facts->columns / 3;

	if (!facts->columns)
		return SIZE_MAX;
	return third > ROOM_MIN ? third : ROOM_MIN;
}

static void add_branch(struct strbuf *sb, const struct prompt_facts *facts)
{
	const char *branch = facts->ask(facts->ctx, PROMPT_BRANCH);
	struct strbuf name = STRBUF_INIT;

	safe_add(&name, branch, strlen(branch));
	prompt_cut(sb, strbuf_str(&name), room(facts));
	strbuf_fini(&name);
}

static void add_duration(struct strbuf *sb, const struct prompt_facts *facts)
{
	if (facts->took_us >= SECOND_US)
		report_duration(sb, facts->took_us);
}

static void add_folder(struct strbuf *sb, const struct prompt_facts *facts)
{
	prompt_folder(sb, facts->cwd, facts->home, facts->folders, room(facts));
}

static void add_number(struct strbuf *sb, size_t number)
{
	if (number)
		strbuf_addf(sb, "%zu", number);
}

static void add_running(struct strbuf *sb, const struct prompt_facts *facts)
{
	add_number(sb, facts->running);
}

static void add_stopped(struct strbuf *sb, const struct prompt_facts *facts)
{
	add_number(sb, facts->stopped);
}

static void add_jobs(struct strbuf *sb, const struct prompt_facts *facts)
{
	if (facts->stopped)
		strbuf_addf(sb, "%zu stopped", facts->stopped);
	if (facts->stopped && facts->running)
		strbuf_adds(sb, ", ");
	if (facts->running)
		strbuf_addf(sb, "%zu running", facts->running);
}

static void add_remote(struct strbuf *sb, const struct prompt_facts *facts)
{
	if (facts->remote)
		strbuf_adds(sb, "ssh");
}

static void add_status(struct strbuf *sb, const struct prompt_facts *facts)
{
	add_number(sb, (size_t)facts->status);
}

/* Is the status that of a job that a key or a signal has stopped? */
static bool is_of_stop(const struct prompt_facts *facts)
{
	int sig = facts->status - 128;

	return facts->stopped && (sig == SIGTSTP || sig == SIGSTOP ||
				     sig == SIGTTIN || sig == SIGTTOU);
}

static void add_failure(struct strbuf *sb, const struct prompt_facts *facts)
{
	if (!is_of_stop(facts))
		add_status(sb, facts);
}

static const struct {
	char name[12];
	void (*add)(struct strbuf *sb, const struct prompt_facts *facts);
} values[] = {
	{ "branch", add_branch },
	{ "duration", add_duration },
	{ "failure", add_failure },
	{ "folder", add_folder },
	{ "jobs", add_jobs },
	{ "running", add_running },
	{ "ssh", add_remote },
	{ "status", add_status },
	{ "stopped", add_stopped },
};

static const struct prompt_face faces[] = {
	{ "bold", 1, 22 },
	{ "dim", 2, 22 },
	{ "underline", 4, 24 },
	{ "reverse", 7, 27 },
	{ "black", 30, 39 },
	{ "red", 31, 39 },
	{ "green", 32, 39 },
	{ "yellow", 33, 39 },
	{ "blue", 34, 39 },
	{ "magenta", 35, 39 },
	{ "cyan", 36, 39 },
	{ "white", 37, 39 },
};

static bool is_name(const char *name, const char *text, size_t len)
{
	return strlen(name) == len && memcmp(name, text, len) == 0;
}

bool prompt_braced_value(struct strbuf *sb, const char *name, size_t len,
    const struct prompt_facts *facts)
{
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (is_name(values[i].name, name, len)) {
			values[i].add(sb, facts);
			return true;
		}
	return false;
}

const struct prompt_face *prompt_braced_face(const char *name, size_t len)
{
	for (size_t i = 0; i < sizeof faces / sizeof *faces; i++)
		if (is_name(faces[i].name, name, len))
			return &faces[i];
	return NULL;
}
