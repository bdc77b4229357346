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

#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/clock.h"
#include "builtins/jobarg.h"
#include "builtins/opts.h"
#include "job/account.h"
#include "job/report_format.h"
#include "job/report_json.h"
#include "job/wait.h"

enum form {
	FORM_NORMAL,
	FORM_LONG,
	FORM_PIDS,
	FORM_JSON,
	FORM_FORMAT,
};

struct listing {
	struct shell *sh;
	enum form form;
	const char *format; /* of FORM_FORMAT */
	bool running;       /* only those that run, ... */
	bool stopped;       /* ... that are stopped, with both either */
	bool changed;       /* ... whose change was not told yet */
	long long now_us;
	unsigned *listed; /* by number */
	size_t count, cap;
};

static bool is_wanted(const struct listing *listing, const struct job *job)
{
	enum job_state state = job_state(job);

	if (listing->changed && !job->changed)
		return false;
	if (!listing->running && !listing->stopped)
		return true;
	return (listing->running && state == JOB_RUNNING) ||
	       (listing->stopped && state == JOB_STOPPED);
}

static void write_job(const struct listing *listing, const struct job *job)
{
	static const enum report_form forms[] = {
		[FORM_NORMAL] = REPORT_NORMAL,
		[FORM_LONG] = REPORT_LONG,
		[FORM_PIDS] = REPORT_PIDS,
	};
	const struct job_table *table = &listing->sh->jobs.table;
	struct strbuf text = STRBUF_INIT;

	if (listing->form == FORM_JSON)
		report_json(&text, table, job, listing->now_us);
	else if (listing->form == FORM_FORMAT)
		report_format(
		    &text, table, job, listing->format, listing->now_us);
	else
		report_job(&text, table, job, jobarg_style(listing->sh),
		    forms[listing->form]);
	out_write(&listing->sh->out, strbuf_str(&text), text.len);
	strbuf_fini(&text);
}

static void list(struct listing *listing, const struct job *job)
{
	if (!is_wanted(listing, job))
		return;
	write_job(listing, job);
	if (listing->count == listing->cap) {
		listing->cap = listing->cap * 2 + 8;
		listing->listed = xreallocarray(
		    listing->listed, listing->cap, sizeof *listing->listed);
	}
	listing->listed[listing->count++] = job->number;
}

static void list_all(struct listing *listing)
{
	struct job_table *table = &listing->sh->jobs.table;
	struct job *job;

	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number))
		list(listing, job);
}

static int list_named(struct listing *listing, char **specs)
{
	struct job *job;
	int status = 0;

	for (; *specs; specs++) {
		job = jobarg_find(listing->sh, "jobs", *specs);
		if (job)
			list(listing, job);
		else
			status = 1;
	}
	return status;
}

/* All lines were written before: the marks must not move between them. */
static void forget_told(struct listing *listing)
{
	struct job_table *table = &listing->sh->jobs.table;
	struct job *job;

	for (size_t i = 0; i < listing->count; i++) {
		job = job_table_by_number(table, listing->listed[i]);
		if (!job) /* it was named twice */
			continue;
		job->changed = false;
		if (job_state(job) == JOB_DONE)
			job_table_remove(table, job);
	}
}

static bool check_format(const char *format)
{
	size_t len;
	const char *error = report_format_error(format, &len);

	if (error)
		diag("jobs: -F: %.*s: no such item", (int)len, error);
	return !error;
}

static bool take_option(
    struct listing *listing, int letter, const char *argument)
{
	switch (letter) {
	case 'l':
		listing->form = FORM_LONG;
		return true;
	case 'p':
		listing->form = FORM_PIDS;
		return true;
	case 'j':
		listing->form = FORM_JSON;
		return true;
	case 'F':
		listing->form = FORM_FORMAT;
		listing->format = argument;
		return check_format(argument);
	case 'r':
		return listing->running = true;
	case 's':
		return listing->stopped = true;
	case 'n':
		return listing->changed = true;
	default:
		return false;
	}
}

static int run_jobs(struct shell *sh, int argc, char **argv)
{
	struct listing listing = { .sh = sh };
	struct opts opts;
	int letter, status = 0;

	opts_init(&opts, &builtin_jobs, argc, argv);
	while ((letter = opts_next(&opts, "lpjF:rsn")) != OPTS_END)
		if (!take_option(&listing, letter, opts.argument))
			return 2;
	(void)jobs_reap(&sh->jobs);
	listing.now_us = clock_us();
	if (argv[opts.index])
		status = list_named(&listing, argv + opts.index);
	else
		list_all(&listing);
	if (listing.form != FORM_PIDS)
		forget_told(&listing);
	free(listing.listed);
	return status;
}

const struct builtin builtin_jobs = {
	.name = "jobs",
	.kind = BUILTIN_REGULAR,
	.run = run_jobs,
	.usage = "jobs [-l|-p|-j|-F format] [-nrs] [job ...]",
	.summary = "list the jobs",
	.help =
	    "Each line has a job's number, + if it is the current job (%+) or -\n"
	    "if it is the previous one (%-), its state, and its command. A job\n"
	    "that has ended is listed once.\n"
	    "\n"
	    "  -l         list the processes too, with their pids\n"
	    "  -p         only the pid of each job's first process\n"
	    "  -j         as JSON, a line for each job\n"
	    "  -F format  in your own form, see below\n"
	    "  -r  -s     only jobs that run, only stopped ones (with both, either)\n"
	    "  -n         only jobs whose change was not told yet\n"
	    "\n"
	    "In a format these stand for:\n"
	    "\n"
	    "  %n number             %t command\n"
	    "  %c + - or a blank     %d folder where it was started\n"
	    "  %s running, stopped   %e seconds since it was started\n"
	    "     or done            %u seconds of CPU time in programs\n"
	    "  %r reason, such as    %k seconds of CPU time in the kernel\n"
	    "     tty input, exit 3  %m KiB of memory, the largest process's\n"
	    "  %p first pid          %% a %\n"
	    "  %P all pids           \\n  \\t  \\\\\n"
	    "  %g process group\n"
	    "\n"
	    "%3n fills up with blanks on the left, %-3n on the right. What is not\n"
	    "known is -. No newline is added: jobs -F '%n %-8s %t\\n'\n"
	    "\n"
	    "A job is named by its number (%1), by the beginning of its command\n"
	    "(%vi), or by a part of it (%?notes).\n",
};
