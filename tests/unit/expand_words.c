/*
 * expand_words.c - tests of expand/expand: command lines parsed by the real
 * parser, and the fields they give
 *
 * A toy stands in for the rows above: it knows assignments, set, unset,
 * readonly and show, which writes its arguments as <a><b>; $(...) may run show.
 * So each line can be given to any other shell too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "expand/expand.h"
#include "expand/pattern.h"
#include "syntax/parse.h"
#include "expand_stderr.h"

struct toy {
	struct shell sh;
	struct strbuf output;
};

static struct toy toy;

static bool run(const struct node *node);

static void show(const struct vec *fields)
{
	for (size_t i = 1; i < fields->count; i++) {
		strbuf_addc(&toy.output, '<');
		strbuf_adds(&toy.output, fields->items[i]);
		strbuf_addc(&toy.output, '>');
	}
}

/* Write arguments as they are, each on a line. */
static void print(const struct vec *fields)
{
	for (size_t i = 1; i < fields->count; i++) {
		strbuf_adds(&toy.output, fields->items[i]);
		strbuf_addc(&toy.output, '\n');
	}
}

static void set(const struct vec *fields)
{
	const char *first = fields->items[1];

	if (strcmp(first, "--") == 0)
		params_set(&toy.sh.params, (char **)(fields->items + 2),
		    fields->count - 2);
	else
		toy.sh.options[option_by_letter(first[1])] = *first == '-';
}

static void run_utility(const struct vec *fields)
{
	const char *name = fields->items[0];

	if (strcmp(name, "show") == 0)
		show(fields);
	else if (strcmp(name, "print") == 0)
		print(fields);
	else if (strcmp(name, "set") == 0)
		set(fields);
	else if (strcmp(name, "unset") == 0)
		assert_true(var_unset(&toy.sh, fields->items[1]));
	else if (strcmp(name, "readonly") == 0)
		var_make_readonly(&toy.sh, fields->items[1]);
	else
		fail_msg("the toy knows no %s", name);
}

static bool run_simple(const struct node_simple *simple)
{
	struct vec fields = VEC_INIT;
	bool ok =
	    expand_words(&toy.sh, simple->words, simple->word_count, &fields);

	for (const struct assign *a = simple->assigns; ok && a; a = a->next) {
		const char *value = expand_assignment(&toy.sh, a->value);

		ok = value && var_set(&toy.sh, a->name, value);
	}
	if (ok && fields.count)
		run_utility(&fields);
	vec_fini(&fields);
	return ok;
}

static bool run_case(const struct node_case *node)
{
	const char *subject = expand_word(&toy.sh, node->subject);

	for (const struct case_item *i = node->items; i; i = i->next) {
		const char *pattern = expand_pattern(&toy.sh, i->patterns[0]);

		if (pattern_match(pattern, subject))
			return run(i->body);
	}
	return true;
}

static bool run(const struct node *node)
{
	bool ok = true;

	if (!node)
		return true;
	switch ((int)node->type) {
	case NODE_SIMPLE:
		return run_simple(&node->u.simple);
	case NODE_CASE:
		return run_case(&node->u.case_of);
	case NODE_LIST:
		for (size_t i = 0; ok && i < node->u.list.count; i++)
			ok = run(node->u.list.items[i].command);
		return ok;
	default:
		fail_msg("the toy runs no node of type %d", (int)node->type);
	}
	return false;
}

static char *substitute(struct shell *sh, const struct node *body)
{
	struct strbuf outer = toy.output;
	char *text = NULL;

	strbuf_init(&toy.output);
	if (run(body)) {
		size_t len = toy.output.len;

		while (len && toy.output.s[len - 1] == '\n')
			len--;
		text = arena_strndup(&sh->arena, strbuf_str(&toy.output), len);
	}
	strbuf_fini(&toy.output);
	toy.output = outer;
	return text;
}

static bool run_line(const char *line)
{
	struct source_string string;
	struct source source = source_from_string(&string, line, strlen(line));
	struct parser *parser = parser_new(&source, 1);
	struct program *program;
	bool ok;

	if (parser_next(parser, &program) != PARSE_COMMAND)
		fail_msg("\"%s\" should parse", line);
	ok = run(program->body);
	program_release(program);
	parser_free(parser);
	return ok;
}

