/*
 * shell.c - what a shell remembers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/shell.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/decimal.h"
#include "base/diag.h"
#include "base/lazy_locale.h"
#include "base/mem.h"
#include "job/sig_flags.h"

/* Deep enough for real recursion, shallow enough for an 8 MiB stack also with
 * sanitizers. */
enum { NESTING_MAX = 1000 };

/* As much of the C stack as is ever relied upon. */
enum { STACK_MAX = 64 * 1024 * 1024 };

static const char *compute_line(struct shell *sh)
{
	char text[DECIMAL_SIZE];

	return arena_strdup(&sh->arena, decimal(text, sh->line));
}

static void path_changed(struct shell *sh, const char *value)
{
	(void)value;
	path_cache_clear(&sh->path_cache);
}

static void optind_changed(struct shell *sh, const char *value)
{
	(void)value;
	sh->getopts_offset = 0;
}

static void histsize_changed(struct shell *sh, const char *value)
{
	long size = HISTORY_DEFAULT;

	if (value && *value && !value[strspn(value, "0123456789")])
		size = strtol(value, NULL, 10);
	history_resize(&sh->history, size < INT_MAX ? (int)size : INT_MAX);
}

/* The locale that the variables ask for. The C library would look into the
 * environment, which is made only when a program is started. */
static void set_locale_category(
    struct shell *sh, enum lazy_locale category, const char *name)
{
	const char *value = var_get(sh, "LC_ALL");

	if (!value || !*value)
		value = var_get(sh, name);
	if (!value || !*value)
		value = var_get(sh, "LANG");
	if (!value || !*value)
		value = "C";
	lazy_locale_choose(category, value);
}

static void locale_changed(struct shell *sh, const char *value)
{
	(void)value;
	set_locale_category(sh, LAZY_CTYPE, "LC_CTYPE");
	set_locale_category(sh, LAZY_COLLATE, "LC_COLLATE");
}

/* The kernel has said so at the start, and nothing in a shell changes it: this is
 * asked for each command that is remembered. */
bool shell_is_privileged(void)
{
	return getauxval(AT_UID) != getauxval(AT_EUID) ||
	       getauxval(AT_GID) != getauxval(AT_EGID);
}

static void init_variables(struct shell *sh, char *const *envp)
{
	static const char *const locale_names[] = { "LC_ALL", "LC_CTYPE",
		"LC_COLLATE", "LANG" };
	char ppid[DECIMAL_SIZE];

	var_init(sh, envp);
	var_set_always(sh, "IFS", " \t\n");
	var_set_always(sh, "OPTIND", "1");
	if (!var_get(sh, "PS4") || shell_is_privileged())
		var_set_always(sh, "PS4", "+ ");
	var_set_always(sh, "PPID", decimal(ppid, getppid()));
	var_watch(sh, "LINENO", NULL, compute_line);
	var_watch(sh, "PATH", path_changed, NULL);
	var_watch(sh, "OPTIND", optind_changed, NULL);
	var_watch(sh, "HISTSIZE", histsize_changed, NULL);
	histsize_changed(sh, var_get(sh, "HISTSIZE"));
	for (size_t i = 0; i < sizeof locale_names / sizeof *locale_names; i++)
		var_watch(sh, locale_names[i], locale_changed, NULL);
	locale_changed(sh, NULL);
}

/* struct job_control's gives_up: a hang-up ends an interactive shell, whatever
 * it waits for, and more signals a script that has an EXIT trap. */
static bool is_ending(void *ctx)
{
	const struct shell *sh = ctx;

	if (!sh->interactive)
		return trap_end(sh) != 0;
	return sig_is_pending(SIGHUP) && !trap_get(sh, SIGHUP);
}

/* struct job_control's before_start. */
static void share_input(void *ctx)
{
	struct shell *sh = ctx;

	ahead_share(&sh->ahead);
}

/* struct job_control's job_ended. */
static void job_ended(void *ctx, const struct job *job)
{
	struct shell *sh = ctx;

	if (job->watched)
		after_job_ended(sh, job);
	if (sh->announce && !job->foreground)
		sh->announce(sh, job);
}

void shell_init(struct shell *sh, char *const *envp)
{
	memset(sh, 0, sizeof *sh);
	sh->name = "jsh";
	sh->pid = getpid();
	sh->subst_status = -1;
	sh->stack_start = __builtin_frame_address(0);
	shell_measure_limits(sh);
	arena_init(&sh->arena);
	out_init(&sh->out, STDOUT_FILENO);
	ahead_init(&sh->ahead);
	params_init(&sh->params);
	history_init(&sh->history);
	job_control_init(&sh->jobs);
	sh->jobs.before_start = share_input;
	sh->jobs.became_subshell = shell_enter_subshell;
	sh->jobs.gives_up = is_ending;
	sh->jobs.job_ended = job_ended;
	sh->jobs.ctx = sh;
	trap_init(sh);
	sh->options[OPTION_HASHALL] = true;
	init_variables(sh, envp);
}

