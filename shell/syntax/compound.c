/*
 * compound.c - the grammar of compound commands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/grammar.h"
#include "syntax/parser.h"
#include "syntax/syntax_error.h"

bool grammar_is_compound(const struct token *token)
{
	if (token->type == TOKEN_LPAREN)
		return true;
	if (token->type != TOKEN_WORD)
		return false;
	switch (token->reserved) {
	case RESERVED_LBRACE:
	case RESERVED_CASE:
	case RESERVED_FOR:
	case RESERVED_IF:
	case RESERVED_UNTIL:
	case RESERVED_WHILE:
		return true;
	case RESERVED_NONE:
	case RESERVED_BANG:
	case RESERVED_RBRACE:
	case RESERVED_DO:
	case RESERVED_DONE:
	case RESERVED_ELIF:
	case RESERVED_ELSE:
	case RESERVED_ESAC:
	case RESERVED_FI:
	case RESERVED_IN:
	case RESERVED_THEN:
	case RESERVED_TIME:
		break;
	}
	return false;
}

/* Consume the reserved word WORD if it is next. */
static bool accept_word(struct parser *p, enum reserved word)
{
	const struct token *token = lexer_look(p, LOOK_KEYWORD);

	if (token->type != TOKEN_WORD || token->reserved != word)
		return false;
	lexer_next(p);
	return true;
}

/* It must be next, because of OPENER on LINE. */
static void expect_word(
    struct parser *p, enum reserved word, enum reserved opener, int line)
{
	if (!accept_word(p, word))
		syntax_unmatched(
		    p, reserved_text(word), reserved_text(opener), line);
}

/* Commands, at least one. */
static struct node *parse_commands(struct parser *p)
{
	struct node *node = grammar_list(p, false);

	if (!node)
		syntax_unexpected(p, "a command");
	return node;
}

static struct node *parse_group(struct parser *p, int line)
{
	struct node *node = grammar_node(p, NODE_GROUP, line);

	lexer_next(p);
	node->u.group = parse_commands(p);
	expect_word(p, RESERVED_RBRACE, RESERVED_LBRACE, line);
	return node;
}

static struct node *parse_subshell(struct parser *p, int line)
{
	struct node *node = grammar_node(p, NODE_SUBSHELL, line);

	lexer_next(p);
	node->u.group = parse_commands(p);
	if (lexer_look(p, LOOK_KEYWORD)->type == TOKEN_RPAREN)
		lexer_next(p);
	else
		syntax_unmatched(p, ")", "(", line);
	return node;
}

/* After "if" or "elif": up to what follows the "then" part. */
static struct node *parse_branch(struct parser *p, int line, int if_line)
{
	struct node *node = grammar_node(p, NODE_IF, line);

	node->u.if_then.condition = parse_commands(p);
	expect_word(p, RESERVED_THEN, RESERVED_IF, if_line);
	node->u.if_then.then_part = parse_commands(p);
	return node;
}

static struct node *parse_if(struct parser *p, int line)
{
	struct node *node;
	struct node *last;

	lexer_next(p);
	node = parse_branch(p, line, line);
	last = node;
	for (;;) {
		int elif_line = lexer_look(p, LOOK_KEYWORD)->line;
		struct node *branch;

		if (!accept_word(p, RESERVED_ELIF))
			break;
		branch = parse_branch(p, elif_line, line);
		last->u.if_then.else_part = branch;
		last->u.if_then.else_is_elif = true;
		last = branch;
	}
	if (accept_word(p, RESERVED_ELSE))
		last->u.if_then.else_part = parse_commands(p);
	expect_word(p, RESERVED_FI, RESERVED_IF, line);
	return node;
}

/* "do ... done" of the loop that OPENER on LINE began. */
static struct node *parse_do(struct parser *p, enum reserved opener, int line)
{
	struct node *body;

	expect_word(p, RESERVED_DO, opener, line);
	body = parse_commands(p);
	expect_word(p, RESERVED_DONE, opener, line);
	return body;
}

static struct node *parse_while(
    struct parser *p, enum reserved opener, int line)
{
	struct node *node = grammar_node(p, NODE_WHILE, line);

	lexer_next(p);
	node->u.while_loop.until = opener == RESERVED_UNTIL;
	node->u.while_loop.condition = parse_commands(p);
	node->u.while_loop.body = parse_do(p, opener, line);
	return node;
}

/* After "in": the words, and what separates them from "do". */
static void parse_for_words(struct parser *p, struct node_for *loop)
{
	size_t mark = p->stack.count;
	const struct token *token;

	loop->has_in = true;
	while ((token = lexer_look(p, LOOK_WORD))->type == TOKEN_WORD) {
		vec_push(&p->stack, token->word);
		lexer_next(p);
	}
	loop->words = grammar_take_words(p, mark, &loop->word_count);
	if (token->type == TOKEN_SEMICOLON)
		lexer_next(p);
	else if (token->type != TOKEN_NEWLINE)
		syntax_unexpected(p, "a word, \";\" or a newline");
	grammar_newlines(p, LOOK_KEYWORD);
}

