/*
 * control.h - the job core as a whole: what its parts share
 *
 * One struct job_control for a shell. It knows pids, process groups, one
 * terminal, signals, and a text for each job. It knows no words, no prompts, no
 * stdio; it never prints and never exits. POSIX words: job control is "enabled"
 * when set -m is (monitor).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_CONTROL_H
#define JSH_JOB_CONTROL_H

#include <stdbool.h>
#include <sys/types.h>

#include "job/observe.h"
#include "job/table.h"
#include "job/tty.h"
#include "job/witness.h"

struct job_control {
	struct job_table table;
	struct tty tty;
	bool monitor;       /* each job gets its own process group */
	bool event_driven;  /* interactive: SIGCHLD is caught, and the shell
			      waits in event_wait() */
	pid_t shell_pid;    /* of this shell or subshell */
	pid_t shell_pgid;   /* its group */
	pid_t entry_pgid;   /* the terminal's foreground group at entry, given
			      back by job_control_stop(); 0 if not changed */
	bool follows_stops; /* a subshell of a shell with job control, in the
			       group of a job: it stops when what it waits
			       for stops */
	unsigned long changes; /* of children's states, seen so far: not that a
				  continuation stopped or went on */
	unsigned long foreground_changes; /* of them: of foreground jobs */
	/* sig_child_count() when it was last asked what had changed: of the
	 * foreground job at least, and of all children. */
	unsigned children_heard, children_seen;
	int relays;                /* of continuations that await a status */
	struct usage spent_before; /* a continuation: by whom it goes on for */
	struct witness witness;    /* an interactive shell's */
	const struct observer *observer; /* NULL: nobody */
	void *spawn_stack; /* for job_spawn()'s child; NULL until needed */

	/* Called before a process is started, or this one becomes another
	 * program: who does shall find the shell's descriptors as they should
	 * be. May be NULL. */
	void (*before_start)(void *ctx);
	/* Called in each child that goes on as a shell, after its group and
	 * signals are set: the caller makes it a subshell. May be NULL. */
	void (*became_subshell)(void *ctx);
	/* Asked while an event-driven shell waits for its foreground job: is
	 * the shell to leave it alone and go (its terminal is gone)? May be
	 * NULL. */
	bool (*gives_up)(void *ctx);
	/* Told when a listed job has ended. Must not change the table. May be
	 * NULL. */
	void (*job_ended)(void *ctx, const struct job *job);
	void *ctx;
};

void job_control_init(struct job_control *jc);
void job_control_fini(struct job_control *jc);

enum job_control_result {
	JOB_CONTROL_ON,
	JOB_CONTROL_NO_TTY,   /* there is no controlling terminal */
	JOB_CONTROL_ORPHANED, /* in the background, and nobody can bring it to
				 the foreground */
	JOB_CONTROL_FAILED,   /* errno tells */
};

/*
 * Turn job control on for an INTERACTIVE shell: open the terminal, stop by
 * SIGTTIN until in its foreground, make a group of our own, take the terminal,
 * guard SIGTSTP, SIGTTIN and SIGTTOU. SIGCHLD is caught and event_driven set
 * whatever the result. For a script (set -m) only open the terminal, if there
 * is one: it is given to a job when it is in the script's hands at that time.
 * Without one, job control is on all the same.
 */
enum job_control_result job_control_start(
    struct job_control *jc, bool interactive);

/* Give the terminal and the group back as they were; set +m, and exit. The
 * signals of an interactive shell stay guarded, event_driven stays set. */
void job_control_stop(struct job_control *jc);

/* All of a line that was typed has run: a ^Z that came too late for it means
 * nothing, and a witness is not needed any more. Of an interactive shell. */
void job_control_line_ended(struct job_control *jc);

/*
 * Stop by SIGTSTP, with all of the group that the shell was started in, until
 * somebody lets it go on; the terminal is given back before and taken again
 * after. ORPHANED when nothing stopped, as nobody could let it go on. The caller
 * sets the disposition of SIGTSTP again.
 */
enum job_control_result job_control_suspend(struct job_control *jc);

/*
 * Stop by SIGNO, with all of the own group, until somebody lets it go on. False
 * when nothing stopped: nobody is left who could bring an orphaned group to the
 * foreground. SIGNO has its default action afterwards.
 */
bool job_control_stop_group(int signo);

/*
 * Is a shell with job control in the foreground? It is when it reads its next
 * command, unless it was stopped and somebody let it go on in the background.
 */
bool job_control_in_foreground(const struct job_control *jc);

/* Stop by SIGTTIN until in the foreground. Where nothing stops, as nobody is
 * left to continue it, take the terminal, unless others have it. False when that
 * is so, or it is gone. */
bool job_control_await_foreground(struct job_control *jc);

/* Is the terminal in the shell's hands, so that it can be given to a job? An
 * interactive shell has it whenever it starts one. */
bool job_control_has_terminal(const struct job_control *jc);

/*
 * Signal a job: its whole group, or, without one of its own, each unreaped
 * member. Never a pid that was reaped. A stopped job gets SIGCONT after a
 * SIGTERM or SIGHUP, so that it can act on it; then, and after SIGKILL, its members
 * count as running, and `wait` waits for them. SIGCONT is job_continue(). False
 * with errno; ESRCH when nothing is left of it, ECHILD when it is inherited.
 */
bool job_signal(struct job_control *jc, struct job *job, int signo);

/* Let a stopped job go on: its members count as running again, it is the most
 * recent one of its kind, and SIGCONT is sent. False with errno. */
bool job_continue(struct job_control *jc, struct job *job);

#endif
