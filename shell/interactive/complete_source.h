/*
 * complete_source.h - where candidates come from
 *
 * Each function offers all it has of its kind. A source that cannot be read has
 * nothing: completion never complains.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_COMPLETE_SOURCE_H
#define JSH_INTERACTIVE_COMPLETE_SOURCE_H

#include <stdbool.h>

#include "interactive/complete_list.h"
#include "state/shell.h"

/* complete_names.c: what the shell has names for */
void complete_commands(struct shell *sh, struct complete_list *list);
void complete_builtins(struct shell *sh, struct complete_list *list);
void complete_aliases(struct shell *sh, struct complete_list *list);
void complete_functions(struct shell *sh, struct complete_list *list);
void complete_variables(
    struct shell *sh, struct complete_list *list, const char *after);
void complete_option_names(struct complete_list *list); /* set -o */
void complete_signals(struct complete_list *list, const char *prefix);
/* The options that a builtin's help tells of. */
void complete_builtin_options(
    struct complete_list *list, const struct builtin *builtin);

/* complete_system.c: what the system knows */
void complete_users(struct complete_list *list);
void complete_hosts(struct shell *sh, struct complete_list *list);
void complete_programs(const char *path, struct complete_list *list);

enum complete_files {
	COMPLETE_ALL_FILES,
	COMPLETE_DIRECTORIES,
	COMPLETE_CD_DIRECTORIES, /* also those in CDPATH, which are the
				    caller's to ask for */
	COMPLETE_EXECUTABLES,    /* and directories */
};

/* complete_files.c: the files in DIR ("": here). Hidden ones only when a dot
 * was typed. With IS_WORD a name that begins with - gets ./ before it. ABOUT each
 * of them, or NULL. */
void complete_files(struct complete_list *list, const char *dir,
    enum complete_files which, bool is_word, const char *about);

/* complete_jobs.c: %1 with the job's state and text; the pids of the user's
 * processes with their command lines, or of the shell's own children. */
void complete_jobs(struct shell *sh, struct complete_list *list);
void complete_pids(struct complete_list *list);
void complete_children(struct shell *sh, struct complete_list *list);

#endif
