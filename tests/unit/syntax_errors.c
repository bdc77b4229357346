/*
 * syntax_errors.c - tests of syntax errors: what they say and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax_rows.h"

static const struct row unexpected[] = {
	{ "an operator without a command", "a; ; b",
	    "1:4: unexpected \";\"\n" },
	{ "the column counts from the line's start", "a\nb\n c )\nd",
	    "(a)\n(b)\n3:4: unexpected \")\"\n(d)\n" },
	{ "a pipe without a command", "a | | b",
	    "1:5: unexpected \"|\", expected a command\n" },
	{ "&& without a command", "a && ;",
	    "1:6: unexpected \";\", expected a command\n" },
	{ "a line that begins with an operator", "&& a",
	    "1:1: unexpected \"&&\"\n" },
	{ ";; outside case", "a;; b", "1:2: unexpected \";;\"\n" },
	{ ";& outside case", "a ;& b", "1:3: unexpected \";&\"\n" },
	{ "a reserved word that closes nothing", "fi",
	    "1:1: unexpected \"fi\"\n" },
	{ "each of them", "then\nelse\nelif\ndo\ndone\nesac\nin\n}",
	    "1:1: unexpected \"then\"\n2:1: unexpected \"else\"\n"
	    "3:1: unexpected \"elif\"\n4:1: unexpected \"do\"\n"
	    "5:1: unexpected \"done\"\n6:1: unexpected \"esac\"\n"
	    "7:1: unexpected \"in\"\n8:1: unexpected \"}\"\n" },
	{ "! twice", "! ! a", "1:3: unexpected \"!\", expected a command\n" },
	{ "! inside a pipeline", "a | ! b",
	    "1:5: unexpected \"!\", expected a command\n" },
	{ "nothing to time before an operator", "time | a\ntime && a\n! time",
	    "1:6: unexpected \"|\", expected a command\n"
	    "2:6: unexpected \"&&\", expected a command\n"
	    "3:7: unexpected end of file, expected a command (at end)\n" },
	{ "a word behind a compound command", "{ a; } b",
	    "1:8: unexpected \"b\"\n" },
	{ "a word that is not plain is not shown", "{ a; } \"b$c\"",
	    "1:8: unexpected word\n" },
	{ "a reserved word behind a redirection", "{ { a; } >f }",
	    "1:13: unexpected \"}\", "
	    "expected \"}\" to match \"{\" on line 1\n" },
	{ "a parenthesis behind a command", "a b (c)",
	    "1:5: unexpected \"(\"\n" },
	{ "control characters are not shown as they are", "{ a; } \033[2Jx",
	    "1:8: unexpected \"^[[2Jx\"\n" },
	{ "a long word is cut",
	    "{ a; } 1234567890123456789012345678901234567890xyz",
	    "1:8: unexpected "
	    "\"1234567890123456789012345678901234567890...\"\n" },
};

static const struct row mismatches[] = {
	{ "no command in if", "if; then b; fi",
	    "1:3: unexpected \";\", expected a command\n" },
	{ "no command in then", "if a; then\nfi",
	    "2:1: unexpected \"fi\", expected a command\n" },
	{ "no command in a group", "{ }",
	    "1:3: unexpected \"}\", expected a command\n" },
	{ "no command in a subshell", "()",
	    "1:2: unexpected \")\", expected a command\n" },
	{ "no then", "if a; fi",
	    "1:7: unexpected \"fi\", "
	    "expected \"then\" to match \"if\" on line 1\n" },
	{ "the wrong end", "if a\nthen b\ndone",
	    "3:1: unexpected \"done\", "
	    "expected \"fi\" to match \"if\" on line 1\n" },
	{ "the outer end", "while a; do\nif b; then c\ndone",
	    "3:1: unexpected \"done\", "
	    "expected \"fi\" to match \"if\" on line 2\n" },
	{ "no do", "while a; b; done",
	    "1:13: unexpected \"done\", "
	    "expected \"do\" to match \"while\" on line 1\n" },
	{ "a group in a subshell", "( { a; )",
	    "1:8: unexpected \")\", "
	    "expected \"}\" to match \"{\" on line 1\n" },
	{ "a subshell in a group", "{ (a; }",
	    "1:7: unexpected \"}\", "
	    "expected \")\" to match \"(\" on line 1\n" },
	{ "an end inside a subshell that looked like arithmetic",
	    "a $((b; fi\nc) )",
	    "1:9: unexpected \"fi\", "
	    "expected \")\" to match \"(\" on line 1\n"
	    "2:2: unexpected \")\"\n" },
	{ "an end inside $(", "a $(b; fi)",
	    "1:8: unexpected \"fi\", "
	    "expected \")\" to match \"$(\" on line 1\n" },
};

static const struct row operands[] = {
	{ "no name in for", "for 1 in a; do b; done",
	    "1:5: unexpected \"1\", expected a name\n" },
	{ "a quoted name in for", "for 'a' in b; do c; done",
	    "1:5: unexpected word, expected a name\n" },
	{ "an operator among the words of for", "for a in b & do c; done",
	    "1:12: unexpected \"&\", expected a word, \";\" or a newline\n" },
	{ "in behind a semicolon", "for a; in b; do c; done",
	    "1:8: unexpected \"in\", "
	    "expected \"do\" to match \"for\" on line 1\n" },
	{ "no word in case", "case ; in esac",
	    "1:6: unexpected \";\", expected a word\n" },
	{ "no in in case", "case a b) c;; esac",
	    "1:8: unexpected \"b\", "
	    "expected \"in\" to match \"case\" on line 1\n" },
	{ "no pattern in case", "case a in |b) c;; esac",
	    "1:11: unexpected \"|\", "
	    "expected \"esac\" to match \"case\" on line 1\n" },
	{ "no pattern behind |", "case a in b|) c;; esac",
	    "1:13: unexpected \")\", expected a pattern\n" },
	{ "no ) behind the pattern", "case a in b c) d;; esac",
	    "1:13: unexpected \"c\", expected \")\" after the pattern\n" },
	{ "no file name", "a > ; b",
	    "1:5: unexpected \";\", expected a file name\n" },
	{ "no descriptor", "a 2>&\n",
	    "1:6: unexpected newline, expected a descriptor\n" },
	{ "a number as the operand of a file operator", "a >1>b",
	    "1:4: unexpected \"1\", expected a file name\n" },
	{ "no delimiter", "a << | b",
	    "1:6: unexpected \"|\", expected a delimiter\n" },
	{ "a delimiter with a newline", "a <<'b\nc'\nd\n",
	    "2:3: here-document delimiter holds a newline\n(d)\n" },
	{ "a descriptor out of range", "a 2147483648>b",
	    "1:13: descriptor number is too large\n" },
	{ "a function without a compound command", "f() a",
	    "1:5: unexpected \"a\", expected a compound command\n" },
	{ "a function with parameters", "f(a) { b; }",
	    "1:3: unexpected \"a\", expected \")\"\n" },
	{ "a function with a bad name", "a/b() { c; }",
	    "1:4: unexpected \"(\"\n" },
	{ "a function with a quoted name", "'a'() { c; }",
	    "1:4: unexpected \"(\"\n" },
	{ "a function behind an assignment", "a=1 f() { c; }",
	    "1:6: unexpected \"(\"\n" },
};

static const struct row ends[] = {
	{ "the end inside if", "if a\nthen b\n",
	    "3:1: unexpected end of file, "
	    "expected \"fi\" to match \"if\" on line 1 (at end)\n" },
	{ "the end inside a group", "a\n{ b",
	    "(a)\n2:4: unexpected end of file, "
	    "expected \"}\" to match \"{\" on line 2 (at end)\n" },
	{ "the end behind |", "a |\n",
	    "2:1: unexpected end of file, expected a command (at end)\n" },
	{ "the end behind >", "a >",
	    "1:4: unexpected end of file, "
	    "expected a file name (at end)\n" },
	{ "an unclosed double quote", "a\nb \"c\nd",
	    "(a)\n3:2: unclosed quote \" that began on line 2 (at end)\n" },
	{ "an unclosed single quote", "'a\n\n",
	    "3:1: unclosed quote ' that began on line 1 (at end)\n" },
	{ "an unclosed dollar-single-quote", "$'a\\'",
	    "1:6: unclosed quote $' that began on line 1 (at end)\n" },
	{ "an unclosed brace", "a ${b-\nc",
	    "2:2: unclosed \"${\" that began on line 1 (at end)\n" },
	{ "an unclosed substitution", "a $(b\nc",
	    "2:2: unexpected end of file, "
	    "expected \")\" to match \"$(\" on line 1 (at end)\n" },
	{ "unclosed backquotes", "a `b\nc",
	    "2:2: unclosed command substitution \"`\" "
	    "that began on line 1 (at end)\n" },
	{ "an unclosed expression", "a $((1+\n2",
	    "2:2: unclosed \"$((\" that began on line 1 (at end)\n" },
	{ "an expression closed by half", "a $((1+2)",
	    "1:10: unclosed \"$((\" that began on line 1 (at end)\n" },
	{ "more input does not help a wrong token", "if a )",
	    "1:6: unexpected \")\", "
	    "expected \"then\" to match \"if\" on line 1\n" },
	{ "the end of backquotes is not the end of the file",
	    "a\nb `c\nif d` e\nf",
	    "(a)\n3:0: unexpected \"`\", "
	    "expected \"then\" to match \"if\" on line 3\n(f)\n" },
	{ "nor is that of a here-document", "a <<E\nb\n$(c\nE\nd",
	    "4:0: unexpected end of here-document, "
	    "expected \")\" to match \"$(\" on line 3\n(d)\n" },
	{ "an unclosed quote in a here-document's braces",
	    "a <<E\n${b-\"c\nE\nd",
	    "3:0: unclosed quote \" that began on line 2\n(d)\n" },
};

int main(void)
{
	static const struct table tables[] = {
		TABLE(unexpected),
		TABLE(mismatches),
		TABLE(operands),
		TABLE(ends),
	};

	return run_tables(
	    "errors", tables, sizeof tables / sizeof *tables, NULL);
}
