/*
 * line_host.h - what an editor asks of the shell while a line is typed
 *
 * The editor blocks only in here, so a job's end is told above the half-typed
 * line at once (set -b). Traps are shell code: the editor is left for them and
 * entered again with what was typed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_LINE_HOST_H
#define JSH_INTERACTIVE_LINE_HOST_H

#include "edit/editor.h"
#include "interactive/line_input.h"

/* The callbacks, all with IN as their context. */
struct edit_host line_host(struct line_input *in);

#endif
