/*
 * control.h - the job core as a whole: what its parts share
 *
 * One struct job_control for a shell. It knows pids, process groups, one
 * terminal, signals, and a text for each job. It knows no words, no prompts, no
 * stdio; it never prints and never exits. POSIX words: job control is "enabled"
 * when set -m is (monitor).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_CONTROL_H
#define JSH_JOB_CONTROL_H

#include <stdbool.h>
#include <sys/types.h>

#include "job/observe.h"
#include "job/table.h"
#include "job/tty.h"

struct job_control {
	struct job_table table;
	struct tty tty;
	bool monitor;      /* each job gets its own process group */
	bool event_driven; /* interactive: SIGCHLD is caught, and the shell
			      waits in event_wait() */
	pid_t shell_pid;   /* of this shell or subshell */
	pid_t shell_pgid;  /* its group */
	pid_t entry_pgid;  /* the terminal's foreground group at entry, given
			      back by job_control_stop(); 0 if not changed */
	const struct observer *observer; /* NULL: nobody */

	/* Called in each child that goes on as a shell, after its group and
	 * signals are set: the caller makes it a subshell. May be NULL. */
	void (*became_subshell)(void *ctx);
	void *ctx;
};

void job_control_init(struct job_control *jc);
void job_control_fini(struct job_control *jc);

enum job_control_result {
	JOB_CONTROL_ON,
	JOB_CONTROL_NO_TTY,   /* there is no controlling terminal */
	JOB_CONTROL_ORPHANED, /* in the background, and nobody can bring it to
				 the foreground */
	JOB_CONTROL_FAILED,   /* errno tells */
};

/*
 * Turn job control on for an INTERACTIVE shell: open the terminal, stop by
 * SIGTTIN until in its foreground, make a group of our own, take the terminal.
 * For a script (set -m) only open the terminal, if there is one, and note
 * whether it is ours to give; without one, job control is on all the same.
 */
enum job_control_result job_control_start(
    struct job_control *jc, bool interactive);

/* Give the terminal and the group back as they were; set +m, and exit. */
void job_control_stop(struct job_control *jc);

/*
 * Signal a job: its whole group, or, without one of its own, each unreaped
 * member. Never a pid that was reaped. A stopped job gets SIGCONT after a
 * SIGTERM or SIGHUP, so that it can act on it. False with errno; ESRCH when
 * nothing is left of it.
 */
bool job_signal(struct job_control *jc, struct job *job, int signo);

/* Let a stopped job go on: its members count as running again, it is the most
 * recent one of its kind, and SIGCONT is sent. False with errno. */
bool job_continue(struct job_control *jc, struct job *job);

#endif
