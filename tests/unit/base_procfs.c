/*
 * base_procfs.c - tests of base/procfs on real processes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/procfs.h"

/* A child named NAME, in its own group, that has stopped itself. */
static pid_t stopped_child(const char *name)
{
	pid_t pid = fork();
	int status;

	assert_true(pid >= 0);
	if (pid == 0) {
		(void)setpgid(0, 0);
		(void)prctl(PR_SET_NAME, name);
		(void)raise(SIGSTOP);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, WUNTRACED), pid);
	assert_true(WIFSTOPPED(status));
	return pid;
}

/* A child that has used 16 MiB and some CPU time, and has stopped itself. */
static pid_t greedy_child(void)
{
	enum { SIZE = 16 * 1024 * 1024, ROUNDS = 20 };
	pid_t pid = fork();
	char *block;

	assert_true(pid >= 0);
	if (pid == 0) {
		block = malloc(SIZE);
		for (int i = 0; block && i < ROUNDS; i++)
			memset(block, i, SIZE);
		(void)raise(SIGSTOP);
		_exit(block && block[SIZE / 2] ? 0 : 1);
	}
	assert_int_equal(waitpid(pid, NULL, WUNTRACED), pid);
	return pid;
}

static void end_child(pid_t pid)
{
	assert_int_equal(kill(pid, SIGKILL), 0);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
}

static void it_knows_this_process(void **state)
{
	struct proc_stat stat;

	(void)state;
	assert_true(proc_stat_read(getpid(), &stat));
	assert_int_equal(stat.state, 'R');
	assert_int_equal(stat.ppid, getppid());
	assert_int_equal(stat.pgrp, getpgrp());
	assert_int_equal(stat.session, getsid(0));
	assert_true(stat.start_ticks > 0);
}

static void it_knows_what_a_live_process_has_used(void **state)
{
	pid_t pid = greedy_child();
	struct proc_usage usage;

	(void)state;
	assert_true(proc_usage_read(pid, &usage));
	assert_true(usage.user_us + usage.system_us > 0);
	assert_true(usage.peak_kib >= 16 * 1024);
	end_child(pid);
	assert_false(proc_usage_read(pid, &usage));
	assert_int_equal(errno, ENOENT);
}

static void it_sees_a_stopped_child_in_its_own_group(void **state)
{
	pid_t pid = stopped_child("sleeper");
	struct proc_stat stat;

	(void)state;
	assert_true(proc_stat_read(pid, &stat));
	assert_int_equal(stat.state, 'T');
	assert_int_equal(stat.ppid, getpid());
	assert_int_equal(stat.pgrp, pid);
	end_child(pid);
}

static void a_name_with_parentheses_and_spaces_does_not_confuse_it(void **state)
{
	pid_t pid = stopped_child(") R 1 (x");
	struct proc_stat stat;

	(void)state;
	assert_true(proc_stat_read(pid, &stat));
	assert_int_equal(stat.state, 'T');
	assert_int_equal(stat.pgrp, pid);
	end_child(pid);
}

static void a_pid_that_is_gone_is_an_error(void **state)
{
	pid_t pid = stopped_child("gone");
	struct proc_stat stat;

	(void)state;
	end_child(pid);
	assert_false(proc_stat_read(pid, &stat));
	assert_int_equal(errno, ENOENT);
}

static void children_are_listed_while_they_are_there(void **state)
{
	pid_t *pids, first, second;
	size_t count;

	(void)state;
	free(proc_children(getpid(), &count));
	assert_int_equal(count, 0);
	first = stopped_child("first");
	second = stopped_child("second");
	pids = proc_children(getpid(), &count);
	assert_int_equal(count, 2);
	assert_int_equal(pids[0], first);
	assert_int_equal(pids[1], second);
	free(pids);
	end_child(first);
	end_child(second);
	assert_null(proc_children(first, &count));
	assert_int_equal(count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_knows_this_process),
		cmocka_unit_test(it_knows_what_a_live_process_has_used),
		cmocka_unit_test(it_sees_a_stopped_child_in_its_own_group),
		cmocka_unit_test(
		    a_name_with_parentheses_and_spaces_does_not_confuse_it),
		cmocka_unit_test(a_pid_that_is_gone_is_an_error),
		cmocka_unit_test(children_are_listed_while_they_are_there),
	};

	return cmocka_run_group_tests_name("base_procfs", tests, NULL, NULL);
}