static int set_up(void **state)
{
	char *const no_environment[] = { NULL };

	(void)state;
	shell_init(&toy.sh, no_environment);
	toy.sh.substitute = substitute;
	toy.sh.name = "toy";
	strbuf_init(&toy.output);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	strbuf_fini(&toy.output);
	shell_fini(&toy.sh);
	return 0;
}

struct expansion {
	const char *line;
	const char *fields;
};

static void check(const struct expansion *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		(void)set_up(NULL);
		if (!run_line(cases[i].line))
			fail_msg("%s: should not fail", cases[i].line);
		if (strcmp(strbuf_str(&toy.output), cases[i].fields) != 0)
			fail_msg("%s: should show %s and not %s", cases[i].line,
			    cases[i].fields, strbuf_str(&toy.output));
		(void)tear_down(NULL);
	}
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

static void quotes_are_removed(void **state)
{
	static const struct expansion cases[] = {
		{ "show a 'b c' \"d e\" f\\ g", "<a><b c><d e><f g>" },
		{ "show '' \"\" ''\"\"", "<><><>" },
		{ "show a''b a\"\"b", "<ab><ab>" },
		{ "show \\$x '$x' \"\\$x\"", "<$x><$x><$x>" },
		{ "show \"a\\b\" \"a\\\\b\" 'a\\\\b'", "<a\\b><a\\b><a\\\\b>" },
		{ "show $'a\\tb'", "<a\tb>" },
		{ "show \"it's\" 'say \"hi\"'", "<it's><say \"hi\">" },
		{ "x='\"'; show $x", "<\">" },
		{ "x='\\a'; show $x \"$x\"", "<\\a><\\a>" },
	};

	(void)state;
	CHECK(cases);
}

static void unquoted_values_are_split_and_quoted_ones_are_not(void **state)
{
	static const struct expansion cases[] = {
		{ "x='a b'; show $x", "<a><b>" },
		{ "x='a b'; show \"$x\"", "<a b>" },
		{ "x=' a  b '; show $x", "<a><b>" },
		{ "x=' a  b '; show x${x}x", "<x><a><b><x>" },
		{ "x=' a  b '; show \"$x\"$x", "< a  b ><a><b>" },
		{ "x='a b'; show $x$x", "<a><ba><b>" },
		{ "x=; show $x", "" },
		{ "x=; show \"$x\"", "<>" },
		{ "x=; show $x\"\"", "<>" },
		{ "x=' '; show $x", "" },
		{ "x=' '; show ''$x", "<>" },
		{ "x=' '; show ''$x''", "<><>" },
		{ "x='a:b'; IFS=:; show $x a:b", "<a><b><a:b>" },
		{ "x=:a::b:; IFS=:; show $x", "<><a><><b>" },
		{ "x='a b'; IFS=; show $x", "<a b>" },
		{ "x='a b'; unset IFS; show $x", "<a><b>" },
		{ "IFS=1; show $((213))", "<2><3>" },
		{ "IFS=-; show $((0-5))", "<><5>" },
		{ "show $(print 'a  b' c)", "<a><b><c>" },
		{ "show \"$(print 'a  b' c)\"", "<a  b\nc>" },
		{ "show $(print)", "" },
		{ "show \"$(print)\"", "<>" },
		{ "show x$()y", "<xy>" },
	};

	(void)state;
	CHECK(cases);
}

static void quoted_at_is_one_field_a_parameter(void **state)
{
	static const struct expansion cases[] = {
		{ "set -- a 'b c' ''; show \"$@\"", "<a><b c><>" },
		{ "set -- a 'b c'; show \"x$@y\"", "<xa><b cy>" },
		{ "set -- a; show \"x$@y\"", "<xay>" },
		{ "set -- a b; show \"$@$@\"", "<a><ba><b>" },
		{ "set -- a b; show x\"$@\"y", "<xa><by>" },
		{ "set --; show \"$@\"", "" },
		{ "set --; show x\"$@\"", "<x>" },
		{ "set --; show \"\"\"$@\"", "<>" },
		{ "set --; show \"$@\"''", "<>" },
		{ "set --; show \"$@\" \"$@\"", "" },
		{ "set --; show \"x$@y\"", "<xy>" },
		{ "set -- ''; show \"$@\"", "<>" },
		{ "set -- '' ''; show \"$@\"", "<><>" },
		{ "set -- '' ''; show \"x$@y\"", "<x><y>" },
		{ "set -- 'a b' c; IFS=; show \"$@\"", "<a b><c>" },
		{ "set -- a:b c; IFS=:; show \"$@\"", "<a:b><c>" },
		{ "set -- a b; show \"${@}\"", "<a><b>" },
	};

	(void)state;
	CHECK(cases);
}

