/*
 * suspend.c - stop the shell itself, until somebody lets it go on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>
#include <string.h>

#include "base/diag.h"
#include "builtins/jobarg.h"
#include "builtins/opts.h"

/* Nobody waits for a login shell: what would let it go on? */
static bool may_suspend(const struct shell *sh)
{
	if (!jobarg_has_control(sh, "suspend"))
		return false;
	if (!sh->login)
		return true;
	diag("suspend: this is a login shell (suspend -f stops it all the "
	     "same)");
	return false;
}

static int stop(struct shell *sh)
{
	enum job_control_result result = job_control_suspend(&sh->jobs);

	trap_refresh(sh);
	switch (result) {
	case JOB_CONTROL_ON:
		return 0;
	case JOB_CONTROL_ORPHANED:
		diag("suspend: nobody is there who could let this shell go on");
		return 1;
	case JOB_CONTROL_NO_TTY:
	case JOB_CONTROL_FAILED:
		break;
	}
	diag(
	    "suspend: the terminal cannot be taken again: %s", strerror(errno));
	return 1;
}

static int run_suspend(struct shell *sh, int argc, char **argv)
{
	bool forced = false;
	struct opts opts;
	int letter;

	opts_init(&opts, &builtin_suspend, argc, argv);
	while ((letter = opts_next(&opts, "f")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return 2;
		forced = true;
	}
	if (opts.index < argc)
		return usage_error(&builtin_suspend);
	if (!forced && !may_suspend(sh))
		return 1;
	out_flush(&sh->out);
	return stop(sh);
}

const struct builtin builtin_suspend = {
	.name = "suspend",
	.kind = BUILTIN_EXTENSION,
	.run = run_suspend,
	.usage = "suspend [-f]",
	.summary = "stop the shell itself, until somebody lets it go on",
	.help =
	    "As ^Z stops a program, for a shell that was started by another one, by\n"
	    "su or the like: that one gets the terminal, and its fg brings this\n"
	    "shell back. A login shell, and one without job control, are stopped\n"
	    "only with -f.\n",
};
