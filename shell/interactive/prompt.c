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
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "expand/expand.h"
#include "interactive/git_branch.h"
#include "interactive/prompt_escape.h"
#include "interactive/prompt_hide.h"
#include "interactive/shell_terminal.h"
#include "job/sig_flags.h"
#include "state/zone.h"
#include "syntax/parse.h"

/* "mary@box ~/src (main) [1 stopped] 130$ " */
static const char users_prompt[] =
    "\\{ssh:\\u@\\h }\\{cyan:\\{folder}}\\{branch: (\\{branch})}"
    "\\{jobs: [\\{jobs}]}\\{failure: \\{red:\\{failure}}}\\$ ";

static void set_default(struct shell *sh, const char *name, const char *value)
{
	if (!var_get(sh, name))
		var_set_always(sh, name, value);
}

static const char *plain_prompt(void)
{
	return geteuid() == 0 ? "# " : "$ ";
}

void prompt_init(struct shell *sh)
{
	set_default(sh, "PS1",
	    sh->options[OPTION_POSIX] ? plain_prompt() : users_prompt);
	set_default(sh, "PS2", "> ");
}

static const char *or_empty(const char *s)
{
	return s ? s : "";
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

static size_t get_number(struct shell *sh, const char *name)
{
	const char *value = or_empty(var_get(sh, name));

	return *value >= '0' && *value <= '9' ? strtoul(value, NULL, 10) : 0;
}

struct answers {
	struct shell *sh;
	char host[HOST_NAME_MAX + 1];
	char *branch; /* heap */
};

static const char *find_user(void)
{
	const struct passwd *entry = getpwuid(geteuid());

	return entry ? entry->pw_name : "";
}

static const char *find_host(struct answers *answers)
{
	/* Cut it is good enough, as long as it ends. */
	(void)gethostname(answers->host, sizeof answers->host - 1);
	return answers->host;
}

static const char *find_terminal(void)
{
	const char *name = ttyname(STDIN_FILENO);

	return name ? name : "tty";
}

static const char *find_branch(struct answers *answers)
{
	const char *git_dir = var_get(answers->sh, "GIT_DIR");

	if (!answers->branch)
		answers->branch =
		    git_branch(git_dir && *git_dir ? git_dir : NULL);
	return or_empty(answers->branch);
}

/* struct prompt_facts' ask. */
static const char *answer(void *ctx, enum prompt_question question)
{
	struct answers *answers = ctx;

	switch (question) {
	case PROMPT_USER:
		return find_user();
	case PROMPT_HOST:
		return find_host(answers);
	case PROMPT_TERMINAL:
		return find_terminal();
	case PROMPT_BRANCH:
		return find_branch(answers);
	}
	return "";
}

static void decode(struct shell *sh, struct strbuf *decoded, const char *prompt)
{
	struct answers answers = { .sh = sh };
	struct prompt_facts facts = {
		.ask = answer,
		.ctx = &answers,
		.shell = sh->name + (*sh->name == '-'),
		.version = PACKAGE_VERSION,
		.cwd = or_empty(var_get(sh, "PWD")),
		.home = or_empty(var_get(sh, "HOME")),
		.folders = get_number(sh, "PROMPT_DIRTRIM"),
		.columns = get_number(sh, "COLUMNS"),
		.running = count_jobs(sh, JOB_RUNNING),
		.stopped = count_jobs(sh, JOB_STOPPED),
		.history = history_next(&sh->history),
		.command = sh->commands_typed + 1,
		.status = sh->last_status,
		.took_us = sh->took_us,
		.root = geteuid() == 0,
		.remote = shell_is_remote(sh),
		.colours = shell_has_colours(sh),
		.now = time(NULL),
	};

	zone_take(sh);
	prompt_escape(decoded, prompt, &facts);
	free(answers.branch);
}

/* In posix mode, which knows no escapes, the prompt that nobody has set is a
 * plain one. */
static const char *value_of(struct shell *sh, const char *name)
{
	const char *value = or_empty(var_get(sh, name));

	if (sh->options[OPTION_POSIX] && strcmp(value, users_prompt) == 0)
		return plain_prompt();
	return value;
}

/* ^C was meant for what the prompt has run. */
static void forgive(struct shell *sh)
{
	if (!trap_get(sh, SIGINT))
		(void)sig_take(SIGINT);
	if (sh->unwind == UNWIND_ERROR || sh->unwind == UNWIND_INTERRUPT)
		sh->unwind = UNWIND_NONE;
}

/* A prompt that cannot be expanded is shown as it is. */
static char *text_of(struct shell *sh, const char *value)
{
	struct arena_mark mark = arena_mark(&sh->arena);
	struct strbuf decoded = STRBUF_INIT, text = STRBUF_INIT;
	const struct word *word;
	char *expanded = NULL;

	if (strchr(value, '\\') && !sh->options[OPTION_POSIX])
		decode(sh, &decoded, value);
	else
		strbuf_adds(&decoded, value);
	word = parse_quoted_text(&sh->arena, decoded.s, decoded.len);
	if (word)
		expanded = expand_quoted(sh, word);
	prompt_hide(&text, expanded ? expanded : value);
	arena_release(&sh->arena, mark);
	strbuf_fini(&decoded);
	return text.len ? strbuf_take(&text) : xstrdup("");
}

char *prompt_text(struct shell *sh, const char *name)
{
	int saved_status = sh->last_status;
	char *text = text_of(sh, value_of(sh, name));

	/* Its errors and statuses are no business of the commands'. */
	forgive(sh);
	sh->last_status = saved_status;
	return text;
}

/* What follows a backslash is no expansion. */
static bool has_expansions(const char *value)
{
	for (; *value; value++) {
		if (*value == '$' || *value == '`')
			return true;
		if (*value == '\\' && value[1])
			value++;
	}
	return false;
}

char *prompt_text_now(struct shell *sh, const char *name)
{
	const char *value = value_of(sh, name);

	return has_expansions(value) ? NULL : text_of(sh, value);
}
