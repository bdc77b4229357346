/*
 * builtins.h - the builtins: one file each, one record each
 *
 * Adding a builtin
 *
 *  1. Write builtins/NAME.c (builtins/ext/NAME.c if POSIX does not have it): a
 *     static function that returns the status, and at the end of the file
 *     `const struct builtin builtin_NAME` with usage, summary and help. Output
 *     goes to sh->out; messages through diag("NAME: ..."); options through
 *     opts.h; job specs through jobarg.h. If all that it changes is what
 *     exec/inside.h puts back, give it a can_undo.
 *  2. Declare the record below and put it into table.c, in order of name.
 *  3. Add the file to Makefile.am (libbuiltins_a_SOURCES).
 *  4. Write tests/builtins/NAME.bats (tests/posix/ for what any POSIX shell
 *     does), and an item in BUILTINS of doc/jsh.1, with the same usage.
 *
 * `make check` fails if the table is out of order, if a record lacks its usage,
 * summary or help, if a builtin has no tests file, or if the manual lacks it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BUILTINS_BUILTINS_H
#define JSH_BUILTINS_BUILTINS_H

#include <stddef.h>

#include "state/builtin.h"

extern const struct builtin builtin_abbr;
extern const struct builtin builtin_after;
extern const struct builtin builtin_alias;
extern const struct builtin builtin_bg;
extern const struct builtin builtin_bracket; /* [ */
extern const struct builtin builtin_break;
extern const struct builtin builtin_cd;
extern const struct builtin builtin_colon; /* : */
extern const struct builtin builtin_command;
extern const struct builtin builtin_complete;
extern const struct builtin builtin_continue;
extern const struct builtin builtin_dirs;
extern const struct builtin builtin_disown;
extern const struct builtin builtin_dot; /* . */
extern const struct builtin builtin_echo;
extern const struct builtin builtin_eval;
extern const struct builtin builtin_exec;
extern const struct builtin builtin_exit;
extern const struct builtin builtin_export;
extern const struct builtin builtin_false;
extern const struct builtin builtin_fc;
extern const struct builtin builtin_fg;
extern const struct builtin builtin_getopts;
extern const struct builtin builtin_hash;
extern const struct builtin builtin_help;
extern const struct builtin builtin_history;
extern const struct builtin builtin_jobs;
extern const struct builtin builtin_kill;
extern const struct builtin builtin_local;
extern const struct builtin builtin_nohup;
extern const struct builtin builtin_popd;
extern const struct builtin builtin_printf;
extern const struct builtin builtin_pushd;
extern const struct builtin builtin_pwd;
extern const struct builtin builtin_read;
extern const struct builtin builtin_readonly;
extern const struct builtin builtin_return;
extern const struct builtin builtin_set;
extern const struct builtin builtin_shift;
extern const struct builtin builtin_suspend;
extern const struct builtin builtin_test;
extern const struct builtin builtin_times;
extern const struct builtin builtin_trap;
extern const struct builtin builtin_true;
extern const struct builtin builtin_type;
extern const struct builtin builtin_ulimit;
extern const struct builtin builtin_umask;
extern const struct builtin builtin_unalias;
extern const struct builtin builtin_unset;
extern const struct builtin builtin_wait;

/* All of them, sorted by name as strcmp() sorts. */
extern const struct builtin *const builtin_table[];
extern const size_t builtin_table_count;

#endif
