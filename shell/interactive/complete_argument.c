/*
 * complete_argument.c - the arguments of commands that the shell knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/complete_argument.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* What may stand there if nothing that was offered fits */
enum otherwise {
	NOTHING,
	FILES,
	DIRECTORIES,
	CD_DIRECTORIES,
};

static const char *last_word(const struct complete_command *command)
{
	return command->words[command->count - 1];
}

static void offer_jobs(struct shell *sh, struct complete_list *list,
    const struct complete_command *command)
{
	(void)command;
	complete_jobs(sh, list);
}

static void offer_kill(struct shell *sh, struct complete_list *list,
    const struct complete_command *command)
{
	const char *last = last_word(command);

	if (strcmp(last, "-s") == 0 || strcmp(last, "-l") == 0) {
		complete_signals(list, "");
	} else if (*list->typed == '-') {
		complete_signals(list, "-");
	} else {
		complete_jobs(sh, list);
		complete_pids(list);
	}
}

static void offer_wait(struct shell *sh, struct complete_list *list,
    const struct complete_command *command)
{
	(void)command;
	complete_jobs(sh, list);
	complete_children(sh, list);
}

static void offer_nohup(struct shell *sh, struct complete_list *list,
    const struct complete_command *command)
{
	(void)command;
	complete_jobs(sh, list);
	if (*list->typed != '%')
		complete_commands(sh, list);
}

static void offer_trap(struct shell *sh, struct complete_list *list,
    const struct complete_command *command)
{
	(void)sh;
	if (command->count < 2)
		return;
	complete_offer_name(list, "EXIT", "the shell ends");
	complete_signals(list, "");
}

static void offer_set(struct shell *sh, struct complete_list *list,
    const struct complete_command *command)
{
	const char *last = last_word(command);

	(void)sh;
	if (strcmp(last, "-o") == 0 || strcmp(last, "+o") == 0) {
		complete_option_names(list);
		return;
	}
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		const struct option_record *record = &option_table[i];
		char name[] = { *list->typed == '+' ? '+' : '-', record->letter,
			'\0' };

		if (record->letter && !record->at_start)
			complete_offer_name(list, name, record->help);
	}
}

static void offer_commands(struct shell *sh, struct complete_list *list,
    const struct complete_command *command)
{
	(void)command;
	complete_commands(sh, list);
}

static void offer_builtins(struct shell *sh, struct complete_list *list,
    const struct complete_command *command)
{
	(void)command;
	complete_builtins(sh, list);
}

static void offer_aliases(struct shell *sh, struct complete_list *list,
    const struct complete_command *command)
{
	(void)command;
	complete_aliases(sh, list);
}

static void offer_variables(struct shell *sh, struct complete_list *list,
    const struct complete_command *command)
{
	if (strcmp(command->words[0], "unset") == 0 &&
	    strcmp(last_word(command), "-f") == 0)
		complete_functions(sh, list);
	else
		complete_variables(sh, list, " ");
}

static void offer_complete(struct shell *sh, struct complete_list *list,
    const struct complete_command *command)
{
	const char *last = last_word(command);

	if (strcmp(last, "-F") == 0)
		complete_functions(sh, list);
	else if (strcmp(last, "-W") != 0)
		complete_commands(sh, list);
}

static void offer_hosts(struct shell *sh, struct complete_list *list,
    const struct complete_command *command)
{
	(void)command;
	complete_hosts(sh, list);
}

static void offer_nothing(struct shell *sh, struct complete_list *list,
    const struct complete_command *command)
{
	(void)sh;
	(void)list;
	(void)command;
}

static const struct rule {
	const char *name;
	void (*offer)(struct shell *sh, struct complete_list *list,
	    const struct complete_command *command);
	enum otherwise otherwise;
} rules[] = {
	{ "alias", offer_aliases, NOTHING },
	{ "bg", offer_jobs, NOTHING },
	{ "cd", offer_nothing, CD_DIRECTORIES },
	{ "command", offer_commands, FILES },
	{ "complete", offer_complete, NOTHING },
	{ "disown", offer_jobs, NOTHING },
	{ "exec", offer_commands, FILES },
	{ "export", offer_variables, NOTHING },
	{ "fg", offer_jobs, NOTHING },
	{ "hash", offer_commands, NOTHING },
	{ "help", offer_builtins, NOTHING },
	{ "jobs", offer_jobs, NOTHING },
	{ "kill", offer_kill, NOTHING },
	{ "nohup", offer_nohup, FILES },
	{ "pushd", offer_nothing, CD_DIRECTORIES },
	{ "read", offer_variables, NOTHING },
	{ "readonly", offer_variables, NOTHING },
	{ "rmdir", offer_nothing, DIRECTORIES },
	{ "scp", offer_hosts, FILES },
	{ "set", offer_set, FILES },
	{ "ssh", offer_hosts, NOTHING },
	{ "trap", offer_trap, NOTHING },
	{ "type", offer_commands, FILES },
	{ "unalias", offer_aliases, NOTHING },
	{ "unset", offer_variables, NOTHING },
	{ "wait", offer_wait, NOTHING },
};

static const struct rule *find_rule(const char *name)
{
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		if (strcmp(rules[i].name, name) == 0)
			return &rules[i];
	return NULL;
}

static enum complete_files files_of(enum otherwise otherwise)
{
	switch (otherwise) {
	case DIRECTORIES:
		return COMPLETE_DIRECTORIES;
	case CD_DIRECTORIES:
		return COMPLETE_CD_DIRECTORIES;
	case NOTHING:
	case FILES:
		break;
	}
	return COMPLETE_ALL_FILES;
}

bool complete_argument(struct shell *sh, struct complete_list *list,
    const struct complete_command *command, enum complete_files *files)
{
	const char *name = command->words[0];
	const struct builtin *builtin = builtin_find(sh, name);
	const struct rule *rule = find_rule(name);

	if (builtin && *list->typed == '-')
		complete_builtin_options(list, builtin);
	if (rule)
		rule->offer(sh, list, command);
	*files = rule ? files_of(rule->otherwise) : COMPLETE_ALL_FILES;
	return !list->items.count && (!rule || rule->otherwise != NOTHING);
}
