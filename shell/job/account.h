/*
 * account.h - what jobs have taken: time, CPU time, memory
 *
 * A process's usage is what the kernel tells when it is reaped; before that it
 * is looked up in /proc. Of a live process it is what the process itself has
 * used by now. Clocks are read only for jobs that can be shown (launch.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_ACCOUNT_H
#define JSH_JOB_ACCOUNT_H

#include <stdbool.h>
#include <sys/resource.h>

#include "job/control.h"

/* What this shell and the children that it has waited for have used of the
 * processor; the rest of a list that was stopped counts what came before. The
 * memory is 0. */
struct usage account_spent(const struct job_control *jc);

/* JOB has its first process. */
void account_start(struct job *job);

/* PROCESS changed its state, and wait4() gave RUSAGE with it. If that was the
 * end of its job, the job ends now. */
void account_reaped(struct process *process, const struct rusage *rusage);

/* How long JOB has lived, stops included, at NOW_US; an ended one until its
 * end. 0 where it is not known. */
long long job_elapsed_us(const struct job *job, long long now_us);

/* What PROCESS has used until now. False, and all 0, if nobody can tell: one of
 * the parent shell's that has ended meanwhile. */
bool process_usage(const struct process *process, struct usage *usage);

/* The sum of its processes' CPU times, and the largest one's memory; those that
 * cannot be told are left out. */
struct usage job_usage(const struct job *job);

#endif
