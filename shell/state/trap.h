/*
 * trap.h - the actions of `trap`, and what the shell itself does with signals
 *
 * One function decides the disposition of each signal from three things: was it
 * ignored at entry, is there a trap, and what does an interactive or
 * job-control shell need. Actions are run by exec/run_trap.
 *
 * POSIX.1-2024 XCU 2.12 Signals and Error Handling; trap.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_TRAP_H
#define JSH_STATE_TRAP_H

#include <signal.h>
#include <stdbool.h>

struct shell;

/* Index 0 is EXIT. */
struct trap_table {
	char **actions; /* by signal; NULL: default, "": ignored. NULL itself
			   until one is set */
	unsigned long child_changes; /* of the core's: CHLD's trap has run for
					these */
	char **parents;   /* those around a subshell, for `trap` to show until a
			   trap is set here; NULL: none to show */
	sigset_t running; /* whose actions run just now */
};

void trap_init(struct shell *sh);
void trap_fini(struct shell *sh);

/*
 * Set the action of SIGNO (0: EXIT): NULL for the default, "" to ignore.
 * A signal that was ignored at entry to a shell that is not interactive cannot
 * be changed: nothing happens then, as POSIX says.
 */
void trap_set(struct shell *sh, int signo, const char *action);

/* The action; NULL for the default. Borrowed until it is set again. */
const char *trap_get(const struct shell *sh, int signo);

/* The action that `trap` shows: the parent's in a subshell that set none. */
const char *trap_shown(const struct shell *sh, int signo);

/* Has SIGNO come, and is its action to be run? Not while that runs for an
 * earlier one: it is run again afterwards. */
bool trap_is_due(const struct shell *sh, int signo);

/* Is any signal but EXIT caught by a trap? */
bool trap_has_any(const struct shell *sh);

/*
 * The signal that has come and ends the shell, which would have died of it at
 * once but for its EXIT trap; 0: none. Who waits for something must leave then.
 */
int trap_end(const struct shell *sh);

/* At the start of a subshell: caught ones go back to the default, ignored
 * ones stay; there is no EXIT trap. */
void trap_enter_subshell(struct shell *sh);

/* Tell the kernel of every signal whose disposition depends on whether the
 * shell is interactive or has job control: call when either changed. */
void trap_refresh(struct shell *sh);

#endif
