/*
 * hook.h - what the user wants run before each prompt, and before each command
 *
 *   PROMPT_COMMAND  commands that run before each PS1
 *   PREEXEC         commands that run before each command that was entered,
 *                   which they find in JSH_COMMAND
 *   PS0             shown before each command that was entered; expanded as PS1
 *
 * The commands run in the shell itself. They find $? of the command before, and
 * leave it and $! as they were; their errors end only themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_HOOK_H
#define JSH_INTERACTIVE_HOOK_H

#include "state/shell.h"

/* An interactive shell begins. What the environment has for PROMPT_COMMAND and
 * PREEXEC is meant for the shell that it comes from, in the language of that: it
 * is unset. */
void hook_init(struct shell *sh);

/* Both only at the prompt, and without effect in posix mode. Afterwards
 * sh->unwind says why a hook has ended early: UNWIND_INTERRUPT after ^C,
 * UNWIND_EXIT when the shell is to leave. */
void hook_before_prompt(struct shell *sh);

/* TEXT is what was entered, and is to run. */
void hook_before_command(struct shell *sh, const char *text);

#endif
