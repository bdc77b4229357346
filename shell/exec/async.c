/*
 * async.c - asynchronous lists: command &
 *
 * The commands of a pipeline are members of the job themselves; anything else
 * runs in one forked shell, which is the job's only member and whose children
 * are in its group. So does a pipeline behind "!": $! must be a process whose
 * status is the pipeline's.
 *
 * POSIX.1-2024 XCU 2.9.3.1 Asynchronous AND-OR Lists.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/async.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/fdio.h"
#include "exec/direct.h"
#include "exec/foreground.h"
#include "exec/pipeline.h"
#include "job/launch.h"
#include "job/sig.h"
#include "job/wait.h"
#include "syntax/unparse.h"

/* Without job control the terminal's keys must not reach it, and it must not
 * take the shell's input. */
static void detach_from_keyboard(struct shell *sh)
{
	static const struct fd_action null_input = {
		.type = FD_OPEN,
		.fd = STDIN_FILENO,
		.flags = O_RDONLY,
		.path = "/dev/null",
	};
	int error;

	sig_ignore(SIGINT);
	sig_ignore(SIGQUIT);
	error = fd_action_apply(&null_input);
	if (error) {
		diag("%s: %s", null_input.path, strerror(error));
		sh->leave(sh, 1);
	}
}

/* A script is not told of its jobs' ends: those that `wait` has not asked for
 * yet are kept as statuses only. */
static void forget_ended(struct shell *sh)
{
	struct job *job, *next;

	if (sh->interactive || !jobs_reap(&sh->jobs))
		return;
	for (job = sh->jobs.table.first; job; job = next) {
		next = job->next_in_table;
		if (job->asynchronous && job_state(job) == JOB_DONE)
			job_table_remove(&sh->jobs.table, job);
	}
}


/* NULL, or what could not be made. */
static const char *launch(
    struct shell *sh, struct job *job, const struct node *node)
{
	void (*detach)(struct shell *) =
	    sh->jobs.monitor ? NULL : detach_from_keyboard;
	const struct direct_setup setup = { -1, -1, detach };
	pid_t pid;

	if (node->type == NODE_PIPELINE && !node->u.pipeline.negate)
		return pipeline_launch(sh, job, &node->u.pipeline, detach);
	pid = direct_start(sh, job, node, &setup);
	if (!pid)
		pid = job_fork(&sh->jobs, job);
	if (pid == 0) {
		if (detach)
			detach(sh);
		exec_child(sh, node);
	}
	return pid > 0 ? NULL : "process";
}

/* $!, and in jsh mode the pids of all members in JOBPIDS. */
static void set_pids(struct shell *sh, const struct job *job)
{
	struct strbuf pids = STRBUF_INIT;
	const struct process *p;

	sh->last_async = job_last_pid(job);
	if (sh->options[OPTION_POSIX])
		return;
	for (p = job->first; p; p = p->next)
		strbuf_addf(&pids, p->next ? "%ld " : "%ld", (long)p->pid);
	var_set_always(sh, "JOBPIDS", strbuf_str(&pids));
	strbuf_fini(&pids);
}

int exec_async(struct shell *sh, const struct node *node)
{
	struct strbuf text = STRBUF_INIT;
	const char *failed;
	struct job *job;

	forget_ended(sh);
	unparse_line(&text, node);
	job = job_table_add(&sh->jobs.table, strbuf_str(&text));
	strbuf_fini(&text);
	job->asynchronous = true;
	job->pipefail = sh->options[OPTION_PIPEFAIL];
	job_set_cwd(job, var_get(sh, "PWD"));
	failed = launch(sh, job, node);
	if (failed)
		return exec_finish(
		    sh, foreground_failed(sh, job, failed, errno));
	set_pids(sh, job);
	job_table_list(&sh->jobs.table, job);
	if (sh->interactive) {
		strbuf_addf(
		    &text, "[%u] %ld\n", job->number, (long)sh->last_async);
		(void)!fd_write_all(STDERR_FILENO, text.s, text.len);
		strbuf_fini(&text);
	}
	return sh->last_status = 0;
}
