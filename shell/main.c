/*
 * main.c - options, environment, the shell built and its layers wired
 *
 * Picks what runs: -c, a script, standard input, or a person at a terminal.
 *
 * POSIX.1-2024 XCU sh.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/lazy_locale.h"
#include "builtins/builtins.h"
#include "exec/remember.h"
#include "exec/run.h"
#include "exec/run_trap.h"
#include "exec/subst.h"
#include "interactive/repl.h"
#include "invocation.h"
#include "job/sig.h"
#include "startup.h"

extern char **environ;

/* Where the editor modules are: installed, or in the build tree for tests (not
 * for a program with more rights than its user). */
static const char *module_dir(void)
{
	const char *dir = secure_getenv("JSH_MODULE_DIR");

	return dir ? dir : PKGLIBDIR;
}

/* For tests: that each subshell is a process makes no other difference. */
static bool always_forks(void)
{
	const char *value = secure_getenv("JSH_SUBSHELLS");

	return value && strcmp(value, "fork") == 0;
}

static void wire(struct shell *sh)
{
	sh->builtins = builtin_table;
	sh->builtin_count = builtin_table_count;
	sh->substitute = exec_substitute;
	sh->run_traps = run_traps;
	sh->leave = run_exit;
	sh->always_forks = always_forks();
}

static void become_interactive(struct shell *sh, bool wants_monitor)
{
	sh->interactive = true;
	sh->options[OPTION_INTERACTIVE] = true;
	sh->jobs.event_driven = true;
	/* Editors and completion decode and sort what they show. */
	lazy_locale_need(LAZY_CTYPE);
	lazy_locale_need(LAZY_COLLATE);
	trap_refresh(sh);
	remember_init(sh);
	if (wants_monitor)
		(void)shell_option_set(sh, OPTION_MONITOR, true);
}

static int run_script(struct shell *sh, const char *path)
{
	int status;

	sh->name = path;
	status = run_file(sh, path, path, 0);
	if (status >= 0)
		return status;
	diag("%s: %s", path, run_file_error(errno));
	return errno == ENOENT || errno == ENOTDIR ? 127 : 126;
}

static int run_input(struct shell *sh, const struct invocation *inv)
{
	if (inv->command)
		return run_string(
		    sh, inv->command, 1, sh->interactive ? 0 : EXEC_LAST);
	if (inv->script)
		return run_script(sh, inv->script);
	if (sh->interactive)
		return repl_run(sh, module_dir());
	return run_fd(sh, STDIN_FILENO, true);
}

int main(int argc, char **argv)
{
	struct shell sh;
	struct invocation inv;
	int status;

	sig_init();
	status = invocation_parse(&inv, argc, argv);
	if (status >= 0)
		return status;
	shell_init(&sh, environ);
	wire(&sh);
	invocation_apply(&inv, &sh);
	sh.numbers_lines = !inv.interactive;
	startup_directory(&sh);
	if (inv.interactive)
		become_interactive(&sh, inv.monitor);
	else if (inv.monitor)
		(void)shell_option_set(&sh, OPTION_MONITOR, true);
	startup_files(&sh, !inv.norc);
	status = sh.last_status;
	if (sh.unwind != UNWIND_EXIT)
		status = run_input(&sh, &inv);
	run_exit(&sh, status);
}
