/*
 * bg.c - let stopped jobs go on in the background
 *
 * POSIX.1-2024 XCU bg.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>
#include <string.h>

#include "base/diag.h"
#include "base/safe.h"
#include "builtins/jobarg.h"
#include "builtins/opts.h"
#include "job/wait.h"

/* "[1]+ sleep 9 &", the mark being the one by which `jobs` showed it; POSIX
 * has "[1] sleep 9". */
static void show(struct shell *sh, const struct job *job)
{
	const struct job_table *table = &sh->jobs.table;
	bool posix = sh->options[OPTION_POSIX];
	struct strbuf text = STRBUF_INIT;
	const char *mark = " ";

	if (job == job_table_current(table))
		mark = "+";
	else if (job == job_table_previous(table))
		mark = "-";
	strbuf_addf(&text, "[%u]%s ", job->number, posix ? "" : mark);
	safe_add(&text, job->text, strlen(job->text));
	strbuf_adds(&text, posix ? "\n" : " &\n");
	out_write(&sh->out, text.s, text.len);
	strbuf_fini(&text);
}

/* SPEC is what named JOB, for messages. */
static int resume(struct shell *sh, const char *spec, struct job *job)
{
	if (!jobarg_is_alive(sh, "bg", spec, job))
		return 1;
	if (!job->stopped) {
		diag("bg: %s: is running in the background already", spec);
		return 0;
	}
	show(sh, job);
	out_flush(&sh->out);
	if (!job_continue(&sh->jobs, job)) {
		diag("bg: %s: %s", spec, jobarg_error(errno));
		return 1;
	}
	/* As if it had been started with &: `wait` and $! know it. */
	job->asynchronous = true;
	sh->last_async = job_last_pid(job);
	return 0;
}

static int run_bg(struct shell *sh, int argc, char **argv)
{
	struct opts opts;
	struct job *job;
	int status = 0;

	opts_init(&opts, &builtin_bg, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return 2;
	if (!jobarg_has_control(sh, "bg"))
		return 1;
	if (opts.index == argc) {
		job = jobarg_current(sh, "bg");
		return job ? resume(sh, jobarg_spec(sh, job), job) : 1;
	}
	/* Which job the current one is depends on the others. */
	(void)jobs_reap(&sh->jobs);
	for (char **spec = argv + opts.index; *spec; spec++) {
		job = jobarg_find(sh, "bg", *spec);
		if (!job || resume(sh, *spec, job) != 0)
			status = 1;
	}
	return status;
}

const struct builtin builtin_bg = {
	.name = "bg",
	.kind = BUILTIN_REGULAR,
	.run = run_bg,
	.usage = "bg [job ...]",
	.summary = "let stopped jobs go on in the background",
	.help =
	    "Each job goes on as if it had been started with &. Without an\n"
	    "operand it is the current job. A job that reads from the terminal\n"
	    "stops again: bring it to the foreground then, with fg. A job with &\n"
	    "is a command: `%1 &` is `bg %1`.\n"
	    "\n"
	    "    bg          after ^Z: what was stopped goes on, and you type\n"
	    "    bg %1 %3    jobs number 1 and 3\n",
};
