/*
 * time.c - the reserved word time: how long a pipeline takes
 *
 * What is told is the difference of two readings of the clock and of the
 * processor time of the shell and its children, so it holds for builtins,
 * functions and compound commands too. A pipeline that is stopped is told of
 * when it ends, by its continuation (job/continuation.h).
 *
 * POSIX.1-2024 XCU time; XCU 2.4 Reserved Words lets "time" be one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/time.h"

#include "base/clock.h"
#include "base/fdio.h"
#include "base/strbuf.h"
#include "exec/inside.h"
#include "job/account.h"

enum { US_PER_SECOND = 1000000, US_PER_MS = 1000, US_PER_CENTISECOND = 10000 };

static void add_time(
    struct strbuf *text, const char *name, long long us, bool posix_format)
{
	long long seconds = us / US_PER_SECOND, rest = us % US_PER_SECOND;

	if (posix_format)
		strbuf_addf(text, "%s %lld.%02lld\n", name, seconds,
		    rest / US_PER_CENTISECOND);
	else
		strbuf_addf(text, "%s\t%lldm%lld.%03llds\n", name, seconds / 60,
		    seconds % 60, rest / US_PER_MS);
}

int exec_time(struct shell *sh, const struct node_time *timed)
{
	struct strbuf text = STRBUF_INIT;
	bool posix_format = timed->posix_format;
	struct usage before, after;
	long long began_us;
	int status;

	if (!inside_move(sh)) /* it has its own time */
		return sh->last_status;
	began_us = clock_us();
	before = account_spent(&sh->jobs);
	status = timed->pipeline ? exec_then(sh, timed->pipeline) : 0;
	if (sh->unwind == UNWIND_STOPPED)
		return status;
	after = account_spent(&sh->jobs);
	if (!posix_format || sh->unwind == UNWIND_INTERRUPT)
		strbuf_addc(&text, '\n');
	add_time(&text, "real", clock_us() - began_us, posix_format);
	add_time(&text, "user", after.user_us - before.user_us, posix_format);
	add_time(
	    &text, "sys", after.system_us - before.system_us, posix_format);
	fd_say_bytes(text.s, text.len);
	strbuf_fini(&text);
	return status;
}
