/*
 * syntax_heredocs.c - tests of here-documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax_rows.h"

static const struct row bodies[] = {
	{ "the body goes up to its delimiter", "a <<E\nb\nc\nE\nd",
	    "(a 0<<:E{b\nc\n})\n(d)\n" },
	{ "it may be empty", "a <<E\nE\n", "(a 0<<:E{})\n" },
	{ "the rest of the line is commands", "a <<E | b; c\nx\nE\n",
	    "[list [pipe (a 0<<:E{x\n}) (b)]; (c);]\n" },
	{ "a descriptor may be given", "a 3<<E\nb\nE\n", "(a 3!<<:E{b\n})\n" },
	{ "several bodies follow in order",
	    "a <<E <<F; b <<E\n1\nE\n2\nF\n3\nE\nc",
	    "[list (a 0<<:E{1\n} 0<<:F{2\n}); (b 0<<:E{3\n});]\n(c)\n" },
	{ "the delimiter must be all of the line", "a <<E\nE \n E\nEE\nE\n",
	    "(a 0<<:E{E \n E\nEE\n})\n" },
	{ "carriage returns are part of the line", "a <<E\r\nb\r\nE\r\nc",
	    "(a 0<<:E\r{b\r\n})\n(c)\n" },
	{ "a comment may follow on the line", "a <<E # b\nc\nE\n",
	    "(a 0<<:E{c\n})\n" },
	{ "at the end of input it is what there is", "a <<E\nb\nc",
	    "(a 0<<:E{b\nc\n})\n" },
	{ "also when nothing is there", "a <<E", "(a 0<<:E{})\n" },
	{ "the delimiter may lack its newline", "a <<E\nb\nE",
	    "(a 0<<:E{b\n})\n" },
	{ "a newline in quotes does not begin the body", "a <<E 'b\nc'\nd\nE\n",
	    "(a <'b\nc'> 0<<:E{d\n})\n" },
	{ "a continued line does not either", "a <<E \\\nb\nc\nE\n",
	    "(a b 0<<:E{c\n})\n" },
};

static const struct row expansions[] = {
	{ "expansions are expanded", "a <<E\n$b ${c} $(d) `e` $((1))\nE\n",
	    "(a 0<<:E{<$b> <{c}> <$((d))> <`(e)`> <((1))>\n})\n" },
	{ "quotes are text", "a <<E\n'b' \"c\" $'d' \\\"\nE\n",
	    "(a 0<<:E{'b' \"c\" $'d' \\\"\n})\n" },
	{ "a backslash quotes $ ` and itself",
	    "a <<E\n\\$b \\`c \\\\d \\e\nE\n",
	    "(a 0<<:E{<\\$>b <\\`>c <\\\\>d \\e\n})\n" },
	{ "in braces double quotes quote, single ones do not",
	    "a <<E\n${b-\"c\"'d'}\nE\n", "(a 0<<:E{<{b-<\"c\">'d'}>\n})\n" },
	{ "in backquotes they are the command's", "a <<E\n`b \"c\" \\\"`\nE\n",
	    "(a 0<<:E{<`(b <\"c\"> <\\\">)`>\n})\n" },
	{ "expansions may span lines", "a <<E\n$(b\nc)\nE\n",
	    "(a 0<<:E{<$([list (b); (c);])>\n})\n" },
	{ "lines are continued", "a <<E\nb\\\nc\nE\n", "(a 0<<:E{bc\n})\n" },
	{ "a continued line hides the delimiter", "a <<E\nb\\\nE\nE\n",
	    "(a 0<<:E{bE\n})\n" },
	{ "the delimiter itself may be continued", "a <<EOF\nb\nE\\\nOF\nc",
	    "(a 0<<:EOF{b\n})\n(c)\n" },
	{ "an escaped backslash continues no line", "a <<E\nb\\\\\nE\n",
	    "(a 0<<:E{b<\\\\>\n})\n" },
	{ "a backslash at the very end stands for itself", "a <<E\nb\\",
	    "(a 0<<:E{b<\\\\>\n})\n" },
};

static const struct row quoted[] = {
	{ "a quoted delimiter makes the body text",
	    "a <<'E'\n$b `c` \\$ \\\nd\nE\n",
	    "(a 0<<:<'E'>{<'$b `c` \\$ \\\nd\n'>})\n" },
	{ "any quoting does", "a <<\\E <<E\"\"F <<$'G'\n$1\nE\n$2\nEF\n$3\nG\n",
	    "(a 0<<:<\\E>{<'$1\n'>} 0<<:E<\"\">F{<'$2\n'>} "
	    "0<<:<$'G'>{<'$3\n'>})\n" },
	{ "its empty body has no part", "a <<'E'\nE\n", "(a 0<<:<'E'>{})\n" },
	{ "the delimiter may hold blanks", "a <<'b c'\nb\nb c\n",
	    "(a 0<<:<'b c'>{<'b\n'>})\n" },
	{ "the delimiter may be empty", "a <<''\nb\n\nc",
	    "(a 0<<:<''>{<'b\n'>})\n(c)\n" },
	{ "the delimiter is not expanded", "a <<$b\nc\n$b\nd",
	    "(a 0<<:<$b>{c\n})\n(d)\n" },
};

static const struct row tabs[] = {
	{ "<<- takes tabs away", "a <<-E\n\tb\n\t\tc\n \td\n\tE\ne",
	    "(a 0<<-:E{b\nc\n \td\n})\n(e)\n" },
	{ "also with a quoted delimiter", "a <<-'E'\n\tb\\\n\t$c\n\tE\n",
	    "(a 0<<-:<'E'>{<'b\\\n$c\n'>})\n" },
	{ "tabs behind a continuation stay", "a <<-E\n\tb\\\n\tc\nE\n",
	    "(a 0<<-:E{b\tc\n})\n" },
	{ "<< keeps them", "a <<E\n\tb\n\tE\nE\n", "(a 0<<:E{\tb\n\tE\n})\n" },
	{ "a delimiter's own tabs do not matter", "a <<-'\tE'\n\tb\n\tE\nc",
	    "(a 0<<-:<'\tE'>{<'b\n'>})\n(c)\n" },
};

static const struct row nested[] = {
	{ "in a loop", "while a <<E; do\nb\nE\nc; done",
	    "[while (a 0<<:E{b\n}) (c)]\n" },
	{ "behind a compound command", "{ a\n} <<E | b\nc\nE\n",
	    "[pipe [group (a) 0<<:E{c\n}] (b)]\n" },
	{ "before a newline that the grammar allows", "a <<E &&\nb\nE\nc |\nd",
	    "[and (a 0<<:E{b\n}) [pipe (c) (d)]]\n" },
	{ "in a case", "case x in\na) b <<E ;;\nc\nE\nd) ;; esac",
	    "[case x a)(b 0<<:E{c\n});; d);;]\n" },
	{ "in a command substitution", "a $(b <<E\nc\nE\n) d",
	    "(a <$((b 0<<:E{c\n}))> d)\n" },
	{ "in double quotes", "a \"$(b <<E\nc \"\nE\n)\"",
	    "(a <\"<$((b 0<<:E{c \"\n}))>\">)\n" },
	{ "in backquotes", "a `b <<E\n\\\\$c\nE\n`",
	    "(a <`(b 0<<:E{<\\$>c\n})`>)\n" },
	{ "inside and outside of one", "a <<E $(b <<F\nc\nF\n)\nd\nE\n",
	    "(a <$((b 0<<:F{c\n}))> 0<<:E{d\n})\n" },
	{ "one whose body comes behind the substitution",
	    "a <<E $(b <<F) <<G\n1\nE\n2\nF\n3\nG\n",
	    "(a <$((b 0<<:F{2\n}))> 0<<:E{1\n} 0<<:G{3\n})\n" },
	{ "in the body of another", "a <<E\n$(b <<F\nc\nF\n)\nE\n",
	    "(a 0<<:E{<$((b 0<<:F{c\n}))>\n})\n" },
	{ "one in the body of another must have its end there",
	    "a <<E\n$(b <<F)\nE\na <<E\n`b <<F\nc`\nF\nE\n",
	    "3:0: unclosed here-document in another that began on line 3\n"
	    "6:0: unclosed here-document in another that began on line 6\n" },
	{ "one in backquotes may end with them", "`b <<F\nc`",
	    "(<`(b 0<<:F{c\n})`>)\n" },
	{ "the delimiter inside an expansion ends the body",
	    "a <<E\n${b-\nE\nc",
	    "3:0: unclosed \"${\" that began on line 2\n(c)\n" },
};

int main(void)
{
	static const struct table tables[] = {
		TABLE(bodies),
		TABLE(expansions),
		TABLE(quoted),
		TABLE(tabs),
		TABLE(nested),
	};

	return run_tables(
	    "here-documents", tables, sizeof tables / sizeof *tables, NULL);
}
