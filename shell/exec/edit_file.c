/*
 * edit_file.c - a text that the user edits in a file, with a program of theirs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/edit_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fdio.h"
#include "base/mem.h"
#include "base/safe.h"
#include "exec/run.h"
#include "syntax/unparse.h"

bool edit_file_new(struct shell *sh, const struct strbuf *text, char **path)
{
	const char *dir = var_get(sh, "TMPDIR");
	bool written;
	int fd;

	*path = xasprintf("%s/jsh-fc.XXXXXX", dir && *dir ? dir : "/tmp");
	fd = mkostemp(*path, O_CLOEXEC);
	if (fd < 0)
		return false;
	written = fd_write_all(fd, text->s, text->len);
	return close(fd) == 0 && written;
}

int edit_file_run(struct shell *sh, const char *editor, const char *path)
{
	struct strbuf command = STRBUF_INIT;
	int saved_status = sh->last_status, status;

	strbuf_adds(&command, editor);
	strbuf_addc(&command, ' ');
	unparse_quoted(&command, path);
	status = run_string(sh, command.s, 1, 0);
	strbuf_fini(&command);
	if (!shell_is_unwinding(sh))
		sh->last_status = saved_status;
	return status;
}

bool edit_file_read(const char *path, struct strbuf *text)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char block[4096];
	ssize_t n;

	if (fd < 0)
		return false;
	while ((n = read(fd, block, sizeof block)) > 0)
		strbuf_add(text, block, (size_t)n);
	(void)close(fd);
	return n == 0;
}

void edit_file_show(const char *text)
{
	struct strbuf shown = STRBUF_INIT;

	do {
		size_t len = strcspn(text, "\n");

		safe_add(&shown, text, len);
		strbuf_addc(&shown, '\n');
		text += len + (text[len] == '\n');
	} while (*text);
	fd_say_bytes(shown.s, shown.len);
	strbuf_fini(&shown);
}
