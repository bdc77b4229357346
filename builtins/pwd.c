/*
 * pwd.c - write the current directory
 *
 * POSIX.1-2024 XCU pwd.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

/* Has PATH a component "." or ".."? */
static bool has_dots(const char *path)
{
	while (*path) {
		size_t len = strcspn(path, "/");

		if ((len == 1 || len == 2) && strspn(path, ".") >= len)
			return true;
		path += len;
		path += strspn(path, "/");
	}
	return false;
}

/* May PWD be believed: absolute, without dots, and where we are? */
static bool is_here(const char *pwd)
{
	struct stat named, here;

	return pwd && pwd[0] == '/' && !has_dots(pwd) &&
	       stat(pwd, &named) == 0 && stat(".", &here) == 0 &&
	       named.st_dev == here.st_dev && named.st_ino == here.st_ino;
}

static int run_pwd(struct shell *sh, int argc, char **argv)
{
	const char *pwd = var_get(sh, "PWD");
	bool physical = false;
	struct opts opts;
	char *real;
	int letter;

	opts_init(&opts, &builtin_pwd, argc, argv);
	while ((letter = opts_next(&opts, "LP")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return 2;
		physical = letter == 'P';
	}
	if (opts.index < argc)
		return usage_error(&builtin_pwd);
	if (!physical && is_here(pwd)) {
		out_printf(&sh->out, "%s\n", pwd);
		return 0;
	}
	real = getcwd(NULL, 0);
	if (!real) {
		diag("pwd: current directory: %s", strerror(errno));
		return 1;
	}
	out_printf(&sh->out, "%s\n", real);
	free(real);
	return 0;
}

const struct builtin builtin_pwd = {
	.name = "pwd",
	.kind = BUILTIN_REGULAR,
	.run = run_pwd,
	.can_undo = can_undo_always,
	.usage = "pwd [-L|-P]",
	.summary = "write the name of the current directory",
	.help =
	    "-L  the name by which it was reached, with symbolic links in it\n"
	    "    (the default)\n"
	    "-P  the name without symbolic links\n",
};
