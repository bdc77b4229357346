/*
 * history_prefix.h - the newest command that begins with what is typed
 *
 * Asked after each key, and there may be 100,000 records. So a search goes on
 * where the one before has ended, if more was typed since: what does not begin
 * with "ec" does not begin with "ech". While a line is typed no record is
 * looked at twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_HISTORY_PREFIX_H
#define JSH_STATE_HISTORY_PREFIX_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "state/history.h"

/* The search before; zero it. */
struct history_prefix {
	bool was_made;
	struct strbuf prefix;
	int number; /* of what was found, or below the oldest's */
};

/* The history has changed: the next search begins anew. Or it is the last. */
void history_prefix_reset(struct history_prefix *search);

/* The text of the newest record that begins with PREFIX and goes on in the same
 * line; one of several lines is passed over. Borrowed until the list changes;
 * NULL if there is none. */
const char *history_prefix_find(struct history_prefix *search,
    const struct history *history, const char *prefix);

#endif
