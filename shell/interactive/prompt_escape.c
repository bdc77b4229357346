/*
 * prompt_escape.c - the backslash escapes of PS1 and PS2
 *
 * One row a letter; the few that are more than a letter are read by
 * add_escape(), those in braces by decode_braced().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/prompt_escape.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/safe.h"
#include "edit/edit_prompt.h"
#include "interactive/prompt_braced.h"
#include "interactive/prompt_folder.h"

/* So deep may \{NAME:TEXT} be inside another one. */
enum { DEPTH_MAX = 20 };

static void add_name(struct strbuf *sb, const char *name)
{
	safe_add(sb, name, strlen(name));
}

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash[1] ? slash + 1 : path;
}

static const char *ask(
    const struct prompt_facts *facts, enum prompt_question question)
{
	return facts->ask(facts->ctx, question);
}

static void add_user(struct strbuf *sb, const struct prompt_facts *facts)
{
	add_name(sb, ask(facts, PROMPT_USER));
}

static void add_host(struct strbuf *sb, const struct prompt_facts *facts)
{
	add_name(sb, ask(facts, PROMPT_HOST));
}

static void add_short_host(struct strbuf *sb, const struct prompt_facts *facts)
{
	const char *host = ask(facts, PROMPT_HOST);

	safe_add(sb, host, strcspn(host, "."));
}

static void add_shell(struct strbuf *sb, const struct prompt_facts *facts)
{
	add_name(sb, last_part(facts->shell));
}

static void add_terminal(struct strbuf *sb, const struct prompt_facts *facts)
{
	add_name(sb, last_part(ask(facts, PROMPT_TERMINAL)));
}

static void add_version(struct strbuf *sb, const struct prompt_facts *facts)
{
	strbuf_adds(sb, facts->version);
}

/* Major and minor number. */
static void add_short_version(
    struct strbuf *sb, const struct prompt_facts *facts)
{
	size_t major = strcspn(facts->version, ".");

	strbuf_add(sb, facts->version, major);
	if (facts->version[major])
		strbuf_add(sb, facts->version + major,
		    1 + strcspn(facts->version + major + 1, "."));
}

static void add_folder(struct strbuf *sb, const struct prompt_facts *facts)
{
	prompt_folder(sb, facts->cwd, facts->home, facts->folders, 0);
}

static void add_last_folder(struct strbuf *sb, const struct prompt_facts *facts)
{
	prompt_last_folder(sb, facts->cwd, facts->home);
}

static void add_jobs(struct strbuf *sb, const struct prompt_facts *facts)
{
	strbuf_addf(sb, "%zu", facts->running + facts->stopped);
}

static void add_history(struct strbuf *sb, const struct prompt_facts *facts)
{
	strbuf_addf(sb, "%d", facts->history);
}

static void add_command(struct strbuf *sb, const struct prompt_facts *facts)
{
	strbuf_addf(sb, "%lu", facts->command);
}

static void add_status(struct strbuf *sb, const struct prompt_facts *facts)
{
	strbuf_addf(sb, "%d", facts->status);
}

static void add_sign(struct strbuf *sb, const struct prompt_facts *facts)
{
	strbuf_addc(sb, facts->root ? '#' : '$');
}

/* One row is either a function, a format of strftime(), or a character. */
static const struct escape {
	char letter;
	void (*add)(struct strbuf *sb, const struct prompt_facts *facts);
	const char *time;
	char character;
} escapes[] = {
	{ 'u', add_user, NULL, 0 },
	{ 'h', add_short_host, NULL, 0 },
	{ 'H', add_host, NULL, 0 },
	{ 's', add_shell, NULL, 0 },
	{ 'l', add_terminal, NULL, 0 },
	{ 'v', add_short_version, NULL, 0 },
	{ 'V', add_version, NULL, 0 },
	{ 'w', add_folder, NULL, 0 },
	{ 'W', add_last_folder, NULL, 0 },
	{ 'j', add_jobs, NULL, 0 },
	{ '!', add_history, NULL, 0 },
	{ '#', add_command, NULL, 0 },
	{ '?', add_status, NULL, 0 },
	{ '$', add_sign, NULL, 0 },
	{ 't', NULL, "%H:%M:%S", 0 },
	{ 'T', NULL, "%I:%M:%S", 0 },
	{ '@', NULL, "%I:%M %p", 0 },
	{ 'A', NULL, "%H:%M", 0 },
	{ 'd', NULL, "%a %b %d", 0 },
	{ 'n', NULL, NULL, '\n' },
	{ 'r', NULL, NULL, '\r' },
	{ 'a', NULL, NULL, '\a' },
	{ 'e', NULL, NULL, '\033' },
	{ '\\', NULL, NULL, '\\' },
	{ '[', NULL, NULL, PROMPT_HIDE },
	{ ']', NULL, NULL, PROMPT_SHOW },
};

static const struct escape *find_escape(char letter)
{
	for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
		if (escapes[i].letter == letter)
			return &escapes[i];
	return NULL;
}

/* The user's own format: strftime() is safe with any. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static void add_time(
    struct strbuf *sb, const struct prompt_facts *facts, const char *format)
{
	char text[256];
	struct tm tm;

	/* 0 also when it does not fit. */
	if (localtime_r(&facts->now, &tm))
		strbuf_add(sb, text, strftime(text, sizeof text, format, &tm));
}

#pragma GCC diagnostic pop

