/*
 * table.c - the jobs a shell knows: numbers, %current, %previous, statuses
 *
 * Owns every struct job. Makes no system call: wait results are handed in by
 * jobs_reap(), so the unit tests can invent processes that never existed.
 *
 * Nothing here scans all jobs but the search by text: processes and kept
 * statuses are hashed by pid, jobs are in an array by number, and the two
 * lists, suspended and others, have the most recent one in front, so that %+
 * and %- are the first two of both together.
 *
 * POSIX.1-2024 XCU jobs, fg, bg, wait; 2.11 Job Control.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/table.h"

#include <stdlib.h>
#include <string.h>

#include <utlist.h>

#include "base/mem.h"

void job_table_init(struct job_table *table)
{
	memset(table, 0, sizeof *table);
	table->next_generation = 1;
	table->strangers = true; /* those of who was this process before */
}

static void job_free(struct job *job)
{
	struct process *p, *next;

	for (p = job->first; p; p = next) {
		next = p->next;
		free(p);
	}
	free(job->text);
	free(job->cwd);
	free(job);
}

static void free_jobs(struct job *list)
{
	while (list) {
		struct job *job = list;

		DL_DELETE2(list, job, prev_in_table, next_in_table);
		job_free(job);
	}
}

/* Forget who is known by pid; the jobs themselves stay. */
static void forget_pids(struct job_table *table)
{
	HASH_CLEAR(hh, table->by_pid);
	table->alive = 0;
	HASH_CLEAR(hh, table->kept_by_pid);
	free(table->kept);
	table->kept = NULL;
	table->kept_next = 0;
}

void job_table_fini(struct job_table *table)
{
	forget_pids(table);
	free_jobs(table->first);
	free_jobs(table->inherited);
	free(table->by_number);
	job_table_init(table);
}

struct job *job_table_add(struct job_table *table, const char *text)
{
	struct job *job = xcalloc(1, sizeof *job);

	job->text = xstrdup(text);
	job->generation = table->next_generation++;
	DL_APPEND2(table->first, job, prev_in_table, next_in_table);
	return job;
}

/* PROCESS is found by its pid. The table always holds one that is none, as uthash
 * frees the buckets of an empty one: a script that runs one command after the other
 * would make and free them each time. */
static void hash_process(struct job_table *table, struct process *process)
{
	struct process *anchor = &table->anchor;

	if (!table->by_pid)
		HASH_ADD(hh, table->by_pid, pid, sizeof anchor->pid, anchor);
	HASH_ADD(hh, table->by_pid, pid, sizeof process->pid, process);
}

/* PROCESS is no longer found by its pid. */
static void unhash_process(struct job_table *table, struct process *process)
{
	if (!process_is_gone(process)) {
		table->alive--;
		table->strangers = true;
	}
	/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): uthash */
	HASH_DEL(table->by_pid, process);
}

bool job_table_has_children(const struct job_table *table)
{
	return table->alive || table->strangers;
}

void job_table_has_no_strangers(struct job_table *table)
{
	table->strangers = false;
}

static struct kept_status *find_kept(const struct job_table *table, pid_t pid)
{
	struct kept_status *kept;

	HASH_FIND(hh, table->kept_by_pid, &pid, sizeof pid, kept);
	return kept;
}

static void drop_kept(struct job_table *table, struct kept_status *kept)
{
	/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): uthash */
	HASH_DEL(table->kept_by_pid, kept);
	kept->pid = 0;
}

struct process *job_table_add_process(
    struct job_table *table, struct job *job, pid_t pid)
{
	struct process *p = xcalloc(1, sizeof *p);
	struct process *stale = job_table_process(table, pid);
	struct kept_status *kept = find_kept(table, pid);

	if (stale)
		unhash_process(table, stale);
	if (kept)
		drop_kept(table, kept);
	p->pid = pid;
	p->job = job;
	p->relay = -1;
	hash_process(table, p);
	if (job->last)
		job->last->next = p;
	else
		job->first = p;
	job->last = p;
	job->count++;
	job->running++;
	table->alive++;
	return p;
}

static void rank(struct job_table *table, struct job *job)
{
	job->ranks_suspended = job_state(job) == JOB_STOPPED;
	if (job->ranks_suspended)
		DL_PREPEND2(table->suspended, job, prev_in_rank, next_in_rank);
	else
		DL_PREPEND2(table->others, job, prev_in_rank, next_in_rank);
}

