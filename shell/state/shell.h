/*
 * shell.h - what a shell remembers
 *
 * One struct shell, built by main, passed first everywhere above row 1. There
 * are no other globals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_SHELL_H
#define JSH_STATE_SHELL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/out.h"
#include "job/control.h"
#include "state/after.h"
#include "state/ahead.h"
#include "state/alias.h"
#include "state/builtin.h"
#include "state/completer.h"
#include "state/frame.h"
#include "state/func.h"
#include "state/history.h"
#include "state/lookup.h"
#include "state/option.h"
#include "state/param.h"
#include "state/trap.h"
#include "state/var.h"

/*
 * Why execution is on its way out of the constructs it is in. Functions in
 * exec/ return a status; each construct looks at this after each step.
 */
enum unwind {
	UNWIND_NONE,
	UNWIND_BREAK,    /* out of unwind_depth loops */
	UNWIND_CONTINUE, /* out of unwind_depth - 1 loops, then the next turn */
	UNWIND_RETURN,   /* out of a function or a `.` script */
	UNWIND_EXIT,     /* out of the shell; last_status says how */
	UNWIND_ERROR,    /* an error that ends a script, but takes an
			     interactive shell back to its prompt */
	UNWIND_INTERRUPT, /* ^C: the same */
	UNWIND_STOPPED,   /* a foreground job stopped: back to the prompt */
	UNWIND_MOVED, /* a subshell inside this process goes on in another: out
			 of what it was to run (exec/inside.h) */
};

struct inside;

struct shell {
	struct job_control jobs;

	bool options[OPTION_COUNT];
	bool interactive;
	bool login;
	/* exec/window.h: what is known of stderr's terminal */
	struct window {
		bool known; /* stderr is still what it was then */
		bool is_terminal;
		unsigned short rows, columns;
		unsigned changes; /* how often they were others */
	} window;
	bool numbers_lines;    /* messages say which line; not at the prompt */
	int subshell_depth;    /* 0: the shell itself */
	struct inside *inside; /* the innermost subshell that has no process of
				  its own (exec/inside.h); NULL: none */
	bool always_forks;     /* each subshell has one: for tests */
	const char *name;      /* $0; borrowed from argv or the script's path */
	pid_t pid;             /* $$: the same in subshells */

	int last_status;  /* $? */
	int subst_status; /* of the last command substitution, or -1 if
				 the present command had none */
	pid_t last_async; /* $!; 0: none yet */
	int line;         /* LINENO of the command that runs */
	bool in_trap;     /* a trap's action runs: for `exit` and `return` */
	int trap_status;  /* $? when that action began */
	int trap_depth;   /* functions and `.` scripts around it */
	bool hung_up;     /* SIGHUP ends the shell */
	int ended_by;     /* the signal that does (trap_end()); 0: none */

	/* An interactive shell that is to exit while jobs are alive asks once
	 * more (exec/leave.h). */
	bool asks_to_leave;
	bool asked;       /* and has, just now */
	bool was_asked;   /* before the command that runs */
	int asked_status; /* with which it was to leave */

	enum unwind unwind;
	int unwind_depth;
	int loop_depth;     /* loops around, inside the present function */
	int function_depth; /* functions around */
	int source_depth;   /* `.` scripts around */
	bool starting;      /* a start-up file runs: errexit ends that alone */
	int tested;         /* > 0: the status is looked at (if, while, !, &&,
			       ||), so errexit does not apply */
	int rest;           /* > 0: when the present command has ended,
			       something that was typed with it is left to run */
	int waits;          /* > 0: for children of the shell; ^Z ends that */
	const struct node
	    *typed; /* the command line that runs; NULL in scripts */
	unsigned long commands_typed; /* at the prompt, and have run */
	long long took_us;            /* the last of them, from start to end */
	bool told_rest; /* that a stopped job keeps what its rest sets */
	int nesting;    /* functions, eval, `.`, traps: bounded */
	const char *stack_start; /* where the C stack was in shell_init() */
	size_t stack_room;       /* from there, for running trees */
	bool limits_files;       /* `ulimit -f`: SIGXFSZ may come */

