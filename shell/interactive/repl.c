/*
 * repl.c - read, run, and again: the loop of an interactive shell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/repl.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/strbuf.h"
#include "exec/leave.h"
#include "exec/remember.h"
#include "exec/run.h"
#include "exec/run_trap.h"
#include "exec/window.h"
#include "interactive/announce.h"
#include "interactive/hook.h"
#include "interactive/line_input.h"
#include "interactive/marks.h"
#include "interactive/prompt.h"
#include "interactive/settle.h"
#include "job/sig_flags.h"
#include "job/wait.h"
#include "syntax/parse.h"

enum { HANGUP_MS = 100 };

struct repl {
	struct shell *sh;
	struct line_input input;
	struct strbuf entered; /* the last command that was whole */
};

/* Before the history takes the lines of a command. When several stood in them,
 * there are none for the second. */
static void keep_entered(struct repl *repl)
{
	const struct strbuf *command = &repl->input.command;

	if (!command->len)
		return;
	strbuf_reset(&repl->entered);
	strbuf_add(&repl->entered, command->s, command->len);
	if (command->s[command->len - 1] == '\n')
		strbuf_truncate(&repl->entered, command->len - 1);
}

static void run_body(struct repl *repl, struct program *program)
{
	struct shell *sh = repl->sh;
	long long start_us;

	marks_command(sh, strbuf_str(&repl->entered));
	if (sig_is_pending(SIGWINCH))
		(void)window_measure(sh); /* no editor has seen it */
	sh->program = program;
	sh->typed = program->body;
	sh->was_asked = sh->asked;
	sh->asked = false;
	start_us = clock_us();
	(void)exec_node(sh, program->body, 0);
	sh->took_us = clock_us() - start_us;
	sh->typed = NULL;
	sh->was_asked = false;
	sh->program = NULL;
	sh->commands_typed++;
	/* The continuation of a job that stopped (foreground.c): all is run. */
	if (sh->subshell_depth)
		run_exit(sh, sh->last_status);
	settle(sh);
	marks_command_end(sh);
}

/* ^C in what comes before a command is meant for the command too. */
static void run_one(struct repl *repl, struct program *program)
{
	struct shell *sh = repl->sh;
	bool interrupted;

	if (program->body) {
		hook_before_command(sh, strbuf_str(&repl->entered));
		interrupted = sh->unwind == UNWIND_INTERRUPT;
		settle(sh);
		if (interrupted)
			sh->last_status = 128 + SIGINT;
		else if (sh->unwind != UNWIND_EXIT)
			run_body(repl, program);
	}
	program_release(program);
}

/* End of input: does the shell leave? */
static bool may_leave(struct repl *repl)
{
	struct shell *sh = repl->sh;

	if (sh->options[OPTION_IGNOREEOF] && isatty(STDIN_FILENO)) {
		diag("use \"exit\" to leave the shell");
		return false;
	}
	return leave_confirm(sh, &sh->last_status, false);
}

/* The end of input may be that of the terminal; or others have it, and nobody can
 * bring this shell to the foreground again. */
static bool terminal_is_gone(const struct shell *sh)
{
	return sh->jobs.tty.fd >= 0 &&
	       (tty_foreground(&sh->jobs.tty) < 0 ||
		   !job_control_in_foreground(&sh->jobs));
}

/* The terminal is gone. Its SIGHUP may be on its way still: a trap on it runs
 * before the one on EXIT. */
static void take_hangup(struct shell *sh)
{
	sh->hung_up = true;
	if (trap_get(sh, SIGHUP) && !sig_is_pending(SIGHUP))
		(void)event_wait(-1, HANGUP_MS);
	(void)run_traps(sh);
}

static void loop(struct repl *repl, struct parser *parser)
{
	struct shell *sh = repl->sh;
	struct program *program;

	while (sh->unwind != UNWIND_EXIT) {
		switch (parser_next(parser, &program)) {
		case PARSE_COMMAND:
			keep_entered(repl);
			remember_begin(sh, &repl->input.command, program);
			run_report_warning(parser);
			run_one(repl, program);
			remember_end(sh, sh->last_status);
			break;
		case PARSE_END:
			if (terminal_is_gone(sh))
				take_hangup(sh);
			if (sh->hung_up || may_leave(repl))
				return;
			break;
		case PARSE_INTERRUPTED:
			strbuf_reset(&repl->input.command);
			if (sh->unwind == UNWIND_EXIT)
				return;
			if (!repl->input.line_left)
				sh->last_status = 128 + SIGINT;
			settle(sh);
			break;
		case PARSE_ERROR:
			remember_begin(sh, &repl->input.command, NULL);
			run_report_syntax(parser_error(parser));
			sh->last_status = 2;
			break;
		}
	}
}

int repl_run(struct shell *sh, const char *module_dir)
{
	struct repl repl = { .sh = sh, .entered = STRBUF_INIT };
	struct source source = { line_input_read, &repl.input, run_alias, sh };
	struct parser *parser = parser_new(&source, 1);

	parser_count_by_command(parser);
	prompt_init(sh);
	sh->announce = announce_job;
	sh->asks_to_leave = isatty(STDIN_FILENO);
	line_input_open(&repl.input, sh, module_dir);
	remember_load(sh);
	loop(&repl, parser);
	line_input_close(&repl.input);
	parser_free(parser);
	strbuf_fini(&repl.entered);
	return sh->last_status;
}
