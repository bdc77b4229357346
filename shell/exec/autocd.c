/*
 * autocd.c - set -o autocd: a directory's name as a command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/autocd.h"

#include <string.h>
#include <sys/stat.h>

#include "base/diag.h"
#include "exec/simple.h"

bool autocd_applies(const struct shell *sh, const char *name)
{
	struct stat st;

	return sh->options[OPTION_AUTOCD] && !sh->options[OPTION_POSIX] &&
	       sh->interactive && stat(name, &st) == 0 && S_ISDIR(st.st_mode);
}

/* As an operand that cd looks for here only, and takes for no option. */
static char *make_operand(struct shell *sh, const char *name)
{
	size_t len = strlen(name);
	char *operand = arena_alloc(&sh->arena, len + sizeof "./");

	if (*name == '/')
		return memcpy(operand, name, len + 1);
	memcpy(operand, "./", 2);
	memcpy(operand + 2, name, len + 1);
	return operand;
}

int autocd_go(struct shell *sh, const char *name)
{
	char cd[] = "cd";
	char *argv[] = { cd, make_operand(sh, name), NULL };
	int status = command_run(sh, 2, argv, COMMAND_NO_FUNCTION);
	int error;

	if (status)
		return status;
	out_printf(&sh->out, "%s\n", var_get(sh, "PWD"));
	error = out_finish(&sh->out);
	if (!error)
		return 0;
	diag("%s: write error: %s", name, strerror(error));
	return 1;
}
