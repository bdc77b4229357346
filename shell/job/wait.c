/*
 * wait.c - the one place that blocks, and the one place that reaps
 *
 * An interactive shell waits in event_wait() for whatever comes first and reaps
 * all there is. A script blocks in wait4() for its foreground job, without a
 * handler for SIGCHLD: two system calls a command instead of eight. A signal
 * that is trapped interrupts that wait only for as long as it takes to note it.
 *
 * POSIX.1-2024 XCU 2.11 Job Control; 2.12 Signals and Error Handling.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/wait.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/held.h"
#include "job/account.h"
#include "job/continuation.h"
#include "job/group.h"
#include "job/sig.h"
#include "job/sig_flags.h"

enum {
	STATUS_LOST = 127, /* of a child whose status nobody can tell */
	BLIND_POLL_MS = 50,
	SETTLE_MS = 200,
	SETTLE_LOOKS = 100,
	SETTLE_POLL_MS = 2,
};

enum event event_wait(int fd, int timeout_ms)
{
	long long deadline = clock_deadline(timeout_ms);
	struct pollfd polled[2] = { { .fd = sig_wake_fd(), .events = POLLIN },
		{ .fd = fd, .events = POLLIN } };
	int left, n;

	held_write();
	for (;;) {
		left = clock_left(deadline);
		/* No descriptor was free for the self-pipe. */
		if (polled[0].fd < 0 && (left < 0 || left > BLIND_POLL_MS))
			left = BLIND_POLL_MS;
		n = poll(polled, 2, left);
		if (n < 0 && errno != EINTR)
			return EVENT_ERROR;
		if (n > 0 ? polled[0].revents : n < 0 && sig_any_pending()) {
			sig_drain();
			return EVENT_SIGNAL;
		}
		if (polled[0].fd < 0 && sig_any_pending())
			return EVENT_SIGNAL;
		if (n > 0 && polled[1].revents & POLLNVAL) {
			errno = EBADF;
			return EVENT_ERROR;
		}
		if (n > 0)
			return EVENT_INPUT;
		if (clock_left(deadline) == 0)
			return EVENT_TIMEOUT;
	}
}

/* PID's state has changed, to what wait(2) said. NULL for an unknown pid. */
static struct job *apply(struct job_control *jc, pid_t pid, int wait_status,
    const struct rusage *rusage)
{
	struct job *job = job_table_apply(&jc->table, pid, wait_status);

	if (!job)
		return NULL;
	account_reaped(job_table_process(&jc->table, pid), rusage);
	if (jc->job_ended && job->number && job_state(job) == JOB_DONE)
		jc->job_ended(jc->ctx, job);
	return job;
}

/* PROCESS, NULL for an unknown one, has changed its state. Is that news? That a
 * continuation stopped or went on is none: what it awaits did. */
static void count_change(struct job_control *jc, const struct process *process)
{
	if (process && process->continues && !process_is_gone(process))
		return;
	jc->changes++;
	if (process && process->job->foreground)
		jc->foreground_changes++;
}

/* One result of wait4(), handed on. Its return value, with errno. */
static pid_t reap_one(struct job_control *jc, pid_t which, int options)
{
	int wait_status;
	struct rusage rusage;
	pid_t pid = wait4(which, &wait_status, options, &rusage);
	struct job *job;

	if (pid <= 0)
		return pid;
	job = apply(jc, pid, wait_status, &rusage);
	count_change(jc, job_table_process(&jc->table, pid));
	observe(jc->observer, (struct observation){ .what = OBSERVED_WAIT,
				  .pid = pid,
				  .number = wait_status,
				  .job = job });
	if (!job)
		return pid;
	continuation_follow(jc, job_table_process(&jc->table, pid));
	if (job->disowned && job_state(job) == JOB_DONE)
		job_table_remove(&jc->table, job);
	return pid;
}

/* Process 1 is given the orphans of others at any time, and has to reap them. */
static bool adopts(const struct job_control *jc)
{
	return jc->shell_pid == 1;
}

/* All that there is. False when there are no children at all. The kernel looks
 * at every child to say that there is nothing new, so it is not asked when it is
 * known that there are none. */
static bool reap_all(struct job_control *jc, size_t *count)
{
	pid_t pid;

	*count = 0;
	jc->children_heard = jc->children_seen = sig_child_count();
	while (job_table_has_children(&jc->table)) {
		pid = reap_one(jc, -1, WNOHANG | WUNTRACED | WCONTINUED);
		if (pid == 0)
			return true;
		if (pid < 0) {
			if (!adopts(jc))
				job_table_has_no_strangers(&jc->table);
			break;
		}
		++*count;
	}
	return false;
}

void jobs_hear(struct job_control *jc)
{
	if (sig_child_count() != jc->children_heard)
		(void)jobs_reap(jc);
}

void job_reap(struct job_control *jc, struct job *job)
{
	struct process *p;

	for (p = job->inherited ? NULL : job->first; p; p = p->next)
		if (!process_is_gone(p))
			(void)reap_one(
			    jc, p->pid, WNOHANG | WUNTRACED | WCONTINUED);
}

