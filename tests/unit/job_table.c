/*
 * job_table.c - tests of job/table and job/job, on processes that never existed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "job_invented.h"

static void new_job_has_no_number_until_listed(void **state)
{
	struct job_table *table = *state;
	struct job *job = job_table_add(table, "sleep 9");

	assert_int_equal(job->number, 0);
	assert_null(job_table_current(table));
	job_table_list(table, job);
	assert_int_equal(job->number, 1);
	assert_string_equal(job->text, "sleep 9");
}

static void number_is_one_more_than_the_highest_in_use(void **state)
{
	struct job_table *table = *state;
	struct job *one = add_job(table, "a", 101);
	struct job *two = add_job(table, "b", 102);
	struct job *three = add_job(table, "c", 103);

	assert_int_equal(three->number, 3);
	job_table_remove(table, two);
	assert_int_equal(add_job(table, "d", 104)->number, 4);
	job_table_remove(table, job_table_by_number(table, 4));
	job_table_remove(table, three);
	assert_int_equal(add_job(table, "e", 105)->number, 2);
	assert_int_equal(one->number, 1);
}

static void listing_twice_keeps_the_number(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", 101);

	job_table_list(table, job);
	assert_int_equal(job->number, 1);
	assert_null(job_table_by_number(table, 2));
}

static void reused_number_has_another_generation(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", 101);
	unsigned long before = job->generation;

	job_table_remove(table, job);
	job = add_job(table, "b", 102);
	assert_int_equal(job->number, 1);
	assert_true(job->generation != before);
}

static void walk_gives_listed_jobs_by_number(void **state)
{
	struct job_table *table = *state;
	struct job *job;

	add_job(table, "a", 101);
	job = add_job(table, "b", 102);
	add_job(table, "c", 103);
	(void)job_table_add(table, "not listed");
	job_table_remove(table, job);
	job = job_table_next(table, 0);
	assert_string_equal(job->text, "a");
	job = job_table_next(table, job->number);
	assert_string_equal(job->text, "c");
	assert_null(job_table_next(table, job->number));
}

static void wait_result_finds_its_job(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", 101);

	assert_ptr_equal(job_table_apply(table, 101, EXITED_3), job);
	assert_int_equal(job_state(job), JOB_DONE);
	assert_int_equal(job_status(job, false), 3);
	assert_true(job->changed);
}

static void wait_result_of_an_unknown_pid_is_nobodys(void **state)
{
	struct job_table *table = *state;

	add_job(table, "a", 101);
	assert_null(job_table_apply(table, 999, EXITED_0));
}

static void reaped_pid_does_not_take_a_second_result(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", 101);

	job_table_apply(table, 101, EXITED_3);
	assert_null(job_table_apply(table, 101, KILLED));
	assert_int_equal(job_status(job, false), 3);
	assert_int_equal(job->running, 0);
}

static void job_runs_while_a_member_runs(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a | b | c", 101);

	job_table_add_process(table, job, 102);
	job_table_add_process(table, job, 103);
	job_table_apply(table, 103, EXITED_0);
	job_table_apply(table, 101, STOPPED_TSTP);
	assert_int_equal(job_state(job), JOB_RUNNING);
	assert_false(job->changed);
	job_table_apply(table, 102, STOPPED_TSTP);
	assert_int_equal(job_state(job), JOB_STOPPED);
	assert_true(job->changed);
}

static void stopped_job_has_128_plus_the_signal(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a | b", 101);

	job_table_add_process(table, job, 102);
	job_table_apply(table, 102, EXITED_0);
	job_table_apply(table, 101, STOPPED_TTIN);
	assert_int_equal(job_status(job, false), 128 + SIGTTIN);
	assert_int_equal(job_status(job, true), 128 + SIGTTIN);
	assert_int_equal(job_telling_process(job)->pid, 101);
}

static void status_is_that_of_the_last_process(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a | b", 101);

	job_table_add_process(table, job, 102);
	job_table_apply(table, 102, EXITED_0);
	job_table_apply(table, 101, EXITED_3);
	assert_int_equal(job_status(job, false), 0);
}

static void pipefail_takes_the_last_failure(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a | b | c", 101);

	job_table_add_process(table, job, 102);
	job_table_add_process(table, job, 103);
	job_table_apply(table, 103, EXITED_0);
	job_table_apply(table, 101, EXITED_3);
	job_table_apply(table, 102, KILLED);
	assert_int_equal(job_status(job, true), 128 + SIGKILL);
}

static void signal_that_ended_the_last_process_is_known(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", 101);

	assert_false(job_died_of(job, SIGKILL));
	job_table_apply(table, 101, KILLED);
	assert_true(job_died_of(job, SIGKILL));
	assert_false(job_died_of(job, SIGINT));
	assert_false(job_is_alive(job));
}

static void continued_member_runs_again(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", 101);

	job_table_apply(table, 101, STOPPED_TSTP);
	job->changed = false;
	job_table_apply(table, 101, CONTINUED);
	assert_int_equal(job_state(job), JOB_RUNNING);
	assert_true(job->changed);
	assert_int_equal(job->running, 1);
	assert_int_equal(job->stopped, 0);
}

static void resumed_job_runs_without_news(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a | b", 101);

	job_table_add_process(table, job, 102);
	job_table_apply(table, 101, STOPPED_TSTP);
	job_table_apply(table, 102, STOPPED_TSTP);
	job_table_resume(table, job);
	assert_int_equal(job_state(job), JOB_RUNNING);
	assert_int_equal(job->running, 2);
	job_table_apply(table, 101, CONTINUED);
	assert_false(job->changed);
}

static void current_is_the_last_started(void **state)
{
	struct job_table *table = *state;
	struct job *one = add_job(table, "a", 101),
		   *two = add_job(table, "b", 102);

	assert_ptr_equal(job_table_current(table), two);
	assert_ptr_equal(job_table_previous(table), one);
}

static void only_job_has_no_previous(void **state)
{
	struct job_table *table = *state;
	struct job *one = add_job(table, "a", 101);

	assert_ptr_equal(job_table_current(table), one);
	assert_null(job_table_previous(table));
}

static void stopped_jobs_come_before_running_ones(void **state)
{
	struct job_table *table = *state;
	struct job *one = add_job(table, "a", 101),
		   *two = add_job(table, "b", 102);

	job_table_apply(table, 101, STOPPED_TSTP);
	add_job(table, "c", 103);
	assert_ptr_equal(job_table_current(table), one);
	job_table_apply(table, 102, STOPPED_TSTP);
	assert_ptr_equal(job_table_current(table), two);
	assert_ptr_equal(job_table_previous(table), one);
}

static void previous_of_the_only_stopped_is_the_last_started(void **state)
{
	struct job_table *table = *state;
	struct job *one = add_job(table, "a", 101), *three;

	add_job(table, "b", 102);
	three = add_job(table, "c", 103);
	job_table_apply(table, 101, STOPPED_TSTP);
	assert_ptr_equal(job_table_current(table), one);
	assert_ptr_equal(job_table_previous(table), three);
}

static void resumed_job_is_the_most_recent_running_one(void **state)
{
	struct job_table *table = *state;
	struct job *one = add_job(table, "a", 101),
		   *two = add_job(table, "b", 102);

	job_table_apply(table, 101, STOPPED_TSTP);
	job_table_resume(table, one);
	assert_ptr_equal(job_table_current(table), one);
	assert_ptr_equal(job_table_previous(table), two);
}

static void finished_job_keeps_its_place_until_removed(void **state)
{
	struct job_table *table = *state;
	struct job *one = add_job(table, "a", 101),
		   *two = add_job(table, "b", 102);

	job_table_apply(table, 102, EXITED_0);
	assert_ptr_equal(job_table_current(table), two);
	assert_ptr_equal(job_table_previous(table), one);
	job_table_remove(table, two);
	assert_ptr_equal(job_table_current(table), one);
}

static void killed_stopped_job_gives_way_to_a_stopped_one(void **state)
{
	struct job_table *table = *state;
	struct job *one = add_job(table, "a", 101),
		   *two = add_job(table, "b", 102);

	job_table_apply(table, 101, STOPPED_TSTP);
	job_table_apply(table, 102, STOPPED_TSTP);
	job_table_apply(table, 102, KILLED);
	assert_ptr_equal(job_table_current(table), one);
	assert_ptr_equal(job_table_previous(table), two);
}

static void job_that_stopped_before_it_was_listed_ranks_as_stopped(void **state)
{
	struct job_table *table = *state;
	struct job *job = job_table_add(table, "vi");

	job_table_add_process(table, job, 101);
	job_table_apply(table, 101, STOPPED_TSTP);
	job_table_list(table, job);
	add_job(table, "sleep 9", 102);
	assert_ptr_equal(job_table_current(table), job);
}

static enum job_lookup find(
    struct job_table *table, const char *spec, unsigned *number)
{
	struct job *job = NULL;
	enum job_lookup result = job_find(table, spec, &job);

	*number = job ? job->number : 0;
	return result;
}

static void assert_finds(
    struct job_table *table, const char *spec, unsigned expected)
{
	unsigned number;

	assert_int_equal(find(table, spec, &number), JOB_FOUND);
	assert_int_equal(number, expected);
}

static void assert_finds_not(
    struct job_table *table, const char *spec, enum job_lookup expected)
{
	unsigned number;

	assert_int_equal(find(table, spec, &number), expected);
	assert_int_equal(number, 0);
}

static void specs_name_jobs(void **state)
{
	struct job_table *table = *state;

	add_job(table, "vi notes", 101);
	add_job(table, "make all", 102);
	add_job(table, "sleep 9", 103);
	assert_finds(table, "%1", 1);
	assert_finds(table, "%02", 2);
	assert_finds(table, "%%", 3);
	assert_finds(table, "%+", 3);
	assert_finds(table, "%", 3);
	assert_finds(table, "%-", 2);
	assert_finds(table, "%vi", 1);
	assert_finds(table, "%?all", 2);
	assert_finds(table, "%?9", 3);
}

static void specs_that_name_nothing_find_nothing(void **state)
{
	struct job_table *table = *state;

	add_job(table, "vi notes", 101);
	assert_finds_not(table, "%7", JOB_NONE);
	assert_finds_not(table, "%0", JOB_NONE);
	assert_finds_not(table, "%4294967297", JOB_NONE);
	assert_finds_not(table, "%99999999999999999999999", JOB_NONE);
	assert_finds_not(table, "%-", JOB_NONE);
	assert_finds_not(table, "%notes", JOB_NONE);
	assert_finds_not(table, "%?x", JOB_NONE);
	assert_finds_not(table, "vi", JOB_NONE);
	assert_finds_not(table, "", JOB_NONE);
}

static void spec_that_begins_with_a_digit_may_be_text(void **state)
{
	struct job_table *table = *state;

	add_job(table, "a", 101);
	add_job(table, "7z x a.7z", 102);
	assert_finds(table, "%7z", 2);
}

static void text_that_two_jobs_share_is_ambiguous(void **state)
{
	struct job_table *table = *state;

	add_job(table, "sleep 8", 101);
	add_job(table, "sleep 9", 102);
	assert_finds_not(table, "%sleep", JOB_AMBIGUOUS);
	assert_finds_not(table, "%?eep", JOB_AMBIGUOUS);
	assert_finds(table, "%sleep 8", 1);
}

static void status_is_kept_when_an_asynchronous_job_is_gone(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a | b", 101);
	int status = -1;

	job->asynchronous = true;
	job_table_add_process(table, job, 102);
	job_table_apply(table, 101, KILLED);
	job_table_apply(table, 102, EXITED_3);
	job_table_remove(table, job);
	assert_true(job_table_kept_status(table, 102, &status));
	assert_int_equal(status, 3);
	assert_true(job_table_kept_status(table, 101, &status));
	assert_int_equal(status, 137);
}

static void kept_status_is_given_once(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", 101);
	int status = -1;

	job->asynchronous = true;
	job_table_apply(table, 101, EXITED_3);
	job_table_remove(table, job);
	assert_true(job_table_kept_status(table, 101, &status));
	assert_false(job_table_kept_status(table, 101, &status));
}

static void status_of_a_foreground_job_is_not_kept(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", 101);
	int status = -1;

	job_table_apply(table, 101, EXITED_3);
	job_table_remove(table, job);
	assert_false(job_table_kept_status(table, 101, &status));
	assert_int_equal(status, -1);
}

static void oldest_of_too_many_kept_statuses_goes(void **state)
{
	struct job_table *table = *state;
	int status, i;

	for (i = 0; i < 8193; i++) {
		struct job *job = add_job(table, "a", 1000 + i);

		job->asynchronous = true;
		job_table_apply(table, 1000 + i, EXITED_3);
		job_table_remove(table, job);
	}
	assert_false(job_table_kept_status(table, 1000, &status));
	assert_true(job_table_kept_status(table, 1001, &status));
	assert_true(job_table_kept_status(table, 9192, &status));
}

static void recycled_pid_is_the_new_process(void **state)
{
	struct job_table *table = *state;
	struct job *old = add_job(table, "old", 101), *new;
	int status;

	old->asynchronous = true;
	job_table_apply(table, 101, EXITED_3);
	new = add_job(table, "new", 101);
	assert_ptr_equal(job_table_process(table, 101)->job, new);
	job_table_remove(table, old);
	assert_ptr_equal(job_table_process(table, 101)->job, new);
	assert_false(job_table_kept_status(table, 101, &status));
	assert_ptr_equal(job_table_apply(table, 101, EXITED_0), new);
}

static void recycled_pid_forgets_the_kept_status(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "old", 101);
	int status;

	job->asynchronous = true;
	job_table_apply(table, 101, EXITED_3);
	job_table_remove(table, job);
	add_job(table, "new", 101);
	assert_false(job_table_kept_status(table, 101, &status));
}

static void subshell_can_show_its_parents_jobs(void **state)
{
	struct job_table *table = *state;
	struct job *job;

	add_job(table, "a", 101);
	job_table_apply(table, 101, STOPPED_TSTP);
	add_job(table, "b", 102);
	job_table_forget(table, true);
	job = job_table_current(table);
	assert_string_equal(job->text, "a");
	assert_true(job->inherited);
	assert_false(job_is_alive(job));
	assert_string_equal(job_table_next(table, 1)->text, "b");
	assert_null(job_table_process(table, 101));
	assert_null(job_table_apply(table, 101, EXITED_0));
}

static void first_own_job_of_a_subshell_hides_the_inherited(void **state)
{
	struct job_table *table = *state;
	struct job *job;

	add_job(table, "a", 101);
	add_job(table, "b", 102);
	job_table_forget(table, true);
	job = add_job(table, "own", 103);
	assert_int_equal(job->number, 1);
	assert_false(job->inherited);
	assert_ptr_equal(job_table_current(table), job);
	assert_null(job_table_previous(table));
	assert_null(job_table_next(table, 1));
}

static void inherited_job_can_be_removed(void **state)
{
	struct job_table *table = *state;

	add_job(table, "a", 101);
	add_job(table, "b", 102);
	job_table_apply(table, 101, EXITED_0);
	job_table_forget(table, true);
	job_table_remove(table, job_table_by_number(table, 1));
	assert_string_equal(job_table_next(table, 0)->text, "b");
}

static void forgotten_jobs_and_statuses_are_unknown(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", 101);
	int status;

	job->asynchronous = true;
	job_table_apply(table, 101, EXITED_3);
	job_table_remove(table, job);
	add_job(table, "b", 102);
	job_table_forget(table, false);
	assert_null(job_table_next(table, 0));
	assert_null(job_table_current(table));
	assert_false(job_table_kept_status(table, 101, &status));
	assert_int_equal(add_job(table, "c", 103)->number, 1);
}

static void five_thousand_jobs_are_all_known(void **state)
{
	struct job_table *table = *state;
	struct job *job;
	unsigned i, seen = 0;

	for (i = 1; i <= 5000; i++)
		assert_int_equal(
		    add_job(table, "sleep 9", (pid_t)(10000 + i))->number, i);
	for (i = 1; i <= 5000; i += 2)
		job_table_apply(table, (pid_t)(10000 + i), EXITED_3);
	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number)) {
		assert_int_equal(
		    job_state(job), job->number % 2 ? JOB_DONE : JOB_RUNNING);
		seen++;
	}
	assert_int_equal(seen, 5000);
	assert_int_equal(job_table_current(table)->number, 5000);
	assert_int_equal(job_table_previous(table)->number, 4999);
	while ((job = job_table_current(table)))
		job_table_remove(table, job);
	assert_int_equal(add_job(table, "a", 101)->number, 1);
}

static int status_of(int wait_status)
{
	struct process process = { 0 };

	process_update(&process, wait_status);
	return process_status(&process);
}

static void status_of_a_wait_result_is_the_shells(void **state)
{
	(void)state;
	assert_int_equal(status_of(EXITED_0), 0);
	assert_int_equal(status_of(EXITED_3), 3);
	assert_int_equal(status_of(255 << 8), 255);
	assert_int_equal(status_of(KILLED), 137);
	assert_int_equal(status_of(SIGSEGV | 0x80), 139);
	assert_int_equal(status_of(STOPPED_TSTP), 148);
	assert_int_equal(status_of(CONTINUED), 0);
}

static void children_are_possible_until_all_are_gone(void **state)
{
	struct job_table *table = *state;
	struct job *job;

	assert_true(job_table_has_children(table)); /* from before an exec */
	job_table_has_no_strangers(table);
	assert_false(job_table_has_children(table));
	job = add_job(table, "a | b", 100);
	(void)job_table_add_process(table, job, 101);
	assert_true(job_table_has_children(table));
	(void)job_table_apply(table, 100, STOPPED_TSTP);
	(void)job_table_apply(table, 101, EXITED_0);
	assert_true(job_table_has_children(table));
	(void)job_table_apply(table, 100, KILLED);
	assert_false(job_table_has_children(table));
}

