/*
 * foreground.h - wait for a foreground job, and tell what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_FOREGROUND_H
#define JSH_EXEC_FOREGROUND_H

#include "exec/exec.h"

/*
 * A new job for NODE, to be run in the foreground. Its text is made only where
 * it can be seen.
 */
struct job *foreground_new(struct shell *sh, const struct node *node);

/* Right before the shell is copied: hear of its jobs, so that `jobs` in a
 * subshell, a pipe or a substitution tells how they are. The kernel looks at each
 * child for it, so it is not done for programs. */
void foreground_hear(struct shell *sh);

/*
 * A job that stops while something is left to run after it takes that with it
 * (job/continuation.h): these functions then return twice, in the shell, which
 * unwinds to its prompt, and in the continuation, which goes on.
 *
 * Wait until JOB ends or stops; report a stop or a death by signal; forget a
 * job that ended. After a stop, or ^C, of an interactive shell's job the shell
 * unwinds to its prompt. Returns the status.
 */
int foreground_wait(struct shell *sh, struct job *job);

/* What is to be done after the wait: for fg, which waits by
 * job_to_foreground(). */
int foreground_settle(struct shell *sh, struct job *job);

/*
 * ^Z while the shell itself works and something that was typed is left to run:
 * that becomes a job of its own, stopped. Returns twice as well: in the shell,
 * which unwinds to its prompt, and in the job, which goes on.
 */
void foreground_stop_rest(struct shell *sh);

/* WHAT JOB needs, a "process" or a "pipe", could not be made: one message, what
 * was started of it is killed, and it is forgotten. Returns the status. */
int foreground_failed(
    struct shell *sh, struct job *job, const char *what, int error);

#endif
