/*
 * calls.c - run a command, and list the system calls that it makes
 *
 *   calls FILE COMMAND [ARGUMENT...]
 *
 * Writes a line to FILE for each system call of COMMAND, of its children and of
 * theirs: the name, and for read and write how many bytes of which file:
 *
 *   write 12 /dev/pts/3
 *   wait4
 *
 * A child is followed until it executes a program: what a shell makes the kernel
 * do is seen, not what its programs do. Status 77 if the kernel allows no tracing.
 *
 * COMMAND keeps the process that calls was started as, and all that belongs to it:
 * parent, terminal, process group. Who traces is a process aside, which no
 * terminal knows. Signals pass, and what stops COMMAND stops it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	OPTIONS = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC |
		  PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
		  PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL
};

/* Those that a shell makes often; another is shown by its number. */
static const char *const names[] = {
#define NAME(call) [SYS_##call] = #call
	NAME(brk),
	NAME(clone),
	NAME(close),
	NAME(dup3),
	NAME(execve),
	NAME(exit_group),
	NAME(fcntl),
	NAME(getpid),
	NAME(ioctl),
	NAME(kill),
	NAME(lseek),
	NAME(mmap),
	NAME(mprotect),
	NAME(munmap),
	NAME(newfstatat),
	NAME(openat),
	NAME(pipe2),
	NAME(ppoll),
	NAME(pread64),
	NAME(prlimit64),
	NAME(read),
	NAME(rt_sigaction),
	NAME(rt_sigprocmask),
	NAME(rt_sigreturn),
	NAME(set_robust_list),
	NAME(setpgid),
	NAME(tee),
	NAME(wait4),
	NAME(write),
#ifdef SYS_dup2 /* an older machine, which has more calls */
	NAME(dup2),
	NAME(getpgrp),
	NAME(poll),
#endif
};

static FILE *list;
static pid_t command;
static bool executed; /* COMMAND is its program */

static _Noreturn void fail(const char *what, int error)
{
	(void)fprintf(stderr, "calls: %s: %s\n", what, strerror(error));
	exit(error == EPERM || error == ENOSYS ? 77 : 2);
}

static void note_bytes(
    pid_t pid, const char *name, int fd, unsigned long long count)
{
	char link[64], file[PATH_MAX];
	ssize_t len;

	(void)snprintf(link, sizeof link, "/proc/%ld/fd/%d", (long)pid, fd);
	len = readlink(link, file, sizeof file);
	(void)fprintf(
	    list, "%s %llu %.*s\n", name, count, len > 0 ? (int)len : 0, file);
}

/* PID enters or leaves the kernel. */
static void note_call(pid_t pid)
{
	struct __ptrace_syscall_info call = { 0 };
	unsigned long long number;

	(void)ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof call, &call);
	if (call.op != PTRACE_SYSCALL_INFO_ENTRY)
		return;
	number = call.entry.nr;
	if (number == SYS_read || number == SYS_write)
		note_bytes(pid, names[number], (int)call.entry.args[0],
		    call.entry.args[2]);
	else if (number < sizeof names / sizeof *names && names[number])
		(void)fprintf(list, "%s\n", names[number]);
	else
		(void)fprintf(list, "call %llu\n", number);
}

/* A call may fail as PID can be killed at any time: then wait tells. */
static void go_on(pid_t pid, int status)
{
	int sig = WSTOPSIG(status);
	int event = status >> 16;

	if (sig == (SIGTRAP | 0x80)) {
		note_call(pid);
		(void)ptrace(PTRACE_SYSCALL, pid, 0, 0);
	} else if (event == PTRACE_EVENT_EXEC && (pid != command || executed)) {
		(void)ptrace(PTRACE_DETACH, pid, 0, 0);
	} else if (event == PTRACE_EVENT_STOP && sig != SIGTRAP) {
		(void)ptrace(PTRACE_LISTEN, pid, 0, 0);
	} else {
		executed = executed || event == PTRACE_EVENT_EXEC;
		(void)ptrace(executed ? PTRACE_SYSCALL : PTRACE_CONT, pid, 0,
		    event ? 0 : sig);
	}
}

/* ANSWER gets 0 when COMMAND is traced, else why it cannot be. */
static _Noreturn void trace(int answer)
{
	int status;
	int error = ptrace(PTRACE_SEIZE, command, 0, OPTIONS) < 0 ? errno : 0;
	pid_t pid;

	(void)!write(answer, &error, sizeof error);
	(void)close(answer);
	(void)setsid();
	(void)close(STDIN_FILENO);
	(void)close(STDOUT_FILENO);
	(void)close(STDERR_FILENO);
	while (!error && (pid = waitpid(-1, &status, __WALL)) > 0) {
		if (WIFSTOPPED(status))
			go_on(pid, status);
	}
	_exit(0);
}

/* As nobody's child: COMMAND is not to find one that it did not start. */
static void start_tracer(int answer)
{
	pid_t pid = fork();

	if (pid < 0)
		fail("fork", errno);
	if (pid == 0 && fork() == 0)
		trace(answer);
	if (pid == 0)
		_exit(0);
	if (waitpid(pid, NULL, 0) < 0)
		fail("waitpid", errno);
}

int main(int argc, char **argv)
{
	int ends[2];
	int error = 0;

	if (argc < 3) {
		(void)fputs(
		    "usage: calls FILE COMMAND [ARGUMENT...]\n", stderr);
		return 2;
	}
	list = fopen(argv[1], "we");
	if (!list || setvbuf(list, NULL, _IOLBF, 0) != 0)
		fail(argv[1], errno);
	if (pipe2(ends, O_CLOEXEC) < 0)
		fail("pipe", errno);
	command = getpid();
	/* Where only ancestors may trace; unknown elsewhere. */
	(void)prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0);
	start_tracer(ends[1]);
	(void)close(ends[1]);
	if (read(ends[0], &error, sizeof error) != sizeof error)
		fail("fork", EAGAIN);
	if (error)
		fail("ptrace", error);
	(void)execvp(argv[2], argv + 2);
	fail(argv[2], errno);
}
