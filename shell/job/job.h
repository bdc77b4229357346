/*
 * job.h - a job: the processes of one pipeline or of one asynchronous list
 *
 * A job knows pids, one process group, a text, and the terminal modes it had
 * when it stopped. Jobs are owned by their table (table.h).
 *
 * POSIX.1-2024 XBD 3.180 Job; XCU 2.11 Job Control.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_JOB_H
#define JSH_JOB_JOB_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>
#include <time.h>

#include "job/process.h"

enum job_state {
	JOB_RUNNING, /* a member runs */
	JOB_STOPPED, /* no member runs, one at least is stopped */
	JOB_DONE,    /* all members are gone */
};

struct job {
	unsigned number; /* %n; 0 while it is not listed (a foreground job) */
	unsigned long generation; /* tells two holders of one number apart */
	pid_t pgid; /* its own process group; 0: the shell's group */
	char *text; /* owned; never NULL */
	char *cwd;  /* owned; where it was started; NULL: not known */
	struct process *first, *last;
	size_t count;   /* members */
	size_t running; /* of them: RUNNING */
	size_t stopped; /* of them: STOPPED */

	/* Of what is ever shown only; 0: not known (account.h). */
	time_t started_at;              /* by the calendar */
	long long started_us, ended_us; /* by the monotonic clock */

	bool in_shell_group; /* gets no group of its own, even with monitor */
	bool foreground;     /* the shell waits for it */
	bool asynchronous;   /* begun with &: its members' statuses are kept */
	bool pipefail;       /* set -o pipefail was on when it began */
	bool changed;        /* its state has not been reported yet */
	bool no_hangup;      /* the shell sends it no SIGHUP (nohup %n) */
	bool disowned;       /* not listed any more; forgotten when it ends */
	bool told_to_end;    /* by job_signal(): it may be about to */
	bool watched;        /* its end is told to the core's caller */
	bool waited;         /* `wait` has told of its present state */
	bool sets_modes;     /* sets terminal modes on purpose (stty) */
	bool left_modes;     /* ended, and tty.c had to make modes usable */
	bool inherited; /* of the parent shell; can be shown, not waited for */
	bool has_modes;
	struct termios modes; /* when it stopped; only if has_modes */

	/* The table's own (table.c). */
	struct job *prev_in_table, *next_in_table;
	struct job *prev_in_rank, *next_in_rank;
	bool ranks_suspended;
};

enum job_state job_state(const struct job *job);

/*
 * The exit status of a job that is not running: that of its last process, or
 * with PIPEFAIL that of the last one that is not 0. For a stopped job 128 + the
 * signal that stopped a member.
 */
int job_status(const struct job *job, bool pipefail);

/* The process whose end or stop the job's line tells of: the last one, unless
 * only another member is stopped. Never NULL for a job with members. */
const struct process *job_telling_process(const struct job *job);

/* Note the folder it was started in; copied. NULL: not known. */
void job_set_cwd(struct job *job, const char *cwd);

/* Is one of its processes unreaped, so that its group is still the job's? */
bool job_is_alive(const struct job *job);

/* Is it a list that was resumed and whose rest waits for a process that only the
 * shell can wait for (continuation.h)? The rest is lost if the shell goes. */
bool job_has_rest(const struct job *job);

/* Did signal SIGNO end the process that the job's status is of? */
bool job_died_of(const struct job *job, int signo);

/* The pid that $! and `jobs -p` give: the last and the first member's. */
pid_t job_last_pid(const struct job *job);
pid_t job_leader(const struct job *job);

#endif
