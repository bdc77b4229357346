/*
 * syntax_dump.c - for the tests of shell/syntax: trees as text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax_dump.h"

#include <string.h>

#include "syntax/parse.h"

static void dump_parts(
    struct strbuf *sb, const struct word_part *part, bool lines);

static void dump_param(
    struct strbuf *sb, const struct part_param *param, bool lines)
{
	static const char *const ops[] = {
		[PARAM_PLAIN] = "",
		[PARAM_LENGTH] = "",
		[PARAM_DEFAULT] = "-",
		[PARAM_ASSIGN] = "=",
		[PARAM_ERROR] = "?",
		[PARAM_ALTERNATE] = "+",
		[PARAM_TRIM_SUFFIX] = "%",
		[PARAM_TRIM_SUFFIX_LONG] = "%%",
		[PARAM_TRIM_PREFIX] = "#",
		[PARAM_TRIM_PREFIX_LONG] = "##",
		[PARAM_BAD] = "|",
	};

	if (!param->braces) {
		strbuf_addf(sb, "<$%s>", param->name);
		return;
	}
	strbuf_adds(sb, "<{");
	if (param->op == PARAM_LENGTH)
		strbuf_adds(sb, "#");
	if (param->op == PARAM_BAD)
		strbuf_adds(sb, "bad ");
	strbuf_addf(
	    sb, "%s%s%s", param->name, param->colon ? ":" : "", ops[param->op]);
	if (param->word)
		dump_word(sb, param->word, lines);
	strbuf_adds(sb, "}>");
}

static void dump_command(
    struct strbuf *sb, const struct part_command *command, bool lines)
{
	strbuf_adds(sb, command->backquotes ? "<`" : "<$(");
	if (command->body)
		dump_node(sb, command->body, lines);
	strbuf_adds(sb, command->backquotes ? "`>" : ")>");
}

static void dump_part(
    struct strbuf *sb, const struct word_part *part, bool lines)
{
	switch (part->type) {
	case PART_LITERAL:
		strbuf_adds(sb, part->u.text.s);
		break;
	case PART_ESCAPED:
		strbuf_addf(sb, "<\\%s>", part->u.text.s);
		break;
	case PART_SINGLE:
		strbuf_addf(sb, "<'%s'>", part->u.text.s);
		break;
	case PART_DOLLAR_SINGLE:
		strbuf_addf(sb, "<$'%s'>", part->u.dollar_single.text.s);
		break;
	case PART_DOUBLE:
		strbuf_adds(sb, "<\"");
		dump_parts(sb, part->u.inner, lines);
		strbuf_adds(sb, "\">");
		break;
	case PART_PARAM:
		dump_param(sb, &part->u.param, lines);
		break;
	case PART_COMMAND:
		dump_command(sb, &part->u.command, lines);
		break;
	case PART_ARITH:
		strbuf_adds(sb, "<((");
		dump_parts(sb, part->u.arith->parts, lines);
		strbuf_adds(sb, "))>");
		break;
	}
}

static void dump_parts(
    struct strbuf *sb, const struct word_part *part, bool lines)
{
	const char *between = "";

	for (; part; part = part->next) {
		/* Two literals in a row would be a defect: show it. */
		strbuf_adds(sb, part->type == PART_LITERAL ? between : "");
		between = part->type == PART_LITERAL ? "<+>" : "";
		dump_part(sb, part, lines);
	}
}

void dump_word(struct strbuf *sb, const struct word *word, bool lines)
{
	dump_parts(sb, word->parts, lines);
	if (lines)
		strbuf_addf(sb, "@%d", word->line);
}

static void dump_redirs(
    struct strbuf *sb, const struct redir *redir, bool lines)
{
	static const char *const ops[] = {
		[REDIR_INPUT] = "<",
		[REDIR_OUTPUT] = ">",
		[REDIR_CLOBBER] = ">|",
		[REDIR_APPEND] = ">>",
		[REDIR_READ_WRITE] = "<>",
		[REDIR_DUP_INPUT] = "<&",
		[REDIR_DUP_OUTPUT] = ">&",
		[REDIR_HERE] = "<<",
		[REDIR_HERE_TABS] = "<<-",
	};

