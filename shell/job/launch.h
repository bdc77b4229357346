/*
 * launch.h - the two ways to start a process
 *
 * Both sides, parent and child, set the process group, and the terminal is
 * handed over before exec, so there is no race. All signals are blocked around
 * the fork.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_LAUNCH_H
#define JSH_JOB_LAUNCH_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/fdio.h"
#include "job/control.h"

/*
 * Fork a child that goes on as a shell, as the next member of JOB. With job
 * control the first member makes the job's group, and if job->foreground it
 * gets the terminal. Returns 0 in the child, after became_subshell(): there JOB
 * is forgotten with the table. -1 with errno when no process could be made.
 */
pid_t job_fork(struct job_control *jc, struct job *job);

struct spawn {
	const char *path; /* with a slash */
	char *const *argv;
	char *const *envp;
	const struct fd_action *actions; /* applied in order in the child */
	size_t action_count;
	const char *name;     /* in messages: what the user typed */
	bool ignore_int_quit; /* asynchronous without job control */
	/* Directories, as in $PATH, where NAME is looked for when there is no
	 * program PATH any more; NULL: nowhere. Then *MOVED becomes true, if the
	 * child can tell: without fork. */
	const char *search;
	bool *moved;
	/* Run PATH as a script by executing SHELL_PATH PATH ARGS when exec says
	 * ENOEXEC and it looks like text; NULL: report it. */
	const char *shell_path;
};

/*
 * Start a program as the next member of JOB, without copying memory. The child
 * writes its own message and exits 126 or 127 when it cannot be executed, 1
 * when an action fails. No action may block (see fd_action_may_block()). -1
 * with errno when no process could be made.
 */
pid_t job_spawn(
    struct job_control *jc, struct job *job, const struct spawn *spawn);

/*
 * Replace this process (exec, and a subshell's last command): like job_spawn()'s
 * child, but returns the status 126 or 127 after its message.
 */
int spawn_exec(struct job_control *jc, const struct spawn *spawn);

/* Before a process is started, or this one is replaced: tells the caller of the
 * core (before_start). For continuation.c. */
void launch_announce(const struct job_control *jc);

/* In a forked child with all signals blocked: join the group PGID and become a
 * subshell, as job_fork()'s child does, but one that knows no jobs: it is a part
 * of one itself. For continuation.c. */
void launch_subshell(struct job_control *jc, pid_t pgid);

/* Give back what job_spawn() keeps in JC; part of job_control_fini(). */
void launch_fini(struct job_control *jc);

#endif
