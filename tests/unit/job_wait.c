/*
 * job_wait.c - tests of job/wait and job/control, on real processes without a
 * terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "job/sig.h"
#include "job/sig_flags.h"
#include "job/wait.h"
#include "job_fixture.h"

/* The fixture as an interactive shell's core, without a terminal. */
static struct fixture *interactive(void **state)
{
	struct fixture *fixture = *state;

	fixture->jc.monitor = true;
	fixture->jc.event_driven = true;
	sig_catch(SIGCHLD);
	return fixture;
}

static int free_interactive(void **state)
{
	int result = fixture_free(state);

	sig_default(SIGCHLD);
	(void)sig_take(SIGCHLD);
	sig_drain();
	return result;
}

/* Reap until JOB is in STATE. */
static void await_job(
    struct fixture *fixture, const struct job *job, enum job_state expected)
{
	while (job_state(job) != expected)
		assert_true(jobs_wait_step(&fixture->jc, -1, -1));
}

static void script_waits_for_all_members(void **state)
{
	struct fixture *fixture = *state;
	struct job *job = start_script(fixture, "exit 1", true);

	add_script(fixture, job, "exit 2");
	add_script(fixture, job, "exit 3");
	job_wait_foreground(&fixture->jc, job);
	assert_int_equal(job_state(job), JOB_DONE);
	assert_int_equal(process_status(job->first), 1);
	assert_int_equal(job_status(job, false), 3);
}

static void script_leaves_other_children_unreaped(void **state)
{
	struct fixture *fixture = *state;
	struct job *other = start_script(fixture, "exit 5", false);

	await_state(job_leader(other), 'Z');
	assert_int_equal(run_script(fixture, "exit 0", NULL, 0), 0);
	assert_int_equal(job_state(other), JOB_RUNNING);
	assert_int_equal(jobs_reap(&fixture->jc), 1);
	assert_int_equal(job_status(other, false), 5);
}

static void interactive_wait_learns_of_all_children(void **state)
{
	struct fixture *fixture = interactive(state);
	struct job *other = start_script(fixture, "exit 5", false);

	await_state(job_leader(other), 'Z');
	assert_int_equal(run_script(fixture, "exit 4", NULL, 0), 4);
	assert_int_equal(job_status(other, false), 5);
	assert_true(other->changed);
}

static void trapped_signal_does_not_end_a_foreground_wait(void **state)
{
	struct fixture *fixture = *state;

	sig_catch(SIGINT);
	assert_int_equal(
	    run_script(fixture, "kill -INT $PPID; exit 3", NULL, 0), 3);
	assert_true(sig_take(SIGINT));
	sig_default(SIGINT);
	sig_drain();
}

static void stop_ends_an_interactive_wait(void **state)
{
	struct fixture *fixture = interactive(state);
	struct job *job = start_script(fixture, "kill -STOP $$; exit 6", true);

	job_wait_foreground(&fixture->jc, job);
	assert_int_equal(job_state(job), JOB_STOPPED);
	assert_int_equal(job->number, 1);
	assert_true(job->changed);
	assert_false(job->foreground);
	assert_int_equal(job_status(job, false), 128 + SIGSTOP);
	assert_ptr_equal(job_table_current(&fixture->jc.table), job);
}

static void stopped_job_goes_on_in_the_foreground(void **state)
{
	struct fixture *fixture = interactive(state);
	struct job *job = start_script(fixture, "kill -STOP $$; exit 6", true);

	job_wait_foreground(&fixture->jc, job);
	assert_true(job_to_foreground(&fixture->jc, job));
	assert_int_equal(job_state(job), JOB_DONE);
	assert_int_equal(job_status(job, false), 6);
	assert_non_null(strstr(
	    fixture->trail.s, "fork setpgid wait:stopSTOP group:CONT wait:"));
}

static void running_job_can_be_taken_to_the_foreground(void **state)
{
	struct fixture *fixture = interactive(state);
	struct job *job = start_script(fixture, "exit 6", false);

	job_table_list(&fixture->jc.table, job);
	assert_true(job_to_foreground(&fixture->jc, job));
	assert_int_equal(job_status(job, false), 6);
	assert_null(strstr(fixture->trail.s, "CONT"));
}

static void inherited_job_cannot_be_taken_to_the_foreground(void **state)
{
	struct fixture *fixture = *state;
	struct job *job = job_table_add(&fixture->jc.table, "x");

	job->inherited = true;
	assert_false(job_to_foreground(&fixture->jc, job));
	assert_int_equal(errno, ECHILD);
	assert_false(job_signal(&fixture->jc, job, SIGTERM));
	assert_int_equal(errno, ECHILD);
	job->inherited = false;
}

