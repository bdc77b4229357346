/*
 * option.c - the shell's options: one table for set, sh and $-
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/option.h"

#include <string.h>

#include "base/nearest.h"

#define NONE '\0'

const struct option_record option_table[OPTION_COUNT] = {
	{ OPTION_ALLEXPORT, 'a', "allexport", false,
	    "export every variable that is assigned" },
	{ OPTION_NOTIFY, 'b', "notify", false,
	    "report jobs at once, not before the next prompt" },
	{ OPTION_NOCLOBBER, 'C', "noclobber", false,
	    "> does not overwrite existing files" },
	{ OPTION_ERREXIT, 'e', "errexit", false, "exit when a command fails" },
	{ OPTION_NOGLOB, 'f', "noglob", false, "no pathname expansion" },
	{ OPTION_HASHALL, 'h', "hashall", false,
	    "remember where programs were found (see hash)" },
	{ OPTION_INTERACTIVE, 'i', NULL, true, "the shell is interactive" },
	{ OPTION_MONITOR, 'm', "monitor", false,
	    "job control: each job in its own process group" },
	{ OPTION_NOEXEC, 'n', "noexec", false,
	    "read commands but do not run them" },
	{ OPTION_STDIN, 's', NULL, true, "read commands from standard input" },
	{ OPTION_NOUNSET, 'u', "nounset", false,
	    "expanding an unset parameter is an error" },
	{ OPTION_VERBOSE, 'v', "verbose", false,
	    "write input to standard error as it is read" },
	{ OPTION_XTRACE, 'x', "xtrace", false,
	    "write each command to standard error before it runs" },
	{ OPTION_AUTOCD, NONE, "autocd", false,
	    "at the prompt a directory's name alone changes to it" },
	{ OPTION_CTRLZ, NONE, "ctrlz", false,
	    "^Z at the prompt brings back the job that stopped last" },
	{ OPTION_EMACS, NONE, "emacs", false, "edit lines as emacs does" },
	{ OPTION_HUPONEXIT, NONE, "huponexit", false,
	    "an interactive shell that exits sends its jobs SIGHUP" },
	{ OPTION_IGNOREEOF, NONE, "ignoreeof", false,
	    "an interactive shell does not exit at end of file" },
	{ OPTION_MARKS, NONE, "marks", false,
	    "the terminal is told the directory and where prompts are" },
	{ OPTION_NOLOG, NONE, "nolog", false,
	    "do not remember commands that only define functions" },
	{ OPTION_NOTIFYLONG, NONE, "notifylong", false,
	    "the terminal announces long jobs that end meanwhile" },
	{ OPTION_PIPEFAIL, NONE, "pipefail", false,
	    "a pipeline fails when any of its commands does" },
	{ OPTION_POSIX, NONE, "posix", false,
	    "exactly POSIX: no extensions, its words for jobs" },
	{ OPTION_PRIVATE, NONE, "private", false,
	    "write nothing that is entered into the history's file" },
	{ OPTION_SUGGEST, NONE, "suggest", false,
	    "show in grey how an earlier command went on" },
	{ OPTION_TITLE, NONE, "title", false,
	    "the window's title is what runs, or the directory" },
	{ OPTION_VI, NONE, "vi", false, "edit lines as vi does" },
};

enum option option_by_letter(char letter)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (option_table[i].letter == letter && letter != NONE)
			return (enum option)i;
	return OPTION_COUNT;
}

enum option option_by_name(const char *name)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (option_table[i].name &&
		    strcmp(option_table[i].name, name) == 0)
			return (enum option)i;
	return OPTION_COUNT;
}

const char *option_nearest(const char *name)
{
	struct nearest nearest;

	nearest_init(&nearest, name);
	for (int i = 0; i < OPTION_COUNT; i++)
		if (option_table[i].name)
			nearest_offer(&nearest, option_table[i].name);
	if (!nearest_found(&nearest))
		return NULL;
	return option_table[option_by_name(nearest.best)].name;
}
