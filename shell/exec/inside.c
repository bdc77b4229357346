/*
 * inside.c - subshells inside the shell's own process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/diag.h"
#include "exec/call.h"
#include "exec/direct.h"
#include "exec/foreground.h"
#include "exec/redir.h"
#include "exec/run_trap.h"
#include "job/launch.h"
#include "job/sig.h"
#include "job/sig_flags.h"
#include "job/wait.h"

/* Does a simple command begin with what is sure not to be a program? */
static bool is_own(const struct shell *sh, const struct node_simple *simple)
{
	const struct builtin *builtin;
	const char *name;

	if (!simple->word_count)
		return true;
	name = word_literal(simple->words[0]);
	if (!name)
		return false;
	builtin = builtin_find(sh, name);
	if (builtin && builtin->can_undo)
		return true;
	return !(builtin && builtin->kind == BUILTIN_SPECIAL) &&
	       func_find(&sh->funcs, name);
}

/* Does what NODE runs first need no process, as far as can be seen before? LAST:
 * none but those of a last command, as exec_node() would tell by EXEC_LAST. */
static bool begins_inside(
    const struct shell *sh, const struct node *node, bool last)
{
	for (;;) {
		switch (node->type) {
		case NODE_SIMPLE:
			return last || is_own(sh, &node->u.simple);
		case NODE_PIPELINE:
			if (node->u.pipeline.count > 1)
				return last;
			node = node->u.pipeline.commands[0];
			last = false;
			break;
		case NODE_AND_OR:
			node = node->u.and_or.left;
			last = false;
			break;
		case NODE_LIST:
			if (node->u.list.items[0].background)
				return false;
			last = last && node->u.list.count == 1;
			node = node->u.list.items[0].command;
			break;
		case NODE_GROUP:
			last = last && !node->redirs;
			node = node->u.group;
			break;
		case NODE_SUBSHELL:
			node = node->u.group;
			break;
		case NODE_IF:
			node = node->u.if_then.condition;
			last = false;
			break;
		case NODE_WHILE:
			node = node->u.while_loop.condition;
			last = false;
			break;
		case NODE_FOR:
		case NODE_CASE:
			return true;
		case NODE_TIME:
		case NODE_FUNCTION:
			return false;
		}
	}
}

bool inside_is_possible(const struct shell *sh)
{
	return !sh->always_forks && !sh->interactive && !sh->jobs.monitor &&
	       !sh->limits_files;
}

bool inside_suits(const struct shell *sh, const struct node *node)
{
	return inside_is_possible(sh) && begins_inside(sh, node, true);
}

/* `local` inside is for what runs inside, not for the function around it. */
static void enter_frame(struct shell *sh, struct inside *in)
{
	in->around_frame = sh->frame;
	if (!sh->frame)
		return;
	in->frame = *sh->frame;
	in->frame.scope = sh->vars.scopes;
	sh->frame = &in->frame;
}

void inside_enter(struct shell *sh, struct inside *in, const struct node *node,
    bool substitution)
{
	in->outer = sh->inside;
	in->node = node;
	in->substitution = substitution;
	in->captured = sh->out.captured;
	in->redirected = NULL;
	in->moved = false;
	in->failed = false;
	in->job = NULL;
	in->output = -1;
	in->last = NULL;
	in->directory = -1;
	in->journal = var_journal_begin(sh);
	enter_frame(sh, in);
	in->params = sh->params;
	in->path_cache = sh->path_cache;
	memcpy(in->options, sh->options, sizeof in->options);
	in->getopts_offset = sh->getopts_offset;
	in->last_status = sh->last_status;
	in->subst_status = sh->subst_status;
	in->line = sh->line;
	in->diag_line = diag_line();
	in->loop_depth = sh->loop_depth;
	in->in_trap = sh->in_trap;
	sh->params.borrowed = true;
	sh->path_cache.borrowed = true;
	sh->loop_depth = 0;
	sh->in_trap = false;
	sh->subshell_depth++;
	sh->inside = in;
	sig_spare_pipe(true);
}

