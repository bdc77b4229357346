/*
 * xtrace.c - set -x: commands shown before they run
 *
 * POSIX.1-2024 XCU set, -x; PS4.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/xtrace.h"

#include <string.h>

#include "base/fdio.h"
#include "expand/expand.h"
#include "syntax/parse.h"
#include "syntax/unparse.h"

/* PS4 expanded; "+ " when it cannot be. */
static const char *prefix(struct shell *sh)
{
	const char *ps4 = var_get(sh, "PS4");
	int status = sh->last_status, subst_status = sh->subst_status;
	const struct word *word;
	char *text = NULL;

	if (!ps4)
		return "+ ";
	/* What PS4 itself runs is not traced, and leaves no status. */
	sh->options[OPTION_XTRACE] = false;
	word = parse_quoted_text(&sh->arena, ps4, strlen(ps4));
	if (word)
		text = expand_quoted(sh, word);
	sh->options[OPTION_XTRACE] = true;
	if (!text)
		return "+ ";
	sh->last_status = status;
	sh->subst_status = subst_status;
	return text;
}

void xtrace_command(struct shell *sh, const struct traced_assign *assigns,
    size_t assign_count, char *const *fields, size_t field_count)
{
	struct strbuf line = STRBUF_INIT;
	const char *separator = "";

	strbuf_adds(&line, prefix(sh));
	for (size_t i = 0; i < assign_count; i++) {
		strbuf_addf(&line, "%s%s=", separator, assigns[i].name);
		unparse_quoted(&line, assigns[i].value);
		separator = " ";
	}
	for (size_t i = 0; i < field_count; i++) {
		strbuf_adds(&line, separator);
		unparse_quoted(&line, fields[i]);
		separator = " ";
	}
	strbuf_addc(&line, '\n');
	/* A trace that cannot be written changes nothing. */
	fd_say_bytes(line.s, line.len);
	strbuf_fini(&line);
}
