/*
 * table.c - all builtins, sorted by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

const struct builtin *const builtin_table[] = {
	&builtin_dot,
	&builtin_colon,
	&builtin_bracket,
	&builtin_abbr,
	&builtin_after,
	&builtin_alias,
	&builtin_bg,
	&builtin_break,
	&builtin_cd,
	&builtin_command,
	&builtin_complete,
	&builtin_continue,
	&builtin_dirs,
	&builtin_disown,
	&builtin_echo,
	&builtin_eval,
	&builtin_exec,
	&builtin_exit,
	&builtin_export,
	&builtin_false,
	&builtin_fc,
	&builtin_fg,
	&builtin_getopts,
	&builtin_hash,
	&builtin_help,
	&builtin_history,
	&builtin_jobs,
	&builtin_kill,
	&builtin_local,
	&builtin_nohup,
	&builtin_popd,
	&builtin_printf,
	&builtin_pushd,
	&builtin_pwd,
	&builtin_read,
	&builtin_readonly,
	&builtin_return,
	&builtin_set,
	&builtin_shift,
	&builtin_suspend,
	&builtin_test,
	&builtin_times,
	&builtin_trap,
	&builtin_true,
	&builtin_type,
	&builtin_ulimit,
	&builtin_umask,
	&builtin_unalias,
	&builtin_unset,
	&builtin_wait,
};

const size_t builtin_table_count =
    sizeof builtin_table / sizeof builtin_table[0];