/* \D{FORMAT}: ARGUMENT is what follows the D. Returns the bytes of it that were
 * read; 0: it is none. */
static size_t add_date(
    struct strbuf *sb, const struct prompt_facts *facts, const char *argument)
{
	const char *end = *argument == '{' ? strchr(argument, '}') : NULL;
	struct strbuf format = STRBUF_INIT;

	if (!end)
		return 0;
	strbuf_add(&format, argument + 1, (size_t)(end - argument - 1));
	add_time(sb, facts, format.len ? format.s : "%X");
	strbuf_fini(&format);
	return (size_t)(end - argument) + 1;
}

/* \j{running} and \j{stopped}; as above. */
static size_t add_job_count(
    struct strbuf *sb, const struct prompt_facts *facts, const char *argument)
{
	static const char running[] = "{running}", stopped[] = "{stopped}";

	if (strncmp(argument, running, strlen(running)) == 0) {
		strbuf_addf(sb, "%zu", facts->running);
		return strlen(running);
	}
	if (strncmp(argument, stopped, strlen(stopped)) == 0) {
		strbuf_addf(sb, "%zu", facts->stopped);
		return strlen(stopped);
	}
	return 0;
}

/* Up to three octal digits; as above. \000 would end the prompt. */
static size_t add_octal(struct strbuf *sb, const char *digits)
{
	unsigned code = 0;
	size_t n = 0;

	while (n < 3 && digits[n] >= '0' && digits[n] <= '7')
		code = code * 8 + (unsigned)(digits[n++] - '0');
	if (code & 0xff)
		strbuf_addc(sb, (char)code);
	return n;
}

/* What the escape at TEXT, after its backslash, stands for. Returns its bytes;
 * 0: it is none. */
static size_t add_escape(
    struct strbuf *sb, const char *text, const struct prompt_facts *facts)
{
	const struct escape *escape = find_escape(*text);
	size_t len = 0;

	if (*text >= '0' && *text <= '7')
		return add_octal(sb, text);
	if (*text == 'j')
		len = add_job_count(sb, facts, text + 1);
	if (*text == 'D')
		len = add_date(sb, facts, text + 1);
	if (len)
		return len + 1;
	if (!escape)
		return 0;
	if (escape->add)
		escape->add(sb, facts);
	else if (escape->time)
		add_time(sb, facts, escape->time);
	else
		strbuf_addc(sb, escape->character);
	return 1;
}

static void add_protected(struct strbuf *sb, const struct strbuf *value)
{
	for (size_t i = 0; i < value->len; i++) {
		if (strchr("$`\\", value->s[i]))
			strbuf_addc(sb, '\\');
		strbuf_addc(sb, value->s[i]);
	}
}

static void decode(struct strbuf *sb, const char *text,
    const struct prompt_facts *facts, int depth);

static void add_face(
    struct strbuf *sb, const struct prompt_facts *facts, int parameter)
{
	if (facts->colours)
		strbuf_addf(
		    sb, "%c\033[%dm%c", PROMPT_HIDE, parameter, PROMPT_SHOW);
}

/* What NAME, of LEN bytes, stands for. INNER: the text after it, or NULL. False:
 * no escape is called so. */
static bool add_braced(struct strbuf *sb, const char *name, size_t len,
    const char *inner, const struct prompt_facts *facts, int depth)
{
	const struct prompt_face *face = prompt_braced_face(name, len);
	struct strbuf value = STRBUF_INIT;
	bool is_known;

	if (face && inner) {
		add_face(sb, facts, face->on);
		decode(sb, inner, facts, depth + 1);
		add_face(sb, facts, face->off);
		return true;
	}
	is_known = prompt_braced_value(&value, name, len, facts);
	if (!inner)
		add_protected(sb, &value);
	else if (value.len)
		decode(sb, inner, facts, depth + 1);
	strbuf_fini(&value);
	return is_known;
}

/* As add_escape(), for the { at TEXT. */
static size_t decode_braced(struct strbuf *sb, const char *text,
    const struct prompt_facts *facts, int depth)
{
	size_t all = prompt_braced_length(text);
	size_t len = strcspn(text + 1, ":}");
	char *inner = NULL;
	bool is_known;

	if (!all || depth >= DEPTH_MAX)
		return 0;
	if (text[1 + len] == ':')
		inner = xstrndup(text + len + 2, all - len - 3);
	is_known = add_braced(sb, text + 1, len, inner, facts, depth);
	free(inner);
	return is_known ? all : 0;
}

/* As add_escape(), appended to what is to be expanded. */
static size_t decode_escape(struct strbuf *sb, const char *text,
    const struct prompt_facts *facts, int depth)
{
	struct strbuf value = STRBUF_INIT;
	size_t len;

	if (*text == '{')
		return decode_braced(sb, text, facts, depth);
	len = add_escape(&value, text, facts);
	add_protected(sb, &value);
	strbuf_fini(&value);
	return len;
}

static void decode(struct strbuf *sb, const char *text,
    const struct prompt_facts *facts, int depth)
{
	size_t len;

	while (*text) {
		if (*text != '\\' || !text[1]) {
			strbuf_addc(sb, *text++);
			continue;
		}
		len = decode_escape(sb, text + 1, facts, depth);
		if (!len)
			strbuf_add(sb, text, ++len + 1);
		text += 1 + len;
	}
}

void prompt_escape(
    struct strbuf *sb, const char *text, const struct prompt_facts *facts)
{
	decode(sb, text, facts, 0);
}
