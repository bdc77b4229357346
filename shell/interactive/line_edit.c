/*
 * line_edit.c - the line that is typed, edited by a program of the user's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/line_edit.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "exec/edit_file.h"

static const char *program(struct shell *sh)
{
	static const char *const names[] = { "VISUAL", "EDITOR" };
	const char *value;

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		value = var_get(sh, names[i]);
		if (value && *value)
			return value;
	}
	return "vi";
}

static void forget(struct line_edit *edit)
{
	free(edit->path);
	free(edit->line);
	*edit = (struct line_edit){ .path = NULL };
}

/* The editor has stopped: remember which of the jobs it is. */
static void keep(struct shell *sh, struct line_edit *edit)
{
	struct job *job = job_table_current(&sh->jobs.table);

	job->asynchronous = true; /* its status is kept */
	edit->pid = job_last_pid(job);
}

static char *text_of(struct strbuf *file)
{
	size_t len = 0;

	/* A NUL cannot be part of a command; as in scripts, it is skipped. */
	for (size_t i = 0; i < file->len; i++)
		if (file->s[i])
			file->s[len++] = file->s[i];
	while (len && file->s[len - 1] == '\n')
		len--;
	strbuf_truncate(file, len);
	return strbuf_take(file);
}

/* The editor has ended with STATUS. */
static enum line_edit_result take(
    struct line_edit *edit, int status, char **text)
{
	struct strbuf file = STRBUF_INIT;
	bool is_edited = status == 0;

	if (is_edited && !edit_file_read(edit->path, &file)) {
		diag("%s: %s", edit->path, strerror(errno));
		is_edited = false;
	}
	if (is_edited) {
		*text = text_of(&file);
	} else {
		*text = edit->line;
		edit->line = NULL;
	}
	strbuf_fini(&file);
	line_edit_fini(edit);
	return is_edited ? LINE_EDIT_RUN : LINE_EDIT_BACK;
}

enum line_edit_result line_edit_begin(
    struct shell *sh, struct line_edit *edit, const char *line, char **text)
{
	struct strbuf file = STRBUF_INIT;
	bool is_written;
	int status;

	forget(edit); /* an editor that is stopped still needs its file */
	edit->line = xstrdup(line);
	strbuf_addf(&file, "%s\n", line);
	is_written = edit_file_new(sh, &file, &edit->path);
	strbuf_fini(&file);
	if (!is_written) {
		diag("%s: %s", edit->path, strerror(errno));
		return take(edit, 1, text);
	}
	status = edit_file_run(sh, program(sh), edit->path);
	if (sh->unwind != UNWIND_STOPPED)
		return take(edit, status, text);
	keep(sh, edit);
	return LINE_EDIT_NONE;
}

enum line_edit_result line_edit_end(
    struct shell *sh, struct line_edit *edit, char **text)
{
	struct job_table *table = &sh->jobs.table;
	int status;

	if (!edit->path || job_table_process(table, edit->pid))
		return LINE_EDIT_NONE;
	/* Somebody else may have asked for it (wait): then it is not known. */
	if (!job_table_kept_status(table, edit->pid, &status))
		status = 1;
	return take(edit, status, text);
}

void line_edit_fini(struct line_edit *edit)
{
	if (edit->path)
		(void)unlink(edit->path); /* an editor may have removed it */
	forget(edit);
}
