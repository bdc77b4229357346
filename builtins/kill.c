/*
 * kill.c - send a signal to processes and jobs
 *
 * Its options are its own: `kill -TERM 1` and `kill -9 1` name signals, and a
 * process group is a negative number.
 *
 * POSIX.1-2024 XCU kill.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/signames.h"
#include "builtins/jobarg.h"
#include "builtins/opts.h"

enum { LINE_WIDTH = 72, STATUS_OF_SIGNAL = 128 };

/* All names on as many lines as they need; POSIX allows both separators. */
static void list_all(struct out *out)
{
	size_t width = 0;

	for (int signo = 1; signo < signame_limit(); signo++) {
		const char *name = signame(signo);

		if (!name)
			continue;
		if (width && width + strlen(name) >= LINE_WIDTH) {
			out_putc(out, '\n');
			width = 0;
		}
		out_printf(out, "%s%s", width ? " " : "", name);
		width += strlen(name) + (width ? 1 : 0);
	}
	out_putc(out, '\n');
}

/* A number for a name; a name for a number, or for the status of a process
 * that the signal ended. */
static bool list_one(struct out *out, const char *operand)
{
	char *end;
	long number = strtol(operand, &end, 10);
	const char *name = NULL;
	int signo;

	if (*operand >= '0' && *operand <= '9' && !*end) {
		if (number > STATUS_OF_SIGNAL)
			number -= STATUS_OF_SIGNAL;
		if (number <= INT_MAX)
			name = signame((int)number);
		if (name)
			out_printf(out, "%s\n", name);
		return name;
	}
	signo = signame_parse(operand);
	if (signo >= 0)
		out_printf(out, "%d\n", signo);
	return signo >= 0;
}

static int list(struct out *out, char **operands)
{
	int status = 0;

	if (*operands && strcmp(*operands, "--") == 0)
		operands++;
	if (!*operands)
		list_all(out);
	for (; *operands; operands++)
		if (!list_one(out, *operands)) {
			diag("kill: %s: no such signal", *operands);
			status = 1;
		}
	return status;
}

static bool signal_job(struct shell *sh, const char *spec, int signo)
{
	struct job *job = jobarg_find(sh, "kill", spec);

	if (!job)
		return false;
	if (job_signal(&sh->jobs, job, signo))
		return true;
	diag("kill: %s: %s", spec, jobarg_error(errno));
	return false;
}

/* Was PID a child of this shell that has been reaped? Then the number may be
 * somebody else's by now. */
static bool is_gone(const struct shell *sh, pid_t pid)
{
	const struct process *process = job_table_process(&sh->jobs.table, pid);

	return process && process_is_gone(process);
}

static bool signal_pid(struct shell *sh, const char *operand, int signo)
{
	char *end;
	long pid;

	errno = 0;
	pid = strtol(operand, &end, 10);
	if (end == operand || *end) {
		diag("kill: %s: neither a pid nor a job (%%1)", operand);
		return false;
	}
	if (errno || pid > INT_MAX || pid < -INT_MAX || is_gone(sh, (pid_t)pid))
		errno = ESRCH;
	else if (kill((pid_t)pid, signo) == 0)
		return true;
	diag("kill: %s: %s", operand, strerror(errno));
	return false;
}

static int send(struct shell *sh, char **targets, int signo)
{
	int status = 0;
	bool sent;

	for (; *targets; targets++) {
		sent = **targets == '%' ? signal_job(sh, *targets, signo)
					: signal_pid(sh, *targets, signo);
		if (!sent)
			status = 1;
	}
	return status;
}

/*
 * The signal that the option *ARGV names: -s NAME, -n NUMBER, -NAME, -NUMBER.
 * -1 after a message. *ARGV is then behind it.
 */
static int parse_signal(char ***argv)
{
	const char *text = **argv + 1;
	int signo;

	++*argv;
	if (strcmp(text, "s") == 0 || strcmp(text, "n") == 0) {
		if (!**argv) {
			diag("kill: -%s: needs a signal", text);
			return -1;
		}
		text = *(*argv)++;
		signo = signame_parse(text);
	} else {
		signo = signame_parse(text);
		if (signo < 0 && (*text == 's' || *text == 'n'))
			signo = signame_parse(++text); /* -sTERM */
	}
	if (signo < 0)
		diag("kill: %s: no such signal", text);
	return signo;
}

static int run_kill(struct shell *sh, int argc, char **argv)
{
	int signo = SIGTERM;

	(void)argc;
	argv++;
	if (*argv && strcmp(*argv, "-l") == 0)
		return list(&sh->out, argv + 1);
	if (*argv && **argv == '-' && (*argv)[1] && strcmp(*argv, "--") != 0) {
		signo = parse_signal(&argv);
		if (signo < 0)
			return usage_error(&builtin_kill);
	}
	if (*argv && strcmp(*argv, "--") == 0)
		argv++;
	if (!*argv)
		return usage_error(&builtin_kill);
	return send(sh, argv, signo);
}

const struct builtin builtin_kill = {
	.name = "kill",
	.kind = BUILTIN_REGULAR,
	.run = run_kill,
	.usage = "kill [-s signal|-signal] target ... | kill -l [signal ...]",
	.summary = "send a signal to processes and jobs",
	.help = "A target is a pid, a job (%1: all of its processes), or -N "
		"for the\n"
		"process group N; 0 is the shell's own group. The signal is a "
		"name\n"
		"(TERM, SIGTERM) or a number, TERM if there is none. Signal 0 "
		"only\n"
		"asks whether the target is there. A stopped job that is sent "
		"TERM or\n"
		"HUP is let go on, so that it can act on it.\n"
		"\n"
		"    kill %2              end job number 2\n"
		"    kill -INT 4242       as ^C would\n"
		"    kill -s KILL -- -4242   the whole group 4242\n"
		"    kill -l              all signals\n"
		"    kill -l 143          which signal a status of 143 means: "
		"TERM\n",
};
