/*
 * report_cost.h - what a job that ended has cost, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_REPORT_COST_H
#define JSH_JOB_REPORT_COST_H

#include "base/strbuf.h"
#include "job/job.h"

/* "took 12.3 s, CPU 4.5 s, 120 MiB": the time until its end, the CPU time of all
 * its processes, the memory of the largest one. */
void report_cost(struct strbuf *sb, const struct job *job);

/* "12.3 s", "2 min 5 s", "3 h 20 min". */
void report_duration(struct strbuf *sb, long long us);

#endif
