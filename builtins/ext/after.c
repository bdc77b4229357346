/*
 * after.c - run a command when a job has ended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>

#include "base/diag.h"
#include "builtins/jobarg.h"
#include "builtins/opts.h"
#include "syntax/unparse.h"

/* One word is shell code, as trap's action is; several are a command and its
 * arguments as they are now: a value never becomes code. */
static void add(struct shell *sh, struct job *job, char **words)
{
	struct strbuf text = STRBUF_INIT;

	if (words[1])
		for (; *words; words++) {
			unparse_quoted(&text, *words);
			strbuf_addc(&text, ' ');
		}
	else
		strbuf_adds(&text, *words);
	after_add(sh, job, strbuf_str(&text));
	strbuf_fini(&text);
}

static int run_after(struct shell *sh, int argc, char **argv)
{
	struct opts opts;
	struct job *job;

	opts_init(&opts, &builtin_after, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return 2;
	if (argc < opts.index + 2)
		return usage_error(&builtin_after);
	argv += opts.index;
	job = jobarg_find(sh, "after", *argv);
	if (!job)
		return 1;
	if (job->inherited) {
		diag("after: %s: %s", *argv, jobarg_error(ECHILD));
		return 1;
	}
	add(sh, job, argv + 1);
	return 0;
}

const struct builtin builtin_after = {
	.name = "after",
	.kind = BUILTIN_EXTENSION,
	.run = run_after,
	.usage = "after job command [argument ...]",
	.summary = "run a command when a job has ended",
	.help =
	    "The command runs in this shell, as the action of a trap does: not in\n"
	    "the middle of another command, and at the prompt at once. $? is then\n"
	    "the job's status. If the job has ended already it runs now. One word\n"
	    "is shell code; of several the first is the command's name.\n"
	    "\n"
	    "    after %1 make install\n"
	    "    after %1 'echo \"it ended with $?\" | mail me'\n",
};
