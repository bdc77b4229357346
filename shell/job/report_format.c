/*
 * report_format.c - a job in the user's own form: jobs -F
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/report_format.h"

#include <stdbool.h>
#include <string.h>

#include "base/safe.h"
#include "job/account.h"
#include "job/report.h"

enum { WIDTH_MAX = 4096 };

struct subject {
	const struct job_table *table;
	const struct job *job;
	long long now_us;
};

/* One % item: what follows its %. */
struct item {
	bool left;
	size_t width;
	char letter; /* '\0': the format ends */
	size_t len;  /* its bytes, without the % */
};

static struct item read_item(const char *s)
{
	struct item item = { .left = *s == '-' };
	const char *p = s + item.left;

	for (; *p >= '0' && *p <= '9'; p++)
		if (item.width < WIDTH_MAX)
			item.width = item.width * 10 + (size_t)(*p - '0');
	item.letter = *p;
	item.len = (size_t)(p - s) + (*p != '\0');
	return item;
}

static void add_number(struct strbuf *sb, const struct subject *subject)
{
	strbuf_addf(sb, "%u", subject->job->number);
}

static void add_pgid(struct strbuf *sb, const struct subject *subject)
{
	if (subject->job->pgid)
		strbuf_addf(sb, "%ld", (long)subject->job->pgid);
	else
		strbuf_addc(sb, '-');
}

static void add_leader(struct strbuf *sb, const struct subject *subject)
{
	strbuf_addf(sb, "%ld", (long)job_leader(subject->job));
}

static void add_pids(struct strbuf *sb, const struct subject *subject)
{
	const struct process *p;

	for (p = subject->job->first; p; p = p->next)
		strbuf_addf(sb, p->next ? "%ld " : "%ld", (long)p->pid);
}

static void add_word(struct strbuf *sb, const struct subject *subject)
{
	strbuf_adds(sb, report_word(subject->job));
}

static void add_reason(struct strbuf *sb, const struct subject *subject)
{
	report_reason(sb, subject->job);
}

static void add_mark(struct strbuf *sb, const struct subject *subject)
{
	strbuf_addc(sb, report_mark(subject->table, subject->job));
}

static void add_text(struct strbuf *sb, const struct subject *subject)
{
	safe_add(sb, subject->job->text, strlen(subject->job->text));
}

static void add_cwd(struct strbuf *sb, const struct subject *subject)
{
	const char *cwd = subject->job->cwd ? subject->job->cwd : "-";

	safe_add(sb, cwd, strlen(cwd));
}

static void add_seconds(struct strbuf *sb, long long us)
{
	strbuf_addf(sb, "%lld.%03lld", us / 1000000, us / 1000 % 1000);
}

static void add_elapsed(struct strbuf *sb, const struct subject *subject)
{
	if (subject->job->started_us)
		add_seconds(sb, job_elapsed_us(subject->job, subject->now_us));
	else
		strbuf_addc(sb, '-');
}

static void add_user(struct strbuf *sb, const struct subject *subject)
{
	add_seconds(sb, job_usage(subject->job).user_us);
}

static void add_system(struct strbuf *sb, const struct subject *subject)
{
	add_seconds(sb, job_usage(subject->job).system_us);
}

static void add_memory(struct strbuf *sb, const struct subject *subject)
{
	strbuf_addf(sb, "%ld", job_usage(subject->job).peak_kib);
}

static void add_percent(struct strbuf *sb, const struct subject *subject)
{
	(void)subject;
	strbuf_addc(sb, '%');
}

static const struct {
	char letter;
	void (*add)(struct strbuf *sb, const struct subject *subject);
} letters[] = {
	{ 'n', add_number },
	{ 'g', add_pgid },
	{ 'p', add_leader },
	{ 'P', add_pids },
	{ 's', add_word },
	{ 'r', add_reason },
	{ 'c', add_mark },
	{ 't', add_text },
	{ 'd', add_cwd },
	{ 'e', add_elapsed },
	{ 'u', add_user },
	{ 'k', add_system },
	{ 'm', add_memory },
	{ '%', add_percent },
};

enum { LETTER_COUNT = sizeof letters / sizeof *letters };

static size_t find_letter(char letter)
{
	size_t i = 0;

	while (i < LETTER_COUNT && letters[i].letter != letter)
		i++;
	return i;
}

/* What \C stands for; '\0': nothing. */
static char unescape(char c)
{
	switch (c) {
	case 'n':
		return '\n';
	case 't':
		return '\t';
	case '\\':
		return '\\';
	default:
		return '\0';
	}
}

const char *report_format_error(const char *format, size_t *len)
{
	for (const char *p = format; *p; p++) {
		if (*p == '%') {
			struct item item = read_item(p + 1);

			*len = item.len + 1;
			if (find_letter(item.letter) == LETTER_COUNT)
				return p;
			p += item.len;
		} else if (*p == '\\') {
			*len = p[1] ? 2 : 1;
			if (!unescape(p[1]))
				return p;
			p++;
		}
	}
	return NULL;
}

/* Columns of S, one a character. */
static size_t count_chars(const char *s)
{
	size_t n = 0;

	for (; *s; s++)
		n += (*s & 0xc0) != 0x80;
	return n;
}

static void add_item(
    struct strbuf *sb, const struct item *item, const struct subject *subject)
{
	struct strbuf value = STRBUF_INIT;
	size_t chars;

	letters[find_letter(item->letter)].add(&value, subject);
	chars = count_chars(strbuf_str(&value));
	if (item->left)
		strbuf_add(sb, strbuf_str(&value), value.len);
	for (; chars < item->width; chars++)
		strbuf_addc(sb, ' ');
	if (!item->left)
		strbuf_add(sb, strbuf_str(&value), value.len);
	strbuf_fini(&value);
}

void report_format(struct strbuf *sb, const struct job_table *table,
    const struct job *job, const char *format, long long now_us)
{
	struct subject subject = { table, job, now_us };

	for (const char *p = format; *p; p++) {
		if (*p == '%') {
			struct item item = read_item(p + 1);

			add_item(sb, &item, &subject);
			p += item.len;
		} else if (*p == '\\') {
			strbuf_addc(sb, unescape(*++p));
		} else {
			strbuf_addc(sb, *p);
		}
	}
}