static void unquoted_at_and_star_are_split_parameter_by_parameter(void **state)
{
	static const struct expansion cases[] = {
		{ "set -- a 'b c' ''; show $@", "<a><b><c>" },
		{ "set -- a 'b c' ''; show $*", "<a><b><c>" },
		{ "set -- '' a; show $@", "<a>" },
		{ "set -- a b; show x$@y", "<xa><by>" },
		{ "set -- a b; show x$*y", "<xa><by>" },
		{ "set --; show $@ $*", "" },
		{ "set --; show x$@", "<x>" },
		{ "set --; show ''$@", "<>" },
		{ "set -- 'a b' c; IFS=; show $@", "<a b><c>" },
		{ "set -- 'a b' c; IFS=; show $*", "<a b><c>" },
		{ "set -- a:b c; IFS=:; show $*", "<a><b><c>" },
		{ "set -- 'a ' ' b'; show $@", "<a><b>" },
		{ "set -- a '' b; show $*", "<a><b>" },
		{ "set -- a '' b; IFS=; show $*", "<a><b>" },
	};

	(void)state;
	CHECK(cases);
}

static void quoted_star_joins_by_the_first_character_of_ifs(void **state)
{
	static const struct expansion cases[] = {
		{ "set -- a 'b c' d; show \"$*\"", "<a b c d>" },
		{ "set -- a b; IFS=:; show \"$*\"", "<a:b>" },
		{ "set -- a b; IFS=:-; show \"x$*y\"", "<xa:by>" },
		{ "set -- a b; IFS=; show \"$*\"", "<ab>" },
		{ "set -- a b; unset IFS; show \"$*\"", "<a b>" },
		{ "set -- '' ''; show \"$*\"", "< >" },
		{ "set --; show \"$*\"", "<>" },
		{ "set -- a b; IFS=:; x=$*; show \"$x\"", "<a:b>" },
		{ "set -- a b; IFS=; x=$*; show \"$x\"", "<ab>" },
		{ "set -- a b; IFS=:; x=\"$*\"; IFS=; show $x", "<a:b>" },
		{ "set -- a b; x=\"$@\"; show \"$x\"", "<a b>" },
		{ "set -- a b; x=$@; show \"$x\"", "<a b>" },
		{ "set -- a b; IFS=/; case $* in a/b) show y ;; esac", "<y>" },
	};

	(void)state;
	CHECK(cases);
}

static void special_parameters_have_values(void **state)
{
	static const struct expansion cases[] = {
		{ "show $#", "<0>" },
		{ "set -- a b c; show $# ${#} ${#@} ${#*}", "<3><3><3><3>" },
		{ "set -- a b c; show $1 $2 $3 $4", "<a><b><c>" },
		{ "set -- 1 2 3 4 5 6 7 8 9 x y; show $10 ${10} ${11} ${12}",
		    "<10><x><y>" },
		{ "set -- a; show ${1} ${01} \"${2}\"", "<a><a><>" },
		{ "show $?", "<0>" },
		{ "show ${99999999999999999999}", "" },
		{ "show \"$!\"", "<>" },
		{ "show a$ $", "<a$><$>" },
		{ "set -f; set -u; show $-", "<fhu>" },
	};

	(void)state;
	CHECK(cases);
	(void)set_up(NULL);
	assert_true(run_line("show $0 ${0}"));
	assert_string_equal(strbuf_str(&toy.output), "<toy><toy>");
	toy.sh.last_async = 4321;
	toy.sh.last_status = 77;
	strbuf_reset(&toy.output);
	assert_true(run_line("show $! $?"));
	assert_string_equal(strbuf_str(&toy.output), "<4321><77>");
	(void)tear_down(NULL);
}

