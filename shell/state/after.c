/*
 * after.c - commands that wait for the end of a job (after %1 CMD)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/after.h"

#include <stdlib.h>

#include "base/mem.h"
#include "state/shell.h"

void after_add(struct shell *sh, struct job *job, const char *command)
{
	struct after *after = xcalloc(1, sizeof *after);
	struct after **end = &sh->afters.first;

	after->generation = job->generation;
	after->command = xstrdup(command);
	while (*end)
		end = &(*end)->next;
	*end = after;
	job->watched = true;
	shell_watch_children(sh);
	if (job_state(job) == JOB_DONE)
		after_job_ended(sh, job);
}

void after_job_ended(struct shell *sh, const struct job *job)
{
	struct after *after;

	for (after = sh->afters.first; after; after = after->next) {
		if (after->generation != job->generation || after->due)
			continue;
		after->status = job_status(job, sh->options[OPTION_PIPEFAIL]);
		after->due = sh->afters.any_due = true;
	}
}

char *after_take(struct shell *sh, int *status)
{
	struct after **link = &sh->afters.first;
	struct after *after;
	char *command;

	while (*link && !(*link)->due)
		link = &(*link)->next;
	after = *link;
	if (!after) {
		sh->afters.any_due = false;
		return NULL;
	}
	*link = after->next;
	*status = after->status;
	command = after->command;
	free(after);
	return command;
}

void after_forget(struct shell *sh)
{
	while (sh->afters.first) {
		struct after *after = sh->afters.first;

		sh->afters.first = after->next;
		free(after->command);
		free(after);
	}
	sh->afters.any_due = false;
}
