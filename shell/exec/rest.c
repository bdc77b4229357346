/*
 * rest.c - does what was typed change the shell?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/rest.h"

#include "state/builtin.h"
#include "state/lookup.h"

static bool simple_changes(
    const struct shell *sh, const struct node_simple *simple)
{
	const struct builtin *builtin;
	const char *name;

	if (!simple->word_count)
		return simple->assigns != NULL;
	name = word_literal(simple->words[0]);
	builtin = name ? builtin_find(sh, name) : NULL;
	return builtin && builtin->changes_shell;
}

static bool list_changes(const struct shell *sh, const struct node_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (!list->items[i].background &&
		    rest_changes_shell(sh, list->items[i].command))
			return true;
	return false;
}

/* Leans to the left, and may be as long as a script. */
static bool and_or_changes(const struct shell *sh, const struct node *node)
{
	for (; node->type == NODE_AND_OR; node = node->u.and_or.left)
		if (rest_changes_shell(sh, node->u.and_or.right))
			return true;
	return rest_changes_shell(sh, node);
}

static bool case_changes(const struct shell *sh, const struct node_case *node)
{
	for (const struct case_item *i = node->items; i; i = i->next)
		if (rest_changes_shell(sh, i->body))
			return true;
	return false;
}

static bool if_changes(const struct shell *sh, const struct node_if *node)
{
	for (;; node = &node->else_part->u.if_then) {
		if (rest_changes_shell(sh, node->condition) ||
		    rest_changes_shell(sh, node->then_part))
			return true;
		if (!node->else_is_elif)
			return rest_changes_shell(sh, node->else_part);
	}
}

bool rest_changes_shell(const struct shell *sh, const struct node *node)
{
	if (!node)
		return false;
	switch (node->type) {
	case NODE_SIMPLE:
		return simple_changes(sh, &node->u.simple);
	case NODE_PIPELINE:
		return node->u.pipeline.count == 1 &&
		       rest_changes_shell(sh, node->u.pipeline.commands[0]);
	case NODE_TIME:
		return rest_changes_shell(sh, node->u.time.pipeline);
	case NODE_AND_OR:
		return and_or_changes(sh, node);
	case NODE_LIST:
		return list_changes(sh, &node->u.list);
	case NODE_GROUP:
		return rest_changes_shell(sh, node->u.group);
	case NODE_FOR:
		return true;
	case NODE_CASE:
		return case_changes(sh, &node->u.case_of);
	case NODE_IF:
		return if_changes(sh, &node->u.if_then);
	case NODE_WHILE:
		return rest_changes_shell(sh, node->u.while_loop.condition) ||
		       rest_changes_shell(sh, node->u.while_loop.body);
	case NODE_SUBSHELL:
	case NODE_FUNCTION:
		break;
	}
	return false;
}