static void a_default_takes_the_place_of_what_is_not_there(void **state)
{
	static const struct expansion cases[] = {
		{ "show ${x-d} ${x:-d}", "<d><d>" },
		{ "x=; show \"${x-d}\" \"${x:-d}\"", "<><d>" },
		{ "x=v; show ${x-d} ${x:-d}", "<v><v>" },
		{ "show ${x-} \"${x-}\" ${x-''}", "<><>" },
		{ "show ${x-a b} \"${x-a b}\"", "<a><b><a b>" },
		{ "show ${x-'a b' c} ${x-\"a b\"c}", "<a b><c><a bc>" },
		{ "y='a b'; show ${x-$y} ${x-\"$y\"}", "<a><b><a b>" },
		{ "show ${x-a\\ b}", "<a b>" },
		{ "show ${x-${y-${z-d}}}", "<d>" },
		{ "show \"${x-'a'}\" ${x-'a'}", "<'a'><a>" },
		{ "show \"${x-\\}}\" ${x-\\}} ${x-'}'}", "<}><}><}>" },
		{ "IFS=:; show ${x-a:b} \"${x-a:b}\"", "<a><b><a:b>" },
		{ "set -- a b; show ${x-\"$@\"} \"${x-$@}\"", "<a><b><a><b>" },
		{ "set -- a 'b c'; show ${x-$@} ${x-p\"$@\"q}",
		    "<a><b><c><pa><b cq>" },
		{ "set --; show ${1-d} ${@-d} ${*:-d}", "<d><d><d>" },
		{ "set -- ''; show \"${1-d}\" \"${1:-d}\" \"${@:-d}\"",
		    "<><d><d>" },
		{ "show ${x:-$(print c)}$((1+1))", "<c2>" },
		{ "show ${#-d} ${?:-d}", "<0><0>" },
	};

	(void)state;
	CHECK(cases);
}

static void an_alternate_takes_the_place_of_what_is_there(void **state)
{
	static const struct expansion cases[] = {
		{ "show ${x+a} \"${x+a}\" ${x:+a}", "<>" },
		{ "x=; show ${x+a} \"${x:+a}\"", "<a><>" },
		{ "x=v; show ${x+a b} \"${x:+a b}\"", "<a><b><a b>" },
		{ "set -- 'a b' c; show ${1+\"$@\"}", "<a b><c>" },
		{ "set --; show ${1+\"$@\"}", "" },
		{ "set -- '' ''; show ${1+\"$@\"} \"${1+$@}\"", "<><><><>" },
		{ "set --; show ${@+x}; set -- a; show ${@+y}", "<y>" },
		{ "x=v; show ${x+} ${x+''}", "<>" },
		{ "set --; show \"${@+x}\" \"${@:+x}\" \"${*+x}\"", "<>" },
	};

	(void)state;
	CHECK(cases);
}

static void an_assignment_gives_the_value_it_made(void **state)
{
	static const struct expansion cases[] = {
		{ "show ${x=d}; show $x", "<d><d>" },
		{ "x=; show ${x=d} ${x:=e}; show $x", "<e><e>" },
		{ "x=v; show ${x=d}; show $x", "<v><v>" },
		{ "show ${x=a b}; show \"$x\"", "<a><b><a b>" },
		{ "show \"${x=a b}\" $x", "<a b><a><b>" },
		{ "show ${x='a  b'}; show \"$x\"", "<a><b><a  b>" },
		{ "set -- a b; show ${x=\"$*\"}; show \"$x\"", "<a><b><a b>" },
		{ "set -- a b; IFS=:; show ${x=$*}; show \"$x\"",
		    "<a><b><a:b>" },
		{ "show ${x=}${y:=1}; show \"$x$y\"", "<1><1>" },
	};

	(void)state;
	CHECK(cases);
}

