/*
 * printf.c - write formatted arguments
 *
 * All conversions of POSIX.1-2024, numbered ones (%2$s) included, and "*" for
 * width and precision as other shells have it. Strings count in bytes.
 *
 * A number that cannot be read completely is a message and status 1 at the end,
 * but output goes on with what could be read. A mistake in the format ends the
 * output: there is no telling what was meant.
 *
 * POSIX.1-2024 XCU printf; XBD 5 File Format Notation.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/diag.h"
#include "base/lazy_locale.h"
#include "builtins/common.h"
#include "builtins/escape.h"
#include "builtins/opts.h"
#include "state/shell.h"

struct printf_state {
	struct out *out;
	char **args;
	int count;
	int base;    /* arguments used by former rounds of the format */
	int next;    /* the next unnumbered one, counted from base */
	int highest; /* of this round, numbered or not */
	int status;
};

/* One conversion specification. */
struct spec {
	char flags[6]; /* each of "-+ #0" at most once */
	int number;    /* of its argument, from 1; 0: the next */
	int width;     /* -1: none */
	int precision; /* -1: none */
	char conversion;
};

/* Argument INDEX, from 0, of this round; NULL when there are fewer. */
static const char *argument_at(struct printf_state *state, int index)
{
	if (index + 1 > state->highest)
		state->highest = index + 1;
	if (index >= state->count - state->base)
		return NULL;
	return state->args[state->base + index];
}

static const char *next_argument(
    struct printf_state *state, const struct spec *spec)
{
	if (spec->number)
		return argument_at(state, spec->number - 1);
	return argument_at(state, state->next++);
}

/* The text of a number was read up to END: was that all, and did it fit? */
static void check_number(
    struct printf_state *state, const char *text, const char *end)
{
	if (errno == ERANGE) {
		diag("printf: %s: out of range", text);
		state->status = 1;
	} else if (end == text) {
		diag("printf: \"%s\": expected a number", text);
		state->status = 1;
	} else if (*end) {
		diag("printf: %s: not a number from \"%s\" on", text, end);
		state->status = 1;
	}
}

/* The code of the character after the quote in 'c or "c. */
static intmax_t quoted_code(struct printf_state *state, const char *text)
{
	mbstate_t shift;
	wchar_t wide;
	size_t len;

	memset(&shift, 0, sizeof shift);
	lazy_locale_need(LAZY_CTYPE);
	/* With its end: a quote alone is that of nothing, 0. */
	len = mbrtowc(&wide, text + 1, strlen(text + 1) + 1, &shift);
	if (len == (size_t)-1 || len == (size_t)-2) {
		wide = (unsigned char)text[1];
		len = 1;
	}
	errno = 0;
	check_number(state, text, text + 1 + len);
	return wide;
}

static bool is_quoted_code(const char *text)
{
	return text[0] == '\'' || text[0] == '"';
}

static intmax_t signed_argument(struct printf_state *state, const char *text)
{
	intmax_t value;
	char *end;

	if (!text)
		return 0;
	if (is_quoted_code(text))
		return quoted_code(state, text);
	errno = 0;
	value = strtoimax(text, &end, 0);
	check_number(state, text, end);
	return value;
}

static uintmax_t unsigned_argument(struct printf_state *state, const char *text)
{
	uintmax_t value;
	char *end;

	if (!text)
		return 0;
	if (is_quoted_code(text))
		return (uintmax_t)quoted_code(state, text);
	errno = 0;
	value = strtoumax(text, &end, 0);
	check_number(state, text, end);
	return value;
}

static double double_argument(struct printf_state *state, const char *text)
{
	double value;
	char *end;

	if (!text)
		return 0;
	if (is_quoted_code(text))
		return (double)quoted_code(state, text);
	errno = 0;
	value = strtod(text, &end);
	if (errno == ERANGE && value > -1 && value < 1)
		errno = 0; /* too small is near enough to 0 */
	check_number(state, text, end);
	return value;
}

/* A width or precision given by an argument; what does not fit is 0. */
static int int_argument(struct printf_state *state)
{
	const char *text = argument_at(state, state->next++);
	intmax_t value = signed_argument(state, text);

	if (value >= -INT_MAX && value <= INT_MAX)
		return (int)value;
	diag("printf: %s: out of range", text);
	state->status = 1;
	return 0;
}

static void add_flag(struct spec *spec, char flag)
{
	size_t len = strlen(spec->flags);

	if (!strchr(spec->flags, flag)) {
		spec->flags[len] = flag;
		spec->flags[len + 1] = '\0';
	}
}

