/*
 * redir.c - redirections: expanded into actions, applied, undone
 *
 * A here-document is a pipe if it fits into one without blocking, else a memory
 * file: never a file that anybody can find.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/redir.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/diag.h"
#include "exec/inside.h"
#include "expand/expand.h"

/* What the smallest pipe holds: a user who has very many gets no larger ones. */
enum { PIPE_CAPACITY = 4096 };

static bool report(const char *what, int error)
{
	diag("%s: %s", what, strerror(error));
	return false;
}

/* A pipe that holds TEXT: its end to read from; -1 with errno. */
static int fill_pipe(const char *text, size_t len)
{
	int ends[2];
	bool written;

	if (pipe2(ends, O_CLOEXEC) < 0)
		return -1;
	written = fd_write_all(ends[1], text, len);
	(void)close(ends[1]);
	if (written)
		return ends[0];
	(void)close(ends[0]); /* the write's errno is what counts */
	return -1;
}

static int fill_memory(const char *text, size_t len)
{
	int fd = memfd_create("here-document", MFD_CLOEXEC);

	if (fd < 0)
		return -1;
	if (fd_write_all(fd, text, len) && lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	(void)close(fd); /* the write's errno is what counts */
	return -1;
}

/* A descriptor, above 9 and close-on-exec, from which TEXT can be read; -1 with
 * errno. */
static int here_descriptor(const char *text, size_t len)
{
	int fd = len <= PIPE_CAPACITY ? fill_pipe(text, len)
				      : fill_memory(text, len);

	return fd < 0 ? -1 : fd_move_high(fd);
}

static bool plan_here(struct shell *sh, const struct redir *redir,
    struct fd_action *action, struct redir_plan *plan)
{
	char *text = expand_quoted(sh, redir->here);
	int fd;

	if (!text)
		return false;
	fd = here_descriptor(text, strlen(text));
	if (fd < 0)
		return report("here-document", errno);
	plan->opened[plan->opened_count++] = fd;
	action->type = FD_PLACE;
	action->source = fd;
	return true;
}

/* The word of <& and >&: a descriptor, or "-". */
static bool plan_dup(const char *target, struct fd_action *action)
{
	char *end;
	long fd;

	if (strcmp(target, "-") == 0) {
		action->type = FD_CLOSE;
		return true;
	}
	errno = 0;
	fd = strtol(target, &end, 10);
	if (*target < '0' || *target > '9' || *end) {
		diag("%s: not a file descriptor", target);
		return false;
	}
	if (errno || fd > INT_MAX)
		return report(target, EBADF);
	action->type = FD_DUP;
	action->source = (int)fd;
	return true;
}

static bool plan_file(struct shell *sh, const struct redir *redir,
    const char *target, struct fd_action *action)
{
	action->type = FD_OPEN;
	action->path = target;
	switch (redir->type) {
	case REDIR_OUTPUT:
		if (sh->options[OPTION_NOCLOBBER])
			action->type = FD_OPEN_NOCLOBBER;
		action->flags = O_WRONLY | O_CREAT | O_TRUNC;
		break;
	case REDIR_CLOBBER:
		action->flags = O_WRONLY | O_CREAT | O_TRUNC;
		break;
	case REDIR_APPEND:
		action->flags = O_WRONLY | O_CREAT | O_APPEND;
		break;
	case REDIR_READ_WRITE:
		action->flags = O_RDWR | O_CREAT;
		break;
	case REDIR_INPUT:
	case REDIR_DUP_INPUT:
	case REDIR_DUP_OUTPUT:
	case REDIR_HERE:
	case REDIR_HERE_TABS:
		action->flags = O_RDONLY;
		break;
	}
	return true;
}

static bool plan_one(struct shell *sh, const struct redir *redir,
    struct fd_action *action, struct redir_plan *plan)
{
	const char *target;

	action->fd = redir->fd;
	if (redir->type == REDIR_HERE || redir->type == REDIR_HERE_TABS)
		return plan_here(sh, redir, action, plan);
	target = expand_word(sh, redir->word);
	if (!target)
		return false;
	if (redir->type == REDIR_DUP_INPUT || redir->type == REDIR_DUP_OUTPUT)
		return plan_dup(target, action);
	return plan_file(sh, redir, target, action);
}

bool redir_plan(
    struct shell *sh, const struct redir *redirs, struct redir_plan *plan)
{
	const struct redir *redir;
	size_t count = 0;

	*plan = (struct redir_plan){ NULL, 0, NULL, 0 };
	for (redir = redirs; redir; redir = redir->next)
		count++;
	if (!count)
		return true;
	plan->actions = arena_zalloc(&sh->arena, count * sizeof *plan->actions);
	plan->opened = arena_alloc(&sh->arena, count * sizeof *plan->opened);
	for (redir = redirs; redir; redir = redir->next) {
		struct fd_action *action = &plan->actions[plan->count];

		if (!plan_one(sh, redir, action, plan)) {
			redir_plan_close(plan);
			return false;
		}
		plan->count++;
	}
	return true;
}

void redir_plan_close(struct redir_plan *plan)
{
	while (plan->opened_count)
		(void)close(plan->opened[--plan->opened_count]);
}

bool redir_plan_may_block(const struct redir_plan *plan)
{
	for (size_t i = 0; i < plan->count; i++)
		if (fd_action_may_block(&plan->actions[i]))
			return true;
	return false;
}

/*
 * Note what FD is, to be put back. False with errno if that cannot be done, or
 * if FD is one of the shell's own. Below FD_SHELL_MIN none of those is asked for
 * by a script: `: >file` takes six system calls then, of which this is one.
 */
static bool save(struct redir_undo *undo, int fd)
{
	int copy;

	if (fd >= FD_SHELL_MIN && fd_is_own(fd)) {
		errno = EBUSY;
		return false;
	}
	if (!undo)
		return true;
	copy = fd_copy_high(fd);
	if (copy < 0 && errno != EBADF)
		return false;
	undo->saved[undo->count++] = (struct saved_fd){ fd, copy };
	return true;
}

/* Report that ACTION failed; the message goes to where stderr was before. */
static bool report_action(struct shell *sh, const struct fd_action *action,
    int error, struct redir_undo *undo)
{
	int fd;
	const char *path = fd_action_culprit(action, error, &fd);

	if (undo)
		redir_undo(sh, undo);
	if (path)
		return report(path, error);
	diag("%d: %s", fd, strerror(error));
	return false;
}

static const struct saved_fd *find_saved(const struct redir_undo *undo, int fd)
{
	/* The first one: after `>a >b` that is what was before a. */
	for (size_t i = 0; i < undo->count; i++)
		if (undo->saved[i].fd == fd)
			return &undo->saved[i];
	return NULL;
}

int redir_saved(const struct redir_undo *undo, int fd)
{
	const struct saved_fd *saved = find_saved(undo, fd);

	return saved ? saved->copy : -1;
}

/* While stdout is redirected, builtins write to it and not to memory. */
static void divert(struct shell *sh, struct redir_undo *undo)
{
	out_divert(&sh->out, &undo->around, false);
	undo->is_around = true;
	if (sh->inside)
		sh->inside->redirected = undo;
}

static void end_diversion(struct shell *sh, struct redir_undo *undo)
{
	out_return(&sh->out, &undo->around);
	undo->is_around = false;
	if (sh->inside)
		sh->inside->redirected = NULL;
}

/*
 * Before PLAN: what `read` took of standard input must be put back if a copy of
 * it is made, or a file is written to, which may be the same. UNDO, if there is
 * one, notes whose it was.
 */
static void leave_input(
    struct shell *sh, const struct redir_plan *plan, struct redir_undo *undo)
{
	if (undo) {
		undo->input = false;
		undo->input_owner = sh->ahead.owner;
	}
	if (plan->count)
		ahead_settle(&sh->ahead);
	for (size_t i = 0; i < plan->count; i++) {
		const struct fd_action *action = &plan->actions[i];

		if (action->fd == STDIN_FILENO && undo)
			undo->input = true;
		if (action->type == FD_DUP && action->source == STDIN_FILENO)
			ahead_share(&sh->ahead);
	}
	if (undo)
		undo->input_shares = sh->ahead.shares;
}

/* After ACTION, which made descriptor 0. */
static void take_input(struct shell *sh, const struct fd_action *action)
{
	static const enum ahead_owner owners[] = {
		[FD_OPEN] = AHEAD_OPENED,
		[FD_OPEN_NOCLOBBER] = AHEAD_OPENED,
		[FD_DUP] = AHEAD_SHARED,
		[FD_PLACE] = AHEAD_PIPED,
		[FD_CLOSE] = AHEAD_SHARED,
	};

	ahead_change(&sh->ahead, owners[action->type]);
}

bool redir_apply(
    struct shell *sh, const struct redir_plan *plan, struct redir_undo *undo)
{
	leave_input(sh, plan, undo);
	if (undo) {
		undo->count = 0;
		undo->is_around = false;
		undo->saved = arena_alloc(
		    &sh->arena, (plan->count + 1) * sizeof *undo->saved);
	}
	for (size_t i = 0; i < plan->count; i++) {
		const struct fd_action *action = &plan->actions[i];
		int error = 0;

		if (!save(undo, action->fd))
			error = errno;
		else
			error = fd_action_apply(action);
		if (action->fd == STDERR_FILENO)
			sh->window.known = false;
		if (error)
			return report_action(sh, action, error, undo);
		if (action->fd == STDIN_FILENO)
			take_input(sh, action);
	}
	if (sh->out.captured && undo && find_saved(undo, STDOUT_FILENO))
		divert(sh, undo);
	return true;
}

bool redir_apply_for_good(struct shell *sh, const struct redir_plan *plan)
{
	if (!redir_apply(sh, plan, NULL))
		return false;
	/* Commands may be read from it. */
	for (size_t i = 0; i < plan->count; i++)
		if (plan->actions[i].fd == STDIN_FILENO)
			ahead_share(&sh->ahead);
	return true;
}

void redir_undo(struct shell *sh, struct redir_undo *undo)
{
	if (undo->is_around)
		end_diversion(sh, undo);
	out_flush(&sh->out);
	if (undo->input)
		ahead_change(&sh->ahead, undo->input_shares == sh->ahead.shares
					     ? undo->input_owner
					     : AHEAD_SHARED);
	while (undo->count) {
		struct saved_fd *saved = &undo->saved[--undo->count];

		if (saved->fd == STDERR_FILENO)
			sh->window.known = false;
		if (saved->copy < 0) {
			(void)close(saved->fd); /* it was closed before */
			continue;
		}
		/* Neither can fail: both are open. */
		(void)dup2(saved->copy, saved->fd);
		(void)close(saved->copy);
	}
}

void redir_keep(struct shell *sh, struct redir_undo *undo)
{
	/* Commands may be read from it. */
	if (undo->input)
		ahead_share(&sh->ahead);
	while (undo->count) {
		int copy = undo->saved[--undo->count].copy;

		if (copy >= 0)
			(void)close(copy);
	}
}
