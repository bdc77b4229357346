/*
 * ast.c - the syntax tree of a program: its owner
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/ast.h"

#include <stdlib.h>

#include "base/mem.h"

struct program *program_new(void)
{
	struct program *program = xmalloc(sizeof *program);

	arena_init(&program->arena);
	program->references = 1;
	program->body = NULL;
	return program;
}

struct program *program_retain(struct program *program)
{
	program->references++;
	return program;
}

void program_release(struct program *program)
{
	if (!program || --program->references > 0)
		return;
	arena_fini(&program->arena);
	free(program);
}
