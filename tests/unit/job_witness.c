/*
 * job_witness.c - tests of job/witness, on real processes without a terminal
 *
 * What the terminal sends to a group is sent here by the test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/procfs.h"
#include "job/sig.h"
#include "job/sig_flags.h"
#include "job/wait.h"
#include "job_fixture.h"

enum { ROUTINE = 3, SECOND_US = 1000000 };

static int make(void **state)
{
	struct fixture *fixture;

	if (fixture_make(state))
		return -1;
	fixture = *state;
	fixture->jc.monitor = true;
	sig_guard_key(SIGTSTP);
	sig_catch(SIGINT);
	return 0;
}

static int unmake(void **state)
{
	struct fixture *fixture = *state;

	witness_dismiss(&fixture->jc);
	sig_default(SIGTSTP);
	sig_default(SIGINT);
	(void)sig_take(SIGINT);
	return fixture_free(state);
}

/* A job in a group of its own that ends at once, as far as the shell knows that
 * now: not reaped. The witness, if there is one, has joined it. */
static struct job *start(struct fixture *fixture, const char *script)
{
	struct job *job = start_script(fixture, script, true);

	witness_join(&fixture->jc, job->pgid);
	await_state(job->first->pid, 'Z');
	return job;
}

static void end(struct fixture *fixture, struct job *job)
{
	while (job_is_alive(job))
		(void)jobs_reap(&fixture->jc);
	job->started_us = clock_us();
	job->ended_us = job->started_us + 1;
	witness_settle(&fixture->jc, job);
	job_table_remove(&fixture->jc.table, job);
}

static void begin_routine(struct fixture *fixture)
{
	for (int i = 0; i < ROUTINE; i++)
		end(fixture, start(fixture, "exit 0"));
	assert_true(fixture->jc.witness.pid > 0);
}

static void one_or_two_jobs_have_no_witness(void **state)
{
	struct fixture *fixture = *state;

	end(fixture, start(fixture, "exit 0"));
	end(fixture, start(fixture, "exit 1"));
	assert_int_equal(fixture->jc.witness.pid, 0);
}

static void witness_is_in_the_group_of_the_job(void **state)
{
	struct fixture *fixture = *state;
	struct proc_stat stat;
	struct job *job;

	begin_routine(fixture);
	job = start(fixture, "exit 0");
	assert_true(proc_stat_read(fixture->jc.witness.pid, &stat));
	assert_int_equal(stat.pgrp, job->pgid);
	end(fixture, job);
}

static void key_for_a_job_that_has_ended_is_noted(void **state)
{
	static const int keys[] = { SIGINT, SIGTSTP };
	struct fixture *fixture = *state;
	struct job *job;

	for (size_t i = 0; i < 2; i++) {
		begin_routine(fixture);
		job = start(fixture, "exit 0");
		assert_int_equal(kill(-job->pgid, keys[i]), 0);
		assert_false(sig_is_pending(keys[i]));
		end(fixture, job);
		assert_true(sig_take(keys[i]));
		assert_int_equal(fixture->jc.witness.pid, 0);
	}
}

static void no_key_is_noted_when_none_came(void **state)
{
	struct fixture *fixture = *state;

	begin_routine(fixture);
	end(fixture, start(fixture, "exit 0"));
	assert_false(sig_is_pending(SIGINT));
	assert_false(sig_is_pending(SIGTSTP));
	assert_true(fixture->jc.witness.pid > 0);
}

/* It may have done with the key what it wanted. */
static void key_in_a_program_that_was_used_is_its_own(void **state)
{
	struct fixture *fixture = *state;
	struct job *job;

	begin_routine(fixture);
	job = start(fixture, "exit 0");
	assert_int_equal(kill(-job->pgid, SIGINT), 0);
	(void)jobs_reap(&fixture->jc);
	job->started_us = clock_us() - SECOND_US;
	job->ended_us = job->started_us + SECOND_US;
	witness_settle(&fixture->jc, job);
	job_table_remove(&fixture->jc.table, job);
	assert_false(sig_is_pending(SIGINT));
	assert_int_equal(fixture->jc.witness.pid, 0);
}

static void witness_is_nobodys_child_to_wait_for(void **state)
{
	struct fixture *fixture = *state;
	pid_t pid;

	begin_routine(fixture);
	pid = fixture->jc.witness.pid;
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
	job_control_line_ended(&fixture->jc);
	assert_int_equal(kill(pid, 0), -1);
	assert_int_equal(errno, ESRCH);
}

static void a_killed_witness_is_no_harm(void **state)
{
	struct fixture *fixture = *state;

	begin_routine(fixture);
	assert_int_equal(kill(fixture->jc.witness.pid, SIGKILL), 0);
	end(fixture, start(fixture, "exit 0"));
	job_control_line_ended(&fixture->jc);
	assert_int_equal(fixture->jc.witness.pid, 0);
}

static void witness_dies_with_the_shell(void **state)
{
	struct fixture *fixture = *state;
	int ends[2], wait_status;
	struct proc_stat stat;
	pid_t shell, witness;

	assert_int_equal(pipe(ends), 0);
	shell = fork();
	if (shell == 0) {
		begin_routine(fixture);
		witness = fixture->jc.witness.pid;
		(void)!write(ends[1], &witness, sizeof witness);
		(void)raise(SIGKILL);
	}
	assert_int_equal(
	    read(ends[0], &witness, sizeof witness), sizeof witness);
	assert_int_equal(waitpid(shell, &wait_status, 0), shell);
	assert_true(WIFSIGNALED(wait_status));
	while (proc_stat_read(witness, &stat) && stat.state != 'Z')
		(void)poll(NULL, 0, 1); /* nothing tells of its end */
	(void)close(ends[0]);
	(void)close(ends[1]);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make, unmake)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_or_two_jobs_have_no_witness),
		TEST(witness_is_in_the_group_of_the_job),
		TEST(key_for_a_job_that_has_ended_is_noted),
		TEST(no_key_is_noted_when_none_came),
		TEST(key_in_a_program_that_was_used_is_its_own),
		TEST(witness_is_nobodys_child_to_wait_for),
		TEST(a_killed_witness_is_no_harm),
		TEST(witness_dies_with_the_shell),
	};

	return cmocka_run_group_tests_name("job_witness", tests, NULL, NULL);
}
