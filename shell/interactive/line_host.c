/*
 * line_host.c - what an editor asks of the shell while a line is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/line_host.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include "base/fdio.h"
#include "exec/remember.h"
#include "exec/window.h"
#include "interactive/abbreviation.h"
#include "interactive/complete.h"
#include "interactive/marks.h"
#include "interactive/notify.h"
#include "interactive/prompt.h"
#include "interactive/recall.h"
#include "interactive/settle.h"
#include "interactive/suggestion.h"
#include "job/sig.h"
#include "job/sig_flags.h"
#include "job/wait.h"

static enum edit_wait take_signals(struct line_input *in)
{
	struct shell *sh = in->sh;

	if (sig_is_pending(SIGCHLD)) {
		if (!trap_get(sh, SIGCHLD))
			(void)sig_take(SIGCHLD);
		(void)jobs_reap(&sh->jobs);
	}
	if (!trap_get(sh, SIGINT) && sig_take(SIGINT))
		return EDIT_WAIT_INTERRUPT;
	if (settle_is_due(sh))
		return EDIT_WAIT_LEAVE;
	if (!trap_get(sh, SIGWINCH) && sig_take(SIGWINCH)) {
		window_measure(sh);
		return EDIT_WAIT_RESIZE;
	}
	if (!in->notice && sh->options[OPTION_NOTIFY])
		in->notice = notify_take(sh);
	return in->notice ? EDIT_WAIT_NOTICE : EDIT_WAIT_INPUT;
}

/* struct edit_host's wait. */
static enum edit_wait wait_for_key(void *ctx, int fd)
{
	struct line_input *in = ctx;
	enum event event;

	remember_write(in->sh);
	for (;;) {
		if (sig_any_pending()) {
			enum edit_wait what = take_signals(in);

			if (what != EDIT_WAIT_INPUT)
				return what;
		}
		event = event_wait(fd, -1);
		(void)sig_take_key(SIGTSTP); /* nothing runs that it is for */
		switch (event) {
		case EVENT_INPUT:
			return EDIT_WAIT_INPUT;
		case EVENT_ERROR:
			return EDIT_WAIT_END;
		case EVENT_SIGNAL:
		case EVENT_TIMEOUT:
			break;
		}
	}
}

/* struct edit_host's has_news. */
static bool has_news(void *ctx)
{
	const struct line_input *in = ctx;

	return sig_any_pending() || in->notice;
}

/*
 * struct edit_host's may_read_again. Whoever reads from the background is sent
 * SIGTTIN and gets EINTR, or gets EIO when nobody could bring him back. So who
 * has the terminal is asked then, and not for each key.
 */
static bool may_read_again(void *ctx, int fd)
{
	struct line_input *in = ctx;
	struct job_control *jobs = &in->sh->jobs;
	bool interrupted = errno == EINTR;

	if (!interrupted && errno != EIO)
		return false;
	if (job_control_in_foreground(jobs) || !isatty(fd))
		return interrupted;
	return job_control_await_foreground(jobs);
}

/* struct edit_host's resized. */
static bool resized(void *ctx)
{
	struct line_input *in = ctx;
	const struct window *window = &in->sh->window;
	bool same =
	    window_is_terminal(in->sh) && in->resizes == window->changes;

	in->resizes = window->changes;
	return !same;
}

/* struct edit_host's take_notice. */
static char *take_notice(void *ctx)
{
	struct line_input *in = ctx;
	char *notice = in->notice;

	in->notice = NULL;
	return notice;
}

/* struct edit_host's prompt: how many jobs there are is part of some. */
static char *prompt_now(void *ctx)
{
	const struct line_input *in = ctx;

	return in->command.len
		   ? NULL
		   : marks_prompt_end(in->sh, prompt_text_now(in->sh, "PS1"));
}

/* struct edit_host's complete. */
static void complete(
    void *ctx, const char *line, size_t cursor, struct edit_completion *result)
{
	const struct line_input *in = ctx;

	complete_line(in->sh, strbuf_str(&in->command), line, cursor, result);
}

/* struct edit_host's suggest. */
static char *suggest(void *ctx, const char *line)
{
	struct line_input *in = ctx;

	/* The history is of whole commands. */
	return in->command.len ? NULL
			       : suggestion_for(in->sh, &in->search, line);
}

/* struct edit_host's expand. */
static char *expand(void *ctx, const char *line, size_t cursor, size_t *begin)
{
	const struct line_input *in = ctx;

	return abbreviation_find(
	    in->sh, strbuf_str(&in->command), line, cursor, begin);
}

/* struct edit_host's takes_stop_key. */
static bool takes_stop_key(void *ctx)
{
	const struct line_input *in = ctx;

	return recall_is_on(in->sh);
}

/* struct edit_host's stop_key. */
static bool stop_key(void *ctx)
{
	struct line_input *in = ctx;

	in->recalls = recall_can(in->sh);
	if (!in->recalls)
		fd_say("\a");
	return in->recalls;
}

/* struct edit_host's edit_key. */
static void edit_key(void *ctx, int number)
{
	struct line_input *in = ctx;

	in->edits = true;
	in->edits_number = number;
}

struct edit_host line_host(struct line_input *in)
{
	return (struct edit_host){ in, wait_for_key, has_news, may_read_again,
		resized, take_notice, prompt_now, takes_stop_key, stop_key,
		edit_key, complete, suggest, expand };
}