bool jobs_reap_one(struct job_control *jc, pid_t pid)
{
	return reap_one(jc, pid, WUNTRACED) > 0 || errno == EINTR;
}

size_t jobs_reap(struct job_control *jc)
{
	size_t count = 0;

	/* An interactive shell is told by SIGCHLD. */
	if (!jc->event_driven || sig_child_count() != jc->children_seen)
		(void)reap_all(jc, &count);
	return count;
}

/* Somebody else has reaped it. */
static void lose_process(struct job_control *jc, struct process *process)
{
	const struct rusage unknown = { 0 };

	(void)apply(jc, process->pid, W_EXITCODE(STATUS_LOST, 0), &unknown);
}

static void lose_job(struct job_control *jc, struct job *job)
{
	struct process *p;

	for (p = job->first; p; p = p->next)
		if (!process_is_gone(p))
			lose_process(jc, p);
}

static bool gives_up(const struct job_control *jc)
{
	return jc->gives_up && jc->gives_up(jc->ctx);
}

/* ^Z came while the terminal was still the shell's, just before the job got it:
 * the job is whom it was meant for. */
static bool pass_stop_key(struct job_control *jc, struct job *job)
{
	return job->pgid && sig_take_key(SIGTSTP) &&
	       job_signal(jc, job, SIGTSTP);
}

/* So was ^C, but as the shell has got it too, for what follows the job as well:
 * it stays pending. */
static bool pass_interrupt(struct job_control *jc, struct job *job)
{
	return job->pgid && sig_is_pending(SIGINT) &&
	       sig_came_from_terminal(SIGINT) && job_signal(jc, job, SIGINT);
}

/* SIGCHLD came: is it about JOB? The kernel looks at each child to tell what all
 * have to say, 60 ns each; with very many JOB itself is asked first, and others
 * only when it was not. What they have to say is heard before the next prompt at
 * the latest. */
static void reap_around(struct job_control *jc, struct job *job)
{
	size_t count;

	if (jc->table.alive / 16 > job->count) {
		job_reap(jc, job);
		if (job_state(job) != JOB_RUNNING)
			return;
	}
	if (!reap_all(jc, &count))
		lose_job(jc, job);
}

static void wait_event_driven(struct job_control *jc, struct job *job)
{
	bool passed = false, interrupted = false;

	for (;;) {
		/* Without it nothing has changed since the last look. */
		if (sig_child_count() != jc->children_heard) {
			jc->children_heard = sig_child_count();
			reap_around(jc, job);
		}
		if (job_state(job) != JOB_RUNNING || gives_up(jc))
			break;
		passed = pass_stop_key(jc, job) || passed;
		interrupted = interrupted || pass_interrupt(jc, job);
		(void)event_wait(-1, -1);
	}
	/* It was about to end: then the key is for the rest of the line. */
	if (passed && job_state(job) == JOB_DONE)
		(void)sig_raise_key(SIGTSTP);
}

/* No job control, so nobody tells us of stops and we do not ask. */
static void wait_for_members(struct job_control *jc, struct job *job)
{
	struct process *p;

	for (p = job->first; p; p = p->next) {
		pid_t which = adopts(jc) ? -1 : p->pid;

		while (!process_is_gone(p)) {
			if (gives_up(jc))
				return;
			/* The signal may come just before the wait. */
			if (sig_catches_end())
				(void)jobs_wait_step(jc, -1, -1);
			else if (reap_one(jc, which, 0) < 0 && errno != EINTR)
				lose_process(jc, p);
		}
	}
}

/* Take back what JOB was given; true if it was. */
static bool take_terminal_back(struct job_control *jc, struct job *job)
{
	if (jc->tty.fd < 0 || !job->pgid)
		return false;
	if (!jc->event_driven && tty_foreground(&jc->tty) != job->pgid)
		return false;
	return tty_give(&jc->tty, jc->shell_pgid);
}

/*
 * ^Z stopped the foreground job of a script that has job control: the script
 * stops as well, all of its group, so that the user gets a prompt, and both go
 * on together. In an orphaned group nothing stops, and ^Z means nothing.
 */
static void stop_script(struct job_control *jc, struct job *job)
{
	bool had_terminal;

	if (!job->pgid || job_telling_process(job)->code != SIGTSTP)
		return;
	had_terminal = take_terminal_back(jc, job);
	(void)kill(0, SIGTSTP);
	if (had_terminal && job_control_has_terminal(jc))
		(void)tty_give(&jc->tty, job->pgid);
	(void)job_continue(jc, job);
}

/* The signals that the terminal sends to a whole group. */
static void block_stops(bool block)
{
	sigset_t stops;

	(void)sigemptyset(&stops);
	(void)sigaddset(&stops, SIGTSTP);
	(void)sigaddset(&stops, SIGTTIN);
	(void)sigaddset(&stops, SIGTTOU);
	(void)sigprocmask(block ? SIG_BLOCK : SIG_UNBLOCK, &stops, NULL);
}

