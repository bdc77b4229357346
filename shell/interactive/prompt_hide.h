/*
 * prompt_hide.h - mark what takes no room in a prompt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_PROMPT_HIDE_H
#define JSH_INTERACTIVE_PROMPT_HIDE_H

#include "base/strbuf.h"

/*
 * Append PROMPT with each escape sequence, and each bell, between PROMPT_HIDE
 * and PROMPT_SHOW (edit/edit_prompt.h), so that nobody has to write \[ and \]
 * around a colour. What is between them already stays so.
 */
void prompt_hide(struct strbuf *sb, const char *prompt);

#endif
