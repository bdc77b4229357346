/*
 * parse.c - text into trees, one complete command at a time
 *
 * The life of a parser; what it recognises is in grammar.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/parse.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "syntax/grammar.h"
#include "syntax/heredoc.h"
#include "syntax/lex_word.h"
#include "syntax/parser.h"
#include "syntax/syntax_error.h"

void parser_init(struct parser *p, struct arena *arena)
{
	*p = (struct parser){ .arena = arena };
	p->in = &p->text;
}

void parser_fini(struct parser *p)
{
	input_fini(&p->text);
	strbuf_fini(&p->scratch);
	vec_fini(&p->stack);
	strbuf_fini(&p->message);
	strbuf_fini(&p->warning_text);
	strbuf_fini(&p->line);
	arena_fini(&p->aliases);
}

struct parser *parser_new(const struct source *source, int first_line)
{
	struct parser *p = xmalloc(sizeof *p);

	parser_init(p, NULL);
	p->source = *source;
	input_init(&p->text, &p->source, first_line);
	return p;
}

void parser_free(struct parser *p)
{
	if (!p)
		return;
	parser_fini(p);
	free(p);
}

void parser_count_by_command(struct parser *p)
{
	p->by_command = true;
}

bool parser_enter(struct parser *p)
{
	if (p->depth >= DEPTH_LIMIT) {
		syntax_fail(p, "nested too deeply (limit %d)", DEPTH_LIMIT);
		p->too_deep = true;
		return false;
	}
	p->depth++;
	return true;
}

void parser_leave(struct parser *p)
{
	p->depth--;
}

/* Here-documents inside a substitution are read at its own newlines. */
static struct node *parse_inner(struct parser *p, struct pending_here **left)
{
	struct pending_here *outer = p->heres;
	struct node *node;

	*left = NULL;
	if (!parser_enter(p))
		return NULL;
	p->heres = NULL;
	p->has_token = false;
	node = grammar_list(p, false);
	parser_leave(p);
	*left = p->heres;
	p->heres = outer;
	return node;
}

const struct node *parse_to_end(struct parser *p)
{
	struct pending_here *left;
	struct node *node = parse_inner(p, &left);

	if (lexer_look(p, LOOK_KEYWORD)->type != TOKEN_END)
		syntax_unexpected(p, NULL);
	lexer_next(p);
	return node;
}

const struct node *parse_to_paren(struct parser *p, int line)
{
	struct pending_here *left;
	struct pending_here **tail = &left;
	struct node *node = parse_inner(p, &left);

	if (lexer_look(p, LOOK_KEYWORD)->type != TOKEN_RPAREN)
		syntax_unmatched(p, ")", "$(", line);
	lexer_next(p);
	/* A body that did not come before ")" comes after the line. */
	while (*tail)
		tail = &(*tail)->next;
	*tail = p->heres;
	p->heres = left;
	return node;
}

/* Forget what an earlier command left behind. */
static void start(struct parser *p, struct arena *arena)
{
	input_start(&p->text);
	p->in = &p->text;
	p->first_line = p->text.line;
	p->arena = arena;
	p->has_token = false;
	p->heres = NULL;
	p->depth = 0;
	p->reparsed = 0;
	p->failed = false;
	p->too_deep = false;
	p->warning.message = NULL;
	strbuf_reset(&p->scratch);
	p->stack.count = 0;
	if (!p->text.level)
		arena_fini(&p->aliases);
}

/* A line, up to and with its newline; false at the end of all input. */
static bool parse_line(struct parser *p, const struct node **body)
{
	enum token_type type;

	*body = grammar_list(p, true);
	type = lexer_look(p, LOOK_KEYWORD)->type;
	if (type != TOKEN_NEWLINE && type != TOKEN_END)
		syntax_unexpected(p, NULL);
	lexer_next(p);
	return type != TOKEN_END || p->text.begun;
}

enum parse_result parser_next(struct parser *p, struct program **program)
{
	struct program *new = program_new();
	bool more;

	start(p, &new->arena);
	more = parse_line(p, &new->body);
	if (more && !p->failed) {
		*program = new;
		return PARSE_COMMAND;
	}
	program_release(new);
	if (p->text.interrupted) {
		input_drop(&p->text);
		return PARSE_INTERRUPTED;
	}
	if (!p->failed)
		return PARSE_END;
	syntax_add_line(p);
	input_drop_line(&p->text);
	return PARSE_ERROR;
}

const struct syntax_error *parser_error(const struct parser *p)
{
	return &p->error;
}

const struct syntax_error *parser_warning(const struct parser *p)
{
	return p->warning.message ? &p->warning : NULL;
}

const struct word *parse_quoted_text(
    struct arena *arena, const char *text, size_t len)
{
	struct parser p;
	const struct word *word;

	parser_init(&p, arena);
	text = arena_strndup(arena, text, len);
	input_init_text(&p.text, text, strlen(text), 1, NULL);
	word = word_new(&p, lex_parts(&p, PLACE_HERE), 1);
	heredoc_read_all(&p);
	if (p.failed)
		word = NULL;
	parser_fini(&p);
	return word;
}
