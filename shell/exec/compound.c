/*
 * compound.c - for, while, until, if, case, function definitions
 *
 * POSIX.1-2024 XCU 2.9.4 Compound Commands, 2.9.5 Function Definition Command.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/compound.h"

#include "base/diag.h"
#include "exec/inside.h"
#include "expand/expand.h"
#include "expand/pattern.h"

/*
 * After the body of a loop (or its condition): does the loop go on? Takes a
 * `break` or `continue` that is meant for it, and leaves one that is meant for
 * a loop further out.
 */
static bool loop_goes_on(struct shell *sh)
{
	bool again = sh->unwind == UNWIND_CONTINUE;

	if (sh->unwind == UNWIND_NONE)
		return true;
	if (sh->unwind != UNWIND_BREAK && sh->unwind != UNWIND_CONTINUE)
		return false;
	if (sh->unwind_depth > 1) {
		sh->unwind_depth--;
		return false;
	}
	sh->unwind = UNWIND_NONE;
	return again;
}

static bool for_values(
    struct shell *sh, const struct node_for *node, struct vec *values)
{
	if (node->has_in)
		return expand_words(sh, node->words, node->word_count, values);
	for (size_t i = 1; i <= params_count(&sh->params); i++)
		vec_push(values,
		    arena_strdup(&sh->arena, params_get(&sh->params, i)));
	return true;
}

int exec_for(struct shell *sh, const struct node_for *node)
{
	struct arena_mark mark = arena_mark(&sh->arena);
	struct vec values = VEC_INIT;
	int status = 0;

	if (!for_values(sh, node, &values))
		status = sh->last_status;
	sh->loop_depth++;
	for (size_t i = 0; i < values.count && !shell_is_unwinding(sh); i++) {
		if (!var_set(sh, node->name, values.items[i])) {
			status = shell_abort(sh, 1);
			break;
		}
		if (i + 1 < values.count)
			status = exec_then(sh, node->body);
		else
			status = exec_node(sh, node->body, 0);
		if (!loop_goes_on(sh))
			break;
	}
	sh->loop_depth--;
	vec_fini(&values);
	arena_release(&sh->arena, mark);
	return status;
}

int exec_while(struct shell *sh, const struct node_while *node)
{
	int status = 0;

	sh->loop_depth++;
	for (;;) {
		bool fails = exec_tested(sh, node->condition) != 0;

		if (shell_is_unwinding(sh)) {
			status = sh->last_status;
			if (loop_goes_on(sh))
				continue;
			break;
		}
		if (fails != node->until)
			break;
		status = exec_then(sh, node->body);
		if (!loop_goes_on(sh))
			break;
	}
	sh->loop_depth--;
	return status;
}

int exec_if(struct shell *sh, const struct node_if *node, unsigned flags)
{
	/* elif is a chain of nodes: walked, so that its length costs no stack */
	for (;;) {
		int status = exec_tested(sh, node->condition);

		if (shell_is_unwinding(sh))
			return sh->last_status;
		if (status == 0)
			return exec_node(sh, node->then_part, flags);
		if (!node->else_part)
			return 0;
		if (!node->else_is_elif)
			return exec_node(sh, node->else_part, flags);
		node = &node->else_part->u.if_then;
	}
}

/* 1: it matches; 0: it does not; -1: an error of expansion. */
static int item_matches(
    struct shell *sh, const struct case_item *item, const char *subject)
{
	for (const struct word *const *p = item->patterns; *p; p++) {
		const char *pattern = expand_pattern(sh, *p);

		if (!pattern)
			return -1;
		if (pattern_match(pattern, subject))
			return 1;
	}
	return 0;
}

static int run_case_items(
    struct shell *sh, const struct case_item *item, unsigned flags)
{
	for (;; item = item->next) {
		bool last = !item->falls_through || !item->next;
		int status = 0; /* that of an empty clause */

		if (item->body)
			status = last ? exec_node(sh, item->body, flags)
				      : exec_then(sh, item->body);
		if (last || shell_is_unwinding(sh))
			return status;
	}
}

int exec_case(struct shell *sh, const struct node_case *node, unsigned flags)
{
	struct arena_mark mark = arena_mark(&sh->arena);
	const struct case_item *item = node->items;
	const char *subject = expand_word(sh, node->subject);
	int matches = subject ? 0 : -1;

	for (; matches == 0 && item; item = matches ? item : item->next)
		matches = item_matches(sh, item, subject);
	arena_release(&sh->arena, mark);
	if (matches < 0)
		return sh->last_status;
	return matches ? run_case_items(sh, item, flags) : 0;
}

int exec_function_definition(struct shell *sh, const struct node_function *node)
{
	const struct builtin *builtin = builtin_find(sh, node->name);

	if (builtin && builtin->kind == BUILTIN_SPECIAL) {
		diag("%s: a special builtin cannot be a function", node->name);
		return shell_abort(sh, 2);
	}
	if (!inside_move(sh))
		return sh->last_status;
	func_define(&sh->funcs, node->name, sh->program, node->body);
	return 0;
}
