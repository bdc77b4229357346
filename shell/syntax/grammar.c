/*
 * grammar.c - lists, pipelines, simple commands, redirections, functions
 *
 * Recursive descent, but only into what is nested: lists, and-or lists and
 * pipelines of any length are loops.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/grammar.h"

#include <string.h>

#include "syntax/heredoc.h"
#include "syntax/lex_word.h"
#include "syntax/parser.h"
#include "syntax/syntax_error.h"

struct node *grammar_node(struct parser *p, enum node_type type, int line)
{
	struct node *node = arena_alloc(p->arena, sizeof *node);

	*node = (struct node){ .type = type, .line = line };
	return node;
}

void grammar_newlines(struct parser *p, enum look how)
{
	while (lexer_look(p, how)->type == TOKEN_NEWLINE)
		lexer_next(p);
}

/* The stack above MARK into an array; its last member is NULL. */
static void *take_items(struct parser *p, size_t mark, size_t *count)
{
	size_t n = p->stack.count - mark;
	void **items = arena_alloc(p->arena, (n + 1) * sizeof *items);

	if (n > 0)
		memcpy(items, p->stack.items + mark, n * sizeof *items);
	items[n] = NULL;
	p->stack.count = mark;
	*count = n;
	return items;
}

const struct word *const *grammar_take_words(
    struct parser *p, size_t mark, size_t *count)
{
	return take_items(p, mark, count);
}

/* A word that closes what is open cannot begin a command. */
static bool begins_command(const struct token *token)
{
	switch (token->type) {
	case TOKEN_IO_NUMBER:
	case TOKEN_REDIRECTION:
		return true;
	case TOKEN_WORD:
		return !token->reserved || token->reserved == RESERVED_BANG ||
		       token->reserved == RESERVED_TIME ||
		       grammar_is_compound(token);
	case TOKEN_LPAREN:
		return true;
	case TOKEN_ERROR:
	case TOKEN_END:
	case TOKEN_NEWLINE:
	case TOKEN_AND_IF:
	case TOKEN_OR_IF:
	case TOKEN_PIPE:
	case TOKEN_AMPERSAND:
	case TOKEN_SEMICOLON:
	case TOKEN_CASE_BREAK:
	case TOKEN_CASE_NEXT:
	case TOKEN_RPAREN:
		break;
	}
	return false;
}

static bool is_redirection(const struct token *token)
{
	return token->type == TOKEN_IO_NUMBER ||
	       token->type == TOKEN_REDIRECTION;
}

static const char *redirection_operand(enum redir_type type)
{
	switch (type) {
	case REDIR_DUP_INPUT:
	case REDIR_DUP_OUTPUT:
		return "a descriptor";
	case REDIR_HERE:
	case REDIR_HERE_TABS:
		return "a delimiter";
	case REDIR_INPUT:
	case REDIR_OUTPUT:
	case REDIR_CLOBBER:
	case REDIR_APPEND:
	case REDIR_READ_WRITE:
		break;
	}
	return "a file name";
}

static bool is_output(enum redir_type type)
{
	return type == REDIR_OUTPUT || type == REDIR_CLOBBER ||
	       type == REDIR_APPEND || type == REDIR_DUP_OUTPUT;
}

/* In "2>&1>f" the grammar takes the "1" for the descriptor of ">". Take it as
 * it was meant, for the operand of ">&", as bash and yash do. */
static bool is_operand(const struct token *token, enum redir_type type)
{
	bool dup = type == REDIR_DUP_INPUT || type == REDIR_DUP_OUTPUT;

	return token->type == TOKEN_WORD ||
	       (dup && token->type == TOKEN_IO_NUMBER);
}

static struct redir *parse_redirection(struct parser *p)
{
	struct redir *redir = arena_zalloc(p->arena, sizeof *redir);
	const struct token *token = lexer_look(p, LOOK_WORD);

