/*
 * line_input.c - commands as they are typed: the editor, the prompts, and what
 * comes between
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/line_input.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/fdio.h"
#include "base/held.h"
#include "base/mem.h"
#include "edit/edit_prompt.h"
#include "exec/edit_file.h"
#include "exec/remember.h"
#include "exec/run_trap.h"
#include "exec/screen.h"
#include "exec/window.h"
#include "interactive/hook.h"
#include "interactive/line_host.h"
#include "interactive/marks.h"
#include "interactive/notify.h"
#include "interactive/prompt.h"
#include "interactive/recall.h"
#include "interactive/settle.h"
#include "job/wait.h"

static void tell_news(struct line_input *in)
{
	char *news;

	(void)jobs_reap(&in->sh->jobs);
	news = notify_take(in->sh);
	if (news)
		screen_say(in->sh, news, strlen(news));
	free(news);
}

/* set -o vi or emacs: told to the editor when it changes, so that what the
 * user's inputrc or editrc says holds until then. */
static void choose_keys(struct line_input *in)
{
	const struct shell *sh = in->sh;
	enum option chosen = OPTION_COUNT;

	if (sh->options[OPTION_VI])
		chosen = OPTION_VI;
	else if (sh->options[OPTION_EMACS])
		chosen = OPTION_EMACS;
	if (chosen == in->keys)
		return;
	in->keys = chosen;
	in->ops->set_vi(in->editor, chosen == OPTION_VI);
}

/* What was entered since the last prompt: by then fc has put what it ran in
 * its own place. */
static void tell_history(struct line_input *in)
{
	const struct history *history = &in->sh->history;
	const char *text;

	if (in->changes != history->changes || in->held / 2 > history->size) {
		in->ops->forget_history(in->editor);
		in->changes = history->changes;
		in->told = in->held = 0;
	}
	if (in->told < history->first - 1)
		in->told = history->first - 1;
	while ((text = history_text(history, in->told + 1))) {
		in->ops->add_history(in->editor, text);
		in->told++;
		in->held++;
	}
}

/* The whole command as far as it is typed, or the one that was asked for; heap,
 * NULL: there is none. */
static char *text_to_edit(const struct line_input *in, const char *line)
{
	const char *text;

	if (!in->edits_number)
		return xasprintf("%s%s", strbuf_str(&in->command), line);
	text = history_text(&in->sh->history, in->edits_number);
	return text ? xstrdup(text) : NULL;
}

/* Have it edited. *LINE stays as it is if that fails; else the line is left. */
static void edit_line(struct line_input *in, char **line)
{
	char *text = text_to_edit(in, *line), *result = NULL;

	if (!text) {
		fd_say("\a");
		return;
	}
	switch (line_edit_begin(in->sh, &in->line_edit, text, &result)) {
	case LINE_EDIT_BACK:
		free(result);
		break;
	case LINE_EDIT_RUN:
	case LINE_EDIT_NONE:
		free(*line);
		*line = NULL;
		in->edited = result;
		in->line_left = true;
		break;
	}
	free(text);
	settle(in->sh);
}

/* An editor that was stopped may have ended. *LINE, or NULL, is what is typed
 * now, and stays for later. */
