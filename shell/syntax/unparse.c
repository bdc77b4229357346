/*
 * unparse.c - trees back into text: commands
 *
 * Two layouts: a job's text is one line; a program has a line for each command
 * and is indented. In both, commands inside a word stay on one line, unless a
 * here-document forces a newline. Where a separator stands, a newline may
 * stand as well, and that is where the bodies of here-documents go.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/unparse.h"

#include <stdlib.h>

#include "base/mem.h"
#include "syntax/lexer.h"
#include "syntax/printer.h"
#include "syntax/reserved.h"

static void put(struct printer *pr, const char *s)
{
	strbuf_adds(pr->sb, s);
}

static bool has_due_heres(const struct printer *pr)
{
	return pr->here_count > pr->here_first;
}

static void add_here(struct printer *pr, const struct redir *redir)
{
	if (pr->here_count == pr->here_cap) {
		/* NOLINTNEXTLINE(bugprone-sizeof-expression): pointers */
		const size_t size = sizeof *pr->heres;

		pr->here_cap = pr->here_cap ? pr->here_cap * 2 : 8;
		pr->heres = xreallocarray(pr->heres, pr->here_cap, size);
	}
	pr->heres[pr->here_count++] = redir;
}

static void put_newline(struct printer *pr)
{
	size_t first = pr->here_first;
	size_t count = pr->here_count;
	size_t i;

	put(pr, "\n");
	pr->here_first = count;
	for (i = first; i < count; i++)
		print_here(pr, pr->heres[i]);
	pr->here_first = first;
	pr->here_count = first;
	if (!pr->many_lines)
		return;
	for (i = 0; i < (size_t)pr->indent; i++)
		put(pr, "\t");
}

/* Between commands, and between the last one and a reserved word. */
static void put_separator(struct printer *pr, bool background)
{
	if (pr->many_lines || has_due_heres(pr))
		put_newline(pr);
	else
		put(pr, background ? " " : "; ");
}

static bool ends_in_background(const struct node *node)
{
	return node->type == NODE_LIST &&
	       node->u.list.items[node->u.list.count - 1].background;
}

/* After a word like "then": commands, and the separator behind them. */
static void put_body(struct printer *pr, const struct node *body)
{
	pr->indent++;
	if (pr->many_lines)
		put_newline(pr);
	else
		put(pr, " ");
	print_node(pr, body);
	pr->indent--;
	put_separator(pr, ends_in_background(body));
}

/* After a word like "if": commands on one line, and the separator. */
static void put_condition(struct printer *pr, const struct node *condition)
{
	bool many_lines = pr->many_lines;

	pr->many_lines = false;
	put(pr, " ");
	print_node(pr, condition);
	put_separator(pr, ends_in_background(condition));
	pr->many_lines = many_lines;
}

static void put_redirection(struct printer *pr, const struct redir *redir)
{
	size_t start;

	if (redir->fd_typed)
		strbuf_addf(pr->sb, "%d", redir->fd);
	put(pr, redir_text(redir->type));
	switch (redir->type) {
	case REDIR_INPUT:
	case REDIR_OUTPUT:
	case REDIR_CLOBBER:
	case REDIR_APPEND:
	case REDIR_READ_WRITE:
		put(pr, " ");
		break;
	case REDIR_DUP_INPUT:
	case REDIR_DUP_OUTPUT:
		break;
	case REDIR_HERE:
	case REDIR_HERE_TABS:
		if (pr->with_heres)
			add_here(pr, redir);
		break;
	}
	start = pr->sb->len;
	print_word(pr, redir->word);
	/* << -x is not <<- x */
	if (redir->type == REDIR_HERE && pr->sb->s[start] == '-') {
		strbuf_truncate(pr->sb, start);
		put(pr, " ");
		print_word(pr, redir->word);
	}
}

static void put_space(struct printer *pr, bool *first)
{
	if (!*first)
		put(pr, " ");
	*first = false;
}

static void put_redirections(
    struct printer *pr, const struct redir *redir, bool *first)
{
	for (; redir; redir = redir->next) {
		put_space(pr, first);
		put_redirection(pr, redir);
	}
}

/* Would the first word be read as a reserved one if it came first? */
static bool hides_behind_redirection(const struct node_simple *simple)
{
	const char *s = simple->word_count > 0 && !simple->assigns
			    ? word_literal(simple->words[0])
			    : NULL;

	return s && reserved_find(s, simple->words[0]->parts->u.text.len);
}

