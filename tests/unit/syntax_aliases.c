/*
 * syntax_aliases.c - tests of alias substitution
 *
 * POSIX.1-2024 XCU 2.3.1 Alias Substitution.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "syntax_rows.h"

static const char *find(void *ctx, const char *name)
{
	static const char *const aliases[][2] = {
		{ "e", "echo" },
		{ "ee", "e x" },
		{ "es", "echo " },
		{ "ess", "es" },
		{ "et", "echo\t" },
		{ "self", "self x" },
		{ "loop1", "loop2 a" },
		{ "loop2", "loop1 b" },
		{ "empty", "" },
		{ "blank", " " },
		{ "cond", "if true; then" },
		{ "open", "{ " },
		{ "close", "}" },
		{ "quote", "echo 'a" },
		{ "quote2", "quote" },
		{ "esc", "echo \\" },
		{ "andand", "true &&" },
		{ "and", "true &" },
		{ "out", "a >" },
		{ "digits", "12" },
		{ "12", "12 x" },
		{ "assign", "v=1" },
		{ "two", "one\nsecond" },
		{ "two_and", "one\nsecond " },
		{ "here", "cat <<E\nbody\nE" },
		{ "here_open", "cat <<E" },
		{ "comment", "echo # " },
		{ "if", "echo reserved" },
		{ "fi", "echo reserved" },
		{ "do", "echo reserved" },
		{ "number", "echo 2" },
		{ "sub", "echo $(" },
		{ "nested", "`nested`" },
		{ "dollar", "echo $" },
		{ "bang", "! " },
		{ "semi", "a;" },
		{ "func", "name" },
		{ "time!%,@-", "odd" },
		{ NULL, NULL },
	};

	(void)ctx;
	for (size_t i = 0; aliases[i][0]; i++) {
		if (strcmp(aliases[i][0], name) == 0)
			return aliases[i][1];
	}
	return NULL;
}

static const struct row places[] = {
	{ "a command name is substituted", "e a", "(echo a)\n" },
	{ "an argument is not", "a e", "(a e)\n" },
	{ "a quoted name is not", "\\e 'e' \"e\"; 'e'; e\"\"",
	    "[list (<\\e> <'e'> <\"e\">); (<'e'>); (e<\"\">);]\n" },
	{ "a name with an expansion is not", "e$x", "(e<$x>)\n" },
	{ "a continued name is", "e\\\ns a", "(echo a)\n" },
	{ "a name may hold other characters", "time!%,@-", "(odd)\n" },
	{ "after each operator and reserved word", "e; e & e && e || e | e",
	    "[list (echo); (echo)& [or [and (echo) (echo)] "
	    "[pipe (echo) (echo)]];]\n" },
	{ "in compound commands", "{ e; }; (e); while e; do e; done; ! e",
	    "[list [group (echo)]; [sub (echo)]; "
	    "[while (echo) (echo)]; [! (echo)];]\n" },
	{ "on the next line", "a &&\ne", "[and (a) (echo)]\n" },
	{ "in substitutions", "a $(e) `e`", "(a <$((echo))> <`(echo)`>)\n" },
	{ "in the words of for it is not", "for e in e; do a; done",
	    "[for e in e (a)]\n" },
	{ "in case it is not", "case e in e) a;; esac", "[case e e)(a);;]\n" },
	{ "behind an assignment", "v=1 e a", "(v=1 echo a)\n" },
	{ "behind a redirection", ">f e a", "(echo a 1>:f)\n" },
	{ "the file of a redirection is not", "<e a", "(a 0<:e)\n" },
	{ "the value is substituted again", "ee a", "(echo x a)\n" },
	{ "not by itself", "self a", "(self x a)\n" },
	{ "nor in a circle", "loop1 c", "(loop1 b a c)\n" },
	{ "nor inside its own substitution", "nested", "(<`(nested)`>)\n" },
	{ "an alias may be used again later", "self; self",
	    "[list (self x); (self x);]\n" },
};

static const struct row blanks[] = {
	{ "a final blank makes the next word an alias", "es e a",
	    "(echo echo a)\n" },
	{ "a final tab also", "et e a", "(echo echo a)\n" },
	{ "and so on", "es es e e", "(echo echo echo e)\n" },
	{ "also from an alias inside", "ess e", "(echo echo)\n" },
	{ "a word that is none ends it", "es a e", "(echo a e)\n" },
	{ "a quoted word is none", "es 'e'", "(echo <'e'>)\n" },
	{ "the word may be far away", "es \\\n  e", "(echo echo)\n" },
	{ "it may be a file name", "es >e", "(echo 1>:e)\n" },
	{ "an operator is in between", "es ;e", "[list (echo); (echo);]\n" },
	{ "not by itself inside its value", "es self", "(echo self x)\n" },
	{ "a reserved word that is an argument", "es if",
	    "(echo echo reserved)\n" },
	{ "a blank alias", "blank e", "(echo)\n" },
};

static const struct row values[] = {
	{ "an empty value leaves the next word a command", "empty e a",
	    "(echo a)\n" },
	{ "an empty value alone is no command", "empty\na", "(a)\n" },
	{ "a value may be reserved words", "cond a; fi", "[if (true) (a)]\n" },
	{ "a value may open a group", "open e; close", "[group (echo)]\n" },
	{ "a value may end in an operator", "andand e",
	    "[and (true) (echo)]\n" },
	{ "a value may be an assignment", "assign e", "(v=1 echo)\n" },
	{ "a value may be !", "bang e", "[! (echo)]\n" },
	{ "a value may end a command", "semi b", "[list (a); (b);]\n" },
	{ "a value may open a quote", "quote b'", "(echo <'a b'>)\n" },
	{ "a quote of a value in a value", "quote2\n'", "(echo <'a\n'>)\n" },
	{ "a value may end in a backslash", "esc;b", "(echo <\\;>b)\n" },
	{ "a newline after that is a continuation", "esc\nb", "(echo b)\n" },
	{ "an operator may begin in it", "and& b", "[and (true) (b)]\n" },
	{ "a redirection may begin in it", "out| f", "(a 1>|:f)\n" },
	{ "a value may be a number that is an alias", "digits >f",
	    "(12 x 1>:f)\n" },
	{ "a value may open a substitution", "sub b)", "(echo <$((b))>)\n" },
	{ "a dollar sign at its end is one", "dollar x", "(echo $ x)\n" },
	{ "a number at its end is no descriptor", "number>f",
	    "(echo 2 1>:f)\n" },
	{ "a comment in it hides the rest of the line", "comment a\nb",
	    "(echo)\n(b)\n" },
	{ "a newline in it ends a command", "two x", "(one)\n(second x)\n" },
	{ "a final blank counts behind it", "two_and e",
	    "(one)\n(second echo)\n" },
	{ "a here-document may be in it", "here\na",
	    "(cat 0<<:E{body\n})\n(a)\n" },
	{ "a here-document may begin in it", "here_open; e\nx\nE\na",
	    "[list (cat 0<<:E{x\n}); (echo);]\n(a)\n" },
	{ "a value may be the name of a function", "func() { e; }",
	    "[fun name [group (echo)]]\n" },
};

static const struct row reserved[] = {
	{ "a reserved word is none where it is reserved", "if a; then b; fi",
	    "[if (a) (b)]\n" },
	{ "also behind a final blank", "open if a; then b; fi; }",
	    "[group [if (a) (b)]]\n" },
	{ "do is none in for", "for i\ndo a; done; for i in b; do a; done",
	    "[list [for i (a)]; [for i in b (a)];]\n" },
	{ "it is one where it would not be reserved", "v=1 if",
	    "(v=1 echo reserved)\n" },
};

static const struct row errors[] = {
	{ "the column is that of the alias", "a; ee (",
	    "1:7: unexpected \"(\"\n" },
	{ "also inside its value", "a; cond )",
	    "1:9: unexpected \")\", expected a command\n" },
	{ "the rest of the value is dropped after an error", "a ) two\nb",
	    "1:3: unexpected \")\"\n(b)\n" },
};

int main(void)
{
	static const struct table tables[] = {
		TABLE(places),
		TABLE(blanks),
		TABLE(values),
		TABLE(reserved),
		TABLE(errors),
	};

	return run_tables(
	    "aliases", tables, sizeof tables / sizeof *tables, find);
}
