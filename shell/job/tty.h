/*
 * tty.h - the controlling terminal: who is in its foreground, and its modes
 *
 * The terminal is /dev/tty, opened once, close-on-exec, above 9: job control
 * works whatever descriptors 0, 1 and 2 are.
 *
 * Rule for the modes after a foreground job (tty_settle): a job that stopped
 * keeps its modes for its next fg, and the shell's are put back. A job that a
 * signal ended: the shell's are put back. A job that ended by itself and was
 * marked sets_modes (stty) with status 0: its modes become the shell's. Any
 * other: what makes a terminal usable (canonical input, echo, signals, carriage
 * return and newline handling) is put back as the shell had it, and the rest of
 * what the job changed stays, also for the jobs after it. "A signal ended it"
 * is said of a job of which any member died so, but of SIGPIPE, which is how
 * the front of a pipeline ends well.
 *
 * POSIX.1-2024 XBD 11 General Terminal Interface.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_TTY_H
#define JSH_JOB_TTY_H

#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

#include "job/observe.h"

struct job;

struct tty {
	int fd; /* -1: no terminal, or it is gone */
	bool has_modes;
	struct termios modes; /* as the prompt and the next job should find */
	const struct observer *const *observer; /* the core's; never NULL */
};

/* Open /dev/tty and note its modes; false with errno when there is none. */
bool tty_open(struct tty *tty, const struct observer *const *observer);
void tty_close(struct tty *tty);

/* The foreground group; -1 with errno. */
pid_t tty_foreground(const struct tty *tty);

/* Make PGID the foreground group, from wherever the caller is: SIGTTOU is
 * blocked around it. False with errno. */
bool tty_give(const struct tty *tty, pid_t pgid);

/* The same for the child of a fork or vfork: tells no observer, so it is
 * async-signal-safe. All signals must be blocked. A terminal that is no longer
 * with OWNER stays where it is: a child that runs late would take it from
 * somebody to whom the job has passed it on. */
bool tty_take_in_child(int fd, pid_t owner, pid_t pgid);

/* Set modes, after output has drained; SIGTTOU is blocked around it. */
bool tty_set_modes(const struct tty *tty, const struct termios *modes);

/* Note the present modes as the shell's (before a job is started). */
void tty_note_modes(struct tty *tty);

/* The rule above, for JOB that has stopped or ended. */
void tty_settle(struct tty *tty, struct job *job);

#endif