static void return_to_directory(struct inside *in)
{
	if (in->directory < 0)
		return;
	if (fchdir(in->directory) < 0)
		diag("cannot go back to the current directory: %s",
		    strerror(errno));
	(void)close(in->directory);
}

/* Everything is as it was before inside_enter(). */
static void put_back(struct shell *sh, struct inside *in)
{
	var_journal_end(sh, in->journal);
	sh->frame = in->around_frame;
	params_fini(&sh->params);
	sh->params = in->params;
	path_cache_clear(&sh->path_cache);
	sh->path_cache = in->path_cache;
	memcpy(sh->options, in->options, sizeof in->options);
	sh->getopts_offset = in->getopts_offset;
	sh->subst_status = in->subst_status;
	sh->line = in->line;
	diag_set_line(in->diag_line);
	sh->loop_depth = in->loop_depth;
	sh->in_trap = in->in_trap;
	sh->subshell_depth--;
	sh->inside = in->outer;
	sig_spare_pipe(sh->inside);
	return_to_directory(in);
	/* What ends the shell itself ends what is around it as well. */
	if (sh->ended_by)
		return;
	sh->unwind = UNWIND_NONE;
	sh->last_status = in->last_status;
}

int inside_await(struct shell *sh, struct job *job, int output)
{
	int status;

	if (output >= 0) {
		run_read_all(sh, output, &sh->out.text);
		(void)close(output);
	}
	job_wait_foreground(&sh->jobs, job);
	status = job_status(job, job->pipefail);
	if (sh->inside->substitution)
		job_table_remove(&sh->jobs.table, job);
	else
		sh->inside->last = job;
	return status;
}

int inside_run_last(struct shell *sh, struct job *job, struct spawn *spawn)
{
	struct direct_setup setup = { -1, -1, false };
	int ends[2] = { -1, -1 };
	int error;
	pid_t pid;

	if (sh->out.captured && !fd_pipe_high(ends))
		return foreground_failed(sh, job, "pipe", errno);
	setup.out = ends[1];
	direct_set_up(sh, spawn, &setup);
	pid = job_spawn(&sh->jobs, job, spawn);
	error = errno;
	if (ends[1] >= 0)
		(void)close(ends[1]); /* nothing can be lost here */
	if (pid > 0)
		return inside_await(sh, job, ends[0]);
	if (ends[0] >= 0)
		(void)close(ends[0]);
	return foreground_failed(sh, job, "process", error);
}

void inside_end_moved(struct shell *sh, const struct inside *in, int status)
{
	if (in->moved && !in->job && !in->failed)
		sh->leave(sh, status);
}

int inside_leave(struct shell *sh, struct inside *in, int status)
{
	inside_end_moved(sh, in, status);
	if (in->failed)
		status = 1;
	if (in->job) {
		/* That process has the rest of its output, and its status. */
		sh->unwind = UNWIND_NONE;
		status = inside_await(sh, in->job, in->output);
	}
	/* Past the subshell's redirections. */
	if (in->last)
		(void)foreground_settle(sh, in->last);
	if (sig_take(SIGPIPE))
		status = 128 + SIGPIPE;
	put_back(sh, in);
	return status;
}

/* In the new process: its standard output, or what that will be when the
 * present redirection ends, is the pipe to the parent. */
static void connect_output(struct shell *sh, struct inside *in, int pipe)
{
	int copy = STDOUT_FILENO, flags = 0;

	if (in->redirected) {
		out_disown(&in->redirected->around);
		copy = redir_saved(in->redirected, STDOUT_FILENO);
		flags = O_CLOEXEC;
	}
	if (dup3(pipe, copy, flags) < 0) {
		diag("cannot connect a pipe: %s", strerror(errno));
		sh->leave(sh, 1);
	}
}

static void close_ends(const int ends[2])
{
	for (int i = 0; i < 2; i++)
		if (ends[i] >= 0)
			(void)close(ends[i]); /* nothing can be lost here */
}

