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
	strbuf_init(&editor->text);
	return editor;
}

static void plain_close(struct editor *editor)
{
	strbuf_fini(&editor->text);
	free(editor);
}

static void write_text(const struct editor *editor, const char *s)
{
	/* A terminal that is gone shows at the next read. */
	(void)!fd_write_all(editor->out, s, strlen(s));
}

static bool is_canonical_terminal(int fd)
{
	struct termios modes;

	return tcgetattr(fd, &modes) == 0 && (modes.c_lflag & ICANON);
}

/* Read up to SIZE bytes, none beyond a newline. As read(2). */
static ssize_t read_to_newline(int fd, char *to, size_t size)
{
	bool can_seek = lseek(fd, 0, SEEK_CUR) >= 0;
	const char *newline;
	ssize_t n;

	if (!can_seek && is_canonical_terminal(fd))
		return fd_read_terminal(fd, to, size);
	n = read(fd, to, can_seek ? size : 1);
	if (n <= 0 || !can_seek)
		return n;
	newline = memchr(to, '\n', (size_t)n);
	if (!newline)
		return n;
	if (lseek(fd, newline + 1 - (to + n), SEEK_CUR) < 0)
		return -1;
	return newline + 1 - to;
}

/* A NUL cannot be part of a command; as in scripts, it is skipped. */
static void add_without_nul(struct strbuf *text, const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (s[i])
			strbuf_addc(text, s[i]);
}

/* Read what is there. True when the line is done: *result and *line are set. */
static bool take_input(
    struct editor *editor, enum edit_result *result, char **line)
{
	struct strbuf *text = &editor->text;
	char block[BLOCK_SIZE];
	ssize_t n = read_to_newline(editor->in, block, sizeof block);

	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return false;
	*result = EDIT_LINE;
	if (n > 0) {
		bool whole = block[n - 1] == '\n';

		add_without_nul(text, block, (size_t)(whole ? n - 1 : n));
		if (!whole)
			return false;
	} else {
		write_text(editor, "\n");
		/* What a terminal that broke off had sent must not run. */
		if (n < 0 || text->len == 0)
			*result = EDIT_END;
	}
	if (*result == EDIT_LINE)
		*line = strbuf_take(text);
	return true;
}

static void show_prompt(const struct editor *editor, const char *prompt)
{
	edit_prompt_write(editor->out, prompt, strlen(prompt));
	write_text(editor, strbuf_str(&editor->text));
}

static void show_notice(const struct editor *editor, const char *prompt)
{
	const struct edit_host *host = editor->host;
	char *notice = host->take_notice(host->ctx), *renewed;

	if (!notice)
		return;
	write_text(editor, "\n");
	write_text(editor, notice);
	free(notice);
	renewed = host->prompt ? host->prompt(host->ctx) : NULL;
	show_prompt(editor, edit_prompt_last(renewed ? renewed : prompt));
	free(renewed);
}

static enum edit_result plain_read_line(
    struct editor *editor, const char *prompt, const char *initial, char **line)
{
	const struct edit_host *host = editor->host;
	enum edit_result result;

	strbuf_reset(&editor->text);
	if (initial)
		strbuf_adds(&editor->text, initial);
	show_prompt(editor, initial ? edit_prompt_last(prompt) : prompt);
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
			write_text(editor, "\n");
			*line = strbuf_take(&editor->text);
			return EDIT_LEFT;
		case EDIT_WAIT_END:
			write_text(editor, "\n");
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
