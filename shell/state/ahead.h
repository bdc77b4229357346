/*
 * ahead.h - standard input that `read` took before it was asked for
 *
 * Nobody may find out that more than a line was taken: a program that is started
 * next, or whoever has the same open file. So after each line the offset of a
 * file is put back, and of a pipe no more than the line is taken. That is not
 * needed as long as nobody else can look, which is so from a redirection or a
 * pipeline that gave the shell its standard input until a process is started or
 * a redirection copies it.
 *
 * A pipe cannot be put back: what is in it is copied to a pipe of our own by
 * tee(2) and read from there, and taken out when it was used.
 *
 * Measured, for a line of 40 bytes: 3 system calls a line of a file and 40 of a
 * pipe without; with it 1 and 3 in 4 KiB, and 3 a line when others have it too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_AHEAD_H
#define JSH_STATE_AHEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Who else may have the open file of descriptor 0? */
enum ahead_owner {
	AHEAD_SHARED, /* anybody */
	AHEAD_OPENED, /* we opened it by its name: nobody has this offset */
	AHEAD_PIPED,  /* a pipe or memory file was made for us: nobody at all */
};

enum ahead_kind {
	AHEAD_UNKNOWN, /* not looked at yet */
	AHEAD_FILE,    /* has an offset */
	AHEAD_PIPE,
	AHEAD_TERMINAL,
	AHEAD_BYTES, /* only what is taken byte by byte is not too much */
};

struct ahead {
	enum ahead_owner owner;
	enum ahead_kind kind;
	unsigned long shares; /* how often others got a copy, so far */
	char *block;          /* heap; NULL until needed */
	size_t next, filled;  /* of the block: what is not used yet */
	bool in_pipe;         /* all of the block is still in the pipe */
	int peek[2];          /* our pipe; -1 until needed */
	int single;           /* bytes that were taken one by one */
};

void ahead_init(struct ahead *ahead);
void ahead_fini(struct ahead *ahead);

/* The block is used up: may getting more wait? Then it is for more that one can
 * wait: nothing that was used is left in the pipe. */
bool ahead_may_wait(struct ahead *ahead);

/* Fill the block, which is used up. WAITED: there was input, just now. As read(2):
 * how many bytes, 0, or -1 with errno. */
ssize_t ahead_fill(struct ahead *ahead, bool waited);

/* The line is complete: have what others can see right. */
void ahead_end(struct ahead *ahead);

/* Put back what was not used. */
void ahead_settle(struct ahead *ahead);

/* The same; from here on others have descriptor 0 too. */
void ahead_share(struct ahead *ahead);

/* Descriptor 0 is another one now, and OWNER's. What was not used of the former
 * one is lost. */
void ahead_change(struct ahead *ahead, enum ahead_owner owner);

/* In a forked child, before which ahead_share() was called. */
void ahead_enter_subshell(struct ahead *ahead);

#endif
