/*
 * jobarg.c - operands of builtins that name jobs
 *
 * POSIX.1-2024 XBD 3.182 Job ID.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/jobarg.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "builtins/common.h"
#include "job/wait.h"

enum report_style jobarg_style(const struct shell *sh)
{
	return sh->options[OPTION_POSIX] ? REPORT_POSIX : REPORT_USERS;
}

bool jobarg_has_control(const struct shell *sh, const char *name)
{
	if (sh->jobs.monitor)
		return true;
	diag("%s: no job control in this shell", name);
	return false;
}

static const char *with_percent(struct shell *sh, const char *spec)
{
	size_t len = strlen(spec);
	char *text = arena_alloc(&sh->arena, len + 2);

	text[0] = '%';
	memcpy(text + 1, spec, len + 1);
	return text;
}

/* Name the candidates: the user has to choose one. */
static void report_ambiguous(
    struct shell *sh, const char *name, const char *given, const char *spec)
{
	struct job_table *table = &sh->jobs.table;
	struct strbuf list = STRBUF_INIT;
	struct job *job;

	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number))
		if (job_matches(job, spec))
			strbuf_addf(&list, "%s%%%u (%s)", list.len ? ", " : "",
			    job->number, job->text);
	diag("%s: %s: ambiguous: %s", name, given, strbuf_str(&list));
	strbuf_fini(&list);
}

/* The listed job that has the process PID. */
static struct job *find_by_pid(const struct shell *sh, const char *pid)
{
	const struct process *process;
	int n;

	if (!parse_count(pid, &n))
		return NULL;
	process = job_table_process(&sh->jobs.table, n);
	return process && process->job->number ? process->job : NULL;
}

struct job *jobarg_find(struct shell *sh, const char *name, const char *spec)
{
	const char *full = *spec == '%' ? spec : with_percent(sh, spec);
	struct job *job = NULL;

	/* A number can be looked up before it is asked how the job is. */
	if (full[1] >= '0' && full[1] <= '9' &&
	    job_find(&sh->jobs.table, full, &job) == JOB_FOUND) {
		job_reap(&sh->jobs, job);
		return job;
	}
	(void)jobs_reap(&sh->jobs);
	switch (job_find(&sh->jobs.table, full, &job)) {
	case JOB_FOUND:
		break;
	case JOB_NONE:
		job = find_by_pid(sh, spec);
		if (!job)
			diag("%s: %s: no such job", name, spec);
		break;
	case JOB_AMBIGUOUS:
		report_ambiguous(sh, name, spec, full);
		break;
	}
	return job;
}

const char *jobarg_spec(struct shell *sh, const struct job *job)
{
	char spec[sizeof "%" + 3 * sizeof job->number];

	(void)snprintf(spec, sizeof spec, "%%%u", job->number);
	return arena_strdup(&sh->arena, spec);
}

struct job *jobarg_current(struct shell *sh, const char *name)
{
	struct job *job;

	(void)jobs_reap(&sh->jobs);
	job = job_table_current(&sh->jobs.table);
	if (!job)
		diag("%s: no current job", name);
	return job;
}

void jobarg_say_ended(const struct shell *sh, const char *name,
    const char *spec, const struct process *process)
{
	struct strbuf state = STRBUF_INIT;

	report_state(&state, process, jobarg_style(sh));
	diag("%s: %s: already ended (%s)", name, spec, state.s);
	strbuf_fini(&state);
}

bool jobarg_is_alive(const struct shell *sh, const char *name, const char *spec,
    const struct job *job)
{
	if (job_state(job) != JOB_DONE)
		return true;
	jobarg_say_ended(sh, name, spec, job_telling_process(job));
	return false;
}

const char *jobarg_error(int error)
{
	switch (error) {
	case ESRCH:
		return "has ended";
	case ECHILD:
		return "is a job of the parent shell";
	default:
		return strerror(error);
	}
}
