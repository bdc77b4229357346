/*
 * inside.h - subshells inside the shell's own process
 *
 * $(...) and ( ) are run here, without a fork, as long as all that they change
 * can be put back: variables by a journal (state/var.h), options, parameters and
 * the like by copies, the directory by a descriptor. What a substitution prints
 * is kept in memory (base/out.h). At the first thing that cannot be put back, or
 * that shows whose process it is, the subshell moves to a process of its own:
 * inside_move() forks, the child goes on in the middle of the tree, and the
 * parent unwinds to where the subshell began and waits for it there. So nobody
 * can tell the difference, but by the clock.
 *
 * The last command of a subshell needs no shell around it: a program is started
 * from here with its output on a pipe, and so are the members of a pipeline.
 * Measured: ( program ), $(cd dir; program) and $(builtin | program) cost half of
 * the page faults of a fork, and two thirds of its time.
 *
 * While the shell runs a subshell inside, its traps wait (inside_take_signals()).
 * A shell with job control always forks: there a subshell is a job.
 *
 * POSIX.1-2024 XCU 2.13 Shell Execution Environment.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_INSIDE_H
#define JSH_EXEC_INSIDE_H

#include <stdbool.h>

#include "state/shell.h"
#include "syntax/ast.h"

struct call;
struct job;
struct redir_plan;
struct redir_undo;
struct spawn;

/* On the C stack of who runs it. */
struct inside {
	struct inside *outer; /* the one around; NULL: none */
	const struct node *node;
	bool substitution; /* $(...): how it ends is not reported */
	bool captured;     /* its standard output is kept in memory */
	/* Its standard output is redirected at present, and not captured. */
	struct redir_undo *redirected;

	bool moved; /* it goes on in another process: this one, or JOB */
	bool failed;
	struct job *job;  /* NULL: we are in that process, or none was made */
	int output;       /* of JOB, to be read; -1: it is not captured */
	struct job *last; /* has ended: what is to be told of it comes last */

	/* What is put back. */
	int directory; /* O_PATH; -1: it was not left */
	int journal;   /* the one around, of variables */
	struct frame frame;
	struct frame *around_frame;
	struct params params;
	struct path_cache path_cache;
	bool options[OPTION_COUNT];
	size_t getopts_offset;
	int last_status;
	int subst_status;
	int line;
	int diag_line;
	int loop_depth;
	bool in_trap;
};

/* May subshells run inside this shell? */
bool inside_is_possible(const struct shell *sh);

/* Is NODE, the body of a subshell, to be run inside: may it be, and does it
 * begin with what needs no process? */
bool inside_suits(const struct shell *sh, const struct node *node);

/* NODE begins, or a substitution, after out_divert(). What is run until
 * inside_leave() is the subshell. */
void inside_enter(struct shell *sh, struct inside *in, const struct node *node,
    bool substitution);

/*
 * It has run, with STATUS. In a process that it moved to, the end: never
 * returns. Else all is as it was, and the status, of that process if there is
 * one, is returned. IN->failed: a process was needed and could not be made, as a
 * message has said.
 */
int inside_leave(struct shell *sh, struct inside *in, int status);

/* The same for a process that it moved to, and nothing in the shell: before
 * redirections are undone, which the EXIT trap is to see. */
void inside_end_moved(struct shell *sh, const struct inside *in, int status);

/*
 * What comes next needs a process. True: go on, it has one. False: it goes on
 * there, and the shell unwinds from here. True also when no subshell is inside.
 */
bool inside_move(struct shell *sh) __attribute__((warn_unused_result));

/*
 * The same, but only if CALL, or applying PLAN, needs it. A program needs none
 * but its own if it is the last that the subshell runs: then inside_run_last()
 * is what starts it, or a pipeline is started as ever.
 */
bool inside_admits_call(struct shell *sh, const struct call *call)
    __attribute__((warn_unused_result));
bool inside_admits_plan(struct shell *sh, const struct redir_plan *plan)
    __attribute__((warn_unused_result));

/* The same for a subshell in the one that is inside, with the body NODE: a program
 * that it begins with would have the shell for its parent. */
bool inside_admits_subshell(struct shell *sh, const struct node *node)
    __attribute__((warn_unused_result));

/* Run the program SPAWN, the only member of JOB, and keep what it prints if that
 * is captured. Its status. */
int inside_run_last(struct shell *sh, struct job *job, struct spawn *spawn);

/* Wait for JOB, which is the last that the subshell runs, as for a foreground
 * job, with what comes from OUTPUT (-1: nothing) as the subshell's own. */
int inside_await(struct shell *sh, struct job *job, int output);

/* The directory is about to be left. False: it could not be found again. */
bool inside_keep_directory(struct shell *sh);

/*
 * For run_traps(): the terminal's signals end what runs inside, as they would a
 * process, before the shell's traps run; so does SIGPIPE. Others wait until it
 * has ended. True if the shell is unwinding afterwards.
 */
bool inside_take_signals(struct shell *sh);

#endif
