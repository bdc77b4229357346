/*
 * exec.c - run a tree: one arm for each kind of node
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/exec.h"

#include "base/diag.h"
#include "exec/async.h"
#include "exec/compound.h"
#include "exec/inside.h"
#include "exec/pipeline.h"
#include "exec/redir.h"
#include "exec/simple.h"
#include "exec/time.h"

bool exec_may_replace(const struct shell *sh, unsigned flags)
{
	return (flags & EXEC_LAST) && !sh->inside && !sh->jobs.monitor &&
	       !trap_get(sh, 0) && !trap_has_any(sh);
}

/* set -n: from here on nothing runs, in the same line neither. */
static bool reads_only(const struct shell *sh)
{
	return sh->options[OPTION_NOEXEC] && !sh->interactive;
}

/* set -e. What fails in a start-up file must not lock anybody out. */
static int end_by_errexit(struct shell *sh, int status)
{
	if (!sh->starting || sh->subshell_depth)
		return shell_exit(sh, status);
	diag("status %d: with errexit this file ends here", status);
	return shell_abort(sh, status);
}

static bool errexit_applies(const struct shell *sh)
{
	return sh->options[OPTION_ERREXIT] && !sh->tested &&
	       !shell_is_unwinding(sh);
}

int exec_finish(struct shell *sh, int status)
{
	sh->last_status = status;
	if (!status || !errexit_applies(sh))
		return status;
	/* ^C may have ended the command: its trap comes first. */
	if (sh->run_traps(sh))
		return sh->last_status;
	return errexit_applies(sh) ? end_by_errexit(sh, status) : status;
}

int exec_tested(struct shell *sh, const struct node *node)
{
	int status;

	sh->tested++;
	status = exec_then(sh, node);
	sh->tested--;
	return status;
}

int exec_then(struct shell *sh, const struct node *node)
{
	int status;

	sh->rest++;
	status = exec_node(sh, node, 0);
	sh->rest--;
	return status;
}

_Noreturn void exec_child(struct shell *sh, const struct node *node)
{
	int status = 0;

	sh->loop_depth = 0;
	if (node)
		status = exec_node(sh, node, EXEC_LAST);
	sh->leave(sh, status);
}

static int exec_list(
    struct shell *sh, const struct node_list *list, unsigned flags)
{
	int status = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct list_item *item = &list->items[i];
		bool last = i + 1 == list->count;

		if (reads_only(sh))
			break;
		if (item->background)
			status = exec_async(sh, item->command);
		else if (last)
			status = exec_node(sh, item->command, flags);
		else
			status = exec_then(sh, item->command);
		if (shell_is_unwinding(sh))
			break;
	}
	return status;
}

/*
 * a && b || c ... leans to the left: walk down to the first command, then back
 * up, so that the length of the chain costs no stack.
 */
static int exec_and_or(
    struct shell *sh, const struct node *node, unsigned flags)
{
	struct arena_mark mark = arena_mark(&sh->arena);
	const struct node **spine, *first = node;
	size_t count = 0;
	int status;

	for (; first->type == NODE_AND_OR; first = first->u.and_or.left)
		count++;
	spine = arena_alloc(&sh->arena, count * sizeof *spine);
	for (size_t i = count; i-- > 0; node = node->u.and_or.left)
		spine[i] = node;
	status = exec_tested(sh, first);
	for (size_t i = 0; i < count && !shell_is_unwinding(sh); i++) {
		const struct node_and_or *link = &spine[i]->u.and_or;

		if ((status != 0) != link->is_or)
			continue;
		if (i + 1 == count)
			status = exec_node(sh, link->right, flags);
		else
			status = exec_tested(sh, link->right);
	}
	arena_release(&sh->arena, mark);
	return status;
}

static int exec_by_type(
    struct shell *sh, const struct node *node, unsigned flags)
{
	switch (node->type) {
	case NODE_SIMPLE:
		return exec_simple(sh, node, flags);
	case NODE_PIPELINE:
		return exec_pipeline(sh, node, flags);
	case NODE_TIME:
		return exec_time(sh, &node->u.time);
	case NODE_AND_OR:
		return exec_and_or(sh, node, flags);
	case NODE_LIST:
		return exec_list(sh, &node->u.list, flags);
	case NODE_GROUP:
		return exec_node(sh, node->u.group, flags);
	case NODE_SUBSHELL:
		return exec_subshell(sh, node, flags);
	case NODE_FOR:
		return exec_for(sh, &node->u.for_loop);
	case NODE_CASE:
		return exec_case(sh, &node->u.case_of, flags);
	case NODE_IF:
		return exec_if(sh, &node->u.if_then, flags);
	case NODE_WHILE:
		return exec_while(sh, &node->u.while_loop);
	case NODE_FUNCTION:
		return exec_function_definition(sh, &node->u.function);
	}
	return 0;
}

/* A compound command with redirections: they hold for all of it. */
static int exec_redirected(struct shell *sh, const struct node *node)
{
	struct arena_mark mark = arena_mark(&sh->arena);
	struct redir_plan plan;
	struct redir_undo undo;
	int status = 1;

	if (redir_plan(sh, node->redirs, &plan)) {
		if (!inside_admits_plan(sh, &plan)) {
			redir_plan_close(&plan);
		} else if (redir_apply(sh, &plan, &undo)) {
			redir_plan_close(&plan);
			status = exec_by_type(sh, node, 0);
			redir_undo(sh, &undo);
		} else {
			redir_plan_close(&plan);
			status = exec_finish(sh, 1);
		}
	}
	arena_release(&sh->arena, mark);
	return status;
}

int exec_node(struct shell *sh, const struct node *node, unsigned flags)
{
	int status;

	if (reads_only(sh) || !shell_has_stack(sh))
		return sh->last_status;
	sh->line = node->line;
	if (sh->numbers_lines)
		diag_set_line(node->line);
	/* A subshell's redirections are made in its process. */
	if (node->redirs && node->type != NODE_SIMPLE &&
	    node->type != NODE_SUBSHELL)
		status = exec_redirected(sh, node);
	else
		status = exec_by_type(sh, node, flags);
	sh->last_status = status;
	if (sh->run_traps(sh))
		return sh->last_status;
	return status;
}
