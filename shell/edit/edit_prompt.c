/*
 * edit_prompt.c - a prompt's upper lines, and its marks for what takes no room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_prompt.h"

#include <string.h>

#include "base/fdio.h"
#include "base/held.h"

const char *edit_prompt_last(const char *prompt)
{
	const char *newline = strrchr(prompt, '\n');

	return newline ? newline + 1 : prompt;
}

void edit_prompt_add(struct strbuf *sb, const char *prompt, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (prompt[i] != PROMPT_HIDE && prompt[i] != PROMPT_SHOW)
			strbuf_addc(sb, prompt[i]);
}

void edit_prompt_write(int fd, const char *prompt, size_t len)
{
	struct strbuf shown = STRBUF_INIT;

	edit_prompt_add(&shown, prompt, len);
	held_write();
	(void)!fd_write_all(fd, strbuf_str(&shown), shown.len);
	strbuf_fini(&shown);
}
