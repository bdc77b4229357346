/*
 * job_report_forms.c - tests of job/report_json and job/report_format
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

#include <cmocka.h>

#include "job/report_cost.h"
#include "job/report_format.h"
#include "job/report_json.h"
#include "job_invented.h"

enum {
	NOW_US = 20000000,
};

static void assert_json(
    struct job_table *table, struct job *job, const char *expected)
{
	struct strbuf sb = STRBUF_INIT;

	report_json(&sb, table, job, NOW_US);
	assert_string_equal(strbuf_str(&sb), expected);
	strbuf_fini(&sb);
}

static void assert_format(struct job_table *table, struct job *job,
    const char *format, const char *expected)
{
	struct strbuf sb = STRBUF_INIT;
	size_t len;

	assert_null(report_format_error(format, &len));
	report_format(&sb, table, job, format, NOW_US);
	assert_string_equal(strbuf_str(&sb), expected);
	strbuf_fini(&sb);
}

static void json_of_a_job_that_ended(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a | \"b\"", 4242);

	job_table_add_process(table, job, 4243);
	job->pgid = 4242;
	job->started_at = 1764155134;
	job->started_us = 5000000;
	job->ended_us = 17250000;
	job_set_cwd(job, "/tmp");
	job_table_apply(table, 4242, EXITED_3);
	job_table_apply(table, 4243, SEGV_WITH_CORE);
	job->first->usage = (struct usage){ 1500000, 20, 3000 };
	assert_json(table, job,
	    "{\"number\":1,\"pgid\":4242,\"state\":\"done\","
	    "\"reason\":\"Segmentation fault (core dumped)\","
	    "\"current\":\"+\",\"text\":\"a | \\\"b\\\"\",\"cwd\":\"/tmp\","
	    "\"started\":\"2025-11-26T11:05:34Z\",\"elapsed\":12.250000,"
	    "\"processes\":["
	    "{\"pid\":4242,\"state\":\"exited\",\"status\":3,"
	    "\"cpu_user\":1.500000,\"cpu_system\":0.000020,\"rss\":3000},"
	    "{\"pid\":4243,\"state\":\"killed\",\"signal\":\"SEGV\","
	    "\"core_dumped\":true,"
	    "\"cpu_user\":0.000000,\"cpu_system\":0.000000,\"rss\":0}]}\n");
}

static void json_says_null_where_nothing_is_known(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", NO_PID);

	add_job(table, "b", 4243);
	add_job(table, "c", 4244);
	assert_json(table, job,
	    "{\"number\":1,\"pgid\":null,\"state\":\"running\",\"reason\":\"\","
	    "\"current\":\"\",\"text\":\"a\",\"cwd\":null,\"started\":null,"
	    "\"elapsed\":null,\"processes\":["
	    "{\"pid\":99999999,\"state\":\"running\",\"cpu_user\":null,"
	    "\"cpu_system\":null,\"rss\":null}]}\n");
}

static void json_of_a_stopped_job(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", NO_PID);

	job->started_us = NOW_US - 1;
	job_table_apply(table, NO_PID, STOPPED_TTIN);
	assert_json(table, job,
	    "{\"number\":1,\"pgid\":null,\"state\":\"stopped\","
	    "\"reason\":\"tty input\",\"current\":\"+\",\"text\":\"a\","
	    "\"cwd\":null,\"started\":\"1970-01-01T00:00:00Z\","
	    "\"elapsed\":0.000001,\"processes\":["
	    "{\"pid\":99999999,\"state\":\"stopped\",\"signal\":\"TTIN\","
	    "\"cpu_user\":null,\"cpu_system\":null,\"rss\":null}]}\n");
}

static void each_letter_has_its_meaning(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a | b", 4242);

	job_table_add_process(table, job, 4243);
	job->pgid = 4242;
	job->started_us = 5000000;
	job->ended_us = 17250000;
	job_set_cwd(job, "/tmp");
	job_table_apply(table, 4242, EXITED_0);
	job_table_apply(table, 4243, EXITED_3);
	job->first->usage = (struct usage){ 1500000, 20000, 3000 };
	job->last->usage = (struct usage){ 250000, 1000000, 4000 };
	assert_format(table, job, "%n|%g|%p|%P|%s|%r|%c|%t|%d|%%",
	    "1|4242|4242|4242 4243|done|exit 3|+|a | b|/tmp|%");
	assert_format(table, job, "%e %u %k %m", "12.250 1.750 1.020 4000");
	assert_format(table, job, "a\\tb\\n\\\\", "a\tb\n\\");
}

static void unknown_things_are_a_dash(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", NO_PID);

	add_job(table, "b", 4243);
	add_job(table, "c", 4244);
	assert_format(table, job, "%g,%d,%e,%r,%c", "-,-,-,, ");
}

static void each_stop_has_its_reason(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a", 101);

	job_table_apply(table, 101, STOPPED_TSTP);
	assert_format(table, job, "%s %r", "stopped tty stop");
	job_table_apply(table, 101, STOPPED_STOP);
	assert_format(table, job, "%s %r", "stopped signal");
	job_table_apply(table, 101, STOPPED_TTIN);
	assert_format(table, job, "%s %r", "stopped tty input");
	job_table_apply(table, 101, STOPPED_TTOU);
	assert_format(table, job, "%s %r", "stopped tty output");
}

static void width_fills_up_with_blanks_by_characters(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "\xc3\xa9t\xc3\xa9", 101);

	assert_format(table, job, "[%5t][%-5t][%2t]",
	    "[  \xc3\xa9t\xc3\xa9][\xc3\xa9t\xc3\xa9  ][\xc3\xa9t\xc3\xa9]");
}

static void control_characters_are_harmless(void **state)
{
	struct job_table *table = *state;
	struct job *job = add_job(table, "a\033[2J", 101);

	job_set_cwd(job, "/tmp/\n");
	assert_format(table, job, "%t %d", "a^[[2J /tmp/^J");
}

static void assert_bad(const char *format, const char *item)
{
	size_t len;
	const char *error = report_format_error(format, &len);

	assert_non_null(error);
	assert_int_equal(len, strlen(item));
	assert_memory_equal(error, item, len);
}

static void what_stands_for_nothing_is_an_error(void **state)
{
	(void)state;
	assert_bad("%n %z %y", "%z");
	assert_bad("%n %", "%");
	assert_bad("%-12q", "%-12q");
	assert_bad("%-12", "%-12");
	assert_bad("a\\qb", "\\q");
	assert_bad("a\\", "\\");
}

static void assert_duration(long long us, const char *expected)
{
	struct strbuf sb = STRBUF_INIT;

	report_duration(&sb, us);
	assert_string_equal(strbuf_str(&sb), expected);
	strbuf_fini(&sb);
}

static void durations_in_words(void **state)
{
	(void)state;
	assert_duration(0, "0.0 s");
	assert_duration(12345678, "12.3 s");
	assert_duration(59999999, "59.9 s");
	assert_duration(125000000, "2 min 5 s");
	assert_duration(12000000000, "3 h 20 min");
}

static void assert_cost(long user_us, long kib, const char *expected)
{
	struct process process = { .state = PROCESS_EXITED,
		.usage = { user_us, 500000, kib } };
	struct job job = { .first = &process,
		.last = &process,
		.started_us = 1000000,
		.ended_us = 13300000 };
	struct strbuf sb = STRBUF_INIT;

	report_cost(&sb, &job);
	assert_string_equal(strbuf_str(&sb), expected);
	strbuf_fini(&sb);
}

static void cost_in_words(void **state)
{
	(void)state;
	assert_cost(4000000, 122880, "took 12.3 s, CPU 4.5 s, 120 MiB");
	assert_cost(0, 1023, "took 12.3 s, CPU 0.5 s, 1023 KiB");
	assert_cost(0, 1572864, "took 12.3 s, CPU 0.5 s, 1.5 GiB");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_table, free_table)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(json_of_a_job_that_ended),
		TEST(json_says_null_where_nothing_is_known),
		TEST(json_of_a_stopped_job),
		TEST(each_letter_has_its_meaning),
		TEST(unknown_things_are_a_dash),
		TEST(each_stop_has_its_reason),
		TEST(width_fills_up_with_blanks_by_characters),
		TEST(control_characters_are_harmless),
		TEST(what_stands_for_nothing_is_an_error),
		TEST(durations_in_words),
		TEST(cost_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
