/*
 * wait.h - the one place that blocks, and the one place that reaps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_WAIT_H
#define JSH_JOB_WAIT_H

#include <stdbool.h>
#include <stddef.h>

#include "job/control.h"

enum event {
	EVENT_INPUT,  /* FD can be read without blocking (or is at its end) */
	EVENT_SIGNAL, /* something was caught: look at the flags */
	EVENT_TIMEOUT,
	EVENT_ERROR, /* errno tells; the descriptor is unusable */
};

/*
 * Wait for input on FD (-1: none), a caught signal, or TIMEOUT_MS to pass (-1:
 * for ever). The only call in jsh that blocks for an unknown time, beside the
 * wait of a shell that is not interactive for its foreground job. Look at the
 * flags before calling: one set earlier does not wake it again.
 */
enum event event_wait(int fd, int timeout_ms);

/* Reap whatever there is without blocking, each result through
 * job_table_apply(). Returns how many results there were. */
size_t jobs_reap(struct job_control *jc);

/* The same in the middle of a list, where SIGCHLD is caught: but not for what a
 * foreground wait has heard of already. */
void jobs_hear(struct job_control *jc);

/* The same for the members of JOB only: what that costs does not grow with the
 * number of children. */
void job_reap(struct job_control *jc, struct job *job);

/* Block until PID, a child that is sure to stop or end soon, does, or a signal
 * comes. False if there is no such child. */
bool jobs_reap_one(struct job_control *jc, pid_t pid);

/*
 * Wait until the foreground JOB no longer runs; then take the terminal back and
 * settle its modes. A job that stopped is listed, with `changed` set. Does not
 * remove it from the table. Without event_driven it blocks in waitpid itself.
 * It still runs if jc->gives_up() said so.
 */
void job_wait_foreground(struct job_control *jc, struct job *job);

/*
 * Block until something is heard of any child, FD (-1: none) can be read, or a
 * signal was caught: one step of the `wait` builtin. False when there are no
 * children at all, and no FD. SIGCHLD is caught meanwhile, so that a trapped
 * signal ends the wait at once.
 */
bool jobs_wait_step(struct job_control *jc, int fd, int timeout_ms);

/* Block until PROCESS has ended or, with monitor, stopped: for a shell that
 * catches no signal. What other children do costs nothing here. */
void jobs_wait_process(struct job_control *jc, struct process *process);

/*
 * Put JOB into the foreground (fg): its modes, the terminal, SIGCONT if any
 * of it is stopped; then job_wait_foreground(). False with errno if it cannot be
 * continued.
 */
bool job_to_foreground(struct job_control *jc, struct job *job);

#endif
