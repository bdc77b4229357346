/*
 * procfs.h - what the kernel says of a process (/proc/PID)
 *
 * proc(5).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_PROCFS_H
#define JSH_BASE_PROCFS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/strbuf.h"

struct proc_stat {
	char state; /* R S D Z T t X I */
	pid_t ppid;
	pid_t pgrp;
	pid_t session;
	int tty;     /* device number; 0 without a controlling terminal */
	pid_t tpgid; /* foreground group of that terminal; -1 without one */
	unsigned long long
	    start_ticks; /* since boot: with the pid, an identity */
};

/* False with errno when there is no such process or no /proc. */
bool proc_stat_read(pid_t pid, struct proc_stat *stat)
    __attribute__((warn_unused_result));

struct proc_usage {
	long long user_us, system_us; /* CPU time, with that of its children
					 that it has waited for */
	long peak_kib; /* its own resident memory at its highest */
};

/* What a live process has used so far. False with errno as above. */
bool proc_usage_read(pid_t pid, struct proc_usage *usage)
    __attribute__((warn_unused_result));

/* The children that PID's first thread has made: *count of them, for the caller
 * to free. None when there is no such process, or the kernel does not tell. */
pid_t *proc_children(pid_t pid, size_t *count);

/* All processes that can be seen: *count of them, for the caller to free. NULL
 * with errno when there is no /proc. */
pid_t *proc_pids(size_t *count);

/* Append the words that PID was started with, blanks between them; or its name
 * in brackets. Bytes are as the process chose them: see base/safe.h. */
void proc_command(struct strbuf *sb, pid_t pid);

#endif
