/*
 * repl.c - read, run, and again: the loop of an interactive shell
 *
 * The editor blocks only in wait_for_key(), so a job's end is told above the
 * half-typed line at once (set -b) or before the next prompt. Traps are shell
 * code: the editor is left for them and entered again with what was typed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/repl.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/fdio.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "edit/edit_prompt.h"
#include "edit/editor.h"
#include "exec/edit_file.h"
#include "exec/leave.h"
#include "exec/remember.h"
#include "exec/run.h"
#include "exec/run_trap.h"
#include "exec/window.h"
#include "interactive/abbreviation.h"
#include "interactive/announce.h"
#include "interactive/complete.h"
#include "interactive/hook.h"
#include "interactive/line_edit.h"
#include "interactive/marks.h"
#include "interactive/notify.h"
#include "interactive/prompt.h"
#include "interactive/recall.h"
#include "interactive/suggestion.h"
#include "job/sig.h"
#include "job/wait.h"
#include "syntax/parse.h"

enum { HANGUP_MS = 100 };

struct repl {
	struct shell *sh;
	const struct editor_ops *ops;
	struct editor *editor;
	struct strbuf line;    /* handed to the parser, with its newline */
	struct strbuf command; /* its lines so far, for the history */
	struct strbuf entered; /* the last of them that was whole */
	int told;         /* the newest command that the editor has heard of */
	int held;         /* commands that the editor has */
	unsigned changes; /* of the history, that it has heard of */
	char *notice;     /* for the editor to print; owned */
	bool recalls;     /* the editor was left to bring a stopped job back */
	bool edits;       /* ... to have the line edited by a program: */
	int edits_number; /* or this command of the history, if not 0 */
	struct line_edit line_edit; /* whose program is stopped */
	char *edited;               /* what is to run now; owned */
	char *initial;  /* what the next first line begins with; owned */
	bool line_left; /* a program has it: no more of it is read */
	struct history_prefix search; /* of what may be suggested */
	enum option keys; /* VI or EMACS as told to the editor; COUNT: none */
};

static void say(const char *text)
{
	/* Nobody is left to tell when stderr fails. */
	(void)!fd_write_all(STDERR_FILENO, text, strlen(text));
}

/* Is a trap due, or anything else that runs shell code or ends the shell? */
static bool shell_code_is_due(const struct shell *sh)
{
	for (int signo = 1; signo < NSIG; signo++)
		if (trap_is_due(sh, signo))
			return true;
	return sh->afters.any_due ||
	       (sig_is_pending(SIGHUP) && !trap_get(sh, SIGHUP));
}

static enum edit_wait take_signals(struct repl *repl)
{
	struct shell *sh = repl->sh;

	if (sig_is_pending(SIGCHLD)) {
		if (!trap_get(sh, SIGCHLD))
			(void)sig_take(SIGCHLD);
		(void)jobs_reap(&sh->jobs);
	}
	if (!trap_get(sh, SIGINT) && sig_take(SIGINT))
		return EDIT_WAIT_INTERRUPT;
	if (shell_code_is_due(sh))
		return EDIT_WAIT_LEAVE;
	if (!trap_get(sh, SIGWINCH) && sig_take(SIGWINCH)) {
		(void)window_measure(sh);
		return EDIT_WAIT_RESIZE;
	}
	if (!repl->notice && sh->options[OPTION_NOTIFY])
		repl->notice = notify_take(sh);
	return repl->notice ? EDIT_WAIT_NOTICE : EDIT_WAIT_INPUT;
}

/* struct edit_host's wait. */
static enum edit_wait wait_for_key(void *ctx, int fd)
{
	struct repl *repl = ctx;
	struct job_control *jobs = &repl->sh->jobs;
	enum event event;

	for (;;) {
		if (sig_any_pending()) {
			enum edit_wait what = take_signals(repl);

			if (what != EDIT_WAIT_INPUT)
				return what;
		}
		event = event_wait(fd, -1);
		(void)sig_take_key(SIGTSTP); /* nothing runs that it is for */
		switch (event) {
		case EVENT_INPUT:
			if (job_control_in_foreground(jobs) || !isatty(fd))
				return EDIT_WAIT_INPUT;
			if (!job_control_await_foreground(jobs))
				return EDIT_WAIT_END;
			break;
		case EVENT_ERROR:
			return EDIT_WAIT_END;
		case EVENT_SIGNAL:
		case EVENT_TIMEOUT:
			break;
		}
	}
}

