/*
 * trap.c - set, reset and list the actions of signals
 *
 * POSIX.1-2024 XCU trap; 2.12 Signals and Error Handling.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <signal.h>
#include <string.h>

#include "base/diag.h"
#include "base/signames.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "job/sig.h"
#include "state/shell.h"

/* What is listed for SIGNO; NULL for the default. A signal that was ignored
 * when a script began stays so, and is listed. */
static const char *shown_action(const struct shell *sh, int signo)
{
	const char *action = trap_shown(sh, signo);

	if (!action && signo && !sh->interactive && sig_ignored_at_entry(signo))
		return "";
	return action;
}

static void list_condition(struct shell *sh, int signo)
{
	const char *action = shown_action(sh, signo);

	out_puts(&sh->out, "trap -- ");
	out_quoted(&sh->out, action ? action : "-");
	out_printf(&sh->out, " %s\n", signame(signo));
}

/* ALL (-p): also those that have their default action. */
static void list_conditions(struct shell *sh, bool all)
{
	for (int signo = 0; signo < signame_limit(); signo++) {
		if (!signame(signo) || signo == SIGKILL || signo == SIGSTOP)
			continue;
		if (all || shown_action(sh, signo))
			list_condition(sh, signo);
	}
}

/* The number of a condition; -1 after a message. */
static int parse_condition(const char *text)
{
	int signo = signame_parse(text);

	if (signo < 0)
		diag("trap: %s: no such signal", text);
	return signo;
}

static int list_named(struct shell *sh, char **conditions)
{
	int status = 0;

	for (; *conditions; conditions++) {
		int signo = parse_condition(*conditions);

		if (signo < 0)
			status = 1;
		else
			list_condition(sh, signo);
	}
	return status;
}

/*
 * A wrong condition is no error that ends a script, says POSIX; the others are
 * set. ACTION is NULL for the default. KILL and STOP cannot be caught: POSIX
 * leaves it open what becomes of an action for them. Scripts that name all
 * signals by number count on its being taken and never run.
 */
static int set_conditions(
    struct shell *sh, const char *action, char **conditions)
{
	int status = 0;

	for (; *conditions; conditions++) {
		int signo = parse_condition(*conditions);

		if (signo < 0) {
			status = 1;
		} else if (signo != SIGKILL && signo != SIGSTOP) {
			trap_set(sh, signo, action);
		}
	}
	return status;
}

static int run_trap(struct shell *sh, int argc, char **argv)
{
	struct opts opts;
	bool print = false;
	char **operands;
	int letter, number;

	opts_init(&opts, &builtin_trap, argc, argv);
	while ((letter = opts_next(&opts, "p")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return special_failed(sh, 2);
		print = true;
	}
	operands = argv + opts.index;
	if (!operands[0]) {
		list_conditions(sh, print);
		return 0;
	}
	if (print)
		return list_named(sh, operands);
	if (parse_count(operands[0], &number))
		return set_conditions(sh, NULL, operands);
	/* `trap INT`, as in bash and ksh: back to the default. */
	if (!operands[1] && signame_parse(operands[0]) >= 0)
		return set_conditions(sh, NULL, operands);
	if (!operands[1])
		return special_failed(sh, usage_error(&builtin_trap));
	return set_conditions(sh,
	    strcmp(operands[0], "-") == 0 ? NULL : operands[0], operands + 1);
}

const struct builtin builtin_trap = {
	.name = "trap",
	.kind = BUILTIN_SPECIAL,
	.run = run_trap,
	.usage = "trap [-p] [action] [signal ...]",
	.summary = "say what to do when a signal comes",
	.help =
	    "The action is a command: it runs when one of the signals comes, as\n"
	    "soon as the command that is running ends. Signals go by name (INT,\n"
	    "SIGINT) or number; EXIT, or 0, is the end of the shell.\n"
	    "\n"
	    "    trap 'rm -f \"$tmp\"' EXIT     clean up at the end\n"
	    "    trap '' INT                  ignore ^C, in programs too\n"
	    "    trap - INT                   back to the default\n"
	    "    trap                         list the actions\n"
	    "    trap -p INT                  list the action of INT\n"
	    "\n"
	    "If the first operand is a number, all of them are signals that go\n"
	    "back to the default. A signal that was ignored when a script began\n"
	    "stays ignored.\n",
};
