/*
 * expand_arith.c - tests of expand/arith
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "expand/arith.h"
#include "expand_stderr.h"

static struct shell shell;

static int set_up(void **state)
{
	char *const no_environment[] = { NULL };

	(void)state;
	shell_init(&shell, no_environment);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	shell_fini(&shell);
	return 0;
}

static void set(const char *name, const char *value)
{
	assert_true(var_set(&shell, name, value));
}

static intmax_t eval(const char *expression)
{
	intmax_t value = -77;

	if (!arith_eval(&shell, expression, &value))
		fail_msg("\"%s\" should have a value", expression);
	return value;
}

struct result {
	const char *expression;
	intmax_t value;
};

static void check(const struct result *results, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		intmax_t value = eval(results[i].expression);

		if (value != results[i].value)
			fail_msg("\"%s\" should be %jd and not %jd",
			    results[i].expression, results[i].value, value);
	}
}

#define CHECK(results) check(results, sizeof(results) / sizeof *(results))

/* What evaluating EXPRESSION says on standard error; "" if it succeeds. */
static const char *error_of(const char *expression)
{
	static struct captured captured;
	const char *text;
	intmax_t value;
	bool ok;

	capture_begin(&captured);
	ok = arith_eval(&shell, expression, &value);
	text = capture_end(&captured);
	assert_int_equal(ok, !*text);
	assert_int_equal(shell.unwind, ok ? UNWIND_NONE : UNWIND_ERROR);
	shell.unwind = UNWIND_NONE;
	return text;
}

static void constants_are_decimal_octal_or_hexadecimal(void **state)
{
	static const struct result results[] = {
		{ "0", 0 },
		{ "42", 42 },
		{ "010", 8 },
		{ "0777", 511 },
		{ "0x1f", 31 },
		{ "0XAB", 171 },
		{ "  7\t\n", 7 },
		{ "", 0 },
		{ "   ", 0 },
		{ "9223372036854775807", INTMAX_MAX },
		{ "0x7fffffffffffffff", INTMAX_MAX },
		{ "-9223372036854775808", INTMAX_MIN },
	};

	(void)state;
	CHECK(results);
}

static void operators_are_those_of_c(void **state)
{
	static const struct result results[] = {
		{ "1+2", 3 },
		{ "7-9", -2 },
		{ "6*7", 42 },
		{ "7/2", 3 },
		{ "-7/2", -3 },
		{ "7%3", 1 },
		{ "-7%3", -1 },
		{ "7%-3", 1 },
		{ "1<<4", 16 },
		{ "-16>>2", -4 },
		{ "1<2", 1 },
		{ "2<1", 0 },
		{ "2<=2", 1 },
		{ "3<=2", 0 },
		{ "3>2", 1 },
		{ "2>=3", 0 },
		{ "2==2", 1 },
		{ "2==3", 0 },
		{ "2!=3", 1 },
		{ "6&3", 2 },
		{ "6|3", 7 },
		{ "6^3", 5 },
		{ "2&&3", 1 },
		{ "2&&0", 0 },
		{ "0||3", 1 },
		{ "0||0", 0 },
		{ "!0", 1 },
		{ "!5", 0 },
		{ "!!5", 1 },
		{ "~0", -1 },
		{ "~5", -6 },
		{ "+5", 5 },
		{ "-5", -5 },
		{ "- -5", 5 },
		{ "-+-5", 5 },
		{ "--5", 5 },
		{ "++5", 5 },
		{ "1--1", 2 },
		{ "1++1", 2 },
		{ "1+ +1", 2 },
		{ "1?2:3", 2 },
		{ "0?2:3", 3 },
		{ "1,2", 2 },
	};

	(void)state;
	CHECK(results);
}

static void precedence_is_that_of_c(void **state)
{
	static const struct result results[] = {
		{ "1+2*3", 7 },
		{ "(1+2)*3", 9 },
		{ "10-4-3", 3 },
		{ "100/5/2", 10 },
		{ "2*3%4", 2 },
		{ "1+1<<2", 8 },
		{ "1<<2+1", 8 },
		{ "1<2==1", 1 },
		{ "1|2^3&4", 3 },
		{ "1|6^7&3", 5 },
		{ "5&3==3", 1 },
		{ "0||1&&0", 0 },
		{ "1||1&&0", 1 },
		{ "1|0&&0", 0 },
		{ "-2*-3", 6 },
		{ "!0+1", 2 },
		{ "~1*2", -4 },
		{ "1?0?2:3:4", 3 },
		{ "0?1:0?2:3", 3 },
		{ "1?2:0?3:4", 2 },
		{ "0||1?5:6", 5 },
		{ "1?2,3:4", 3 },
		{ "((((7))))", 7 },
		{ "2-3>-2", 1 },
	};

	(void)state;
	CHECK(results);
}