	for (; redir; redir = redir->next) {
		/* "0<" is what "<" means; a number that was typed has ! */
		strbuf_addf(sb, " %d%s%s:", redir->fd,
		    redir->fd_typed ? "!" : "", ops[redir->type]);
		dump_word(sb, redir->word, lines);
		if (redir->here) {
			strbuf_adds(sb, "{");
			dump_word(sb, redir->here, lines);
			strbuf_adds(sb, "}");
		}
	}
}

static void dump_words(struct strbuf *sb, const struct word *const *word,
    const char *between, bool lines)
{
	const char *before = "";

	for (; word && *word; word++) {
		strbuf_adds(sb, before);
		dump_word(sb, *word, lines);
		before = between;
	}
}

static void dump_simple(struct strbuf *sb, const struct node *node, bool lines)
{
	const struct assign *assign = node->u.simple.assigns;

	strbuf_adds(sb, "(");
	for (; assign; assign = assign->next) {
		strbuf_addf(sb, "%s=", assign->name);
		dump_word(sb, assign->value, lines);
		if (assign->next || node->u.simple.word_count > 0)
			strbuf_adds(sb, " ");
	}
	dump_words(sb, node->u.simple.words, " ", lines);
	dump_redirs(sb, node->redirs, lines);
	strbuf_adds(sb, ")");
}

static void dump_list(
    struct strbuf *sb, const struct node_list *list, bool lines)
{
	size_t i;

	strbuf_adds(sb, "[list");
	for (i = 0; i < list->count; i++) {
		strbuf_adds(sb, " ");
		dump_node(sb, list->items[i].command, lines);
		strbuf_adds(sb, list->items[i].background ? "&" : ";");
	}
}

static void dump_case(
    struct strbuf *sb, const struct node_case *node, bool lines)
{
	const struct case_item *item;

	strbuf_adds(sb, "[case ");
	dump_word(sb, node->subject, lines);
	for (item = node->items; item; item = item->next) {
		strbuf_adds(sb, " ");
		dump_words(sb, item->patterns, "|", lines);
		strbuf_adds(sb, ")");
		if (item->body)
			dump_node(sb, item->body, lines);
		strbuf_adds(sb, item->falls_through ? ";&" : ";;");
	}
}

static void dump_pair(struct strbuf *sb, const char *name,
    const struct node *left, const struct node *right, bool lines)
{
	strbuf_addf(sb, "[%s ", name);
	dump_node(sb, left, lines);
	strbuf_adds(sb, " ");
	dump_node(sb, right, lines);
}

static void dump_for(struct strbuf *sb, const struct node_for *loop, bool lines)
{
	strbuf_addf(sb, "[for %s%s", loop->name, loop->has_in ? " in " : " ");
	dump_words(sb, loop->words, " ", lines);
	if (loop->word_count > 0)
		strbuf_adds(sb, " ");
	dump_node(sb, loop->body, lines);
}

static void dump_pipeline(
    struct strbuf *sb, const struct node_pipeline *pipeline, bool lines)
{
	size_t i;

	strbuf_adds(sb, pipeline->negate ? "[!" : "[pipe");
	for (i = 0; i < pipeline->count; i++) {
		strbuf_adds(sb, " ");
		dump_node(sb, pipeline->commands[i], lines);
	}
}

