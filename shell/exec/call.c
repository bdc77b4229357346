/*
 * call.c - call a command: special builtin, function, builtin or program
 *
 * POSIX.1-2024 XCU 2.9.1.4 Command Search and Execution.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/call.h"

#include <errno.h>
#include <signal.h>
#include <string.h>

#include "base/diag.h"
#include "exec/autocd.h"
#include "exec/foreground.h"
#include "exec/inside.h"
#include "exec/redir.h"
#include "exec/simple.h"
#include "exec/suggest.h"
#include "job/launch.h"
#include "job/sig_flags.h"

/* What runs a text file without "#!": this very shell. */
static const char own_executable[] = "/proc/self/exe";

bool call_names_job(const struct shell *sh, const char *name)
{
	return *name == '%' && (sh->jobs.monitor || sh->interactive);
}

static void resume_job(struct shell *sh, struct call *call)
{
	char **argv =
	    arena_alloc(&sh->arena, ((size_t)call->argc + 2) * sizeof *argv);

	argv[0] = arena_strdup(&sh->arena, "fg");
	memcpy(argv + 1, call->argv, ((size_t)call->argc + 1) * sizeof *argv);
	call->argv = argv;
	call->argc++;
	call->builtin = builtin_find(sh, argv[0]);
	call->kind = CALL_BUILTIN;
}

void call_resolve(struct shell *sh, struct call *call, unsigned flags)
{
	const char *name = call->argv[0];

	if (call_names_job(sh, name)) {
		resume_job(sh, call);
		return;
	}
	call->builtin = builtin_find(sh, name);
	call->func = NULL;
	if (call->builtin && call->builtin->kind == BUILTIN_SPECIAL) {
		call->kind =
		    flags & COMMAND_NOT_SPECIAL ? CALL_BUILTIN : CALL_SPECIAL;
		return;
	}
	if (!(flags & COMMAND_NO_FUNCTION))
		call->func = func_find(&sh->funcs, name);
	if (call->func)
		call->kind = CALL_FUNCTION;
	else
		call->kind = call->builtin ? CALL_BUILTIN : CALL_PROGRAM;
}

static int call_function(struct shell *sh, const struct call *call)
{
	struct params saved_params = sh->params;
	struct program *saved_program = sh->program;
	int saved_loops = sh->loop_depth;
	int saved_line = sh->line;
	struct frame frame;
	struct func *func;
	int status;

	if (!shell_nest(sh))
		return sh->last_status;
	func = func_retain(call->func);
	params_init(&sh->params);
	params_set(&sh->params, call->argv + 1, (size_t)call->argc - 1);
	sh->program = func->program;
	sh->loop_depth = 0;
	sh->function_depth++;
	frame_enter(sh, &frame);
	status = exec_node(sh, func->body, call->last ? EXEC_LAST : 0);
	if (sh->unwind == UNWIND_RETURN) {
		sh->unwind = UNWIND_NONE;
		status = sh->last_status;
	}
	frame_leave(sh);
	sh->function_depth--;
	sh->loop_depth = saved_loops;
	sh->line = saved_line;
	sh->program = saved_program;
	params_fini(&sh->params);
	sh->params = saved_params;
	func_release(func);
	shell_unnest(sh);
	return status;
}

int call_finish_output(struct shell *sh, const char *name, int status)
{
	int error = out_finish(&sh->out);

	/* It ends what runs inside, and nothing else is said. */
	if (!error || (sh->inside && sig_is_pending(SIGPIPE)))
		return status;
	diag("%s: write error: %s", name, strerror(error));
	return status ? status : 1;
}

static int call_builtin(struct shell *sh, const struct call *call)
{
	int status;

	sh->is_last = call->last;
	sh->special_ends = call->kind == CALL_SPECIAL;
	status = call->builtin->run(sh, call->argc, call->argv);
	return call_finish_output(sh, call->argv[0], status);
}

/* `exec 3<file`: there is nothing to put back, as one redirection is made or is
 * not. For `exec 3<&-` that is one system call instead of three. */
static bool redirects_for_good(const struct call *call)
{
	return call->builtin && call->builtin->keeps_redirs &&
	       call->kind == CALL_SPECIAL && call->argc == 1 &&
	       call->plan->count == 1;
}

/* In this process, with the redirections undone afterwards. */
static int call_here(struct shell *sh, const struct call *call)
{
	struct redir_undo undo;
	int status;

	if (redirects_for_good(call))
		return redir_apply_for_good(sh, call->plan)
			   ? 0
			   : shell_abort(sh, 1);
	if (!redir_apply(sh, call->plan, &undo))
		return call->kind == CALL_SPECIAL ? shell_abort(sh, 1) : 1;
	sh->keep_redirs = false;
	status = call->kind == CALL_FUNCTION ? call_function(sh, call)
					     : call_builtin(sh, call);
	if (sh->keep_redirs)
		redir_keep(sh, &undo);
	else
		redir_undo(sh, &undo);
	sh->keep_redirs = false;
	return status;
}

