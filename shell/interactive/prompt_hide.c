/*
 * prompt_hide.c - mark what takes no room in a prompt
 *
 * ECMA-48 says where an escape sequence ends: 5.4 (control sequences), 5.6
 * (control strings), and ISO/IEC 2022 for the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/prompt_hide.h"

#include <stdbool.h>
#include <string.h>

#include "edit/edit_prompt.h"

enum { ESCAPE = 033, BELL = '\a' };

/* The bytes at TEXT that are from FIRST to LAST. */
static size_t span(const char *text, char first, char last)
{
	size_t len = 0;

	while (text[len] >= first && text[len] <= last)
		len++;
	return len;
}

/* The bytes of the string at TEXT with its end, which is a bell or ESC \; those
 * of its introduction when it has none. */
static size_t string_length(const char *text)
{
	for (size_t i = 2; text[i]; i++) {
		if (text[i] == BELL)
			return i + 1;
		if (text[i] == ESCAPE && text[i + 1] == '\\')
			return i + 2;
	}
	return 2;
}

/* The bytes of what takes no room at TEXT; 0: it is shown. */
static size_t hidden_length(const char *text)
{
	size_t len = 1;

	if (*text == BELL)
		return 1;
	if (*text != ESCAPE)
		return 0;
	if (text[1] && strchr("]P^_X", text[1]))
		return string_length(text);
	if (text[1] == '[') {
		len = 2 + span(text + 2, 0x30, 0x3f);
		len += span(text + len, 0x20, 0x2f);
		return len + (span(text + len, 0x40, 0x7e) > 0);
	}
	len += span(text + 1, 0x20, 0x2f);
	return len + (span(text + len, 0x30, 0x7e) > 0);
}

void prompt_hide(struct strbuf *sb, const char *prompt)
{
	bool is_hidden = false;
	size_t len;

	while (*prompt) {
		len = is_hidden ? 0 : hidden_length(prompt);
		if (len) {
			strbuf_addc(sb, PROMPT_HIDE);
			strbuf_add(sb, prompt, len);
			strbuf_addc(sb, PROMPT_SHOW);
			prompt += len;
			continue;
		}
		if (*prompt == PROMPT_HIDE || *prompt == PROMPT_SHOW)
			is_hidden = *prompt == PROMPT_HIDE;
		strbuf_addc(sb, *prompt++);
	}
}
