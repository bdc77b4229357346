/*
 * run_trap.c - run the actions of traps that are due
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/run_trap.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/signames.h"
#include "exec/foreground.h"
#include "exec/inside.h"
#include "exec/run.h"
#include "exec/window.h"
#include "job/sig.h"
#include "job/sig_flags.h"
#include "job/wait.h"

/* With STATUS in $?. Afterwards that is what it was before, unless the action
 * says `exit`. */
static void run_action(struct shell *sh, const char *action, int status)
{
	char *copy = arena_strdup(&sh->arena, action); /* it may be reset */
	int saved_status = sh->last_status;
	bool saved_in_trap = sh->in_trap;
	int saved_trap_status = sh->trap_status;
	int saved_trap_depth = sh->trap_depth;

	sh->in_trap = true;
	sh->trap_status = saved_status;
	sh->trap_depth = sh->function_depth + sh->source_depth;
	sh->last_status = status;
	sh->rest++; /* what the signal came in the middle of */
	(void)run_string(sh, copy, 1, 0);
	sh->rest--;
	sh->in_trap = saved_in_trap;
	sh->trap_status = saved_trap_status;
	sh->trap_depth = saved_trap_depth;
	if (!shell_is_unwinding(sh))
		sh->last_status = saved_status;
}

static void interrupt(struct shell *sh, int signo)
{
	sh->unwind = UNWIND_INTERRUPT;
	sh->last_status = 128 + signo;
}

/* CHLD: once for each child that ended, stopped or went on, however many of
 * them one signal stands for; and once if somebody has sent it (kill -CHLD). The
 * commands that the action itself waits for are no news, or it would be run for
 * ever. */
static void run_child_trap(struct shell *sh)
{
	const char *action;
	unsigned long waited_for;

	(void)jobs_reap(&sh->jobs);
	if (sig_take_sent_child())
		sh->traps.child_changes--;
	while (sh->traps.child_changes != sh->jobs.changes &&
	       !shell_is_unwinding(sh)) {
		action = trap_get(sh, SIGCHLD);
		if (!action || !*action)
			return; /* the action has reset it */
		waited_for = sh->jobs.foreground_changes;
		sh->traps.child_changes++;
		run_action(sh, action, sh->last_status);
		sh->traps.child_changes +=
		    sh->jobs.foreground_changes - waited_for;
	}
}

/* Run the action of SIGNO while it is due: a signal that comes while its own
 * action runs waits for the end of that. */
static void run_due(struct shell *sh, int signo)
{
	while (trap_is_due(sh, signo) && !shell_is_unwinding(sh)) {
		(void)sig_take(signo);
		(void)sigaddset(&sh->traps.running, signo);
		if (signo == SIGCHLD)
			run_child_trap(sh);
		else
			run_action(sh, trap_get(sh, signo), sh->last_status);
		(void)sigdelset(&sh->traps.running, signo);
	}
}

/* What an interactive shell does about a signal without a trap, and what one does
 * that watches its children. */
static void take_own(struct shell *sh)
{
	if (sig_is_pending(SIGCHLD) && !trap_get(sh, SIGCHLD)) {
		(void)sig_take(SIGCHLD);
		jobs_hear(&sh->jobs);
	}
	if (sig_is_pending(SIGWINCH))
		(void)window_measure(sh);
	if (!trap_get(sh, SIGWINCH))
		(void)sig_take(SIGWINCH); /* an editor looks when it begins */
	if (!trap_get(sh, SIGINT) && sig_take(SIGINT))
		interrupt(sh, SIGINT);
	if (!trap_get(sh, SIGHUP) && sig_take(SIGHUP)) {
		sh->hung_up = true;
		(void)shell_exit(sh, 128 + SIGHUP);
	}
}

/*
 * ^Z while what was typed runs in the shell itself. Who waits for the shell's own
 * children cannot do so in another process: that ends as by ^C. Where nothing is
 * left to run the prompt comes anyway.
 */
static void take_stop_key(struct shell *sh)
{
	bool applies = sh->typed && (sh->waits || sh->rest);

	if (!applies || shell_is_unwinding(sh) || !sig_take_key(SIGTSTP))
		return;
	if (sh->waits)
		interrupt(sh, SIGTSTP);
	else
		foreground_stop_rest(sh);
}

/* A signal that ends the shell by way of its EXIT trap. */
static void take_end(struct shell *sh)
{
	int signo = trap_end(sh);

	if (!signo)
		return;
	sh->ended_by = signo;
	(void)sig_take(signo);
	(void)shell_exit(sh, 128 + signo);
}

/* after %1 CMD. */
static void run_afters(struct shell *sh)
{
	char *command;
	int status;

	while (sh->afters.any_due && !shell_is_unwinding(sh)) {
		command = after_take(sh, &status);
		if (!command)
			return;
		run_action(sh, command, status);
		free(command);
	}
}

bool run_traps(struct shell *sh)
{
	if (!sig_any_pending() && !sh->afters.any_due)
		return shell_is_unwinding(sh);
	take_end(sh);
	if (sh->inside)
		return inside_take_signals(sh);
	if (sh->interactive || sh->jobs.event_driven || sh->watches_children)
		take_own(sh);
	for (int signo = 1; signo < signame_limit(); signo++)
		run_due(sh, signo);
	run_afters(sh);
	take_stop_key(sh);
	return shell_is_unwinding(sh);
}

bool run_await_input(const struct shell *sh, int fd)
{
	const struct job_control *jobs = &sh->jobs;
	bool may_end = sh->interactive || sig_catches_end();

	while (!jobs->gives_up(jobs->ctx))
		if (!may_end || event_wait(fd, -1) != EVENT_SIGNAL)
			return true;
	return false;
}

void run_read_all(const struct shell *sh, int fd, struct strbuf *text)
{
	char block[16384];

	while (run_await_input(sh, fd)) {
		ssize_t n = read(fd, block, sizeof block);

		if (n > 0)
			strbuf_add(text, block, (size_t)n);
		else if (n == 0 || errno != EINTR)
			return;
		/* EINTR: ^C reached who writes too; it ends by itself */
	}
}

void run_exit_trap(struct shell *sh)
{
	const char *action = trap_get(sh, 0);
	int status = sh->last_status;
	char *copy;

	if (!action)
		return;
	copy = arena_strdup(&sh->arena, action);
	trap_set(sh, 0, NULL); /* once */
	sh->unwind = UNWIND_NONE;
	sh->in_trap = true;
	sh->trap_status = status;
	sh->trap_depth = sh->function_depth + sh->source_depth;
	(void)run_string(sh, copy, 1, 0);
	if (sh->unwind != UNWIND_EXIT)
		sh->last_status = status;
}
