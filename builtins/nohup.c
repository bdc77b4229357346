/*
 * nohup.c - run a command that outlives its terminal, or shield a job that runs
 *
 * The command runs in a child: SIGHUP is ignored there and the descriptors are
 * the command's. So functions and builtins can be run as well. Where the shell
 * would end after the command, as in `nohup make &`, there is no second child,
 * so that $! is the command's own.
 *
 * POSIX.1-2024 XCU nohup.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "builtins/jobarg.h"
#include "builtins/opts.h"
#include "exec/foreground.h"
#include "exec/run.h"
#include "exec/simple.h"
#include "job/launch.h"

enum { STATUS_ERROR = 127 }; /* of nohup itself, as POSIX has it */

static int open_output(const char *path)
{
	return open(
	    path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
}

/* nohup.out here, or in the home directory: its descriptor, and *PATH. -1 after
 * a message. */
static int open_nohup_out(struct shell *sh, const char **path)
{
	const char *home = var_get(sh, "HOME");
	struct strbuf in_home = STRBUF_INIT;
	int fd, error;

	*path = "nohup.out";
	fd = open_output(*path);
	error = errno;
	if (fd < 0 && home && *home) {
		strbuf_addf(&in_home, "%s/nohup.out", home);
		*path = arena_strdup(&sh->arena, in_home.s);
		strbuf_fini(&in_home);
		fd = open_output(*path);
		error = errno;
	}
	if (fd < 0)
		diag("nohup: %s: %s", *path, strerror(error));
	return fd;
}

static bool is_closed(int fd)
{
	return fcntl(fd, F_GETFD) < 0;
}

static bool place(int fd, int target)
{
	if (dup2(fd, target) == target)
		return true;
	diag("nohup: %s", strerror(errno));
	return false;
}

/* A terminal is going to be gone: what would be read from it is at its end. */
static bool redirect_input(void)
{
	int fd;

	if (!isatty(STDIN_FILENO))
		return true;
	fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
	return fd >= 0 && place(fd, STDIN_FILENO);
}

static bool redirect_output(struct shell *sh)
{
	bool stderr_too = isatty(STDERR_FILENO);
	bool to_file = isatty(STDOUT_FILENO);
	const char *path;
	int fd;

	if (to_file || (stderr_too && is_closed(STDOUT_FILENO))) {
		fd = open_nohup_out(sh, &path);
		if (fd < 0)
			return false;
		diag("nohup: appending output to %s", path);
		if (to_file && !place(fd, STDOUT_FILENO))
			return false;
		return !stderr_too || place(fd, STDERR_FILENO);
	}
	return !stderr_too || place(STDOUT_FILENO, STDERR_FILENO);
}

/* In the process that the command is to have. */
static int run_shielded(struct shell *sh, int argc, char **argv)
{
	if (!redirect_input() || !redirect_output(sh))
		return STATUS_ERROR;
	trap_set(sh, SIGHUP, "");
	return command_run(sh, argc, argv, COMMAND_LAST);
}

static struct job *new_job(struct shell *sh, char **argv)
{
	struct strbuf text = STRBUF_INIT;
	struct job *job;

	strbuf_adds(&text, "nohup");
	for (; *argv; argv++)
		strbuf_addf(&text, " %s", *argv);
	job = job_table_add(&sh->jobs.table, text.s);
	job->foreground = true;
	strbuf_fini(&text);
	return job;
}

static int run_command(struct shell *sh, int argc, char **argv)
{
	struct job *job;
	pid_t pid;

	if (sh->is_last && exec_may_replace(sh, EXEC_LAST))
		return run_shielded(sh, argc, argv);
	job = new_job(sh, argv);
	out_flush(&sh->out);
	pid = job_fork(&sh->jobs, job);
	if (pid == 0)
		run_exit(sh, run_shielded(sh, argc, argv));
	if (pid < 0)
		return foreground_failed(sh, job, "process", errno);
	return foreground_wait(sh, job);
}

/* What the shell can do for a job that runs already, and what it cannot. */
static int shield_jobs(struct shell *sh, char **specs)
{
	struct job *job;
	int status = 0;

	for (; *specs; specs++) {
		job = jobarg_find(sh, "nohup", *specs);
		if (!job || !job_is_alive(job)) {
			if (job)
				diag("nohup: %s: %s", *specs,
				    jobarg_error(
					job->inherited ? ECHILD : ESRCH));
			status = 1;
			continue;
		}
		job->no_hangup = true;
		diag("nohup: %s: this shell will send it no SIGHUP; its input "
		     "and output stay where they are, and end with the "
		     "terminal%s",
		    *specs,
		    job_state(job) == JOB_STOPPED
			? "; a stopped job is ended by the system: bg first"
			: "");
	}
	return status;
}

static int run_nohup(struct shell *sh, int argc, char **argv)
{
	struct opts opts;

	opts_init(&opts, &builtin_nohup, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return STATUS_ERROR;
	if (opts.index == argc) {
		(void)usage_error(&builtin_nohup);
		return STATUS_ERROR;
	}
	argv += opts.index;
	if (**argv == '%')
		return shield_jobs(sh, argv);
	return run_command(sh, argc - opts.index, argv);
}

const struct builtin builtin_nohup = {
	.name = "nohup",
	.kind = BUILTIN_REGULAR,
	.run = run_nohup,
	.usage = "nohup command [argument ...] | nohup job ...",
	.summary = "run a command that outlives its terminal",
	.help =
	    "The command ignores SIGHUP, the signal of a terminal that goes away.\n"
	    "What it would write to the terminal is appended to nohup.out, in the\n"
	    "current directory or else in the home directory. The command may be\n"
	    "a function or a builtin.\n"
	    "\n"
	    "    nohup make all &    goes on after you log out\n"
	    "    nohup %1            a job that runs already: this shell sends it\n"
	    "                        no SIGHUP; it still uses the terminal\n",
};
