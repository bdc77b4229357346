/*
 * zone.c - the time zone that the shell's TZ says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/zone.h"

#include <stdlib.h>
#include <time.h>

#include "state/shell.h"

void zone_take(struct shell *sh)
{
	const char *zone = var_get(sh, "TZ");

	if (zone)
		(void)setenv("TZ", zone, 1);
	else
		(void)unsetenv("TZ");
	tzset();
}
