/*
 * job_report.c - tests of job/report: the lines, byte for byte
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "job/report.h"
#include "job_invented.h"

static void assert_report(struct job_table *table, struct job *job,
    enum report_style style, enum report_form form, const char *expected)
{
	struct strbuf sb = STRBUF_INIT;

	report_job(&sb, table, job, style, form);
	assert_string_equal(strbuf_str(&sb), expected);
	strbuf_fini(&sb);
}

static void assert_line(
    struct job_table *table, struct job *job, const char *expected)
{
	assert_report(table, job, REPORT_USERS, REPORT_NORMAL, expected);
}

static void stopped_and_running_as_users_know_them(void **state)
{
	struct job_table *table = *state;
	struct job *easy = add_job(table, "python3 easy.py", 4241);
	struct job *example;

	job_table_apply(table, 4241, STOPPED_TSTP);
	example = add_job(table, "python3 example.py", 4242);
	assert_line(
	    table, easy, "[1]+  Stopped                 python3 easy.py\n");
	assert_line(table, example,
	    "[2]-  Running                 python3 example.py &\n");
}

static void third_job_bears_no_mark(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", 101);

	add_job(table, "b", 102);
	add_job(table, "c", 103);
	assert_line(table, job, "[1]   Running                 a &\n");
}

static void why_a_job_stopped(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "cat", 101);

	job_table_apply(table, 101, STOPPED_TTIN);
	assert_line(table, job, "[1]+  Stopped (tty input)     cat\n");
	job_table_apply(table, 101, STOPPED_TTOU);
	assert_line(table, job, "[1]+  Stopped (tty output)    cat\n");
	job_table_apply(table, 101, STOPPED_STOP);
	assert_line(table, job, "[1]+  Stopped (signal)        cat\n");
}

static void how_a_job_ended(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", 101);

	job_table_apply(table, 101, EXITED_0);
	assert_line(table, job, "[1]+  Done                    a\n");
	job = add_job(table, "b", 102);
	job_table_apply(table, 102, EXITED_3);
	assert_line(table, job, "[2]+  Exit 3                  b\n");
	job = add_job(table, "c", 103);
	job_table_apply(table, 103, KILLED);
	assert_line(table, job, "[3]+  Killed                  c\n");
	job = add_job(table, "d", 104);
	job_table_apply(table, 104, SIGTERM);
	assert_line(table, job, "[4]+  Terminated              d\n");
	job = add_job(table, "e", 105);
	job_table_apply(table, 105, SIGHUP);
	assert_line(table, job, "[5]+  Hangup                  e\n");
}

static void core_dump_has_its_own_column(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "./a.out", 101);

	job_table_apply(table, 101, SEGV_WITH_CORE);
	assert_line(table, job,
	    "[1]+  Segmentation fault      (core dumped) ./a.out\n");
}

static void running_pipeline_runs_though_its_last_process_ended(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "sleep 9 | true", 101);

	job_table_add_process(table, job, 102);
	job_table_apply(table, 102, EXITED_3);
	assert_line(
	    table, job, "[1]+  Running                 sleep 9 | true &\n");
}

static void foreground_job_has_no_ampersand(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "vi", 101);

	job->foreground = true;
	assert_line(table, job, "[1]+  Running                 vi\n");
}

static void control_characters_are_harmless(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "echo \033[2J\n\tx", 101);

	assert_line(
	    table, job, "[1]+  Running                 echo ^[[2J^J^Ix &\n");
}

static void long_form_has_the_pid(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "cat", 4242);

	job_table_apply(table, 4242, STOPPED_TTIN);
	assert_report(table, job, REPORT_USERS, REPORT_LONG,
	    "[1]+  4242 Stopped (tty input)     cat\n");
}

static void long_form_has_a_line_for_each_process(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a | b | c", 4242);

	job_table_add_process(table, job, 4243);
	job_table_add_process(table, job, 4244);
	job_table_apply(table, 4243, SEGV_WITH_CORE);
	assert_report(table, job, REPORT_USERS, REPORT_LONG,
	    "[1]+  4242 Running                 a | b | c &\n"
	    "      4243 Segmentation fault      (core dumped)\n"
	    "      4244 Running\n");
}

static void pid_form_is_the_leaders_pid(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a | b", 4242);

	job_table_add_process(table, job, 4243);
	assert_report(table, job, REPORT_USERS, REPORT_PIDS, "4242\n");
	assert_report(table, job, REPORT_POSIX, REPORT_PIDS, "4242\n");
}

static void posix_lines(void **state)
{
	struct job_table *table = *state;
	struct job *one = add_job(table, "a", 101),
		   *two = add_job(table, "b", 102);
	struct job *three = add_job(table, "c", 103),
		   *four = add_job(table, "d", 104);

	job_table_apply(table, 101, STOPPED_TSTP);
	job_table_apply(table, 102, EXITED_0);
	job_table_apply(table, 103, EXITED_3);
	assert_report(table, one, REPORT_POSIX, REPORT_NORMAL,
	    "[1] + Stopped (SIGTSTP) a\n");
	assert_report(
	    table, two, REPORT_POSIX, REPORT_NORMAL, "[2]   Done b\n");
	assert_report(
	    table, three, REPORT_POSIX, REPORT_NORMAL, "[3]   Done(3) c\n");
	assert_report(
	    table, four, REPORT_POSIX, REPORT_NORMAL, "[4] - Running d\n");
	assert_report(
	    table, four, REPORT_POSIX, REPORT_LONG, "[4] - 104 Running d\n");
}

static void posix_says_which_signal_stopped_a_job(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", 101);

	job_table_apply(table, 101, STOPPED_STOP);
	assert_report(table, job, REPORT_POSIX, REPORT_NORMAL,
	    "[1] + Stopped (SIGSTOP) a\n");
	job_table_apply(table, 101, STOPPED_TTIN);
	assert_report(table, job, REPORT_POSIX, REPORT_NORMAL,
	    "[1] + Stopped (SIGTTIN) a\n");
	job_table_apply(table, 101, STOPPED_TTOU);
	assert_report(table, job, REPORT_POSIX, REPORT_NORMAL,
	    "[1] + Stopped (SIGTTOU) a\n");
}

static void state_alone(void **state)
{
	struct process process = { .pid = 101 };
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	process_update(&process, SEGV_WITH_CORE);
	report_state(&sb, &process, REPORT_USERS);
	assert_string_equal(sb.s, "Segmentation fault (core dumped)");
	strbuf_fini(&sb);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_table, free_table)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(stopped_and_running_as_users_know_them),
		TEST(third_job_bears_no_mark),
		TEST(why_a_job_stopped),
		TEST(how_a_job_ended),
		TEST(core_dump_has_its_own_column),
		TEST(running_pipeline_runs_though_its_last_process_ended),
		TEST(foreground_job_has_no_ampersand),
		TEST(control_characters_are_harmless),
		TEST(long_form_has_the_pid),
		TEST(long_form_has_a_line_for_each_process),
		TEST(pid_form_is_the_leaders_pid),
		TEST(posix_lines),
		TEST(posix_says_which_signal_stopped_a_job),
		TEST(state_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