static void lengths_count_characters(void **state)
{
	static const struct expansion cases[] = {
		{ "x=abc; show ${#x} ${#y}", "<3><0>" },
		{ "set -- ab; show ${#1} ${#2} ${#0}", "<2><0><3>" },
		{ "x=\u00e9\u20ac; show ${#x}", "<2>" },
		{ "x=a\xff\u00e9; show ${#x}", "<3>" },
		{ "show ${#?}", "<1>" },
		{ "IFS=1; x=0123456789; show ${#x} \"${#x}\"", "<><0><10>" },
	};

	(void)state;
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		(void)set_up(NULL);
		assert_true(run_line("LC_ALL=C.UTF-8"));
		assert_true(run_line(cases[i].line));
		assert_string_equal(strbuf_str(&toy.output), cases[i].fields);
		(void)tear_down(NULL);
	}
	assert_non_null(setlocale(LC_CTYPE, "C"));
}

static void patterns_trim_the_ends_of_values(void **state)
{
	static const struct expansion cases[] = {
		{ "x=a/b/c; show ${x%/*} ${x%%/*} ${x#*/} ${x##*/}",
		    "<a/b><a><b/c><c>" },
		{ "x=abc; show ${x%c} ${x#a} ${x%x} ${x#x}",
		    "<ab><bc><abc><abc>" },
		{ "x=abc; show ${x%} ${x#} ${x%%*} \"${x##*}\"",
		    "<abc><abc><>" },
		{ "x='a*b'; show ${x%'*'*} ${x%\"*\"b} ${x%\\*b} ${x#*\\*}",
		    "<a><a><a><b>" },
		{ "x='a*b'; show \"${x%'*'*}\" \"${x%\"*\"b}\" \"${x%\\*b}\"",
		    "<a><a><a>" },
		{ "x=abcd p='*c'; show ${x#$p} \"${x#$p}\" ${x#\"$p\"}",
		    "<d><d><abcd>" },
		{ "x='*cd' p='*c'; show ${x#\"$p\"} \"${x#\"$p\"}\"",
		    "<d><d>" },
		{ "x='a b c'; show ${x% *} \"${x% *}\"", "<a><b><a b>" },
		{ "x=a}b; show ${x%\\}*} \"${x%\\}*}\" ${x%'}'*}",
		    "<a><a><a>" },
		{ "x=abab; show ${x%a*} ${x%%a*} ${x#*b} \"${x##*b}\"",
		    "<ab><ab><>" },
		{ "x=v1.2; show ${x%%[0-9]*} ${x#[!0-9]}", "<v><1.2>" },
		{ "set -- a.c b.c; show \"${@%.c}\" ${*%.c} \"${*#?}\"",
		    "<a><b><a><b><.c .c>" },
		{ "y=b x=abc; show ${x%${y}c} ${x#${x%bc}}", "<a><bc>" },
		{ "x=abc; show ${x%$(print bc)}", "<a>" },
		{ "p='\\*'; x='a*'; show ${x%$p} ${x%\"$p\"}", "<a><a*>" },
	};

	(void)state;
	CHECK(cases);
}

static void a_tilde_is_a_home_directory(void **state)
{
	static const struct expansion cases[] = {
		{ "HOME=/h; show ~ ~/ ~/x ~/x/~", "</h></h/></h/x></h/x/~>" },
		{ "HOME=/h; show a~ '~' \"~\" \\~ x/~ \"~\"/x",
		    "<a~><~><~><~><x/~><~/x>" },
		{ "HOME=/h; show ~'' ~\"x\" ~$x ~\\x", "<~><~x><~><~x>" },
		{ "HOME=/h; show ~:x ~/:~", "<~:x></h/:~>" },
		{ "HOME=/h; x=~; show $x", "</h>" },
		{ "HOME=/h; x=~/a:~:b~:~/; show $x", "</h/a:/h:b~:/h/>" },
		{ "HOME=/h; x=a:~:'~':\"$y\"~; show $x", "<a:/h:~:~>" },
		{ "HOME=/h; x=$y:~; show $x", "<:/h>" },
		{ "HOME=/h; show x=~ ~:~", "<x=~><~:~>" },
		{ "HOME='a b'; show ~ ~/c", "<a b><a b/c>" },
		{ "HOME='/*'; show ~", "</*>" },
		{ "HOME=; show ~ ~/x", "<></x>" },
		{ "HOME=/; show ~ ~/ ~/x", "</></></x>" },
		{ "HOME=/h/; show ~/x", "</h/x>" },
		{ "show ~nosuchuser ~nosuchuser/x",
		    "<~nosuchuser><~nosuchuser/x>" },
		{ "HOME=/h; show ${x-~} ${x-~/a} \"${x-~}\" ${x-a~}",
		    "</h></h/a><~><a~>" },
		{ "HOME=/h; x=/h/a; show ${x#~/}", "<a>" },
		{ "HOME=/h; case /h in ~) show y ;; esac", "<y>" },
		{ "HOME='*'; case x in ~) show n ;; *) show y ;; esac", "<y>" },
	};

	(void)state;
	CHECK(cases);
	(void)set_up(NULL);
	assert_true(run_line("show ~root"));
	assert_string_equal(strbuf_str(&toy.output), "</root>");
	(void)tear_down(NULL);
}

