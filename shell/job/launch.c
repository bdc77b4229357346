/*
 * launch.c - the two ways to start a process
 *
 * job_fork() copies the shell. job_spawn() does not: its child runs in the
 * parent's memory, on a stack of its own, while the parent waits in the kernel
 * (clone with CLONE_VM and CLONE_VFORK), so that the cost does not grow with the
 * shell. Until exec that child may call only what is async-signal-safe, and
 * writes to nothing but its stack, struct launch and errno. Its functions are
 * not instrumented by the address sanitizer, which knows no such stack.
 *
 * All signals are blocked from before the start until the child is set up. One
 * thing can still go wrong: a ^Z that arrives just before exec would stop the
 * child, and the shell would wait for it in the kernel for good. So stop signals
 * are held there and sent again by the parent (sig_begin_shared_child).
 * A SIGSTOP in that moment cannot be held; whoever sent it must send SIGCONT.
 *
 * POSIX.1-2024 XCU 2.9.1.6 Non-built-in Utility Execution; 2.11 Job Control.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/launch.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/held.h"
#include "job/account.h"
#include "job/continuation.h"
#include "job/sig.h"

#define IN_CHILD __attribute__((no_sanitize("address")))

enum {
	STACK_SIZE = 128 * 1024, /* diag() alone needs 10 KiB */
	STACK_GUARD = 64 * 1024, /* a page, whatever its size */
	HEAD_SIZE = 256,         /* enough of a file to see what it is */
	STATUS_REDIRECTION = 1,
	STATUS_NOT_EXECUTABLE = 126,
	STATUS_NOT_FOUND = 127,
};

/* Where a new member of a job goes. */
struct place {
	bool has_group; /* not the shell's */
	pid_t pgid;     /* 0: a new group, of which it is the leader */
	int tty_fd;     /* of the terminal to take; -1: none */
	pid_t owner;    /* the group that has it */
};

struct launch {
	const struct spawn *spawn;
	struct place place;
	bool copied;          /* the child is one of fork(), not of clone() */
	volatile bool shared; /* the child ran in this very memory */
	pid_t pid;            /* the child's, for itself */
	void *script_argv;    /* mapped by the child, unmapped by the parent */
	size_t script_argv_size;
};

static struct place find_place(
    const struct job_control *jc, const struct job *job)
{
	struct place place = { .has_group = false, .tty_fd = -1 };

	if (!jc->monitor || job->in_shell_group || (job->first && !job->pgid))
		return place;
	place.has_group = true;
	place.pgid = job->pgid;
	/* The child looks whether the terminal is the shell's to give. */
	if (job->foreground && !job->first)
		place.tty_fd = jc->tty.fd;
	place.owner = jc->shell_pgid;
	return place;
}

/* In the child, PID, with all signals blocked. Should the group be gone by now,
 * then it stays in the shell's: better than not to run. */
IN_CHILD static void take_place(struct place *place, pid_t pid)
{
	if (!place->has_group)
		return;
	(void)setpgid(0, place->pgid);
	/* Only the first of a job takes it: PID is the group. */
	if (place->tty_fd >= 0 &&
	    !tty_take_in_child(place->tty_fd, place->owner, pid))
		place->tty_fd = -1;
}

/* The child has taken the terminal, or the parent gives it. One that is no
 * longer the shell's stays alone: the child may have passed it on already. */
static void give_terminal(struct job_control *jc, pid_t pgid, bool by_child)
{
	pid_t owner = by_child ? pgid : tty_foreground(&jc->tty);

	if (owner == jc->shell_pgid)
		(void)tty_give(&jc->tty, pgid);
	else if (owner == pgid)
		observe(jc->observer,
		    (struct observation){
			.what = OBSERVED_TTY_GIVEN, .pgid = pgid });
}

/* A script that has no job control never tells of its foreground jobs. */
static bool can_be_shown(const struct job_control *jc, const struct job *job)
{
	return jc->event_driven || jc->monitor || job->asynchronous;
}

/* PID is the next member of JOB. BY_CHILD: the child is sure to have taken its
 * place; else it may not have run yet, and the parent sees to it as well. */