	redir->line = token->line;
	if (token->type == TOKEN_IO_NUMBER) {
		redir->fd = token->number;
		redir->fd_typed = true;
		lexer_next(p);
		token = lexer_look(p, LOOK_WORD);
	}
	redir->type = token->redir;
	if (!redir->fd_typed)
		redir->fd = is_output(redir->type) ? 1 : 0;
	lexer_next(p);
	token = lexer_look(p, LOOK_WORD);
	if (!is_operand(token, redir->type)) {
		syntax_unexpected(p, redirection_operand(redir->type));
		return redir;
	}
	redir->word = token->word;
	lexer_next(p);
	if (redir->type == REDIR_HERE || redir->type == REDIR_HERE_TABS)
		heredoc_add(p, redir);
	return redir;
}

void grammar_redirections(struct parser *p, struct node *node)
{
	const struct redir **tail = &node->redirs;

	while (is_redirection(lexer_look(p, LOOK_KEYWORD))) {
		struct redir *redir = parse_redirection(p);

		*tail = redir;
		tail = &redir->next;
	}
	/* Behind a redirection no word is reserved: { a; } >f fi */
	if (node->redirs)
		p->token.reserved = RESERVED_NONE;
}

/* The assignment that WORD is, or NULL. */
static struct assign *make_assign(struct parser *p, const struct word *word)
{
	const struct word_part *first = word->parts;
	struct assign *assign;
	struct word_part *rest;
	size_t len;

	if (!first || first->type != PART_LITERAL)
		return NULL;
	len = name_length(first->u.text.s);
	if (len == 0 || first->u.text.s[len] != '=')
		return NULL;
	assign = arena_zalloc(p->arena, sizeof *assign);
	assign->name = arena_strndup(p->arena, first->u.text.s, len);
	len++;
	if (first->u.text.len > len) {
		rest = lex_part_new(p, PART_LITERAL);
		rest->next = first->next;
		rest->u.text.s = first->u.text.s + len;
		rest->u.text.len = first->u.text.len - len;
		first = rest;
	} else {
		first = first->next;
	}
	assign->value = word_new(p, first, word->line);
	return assign;
}

/* Names that other shells allow as well, but nothing that would need quotes. */
static bool is_function_name(const char *s)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789_-.:+,@%";

	return s[strspn(s, allowed)] == '\0';
}

/* After "NAME", at "(". NODE becomes the function. */
static void parse_function(
    struct parser *p, struct node *node, const char *name)
{
	lexer_next(p);
	if (lexer_look(p, LOOK_WORD)->type != TOKEN_RPAREN) {
		syntax_unexpected(p, "\")\"");
		return;
	}
	lexer_next(p);
	grammar_newlines(p, LOOK_KEYWORD);
	if (!grammar_is_compound(lexer_look(p, LOOK_KEYWORD))) {
		syntax_unexpected(p, "a compound command");
		return;
	}
	node->type = NODE_FUNCTION;
	node->u.function.name = name;
	node->u.function.body = grammar_compound(p);
}

/* A simple command while it is put together. */
struct simple {
	struct node *node;
	const struct assign **next_assign;
	const struct redir **next_redir;
	size_t mark; /* its words on the stack */
};

/* Add a redirection or an assignment; false if the next token is none. */
static bool add_prefix(
    struct parser *p, struct simple *simple, const struct token *token)
{
	struct assign *assign;

	if (is_redirection(token)) {
		struct redir *redir = parse_redirection(p);

		*simple->next_redir = redir;
		simple->next_redir = &redir->next;
		return true;
	}
	if (token->type != TOKEN_WORD || p->stack.count > simple->mark)
		return false;
	assign = make_assign(p, token->word);
	if (!assign)
		return false;
	lexer_next(p);
	*simple->next_assign = assign;
	simple->next_assign = &assign->next;
	return true;
}

/* After the only word so far: the name of a function, if it can be one and
 * "(" follows. */
static const char *function_name(struct parser *p, const struct simple *simple)
{
	const struct word *word = p->stack.items[simple->mark];
	const char *name = word_literal(word);

	if (simple->node->redirs || simple->node->u.simple.assigns || !name ||
	    lexer_look(p, LOOK_WORD)->type != TOKEN_LPAREN)
		return NULL;
	return is_function_name(name) ? name : NULL;
}

