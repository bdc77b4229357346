/*
 * osc.h - operating system commands: what is said to the terminal itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_OSC_H
#define JSH_INTERACTIVE_OSC_H

#include "base/strbuf.h"

/* Append the command that INTRODUCTION ("0;") begins, with TEXT made harmless,
 * and cut when it is long. */
void osc_text(struct strbuf *sb, const char *introduction, const char *text);

/* OSC 7: the shell is in the folder PATH of HOST. */
void osc_folder(struct strbuf *sb, const char *host, const char *path);

#endif
