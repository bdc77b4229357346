/*
 * complete_context.c - where in a command the cursor is
 *
 * The line is read from its beginning. What ends inside a substitution or a
 * subshell ends in the function that reads that one, so the context it notes is
 * the innermost; all others then just return.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/complete_context.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "syntax/reserved.h"

/* Substitutions inside one another that are looked into */
enum { DEPTH_MAX = 100 };

enum redirection {
	NO_REDIRECTION,
	TO_FILE,
	TO_DESCRIPTOR,
	TO_HERE_DOCUMENT,
};

struct scan {
	const struct complete_text *text;
	size_t at;
	int depth;
	bool in_backquotes;
	struct vec
	    delimiters; /* of here-documents that begin at the next line */
	struct complete_context *context; /* to be filled in */
};

/* The command that is being read */
struct command {
	struct vec words;
	enum redirection redirection; /* the next word is of one */
	int cases;                    /* `case`s around */
	bool in_pattern;              /* of the innermost one */
};

static bool scan_commands(struct scan *scan, char closer);

static void free_words(struct vec *words)
{
	for (size_t i = 0; i < words->count; i++)
		free(words->items[i]);
	vec_fini(words);
}

static void next_command(struct command *command)
{
	free_words(&command->words);
	vec_init(&command->words);
	command->redirection = NO_REDIRECTION;
}

static char peek(const struct scan *scan)
{
	return scan->at < scan->text->len ? scan->text->s[scan->at] : '\0';
}

static bool at_end(const struct scan *scan)
{
	return scan->at >= scan->text->len;
}

static enum complete_place place_in(
    const struct command *command, const struct complete_word *word)
{
	switch (command->redirection) {
	case TO_FILE:
		return COMPLETE_FILE;
	case TO_DESCRIPTOR:
	case TO_HERE_DOCUMENT:
		return COMPLETE_NOTHING;
	case NO_REDIRECTION:
		break;
	}
	if (command->words.count || command->in_pattern)
		return COMPLETE_ARGUMENT;
	return complete_word_assigns(word) ? COMPLETE_VALUE : COMPLETE_COMMAND;
}

/* The line ends here. COMMAND's words and WORD are given away. */
static void note(struct scan *scan, enum complete_place place,
    struct command *command, struct complete_word *word)
{
	struct complete_context *context = scan->context;

	context->place = place;
	context->word = *word;
	context->words = command->words;
	complete_word_init(word, scan->at);
	vec_init(&command->words);
}

/* Words that a command's name may follow */
static bool begins_command(const struct complete_word *word)
{
	if (word->quoted)
		return false;
	switch (reserved_find(strbuf_str(&word->text), word->text.len)) {
	case RESERVED_BANG:
	case RESERVED_LBRACE:
	case RESERVED_DO:
	case RESERVED_ELIF:
	case RESERVED_ELSE:
	case RESERVED_IF:
	case RESERVED_THEN:
	case RESERVED_TIME:
	case RESERVED_UNTIL:
	case RESERVED_WHILE:
		return true;
	case RESERVED_NONE:
	case RESERVED_RBRACE:
	case RESERVED_CASE:
	case RESERVED_DONE:
	case RESERVED_ESAC:
	case RESERVED_FI:
	case RESERVED_FOR:
	case RESERVED_IN:
		break;
	}
	return false;
}

static bool is_word(const struct complete_word *word, const char *text)
{
	return !word->quoted && strcmp(strbuf_str(&word->text), text) == 0;
}

static bool begins_patterns(
    const struct command *command, const struct complete_word *word)
{
	return command->words.count == 2 &&
	       strcmp(command->words.items[0], "case") == 0 &&
	       is_word(word, "in");
}

