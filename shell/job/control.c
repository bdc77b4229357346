/*
 * control.c - the job core as a whole: start, stop, signals to jobs
 *
 * POSIX.1-2024 XCU 2.11 Job Control; XBD 11.1.4 Terminal Access Control.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/control.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "job/launch.h"
#include "job/sig.h"
#include "job/sig_flags.h"

void job_control_init(struct job_control *jc)
{
	memset(jc, 0, sizeof *jc);
	job_table_init(&jc->table);
	jc->children_seen = sig_child_count() - 1; /* not looked at yet */
	jc->tty.fd = -1;
	jc->witness.status_fd = -1;
	jc->tty.observer = &jc->observer;
	jc->shell_pid = getpid();
	jc->shell_pgid = getpgrp();
}

void job_control_fini(struct job_control *jc)
{
	job_table_fini(&jc->table);
	tty_close(&jc->tty);
	launch_fini(jc);
}

bool job_control_stop_group(int signo)
{
	bool was_caught = sig_is_caught(SIGCONT);
	bool continued;

	sig_catch(SIGCONT);
	(void)sig_take(SIGCONT);
	sig_default(signo);
	(void)kill(0, signo);
	continued = sig_is_pending(SIGCONT);
	if (!was_caught) {
		(void)sig_take(SIGCONT);
		sig_default(SIGCONT);
	}
	return continued;
}

static enum job_control_result wait_for_foreground(struct job_control *jc)
{
	pid_t foreground;

	for (;;) {
		foreground = tty_foreground(&jc->tty);
		if (foreground < 0)
			return JOB_CONTROL_FAILED;
		if (foreground == getpgrp())
			return JOB_CONTROL_ON;
		if (!job_control_stop_group(SIGTTIN) &&
		    tty_foreground(&jc->tty) != getpgrp())
			return JOB_CONTROL_ORPHANED;
	}
}

/* A group of our own, in the foreground. */
static bool take_terminal(struct job_control *jc)
{
	pid_t entry = getpgrp(), pid = getpid();

	jc->shell_pgid = entry;
	if (entry == pid)
		return true;
	if (setpgid(0, pid) < 0)
		return false;
	if (!tty_give(&jc->tty, pid)) {
		int saved_errno = errno;

		(void)setpgid(0, entry); /* where we were a moment ago */
		errno = saved_errno;
		return false;
	}
	jc->shell_pgid = pid;
	jc->entry_pgid = entry;
	return true;
}

/* Whoever uses the terminal from the background shall stop, although tmux 3.3
 * starts the shell with SIGTTIN and SIGTTOU ignored. */
static void guard_stops(void)
{
	sig_forget_ignored(SIGTTIN);
	sig_forget_ignored(SIGTTOU);
	sig_guard_key(SIGTSTP);
	sig_guard(SIGTTIN);
	sig_guard(SIGTTOU);
}

static enum job_control_result start_interactive(struct job_control *jc)
{
	enum job_control_result result = wait_for_foreground(jc);

	if (result != JOB_CONTROL_ON)
		return result;
	guard_stops();
	if (!take_terminal(jc))
		return JOB_CONTROL_FAILED;
	tty_note_modes(&jc->tty);
	jc->monitor = true;
	return JOB_CONTROL_ON;
}

enum job_control_result job_control_start(
    struct job_control *jc, bool interactive)
{
	enum job_control_result result;
	bool has_tty;
	int saved_errno;

	if (interactive) {
		jc->event_driven = true;
		sig_catch(SIGCHLD);
	}
	has_tty = jc->tty.fd >= 0 || tty_open(&jc->tty, &jc->observer);
	if (!interactive) {
		jc->monitor = true;
		return JOB_CONTROL_ON;
	}
	if (!has_tty)
		return JOB_CONTROL_NO_TTY;
	result = start_interactive(jc);
	if (result != JOB_CONTROL_ON) {
		saved_errno = errno;
		tty_close(&jc->tty);
		errno = saved_errno;
	}
	return result;
}

/* Back into the group that had the terminal at entry. */
static void give_back_terminal(struct job_control *jc)
{
	if (!jc->entry_pgid)
		return;
	if (tty_foreground(&jc->tty) == jc->shell_pgid)
		(void)tty_give(&jc->tty, jc->entry_pgid);
	/* Fails when nobody is left in that group. */
	if (setpgid(0, jc->entry_pgid) == 0)
		jc->shell_pgid = jc->entry_pgid;
	jc->entry_pgid = 0;
}