void shell_forget_directories(struct shell *sh)
{
	while (sh->directories.count)
		free(vec_pop(&sh->directories));
}

void shell_fini(struct shell *sh)
{
	path_cache_clear(&sh->path_cache);
	shell_forget_directories(sh);
	vec_fini(&sh->directories);
	history_fini(&sh->history);
	alias_table_fini(&sh->aliases);
	alias_table_fini(&sh->abbreviations);
	completer_table_fini(&sh->completers);
	func_table_fini(&sh->funcs);
	params_fini(&sh->params);
	var_fini(sh);
	trap_fini(sh);
	after_forget(sh);
	job_control_fini(&sh->jobs);
	out_fini(&sh->out);
	ahead_fini(&sh->ahead);
	arena_fini(&sh->arena);
}

bool shell_option(const struct shell *sh, enum option option)
{
	return sh->options[option];
}

static bool set_monitor(struct shell *sh, bool on)
{
	enum job_control_result result;

	if (sh->jobs.monitor == on)
		return true;
	if (!on) {
		job_control_stop(&sh->jobs);
		trap_refresh(sh);
		return true;
	}
	result = job_control_start(
	    &sh->jobs, sh->interactive && !sh->subshell_depth);
	trap_refresh(sh);
	switch (result) {
	case JOB_CONTROL_ON:
		return true;
	case JOB_CONTROL_NO_TTY:
		diag("no job control: there is no controlling terminal");
		break;
	case JOB_CONTROL_ORPHANED:
		diag("no job control: in the background for good, as nobody "
		     "is left to bring this shell to the foreground");
		break;
	case JOB_CONTROL_FAILED:
		diag("no job control: %s", strerror(errno));
		break;
	}
	return false;
}

bool shell_option_set(struct shell *sh, enum option option, bool on)
{
	if (option == OPTION_MONITOR && !set_monitor(sh, on))
		return false;
	if (option == OPTION_VI && on)
		sh->options[OPTION_EMACS] = false;
	if (option == OPTION_EMACS && on)
		sh->options[OPTION_VI] = false;
	sh->options[option] = on;
	return true;
}

bool shell_is_unwinding(const struct shell *sh)
{
	return sh->unwind != UNWIND_NONE;
}

static int unwind_with(struct shell *sh, enum unwind why, int status)
{
	sh->unwind = why;
	sh->last_status = status;
	return status;
}

int shell_abort(struct shell *sh, int status)
{
	return unwind_with(sh, UNWIND_ERROR, status);
}

int shell_exit(struct shell *sh, int status)
{
	return unwind_with(sh, UNWIND_EXIT, status);
}

void shell_watch_children(struct shell *sh)
{
	sh->watches_children = true;
	trap_refresh(sh);
}

void shell_enter_subshell(void *ctx)
{
	struct shell *sh = ctx;

	sh->subshell_depth++;
	/* What the parent had buffered is the parent's to write, and what it
	 * was to undo is not ours to. */
	out_disown(&sh->out);
	ahead_enter_subshell(&sh->ahead);
	var_journal_forget(sh);
	sh->params.borrowed = false;
	sh->path_cache.borrowed = false;
	sh->inside = NULL;
	sh->options[OPTION_MONITOR] = false;
	sh->options[OPTION_INTERACTIVE] = false;
	sh->interactive = false;
	sh->in_trap = false;
	sh->watches_children = false;
	after_forget(sh);
	trap_enter_subshell(sh);
}

bool shell_nest(struct shell *sh)
{
	if (sh->nesting >= NESTING_MAX) {
		diag("commands nested too deeply (limit %d)", NESTING_MAX);
		(void)shell_abort(sh, 1);
		return false;
	}
	sh->nesting++;
	return true;
}

void shell_unnest(struct shell *sh)
{
	sh->nesting--;
}

void shell_measure_limits(struct shell *sh)
{
	struct rlimit limit;
	size_t size = STACK_MAX;

	if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < STACK_MAX)
		size = (size_t)limit.rlim_cur;
	sh->stack_room = size / 2;
	sh->limits_files = getrlimit(RLIMIT_FSIZE, &limit) == 0 &&
			   limit.rlim_cur != RLIM_INFINITY;
}

bool shell_has_stack(struct shell *sh)
{
	const char *here = __builtin_frame_address(0);

	/* It grows down. */
	if ((size_t)(sh->stack_start - here) < sh->stack_room)
		return true;
	diag("commands nested too deeply for the stack (see ulimit -s)");
	(void)shell_abort(sh, 1);
	return false;
}