static void add_member(struct job_control *jc, struct job *job,
    const struct place *place, pid_t pid, bool by_child)
{
	pid_t pgid = place->pgid ? place->pgid : pid;

	(void)job_table_add_process(&jc->table, job, pid);
	if (job->first == job->last && can_be_shown(jc, job))
		account_start(job);
	observe(
	    jc->observer, (struct observation){ .what = OBSERVED_FORK,
			      .pid = pid,
			      .pgid = place->has_group ? pgid : jc->shell_pgid,
			      .job = job });
	if (!place->has_group)
		return;
	job->pgid = pgid;
	if (!by_child)
		(void)setpgid(pid, pgid); /* EACCES after the child's exec */
	observe(jc->observer, (struct observation){ .what = OBSERVED_SETPGID,
				  .pid = pid,
				  .pgid = pgid,
				  .job = job });
	if (place->tty_fd < 0)
		return;
	give_terminal(jc, pgid, by_child);
	witness_join(jc, pgid);
}

/* In the child of job_fork(). */
static void become_subshell(
    struct job_control *jc, struct place *place, bool keep_inherited)
{
	jc->shell_pid = getpid();
	take_place(place, jc->shell_pid);
	continuation_close_all(jc);
	witness_forget(jc);
	sig_reset_in_child();
	jc->shell_pgid = getpgrp();
	jc->entry_pgid = 0;
	jc->monitor = false;
	jc->event_driven = false;
	jc->follows_stops = jc->follows_stops || place->has_group;
	tty_close(&jc->tty);
	job_table_forget(&jc->table, keep_inherited);
	if (jc->became_subshell)
		jc->became_subshell(jc->ctx);
	sig_restore_mask(NULL);
}

void launch_subshell(struct job_control *jc, pid_t pgid)
{
	struct place place = { .has_group = true, .pgid = pgid, .tty_fd = -1 };

	become_subshell(jc, &place, false);
}

void launch_announce(const struct job_control *jc)
{
	held_write();
	if (jc->before_start)
		jc->before_start(jc->ctx);
}

pid_t job_fork(struct job_control *jc, struct job *job)
{
	struct place place = find_place(jc, job);
	sigset_t old;
	int error;
	pid_t pid;

	launch_announce(jc);
	sig_block_all(&old);
	pid = fork();
	if (pid == 0) {
		become_subshell(jc, &place, true);
		return 0;
	}
	error = errno;
	if (pid > 0)
		add_member(jc, job, &place, pid, false);
	sig_restore_mask(&old);
	errno = error;
	return pid;
}

/* The beginning of a file, to word a message or to know a script: how many
 * bytes, -1 if it cannot be read. */
IN_CHILD static ssize_t read_head(const char *path, char head[HEAD_SIZE])
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		return -1;
	n = read(fd, head, HEAD_SIZE);
	(void)close(fd); /* only read from */
	return n;
}

/* A file without "#!" that the kernel refused: POSIX makes it a script, unless
 * its first line holds a NUL. One that cannot be read is for the shell to
 * complain of. */
IN_CHILD static bool looks_like_script(const char *path)
{
	char head[HEAD_SIZE];
	ssize_t n = read_head(path, head);

	return n < 0 || fd_head_is_script(head, (size_t)n);
}

/* exec said "no such file" of a file that is there. */
IN_CHILD static void report_interpreter(
    const struct spawn *spawn, const char *path)
{
	char head[HEAD_SIZE + 1];
	ssize_t n = read_head(path, head);
	size_t start = 2;

	if (n < 2 || head[0] != '#' || head[1] != '!') {
		diag("%s: cannot execute: its loader is missing", spawn->name);
		return;
	}
	head[n] = '\0';
	start += strspn(head + start, " \t");
	head[start + strcspn(head + start, " \t\n")] = '\0';
	diag("%s: bad interpreter: %s", spawn->name, head + start);
}

