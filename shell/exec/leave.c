/*
 * leave.c - an interactive shell with jobs asks before it leaves
 *
 * What it says of each job is what hangup_jobs() does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/leave.h"

#include <string.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/fdio.h"
#include "job/account.h"
#include "job/report.h"
#include "job/report_cost.h"
#include "job/wait.h"

enum { ENDING_MS = 1000 };

static const char *fate(const struct shell *sh, const struct job *job)
{
	bool hangs_up = sh->options[OPTION_HUPONEXIT] && !job->no_hangup;

	if (job_state(job) == JOB_STOPPED)
		return job->no_hangup ? "will be ended by the system, as it is "
					"stopped"
				      : "will be ended by SIGHUP";
	if (hangs_up)
		return "will be sent SIGHUP";
	return job_has_rest(job) ? "goes on, but loses its rest" : "goes on";
}

/* "[1]+  Stopped                 vi notes  (2 min, will be ended by SIGHUP)" */
static void add_job(
    struct strbuf *sb, const struct shell *sh, const struct job *job)
{
	report_job(sb, &sh->jobs.table, job,
	    sh->options[OPTION_POSIX] ? REPORT_POSIX : REPORT_USERS,
	    REPORT_NORMAL);
	strbuf_truncate(sb, sb->len - 1); /* its newline */
	strbuf_adds(sb, "  (");
	report_duration(sb, job_elapsed_us(job, clock_us()));
	strbuf_addf(sb, ", %s)\n", fate(sh, job));
}

static bool counts(const struct shell *sh, const struct job *job)
{
	if (job->inherited || job_state(job) == JOB_DONE)
		return false;
	return job_state(job) == JOB_STOPPED || !sh->options[OPTION_POSIX];
}

static void list(struct strbuf *sb, const struct shell *sh)
{
	const struct job_table *table = &sh->jobs.table;
	const struct job *job;

	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number))
		if (counts(sh, job))
			add_job(sb, sh, job);
}

static bool any_is_ending(const struct job_table *table)
{
	const struct job *job;

	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number))
		if (job->told_to_end && job_state(job) != JOB_DONE)
			return true;
	return false;
}

/* `kill %1; exit`: a moment later there is nothing to ask. */
static void let_end(struct shell *sh)
{
	long long deadline = clock_deadline(ENDING_MS);

	(void)jobs_reap(&sh->jobs);
	while (any_is_ending(&sh->jobs.table) && clock_left(deadline)) {
		(void)event_wait(-1, clock_left(deadline));
		(void)jobs_reap(&sh->jobs);
	}
}

bool leave_confirm(struct shell *sh, int *status, bool chosen)
{
	struct strbuf jobs = STRBUF_INIT;

	if (!sh->asks_to_leave || !sh->interactive || sh->hung_up ||
	    sh->in_trap)
		return true;
	if (sh->asked || sh->was_asked) {
		if (!chosen)
			*status = sh->asked_status;
		return true;
	}
	let_end(sh);
	list(&jobs, sh);
	if (!jobs.len)
		return true;
	diag_plain("there are jobs; to leave all the same, say so once more");
	fd_say_bytes(jobs.s, jobs.len);
	strbuf_fini(&jobs);
	sh->asked = true;
	sh->asked_status = *status;
	return false;
}
