/*
 * base_signames.c - tests of base/signames
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/signames.h"

static void numbers_have_names_without_sig(void **state)
{
	(void)state;
	assert_string_equal(signame(0), "EXIT");
	assert_string_equal(signame(SIGHUP), "HUP");
	assert_string_equal(signame(SIGINT), "INT");
	assert_string_equal(signame(SIGTSTP), "TSTP");
	assert_string_equal(signame(SIGSYS), "SYS");
}

static void realtime_signals_are_named_from_the_nearer_end(void **state)
{
	(void)state;
	assert_string_equal(signame(SIGRTMIN), "RTMIN");
	assert_string_equal(signame(SIGRTMIN + 1), "RTMIN+1");
	assert_string_equal(signame(SIGRTMAX - 1), "RTMAX-1");
	assert_string_equal(signame(SIGRTMAX), "RTMAX");
}

static void a_number_no_signal_has_is_null(void **state)
{
	(void)state;
	assert_null(signame(-1));
	assert_null(signame(signame_limit()));
	assert_null(signame(32)); /* kept by the C library for its threads */
}

static void names_are_parsed_in_every_usual_spelling(void **state)
{
	(void)state;
	assert_int_equal(signame_parse("INT"), SIGINT);
	assert_int_equal(signame_parse("SIGINT"), SIGINT);
	assert_int_equal(signame_parse("int"), SIGINT);
	assert_int_equal(signame_parse("SigInt"), SIGINT);
	assert_int_equal(signame_parse("2"), SIGINT);
	assert_int_equal(signame_parse("EXIT"), 0);
	assert_int_equal(signame_parse("0"), 0);
	assert_int_equal(signame_parse("CLD"), SIGCHLD);
	assert_int_equal(signame_parse("RTMIN+3"), SIGRTMIN + 3);
	assert_int_equal(signame_parse("RTMAX-2"), SIGRTMAX - 2);
}

static void what_is_no_signal_is_refused(void **state)
{
	(void)state;
	assert_int_equal(signame_parse(""), -1);
	assert_int_equal(signame_parse("SIG"), -1);
	assert_int_equal(signame_parse("BOGUS"), -1);
	assert_int_equal(signame_parse("-2"), -1);
	assert_int_equal(signame_parse("2x"), -1);
	assert_int_equal(signame_parse(" 2"), -1);
	assert_int_equal(signame_parse("32"), -1);
	assert_int_equal(signame_parse("99999999999999999999"), -1);
	assert_int_equal(signame_parse("RTMIN+99"), -1);
	assert_int_equal(signame_parse("RTMIN+"), -1);
}

static void every_name_leads_back_to_its_number(void **state)
{
	int signo;

	(void)state;
	for (signo = 0; signo < signame_limit(); signo++) {
		const char *name = signame(signo);

		if (name)
			assert_int_equal(signame_parse(name), signo);
	}
}

static void descriptions_are_those_of_job_lines(void **state)
{
	(void)state;
	assert_string_equal(signame_describe(SIGKILL), "Killed");
	assert_string_equal(signame_describe(SIGTERM), "Terminated");
	assert_string_equal(signame_describe(SIGHUP), "Hangup");
	assert_string_equal(signame_describe(SIGSEGV), "Segmentation fault");
	assert_string_equal(
	    signame_describe(SIGRTMIN + 2), "Real-time signal 2");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_have_names_without_sig),
		cmocka_unit_test(
		    realtime_signals_are_named_from_the_nearer_end),
		cmocka_unit_test(a_number_no_signal_has_is_null),
		cmocka_unit_test(names_are_parsed_in_every_usual_spelling),
		cmocka_unit_test(what_is_no_signal_is_refused),
		cmocka_unit_test(every_name_leads_back_to_its_number),
		cmocka_unit_test(descriptions_are_those_of_job_lines),
	};

	return cmocka_run_group_tests_name("base_signames", tests, NULL, NULL);
}