static void script_with_monitor_waits_until_a_stopped_job_ends(void **state)
{
	struct fixture *fixture = *state;

	fixture->jc.monitor = true;
	/* Its child continues it once it has stopped. */
	assert_int_equal(
	    run_script(fixture,
		"(until grep -q '^State:.T' /proc/$$/status; do :; done;"
		" kill -CONT $$) & kill -STOP $$; exit 9",
		NULL, 0),
	    9);
}

static void child_that_somebody_else_reaped_has_status_127(void **state)
{
	struct fixture *fixture = *state;
	struct job *job = start_script(fixture, "exit 0", true);

	assert_int_equal(waitpid(job_leader(job), NULL, 0), job_leader(job));
	job_wait_foreground(&fixture->jc, job);
	assert_int_equal(job_status(job, false), 127);
	fixture->jc.monitor = true;
	job = start_script(fixture, "exit 0", true);
	assert_int_equal(waitpid(job_leader(job), NULL, 0), job_leader(job));
	job_wait_foreground(&fixture->jc, job);
	assert_int_equal(job_status(job, false), 127);
}

static void lost_child_does_not_hang_an_interactive_shell(void **state)
{
	struct fixture *fixture = interactive(state);
	struct job *job = start_script(fixture, "exit 0", true);

	assert_int_equal(waitpid(job_leader(job), NULL, 0), job_leader(job));
	job_wait_foreground(&fixture->jc, job);
	assert_int_equal(job_status(job, false), 127);
}

static void wait_step_ends_when_there_are_no_children(void **state)
{
	struct fixture *fixture = *state;

	assert_false(jobs_wait_step(&fixture->jc, -1, -1));
}

static void wait_step_learns_of_an_end(void **state)
{
	struct fixture *fixture = *state;
	struct job *job = start_script(fixture, "exit 3", false);

	await_job(fixture, job, JOB_DONE);
	assert_int_equal(job_status(job, false), 3);
	assert_false(sig_is_caught(SIGCHLD));
	assert_false(sig_any_pending());
}

static void wait_step_times_out(void **state)
{
	struct fixture *fixture = *state;
	struct job *job = start_script(fixture, "exec sleep 60", false);

	assert_true(jobs_wait_step(&fixture->jc, -1, 5));
	assert_int_equal(job_state(job), JOB_RUNNING);
}

static void trapped_signal_ends_a_wait_step(void **state)
{
	struct fixture *fixture = *state;
	struct job *job;

	sig_catch(SIGUSR1);
	job = start_script(fixture, "kill -USR1 $PPID; exec sleep 60", false);
	while (!sig_is_pending(SIGUSR1))
		assert_true(jobs_wait_step(&fixture->jc, -1, -1));
	assert_int_equal(job_state(job), JOB_RUNNING);
	(void)sig_take(SIGUSR1);
	sig_default(SIGUSR1);
}

static void stop_from_elsewhere_is_noticed(void **state)
{
	struct fixture *fixture = interactive(state);
	struct job *job = start_script(fixture, "exec sleep 60", false);

	job_table_list(&fixture->jc.table, job);
	(void)kill(job_leader(job), SIGSTOP);
	await_job(fixture, job, JOB_STOPPED);
	assert_true(job->changed);
	(void)kill(job_leader(job), SIGCONT);
	await_job(fixture, job, JOB_RUNNING);
}

static void signal_reaches_the_whole_group(void **state)
{
	struct fixture *fixture = interactive(state);
	struct job *job = start_script(fixture, "exec sleep 60", false);

	add_script(fixture, job, "exec sleep 60");
	assert_true(job_signal(&fixture->jc, job, SIGTERM));
	await_job(fixture, job, JOB_DONE);
	assert_int_equal(process_status(job->first), 143);
	assert_int_equal(process_status(job->last), 143);
	assert_non_null(strstr(fixture->trail.s, "group:TERM "));
}

static void without_a_group_each_member_is_signalled(void **state)
{
	struct fixture *fixture = *state;
	struct job *job = start_script(fixture, "exec sleep 60", false);

	add_script(fixture, job, "exit 0");
	add_script(fixture, job, "exec sleep 60");
	while (!process_is_gone(job->first->next))
		assert_true(jobs_wait_step(&fixture->jc, -1, -1));
	strbuf_reset(&fixture->trail);
	assert_true(job_signal(&fixture->jc, job, SIGTERM));
	assert_string_equal(fixture->trail.s, "process:TERM process:TERM ");
	await_job(fixture, job, JOB_DONE);
}

static void reaped_job_is_not_signalled(void **state)
{
	struct fixture *fixture = interactive(state);
	struct job *job = start_script(fixture, "exit 0", false);

	await_job(fixture, job, JOB_DONE);
	strbuf_reset(&fixture->trail);
	assert_false(job_signal(&fixture->jc, job, SIGTERM));
	assert_int_equal(errno, ESRCH);
	assert_false(job_continue(&fixture->jc, job));
	assert_string_equal(strbuf_str(&fixture->trail), "");
}

