/*
 * kill_target.c - what an operand of kill means, and the plain sending
 *
 * POSIX.1-2024 XCU kill.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/kill.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "builtins/jobarg.h"
#include "job/wait.h"

static bool find_job(struct kill_target *target, struct shell *sh)
{
	target->job = jobarg_find(sh, "kill", target->operand);
	if (!target->job)
		return false;
	if (!target->job->inherited)
		return jobarg_is_alive(
		    sh, "kill", target->operand, target->job);
	diag("kill: %s: %s", target->operand, jobarg_error(ECHILD));
	return false;
}

/* Was PID a child of this shell that has been reaped? Then the number may be
 * somebody else's by now. */
static bool has_ended(struct shell *sh, const struct kill_target *target)
{
	const struct process *process =
	    job_table_process(&sh->jobs.table, target->pid);

	if (!process)
		return false;
	job_reap(&sh->jobs, process->job);
	if (!process_is_gone(process))
		return false;
	jobarg_say_ended(sh, "kill", target->operand, process);
	return true;
}

bool kill_target_find(
    struct shell *sh, const char *operand, struct kill_target *target)
{
	char *end;
	long pid;

	*target = (struct kill_target){ .operand = operand };
	if (*operand == '%')
		return find_job(target, sh);
	errno = 0;
	pid = strtol(operand, &end, 10);
	if (end == operand || *end) {
		diag("kill: %s: neither a pid nor a job (%%1)", operand);
		return false;
	}
	if (errno || pid > INT_MAX || pid < -INT_MAX) {
		diag("kill: %s: %s", operand, strerror(ESRCH));
		return false;
	}
	target->pid = (pid_t)pid;
	return !has_ended(sh, target);
}

static void choose_job(const struct job *job, struct tree *tree)
{
	if (job->pgid)
		tree_choose_group(tree, job->pgid);
	for (const struct process *p = job->first; p; p = p->next)
		if (!process_is_gone(p))
			tree_choose(tree, p->pid, job->pgid);
}

/* kill(2) with -1: all but init and who asks. */
static void choose_all(struct tree *tree)
{
	for (size_t i = 0; i < tree->count; i++) {
		pid_t pid = tree->all[i].pid;

		if (pid != 1 && pid != getpid() && kill(pid, 0) == 0)
			tree->all[i].chosen = true;
	}
}

void kill_target_choose(const struct kill *kill,
    const struct kill_target *target, struct tree *tree)
{
	if (target->job)
		choose_job(target->job, tree);
	else if (target->pid == -1)
		choose_all(tree);
	else if (target->pid <= 0)
		tree_choose_group(tree, target->pid ? -target->pid : getpgrp());
	else
		tree_choose(tree, target->pid, false);
	if (kill->tree)
		tree_choose_descendants(tree);
}

static bool send(const struct kill *request, const struct kill_target *target)
{
	struct shell *sh = request->sh;

	if (target->job) {
		if (job_signal(&sh->jobs, target->job, request->signo))
			return true;
		diag("kill: %s: %s", target->operand, jobarg_error(errno));
		return false;
	}
	if (kill(target->pid, request->signo) == 0)
		return true;
	diag("kill: %s: %s", target->operand, strerror(errno));
	return false;
}

int kill_send(const struct kill *kill, char **operands)
{
	struct kill_target target;
	int status = 0;

	for (; *operands; operands++)
		if (!kill_target_find(kill->sh, *operands, &target) ||
		    !send(kill, &target))
			status = 1;
	return status;
}
