/*
 * job_invented.c - jobs of processes that never existed, for unit tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job_invented.h"

#include <stdlib.h>

int make_table(void **state)
{
	struct job_table *table = malloc(sizeof *table);

	if (!table)
		return -1;
	job_table_init(table);
	*state = table;
	return 0;
}

int free_table(void **state)
{
	job_table_fini(*state);
	free(*state);
	return 0;
}

struct job *add_job(struct job_table *table, const char *text, pid_t pid)
{
	struct job *job = job_table_add(table, text);

	(void)job_table_add_process(table, job, pid);
	job_table_list(table, job);
	return job;
}
