/*
 * arith.c - $((expression)): parsed and evaluated in one pass
 *
 * Precedence climbing over tokens. A part that is not evaluated (the right of
 * && and ||, a branch of ?:) is parsed all the same, with `skip` above 0: then
 * no variable is read or written and nothing is divided.
 *
 * Values are computed as unsigned, so that overflow wraps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "expand/arith.h"

#include <string.h>

#include "base/ascii.h"
#include "base/decimal.h"
#include "base/diag.h"
#include "expand/arith_lex.h"

/* Of parentheses, unary operators, ?: and = inside one another. */
enum { DEPTH_MAX = 1000 };

enum { EXPRESSION_SHOWN = 200 }; /* bytes, in a message */

struct arith {
	struct shell *sh;
	const char *expression;
	struct arith_token token; /* the next one */
	struct arith_token ahead; /* and the one after it, if it has a text */
	int depth;
	int skip;    /* above 0: parse only */
	bool failed; /* the message was printed */
};

static intmax_t parse_comma(struct arith *a);
static intmax_t parse_assignment(struct arith *a);
static intmax_t parse_unary(struct arith *a);

static void stop(struct arith *a)
{
	a->failed = true;
	a->token.type = ARITH_END;
}

/* One message; the first error counts. Returns 0, a value to go on with. */
static intmax_t fail(struct arith *a, const char *what)
{
	bool is_long = strlen(a->expression) > EXPRESSION_SHOWN;

	if (!a->failed)
		diag("%s: \"%.*s%s\"", what, EXPRESSION_SHOWN, a->expression,
		    is_long ? "..." : "");
	stop(a);
	return 0;
}

static void advance(struct arith *a)
{
	if (a->failed)
		return;
	a->token =
	    a->ahead.text ? a->ahead : arith_lex(a->token.text + a->token.len);
	a->ahead.text = NULL;
}

/* A rule of the grammar inside another: these count, and are bounded. */
static intmax_t nested(struct arith *a, intmax_t (*parse)(struct arith *a))
{
	intmax_t value;

	if (a->depth == DEPTH_MAX)
		return fail(a, "arithmetic: nested too deeply");
	a->depth++;
	value = parse(a);
	a->depth--;
	return value;
}

/* Variables ------------------------------------------------------------- */

/* TEXT as an integer constant with blanks and a sign around it. */
static bool parse_value(const char *text, intmax_t *value)
{
	enum arith_token_type type;
	uintmax_t number;
	bool negative;

	while (is_space(*text))
		text++;
	negative = *text == '-';
	if (*text == '-' || *text == '+')
		text++;
	if (!is_digit(*text))
		return false;
	text += arith_number(text, &number, &type);
	while (is_space(*text))
		text++;
	if (*text || type != ARITH_NUMBER || (!negative && number > INTMAX_MAX))
		return false;
	*value = (intmax_t)(negative ? -number : number);
	return true;
}

static bool is_blank(const char *s)
{
	while (is_space(*s))
		s++;
	return !*s;
}

static intmax_t read_variable(struct arith *a, const struct arith_token *name)
{
	const char *text;
	intmax_t value = 0;

	if (a->skip || a->failed)
		return 0;
	text = var_get_len(a->sh, name->text, name->len);
	if (!text && shell_option(a->sh, OPTION_NOUNSET)) {
		diag("%.*s: parameter not set", (int)name->len, name->text);
		stop(a);
	} else if (text && !is_blank(text) && !parse_value(text, &value)) {
		diag("%.*s: \"%s\" is not an integer: \"%s\"", (int)name->len,
		    name->text, text, a->expression);
		stop(a);
	}
	return value;
}

static intmax_t write_variable(
    struct arith *a, const struct arith_token *token, intmax_t value)
{
	char digits[DECIMAL_SIZE];
	const char *name;

	if (a->skip || a->failed)
		return value;
	name = arena_strndup(&a->sh->arena, token->text, token->len);
	if (!var_set(a->sh, name, decimal(digits, value)))
		stop(a);
	return value;
}

/* Operators ------------------------------------------------------------- */