/* A decimal number at *P, if there is one. False if it does not fit. */
static bool read_int(const char **p, int *value)
{
	long n = 0;

	if (!isdigit((unsigned char)**p))
		return true;
	for (; isdigit((unsigned char)**p); (*p)++) {
		n = n * 10 + (**p - '0');
		if (n > INT_MAX)
			return false;
	}
	*value = (int)n;
	return true;
}

/* "n$" at *P, if it is there. */
static void read_number(const char **p, struct spec *spec)
{
	const char *q = *p;

	if (read_int(&q, &spec->number) && *q == '$' && spec->number > 0)
		*p = q + 1;
	else
		spec->number = 0;
}

static bool read_width(
    struct printf_state *state, const char **p, struct spec *spec)
{
	if (**p != '*')
		return read_int(p, &spec->width);
	(*p)++;
	spec->width = int_argument(state);
	if (spec->width < 0) {
		add_flag(spec, '-');
		spec->width = -spec->width;
	}
	return true;
}

static bool read_precision(
    struct printf_state *state, const char **p, struct spec *spec)
{
	if (**p != '.')
		return true;
	(*p)++;
	if (**p != '*') {
		spec->precision = 0;
		return read_int(p, &spec->precision);
	}
	(*p)++;
	spec->precision = int_argument(state);
	return true;
}

/* Read the specification after the "%" at FORMAT; returns what follows it, or
 * NULL after a message. Length modifiers of C are skipped, as in bash. */
static const char *read_spec(
    struct printf_state *state, const char *format, struct spec *spec)
{
	const char *p = format + 1;

	memset(spec, 0, sizeof *spec);
	spec->width = spec->precision = -1;
	read_number(&p, spec);
	while (*p && strchr("-+ #0", *p))
		add_flag(spec, *p++);
	if (!read_width(state, &p, spec) || !read_precision(state, &p, spec)) {
		diag("printf: %s: width or precision out of range", format);
		return NULL;
	}
	p += strspn(p, "hjlLtz");
	if (!*p) {
		diag("printf: %s: incomplete conversion", format);
		return NULL;
	}
	spec->conversion = *p++;
	if (!strchr("aAbcdeEfFgGiosuxX", spec->conversion)) {
		diag("printf: %.*s: unknown conversion", (int)(p - format),
		    format);
		return NULL;
	}
	return p;
}

static void write_padded(struct printf_state *state, const struct spec *spec,
    const char *text, size_t len)
{
	size_t width = spec->width > 0 ? (size_t)spec->width : 0;
	bool left = strchr(spec->flags, '-') != NULL;

	for (size_t i = len; i < width && !left; i++)
		out_putc(state->out, ' ');
	out_write(state->out, text, len);
	for (size_t i = len; i < width && left; i++)
		out_putc(state->out, ' ');
}

static void write_string(
    struct printf_state *state, const struct spec *spec, const char *text)
{
	size_t len = strlen(text);

	if (spec->precision >= 0 && (size_t)spec->precision < len)
		len = (size_t)spec->precision;
	write_padded(state, spec, text, len);
}

/* %b. False if \c ended the output. */
static bool write_decoded(
    struct printf_state *state, const struct spec *spec, const char *text)
{
	struct strbuf decoded = STRBUF_INIT;
	bool going_on = escape_decode_all(&decoded, text);
	size_t len = decoded.len;

	if (spec->precision >= 0 && (size_t)spec->precision < len)
		len = (size_t)spec->precision;
	write_padded(state, spec, strbuf_str(&decoded), len);
	strbuf_fini(&decoded);
	return going_on;
}

/* The C format of a numeric conversion: its flags, "*.*", LENGTH and letter. */
static const char *c_format(
    char buffer[static 16], const struct spec *spec, const char *length)
{
	(void)snprintf(buffer, 16, "%%%s%s%s%s%c", spec->flags,
	    spec->width >= 0 ? "*" : "", spec->precision >= 0 ? ".*" : "",
	    length, spec->conversion);
	return buffer;
}

/*
 * Write one number through C's printf, whose format is built from the user's
 * checked one: so no literal for the compiler to check.
 */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#define FORMAT_NUMBER(text, format, spec, value)                               \
	((spec)->width >= 0 && (spec)->precision >= 0                          \
		? asprintf(                                                    \
		      text, format, (spec)->width, (spec)->precision, value)   \
	    : (spec)->width >= 0                                               \
		? asprintf(text, format, (spec)->width, value)                 \
	    : (spec)->precision >= 0                                           \
		? asprintf(text, format, (spec)->precision, value)             \
		: asprintf(text, format, value))

