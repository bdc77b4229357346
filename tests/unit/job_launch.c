/*
 * job_launch.c - tests of job/launch, on real processes without a terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/procfs.h"
#include "job/sig.h"
#include "job/sig_flags.h"
#include "job/wait.h"
#include "job_fixture.h"

extern char **environ;

static char dir[] = "/tmp/jsh-launch-XXXXXX";
static char out_path[64], script_path[64];

static int make_dir(void **state)
{
	(void)state;
	/* What was inherited is no matter of these tests. */
	(void)close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
	if (!mkdtemp(dir))
		return -1;
	(void)snprintf(out_path, sizeof out_path, "%s/out", dir);
	(void)snprintf(script_path, sizeof script_path, "%s/script", dir);
	return 0;
}

static int remove_dir(void **state)
{
	(void)state;
	(void)unlink(out_path);
	(void)unlink(script_path);
	return rmdir(dir);
}

static void write_script(const char *text, size_t len, mode_t mode)
{
	int fd =
	    open(script_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, len), len);
	assert_int_equal(fchmod(fd, mode), 0);
	(void)close(fd);
}

#define WRITE_SCRIPT(text, mode) write_script(text, sizeof(text) - 1, mode)

/* Standard output and standard error go to OUT_PATH. */
static const struct fd_action *to_file(void)
{
	static struct fd_action actions[2];

	(void)unlink(out_path);
	actions[0] = (struct fd_action){ .type = FD_OPEN,
		.fd = STDOUT_FILENO,
		.flags = O_WRONLY | O_CREAT | O_TRUNC,
		.path = out_path };
	actions[1] = (struct fd_action){
		.type = FD_DUP, .fd = STDERR_FILENO, .source = STDOUT_FILENO
	};
	return actions;
}

static int spawn_and_wait(
    struct fixture *fixture, const char *path, const char *shell_path)
{
	char name[] = "prog", one[] = "one", two[] = "t w o";
	char *argv[] = { name, one, two, NULL };
	struct job *job = job_table_add(&fixture->jc.table, path);
	struct spawn spawn = {
		.path = path,
		.argv = argv,
		.envp = environ,
		.name = "prog",
		.actions = to_file(),
		.action_count = 2,
		.shell_path = shell_path,
	};
	int status;

	assert_true(job_spawn(&fixture->jc, job, &spawn) > 0);
	job_wait_foreground(&fixture->jc, job);
	status = job_status(job, false);
	job_table_remove(&fixture->jc.table, job);
	return status;
}

static void assert_output(const char *expected)
{
	char *text = file_text(out_path);

	assert_string_equal(text, expected);
	free(text);
}

static void program_gets_arguments_and_descriptors(void **state)
{
	WRITE_SCRIPT("#!/bin/sh\necho \"$1,$2\"; echo err >&2\n", 0700);
	assert_int_equal(spawn_and_wait(*state, script_path, NULL), 0);
	assert_output("one,t w o\nerr\n");
}

static void status_is_the_programs(void **state)
{
	assert_int_equal(run_script(*state, "exit 7", NULL, 0), 7);
	assert_int_equal(run_script(*state, "kill -9 $$", NULL, 0), 137);
}

static void missing_program_is_not_found(void **state)
{
	assert_int_equal(spawn_and_wait(*state, "/nonexistent/x", NULL), 127);
	assert_output("jsh: prog: not found\n");
}

static void path_through_a_file_is_not_found(void **state)
{
	assert_int_equal(spawn_and_wait(*state, "/etc/passwd/x", NULL), 127);
	assert_output("jsh: prog: Not a directory\n");
}

static void directory_is_not_executable(void **state)
{
	assert_int_equal(spawn_and_wait(*state, "/etc", NULL), 126);
	assert_output("jsh: prog: Is a directory\n");
}

static void file_without_permission_is_not_executable(void **state)
{
	WRITE_SCRIPT("echo no\n", 0600);
	assert_int_equal(spawn_and_wait(*state, script_path, "/bin/sh"), 126);
	assert_output("jsh: prog: Permission denied\n");
}

static void missing_interpreter_is_named(void **state)
{
	WRITE_SCRIPT("#! /no/such/sh\r -e\n", 0700);
	assert_int_equal(spawn_and_wait(*state, script_path, NULL), 126);
	assert_output("jsh: prog: bad interpreter: /no/such/sh^M\n");
}

