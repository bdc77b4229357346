/*
 * fc.c - list, edit and run again what was entered before
 *
 * What fc runs takes fc's own place in the history.
 *
 * POSIX.1-2024 XCU fc; sh, Command History List.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "builtins/opts.h"
#include "exec/edit_file.h"
#include "exec/remember.h"
#include "exec/run.h"
#include "state/shell.h"

enum { LISTED = 16 }; /* without operands */

struct fc {
	struct shell *sh;
	bool list;           /* -l */
	bool bare;           /* -n: without numbers */
	bool reverse;        /* -r */
	bool rerun;          /* -s */
	const char *editor;  /* -e */
	const char *replace; /* old=new of -s; NULL: none */
	int first, last;     /* commands by number, first <= last */
};

/* [+|-]number, from where it points to; what is far out of range is cut. */
static bool parse_number(const struct fc *fc, const char *spec, int *number)
{
	bool back = *spec == '-';
	const char *digits = spec + (*spec == '-' || *spec == '+');
	long n;

	if (!*digits || digits[strspn(digits, "0123456789")])
		return false;
	n = strtol(digits, NULL, 10);
	if (n > INT_MAX / 2)
		n = INT_MAX / 2;
	*number =
	    back ? history_previous(&fc->sh->history) + 1 - (int)n : (int)n;
	return true;
}

/* The newest command that begins with TEXT. False after a message. */
static bool find_text(const struct fc *fc, const char *text, int *number)
{
	const struct history *history = &fc->sh->history;
	const char *command;

	*number = history_previous(history);
	while ((command = history_text(history, *number))) {
		if (strncmp(command, text, strlen(text)) == 0)
			return true;
		--*number;
	}
	diag("fc: %s: no command begins so", text);
	return false;
}

/* The command that SPEC names. In a RANGE a number outside of the history is
 * the oldest or the newest. False after a message. */
static bool find_command(
    const struct fc *fc, const char *spec, bool range, int *number)
{
	const struct history *history = &fc->sh->history;
	int previous = history_previous(history);

	if (!parse_number(fc, spec, number))
		return find_text(fc, spec, number);
	if (*number >= history->first && *number <= previous)
		return true;
	*number = *number < history->first ? history->first : previous;
	if (!range)
		diag("fc: %s: not in the history, which has %d to %d", spec,
		    history->first, previous);
	return range;
}

/* first and last, from at most two operands. False after a message. */
static bool choose_range(struct fc *fc, char **operands)
{
	const struct history *history = &fc->sh->history;
	const char *first = operands[0], *last = first ? operands[1] : NULL;

	fc->last = history_previous(history);
	fc->first = fc->list ? fc->last - LISTED + 1 : fc->last;
	if (fc->first < history->first)
		fc->first = history->first;
	if (first && !find_command(fc, first, fc->list || last, &fc->first))
		return false;
	if (last && !find_command(fc, last, true, &fc->last))
		return false;
	if (first && !last && !fc->list)
		fc->last = fc->first;
	if (fc->first > fc->last) {
		int newer = fc->first;

		fc->first = fc->last;
		fc->last = newer;
		fc->reverse = !fc->reverse;
	}
	return true;
}

/* The number of the Ith command of the range, as it is to be seen. */
static int nth(const struct fc *fc, int i)
{
	return fc->reverse ? fc->last - i : fc->first + i;
}

static void list_one(const struct fc *fc, int number)
{
	const char *line = history_text(&fc->sh->history, number);
	struct out *out = &fc->sh->out;

	if (!fc->bare)
		out_printf(out, "%d", number);
	while (line) {
		size_t len = strcspn(line, "\n");

		out_putc(out, '\t');
		out_write(out, line, len);
		out_putc(out, '\n');
		line = line[len] ? line + len + 1 : NULL;
	}
}

/* An interactive shell shows what it is going to run. */
static int run_text(struct shell *sh, const struct strbuf *text)
{
	if (sh->interactive)
		edit_file_show(strbuf_str(text));
	return run_entered(sh, strbuf_str(text), text->len);
}

/* The commands of the range into a new file. */
static bool write_file(const struct fc *fc, char **path)
{
	struct strbuf text = STRBUF_INIT;
	bool written;

	for (int i = 0; i <= fc->last - fc->first; i++)
		strbuf_addf(
		    &text, "%s\n", history_text(&fc->sh->history, nth(fc, i)));
	written = edit_file_new(fc->sh, &text, path);
	strbuf_fini(&text);
	return written;
}

static int run_editor(const struct fc *fc, const char *path)
{
	const char *editor =
	    fc->editor ? fc->editor : var_get(fc->sh, "FCEDIT");

	return edit_file_run(fc->sh, editor && *editor ? editor : "ed", path);
}

