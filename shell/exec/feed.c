/*
 * feed.c - what `echo` prints into a pipeline, without a process for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/feed.h"

#include "exec/call.h"
#include "exec/exec.h"
#include "exec/inside.h"
#include "expand/effects.h"

static const char *name_of(const struct node *command)
{
	return word_literal(command->u.simple.words[0]);
}

bool feed_suits(const struct shell *sh, const struct node *command)
{
	const struct node_simple *simple = &command->u.simple;
	const struct builtin *builtin;
	const char *name;

	if (!inside_is_possible(sh) || sh->options[OPTION_PIPEFAIL] ||
	    command->type != NODE_SIMPLE || command->redirs ||
	    simple->assigns || !simple->word_count)
		return false;
	name = name_of(command);
	builtin = name ? builtin_find(sh, name) : NULL;
	if (!builtin || !builtin->only_prints || func_find(&sh->funcs, name))
		return false;
	for (size_t i = 1; i < simple->word_count; i++)
		if (word_has_effects(simple->words[i]))
			return false;
	return true;
}

int feed_run(struct shell *sh, const struct node *command, struct strbuf *text)
{
	struct inside in;
	struct out around;
	int status;

	out_divert(&sh->out, &around, true);
	inside_enter(sh, &in, command, true);
	status = exec_node(sh, command, 0);
	status = inside_leave(sh, &in, status);
	strbuf_add(text, strbuf_str(&sh->out.text), sh->out.text.len);
	out_return(&sh->out, &around);
	return status;
}

void feed_write(struct shell *sh, const struct node *command,
    const struct strbuf *text, int status)
{
	out_write(&sh->out, text->s, text->len);
	sh->leave(sh, call_finish_output(sh, name_of(command), status));
}
