/*
 * async.c - asynchronous lists: command &
 *
 * The commands of a pipeline are members of the job themselves; anything else
 * runs in one forked shell, which is the job's only member and whose children
 * are in its group.
 *
 * POSIX.1-2024 XCU 2.9.3.1 Asynchronous AND-OR Lists.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/async.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/fdio.h"
#include "exec/call.h"
#include "exec/foreground.h"
#include "exec/pipeline.h"
#include "exec/simple.h"
#include "expand/expand.h"
#include "job/launch.h"
#include "job/sig.h"
#include "job/wait.h"
#include "syntax/unparse.h"

/* Without job control the terminal's keys must not reach it, and it must not
 * take the shell's input. */
static void detach_from_keyboard(struct shell *sh)
{
	static const struct fd_action null_input = {
		.type = FD_OPEN,
		.fd = STDIN_FILENO,
		.flags = O_RDONLY,
		.path = "/dev/null",
	};
	int error;

	sig_ignore(SIGINT);
	sig_ignore(SIGQUIT);
	error = fd_action_apply(&null_input);
	if (error) {
		diag("%s: %s", null_input.path, strerror(error));
		sh->leave(sh, 1);
	}
}

/* A script is not told of its jobs' ends: those that `wait` has not asked for
 * yet are kept as statuses only. */
static void forget_ended(struct shell *sh)
{
	struct job *job, *next;

	if (sh->interactive)
		return;
	(void)jobs_reap(&sh->jobs);
	if (sh->forgot_at == sh->jobs.changes)
		return;
	sh->forgot_at = sh->jobs.changes;
	for (job = sh->jobs.table.first; job; job = next) {
		next = job->next_in_table;
		if (job->asynchronous && job_state(job) == JOB_DONE)
			job_table_remove(&sh->jobs.table, job);
	}
}

/* How many jobs may run in the background at a time (JOBMAX); 0: any number. */
static int job_limit(struct shell *sh)
{
	const char *value =
	    sh->options[OPTION_POSIX] ? NULL : var_get(sh, "JOBMAX");

	return value && !value[strspn(value, "0123456789")] ? atoi(value) : 0;
}

static bool has_slot(const struct shell *sh, int limit)
{
	const struct job *job;
	int running = 0;

	for (job = sh->jobs.table.first; job && running < limit;
	     job = job->next_in_table)
		if (job->asynchronous && !job->disowned &&
		    job_state(job) == JOB_RUNNING)
			running++;
	return running < limit;
}

/* Wait until JOBMAX allows one more. False when ^C or a trap ends that. */
static bool await_slot(struct shell *sh)
{
	int limit = job_limit(sh);

	if (!limit)
		return true;
	(void)jobs_reap(&sh->jobs);
	while (!has_slot(sh, limit)) {
		if (sh->run_traps(sh))
			return false;
		(void)jobs_wait_step(&sh->jobs, -1, -1);
	}
	return true;
}

static bool launch(struct shell *sh, struct job *job, const struct node *node)
{
	void (*in_child)(struct shell *) =
	    sh->jobs.monitor ? NULL : detach_from_keyboard;
	pid_t pid;

	if (node->type == NODE_PIPELINE && !node->u.pipeline.negate)
		return pipeline_launch(sh, job, &node->u.pipeline, in_child);
	pid = job_fork(&sh->jobs, job);
	if (pid == 0) {
		if (in_child)
			in_child(sh);
		exec_child(sh, node);
	}
	return pid > 0;
}

/* %1 & is `bg %1`. */
static bool names_job(const struct shell *sh, const struct node *node)
{
	const struct word_part *first;

	if (node->type != NODE_SIMPLE || node->redirs ||
	    node->u.simple.assigns || !node->u.simple.word_count)
		return false;
	first = node->u.simple.words[0]->parts;
	return first->type == PART_LITERAL &&
	       call_names_job(sh, first->u.text.s);
}

static int resume_jobs(struct shell *sh, const struct node_simple *simple)
{
	struct arena_mark mark = arena_mark(&sh->arena);
	struct vec argv = VEC_INIT;
	int status = 1;

	vec_push(&argv, arena_strdup(&sh->arena, "bg"));
	if (expand_words(sh, simple->words, simple->word_count, &argv)) {
		vec_push(&argv, NULL); /* ends argv */
		status = command_run(sh, (int)argv.count - 1,
		    (char **)argv.items, COMMAND_NO_FUNCTION);
	}
	vec_fini(&argv);
	arena_release(&sh->arena, mark);
	return exec_finish(sh, status);
}

int exec_async(struct shell *sh, const struct node *node)
{
	struct strbuf text = STRBUF_INIT;
	struct job *job;

	if (names_job(sh, node))
		return resume_jobs(sh, &node->u.simple);
	if (!await_slot(sh))
		return sh->last_status;
	forget_ended(sh);
	unparse_line(&text, node);
	job = job_table_add(&sh->jobs.table, strbuf_str(&text));
	strbuf_fini(&text);
	job->asynchronous = true;
	if (!launch(sh, job, node))
		return exec_finish(sh, foreground_failed(sh, job, errno));
	sh->last_async = job_last_pid(job);
	job_table_list(&sh->jobs.table, job);
	if (sh->interactive) {
		strbuf_addf(
		    &text, "[%u] %ld\n", job->number, (long)sh->last_async);
		(void)!fd_write_all(STDERR_FILENO, text.s, text.len);
		strbuf_fini(&text);
	}
	return sh->last_status = 0;
}
