/*
 * lexer.c - text into tokens
 *
 * Words are left to lex_word.c. What a token is depends on nothing but the
 * text, except for aliases: those are substituted when the parser looks at a
 * word and says what may stand there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/lexer.h"

#include <limits.h>
#include <string.h>

#include "base/ascii.h"
#include "syntax/heredoc.h"
#include "syntax/lex_word.h"
#include "syntax/parser.h"
#include "syntax/syntax_error.h"

size_t name_length(const char *s)
{
	size_t n = 0;

	if (!is_name_start((unsigned char)s[0]))
		return 0;
	while (is_name_char((unsigned char)s[n]))
		n++;
	return n;
}

const char *redir_text(enum redir_type type)
{
	static const char texts[][4] = {
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

	return texts[type];
}

const char *token_type_text(enum token_type type)
{
	static const char texts[][4] = {
		[TOKEN_ERROR] = "",
		[TOKEN_END] = "",
		[TOKEN_NEWLINE] = "",
		[TOKEN_WORD] = "",
		[TOKEN_IO_NUMBER] = "",
		[TOKEN_REDIRECTION] = "",
		[TOKEN_AND_IF] = "&&",
		[TOKEN_OR_IF] = "||",
		[TOKEN_PIPE] = "|",
		[TOKEN_AMPERSAND] = "&",
		[TOKEN_SEMICOLON] = ";",
		[TOKEN_CASE_BREAK] = ";;",
		[TOKEN_CASE_NEXT] = ";&",
		[TOKEN_LPAREN] = "(",
		[TOKEN_RPAREN] = ")",
	};

	return texts[type];
}

/* Blanks, continuations and a comment: to where the next token begins. */
static int skip_blanks(struct input *in)
{
	int c = input_peek(in);

	while (c == ' ' || c == '\t') {
		in->p++;
		c = input_peek(in);
	}
	if (c != '#')
		return c;
	while (c != '\n' && c != INPUT_END) {
		in->p += strcspn(in->p, "\n");
		c = input_peek_raw(in);
	}
	return c;
}

static bool skip_if(struct input *in, int c)
{
	if (input_peek(in) != c)
		return false;
	input_skip(in);
	return true;
}

static void read_redirection(struct token *token, struct input *in, int c)
{
	token->type = TOKEN_REDIRECTION;
	if (c == '<') {
		token->redir = REDIR_INPUT;
		if (skip_if(in, '&'))
			token->redir = REDIR_DUP_INPUT;
		else if (skip_if(in, '>'))
			token->redir = REDIR_READ_WRITE;
		else if (skip_if(in, '<'))
			token->redir =
			    skip_if(in, '-') ? REDIR_HERE_TABS : REDIR_HERE;
		return;
	}
	token->redir = REDIR_OUTPUT;
	if (skip_if(in, '&'))
		token->redir = REDIR_DUP_OUTPUT;
	else if (skip_if(in, '>'))
		token->redir = REDIR_APPEND;
	else if (skip_if(in, '|'))
		token->redir = REDIR_CLOBBER;
}

/* The operator that begins with C, which is the next byte. */
static void read_operator(struct token *token, struct input *in, int c)
{
	input_skip(in);
	switch (c) {
	case '&':
		token->type = skip_if(in, '&') ? TOKEN_AND_IF : TOKEN_AMPERSAND;
		break;
	case '|':
		token->type = skip_if(in, '|') ? TOKEN_OR_IF : TOKEN_PIPE;
		break;
	case ';':
		token->type = TOKEN_SEMICOLON;
		if (skip_if(in, ';'))
			token->type = TOKEN_CASE_BREAK;
		else if (skip_if(in, '&'))
			token->type = TOKEN_CASE_NEXT;
		break;
	case '(':
		token->type = TOKEN_LPAREN;
		break;
	case ')':
		token->type = TOKEN_RPAREN;
		break;
	default:
		read_redirection(token, in, c);
		break;
	}
}

/* Digits right before < or > are the descriptor to redirect, but not those at
 * the end of an alias. */