static void arithmetic_is_expanded_as_in_double_quotes(void **state)
{
	static const struct expansion cases[] = {
		{ "show $((1+2)) \"$((3*4))\" x$((5))y", "<3><12><x5y>" },
		{ "x=3; show $((x+1)) $(($x+1)) $((${x}2))", "<4><4><32>" },
		{ "show $((x=5)) $x", "<5><5>" },
		{ "show $(( $(print 4) * 2 ))", "<8>" },
		{ "show $(( 1 + $((2)) ))", "<3>" },
		{ "show $((${x:-7}))", "<7>" },
		{ "set -- a b; show $(($#*2))", "<4>" },
		{ "x='1 + 1'; show $(($x * 2))", "<3>" },
		{ "show $((\n1\n+\n1\n))", "<2>" },
		{ "show $(())", "<0>" },
		{ "x=4; show $((\"$x\" + \"1\"))", "<5>" },
	};

	(void)state;
	CHECK(cases);
}

static void a_pattern_keeps_what_was_quoted(void **state)
{
	static const struct expansion cases[] = {
		{ "case abc in a*) show y ;; esac", "<y>" },
		{ "case abc in 'a*') show n ;; *) show y ;; esac", "<y>" },
		{ "case 'a*' in 'a*') show y ;; esac", "<y>" },
		{ "case 'a*' in a\\*) show y ;; esac", "<y>" },
		{ "p='a*'; case abc in $p) show y ;; esac", "<y>" },
		{ "p='a*'; case abc in \"$p\") show n ;; *) show y ;; esac",
		    "<y>" },
		{ "p='\\*'; case '*' in $p) show y ;; esac", "<y>" },
		{ "p='\\*'; case '\\*' in \"$p\") show y ;; esac", "<y>" },
		{ "p='[a'; case '[ab]' in \"$p\"'b]') show y ;; esac", "<y>" },
		{ "case - in [a'-'z]) show y ;; esac", "<y>" },
		{ "case b in [a'-'z]) show n ;; *) show y ;; esac", "<y>" },
		{ "case b in [a-z]) show y ;; esac", "<y>" },
		{ "case '' in '') show y ;; esac", "<y>" },
		{ "case '' in $x) show y ;; esac", "<y>" },
		{ "x='a b'; case $x in 'a b') show y ;; esac", "<y>" },
		{ "x='a  b'; case 'a  b' in $x) show y ;; esac", "<y>" },
		{ "set -- a b; case 'a b' in \"$@\") show y ;; esac", "<y>" },
	};

	(void)state;
	CHECK(cases);
}

