/*
 * notify.c - tell the user what became of jobs
 *
 * POSIX.1-2024 XCU 2.11 Job Control; set -b.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/notify.h"

#include "job/report.h"

/* Is JOB's change worth a line? That it goes on after `bg` or `kill -CONT` is
 * seen in `jobs`. */
static bool is_news(const struct job *job)
{
	return job->changed && job_state(job) != JOB_RUNNING;
}

char *notify_take(struct shell *sh)
{
	struct job_table *table = &sh->jobs.table;
	enum report_style style =
	    sh->options[OPTION_POSIX] ? REPORT_POSIX : REPORT_USERS;
	struct strbuf text = STRBUF_INIT;
	struct job *job, *next;

	/* All lines first, then the removals: marks must not move between the
	 * lines of one report. */
	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number))
		if (is_news(job))
			report_job(&text, table, job, style, REPORT_NORMAL);
	for (job = job_table_next(table, 0); job; job = next) {
		next = job_table_next(table, job->number);
		if (is_news(job))
			job->changed = false;
		if (job_state(job) == JOB_DONE)
			job_table_remove(table, job);
	}
	return text.len ? strbuf_take(&text) : NULL;
}