/* Sets up the terminal on purpose? Then that is kept (job/tty.h, screen.h). */
static bool sets_modes(const char *name)
{
	static const char *const names[] = { "stty", "tset", "reset", "tput",
		"setterm" };
	const char *slash = strrchr(name, '/');

	name = slash ? slash + 1 : name;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* The message goes where the command's redirections send its stderr. */
static int not_runnable(struct shell *sh, const struct call *call, int status)
{
	const char *name = call->argv[0], *meant = NULL;
	struct redir_undo undo;

	if (!inside_move(sh))
		return sh->last_status;
	if (!redir_apply(sh, call->plan, &undo))
		return 1;
	if (status == 127)
		meant = suggest_command(sh, name);
	if (meant)
		diag("%s: not found; did you mean %s?", name, meant);
	else
		diag("%s: %s", name,
		    status == 126 ? strerror(EACCES) : "not found");
	redir_undo(sh, &undo);
	return status;
}

/* Where the program NAME is. What is remembered, or has a slash, is not looked
 * at: exec will tell. */
static void find_program(
    struct shell *sh, const struct call *call, struct spawn *spawn, int *status)
{
	const char *name = call->argv[0], *path;

	if (strchr(name, '/')) {
		spawn->path = name;
		return;
	}
	if (call->default_path) {
		spawn->path = path_search(sh, name, path_default(), status);
		return;
	}
	spawn->path = path_remembered(sh, name);
	if (!spawn->path) {
		spawn->path = path_lookup(sh, name, status);
		return;
	}
	path = var_get(sh, "PATH");
	spawn->search = path ? path : path_default();
}

bool call_find_program(
    struct shell *sh, const struct call *call, struct spawn *spawn, int *status)
{
	*spawn = (struct spawn){
		.argv = call->argv,
		.actions = call->plan->actions,
		.action_count = call->plan->count,
		.name = call->argv[0],
		.shell_path = own_executable,
	};
	find_program(sh, call, spawn, status);
	if (spawn->path)
		spawn->envp = var_environment(sh);
	return spawn->path;
}

/* Opening what may block (a FIFO) needs a process that ^C can end, and that
 * does not hold the shell up: a forked one. */
static pid_t launch(struct shell *sh, struct job *job, const struct call *call,
    const struct spawn *spawn)
{
	pid_t pid;

	if (!redir_plan_may_block(call->plan))
		return job_spawn(&sh->jobs, job, spawn);
	pid = job_fork(&sh->jobs, job);
	if (pid == 0)
		sh->leave(sh, spawn_exec(&sh->jobs, spawn));
	return pid;
}

static struct job *new_job(struct shell *sh, const struct call *call)
{
	struct strbuf text = STRBUF_INIT;
	struct job *job;

	if (call->node)
		return foreground_new(sh, call->node);
	for (int i = 0; i < call->argc; i++)
		strbuf_addf(&text, "%s%s", i ? " " : "", call->argv[i]);
	job = job_table_add(&sh->jobs.table, strbuf_str(&text));
	job->foreground = true;
	strbuf_fini(&text);
	return job;
}

static bool is_name_alone(const struct call *call)
{
	return call->node && call->argc == 1 && !call->plan->count;
}

static int call_program(struct shell *sh, const struct call *call)
{
	const char *name = call->argv[0];
	bool found, moved = false;
	struct spawn spawn;
	struct job *job;
	int status;

	found = call_find_program(sh, call, &spawn, &status);
	if ((!found || strchr(name, '/')) && is_name_alone(call) &&
	    autocd_applies(sh, name))
		return autocd_go(sh, name);
	if (!found)
		return not_runnable(sh, call, status);
	if (call->replace)
		return shell_exit(sh, spawn_exec(&sh->jobs, &spawn));
	job = new_job(sh, call);
	if (sh->inside)
		return inside_run_last(sh, job, &spawn);
	job->sets_modes = sets_modes(name);
	spawn.moved = &moved;
	if (launch(sh, job, call, &spawn) < 0)
		return foreground_failed(sh, job, "process", errno);
	if (moved)
		path_forget(sh, name);
	return foreground_wait(sh, job);
}

int call_run(struct shell *sh, const struct call *call)
{
	return call->kind == CALL_PROGRAM ? call_program(sh, call)
					  : call_here(sh, call);
}

int command_run(struct shell *sh, int argc, char **argv, unsigned flags)
{
	static const struct redir_plan none = { NULL, 0, NULL, 0 };
	struct call call = {
		.argc = argc,
		.argv = argv,
		.plan = &none,
		.last = (flags & COMMAND_LAST) != 0,
		.replace =
		    (flags & COMMAND_LAST) && exec_may_replace(sh, EXEC_LAST),
		.default_path = (flags & COMMAND_DEFAULT_PATH) != 0,
	};

	call_resolve(sh, &call, flags);
	if (!inside_admits_call(sh, &call))
		return sh->last_status;
	/* `command exec >file`: the redirections, and whether they stay, are
	 * those of `command`. */
	if (call.kind == CALL_BUILTIN)
		return call_builtin(sh, &call);
	return call_run(sh, &call);
}

int command_replace(struct shell *sh, char **argv)
{
	static const struct redir_plan none = { NULL, 0, NULL, 0 };
	struct call call = { .argv = argv, .plan = &none };
	struct spawn spawn;
	int status;

	if (!call_find_program(sh, &call, &spawn, &status))
		return not_runnable(sh, &call, status);
	out_flush(&sh->out);
	return spawn_exec(&sh->jobs, &spawn);
}
