/*
 * window.c - LINES and COLUMNS follow the terminal's window
 *
 * POSIX.1-2024 XBD 8.3 Other Environment Variables: COLUMNS, LINES.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/window.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/decimal.h"

static void set_number(struct shell *sh, const char *name, unsigned number)
{
	char text[DECIMAL_SIZE];
	const char *now = var_get(sh, name);

	if (number == 0 || var_is_readonly(sh, name))
		return;
	(void)decimal(text, number);
	if (!now || strcmp(now, text) != 0)
		var_set_always(sh, name, text);
}

bool window_measure(struct shell *sh)
{
	struct window *window = &sh->window;
	struct winsize size = { 0 };

	window->is_terminal =
	    sh->interactive && ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0;
	window->known = true;
	if (size.ws_row != window->rows || size.ws_col != window->columns)
		window->changes++;
	window->rows = size.ws_row;
	window->columns = size.ws_col;
	if (!window->is_terminal)
		return false;
	set_number(sh, "LINES", size.ws_row);
	set_number(sh, "COLUMNS", size.ws_col);
	return true;
}

bool window_is_terminal(struct shell *sh)
{
	return sh->window.known ? sh->window.is_terminal : window_measure(sh);
}
