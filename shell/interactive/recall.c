/*
 * recall.c - ^Z while a line is typed: the stopped job comes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/recall.h"

#include "exec/simple.h"

bool recall_is_on(const struct shell *sh)
{
	return sh->options[OPTION_CTRLZ] && sh->jobs.monitor;
}

bool recall_can(const struct shell *sh)
{
	const struct job *job = job_table_current(&sh->jobs.table);

	return job && job_state(job) == JOB_STOPPED;
}

void recall_run(struct shell *sh)
{
	char name[] = "fg";
	char *argv[] = { name, NULL };

	sh->last_status = command_run(sh, 1, argv, COMMAND_NO_FUNCTION);
	(void)sh->run_traps(sh);
}
