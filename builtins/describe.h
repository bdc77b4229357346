/*
 * describe.h - what a command name means, for `command -v`, `-V` and `type`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BUILTINS_DESCRIBE_H
#define JSH_BUILTINS_DESCRIBE_H

#include <stdbool.h>

#include "state/shell.h"

enum describe_style {
	DESCRIBE_WORDS, /* "ls is /usr/bin/ls" */
	DESCRIBE_TERSE, /* "/usr/bin/ls": what can be typed to run it */
};

/*
 * Write to sh->out what NAME is: alias, reserved word, function, builtin or
 * program; programs are looked for in PATH, or in POSIX's default one. False if
 * it is nothing: then nothing was written.
 */
bool describe_command(struct shell *sh, const char *name,
    enum describe_style style, bool default_path)
    __attribute__((warn_unused_result));

#endif
