/*
 * run.c - read commands and run them: scripts, -c, eval, `.`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/bound.h"
#include "base/diag.h"
#include "base/excerpt.h"
#include "base/fdio.h"
#include "base/held.h"
#include "base/mem.h"
#include "exec/hangup.h"
#include "exec/reader.h"
#include "exec/remember.h"
#include "exec/run_trap.h"
#include "job/sig.h"
#include "syntax/source.h"

/* POSIX.1-2024 XCU 2.8.1: an unrecoverable error when commands are read. */
enum { STATUS_UNREADABLE = 128 };

const char *run_alias(void *ctx, const char *name)
{
	struct shell *sh = ctx;

	return alias_get(&sh->aliases, name);
}

/* The line that holds the error, with a caret: for a person only. */
static void show_excerpt(const struct syntax_error *error)
{
	struct strbuf text = STRBUF_INIT;

	if (!error->column || !error->source_line || !isatty(STDERR_FILENO))
		return;
	excerpt_add(&text, error->source_line, (size_t)error->column - 1);
	fd_say_bytes(text.s, text.len);
	strbuf_fini(&text);
}

void run_report_syntax(const struct syntax_error *error)
{
	int column = 0;

	if (error->column && error->source_line)
		column = excerpt_column(
		    error->source_line, (size_t)error->column - 1);
	diag_at(error->line, column, "syntax error: %s", error->message);
	show_excerpt(error);
}

void run_report_warning(const struct parser *parser)
{
	const struct syntax_error *warning = parser_warning(parser);

	if (warning)
		diag_at(warning->line, 0, "warning: %s", warning->message);
}

/* REST: more may follow. STATUS is what it is when nothing runs: an empty line
 * of `eval` or `.` is no command, and its status not that of what was before. */
static int run_program(struct shell *sh, struct program *program,
    unsigned flags, bool rest, int status)
{
	struct program *saved = sh->program;

	if (program->body) {
		sh->program = program;
		status = rest ? exec_then(sh, program->body)
			      : exec_node(sh, program->body, flags);
		sh->program = saved;
	}
	program_release(program);
	return status;
}

/* The commands could not be read, after a message. */
static int unreadable(struct shell *sh, unsigned flags, int status)
{
	if (flags & RUN_GOES_ON)
		return sh->last_status = status;
	return shell_abort(sh, status);
}

/* Run all that PARSER gives, until the shell unwinds. ONE: there is only one
 * command, which EXEC_LAST is for. */
static int run_parser(
    struct shell *sh, struct parser *parser, unsigned flags, bool one)
{
	struct program *program;
	int status = 0;

	for (;;) {
		switch (parser_next(parser, &program)) {
		case PARSE_COMMAND:
			run_report_warning(parser);
			status = run_program(sh, program,
			    one ? flags & EXEC_LAST : 0, !one, status);
			break;
		case PARSE_END:
			return status;
		case PARSE_INTERRUPTED: /* only a prompt is interrupted */
			return sh->last_status;
		case PARSE_ERROR:
			run_report_syntax(parser_error(parser));
			return unreadable(sh, flags, 2);
		}
		if (shell_is_unwinding(sh))
			return sh->last_status;
	}
}

/* Is TEXT one line? Then its complete command is the last one. */
static bool is_one_line(const char *text)
{
	const char *newline = strchr(text, '\n');

	return !newline || !newline[strspn(newline, " \t\n")];
}

int run_string(
    struct shell *sh, const char *text, int first_line, unsigned flags)
{
	struct source_string string;
	struct source source;
	struct parser *parser;
	int status;

	if (!shell_nest(sh))
		return sh->last_status;
	source = source_from_string(&string, text, strlen(text));
	source.alias = run_alias;
	source.alias_ctx = sh;
	parser = parser_new(&source, first_line);
	if (!sh->numbers_lines)
		parser_count_by_command(parser);
	status = run_parser(sh, parser, flags, is_one_line(text));
	parser_free(parser);
	shell_unnest(sh);
	return status;
}

/* Text in memory, and the lines of the command that is being read. */
struct entered {
	struct source_string string;
	struct strbuf command;
};

static enum source_result read_entered(
    void *ctx, bool continued, const char **text, size_t *len)
{
	struct entered *entered = ctx;
	enum source_result result =
	    source_string_read(&entered->string, continued, text, len);

	if (result == SOURCE_TEXT)
		strbuf_add(&entered->command, *text, *len);
	return result;
}

