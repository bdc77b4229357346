/*
 * continuation.c - the rest of what a stopped job was part of
 *
 * The order of steps matters. Between seeing the stop and joining the group
 * nothing is reaped, so the group is there to be joined. The continuation stops
 * itself by SIGSTOP, not SIGTSTP, which an orphaned group would ignore.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/continuation.h"

#include <errno.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/fdio.h"
#include "job/account.h"
#include "job/launch.h"
#include "job/sig.h"
#include "job/wait.h"

enum { STATUS_ABANDONED = 128 + SIGHUP };

/* What a continuation is told of the processes that it awaits. */
struct outcome {
	int status;
	struct usage usage;
};

static void close_relay(struct job_control *jc, struct process *p)
{
	(void)close(p->relay); /* a socket: nothing can be lost here */
	p->relay = -1;
	jc->relays--;
}

void continuation_close_all(struct job_control *jc)
{
	struct job *job;
	struct process *p;

	if (!jc->relays)
		return;
	for (job = jc->table.first; job; job = job->next_in_table)
		for (p = job->first; p; p = p->next)
			if (p->relay >= 0)
				close_relay(jc, p);
}

/* What a continuation awaits: the members before it, from the last one that is
 * a continuation itself. */
static struct process *first_awaited(
    const struct job *job, const struct process *continuation)
{
	struct process *p, *first = job->first;

	for (p = job->first; p != continuation; p = p->next)
		if (p->continues)
			first = p;
	return first;
}

static struct outcome outcome_of(const struct process *first,
    const struct process *continuation, bool pipefail)
{
	struct outcome outcome = { 0 };
	const struct process *p;
	int last = 0;

	for (p = first; p != continuation; p = p->next) {
		last = process_status(p);
		if (last)
			outcome.status = last;
		usage_add(&outcome.usage, &p->usage);
	}
	if (!pipefail)
		outcome.status = last;
	return outcome;
}

/* To P alone, if it is in this state. */
static void send_if(struct job_control *jc, const struct process *p,
    enum process_state state, int signo)
{
	if (p->state != state || kill(p->pid, signo) < 0)
		return;
	observe(jc->observer, (struct observation){ .what = OBSERVED_SIGNAL,
				  .pid = p->pid,
				  .number = signo,
				  .job = p->job });
}

static void hand_over(struct job_control *jc, struct process *continuation,
    const struct process *first)
{
	const struct outcome outcome =
	    outcome_of(first, continuation, continuation->pipefail);
	const struct process *p;
	bool killed = false;

	for (p = first; p != continuation; p = p->next)
		killed = killed ||
			 (p->state == PROCESS_SIGNALED && p->code == SIGKILL);
	/* Fails if the continuation is dead: then it needs no status. */
	(void)send(continuation->relay, &outcome, sizeof outcome, MSG_NOSIGNAL);
	close_relay(jc, continuation);
	if (!killed)
		send_if(jc, continuation, PROCESS_STOPPED, SIGCONT);
}

/* One ^Z stops both, in any order: that the continuation itself stopped while
 * what it awaits seems to run is no reason to let it go on. */
static void follow_one(struct job_control *jc, struct process *continuation,
    const struct process *changed)
{
	struct process *first = first_awaited(continuation->job, continuation);
	const struct process *p;
	bool awaits_changed = false, any_left = false, any_running = false;

	for (p = first; p != continuation; p = p->next) {
		awaits_changed = awaits_changed || p == changed;
		any_left = any_left || !process_is_gone(p);
		any_running = any_running || p->state == PROCESS_RUNNING;
	}
	if (!awaits_changed)
		return;
	if (!any_left)
		hand_over(jc, continuation, first);
	else if (any_running)
		send_if(jc, continuation, PROCESS_STOPPED, SIGCONT);
	else
		send_if(jc, continuation, PROCESS_RUNNING, SIGSTOP);
}

