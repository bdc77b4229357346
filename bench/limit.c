/*
 * limit.c - the work of each workload in C, with nothing in between
 *
 *   limit WORK [ARGUMENT...]      prints what the workload's script prints
 *
 * What the kernel asks for the same processes, pipes and files: no shell can be
 * much cheaper, unless it does without the process. Programs start with vfork,
 * so nothing of the caller is copied; what a shell has to fork is forked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* How a program is started; -1 where the descriptor is inherited. */
struct launch {
	char *program;
	int in;
	int out;
	int tty; /* controlling terminal: the program gets its own group there */
};

static void die(const char *what)
{
	perror(what);
	exit(2);
}

static long number(const char *text)
{
	return strtol(text, NULL, 10);
}

/* In the child of vfork: nothing here may touch the parent's memory. */
__attribute__((noreturn, noinline)) static void become(
    const struct launch *launch)
{
	char *argv[] = { launch->program, NULL };

	if (launch->tty >= 0) {
		(void)setpgid(0, 0);
		(void)tcsetpgrp(launch->tty, getpid());
		(void)signal(SIGTTOU, SIG_DFL);
	}
	if (launch->in >= 0)
		(void)dup2(launch->in, 0);
	if (launch->out >= 0)
		(void)dup2(launch->out, 1);
	(void)execve(launch->program, argv, environ);
	_exit(127);
}

static pid_t spawn(const struct launch *launch)
{
	pid_t pid = vfork();

	if (pid < 0)
		die("vfork");
	if (pid == 0)
		become(launch);
	return pid;
}

