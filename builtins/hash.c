/*
 * hash.c - show, fill or forget the places of programs
 *
 * POSIX.1-2024 XCU hash.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

static int compare_names(const struct located *a, const struct located *b)
{
	return strcmp(a->name, b->name);
}

static void list(struct shell *sh)
{
	struct located *located, *next;

	HASH_SORT(sh->path_cache.by_name, compare_names);
	HASH_ITER (hh, sh->path_cache.by_name, located, next)
		out_assignment(&sh->out, located->name, located->path);
}

/* Look NAME up anew. False after a message. */
static bool remember(struct shell *sh, const char *name)
{
	int status;

	if (strchr(name, '/') || func_find(&sh->funcs, name) ||
	    builtin_find(sh, name))
		return true; /* found without PATH */
	path_forget(sh, name);
	if (path_lookup(sh, name, &status))
		return true;
	diag("hash: %s: %s", name,
	    status == 126 ? "not executable" : "not found");
	return false;
}

static int run_hash(struct shell *sh, int argc, char **argv)
{
	bool forget = false;
	struct opts opts;
	int letter, status = 0;

	opts_init(&opts, &builtin_hash, argc, argv);
	while ((letter = opts_next(&opts, "r")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return 2;
		forget = true;
	}
	if (forget)
		path_cache_clear(&sh->path_cache);
	else if (opts.index == argc)
		list(sh);
	for (int i = opts.index; i < argc; i++)
		if (!remember(sh, argv[i]))
			status = 1;
	return status;
}

const struct builtin builtin_hash = {
	.name = "hash",
	.kind = BUILTIN_REGULAR,
	.run = run_hash,
	.usage = "hash [-r] [name ...]",
	.summary = "show, fill or forget the places of programs",
	.help =
	    "The shell remembers in which directory of PATH it found a program.\n"
	    "Without names, write what it remembers; with names, look them up\n"
	    "anew. Changing PATH forgets everything, as does -r: of use after a\n"
	    "program was moved.\n",
};
