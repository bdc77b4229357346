/*
 * edit_readline_complete.h - completion in GNU readline, by what the shell knows
 *
 * Part of the readline module.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_EDIT_READLINE_COMPLETE_H
#define JSH_EDIT_EDIT_READLINE_COMPLETE_H

#include "edit/edit_module.h"

/* Before rl_initialize(): have HOST asked, and lists shown on OUT; both are
 * borrowed until the editor is closed. */
void readline_complete_open(
    const struct edit_host *host, struct edit_output *out);
void readline_complete_close(void);

#endif
