/*
 * report_cost.c - what a job that ended has cost, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/report_cost.h"

#include "job/account.h"

/* AMOUNT, PARTS of which are one unit, in units and tenths. */
static void add_tenths(struct strbuf *sb, long long amount, long long parts)
{
	long long tenths = amount * 10 / parts;

	strbuf_addf(sb, "%lld.%lld", tenths / 10, tenths % 10);
}

void report_duration(struct strbuf *sb, long long us)
{
	long long seconds = us / 1000000, minutes = seconds / 60;

	if (!minutes) {
		add_tenths(sb, us, 1000000);
		strbuf_adds(sb, " s");
	} else if (minutes < 60) {
		strbuf_addf(sb, "%lld min %lld s", minutes, seconds % 60);
	} else {
		strbuf_addf(sb, "%lld h %lld min", minutes / 60, minutes % 60);
	}
}

static void add_memory(struct strbuf *sb, long kib)
{
	if (kib < 1024) {
		strbuf_addf(sb, "%ld KiB", kib);
	} else if (kib < 1024 * 1024) {
		strbuf_addf(sb, "%ld MiB", kib / 1024);
	} else {
		add_tenths(sb, kib, 1024L * 1024);
		strbuf_adds(sb, " GiB");
	}
}

void report_cost(struct strbuf *sb, const struct job *job)
{
	struct usage usage = job_usage(job);

	strbuf_adds(sb, "took ");
	report_duration(sb, job_elapsed_us(job, job->ended_us));
	strbuf_adds(sb, ", CPU ");
	report_duration(sb, usage.user_us + usage.system_us);
	strbuf_adds(sb, ", ");
	add_memory(sb, usage.peak_kib);
}