static void unrank(struct job_table *table, struct job *job)
{
	if (job->ranks_suspended)
		DL_DELETE2(table->suspended, job, prev_in_rank, next_in_rank);
	else
		DL_DELETE2(table->others, job, prev_in_rank, next_in_rank);
}

static void unlist_all(struct job_table *table)
{
	if (table->highest)
		memset(table->by_number, 0,
		    table->highest * sizeof *table->by_number);
	table->highest = 0;
	table->suspended = table->others = NULL;
	table->shows_inherited = false;
}

void job_table_list(struct job_table *table, struct job *job)
{
	if (job->number)
		return;
	if (table->shows_inherited)
		unlist_all(table);
	if (table->highest == table->number_cap) {
		table->number_cap = table->number_cap * 2 + 8;
		table->by_number = xreallocarray(table->by_number,
		    table->number_cap, sizeof *table->by_number);
	}
	table->by_number[table->highest++] = job;
	job->number = table->highest;
	table->news = table->news || job->changed;
	rank(table, job);
}

void job_table_touch(struct job_table *table, struct job *job)
{
	if (!job->number)
		return;
	unrank(table, job);
	rank(table, job);
}

void job_table_resume(struct job_table *table, struct job *job)
{
	struct process *p;

	for (p = job->first; p; p = p->next)
		if (p->state == PROCESS_STOPPED) {
			p->state = PROCESS_RUNNING;
			p->code = 0;
		}
	job->running += job->stopped;
	job->stopped = 0;
	job->changed = false;
	job_table_touch(table, job);
}

static void keep_status(struct job_table *table, const struct process *p)
{
	struct kept_status *kept = find_kept(table, p->pid);

	if (kept)
		drop_kept(table, kept);
	if (!table->kept)
		table->kept = xcalloc(JOB_KEPT_MAX, sizeof *table->kept);
	kept = &table->kept[table->kept_next];
	table->kept_next = (table->kept_next + 1) % JOB_KEPT_MAX;
	if (kept->pid)
		drop_kept(table, kept);
	kept->pid = p->pid;
	kept->status = p->job->pipefail && p == p->job->last
			   ? job_status(p->job, true)
			   : process_status(p);
	kept->waited = p->job->waited;
	HASH_ADD(hh, table->kept_by_pid, pid, sizeof kept->pid, kept);
}

static void unlist(struct job_table *table, struct job *job)
{
	unrank(table, job);
	table->by_number[job->number - 1] = NULL;
	while (table->highest && !table->by_number[table->highest - 1])
		table->highest--;
	job->number = 0;
}

void job_table_remove(struct job_table *table, struct job *job)
{
	struct process *p;

	for (p = job->first; p; p = p->next) {
		/* A pid that is somebody else's by now stays theirs. */
		if (job_table_process(table, p->pid) != p)
			continue;
		unhash_process(table, p);
		if (job->asynchronous && process_is_gone(p))
			keep_status(table, p);
	}
	if (job->number)
		unlist(table, job);
	if (job->inherited)
		DL_DELETE2(table->inherited, job, prev_in_table, next_in_table);
	else
		DL_DELETE2(table->first, job, prev_in_table, next_in_table);
	job_free(job);
}

void job_table_disown(struct job_table *table, struct job *job)
{
	if (job_state(job) == JOB_DONE) {
		job_table_remove(table, job);
		return;
	}
	if (job->number)
		unlist(table, job);
	job->disowned = true;
}

void job_table_forget(struct job_table *table, bool keep_inherited)
{
	bool any_listed = table->highest > 0;

	forget_pids(table);
	table->strangers = false;
	DL_CONCAT2(
	    table->inherited, table->first, prev_in_table, next_in_table);
	table->first = NULL;
	if (!keep_inherited)
		unlist_all(table);
	table->shows_inherited = keep_inherited && any_listed;
}

/* PROCESS counts among the running or stopped members of its job, or BY -1 no
 * longer does. */
static void count_process(const struct process *process, int by)
{
	if (process->state == PROCESS_RUNNING)
		process->job->running += (size_t)by;
	else if (process->state == PROCESS_STOPPED)
		process->job->stopped += (size_t)by;
}

