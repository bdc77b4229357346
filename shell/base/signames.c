/*
 * signames.c - signal numbers and names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/signames.h"

#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

int signame_limit(void)
{
	return SIGRTMAX + 1;
}

const char *signame(int signo)
{
	static char rt_name[sizeof "RTMIN+" + 3 * sizeof(int)];

	if (signo == 0)
		return "EXIT";
	if (signo < 0 || signo > SIGRTMAX)
		return NULL;
	if (signo < SIGRTMIN)
		return sigabbrev_np(signo);
	if (signo == SIGRTMIN)
		return "RTMIN";
	if (signo == SIGRTMAX)
		return "RTMAX";
	if (signo - SIGRTMIN <= SIGRTMAX - signo)
		(void)snprintf(
		    rt_name, sizeof rt_name, "RTMIN+%d", signo - SIGRTMIN);
	else
		(void)snprintf(
		    rt_name, sizeof rt_name, "RTMAX-%d", SIGRTMAX - signo);
	return rt_name;
}

/* A decimal number of at most MAX that is all of TEXT; -1 otherwise. */
static int parse_number(const char *text, int max)
{
	char *end;
	long n;

	if (*text < '0' || *text > '9')
		return -1;
	n = strtol(text, &end, 10);
	return *end || n > max ? -1 : (int)n;
}

static int parse_realtime(const char *text)
{
	int span = SIGRTMAX - SIGRTMIN, n;

	if (strcasecmp(text, "RTMIN") == 0)
		return SIGRTMIN;
	if (strcasecmp(text, "RTMAX") == 0)
		return SIGRTMAX;
	if (strncasecmp(text, "RTMIN+", 6) == 0) {
		n = parse_number(text + 6, span);
		return n < 0 ? -1 : SIGRTMIN + n;
	}
	if (strncasecmp(text, "RTMAX-", 6) == 0) {
		n = parse_number(text + 6, span);
		return n < 0 ? -1 : SIGRTMAX - n;
	}
	return -1;
}

int signame_parse(const char *text)
{
	int signo = parse_number(text, SIGRTMAX);

	if (signo >= 0)
		return signame(signo) ? signo : -1;
	if (strncasecmp(text, "SIG", 3) == 0)
		text += 3;
	if (strcasecmp(text, "EXIT") == 0)
		return 0;
	for (signo = 1; signo < SIGRTMIN; signo++) {
		const char *name = sigabbrev_np(signo);

		if (name && strcasecmp(name, text) == 0)
			return signo;
	}
	if (strcasecmp(text, "CLD") == 0)
		return SIGCHLD;
	if (strcasecmp(text, "IOT") == 0)
		return SIGABRT;
	return parse_realtime(text);
}

const char *signame_describe(int signo)
{
	static char rt_text[sizeof "Real-time signal " + 3 * sizeof(int)];
	const char *text = signo < SIGRTMIN ? sigdescr_np(signo) : NULL;

	if (text)
		return text;
	(void)snprintf(
	    rt_text, sizeof rt_text, "Real-time signal %d", signo - SIGRTMIN);
	return rt_text;
}
