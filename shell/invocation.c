/*
 * invocation.c - what the arguments of jsh ask for
 *
 * POSIX.1-2024 XCU sh, SYNOPSIS and OPTIONS.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "invocation.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/nearest.h"

enum { GO_ON = -1 };

static const char help_text[] =
    "usage: jsh [-abCefhilmnuvx] [-o option]... [script [argument]...]\n"
    "       jsh -c [option]... command [name [argument]...]\n"
    "       jsh -s [option]... [argument]...\n"
    "\n"
    "The job-control shell. Without a script or -c it reads commands from\n"
    "standard input: at a terminal with a prompt.\n"
    "\n"
    "  -c         run the command given as an argument\n"
    "  -i         be interactive\n"
    "  -l, --login  read /etc/profile and ~/.profile first\n"
    "  -s         read commands from standard input\n"
    "  -o NAME    set an option; +o NAME unsets it\n"
    "  --norc     do not read ENV's file or jshrc\n"
    "  --posix    the same as -o posix\n"
    "  --help     show this\n"
    "  --version  show the version\n"
    "\n"
    "At the prompt, `help` lists the builtins.\n";

static int show(const char *text)
{
	return fputs(text, stdout) < 0 || fflush(stdout) != 0 ? 1 : 0;
}

/* "-jsh" or "/bin/jsh": the last component, without a login's dash. */
static const char *base_name(const char *name)
{
	const char *slash = strrchr(name, '/');

	if (slash)
		name = slash + 1;
	return *name == '-' ? name + 1 : name;
}

/* MEANT may be NULL. */
static int bad_option(const char *what, const char *meant)
{
	if (meant)
		diag_plain("%s: no such option; did you mean %s?", what, meant);
	else
		diag_plain("%s: no such option; see jsh --help", what);
	return 2;
}

/* ARG begins with the dashes. */
static int bad_long_option(const char *arg)
{
	static const char *const names[] = { "--help", "--login", "--norc",
		"--posix", "--version" };
	struct nearest nearest;

	nearest_init(&nearest, arg);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		nearest_offer(&nearest, names[i]);
	return bad_option(arg, nearest_found(&nearest));
}

static int parse_long(struct invocation *inv, const char *name)
{
	if (strcmp(name, "help") == 0)
		return show(help_text);
	if (strcmp(name, "version") == 0)
		return show("jsh " PACKAGE_VERSION "\n");
	if (strcmp(name, "login") == 0) {
		inv->login = true;
		return GO_ON;
	}
	if (strcmp(name, "norc") == 0) {
		inv->norc = true;
		return GO_ON;
	}
	if (strcmp(name, "posix") == 0) {
		inv->options[OPTION_POSIX] = true;
		return GO_ON;
	}
	return bad_long_option(name - 2);
}

struct cursor {
	int argc;
	char **argv;
	int index;
	bool wants_command;        /* -c was given */
	bool chosen[OPTION_COUNT]; /* was given, with - or + */
};

static void set_option(
    struct invocation *inv, struct cursor *at, enum option option, bool on)
{
	inv->options[option] = on;
	at->chosen[option] = true;
}

static int set_named(
    struct invocation *inv, struct cursor *at, const char *name, bool on)
{
	enum option option = name ? option_by_name(name) : OPTION_COUNT;

	if (!name) {
		diag_plain("%co: an option's name is expected", on ? '-' : '+');
		return 2;
	}
	if (option == OPTION_COUNT)
		return bad_option(name, option_nearest(name));
	set_option(inv, at, option, on);
	return GO_ON;
}

static const char *next_argument(struct cursor *at)
{
	return at->index < at->argc ? at->argv[at->index++] : NULL;
}

/* The letters of one argument, as in -ex or +m. A name may be attached to its
 * -o; else, as in other shells, more letters may follow (-oe errexit). */
