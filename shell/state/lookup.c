/*
 * lookup.c - where a command is: PATH, remembered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/lookup.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "state/shell.h"

static void drop(struct path_cache *cache, struct located *located)
{
	HASH_DEL(cache->by_name, located);
	free(located->name);
	free(located->path);
	free(located);
}

void path_cache_clear(struct path_cache *cache)
{
	struct located *located, *next;

	if (cache->borrowed)
		*cache = (struct path_cache){ NULL, false };
	HASH_ITER (hh, cache->by_name, located, next)
		drop(cache, located);
}

const char *path_default(void)
{
	return "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
}

/* 0: a program; 126: a file that cannot be executed; 127: nothing to run. */
static int check_executable(const char *path)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return 127;
	if (!S_ISREG(st.st_mode))
		return 126;
	return faccessat(AT_FDCWD, path, X_OK, AT_EACCESS) < 0 ? 126 : 0;
}

const char *path_search(
    struct shell *sh, const char *name, const char *path, int *status)
{
	size_t name_len = strlen(name);

	*status = 127;
	for (;;) {
		size_t len = strcspn(path, ":");
		char *file = arena_alloc(&sh->arena, len + name_len + 3);
		int result;

		/* An empty element is the current directory. */
		memcpy(file, path, len);
		if (len == 0)
			file[len++] = '.';
		file[len++] = '/';
		memcpy(file + len, name, name_len + 1);
		result = check_executable(file);
		if (result == 0) {
			*status = 0;
			return file;
		}
		/* A directory of that name is passed over silently. */
		if (result == 126 && access(file, F_OK) == 0) {
			struct stat st;

			if (stat(file, &st) == 0 && S_ISREG(st.st_mode))
				*status = 126;
		}
		path += strcspn(path, ":");
		if (!*path)
			return NULL;
		path++;
	}
}

static struct located *find_located(const struct shell *sh, const char *name)
{
	struct located *located;

	HASH_FIND_STR(sh->path_cache.by_name, name, located);
	return located;
}

const char *path_remembered(const struct shell *sh, const char *name)
{
	const struct located *located = find_located(sh, name);

	return located ? located->path : NULL;
}

void path_forget(struct shell *sh, const char *name)
{
	struct located *located = find_located(sh, name);

	if (located && !sh->path_cache.borrowed)
		drop(&sh->path_cache, located);
}

static const char *remember(
    struct shell *sh, const char *name, const char *path)
{
	struct located *located = xcalloc(1, sizeof *located);

	located->name = xstrdup(name);
	located->path = xstrdup(path);
	HASH_ADD_KEYPTR(hh, sh->path_cache.by_name, located->name,
	    strlen(located->name), located);
	return located->path;
}

const char *path_lookup(struct shell *sh, const char *name, int *status)
{
	bool remembers = sh->options[OPTION_HASHALL];
	struct located *located;
	const char *path;

	if (strchr(name, '/')) {
		*status = check_executable(name);
		return *status ? NULL : name;
	}
	located = remembers ? find_located(sh, name) : NULL;
	if (located) {
		*status = 0;
		if (access(located->path, X_OK) == 0)
			return located->path;
		if (!sh->path_cache.borrowed)
			drop(&sh->path_cache, located);
	}
	path = var_get(sh, "PATH");
	path = path_search(sh, name, path ? path : path_default(), status);
	/* A relative one is another one after cd. */
	if (!path || *path != '/' || !remembers || sh->path_cache.borrowed)
		return path;
	return remember(sh, name, path);
}

/* As strcmp(); mostly the first byte tells. */
static int compare_names(const char *a, const char *b)
{
	int order = (unsigned char)*a - (unsigned char)*b;

	return order ? order : strcmp(a, b);
}

const struct builtin *builtin_find(const struct shell *sh, const char *name)
{
	size_t low = 0, high = sh->builtin_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct builtin *builtin = sh->builtins[middle];
		int order = compare_names(name, builtin->name);

		if (order > 0)
			low = middle + 1;
		else if (order < 0)
			high = middle;
		else
			return builtin->kind == BUILTIN_EXTENSION &&
				       sh->options[OPTION_POSIX]
				   ? NULL
				   : builtin;
	}
	return NULL;
}
