/*
 * glob.c - pathname expansion
 *
 * Component by component: one without special characters is appended and not
 * looked for, and only the whole name is checked at the end; one with them is
 * matched against what its directory holds. A directory is read to its end and
 * closed before its entries are gone into, so one descriptor is open at a time.
 * What cannot be read, or is too long, has no matches.
 *
 * "." and ".." are never matched by a pattern.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "expand/glob.h"

#include <dirent.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/lazy_locale.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "expand/pattern.h"

struct walk {
	struct arena *arena;
	struct vec *paths;
	struct strbuf path; /* the components so far, with their slashes */
};

static void walk_on(struct walk *w, const char *rest);

/* Append S without the backslashes that quote. */
static void add_unquoted(struct strbuf *sb, const char *s)
{
	for (; *s; s++) {
		if (*s == '\\' && s[1])
			s++;
		strbuf_addc(sb, *s);
	}
}

static void add_path(struct walk *w)
{
	vec_push(w->paths,
	    arena_strndup(w->arena, strbuf_str(&w->path), w->path.len));
}

/* May ENTRY have something below it? A symbolic link may. */
static bool may_be_directory(const struct dirent *entry)
{
	return entry->d_type == DT_DIR || entry->d_type == DT_LNK ||
	       entry->d_type == DT_UNKNOWN;
}

static bool is_hidden_from(const struct pattern *pattern, const char *name)
{
	if (name[0] != '.')
		return false;
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
	       pattern->items[0].type != PATTERN_CHAR;
}

static void add_entry(struct walk *w, const char *name)
{
	size_t len = w->path.len;

	strbuf_adds(&w->path, name);
	add_path(w);
	strbuf_truncate(&w->path, len);
}

/* The entries of directory W->path that match: to the paths that were found, or
 * if there are NAMES, what may be a directory to these. */
static void read_matches(
    struct walk *w, const struct pattern *pattern, struct vec *names)
{
	DIR *dir = opendir(w->path.len ? w->path.s : ".");
	struct dirent *entry;

	if (!dir)
		return;
	while ((entry = readdir(dir))) {
		if (is_hidden_from(pattern, entry->d_name) ||
		    (names && !may_be_directory(entry)) ||
		    !pattern_matches(
			pattern, entry->d_name, strlen(entry->d_name)))
			continue;
		if (names)
			vec_push(names, xstrdup(entry->d_name));
		else
			add_entry(w, entry->d_name);
	}
	(void)closedir(dir); /* only read */
}

/* COMPONENT is a pattern, REST what follows it: nothing or from a slash on. */
static void walk_directory(
    struct walk *w, const struct pattern *component, const char *rest)
{
	struct vec names = VEC_INIT;
	size_t len = w->path.len;

	if (!*rest) {
		read_matches(w, component, NULL);
		return;
	}
	read_matches(w, component, &names);
	for (size_t i = 0; i < names.count; i++) {
		strbuf_adds(&w->path, names.items[i]);
		free(names.items[i]);
		walk_on(w, rest);
		strbuf_truncate(&w->path, len);
	}
	vec_fini(&names);
}

/* All of the pattern is in W->path now. A slash at its end makes lstat()
 * follow a link and want a directory. */
static void check_path(struct walk *w)
{
	struct stat st;

	if (lstat(strbuf_str(&w->path), &st) == 0)
		add_path(w);
}

static void walk_on(struct walk *w, const char *rest)
{
	while (*rest) {
		struct pattern pattern;
		char *component;
		size_t len;
		bool magic;

		for (; *rest == '/'; rest++)
			strbuf_addc(&w->path, '/');
		len = strcspn(rest, "/");
		component = xstrndup(rest, len);
		rest += len;
		magic = pattern_is_magic(component);
		if (magic) {
			pattern_init(&pattern, component);
			walk_directory(w, &pattern, rest);
			pattern_fini(&pattern);
		} else {
			add_unquoted(&w->path, component);
		}
		free(component);
		if (magic)
			return;
	}
	check_path(w);
}

static int compare_bytes(const void *a, const void *b)
{
	void *const *left = a, *const *right = b;

	return strcmp(*left, *right);
}

/* Names that the locale takes for equal still have an order. */
static int compare_collated(const void *a, const void *b)
{
	void *const *left = a, *const *right = b;
	int order = strcoll(*left, *right);

	return order ? order : strcmp(*left, *right);
}

static void sort_paths(void **paths, size_t count)
{
	const char *locale;
	bool bytes;

	lazy_locale_need(LAZY_COLLATE);
	locale = setlocale(LC_COLLATE, NULL);
	bytes = strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0;
	qsort(paths, count, sizeof *paths,
	    bytes ? compare_bytes : compare_collated);
}

bool glob_expand(struct arena *arena, const char *pattern, struct vec *paths)
{
	struct walk w = { arena, paths, STRBUF_INIT };
	size_t before = paths->count;

	if (!pattern_is_magic(pattern))
		return false;
	walk_on(&w, pattern);
	strbuf_fini(&w.path);
	if (w.paths->count == before)
		return false;
	if (w.paths->count - before > 1)
		sort_paths(paths->items + before, w.paths->count - before);
	return true;
}
