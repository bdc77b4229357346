/*
 * edit_readline_modes.h - the terminal's modes while GNU readline reads
 *
 * readline has to look at a terminal to know what modes to set, and at much else.
 * Where it would find what it found, they are set again without it: of the 10
 * system calls that it and the key which stops jobs need before a line two are
 * left, one for the modes found and one to set others.
 *
 * Part of the readline module.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_EDIT_READLINE_MODES_H
#define JSH_EDIT_EDIT_READLINE_MODES_H

#include <stdbool.h>
#include <stdio.h>

#include <readline/readline.h>

#include "edit/edit_modes.h"
#include "edit/edit_module.h"

/* Of one editor; zero it. */
struct readline_modes {
	bool known; /* what it found, and made of it */
	struct edit_modes found, made;
	int meta, editing_mode;
	Keymap keymap;
	bool replays; /* for this line */
	bool marks_pastes;
};

/* As rl_prep_terminal() and rl_deprep_terminal(). What is written comes before the
 * modes of before: else the driver could echo a key in between. */
void readline_modes_prepare(
    struct readline_modes *modes, struct edit_keys *keys, int meta);
void readline_modes_restore(
    const struct readline_modes *modes, const struct edit_keys *keys);

#endif
