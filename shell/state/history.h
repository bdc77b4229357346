/*
 * history.h - the commands that were entered
 *
 * A list of records with numbers: an old one that falls off the list leaves its
 * number behind; when one is taken out of the middle, those after it move up.
 * Who enters commands adds them here by way of exec/remember.h, which keeps the
 * file, too; an editor is told by its caller.
 *
 * POSIX.1-2024 XCU sh, Command History List; fc.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_HISTORY_H
#define JSH_STATE_HISTORY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "state/history_read.h"
#include "state/history_record.h"

/* How many are kept when HISTSIZE does not say; POSIX asks for 128 */
enum { HISTORY_DEFAULT = 1000 };

struct history {
	struct vec records; /* struct history_record *, oldest first; owned */
	int first;          /* the number of the oldest; from 1 */
	int size;           /* so many are kept at most; 0: none */
	bool running;       /* the newest is the command that runs now */
	unsigned changes;   /* counts what was not just adding one */

	/* Of exec/remember.c: */
	char *session;  /* owned; NULL until it is needed */
	int64_t start;  /* of the record in the file that has no end */
	bool is_open;   /* there is such a record; its command runs, or */
	bool has_ended; /* ... this is to be written about it: */
	struct history_end {
		long long duration_ms;
		int status; /* -1: the record is taken back */
	} end;
	bool has_warned;    /* about the file */
	bool is_foreign;    /* the file is somebody else's: not written to */
	long long began_ms; /* when the command that runs began */
	struct history_place place; /* how far the file was read */
};

void history_init(struct history *history);
void history_fini(struct history *history);

/* SIZE of them at most from now on; the oldest go. */
void history_resize(struct history *history, int size);

/* RECORD is the list's from now on; its text has no newline at its end, lines
 * inside are kept. RUNNING: it is what the shell runs now, so it is not one of
 * the SIZE previous ones yet. */
void history_add(
    struct history *history, struct history_record *record, bool running);

/* Put RECORDS, which are the list's from now on, before all others (FIRST), or
 * after all but what runs now. RECORDS is empty then. */
void history_insert(struct history *history, struct vec *records, bool first);

/* Forget the newest; its number is given again. */
void history_drop_newest(struct history *history);

/* Forget the one with that number, if there is one. */
void history_remove(struct history *history, int number);

/* Forget all. */
void history_clear(struct history *history);

/* Forget all of that text but what runs now. */
void history_remove_text(struct history *history, const char *text);

/* Forget those whose text a newer one has. */
void history_remove_duplicates(struct history *history);

/* The number that the next one gets. */
int history_next(const struct history *history);

/* The number of the newest but what runs now; first - 1 when there is none. */
int history_previous(const struct history *history);

/* Borrowed until the list changes; NULL when there is no such number. */
struct history_record *history_record(
    const struct history *history, int number);
const char *history_text(const struct history *history, int number);

#endif
