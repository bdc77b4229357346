/*
 * read.c - read a line and split it into variables
 *
 * Nothing beyond the line is taken, as far as anybody can see, so that who reads
 * next gets the next line: state/ahead.h has what was taken before. A shell that
 * is interactive or has traps waits in event_wait(), so that traps run at once
 * and ^C ends it.
 *
 * POSIX.1-2024 XCU read.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/fdio.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "expand/expand.h"
#include "expand/split.h"
#include "job/sig.h"
#include "job/wait.h"
#include "state/shell.h"
#include "syntax/parse.h"

enum {
	STATUS_END = 1,
	STATUS_ERROR = 2,
	STATUS_TIMEOUT = 142, /* as if SIGALRM had come, as in bash */
};

struct reader {
	struct shell *sh;
	char delimiter;
	bool raw;           /* -r: a backslash is nothing special */
	bool escaped;       /* the byte before was a backslash */
	long long deadline; /* of clock_ms(); -1: none */
	bool begun;         /* something was read */
	struct xtext line;  /* QUOTED what a backslash protects */
};

static int input_error(int error)
{
	if (error == EIO) /* the terminal is gone, or not ours: no more input */
		return STATUS_END;
	diag("read: standard input: %s", strerror(error));
	return STATUS_ERROR;
}

/* Run the traps that are due. 0, or the status with which read ends. */
static int take_signals(struct shell *sh)
{
	bool unwinds;

	sh->rest++; /* after ^Z, fg reads on */
	unwinds = sh->run_traps(sh);
	sh->rest--;
	return unwinds ? sh->last_status : 0;
}

/* Wait until there is input. 0, or the status with which read ends. */
static int wait_for_input(struct reader *reader)
{
	for (;;) {
		int status = take_signals(reader->sh);

		if (status || shell_is_unwinding(reader->sh))
			return status;
		switch (
		    event_wait(STDIN_FILENO, clock_left(reader->deadline))) {
		case EVENT_INPUT:
			return 0;
		case EVENT_SIGNAL:
			break;
		case EVENT_TIMEOUT:
			return STATUS_TIMEOUT;
		case EVENT_ERROR:
			return input_error(errno);
		}
	}
}

/* Get more input into the block. 0, or the status with which read ends. */
static int fill(struct reader *reader)
{
	struct shell *sh = reader->sh;
	bool hears = sh->jobs.event_driven || trap_has_any(sh) ||
		     sig_catches_end() || reader->deadline >= 0;
	bool waits = hears && ahead_may_wait(&sh->ahead);
	int status = 0;
	ssize_t n = -1;

	/* Input that never pauses is not to hide the end. */
	if (reader->begun && !clock_left(reader->deadline))
		return STATUS_TIMEOUT;
	while (n < 0) {
		if (waits)
			status = wait_for_input(reader);
		if (status || shell_is_unwinding(sh))
			return status;
		n = ahead_fill(&sh->ahead, waits);
		if (n < 0 && errno == EAGAIN)
			waits = true; /* a child left it non-blocking */
		else if (n < 0 && errno != EINTR)
			return input_error(errno);
		else if (n < 0)
			status = take_signals(sh);
	}
	reader->begun = true;
	return n ? 0 : STATUS_END;
}

/* A line goes on after a backslash: say so to who types it. */
static void prompt_again(struct shell *sh)
{
	const char *value = var_get(sh, "PS2");
	const struct word *word;
	const char *text;

	if (!sh->interactive || !value || !isatty(STDIN_FILENO))
		return;
	word = parse_quoted_text(&sh->arena, value, strlen(value));
	text = word ? expand_quoted(sh, word) : value;
	if (text)
		fd_say(text);
}

static void take_escaped(struct reader *reader, char c)
{
	reader->escaped = false;
	if (c == '\n')
		prompt_again(reader->sh);
	else if (c)
		xtext_add(&reader->line, XTEXT_QUOTED, &c, 1);
}

/* Bytes of the block, from its next one, that are nothing special. */
static size_t plain_bytes(
    const struct reader *reader, const struct ahead *ahead)
{
	size_t i = ahead->next;

	while (i < ahead->filled && ahead->block[i] &&
	       ahead->block[i] != reader->delimiter &&
	       (reader->raw || ahead->block[i] != '\\'))
		i++;
	return i - ahead->next;
}

/* Take the block up to the delimiter; true if it was there. NUL bytes cannot
 * be in a variable: they are dropped. */
