/*
 * startup.c - what a shell does before its first command
 *
 * POSIX.1-2024 XCU sh, ENVIRONMENT VARIABLES (ENV, PWD); 2.5.3.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "startup.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/decimal.h"
#include "base/diag.h"
#include "base/mem.h"
#include "exec/run.h"
#include "expand/expand.h"
#include "interactive/hook.h"
#include "interactive/prompt.h"

static bool has_dot_component(const char *path)
{
	for (; (path = strchr(path, '/')); path++) {
		size_t dots = path[1] != '.' ? 0 : path[2] != '.' ? 1 : 2;
		char end = path[1 + dots];

		if (dots && (end == '/' || !end))
			return true;
	}
	return false;
}

static bool names_current_directory(const char *path)
{
	struct stat named, here;

	return stat(path, &named) == 0 && stat(".", &here) == 0 &&
	       named.st_dev == here.st_dev && named.st_ino == here.st_ino;
}

static void set_pwd(struct shell *sh)
{
	const char *pwd = var_get(sh, "PWD");
	char *cwd;

	if (!pwd || *pwd != '/' || has_dot_component(pwd) ||
	    !names_current_directory(pwd)) {
		cwd = getcwd(NULL, 0);
		if (cwd)
			var_set_always(sh, "PWD", cwd);
		else /* deleted, or unreadable above: cd will tell */
			var_set_always(sh, "PWD", "");
		free(cwd);
	}
	if (var_get(sh, "PWD"))
		var_export(sh, "PWD");
}

static void count_level(struct shell *sh)
{
	const char *value = var_get(sh, "SHLVL");
	char text[DECIMAL_SIZE];
	int level = 0;

	for (; value && *value >= '0' && *value <= '9'; value++)
		if (level <= 9999)
			level = level * 10 + (*value - '0');
	if (level > 9999)
		level = 0;
	var_set_always(sh, "SHLVL", decimal(text, level + 1));
	var_export(sh, "SHLVL");
}

void startup_directory(struct shell *sh)
{
	set_pwd(sh);
	count_level(sh);
}

/* Whatever failed, the shell goes on; after `exit` it does not. */
static void settle(struct shell *sh)
{
	if (sh->unwind != UNWIND_EXIT)
		sh->unwind = UNWIND_NONE;
}

/* A start-up file that is missing is no error, and one that fails does not end
 * the login; `exit` in it does. */
static void run_startup_file(struct shell *sh, const char *path)
{
	sh->source_depth++; /* `return` ends it, as it does a file of `.` */
	sh->starting = true;
	if (run_file(sh, path, path, 0) < 0 && errno != ENOENT)
		diag("%s: %s", path, run_file_error(errno));
	sh->starting = false;
	sh->source_depth--;
	settle(sh);
}

/* The file NAME in the folder DIR, if that is an absolute one. */
static void run_file_in(struct shell *sh, const char *dir, const char *name)
{
	char *path;

	if (!dir || *dir != '/')
		return;
	path = xasprintf("%s/%s", dir, name);
	run_startup_file(sh, path);
	free(path);
}

/* The file that ENV, after expansion, names. */
static void run_env(struct shell *sh, const char *env)
{
	const struct word *word =
	    parse_quoted_text(&sh->arena, env, strlen(env));
	char *path = word ? expand_quoted(sh, word) : NULL;

	if (!word)
		diag("ENV: %s: cannot be expanded", env);
	settle(sh);
	if (path)
		run_startup_file(sh, path);
}

static void run_jshrc(struct shell *sh)
{
	const char *config = var_get(sh, "XDG_CONFIG_HOME");

	/* That specification has a relative one ignored. */
	if (config && *config == '/')
		run_file_in(sh, config, "jsh/jshrc");
	else
		run_file_in(sh, var_get(sh, "HOME"), ".config/jsh/jshrc");
}

/* ENV's file as POSIX says; who has set none has jshrc. */
static void run_interactive_file(struct shell *sh)
{
	const char *env = var_get(sh, "ENV");

	if (env && *env)
		run_env(sh, env);
	else if (!sh->options[OPTION_POSIX])
		run_jshrc(sh);
}

void startup_files(struct shell *sh, bool rc)
{
	bool trusted = !shell_is_privileged();

	if (trusted && sh->login) {
		run_startup_file(sh, "/etc/profile");
		if (sh->unwind != UNWIND_EXIT)
			run_file_in(sh, var_get(sh, "HOME"), ".profile");
	}
	/* Not before the profiles: that of Debian makes a plain prompt of one
	 * that is set. Such files as ENV's ask by it who they run for. */
	if (sh->interactive) {
		prompt_init(sh);
		hook_init(sh);
	}
	if (trusted && rc && sh->interactive && sh->unwind != UNWIND_EXIT)
		run_interactive_file(sh);
	sh->last_status = sh->unwind == UNWIND_EXIT ? sh->last_status : 0;
}
