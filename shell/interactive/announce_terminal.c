/*
 * announce_terminal.c - how a terminal tells its user something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/announce_terminal.h"

#include "interactive/osc.h"

bool announce_knows_focus(enum announce_means means)
{
	return means == ANNOUNCE_OSC_99;
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
		osc_text(sb, "9;", text);
		break;
	case ANNOUNCE_OSC_99:
		osc_text(sb, unfocused ? "99;o=unfocused;" : "99;;", text);
		break;
	case ANNOUNCE_OSC_777:
		osc_text(sb, "777;notify;jsh;", text);
		break;
	case ANNOUNCE_OSC_777_AND_BELL:
		osc_text(sb, "777;notify;jsh;", text);
		strbuf_addc(sb, '\a');
		break;
	}
}
