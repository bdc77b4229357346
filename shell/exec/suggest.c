/*
 * suggest.c - the command that was probably meant
 *
 * Costs a read of the directories in PATH: a millisecond or two.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/suggest.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/nearest.h"

/* A directory with more programs than any system has is not worth the wait. */
enum { ENTRIES_MAX = 20000 };

static bool is_program(int dir, const char *name)
{
	struct stat st;

	return fstatat(dir, name, &st, 0) == 0 && S_ISREG(st.st_mode) &&
	       faccessat(dir, name, X_OK, AT_EACCESS) == 0;
}

static void offer_programs(struct nearest *nearest, const char *path)
{
	DIR *dir = opendir(path); /* close-on-exec */
	const struct dirent *entry;

	if (!dir)
		return;
	for (int left = ENTRIES_MAX; left && (entry = readdir(dir)); left--)
		if (nearest_is_better(nearest, entry->d_name) &&
		    is_program(dirfd(dir), entry->d_name))
			nearest_offer(nearest, entry->d_name);
	(void)closedir(dir);
}

/* Of PATH only what is absolute: the rest means another place after cd. */
static void offer_path(struct shell *sh, struct nearest *nearest)
{
	const char *path = var_get(sh, "PATH");

	while (path && *path) {
		size_t len = strcspn(path, ":");

		if (*path == '/')
			offer_programs(
			    nearest, arena_strndup(&sh->arena, path, len));
		path += len + (path[len] == ':');
	}
}

static void offer_own(const struct shell *sh, struct nearest *nearest)
{
	const struct func *func, *next_func;
	const struct alias *alias, *next_alias;

	for (size_t i = 0; i < sh->builtin_count; i++)
		nearest_offer(nearest, sh->builtins[i]->name);
	HASH_ITER (hh, sh->funcs.by_name, func, next_func)
		nearest_offer(nearest, func->name);
	HASH_ITER (hh, sh->aliases.by_name, alias, next_alias)
		nearest_offer(nearest, alias->name);
}

/* Also in a subshell: `gti log | less` was typed as well. */
static bool was_typed(const struct shell *sh)
{
	return sh->typed && !sh->numbers_lines && !sh->function_depth;
}

const char *suggest_command(struct shell *sh, const char *name)
{
	struct nearest nearest;

	if (!was_typed(sh) || sh->options[OPTION_POSIX])
		return NULL;
	nearest_init(&nearest, name);
	offer_own(sh, &nearest);
	offer_path(sh, &nearest);
	name = nearest_found(&nearest);
	return name ? arena_strdup(&sh->arena, name) : NULL;
}
