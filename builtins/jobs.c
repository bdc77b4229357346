/*
 * jobs.c - list the jobs
 *
 * A finished job that was listed is forgotten, as if its end had been told at
 * the prompt; with -p only numbers are told, so it stays.
 *
 * POSIX.1-2024 XCU jobs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include "builtins/jobarg.h"
#include "builtins/opts.h"
#include "job/wait.h"

static void list(struct shell *sh, const struct job *job, enum report_form form)
{
	struct strbuf lines = STRBUF_INIT;

	report_job(&lines, &sh->jobs.table, job, jobarg_style(sh), form);
	out_write(&sh->out, lines.s, lines.len);
	strbuf_fini(&lines);
}

static void list_all(struct shell *sh, enum report_form form)
{
	struct job_table *table = &sh->jobs.table;
	struct job *job;

	(void)jobs_reap(&sh->jobs);
	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number))
		list(sh, job, form);
}

static int list_named(struct shell *sh, char **specs, enum report_form form)
{
	struct job *job;
	int status = 0;

	for (; *specs; specs++) {
		job = jobarg_find(sh, "jobs", *specs);
		if (job)
			list(sh, job, form);
		else
			status = 1;
	}
	return status;
}

static void told(struct job_table *table, struct job *job)
{
	job->changed = false;
	if (job_state(job) == JOB_DONE)
		job_table_remove(table, job);
}

/* All lines were written before: the marks must not move between them. */
static void tell_all(struct shell *sh)
{
	struct job_table *table = &sh->jobs.table;
	struct job *job;
	unsigned n = 0;

	while ((job = job_table_next(table, n))) {
		n = job->number;
		told(table, job);
	}
}

static void tell_named(struct shell *sh, char **specs)
{
	struct job *job;

	for (; *specs; specs++)
		if (job_find(&sh->jobs.table, *specs, &job) == JOB_FOUND)
			told(&sh->jobs.table, job);
}

static int run_jobs(struct shell *sh, int argc, char **argv)
{
	enum report_form form = REPORT_NORMAL;
	struct opts opts;
	int letter, status = 0;
	char **specs;

	opts_init(&opts, &builtin_jobs, argc, argv);
	while ((letter = opts_next(&opts, "lp")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return 2;
		form = letter == 'l' ? REPORT_LONG : REPORT_PIDS;
	}
	specs = argv + opts.index;
	if (*specs)
		status = list_named(sh, specs, form);
	else
		list_all(sh, form);
	if (form == REPORT_PIDS)
		return status;
	if (*specs)
		tell_named(sh, specs);
	else
		tell_all(sh);
	return status;
}

const struct builtin builtin_jobs = {
	.name = "jobs",
	.kind = BUILTIN_REGULAR,
	.run = run_jobs,
	.usage = "jobs [-l|-p] [job ...]",
	.summary = "list the jobs",
	.help =
	    "Each line has a job's number, + if it is the current job (%+) or "
	    "-\n"
	    "if it is the previous one (%-), its state, and its command. A "
	    "job\n"
	    "that has ended is listed once. -l lists the processes with their\n"
	    "pids, -p only the pid of each job's first process.\n"
	    "\n"
	    "A job is named by its number (%1), by the beginning of its "
	    "command\n"
	    "(%vi), or by a part of it (%?notes).\n",
};
