/*
 * report_format.h - a job in the user's own form: jobs -F
 *
 *   %n number          %s state: running, stopped, done
 *   %g process group   %r reason: tty input, exit 3, Killed, ...
 *   %p leader's pid    %e elapsed time   \
 *   %P all pids        %u user CPU time   > in seconds
 *   %c mark: + - or    %k system CPU time /
 *      a blank         %m memory of the largest process, in KiB
 *   %t text            %% a %
 *   %d folder          \n \t \\
 *
 * A width between % and the letter, as in %3n, fills up with blanks on the left,
 * with - before it on the right. What is not known is "-".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_REPORT_FORMAT_H
#define JSH_JOB_REPORT_FORMAT_H

#include "base/strbuf.h"
#include "job/table.h"

/* The first item of FORMAT that is none of the above, *LEN bytes; NULL if all
 * are. */
const char *report_format_error(const char *format, size_t *len);

/* Append JOB by FORMAT, which must have passed report_format_error(). NOW_US is
 * clock_us(). Texts are made harmless for a terminal. */
void report_format(struct strbuf *sb, const struct job_table *table,
    const struct job *job, const char *format, long long now_us);

#endif