/* Fork. 0 in the process that it moves to. */
static pid_t start(struct shell *sh, struct inside *in, int ends[2])
{
	struct job *job = foreground_new(sh, in->node);
	pid_t pid = job_fork(&sh->jobs, job);

	if (pid > 0)
		in->job = job;
	else if (pid < 0)
		(void)foreground_failed(sh, job, "process", errno);
	else if (in->captured)
		connect_output(sh, in, ends[1]);
	return pid;
}

bool inside_move(struct shell *sh)
{
	struct inside *in = sh->inside;
	int ends[2] = { -1, -1 };
	pid_t pid = -1;

	if (!in)
		return true;
	foreground_hear(sh);
	out_flush(&sh->out);
	in->moved = true;
	if (in->captured && !fd_pipe_high(ends))
		diag("cannot make a pipe: %s", strerror(errno));
	else
		pid = start(sh, in, ends);
	if (pid > 0) {
		in->output = ends[0];
		ends[0] = -1;
	}
	close_ends(ends);
	if (pid == 0)
		return true;
	in->failed = pid < 0;
	sh->unwind = UNWIND_MOVED;
	return false;
}

/* May PATH lead to what a descriptor of the process is, or tell of the process?
 * /dev/stdout does, and whatever links to it. */
static bool shows_process(const char *path)
{
	struct open_how how = { .flags = O_PATH | O_CLOEXEC,
		.resolve = RESOLVE_NO_MAGICLINKS };
	long fd;

	if (strcmp(path, "/dev/null") == 0)
		return false;
	if (strncmp(path, "/proc/", strlen("/proc/")) == 0)
		return true;
	fd = syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
	if (fd >= 0)
		(void)close((int)fd); /* nothing was written */
	return fd < 0 && errno != ENOENT;
}

/* May applying PLAN need to know what standard output is, although there is
 * none, or block? */
static bool needs_process(const struct shell *sh, const struct redir_plan *plan)
{
	bool captured = sh->out.captured;

	if (redir_plan_may_block(plan))
		return true;
	for (size_t i = 0; i < plan->count; i++) {
		const struct fd_action *action = &plan->actions[i];

		if (captured && action->type == FD_DUP &&
		    action->source == STDOUT_FILENO)
			return true;
		if (action->path && shows_process(action->path))
			return true;
		/* It could not be given to a process later. */
		if (captured && action->fd == STDOUT_FILENO &&
		    fcntl(STDOUT_FILENO, F_GETFD) < 0)
			return true;
		if (action->fd == STDOUT_FILENO)
			captured = false;
	}
	return false;
}

bool inside_admits_subshell(struct shell *sh, const struct node *node)
{
	return !sh->inside || begins_inside(sh, node, false) || inside_move(sh);
}

bool inside_admits_plan(struct shell *sh, const struct redir_plan *plan)
{
	return !sh->inside || !needs_process(sh, plan) || inside_move(sh);
}

static bool admits_call(struct shell *sh, const struct call *call)
{
	switch (call->kind) {
	case CALL_PROGRAM:
		return call->last && !redir_plan_may_block(call->plan);
	case CALL_FUNCTION:
		return !needs_process(sh, call->plan);
	case CALL_SPECIAL:
	case CALL_BUILTIN:
		break;
	}
	return call->builtin->can_undo &&
	       call->builtin->can_undo(sh, call->argv) &&
	       !needs_process(sh, call->plan);
}

bool inside_admits_call(struct shell *sh, const struct call *call)
{
	return !sh->inside || admits_call(sh, call) || inside_move(sh);
}

bool inside_keep_directory(struct shell *sh)
{
	struct inside *in = sh->inside;

	if (!in || in->directory >= 0)
		return true;
	in->directory = open(".", O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (in->directory >= 0)
		in->directory = fd_move_high(in->directory);
	return in->directory >= 0;
}

bool inside_take_signals(struct shell *sh)
{
	static const int keys[] = { SIGINT, SIGQUIT, SIGHUP };

	if (shell_is_unwinding(sh))
		return true;
	if (sig_take(SIGPIPE))
		(void)shell_exit(sh, 128 + SIGPIPE);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (sig_is_pending(keys[i]) && sig_came_from_terminal(keys[i]))
			(void)shell_exit(sh, 128 + keys[i]);
	return shell_is_unwinding(sh);
}
