/*
 * times.c - write the processor time used so far
 *
 * POSIX.1-2024 XCU times.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

static void write_time(struct out *out, struct timeval tv, char end)
{
	long seconds = (long)tv.tv_sec;

	out_printf(out, "%ldm%ld.%06lds%c", seconds / 60, seconds % 60,
	    (long)tv.tv_usec, end);
}

static int run_times(struct shell *sh, int argc, char **argv)
{
	static const int whose[] = { RUSAGE_SELF, RUSAGE_CHILDREN };
	struct opts opts;

	opts_init(&opts, &builtin_times, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return special_failed(sh, 2);
	if (opts.index < argc)
		return special_failed(sh, usage_error(&builtin_times));
	for (int i = 0; i < 2; i++) {
		struct rusage usage;

		if (getrusage(whose[i], &usage) < 0) {
			diag("times: %s", strerror(errno));
			return 1;
		}
		write_time(&sh->out, usage.ru_utime, ' ');
		write_time(&sh->out, usage.ru_stime, '\n');
	}
	return 0;
}

const struct builtin builtin_times = {
	.name = "times",
	.kind = BUILTIN_SPECIAL,
	.run = run_times,
	.usage = "times",
	.summary = "write the processor time used so far",
	.help =
	    "Two lines: by the shell itself, and by all its children that have\n"
	    "ended. In each, the time spent in programs, then the time the\n"
	    "system spent for them.\n",
};
