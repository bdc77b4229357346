/*
 * word.h - a shell word as the parser leaves it: parts, nothing expanded
 *
 * A word is a list of parts. Quoting is kept part by part, in the style in
 * which it was typed, so that a job's text shows what the user wrote, and so
 * that expansion knows exactly which characters are quoted. Everything is
 * const after the parser and lives in the arena of its program.
 *
 * POSIX.1-2024 XCU 2.2 Quoting, 2.6 Word Expansions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_WORD_H
#define JSH_SYNTAX_WORD_H

#include <stdbool.h>
#include <stddef.h>

struct node;

enum part_type {
	PART_LITERAL,       /* abc     unquoted text, or text in "..." */
	PART_ESCAPED,       /* \a      text is what follows the backslash */
	PART_SINGLE,        /* 'abc'   text is abc */
	PART_DOLLAR_SINGLE, /* $'a\n'  text decoded, source as typed */
	PART_DOUBLE,        /* "..."   parts inside; quoted */
	PART_PARAM,         /* $x ${x:-w} */
	PART_COMMAND,       /* $(...) or `...` */
	PART_ARITH,         /* $((...)) */
};

/* The operator in ${name OP word}; COLON variants are a flag beside it. */
enum param_op {
	PARAM_PLAIN,            /* $x ${x} */
	PARAM_LENGTH,           /* ${#x} */
	PARAM_DEFAULT,          /* ${x-word}  ${x:-word} */
	PARAM_ASSIGN,           /* ${x=word}  ${x:=word} */
	PARAM_ERROR,            /* ${x?word}  ${x:?word} */
	PARAM_ALTERNATE,        /* ${x+word}  ${x:+word} */
	PARAM_TRIM_SUFFIX,      /* ${x%word} */
	PARAM_TRIM_SUFFIX_LONG, /* ${x%%word} */
	PARAM_TRIM_PREFIX,      /* ${x#word} */
	PARAM_TRIM_PREFIX_LONG, /* ${x##word} */
	PARAM_BAD,              /* ${x!y} ${}: an error when it is expanded;
				   name is what was understood, word the rest */
};

struct text {
	const char *s; /* NUL-terminated */
	size_t len;
};

struct part_param {
	const char *name; /* a name, digits, or one of @*#?-$!0 */
	enum param_op op;
	bool braces;             /* written ${...} */
	bool colon;              /* ":-" and not "-" */
	const struct word *word; /* NULL when there is none, as in ${x:-} */
};

struct part_command {
	const struct node *body; /* NULL for $() */
	bool backquotes;
};

struct word_part {
	enum part_type type;
	const struct word_part *next;
	union {
		struct text text; /* LITERAL ESCAPED SINGLE */
		struct {
			struct text text;   /* decoded */
			struct text source; /* between the quotes */
		} dollar_single;
		const struct word_part *inner; /* DOUBLE; NULL for "" */
		struct part_param param;
		struct part_command command;
		const struct word *arith; /* expression, as in "..." */
	} u;
};

struct word {
	const struct word_part *parts; /* NULL for the empty word of ${x:-} */
	int line;                      /* where it began; from 1 */
};

/*
 * The text of a word that is one unquoted literal, as a reserved word, a name
 * or an alias must be; NULL for any other word.
 */
const char *word_literal(const struct word *word);

/* Is any part of it quoted? (A quoted here-document delimiter.) */
bool word_is_quoted(const struct word *word);

#endif
