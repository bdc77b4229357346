/*
 * wait.c - wait for background jobs
 *
 * POSIX.1-2024 XCU wait.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>

#include "base/clock.h"
#include "base/decimal.h"
#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "builtins/wait_for.h"
#include "job/wait.h"

enum { STATUS_UNKNOWN = 127 };

static void wait_for_each(struct waiting *waiting, char **operands)
{
	for (; *operands && !waiting->interrupted; operands++) {
		struct wanted wanted = wait_want(waiting, *operands);

		waiting->status = STATUS_UNKNOWN;
		waiting->pid = 0;
		wait_for_any(waiting, &wanted, 1);
	}
}

static void wait_for_one_of(struct waiting *waiting, char **operands, int count)
{
	struct wanted *wanted =
	    arena_alloc(&waiting->sh->arena, (size_t)count * sizeof *wanted);

	for (int i = 0; i < count; i++)
		wanted[i] = wait_want(waiting, operands[i]);
	wait_for_any(waiting, wanted, (size_t)count);
}

/* -p: which one it was. Unset if it was none. */
static bool assign_pid(struct shell *sh, const char *name, pid_t pid)
{
	char text[DECIMAL_SIZE];

	if (!name)
		return true;
	if (!pid)
		return var_unset(sh, name);
	return var_set(sh, name, decimal(text, pid));
}

struct request {
	struct waiting waiting;
	bool any;             /* -n */
	const char *variable; /* -p; NULL: none */
};

/* False after a message. */
static bool parse(struct request *request, struct opts *opts)
{
	int letter, timeout_ms;

	while ((letter = opts_next(opts, "fnp:t:x")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return false;
		if (letter == 'f')
			request->waiting.until_ended = true;
		else if (letter == 'n')
			request->any = true;
		else if (letter == 'x')
			request->waiting.foreign = true;
		else if (letter == 'p')
			request->variable = opts->argument;
		else if (parse_timeout("wait", opts->argument, &timeout_ms))
			request->waiting.deadline = clock_deadline(timeout_ms);
		else
			return false;
	}
	if (!request->variable ||
	    var_is_name(request->variable, strlen(request->variable)))
		return true;
	diag("wait: -p: %s: not a variable name", request->variable);
	return false;
}

static void wait_for(struct request *request, char **operands, int count)
{
	struct waiting *waiting = &request->waiting;

	if (request->any && count)
		wait_for_one_of(waiting, operands, count);
	else if (request->any)
		wait_for_next_job(waiting);
	else if (count)
		wait_for_each(waiting, operands);
	else
		wait_for_all_jobs(waiting);
}

static int run_wait(struct shell *sh, int argc, char **argv)
{
	struct request request = { .waiting = { .sh = sh,
				       .deadline = -1,
				       .status = STATUS_UNKNOWN } };
	struct waiting *waiting = &request.waiting;
	struct opts opts;

	opts_init(&opts, &builtin_wait, argc, argv);
	if (!parse(&request, &opts))
		return 2;
	if (!assign_pid(sh, request.variable, 0))
		return 1;
	out_flush(&sh->out);
	/* What came before the deadline counts, also with -t 0. */
	if (waiting->deadline >= 0)
		(void)jobs_reap(&sh->jobs);
	hold_init(&waiting->hold);
	sh->waits++;
	wait_for(&request, argv + opts.index, argc - opts.index);
	sh->waits--;
	hold_fini(&waiting->hold);
	if (!waiting->interrupted &&
	    !assign_pid(sh, request.variable, waiting->pid))
		return 1;
	return waiting->status;
}

const struct builtin builtin_wait = {
	.name = "wait",
	.kind = BUILTIN_REGULAR,
	.run = run_wait,
	.usage = "wait [-fnx] [-p name] [-t seconds] [pid|job ...]",
	.summary = "wait for background jobs",
	.help =
	    "Wait until each process or job has ended; the status is that of the\n"
	    "last operand: 127 if it is not known, 128 + n if signal n ended it.\n"
	    "Without operands, wait for all jobs, with status 0. With job control\n"
	    "a job that stops has been waited for: its status is 128 + n too.\n"
	    "\n"
	    "-n  wait for the first of them that ends; without operands, for the\n"
	    "    next job that ends and that no wait has told of: 127 if there is\n"
	    "    none\n"
	    "-p  the variable name gets the pid of the one whose status it is\n"
	    "-t  wait so many seconds at most: status 124 when they are over\n"
	    "-f  wait until it has ended, also if it stops\n"
	    "-x  a pid may be that of any process: 0 when it has ended, as its\n"
	    "    status cannot be had; 127 if there is none\n"
	    "\n"
	    "A signal that has a trap ends the wait with status 128 + n, then the\n"
	    "trap runs; CHLD does so only with `set -o posix`. ^C ends the wait,\n"
	    "not the jobs; so does ^Z, with status 148.\n"
	    "\n"
	    "    make & wait $!      what make exited with\n"
	    "    wait %1 %2          both jobs; the status of the second\n"
	    "    wait -n -p which    the next job that ends, and which\n"
	    "    wait -t 10 %1       ten seconds at most\n",
};
