/*
 * continuation.h - the rest of what a stopped job was part of
 *
 * When the foreground job of something larger than one pipeline stops (`a && b`,
 * `a; b`, a loop, a function), the shell forks at that point. The child is the
 * continuation: the C stack is the saved state. It joins the job's process group
 * as its last member and stops too, so that the whole is one stopped job. When
 * the group is continued and the awaited processes have ended, the shell, which
 * alone can reap them, hands their status over, and the continuation runs the
 * rest; its end is the end of the job.
 *
 * POSIX.1-2024 XCU 2.11 Job Control.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_CONTINUATION_H
#define JSH_JOB_CONTINUATION_H

#include <stdbool.h>
#include <sys/types.h>

#include "job/control.h"

/*
 * Fork the continuation of JOB, which has a group of its own and has just
 * stopped. Returns its pid in the shell, once it has stopped (or died). Returns
 * 0 in the continuation, a subshell by then, when it has been resumed: *status
 * is the one that job_status(job, pipefail) gave of the awaited processes. -1
 * with errno when no process could be made.
 */
pid_t continuation_fork(
    struct job_control *jc, struct job *job, bool pipefail, int *status);

/*
 * The same where the shell itself works, in a loop of builtins, so that there is
 * nothing to await: the child is the only member of JOB, which is new, and has
 * stopped as by ^Z. Returns its pid in the shell, 0 in the child when it has been
 * resumed, -1 with errno.
 */
pid_t continuation_stop(struct job_control *jc, struct job *job);

/*
 * CHANGED changed its state: the continuation that awaits it stops when all it
 * awaits are stopped, goes on when any goes on, and when they have ended gets
 * their status and goes on. (Not when SIGKILL ended them: who kills one by one
 * so may want to look at the rest before it runs.)
 */
void continuation_follow(struct job_control *jc, const struct process *changed);

/* In a forked child: close what connects the parent to its continuations. */
void continuation_close_all(struct job_control *jc);

#endif
