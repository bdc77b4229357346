/*
 * kill_show.c - the dry run of kill: who would be hit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/kill.h"

#include <errno.h>
#include <string.h>

#include "base/diag.h"
#include "base/safe.h"
#include "builtins/jobarg.h"

/* A process that is no member of a job belongs to it all the same, if it is in
 * its group. */
static unsigned job_number(
    const struct shell *sh, const struct tree_process *process)
{
	const struct job_table *table = &sh->jobs.table;
	const struct process *member = job_table_process(table, process->pid);

	if (!member)
		member = job_table_process(table, process->stat.pgrp);
	return member ? member->job->number : 0;
}

/* "4242 %1 sleep 60"; "-" for what is of no job. */
static void show(struct shell *sh, const struct tree_process *process)
{
	unsigned number = job_number(sh, process);
	struct strbuf command = STRBUF_INIT, line = STRBUF_INIT;

	strbuf_addf(
	    &line, number ? "%ld %%%u " : "%ld - ", (long)process->pid, number);
	proc_command(&command, process->pid);
	safe_add(&line, strbuf_str(&command), command.len);
	strbuf_addc(&line, '\n');
	out_write(&sh->out, line.s, line.len);
	strbuf_fini(&command);
	strbuf_fini(&line);
}

/* False after a message. */
static bool choose(const struct kill *kill, char **operands, struct tree *tree)
{
	struct kill_target target;
	bool all = true;

	for (; *operands; operands++) {
		if (!kill_target_find(kill->sh, *operands, &target)) {
			all = false;
		} else if (target.pid > 0 && !tree_find(tree, target.pid)) {
			diag("kill: %s: %s", *operands, strerror(ESRCH));
			all = false;
		} else {
			kill_target_choose(kill, &target, tree);
		}
	}
	return all;
}

int kill_show(const struct kill *kill, char **operands)
{
	struct tree tree;
	bool all;

	if (!tree_read(&tree)) {
		diag("kill: /proc: %s", strerror(errno));
		return 1;
	}
	all = choose(kill, operands, &tree);
	for (size_t i = 0; i < tree.count; i++)
		if (tree.all[i].chosen && !tree_is_zombie(&tree.all[i]))
			show(kill->sh, &tree.all[i]);
	tree_fini(&tree);
	return all ? 0 : 1;
}
