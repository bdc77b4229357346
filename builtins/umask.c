/*
 * umask.c - show or set which permissions new files do not get
 *
 * The standard's symbolic modes speak of the permissions that are left, so the
 * arithmetic is done on the complement of the mask.
 *
 * POSIX.1-2024 XCU umask; chmod, EXTENDED DESCRIPTION.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>
#include <sys/stat.h>

#include "base/diag.h"
#include "builtins/opts.h"
#include "state/shell.h"

enum { ALL_BITS = 0777 };

/* Reading the mask means setting it. */
static mode_t current_mask(void)
{
	mode_t mask = umask(0);

	(void)umask(mask);
	return mask;
}

static void write_symbolic(struct out *out, mode_t mask)
{
	static const char who[] = "ugo";
	unsigned allowed = ~mask & ALL_BITS;

	for (int i = 0; i < 3; i++) {
		unsigned bits = allowed >> (6 - 3 * i) & 7;

		out_printf(out, "%s%c=%s%s%s", i ? "," : "", who[i],
		    bits & 4 ? "r" : "", bits & 2 ? "w" : "",
		    bits & 1 ? "x" : "");
	}
	out_putc(out, '\n');
}

/* [ugoa...] at *P as bits of all three permissions; none means all. */
static unsigned parse_who(const char **p)
{
	unsigned who = 0;

	for (;; (*p)++) {
		switch (**p) {
		case 'u':
			who |= 0700;
			break;
		case 'g':
			who |= 0070;
			break;
		case 'o':
			who |= 0007;
			break;
		case 'a':
			who |= ALL_BITS;
			break;
		default:
			return who ? who : ALL_BITS;
		}
	}
}

/* The three bits BITS for user, group and others alike. */
static unsigned for_everybody(unsigned bits)
{
	return bits << 6 | bits << 3 | bits;
}

/* [rwxXst...] or one of u, g, o at *P, as bits for everybody. */
static unsigned parse_permissions(const char **p, unsigned allowed)
{
	unsigned bits = 0;

	switch (**p) {
	case 'u':
		(*p)++;
		return for_everybody(allowed >> 6 & 7);
	case 'g':
		(*p)++;
		return for_everybody(allowed >> 3 & 7);
	case 'o':
		(*p)++;
		return for_everybody(allowed & 7);
	default:
		break;
	}
	for (;; (*p)++) {
		switch (**p) {
		case 'r':
			bits |= for_everybody(4);
			break;
		case 'w':
			bits |= for_everybody(2);
			break;
		case 'x':
			bits |= for_everybody(1);
			break;
		case 'X':
			if (allowed & for_everybody(1))
				bits |= for_everybody(1);
			break;
		case 's':
		case 't': /* valid, but not what a mask holds */
			break;
		default:
			return bits;
		}
	}
}

/* One clause at *P: who, then one action or more. False if it is wrong. */
static bool apply_clause(const char **p, unsigned *allowed)
{
	unsigned who = parse_who(p);

	if (!strchr("+-=", **p) || !**p)
		return false;
	while (**p && strchr("+-=", **p)) {
		char op = *(*p)++;
		unsigned bits = parse_permissions(p, *allowed) & who;

		if (op == '+')
			*allowed |= bits;
		else if (op == '-')
			*allowed &= ~bits;
		else
			*allowed = (*allowed & ~who) | bits;
	}
	return true;
}

static bool parse_symbolic(const char *text, mode_t *mask)
{
	unsigned allowed = ~*mask & ALL_BITS;

	do {
		if (!apply_clause(&text, &allowed))
			return false;
	} while (*text++ == ',');
	if (text[-1])
		return false;
	*mask = ~allowed & ALL_BITS;
	return true;
}

static bool parse_octal(const char *text, mode_t *mask)
{
	unsigned value = 0;

	for (; *text >= '0' && *text <= '7' && value <= 07777; text++)
		value = value * 8 + (unsigned)(*text - '0');
	*mask = value & ALL_BITS;
	return !*text && value <= 07777;
}

static int run_umask(struct shell *sh, int argc, char **argv)
{
	mode_t mask = current_mask();
	bool symbolic = false, valid;
	struct opts opts;
	const char *operand;
	int letter;

	opts_init(&opts, &builtin_umask, argc, argv);
	while ((letter = opts_next(&opts, "S")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return 2;
		symbolic = true;
	}
	if (argc > opts.index + 1)
		return usage_error(&builtin_umask);
	operand = argv[opts.index];
	if (!operand) {
		if (symbolic)
			write_symbolic(&sh->out, mask);
		else
			out_printf(&sh->out, "%04o\n", (unsigned)mask);
		return 0;
	}
	valid = *operand >= '0' && *operand <= '9'
		    ? parse_octal(operand, &mask)
		    : parse_symbolic(operand, &mask);
	if (!valid) {
		diag("umask: %s: neither an octal mask nor a symbolic mode",
		    operand);
		return 1;
	}
	(void)umask(mask);
	return 0;
}

/* Only telling what it is. */
static bool umask_can_undo(struct shell *sh, char **argv)
{
	(void)sh;
	return !argv[1];
}

const struct builtin builtin_umask = {
	.name = "umask",
	.kind = BUILTIN_REGULAR,
	.changes_shell = true,
	.run = run_umask,
	.can_undo = umask_can_undo,
	.usage = "umask [-S] [mask]",
	.summary = "show or set the permissions that new files do not get",
	.help =
	    "An octal mask names the permissions that are taken away; a symbolic\n"
	    "one, as for chmod, those that are left. Without a mask, show the\n"
	    "present one; -S shows it as a symbolic mode.\n"
	    "\n"
	    "    umask 022             others may read, but not write\n"
	    "    umask g-w,o=          group may not write, others nothing\n",
};