/* struct edit_host's take_notice. */
static char *take_notice(void *ctx)
{
	struct repl *repl = ctx;
	char *notice = repl->notice;

	repl->notice = NULL;
	return notice;
}

/* struct edit_host's complete. */
static void complete(
    void *ctx, const char *line, size_t cursor, struct edit_completion *result)
{
	const struct repl *repl = ctx;

	complete_line(
	    repl->sh, strbuf_str(&repl->command), line, cursor, result);
}

/* struct edit_host's suggest. */
static char *suggest(void *ctx, const char *line)
{
	struct repl *repl = ctx;

	/* The history is of whole commands. */
	return repl->command.len
		   ? NULL
		   : suggestion_for(repl->sh, &repl->search, line);
}

/* struct edit_host's expand. */
static char *expand(void *ctx, const char *line, size_t cursor, size_t *begin)
{
	const struct repl *repl = ctx;

	return abbreviation_find(
	    repl->sh, strbuf_str(&repl->command), line, cursor, begin);
}

/* struct edit_host's takes_stop_key. */
static bool takes_stop_key(void *ctx)
{
	const struct repl *repl = ctx;

	return recall_is_on(repl->sh);
}

/* struct edit_host's stop_key. */
static bool stop_key(void *ctx)
{
	struct repl *repl = ctx;

	repl->recalls = recall_can(repl->sh);
	if (!repl->recalls)
		say("\a");
	return repl->recalls;
}

/* struct edit_host's edit_key. */
static void edit_key(void *ctx, int number)
{
	struct repl *repl = ctx;

	repl->edits = true;
	repl->edits_number = number;
}

static void tell_news(struct repl *repl)
{
	char *news;

	(void)jobs_reap(&repl->sh->jobs);
	news = notify_take(repl->sh);
	if (news)
		say(news);
	free(news);
}

/* set -o vi or emacs: told to the editor when it changes, so that what the
 * user's inputrc or editrc says holds until then. */
static void choose_keys(struct repl *repl)
{
	const struct shell *sh = repl->sh;
	enum option chosen = OPTION_COUNT;

	if (sh->options[OPTION_VI])
		chosen = OPTION_VI;
	else if (sh->options[OPTION_EMACS])
		chosen = OPTION_EMACS;
	if (chosen == repl->keys)
		return;
	repl->keys = chosen;
	repl->ops->set_vi(repl->editor, chosen == OPTION_VI);
}

/* What was entered since the last prompt: by then fc has put what it ran in
 * its own place. */
static void tell_history(struct repl *repl)
{
	const struct history *history = &repl->sh->history;
	const char *text;

	if (repl->changes != history->changes ||
	    repl->held / 2 > history->size) {
		repl->ops->forget_history(repl->editor);
		repl->changes = history->changes;
		repl->told = repl->held = 0;
	}
	if (repl->told < history->first - 1)
		repl->told = history->first - 1;
	while ((text = history_text(history, repl->told + 1))) {
		repl->ops->add_history(repl->editor, text);
		repl->told++;
		repl->held++;
	}
}

/* Back at the prompt: whatever was on its way out has arrived. */
static void settle(struct shell *sh)
{
	if (sh->unwind == UNWIND_INTERRUPT)
		say("\n"); /* the terminal has shown ^C */
	if (sh->unwind != UNWIND_EXIT)
		sh->unwind = UNWIND_NONE;
	job_control_line_ended(&sh->jobs);
	sh->loop_depth = 0;
	arena_release(&sh->arena, (struct arena_mark){ NULL, 0 });
}

/* The whole command as far as it is typed, or the one that was asked for; heap,
 * NULL: there is none. */
