/*
 * jobarg.h - operands of builtins that name jobs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BUILTINS_JOBARG_H
#define JSH_BUILTINS_JOBARG_H

#include <stdbool.h>

#include "job/report.h"
#include "state/shell.h"

/*
 * The job that SPEC names, as job_find() reads it; without a % too ("1", "vi").
 * A number without % that is no job's is the pid of a job's process.
 * NULL after a message of the builtin NAME: no such job, or the candidates of
 * an ambiguous one. What came in the meantime is reaped first, so a job's state
 * is the present one. Borrowed until the next wait.
 */
struct job *jobarg_find(struct shell *sh, const char *name, const char *spec);

/* "%1": what to call JOB where the user named none. In the command arena. */
const char *jobarg_spec(struct shell *sh, const struct job *job);

/* The current job; NULL after a message. */
struct job *jobarg_current(struct shell *sh, const char *name);

/* Is job control on? If not, false after a message. */
bool jobarg_has_control(const struct shell *sh, const char *name);

/* Say that what SPEC named has ended, with which status: that of PROCESS. */
void jobarg_say_ended(const struct shell *sh, const char *name,
    const char *spec, const struct process *process);

/* Does JOB have a process that is left, to signal or to resume? If not, false
 * after a message: SPEC, which named it, has ended, with which status. */
bool jobarg_is_alive(const struct shell *sh, const char *name, const char *spec,
    const struct job *job);

/* What errno says of a job that could not be signalled, in words. */
const char *jobarg_error(int error);

enum report_style jobarg_style(const struct shell *sh);

#endif
