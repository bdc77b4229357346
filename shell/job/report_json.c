/*
 * report_json.c - a job as JSON: jobs -j
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/report_json.h"

#include <time.h>

#include "base/json.h"
#include "base/signames.h"
#include "job/account.h"
#include "job/report.h"

static void add_string(struct strbuf *sb, const char *name, const char *value)
{
	strbuf_addf(sb, ",\"%s\":", name);
	if (value)
		json_add_string(sb, value);
	else
		strbuf_adds(sb, "null");
}

static void add_number(
    struct strbuf *sb, const char *name, long long value, bool known)
{
	if (known)
		strbuf_addf(sb, ",\"%s\":%lld", name, value);
	else
		add_string(sb, name, NULL);
}

static void add_seconds(
    struct strbuf *sb, const char *name, long long us, bool known)
{
	if (known)
		strbuf_addf(sb, ",\"%s\":%lld.%06lld", name, us / 1000000,
		    us % 1000000);
	else
		add_string(sb, name, NULL);
}

static void add_started(struct strbuf *sb, const struct job *job)
{
	char text[sizeof "-2147481748-12-31T23:59:59Z"];
	struct tm tm;

	if (!job->started_us || !gmtime_r(&job->started_at, &tm) ||
	    !strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm))
		add_string(sb, "started", NULL);
	else
		add_string(sb, "started", text);
}

/* The state, and what belongs to it. */
static void add_state(struct strbuf *sb, const struct process *p)
{
	switch (p->state) {
	case PROCESS_RUNNING:
		add_string(sb, "state", "running");
		break;
	case PROCESS_STOPPED:
		add_string(sb, "state", "stopped");
		add_string(sb, "signal", signame(p->code));
		break;
	case PROCESS_EXITED:
		add_string(sb, "state", "exited");
		add_number(sb, "status", p->code, true);
		break;
	case PROCESS_SIGNALED:
		add_string(sb, "state", "killed");
		add_string(sb, "signal", signame(p->code));
		strbuf_addf(sb, ",\"core_dumped\":%s",
		    p->core_dumped ? "true" : "false");
		break;
	}
}

static void add_process(struct strbuf *sb, const struct process *p)
{
	struct usage usage;
	bool known = process_usage(p, &usage);

	strbuf_addf(sb, "{\"pid\":%ld", (long)p->pid);
	add_state(sb, p);
	add_seconds(sb, "cpu_user", usage.user_us, known);
	add_seconds(sb, "cpu_system", usage.system_us, known);
	add_number(sb, "rss", usage.peak_kib, known);
	strbuf_addc(sb, '}');
}

static void add_reason(struct strbuf *sb, const struct job *job)
{
	struct strbuf reason = STRBUF_INIT;

	report_reason(&reason, job);
	add_string(sb, "reason", strbuf_str(&reason));
	strbuf_fini(&reason);
}

static void add_current(
    struct strbuf *sb, const struct job_table *table, const struct job *job)
{
	char mark[2] = { report_mark(table, job), '\0' };

	add_string(sb, "current", *mark == ' ' ? "" : mark);
}

void report_json(struct strbuf *sb, const struct job_table *table,
    const struct job *job, long long now_us)
{
	const struct process *p;

	strbuf_addf(sb, "{\"number\":%u", job->number);
	add_number(sb, "pgid", job->pgid, job->pgid != 0);
	add_string(sb, "state", report_word(job));
	add_reason(sb, job);
	add_current(sb, table, job);
	add_string(sb, "text", job->text);
	add_string(sb, "cwd", job->cwd);
	add_started(sb, job);
	add_seconds(
	    sb, "elapsed", job_elapsed_us(job, now_us), job->started_us != 0);
	strbuf_adds(sb, ",\"processes\":[");
	for (p = job->first; p; p = p->next) {
		if (p != job->first)
			strbuf_addc(sb, ',');
		add_process(sb, p);
	}
	strbuf_adds(sb, "]}\n");
}