static char *text_to_edit(const struct repl *repl, const char *line)
{
	const char *text;

	if (!repl->edits_number)
		return xasprintf("%s%s", strbuf_str(&repl->command), line);
	text = history_text(&repl->sh->history, repl->edits_number);
	return text ? xstrdup(text) : NULL;
}

/* Have it edited. *LINE stays as it is if that fails; else the line is left. */
static void edit_line(struct repl *repl, char **line)
{
	char *text = text_to_edit(repl, *line), *result = NULL;

	if (!text) {
		say("\a");
		return;
	}
	switch (line_edit_begin(repl->sh, &repl->line_edit, text, &result)) {
	case LINE_EDIT_BACK:
		free(result);
		break;
	case LINE_EDIT_RUN:
	case LINE_EDIT_NONE:
		free(*line);
		*line = NULL;
		repl->edited = result;
		repl->line_left = true;
		break;
	}
	free(text);
	settle(repl->sh);
}

/* An editor that was stopped may have ended. *LINE, or NULL, is what is typed
 * now, and stays for later. */
static void end_line_edit(struct repl *repl, char **line)
{
	char *text;

	switch (line_edit_end(repl->sh, &repl->line_edit, &text)) {
	case LINE_EDIT_NONE:
		break;
	case LINE_EDIT_RUN:
		repl->edited = text;
		repl->line_left = true;
		break;
	case LINE_EDIT_BACK:
		if (*line && **line) {
			free(text);
			break;
		}
		free(*line);
		*line = text;
		break;
	}
}

/* What the editor was left for. False: the shell is to leave. */
static bool run_between(struct repl *repl, bool continued, char **line)
{
	struct shell *sh = repl->sh;

	if (repl->recalls) {
		marks_command(sh, "fg");
		recall_run(sh);
		settle(sh);
		marks_command_end(sh);
		marks_prompt(sh);
	}
	if (repl->edits)
		edit_line(repl, line);
	/* Also before what `after` runs for it. */
	if (repl->recalls || sh->options[OPTION_NOTIFY])
		tell_news(repl);
	if (!continued)
		end_line_edit(repl, line);
	if (sh->unwind == UNWIND_EXIT)
		return false;
	return !run_traps(sh); /* exit, hang-up */
}

/* The upper lines of PROMPT, which the editor shows only of a line that was not
 * begun. */
static void show_upper_lines(const char *prompt)
{
	edit_prompt_write(
	    STDERR_FILENO, prompt, (size_t)(edit_prompt_last(prompt) - prompt));
}

/* The prompt as an editor shows it; heap. */
static char *prompt_for(struct shell *sh, bool continued)
{
	char *text, *marked;

	if (continued)
		return prompt_text(sh, "PS2");
	text = prompt_text(sh, "PS1");
	marked = xasprintf("%s%s", text, marks_prompt_end(sh));
	free(text);
	return marked;
}

static enum edit_result read_one(struct repl *repl, bool continued, char **line)
{
	struct shell *sh = repl->sh;
	char *initial = continued ? NULL : repl->initial, *prompt;
	bool begins = initial != NULL; /* the upper lines are to be shown */
	enum edit_result result;

	if (!continued)
		repl->initial = NULL;
	for (;;) {
		(void)window_measure(sh);
		prompt = prompt_for(sh, continued);
		choose_keys(repl);
		if (begins)
			show_upper_lines(prompt);
		history_prefix_reset(&repl->search);
		result =
		    repl->ops->read_line(repl->editor, prompt, initial, line);
		free(prompt);
		free(initial);
		if (result != EDIT_LEFT)
			return result;
		initial = *line;
		*line = NULL;
		begins = repl->recalls || repl->edits;
		if (!run_between(repl, continued, &initial)) {
			free(initial);
			return EDIT_INTERRUPTED;
		}
		repl->recalls = repl->edits = false;
		if (repl->line_left) {
			repl->initial = initial;
			return EDIT_INTERRUPTED;
		}
	}
}

/* What a program has edited, as if it had been typed. */
static char *take_edited(struct repl *repl)
{
	char *line = repl->edited;
	char *prompt = prompt_for(repl->sh, false);
	const char *last = edit_prompt_last(prompt);

	edit_prompt_write(STDERR_FILENO, last, strlen(last));
	edit_file_show(line);
	free(prompt);
	repl->edited = NULL;
	return line;
}

