/*
 * option.h - the shell's options: one table for set, sh and $-
 *
 * POSIX.1-2024 XCU set, OPTIONS.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_OPTION_H
#define JSH_STATE_OPTION_H

#include <stdbool.h>

enum option {
	OPTION_ALLEXPORT,
	OPTION_NOTIFY,
	OPTION_NOCLOBBER,
	OPTION_ERREXIT,
	OPTION_NOGLOB,
	OPTION_HASHALL,
	OPTION_INTERACTIVE,
	OPTION_MONITOR,
	OPTION_NOEXEC,
	OPTION_STDIN,
	OPTION_NOUNSET,
	OPTION_VERBOSE,
	OPTION_XTRACE,
	OPTION_AUTOCD,
	OPTION_CTRLZ,
	OPTION_EMACS,
	OPTION_HUPONEXIT,
	OPTION_IGNOREEOF,
	OPTION_MARKS,
	OPTION_NOLOG,
	OPTION_NOTIFYLONG,
	OPTION_PIPEFAIL,
	OPTION_POSIX,
	OPTION_PRIVATE,
	OPTION_SUGGEST,
	OPTION_TITLE,
	OPTION_VI,
	OPTION_COUNT,
};

struct option_record {
	enum option option;
	char letter;      /* '\0': has none */
	const char *name; /* of -o; NULL: has none */
	bool at_start;    /* only given when jsh is started (-i, -s) */
	const char *help; /* one clause */
};

/* The records, OPTION_COUNT of them, in the order of the enum. */
extern const struct option_record option_table[OPTION_COUNT];

/* The option with that letter or -o name; OPTION_COUNT if there is none. */
enum option option_by_letter(char letter);
enum option option_by_name(const char *name);

/* The -o name that is nearest to NAME, which is none; NULL: none is near. */
const char *option_nearest(const char *name);

#endif
