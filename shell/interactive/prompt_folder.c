/*
 * prompt_folder.c - the current folder in a prompt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/prompt_folder.h"

#include <string.h>

#include "base/safe.h"
#include "interactive/prompt_cut.h"

/* How much of the folder's name is the home's, which ~ stands for. */
static size_t home_part(const char *cwd, const char *home)
{
	size_t len = strlen(home);

	if (len < 2 || strncmp(cwd, home, len) != 0)
		return 0;
	return cwd[len] == '/' || !cwd[len] ? len : 0;
}

/* The end of PATH that has the last COUNT folders; PATH if there are no more. */
static const char *last_folders(const char *path, size_t count)
{
	const char *p = path + strlen(path);

	while (p > path + 1)
		if (*--p == '/' && --count == 0)
			return p;
	return path;
}

void prompt_folder(struct strbuf *sb, const char *cwd, const char *home,
    size_t kept, size_t room)
{
	size_t part = home_part(cwd, home);
	const char *rest = cwd + part;
	const char *shown = kept ? last_folders(rest, kept) : rest;
	struct strbuf text = STRBUF_INIT;

	if (part)
		strbuf_addc(&text, '~');
	if (shown != rest)
		strbuf_adds(&text, part ? "/..." : "...");
	safe_add(&text, shown, strlen(shown));
	if (room)
		prompt_cut_path(sb, strbuf_str(&text), room);
	else
		strbuf_add(sb, strbuf_str(&text), text.len);
	strbuf_fini(&text);
}

void prompt_last_folder(struct strbuf *sb, const char *cwd, const char *home)
{
	size_t part = home_part(cwd, home);
	const char *slash = strrchr(cwd, '/');

	if (part && !cwd[part]) {
		strbuf_addc(sb, '~');
		return;
	}
	if (slash && slash[1])
		cwd = slash + 1;
	safe_add(sb, cwd, strlen(cwd));
}
