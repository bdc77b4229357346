/*
 * prompt.c - what the prompts say
 *
 * PS1 and PS2 undergo parameter, command and arithmetic expansion, and in jsh
 * mode before that their backslash escapes are decoded (prompt_escape.h). "!" in
 * PS1 stands for a history number in POSIX; jsh leaves it alone, as bash and
 * dash do.
 *
 * POSIX.1-2024 XCU 2.5.3 Shell Variables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/prompt.h"

#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "expand/expand.h"
#include "interactive/prompt_escape.h"
#include "state/zone.h"
#include "syntax/parse.h"

static void set_default(struct shell *sh, const char *name, const char *value)
{
	if (!var_get(sh, name))
		var_set_always(sh, name, value);
}

void prompt_init(struct shell *sh)
{
	set_default(sh, "PS1", geteuid() == 0 ? "# " : "$ ");
	set_default(sh, "PS2", "> ");
}

static const char *or_empty(const char *s)
{
	return s ? s : "";
}

/* Only where it is asked for: it may take a look into a file, or farther. */
static const char *user_name(const char *prompt)
{
	const struct passwd *entry =
	    strstr(prompt, "\\u") ? getpwuid(geteuid()) : NULL;

	return entry ? entry->pw_name : "";
}

static const char *terminal_name(const char *prompt)
{
	const char *name = strstr(prompt, "\\l") ? ttyname(STDIN_FILENO) : NULL;

	return name ? name : "tty";
}

static size_t count_jobs(const struct shell *sh, enum job_state state)
{
	const struct job_table *table = &sh->jobs.table;
	const struct job *job;
	size_t count = 0;

	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number))
		count += job_state(job) == state;
	return count;
}

static size_t kept_folders(struct shell *sh)
{
	const char *value = or_empty(var_get(sh, "PROMPT_DIRTRIM"));

	return *value >= '0' && *value <= '9' ? strtoul(value, NULL, 10) : 0;
}

static void decode(struct shell *sh, struct strbuf *decoded, const char *prompt)
{
	char host[HOST_NAME_MAX + 1] = "";
	struct prompt_facts facts = {
		.user = user_name(prompt),
		.host = host,
		.shell = sh->name + (*sh->name == '-'),
		.terminal = terminal_name(prompt),
		.version = PACKAGE_VERSION,
		.cwd = or_empty(var_get(sh, "PWD")),
		.home = or_empty(var_get(sh, "HOME")),
		.folders = kept_folders(sh),
		.running = count_jobs(sh, JOB_RUNNING),
		.stopped = count_jobs(sh, JOB_STOPPED),
		.history = history_next(&sh->history),
		.command = sh->commands_typed + 1,
		.status = sh->last_status,
		.root = geteuid() == 0,
		.now = time(NULL),
	};

	/* Cut it is good enough, as long as it ends. */
	(void)gethostname(host, sizeof host - 1);
	zone_take(sh);
	prompt_escape(decoded, prompt, &facts);
}

char *prompt_text(struct shell *sh, const char *name)
{
	struct arena_mark mark = arena_mark(&sh->arena);
	const char *value = or_empty(var_get(sh, name));
	int saved_status = sh->last_status;
	struct strbuf decoded = STRBUF_INIT;
	const struct word *word;
	char *expanded = NULL, *text;

	if (strchr(value, '\\') && !sh->options[OPTION_POSIX])
		decode(sh, &decoded, value);
	else
		strbuf_adds(&decoded, value);
	word = parse_quoted_text(&sh->arena, decoded.s, decoded.len);
	if (word)
		expanded = expand_quoted(sh, word);
	/* A prompt that cannot be expanded is shown as it is; its errors and
	 * statuses are no business of the commands'. */
	text = xstrdup(expanded ? expanded : value);
	if (sh->unwind == UNWIND_ERROR)
		sh->unwind = UNWIND_NONE;
	sh->last_status = saved_status;
	arena_release(&sh->arena, mark);
	strbuf_fini(&decoded);
	return text;
}
