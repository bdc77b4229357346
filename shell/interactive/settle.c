/*
 * settle.c - between two commands of an interactive shell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/settle.h"

#include <signal.h>

#include "exec/screen.h"
#include "job/sig_flags.h"

void settle(struct shell *sh)
{
	if (sh->unwind == UNWIND_INTERRUPT)
		screen_say(sh, "\n", 1); /* the terminal has shown ^C */
	if (sh->unwind != UNWIND_EXIT)
		sh->unwind = UNWIND_NONE;
	job_control_line_ended(&sh->jobs);
	sh->loop_depth = 0;
	arena_release(&sh->arena, (struct arena_mark){ NULL, 0 });
}

bool settle_is_due(const struct shell *sh)
{
	for (int signo = 1; signo < NSIG; signo++)
		if (trap_is_due(sh, signo))
			return true;
	return sh->afters.any_due ||
	       (sig_is_pending(SIGHUP) && !trap_get(sh, SIGHUP));
}
