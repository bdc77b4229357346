/*
 * foreground.c - wait for a foreground job, and tell what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/foreground.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/held.h"
#include "base/signames.h"
#include "base/strbuf.h"
#include "exec/job_limit.h"
#include "exec/rest.h"
#include "exec/screen.h"
#include "exec/window.h"
#include "job/account.h"
#include "job/continuation.h"
#include "job/report.h"
#include "job/report_cost.h"
#include "job/sig_flags.h"
#include "job/wait.h"
#include "syntax/unparse.h"

struct job *foreground_new(struct shell *sh, const struct node *node)
{
	struct strbuf text = STRBUF_INIT;
	struct job *job;

	/* Only a job that can stop is ever listed. */
	if (sh->jobs.monitor)
		unparse_line(&text, node);
	job = job_table_add(&sh->jobs.table, strbuf_str(&text));
	job->foreground = true;
	job->pipefail = sh->options[OPTION_PIPEFAIL];
	strbuf_fini(&text);
	return job;
}

void foreground_hear(struct shell *sh)
{
	if (sh->jobs.table.highest)
		(void)jobs_reap(&sh->jobs);
}

/* Said the first time in a session that it matters. */
static const char rest_note[] =
    "jsh: variables that the rest of it sets stay in the job (see help fg)\n";

/* The terminal has shown ^Z: what follows begins on a new row. */
static void report_stop(struct shell *sh, struct job *job, bool kept_rest)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addc(&text, '\n');
	report_job(&text, &sh->jobs.table, job,
	    sh->options[OPTION_POSIX] ? REPORT_POSIX : REPORT_USERS,
	    REPORT_NORMAL);
	if (kept_rest && !sh->told_rest && !sh->options[OPTION_POSIX] &&
	    rest_changes_shell(sh, sh->typed)) {
		sh->told_rest = true;
		strbuf_adds(&text, rest_note);
	}
	screen_say(sh, text.s, text.len);
	strbuf_fini(&text);
	job->changed = false;
}

static void report_death(struct shell *sh, const struct process *process)
{
	struct strbuf text = STRBUF_INIT;

	if (process->code == SIGINT) {
		/* Without a trap the shell is interrupted too, and says so. */
		if (sh->interactive && trap_get(sh, SIGINT))
			screen_say(sh, "\n", 1);
		return;
	}
	if (process->code == SIGPIPE)
		return; /* `yes | head` is no news */
	report_state(&text, process, REPORT_USERS);
	if (sh->interactive) {
		strbuf_addc(&text, '\n');
		screen_say(sh, text.s, text.len);
	} else {
		diag("%s", text.s);
	}
	strbuf_fini(&text);
}

/*
 * Of a foreground job CPU time counts: who has read in a pager for an hour knows
 * that it took long. ^C was the user's own, and what it has left of the row on
 * the screen is the shell's to end.
 */
static void report_cost_if_high(struct shell *sh, const struct job *job)
{
	struct usage usage = job_usage(job);
	struct strbuf text = STRBUF_INIT;

	if (job_died_of(job, SIGINT) ||
	    !job_limit_is_over(sh, usage.user_us + usage.system_us))
		return;
	report_cost(&text, job);
	strbuf_addc(&text, '\n');
	screen_say(sh, text.s, text.len);
	strbuf_fini(&text);
}

/*
 * ^C reached the job alone, as it has its own group, but it was meant for the
 * whole of what was typed: take it as received. In a script that does not trap
 * SIGINT, die of it too.
 */
static void share_interrupt(struct shell *sh, const struct job *job)
{
	if (!job->pgid || sh->jobs.tty.fd < 0)
		return;
	if (sh->interactive || trap_get(sh, SIGINT))
		sig_raise_flag(SIGINT);
	else
		(void)raise(SIGINT);
}

/*
 * JOB stopped while something was left to run: that becomes the job's, in a
 * continuation. True in the continuation, when it is its turn: *status is that
 * of what it waited for. False in the shell.
 */
static bool keep_rest(struct shell *sh, struct job *job, int *status)
{
	struct strbuf text = STRBUF_INIT;
	pid_t pid = continuation_fork(
	    &sh->jobs, job, sh->options[OPTION_PIPEFAIL], status);

	if (pid == 0)
		return true;
	if (pid < 0) {
		diag("the rest of the command is lost: %s", strerror(errno));
		return false;
	}
	unparse_line(&text, sh->typed);
	free(job->text);
	job->text = strbuf_take(&text);
	return false;
}

/* Back to the prompt, with JOB in the list. Or, in the continuation, on with
 * the rest. Returns the status. */
static int stop(struct shell *sh, struct job *job)
{
	int status = job_status(job, false);
	bool has_rest = sh->rest && sh->typed;

	if (!job->cwd)
		job_set_cwd(job, var_get(sh, "PWD"));
	if (has_rest && keep_rest(sh, job, &status))
		return status;
	report_stop(sh, job, has_rest);
	sh->unwind = UNWIND_STOPPED;
	return sh->last_status = status;
}

void foreground_stop_rest(struct shell *sh)
{
	struct job *job = foreground_new(sh, sh->typed);
	pid_t pid;

	out_flush(&sh->out);
	job_set_cwd(job, var_get(sh, "PWD"));
	pid = continuation_stop(&sh->jobs, job);
	if (pid == 0)
		return;
	if (pid < 0) {
		diag("cannot be stopped: %s", strerror(errno));
		job_table_remove(&sh->jobs.table, job);
		return;
	}
	report_stop(sh, job, true);
	sh->unwind = UNWIND_STOPPED;
	sh->last_status = job_status(job, false);
}

int foreground_settle(struct shell *sh, struct job *job)
{
	int status = job_status(job, sh->options[OPTION_PIPEFAIL]);
	const struct process *last = job->last;

	screen_settle(sh, job, window_measure(sh));
	if (sh->rest)
		held_write(); /* the prompt may be far */
	if (job_state(job) == JOB_STOPPED)
		return stop(sh, job);
	if (job_state(job) == JOB_RUNNING) {
		/* The terminal is gone: hangup_jobs() tells the job. */
		job_table_list(&sh->jobs.table, job);
		(void)sh->run_traps(sh);
		return sh->last_status;
	}
	if (last->state == PROCESS_SIGNALED) {
		report_death(sh, last);
		if (last->code == SIGINT)
			share_interrupt(sh, job);
	}
	report_cost_if_high(sh, job);
	job_table_remove(&sh->jobs.table, job);
	return status;
}

int foreground_wait(struct shell *sh, struct job *job)
{
	job_wait_foreground(&sh->jobs, job);
	return foreground_settle(sh, job);
}

int foreground_failed(
    struct shell *sh, struct job *job, const char *what, int error)
{
	diag("cannot make a %s: %s", what, strerror(error));
	if (job->count) {
		(void)job_signal(&sh->jobs, job, SIGKILL);
		job_wait_foreground(&sh->jobs, job);
	}
	job_table_remove(&sh->jobs.table, job);
	return 1;
}
