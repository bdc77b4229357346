/*
 * syntax_commands.c - tests of the grammar: tokens, simple and compound
 * commands, lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax_rows.h"

static const struct row lists[] = {
	{ "nothing is no command", "", "" },
	{ "blank lines and comments are no commands", "\n \t\n# a\n#b", "" },
	{ "a comment begins at a word's start only", "a #b\na#b '#' \\#",
	    "(a)\n(a#b <'#'> <\\#>)\n" },
	{ "a line is a complete command", "a\nb\n", "(a)\n(b)\n" },
	{ "a list is one complete command", "a; b;c ;\n",
	    "[list (a); (b); (c);]\n" },
	{ "& ends a command that runs in the background", "a & b&",
	    "[list (a)& (b)&]\n" },
	{ "a single background command is a list", "a &\n", "[list (a)&]\n" },
	{ "&& and || are one chain from the left", "a && b || c && d",
	    "[and [or [and (a) (b)] (c)] (d)]\n" },
	{ "newlines may follow && || and |", "a &&\n\n b || # c\n d |\n e",
	    "[or [and (a) (b)] [pipe (d) (e)]]\n" },
	{ "a pipeline has any number of commands", "a|b | c",
	    "[pipe (a) (b) (c)]\n" },
	{ "! inverts a pipeline", "! a | b && ! c",
	    "[and [! (a) (b)] [! (c)]]\n" },
	{ "! before a parenthesis needs no blank", "!(a)", "[! [sub (a)]]\n" },
	{ "! is a word elsewhere", "a !", "(a !)\n" },
	{ "operators need no blanks", "a&&b||c|d;e&f",
	    "[list [or [and (a) (b)] [pipe (c) (d)]]; (e)& (f);]\n" },
};

static const struct row timed[] = {
	{ "time is for a whole pipeline", "time a | b && c",
	    "[and [time [pipe (a) (b)]] (c)]\n" },
	{ "it is for compound commands", "time { a; }\ntime (a)",
	    "[time [group (a)]]\n[time [sub (a)]]\n" },
	{ "it has one option, and --", "time -p a\ntime -- a\ntime -p -- a",
	    "[time -p (a)]\n[time (a)]\n[time -p (a)]\n" },
	{ "with any other option it is a command", "time -v a | b",
	    "[pipe (time -v a) (b)]\n" },
	{ "what follows -- is a command", "time -- -p", "[time (-p)]\n" },
	{ "it may stand before or behind !", "time ! a\n! time a",
	    "[time [! (a)]]\n[time [! (a)]]\n" },
	{ "twice is once", "time time -p a", "[time -p (a)]\n" },
	{ "it may be all there is", "time\ntime;a\n(time)\ntime &",
	    "[time]\n[list [time]; (a);]\n[sub [time]]\n[list [time]&]\n" },
	{ "inside a pipeline it is a command", "a | time b",
	    "[pipe (a) (time b)]\n" },
	{ "quoted or behind something else it is a command",
	    "'time' a\nb=1 time\n>f time",
	    "(<'time'> a)\n(b=1 time)\n(time 1>:f)\n" },
	{ "it is a word elsewhere", "a time; for time in time; do time a; done",
	    "[list (a time); [for time in time [time (a)]];]\n" },
};

static const struct row assignments[] = {
	{ "assignments come before the command name", "a=1 b= c d=2",
	    "(a=1 b= c d=2)\n" },
	{ "they may be all there is", "a=1 b=2", "(a=1 b=2)\n" },
	{ "the value is a word", "a='x y'$b\"c\" d",
	    "(a=<'x y'><$b><\"c\"> d)\n" },
	{ "the value may hold an equals sign", "a=b=c", "(a=b=c)\n" },
	{ "the name must be a name", "1a=b -a=c =d a.b=e",
	    "(1a=b -a=c =d a.b=e)\n" },
	{ "the name must not be quoted", "a'b'=c", "(a<'b'>=c)\n" },
	{ "nor the equals sign", "a\\=b", "(a<\\=>b)\n" },
	{ "they mix with redirections", "a=1 >f b=2 c", "(a=1 b=2 c 1>:f)\n" },
};

static const struct row redirections[] = {
	{ "all operators", "<a >b >|c >>d <>e <&f >&g",
	    "( 0<:a 1>:b 1>|:c 1>>:d 0<>:e 0<&:f 1>&:g)\n" },
	{ "a number right before it is the descriptor", "2>a 10<b 03>&1",
	    "( 2!>:a 10!<:b 3!>&:1)\n" },
	{ "a number with a blank behind it is a word", "a 2 >b",
	    "(a 2 1>:b)\n" },
	{ "a number that is part of a word is none", "a2>b a-2>c",
	    "(a2 a-2 1>:b 1>:c)\n" },
	{ "a quoted number is a word", "\\2>a '2'>b",
	    "(<\\2> <'2'> 1>:a 1>:b)\n" },
	{ "they stand anywhere in a simple command", ">a b <c d 2>&1",
	    "(b d 1>:a 0<:c 2!>&:1)\n" },
	{ "a blank may come before the operand", "a > b >& - <& '3'",
	    "(a 1>:b 1>&:- 0<&:<'3'>)\n" },
	{ "a number between two operators is the operand of the first",
	    "a 2>&1>b <&3<c", "(a 2!>&:1 1>:b 0<&:3 0<:c)\n" },
	{ "the operand may be any word", "a > if >$b$(c)",
	    "(a 1>:if 1>:<$b><$((c))>)\n" },
	{ "compound commands have them", "{ a; } >b 2>&1 <c",
	    "[group (a) 1>:b 2!>&:1 0<:c]\n" },
};

static const struct row reserved[] = {
	{ "they are words as arguments", "a if then { } ! case in esac",
	    "(a if then { } ! case in esac)\n" },
	{ "they are words when quoted", "\\if 'then' \"{\"",
	    "(<\\i>f <'then'> <\"{\">)\n" },
	{ "they are words behind an assignment", "a=1 if b", "(a=1 if b)\n" },
	{ "they are words behind a redirection", ">f if b", "(if b 1>:f)\n" },
	{ "they are reserved behind each other", "if ! { a; } then b; fi",
	    "[if [! [group (a)]] (b)]\n" },
	{ "they are reserved behind )", "{ (a) }", "[group [sub (a)]]\n" },
	{ "part of a word is not reserved", "ifx; {a; }b",
	    "[list (ifx); ({a); (}b);]\n" },
	{ "in is reserved third in for and case only",
	    "for in in in; do in=1; done; case in in in) a in;; esac",
	    "[list [for in in in (in=1)]; [case in in)(a in);;];]\n" },
};

static const struct row compounds[] = {
	{ "a group", "{ a; b & }", "[group [list (a); (b)&]]\n" },
	{ "a subshell", "(a;b)", "[sub [list (a); (b);]]\n" },
	{ "subshells in subshells", "( (a) )", "[sub [sub (a)]]\n" },
	{ "subshells without blanks", "((a)|(b))",
	    "[sub [pipe [sub (a)] [sub (b)]]]\n" },
	{ "newlines inside", "{\n\na\n\nb\n}\n(\nc\n)",
	    "[group [list (a); (b);]]\n[sub (c)]\n" },
	{ "if", "if a; then b; fi", "[if (a) (b)]\n" },
	{ "if and else", "if a; then b; else c; fi",
	    "[if (a) (b) else (c)]\n" },
	{ "if and elif", "if a; then b; elif c; then d; else e; fi",
	    "[if (a) (b) elif [if (c) (d) else (e)]]\n" },
	{ "else and if is not elif", "if a; then b; else if c; then d; fi; fi",
	    "[if (a) (b) else [if (c) (d)]]\n" },
	{ "if on lines", "if\na\nthen\nb\nelif\nc\nthen\nd\nelse\ne\nfi",
	    "[if (a) (b) elif [if (c) (d) else (e)]]\n" },
	{ "lists in all places", "if a; b; then c & else d && e; fi",
	    "[if [list (a); (b);] [list (c)&] else [and (d) (e)]]\n" },
	{ "while", "while a; do b; done", "[while (a) (b)]\n" },
	{ "until", "until a\ndo b\ndone", "[until (a) (b)]\n" },
	{ "redirections of if, while, for and case",
	    "if a; then b; fi >c\nwhile a; do b; done <c\n"
	    "for a; do b; done 2>c\ncase a in esac >>c\n(a) >&2",
	    "[if (a) (b) 1>:c]\n[while (a) (b) 0<:c]\n"
	    "[for a (b) 2!>:c]\n[case a 1>>:c]\n[sub (a) 1>&:2]\n" },
	{ "they are commands of a pipeline", "a | while b; do c; done | { d; }",
	    "[pipe (a) [while (b) (c)] [group (d)]]\n" },
};

static const struct row loops[] = {
	{ "for over words", "for i in 1 '2 3' $x; do a; done",
	    "[for i in 1 <'2 3'> <$x> (a)]\n" },
	{ "for over no words", "for i in; do a; done", "[for i in (a)]\n" },
	{ "for over the parameters", "for i do a; done", "[for i (a)]\n" },
	{ "with a semicolon", "for i; do a; done", "[for i (a)]\n" },
	{ "with a semicolon and newlines", "for i;\n\ndo a; done",
	    "[for i (a)]\n" },
	{ "with a newline", "for i\ndo a; done", "[for i (a)]\n" },
	{ "in may be on its own line", "for i\n\nin 1 2\n\ndo a\ndone",
	    "[for i in 1 2 (a)]\n" },
	{ "reserved words among the words", "for i in do done in; do a; done",
	    "[for i in do done in (a)]\n" },
	{ "case with two items", "case $x in a) b;; c|d) e;; esac",
	    "[case <$x> a)(b);; c|d)(e);;]\n" },
	{ "case without items", "case x in esac\ncase x in\n\nesac",
	    "[case x]\n[case x]\n" },
	{ "items with a parenthesis", "case x in (a) b;; (c | d) e;; esac",
	    "[case x a)(b);; c|d)(e);;]\n" },
	{ "the last item needs no ;;", "case x in a) b;; c) d\nesac",
	    "[case x a)(b);; c)(d);;]\n" },
	{ "nor a command", "case x in a) b;; c) esac",
	    "[case x a)(b);; c);;]\n" },
	{ "items without commands", "case x in a) ;; b) \n;; c);; esac",
	    "[case x a);; b);; c);;]\n" },
	{ ";& falls through", "case x in a) b;& c) d;& e) ;& esac",
	    "[case x a)(b);& c)(d);& e);&]\n" },
	{ "newlines around items",
	    "case x\nin\n\na)\n\nb\nc\n\n;;\n\n(d)\n;;\nesac",
	    "[case x a)[list (b); (c);];; d);;]\n" },
	{ "esac is a pattern behind a parenthesis",
	    "case x in (esac) a;; b|esac) c;; esac",
	    "[case x esac)(a);; b|esac)(c);;]\n" },
	{ "other reserved words are patterns",
	    "case if in if) a;; then|in) b;; esac",
	    "[case if if)(a);; then|in)(b);;]\n" },
	{ "patterns are words", "case a in 'b c'*) d;; \"$e\"|?[f-g]) h;; esac",
	    "[case a <'b c'>*)(d);; <\"<$e>\">|?[f-g])(h);;]\n" },
	{ "a background command before ;;", "case x in a) b & ;; esac",
	    "[case x a)[list (b)&];;]\n" },
};

static const struct row functions[] = {
	{ "a group", "f() { a; }", "[fun f [group (a)]]\n" },
	{ "blanks and newlines", "f ( )\n\n{ a; }", "[fun f [group (a)]]\n" },
	{ "any compound command",
	    "f() (a)\ng() if a; then b; fi\nh() for i; do a; done",
	    "[fun f [sub (a)]]\n[fun g [if (a) (b)]]\n"
	    "[fun h [for i (a)]]\n" },
	{ "redirections belong to the body", "f() { a; } >b 2>&1",
	    "[fun f [group (a) 1>:b 2!>&:1]]\n" },
	{ "functions in functions", "f() { g() { a; }; g; }",
	    "[fun f [group [list [fun g [group (a)]]; (g);]]]\n" },
	{ "names that other shells allow", "a-b.c() { d; }",
	    "[fun a-b.c [group (d)]]\n" },
	{ "in a list", "f() { a; }; f && g() { b; } | c",
	    "[list [fun f [group (a)]]; "
	    "[and (f) [pipe [fun g [group (b)]] (c)]];]\n" },
};

int main(void)
{
	static const struct table tables[] = {
		TABLE(lists),
		TABLE(timed),
		TABLE(assignments),
		TABLE(redirections),
		TABLE(reserved),
		TABLE(compounds),
		TABLE(loops),
		TABLE(functions),
	};

	return run_tables(
	    "commands", tables, sizeof tables / sizeof *tables, NULL);
}