static struct node *parse_for(struct parser *p, int line)
{
	struct node *node = grammar_node(p, NODE_FOR, line);
	struct node_for *loop = &node->u.for_loop;
	const struct token *token;

	lexer_next(p);
	token = lexer_look(p, LOOK_WORD);
	if (token->type != TOKEN_WORD || !token->literal ||
	    token->literal[name_length(token->literal)] != '\0') {
		syntax_unexpected(p, "a name");
		return node;
	}
	loop->name = token->literal;
	lexer_next(p);
	if (lexer_look(p, LOOK_KEYWORD)->type == TOKEN_SEMICOLON) {
		lexer_next(p);
		grammar_newlines(p, LOOK_KEYWORD);
	} else {
		grammar_newlines(p, LOOK_KEYWORD);
		if (accept_word(p, RESERVED_IN))
			parse_for_words(p, loop);
	}
	loop->body = parse_do(p, RESERVED_FOR, line);
	return node;
}

/* The patterns and the ")" behind them. */
static void parse_patterns(struct parser *p, struct case_item *item)
{
	size_t mark = p->stack.count;
	enum token_type type;
	size_t count;

	do {
		const struct token *token = lexer_look(p, LOOK_WORD);

		if (token->type != TOKEN_WORD) {
			syntax_unexpected(p, "a pattern");
			return;
		}
		vec_push(&p->stack, token->word);
		lexer_next(p);
		type = lexer_look(p, LOOK_WORD)->type;
		if (type == TOKEN_PIPE || type == TOKEN_RPAREN)
			lexer_next(p);
		else
			syntax_unexpected(p, "\")\" after the pattern");
	} while (type == TOKEN_PIPE);
	item->patterns = grammar_take_words(p, mark, &count);
}

/* Up to ";;" or ";&"; without one, *LAST is set: "esac" must follow. */
static struct case_item *parse_item(struct parser *p, bool *last)
{
	struct case_item *item = arena_zalloc(p->arena, sizeof *item);
	enum token_type type;

	if (lexer_look(p, LOOK_WORD)->type == TOKEN_LPAREN)
		lexer_next(p);
	parse_patterns(p, item);
	item->body = grammar_list(p, false);
	type = lexer_look(p, LOOK_KEYWORD)->type;
	if (type != TOKEN_CASE_BREAK && type != TOKEN_CASE_NEXT) {
		*last = true;
		return item;
	}
	item->falls_through = type == TOKEN_CASE_NEXT;
	lexer_next(p);
	return item;
}

static bool begins_item(const struct token *token)
{
	return token->type == TOKEN_LPAREN ||
	       (token->type == TOKEN_WORD && token->reserved != RESERVED_ESAC);
}

static struct node *parse_case(struct parser *p, int line)
{
	struct node *node = grammar_node(p, NODE_CASE, line);
	const struct case_item **tail = &node->u.case_of.items;
	const struct token *token;
	bool last = false;

	lexer_next(p);
	token = lexer_look(p, LOOK_WORD);
	if (token->type != TOKEN_WORD) {
		syntax_unexpected(p, "a word");
		return node;
	}
	node->u.case_of.subject = token->word;
	lexer_next(p);
	grammar_newlines(p, LOOK_KEYWORD);
	expect_word(p, RESERVED_IN, RESERVED_CASE, line);
	grammar_newlines(p, LOOK_KEYWORD);
	while (!last && begins_item(lexer_look(p, LOOK_KEYWORD))) {
		struct case_item *item = parse_item(p, &last);

		*tail = item;
		tail = &item->next;
		grammar_newlines(p, LOOK_KEYWORD);
	}
	expect_word(p, RESERVED_ESAC, RESERVED_CASE, line);
	return node;
}

static struct node *parse_compound(struct parser *p)
{
	const struct token *token = lexer_look(p, LOOK_KEYWORD);
	int line = token->line;

	if (token->type == TOKEN_LPAREN)
		return parse_subshell(p, line);
	switch (token->reserved) {
	case RESERVED_CASE:
		return parse_case(p, line);
	case RESERVED_FOR:
		return parse_for(p, line);
	case RESERVED_IF:
		return parse_if(p, line);
	case RESERVED_WHILE:
	case RESERVED_UNTIL:
		return parse_while(p, token->reserved, line);
	case RESERVED_LBRACE:
	case RESERVED_NONE:
	case RESERVED_BANG:
	case RESERVED_RBRACE:
	case RESERVED_DO:
	case RESERVED_DONE:
	case RESERVED_ELIF:
	case RESERVED_ELSE:
	case RESERVED_ESAC:
	case RESERVED_FI:
	case RESERVED_IN:
	case RESERVED_THEN:
	case RESERVED_TIME:
		break;
	}
	return parse_group(p, line);
}

struct node *grammar_compound(struct parser *p)
{
	struct node *node;

	if (!parser_enter(p))
		return NULL;
	node = parse_compound(p);
	parser_leave(p);
	if (!p->failed)
		grammar_redirections(p, node);
	return node;
}
