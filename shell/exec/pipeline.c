/*
 * pipeline.c - pipelines and subshells: jobs of forked shells
 *
 * POSIX.1-2024 XCU 2.9.2 Pipelines, 2.13 Shell Execution Environment.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/pipeline.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "exec/direct.h"
#include "exec/feed.h"
#include "exec/foreground.h"
#include "exec/inside.h"
#include "exec/redir.h"
#include "job/launch.h"

/* The ends of pipes that a command of the pipeline gets; -1: none. All are
 * close-on-exec and above 2, and closed before its own redirections are made. */
struct stage {
	int in;      /* from the command before */
	int out;     /* to the one after */
	int next_in; /* the other end of OUT: not for this command */
};

static void close_end(int *fd)
{
	if (*fd >= 0)
		(void)close(*fd); /* a pipe: nothing can be lost here */
	*fd = -1;
}

/* In a forked child. */
static void connect_stage(struct shell *sh, struct stage *stage)
{
	if ((stage->in >= 0 && dup2(stage->in, STDIN_FILENO) < 0) ||
	    (stage->out >= 0 && dup2(stage->out, STDOUT_FILENO) < 0)) {
		diag("cannot connect a pipe: %s", strerror(errno));
		sh->leave(sh, 1);
	}
	if (stage->in >= 0)
		ahead_change(&sh->ahead, AHEAD_PIPED);
	close_end(&stage->in);
	close_end(&stage->out);
	close_end(&stage->next_in);
}

/* Without a process for COMMAND if what it prints is short; false if it needs one
 * that cannot be made. */
static bool feed(struct shell *sh, struct job *job, struct stage *stage,
    const struct node *command)
{
	struct strbuf text = STRBUF_INIT;
	int status = feed_run(sh, command, &text);
	bool fed;

	if (text.len <= PIPE_BUF) {
		fed = fd_write_all(stage->out, text.s, text.len);
	} else {
		pid_t pid = job_fork(&sh->jobs, job);

		if (pid == 0) {
			connect_stage(sh, stage);
			feed_write(sh, command, &text, status);
		}
		fed = pid > 0;
	}
	strbuf_fini(&text);
	return fed;
}

static pid_t start_stage(struct shell *sh, struct job *job, struct stage *stage,
    const struct node *command, void (*detach)(struct shell *sh))
{
	const struct direct_setup setup = { stage->in, stage->out, detach };
	pid_t pid = direct_start(sh, job, command, &setup);

	if (pid)
		return pid;
	foreground_hear(sh);
	pid = job_fork(&sh->jobs, job);
	if (pid)
		return pid;
	if (detach)
		detach(sh);
	connect_stage(sh, stage);
	exec_child(sh, command);
}

const char *pipeline_launch(struct shell *sh, struct job *job,
    const struct node_pipeline *pipeline, void (*detach)(struct shell *sh),
    int *output)
{
	struct stage stage = { -1, -1, -1 };
	const char *failed = NULL;

	for (size_t i = 0; !failed && i < pipeline->count; i++) {
		const struct node *command = pipeline->commands[i];
		bool more = i + 1 < pipeline->count;
		int ends[2] = { -1, -1 };
		bool started;

		if ((output || more) && !fd_pipe(ends)) {
			failed = "pipe";
			break;
		}
		stage.next_in = ends[0];
		stage.out = ends[1];
		if (i == 0 && more && !detach && feed_suits(sh, command))
			started = feed(sh, job, &stage, command);
		else
			started =
			    start_stage(sh, job, &stage, command, detach) > 0;
		failed = started ? NULL : "process";
		close_end(&stage.out);
		close_end(&stage.in);
		stage.in = stage.next_in;
	}
	if (failed) {
		int saved_errno = errno;

		close_end(&stage.in);
		errno = saved_errno;
	} else if (output) {
		*output = stage.in;
	}
	return failed;
}

/* The status of what leaves the pipeline (`exit`, `break`, an error, ^C, a stop)
 * is no answer that could be negated. */
static int negate(const struct shell *sh, int status)
{
	return shell_is_unwinding(sh) ? status : !status;
}

static int run_pipeline(struct shell *sh, const struct node *node)
{
	int output = -1;
	struct job *job = foreground_new(sh, node);
	const char *failed = pipeline_launch(sh, job, &node->u.pipeline, NULL,
	    sh->out.captured ? &output : NULL);

	if (failed)
		return foreground_failed(sh, job, failed, errno);
	return sh->inside ? inside_await(sh, job, output)
			  : foreground_wait(sh, job);
}

int exec_pipeline(struct shell *sh, const struct node *node, unsigned flags)
{
	const struct node_pipeline *pipeline = &node->u.pipeline;
	int status;

	if (pipeline->count == 1) /* "!" before one command */
		return negate(sh, exec_tested(sh, pipeline->commands[0]));
	if (!(flags & EXEC_LAST) && !inside_move(sh))
		return sh->last_status;
	if (!pipeline->negate)
		return exec_finish(sh, run_pipeline(sh, node));
	sh->tested++; /* for the members, too */
	status = run_pipeline(sh, node);
	sh->tested--;
	return sh->last_status = negate(sh, status);
}

/* In the subshell's own process. */
_Noreturn static void run_subshell(struct shell *sh, const struct node *node)
{
	struct redir_plan plan;

	if (!redir_plan(sh, node->redirs, &plan) ||
	    !redir_apply(sh, &plan, NULL))
		sh->leave(sh, 1);
	redir_plan_close(&plan);
	exec_child(sh, node->u.group);
}

static int run_subshell_inside(struct shell *sh, const struct node *node)
{
	struct arena_mark mark = arena_mark(&sh->arena);
	struct redir_plan plan;
	struct redir_undo undo;
	struct inside in;
	int status = 1;

	inside_enter(sh, &in, node, false);
	if (redir_plan(sh, node->redirs, &plan)) {
		bool applied = inside_admits_plan(sh, &plan) &&
			       redir_apply(sh, &plan, &undo);

		redir_plan_close(&plan);
		if (applied) {
			status = exec_node(sh, node->u.group, EXEC_LAST);
			inside_end_moved(sh, &in, status);
			redir_undo(sh, &undo);
		}
	}
	status = inside_leave(sh, &in, status);
	arena_release(&sh->arena, mark);
	return status;
}

int exec_subshell(struct shell *sh, const struct node *node, unsigned flags)
{
	static const struct direct_setup setup = { -1, -1, false };
	struct job *job;
	pid_t pid;

	if (exec_may_replace(sh, flags))
		run_subshell(sh, node);
	if (!(flags & EXEC_LAST) && !inside_admits_subshell(sh, node->u.group))
		return sh->last_status;
	/* Inside another one its output may have to be captured. */
	if (sh->inside || inside_suits(sh, node))
		return exec_finish(sh, run_subshell_inside(sh, node));
	job = foreground_new(sh, node);
	pid = direct_start(sh, job, node, &setup);
	if (!pid) {
		foreground_hear(sh);
		pid = job_fork(&sh->jobs, job);
	}
	if (pid == 0)
		run_subshell(sh, node);
	if (pid < 0)
		return exec_finish(
		    sh, foreground_failed(sh, job, "process", errno));
	return exec_finish(sh, foreground_wait(sh, job));
}
