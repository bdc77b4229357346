/*
 * complete_list.h - what could stand at the cursor
 *
 * Sources offer all they have; the list keeps what begins as the word typed so
 * far does: exactly so, or, when nothing does, without regard to case.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_COMPLETE_LIST_H
#define JSH_INTERACTIVE_COMPLETE_LIST_H

#include <stdbool.h>

#include "base/vec.h"
#include "edit/editor.h"
#include "interactive/complete_quote.h"

struct complete_item {
	char *text;        /* as it is, without quotes */
	char *shown;       /* NULL: TEXT */
	char *about;       /* NULL: nothing is known */
	const char *after; /* what follows when it is the only one; static */
	bool exact;
};

struct complete_list {
	const char *typed; /* without quotes; borrowed */
	struct vec items;  /* struct complete_item, owned */
	bool has_exact;
};

/* Each string is copied but AFTER; SHOWN and ABOUT may be NULL. */
void complete_offer(struct complete_list *list, const char *text,
    const char *shown, const char *about, const char *after);

/* The same for what is known to fit, however it begins. */
void complete_offer_always(struct complete_list *list, const char *text,
    const char *shown, const char *about, const char *after);

/* A name that a blank follows. */
void complete_offer_name(
    struct complete_list *list, const char *name, const char *about);

/*
 * Sort, drop what is there twice, and put the result into COMPLETION: texts
 * quoted for FRAME, all that is shown made harmless. COMPLETION->common stays
 * NULL when the candidates have no more in common than was typed.
 */
void complete_list_finish(struct complete_list *list,
    const struct complete_frame *frame, struct edit_completion *completion);

void complete_list_fini(struct complete_list *list);

#endif