	struct var_table vars;
	struct params params;
	struct func_table funcs;
	struct frame *frame; /* of the innermost function; NULL: in none */
	struct alias_table aliases;
	struct alias_table abbreviations; /* of abbr: for the editors */
	struct completer_table completers;
	struct trap_table traps;
	struct after_list afters;
	struct path_cache path_cache;
	struct vec directories; /* of pushd: char *, heap; below the current
				   one, the next one last */
	struct history history; /* of an interactive shell; else empty */
	size_t
	    getopts_offset; /* in the argument OPTIND names; 0: at its start */

	struct arena arena; /* the present command's: mark and release */
	struct out out;     /* standard output of builtins */
	struct ahead ahead; /* standard input that is not used yet */
	bool
	    special_ends; /* an error of the builtin that runs ends a script: it
			      is a special one, not called by `command` */
	bool watches_children; /* shell_watch_children() was called */
	bool keep_redirs;      /* set by `exec` without a command */
	bool is_last; /* nothing is left to run after the builtin that runs, in
			 its subshell or process */
	struct program *program; /* that runs: functions retain it */

	const struct builtin *const *builtins; /* sorted by name */
	size_t builtin_count;

	/* Cuts of the natural cycles, installed by main. */
	/* $(...): run BODY (may be NULL), its output in the command arena
	 * without trailing newlines; sets subst_status. NULL: could not, after
	 * a message. */
	char *(*substitute)(struct shell *sh, const struct node *body);
	/* A safe point: run the traps that are due. True if the shell is
	 * unwinding afterwards (^C, exit): a builtin that waits must end. */
	bool (*run_traps)(struct shell *sh);
	/* Tell the user of the end of a long job. NULL: nobody does. */
	void (*announce)(struct shell *sh, const struct job *job);
	/* Leave the process with STATUS, by way of the EXIT trap. */
	void (*leave)(struct shell *sh, int status) __attribute__((noreturn));
};

void shell_init(struct shell *sh, char *const *envp);
void shell_fini(struct shell *sh);

/* Empty the stack of directories. */
void shell_forget_directories(struct shell *sh);

/* Has it rights that its user has not (real and effective ids differ)? Then what
 * the environment says is not run. */
bool shell_is_privileged(void);

bool shell_option(const struct shell *sh, enum option option);

/* Set an option and let it take effect. False after a message if that cannot
 * be done (job control without a terminal to control). */
bool shell_option_set(struct shell *sh, enum option option, bool on);

/* Is the shell on its way out of what it runs? */
bool shell_is_unwinding(const struct shell *sh);

/*
 * An error that ends a script, or takes an interactive shell back to its
 * prompt: sets unwind and $?. Returns STATUS, for `return shell_abort(...)`.
 * The message was printed already.
 */
int shell_abort(struct shell *sh, int status);

/* Leave the shell with STATUS: sets unwind and $?. Returns STATUS. */
int shell_exit(struct shell *sh, int status);

/* Also a script that catches nothing shall learn of its children's ends at safe
 * points, not only when it waits for them: something is to be done then. */
void shell_watch_children(struct shell *sh);

/* In a forked child: it is a subshell now. For job_control's hook too. */
void shell_enter_subshell(void *ctx);

/*
 * Nesting of functions, eval, `.` and traps is counted, never left to the C
 * stack. False, after a message and shell_abort(), when it is too deep.
 */
bool shell_nest(struct shell *sh);
void shell_unnest(struct shell *sh);

/*
 * The same for trees: commands inside one another are bounded by the room on
 * the C stack, half of which is theirs. To be asked before each node. False,
 * after a message and shell_abort(), when there is none left.
 */
bool shell_has_stack(struct shell *sh);

/* `ulimit` has changed how large the C stack or files may become. */
void shell_measure_limits(struct shell *sh);

#endif