static void text_without_interpreter_is_run_by_the_shell(void **state)
{
	WRITE_SCRIPT("echo $0: $# $2", 0700);
	assert_int_equal(spawn_and_wait(*state, script_path, "/bin/sh"), 0);
	char expected[128];

	(void)snprintf(expected, sizeof expected, "%s: 2 t w o\n", script_path);
	assert_output(expected);
}

static void empty_file_is_a_script_that_does_nothing(void **state)
{
	WRITE_SCRIPT("", 0700);
	assert_int_equal(spawn_and_wait(*state, script_path, "/bin/sh"), 0);
	assert_output("");
}

static void binary_file_is_not_run_as_a_script(void **state)
{
	WRITE_SCRIPT("echo\0no\n", 0700);
	assert_int_equal(spawn_and_wait(*state, script_path, "/bin/sh"), 126);
	assert_output("jsh: prog: cannot execute binary file\n");
}

static void nul_after_the_first_line_makes_no_binary(void **state)
{
	WRITE_SCRIPT("exit 4\n\0\0", 0700);
	assert_int_equal(spawn_and_wait(*state, script_path, "/bin/sh"), 4);
}

static void failed_redirection_says_which(void **state)
{
	const struct fd_action actions[] = {
		to_file()[0],
		to_file()[1],
		{ .type = FD_OPEN,
		    .fd = STDIN_FILENO,
		    .flags = O_RDONLY,
		    .path = "/nonexistent/in" },
	};

	assert_int_equal(run_script(*state, "echo ran", actions, 3), 1);
	assert_output("jsh: /nonexistent/in: No such file or directory\n");
}

static void failed_copy_of_a_descriptor_says_which(void **state)
{
	const struct fd_action actions[] = {
		to_file()[0],
		to_file()[1],
		{ .type = FD_DUP, .fd = STDIN_FILENO, .source = 99 },
	};

	assert_int_equal(run_script(*state, "echo ran", actions, 3), 1);
	assert_output("jsh: 99: Bad file descriptor\n");
}

static void program_gets_no_descriptor_of_the_shell(void **state)
{
	struct fixture *fixture = *state;

	sig_catch(SIGUSR1); /* makes the self-pipe */
	assert_int_equal(
	    run_script(fixture, "ls /proc/self/fd", to_file(), 2), 0);
	sig_default(SIGUSR1);
	/* 3 is the directory that ls reads. */
	assert_output("0\n1\n2\n3\n");
}

/* Signals in a mask line of /proc/PID/status. */
static unsigned long long mask_in(const char *text, const char *key)
{
	const char *line = strstr(text, key);

	assert_non_null(line);
	/* 32 and 33 are the C library's own: whoever runs the tests may have
	 * left them ignored. */
	return strtoull(line + strlen(key), NULL, 16) & ~(3ULL << 31);
}

static void program_gets_the_signals_as_at_entry(void **state)
{
	struct fixture *fixture = *state;
	char *text;

	sig_catch(SIGUSR1);
	sig_guard(SIGTERM);
	sig_guard(SIGTTOU);
	sig_ignore(SIGUSR2);
	assert_int_equal(
	    run_script(fixture, "exec cat /proc/self/status", to_file(), 2), 0);
	sig_default(SIGUSR1);
	sig_default(SIGTERM);
	sig_default(SIGTTOU);
	sig_default(SIGUSR2);
	text = file_text(out_path);
	assert_int_equal(mask_in(text, "SigBlk:"), 0);
	assert_int_equal(mask_in(text, "SigIgn:"), 1ULL << (SIGUSR2 - 1));
	assert_int_equal(mask_in(text, "SigCgt:"), 0);
	free(text);
}

static void background_program_can_ignore_int_and_quit(void **state)
{
	struct fixture *fixture = *state;
	char cat[] = "cat", file[] = "/proc/self/status";
	char *argv[] = { cat, file, NULL };
	struct job *job = job_table_add(&fixture->jc.table, "cat");
	struct spawn spawn = {
		.path = "/bin/cat",
		.argv = argv,
		.envp = environ,
		.name = "cat",
		.actions = to_file(),
		.action_count = 2,
		.ignore_int_quit = true,
	};
	char *text;

	assert_true(job_spawn(&fixture->jc, job, &spawn) > 0);
	job_wait_foreground(&fixture->jc, job);
	text = file_text(out_path);
	assert_int_equal(mask_in(text, "SigIgn:"),
	    1ULL << (SIGINT - 1) | 1ULL << (SIGQUIT - 1));
	free(text);
}

