/*
 * call.h - call a command: special builtin, function, builtin or program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_CALL_H
#define JSH_EXEC_CALL_H

#include <stdbool.h>

#include "exec/exec.h"

struct redir_plan;
struct spawn;

enum call_kind {
	CALL_SPECIAL, /* special builtin */
	CALL_FUNCTION,
	CALL_BUILTIN,
	CALL_PROGRAM,
};

struct call {
	const struct node *node; /* for the job's text; NULL: argv's words */
	int argc;
	char **argv;
	const struct redir_plan *plan;
	bool last;         /* nothing follows in this subshell, or process */
	bool replace;      /* a program may replace this process */
	bool default_path; /* command -p */

	/* Filled in by call_resolve(). */
	enum call_kind kind;
	const struct builtin *builtin;
	struct func *func;
};

/* Is NAME, as a command, the name of a job to be resumed: %1 is `fg %1`? It is
 * a name as any other where there is no job control. */
bool call_names_job(const struct shell *sh, const char *name);

/* Find out what argv[0] is; FLAGS are command_flags (simple.h). */
void call_resolve(struct shell *sh, struct call *call, unsigned flags);

/* What starts the program CALL, with its plan's redirections, for job_spawn().
 * False if there is none, with *status 126 or 127. */
bool call_find_program(struct shell *sh, const struct call *call,
    struct spawn *spawn, int *status);

/* Call it. A special builtin's error ends a script. Returns its status. */
int call_run(struct shell *sh, const struct call *call);

/* What the builtin NAME has printed must be written: a failed write, of which a
 * message tells, is a failed command. STATUS, or what it becomes. */
int call_finish_output(struct shell *sh, const char *name, int status);

#endif
