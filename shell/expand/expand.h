/*
 * expand.h - words into fields
 *
 * Tilde, parameter, command and arithmetic expansion, field splitting, pathname
 * expansion, quote removal: in that order, as POSIX has it. Results live in the
 * command arena (sh->arena). An error was printed and shell_abort() called
 * before false or NULL is returned.
 *
 * POSIX.1-2024 XCU 2.6 Word Expansions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_EXPAND_H
#define JSH_EXPAND_EXPAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "state/shell.h"
#include "syntax/word.h"

/*
 * All expansions. Fields (char *) are pushed on FIELDS, which the caller made
 * and frees. They must not be written to: the field of a word that is plain
 * text is that very text in the program, which has to be kept as long.
 */
bool expand_words(struct shell *sh, const struct word *const *words,
    size_t count, struct vec *fields) __attribute__((warn_unused_result));

/* The same for arguments of a declaration utility (export, readonly): those
 * that begin with NAME= are expanded as an assignment is, to one field. */
bool expand_declarations(struct shell *sh, const struct word *const *words,
    size_t count, struct vec *fields) __attribute__((warn_unused_result));

/* Of ONE word: no splitting, no pathname expansion. A word that is plain text is
 * that very text in the program. */
const char *expand_word(struct shell *sh, const struct word *word);

/* The value of an assignment: as expand_word(), tilde also after ":". */
const char *expand_assignment(struct shell *sh, const struct word *word);

/* A pattern for `case`: as expand_word(), but quoted characters that a pattern
 * gives a meaning are escaped by a backslash. */
const char *expand_pattern(struct shell *sh, const struct word *word);

/* A here-document's body, PS1 and the like: as in "...", no tilde. */
char *expand_quoted(struct shell *sh, const struct word *word);

#endif