struct job *job_table_apply(struct job_table *table, pid_t pid, int wait_status)
{
	struct process *p = job_table_process(table, pid);
	enum job_state before, after;

	/* One that is gone has been reaped: this is another one's pid. */
	if (!p || process_is_gone(p))
		return NULL;
	before = job_state(p->job);
	count_process(p, -1);
	process_update(p, wait_status);
	count_process(p, 1);
	table->alive -= process_is_gone(p);
	after = job_state(p->job);
	if (before != after) {
		p->job->changed = true;
		table->news = table->news || p->job->number;
		p->job->waited = false;
		if (before == JOB_STOPPED || after == JOB_STOPPED)
			job_table_touch(table, p->job);
	}
	return p->job;
}

/* A listed job on its way out to a caller. */
static struct job *hand_out(const struct job_table *table, struct job *job)
{
	if (job && table->shows_inherited)
		job->inherited = true;
	return job;
}

struct job *job_table_by_number(const struct job_table *table, unsigned n)
{
	if (n == 0 || n > table->highest)
		return NULL;
	return hand_out(table, table->by_number[n - 1]);
}

struct process *job_table_process(const struct job_table *table, pid_t pid)
{
	struct process *p;

	HASH_FIND(hh, table->by_pid, &pid, sizeof pid, p);
	return p == &table->anchor ? NULL : p;
}

struct job *job_table_current(const struct job_table *table)
{
	return hand_out(
	    table, table->suspended ? table->suspended : table->others);
}

struct job *job_table_previous(const struct job_table *table)
{
	const struct job *current = job_table_current(table);

	if (!current)
		return NULL;
	if (current->next_in_rank)
		return hand_out(table, current->next_in_rank);
	return current == table->suspended ? hand_out(table, table->others)
					   : NULL;
}

bool job_table_kept_status(struct job_table *table, pid_t pid, int *status)
{
	struct kept_status *kept = find_kept(table, pid);

	if (!kept)
		return false;
	*status = kept->status;
	drop_kept(table, kept);
	return true;
}

bool job_table_is_kept(const struct job_table *table, pid_t pid)
{
	return find_kept(table, pid) != NULL;
}

bool job_table_next_kept(struct job_table *table, pid_t *pid, int *status)
{
	/* Hashed in the order in which they were kept. */
	struct kept_status *oldest = table->kept_by_pid;

	while (oldest && oldest->waited)
		oldest = oldest->hh.next;
	if (!oldest)
		return false;
	*pid = oldest->pid;
	*status = oldest->status;
	drop_kept(table, oldest);
	return true;
}

bool job_matches(const struct job *job, const char *spec)
{
	if (*spec++ != '%')
		return false;
	if (*spec == '?')
		return strstr(job->text, spec + 1) != NULL;
	return strncmp(job->text, spec, strlen(spec)) == 0;
}

static enum job_lookup found_or_none(struct job *job, struct job **found)
{
	if (!job)
		return JOB_NONE;
	*found = job;
	return JOB_FOUND;
}

static enum job_lookup find_by_text(
    const struct job_table *table, const char *spec, struct job **found)
{
	struct job *job, *match = NULL;

	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number)) {
		if (!job_matches(job, spec))
			continue;
		if (match)
			return JOB_AMBIGUOUS;
		match = job;
	}
	return found_or_none(match, found);
}

enum job_lookup job_find(
    const struct job_table *table, const char *spec, struct job **found)
{
	const char *name = spec + 1;
	char *end;
	unsigned long n;

	if (*spec != '%')
		return JOB_NONE;
	if (strcmp(name, "") == 0 || strcmp(name, "%") == 0 ||
	    strcmp(name, "+") == 0)
		return found_or_none(job_table_current(table), found);
	if (strcmp(name, "-") == 0)
		return found_or_none(job_table_previous(table), found);
	if (*name >= '0' && *name <= '9') {
		n = strtoul(name, &end, 10);
		if (!*end)
			return n > table->highest
				   ? JOB_NONE
				   : found_or_none(job_table_by_number(
						       table, (unsigned)n),
					 found);
	}
	return find_by_text(table, spec, found);
}

struct job *job_table_next(const struct job_table *table, unsigned n)
{
	for (; n < table->highest; n++)
		if (table->by_number[n])
			return hand_out(table, table->by_number[n]);
	return NULL;
}