static void put_simple(struct printer *pr, const struct node *node)
{
	const struct node_simple *simple = &node->u.simple;
	bool redirs_first = hides_behind_redirection(simple);
	const struct assign *assign;
	bool first = true;
	size_t i;

	for (assign = simple->assigns; assign; assign = assign->next) {
		put_space(pr, &first);
		put(pr, assign->name);
		put(pr, "=");
		print_word(pr, assign->value);
	}
	if (redirs_first)
		put_redirections(pr, node->redirs, &first);
	for (i = 0; i < simple->word_count; i++) {
		put_space(pr, &first);
		print_word(pr, simple->words[i]);
	}
	if (!redirs_first)
		put_redirections(pr, node->redirs, &first);
}

static void put_pipeline(
    struct printer *pr, const struct node_pipeline *pipeline)
{
	size_t i;

	if (pipeline->negate)
		put(pr, "! ");
	for (i = 0; i < pipeline->count; i++) {
		if (i > 0)
			put(pr, " | ");
		print_node(pr, pipeline->commands[i]);
	}
}

/* Would the first word of NODE be read as an option of "time"? */
static bool begins_with_dash(const struct node *node)
{
	const char *s;

	while (node->type == NODE_PIPELINE && !node->u.pipeline.negate)
		node = node->u.pipeline.commands[0];
	if (node->type != NODE_SIMPLE || node->u.simple.assigns ||
	    node->u.simple.word_count == 0)
		return false;
	s = word_literal(node->u.simple.words[0]);
	return s && s[0] == '-';
}

static void put_time(struct printer *pr, const struct node_time *timed)
{
	put(pr, timed->posix_format ? "time -p" : "time");
	if (!timed->pipeline)
		return;
	put(pr, begins_with_dash(timed->pipeline) ? " -- " : " ");
	print_node(pr, timed->pipeline);
}

/* The tree leans to the left and may be as long as a script. */
static void put_and_or(struct printer *pr, const struct node *node)
{
	const struct node **chain;
	const struct node *left = node;
	size_t count = 0;

	while (left->type == NODE_AND_OR) {
		left = left->u.and_or.left;
		count++;
	}
	/* NOLINTNEXTLINE(bugprone-sizeof-expression): it holds pointers */
	chain = xreallocarray(NULL, count, sizeof *chain);
	for (left = node; left->type == NODE_AND_OR; left = left->u.and_or.left)
		chain[--count] = left;
	print_node(pr, left);
	do {
		put(pr, chain[count]->u.and_or.is_or ? " || " : " && ");
		print_node(pr, chain[count]->u.and_or.right);
	} while (chain[count++] != node);
	free(chain);
}

static void put_list(struct printer *pr, const struct node_list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++) {
		const struct list_item *item = &list->items[i];

		print_node(pr, item->command);
		if (item->background)
			put(pr, " &");
		if (i + 1 < list->count)
			put_separator(pr, item->background);
	}
}

static void put_subshell(struct printer *pr, const struct node *body)
{
	put(pr, "(");
	if (pr->many_lines) {
		put_body(pr, body);
		put(pr, ")");
		return;
	}
	put(pr, " ");
	print_node(pr, body);
	put(pr, " )");
}

static void put_do(struct printer *pr, const struct node *body)
{
	put(pr, "do");
	put_body(pr, body);
	put(pr, "done");
}

static void put_for(struct printer *pr, const struct node_for *loop)
{
	size_t i;

	put(pr, "for ");
	put(pr, loop->name);
	if (loop->has_in)
		put(pr, " in");
	for (i = 0; i < loop->word_count; i++) {
		put(pr, " ");
		print_word(pr, loop->words[i]);
	}
	put(pr, "; ");
	put_do(pr, loop->body);
}

static void put_case_item(struct printer *pr, const struct case_item *item)
{
	const struct word *const *pattern = item->patterns;
	const char *s = word_literal(*pattern);

	/* "esac" would end the command. */
	if (s && reserved_find(s, (*pattern)->parts->u.text.len))
		put(pr, "(");
	for (; *pattern; pattern++) {
		if (pattern != item->patterns)
			put(pr, " | ");
		print_word(pr, *pattern);
	}
	put(pr, ")");
	if (item->body) {
		pr->indent++;
		if (pr->many_lines)
			put_newline(pr);
		else
			put(pr, " ");
		print_node(pr, item->body);
		pr->indent--;
	}
	put(pr, item->falls_through ? " ;&" : " ;;");
}

