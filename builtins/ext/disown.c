/*
 * disown.c - take jobs off the list, or only shield them from SIGHUP
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>

#include "base/diag.h"
#include "builtins/jobarg.h"
#include "builtins/opts.h"
#include "job/wait.h"

struct request {
	struct shell *sh;
	bool all;     /* -a */
	bool running; /* -r: of all, those that run */
	bool shield;  /* -h: they stay listed */
};

/* What the user may not expect of JOB once it is on its own. */
static void warn(const struct job *job, const char *spec)
{
	if (job_has_rest(job))
		diag("disown: %s: its rest is lost if this shell leaves before "
		     "what it waits for has ended",
		    spec);
	if (job_state(job) == JOB_STOPPED && job->pgid)
		diag("disown: %s: is stopped; `kill -CONT -- -%ld` lets it go "
		     "on",
		    spec, (long)job->pgid);
	else if (job_state(job) == JOB_STOPPED)
		diag("disown: %s: is stopped; `kill -CONT %ld` lets it go on",
		    spec, (long)job_leader(job));
}

/* The shell waits for no child of a script's, but must not leave a zombie. */
static void let_go(struct shell *sh, struct job *job, const char *spec)
{
	warn(job, spec);
	job_table_disown(&sh->jobs.table, job);
	shell_watch_children(sh);
}

static bool disown_one(
    const struct request *request, struct job *job, const char *spec)
{
	if (job->inherited) {
		diag("disown: %s: %s", spec, jobarg_error(ECHILD));
		return false;
	}
	if (!jobarg_is_alive(request->sh, "disown", spec, job))
		return false;
	if (request->shield)
		job->no_hangup = true;
	else
		let_go(request->sh, job, spec);
	return true;
}

static int disown_all(const struct request *request)
{
	struct job_table *table = &request->sh->jobs.table;
	struct job *job;
	unsigned n = 0;
	int status = 0;

	(void)jobs_reap(&request->sh->jobs);
	while ((job = job_table_next(table, n))) {
		n = job->number;
		if (job_state(job) == JOB_DONE ||
		    (request->running && job_state(job) != JOB_RUNNING))
			continue;
		if (!disown_one(request, job, jobarg_spec(request->sh, job)))
			status = 1;
	}
	return status;
}

static int disown_named(const struct request *request, char **specs)
{
	int status = 0;

	for (; *specs; specs++) {
		struct job *job = jobarg_find(request->sh, "disown", *specs);

		if (!job || !disown_one(request, job, *specs))
			status = 1;
	}
	return status;
}

static int run_disown(struct shell *sh, int argc, char **argv)
{
	struct request request = { .sh = sh };
	struct opts opts;
	struct job *job;
	int letter;

	opts_init(&opts, &builtin_disown, argc, argv);
	while ((letter = opts_next(&opts, "ahr")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return 2;
		request.all = request.all || letter == 'a';
		request.running = request.running || letter == 'r';
		request.shield = request.shield || letter == 'h';
	}
	if (opts.index < argc)
		return disown_named(&request, argv + opts.index);
	if (request.all || request.running)
		return disown_all(&request);
	job = jobarg_current(sh, "disown");
	return job && disown_one(&request, job, jobarg_spec(sh, job)) ? 0 : 1;
}

const struct builtin builtin_disown = {
	.name = "disown",
	.kind = BUILTIN_EXTENSION,
	.run = run_disown,
	.usage = "disown [-ahr] [job ...]",
	.summary = "take jobs off the list, or shield them from SIGHUP",
	.help =
	    "The jobs, or the current one, are not the shell's any more: `jobs` and\n"
	    "`exit` do not list them, and they are sent no SIGHUP. Their input and\n"
	    "output stay where they are, and end with the terminal.\n"
	    "\n"
	    "-a  all jobs\n"
	    "-r  all jobs that run\n"
	    "-h  only shield them: they stay in the list, but the shell sends them\n"
	    "    no SIGHUP when it ends\n"
	    "\n"
	    "    disown %1       forget job number 1\n"
	    "    disown -ha      log out, and all jobs that run go on\n",
};