static void shells_own_mask_is_as_before(void **state)
{
	sigset_t mask;

	(void)run_script(*state, "exit 0", NULL, 0);
	(void)sigprocmask(SIG_SETMASK, NULL, &mask);
	assert_int_equal(sigisemptyset(&mask), 1);
}

static pid_t group_of(pid_t pid)
{
	struct proc_stat stat;

	assert_true(proc_stat_read(pid, &stat));
	return stat.pgrp;
}

static void without_monitor_a_job_is_in_the_shells_group(void **state)
{
	struct fixture *fixture = *state;
	struct job *job = start_script(fixture, "exec sleep 60", false);

	assert_int_equal(job->pgid, 0);
	assert_int_equal(group_of(job_leader(job)), getpgrp());
}

static void with_monitor_a_job_has_its_own_group(void **state)
{
	struct fixture *fixture = *state;
	struct job *job;

	fixture->jc.monitor = true;
	job = start_script(fixture, "exec sleep 60", false);
	add_script(fixture, job, "exec sleep 60");
	assert_int_equal(job->pgid, job_leader(job));
	assert_int_equal(group_of(job_leader(job)), job_leader(job));
	assert_int_equal(group_of(job_last_pid(job)), job_leader(job));
}

static void forked_member_is_in_the_group_before_fork_returns(void **state)
{
	struct fixture *fixture = *state;
	struct job *job;
	pid_t pid;

	fixture->jc.monitor = true;
	job = job_table_add(&fixture->jc.table, "a | b");
	for (int i = 0; i < 2; i++) {
		pid = job_fork(&fixture->jc, job);
		if (pid == 0) {
			(void)pause();
			_exit(0);
		}
		assert_int_equal(group_of(pid), job_leader(job));
	}
}

static void job_may_stay_in_the_shells_group(void **state)
{
	struct fixture *fixture = *state;
	struct job *job = job_table_add(&fixture->jc.table, "$(...)");
	pid_t pid;

	fixture->jc.monitor = true;
	job->in_shell_group = true;
	pid = job_fork(&fixture->jc, job);
	if (pid == 0) {
		(void)pause();
		_exit(0);
	}
	assert_int_equal(job->pgid, 0);
	assert_int_equal(group_of(pid), getpgrp());
}

static void note_subshell(void *ctx)
{
	*(bool *)ctx = true;
}

/* What must hold in a subshell; each thing that does not is one bit. */
static int subshell_faults(
    const struct job_control *jc, bool told, pid_t parent)
{
	sigset_t mask;
	int faults = 0;

	(void)sigprocmask(SIG_SETMASK, NULL, &mask);
	faults |= told ? 0 : 1;
	faults |= jc->shell_pid == getpid() && getpid() != parent ? 0 : 2;
	faults |= jc->shell_pgid == getpgrp() ? 0 : 4;
	faults |= jc->monitor || jc->event_driven ? 8 : 0;
	faults |= job_table_by_number(&jc->table, 1) &&
			  job_table_by_number(&jc->table, 1)->inherited
		      ? 0
		      : 16;
	faults |= sigismember(&mask, SIGTERM) ? 32 : 0;
	faults |= sig_is_caught(SIGUSR1) || sig_any_pending() ? 64 : 0;
	return faults;
}

static void forked_child_is_a_subshell(void **state)
{
	struct fixture *fixture = *state;
	struct job_control *jc = &fixture->jc;
	struct job *listed = start_script(fixture, "exec sleep 60", false);
	struct job *job;
	pid_t parent = getpid();
	bool told = false;

	job_table_list(&jc->table, listed);
	jc->became_subshell = note_subshell;
	jc->ctx = &told;
	jc->monitor = true;
	sig_catch(SIGUSR1);
	(void)raise(SIGUSR1);
	job = job_table_add(&jc->table, "( )");
	job->foreground = true;
	if (job_fork(jc, job) == 0)
		_exit(subshell_faults(jc, told, parent));
	job_wait_foreground(jc, job);
	assert_int_equal(job_status(job, false), 0);
	assert_false(told);
	assert_true(sig_take(SIGUSR1));
	sig_default(SIGUSR1);
	sig_drain();
}