void continuation_follow(struct job_control *jc, const struct process *changed)
{
	struct process *p;

	if (!jc->relays)
		return;
	for (p = changed->job->first; p; p = p->next) {
		if (p->relay < 0)
			continue;
		if (process_is_gone(p))
			close_relay(jc, p);
		else
			follow_one(jc, p, changed);
	}
}

/* In the continuation: wait to be resumed, and to be told. */
static struct outcome await_outcome(int relay)
{
	struct outcome outcome;
	ssize_t n;

	(void)raise(SIGSTOP);
	do
		n = recv(relay, &outcome, sizeof outcome, MSG_WAITALL);
	while (n < 0 && errno == EINTR);
	(void)close(relay);
	if (n != sizeof outcome)
		_exit(STATUS_ABANDONED); /* the shell is gone */
	return outcome;
}

/* Both ends above 9 and close-on-exec; false with errno. */
static bool make_relay(int ends[2])
{
	int i, error;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
		return false;
	for (i = 0; i < 2; i++) {
		ends[i] = fd_move_high(ends[i]);
		if (ends[i] >= 0)
			continue;
		error = errno;
		(void)close(ends[1 - i]);
		errno = error;
		return false;
	}
	return true;
}

/* PID is a member of JOB from now on: wait until it has stopped. */
static void await_stop(struct job_control *jc, struct job *job, pid_t pid)
{
	const struct process *p = job_table_process(&jc->table, pid);

	observe(jc->observer, (struct observation){ .what = OBSERVED_FORK,
				  .pid = pid,
				  .pgid = job->pgid,
				  .job = job });
	(void)setpgid(pid, job->pgid); /* the child does it too */
	while (p->state == PROCESS_RUNNING && jobs_reap_one(jc, pid))
		continue;
}

static void add_continuation(struct job_control *jc, struct job *job, pid_t pid,
    bool pipefail, int relay)
{
	struct process *p = job_table_add_process(&jc->table, job, pid);

	p->continues = true;
	p->pipefail = pipefail;
	p->relay = relay;
	jc->relays++;
	await_stop(jc, job, pid);
}

pid_t continuation_fork(
    struct job_control *jc, struct job *job, bool pipefail, int *status)
{
	struct usage spent = account_spent(jc);
	struct outcome outcome;
	int ends[2], error;
	sigset_t old;
	pid_t pid;

	launch_announce(jc);
	if (!make_relay(ends))
		return -1;
	sig_block_all(&old);
	pid = fork();
	error = errno;
	if (pid == 0) {
		(void)close(ends[0]);
		launch_subshell(jc, job->pgid);
		outcome = await_outcome(ends[1]);
		usage_add(&spent, &outcome.usage);
		jc->spent_before = spent;
		*status = outcome.status;
		return 0;
	}
	(void)close(ends[1]);
	sig_restore_mask(&old);
	if (pid > 0)
		add_continuation(jc, job, pid, pipefail, ends[0]);
	else
		(void)close(ends[0]);
	errno = error;
	return pid;
}

/* In the child of continuation_stop(). */
static void stop_here(struct job_control *jc, const struct usage *spent)
{
	launch_subshell(jc, 0);
	if (!job_control_stop_group(SIGTSTP))
		_exit(STATUS_ABANDONED); /* the shell is gone */
	jc->spent_before = *spent;
}

pid_t continuation_stop(struct job_control *jc, struct job *job)
{
	struct usage spent = account_spent(jc);
	sigset_t old;
	pid_t pid;

	launch_announce(jc);
	sig_block_all(&old);
	pid = fork();
	if (pid == 0) {
		stop_here(jc, &spent);
		return 0;
	}
	sig_restore_mask(&old);
	if (pid < 0)
		return -1;
	(void)job_table_add_process(&jc->table, job, pid);
	job->pgid = pid;
	account_start(job);
	await_stop(jc, job, pid);
	job->foreground = false;
	job_table_list(&jc->table, job);
	return pid;
}
