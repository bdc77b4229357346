/*
 * kill_hold.c - kill -t and --tree: signals to processes that are held
 *
 * All that is to be hit is held by descriptors before the first signal: the
 * death of a parent breaks the chain to its children, and frees its number. What
 * is forked meanwhile is found by looking again. The shell itself may be among
 * them (kill --tree $$): it comes last, and is not waited for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/kill.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diag.h"
#include "job/hold.h"
#include "job/wait.h"

enum {
	PASSES_MAX = 8,   /* so often for what is forked meanwhile */
	KILLED_MS = 2000, /* to end after SIGKILL */
};

struct killing {
	const struct kill *request;
	struct hold hold;
	bool failed; /* after a message */
	bool hits_self;
};

/* Whom a signal could not reach, or who could not be held. */
static void fail(struct killing *killing, pid_t pid, int error)
{
	if (error == ESRCH)
		return; /* it has ended: what more could be wished for */
	diag("kill: %ld: %s", (long)pid, strerror(error));
	killing->failed = true;
}

/* SIGTERM and SIGHUP end a process that is stopped only once it goes on. */
static bool is_let_go_on(const struct tree_process *process, int signo)
{
	return (signo == SIGTERM || signo == SIGHUP) &&
	       strchr("Tt", process->stat.state);
}

static void send(struct killing *killing, struct held *held, int signo)
{
	if (hold_signal(held, signo) || errno == ESRCH)
		return;
	fail(killing, held->pid, errno);
	hold_release(&killing->hold, held); /* no use to wait for it */
}

/* Hold all that is chosen and is not held yet; the first new one's index. */
static size_t hold_chosen(struct killing *killing, const struct tree *tree)
{
	struct hold *hold = &killing->hold;
	size_t first = hold->count;

	for (size_t i = 0; i < tree->count; i++) {
		const struct tree_process *process = &tree->all[i];

		if (!process->chosen || tree_is_zombie(process) ||
		    hold_find(hold, process))
			continue;
		if (process->pid == getpid())
			killing->hits_self = true;
		else if (!hold_add(hold, process))
			fail(killing, process->pid, errno);
	}
	return first;
}

/* Signal all that is held, from FIRST on. */
static void signal_held(
    struct killing *killing, const struct tree *tree, size_t first, int signo)
{
	struct hold *hold = &killing->hold;

	for (size_t i = first; i < hold->count; i++)
		send(killing, &hold->items[i], signo);
	for (size_t i = first; i < hold->count; i++) {
		const struct tree_process *process =
		    tree_find(tree, hold->items[i].pid);

		if (is_let_go_on(process, signo))
			(void)hold_signal(&hold->items[i], SIGCONT);
	}
}

/* What those that are held have forked since. */
static void choose_new(const struct killing *killing, struct tree *tree)
{
	for (size_t i = 0; i < tree->count; i++) {
		struct tree_process *process = &tree->all[i];
		const struct held *held = hold_find(&killing->hold, process);

		if (held)
			tree_choose(tree, process->pid, held->owns_group);
	}
	tree_choose_descendants(tree);
}

/* Send SIGNO to whatever descends from those that are held, and is not held
 * itself. */
static void sweep(struct killing *killing, int signo)
{
	struct tree tree;
	size_t first;

	if (!killing->request->tree)
		return;
	for (int pass = 0; pass < PASSES_MAX && tree_read(&tree); pass++) {
		choose_new(killing, &tree);
		first = hold_chosen(killing, &tree);
		signal_held(killing, &tree, first, signo);
		tree_fini(&tree);
		if (first == killing->hold.count)
			break;
	}
}

static void choose_targets(
    struct killing *killing, char **operands, struct tree *tree)
{
	const struct kill *request = killing->request;
	struct kill_target target;

	for (; *operands; operands++) {
		if (!kill_target_find(request->sh, *operands, &target)) {
			killing->failed = true;
		} else if (target.pid == -1) {
			diag("kill: -1: all processes are too many for -t and "
			     "--tree");
			killing->failed = true;
		} else if (target.pid > 0 && !tree_find(tree, target.pid)) {
			diag("kill: %s: %s", *operands, strerror(ESRCH));
			killing->failed = true;
		} else {
			kill_target_choose(request, &target, tree);
		}
	}
}

/* Wait until all that is held has ended. False when it has not. A trap or ^C
 * ends the wait. */
static bool await_end(struct killing *killing, int timeout_ms)
{
	struct shell *sh = killing->request->sh;
	long long deadline = clock_deadline(timeout_ms);

	hold_update(&killing->hold);
	sh->waits++;
	while (killing->hold.living && !sh->run_traps(sh) &&
	       clock_left(deadline)) {
		(void)event_wait(killing->hold.poll_fd, clock_left(deadline));
		hold_update(&killing->hold);
	}
	sh->waits--;
	(void)jobs_reap(&sh->jobs);
	return !killing->hold.living;
}

static void complain_of_living(struct killing *killing)
{
	for (size_t i = 0; i < killing->hold.count; i++)
		if (killing->hold.items[i].fd >= 0)
			diag("kill: %ld: has not ended, although it was sent "
			     "KILL",
			    (long)killing->hold.items[i].pid);
	killing->failed = true;
}

/* The time is over. */
static void kill_living(struct killing *killing)
{
	struct shell *sh = killing->request->sh;

	for (size_t i = 0; i < killing->hold.count; i++)
		send(killing, &killing->hold.items[i], SIGKILL);
	sweep(killing, SIGKILL);
	if (!await_end(killing, KILLED_MS) && !shell_is_unwinding(sh))
		complain_of_living(killing);
}

static void send_all(struct killing *killing, char **operands)
{
	int signo = killing->request->signo;
	struct tree tree;

	if (!tree_read(&tree)) {
		diag("kill: /proc: %s", strerror(errno));
		killing->failed = true;
		return;
	}
	choose_targets(killing, operands, &tree);
	signal_held(killing, &tree, hold_chosen(killing, &tree), signo);
	tree_fini(&tree);
	sweep(killing, signo);
}

int kill_send_held(const struct kill *request, char **operands)
{
	struct killing killing = { .request = request };
	struct shell *sh = request->sh;

	out_flush(&sh->out);
	hold_init(&killing.hold);
	send_all(&killing, operands);
	if (request->timeout_ms >= 0 &&
	    !await_end(&killing, request->timeout_ms) &&
	    !shell_is_unwinding(sh))
		kill_living(&killing);
	hold_fini(&killing.hold);
	if (shell_is_unwinding(sh))
		return sh->last_status;
	if (killing.hits_self && kill(getpid(), request->signo) < 0)
		fail(&killing, getpid(), errno);
	return killing.failed ? 1 : 0;
}