static void launch_is_observed_in_order(void **state)
{
	struct fixture *fixture = *state;

	fixture->jc.monitor = true;
	assert_int_equal(run_script(fixture, "exit 3", NULL, 0), 3);
	assert_string_equal(fixture->trail.s, "fork setpgid wait:exit3 ");
}

/* As somebody who may have no more processes: 0 if that was told well. */
static int play_no_processes(struct fixture *fixture)
{
	const struct rlimit none = { 0, 0 };
	char *argv[] = { NULL };
	struct spawn spawn = {
		.path = "/bin/true", .argv = argv, .envp = argv, .name = "x"
	};
	struct job *job = job_table_add(&fixture->jc.table, "x");
	sigset_t mask;

	if (setrlimit(RLIMIT_NPROC, &none) < 0 ||
	    (getuid() == 0 && setuid(65534) < 0))
		return 2;
	if (job_spawn(&fixture->jc, job, &spawn) != -1 || errno != EAGAIN)
		return 3;
	if (job_fork(&fixture->jc, job) != -1 || errno != EAGAIN)
		return 4;
	(void)sigprocmask(SIG_SETMASK, NULL, &mask);
	if (sigismember(&mask, SIGTERM) || job->count)
		return 5;
	return 0;
}

static void no_more_processes_is_an_error_and_no_member(void **state)
{
	int wait_status = -1;
	pid_t pid = fork();

	if (pid == 0)
		_exit(play_no_processes(*state));
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &wait_status, 0), pid);
	assert_int_equal(WEXITSTATUS(wait_status), 0);
}

static int play_exec(struct fixture *fixture, const char *path)
{
	char name[] = "sh", c[] = "-c", script[] = "exit 6";
	char *argv[] = { name, c, script, NULL };
	struct spawn spawn = {
		.path = path,
		.argv = argv,
		.envp = environ,
		.name = "prog",
		.actions = to_file(),
		.action_count = 2,
	};
	int status;

	sig_catch(SIGUSR1);
	status = spawn_exec(&fixture->jc, &spawn);
	(void)raise(SIGUSR1);
	return sig_take(SIGUSR1) ? status : 1;
}

static int status_of_exec(struct fixture *fixture, const char *path)
{
	int wait_status = -1;
	pid_t pid = fork();

	if (pid == 0)
		_exit(play_exec(fixture, path));
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &wait_status, 0), pid);
	return WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1;
}

static void exec_replaces_the_shell(void **state)
{
	assert_int_equal(status_of_exec(*state, "/bin/sh"), 6);
}

static void failed_exec_leaves_the_shell_as_it_was(void **state)
{
	assert_int_equal(status_of_exec(*state, "/nonexistent/x"), 127);
	assert_output("jsh: prog: not found\n");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, fixture_make, fixture_free)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(program_gets_arguments_and_descriptors),
		TEST(status_is_the_programs),
		TEST(missing_program_is_not_found),
		TEST(path_through_a_file_is_not_found),
		TEST(directory_is_not_executable),
		TEST(file_without_permission_is_not_executable),
		TEST(missing_interpreter_is_named),
		TEST(text_without_interpreter_is_run_by_the_shell),
		TEST(empty_file_is_a_script_that_does_nothing),
		TEST(binary_file_is_not_run_as_a_script),
		TEST(nul_after_the_first_line_makes_no_binary),
		TEST(failed_redirection_says_which),
		TEST(failed_copy_of_a_descriptor_says_which),
		TEST(program_gets_no_descriptor_of_the_shell),
		TEST(program_gets_the_signals_as_at_entry),
		TEST(background_program_can_ignore_int_and_quit),
		TEST(shells_own_mask_is_as_before),
		TEST(without_monitor_a_job_is_in_the_shells_group),
		TEST(with_monitor_a_job_has_its_own_group),
		TEST(forked_member_is_in_the_group_before_fork_returns),
		TEST(job_may_stay_in_the_shells_group),
		TEST(forked_child_is_a_subshell),
		TEST(launch_is_observed_in_order),
		TEST(no_more_processes_is_an_error_and_no_member),
		TEST(exec_replaces_the_shell),
		TEST(failed_exec_leaves_the_shell_as_it_was),
	};

	default_signals();
	return cmocka_run_group_tests(tests, make_dir, remove_dir);
}