static int status_of(pid_t pid)
{
	int status;

	if (waitpid(pid, &status, 0) != pid)
		die("waitpid");
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static void open_pipe(int ends[2])
{
	if (pipe2(ends, O_CLOEXEC) != 0)
		die("pipe2");
}

/* COUNT PROGRAM: one after the other */
static void work_spawn(char **args)
{
	struct launch launch = { args[1], -1, -1, -1 };
	long good = 0;

	for (long i = number(args[0]); i > 0; i--)
		good += status_of(spawn(&launch)) == 0;
	(void)printf("%ld\n", good);
}

/* MB COUNT PROGRAM: the same with that much memory in use */
static void work_spawn_heap(char **args)
{
	size_t size = (size_t)number(args[0]) << 20;
	char *memory = malloc(size);

	if (memory == NULL)
		die("malloc");
	(void)memset(memory, 'x', size);
	work_spawn(args + 1);
	free(memory);
}

/* COUNT PROGRAM: the same, each in a foreground group of its own */
static void work_spawn_group(char **args)
{
	struct launch launch = { args[1], -1, -1,
		open("/dev/tty", O_RDWR | O_CLOEXEC) };
	long good = 0;

	if (launch.tty < 0)
		die("/dev/tty");
	(void)signal(SIGTTOU, SIG_IGN);
	for (long i = number(args[0]); i > 0; i--) {
		good += status_of(spawn(&launch)) == 0;
		(void)tcsetpgrp(launch.tty, getpgrp());
	}
	(void)printf("%ld\n", good);
}

/* The last program is LAST, all before it FIRST; the status is LAST's. */
static int run_pipeline(long stages, char *first, char *last)
{
	struct launch launch = { .in = -1, .out = -1, .tty = -1 };
	int ends[2];
	int status = 0;

	for (long i = 1; i <= stages; i++) {
		int in = launch.in;

		launch.program = i < stages ? first : last;
		launch.out = -1;
		if (i < stages) {
			open_pipe(ends);
			launch.out = ends[1];
		}
		pid_t pid = spawn(&launch);
		if (in >= 0)
			(void)close(in);
		if (i == stages) {
			status = status_of(pid);
		} else {
			(void)close(ends[1]);
			launch.in = ends[0];
		}
	}
	while (wait(NULL) > 0)
		;
	return status;
}

/* STAGES COUNT FIRST LAST: counts those whose last program fails */
static void work_pipeline(char **args)
{
	long failed = 0;

	for (long i = number(args[1]); i > 0; i--)
		failed += run_pipeline(number(args[0]), args[2], args[3]) == 1;
	(void)printf("%ld\n", failed);
}

/* COUNT PROGRAM: start all, then wait for all */
static void work_background(char **args)
{
	long count = number(args[0]);
	struct launch launch = { args[1], -1, -1, -1 };
	long ended = 0;
	int status;

	for (long i = 0; i < count; i++)
		(void)spawn(&launch);
	while (wait(&status) > 0)
		ended += status == 0;
	(void)printf("%ld\n", ended);
}

/* COUNT: a copy of this process that leaves with status 3 */
static void work_fork(char **args)
{
	long good = 0;

	for (long i = number(args[0]); i > 0; i--) {
		pid_t pid = fork();

		if (pid == 0)
			_exit(3);
		if (pid < 0)
			die("fork");
		good += status_of(pid) == 3;
	}
	(void)printf("%ld\n", good);
}

/* COUNT: a copy of this process writes a line that this one reads */
static void work_capture(char **args)
{
	char line[16];
	long good = 0;

	for (long i = number(args[0]); i > 0; i--) {
		int ends[2];

		open_pipe(ends);
		pid_t pid = fork();
		if (pid == 0)
			_exit(write(ends[1], "line\n", 5) != 5);
		if (pid < 0)
			die("fork");
		(void)close(ends[1]);
		good += read(ends[0], line, sizeof(line)) == 5;
		(void)close(ends[0]);
		(void)status_of(pid);
	}
	(void)printf("%ld\n", good);
}

/* FILE: count its lines, and show the last */
static void work_lines(char **args)
{
	FILE *file = fopen(args[0], "re");
	char *line = NULL;
	size_t size = 0;
	long count = 0;

	if (file == NULL)
		die(args[0]);
	while (getline(&line, &size, file) > 0)
		count++;
	(void)fclose(file);
	(void)printf("%ld %s", count, line);
	free(line);
}

static int matches(const struct dirent *entry)
{
	size_t length = strlen(entry->d_name);

	return entry->d_name[0] != '.' && length >= 5 &&
	       strcmp(entry->d_name + length - 5, "7.txt") == 0;
}

/* COUNT: the sorted names of *7.txt; shows how many, and the last */
static void work_names(char **args)
{
	for (long i = number(args[0]); i > 0; i--) {
		struct dirent **names;
		int count = scandir(".", &names, matches, alphasort);

		if (count < 1)
			die("scandir");
		if (i == 1)
			(void)printf(
			    "%d %s\n", count, names[count - 1]->d_name);
		for (int n = 0; n < count; n++)
			free(names[n]);
		free(names);
	}
}

/* TEXT: start, say it, end */
static void work_text(char **args)
{
	(void)puts(args[0]);
}

static const struct work {
	const char *name;
	int args;
	void (*run)(char **args);
} works[] = {
	{ "background", 2, work_background },
	{ "capture", 1, work_capture },
	{ "fork", 1, work_fork },
	{ "lines", 1, work_lines },
	{ "names", 1, work_names },
	{ "pipeline", 4, work_pipeline },
	{ "spawn", 2, work_spawn },
	{ "spawn-group", 2, work_spawn_group },
	{ "spawn-heap", 3, work_spawn_heap },
	{ "text", 1, work_text },
};

int main(int argc, char **argv)
{
	for (size_t i = 0; i < sizeof(works) / sizeof(works[0]); i++) {
		if (argc < 2 || strcmp(argv[1], works[i].name) != 0)
			continue;
		if (argc != works[i].args + 2)
			break;
		works[i].run(argv + 2);
		return fflush(stdout) == 0 ? 0 : 1;
	}
	(void)fputs("usage: limit WORK ARGUMENT...; see limit.c\n", stderr);
	return 2;
}
