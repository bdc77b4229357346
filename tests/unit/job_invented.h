/*
 * job_invented.h - jobs of processes that never existed, for unit tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_TESTS_JOB_INVENTED_H
#define JSH_TESTS_JOB_INVENTED_H

#include <signal.h>

#include "job/table.h"

/* Wait statuses, as Linux lays them out. */
enum {
	EXITED_0 = 0,
	EXITED_3 = 3 << 8,
	KILLED = SIGKILL,
	SEGV_WITH_CORE = SIGSEGV | 0x80,
	STOPPED_TSTP = SIGTSTP << 8 | 0x7f,
	STOPPED_STOP = SIGSTOP << 8 | 0x7f,
	STOPPED_TTIN = SIGTTIN << 8 | 0x7f,
	STOPPED_TTOU = SIGTTOU << 8 | 0x7f,
	CONTINUED = 0xffff,
	NO_PID = 99999999, /* above all that the kernel gives */
};

/* cmocka's setup and teardown: *state is an empty struct job_table. */
int make_table(void **state);
int free_table(void **state);

/* A listed job with one process. The table owns it. */
struct job *add_job(struct job_table *table, const char *text, pid_t pid);

#endif
