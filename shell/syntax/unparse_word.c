/*
 * unparse_word.c - trees back into text: words, here-documents, quoting
 *
 * Each part is printed in the style in which it was typed, so nothing has to
 * be quoted anew, except inside backquotes, where every level needs more
 * backslashes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/unparse.h"

#include <string.h>

#include "syntax/heredoc.h"
#include "syntax/lex_word.h"
#include "syntax/printer.h"

static void put_parts(
    struct printer *pr, const struct word_part *part, enum word_place place);

static void put_text(struct printer *pr, const struct text *text)
{
	strbuf_add(pr->sb, text->s, text->len);
}

static void put(struct printer *pr, const char *s)
{
	strbuf_adds(pr->sb, s);
}

static const char *param_op_text(enum param_op op)
{
	static const char texts[][4] = {
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
		[PARAM_BAD] = "",
	};

	return texts[op];
}

static void put_param(
    struct printer *pr, const struct part_param *param, enum word_place place)
{
	put(pr, "$");
	if (!param->braces) {
		put(pr, param->name);
		return;
	}
	put(pr, param->op == PARAM_LENGTH ? "{#" : "{");
	put(pr, param->name);
	if (param->colon)
		put(pr, ":");
	put(pr, param_op_text(param->op));
	if (param->word)
		put_parts(pr, param->word->parts,
		    lex_place_in_braces(place, param->op));
	put(pr, "}");
}

/* Inside backquotes a backslash is doubled where it would protect what
 * follows. */
static void put_backquoted(
    struct printer *pr, const char *s, enum word_place place)
{
	put(pr, "`");
	for (; *s; s++) {
		bool special = *s == '`' ||
			       (*s == '"' && lex_place_is_double(place)) ||
			       (*s == '\\' && strchr("$`\\\n\"", s[1]));

		if (special)
			put(pr, "\\");
		strbuf_addc(pr->sb, *s);
	}
	put(pr, "`");
}

static void put_backquotes(
    struct printer *pr, const struct node *body, enum word_place place)
{
	struct strbuf *outer = pr->sb;
	struct strbuf inner = STRBUF_INIT;

	pr->sb = &inner;
	if (body)
		print_inner(pr, body);
	pr->sb = outer;
	put_backquoted(pr, strbuf_str(&inner), place);
	strbuf_fini(&inner);
}

static bool starts_with_subshell(const struct node *node)
{
	for (;;) {
		switch (node->type) {
		case NODE_LIST:
			node = node->u.list.items[0].command;
			break;
		case NODE_AND_OR:
			node = node->u.and_or.left;
			break;
		case NODE_PIPELINE:
			if (node->u.pipeline.negate)
				return false;
			node = node->u.pipeline.commands[0];
			break;
		case NODE_SUBSHELL:
			return true;
		case NODE_SIMPLE:
		case NODE_TIME:
		case NODE_GROUP:
		case NODE_FOR:
		case NODE_CASE:
		case NODE_IF:
		case NODE_WHILE:
		case NODE_FUNCTION:
			return false;
		}
	}
}

static void put_command(struct printer *pr, const struct part_command *command,
    enum word_place place)
{
	if (command->backquotes) {
		put_backquotes(pr, command->body, place);
		return;
	}
	put(pr, "$(");
	if (command->body) {
		if (starts_with_subshell(command->body))
			put(pr, " "); /* $(( is arithmetic */
		print_inner(pr, command->body);
	}
	put(pr, ")");
}

static void put_part(
    struct printer *pr, const struct word_part *part, enum word_place place)
{
	switch (part->type) {
	case PART_ESCAPED:
		put(pr, "\\");
		put_text(pr, &part->u.text);
		break;
	case PART_LITERAL:
		put_text(pr, &part->u.text);
		break;
	case PART_SINGLE:
		put(pr, "'");
		put_text(pr, &part->u.text);
		put(pr, "'");
		break;
	case PART_DOLLAR_SINGLE:
		put(pr, "$'");
		put_text(pr, &part->u.dollar_single.source);
		put(pr, "'");
		break;
	case PART_DOUBLE:
		put(pr, "\"");
		put_parts(pr, part->u.inner, PLACE_DOUBLE);
		put(pr, "\"");
		break;
	case PART_PARAM:
		put_param(pr, &part->u.param, place);
		break;
	case PART_COMMAND:
		put_command(pr, &part->u.command, place);
		break;
	case PART_ARITH:
		put(pr, "$((");
		put_parts(pr, part->u.arith->parts, PLACE_ARITH);
		put(pr, "))");
		break;
	}
}

static void put_parts(
    struct printer *pr, const struct word_part *part, enum word_place place)
{
	for (; part; part = part->next)
		put_part(pr, part, place);
}

void print_word(struct printer *pr, const struct word *word)
{
	put_parts(pr, word->parts, PLACE_WORD);
}

void print_here(struct printer *pr, const struct redir *redir)
{
	const struct word_part *parts = redir->here->parts;

	if (parts && word_is_quoted(redir->word))
		put_text(pr, &parts->u.text);
	else
		put_parts(pr, parts, PLACE_HERE);
	/* The tab keeps it from ending a here-document around this one. */
	if (redir->type == REDIR_HERE_TABS)
		put(pr, "\t");
	heredoc_delimiter(pr->sb, redir);
	put(pr, "\n");
}

static void put_single_quoted(struct strbuf *sb, const char *s)
{
	strbuf_addc(sb, '\'');
	for (; *s; s++) {
		if (*s == '\'')
			strbuf_adds(sb, "'\\''");
		else
			strbuf_addc(sb, *s);
	}
	strbuf_addc(sb, '\'');
}

static bool is_control(char c)
{
	return (c > 0 && c < ' ') || c == 0x7f;
}

static void put_dollar_single_quoted(struct strbuf *sb, const char *s)
{
	static const char values[] = "\a\b\033\f\n\r\t\v\\'";
	static const char letters[] = "abefnrtv\\'";

	strbuf_adds(sb, "$'");
	for (; *s; s++) {
		const char *found = strchr(values, *s);

		if (found)
			strbuf_addf(sb, "\\%c", letters[found - values]);
		else if (is_control(*s))
			strbuf_addf(sb, "\\%03o", (unsigned)*s);
		else
			strbuf_addc(sb, *s);
	}
	strbuf_addc(sb, '\'');
}

void unparse_quoted(struct strbuf *sb, const char *s)
{
	static const char safe[] = "abcdefghijklmnopqrstuvwxyz"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				   "0123456789_@%+:,./-";
	const char *c = s;

	if (*s && s[strspn(s, safe)] == '\0') {
		strbuf_adds(sb, s);
		return;
	}
	while (*c && !is_control(*c))
		c++;
	if (*c)
		put_dollar_single_quoted(sb, s);
	else
		put_single_quoted(sb, s);
}