/* A simple command, or the definition of a function. NAME: its first word, if
 * that was taken already, else NULL. */
static struct node *parse_simple(struct parser *p, int line, struct word *first)
{
	struct node *node = grammar_node(p, NODE_SIMPLE, line);
	struct simple simple = {
		.node = node,
		.next_assign = &node->u.simple.assigns,
		.next_redir = &node->redirs,
		.mark = p->stack.count,
	};
	enum look how = first ? LOOK_WORD : LOOK_COMMAND;

	if (first)
		vec_push(&p->stack, first);
	for (;;) {
		const struct token *token = lexer_look(p, how);
		const char *name;

		if (add_prefix(p, &simple, token)) {
			if (how == LOOK_COMMAND)
				how = LOOK_NAME;
			continue;
		}
		if (token->type != TOKEN_WORD)
			break;
		vec_push(&p->stack, token->word);
		lexer_next(p);
		if (how == LOOK_WORD)
			continue;
		how = LOOK_WORD;
		name = function_name(p, &simple);
		if (name) {
			p->stack.count = simple.mark;
			parse_function(p, node, name);
			return node;
		}
	}
	node->u.simple.words =
	    grammar_take_words(p, simple.mark, &node->u.simple.word_count);
	return node;
}

struct node *grammar_command(struct parser *p)
{
	const struct token *token = lexer_look(p, LOOK_COMMAND);

	if (grammar_is_compound(token))
		return grammar_compound(p);
	if (!begins_command(token) || token->reserved == RESERVED_BANG) {
		syntax_unexpected(p, "a command");
		return NULL;
	}
	/* "time" is a name where no pipeline begins, as after "|". */
	return parse_simple(p, token->line, NULL);
}

/* What stands before a pipeline: "!" once, "time" with its options, in any
 * order. */
struct prefix {
	bool negate;
	bool timed;
	bool posix_format;
	struct word *name; /* "time", if it is a command after all */
};

/* "time" has been taken. Options that the reserved word does not have are the
 * utility's, whose name it is then. */
static bool take_time_options(struct parser *p, struct prefix *prefix)
{
	const struct token *token = lexer_look(p, LOOK_COMMAND);
	const char *s = token->type == TOKEN_WORD ? token->literal : NULL;

	if (!s || s[0] != '-')
		return true;
	if (strcmp(s, "-p") == 0) {
		prefix->posix_format = true;
		lexer_next(p);
		token = lexer_look(p, LOOK_COMMAND);
		s = token->type == TOKEN_WORD ? token->literal : NULL;
		if (!s || strcmp(s, "--") != 0)
			return true;
	}
	if (strcmp(s, "--") != 0)
		return false;
	lexer_next(p);
	return true;
}

/* False if the next token is no prefix, or prefix->name was found. */
static bool take_prefix(struct parser *p, struct prefix *prefix)
{
	const struct token *token = lexer_look(p, LOOK_COMMAND);
	struct word *word = token->word;

	if (token->type != TOKEN_WORD)
		return false;
	if (token->reserved == RESERVED_BANG && !prefix->negate) {
		prefix->negate = true;
		lexer_next(p);
		return true;
	}
	if (token->reserved != RESERVED_TIME)
		return false;
	lexer_next(p);
	if (take_time_options(p, prefix)) {
		prefix->timed = true;
		return true;
	}
	prefix->name = word;
	return false;
}

/* Does a command end here, with nothing in it? */
static bool is_at_end(struct parser *p)
{
	switch (lexer_look(p, LOOK_COMMAND)->type) {
	case TOKEN_END:
	case TOKEN_NEWLINE:
	case TOKEN_AMPERSAND:
	case TOKEN_SEMICOLON:
	case TOKEN_CASE_BREAK:
	case TOKEN_CASE_NEXT:
	case TOKEN_RPAREN:
		return true;
	case TOKEN_ERROR:
	case TOKEN_WORD:
	case TOKEN_IO_NUMBER:
	case TOKEN_REDIRECTION:
	case TOKEN_AND_IF:
	case TOKEN_OR_IF:
	case TOKEN_PIPE:
	case TOKEN_LPAREN:
		break;
	}
	return false;
}

