/*
 * shell_terminal.c - the terminal as the shell's variables describe it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/shell_terminal.h"

static const char *get_variable(void *ctx, const char *name)
{
	return var_get(ctx, name);
}

const struct terminal *shell_terminal(struct shell *sh)
{
	return terminal_find(get_variable, sh);
}

bool shell_has_colours(struct shell *sh)
{
	return terminal_has_colours(get_variable, sh);
}

bool shell_is_remote(struct shell *sh)
{
	const char *connection = var_get(sh, "SSH_CONNECTION");

	return connection && *connection;
}