static void overflow_wraps_around(void **state)
{
	static const struct result results[] = {
		{ "9223372036854775807+1", INTMAX_MIN },
		{ "-9223372036854775807-2", INTMAX_MAX },
		{ "9223372036854775807*2", -2 },
		{ "-(-9223372036854775807-1)", INTMAX_MIN },
		{ "(-9223372036854775807-1)/-1", INTMAX_MIN },
		{ "(-9223372036854775807-1)%-1", 0 },
		{ "5%-1", 0 },
		{ "1<<63", INTMAX_MIN },
		{ "1<<64", 1 },
		{ "1<<-1", INTMAX_MIN },
		{ "-1>>63", -1 },
	};

	(void)state;
	CHECK(results);
}

static void variables_hold_integer_constants(void **state)
{
	static const struct result results[] = {
		{ "x", 5 },
		{ "x+1", 6 },
		{ "negative", -3 },
		{ "-negative", 3 },
		{ "plus", 4 },
		{ "blanks", 6 },
		{ "hex", 255 },
		{ "octal", 8 },
		{ "empty", 0 },
		{ "unset_one", 0 },
		{ "smallest", INTMAX_MIN },
		{ "_x1", 9 },
		{ "x*x-x", 20 },
	};

	(void)state;
	set("x", "5");
	set("negative", "-3");
	set("plus", "+4");
	set("blanks", " 6\t");
	set("hex", "0xff");
	set("octal", "010");
	set("empty", "");
	set("smallest", "-9223372036854775808");
	set("_x1", "9");
	CHECK(results);
}

static void assignments_change_variables_and_have_the_value(void **state)
{
	static const struct {
		const char *expression;
		intmax_t value;
		const char *x;
	} cases[] = {
		{ "x=5", 5, "5" },
		{ "x += 5", 15, "15" },
		{ "x-=5", 5, "5" },
		{ "x*=5", 50, "50" },
		{ "x/=3", 3, "3" },
		{ "x%=3", 1, "1" },
		{ "x<<=2", 40, "40" },
		{ "x>>=1", 5, "5" },
		{ "x&=6", 2, "2" },
		{ "x|=5", 15, "15" },
		{ "x^=3", 9, "9" },
		{ "x++", 10, "11" },
		{ "x--", 10, "9" },
		{ "++x", 11, "11" },
		{ "--x", 9, "9" },
		{ "- --x", -9, "9" },
		{ "x++ + 1", 11, "11" },
		{ "x=y=3", 3, "3" },
		{ "x=1,x+1", 2, "1" },
		{ "x=-0x10", -16, "-16" },
		{ "x=x==10", 1, "1" },
		{ "(x=2)*x", 4, "2" },
		{ "1?x=4:0", 4, "4" },
		{ "x=1?2:3", 2, "2" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		set("x", "10");
		if (eval(cases[i].expression) != cases[i].value ||
		    strcmp(var_get(&shell, "x"), cases[i].x) != 0)
			fail_msg("\"%s\" should be %jd and leave x as %s",
			    cases[i].expression, cases[i].value, cases[i].x);
	}
}

static void what_is_not_evaluated_has_no_effect(void **state)
{
	static const struct result results[] = {
		{ "0 && (x=1)", 0 },
		{ "1 || (x=1)", 1 },
		{ "1 ? 2 : (x=1)", 2 },
		{ "0 ? (x=1) : 3", 3 },
		{ "0 && x++", 0 },
		{ "1 || --x", 1 },
		{ "0 && 1/0", 0 },
		{ "1 || 1%0", 1 },
		{ "1 ? 2 : 1/0", 2 },
		{ "0 ? 1/0 : 3", 3 },
		{ "0 && word", 0 },
		{ "1 || (0 || (x=1))", 1 },
		{ "0 && (1 || (x=1))", 0 },
		{ "0 ? 1 ? (x=1) : (x=2) : 4", 4 },
	};

	(void)state;
	set("x", "10");
	set("word", "no number");
	CHECK(results);
	assert_string_equal(var_get(&shell, "x"), "10");
}

static void division_by_zero_is_an_error_that_shows_the_expression(void **state)
{
	(void)state;
	assert_string_equal(
	    error_of("1/0"), "jsh: division by zero: \"1/0\"\n");
	assert_string_equal(
	    error_of("1 % (2-2)"), "jsh: division by zero: \"1 % (2-2)\"\n");
	set("x", "1");
	assert_string_equal(
	    error_of("x/=0"), "jsh: division by zero: \"x/=0\"\n");
	assert_string_equal(var_get(&shell, "x"), "1");
	assert_int_equal(shell.last_status, 1);
}

static void a_malformed_expression_is_one_error(void **state)
{
	static const struct {
		const char *expression;
		const char *error;
	} cases[] = {
		{ "1+", "expected a value" },
		{ "*1", "expected a value" },
		{ "()", "expected a value" },
		{ "1 2", "expected an operator" },
		{ "1 x", "expected an operator" },
		{ "(1", "expected \")\"" },
		{ "1)", "expected an operator" },
		{ "1?2", "expected \":\"" },
		{ "1?2:", "expected a value" },
		{ "1:2", "expected an operator" },
		{ "08", "invalid number" },
		{ "1x", "invalid number" },
		{ "0x", "invalid number" },
		{ "0xg", "invalid number" },
		{ "1.5", "expected an operator" },
		{ "9223372036854775808", "number too large" },
		{ "99999999999999999999999", "number too large" },
		{ "-9223372036854775809", "number too large" },
		{ "5=3", "assignment to what is no variable" },
		{ "(x)=3", "assignment to what is no variable" },
		{ "x+1=3", "assignment to what is no variable" },
		{ "1 + 08 + 09", "invalid number" },
		{ "@", "expected a value" },
		{ "x++1", "expected an operator" },
		{ "'1'", "expected a value" },
		{ "$x", "expected a value" },
		{ "x[0]", "expected an operator" },
	};
	char expected[256];

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(snprintf(expected, sizeof expected,
				"jsh: arithmetic: %s: \"%s\"\n", cases[i].error,
				cases[i].expression) > 0);
		assert_string_equal(error_of(cases[i].expression), expected);
	}
}

