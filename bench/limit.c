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
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

/* How a program is started; -1 where the descriptor is inherited. */
struct launch {
	char **argv;
	int in;
	int out;
	int tty; /* controlling terminal: the program gets its own group there */
	bool redirects; /* it gets </dev/null >file 2>&1 */
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
	if (launch->tty >= 0) {
		(void)setpgid(0, 0);
		(void)tcsetpgrp(launch->tty, getpid());
		(void)signal(SIGTTOU, SIG_DFL);
		(void)signal(SIGTSTP, SIG_DFL);
	}
	if (launch->in >= 0)
		(void)dup2(launch->in, 0);
	if (launch->out >= 0)
		(void)dup2(launch->out, 1);
	if (launch->redirects) {
		(void)dup2(open("/dev/null", O_RDONLY | O_CLOEXEC), 0);
		(void)dup2(open("file",
			       O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666),
		    1);
		(void)dup2(1, 2);
	}
	(void)execve(launch->argv[0], launch->argv, environ);
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

/* One after the other; prints how many ended well. */
static void spawn_all(const struct launch *launch, long count)
{
	long good = 0;

	for (; count > 0; count--)
		good += status_of(spawn(launch)) == 0;
	(void)printf("%ld\n", good);
}

/* COUNT PROGRAM [ARGUMENT...] */
static void work_spawn(char **args)
{
	struct launch launch = { args + 1, -1, -1, -1, false };

	spawn_all(&launch, number(args[0]));
}

/* COUNT PROGRAM [ARGUMENT...]: each with three redirections */
static void work_spawn_redirected(char **args)
{
	struct launch launch = { args + 1, -1, -1, -1, true };

	spawn_all(&launch, number(args[0]));
}

/* COUNT PROGRAM: the same, each in a foreground group of its own */
static void work_spawn_group(char **args)
{
	struct launch launch = { args + 1, -1, -1,
		open("/dev/tty", O_RDWR | O_CLOEXEC), false };
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
static int run_pipeline(long stages, char **first, char **last)
{
	struct launch launch = { .in = -1, .out = -1, .tty = -1 };
	int ends[2];
	int status = 0;

	for (long i = 1; i <= stages; i++) {
		int in = launch.in;

		launch.argv = i < stages ? first : last;
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
	char *first[] = { args[2], NULL }, *last[] = { args[3], NULL };
	long failed = 0;

	for (long i = number(args[1]); i > 0; i--)
		failed += run_pipeline(number(args[0]), first, last) == 1;
	(void)printf("%ld\n", failed);
}

/* COUNT PROGRAM: start all, then wait for all */
static void work_background(char **args)
{
	long count = number(args[0]);
	struct launch launch = { args + 1, -1, -1, -1, false };
	long ended = 0;
	int status;

	for (long i = 0; i < count; i++)
		(void)spawn(&launch);
	while (wait(&status) > 0)
		ended += status == 0;
	(void)printf("%ld\n", ended);
}

/* COUNT: start as many copies of this process, then wait for all */
static void work_copies(char **args)
{
	long count = number(args[0]);
	long ended = 0;
	int status;

	for (long i = 0; i < count; i++) {
		pid_t pid = fork();

		if (pid == 0)
			_exit(0);
		if (pid < 0)
			die("fork");
	}
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

/* COUNT PROGRAM [ARGUMENT...]: this process reads what it writes */
static void work_spawn_capture(char **args)
{
	struct launch launch = { args + 1, -1, -1, -1, false };
	char text[64];
	long good = 0;

	for (long i = number(args[0]); i > 0; i--) {
		int ends[2];

		open_pipe(ends);
		launch.out = ends[1];
		pid_t pid = spawn(&launch);
		(void)close(ends[1]);
		while (read(ends[0], text, sizeof(text)) > 0)
			;
		(void)close(ends[0]);
		good += status_of(pid) == 0;
	}
	(void)printf("%ld\n", good);
}

/* MB: zeros through a pipe, from a process that writes to one that counts */
static void work_data(char **args)
{
	static char block[65536];
	long left = number(args[0]) << 20, total = 0;
	ssize_t n;
	int ends[2];

	open_pipe(ends);
	pid_t pid = fork();
	if (pid < 0)
		die("fork");
	if (pid == 0) {
		for (; left > 0; left -= n)
			if ((n = write(ends[1], block, sizeof(block))) < 0)
				die("write");
		_exit(0);
	}
	(void)close(ends[1]);
	while ((n = read(ends[0], block, sizeof(block))) > 0)
		total += n;
	(void)status_of(pid);
	(void)printf("%ld\n", total);
}

/* PROGRAM [ARGUMENT...]: become it */
static void work_exec(char **args)
{
	(void)execve(args[0], args, environ);
	die(args[0]);
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

/* CPU time of PID without its children. /proc is late for who is running. */
static double cpu_time(pid_t pid)
{
	long long nanoseconds;
	struct timespec used;
	char name[64];
	FILE *file;

	if (pid == getpid()) {
		(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
		return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
	}
	(void)snprintf(name, sizeof(name), "/proc/%d/schedstat", (int)pid);
	file = fopen(name, "re");
	if (file == NULL || fscanf(file, "%lld", &nanoseconds) != 1)
		die(name);
	(void)fclose(file);
	return (double)nanoseconds / 1e9;
}

static long page_faults(pid_t pid)
{
	char name[64], line[1024];
	long faults;
	FILE *file;

	(void)snprintf(name, sizeof(name), "/proc/%d/stat", (int)pid);
	file = fopen(name, "re");
	if (file == NULL || fgets(line, sizeof(line), file) == NULL ||
	    sscanf(strrchr(line, ')'), ") %*c %*d %*d %*d %*d %*d %*u %ld",
		&faults) != 1)
		die(name);
	(void)fclose(file);
	return faults;
}

/* Append to ./marks what process PID has cost so far: it has just done NAME. */
static void mark(pid_t pid, const char *name)
{
	double cpu = cpu_time(pid);
	struct timespec now;
	FILE *file;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	file = fopen("marks", "ae");
	if (file == NULL)
		die("marks");
	(void)fprintf(file,
	    "{\"name\": \"%s\", \"cpu\": %.9f, \"faults\": %ld, "
	    "\"wall\": %.9f}\n",
	    name, cpu, page_faults(pid),
	    (double)now.tv_sec + (double)now.tv_nsec / 1e9);
	(void)fclose(file);
}

/* MB COUNT PROGRAM: programs started with that much memory in use */
static void work_spawn_heap(char **args)
{
	size_t size = (size_t)number(args[0]) << 20;
	char *memory = malloc(size);

	if (memory == NULL)
		die("malloc");
	(void)memset(memory, 'x', size);
	mark(getpid(), "");
	work_spawn(args + 1);
	free(memory);
}

/* [NAME]: what the caller has cost; without a name, to know what this costs. */
static void work_mark(char **args)
{
	mark(getppid(), args[0] != NULL ? args[0] : "");
}

/* Last until nobody holds ./gate for writing; at once if ./released is there. */
static void work_hold(char **args)
{
	int gate = open("gate", O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	char c;

	(void)args;
	if (gate < 0)
		die("gate");
	(void)close_range(3, (unsigned)gate - 1, 0);
	if (access("released", F_OK) == 0)
		return;
	if (fcntl(gate, F_SETFL, 0) != 0 || read(gate, &c, 1) != 0)
		die("gate");
}

/* The gate that keeps what `hold` starts alive: the end that holds it. */
static int close_gate(void)
{
	int gate;

	(void)unlink("released");
	(void)unlink("gate");
	if (mkfifo("gate", 0666) != 0)
		die("gate");
	gate = open("gate", O_RDWR | O_CLOEXEC);
	if (gate < 0)
		die("gate");
	return gate;
}

static void open_gate(int gate)
{
	int released = open("released", O_WRONLY | O_CREAT | O_CLOEXEC, 0666);

	if (released < 0)
		die("released");
	(void)close(released);
	(void)close(gate);
}

/* SIZE: with as many live jobs, what live.sh does */
static void work_live(char **args)
{
	char self[] = "/proc/self/exe", job[] = "hold", program[] = "/bin/true";
	char *hold_argv[] = { self, job, NULL }, *argv[] = { program, NULL };
	struct launch hold = { hold_argv, -1, -1, -1, false };
	struct launch launch = { argv, -1, -1,
		open("/dev/tty", O_RDWR | O_CLOEXEC), false };
	long size = number(args[0]);
	pid_t *pids = calloc((size_t)size, sizeof(*pids));
	int gate = close_gate();

	if (pids == NULL || launch.tty < 0)
		die("live");
	(void)signal(SIGTTOU, SIG_IGN);
	mark(getpid(), "");
	mark(getpid(), "");
	for (long i = 0; i < size; i++)
		pids[i] = spawn(&hold);
	mark(getpid(), "launch");
	for (int i = 0; i < 100; i++) {
		(void)status_of(spawn(&launch));
		(void)tcsetpgrp(launch.tty, getpgrp());
	}
	mark(getpid(), "fg");
	for (int i = 0; i < 100; i++)
		(void)kill(pids[i], 0);
	mark(getpid(), "kill");
	open_gate(gate);
	for (long i = 0; i < size; i++)
		(void)status_of(pids[i]);
	mark(getpid(), "wait");
	free(pids);
	(void)puts("done");
}

/* Say so, and wait: for ^C, or for ^Z, after which it says that it goes on. */
static void say_resumed(int sig)
{
	(void)sig;
	(void)!write(1, "resumed\n", 8);
}

static void work_pause(char **args)
{
	struct sigaction action = { .sa_handler = say_resumed };

	(void)args;
	(void)sigaction(SIGCONT, &action, NULL);
	(void)printf("paused %d\n", (int)getpid());
	(void)fflush(stdout);
	for (;;)
		(void)pause();
}

/* What a terminal row looks for when it types the name of this. */
static void work_say(char **args)
{
	(void)args;
	(void)puts("started");
}

static void note_child(int sig)
{
	(void)sig;
}

/* Wait until TTY can be read; tell meanwhile what ended in the background. */
static void wait_for_key(int tty)
{
	struct pollfd terminal = { tty, POLLIN, 0 };
	sigset_t none;

	(void)sigemptyset(&none);
	while (ppoll(&terminal, 1, NULL, &none) < 0)
		if (waitpid(-1, NULL, WNOHANG) > 0)
			(void)!write(tty, "\rterminated\nready> ", 19);
}

/* Read a line from the terminal TTY in raw mode, and echo it. */
static bool read_keys(int tty, char *line, size_t size)
{
	size_t len = 0;

	while (len + 1 < size) {
		wait_for_key(tty);
		ssize_t n = read(tty, line + len, size - len - 1);

		if (n <= 0)
			return false;
		(void)!write(tty, line + len, (size_t)n);
		len += (size_t)n;
		if (line[len - 1] == '\r' || line[len - 1] == 0x15)
			break;
	}
	line[line[len - 1] == '\r' ? len - 1 : 0] = '\0';
	return true;
}

/*
 * Do what LINE says: the name of a program in this folder, with a & or without
 * one, or fg, which continues the last one.
 */
static void do_line(char *line, struct launch *launch)
{
	static pid_t pid = -1;
	size_t length = strlen(line);

	if (length > 2 && strcmp(line + length - 2, " &") == 0) {
		struct launch background = *launch;

		line[length - 2] = '\0';
		background.tty = -1;
		(void)spawn(&background);
		return;
	}
	if (strcmp(line, "fg") == 0) {
		(void)tcsetpgrp(0, pid);
		(void)kill(-pid, SIGCONT);
	} else {
		pid = spawn(launch);
	}
	(void)waitpid(pid, NULL, WUNTRACED);
	(void)tcsetpgrp(0, getpgrp());
}

static void prepare_signals(void)
{
	struct sigaction child = { .sa_handler = note_child };
	sigset_t blocked;

	(void)signal(SIGTTOU, SIG_IGN);
	(void)signal(SIGTSTP, SIG_IGN);
	(void)sigaction(SIGCHLD, &child, NULL);
	(void)sigemptyset(&blocked);
	(void)sigaddset(&blocked, SIGCHLD);
	(void)sigprocmask(SIG_BLOCK, &blocked, NULL);
}

/* At the terminal: the least that reads lines and does what they say. */
static void work_prompt(char **args)
{
	static char program[4200] = "./";
	char *line = program + 2, *argv[] = { program, NULL };
	struct launch launch = { argv, -1, -1, 0, false };
	struct termios cooked, raw;

	(void)args;
	prepare_signals();
	if (tcgetattr(0, &cooked) != 0)
		die("terminal");
	raw = cooked;
	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG);
	raw.c_iflag &= ~(tcflag_t)ICRNL;
	for (;;) {
		(void)tcsetattr(0, TCSADRAIN, &raw);
		(void)!write(1, "ready> ", 7);
		if (!read_keys(0, line, sizeof(program) - 2))
			return;
		(void)!write(1, "\n", 1);
		(void)tcsetattr(0, TCSADRAIN, &cooked);
		if (line[0] != '\0')
			do_line(line, &launch);
	}
}

static const struct work {
	const char *name;
	int args; /* at least */
	void (*run)(char **args);
} works[] = {
	{ "background", 2, work_background },
	{ "capture", 1, work_capture },
	{ "copies", 1, work_copies },
	{ "data", 1, work_data },
	{ "exec", 1, work_exec },
	{ "fork", 1, work_fork },
	{ "hold", 0, work_hold },
	{ "lines", 1, work_lines },
	{ "live", 1, work_live },
	{ "mark", 0, work_mark },
	{ "names", 1, work_names },
	{ "pause", 0, work_pause },
	{ "pipeline", 4, work_pipeline },
	{ "prompt", 0, work_prompt },
	{ "say", 0, work_say },
	{ "spawn", 2, work_spawn },
	{ "spawn-capture", 2, work_spawn_capture },
	{ "spawn-group", 2, work_spawn_group },
	{ "spawn-heap", 3, work_spawn_heap },
	{ "spawn-redirected", 2, work_spawn_redirected },
	{ "text", 1, work_text },
};

int main(int argc, char **argv)
{
	const char *slash = strrchr(argv[0], '/');
	const char *name = slash != NULL ? slash + 1 : argv[0];

	/* A link that is called as a work is a command of one word. */
	if (argc > 1) {
		name = argv[1];
		argv++;
		argc--;
	}
	for (size_t i = 0; i < sizeof(works) / sizeof(works[0]); i++) {
		if (strcmp(name, works[i].name) != 0)
			continue;
		if (argc < works[i].args + 1)
			break;
		works[i].run(argv + 1);
		return fflush(stdout) == 0 ? 0 : 1;
	}
	(void)fputs("usage: limit WORK ARGUMENT...; see limit.c\n", stderr);
	return 2;
}
