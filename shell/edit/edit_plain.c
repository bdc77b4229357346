/*
 * edit_plain.c - the editor without a library: the terminal's driver edits
 *
 * Works on anything that can be read, also on what is no terminal. It takes no
 * byte beyond the newline, because a command may read the same input next: a
 * terminal hands over a line at a time, a file is read in blocks and the
 * offset put back, everything else is read byte by byte.
 *
 * What is half typed on a terminal is with the driver, where nobody can see
 * it: after a notice the prompt is shown anew without that text, but it is
 * still part of the line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/editor.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "base/fdio.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "edit/edit_prompt.h"

enum { BLOCK_SIZE = 1024 };

struct editor {
	const struct edit_host *host;
	int in;
	int out;
	int terminal;       /* in opened anew (fd_open_terminal()), or -1 */
	struct stat opened; /* what that was */
	struct strbuf text; /* read of the line so far */
};

static bool plain_library_fits(void)
{
	return true; /* there is none */
}

static struct editor *plain_open(const struct edit_host *host, int in, int out)
{
	struct editor *editor = xmalloc(sizeof *editor);

	editor->host = host;
	editor->in = in;
	editor->out = out;
	editor->terminal = -1;
	strbuf_init(&editor->text);
	return editor;
}

static void close_terminal(struct editor *editor)
{
	if (editor->terminal >= 0)
		(void)close(editor->terminal); /* only read from */
	editor->terminal = -1;
}

static void plain_close(struct editor *editor)
{
	close_terminal(editor);
	strbuf_fini(&editor->text);
	free(editor);
}

static void write_text(const struct editor *editor, const char *s)
{
	/* A terminal that is gone shows at the next read. */
	(void)!fd_write_all(editor->out, s, strlen(s));
}

/* A shell that has lost the terminal does not write to it as it ends. */
static void end_row(const struct editor *editor)
{
	if (!fd_terminal_is_others(editor->in))
		write_text(editor, "\n");
}

static bool is_canonical_terminal(int fd)
{
	struct termios modes;

	return tcgetattr(fd, &modes) == 0 && (modes.c_lflag & ICANON);
}

static bool is_same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* As read(2) on the terminal IN, but not waiting for a line that was thrown away.
 * It is kept open: `exec <file` may have put another in its place. Measured: 2
 * system calls a line less than to open it each time. */
static ssize_t read_terminal(
    struct editor *editor, const struct stat *in, char *to, size_t size)
{
	if (editor->terminal < 0 || !is_same_file(in, &editor->opened)) {
		int opened = fd_open_terminal(editor->in);

		close_terminal(editor);
		editor->terminal = opened < 0 ? -1 : fd_move_high(opened);
		editor->opened = *in;
	}
	return read(
	    editor->terminal < 0 ? editor->in : editor->terminal, to, size);
}

static ssize_t read_and_seek(int fd, char *to, size_t size)
{
	ssize_t n = read(fd, to, size);
	const char *newline = n > 0 ? memchr(to, '\n', (size_t)n) : NULL;

	if (!newline)
		return n;
	if (lseek(fd, newline + 1 - (to + n), SEEK_CUR) < 0)
		return -1;
	return newline + 1 - to;
}

/* Read up to SIZE bytes, none beyond a newline. As read(2). */
static ssize_t read_to_newline(struct editor *editor, char *to, size_t size)
{
	struct stat in;

	if (fstat(editor->in, &in) == 0 && S_ISCHR(in.st_mode) &&
	    is_canonical_terminal(editor->in))
		return read_terminal(editor, &in, to, size);
	if (lseek(editor->in, 0, SEEK_CUR) >= 0)
		return read_and_seek(editor->in, to, size);
	return read(editor->in, to, 1);
}

/* A NUL cannot be part of a command; as in scripts, it is skipped. */
static void add_without_nul(struct strbuf *text, const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (s[i])
			strbuf_addc(text, s[i]);
}