static intmax_t divide(
    struct arith *a, enum arith_op op, intmax_t left, intmax_t right)
{
	if (a->skip || a->failed)
		return 0;
	if (right == 0)
		return fail(a, "division by zero");
	if (right == -1) /* INTMAX_MIN / -1 traps */
		return op == OP_DIVIDE ? (intmax_t) - (uintmax_t)left : 0;
	return op == OP_DIVIDE ? left / right : left % right;
}

static intmax_t compute(
    struct arith *a, enum arith_op op, intmax_t left, intmax_t right)
{
	uintmax_t l = (uintmax_t)left, r = (uintmax_t)right;

	switch (op) {
	case OP_NONE:
		return right;
	case OP_OR_ELSE:
		return left || right;
	case OP_AND_THEN:
		return left && right;
	case OP_OR:
		return left | right;
	case OP_XOR:
		return left ^ right;
	case OP_AND:
		return left & right;
	case OP_EQUAL:
		return left == right;
	case OP_UNEQUAL:
		return left != right;
	case OP_LESS:
		return left < right;
	case OP_LESS_EQUAL:
		return left <= right;
	case OP_GREATER:
		return left > right;
	case OP_GREATER_EQUAL:
		return left >= right;
	case OP_SHIFT_LEFT:
		return (intmax_t)(l << (r & 63));
	case OP_SHIFT_RIGHT:
		return left >> (r & 63);
	case OP_ADD:
		return (intmax_t)(l + r);
	case OP_SUBTRACT:
		return (intmax_t)(l - r);
	case OP_MULTIPLY:
		return (intmax_t)(l * r);
	case OP_DIVIDE:
	case OP_REMAINDER:
		break;
	}
	return divide(a, op, left, right);
}

static int precedence(enum arith_op op)
{
	static const signed char levels[] = {
		[OP_NONE] = 0,
		[OP_OR_ELSE] = 1,
		[OP_AND_THEN] = 2,
		[OP_OR] = 3,
		[OP_XOR] = 4,
		[OP_AND] = 5,
		[OP_EQUAL] = 6,
		[OP_UNEQUAL] = 6,
		[OP_LESS] = 7,
		[OP_LESS_EQUAL] = 7,
		[OP_GREATER] = 7,
		[OP_GREATER_EQUAL] = 7,
		[OP_SHIFT_LEFT] = 8,
		[OP_SHIFT_RIGHT] = 8,
		[OP_ADD] = 9,
		[OP_SUBTRACT] = 9,
		[OP_MULTIPLY] = 10,
		[OP_DIVIDE] = 10,
		[OP_REMAINDER] = 10,
	};

	return levels[op];
}

/* The grammar, from the tightest binding on --------------------------------- */

static const char *token_error(enum arith_token_type type)
{
	if (type == ARITH_BAD_NUMBER)
		return "arithmetic: invalid number";
	if (type == ARITH_TOO_LARGE)
		return "arithmetic: number too large";
	return "arithmetic: expected a value";
}

static intmax_t parse_number(struct arith *a)
{
	uintmax_t number = a->token.number;

	if (number > INTMAX_MAX)
		return fail(a, token_error(ARITH_TOO_LARGE));
	advance(a);
	return (intmax_t)number;
}

static bool is_step(const struct arith *a)
{
	return a->token.type == ARITH_INCREMENT ||
	       a->token.type == ARITH_DECREMENT;
}

/* x, x++, x-- */
static intmax_t parse_name(struct arith *a)
{
	struct arith_token name = a->token;
	intmax_t value = read_variable(a, &name);

	advance(a);
	if (is_step(a)) {
		(void)write_variable(
		    a, &name, compute(a, a->token.op, value, 1));
		advance(a);
	}
	return value;
}

static intmax_t parse_parentheses(struct arith *a)
{
	intmax_t value;

	advance(a);
	value = nested(a, parse_comma);
	if (a->token.type != ARITH_CLOSE)
		return fail(a, "arithmetic: expected \")\"");
	advance(a);
	return value;
}

/* ++x, --x; before anything else they are two signs, which cancel out. */
static intmax_t parse_step(struct arith *a)
{
	struct arith_token step = a->token, name;
	intmax_t value;

	advance(a);
	if (a->token.type != ARITH_NAME)
		return nested(a, parse_unary);
	name = a->token;
	value = compute(a, step.op, read_variable(a, &name), 1);
	advance(a);
	return write_variable(a, &name, value);
}

