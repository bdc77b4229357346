/*
 * direct.c - start a program for a job without a copy of the shell
 *
 * The commands of a pipeline, of an asynchronous list and of a substitution run
 * in subshells. Most of them are programs: the shell then expands the words
 * itself and spawns the program, which costs half of what a fork does, and no
 * more when the shell is large. Nobody must notice: so nothing that is expanded
 * may change the shell or go wrong, and whatever needs a message or a trace
 * takes the subshell.
 *
 * Measured with pipelines of two programs: 100 page faults instead of 200.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/direct.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "exec/call.h"
#include "exec/redir.h"
#include "expand/effects.h"
#include "expand/expand.h"
#include "job/launch.h"

enum { SETUP_ACTIONS = 3 };

static bool redir_is_simple(const struct redir *redir)
{
	const char *target;

	switch (redir->type) {
	case REDIR_HERE:
	case REDIR_HERE_TABS:
		return false;
	case REDIR_DUP_INPUT:
	case REDIR_DUP_OUTPUT:
		target = word_literal(redir->word);
		return target && target[0] && !target[1];
	case REDIR_INPUT:
	case REDIR_OUTPUT:
	case REDIR_CLOBBER:
	case REDIR_APPEND:
	case REDIR_READ_WRITE:
		break;
	}
	return !word_has_effects(redir->word);
}

/* The command in ( ) and { } that hold nothing else. */
static const struct node *unwrap(const struct node *node)
{
	while ((node->type == NODE_SUBSHELL || node->type == NODE_GROUP) &&
	       !node->redirs)
		node = node->u.group;
	return node;
}

/* Can the words be expanded here, as far as can be seen before? */
static bool is_simple(const struct shell *sh, const struct node *node)
{
	const struct node_simple *simple = &node->u.simple;
	const char *name;

	if (node->type != NODE_SIMPLE || simple->assigns ||
	    !simple->word_count || sh->options[OPTION_XTRACE] ||
	    sh->options[OPTION_NOUNSET])
		return false;
	name = word_literal(simple->words[0]);
	if (name && (builtin_find(sh, name) || func_find(&sh->funcs, name)))
		return false;
	for (size_t i = 0; i < simple->word_count; i++)
		if (word_has_effects(simple->words[i]))
			return false;
	for (const struct redir *r = node->redirs; r; r = r->next)
		if (!redir_is_simple(r))
			return false;
	return true;
}

void direct_set_up(
    struct shell *sh, struct spawn *spawn, const struct direct_setup *setup)
{
	size_t own = spawn->action_count, n = 0;
	struct fd_action *actions =
	    arena_alloc(&sh->arena, (SETUP_ACTIONS + own) * sizeof *actions);

	if (setup->detached)
		actions[n++] = (struct fd_action){ .type = FD_OPEN,
			.fd = STDIN_FILENO,
			.flags = O_RDONLY,
			.path = "/dev/null" };
	if (setup->in >= 0)
		actions[n++] = (struct fd_action){ .type = FD_PLACE,
			.fd = STDIN_FILENO,
			.source = setup->in };
	if (setup->out >= 0)
		actions[n++] = (struct fd_action){ .type = FD_PLACE,
			.fd = STDOUT_FILENO,
			.source = setup->out };
	if (own)
		memcpy(actions + n, spawn->actions, own * sizeof *actions);
	spawn->actions = actions;
	spawn->action_count = n + own;
	spawn->ignore_int_quit = setup->detached;
}

static pid_t spawn(struct shell *sh, struct job *job, struct vec *fields,
    const struct redir_plan *plan, const struct direct_setup *setup)
{
	struct call call = {
		.argc = (int)fields->count,
		.argv = (char **)fields->items,
		.plan = plan,
	};
	struct spawn spawn;
	int status;

	if (redir_plan_may_block(plan))
		return 0;
	call_resolve(sh, &call, 0);
	if (call.kind != CALL_PROGRAM ||
	    !call_find_program(sh, &call, &spawn, &status))
		return 0;
	direct_set_up(sh, &spawn, setup);
	return job_spawn(&sh->jobs, job, &spawn);
}

/* Expand and spawn; what is_simple() let pass cannot fail for a reason that a
 * subshell's message would not tell as well. */
static pid_t expand_and_spawn(struct shell *sh, struct job *job,
    const struct node *node, const struct direct_setup *setup)
{
	struct vec fields = VEC_INIT;
	struct redir_plan plan;
	pid_t pid = 0;

	if (expand_words(
		sh, node->u.simple.words, node->u.simple.word_count, &fields) &&
	    fields.count && redir_plan(sh, node->redirs, &plan)) {
		size_t count = fields.count;

		vec_push(&fields, NULL); /* ends argv */
		fields.count = count;
		pid = spawn(sh, job, &fields, &plan, setup);
	}
	vec_fini(&fields);
	return pid;
}

pid_t direct_start(struct shell *sh, struct job *job, const struct node *node,
    const struct direct_setup *setup)
{
	struct arena_mark mark = arena_mark(&sh->arena);
	int saved_line = sh->line, saved_diag_line = diag_line();
	pid_t pid;

	node = unwrap(node);
	if (sh->always_forks || !is_simple(sh, node))
		return 0;
	sh->line = node->line;
	if (sh->numbers_lines)
		diag_set_line(node->line);
	pid = expand_and_spawn(sh, job, node, setup);
	sh->line = saved_line;
	diag_set_line(saved_diag_line);
	arena_release(&sh->arena, mark);
	return pid;
}
