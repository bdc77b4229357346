/*
 * minijobs.c - the smallest shell on the job-control core
 *
 * Reads lines of words, separated by blanks; a last word "&" means background.
 * It has jobs, fg, bg (each with an optional %spec) and exit; no quoting, no
 * pipelines. All that is hard about jobs is in shell/job, and this program links
 * nothing else but shell/base.
 *
 *     $ minijobs
 *     > sleep 60
 *     ^Z
 *     [1]+  Stopped                 sleep 60
 *     > bg
 *     > jobs
 *     [1]+  Running                 sleep 60 &
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "job/control.h"
#include "job/launch.h"
#include "job/report.h"
#include "job/sig.h"
#include "job/wait.h"

extern char **environ;

enum { WORDS_MAX = 64 };

/* Print a job's line; one that is done is then forgotten. */
static void report(struct job_control *jc, struct job *job)
{
	struct strbuf line = STRBUF_INIT;

	report_job(&line, &jc->table, job, REPORT_USERS, REPORT_NORMAL);
	(void)fputs(line.s, stdout);
	strbuf_fini(&line);
	job->changed = false;
	if (job_state(job) == JOB_DONE)
		job_table_remove(&jc->table, job);
}

/* Report all jobs, or those with news. */
static void report_all(struct job_control *jc, bool only_news)
{
	struct job *job;
	unsigned n = 0;

	(void)jobs_reap(jc);
	while ((job = job_table_next(&jc->table, n))) {
		n = job->number;
		if (!only_news || job->changed)
			report(jc, job);
	}
}

/* After its foreground wait: a stop is reported, an end is not. */
static void settle(struct job_control *jc, struct job *job)
{
	if (job_state(job) == JOB_STOPPED)
		report(jc, job);
	else
		job_table_remove(&jc->table, job);
}

/* fg and bg. */
static void resume(struct job_control *jc, const char *spec, bool foreground)
{
	struct job *job;

	if (job_find(&jc->table, spec, &job) != JOB_FOUND)
		diag("%s: no such job", spec);
	else if (foreground && job_to_foreground(jc, job))
		settle(jc, job);
	else if (foreground || !job_continue(jc, job))
		diag("%s: %s", spec, strerror(errno));
}

static void run(
    struct job_control *jc, char **words, const char *text, bool background)
{
	struct job *job = job_table_add(&jc->table, text);
	const char *search[] = { "/usr/bin/", "/bin/", "/usr/sbin/", "" };
	char path[4096];
	size_t i = 0;

	do
		(void)snprintf(path, sizeof path, "%s%s", search[i], words[0]);
	while (access(path, X_OK) < 0 && *search[i++]);
	job->foreground = !background;
	job->asynchronous = background;
	if (job_spawn(jc, job,
		&(struct spawn){ .path = path,
		    .argv = words,
		    .envp = environ,
		    .name = words[0] }) < 0) {
		diag("%s: %s", words[0], strerror(errno));
		job_table_remove(&jc->table, job);
	} else if (background) {
		job_table_list(&jc->table, job);
		(void)printf(
		    "[%u] %ld\n", job->number, (long)job_last_pid(job));
	} else {
		job_wait_foreground(jc, job);
		settle(jc, job);
	}
}

/* False at `exit`. */
static bool run_line(struct job_control *jc, char *line)
{
	char *words[WORDS_MAX + 1], *text = strdup(line), *rest = NULL;
	size_t count = 0;
	bool background, go_on = true;

	words[0] = strtok_r(line, " \t", &rest);
	while (count < WORDS_MAX && words[count])
		words[++count] = strtok_r(NULL, " \t", &rest);
	background = count > 1 && strcmp(words[count - 1], "&") == 0;
	if (background) {
		words[--count] = NULL;
		text[strcspn(text, "&") - 1] = '\0';
	}
	if (count == 0)
		go_on = true;
	else if (strcmp(words[0], "exit") == 0)
		go_on = false;
	else if (strcmp(words[0], "jobs") == 0)
		report_all(jc, false);
	else if (strcmp(words[0], "fg") == 0 || strcmp(words[0], "bg") == 0)
		resume(jc, count > 1 ? words[1] : "%%", *words[0] == 'f');
	else
		run(jc, words, text, background);
	free(text);
	return go_on;
}

int main(void)
{
	struct job_control jc;
	bool interactive = isatty(STDIN_FILENO);
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	sig_init();
	diag_set_name("minijobs");
	job_control_init(&jc);
	if (interactive) {
		sig_guard(SIGINT);
		sig_guard(SIGQUIT);
	}
	if (job_control_start(&jc, interactive) != JOB_CONTROL_ON) {
		diag("no job control: %s", strerror(errno));
		return 1;
	}
	do {
		job_control_line_ended(&jc);
		report_all(&jc, true);
		if (interactive)
			(void)fputs("> ", stdout);
		(void)fflush(stdout);
		len = getline(&line, &size, stdin);
		if (len > 0 && line[len - 1] == '\n')
			line[len - 1] = '\0';
	} while (len > 0 && run_line(&jc, line));
	free(line);
	job_control_stop(&jc);
	job_control_fini(&jc);
	return 0;
}