void job_control_stop(struct job_control *jc)
{
	jc->monitor = false;
	witness_dismiss(jc);
	give_back_terminal(jc);
	if (!jc->event_driven) {
		sig_unguard(SIGTSTP);
		sig_unguard(SIGTTIN);
		sig_unguard(SIGTTOU);
	}
	tty_close(&jc->tty);
}

void job_control_line_ended(struct job_control *jc)
{
	witness_dismiss(jc);
	(void)sig_take_key(SIGTSTP);
}

bool job_control_in_foreground(const struct job_control *jc)
{
	return !jc->monitor || tty_foreground(&jc->tty) == jc->shell_pgid;
}

/* Has anybody the terminal who can use it? */
static bool is_taken(const struct tty *tty)
{
	pid_t foreground = tty_foreground(tty);

	return foreground > 0 && (kill(-foreground, 0) == 0 || errno == EPERM);
}

bool job_control_await_foreground(struct job_control *jc)
{
	enum job_control_result result = wait_for_foreground(jc);

	guard_stops();
	if (result == JOB_CONTROL_ORPHANED)
		return !is_taken(&jc->tty) &&
		       tty_give(&jc->tty, jc->shell_pgid);
	return result == JOB_CONTROL_ON;
}

/* After a stop: the terminal, with the modes that the prompt is used to. */
static bool resume(struct job_control *jc)
{
	bool in_foreground = job_control_await_foreground(jc);

	if (!in_foreground || !take_terminal(jc))
		return false;
	if (jc->tty.has_modes)
		(void)tty_set_modes(&jc->tty, &jc->tty.modes);
	return true;
}

enum job_control_result job_control_suspend(struct job_control *jc)
{
	bool interactive = jc->monitor && jc->event_driven;
	bool continued;

	if (interactive)
		give_back_terminal(jc);
	continued = job_control_stop_group(SIGTSTP);
	if (interactive && !resume(jc))
		return JOB_CONTROL_FAILED;
	return continued ? JOB_CONTROL_ON : JOB_CONTROL_ORPHANED;
}

bool job_control_has_terminal(const struct job_control *jc)
{
	if (jc->tty.fd < 0 || !jc->monitor)
		return false;
	return jc->event_driven || tty_foreground(&jc->tty) == jc->shell_pgid;
}

static bool signal_process(
    const struct job_control *jc, const struct process *process, int signo)
{
	if (kill(process->pid, signo) < 0)
		return false;
	observe(jc->observer, (struct observation){ .what = OBSERVED_SIGNAL,
				  .pid = process->pid,
				  .number = signo,
				  .job = process->job });
	return true;
}

/* One by one. True if any was reached; else the errno of the last. */
static bool signal_members(
    const struct job_control *jc, const struct job *job, int signo)
{
	const struct process *p;
	bool reached = false;

	for (p = job->first; p; p = p->next)
		if (!process_is_gone(p) && signal_process(jc, p, signo))
			reached = true;
	return reached;
}

static bool signal_group(
    const struct job_control *jc, const struct job *job, int signo)
{
	if (kill(-job->pgid, signo) < 0)
		return false;
	observe(jc->observer, (struct observation){ .what = OBSERVED_SIGNAL,
				  .pgid = job->pgid,
				  .number = signo,
				  .job = job });
	return true;
}

static bool send(const struct job_control *jc, const struct job *job, int signo)
{
	if (!job_is_alive(job)) {
		errno = job->inherited ? ECHILD : ESRCH;
		return false;
	}
	return job->pgid ? signal_group(jc, job, signo)
			 : signal_members(jc, job, signo);
}

/* A stopped job was sent SIGNO: has it to do with that now? Its reward for dying
 * is to be let go on; if that fails now, it died already. */
static bool may_end_stopped(
    const struct job_control *jc, const struct job *job, int signo)
{
	if (signo == SIGTERM || signo == SIGHUP)
		(void)send(jc, job, SIGCONT);
	else if (signo != SIGKILL)
		return false;
	return true;
}

bool job_signal(struct job_control *jc, struct job *job, int signo)
{
	if (signo == SIGCONT)
		return job_continue(jc, job);
	if (!send(jc, job, signo))
		return false;
	job->told_to_end = signo == SIGKILL || signo == SIGTERM ||
			   signo == SIGHUP || signo == SIGINT;
	if (job->stopped && may_end_stopped(jc, job, signo))
		job_table_resume(&jc->table, job);
	return true;
}

bool job_continue(struct job_control *jc, struct job *job)
{
	if (!send(jc, job, SIGCONT))
		return false;
	job_table_resume(&jc->table, job);
	return true;
}