static int run_entered_from(
    struct shell *sh, struct parser *parser, struct strbuf *command)
{
	struct program *program;
	int status = 0;

	while (!shell_is_unwinding(sh)) {
		switch (parser_next(parser, &program)) {
		case PARSE_COMMAND:
			remember_begin(sh, command, program);
			run_report_warning(parser);
			status = run_program(sh, program, 0, true, status);
			remember_end(sh, status);
			break;
		case PARSE_ERROR:
			remember_begin(sh, command, NULL);
			run_report_syntax(parser_error(parser));
			return sh->last_status = 2;
		case PARSE_END:
		case PARSE_INTERRUPTED: /* only a prompt is interrupted */
			return status;
		}
	}
	return sh->last_status;
}

int run_entered(struct shell *sh, const char *text, size_t len)
{
	struct entered entered = { .command = STRBUF_INIT };
	struct source source = { read_entered, &entered, run_alias, sh };
	struct parser *parser;
	int status;

	if (!shell_nest(sh))
		return sh->last_status;
	(void)source_from_string(&entered.string, text, len);
	parser = parser_new(&source, 1);
	status = run_entered_from(sh, parser, &entered.command);
	parser_free(parser);
	strbuf_fini(&entered.command);
	shell_unnest(sh);
	return status;
}

static int run_reader(struct shell *sh, int fd, bool shared, unsigned flags)
{
	struct reader reader;
	struct source source = { reader_read, &reader, run_alias, sh };
	struct parser *parser;
	int status;

	reader_init(&reader, sh, fd, shared);
	parser = parser_new(&source, 1);
	status = run_parser(sh, parser, flags, false);
	if (reader.failed && !shell_is_unwinding(sh))
		status = unreadable(sh, flags, STATUS_UNREADABLE);
	parser_free(parser);
	reader_fini(&reader);
	return status;
}

int run_fd(struct shell *sh, int fd, bool shared)
{
	return run_reader(sh, fd, shared, 0);
}

/* What cannot seek is run as it comes. */
static bool is_binary(int fd)
{
	char head[256];
	ssize_t n = pread(fd, head, sizeof head, 0);

	return n > 0 && !fd_head_is_script(head, (size_t)n);
}

/* Open PATH for reading commands; -1 with errno. */
static int open_script(const char *path)
{
	struct stat st;
	int error = 0, fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd >= 0)
		fd = fd_move_high(fd);
	if (fd < 0)
		return -1;
	if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))
		error = EISDIR;
	else if (is_binary(fd))
		error = ENOEXEC;
	if (!error)
		return fd;
	(void)close(fd); /* only read from */
	errno = error;
	return -1;
}

const char *run_file_error(int error)
{
	return error == ENOEXEC ? "cannot execute binary file"
				: strerror(error);
}

int run_file(
    struct shell *sh, const char *path, const char *name, unsigned flags)
{
	const char *saved_name = diag_name();
	int saved_line = diag_line();
	bool saved_numbers = sh->numbers_lines;
	int fd = open_script(path);
	int status;

	if (fd < 0)
		return -1;
	if (!shell_nest(sh)) {
		(void)close(fd);
		return sh->last_status;
	}
	diag_set_name(name);
	sh->numbers_lines = true;
	status = run_reader(sh, fd, false, flags);
	(void)close(fd);
	diag_set_name(saved_name);
	diag_set_line(saved_line);
	sh->numbers_lines = saved_numbers;
	shell_unnest(sh);
	return status;
}

/* Die as the signal would have it, for who waits for us. */
static void die_of(int signo)
{
	sig_default(signo);
	(void)raise(signo);
}

void run_exit(struct shell *sh, int status)
{
	bool subshell = sh->subshell_depth > 0;
	int signo;

	sh->last_status = status;
	run_exit_trap(sh);
	status = sh->last_status;
	signo = sh->hung_up ? SIGHUP : sh->ended_by;
	held_write();
	(void)out_finish(&sh->out); /* reported where it was written */
	if (subshell && signo)
		die_of(signo);
	if (subshell)
		_exit(status);
	if (sh->interactive)
		hangup_jobs(sh);
	job_control_stop(&sh->jobs);
	/* Nothing is freed: the kernel takes it all back at once. */
	if (signo)
		die_of(signo);
	exit(status);
}
