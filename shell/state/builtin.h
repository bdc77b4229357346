/*
 * builtin.h - the record that describes a builtin
 *
 * help, usage errors and the tests of completeness read the same record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_BUILTIN_H
#define JSH_STATE_BUILTIN_H

#include <stdbool.h>

struct shell;

enum builtin_kind {
	BUILTIN_SPECIAL,   /* POSIX.1-2024 XCU 2.15 */
	BUILTIN_REGULAR,   /* of POSIX, or of every shell (echo, test) */
	BUILTIN_EXTENSION, /* hidden by set -o posix */
};

struct builtin {
	const char *name;
	enum builtin_kind kind;
	bool changes_shell; /* that is what it is for: see exec/rest.h */
	bool keeps_redirs;  /* all that it does when it has no operands */
	bool only_prints;   /* reads nothing, and waits for nothing */
	/*
	 * Run it: argv[0] is the name, argv[argc] is NULL. Output goes to
	 * sh->out, which the caller flushes and checks. Returns 0 to 255.
	 */
	int (*run)(struct shell *sh, int argc, char **argv);
	/*
	 * May this call run in a subshell that has no process of its own: can
	 * all that it changes be put back (exec/inside.h)? It may note what that
	 * takes. NULL: no.
	 */
	bool (*can_undo)(struct shell *sh, char **argv);
	/* "fg [job]"; " | " stands between several forms, and nowhere else. A
	 * form has 72 characters at most: `help NAME` gives each a line. */
	const char *usage;
	const char *summary; /* one clause, lower case, no full stop */
	const char *help;    /* paragraphs for `help NAME`; lines under 80. A
				line "  -x [ARGUMENT]  what it does" is what
				completion tells of the option -x */
};

#endif
