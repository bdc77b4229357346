/*
 * edit_suggestion.h - a line that goes on as an earlier one did, shown in grey
 *
 * Behind the cursor, when that is at the end of the line, stands what would come
 * if the line were that of before. It is on the screen only, and only in the
 * row's rest: its end is cut off, so that it never makes a row or moves the
 * screen. The library does not know of it. So it is wiped away before the
 * library takes a key, unless that is the one which stands there: then the
 * library's echo of it is all that has to be written.
 *
 * For terminals that know faint text. Part of each module.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_EDIT_SUGGESTION_H
#define JSH_EDIT_EDIT_SUGGESTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Zero it; the text is freed by edit_suggestion_drop(). */
struct edit_suggestion {
	char *text;   /* the whole line, or NULL; owned */
	size_t typed; /* so many bytes of it are in the line */
	size_t shown; /* what stands behind the cursor, as it will look when
			 it is typed, ends here */
	bool is_visible;
	size_t ahead; /* bytes of SHOWN that were taken since */
};

/* A key was typed: wipe it off the screen if another one stands there. */
void edit_suggestion_key(
    struct edit_suggestion *suggestion, FILE *out, unsigned char byte);

/* Wipe it off the screen, where the cursor is as it was when it was shown. The
 * text is kept, so that it can be taken. BELOW: the terminal may have wrapped
 * it. */
void edit_suggestion_hide(
    struct edit_suggestion *suggestion, FILE *out, bool below);

/* Is what stands on the screen still right for LINE, which has grown by what
 * stood there? Then that is noted. */
bool edit_suggestion_grown(
    struct edit_suggestion *suggestion, const char *line);

/* TEXT, heap, goes on where LINE ends: show that in the ROOM columns to the
 * right of the cursor, which stays where it is. */
void edit_suggestion_show(struct edit_suggestion *suggestion, FILE *out,
    char *text, const char *line, int room);

/* Nothing is to be shown just now. If what was shown goes on where LINE ends,
 * LINE has grown into it: the rest can be taken still. */
void edit_suggestion_follow(
    struct edit_suggestion *suggestion, const char *line);

/* What was shown behind LINE, borrowed, or NULL. */
const char *edit_suggestion_rest(
    const struct edit_suggestion *suggestion, const char *line);

/* The length of the first word of REST: to the end of its first letters and
 * digits. */
size_t edit_suggestion_word(const char *rest);

/* There is none any more. */
void edit_suggestion_drop(struct edit_suggestion *suggestion);

#endif
