/*
 * xtrace.h - set -x: commands shown before they run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_XTRACE_H
#define JSH_EXEC_XTRACE_H

#include <stddef.h>

#include "state/shell.h"

struct traced_assign {
	const char *name;
	const char *value;
};

/* Write PS4, the assignments and the fields of a command to stderr, in one
 * line that could be typed again. */
void xtrace_command(struct shell *sh, const struct traced_assign *assigns,
    size_t assign_count, char *const *fields, size_t field_count);

#endif
