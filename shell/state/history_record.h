/*
 * history_record.h - one command of the history, and its line in the file
 *
 * The file is text, one line a record, its six fields separated by tabs:
 *
 *   start      Unix seconds; 0: not known
 *   duration   milliseconds, or - : not known
 *   status     0 to 255, or - : not known
 *   session    the shell's pid, a full stop, and when it began to keep a
 *              history; of what was imported, the other shell's name
 *   directory  where it was entered; may be empty
 *   text       the command; newlines inside are kept
 *
 * In the last three a backslash is \\, a tab \t, a newline \n, a carriage
 * return \r, and another control character \xHH; all other bytes are as they
 * are. A record is written when its command starts, with - for duration and
 * status, so that a shell that is killed loses none. A second line follows when
 * the command has ended: directory and text are empty, and it completes the
 * record of the same session and start. With - as its status it takes that
 * record back.
 *
 * What ends in more than five tabs is the rest of a write that was cut off: it
 * can be no record, so half a command is never taken for a whole one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_HISTORY_RECORD_H
#define JSH_STATE_HISTORY_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

struct history_record {
	int64_t start;       /* Unix seconds; 0: not known */
	int64_t duration_ms; /* -1: not known */
	int status;          /* -1: not known */
	char *session;       /* these three are owned */
	char *dir;
	char *text; /* "": the line that follows a record */
};

/* Written before a line, when the file does not end in a newline */
#define HISTORY_CUT_OFF "\t\t\t\t\t\t"

/* A line of the file may be so long; a longer record is not written, and a
 * longer line is no record. */
enum { HISTORY_LINE_MAX = 1024 * 1024 };

/* A new one whose duration and status are not known. */
struct history_record *history_record_new(
    int64_t start, const char *session, const char *dir, const char *text);
void history_record_free(struct history_record *record);

/* Append the line of it, with its newline. */
void history_record_encode(
    struct strbuf *sb, const struct history_record *record);

/* What a line (without its newline) says, for history_record_free(); NULL when
 * it is no record. */
struct history_record *history_record_decode(const char *line, size_t len);

/* Is END the line that follows RECORD? */
bool history_record_is_end(
    const struct history_record *end, const struct history_record *record);

/* Do the two tell of the same command? */
bool history_record_same(
    const struct history_record *a, const struct history_record *b);

#endif
