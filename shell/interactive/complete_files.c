/*
 * complete_files.c - candidates: files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "interactive/complete_source.h"

static bool is_directory(int dir, const struct dirent *entry)
{
	struct stat st;

	if (entry->d_type != DT_UNKNOWN && entry->d_type != DT_LNK)
		return entry->d_type == DT_DIR;
	return fstatat(dir, entry->d_name, &st, 0) == 0 && S_ISDIR(st.st_mode);
}

static bool is_wanted(int dir, const struct complete_list *list,
    const struct dirent *entry, enum complete_files which)
{
	const char *name = entry->d_name;

	if (*name == '.' && *list->typed != '.')
		return false;
	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return strcmp(name, list->typed) == 0 && name[1];
	if (which == COMPLETE_ALL_FILES || is_directory(dir, entry))
		return true;
	return which == COMPLETE_EXECUTABLES &&
	       faccessat(dir, name, X_OK, AT_EACCESS) == 0;
}

static void offer_file(struct complete_list *list, int dir,
    const struct dirent *entry, bool is_word, const char *about)
{
	bool is_dir = is_directory(dir, entry);
	bool like_option = is_word && entry->d_name[0] == '-';
	char *shown = xasprintf("%s%s", entry->d_name, is_dir ? "/" : "");
	char *text = xasprintf("%s%s", like_option ? "./" : "", entry->d_name);

	if (like_option &&
	    strncmp(entry->d_name, list->typed, strlen(list->typed)) == 0)
		complete_offer_always(
		    list, text, shown, about, is_dir ? "/" : " ");
	else
		complete_offer(list, text, shown, about, is_dir ? "/" : " ");
	free(text);
	free(shown);
}

void complete_files(struct complete_list *list, const char *dir,
    enum complete_files which, bool is_word, const char *about)
{
	DIR *stream = opendir(*dir ? dir : ".");
	const struct dirent *entry;

	if (!stream)
		return;
	while ((entry = readdir(stream)))
		if (is_wanted(dirfd(stream), list, entry, which))
			offer_file(list, dirfd(stream), entry, is_word, about);
	(void)closedir(stream); /* only read */
}