static void group_is_signalled_while_one_member_is_left(void **state)
{
	struct fixture *fixture = interactive(state);
	struct job *job = start_script(fixture, "exit 0", false);

	add_script(fixture, job, "exec sleep 60");
	while (!process_is_gone(job->first))
		assert_true(jobs_wait_step(&fixture->jc, -1, -1));
	assert_true(job_signal(&fixture->jc, job, SIGKILL));
	await_job(fixture, job, JOB_DONE);
	assert_int_equal(job_status(job, false), 137);
}

static void stopped_job_gets_cont_with_term(void **state)
{
	struct fixture *fixture = interactive(state);
	struct job *job = start_script(fixture, "exec sleep 60", false);

	job_table_list(&fixture->jc.table, job);
	assert_true(job_signal(&fixture->jc, job, SIGSTOP));
	await_job(fixture, job, JOB_STOPPED);
	strbuf_reset(&fixture->trail);
	assert_true(job_signal(&fixture->jc, job, SIGTERM));
	assert_string_equal(fixture->trail.s, "group:TERM group:CONT ");
	await_job(fixture, job, JOB_DONE);
	assert_int_equal(job_status(job, false), 143);
}

static void stopped_job_stays_stopped_for_other_signals(void **state)
{
	struct fixture *fixture = interactive(state);
	struct job *job = start_script(fixture, "exec sleep 60", false);

	assert_true(job_signal(&fixture->jc, job, SIGSTOP));
	await_job(fixture, job, JOB_STOPPED);
	strbuf_reset(&fixture->trail);
	assert_true(job_signal(&fixture->jc, job, SIGUSR1));
	assert_string_equal(fixture->trail.s, "group:USR1 ");
	assert_int_equal(job_state(job), JOB_STOPPED);
}

static void continued_job_runs_at_once(void **state)
{
	struct fixture *fixture = interactive(state);
	struct job *job = start_script(fixture, "exec sleep 60", false);

	job_table_list(&fixture->jc.table, job);
	assert_true(job_signal(&fixture->jc, job, SIGSTOP));
	await_job(fixture, job, JOB_STOPPED);
	assert_true(job_signal(&fixture->jc, job, SIGCONT));
	assert_int_equal(job_state(job), JOB_RUNNING);
	assert_false(job->changed);
}

static void thousand_jobs_lose_no_status(void **state)
{
	struct fixture *fixture = *state;
	struct job *jobs[1000];
	char script[32];
	int i, status;

	for (i = 0; i < 1000; i++) {
		(void)snprintf(script, sizeof script, "exit %d", i % 251);
		jobs[i] = start_script(fixture, script, false);
	}
	while (jobs_wait_step(&fixture->jc, -1, -1))
		continue;
	for (i = 0; i < 1000; i++) {
		pid_t pid = job_last_pid(jobs[i]);

		assert_int_equal(job_state(jobs[i]), JOB_DONE);
		job_table_remove(&fixture->jc.table, jobs[i]);
		assert_true(
		    job_table_kept_status(&fixture->jc.table, pid, &status));
		assert_int_equal(status, i % 251);
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, fixture_make, fixture_free)
#define TEST_INTERACTIVE(f)                                                    \
	cmocka_unit_test_setup_teardown(f, fixture_make, free_interactive)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(script_waits_for_all_members),
		TEST(script_leaves_other_children_unreaped),
		TEST_INTERACTIVE(interactive_wait_learns_of_all_children),
		TEST(trapped_signal_does_not_end_a_foreground_wait),
		TEST_INTERACTIVE(stop_ends_an_interactive_wait),
		TEST_INTERACTIVE(stopped_job_goes_on_in_the_foreground),
		TEST_INTERACTIVE(running_job_can_be_taken_to_the_foreground),
		TEST(inherited_job_cannot_be_taken_to_the_foreground),
		TEST(script_with_monitor_waits_until_a_stopped_job_ends),
		TEST(child_that_somebody_else_reaped_has_status_127),
		TEST_INTERACTIVE(lost_child_does_not_hang_an_interactive_shell),
		TEST(wait_step_ends_when_there_are_no_children),
		TEST(wait_step_learns_of_an_end),
		TEST(wait_step_times_out),
		TEST(trapped_signal_ends_a_wait_step),
		TEST_INTERACTIVE(stop_from_elsewhere_is_noticed),
		TEST_INTERACTIVE(signal_reaches_the_whole_group),
		TEST(without_a_group_each_member_is_signalled),
		TEST_INTERACTIVE(reaped_job_is_not_signalled),
		TEST_INTERACTIVE(group_is_signalled_while_one_member_is_left),
		TEST_INTERACTIVE(stopped_job_gets_cont_with_term),
		TEST_INTERACTIVE(stopped_job_stays_stopped_for_other_signals),
		TEST_INTERACTIVE(continued_job_runs_at_once),
		TEST(thousand_jobs_lose_no_status),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
