/*
 * fg.c - bring a job to the foreground
 *
 * POSIX.1-2024 XCU fg.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>
#include <string.h>

#include "base/diag.h"
#include "base/safe.h"
#include "builtins/jobarg.h"
#include "builtins/opts.h"
#include "exec/foreground.h"
#include "job/wait.h"

/* What is resumed; written before the job can write. */
static void show(struct shell *sh, const struct job *job)
{
	struct strbuf text = STRBUF_INIT;

	safe_add(&text, job->text, strlen(job->text));
	strbuf_addc(&text, '\n');
	out_write(&sh->out, text.s, text.len);
	out_flush(&sh->out);
	strbuf_fini(&text);
}

static int run_fg(struct shell *sh, int argc, char **argv)
{
	const char *spec;
	struct opts opts;
	struct job *job;

	opts_init(&opts, &builtin_fg, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return 2;
	if (argc > opts.index + 1)
		return usage_error(&builtin_fg);
	spec = argv[opts.index];
	if (!jobarg_has_control(sh, "fg"))
		return 1;
	job = spec ? jobarg_find(sh, "fg", spec) : jobarg_current(sh, "fg");
	if (!job)
		return 1;
	if (!spec)
		spec = jobarg_spec(sh, job);
	if (!jobarg_is_alive(sh, "fg", spec, job))
		return 1;
	show(sh, job);
	if (job_to_foreground(&sh->jobs, job))
		return foreground_settle(sh, job);
	diag("fg: %s: %s", spec, jobarg_error(errno));
	return 1;
}

const struct builtin builtin_fg = {
	.name = "fg",
	.kind = BUILTIN_REGULAR,
	.run = run_fg,
	.usage = "fg [job]",
	.summary = "bring a job to the foreground",
	.help =
	    "The job gets the terminal, goes on if it was stopped, and the\n"
	    "shell waits for it; the status is the job's. Without an operand\n"
	    "it is the current job: the one that stopped last, or else the\n"
	    "one that went to the background last. The % may be left out, a\n"
	    "number that is no job's may be the pid of one of its processes,\n"
	    "and a job alone is a command: %2 is `fg %2`.\n"
	    "\n"
	    "When a list, a loop or a function was stopped, its rest goes on\n"
	    "in the job: variables and directories that it sets are the\n"
	    "job's, not this shell's.\n"
	    "\n"
	    "    fg          the job that `jobs` marks with +\n"
	    "    fg %2       job number 2\n"
	    "    fg %vi      the job whose command begins with vi\n",
};
