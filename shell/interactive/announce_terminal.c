/*
 * announce_terminal.c - how a terminal tells its user something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/announce_terminal.h"

#include <string.h>

#include "base/safe.h"

enum { TEXT_MAX = 240 };

/* The first row that fits decides. VALUE is what the variable, which is not
 * empty, begins with. */
static const struct {
	char variable[16], value[16];
	enum announce_means means;
} terminals[] = {
	{ "TERM", "dumb", ANNOUNCE_NOTHING },
	{ "TMUX", "", ANNOUNCE_BELL },
	{ "STY", "", ANNOUNCE_BELL },
	{ "TERM", "screen", ANNOUNCE_BELL },
	{ "TERM", "tmux", ANNOUNCE_BELL },
	{ "TERM", "linux", ANNOUNCE_BELL },
	{ "TERM", "xterm-kitty", ANNOUNCE_OSC_99 },
	{ "TERM", "xterm-ghostty", ANNOUNCE_OSC_9 },
	{ "TERM", "wezterm", ANNOUNCE_OSC_9 },
	{ "TERM", "foot", ANNOUNCE_OSC_777 },
	{ "KITTY_WINDOW_ID", "", ANNOUNCE_OSC_99 },
	{ "TERM_PROGRAM", "iTerm.app", ANNOUNCE_OSC_9 },
	{ "TERM_PROGRAM", "WezTerm", ANNOUNCE_OSC_9 },
	{ "TERM_PROGRAM", "ghostty", ANNOUNCE_OSC_9 },
	{ "WEZTERM_PANE", "", ANNOUNCE_OSC_9 },
	{ "VTE_VERSION", "", ANNOUNCE_OSC_777_AND_BELL },
};

static bool fits(const char *value, const char *start)
{
	return value && *value && strncmp(value, start, strlen(start)) == 0;
}

enum announce_means announce_choose(
    const char *(*get)(void *ctx, const char *name), void *ctx)
{
	const char *term = get(ctx, "TERM");
	size_t i;

	if (!term || !*term)
		return ANNOUNCE_NOTHING;
	for (i = 0; i < sizeof terminals / sizeof *terminals; i++)
		if (fits(get(ctx, terminals[i].variable), terminals[i].value))
			return terminals[i].means;
	return ANNOUNCE_BELL;
}

bool announce_knows_focus(enum announce_means means)
{
	return means == ANNOUNCE_OSC_99;
}

static void add_sequence(
    struct strbuf *sb, const char *introduction, const char *text)
{
	char shown[TEXT_MAX];

	strbuf_addf(sb, "\033]%s", introduction);
	strbuf_add(
	    sb, shown, safe_copy(shown, sizeof shown, text, strlen(text)));
	strbuf_adds(sb, "\033\\");
}

void announce_compose(struct strbuf *sb, enum announce_means means,
    const char *text, bool unfocused)
{
	switch (means) {
	case ANNOUNCE_NOTHING:
		break;
	case ANNOUNCE_BELL:
		strbuf_addc(sb, '\a');
		break;
	case ANNOUNCE_OSC_9:
		add_sequence(sb, "9;", text);
		break;
	case ANNOUNCE_OSC_99:
		add_sequence(sb, unfocused ? "99;o=unfocused;" : "99;;", text);
		break;
	case ANNOUNCE_OSC_777:
		add_sequence(sb, "777;notify;jsh;", text);
		break;
	case ANNOUNCE_OSC_777_AND_BELL:
		add_sequence(sb, "777;notify;jsh;", text);
		strbuf_addc(sb, '\a');
		break;
	}
}
