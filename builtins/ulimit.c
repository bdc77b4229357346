/*
 * ulimit.c - show or set the limits of the system on this shell
 *
 * Units are those of POSIX: -c and -f count blocks of 512 bytes, as in dash and
 * ksh and in bash's posix mode.
 *
 * POSIX.1-2024 XCU ulimit; getrlimit(2).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/diag.h"
#include "builtins/opts.h"
#include "state/shell.h"

struct limit {
	char letter;
	int resource;
	unsigned unit; /* in what the kernel counts */
	char unit_name[16];
	char what[32];
};

static const struct limit limits[] = {
	{ 'c', RLIMIT_CORE, 512, "512-byte blocks", "core dump size" },
	{ 'd', RLIMIT_DATA, 1024, "kilobytes", "data segment size" },
	{ 'e', RLIMIT_NICE, 1, "20 - nice", "scheduling priority" },
	{ 'f', RLIMIT_FSIZE, 512, "512-byte blocks", "file size" },
	{ 'i', RLIMIT_SIGPENDING, 1, "signals", "pending signals" },
	{ 'l', RLIMIT_MEMLOCK, 1024, "kilobytes", "locked memory" },
	{ 'm', RLIMIT_RSS, 1024, "kilobytes", "resident set size" },
	{ 'n', RLIMIT_NOFILE, 1, "descriptors", "open files" },
	{ 'q', RLIMIT_MSGQUEUE, 1, "bytes", "POSIX message queues" },
	{ 'r', RLIMIT_RTPRIO, 1, "priority", "real-time priority" },
	{ 'R', RLIMIT_RTTIME, 1, "microseconds", "real-time processor time" },
	{ 's', RLIMIT_STACK, 1024, "kilobytes", "stack size" },
	{ 't', RLIMIT_CPU, 1, "seconds", "processor time" },
	{ 'u', RLIMIT_NPROC, 1, "processes", "processes of this user" },
	{ 'v', RLIMIT_AS, 1024, "kilobytes", "address space" },
	{ 'x', RLIMIT_LOCKS, 1, "locks", "file locks" },
};
static const size_t limit_count = sizeof limits / sizeof limits[0];

/* Which of the two, -H and -S. */
struct choice {
	bool hard;
	bool soft;
};

static const struct limit *find_limit(char letter)
{
	for (size_t i = 0; i < limit_count; i++)
		if (limits[i].letter == letter)
			return &limits[i];
	return NULL;
}

/* False after a message. */
static bool get_limit(const struct limit *limit, struct rlimit *values)
{
	if (getrlimit((__rlimit_resource_t)limit->resource, values) == 0)
		return true;
	diag("ulimit: -%c: %s", limit->letter, strerror(errno));
	return false;
}

static void write_value(
    struct out *out, const struct limit *limit, rlim_t value)
{
	if (value == RLIM_INFINITY)
		out_puts(out, "unlimited\n");
	else
		out_printf(
		    out, "%llu\n", (unsigned long long)(value / limit->unit));
}

static rlim_t shown_value(const struct rlimit *values, struct choice choice)
{
	return choice.hard && !choice.soft ? values->rlim_max
					   : values->rlim_cur;
}

static int show(
    struct shell *sh, const struct limit *limit, struct choice choice)
{
	struct rlimit values;

	if (!get_limit(limit, &values))
		return 1;
	write_value(&sh->out, limit, shown_value(&values, choice));
	return 0;
}

static int show_all(struct shell *sh, struct choice choice)
{
	int status = 0;

	for (size_t i = 0; i < limit_count; i++) {
		const struct limit *limit = &limits[i];
		struct rlimit values;

		if (!get_limit(limit, &values)) {
			status = 1;
			continue;
		}
		out_printf(&sh->out, "-%c  %-25s %-16s  ", limit->letter,
		    limit->what, limit->unit_name);
		write_value(&sh->out, limit, shown_value(&values, choice));
	}
	return status;
}

/* TEXT as a value of LIMIT. False after a message. */
static bool parse_value(const struct limit *limit, const struct rlimit *values,
    const char *text, rlim_t *value)
{
	unsigned long long n;

	if (strcmp(text, "unlimited") == 0) {
		*value = RLIM_INFINITY;
		return true;
	}
	if (strcmp(text, "hard") == 0 || strcmp(text, "soft") == 0) {
		*value = *text == 'h' ? values->rlim_max : values->rlim_cur;
		return true;
	}
	if (!*text || text[strspn(text, "0123456789")]) {
		diag("ulimit: %s: expected a number, unlimited, hard or soft",
		    text);
		return false;
	}
	errno = 0;
	n = strtoull(text, NULL, 10);
	if (errno || n >= RLIM_INFINITY / limit->unit) {
		diag("ulimit: %s: out of range", text);
		return false;
	}
	*value = (rlim_t)n * limit->unit;
	return true;
}

static int set_limit(struct shell *sh, const struct limit *limit,
    struct choice choice, const char *text)
{
	struct rlimit values;
	rlim_t value;

	if (!get_limit(limit, &values))
		return 1;
	if (!parse_value(limit, &values, text, &value))
		return 2;
	if (choice.hard || !choice.soft)
		values.rlim_max = value;
	if (choice.soft || !choice.hard)
		values.rlim_cur = value;
	if (setrlimit((__rlimit_resource_t)limit->resource, &values) < 0) {
		const char *why = strerror(errno);

		if (errno == EINVAL)
			why = choice.hard && !choice.soft
				  ? "below the soft limit"
				  : "above the hard limit";
		diag("ulimit: -%c: %s: %s", limit->letter, text, why);
		return 1;
	}
	shell_measure_limits(sh);
	return 0;
}

static int run_ulimit(struct shell *sh, int argc, char **argv)
{
	const struct limit *limit = find_limit('f');
	struct choice choice = { false, false };
	bool all = false;
	struct opts opts;
	int letter, operands;

	opts_init(&opts, &builtin_ulimit, argc, argv);
	while ((letter = opts_next(&opts, "HSacdefilmnqrRstuvx")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return 2;
		if (letter == 'H')
			choice.hard = true;
		else if (letter == 'S')
			choice.soft = true;
		else if (letter == 'a')
			all = true;
		else
			limit = find_limit((char)letter);
	}
	operands = argc - opts.index;
	if (operands > 1 || (all && operands))
		return usage_error(&builtin_ulimit);
	if (all)
		return show_all(sh, choice);
	if (operands)
		return set_limit(sh, limit, choice, argv[opts.index]);
	return show(sh, limit, choice);
}

const struct builtin builtin_ulimit = {
	.name = "ulimit",
	.kind = BUILTIN_REGULAR,
	.run = run_ulimit,
	.usage = "ulimit [-H|-S] [-a|-cdefilmnqrRstuvx] [limit]",
	.summary = "show or set limits on what programs may use",
	.help =
	    "-a lists all limits with their letters and units; the default is\n"
	    "-f, the size of files. With a limit (a number, `unlimited`, `hard`\n"
	    "or `soft`), it holds for this shell and all it starts from now on.\n"
	    "\n"
	    "-H  the hard limit, which only the superuser can raise again\n"
	    "-S  the soft limit, which is in force and can be raised up to the\n"
	    "    hard one\n"
	    "\n"
	    "Neither: show the soft limit, set both.\n"
	    "\n"
	    "    ulimit -c 0            no core dumps\n"
	    "    ulimit -S -n 4096      up to 4096 open files\n",
};
