/*
 * edit_readline_modes.c - the terminal's modes while GNU readline reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_readline_modes.h"

#include <stdio.h>

#include "edit/edit_readline_draw.h"

/* With keypad codes readline writes what only it can. */
static bool can_replay(
    const struct readline_modes *modes, const struct edit_keys *keys, int meta)
{
	return modes->known && keys->has_modes &&
	       edit_modes_same(&modes->found, &keys->modes) &&
	       modes->meta == meta && modes->keymap == rl_get_keymap() &&
	       modes->editing_mode == rl_editing_mode &&
	       !readline_variable_is_on("enable-keypad");
}

static void prepare_by_readline(
    struct readline_modes *modes, const struct edit_keys *keys, int meta)
{
	rl_prep_terminal(meta);
	modes->meta = meta;
	modes->editing_mode = rl_editing_mode;
	modes->keymap = rl_get_keymap();
	modes->found = keys->modes;
	modes->known =
	    keys->has_modes && edit_modes_get(keys->fd, &modes->made);
}

void readline_modes_prepare(
    struct readline_modes *modes, struct edit_keys *keys, int meta)
{
	struct edit_modes made = modes->made;

	modes->replays = can_replay(modes, keys, meta);
	if (modes->replays) {
		edit_keys_free_stop_key(keys, &made);
		modes->replays = edit_modes_set(keys->fd, &made, true);
	}
	if (!modes->replays) {
		prepare_by_readline(modes, keys, meta);
		return;
	}
	keys->check_modes = false;
	RL_SETSTATE(RL_STATE_TERMPREPPED);
	modes->marks_pastes = readline_variable_is_on("enable-bracketed-paste");
	if (modes->marks_pastes)
		(void)fputs(PASTE_ON, keys->output->stream);
}

void readline_modes_restore(
    const struct readline_modes *modes, const struct edit_keys *keys)
{
	struct edit_output *out = keys->output;

	if (!modes->replays) {
		edit_output_send(out);
		out->at_once = true;
		rl_deprep_terminal();
		out->at_once = false;
		return;
	}
	if (modes->marks_pastes)
		(void)fputs(PASTE_OFF "\r", out->stream);
	edit_output_send(out);
	(void)edit_modes_set(keys->fd, &modes->found, true);
	RL_UNSETSTATE(RL_STATE_TERMPREPPED);
}
