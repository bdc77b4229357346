/*
 * async.c - asynchronous lists: command &
 *
 * The commands of a pipeline are members of the job themselves; anything else
 * runs in one forked shell, which is the job's only member and whose children
 * are in its group. So does a pipeline behind "!": $! must be a process whose
 * status is the pipeline's.
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

#include "base/decimal.h"
#include "base/diag.h"
#include "base/fdio.h"
#include "exec/call.h"
#include "exec/direct.h"
#include "exec/foreground.h"
#include "exec/inside.h"
#include "exec/pipeline.h"
#include "exec/simple.h"
#include "expand/expand.h"
#include "job/launch.h"
#include "job/sig.h"
#include "job/wait.h"
#include "syntax/unparse.h"

enum { MANY_JOBS = 256, LOOK_EVERY = 64, LIVE_PER_LAUNCH = 16 };

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

/*
 * A script is not told of its jobs' ends. That they can be named all the same,
 * they stay in the list until it is long; `wait` then still has their statuses.
 * A look takes the kernel and us as long as there are jobs alive, so there are
 * not many, and the fewer the more jobs.
 */
static void forget_ended(struct shell *sh)
{
	struct job_table *table = &sh->jobs.table;
	bool many = table->highest >= MANY_JOBS;
	size_t every = table->alive / LIVE_PER_LAUNCH;
	struct job *job, *next;

	if (every < LOOK_EVERY)
		every = LOOK_EVERY;
	if (sh->interactive || table->next_generation % every)
		return;
	(void)jobs_reap(&sh->jobs);
	for (job = many ? table->first : NULL; job; job = next) {
		next = job->next_in_table;
		if (job->asynchronous && job_state(job) == JOB_DONE)
			job_table_remove(table, job);
	}
}

/* How many jobs may run in the background at a time (JOBMAX); 0: any number. */
static int job_max(struct shell *sh)
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
	int limit = job_max(sh);
	bool goes_on = true;

	if (!limit)
		return true;
	(void)jobs_reap(&sh->jobs);
	sh->waits++;
	while (goes_on && !has_slot(sh, limit)) {
		goes_on = !sh->run_traps(sh);
		if (goes_on)
			(void)jobs_wait_step(&sh->jobs, -1, -1);
	}
	sh->waits--;
	return goes_on;
}

/* NULL, or what could not be made. */
static const char *launch(
    struct shell *sh, struct job *job, const struct node *node)
{
	void (*detach)(struct shell *) =
	    sh->jobs.monitor ? NULL : detach_from_keyboard;
	const struct direct_setup setup = { -1, -1, detach };
	pid_t pid;

	if (node->type == NODE_PIPELINE && !node->u.pipeline.negate)
		return pipeline_launch(
		    sh, job, &node->u.pipeline, detach, NULL);
	pid = direct_start(sh, job, node, &setup);
	if (!pid)
		pid = job_fork(&sh->jobs, job);
	if (pid == 0) {
		if (detach)
			detach(sh);
		exec_child(sh, node);
	}
	return pid > 0 ? NULL : "process";
}

/* $!, and in jsh mode the pids of all members in JOBPIDS. */
static void set_pids(struct shell *sh, const struct job *job)
{
	struct strbuf pids = STRBUF_INIT;
	char digits[DECIMAL_SIZE];
	const struct process *p;

	sh->last_async = job_last_pid(job);
	if (sh->options[OPTION_POSIX])
		return;
	for (p = job->first; p; p = p->next) {
		strbuf_adds(&pids, decimal(digits, p->pid));
		if (p->next)
			strbuf_addc(&pids, ' ');
	}
	var_set_always(sh, "JOBPIDS", strbuf_str(&pids));
	strbuf_fini(&pids);
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
	const char *failed;
	struct job *job;

	if (!inside_move(sh))
		return sh->last_status;
	if (names_job(sh, node))
		return resume_jobs(sh, &node->u.simple);
	if (!await_slot(sh))
		return sh->last_status;
	forget_ended(sh);
	unparse_line(&text, node);
	job = job_table_add(&sh->jobs.table, strbuf_str(&text));
	strbuf_fini(&text);
	job->asynchronous = true;
	job->pipefail = sh->options[OPTION_PIPEFAIL];
	job_set_cwd(job, var_get(sh, "PWD"));
	failed = launch(sh, job, node);
	if (failed)
		return exec_finish(
		    sh, foreground_failed(sh, job, failed, errno));
	set_pids(sh, job);
	job_table_list(&sh->jobs.table, job);
	if (sh->interactive) {
		strbuf_addf(
		    &text, "[%u] %ld\n", job->number, (long)sh->last_async);
		fd_say_bytes(text.s, text.len);
		strbuf_fini(&text);
	}
	return sh->last_status = 0;
}
