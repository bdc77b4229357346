/*
 * zone.h - the time zone that the shell's TZ says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_ZONE_H
#define JSH_STATE_ZONE_H

struct shell;

/* Before localtime(): the C library looks for TZ in the environment, but the
 * shell has it. */
void zone_take(struct shell *sh);

#endif