/* The commands of a pipeline, after its prefix. */
static struct node *parse_commands(
    struct parser *p, const struct prefix *prefix, int line)
{
	size_t mark = p->stack.count;
	struct node *node = prefix->name ? parse_simple(p, line, prefix->name)
					 : grammar_command(p);

	if (!prefix->negate && lexer_look(p, LOOK_KEYWORD)->type != TOKEN_PIPE)
		return node;
	vec_push(&p->stack, node);
	while (lexer_look(p, LOOK_KEYWORD)->type == TOKEN_PIPE) {
		lexer_next(p);
		grammar_newlines(p, LOOK_COMMAND);
		vec_push(&p->stack, grammar_command(p));
	}
	node = grammar_node(p, NODE_PIPELINE, line);
	node->u.pipeline.negate = prefix->negate;
	node->u.pipeline.commands =
	    take_items(p, mark, &node->u.pipeline.count);
	return node;
}

static struct node *parse_pipeline(struct parser *p)
{
	int line = lexer_look(p, LOOK_COMMAND)->line;
	struct prefix prefix = { 0 };
	struct node *commands = NULL, *node;

	while (take_prefix(p, &prefix))
		continue;
	if (!prefix.timed || prefix.negate || !is_at_end(p))
		commands = parse_commands(p, &prefix, line);
	if (!prefix.timed)
		return commands;
	node = grammar_node(p, NODE_TIME, line);
	node->u.time.pipeline = commands;
	node->u.time.posix_format = prefix.posix_format;
	return node;
}

static struct node *parse_and_or(struct parser *p)
{
	struct node *left = parse_pipeline(p);

	while (!p->failed) {
		enum token_type type = lexer_look(p, LOOK_KEYWORD)->type;
		struct node *node;

		if (type != TOKEN_AND_IF && type != TOKEN_OR_IF)
			break;
		lexer_next(p);
		grammar_newlines(p, LOOK_COMMAND);
		node = grammar_node(p, NODE_AND_OR, left->line);
		node->u.and_or.left = left;
		node->u.and_or.right = parse_pipeline(p);
		node->u.and_or.is_or = type == TOKEN_OR_IF;
		left = node;
	}
	return left;
}

/* The stack above MARK: pairs of a command, and the same again if it is to
 * run in the background. */
static struct node *take_list(struct parser *p, size_t mark)
{
	size_t count = (p->stack.count - mark) / 2;
	void **stacked;
	struct list_item *items;
	struct node *node;
	size_t i;

	p->stack.count = mark;
	if (count == 0)
		return NULL;
	stacked = p->stack.items + mark;
	node = stacked[0];
	if (count == 1 && !stacked[1])
		return node;
	items = arena_alloc(p->arena, count * sizeof *items);
	for (i = 0; i < count; i++) {
		items[i].command = stacked[2 * i];
		items[i].background = stacked[2 * i + 1] != NULL;
	}
	node = grammar_node(p, NODE_LIST, node->line);
	node->u.list.items = items;
	node->u.list.count = count;
	return node;
}

struct node *grammar_list(struct parser *p, bool line)
{
	size_t mark = p->stack.count;

	if (!line)
		grammar_newlines(p, LOOK_COMMAND);
	while (begins_command(lexer_look(p, LOOK_COMMAND))) {
		struct node *command = parse_and_or(p);
		enum token_type type;

		if (p->failed)
			return NULL;
		type = lexer_look(p, LOOK_KEYWORD)->type;
		vec_push(&p->stack, command);
		vec_push(&p->stack, type == TOKEN_AMPERSAND ? command : NULL);
		if (type != TOKEN_SEMICOLON && type != TOKEN_AMPERSAND &&
		    (line || type != TOKEN_NEWLINE))
			break;
		lexer_next(p);
		if (!line)
			grammar_newlines(p, LOOK_COMMAND);
	}
	return take_list(p, mark);
}
