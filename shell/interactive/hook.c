/*
 * hook.c - what the user wants run before each prompt, and before each command
 *
 * A job that stops in a hook has no rest: sh->typed is NULL, as in scripts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/hook.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/mem.h"
#include "edit/edit_prompt.h"
#include "exec/remember.h"
#include "exec/run.h"
#include "interactive/prompt.h"

static const char prompt_hook[] = "PROMPT_COMMAND";
static const char command_hook[] = "PREEXEC";

void hook_init(struct shell *sh)
{
	/* Nothing can be read-only yet. */
	(void)!var_unset(sh, prompt_hook);
	(void)!var_unset(sh, command_hook);
}

/* NAME's value; NULL: there is none, or none that counts. */
static const char *value_of(struct shell *sh, const char *name)
{
	const char *value = var_get(sh, name);

	return value && *value && !sh->options[OPTION_POSIX] ? value : NULL;
}

/* Its messages begin with its name: at each prompt they come without anything
 * that was typed. */
static void run(struct shell *sh, const char *name)
{
	const char *saved_name = diag_name();
	int saved_status = sh->last_status;
	pid_t saved_async = sh->last_async;
	char *text = xstrdup(value_of(sh, name)); /* it may be set anew */

	diag_set_name(name);
	sh->tested++; /* errexit does not apply */
	(void)run_string(sh, text, 1, 0);
	sh->tested--;
	(void)sh->run_traps(sh); /* ^C may have come at its end */
	diag_set_name(saved_name);
	sh->last_async = saved_async;
	if (sh->unwind != UNWIND_EXIT)
		sh->last_status = saved_status;
	free(text);
}

void hook_before_prompt(struct shell *sh)
{
	if (!value_of(sh, prompt_hook))
		return;
	remember_write(sh); /* it may read the history's file */
	run(sh, prompt_hook);
}

static void show_text(struct shell *sh)
{
	char *text = prompt_text(sh, "PS0");

	edit_prompt_write(STDERR_FILENO, text, strlen(text));
	free(text);
}

void hook_before_command(struct shell *sh, const char *text)
{
	if (value_of(sh, command_hook)) {
		var_set_always(sh, "JSH_COMMAND", text);
		run(sh, command_hook);
	}
	if (!shell_is_unwinding(sh) && value_of(sh, "PS0"))
		show_text(sh);
}
