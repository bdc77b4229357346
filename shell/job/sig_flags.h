/*
 * sig_flags.h - which signals have come: flags, and a pipe that wakes who waits
 *
 * A handler (sig.c) sets a flag and writes one byte to a non-blocking self-pipe;
 * nothing else. Who waits, waits in event_wait() (wait.h), which polls that pipe;
 * who works, looks at the flags at safe points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_SIG_FLAGS_H
#define JSH_JOB_SIG_FLAGS_H

#include <signal.h>
#include <stdbool.h>

/* Make the self-pipe, unless it is there. Where it cannot be made, the flags work
 * without. */
void sig_flags_open(void);

/* In a child that goes on as a shell: clear all flags, drop the self-pipe. */
void sig_flags_close(void);

/* Set the flag of SIGNO, as its handler does: also for signals that the shell
 * decides to take as received (a child that ^C ended). Async-signal-safe, as are
 * the next two. */
void sig_raise_flag(int signo);

/* The same, noting if the terminal has sent it. */
void sig_raise_flag_from(int signo, const siginfo_t *info);

/* The same for SIGCHLD; one that is not the kernel's tells of no child. */
void sig_raise_child_flag(const siginfo_t *info);

/* Is the flag of SIGNO set since the last sig_take()? */
bool sig_is_pending(int signo);

/* The same, and clear it. */
bool sig_take(int signo);

/* Is any flag set? One load: for safe points in loops. */
bool sig_any_pending(void);

/* Of INT, QUIT and HUP: did the terminal, not a process, send SIGNO before the
 * last sig_take()? */
bool sig_came_from_terminal(int signo);

/* Has a process sent SIGCHLD, not the kernel on a child's account, since this was
 * asked last? */
bool sig_take_sent_child(void);

/* How many times SIGCHLD was caught; may wrap around. */
unsigned sig_child_count(void);

/* The read end of the self-pipe; made by the first sig_catch(). -1 before. */
int sig_wake_fd(void);

/* Empty the self-pipe, then look at the flags: in this order. */
void sig_drain(void);

#endif