static void dump_bracketed(
    struct strbuf *sb, const struct node *node, bool lines)
{
	switch (node->type) {
	case NODE_SIMPLE:
		break;
	case NODE_PIPELINE:
		dump_pipeline(sb, &node->u.pipeline, lines);
		break;
	case NODE_TIME:
		strbuf_adds(
		    sb, node->u.time.posix_format ? "[time -p" : "[time");
		if (node->u.time.pipeline) {
			strbuf_adds(sb, " ");
			dump_node(sb, node->u.time.pipeline, lines);
		}
		break;
	case NODE_AND_OR:
		dump_pair(sb, node->u.and_or.is_or ? "or" : "and",
		    node->u.and_or.left, node->u.and_or.right, lines);
		break;
	case NODE_LIST:
		dump_list(sb, &node->u.list, lines);
		break;
	case NODE_GROUP:
	case NODE_SUBSHELL:
		strbuf_adds(sb, node->type == NODE_GROUP ? "[group " : "[sub ");
		dump_node(sb, node->u.group, lines);
		break;
	case NODE_FOR:
		dump_for(sb, &node->u.for_loop, lines);
		break;
	case NODE_CASE:
		dump_case(sb, &node->u.case_of, lines);
		break;
	case NODE_IF:
		dump_pair(sb, "if", node->u.if_then.condition,
		    node->u.if_then.then_part, lines);
		if (node->u.if_then.else_part) {
			strbuf_adds(sb,
			    node->u.if_then.else_is_elif ? " elif " : " else ");
			dump_node(sb, node->u.if_then.else_part, lines);
		}
		break;
	case NODE_WHILE:
		dump_pair(sb, node->u.while_loop.until ? "until" : "while",
		    node->u.while_loop.condition, node->u.while_loop.body,
		    lines);
		break;
	case NODE_FUNCTION:
		strbuf_addf(sb, "[fun %s ", node->u.function.name);
		dump_node(sb, node->u.function.body, lines);
		break;
	}
	dump_redirs(sb, node->redirs, lines);
	strbuf_adds(sb, "]");
}

void dump_node(struct strbuf *sb, const struct node *node, bool lines)
{
	if (node->type == NODE_SIMPLE)
		dump_simple(sb, node, lines);
	else
		dump_bracketed(sb, node, lines);
	if (lines)
		strbuf_addf(sb, "@%d", node->line);
}

static void dump_error(struct strbuf *sb, const struct syntax_error *error)
{
	strbuf_addf(sb, "%d:%d: %s%s\n", error->line, error->column,
	    error->message, error->at_end ? " (at end)" : "");
}

void dump_source(
    struct strbuf *sb, const struct source *source, bool lines, bool stop)
{
	struct parser *parser = parser_new(source, 1);

	for (;;) {
		struct program *program = NULL;
		enum parse_result result = parser_next(parser, &program);

		if (result == PARSE_END)
			break;
		if (result == PARSE_INTERRUPTED)
			strbuf_adds(sb, "interrupted\n");
		if (result == PARSE_ERROR) {
			dump_error(sb, parser_error(parser));
			if (stop)
				break;
		}
		if (result == PARSE_COMMAND && program->body) {
			dump_node(sb, program->body, lines);
			strbuf_adds(sb, "\n");
		}
		program_release(program);
	}
	parser_free(parser);
}

char *dump_text(const char *text)
{
	struct source_string string;
	struct source source = source_from_string(&string, text, strlen(text));
	struct strbuf sb = STRBUF_INIT;

	dump_source(&sb, &source, false, false);
	return strbuf_take(&sb);
}

static enum source_result read_piece(
    void *ctx, bool continued, const char **text, size_t *len)
{
	struct pieces *pieces = ctx;
	size_t left = pieces->len - pieces->used;

	(void)continued;
	if (left == 0)
		return SOURCE_END;
	*text = pieces->text + pieces->used;
	*len = left < pieces->piece ? left : pieces->piece;
	pieces->used += *len;
	return SOURCE_TEXT;
}

struct source pieces_source(
    struct pieces *pieces, const char *text, size_t len, size_t piece)
{
	*pieces = (struct pieces){ text, len, 0, piece };
	return (struct source){ .read = read_piece, .ctx = pieces };
}