static int parse_letters(
    struct invocation *inv, struct cursor *at, const char *letters, bool on)
{
	for (; *letters; letters++) {
		enum option option = option_by_letter(*letters);
		char shown[] = { on ? '-' : '+', *letters, '\0' };
		int result;

		if (*letters == 'c' && on) {
			at->wants_command = true;
		} else if (*letters == 'l' && on) {
			inv->login = true;
		} else if (*letters == 'o') {
			bool attached =
			    option_by_name(letters + 1) != OPTION_COUNT;

			result = set_named(inv, at,
			    attached ? letters + 1 : next_argument(at), on);
			if (result != GO_ON || attached)
				return result;
		} else if (option != OPTION_COUNT) {
			set_option(inv, at, option, on);
		} else {
			return bad_option(shown, NULL);
		}
	}
	return GO_ON;
}

static int parse_options(struct invocation *inv, struct cursor *at)
{
	int result = GO_ON;

	while (at->index < at->argc && result == GO_ON) {
		const char *arg = at->argv[at->index];

		if ((*arg != '-' && *arg != '+') || !arg[1]) {
			if (strcmp(arg, "-") == 0)
				at->index++;
			break;
		}
		at->index++;
		if (strcmp(arg, "--") == 0)
			break;
		if (strncmp(arg, "--", 2) == 0)
			result = parse_long(inv, arg + 2);
		else
			result = parse_letters(inv, at, arg + 1, *arg == '-');
	}
	return result;
}

static int take_operands(struct invocation *inv, struct cursor *at)
{
	if (at->wants_command) {
		if (at->index == at->argc) {
			diag_plain("-c: a command is expected");
			return 2;
		}
		inv->command = at->argv[at->index++];
		if (at->index < at->argc)
			inv->name = at->argv[at->index++];
	} else if (at->index < at->argc && !inv->options[OPTION_STDIN]) {
		inv->script = at->argv[at->index++];
	} else {
		inv->options[OPTION_STDIN] = true;
	}
	inv->operands = at->argv + at->index;
	inv->operand_count = at->argc - at->index;
	return GO_ON;
}

/* What an interactive shell has on in jsh mode, unless told otherwise. */
static void set_defaults(struct invocation *inv, const struct cursor *at)
{
	static const enum option on[] = { OPTION_NOTIFY, OPTION_CTRLZ,
		OPTION_NOTIFYLONG, OPTION_MARKS, OPTION_SUGGEST, OPTION_TITLE };

	for (size_t i = 0; i < sizeof on / sizeof *on; i++)
		if (!at->chosen[on[i]])
			inv->options[on[i]] = true;
}

int invocation_parse(struct invocation *inv, int argc, char **argv)
{
	struct cursor at = { .argc = argc, .argv = argv, .index = 1 };
	int result;

	*inv = (struct invocation){ .name = argc ? argv[0] : "jsh" };
	inv->login = *inv->name == '-';
	inv->options[OPTION_HASHALL] = true;
	inv->options[OPTION_POSIX] = strcmp(base_name(inv->name), "sh") == 0;
	result = parse_options(inv, &at);
	if (result == GO_ON)
		result = take_operands(inv, &at);
	if (result != GO_ON)
		return result;
	inv->interactive = inv->options[OPTION_INTERACTIVE] ||
			   (!inv->command && !inv->script &&
			       isatty(STDIN_FILENO) && isatty(STDERR_FILENO));
	if (inv->interactive && !inv->options[OPTION_POSIX])
		set_defaults(inv, &at);
	inv->monitor = at.chosen[OPTION_MONITOR] ? inv->options[OPTION_MONITOR]
						 : inv->interactive;
	return GO_ON;
}

void invocation_apply(const struct invocation *inv, struct shell *sh)
{
	memcpy(sh->options, inv->options, sizeof sh->options);
	sh->options[OPTION_MONITOR] = false; /* until it is turned on */
	sh->login = inv->login;
	sh->name = inv->name;
	params_set(&sh->params, inv->operands, (size_t)inv->operand_count);
	diag_set_name(inv->interactive ? "jsh" : base_name(inv->name));
}
