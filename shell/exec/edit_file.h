/*
 * edit_file.h - a text that the user edits in a file, with a program of theirs
 *
 * For fc, and for the line that is typed. A descriptor of the file is not kept:
 * an editor may write a new file and rename it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_EDIT_FILE_H
#define JSH_EXEC_EDIT_FILE_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "state/shell.h"

/* A new file with TEXT, which only its owner may read. *path is heap in any case,
 * the caller's to unlink and to free. False with errno. */
bool edit_file_new(struct shell *sh, const struct strbuf *text, char **path);

/* Run EDITOR, a command, with PATH as its last argument. Returns its status; $?
 * is for what was edited what it was before. With UNWIND_STOPPED afterwards it
 * has stopped, and still needs its file. */
int edit_file_run(struct shell *sh, const char *editor, const char *path);

/* Add to TEXT what is in PATH now. False with errno. */
bool edit_file_read(const char *path, struct strbuf *text);

/* Show TEXT, which is going to run, on standard error: whole rows, and nothing
 * that a terminal obeys. */
void edit_file_show(const char *text);

#endif
