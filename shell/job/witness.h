/*
 * witness.h - who gets ^Z and ^C when a short program has just ended
 *
 * The terminal sends ^Z and ^C to its foreground group. From when a program
 * begins to end until the shell has the terminal back, nobody is left in that
 * group who could get them: in a loop of programs that live for a millisecond,
 * one key in five was lost (so it is in all other shells). So the third short
 * job of a typed line calls a witness in: a child of the shell that blocks all
 * signals, sleeps, and is put into the group of each job that follows. What is
 * pending for it when the terminal is back was typed, and was meant for the line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_WITNESS_H
#define JSH_JOB_WITNESS_H

#include <sys/types.h>

struct job;
struct job_control;

struct witness {
	pid_t pid;     /* 0: none */
	int status_fd; /* its status in /proc */
	int routine;   /* short jobs that ended well, one after the other */
};

/* PGID, the group of a job that has just been started, has the terminal: the
 * witness, if there is one, joins it. */
void witness_join(const struct job_control *jc, pid_t pgid);

/*
 * The shell has the terminal back from JOB. Keys that nobody else can have got
 * are noted as if the shell had: SIGINT by sig_raise_flag(), SIGTSTP by
 * sig_raise_key().
 */
void witness_settle(struct job_control *jc, const struct job *job);

/* Before the prompt, before exec, at the end: no witness any more. */
void witness_dismiss(struct job_control *jc);

/* In a forked child: the witness is the parent's. */
void witness_forget(struct job_control *jc);

#endif