static int edit(struct fc *fc)
{
	struct strbuf text = STRBUF_INIT;
	char *path;
	int status;

	remember_drop(fc->sh); /* the fc command itself */
	if (!write_file(fc, &path)) {
		diag("fc: %s: %s", path, strerror(errno));
		free(path);
		return 1;
	}
	status = run_editor(fc, path);
	if (!status && !edit_file_read(path, &text)) {
		diag("fc: %s: %s", path, strerror(errno));
		status = 1;
	}
	if (fc->sh->unwind != UNWIND_STOPPED)
		(void)unlink(path);
	free(path);
	if (!status)
		status = run_text(fc->sh, &text);
	strbuf_fini(&text);
	return status;
}

/* COMMAND with the first OLD in it made NEW; REPLACE is "OLD=NEW". */
static void add_replaced(
    struct strbuf *text, const char *command, const char *replace)
{
	size_t old_len = strcspn(replace, "=");
	const char *found = command;

	while (*found && strncmp(found, replace, old_len) != 0)
		found++;
	strbuf_add(text, command, (size_t)(found - command));
	if (!*found)
		return;
	strbuf_adds(text, replace + old_len + 1);
	strbuf_adds(text, found + old_len);
}

static int rerun(struct fc *fc)
{
	const char *command = history_text(&fc->sh->history, fc->first);
	struct strbuf text = STRBUF_INIT;
	int status;

	if (fc->replace)
		add_replaced(&text, command, fc->replace);
	else
		strbuf_adds(&text, command);
	strbuf_addc(&text, '\n');
	remember_drop(fc->sh);
	status = run_text(fc->sh, &text);
	strbuf_fini(&text);
	return status;
}

/* Index of the first operand; -1 after a message. -5 is an operand. */
static int parse_options(struct fc *fc, int argc, char **argv)
{
	struct opts opts;
	int letter;

	opts_init(&opts, &builtin_fc, argc, argv);
	for (;;) {
		const char *arg = argv[opts.index];

		if (!opts.offset && arg && *arg == '-' &&
		    isdigit((unsigned char)arg[1]))
			break;
		letter = opts_next(&opts, "e:lnrs");
		if (letter == OPTS_END)
			break;
		if (letter == OPTS_ERROR)
			return -1;
		fc->list |= letter == 'l';
		fc->bare |= letter == 'n';
		fc->reverse |= letter == 'r';
		fc->rerun |= letter == 's';
		if (letter == 'e')
			fc->editor = opts.argument;
	}
	/* As bash, ksh and zsh have it: no editor. */
	if (fc->editor && strcmp(fc->editor, "-") == 0)
		fc->rerun = true;
	return opts.index;
}

static int run_fc(struct shell *sh, int argc, char **argv)
{
	struct fc fc = { .sh = sh };
	int index = parse_options(&fc, argc, argv);

	if (index < 0)
		return 2;
	if (fc.rerun && argv[index] && strchr(argv[index], '='))
		fc.replace = argv[index++];
	if (argc - index > (fc.rerun ? 1 : 2) || (fc.rerun && fc.list) ||
	    (fc.replace && *fc.replace == '='))
		return usage_error(&builtin_fc);
	if (history_previous(&sh->history) < sh->history.first) {
		diag("fc: the history is empty%s",
		    sh->interactive ? ""
				    : ": only an interactive shell has one");
		return 1;
	}
	if (!choose_range(&fc, argv + index))
		return 1;
	if (fc.rerun)
		return rerun(&fc);
	if (!fc.list)
		return edit(&fc);
	for (int i = 0; i <= fc.last - fc.first; i++)
		list_one(&fc, nth(&fc, i));
	return 0;
}

const struct builtin builtin_fc = {
	.name = "fc",
	.kind = BUILTIN_REGULAR,
	.run = run_fc,
	.usage =
	    "fc [-r] [-e editor] [first [last]] | fc -l [-nr] [first [last]]"
	    " | fc -s [old=new] [first]",
	.summary = "list, edit and run again what was entered before",
	.help =
	    "Without -l and -s, edit the commands from first to last (or only\n"
	    "the previous one), and run what is left in the file when the\n"
	    "editor ends with status 0. A command is its number, -1 for the\n"
	    "previous one, -2 for the one before, or how it begins.\n"
	    "\n"
	    "-e editor  instead of $FCEDIT, or of ed if that is not set\n"
	    "-l         list them (the last 16), with their numbers\n"
	    "-n         with -l: without the numbers\n"
	    "-r         the newest first\n"
	    "-s         run one again at once; old=new replaces the first old\n"
	    "\n"
	    "    fc -l -5            the last five commands\n"
	    "    fc -s make          the last command that began with make\n"
	    "    fc -s .c=.h cp      the same for cp, with .h in place of .c\n"
	    "\n"
	    "What is run takes the place of the fc command in the history.\n"
	    "HISTSIZE is how many commands are remembered.\n",
};
