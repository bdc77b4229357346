/*
 * process.c - one child process and what was last heard of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/process.h"

#include <sys/wait.h>

void process_update(struct process *process, int wait_status)
{
	if (WIFEXITED(wait_status)) {
		process->state = PROCESS_EXITED;
		process->code = WEXITSTATUS(wait_status);
	} else if (WIFSIGNALED(wait_status)) {
		process->state = PROCESS_SIGNALED;
		process->code = WTERMSIG(wait_status);
		process->core_dumped = WCOREDUMP(wait_status);
	} else if (WIFSTOPPED(wait_status)) {
		process->state = PROCESS_STOPPED;
		process->code = WSTOPSIG(wait_status);
	} else {
		process->state = PROCESS_RUNNING;
		process->code = 0;
	}
}

void usage_add(struct usage *sum, const struct usage *usage)
{
	sum->user_us += usage->user_us;
	sum->system_us += usage->system_us;
	if (usage->peak_kib > sum->peak_kib)
		sum->peak_kib = usage->peak_kib;
}

bool process_is_gone(const struct process *process)
{
	return process->state == PROCESS_EXITED ||
	       process->state == PROCESS_SIGNALED;
}

int process_status(const struct process *process)
{
	switch (process->state) {
	case PROCESS_RUNNING:
		return 0;
	case PROCESS_EXITED:
		return process->code;
	case PROCESS_STOPPED:
	case PROCESS_SIGNALED:
		return 128 + process->code;
	}
	return 0;
}
