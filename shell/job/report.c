/*
 * report.c - what a job's line says
 *
 * POSIX.1-2024 XCU jobs, STDOUT.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/report.h"

#include <signal.h>
#include <string.h>

#include "base/safe.h"
#include "base/signames.h"

enum { STATE_WIDTH = 24 };

static const char core_dumped[] = "(core dumped)";

static const char *stop_reason(int signo, enum report_style style)
{
	switch (signo) {
	case SIGSTOP:
		return style == REPORT_POSIX ? " (SIGSTOP)" : " (signal)";
	case SIGTTIN:
		return style == REPORT_POSIX ? " (SIGTTIN)" : " (tty input)";
	case SIGTTOU:
		return style == REPORT_POSIX ? " (SIGTTOU)" : " (tty output)";
	default:
		return style == REPORT_POSIX ? " (SIGTSTP)" : "";
	}
}

static void add_exit(struct strbuf *sb, int code, enum report_style style)
{
	if (code == 0)
		strbuf_adds(sb, "Done");
	else if (style == REPORT_POSIX)
		strbuf_addf(sb, "Done(%d)", code);
	else
		strbuf_addf(sb, "Exit %d", code);
}

/* All but "(core dumped)", which stands in a column of its own. */
static void add_state(
    struct strbuf *sb, const struct process *process, enum report_style style)
{
	switch (process->state) {
	case PROCESS_RUNNING:
		strbuf_adds(sb, "Running");
		break;
	case PROCESS_STOPPED:
		/* The rest of a list waits in a stop of its own making. */
		strbuf_addf(sb, "Stopped%s",
		    process->continues && process->code == SIGSTOP
			? ""
			: stop_reason(process->code, style));
		break;
	case PROCESS_EXITED:
		add_exit(sb, process->code, style);
		break;
	case PROCESS_SIGNALED:
		strbuf_adds(sb, signame_describe(process->code));
		break;
	}
}

static bool dumped_core(const struct process *process)
{
	return process->state == PROCESS_SIGNALED && process->core_dumped;
}

void report_state(
    struct strbuf *sb, const struct process *process, enum report_style style)
{
	add_state(sb, process, style);
	if (dumped_core(process))
		strbuf_addf(sb, " %s", core_dumped);
}

/* Whose line is it? A job whose last process ended while another one runs is
 * running all the same. */
static const struct process *process_to_tell(const struct job *job)
{
	const struct process *p;

	if (job_state(job) != JOB_RUNNING)
		return job_telling_process(job);
	for (p = job->first; p->next && p->state != PROCESS_RUNNING;
	     p = p->next)
		continue;
	return p;
}

char report_mark(const struct job_table *table, const struct job *job)
{
	if (!job->number)
		return ' ';
	if (job == job_table_current(table))
		return '+';
	return job == job_table_previous(table) ? '-' : ' ';
}

const char *report_word(const struct job *job)
{
	switch (job_state(job)) {
	case JOB_RUNNING:
		return "running";
	case JOB_STOPPED:
		return "stopped";
	case JOB_DONE:
		break;
	}
	return "done";
}

static const char *stop_words(int signo)
{
	switch (signo) {
	case SIGTSTP:
		return "tty stop";
	case SIGTTIN:
		return "tty input";
	case SIGTTOU:
		return "tty output";
	default:
		return "signal";
	}
}

void report_reason(struct strbuf *sb, const struct job *job)
{
	const struct process *p = process_to_tell(job);

	if (job_state(job) == JOB_RUNNING)
		return;
	if (p->state == PROCESS_STOPPED)
		strbuf_adds(sb, stop_words(p->code));
	else if (p->state == PROCESS_EXITED)
		strbuf_addf(sb, "exit %d", p->code);
	else
		report_state(sb, p, REPORT_USERS);
}

static void pad_state(struct strbuf *sb, size_t start)
{
	do
		strbuf_addc(sb, ' ');
	while (sb->len < start + STATE_WIDTH);
}

/* The state in its column, then the text if TEXT. */
static void add_users_state(struct strbuf *sb, const struct process *process,
    const struct job *job, bool text)
{
	size_t start = sb->len;

	add_state(sb, process, REPORT_USERS);
	if (text || dumped_core(process))
		pad_state(sb, start);
	if (dumped_core(process))
		strbuf_addf(sb, text ? "%s " : "%s", core_dumped);
	if (!text)
		return;
	safe_add(sb, job->text, strlen(job->text));
	if (job_state(job) == JOB_RUNNING && !job->foreground)
		strbuf_adds(sb, " &");
}

static void report_users(struct strbuf *sb, const struct job_table *table,
    const struct job *job, bool with_pids)
{
	const struct process *p;

	strbuf_addf(sb, "[%u]%c  ", job->number, report_mark(table, job));
	if (!with_pids) {
		add_users_state(sb, process_to_tell(job), job, true);
		strbuf_addc(sb, '\n');
		return;
	}
	for (p = job->first; p; p = p->next) {
		if (p != job->first)
			strbuf_adds(sb, "      ");
		strbuf_addf(sb, "%ld ", (long)p->pid);
		add_users_state(sb, p, job, p == job->first);
		strbuf_addc(sb, '\n');
	}
}

static void report_posix(struct strbuf *sb, const struct job_table *table,
    const struct job *job, bool with_group)
{
	strbuf_addf(sb, "[%u] %c ", job->number, report_mark(table, job));
	if (with_group)
		strbuf_addf(sb, "%ld ", (long)job_leader(job));
	report_state(sb, process_to_tell(job), REPORT_POSIX);
	strbuf_addc(sb, ' ');
	safe_add(sb, job->text, strlen(job->text));
	strbuf_addc(sb, '\n');
}

void report_job(struct strbuf *sb, const struct job_table *table,
    const struct job *job, enum report_style style, enum report_form form)
{
	if (form == REPORT_PIDS)
		strbuf_addf(sb, "%ld\n", (long)job_leader(job));
	else if (style == REPORT_POSIX)
		report_posix(sb, table, job, form == REPORT_LONG);
	else
		report_users(sb, table, job, form == REPORT_LONG);
}
