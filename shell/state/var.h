/*
 * var.h - shell variables: values, attributes, temporary scopes, environment
 *
 * A variable hides its value behind get and set. A scope holds what must be
 * put back: assignments before a command (x=1 cmd) are made in a scope that
 * ends with it. A journal is a scope that puts everything back.
 *
 * POSIX.1-2024 XCU 2.5.3 Shell Variables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_VAR_H
#define JSH_STATE_VAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/hash.h"
#include "base/vec.h"

struct shell;

struct var {
	char *value;    /* NULL: unset, but it has attributes or is hidden */
	bool exported;  /* for good: export, set -a, the environment */
	bool temporary; /* exported as long as its scope is open */
	bool readonly;
	int journaled; /* the journal that has what it was; 0: none */
	/* Called after the value changed or went away. May be NULL. */
	void (*changed)(struct shell *sh, const char *value);
	/* Computes the value instead of VALUE (LINENO). May be NULL. */
	const char *(*compute)(struct shell *sh);
	UT_hash_handle hh;
	char name[]; /* in the same block: fewer pages at start */
};

struct var_table {
	struct var *by_name;     /* uthash */
	struct var_saved *saved; /* undo list of the open scopes */
	int scopes;              /* open ones */
	int journal; /* the scope that is the innermost journal; 0: none */
	char **environment; /* built when asked for; NULL: out of date */
	struct vec foreign; /* NAME=VALUE of the environment whose NAME
				     is no shell name: handed on as they are */
};

/* Take over ENVP. Values of PPID, OPTIND, IFS and LINENO are not taken. */
void var_init(struct shell *sh, char *const *envp);
void var_fini(struct shell *sh);

/* Is S, up to LEN bytes, a name: a letter or _, then letters, digits, _? */
bool var_is_name(const char *s, size_t len);

/* The value, borrowed until the variable changes; NULL when it is unset. */
const char *var_get(struct shell *sh, const char *name);
const char *var_get_len(struct shell *sh, const char *name, size_t len);

/*
 * Assign. False, after one message "NAME: readonly variable", if it is
 * read-only. With set -a the variable becomes exported.
 */
bool var_set(struct shell *sh, const char *name, const char *value)
    __attribute__((warn_unused_result));

/* Assign whatever its attributes are: for PWD, OLDPWD and the like, which the
 * shell sets itself. */
void var_set_always(struct shell *sh, const char *name, const char *value);

/* The same, exported, until the innermost scope ends. */
bool var_set_temporary(struct shell *sh, const char *name, const char *value)
    __attribute__((warn_unused_result));

/* False, after a message, if it is read-only. Unsetting what is not set is
 * no error. */
bool var_unset(struct shell *sh, const char *name)
    __attribute__((warn_unused_result));

/* export and readonly: the variable may be unset and stays so. */
void var_export(struct shell *sh, const char *name);
void var_make_readonly(struct shell *sh, const char *name);
bool var_is_readonly(const struct shell *sh, const char *name);

/*
 * NAME keeps what it has, but its value and attributes are put back when SCOPE,
 * the number of an open scope, ends. False, after a message, if it is
 * read-only.
 */
bool var_make_local(struct shell *sh, const char *name, int scope)
    __attribute__((warn_unused_result));

/* A scope, and its end: temporary values go, the former ones come back. */
void var_scope_push(struct shell *sh);
void var_scope_pop(struct shell *sh);

/*
 * The innermost scope ends, but its values stay, as a special builtin's or
 * `exec`'s assignments do; they are exported if they were before, or if the
 * command exported them.
 */
void var_scope_keep(struct shell *sh);

/*
 * A journal: a scope at whose end all variables are again as they were, also
 * those of the scopes around it. Scopes that were left open inside end with it.
 * What var_journal_begin() returns is for var_journal_end().
 */
int var_journal_begin(struct shell *sh) __attribute__((warn_unused_result));
void var_journal_end(struct shell *sh, int outer);

/* In a forked child, which will end no journal: keep none. */
void var_journal_forget(struct shell *sh);

/* The exported variables as envp; borrowed until a variable changes. */
char *const *var_environment(struct shell *sh);

/* All variables sorted by name as the locale does, unset ones with attributes
 * included: *count pointers in the command arena, borrowed. */
struct var **var_sorted(struct shell *sh, size_t *count);

/* Have CHANGED called whenever NAME changes; COMPUTE gives its value until it
 * is assigned or unset. Either may be NULL. */
void var_watch(struct shell *sh, const char *name,
    void (*changed)(struct shell *sh, const char *value),
    const char *(*compute)(struct shell *sh));

#endif