static int format_number(struct printf_state *state, const struct spec *spec,
    const char *arg, char **text)
{
	char format[16];

	switch (spec->conversion) {
	case 'd':
	case 'i': {
		intmax_t value = signed_argument(state, arg);

		c_format(format, spec, "j");
		return FORMAT_NUMBER(text, format, spec, value);
	}
	case 'o':
	case 'u':
	case 'x':
	case 'X': {
		uintmax_t value = unsigned_argument(state, arg);

		c_format(format, spec, "j");
		return FORMAT_NUMBER(text, format, spec, value);
	}
	default: {
		double value = double_argument(state, arg);

		c_format(format, spec, "");
		return FORMAT_NUMBER(text, format, spec, value);
	}
	}
}
#pragma GCC diagnostic pop

static bool write_number(
    struct printf_state *state, const struct spec *spec, const char *arg)
{
	char *text = NULL;
	int len = format_number(state, spec, arg, &text);

	if (len < 0) {
		diag("printf: %%%c: %s", spec->conversion, strerror(errno));
		state->status = 1;
		return false;
	}
	out_write(state->out, text, (size_t)len);
	free(text);
	return true;
}

/* False if the output ends here: \c in %b, or no memory. */
static bool write_conversion(
    struct printf_state *state, const struct spec *spec)
{
	const char *arg = next_argument(state, spec);

	switch (spec->conversion) {
	case 's':
		write_string(state, spec, arg ? arg : "");
		return true;
	case 'b':
		return write_decoded(state, spec, arg ? arg : "");
	case 'c':
		/* The NUL of an empty argument, as in bash, dash and ksh. */
		write_padded(state, spec, arg ? arg : "", 1);
		return true;
	default:
		return write_number(state, spec, arg);
	}
}

/* Write the format once. False if the output ends here. */
static bool write_format(struct printf_state *state, const char *format)
{
	struct strbuf plain = STRBUF_INIT;
	bool going_on = true;
	struct spec spec;

	while (going_on && *format) {
		size_t len = strcspn(format, "%\\");

		out_write(state->out, format, len);
		format += len;
		if (*format == '\\') {
			strbuf_reset(&plain);
			format = escape_decode(&plain, format, ESCAPE_FORMAT);
			out_write(state->out, strbuf_str(&plain), plain.len);
		} else if (format[0] == '%' && format[1] == '%') {
			out_putc(state->out, '%');
			format += 2;
		} else if (*format) {
			format = read_spec(state, format, &spec);
			if (!format)
				state->status = 1;
			going_on = format && write_conversion(state, &spec);
		}
	}
	strbuf_fini(&plain);
	return going_on;
}

static int run_printf(struct shell *sh, int argc, char **argv)
{
	struct printf_state state = { .out = &sh->out };
	struct opts opts;
	const char *format;

	opts_init(&opts, &builtin_printf, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return 2;
	if (opts.index == argc)
		return usage_error(&builtin_printf);
	format = argv[opts.index];
	state.args = argv + opts.index + 1;
	state.count = argc - opts.index - 1;
	while (write_format(&state, format)) {
		state.base += state.highest;
		if (!state.highest || state.base >= state.count)
			break;
		state.next = state.highest = 0;
	}
	return state.status;
}

const struct builtin builtin_printf = {
	.name = "printf",
	.kind = BUILTIN_REGULAR,
	.only_prints = true,
	.run = run_printf,
	.can_undo = can_undo_always,
	.usage = "printf format [argument ...]",
	.summary = "write formatted text",
	.help =
	    "The format is written with its escapes (\\n newline, \\t tab, "
	    "\\\\,\n"
	    "\\ddd octal) decoded and each conversion replaced by an "
	    "argument:\n"
	    "\n"
	    "    %s string            %d %i number         %u unsigned\n"
	    "    %c first byte        %o octal  %x %X hexadecimal\n"
	    "    %b string, escapes   %f %e %g %a  with a fraction\n"
	    "       decoded, \\c ends  %% a percent sign\n"
	    "\n"
	    "Between % and the letter may stand n$ (take argument n), flags\n"
	    "(- left, + sign, 0 zeros, # other form, space), a width, and a\n"
	    "precision (.n); * takes a width or precision from an argument.\n"
	    "The format is used again until all arguments are. A number may "
	    "be\n"
	    "'c, for the code of the character c.\n"
	    "\n"
	    "    printf '%-10s %5.1f%%\\n' disk 71.25 memory 40\n",
};
