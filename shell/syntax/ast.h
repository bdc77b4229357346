/*
 * ast.h - the syntax tree of a program: immutable after the parser
 *
 * One arena and one reference count for each program; a function keeps its
 * program alive. Execution never writes to a node.
 *
 * POSIX.1-2024 XCU 2.9 Shell Commands, 2.10 Shell Grammar.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_AST_H
#define JSH_SYNTAX_AST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "syntax/word.h"

enum redir_type {
	REDIR_INPUT,      /* <   */
	REDIR_OUTPUT,     /* >   */
	REDIR_CLOBBER,    /* >|  */
	REDIR_APPEND,     /* >>  */
	REDIR_READ_WRITE, /* <>  */
	REDIR_DUP_INPUT,  /* <&  */
	REDIR_DUP_OUTPUT, /* >&  */
	REDIR_HERE,       /* <<  */
	REDIR_HERE_TABS,  /* <<- */
};

struct redir {
	enum redir_type type;
	int fd;                  /* as typed, or the operator's default */
	bool fd_typed;           /* "2>" and not ">" */
	const struct word *word; /* file, descriptor or "-"; for a
				    here-document its delimiter as typed */
	const struct word *here; /* its body; parts as in "..." unless the
				    delimiter was quoted: then one SINGLE, or
				    no part when it is empty */
	int line;
	const struct redir *next;
};

struct assign {
	const char *name;
	const struct word *value; /* no parts for "x=" */
	const struct assign *next;
};

enum node_type {
	NODE_SIMPLE,
	NODE_PIPELINE, /* two commands or more, or "!" before one */
	NODE_TIME,     /* time before a pipeline */
	NODE_AND_OR,   /* left && right, left || right */
	NODE_LIST,     /* items ended by ; & or newline */
	NODE_GROUP,    /* { list; } */
	NODE_SUBSHELL, /* ( list ) */
	NODE_FOR,
	NODE_CASE,
	NODE_IF,
	NODE_WHILE, /* and until */
	NODE_FUNCTION,
};

struct node_simple {
	const struct assign *assigns;
	const struct word *const *words; /* NULL-terminated */
	size_t word_count;
};

struct node_pipeline {
	const struct node *const *commands; /* NULL-terminated */
	size_t count;
	bool negate; /* "!" */
};

struct node_time {
	const struct node *pipeline; /* NULL: nothing but "time" */
	bool posix_format;           /* -p */
};

struct node_and_or {
	const struct node *left;
	const struct node *right;
	bool is_or;
};

struct list_item {
	const struct node *command;
	bool background; /* ended by & */
};

struct node_list {
	const struct list_item *items; /* at least one */
	size_t count;
};

struct node_for {
	const char *name;
	bool has_in;                     /* without "in": over "$@" */
	const struct word *const *words; /* NULL-terminated */
	size_t word_count;
	const struct node *body;
};

struct case_item {
	const struct word *const *patterns; /* NULL-terminated */
	const struct node *body;            /* may be NULL */
	bool falls_through;                 /* ended by ;& */
	const struct case_item *next;
};

struct node_case {
	const struct word *subject;
	const struct case_item *items;
};

struct node_if {
	const struct node *condition;
	const struct node *then_part;
	const struct node *else_part; /* NULL, or NODE_IF for elif */
	bool else_is_elif;
};

struct node_while {
	const struct node *condition;
	const struct node *body;
	bool until;
};

struct node_function {
	const char *name;
	const struct node *body; /* a compound command, redirections and all */
};

struct node {
	enum node_type type;
	int line;                   /* where it began; from 1 */
	const struct redir *redirs; /* of simple and compound commands */
	union {
		struct node_simple simple;
		struct node_pipeline pipeline;
		struct node_time time;
		struct node_and_or and_or;
		struct node_list list;
		const struct node *group; /* GROUP and SUBSHELL */
		struct node_for for_loop;
		struct node_case case_of;
		struct node_if if_then;
		struct node_while while_loop;
		struct node_function function;
	} u;
};

struct program {
	struct arena arena;
	int references;
	const struct node *body; /* NULL: only blanks and comments */
};

struct program *program_new(void); /* with one reference */
struct program *program_retain(struct program *program);
void program_release(struct program *program); /* NULL is allowed */

#endif
