/*
 * screen.c - what a foreground job may have left switched on in the terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/screen.h"

#include <signal.h>
#include <string.h>

#include "base/fdio.h"
#include "base/held.h"
#include "base/strbuf.h"
#include "exec/window.h"

/* Cursor shown; cursor keys, mouse (9 to 1003, 1006), focus, pastes; keypad;
 * first character set; insert mode; automatic margins; colours. */
static const char always[] =
    "\033[?25h\033[?1;9;1000;1002;1003;1004;1006;2004l\033>"
    "\017\033(B\033[4l\033[?7h\033[m";

/*
 * Alternate screen: to leave it when it is off moves the cursor in some
 * terminals, to where it was saved last. So it is entered first: where it is on,
 * that does nothing; where it is off, that saves the cursor.
 *
 * Scroll region: to reset it moves the cursor, which is put back. What turns
 * kitty's keyboard protocol off would put it back too, in a terminal that does
 * not know it, so it stands there as well.
 *
 * Then xterm's keyboard protocol, which an older terminal takes for a kind of
 * underlining: colours are put right after it.
 */
static const char after_trouble[] = "\033[?1049h\033[?1049l"
				    "\0337\033[r\033[=0;1u\0338"
				    "\033[>4m";

static bool is_plain(const char *term)
{
	return !term || !*term || strcmp(term, "dumb") == 0 ||
	       strcmp(term, "unknown") == 0;
}

static bool ended_by_signal(const struct job *job)
{
	for (const struct process *p = job->first; p; p = p->next)
		if ((p->state == PROCESS_SIGNALED && p->code != SIGPIPE) ||
		    (p->state == PROCESS_EXITED && p->code >= 128 &&
			p->code != 128 + SIGPIPE))
			return true;
	return false;
}

void screen_settle(struct shell *sh, const struct job *job, bool on_terminal)
{
	const struct tty *tty = &sh->jobs.tty;
	enum job_state state = job_state(job);
	struct strbuf text = STRBUF_INIT;

	if (!on_terminal || sh->options[OPTION_POSIX] || state == JOB_RUNNING ||
	    !job->pgid || tty->fd < 0 || is_plain(var_get(sh, "TERM")))
		return;
	if (state == JOB_DONE && job->sets_modes && job_status(job, false) == 0)
		return;
	if (state == JOB_STOPPED || job->left_modes || ended_by_signal(job))
		strbuf_adds(&text, after_trouble);
	strbuf_adds(&text, always);
	held_add(tty->fd, text.s, text.len);
	strbuf_fini(&text);
}

void screen_say(struct shell *sh, const char *text, size_t len)
{
	if (sh->jobs.tty.fd >= 0 && window_is_terminal(sh))
		held_add(sh->jobs.tty.fd, text, len);
	else
		fd_say_bytes(text, len);
}
