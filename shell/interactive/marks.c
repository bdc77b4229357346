/*
 * marks.c - tell the terminal what the shell is doing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/marks.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fdio.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "edit/edit_prompt.h"
#include "exec/screen.h"
#include "exec/window.h"
#include "interactive/osc.h"
#include "interactive/prompt_folder.h"
#include "interactive/shell_terminal.h"

struct host {
	char name[HOST_NAME_MAX + 1];
};

/* What is wanted, and understood. */
static struct terminal terminal_of(struct shell *sh)
{
	static const struct terminal nothing = { .notice = ANNOUNCE_NOTHING };
	bool marks = sh->options[OPTION_MARKS];
	bool title = sh->options[OPTION_TITLE];
	struct terminal terminal;

	if (sh->options[OPTION_POSIX] || (!marks && !title) ||
	    !window_is_terminal(sh))
		return nothing;
	terminal = *shell_terminal(sh);
	terminal.folder &= marks;
	terminal.marks &= marks;
	terminal.title &= title;
	return terminal;
}

static struct host find_host(void)
{
	struct host host = { "" };

	/* Cut it is good enough, as long as it ends. */
	(void)gethostname(host.name, sizeof host.name - 1);
	return host;
}

/* TEXT, or over ssh "box: TEXT". */
static void add_title(struct strbuf *sb, struct shell *sh, const char *text)
{
	struct strbuf title = STRBUF_INIT;
	struct host host;

	if (shell_is_remote(sh)) {
		host = find_host();
		strbuf_add(&title, host.name, strcspn(host.name, "."));
		strbuf_adds(&title, ": ");
	}
	strbuf_add(&title, text, strcspn(text, "\n"));
	osc_text(sb, "0;", title.s);
	strbuf_fini(&title);
}

static void add_folder_title(
    struct strbuf *sb, struct shell *sh, const char *folder)
{
	const char *home = var_get(sh, "HOME");
	struct strbuf shown = STRBUF_INIT;

	prompt_folder(&shown, folder, home ? home : "", 0, 0);
	add_title(sb, sh, strbuf_str(&shown));
	strbuf_fini(&shown);
}

char *marks_prompt(struct shell *sh)
{
	struct terminal terminal = terminal_of(sh);
	const char *folder = var_get(sh, "PWD");
	struct strbuf text = STRBUF_INIT;

	if (folder && terminal.folder)
		osc_folder(&text, find_host().name, folder);
	if (folder && terminal.title)
		add_folder_title(&text, sh, folder);
	if (terminal.marks)
		strbuf_adds(&text, "\033]133;A\033\\");
	return text.len ? strbuf_take(&text) : NULL;
}

char *marks_prompt_end(struct shell *sh, char *text)
{
	static const char end[] = { PROMPT_HIDE, '\033', ']', '1', '3', '3',
		';', 'B', '\033', '\\', PROMPT_SHOW, '\0' };

	char *marked;

	if (!text || !terminal_of(sh).marks)
		return text;
	marked = xasprintf("%s%s", text, end);
	free(text);
	return marked;
}

void marks_command(struct shell *sh, const char *text)
{
	struct terminal terminal = terminal_of(sh);
	struct strbuf sb = STRBUF_INIT;

	if (terminal.title)
		add_title(&sb, sh, text);
	if (terminal.marks)
		strbuf_adds(&sb, "\033]133;C\033\\");
	/* At once: what runs may be long, and silent. */
	if (sb.len)
		fd_say_bytes(sb.s, sb.len);
	strbuf_fini(&sb);
}

void marks_command_end(struct shell *sh)
{
	struct strbuf sb = STRBUF_INIT;

	if (terminal_of(sh).marks)
		strbuf_addf(&sb, "\033]133;D;%d\033\\", sh->last_status);
	if (sb.len)
		screen_say(sh, sb.s, sb.len);
	strbuf_fini(&sb);
}