static void pathnames_take_the_place_of_patterns(void **state)
{
	static const struct expansion cases[] = {
		{ "show /de[v] /de'['v]", "</dev></de[v]>" },
		{ "show /dev/nul? \"/dev/nul?\" /dev/nul\\?",
		    "</dev/null></dev/nul?></dev/nul?>" },
		{ "x='/de[v]'; show $x \"$x\"", "</dev></de[v]>" },
		{ "x='/de[v] a'; show $x", "</dev><a>" },
		{ "show /de$y[v] /d\"e\"[v]", "</dev></dev>" },
		{ "show /nosuch/*", "</nosuch/*>" },
		{ "show /nosuch/'a'*\\b", "</nosuch/a*b>" },
		{ "set -f; show /de[v]", "</de[v]>" },
		{ "x='/de[v]'; y=$x; set -f; show $y", "</de[v]>" },
		{ "y=/de[v]; show \"$y\"", "</de[v]>" },
		{ "x='/\\dev'; show $x", "</\\dev>" },
		{ "x='\\/de[v]/nul?'; show ${x#?}", "</dev/null>" },
		{ "set -- '/de[v]' x; show $@ \"$@\"", "</dev><x></de[v]><x>" },
		{ "show ${x-/de[v]} \"${x-/de[v]}\"", "</dev></de[v]>" },
		{ "show [ ]", "<[><]>" },
	};

	(void)state;
	CHECK(cases);
}

static void a_declaration_is_expanded_as_an_assignment(void **state)
{
	static const char line[] =
	    "export a=~:~ b=$x 'c'=$x $y d=$x:~ $x e='~'~ x+=~";
	static const char *const expected[] = { "export", "a=/h:/h", "b=p q",
		"c=p", "q", "d=p", "q", "d=p q:/h", "p", "q", "e=~~", "x+=~" };
	struct source_string string;
	struct source source =
	    source_from_string(&string, line, sizeof line - 1);
	struct parser *parser = parser_new(&source, 1);
	struct vec fields = VEC_INIT;
	struct program *program;
	const struct node *node;

	(void)state;
	(void)set_up(NULL);
	assert_true(run_line("HOME=/h x='p q' y='d=p q'"));
	assert_int_equal(parser_next(parser, &program), PARSE_COMMAND);
	node = program->body;
	if (node->type == NODE_LIST)
		node = node->u.list.items[0].command;
	assert_true(expand_declarations(
	    &toy.sh, node->u.simple.words, node->u.simple.word_count, &fields));
	assert_int_equal(fields.count, 12);
	for (size_t i = 0; i < 12; i++)
		assert_string_equal(fields.items[i], expected[i]);
	vec_fini(&fields);
	program_release(program);
	parser_free(parser);
	(void)tear_down(NULL);
}

static void quoted_text_is_expanded_to_one_text(void **state)
{
	static const char text[] =
	    "~ '$x' \"$x\" \\$x $(print c) $((1+1)) $@ $* ${y-'a'} *";
	const struct word *word;

	(void)state;
	(void)set_up(NULL);
	assert_true(run_line("HOME=/h; x='p  q'; set -- 1 2; IFS=:"));
	word = parse_quoted_text(&toy.sh.arena, text, sizeof text - 1);
	assert_non_null(word);
	assert_string_equal(expand_quoted(&toy.sh, word),
	    "~ 'p  q' \"p  q\" $x c 2 1 2 1:2 'a' *");
	(void)tear_down(NULL);
}

