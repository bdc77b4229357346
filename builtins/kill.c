/*
 * kill.c - send a signal to processes and jobs
 *
 * Its options are its own: `kill -TERM 1` and `kill -9 1` name signals, and a
 * process group is a negative number.
 *
 * -n is bash's and ksh's word for a signal by number, so it cannot be a dry run:
 * `kill -n 9 123` must do what it does there. Before a job it can, as %1 is no
 * signal. -N and --dry-run always are one.
 *
 * POSIX.1-2024 XCU kill.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <signal.h>
#include <string.h>

#include "base/diag.h"
#include "base/signames.h"
#include "builtins/common.h"
#include "builtins/kill.h"
#include "builtins/opts.h"

enum parsed {
	PARSED_OPTION,
	PARSED_END,   /* what follows are the targets */
	PARSED_ERROR, /* after a message */
};

/* The arguments, and how far they are read. */
struct reading {
	struct kill *kill;
	char **next;
	bool has_signal;
};

static enum parsed take_signal(struct reading *reading, const char *name)
{
	int signo = signame_parse(name);

	if (signo < 0) {
		diag("kill: %s: no such signal", name);
		return PARSED_ERROR;
	}
	reading->kill->signo = signo;
	reading->has_signal = true;
	return PARSED_OPTION;
}

/* The argument of the option -LETTER: TEXT if it is attached, or what follows.
 * NULL after a message. */
static const char *take_argument(
    struct reading *reading, char letter, const char *text)
{
	if (*text)
		return text;
	if (*reading->next)
		return *reading->next++;
	diag("kill: -%c: needs %s", letter,
	    letter == 't' ? "a number of seconds" : "a signal");
	return NULL;
}

static enum parsed take_timeout(struct reading *reading, const char *text)
{
	text = take_argument(reading, 't', text);
	if (!text || !parse_timeout("kill", text, &reading->kill->timeout_ms))
		return PARSED_ERROR;
	return PARSED_OPTION;
}

/* TEXT follows the dash. */
static enum parsed take_named(struct reading *reading, const char *text)
{
	const char *name;

	if (*text == 'n' && !text[1] && *reading->next &&
	    (**reading->next == '%' || **reading->next == '-')) {
		reading->kill->dry_run = true;
		return PARSED_OPTION;
	}
	/* -s is no signal's beginning in this place: -stop is. */
	if ((*text != 's' && *text != 'n') || signame_parse(text) >= 0)
		return take_signal(reading, text);
	name = take_argument(reading, *text, text + 1);
	return name ? take_signal(reading, name) : PARSED_ERROR;
}

static enum parsed take_long(struct kill *kill, const char *name)
{
	if (strcmp(name, "tree") == 0) {
		kill->tree = true;
	} else if (strcmp(name, "dry-run") == 0) {
		kill->dry_run = true;
	} else {
		diag("kill: --%s: unknown option", name);
		return PARSED_ERROR;
	}
	return PARSED_OPTION;
}

/* Is it a negative number, after the signal? Then it is a process group. */
static bool is_group(const struct reading *reading, const char *arg)
{
	return reading->has_signal && arg[1] >= '0' && arg[1] <= '9';
}

static enum parsed parse_one(struct reading *reading)
{
	const char *arg = *reading->next;

	if (!arg || *arg != '-' || !arg[1] || is_group(reading, arg))
		return PARSED_END;
	reading->next++;
	if (strcmp(arg, "--") == 0)
		return PARSED_END;
	if (arg[1] == '-')
		return take_long(reading->kill, arg + 2);
	if (strcmp(arg, "-N") == 0) {
		reading->kill->dry_run = true;
		return PARSED_OPTION;
	}
	/* -term and -tstp are signals. */
	if (arg[1] == 't' && (!arg[2] || strchr("0123456789.", arg[2])))
		return take_timeout(reading, arg + 2);
	return take_named(reading, arg + 1);
}

static int send(const struct kill *kill, char **targets)
{
	if (kill->timeout_ms >= 0 && !kill->signo) {
		diag("kill: -t: signal 0 ends nothing");
		return 2;
	}
	if (kill->dry_run)
		return kill_show(kill, targets);
	if (kill->tree || kill->timeout_ms >= 0)
		return kill_send_held(kill, targets);
	return kill_send(kill, targets);
}

static int run_kill(struct shell *sh, int argc, char **argv)
{
	struct kill kill = { .sh = sh, .signo = SIGTERM, .timeout_ms = -1 };
	struct reading reading = { &kill, argv + 1, false };
	enum parsed parsed = PARSED_OPTION;

	(void)argc;
	if (argv[1] && strcmp(argv[1], "-l") == 0)
		return kill_list(&sh->out, argv + 2);
	if (argv[1] && strcmp(argv[1], "-L") == 0)
		return kill_table(&sh->out);
	while (parsed == PARSED_OPTION)
		parsed = parse_one(&reading);
	if (parsed == PARSED_ERROR || !*reading.next)
		return usage_error(&builtin_kill);
	return send(&kill, reading.next);
}

/* Only telling what signals there are. */
static bool kill_can_undo(struct shell *sh, char **argv)
{
	(void)sh;
	return argv[1] && strcmp(argv[1], "-l") == 0;
}

const struct builtin builtin_kill = {
	.name = "kill",
	.kind = BUILTIN_REGULAR,
	.run = run_kill,
	.can_undo = kill_can_undo,
	.usage = "kill [-s signal|-signal] [-t seconds] [--tree] [-N] target "
		 "... | kill -l [signal ...] | kill -L",
	.summary = "send a signal to processes and jobs",
	.help =
	    "A target is a pid, a job (%1: all of its processes), or -N for the\n"
	    "process group N; 0 is the shell's own group. The signal is a name\n"
	    "(TERM, SIGTERM) or a number, TERM if there is none. Signal 0 only\n"
	    "asks whether the target is there. A stopped job that is sent TERM or\n"
	    "HUP is let go on, so that it can act on it.\n"
	    "\n"
	    "-t      send the signal, wait until the target has ended, but so many\n"
	    "        seconds at most, then send KILL; ^C ends the wait\n"
	    "--tree  also what descends from the target and has left its group or\n"
	    "        its session\n"
	    "-N, --dry-run  hit nobody; write who would be: pid, job, command.\n"
	    "        Before a job -n does it too; elsewhere -n is -s\n"
	    "-l      write the names of the signals, or translate each signal:\n"
	    "        a number or a status to a name, a name to a number\n"
	    "-L      a line for each signal, with its number\n"
	    "\n"
	    "    kill %2              end job number 2\n"
	    "    kill -t 5 %2         and if it has not ended in 5 s, by force\n"
	    "    kill -N --tree %2    who that would be\n"
	    "    kill -INT 4242       as ^C would\n"
	    "    kill -s KILL -- -4242   the whole group 4242\n"
	    "    kill -l 143          which signal a status of 143 means: TERM\n",
};
