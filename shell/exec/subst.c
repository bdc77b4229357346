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
#include "base/strbuf.h"
#include "exec/exec.h"
#include "exec/foreground.h"
#include "exec/inside.h"
#include "exec/redir.h"
#include "exec/run_trap.h"
#include "job/launch.h"
#include "job/sig.h"
#include "job/wait.h"

/* The command that is nothing but `<file`, for which POSIX leaves open what
 * becomes of it: its contents, as in all shells that do anything; NULL: it is
 * none. */
static const struct node *lone_input(const struct node *body)
{
	while (body->type == NODE_LIST && body->u.list.count == 1 &&
	       !body->u.list.items[0].background)
		body = body->u.list.items[0].command;
	if (body->type != NODE_SIMPLE || body->u.simple.word_count ||
	    body->u.simple.assigns || !body->redirs || body->redirs->next ||
	    body->redirs->type != REDIR_INPUT ||
	    body->redirs->fd != STDIN_FILENO)
		return NULL;
	return body;
}

static bool copy_file(struct shell *sh, const struct redir_plan *plan)
{
	struct strbuf text = STRBUF_INIT;
	struct redir_undo undo;

	if (!inside_admits_plan(sh, plan) || !redir_apply(sh, plan, &undo))
		return false;
	run_read_all(sh, STDIN_FILENO, &text);
	redir_undo(sh, &undo);
	out_write(&sh->out, strbuf_str(&text), text.len);
	strbuf_fini(&text);
	return true;
}

static int copy_input(struct shell *sh, const struct node *node)
{
	struct arena_mark mark = arena_mark(&sh->arena);
	struct redir_plan plan;
	bool copied = false;

	if (redir_plan(sh, node->redirs, &plan)) {
		copied = copy_file(sh, &plan) && out_finish(&sh->out) == 0;
		redir_plan_close(&plan);
	}
	arena_release(&sh->arena, mark);
	return exec_finish(sh, copied ? 0 : 1);
}

static int run_body(struct shell *sh, const struct node *body)
{
	const struct node *input = lone_input(body);

	return input ? copy_input(sh, input) : exec_node(sh, body, EXEC_LAST);
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
	sh->loop_depth = 0;
	sh->leave(sh, run_body(sh, body));
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
	status = run_body(sh, body);
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
	if (!inside_admits_subshell(sh, body))
		return NULL;
	return inside_suits(sh, body) ? substitute_inside(sh, body)
				      : substitute_forked(sh, body);
}