static intmax_t parse_sign(struct arith *a)
{
	bool negative = a->token.op == OP_SUBTRACT;
	intmax_t value;

	advance(a);
	if (negative && a->token.type == ARITH_NUMBER &&
	    a->token.number > INTMAX_MAX) {
		advance(a);
		return INTMAX_MIN;
	}
	value = nested(a, parse_unary);
	return negative ? compute(a, OP_SUBTRACT, 0, value) : value;
}

static intmax_t parse_unary(struct arith *a)
{
	switch ((int)a->token.type) {
	case ARITH_NUMBER:
		return parse_number(a);
	case ARITH_NAME:
		return parse_name(a);
	case ARITH_OPEN:
		return parse_parentheses(a);
	case ARITH_INCREMENT:
	case ARITH_DECREMENT:
		return parse_step(a);
	case ARITH_NOT:
		advance(a);
		return !nested(a, parse_unary);
	case ARITH_COMPLEMENT:
		advance(a);
		return ~nested(a, parse_unary);
	case ARITH_BINARY:
		if (a->token.op == OP_ADD || a->token.op == OP_SUBTRACT)
			return parse_sign(a);
		break;
	default:
		break;
	}
	return fail(a, token_error(a->token.type));
}

/*
 * A token that goes on after a complete value, as an operator: "--" there is
 * a minus and a sign, as in 1--1.
 */
static bool is_binary(const struct arith *a)
{
	return a->token.type == ARITH_BINARY || is_step(a);
}

/* Operators of LEVEL and tighter ones. */
static intmax_t parse_binary(struct arith *a, int level)
{
	intmax_t left = parse_unary(a);

	while (is_binary(a) && precedence(a->token.op) >= level) {
		enum arith_op op = a->token.op;
		bool decided =
		    (op == OP_OR_ELSE && left) || (op == OP_AND_THEN && !left);
		intmax_t right;

		if (is_step(a))
			a->token.len = 1;
		advance(a);
		a->skip += decided;
		right = parse_binary(a, precedence(op) + 1);
		a->skip -= decided;
		left = compute(a, op, left, right);
	}
	return left;
}

static intmax_t parse_ternary(struct arith *a)
{
	intmax_t condition = parse_binary(a, 1), yes, no;

	if (a->token.type != ARITH_QUESTION)
		return condition;
	advance(a);
	a->skip += !condition;
	yes = nested(a, parse_comma);
	a->skip -= !condition;
	if (a->token.type != ARITH_COLON)
		return fail(a, "arithmetic: expected \":\"");
	advance(a);
	a->skip += !!condition;
	no = nested(a, parse_ternary);
	a->skip -= !!condition;
	return condition ? yes : no;
}

static intmax_t parse_assignment(struct arith *a)
{
	struct arith_token name = a->token;
	enum arith_op op;
	intmax_t old = 0, value;

	if (name.type != ARITH_NAME)
		return parse_ternary(a);
	a->ahead = arith_lex(name.text + name.len);
	if (a->ahead.type != ARITH_ASSIGN)
		return parse_ternary(a);
	op = a->ahead.op;
	if (op != OP_NONE)
		old = read_variable(a, &name);
	advance(a);
	advance(a);
	value = nested(a, parse_assignment);
	return write_variable(a, &name, compute(a, op, old, value));
}

static intmax_t parse_comma(struct arith *a)
{
	intmax_t value = parse_assignment(a);

	while (a->token.type == ARITH_COMMA) {
		advance(a);
		value = parse_assignment(a);
	}
	return value;
}

static const char *leftover_error(const struct arith *a)
{
	if (a->token.type == ARITH_ASSIGN)
		return "arithmetic: assignment to what is no variable";
	return "arithmetic: expected an operator";
}

bool arith_eval(struct shell *sh, const char *expression, intmax_t *result)
{
	struct arith a = { .sh = sh, .expression = expression };

	a.token = arith_lex(expression);
	*result = 0;
	if (a.token.type != ARITH_END)
		*result = parse_comma(&a);
	if (a.token.type != ARITH_END)
		(void)fail(&a, leftover_error(&a));
	if (a.failed)
		(void)shell_abort(sh, 1);
	return !a.failed;
}