static void take_word(
    struct scan *scan, struct command *command, struct complete_word *word)
{
	if (command->redirection) {
		if (command->redirection == TO_HERE_DOCUMENT)
			vec_push(&scan->delimiters,
			    xstrdup(strbuf_str(&word->text)));
		command->redirection = NO_REDIRECTION;
	} else if (begins_patterns(command, word)) {
		next_command(command);
		command->cases++;
		command->in_pattern = true;
	} else if (command->cases && is_word(word, "esac") &&
		   (command->in_pattern || !command->words.count)) {
		command->cases--;
		command->in_pattern = false;
		vec_push(&command->words, xstrdup("esac"));
	} else if (!command->in_pattern &&
		   (command->words.count ||
		       (!begins_command(word) &&
			   !complete_word_assigns(word)))) {
		vec_push(&command->words, xstrdup(strbuf_str(&word->text)));
	}
}

/* Is what was read the number in 2>file? */
static bool is_io_number(
    const struct scan *scan, const struct complete_word *word)
{
	const char *text = strbuf_str(&word->text);

	return !word->quoted && text[strspn(text, "0123456789")] == '\0' &&
	       (peek(scan) == '<' || peek(scan) == '>');
}

static bool scan_nested(struct scan *scan, char closer)
{
	bool in_backquotes = scan->in_backquotes, closed;

	if (scan->depth == DEPTH_MAX)
		return false;
	scan->depth++;
	scan->in_backquotes = in_backquotes || closer == '`';
	closed = scan_commands(scan, closer);
	scan->in_backquotes = in_backquotes;
	scan->depth--;
	return closed;
}

/* Go over a word. False: the line ends in it. */
static bool read_word(
    struct scan *scan, struct command *command, struct complete_word *word)
{
	enum complete_word_end end;
	enum complete_place place = COMPLETE_NOTHING;

	for (;;) {
		end = complete_word_read(word, scan->text, scan->in_backquotes);
		scan->at = word->end.at;
		if (end != COMPLETE_WORD_NESTED)
			break;
		if (!scan_nested(
			scan, scan->text->s[scan->at - 1] == '(' ? ')' : '`'))
			return false;
		word->end.at = scan->at;
	}
	if (end == COMPLETE_WORD_WHOLE && !at_end(scan))
		return true;
	if (end == COMPLETE_WORD_WHOLE)
		place = place_in(command, word);
	else if (end == COMPLETE_WORD_VARIABLE)
		place = COMPLETE_VARIABLE;
	else if (end == COMPLETE_WORD_BRACED)
		place = COMPLETE_BRACED;
	note(scan, place, command, word);
	return false;
}

static bool scan_word(struct scan *scan, struct command *command)
{
	struct complete_word word;
	bool goes_on;

	complete_word_init(&word, scan->at);
	goes_on = read_word(scan, command, &word);
	if (goes_on && !is_io_number(scan, &word))
		take_word(scan, command, &word);
	complete_word_fini(&word);
	return goes_on;
}

static void scan_redirection(struct scan *scan, struct command *command)
{
	const char *operator= scan->text->s + scan->at;
	size_t len = 0;

	while (
	    scan->at + len < scan->text->len && strchr("<>&|-", operator[len]))
		len++;
	scan->at += len;
	command->redirection = TO_FILE;
	if (len > 1 && operator[1] == '&')
		command->redirection = TO_DESCRIPTOR;
	else if (len > 1 && operator[0] == '<' && operator[1] == '<')
		command->redirection = TO_HERE_DOCUMENT;
}

/* Behind the next newline; where the line ends if there is none. */
static void skip_line(struct scan *scan)
{
	const char *rest = scan->text->s + scan->at;
	const char *newline = memchr(rest, '\n', scan->text->len - scan->at);

	scan->at =
	    newline ? (size_t)(newline + 1 - scan->text->s) : scan->text->len;
}

/* Over a here-document, which ends in a line that is DELIMITER (behind tabs,
 * with <<-). */
