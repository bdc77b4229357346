/*
 * simple.c - simple commands
 *
 * Words first, then redirections, then assignments. Then what the command is
 * decides who keeps what: a special builtin's assignments stay; a function's
 * and a regular builtin's go when it ends; a program gets them in its
 * environment.
 *
 * POSIX.1-2024 XCU 2.9.1 Simple Commands.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/simple.h"

#include <errno.h>
#include <string.h>

#include "base/diag.h"
#include "exec/call.h"
#include "exec/inside.h"
#include "exec/redir.h"
#include "exec/xtrace.h"
#include "expand/expand.h"

/* export, readonly, local: words after them that look like assignments are expanded
 * like assignments, without field splitting. "command" may stand before. */
static bool is_declaration(const struct node_simple *simple)
{
	for (size_t i = 0; i < simple->word_count; i++) {
		const char *name = word_literal(simple->words[i]);

		/* Most commands are none of these by their first letter. */
		if (!name || !strchr("erlc", *name))
			return false;
		if (strcmp(name, "export") == 0 ||
		    strcmp(name, "readonly") == 0 || strcmp(name, "local") == 0)
			return true;
		if (strcmp(name, "command") != 0)
			return false;
	}
	return false;
}

static bool expand_command(
    struct shell *sh, const struct node_simple *simple, struct vec *fields)
{
	if (is_declaration(simple))
		return expand_declarations(
		    sh, simple->words, simple->word_count, fields);
	return expand_words(sh, simple->words, simple->word_count, fields);
}

/* Make one assignment; TEMPORARY: in the scope that the caller opened. */
static bool assign(struct shell *sh, const struct assign *assign,
    bool temporary, struct traced_assign *traced)
{
	const char *value = expand_assignment(sh, assign->value);

	if (!value)
		return false;
	traced->name = assign->name;
	traced->value = value;
	if (temporary ? var_set_temporary(sh, assign->name, value)
		      : var_set(sh, assign->name, value))
		return true;
	(void)shell_abort(sh, 1);
	return false;
}

/* The assignments before the command, and the trace of all of it. */
static bool assign_and_trace(struct shell *sh, const struct node_simple *simple,
    bool temporary, const struct vec *fields)
{
	struct traced_assign *traced;
	size_t count = 0;

	for (const struct assign *a = simple->assigns; a; a = a->next)
		count++;
	traced = arena_alloc(&sh->arena, count * sizeof *traced);
	count = 0;
	for (const struct assign *a = simple->assigns; a; a = a->next)
		if (!assign(sh, a, temporary, &traced[count++]))
			return false;
	if (sh->options[OPTION_XTRACE] && (count || fields->count))
		xtrace_command(
		    sh, traced, count, (char **)fields->items, fields->count);
	return true;
}

/* Only assignments and redirections: these are for the shell itself, but the
 * redirections do not stay. */
static int run_without_command(struct shell *sh, const struct node *node,
    const struct redir_plan *plan, const struct vec *fields)
{
	struct redir_undo undo;

	if (!inside_admits_plan(sh, plan))
		return sh->last_status;
	if (!redir_apply(sh, plan, &undo))
		return 1;
	redir_undo(sh, &undo);
	if (!assign_and_trace(sh, &node->u.simple, false, fields))
		return sh->last_status;
	return sh->subst_status >= 0 ? sh->subst_status : 0;
}

static void end_scope(struct shell *sh, const struct call *call)
{
	if (sh->unwind == UNWIND_EXIT)
		return; /* the EXIT trap sees what is there: frame_leave() */
	if (call->kind == CALL_SPECIAL)
		var_scope_keep(sh);
	else
		var_scope_pop(sh);
}

static int run_command(struct shell *sh, const struct node *node,
    struct redir_plan *plan, const struct vec *fields, unsigned flags)
{
	struct call call = {
		.node = node,
		.argc = (int)fields->count,
		.argv = (char **)fields->items,
		.plan = plan,
		.last = flags & EXEC_LAST,
	};
	int status;

	call_resolve(sh, &call, 0);
	if (!inside_admits_call(sh, &call))
		return sh->last_status;
	call.replace = exec_may_replace(sh, flags);
	var_scope_push(sh);
	if (assign_and_trace(sh, &node->u.simple, true, fields))
		status = call_run(sh, &call);
	else
		status = sh->last_status;
	end_scope(sh, &call);
	return status;
}

/* An expansion failed: shell_abort() was called, unless a redirection's file
 * was all that is wrong. */
static int failed(struct shell *sh)
{
	return shell_is_unwinding(sh) ? sh->last_status : 1;
}

static bool is_special(const struct shell *sh, const struct vec *fields)
{
	const struct builtin *builtin =
	    fields->count ? builtin_find(sh, fields->items[0]) : NULL;

	return builtin && builtin->kind == BUILTIN_SPECIAL;
}

int exec_simple(struct shell *sh, const struct node *node, unsigned flags)
{
	struct arena_mark mark = arena_mark(&sh->arena);
	void *few[16];
	struct vec fields;
	struct redir_plan plan;
	int status;

	vec_init_in(&fields, few, sizeof few / sizeof *few);
	sh->subst_status = -1;
	if (!expand_command(sh, &node->u.simple, &fields)) {
		status = failed(sh);
	} else if (!redir_plan(sh, node->redirs, &plan)) {
		status = failed(sh);
		if (is_special(sh, &fields) && !shell_is_unwinding(sh))
			status = shell_abort(sh, status);
	} else {
		size_t count = fields.count;

		if (count) {
			vec_push(&fields, NULL); /* ends argv */
			fields.count = count;
			status = run_command(sh, node, &plan, &fields, flags);
		} else {
			status = run_without_command(sh, node, &plan, &fields);
		}
		redir_plan_close(&plan);
	}
	vec_fini(&fields);
	arena_release(&sh->arena, mark);
	return exec_finish(sh, status);
}
