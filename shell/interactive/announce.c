/*
 * announce.c - a long job has ended while the user does something else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/announce.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "exec/job_limit.h"
#include "interactive/announce_terminal.h"
#include "interactive/shell_terminal.h"
#include "job/account.h"
#include "job/report.h"
#include "job/report_cost.h"
#include "job/sig.h"

static bool is_worth_it(struct shell *sh, const struct job *job)
{
	return sh->options[OPTION_NOTIFYLONG] && job->number &&
	       job_limit_is_over(sh, job_elapsed_us(job, job->ended_us)) &&
	       isatty(STDERR_FILENO);
}

/* "Exit 1 after 2 min 5 s: make all" */
static void add_text(struct strbuf *sb, const struct job *job)
{
	report_state(sb, job->last, REPORT_USERS);
	strbuf_adds(sb, " after ");
	report_duration(sb, job_elapsed_us(job, job->ended_us));
	strbuf_addf(sb, ": %s", job->text);
}

/*
 * A foreground job has the terminal: with stty tostop only who blocks SIGTTOU
 * may write. In one write, so that it does not mix with what the job writes.
 */
static void write_now(const struct strbuf *text)
{
	struct pollfd terminal = { STDERR_FILENO, POLLOUT, 0 };
	sigset_t old;

	sig_block_all(&old);
	if (poll(&terminal, 1, 0) == 1 && terminal.revents == POLLOUT)
		(void)!write(STDERR_FILENO, text->s, text->len);
	sig_restore_mask(&old);
}

void announce_job(struct shell *sh, const struct job *job)
{
	struct strbuf text = STRBUF_INIT, sequence = STRBUF_INIT;
	bool at_prompt = !sh->typed;
	enum announce_means means;

	if (!is_worth_it(sh, job))
		return;
	means = shell_terminal(sh)->notice;
	if (means == ANNOUNCE_NOTHING ||
	    (at_prompt && !announce_knows_focus(means)))
		return;
	add_text(&text, job);
	announce_compose(&sequence, means, text.s, at_prompt);
	write_now(&sequence);
	strbuf_fini(&text);
	strbuf_fini(&sequence);
}
