/*
 * osc.c - operating system commands: what is said to the terminal itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/osc.h"

#include <stdbool.h>
#include <string.h>

#include "base/safe.h"

enum { TEXT_MAX = 240 };

void osc_text(struct strbuf *sb, const char *introduction, const char *text)
{
	char shown[TEXT_MAX];

	strbuf_addf(sb, "\033]%s", introduction);
	strbuf_add(
	    sb, shown, safe_copy(shown, sizeof shown, text, strlen(text)));
	strbuf_adds(sb, "\033\\");
}

/* What stands in a URI as it is: RFC 3986, 2.3, and the slash. */
static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (c && strchr("-._~/", c));
}

static void add_encoded(struct strbuf *sb, const char *text)
{
	for (; *text; text++) {
		if (is_plain(*text))
			strbuf_addc(sb, *text);
		else
			strbuf_addf(sb, "%%%02X", (unsigned char)*text);
	}
}

void osc_folder(struct strbuf *sb, const char *host, const char *path)
{
	strbuf_adds(sb, "\033]7;file://");
	add_encoded(sb, host);
	add_encoded(sb, path);
	strbuf_adds(sb, "\033\\");
}
