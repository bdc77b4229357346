/*
 * job_account.c - tests of job/account: invented ends, and live processes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#include "job/account.h"
#include "job_invented.h"

/* PID's end, with so much CPU time and memory. */
static void end(struct job_table *table, pid_t pid, long user_ms,
    long system_ms, long peak_kib)
{
	struct rusage rusage = {
		.ru_utime = { user_ms / 1000, user_ms % 1000 * 1000 },
		.ru_stime = { system_ms / 1000, system_ms % 1000 * 1000 },
		.ru_maxrss = peak_kib,
	};

	job_table_apply(table, pid, EXITED_0);
	account_reaped(job_table_process(table, pid), &rusage);
}

static void times_of_a_job_add_up_and_the_largest_memory_counts(void **state)
{
	struct job_table *table = *state;
	struct job *job = job_table_add(table, "a | b");
	struct usage usage;

	job_table_add_process(table, job, 101);
	job_table_add_process(table, job, 102);
	end(table, 101, 1500, 20, 3000);
	end(table, 102, 250, 1000, 1000);
	usage = job_usage(job);
	assert_int_equal(usage.user_us, 1750000);
	assert_int_equal(usage.system_us, 1020000);
	assert_int_equal(usage.peak_kib, 3000);
}

static void stop_is_no_end(void **state)
{
	struct job_table *table = *state;
	struct job *job = job_table_add(table, "a");
	struct rusage rusage = { .ru_maxrss = 7 };

	job_table_add_process(table, job, NO_PID);
	account_start(job);
	job_table_apply(table, NO_PID, STOPPED_TSTP);
	account_reaped(job_table_process(table, NO_PID), &rusage);
	assert_int_equal(job->ended_us, 0);
	assert_int_equal(job->first->usage.peak_kib, 0);
}

static void job_ends_with_its_last_process(void **state)
{
	struct job_table *table = *state;
	struct job *job = job_table_add(table, "a | b");

	job_table_add_process(table, job, 101);
	job_table_add_process(table, job, 102);
	account_start(job);
	end(table, 102, 0, 0, 0);
	assert_int_equal(job->ended_us, 0);
	end(table, 101, 0, 0, 0);
	assert_true(job->ended_us >= job->started_us);
}

static void elapsed_time_is_until_now_or_until_the_end(void **state)
{
	struct job job = { .started_us = 5000000 };

	(void)state;
	assert_int_equal(job_elapsed_us(&job, 7500000), 2500000);
	job.ended_us = 6000000;
	assert_int_equal(job_elapsed_us(&job, 7500000), 1000000);
}

static void job_whose_start_was_not_noted_has_no_time(void **state)
{
	struct job_table *table = *state;
	struct job *job = job_table_add(table, "a");

	job_table_add_process(table, job, 101);
	end(table, 101, 0, 0, 0);
	assert_int_equal(job->ended_us, 0);
	assert_int_equal(job_elapsed_us(job, 7500000), 0);
}

static void live_process_is_looked_up(void **state)
{
	struct job_table *table = *state;
	struct job *job = job_table_add(table, "this test");
	struct process *self = job_table_add_process(table, job, getpid());
	struct usage usage;

	assert_true(process_usage(self, &usage));
	assert_true(usage.peak_kib > 0);
}

static void nothing_is_known_of_a_process_that_is_not_there(void **state)
{
	struct job_table *table = *state;
	struct job *job = job_table_add(table, "a");
	struct process *p = job_table_add_process(table, job, NO_PID);
	struct usage usage = { 1, 2, 3 };

	assert_false(process_usage(p, &usage));
	assert_int_equal(usage.user_us + usage.system_us + usage.peak_kib, 0);
}

static void folder_of_the_start_is_copied(void **state)
{
	struct job_table *table = *state;
	struct job *job = job_table_add(table, "a");
	char cwd[] = "/tmp";

	assert_null(job->cwd);
	job_set_cwd(job, cwd);
	memset(cwd, 'x', sizeof cwd - 1);
	assert_string_equal(job->cwd, "/tmp");
	job_set_cwd(job, NULL);
	assert_null(job->cwd);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_table, free_table)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(times_of_a_job_add_up_and_the_largest_memory_counts),
		TEST(stop_is_no_end),
		TEST(job_ends_with_its_last_process),
		TEST(elapsed_time_is_until_now_or_until_the_end),
		TEST(job_whose_start_was_not_noted_has_no_time),
		TEST(live_process_is_looked_up),
		TEST(nothing_is_known_of_a_process_that_is_not_there),
		TEST(folder_of_the_start_is_copied),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
