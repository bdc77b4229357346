/*
 * table.h - the jobs a shell knows: numbers, %current, %previous, statuses
 *
 * Owns every struct job and struct process. Makes no system call: wait results
 * are handed in through job_table_apply(), so the unit tests can invent
 * processes that never existed. Lookups by pid and by number do not scan.
 *
 * The current job (%+) is the one stopped last; if none is stopped, the one
 * that was started in or moved to the background last. The previous job (%-) is
 * the next one in the same order. A finished job keeps its place among those
 * that are not stopped until it was reported, so that its last line bears the
 * mark that `jobs` showed. Both are found without a scan.
 *
 * POSIX.1-2024 XCU jobs, fg, bg, wait; 2.11 Job Control.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_TABLE_H
#define JSH_JOB_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "job/job.h"

/* Statuses that are kept after their job is gone: so many, the oldest go. */
enum { JOB_KEPT_MAX = 8192 };

struct kept_status {
	pid_t pid; /* 0: free */
	int status;
	bool waited;       /* its job had been waited for */
	UT_hash_handle hh; /* by pid */
};

struct job_table {
	struct process *by_pid; /* uthash */
	struct process anchor;  /* the first in it: pid 0, and no job */
	struct job **by_number; /* by_number[n - 1]; NULL where free */
	size_t number_cap;
	unsigned highest;  /* largest number in use; 0 if none */
	struct job *first; /* all own jobs, listed or not, oldest first */

	/* Every listed job is in one of the two, the most recent one first. */
	struct job *suspended, *others;

	struct job *inherited; /* the parent shell's, owned like FIRST */
	bool shows_inherited;  /* the listed ones are those */
	unsigned long next_generation;

	bool news;      /* a listed job has changed: for who tells of it */
	size_t alive;   /* processes in BY_PID that are not gone */
	bool strangers; /* there may be children that are not in it */

	struct kept_status *kept; /* ring; NULL until needed */
	size_t kept_next;
	struct kept_status *kept_by_pid; /* uthash into it */
};

void job_table_init(struct job_table *table);
void job_table_fini(struct job_table *table);

/* A job without members and number. TEXT is copied. */
struct job *job_table_add(struct job_table *table, const char *text);

/* PID becomes its last member, running. A stale entry for a recycled pid is
 * dropped. */
struct process *job_table_add_process(
    struct job_table *table, struct job *job, pid_t pid);

/* Give it the next number (one more than the highest in use) if it has none. */
void job_table_list(struct job_table *table, struct job *job);

/* It is now the most recent one of its kind: for the current-job rule. */
void job_table_touch(struct job_table *table, struct job *job);

/* SIGCONT was sent to it: its stopped members count as running, which is no
 * news to report, and it is the most recent one of its kind. */
void job_table_resume(struct job_table *table, struct job *job);

/* The job is not listed any more, but its processes are known until they have
 * ended: then it is forgotten, now if they have. */
void job_table_disown(struct job_table *table, struct job *job);

/* May the shell have children? It is sure to have none that are not in the table
 * once the kernel has said so. */
bool job_table_has_children(const struct job_table *table);
void job_table_has_no_strangers(struct job_table *table);

/* Forget the job; statuses of an asynchronous job's members stay known. */
void job_table_remove(struct job_table *table, struct job *job);

/*
 * Forget all jobs and statuses: the start of a subshell. With KEEP_INHERITED
 * the listed ones stay as inherited, so that `jobs` can show them, until the
 * first job of the subshell itself is listed. The memory of all stays until
 * job_table_fini(), so that the cost does not grow with their number.
 */
void job_table_forget(struct job_table *table, bool keep_inherited);

/*
 * Take over one result of waitpid. Returns the job that PID is a member of,
 * with `changed` set if the job's state changed; NULL for an unknown pid.
 */
struct job *job_table_apply(
    struct job_table *table, pid_t pid, int wait_status);

struct job *job_table_by_number(const struct job_table *table, unsigned n);
struct process *job_table_process(const struct job_table *table, pid_t pid);
struct job *job_table_current(const struct job_table *table);
struct job *job_table_previous(const struct job_table *table);

/* A status kept by job_table_remove(); false if there is none. It is given out
 * once: the entry is then forgotten. */
bool job_table_kept_status(struct job_table *table, pid_t pid, int *status);

/* Is there one? And the oldest of all whose job nobody has waited for, given
 * out once too. */
bool job_table_is_kept(const struct job_table *table, pid_t pid);
bool job_table_next_kept(struct job_table *table, pid_t *pid, int *status);

enum job_lookup {
	JOB_FOUND,
	JOB_NONE,
	JOB_AMBIGUOUS,
};

/*
 * Find the listed job SPEC names: %n, %%, %+, %, %-, %string, %?string.
 *
 * On JOB_FOUND, *found is borrowed: valid until the next jobs_reap() or
 * event_wait(). Otherwise *found is left alone; the caller words the message,
 * because only it knows whether "fg" or "kill" is speaking.
 */
enum job_lookup job_find(
    const struct job_table *table, const char *spec, struct job **found);

/* Does the string part of SPEC name JOB? To list the candidates. */
bool job_matches(const struct job *job, const char *spec);

/* The next listed job with a number above N, by number; NULL at the end. To
 * walk: for (j = job_table_next(t, 0); j; j = job_table_next(t, j->number)). */
struct job *job_table_next(const struct job_table *table, unsigned n);

#endif