static bool take_block(struct reader *reader)
{
	struct ahead *ahead = &reader->sh->ahead;

	while (ahead->next < ahead->filled) {
		size_t len;
		char c = ahead->block[ahead->next];

		if (reader->escaped) {
			ahead->next++;
			take_escaped(reader, c);
			continue;
		}
		len = plain_bytes(reader, ahead);
		if (len) {
			xtext_add(&reader->line, XTEXT_EXPANDED,
			    ahead->block + ahead->next, len);
			ahead->next += len;
			continue;
		}
		ahead->next++;
		if (c == reader->delimiter)
			return true;
		reader->escaped = c == '\\';
	}
	return false;
}

/* 0, or the status with which read ends. */
static int read_line(struct reader *reader)
{
	int status = 0;

	while (
	    !status && !take_block(reader) && !shell_is_unwinding(reader->sh))
		status = fill(reader);
	ahead_end(&reader->sh->ahead);
	return status;
}

/* False after a message. */
static bool assign_fields(struct reader *reader, char *const *names, int count)
{
	struct shell *sh = reader->sh;
	const struct xtext *line = &reader->line;
	const char *ifs = var_get(sh, "IFS");
	struct splitter splitter;

	/* IFS may be among the names. */
	ifs = ifs ? arena_strdup(&sh->arena, ifs) : NULL;
	split_init(&splitter, line, ifs);
	for (int i = 0; i < count; i++) {
		struct field field = { .start = 0 };
		const char *value = "";
		bool found = false;

		if (line->run_count)
			found = i == count - 1 ? split_rest(&splitter, &field)
					       : split_next(&splitter, &field);
		if (found)
			value = arena_strndup(&sh->arena,
			    line->bytes.s + field.start,
			    field.end - field.start);
		if (!var_set(sh, names[i], value))
			return false;
	}
	return true;
}

static int read_variables(struct reader *reader, char *const *names, int count)
{
	int status;
	bool assigned;

	xtext_init(&reader->line);
	status = read_line(reader);
	if (shell_is_unwinding(reader->sh)) {
		xtext_fini(&reader->line);
		return status ? status : reader->sh->last_status;
	}
	if (count)
		assigned = assign_fields(reader, names, count);
	else
		assigned = var_set(
		    reader->sh, "REPLY", strbuf_str(&reader->line.bytes));
	xtext_fini(&reader->line);
	return assigned ? status : STATUS_ERROR;
}

static void prompt_first(const char *prompt)
{
	if (prompt && isatty(STDIN_FILENO))
		fd_say(prompt);
}

static int run_read(struct shell *sh, int argc, char **argv)
{
	struct reader reader = { .sh = sh, .delimiter = '\n', .deadline = -1 };
	const char *prompt = NULL;
	int timeout_ms;
	struct opts opts;
	int letter;

	opts_init(&opts, &builtin_read, argc, argv);
	while ((letter = opts_next(&opts, "rd:p:t:")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return STATUS_ERROR;
		if (letter == 'r')
			reader.raw = true;
		else if (letter == 'd')
			reader.delimiter = opts.argument[0];
		else if (letter == 'p')
			prompt = opts.argument;
		else if (parse_timeout("read", opts.argument, &timeout_ms))
			reader.deadline = clock_deadline(timeout_ms);
		else
			return STATUS_ERROR;
	}
	for (int i = opts.index; i < argc; i++) {
		if (!var_is_name(argv[i], strlen(argv[i]))) {
			diag("read: %s: not a variable name", argv[i]);
			return STATUS_ERROR;
		}
	}
	prompt_first(prompt);
	return read_variables(&reader, argv + opts.index, argc - opts.index);
}

const struct builtin builtin_read = {
	.name = "read",
	.kind = BUILTIN_REGULAR,
	.changes_shell = true,
	.run = run_read,
	.can_undo = can_undo_reading,
	.usage = "read [-r] [-d delim] [-p prompt] [-t seconds] [name ...]",
	.summary = "read a line into variables",
	.help =
	    "A line of standard input is split at the characters of IFS (blanks\n"
	    "unless it was changed). Each name gets a field; the last one gets\n"
	    "all that is left. Without names the whole line goes to REPLY.\n"
	    "\n"
	    "-r  a backslash is a character as any other; without it, it\n"
	    "    protects the next one, and at the end of a line goes on with\n"
	    "    the next line\n"
	    "-d  read up to the character delim, not to the newline; '' is the\n"
	    "    NUL byte, as in `find -print0`\n"
	    "-p  write prompt first, if input comes from a terminal\n"
	    "-t  give up after so many seconds, with status 142\n"
	    "\n"
	    "The status is 1 at the end of the input. To read a file as it is:\n"
	    "\n"
	    "    while IFS= read -r line; do printf '%s\\n' \"$line\"; done <file\n",
};