static void skip_document(struct scan *scan, const char *delimiter)
{
	size_t len = strlen(delimiter);

	while (!at_end(scan)) {
		const char *line = scan->text->s + scan->at;

		skip_line(scan);
		while (*line == '\t')
			line++;
		if (strncmp(line, delimiter, len) == 0 && line[len] == '\n')
			return;
	}
}

/* At a newline. False: the line ends in a here-document. */
static bool scan_newline(struct scan *scan, struct command *command)
{
	bool has_document = scan->delimiters.count > 0;

	scan->at++;
	for (size_t i = 0; i < scan->delimiters.count; i++) {
		skip_document(scan, scan->delimiters.items[i]);
		free(scan->delimiters.items[i]);
	}
	scan->delimiters.count = 0;
	next_command(command);
	return !has_document || !at_end(scan);
}

/* ; & | and doubles of them */
static void scan_separator(struct scan *scan, struct command *command)
{
	bool is_double = scan->at + 1 < scan->text->len &&
			 strncmp(scan->text->s + scan->at, ";;", 2) == 0;

	scan->at += is_double ? 2 : 1;
	next_command(command);
	if (is_double && command->cases)
		command->in_pattern = true;
}

/* ( that begins a subshell, or the () of a function. */
static bool scan_parenthesis(struct scan *scan, struct command *command)
{
	bool names_function = command->words.count == 1;

	scan->at++;
	if (command->in_pattern)
		return true;
	if (!scan_nested(scan, ')'))
		return false;
	next_command(command);
	if (!names_function)
		vec_push(&command->words, xstrdup(")"));
	return true;
}

static void skip_blanks(struct scan *scan)
{
	while (peek(scan) == ' ' || peek(scan) == '\t' ||
	       (peek(scan) == '\\' && scan->at + 1 < scan->text->len &&
		   scan->text->s[scan->at + 1] == '\n'))
		scan->at += peek(scan) == '\\' ? 2 : 1;
}

/* One token. False: the line has ended in it. */
static bool scan_token(struct scan *scan, struct command *command)
{
	switch (peek(scan)) {
	case '#':
		while (!at_end(scan) && peek(scan) != '\n')
			scan->at++;
		return !at_end(scan);
	case '\n':
		return scan_newline(scan, command);
	case ';':
	case '&':
	case '|':
		scan_separator(scan, command);
		return true;
	case '(':
		return scan_parenthesis(scan, command);
	case ')':
		scan->at++;
		command->in_pattern = false;
		next_command(command);
		return true;
	case '<':
	case '>':
		scan_redirection(scan, command);
		return true;
	case '`':
		if (!scan->in_backquotes)
			return scan_word(scan, command);
		scan->at++; /* it closes what has a ( left open */
		return true;
	default:
		return scan_word(scan, command);
	}
}

/* Up to CLOSER ('\0': none). False: the line ends before it, and the context
 * is noted. */
static bool scan_commands(struct scan *scan, char closer)
{
	struct command command = { .words = VEC_INIT };
	struct complete_word nothing;
	bool goes_on = true, closed = false;

	for (skip_blanks(scan); goes_on && !closed && !at_end(scan);
	     skip_blanks(scan)) {
		closed = closer && peek(scan) == closer &&
			 !(closer == ')' && command.in_pattern);
		if (closed)
			scan->at++;
		else
			goes_on = scan_token(scan, &command);
		if (closed)
			break;
	}
	if (goes_on && !closed) {
		complete_word_init(&nothing, scan->at);
		note(scan, place_in(&command, &nothing), &command, &nothing);
	}
	free_words(&command.words);
	return closed;
}

void complete_context_find(
    struct complete_context *context, const struct complete_text *text)
{
	struct scan scan = { .text = text, .context = context };

	*context = (struct complete_context){ .place = COMPLETE_NOTHING };
	complete_word_init(&context->word, text->len);
	(void)scan_commands(&scan, '\0');
	free_words(&scan.delimiters);
}

void complete_context_fini(struct complete_context *context)
{
	complete_word_fini(&context->word);
	free_words(&context->words);
}
