/*
 * prompt.c - what the prompts say
 *
 * PS1 and PS2 undergo parameter, command and arithmetic expansion. "!" in PS1
 * stands for a history number in POSIX; jsh leaves it alone, as bash and dash
 * do.
 *
 * POSIX.1-2024 XCU 2.5.3 Shell Variables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/prompt.h"

#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "expand/expand.h"
#include "syntax/parse.h"

static void set_default(struct shell *sh, const char *name, const char *value)
{
	if (!var_get(sh, name))
		var_set_always(sh, name, value);
}

void prompt_init(struct shell *sh)
{
	set_default(sh, "PS1", geteuid() == 0 ? "# " : "$ ");
	set_default(sh, "PS2", "> ");
}

char *prompt_text(struct shell *sh, const char *name)
{
	struct arena_mark mark = arena_mark(&sh->arena);
	const char *value = var_get(sh, name);
	int saved_status = sh->last_status;
	const struct word *word;
	char *expanded = NULL, *text;

	if (!value)
		value = "";
	word = parse_quoted_text(&sh->arena, value, strlen(value));
	if (word)
		expanded = expand_quoted(sh, word);
	/* A prompt that cannot be expanded is shown as it is; its errors and
	 * statuses are no business of the commands'. */
	text = xstrdup(expanded ? expanded : value);
	if (sh->unwind == UNWIND_ERROR)
		sh->unwind = UNWIND_NONE;
	sh->last_status = saved_status;
	arena_release(&sh->arena, mark);
	return text;
}