/*
 * What a subshell waits for stopped, and has put the terminal right: now it is
 * the subshell's turn. SIGCONT is for the whole group. A SIGSTOP for the group
 * cannot be held back: it stopped the subshell just before this, and it is
 * SIGCONT that has brought it here, so look again.
 */
static void stop_subshell(struct job_control *jc, struct job *job)
{
	int signo = job_telling_process(job)->code;

	(void)reap_one(jc, -1, WNOHANG | WUNTRACED | WCONTINUED);
	if (job_state(job) != JOB_STOPPED)
		return;
	/* The same ^Z may be waiting for us already: two are one while blocked. */
	(void)raise(signo);
	block_stops(false);
	block_stops(true);
}

/* The only member of JOB that is left, whom the kernel finds at once, or -1, for
 * whom it looks at all children. */
static pid_t whom_to_await(const struct job_control *jc, const struct job *job)
{
	const struct process *p = job->first;

	if (adopts(jc) || job->running + job->stopped > 1)
		return -1;
	while (process_is_gone(p))
		p = p->next;
	return p->pid;
}

static void wait_following_stops(struct job_control *jc, struct job *job)
{
	const int options = WUNTRACED | WCONTINUED;
	enum job_state before;

	while (job_state(job) != JOB_DONE && !gives_up(jc)) {
		before = job_state(job);
		if (reap_one(jc, whom_to_await(jc, job), options) < 0 &&
		    errno != EINTR)
			lose_job(jc, job);
		if (before != JOB_RUNNING || job_state(job) != JOB_STOPPED)
			continue;
		if (jc->monitor)
			stop_script(jc, job);
		else
			stop_subshell(jc, job);
	}
}

static void wait_blocking(struct job_control *jc, struct job *job)
{
	if (jc->monitor) {
		wait_following_stops(jc, job);
	} else if (jc->follows_stops) {
		block_stops(true);
		wait_following_stops(jc, job);
		block_stops(false);
	} else {
		wait_for_members(jc, job);
	}
}

/*
 * ^Z reaches all of the group, but git stops at once, while its pager first
 * puts the terminal right: screen, then modes. Let it, for a moment: else that
 * comes after the shell's line and prompt, and takes them off the screen. The
 * moment is longer where the shell too has to wait for a processor.
 */
static void settle_group(const struct job *job)
{
	long long deadline = clock_deadline(SETTLE_MS);
	int looks = 0;

	if (!job->pgid || job_telling_process(job)->code != SIGTSTP)
		return;
	while (group_is_moving(job) &&
	       (looks++ < SETTLE_LOOKS || clock_left(deadline)))
		(void)event_wait(-1, SETTLE_POLL_MS);
}

void job_wait_foreground(struct job_control *jc, struct job *job)
{
	if (jc->event_driven) {
		wait_event_driven(jc, job);
		if (job_state(job) == JOB_STOPPED)
			settle_group(job);
	} else {
		wait_blocking(jc, job);
	}
	if (take_terminal_back(jc, job) && jc->event_driven) {
		witness_settle(jc, job);
		tty_settle(&jc->tty, job);
	}
	if (job_state(job) == JOB_STOPPED) {
		job->foreground = false;
		job->changed = true;
		job_table_list(&jc->table, job);
	}
}

bool jobs_wait_step(struct job_control *jc, int fd, int timeout_ms)
{
	bool was_caught = sig_is_caught(SIGCHLD);
	bool any_children;
	size_t count;

	sig_catch(SIGCHLD);
	any_children = reap_all(jc, &count);
	if ((any_children || fd >= 0) && !count) {
		(void)event_wait(fd, timeout_ms);
		(void)jobs_reap(jc);
	}
	if (!was_caught) {
		sig_default(SIGCHLD);
		(void)sig_take(SIGCHLD);
	}
	return any_children || count || fd >= 0;
}

void jobs_wait_process(struct job_control *jc, struct process *process)
{
	int options = jc->monitor ? WUNTRACED : 0;

	if (reap_one(jc, process->pid, options) < 0 && errno != EINTR)
		lose_process(jc, process);
}

bool job_to_foreground(struct job_control *jc, struct job *job)
{
	bool hands_over = job->pgid && job_control_has_terminal(jc);

	if (job->inherited) {
		errno = ECHILD;
		return false;
	}
	job->foreground = true;
	if (hands_over) {
		if (job->has_modes && tty_set_modes(&jc->tty, &job->modes))
			observe(
			    jc->observer, (struct observation){
					      .what = OBSERVED_MODES_RESTORED,
					      .pgid = job->pgid,
					      .job = job });
		(void)tty_give(&jc->tty, job->pgid);
	}
	/* Members may stand still in a job that counts as running. */
	if (job->stopped && !job_continue(jc, job)) {
		int saved_errno = errno;

		job->foreground = false;
		if (take_terminal_back(jc, job))
			tty_settle(&jc->tty, job);
		errno = saved_errno;
		return false;
	}
	job->has_modes = false;
	job_wait_foreground(jc, job);
	return true;
}
