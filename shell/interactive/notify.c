/*
 * notify.c - tell the user what became of jobs
 *
 * POSIX.1-2024 XCU 2.11 Job Control; set -b.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/notify.h"

#include "exec/job_limit.h"
#include "job/account.h"
#include "job/report.h"
#include "job/report_cost.h"

/* Is JOB's change worth a line? That it goes on after `bg` or `kill -CONT` is
 * seen in `jobs`. */
static bool is_news(const struct job *job)
{
	return job->changed && job_state(job) != JOB_RUNNING;
}

/* The job's line, and of a long one that ended what it has cost. */
static void add_line(
    struct strbuf *text, struct shell *sh, const struct job *job)
{
	report_job(text, &sh->jobs.table, job,
	    sh->options[OPTION_POSIX] ? REPORT_POSIX : REPORT_USERS,
	    REPORT_NORMAL);
	if (job_state(job) != JOB_DONE ||
	    !job_limit_is_over(sh, job_elapsed_us(job, job->ended_us)))
		return;
	strbuf_truncate(text, text->len - 1); /* the newline */
	strbuf_adds(text, " (");
	report_cost(text, job);
	strbuf_adds(text, ")\n");
}

char *notify_take(struct shell *sh)
{
	struct job_table *table = &sh->jobs.table;
	struct strbuf text = STRBUF_INIT;
	struct job *job, *next;

	if (!table->news)
		return NULL;
	table->news = false;
	/* All lines first, then the removals: marks must not move between the
	 * lines of one report. */
	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number))
		if (is_news(job))
			add_line(&text, sh, job);
	for (job = job_table_next(table, 0); job; job = next) {
		next = job_table_next(table, job->number);
		if (is_news(job))
			job->changed = false;
		if (job_state(job) == JOB_DONE)
			job_table_remove(table, job);
	}
	return text.len ? strbuf_take(&text) : NULL;
}
