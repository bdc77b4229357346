/*
 * report_json.h - a job as JSON: jobs -j
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_REPORT_JSON_H
#define JSH_JOB_REPORT_JSON_H

#include "base/strbuf.h"
#include "job/table.h"

/*
 * Append JOB as one object, and a newline. NOW_US is clock_us(). What is
 * not known is null: the group of a job that is in the shell's own, the folder,
 * the times, what a process has used. Strings are as json_add_string() has them.
 */
void report_json(struct strbuf *sb, const struct job_table *table,
    const struct job *job, long long now_us);

#endif
