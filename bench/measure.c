/*
 * measure.c - run a command, and say what it and all its descendants cost
 *
 *   measure [-n TIMES] [-t SECONDS] [-RT] -o FILE -e FILE COMMAND [ARGUMENT...]
 *
 * Prints one JSON object: status, timeout, began (on the monotonic clock), wall,
 * user, sys (seconds) and faults (pages). The run is over when the last descendant is: measure is their
 * subreaper, so that a process which its shell forgot is counted too, and one
 * that outlives the time-out is killed.
 *
 * A program of its own and not a part of bench/run, because a fork of Python
 * costs more than the start of a shell. The command gets a session of its own,
 * with -T a terminal too, /dev/null as its input, and default signals; with -R
 * its memory is where it always is, so that counts come out alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct run {
	char **command;
	const char *terminal; /* name of the controlling terminal, or NULL */
	int out;
	int err;
	double deadline; /* on now()'s clock */
	bool timed_out;
	int status; /* first that is not 0; 128+n for signal n */
	double user;
	double sys;
	long faults;
};

static void die(const char *what)
{
	perror(what);
	exit(2);
}

static double now(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_MONOTONIC, &t) != 0)
		die("clock_gettime");
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static int open_output(const char *name)
{
	int fd = open(
	    name, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666);

	if (fd < 0)
		die(name);
	return fd;
}

/* The master stays open until measure ends; nobody reads it. */
static const char *open_terminal(void)
{
	int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);

	if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0)
		die("no terminal");
	return ptsname(master);
}

/* In the child of vfork: nothing here may touch the parent's memory. */
__attribute__((noreturn, noinline)) static void start(const struct run *run)
{
	sigset_t none;
	int input = open("/dev/null", O_RDONLY | O_CLOEXEC);

	(void)setsid();
	if (run->terminal != NULL) {
		int tty = open(run->terminal, O_RDWR | O_CLOEXEC);

		if (tty < 0 || ioctl(tty, TIOCSCTTY, 0) != 0)
			_exit(126);
	}
	if (dup2(input, 0) < 0 || dup2(run->out, 1) < 0 ||
	    dup2(run->err, 2) < 0)
		_exit(126);
	(void)sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
	(void)execvp(run->command[0], run->command);
	_exit(127);
}

static void kill_children(void)
{
	FILE *list = fopen("/proc/thread-self/children", "re");
	int pid;

	if (list == NULL)
		die("/proc/thread-self/children");
	while (fscanf(list, "%d", &pid) == 1)
		(void)kill(pid, SIGKILL);
	(void)fclose(list);
}

/* SIGCHLD is blocked: returns when it is pending, or when time is up. */
static void wait_for_news(struct run *run)
{
	sigset_t child;
	double left = run->deadline - now();
	struct timespec timeout = { 0, 10 * 1000 * 1000 };

	(void)sigemptyset(&child);
	(void)sigaddset(&child, SIGCHLD);
	if (left > 0) {
		timeout.tv_sec = (time_t)left;
		timeout.tv_nsec = (long)((left - (double)timeout.tv_sec) * 1e9);
	} else {
		run->timed_out = true;
		kill_children();
	}
	(void)sigtimedwait(&child, NULL, &timeout);
}

static void account(
    struct run *run, bool is_command, int status, const struct rusage *usage)
{
	run->user += seconds(usage->ru_utime);
	run->sys += seconds(usage->ru_stime);
	run->faults += usage->ru_minflt + usage->ru_majflt;
	if (!is_command || run->status != 0)
		return;
	run->status =
	    WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void run_once(struct run *run)
{
	struct rusage usage;
	int status;
	pid_t pid;
	pid_t command = vfork();

	if (command < 0)
		die("vfork");
	if (command == 0)
		start(run);
	while ((pid = wait4(-1, &status, WNOHANG, &usage)) >= 0) {
		if (pid > 0)
			account(run, pid == command, status, &usage);
		else
			wait_for_news(run);
	}
	if (errno != ECHILD)
		die("wait4");
}

static void prepare_signals(void)
{
	sigset_t child;

	for (int sig = 1; sig < SIGRTMIN; sig++)
		(void)signal(sig, SIG_DFL);
	(void)sigemptyset(&child);
	(void)sigaddset(&child, SIGCHLD);
	(void)sigprocmask(SIG_SETMASK, &child, NULL);
	if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0)
		die("prctl");
}

int main(int argc, char **argv)
{
	struct run run = { .out = -1, .err = -1, .deadline = 60 };
	long times = 1;
	double began;
	int opt;

	while ((opt = getopt(argc, argv, "+n:t:RTo:e:")) != -1) {
		if (opt == 'n')
			times = strtol(optarg, NULL, 10);
		else if (opt == 't')
			run.deadline = strtod(optarg, NULL);
		else if (opt == 'R')
			(void)personality(ADDR_NO_RANDOMIZE);
		else if (opt == 'T')
			run.terminal = open_terminal();
		else if (opt == 'o')
			run.out = open_output(optarg);
		else if (opt == 'e')
			run.err = open_output(optarg);
		else
			return 2;
	}
	if (optind == argc || run.out < 0 || run.err < 0) {
		(void)fputs("usage: measure [-n TIMES] [-t SECONDS] [-RT] "
			    "-o FILE -e FILE COMMAND [ARGUMENT...]\n",
		    stderr);
		return 2;
	}
	run.command = argv + optind;
	prepare_signals();
	began = now();
	run.deadline += began;
	for (long i = 0; i < times && !run.timed_out; i++)
		run_once(&run);
	(void)printf("{\"status\": %d, \"timeout\": %s, \"began\": %.6f, "
		     "\"wall\": %.6f, \"user\": %.6f, \"sys\": %.6f, "
		     "\"faults\": %ld}\n",
	    run.status, run.timed_out ? "true" : "false", began, now() - began,
	    run.user, run.sys, run.faults);
	return 0;
}