static void a_job_removed_before_its_end_leaves_a_stranger(void **state)
{
	struct job_table *table = *state;

	job_table_has_no_strangers(table);
	job_table_remove(table, add_job(table, "a", 100));
	assert_true(job_table_has_children(table));
	job_table_forget(table, false); /* in a child, which has none */
	assert_false(job_table_has_children(table));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_table, free_table)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(new_job_has_no_number_until_listed),
		TEST(number_is_one_more_than_the_highest_in_use),
		TEST(listing_twice_keeps_the_number),
		TEST(reused_number_has_another_generation),
		TEST(walk_gives_listed_jobs_by_number),
		TEST(wait_result_finds_its_job),
		TEST(wait_result_of_an_unknown_pid_is_nobodys),
		TEST(reaped_pid_does_not_take_a_second_result),
		TEST(job_runs_while_a_member_runs),
		TEST(stopped_job_has_128_plus_the_signal),
		TEST(status_is_that_of_the_last_process),
		TEST(pipefail_takes_the_last_failure),
		TEST(signal_that_ended_the_last_process_is_known),
		TEST(continued_member_runs_again),
		TEST(resumed_job_runs_without_news),
		TEST(current_is_the_last_started),
		TEST(only_job_has_no_previous),
		TEST(stopped_jobs_come_before_running_ones),
		TEST(previous_of_the_only_stopped_is_the_last_started),
		TEST(resumed_job_is_the_most_recent_running_one),
		TEST(finished_job_keeps_its_place_until_removed),
		TEST(killed_stopped_job_gives_way_to_a_stopped_one),
		TEST(job_that_stopped_before_it_was_listed_ranks_as_stopped),
		TEST(specs_name_jobs),
		TEST(specs_that_name_nothing_find_nothing),
		TEST(spec_that_begins_with_a_digit_may_be_text),
		TEST(text_that_two_jobs_share_is_ambiguous),
		TEST(status_is_kept_when_an_asynchronous_job_is_gone),
		TEST(kept_status_is_given_once),
		TEST(status_of_a_foreground_job_is_not_kept),
		TEST(oldest_of_too_many_kept_statuses_goes),
		TEST(recycled_pid_is_the_new_process),
		TEST(recycled_pid_forgets_the_kept_status),
		TEST(subshell_can_show_its_parents_jobs),
		TEST(first_own_job_of_a_subshell_hides_the_inherited),
		TEST(inherited_job_can_be_removed),
		TEST(forgotten_jobs_and_statuses_are_unknown),
		TEST(five_thousand_jobs_are_all_known),
		TEST(status_of_a_wait_result_is_the_shells),
		TEST(children_are_possible_until_all_are_gone),
		TEST(a_job_removed_before_its_end_leaves_a_stranger),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
