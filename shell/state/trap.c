/*
 * trap.c - the actions of `trap`, and what the shell itself does with signals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/trap.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/signames.h"
#include "job/sig.h"
#include "job/sig_flags.h"
#include "state/shell.h"

/*
 * What the shell needs of a signal that has no trap. An interactive shell lives
 * through what the keyboard and a careless kill send; with job control it must
 * not be stopped by its own terminal.
 */
static void set_own_disposition(const struct shell *sh, int signo)
{
	bool interactive = sh->interactive && !sh->subshell_depth;

	if (signo == SIGCHLD && (sh->jobs.event_driven || sh->watches_children))
		sig_catch(signo);
	else if (interactive &&
		 (signo == SIGINT || signo == SIGWINCH ||
		     (signo == SIGHUP && !sig_ignored_at_entry(signo))))
		sig_catch(signo);
	else if (interactive &&
		 (signo == SIGQUIT || signo == SIGTERM || signo == SIGPIPE))
		sig_guard(signo);
	else if (interactive && sh->jobs.monitor && signo == SIGTSTP)
		sig_guard_key(signo);
	else if (interactive && sh->jobs.monitor &&
		 (signo == SIGTTIN || signo == SIGTTOU))
		sig_guard(signo);
	else
		sig_as_at_entry(signo);
}

/* Signals by which a shell is ended, on the way out through its EXIT trap. Not
 * SIGPIPE: who writes is told, and ends by that. */
static const int ends[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM };

enum { END_COUNT = sizeof ends / sizeof *ends };

/* An EXIT trap was set, or went. */
static void prepare_end(const struct shell *sh)
{
	const char *action = trap_get(sh, 0);

	for (size_t i = 0; i < END_COUNT; i++)
		if (action && *action && !sh->interactive)
			sig_catch_end(ends[i]);
		else
			sig_release_end(ends[i]);
}

int trap_end(const struct shell *sh)
{
	if (sh->interactive || !sig_any_pending())
		return 0;
	for (size_t i = 0; i < END_COUNT; i++)
		if (!trap_get(sh, ends[i]) && sig_is_pending(ends[i]))
			return ends[i];
	return 0;
}

static void set_disposition(const struct shell *sh, int signo)
{
	const char *action = trap_get(sh, signo);

	if (signo == 0 || signo == SIGKILL || signo == SIGSTOP)
		return;
	if (!action)
		set_own_disposition(sh, signo);
	else if (*action)
		sig_catch(signo);
	else
		sig_ignore(signo);
}

void trap_init(struct shell *sh)
{
	sh->traps.actions = NULL;
	sh->traps.parents = NULL;
	(void)sigemptyset(&sh->traps.running);
}

static void free_actions(char **actions)
{
	for (int i = 0; actions && i < signame_limit(); i++)
		free(actions[i]);
	free(actions);
}

void trap_fini(struct shell *sh)
{
	free_actions(sh->traps.actions);
	free_actions(sh->traps.parents);
}

/* Most shells have no trap, and a forked child that needs no memory for them has
 * five page faults less. */
static void replace_action(struct shell *sh, int signo, const char *action)
{
	char *copy = action ? xstrdup(action) : NULL;

	if (!sh->traps.actions)
		sh->traps.actions =
		    xcalloc((size_t)signame_limit(), sizeof *sh->traps.actions);
	free(sh->traps.actions[signo]);
	sh->traps.actions[signo] = copy;
}

void trap_set(struct shell *sh, int signo, const char *action)
{
	free_actions(sh->traps.parents);
	sh->traps.parents = NULL;
	if (signo && !sh->interactive && sig_ignored_at_entry(signo))
		return;
	if (signo == SIGCHLD)
		sh->traps.child_changes = sh->jobs.changes;
	replace_action(sh, signo, action);
	set_disposition(sh, signo);
	prepare_end(sh);
}

const char *trap_get(const struct shell *sh, int signo)
{
	return sh->traps.actions ? sh->traps.actions[signo] : NULL;
}

const char *trap_shown(const struct shell *sh, int signo)
{
	return sh->traps.parents ? sh->traps.parents[signo]
				 : trap_get(sh, signo);
}

bool trap_is_due(const struct shell *sh, int signo)
{
	const char *action = trap_get(sh, signo);

	return action && *action && sig_is_pending(signo) &&
	       sigismember(&sh->traps.running, signo) == 0;
}

bool trap_has_any(const struct shell *sh)
{
	char *const *actions = sh->traps.actions;

	for (int i = 1; actions && i < signame_limit(); i++)
		if (actions[i] && *actions[i])
			return true;
	return false;
}

void trap_enter_subshell(struct shell *sh)
{
	char **actions = sh->traps.actions;

	sh->traps.actions = NULL;
	for (int i = 1; actions && i < signame_limit(); i++)
		if (actions[i] && !*actions[i])
			replace_action(sh, i, "");
	if (sh->traps.parents) /* and none was set since */
		free_actions(actions);
	else
		sh->traps.parents = actions;
	(void)sigemptyset(&sh->traps.running);
	trap_refresh(sh);
}

void trap_refresh(struct shell *sh)
{
	static const int own[] = { SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE,
		SIGTSTP, SIGTTIN, SIGTTOU, SIGCHLD, SIGWINCH };

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		set_disposition(sh, own[i]);
	prepare_end(sh);
}