static void put_case(struct printer *pr, const struct node_case *node)
{
	const struct case_item *item;

	put(pr, "case ");
	print_word(pr, node->subject);
	put(pr, " in");
	for (item = node->items; item; item = item->next) {
		if (pr->many_lines)
			put_newline(pr);
		else
			put(pr, " ");
		put_case_item(pr, item);
	}
	if (pr->many_lines)
		put_newline(pr);
	else
		put(pr, " ");
	put(pr, "esac");
}

static void put_if(struct printer *pr, const struct node *node)
{
	const struct node_if *branch = &node->u.if_then;

	put(pr, "if");
	for (;;) {
		put_condition(pr, branch->condition);
		put(pr, "then");
		put_body(pr, branch->then_part);
		if (!branch->else_is_elif)
			break;
		put(pr, "elif");
		branch = &branch->else_part->u.if_then;
	}
	if (branch->else_part) {
		put(pr, "else");
		put_body(pr, branch->else_part);
	}
	put(pr, "fi");
}

static void put_while(struct printer *pr, const struct node_while *loop)
{
	put(pr, loop->until ? "until" : "while");
	put_condition(pr, loop->condition);
	put_do(pr, loop->body);
}

static void put_compound(struct printer *pr, const struct node *node)
{
	bool first = false;

	switch (node->type) {
	case NODE_GROUP:
		put(pr, "{");
		put_body(pr, node->u.group);
		put(pr, "}");
		break;
	case NODE_SUBSHELL:
		put_subshell(pr, node->u.group);
		break;
	case NODE_FOR:
		put_for(pr, &node->u.for_loop);
		break;
	case NODE_CASE:
		put_case(pr, &node->u.case_of);
		break;
	case NODE_IF:
		put_if(pr, node);
		break;
	case NODE_WHILE:
		put_while(pr, &node->u.while_loop);
		break;
	case NODE_SIMPLE:
	case NODE_PIPELINE:
	case NODE_TIME:
	case NODE_AND_OR:
	case NODE_LIST:
	case NODE_FUNCTION:
		break;
	}
	put_redirections(pr, node->redirs, &first);
}

void print_node(struct printer *pr, const struct node *node)
{
	switch (node->type) {
	case NODE_SIMPLE:
		put_simple(pr, node);
		break;
	case NODE_PIPELINE:
		put_pipeline(pr, &node->u.pipeline);
		break;
	case NODE_TIME:
		put_time(pr, &node->u.time);
		break;
	case NODE_AND_OR:
		put_and_or(pr, node);
		break;
	case NODE_LIST:
		put_list(pr, &node->u.list);
		break;
	case NODE_FUNCTION:
		put(pr, node->u.function.name);
		put(pr, "() ");
		print_node(pr, node->u.function.body);
		break;
	case NODE_GROUP:
	case NODE_SUBSHELL:
	case NODE_FOR:
	case NODE_CASE:
	case NODE_IF:
	case NODE_WHILE:
		put_compound(pr, node);
		break;
	}
}

void print_inner(struct printer *pr, const struct node *node)
{
	size_t here_first = pr->here_first;
	bool many_lines = pr->many_lines;

	pr->here_first = pr->here_count;
	pr->many_lines = false;
	print_node(pr, node);
	if (has_due_heres(pr))
		put_newline(pr);
	pr->here_first = here_first;
	pr->many_lines = many_lines;
}

void unparse_line(struct strbuf *sb, const struct node *node)
{
	struct printer pr = { .sb = sb };

	print_node(&pr, node);
	free(pr.heres);
}

/* A list that is a program stays on one line, as it is one command to read. */
static void put_top_list(struct printer *pr, const struct node_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct list_item *item = &list->items[i];

		if (i > 0)
			put(pr, item[-1].background ? " " : "; ");
		print_node(pr, item->command);
		if (item->background)
			put(pr, " &");
	}
}

void unparse_program(struct strbuf *sb, const struct node *node)
{
	struct printer pr = {
		.sb = sb,
		.with_heres = true,
		.many_lines = true,
	};

	if (node->type == NODE_LIST)
		put_top_list(&pr, &node->u.list);
	else
		print_node(&pr, node);
	put_newline(&pr);
	free(pr.heres);
}

void unparse_word(struct strbuf *sb, const struct word *word)
{
	struct printer pr = { .sb = sb };

	print_word(&pr, word);
	free(pr.heres);
}