static void make_io_number(struct parser *p, struct token *token)
{
	const char *s = token->literal;
	int number = 0;
	int c;

	if (input_is_alias_end(p->in))
		return;
	c = input_peek(p->in);
	if ((c != '<' && c != '>') || s[strspn(s, "0123456789")] != '\0')
		return;
	for (; *s; s++) {
		int digit = *s - '0';

		if (number > (INT_MAX - digit) / 10) {
			syntax_fail(p, "descriptor number is too large");
			return;
		}
		number = number * 10 + digit;
	}
	token->type = TOKEN_IO_NUMBER;
	token->number = number;
}

static void read_word(struct parser *p, struct token *token)
{
	token->type = TOKEN_WORD;
	token->word = lex_word(p, token->line);
	token->literal = word_literal(token->word);
	if (!token->literal)
		return;
	token->reserved =
	    reserved_find(token->literal, token->word->parts->u.text.len);
	if (token->literal[0] >= '0' && token->literal[0] <= '9')
		make_io_number(p, token);
}

static void read_newline(struct parser *p, struct token *token)
{
	token->type = TOKEN_NEWLINE;
	input_skip(p->in);
	if (p->heres)
		heredoc_read_all(p);
}

static void read_end(struct parser *p, struct token *token)
{
	token->type = TOKEN_END;
	if (p->in->interrupted)
		p->failed = true;
	else if (p->heres)
		heredoc_read_all(p);
}

/* The next token. It is put together aside, because a word or a here-document
 * may hold commands, with tokens of their own. Not inline: the parser looks three
 * times at each token, and that is to stay cheap. */
__attribute__((noinline)) static void read_token(struct parser *p)
{
	struct input *in = p->in;
	struct token token = { 0 };
	int c;

	in->after_blank = false;
	c = skip_blanks(in);
	token.line = in->line;
	token.column = input_column(in);
	token.line_start = in->line_start;
	token.after_blank = in->after_blank;
	in->keep = in->line_start;
	switch (c) {
	case INPUT_END:
		read_end(p, &token);
		break;
	case '\n':
		read_newline(p, &token);
		break;
	case '&':
	case '|':
	case ';':
	case '(':
	case ')':
	case '<':
	case '>':
		in->begun = true;
		read_operator(&token, in, c);
		break;
	default:
		in->begun = true;
		read_word(p, &token);
		break;
	}
	if (p->failed)
		token.type = TOKEN_ERROR;
	p->token = token;
	p->has_token = true;
}

/* Read the value of alias NAME, the next token, in its place. */
static void push_alias(struct parser *p, const char *name, const char *value)
{
	struct input_level *level = arena_alloc(&p->aliases, sizeof *level);
	size_t len = strlen(value);

	*level = (struct input_level){
		.name = arena_strdup(&p->aliases, name),
		.text = arena_strndup(&p->aliases, value, len),
		.ends_in_blank = len > 0 && (value[len - 1] == ' ' ||
						value[len - 1] == '\t'),
		.column = p->token.column,
	};
	input_push(p->in, level);
	p->has_token = false;
}

static bool may_be_alias(const struct token *token, enum look how)
{
	if (token->type != TOKEN_WORD || !token->literal || token->looked_up)
		return false;
	if (token->reserved && (how == LOOK_KEYWORD || how == LOOK_COMMAND))
		return false;
	return token->after_blank || how == LOOK_NAME || how == LOOK_COMMAND;
}

/* Look the present token up; if it is an alias, read its value and go on. */
__attribute__((noinline)) static void substitute(
    struct parser *p, enum look how)
{
	const struct source *source = &p->source;

	do {
		const char *name = p->token.literal;
		const char *value = NULL;
		bool after_blank = p->token.after_blank;

		p->token.looked_up = true;
		if (!input_is_reading_alias(p->in, name))
			value = source->alias(source->alias_ctx, name);
		if (!value)
			return;
		push_alias(p, name, value);
		read_token(p);
		/* It is looked up as the word was that it stands for. */
		if (after_blank)
			p->token.after_blank = true;
	} while (may_be_alias(&p->token, how));
}

const struct token *lexer_look(struct parser *p, enum look how)
{
	if (p->failed)
		p->token.type = TOKEN_ERROR;
	else if (!p->has_token)
		read_token(p);
	if (may_be_alias(&p->token, how) && p->source.alias)
		substitute(p, how);
	return &p->token;
}

void lexer_next(struct parser *p)
{
	p->has_token = false;
}
