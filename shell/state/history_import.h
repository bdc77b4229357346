/*
 * history_import.h - histories of other shells made records
 *
 * Which shell wrote a text is told by its content:
 *
 *   fish   begins with "- cmd: "; escapes \\ and \n; "when:" has the time
 *   zsh    ": start:duration;command", or plain lines in which a newline of a
 *          command has a backslash before it; some bytes are "metafied": 0x83
 *          and the byte with its bit 0x20 turned over
 *   bash   lines; "#" and a number is the time of the command that follows, which
 *          then has all lines up to the next such time
 *   jsh    records (history_record.h)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_HISTORY_IMPORT_H
#define JSH_STATE_HISTORY_IMPORT_H

#include <stddef.h>

#include "base/vec.h"

/*
 * Append what the LEN bytes at TEXT say to RECORDS, in their order; each is for
 * history_record_free(). Their session is the shell's name, which is returned
 * (borrowed for good); of records of jsh it is the one that they have. NUL bytes
 * are passed over.
 */
const char *history_import(const char *text, size_t len, struct vec *records);

#endif
