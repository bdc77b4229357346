/*
 * terminal.c - what the terminal is known to understand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/terminal.h"

#include <stddef.h>
#include <string.h>

/*
 * The first row that fits decides. VALUE is what the variable, which is not
 * empty, begins with.
 *
 * tmux takes a mark for what it is from 3.4 on, and passes over it before. Marks
 * make Konsole draw lines, which its users did not like.
 */
static const struct {
	char variable[16], value[16];
	struct terminal terminal; /* its notice; folder, marks, title */
} terminals[] = {
	{ "TERM", "dumb", { ANNOUNCE_NOTHING, false, false, false } },
	{ "TMUX", "", { ANNOUNCE_BELL, true, true, true } },
	{ "STY", "", { ANNOUNCE_BELL, false, false, false } },
	{ "TERM", "screen", { ANNOUNCE_BELL, false, false, false } },
	{ "TERM", "tmux", { ANNOUNCE_BELL, true, true, true } },
	{ "TERM", "linux", { ANNOUNCE_BELL, false, false, false } },
	{ "TERM", "xterm-kitty", { ANNOUNCE_OSC_99, true, true, true } },
	{ "TERM", "xterm-ghostty", { ANNOUNCE_OSC_9, true, true, true } },
	{ "TERM", "wezterm", { ANNOUNCE_OSC_9, true, true, true } },
	{ "TERM", "foot", { ANNOUNCE_OSC_777, true, true, true } },
	{ "TERM", "contour", { ANNOUNCE_BELL, true, true, true } },
	{ "TERM", "alacritty", { ANNOUNCE_BELL, false, false, true } },
	{ "TERM", "rxvt", { ANNOUNCE_BELL, false, false, true } },
	{ "KITTY_WINDOW_ID", "", { ANNOUNCE_OSC_99, true, true, true } },
	{ "TERM_PROGRAM", "iTerm.app", { ANNOUNCE_OSC_9, true, true, true } },
	{ "TERM_PROGRAM", "WezTerm", { ANNOUNCE_OSC_9, true, true, true } },
	{ "TERM_PROGRAM", "ghostty", { ANNOUNCE_OSC_9, true, true, true } },
	{ "TERM_PROGRAM", "vscode", { ANNOUNCE_BELL, true, true, true } },
	{ "TERM_PROGRAM", "mintty", { ANNOUNCE_BELL, true, true, true } },
	{ "TERM_PROGRAM", "Apple_T", { ANNOUNCE_BELL, true, false, true } },
	{ "WEZTERM_PANE", "", { ANNOUNCE_OSC_9, true, true, true } },
	{ "VTE_VERSION", "", { ANNOUNCE_OSC_777_AND_BELL, true, true, true } },
	{ "KONSOLE_VERSION", "", { ANNOUNCE_BELL, true, false, true } },
	{ "WT_SESSION", "", { ANNOUNCE_BELL, false, true, true } },
	{ "TERM", "xterm", { ANNOUNCE_BELL, false, false, true } },
	{ "TERM", "", { ANNOUNCE_BELL, false, false, false } },
};

static bool fits(const char *value, const char *start)
{
	return value && *value && strncmp(value, start, strlen(start)) == 0;
}

/* Rows that begin with the same variable stand together: it is looked up once for
 * them, 12 variables instead of 27 for an xterm. */
const struct terminal *terminal_find(terminal_get *get, void *ctx)
{
	static const struct terminal none = { ANNOUNCE_NOTHING, false, false,
		false };
	const char *variable = "", *value = NULL;

	if (!fits(get(ctx, "TERM"), ""))
		return &none;
	for (size_t i = 0; i < sizeof terminals / sizeof *terminals; i++) {
		if (strcmp(terminals[i].variable, variable) != 0) {
			variable = terminals[i].variable;
			value = get(ctx, variable);
		}
		if (fits(value, terminals[i].value))
			return &terminals[i].terminal;
	}
	return &none;
}

bool terminal_has_colours(terminal_get *get, void *ctx)
{
	static const char without[][8] = { "dumb", "unknown", "vt" };
	const char *term = get(ctx, "TERM");
	size_t i = 0, len;

	if (fits(get(ctx, "NO_COLOR"), "") || !fits(term, ""))
		return false;
	while (i < sizeof without / sizeof *without)
		if (fits(term, without[i++]))
			return false;
	len = strlen(term); /* linux-m, xterm-mono */
	return !strstr(term, "-mono") &&
	       (len < 2 || strcmp(term + len - 2, "-m") != 0);
}