static void an_error_is_one_message_and_unwinds(void **state)
{
	static const struct {
		const char *line;
		const char *error;
	} cases[] = {
		{ "show ${x?}", "x: parameter not set" },
		{ "show ${x:?}", "x: parameter null or not set" },
		{ "x=; show ${x:?}", "x: parameter null or not set" },
		{ "show ${x?is missing}", "x: is missing" },
		{ "show \"${x:?it is $y$((1+1))}\"", "x: it is 2" },
		{ "set --; show ${1?}", "1: parameter not set" },
		{ "set --; show ${@?none}", "@: none" },
		{ "set -u; show $x", "x: parameter not set" },
		{ "set -u; show \"${x}\"", "x: parameter not set" },
		{ "set -u; show ${#x}", "x: parameter not set" },
		{ "set -u; show ${x%y}", "x: parameter not set" },
		{ "set -u; show $1", "1: parameter not set" },
		{ "set -u; show $!", "!: parameter not set" },
		{ "set -u; show ${x-$y}", "y: parameter not set" },
		{ "set -u; y=$x", "x: parameter not set" },
		{ "set --; show ${1=a}", "1: cannot assign in this way" },
		{ "set --; show ${@:=a}", "@: cannot assign in this way" },
		{ "readonly r; show ${r=a}", "r: readonly variable" },
		{ "show $((1/0))", "division by zero: \"1/0\"" },
		{ "show ${x!y}", "${x!y}: bad substitution" },
		{ "show \"${x-${y?in}}\"", "y: in" },
		{ "show $(show ${x?})", "x: parameter not set" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct strbuf expected = STRBUF_INIT;
		struct captured captured;
		bool ok;

		(void)set_up(NULL);
		capture_begin(&captured);
		ok = run_line(cases[i].line);
		strbuf_addf(&expected, "jsh: %s\n", cases[i].error);
		assert_string_equal(
		    capture_end(&captured), strbuf_str(&expected));
		assert_false(ok);
		assert_int_equal(toy.sh.unwind, UNWIND_ERROR);
		assert_int_equal(toy.sh.last_status, 1);
		assert_string_equal(strbuf_str(&toy.output), "");
		strbuf_fini(&expected);
		(void)tear_down(NULL);
	}
}

static void unset_parameters_are_no_error_where_they_are_allowed(void **state)
{
	static const struct expansion cases[] = {
		{ "set -u; show ${x-d} ${x+a} ${x:-d} ${x=e}", "<d><d><e>" },
		{ "set -u; set --; show \"$@\" \"$*\" $# ${#@}", "<><0><0>" },
		{ "set -u; x=; show \"$x\"", "<>" },
	};

	(void)state;
	CHECK(cases);
}

static void a_plain_word_is_not_copied(void **state)
{
	static const char line[] = "show plain";
	struct source_string string;
	struct source source =
	    source_from_string(&string, line, sizeof line - 1);
	struct parser *parser = parser_new(&source, 1);
	struct vec fields = VEC_INIT;
	struct program *program;
	const struct node *node;

	(void)state;
	(void)set_up(NULL);
	assert_int_equal(parser_next(parser, &program), PARSE_COMMAND);
	node = program->body;
	if (node->type == NODE_LIST)
		node = node->u.list.items[0].command;
	assert_true(expand_words(&toy.sh, node->u.simple.words, 2, &fields));
	assert_ptr_equal(
	    fields.items[1], word_literal(node->u.simple.words[1]));
	vec_fini(&fields);
	program_release(program);
	parser_free(parser);
	(void)tear_down(NULL);
}

static char directory[] = "/tmp/jsh-expand-words-XXXXXX";

/* An empty directory: patterns are to match nothing by chance. */
static int enter_directory(void **state)
{
	(void)state;
	return mkdtemp(directory) && chdir(directory) == 0 ? 0 : -1;
}

static int leave_directory(void **state)
{
	(void)state;
	return chdir("/") == 0 && rmdir(directory) == 0 ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes_are_removed),
		cmocka_unit_test(
		    unquoted_values_are_split_and_quoted_ones_are_not),
		cmocka_unit_test(quoted_at_is_one_field_a_parameter),
		cmocka_unit_test(
		    unquoted_at_and_star_are_split_parameter_by_parameter),
		cmocka_unit_test(
		    quoted_star_joins_by_the_first_character_of_ifs),
		cmocka_unit_test(special_parameters_have_values),
		cmocka_unit_test(
		    a_default_takes_the_place_of_what_is_not_there),
		cmocka_unit_test(an_alternate_takes_the_place_of_what_is_there),
		cmocka_unit_test(an_assignment_gives_the_value_it_made),
		cmocka_unit_test(lengths_count_characters),
		cmocka_unit_test(patterns_trim_the_ends_of_values),
		cmocka_unit_test(a_tilde_is_a_home_directory),
		cmocka_unit_test(arithmetic_is_expanded_as_in_double_quotes),
		cmocka_unit_test(a_pattern_keeps_what_was_quoted),
		cmocka_unit_test(pathnames_take_the_place_of_patterns),
		cmocka_unit_test(a_declaration_is_expanded_as_an_assignment),
		cmocka_unit_test(quoted_text_is_expanded_to_one_text),
		cmocka_unit_test(an_error_is_one_message_and_unwinds),
		cmocka_unit_test(
		    unset_parameters_are_no_error_where_they_are_allowed),
		cmocka_unit_test(a_plain_word_is_not_copied),
	};

	return cmocka_run_group_tests_name(
	    "expand", tests, enter_directory, leave_directory);
}
