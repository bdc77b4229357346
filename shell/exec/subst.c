/*
 * subst.c - command substitution
 *
 * The substitution's processes stay in the shell's own group: ^C reaches them
 * and the shell alike. They ignore SIGTSTP if the shell has job control, since
 * a stopped substitution could not be resumed: the shell itself waits for its
 * output. So ^Z does nothing until the substitution has ended.
 *
 * POSIX.1-2024 XCU 2.6.3 Command Substitution.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/subst.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/fdio.h"
#include "exec/direct.h"
#include "exec/foreground.h"
#include "exec/run_trap.h"
#include "job/launch.h"
#include "job/sig.h"
#include "job/wait.h"

/* NUL bytes cannot be in a word: they are dropped. */
static void add_without_nul(struct strbuf *sb, const char *s, size_t len)
{
	while (len) {
		size_t run = strnlen(s, len);

		strbuf_add(sb, s, run);
		if (run < len)
			run++;
		s += run;
		len -= run;
	}
}

static void read_all(const struct shell *sh, int fd, struct strbuf *output)
{
	char block[16384];

	while (run_await_input(sh, fd)) {
		ssize_t n = read(fd, block, sizeof block);

		if (n > 0)
			add_without_nul(output, block, (size_t)n);
		else if (n == 0 || errno != EINTR)
			return;
		/* EINTR: ^C reached the substitution too; it ends by itself */
	}
}

_Noreturn static void run_in_child(
    struct shell *sh, const struct node *body, int ends[2], bool job_control)
{
	if (job_control)
		sig_ignore(SIGTSTP);
	if (dup2(ends[1], STDOUT_FILENO) < 0) {
		diag("cannot connect a pipe: %s", strerror(errno));
		sh->leave(sh, 1);
	}
	(void)close(ends[0]); /* a pipe: nothing can be lost here */
	(void)close(ends[1]);
	exec_child(sh, body);
}

static pid_t start(
    struct shell *sh, struct job *job, const struct node *body, int ends[2])
{
	const struct direct_setup setup = { -1, ends[1], false };
	bool job_control = sh->jobs.monitor;
	pid_t pid = job_control ? 0 : direct_start(sh, job, body, &setup);

	if (pid)
		return pid;
	pid = job_fork(&sh->jobs, job);
	if (pid == 0)
		run_in_child(sh, body, ends, job_control);
	return pid;
}

char *exec_substitute(struct shell *sh, const struct node *body)
{
	struct strbuf output = STRBUF_INIT;
	struct job *job;
	int ends[2];
	char *text;

	if (!body) {
		sh->subst_status = 0;
		return arena_strdup(&sh->arena, "");
	}
	if (!fd_pipe_high(ends)) {
		diag("cannot make a pipe: %s", strerror(errno));
		(void)shell_abort(sh, 1);
		return NULL;
	}
	foreground_hear(sh);
	job = job_table_add(&sh->jobs.table, "");
	job->foreground = true;
	job->in_shell_group = true;
	if (start(sh, job, body, ends) < 0) {
		int error = errno;

		(void)close(ends[0]);
		(void)close(ends[1]);
		(void)shell_abort(
		    sh, foreground_failed(sh, job, "process", error));
		return NULL;
	}
	(void)close(ends[1]);
	read_all(sh, ends[0], &output);
	(void)close(ends[0]);
	job_wait_foreground(&sh->jobs, job);
	sh->subst_status = job_status(job, false);
	job_table_remove(&sh->jobs.table, job);
	while (output.len && output.s[output.len - 1] == '\n')
		output.len--;
	text = arena_strndup(&sh->arena, strbuf_str(&output), output.len);
	strbuf_fini(&output);
	return text;
}