static bool may_read_again(const struct editor *editor)
{
	const struct edit_host *host = editor->host;

	if (errno == EAGAIN || !host->may_read_again)
		return errno == EAGAIN || errno == EINTR;
	return host->may_read_again(host->ctx, editor->in);
}

/* Read what is there. True when the line is done: *result and *line are set. */
static bool take_input(
    struct editor *editor, enum edit_result *result, char **line)
{
	struct strbuf *text = &editor->text;
	char block[BLOCK_SIZE];
	ssize_t n = read_to_newline(editor, block, sizeof block);

	if (n < 0 && may_read_again(editor))
		return false;
	*result = EDIT_LINE;
	if (n > 0) {
		bool whole = block[n - 1] == '\n';

		add_without_nul(text, block, (size_t)(whole ? n - 1 : n));
		if (!whole)
			return false;
	} else {
		end_row(editor);
		/* What a terminal that broke off had sent must not run. */
		if (n < 0 || text->len == 0)
			*result = EDIT_END;
	}
	if (*result == EDIT_LINE)
		*line = strbuf_take(text);
	return true;
}

/* In one write: BEFORE, PROMPT, and what is typed already. */
static void show_prompt(
    const struct editor *editor, const char *before, const char *prompt)
{
	struct strbuf shown = STRBUF_INIT;

	strbuf_adds(&shown, before);
	edit_prompt_add(&shown, prompt, strlen(prompt));
	strbuf_adds(&shown, strbuf_str(&editor->text));
	write_text(editor, strbuf_str(&shown));
	strbuf_fini(&shown);
}

static void show_notice(const struct editor *editor, const char *prompt)
{
	const struct edit_host *host = editor->host;
	char *notice = host->take_notice(host->ctx), *renewed;

	if (!notice)
		return;
	renewed = host->prompt ? host->prompt(host->ctx) : NULL;
	write_text(editor, "\n");
	show_prompt(
	    editor, notice, edit_prompt_last(renewed ? renewed : prompt));
	free(notice);
	free(renewed);
}

static enum edit_result plain_read_line(struct editor *editor,
    const char *before, const char *prompt, const char *initial, char **line)
{
	const struct edit_host *host = editor->host;
	enum edit_result result;

	strbuf_reset(&editor->text);
	if (initial)
		strbuf_adds(&editor->text, initial);
	show_prompt(
	    editor, before, initial ? edit_prompt_last(prompt) : prompt);
	for (;;) {
		switch (host->wait(host->ctx, editor->in)) {
		case EDIT_WAIT_INPUT:
			if (take_input(editor, &result, line))
				return result;
			break;
		case EDIT_WAIT_NOTICE:
			show_notice(editor, prompt);
			break;
		case EDIT_WAIT_RESIZE:
			break;
		case EDIT_WAIT_INTERRUPT:
			write_text(editor, "\n"); /* the driver showed ^C */
			return EDIT_INTERRUPTED;
		case EDIT_WAIT_LEAVE:
			end_row(editor);
			*line = strbuf_take(&editor->text);
			return EDIT_LEFT;
		case EDIT_WAIT_END:
			end_row(editor);
			return EDIT_END;
		}
	}
}

static void plain_add_history(struct editor *editor, const char *line)
{
	(void)editor; /* there is no key to ask for it */
	(void)line;
}

static void plain_forget_history(struct editor *editor)
{
	(void)editor;
}

static void plain_set_vi(struct editor *editor, bool vi)
{
	(void)editor; /* the driver has but one way to edit */
	(void)vi;
}

const struct editor_ops edit_plain = {
	.abi = EDITOR_ABI,
	.name = "plain",
	.library_fits = plain_library_fits,
	.open = plain_open,
	.close = plain_close,
	.read_line = plain_read_line,
	.add_history = plain_add_history,
	.forget_history = plain_forget_history,
	.set_vi = plain_set_vi,
};
