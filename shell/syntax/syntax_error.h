/*
 * syntax_error.h - how a parser fails
 *
 * Only the first failure counts. Each puts message and place into the parser
 * and sets its failed flag.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_SYNTAX_ERROR_H
#define JSH_SYNTAX_SYNTAX_ERROR_H

struct parser;
struct token;

/* At the place of the next token, which was looked at: `unexpected "fi"`,
 * and if EXPECTED is not NULL, `, expected ` and that. */
void syntax_unexpected(struct parser *p, const char *expected);

/* The same, with `expected "WORD" to match "OPENER" on line N`. */
void syntax_unmatched(
    struct parser *p, const char *word, const char *opener, int line);

/* At the end of the text, inside something that began on LINE; WHAT is as in
 * `quote "`. */
void syntax_unclosed(struct parser *p, const char *what, int line);

/* At the place that was read last. */
void syntax_fail(struct parser *p, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* No failure: the here-document that began on LINE ends with the text, and not
 * with a line that is DELIMITER. Only the first of a command is kept. */
void syntax_warn_unended(struct parser *p, const char *delimiter, int line);

/* Before the failure is reported, and before its line is dropped: copy that
 * line. (Not at once: a failure inside "$((" may be taken back.) */
void syntax_add_line(struct parser *p);

#endif
