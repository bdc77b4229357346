/*
 * complete_system.c - candidates: users, hosts, programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <dirent.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "interactive/complete_source.h"

void complete_users(struct complete_list *list)
{
	const struct passwd *user;

	setpwent();
	while ((user = getpwent()))
		complete_offer(list, user->pw_name, NULL, user->pw_dir, "/");
	endpwent();
}

/* One name of a host, or several with commas. Not those that are hashed, nor
 * patterns. */
static void offer_hosts(struct complete_list *list, char *names)
{
	char *rest = NULL;

	for (char *name = strtok_r(names, ",", &rest); name;
	     name = strtok_r(NULL, ",", &rest)) {
		if (*name == '[') { /* [name]:port */
			name++;
			name[strcspn(name, "]")] = '\0';
		}
		if (!strpbrk(name, "|*?!"))
			complete_offer_name(list, name, NULL);
	}
}

/* The words of FILE's lines, of each up to LIMIT of them but the first SKIP. */
static void read_hosts(
    struct complete_list *list, const char *path, int skip, int limit)
{
	FILE *file = fopen(path, "re");
	char *line = NULL, *word, *rest;
	size_t size = 0;

	if (!file)
		return;
	while (getline(&line, &size, file) >= 0) {
		int count = 0;

		line[strcspn(line, "#")] = '\0';
		rest = NULL;
		word = strtok_r(line, " \t\n", &rest);
		/* @revoked, @cert-authority */
		if (word && *word == '@')
			word = strtok_r(NULL, " \t\n", &rest);
		for (; word && count < limit; count++) {
			if (count >= skip)
				offer_hosts(list, word);
			word = strtok_r(NULL, " \t\n", &rest);
		}
	}
	free(line);
	(void)fclose(file); /* only read */
}

void complete_hosts(struct shell *sh, struct complete_list *list)
{
	enum { ALIASES_MAX = 16 };
	const char *home = var_get(sh, "HOME");
	char *known;

	read_hosts(list, "/etc/hosts", 1, ALIASES_MAX);
	if (!home)
		return;
	known = xasprintf("%s/.ssh/known_hosts", home);
	read_hosts(list, known, 0, 1);
	free(known);
}

static bool is_program(int dir, const char *name)
{
	struct stat st;

	return faccessat(dir, name, X_OK, AT_EACCESS) == 0 &&
	       fstatat(dir, name, &st, 0) == 0 && S_ISREG(st.st_mode);
}

/* Which of them can be executed is asked only of those that fit. */
static void offer_program(
    struct complete_list *list, DIR *dir, const char *name)
{
	size_t len = strlen(list->typed);

	if (strncasecmp(name, list->typed, len) == 0 && *name != '.' &&
	    is_program(dirfd(dir), name))
		complete_offer_name(list, name, NULL);
}

void complete_programs(const char *path, struct complete_list *list)
{
	char *copy = xstrdup(path), *rest = copy, *folder;
	const struct dirent *entry;

	while ((folder = strsep(&rest, ":"))) {
		DIR *dir = opendir(*folder ? folder : ".");

		if (!dir)
			continue;
		while ((entry = readdir(dir)))
			offer_program(list, dir, entry->d_name);
		(void)closedir(dir); /* only read */
	}
	free(copy);
}
