/*
 * job_fixture.c - what the tests of the job core share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job_fixture.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/procfs.h"
#include "base/signames.h"
#include "job/sig.h"
#include "job/wait.h"

extern char **environ;

static void write_down_wait(struct strbuf *trail, int wait_status)
{
	if (WIFEXITED(wait_status))
		strbuf_addf(trail, "wait:exit%d ", WEXITSTATUS(wait_status));
	else if (WIFSIGNALED(wait_status))
		strbuf_addf(trail, "wait:%s ", signame(WTERMSIG(wait_status)));
	else if (WIFSTOPPED(wait_status))
		strbuf_addf(
		    trail, "wait:stop%s ", signame(WSTOPSIG(wait_status)));
	else
		strbuf_adds(trail, "wait:cont ");
}

static void write_down(void *ctx, const struct observation *seen)
{
	struct strbuf *trail = ctx;

	switch (seen->what) {
	case OBSERVED_FORK:
		strbuf_adds(trail, "fork ");
		break;
	case OBSERVED_SETPGID:
		strbuf_adds(trail, "setpgid ");
		break;
	case OBSERVED_TTY_GIVEN:
		strbuf_addf(trail, "tty:%s ",
		    seen->pgid == getpgrp() ? "shell" : "job");
		break;
	case OBSERVED_SIGNAL:
		strbuf_addf(trail, "%s:%s ", seen->pgid ? "group" : "process",
		    signame(seen->number));
		break;
	case OBSERVED_WAIT:
		write_down_wait(trail, seen->number);
		break;
	case OBSERVED_MODES_SAVED:
		strbuf_adds(trail, "saved ");
		break;
	case OBSERVED_MODES_RESTORED:
		strbuf_adds(trail, "restored ");
		break;
	case OBSERVED_MODES_REPAIRED:
		strbuf_adds(trail, "repaired ");
		break;
	case OBSERVED_MODES_ADOPTED:
		strbuf_adds(trail, "adopted ");
		break;
	}
}

void fixture_init(struct fixture *fixture)
{
	sig_init();
	job_control_init(&fixture->jc);
	strbuf_init(&fixture->trail);
	fixture->observer = (struct observer){ write_down, &fixture->trail };
	fixture->jc.observer = &fixture->observer;
}

void fixture_fini(struct fixture *fixture)
{
	struct job *job;

	/* No process outlives its test. */
	for (job = fixture->jc.table.first; job; job = job->next_in_table)
		if (job_signal(&fixture->jc, job, SIGKILL))
			while (job_is_alive(job))
				(void)jobs_wait_step(&fixture->jc, -1, -1);
	job_control_fini(&fixture->jc);
	strbuf_fini(&fixture->trail);
}

int fixture_make(void **state)
{
	struct fixture *fixture = xcalloc(1, sizeof *fixture);

	fixture_init(fixture);
	*state = fixture;
	return 0;
}

int fixture_free(void **state)
{
	fixture_fini(*state);
	free(*state);
	return 0;
}

static pid_t spawn_script(struct fixture *fixture, struct job *job,
    const char *script, const struct fd_action *actions, size_t count)
{
	char *copy = xstrdup(script);
	char sh[] = "sh", c[] = "-c";
	char *argv[] = { sh, c, copy, NULL };
	struct spawn spawn = {
		.path = "/bin/sh",
		.argv = argv,
		.envp = environ,
		.name = "sh",
		.actions = actions,
		.action_count = count,
	};
	pid_t pid = job_spawn(&fixture->jc, job, &spawn);

	free(copy);
	return pid;
}

void default_signals(void)
{
	(void)signal(SIGHUP, SIG_DFL); /* cannot fail */
	(void)signal(SIGINT, SIG_DFL);
	(void)signal(SIGQUIT, SIG_DFL);
	(void)signal(SIGPIPE, SIG_DFL);
}

struct job *start_script(
    struct fixture *fixture, const char *script, bool foreground)
{
	struct job *job = job_table_add(&fixture->jc.table, script);

	job->foreground = foreground;
	job->asynchronous = !foreground;
	(void)spawn_script(fixture, job, script, NULL, 0);
	return job;
}

pid_t add_script(struct fixture *fixture, struct job *job, const char *script)
{
	return spawn_script(fixture, job, script, NULL, 0);
}

int run_script(struct fixture *fixture, const char *script,
    const struct fd_action *actions, size_t count)
{
	struct job *job = job_table_add(&fixture->jc.table, script);
	int status;

	job->foreground = true;
	(void)spawn_script(fixture, job, script, actions, count);
	job_wait_foreground(&fixture->jc, job);
	status = job_status(job, false);
	job_table_remove(&fixture->jc.table, job);
	return status;
}

void await_state(pid_t pid, char letter)
{
	const struct timespec pause = { 0, 1000000 };
	struct proc_stat stat;

	while (proc_stat_read(pid, &stat) && stat.state != letter)
		(void)nanosleep(&pause, NULL); /* nothing tells of a state */
}

char *file_text(const char *path)
{
	struct strbuf text = STRBUF_INIT;
	FILE *file = fopen(path, "re");
	int c;

	while (file && (c = getc(file)) != EOF)
		strbuf_addc(&text, (char)c);
	if (file)
		(void)fclose(file);
	return strbuf_take(&text);
}
