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
#include "exec/foreground.h"
#include "exec/inside.h"
#include "exec/run_trap.h"
#include "job/launch.h"
#include "job/sig.h"
#include "job/wait.h"

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
	bool job_control = sh->jobs.monitor;
	pid_t pid = job_fork(&sh->jobs, job);

	if (pid == 0)
		run_in_child(sh, body, ends, job_control);
	return pid;
}

/* Drop NUL bytes, which cannot be in a word. */
static void drop_nul(struct strbuf *text)
{
	size_t len = 0;

	if (!text->len || !memchr(text->s, '\0', text->len))
		return;
	for (size_t i = 0; i < text->len; i++)
		if (text->s[i])
			text->s[len++] = text->s[i];
	strbuf_truncate(text, len);
}

/* What the substitution becomes, in the command arena. */
static char *result(struct shell *sh, struct strbuf *output)
{
	size_t len;

	drop_nul(output);
	len = output->len;
	while (len && output->s[len - 1] == '\n')
		len--;
	return arena_strndup(&sh->arena, strbuf_str(output), len);
}

static char *substitute_inside(struct shell *sh, const struct node *body)
{
	struct inside in;
	struct out around;
	char *text = NULL;
	int status;

	out_divert(&sh->out, &around, true);
	inside_enter(sh, &in, body, true);
	status = exec_node(sh, body, EXEC_LAST);
	status = inside_leave(sh, &in, status);
	if (in.failed)
		(void)shell_abort(sh, 1);
	else
		text = result(sh, &sh->out.text);
	out_return(&sh->out, &around);
	sh->subst_status = status;
	return text;
}

static char *substitute_forked(struct shell *sh, const struct node *body)
{
	struct strbuf output = STRBUF_INIT;
	struct job *job;
	int ends[2];
	char *text;

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
	run_read_all(sh, ends[0], &output);
	(void)close(ends[0]);
	job_wait_foreground(&sh->jobs, job);
	sh->subst_status = job_status(job, false);
	job_table_remove(&sh->jobs.table, job);
	text = result(sh, &output);
	strbuf_fini(&output);
	return text;
}

char *exec_substitute(struct shell *sh, const struct node *body)
{
	if (!body) {
		sh->subst_status = 0;
		return arena_strdup(&sh->arena, "");
	}
	return inside_suits(sh, body) ? substitute_inside(sh, body)
				      : substitute_forked(sh, body);
}