static void a_value_that_is_no_integer_is_an_error_and_never_code(void **state)
{
	static const char *const values[] = { "y", "1+1", "abc", "1 2", "x",
		"- 1", "--1", "08", "1x", "9223372036854775808", "y=7",
		"$(echo 1)", "a[0]", "(1)" };
	char expected[256];

	(void)state;
	set("y", "3");
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		set("x", values[i]);
		assert_true(snprintf(expected, sizeof expected,
				"jsh: x: \"%s\" is not an integer: \"x+1\"\n",
				values[i]) > 0);
		assert_string_equal(error_of("x+1"), expected);
	}
	assert_string_equal(var_get(&shell, "y"), "3");
}

static void an_unset_variable_is_an_error_with_nounset(void **state)
{
	(void)state;
	shell.options[OPTION_NOUNSET] = true;
	assert_string_equal(
	    error_of("nothing+1"), "jsh: nothing: parameter not set\n");
	assert_string_equal(
	    error_of("nothing+=1"), "jsh: nothing: parameter not set\n");
	assert_string_equal(error_of("nothing=1"), "");
	assert_string_equal(error_of("0 && never"), "");
}

static void a_readonly_variable_is_not_assigned(void **state)
{
	(void)state;
	set("fixed", "1");
	var_make_readonly(&shell, "fixed");
	assert_string_equal(
	    error_of("fixed=2"), "jsh: fixed: readonly variable\n");
	assert_string_equal(
	    error_of("fixed++"), "jsh: fixed: readonly variable\n");
	assert_string_equal(error_of("0 && (fixed=2)"), "");
	assert_string_equal(var_get(&shell, "fixed"), "1");
}

static void nesting_of_any_kind_is_bounded(void **state)
{
	static const struct {
		const char *piece;
		const char *error;
	} cases[] = {
		{ "(", "nested too deeply" },
		{ "-", "nested too deeply" },
		{ "!", "nested too deeply" },
		{ "x=", "nested too deeply" },
		{ "1?", "nested too deeply" },
		{ "0?1:", "nested too deeply" },
		{ "- -", "nested too deeply" },
		{ "1||(", "nested too deeply" },
		{ "++", "nested too deeply" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct strbuf text = STRBUF_INIT;

		for (int k = 0; k < 100000; k++)
			strbuf_adds(&text, cases[i].piece);
		strbuf_adds(&text, "1");
		assert_non_null(strstr(error_of(text.s), cases[i].error));
		strbuf_fini(&text);
	}
}

static void a_long_expression_without_nesting_has_no_limit(void **state)
{
	struct strbuf text = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 100000; i++)
		strbuf_adds(&text, "1+");
	strbuf_adds(&text, "1");
	assert_int_equal(eval(text.s), 100001);
	strbuf_fini(&text);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(constants_are_decimal_octal_or_hexadecimal),
		TEST(operators_are_those_of_c),
		TEST(precedence_is_that_of_c),
		TEST(overflow_wraps_around),
		TEST(variables_hold_integer_constants),
		TEST(assignments_change_variables_and_have_the_value),
		TEST(what_is_not_evaluated_has_no_effect),
		TEST(division_by_zero_is_an_error_that_shows_the_expression),
		TEST(a_malformed_expression_is_one_error),
		TEST(a_value_that_is_no_integer_is_an_error_and_never_code),
		TEST(an_unset_variable_is_an_error_with_nounset),
		TEST(a_readonly_variable_is_not_assigned),
		TEST(nesting_of_any_kind_is_bounded),
		TEST(a_long_expression_without_nesting_has_no_limit),
	};

	return cmocka_run_group_tests_name("arith", tests, NULL, NULL);
}
