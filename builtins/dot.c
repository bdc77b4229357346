/*
 * dot.c - run the commands of a file in this shell
 *
 * With arguments, they are its positional parameters, as in bash, ksh and zsh.
 *
 * POSIX.1-2024 XCU dot.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "exec/run.h"

static bool is_readable_file(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && !S_ISDIR(st.st_mode) &&
	       access(path, R_OK) == 0;
}

/* The first readable file NAME in PATH: it need not be executable. In the
 * command arena; NULL if there is none. */
static const char *find_in_path(struct shell *sh, const char *name)
{
	const char *p = var_get(sh, "PATH");
	struct strbuf file = STRBUF_INIT;
	const char *found = NULL;

	if (!p)
		p = path_default();
	while (p && !found) {
		size_t len = strcspn(p, ":");

		strbuf_reset(&file);
		strbuf_add(&file, len ? p : ".", len ? len : 1);
		strbuf_addf(&file, "/%s", name);
		if (is_readable_file(file.s))
			found = arena_strdup(&sh->arena, file.s);
		p = p[len] ? p + len + 1 : NULL;
	}
	strbuf_fini(&file);
	return found;
}

/* -1 with errno if it cannot be opened. */
static int run_script(struct shell *sh, const char *file)
{
	int status;

	sh->source_depth++;
	status = run_file(sh, file, file, special_run_flags(sh));
	sh->source_depth--;
	if (sh->unwind == UNWIND_RETURN) {
		sh->unwind = UNWIND_NONE;
		status = sh->last_status;
	}
	return status;
}

static int run_with_params(
    struct shell *sh, const char *file, char **args, int count)
{
	struct params saved = sh->params;
	int status;

	params_init(&sh->params);
	params_set(&sh->params, args, (size_t)count);
	status = run_script(sh, file);
	params_fini(&sh->params);
	sh->params = saved;
	return status;
}

static int run_dot(struct shell *sh, int argc, char **argv)
{
	const char *name, *file;
	struct opts opts;
	int status, count;

	opts_init(&opts, &builtin_dot, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return special_failed(sh, 2);
	if (opts.index == argc)
		return special_failed(sh, usage_error(&builtin_dot));
	name = argv[opts.index++];
	count = argc - opts.index;
	file = strchr(name, '/') ? name : find_in_path(sh, name);
	if (!file) {
		diag(".: %s: not found in PATH", name);
		return special_failed(sh, 1);
	}
	status = count ? run_with_params(sh, file, argv + opts.index, count)
		       : run_script(sh, file);
	if (status >= 0)
		return status;
	diag(".: %s: %s", name, run_file_error(errno));
	return special_failed(sh, 1);
}

const struct builtin builtin_dot = {
	.name = ".",
	.kind = BUILTIN_SPECIAL,
	.run = run_dot,
	.can_undo = can_undo_reading,
	.usage = ". file [argument ...]",
	.summary = "run the commands of a file in this shell",
	.help =
	    "What the file sets (variables, functions, options, the current\n"
	    "directory) stays. A name without / is looked for in PATH; write\n"
	    "./file for one in the current directory. Arguments become $1, $2\n"
	    "and so on while it runs. `return` leaves the file early.\n"
	    "\n"
	    "    . ./settings.sh\n"
	    "\n"
	    "If the file cannot be read, or holds a syntax error, a script ends;\n"
	    "`command . file` only has a status that is not 0.\n",
};