IN_CHILD static bool is_directory(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Did exec say so because there is no such file? */
IN_CHILD static bool is_missing(int error)
{
	return error == ENOENT || error == ENOTDIR || error == ELOOP ||
	       error == ENAMETOOLONG;
}

/* The message that fits, and the status. All signals are blocked for it, so that
 * SIGTTOU cannot keep it back. */
IN_CHILD static int report_exec_error(
    const struct spawn *spawn, const char *path, int error)
{
	sig_block_all(NULL);
	if (error == ENOENT && access(path, F_OK) == 0) {
		report_interpreter(spawn, path);
		return STATUS_NOT_EXECUTABLE;
	}
	if (error == ENOENT && !strchr(spawn->name, '/')) {
		diag("%s: not found", spawn->name);
		return STATUS_NOT_FOUND;
	}
	if (error == ENOEXEC) {
		diag("%s: cannot execute binary file", spawn->name);
		return STATUS_NOT_EXECUTABLE;
	}
	if (error == EACCES && is_directory(path))
		error = EISDIR;
	diag("%s: %s", spawn->name, strerrordesc_np(error));
	return is_missing(error) ? STATUS_NOT_FOUND : STATUS_NOT_EXECUTABLE;
}

IN_CHILD static size_t count_args(char *const *argv)
{
	size_t n = 0;

	while (argv[n])
		n++;
	return n;
}

/*
 * Execute SHELL_PATH [--] PATH ARGS. The new argv can be as large as the old
 * one, too large for the stack; the heap is the parent's, who unmaps this.
 */
IN_CHILD static void exec_script(struct launch *launch, const char *path)
{
	const struct spawn *spawn = launch->spawn;
	size_t argc = count_args(spawn->argv), n = 0, i;
	size_t size = (argc + 4) * sizeof(char *);
	void *block = mmap(NULL, size, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	const char **argv = block;

	if (block == MAP_FAILED)
		return;
	launch->script_argv = block;
	launch->script_argv_size = size;
	argv[n++] = spawn->shell_path;
	if (*path == '-' || *path == '+')
		argv[n++] = "--";
	argv[n++] = path;
	for (i = 1; i < argc; i++)
		argv[n++] = spawn->argv[i];
	argv[n] = NULL;
	(void)execve(spawn->shell_path, block, spawn->envp);
}

IN_CHILD static int report_action_error(
    const struct fd_action *action, int error)
{
	int fd;
	const char *path = fd_action_culprit(action, error, &fd);

	if (path)
		diag("%s: %s", path, strerrordesc_np(error));
	else
		diag("%d: %s", fd, strerrordesc_np(error));
	return STATUS_REDIRECTION;
}

/* Returns only on failure: errno of exec. */
IN_CHILD static int execute(struct launch *launch, const char *path)
{
	const struct spawn *spawn = launch->spawn;

	(void)execve(path, spawn->argv, spawn->envp);
	if (errno == ENOEXEC && spawn->shell_path && looks_like_script(path))
		exec_script(launch, path);
	return errno;
}

/* "DIR/NAME" of the LEN bytes at DIR, or "./NAME"; false if that is too long. */
IN_CHILD static bool join(
    char path[PATH_MAX], const char *dir, size_t len, const char *name)
{
	size_t name_len = strlen(name);

	if (len + name_len + sizeof "./" > PATH_MAX)
		return false;
	memcpy(path, dir, len);
	if (!len)
		path[len++] = '.';
	path[len++] = '/';
	memcpy(path + len, name, name_len + 1);
	return true;
}

/* The program was moved or removed since the shell found it: look again, here,
 * so that nobody pays for a look at each start. */
IN_CHILD static bool find_again(const struct spawn *spawn, char path[PATH_MAX])
{
	const char *dir = spawn->search;
	struct stat st;

	if (spawn->moved)
		*spawn->moved = true;
	for (;;) {
		size_t len = strcspn(dir, ":");

		if (join(path, dir, len, spawn->name) && stat(path, &st) == 0 &&
		    S_ISREG(st.st_mode) &&
		    faccessat(AT_FDCWD, path, X_OK, AT_EACCESS) == 0)
			return true;
		if (!dir[len])
			return false;
		dir += len + 1;
	}
}

/* Not inlined: this much of the stack is for the rare case only. */
IN_CHILD __attribute__((noinline)) static int execute_moved(
    struct launch *launch, int error)
{
	char path[PATH_MAX];

	if (!find_again(launch->spawn, path))
		return report_exec_error(
		    launch->spawn, launch->spawn->path, error);
	return report_exec_error(launch->spawn, path, execute(launch, path));
}

/* Redirect, unblock, execute: returns only the status of a failure, with all
 * signals blocked. */
IN_CHILD static int become_program(struct launch *launch)
{
	const struct spawn *spawn = launch->spawn;
	size_t i;
	int error;

	for (i = 0; i < spawn->action_count; i++) {
		error = fd_action_apply(&spawn->actions[i]);
		if (error)
			return report_action_error(&spawn->actions[i], error);
	}
	sig_restore_mask(sig_entry_mask());
	error = execute(launch, spawn->path);
	if (spawn->search && (is_missing(error) || error == EACCES))
		return execute_moved(launch, error);
	return report_exec_error(spawn, spawn->path, error);
}

IN_CHILD static void ignore_int_quit(void)
{
	struct sigaction action = { .sa_handler = SIG_IGN };

	(void)sigaction(SIGINT, &action, NULL);
	(void)sigaction(SIGQUIT, &action, NULL);
}

IN_CHILD static int child_main(void *arg)
{
	struct launch *launch = arg;

	launch->shared = true;
	take_place(&launch->place, launch->pid ? launch->pid : getpid());
	if (launch->copied)
		sig_set_for_exec();
	else
		sig_set_in_shared_child();
	if (launch->spawn->ignore_int_quit)
		ignore_int_quit();
	_exit(become_program(launch));
}

/* The child's stack, made once; it grows down to a guard. NULL: no memory. */
static char *stack_top(struct job_control *jc)
{
	void *stack = jc->spawn_stack;

	if (!stack) {
		stack =
		    mmap(NULL, STACK_GUARD + STACK_SIZE, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
		if (stack == MAP_FAILED)
			return NULL;
		(void)mprotect(stack, STACK_GUARD, PROT_NONE);
		jc->spawn_stack = stack;
	}
	return (char *)stack + STACK_GUARD + STACK_SIZE;
}

void launch_fini(struct job_control *jc)
{
	if (jc->spawn_stack)
		(void)munmap(jc->spawn_stack, STACK_GUARD + STACK_SIZE);
	jc->spawn_stack = NULL;
}

static pid_t start_child(struct job_control *jc, struct launch *launch)
{
	char *top = stack_top(jc);
	pid_t pid;

	if (top) {
		sig_begin_shared_child();
		pid = clone(child_main, top,
		    CLONE_VM | CLONE_VFORK | CLONE_PARENT_SETTID | SIGCHLD,
		    launch, &launch->pid);
		sig_end_shared_child();
		if (pid >= 0 || (errno != ENOSYS && errno != EINVAL))
			return pid;
	}
	launch->copied = true;
	pid = fork();
	if (pid == 0)
		(void)child_main(launch);
	return pid;
}

/* ^Z for a foreground job is a matter of who waits for it, who also sees to it
 * that it is not lost when the job has ended meanwhile. */
static void send_held_stops(
    const struct job_control *jc, const struct place *place, pid_t pid)
{
	int signo;

	while ((signo = sig_take_held_stop()))
		if (!jc->event_driven || place->tty_fd < 0 ||
		    !sig_raise_key(signo))
			(void)kill(pid, signo); /* our child, not reaped yet */
}

pid_t job_spawn(
    struct job_control *jc, struct job *job, const struct spawn *spawn)
{
	struct launch launch = { .spawn = spawn };
	sigset_t old;
	int error;
	pid_t pid;

	launch_announce(jc);
	launch.place = find_place(jc, job);
	sig_block_all(&old);
	pid = start_child(jc, &launch);
	error = errno;
	if (pid > 0) {
		add_member(jc, job, &launch.place, pid, launch.shared);
		send_held_stops(jc, &launch.place, pid);
	}
	if (launch.shared && launch.script_argv)
		(void)munmap(launch.script_argv, launch.script_argv_size);
	sig_restore_mask(&old);
	errno = error;
	return pid;
}

int spawn_exec(struct job_control *jc, const struct spawn *spawn)
{
	struct launch launch = { .spawn = spawn };
	sigset_t old;
	int status;

	launch_announce(jc);
	witness_dismiss(jc);
	sig_block_all(&old);
	sig_set_for_exec();
	status = become_program(&launch);
	if (launch.script_argv)
		(void)munmap(launch.script_argv, launch.script_argv_size);
	sig_undo_for_exec();
	sig_restore_mask(&old);
	return status;
}
