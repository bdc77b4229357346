/*
 * frame.c - the call of a function: what `local` makes end with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/frame.h"

#include <string.h>

#include "state/shell.h"

void frame_enter(struct shell *sh, struct frame *frame)
{
	var_scope_push(sh);
	frame->outer = sh->frame;
	frame->scope = sh->vars.scopes;
	frame->keeps_options = false;
	frame->keeps_getopts = false;
	sh->frame = frame;
}

static void restore_options(struct shell *sh, const bool *options)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		enum option option = (enum option)i;

		if (sh->options[option] != options[option])
			(void)shell_option_set(sh, option, options[option]);
	}
}

void frame_leave(struct shell *sh)
{
	const struct frame *frame = sh->frame;

	sh->frame = frame->outer;
	if (sh->unwind == UNWIND_EXIT)
		return;
	var_scope_pop(sh);
	if (frame->keeps_getopts)
		sh->getopts_offset = frame->getopts_offset;
	if (frame->keeps_options)
		restore_options(sh, frame->options);
}

/* As if the function had its own getopts: it begins at the first argument. */
static void begin_getopts(struct shell *sh)
{
	struct frame *frame = sh->frame;

	if (!frame->keeps_getopts)
		frame->getopts_offset = sh->getopts_offset;
	frame->keeps_getopts = true;
	var_set_always(sh, "OPTIND", "1");
}

bool frame_keep_variable(struct shell *sh, const char *name)
{
	if (!var_make_local(sh, name, sh->frame->scope))
		return false;
	if (strcmp(name, "OPTIND") == 0)
		begin_getopts(sh);
	return true;
}

void frame_keep_options(struct shell *sh)
{
	struct frame *frame = sh->frame;

	if (frame->keeps_options)
		return;
	frame->keeps_options = true;
	memcpy(frame->options, sh->options, sizeof frame->options);
}
