/*
 * witness.c - who gets ^Z and ^C when a short program has just ended
 *
 * The witness is a child that sends no signal when it ends, so that only who
 * asks for it (__WCLONE) is told of it: neither the loop that reaps nor `wait`
 * ever sees it. It has no descriptors, so no pipe waits for its end, and dies
 * with the shell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/witness.h"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fdio.h"
#include "job/account.h"
#include "job/control.h"
#include "job/sig.h"
#include "job/sig_flags.h"

enum {
	SHORT_US = 200000, /* nobody can have begun to use the program */
	ROUTINE = 3,
	STATUS_SIZE = 4096,
};

_Noreturn static void watch(pid_t shell)
{
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != shell)
		_exit(0);
	(void)close_range(0, UINT_MAX, 0);
	for (;;)
		(void)pause(); /* all signals are blocked */
}

static void make(struct job_control *jc)
{
	struct witness *witness = &jc->witness;
	char path[sizeof "/proc//status" + 3 * sizeof(long)];
	pid_t shell = getpid();
	sigset_t old;
	long pid;
	int fd;

	sig_block_all(&old);
	pid = syscall(SYS_clone, 0L, 0L, 0L, 0L, 0L);
	if (pid == 0)
		watch(shell);
	sig_restore_mask(&old);
	if (pid < 0)
		return; /* keys may be lost, as without it */
	witness->pid = (pid_t)pid;
	(void)snprintf(path, sizeof path, "/proc/%ld/status", pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	witness->status_fd = fd < 0 ? -1 : fd_move_high(fd);
	if (witness->status_fd < 0)
		witness_dismiss(jc);
}

/* A set as in sigset_t, bit by bit from 1 on; 0 when the kernel does not tell. */
static unsigned long long pending_of(const struct witness *witness)
{
	static const char label[] = "\nShdPnd:";
	char text[STATUS_SIZE];
	ssize_t n = pread(witness->status_fd, text, sizeof text - 1, 0);
	const char *line;

	if (n <= 0)
		return 0;
	text[n] = '\0';
	line = strstr(text, label);
	return line ? strtoull(line + sizeof label - 1, NULL, 16) : 0;
}

/* Was any key seen? */
static bool note_keys(const struct witness *witness)
{
	unsigned long long pending = pending_of(witness);

	if (pending & 1ULL << (SIGINT - 1))
		sig_raise_flag(SIGINT);
	if (pending & 1ULL << (SIGTSTP - 1))
		(void)sig_raise_key(SIGTSTP);
	return pending;
}

/* Else the key may have been the program's, which did with it what it wanted. */
static bool is_routine(const struct job *job)
{
	return job_state(job) == JOB_DONE &&
	       job->last->state == PROCESS_EXITED && job->started_us &&
	       job_elapsed_us(job, 0) < SHORT_US;
}

void witness_join(const struct job_control *jc, pid_t pgid)
{
	/* Fails if somebody has killed it. */
	if (jc->witness.pid)
		(void)setpgid(jc->witness.pid, pgid);
}

void witness_settle(struct job_control *jc, const struct job *job)
{
	struct witness *witness = &jc->witness;

	if (!is_routine(job) || (witness->pid && note_keys(witness)))
		witness_dismiss(jc);
	else if (!witness->pid && ++witness->routine >= ROUTINE)
		make(jc);
}

void witness_dismiss(struct job_control *jc)
{
	struct witness *witness = &jc->witness;

	witness->routine = 0;
	if (!witness->pid)
		return;
	(void)kill(witness->pid, SIGKILL);
	(void)waitpid(witness->pid, NULL, __WCLONE);
	witness_forget(jc);
}

void witness_forget(struct job_control *jc)
{
	if (jc->witness.status_fd >= 0)
		(void)close(jc->witness.status_fd); /* only read from */
	jc->witness = (struct witness){ .status_fd = -1 };
}