static void end_line_edit(struct line_input *in, char **line)
{
	char *text;

	switch (line_edit_end(in->sh, &in->line_edit, &text)) {
	case LINE_EDIT_NONE:
		break;
	case LINE_EDIT_RUN:
		in->edited = text;
		in->line_left = true;
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
static bool run_between(struct line_input *in, bool continued, char **line)
{
	struct shell *sh = in->sh;

	if (in->recalls) {
		marks_command(sh, "fg");
		recall_run(sh);
		settle(sh);
		marks_command_end(sh);
		in->before = marks_prompt(sh);
	}
	if (in->edits)
		edit_line(in, line);
	/* Also before what `after` runs for it. */
	if (in->recalls || sh->options[OPTION_NOTIFY])
		tell_news(in);
	if (!continued)
		end_line_edit(in, line);
	if (sh->unwind == UNWIND_EXIT || run_traps(sh)) /* exit, hang-up */
		return false;
	(void)window_measure(sh);
	return true;
}

/* The prompt as an editor shows it; heap. */
static char *prompt_for(struct shell *sh, bool continued)
{
	return continued ? prompt_text(sh, "PS2")
			 : marks_prompt_end(sh, prompt_text(sh, "PS1"));
}

/* What is to be written before the prompt: what is held, marks, and if a line has
 * BEGUN the upper lines of PROMPT, which the editor does not show then. */
static void take_before(struct line_input *in, struct strbuf *before,
    const char *prompt, bool begun)
{
	held_take(before);
	if (in->before)
		strbuf_adds(before, in->before);
	free(in->before);
	in->before = NULL;
	if (begun)
		edit_prompt_add(before, prompt,
		    (size_t)(edit_prompt_last(prompt) - prompt));
}

/* As the editor's read_line(). */
static enum edit_result edit_one(struct line_input *in, bool continued,
    bool begun, const char *initial, char **line)
{
	char *prompt = prompt_for(in->sh, continued);
	struct strbuf before = STRBUF_INIT;
	enum edit_result result;

	choose_keys(in);
	take_before(in, &before, prompt, begun);
	history_prefix_reset(&in->search);
	result = in->ops->read_line(
	    in->editor, strbuf_str(&before), prompt, initial, line);
	strbuf_fini(&before);
	free(prompt);
	return result;
}

static enum edit_result read_one(
    struct line_input *in, bool continued, char **line)
{
	char *initial = continued ? NULL : in->initial;
	bool begins = initial != NULL; /* the upper lines are to be shown */
	enum edit_result result;
	bool goes_on;

	if (!continued)
		in->initial = NULL;
	for (;;) {
		result = edit_one(in, continued, begins, initial, line);
		free(initial);
		if (result != EDIT_LEFT)
			return result;
		initial = *line;
		*line = NULL;
		begins = in->recalls || in->edits;
		goes_on = run_between(in, continued, &initial);
		in->recalls = in->edits = false;
		if (!goes_on) {
			free(initial);
			return EDIT_INTERRUPTED;
		}
		if (in->line_left) {
			in->initial = initial;
			return EDIT_INTERRUPTED;
		}
	}
}

/* What a program has edited, as if it had been typed. */
static char *take_edited(struct line_input *in)
{
	char *line = in->edited;
	char *prompt = prompt_for(in->sh, false);
	struct strbuf shown = STRBUF_INIT;

	take_before(in, &shown, edit_prompt_last(prompt), false);
	edit_prompt_add(
	    &shown, edit_prompt_last(prompt), strlen(edit_prompt_last(prompt)));
	fd_say(strbuf_str(&shown));
	strbuf_fini(&shown);
	edit_file_show(line);
	free(prompt);
	in->edited = NULL;
	return line;
}

static enum edit_result get_line(
    struct line_input *in, bool continued, char **line)
{
	if (!continued)
		end_line_edit(in, &in->initial);
	in->line_left = false;
	if (!in->edited)
		return read_one(in, continued, line);
	*line = take_edited(in);
	return EDIT_LINE;
}

/* What has been found to be due comes before the prompt, and so do traps: on
 * CHLD, for a job that has just stopped. False: the shell is on its way out. */
static bool run_due(struct shell *sh)
{
	return !settle_is_due(sh) || !run_traps(sh);
}

/* All that comes before a new prompt. False: the shell is to leave, or ^C has
 * come. */
static bool prepare_prompt(struct line_input *in)
{
	struct shell *sh = in->sh;

	tell_news(in);
	tell_history(in);
	if (!run_due(sh))
		return false;
	hook_before_prompt(sh);
	settle(sh);
	if (sh->unwind == UNWIND_EXIT)
		return false;
	(void)window_measure(sh); /* where nobody sent the shell SIGWINCH */
	free(in->before);
	in->before = marks_prompt(sh);
	return true;
}

enum source_result line_input_read(
    void *ctx, bool continued, const char **text, size_t *len)
{
	struct line_input *in = ctx;
	char *line = NULL;

	if (continued ? !run_due(in->sh) : !prepare_prompt(in))
		return SOURCE_INTERRUPTED;
	switch (get_line(in, continued, &line)) {
	case EDIT_LINE:
		break;
	case EDIT_END:
		return SOURCE_END;
	case EDIT_INTERRUPTED:
	case EDIT_LEFT:
		return SOURCE_INTERRUPTED;
	}
	strbuf_reset(&in->line);
	strbuf_adds(&in->line, line);
	strbuf_addc(&in->line, '\n');
	free(line);
	strbuf_add(&in->command, in->line.s, in->line.len);
	if (in->sh->options[OPTION_VERBOSE])
		fd_say(in->line.s);
	*text = in->line.s;
	*len = in->line.len;
	return SOURCE_TEXT;
}

void line_input_open(
    struct line_input *in, struct shell *sh, const char *module_dir)
{
	char *warning;

	*in = (struct line_input){
		.sh = sh, .host = line_host(in), .keys = OPTION_COUNT
	};
	in->editor = editor_open(var_get(sh, "JSH_EDITOR"), module_dir,
	    &in->host, STDIN_FILENO, STDERR_FILENO, &in->ops, &warning);
	if (warning)
		diag("%s", warning);
	free(warning);
}

void line_input_close(struct line_input *in)
{
	remember_write(in->sh);
	in->ops->close(in->editor);
	strbuf_fini(&in->line);
	strbuf_fini(&in->command);
	history_prefix_reset(&in->search);
	free(in->before);
	free(in->notice);
	free(in->edited);
	free(in->initial);
	line_edit_fini(&in->line_edit);
}