static enum edit_result get_line(struct repl *repl, bool continued, char **line)
{
	if (!continued)
		end_line_edit(repl, &repl->initial);
	repl->line_left = false;
	if (!repl->edited)
		return read_one(repl, continued, line);
	*line = take_edited(repl);
	return EDIT_LINE;
}

/* What has been found to be due comes before the prompt, and so do traps: on
 * CHLD, for a job that has just stopped. False: the shell is on its way out. */
static bool run_due(struct shell *sh)
{
	return !shell_code_is_due(sh) || !run_traps(sh);
}

/* All that comes before a new prompt. False: the shell is to leave, or ^C has
 * come. */
static bool prepare_prompt(struct repl *repl)
{
	struct shell *sh = repl->sh;

	tell_news(repl);
	tell_history(repl);
	if (!run_due(sh))
		return false;
	hook_before_prompt(sh);
	settle(sh);
	if (sh->unwind == UNWIND_EXIT)
		return false;
	marks_prompt(sh);
	return true;
}

/* source_read; CTX is the struct repl. */
static enum source_result read_command(
    void *ctx, bool continued, const char **text, size_t *len)
{
	struct repl *repl = ctx;
	char *line = NULL;

	if (continued ? !run_due(repl->sh) : !prepare_prompt(repl))
		return SOURCE_INTERRUPTED;
	switch (get_line(repl, continued, &line)) {
	case EDIT_LINE:
		break;
	case EDIT_END:
		return SOURCE_END;
	case EDIT_INTERRUPTED:
	case EDIT_LEFT:
		return SOURCE_INTERRUPTED;
	}
	strbuf_reset(&repl->line);
	strbuf_adds(&repl->line, line);
	strbuf_addc(&repl->line, '\n');
	free(line);
	strbuf_add(&repl->command, repl->line.s, repl->line.len);
	if (repl->sh->options[OPTION_VERBOSE])
		say(repl->line.s);
	*text = repl->line.s;
	*len = repl->line.len;
	return SOURCE_TEXT;
}

/* Before the history takes the lines of a command. When several stood in them,
 * there are none for the second. */
static void keep_entered(struct repl *repl)
{
	const struct strbuf *command = &repl->command;

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
	(void)window_measure(sh); /* its signal may be late */
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
			remember_begin(sh, &repl->command, program);
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
			strbuf_reset(&repl->command);
			if (sh->unwind == UNWIND_EXIT)
				return;
			if (!repl->line_left)
				sh->last_status = 128 + SIGINT;
			settle(sh);
			break;
		case PARSE_ERROR:
			remember_begin(sh, &repl->command, NULL);
			run_report_syntax(parser_error(parser));
			sh->last_status = 2;
			break;
		}
	}
}

int repl_run(struct shell *sh, const char *module_dir)
{
	struct repl repl = { .sh = sh, .keys = OPTION_COUNT };
	const struct edit_host host = { &repl, wait_for_key, take_notice,
		takes_stop_key, stop_key, edit_key, complete, suggest, expand };
	struct source source = { read_command, &repl, run_alias, sh };
	struct parser *parser = parser_new(&source, 1);
	char *warning;

	parser_count_by_command(parser);
	prompt_init(sh);
	sh->announce = announce_job;
	sh->asks_to_leave = isatty(STDIN_FILENO);
	repl.editor = editor_open(var_get(sh, "JSH_EDITOR"), module_dir, &host,
	    STDIN_FILENO, STDERR_FILENO, &repl.ops, &warning);
	if (warning)
		diag("%s", warning);
	free(warning);
	remember_load(sh);
	loop(&repl, parser);
	repl.ops->close(repl.editor);
	parser_free(parser);
	strbuf_fini(&repl.line);
	strbuf_fini(&repl.command);
	strbuf_fini(&repl.entered);
	history_prefix_reset(&repl.search);
	free(repl.notice);
	free(repl.edited);
	free(repl.initial);
	line_edit_fini(&repl.line_edit);
	return sh->last_status;
}
