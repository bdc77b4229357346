/*
 * json.h - strings as JSON has them
 *
 * RFC 8259.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_JSON_H
#define JSH_BASE_JSON_H

#include "base/strbuf.h"

/*
 * Append S as a JSON string with its quotes. Control characters, C1 ones too,
 * are escaped, so nothing in it is obeyed by a terminal. A byte 0xNN that is no
 * UTF-8 becomes \udcNN, a half of a surrogate pair, which no character does:
 * Python's os.fsencode() makes the byte of it again.
 */
void json_add_string(struct strbuf *sb, const char *s);

#endif
