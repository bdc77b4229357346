/*
 * report.h - what a job's line says
 *
 * Two wordings: the one that users know (jsh mode), and POSIX.1-2024's.
 *
 *   [1]+  Stopped                 python3 easy.py
 *   [2]-  Running                 python3 example.py &
 *
 * "[%u]%c  %-24s%s": the number, + for the current and - for the previous job
 * or a space, the state, the text; " &" ends the text of a job that runs in the
 * background. POSIX.1-2024's is "[%d] %c %s %s\n", with the text as it is.
 *
 * POSIX.1-2024 XCU jobs, STDOUT.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_REPORT_H
#define JSH_JOB_REPORT_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "job/table.h"

enum report_style {
	REPORT_USERS, /* Stopped, Exit 3, Killed, ... */
	REPORT_POSIX, /* Stopped (SIGTSTP), Done(3), ... */
};

enum report_form {
	REPORT_NORMAL,
	REPORT_LONG, /* jobs -l: with the pids, one line a process, each with
			its own state; POSIX: one line, the group */
	REPORT_PIDS, /* jobs -p: the process group leader's pid */
};

/* Append the line or lines of JOB, each ending in a newline, control
 * characters made harmless. */
void report_job(struct strbuf *sb, const struct job_table *table,
    const struct job *job, enum report_style style, enum report_form form);

/* '+' for the current job, '-' for the previous one, else a blank. */
char report_mark(const struct job_table *table, const struct job *job);

/* The state in one word that never changes, for programs: "running", "stopped",
 * "done". And why it is so, in the words of the listing: "tty stop" (^Z),
 * "signal", "tty input", "tty output"; "exit 3", "Killed"; "" while it runs. */
const char *report_word(const struct job *job);
void report_reason(struct strbuf *sb, const struct job *job);

/* The state alone: "Stopped (tty input)", "Exit 3", "Killed". */
void report_state(
    struct strbuf *sb, const struct process *process, enum report_style style);

#endif
