/*
 * complete_jobs.c - candidates: jobs and processes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "interactive/complete_source.h"
#include "job/report.h"

enum { COMMAND_MAX = 200 };

static void offer_job(struct complete_list *list, const struct job *job)
{
	char *text = xasprintf("%%%u", job->number);
	struct strbuf about = STRBUF_INIT;

	report_state(&about, job_telling_process(job), REPORT_USERS);
	strbuf_addf(&about, "  %s", job->text);
	/* %vi names the job as its text does. */
	if (list->typed[0] == '%' && list->typed[1] &&
	    !isdigit((unsigned char)list->typed[1]) &&
	    job_matches(job, list->typed))
		complete_offer_always(list, text, NULL, about.s, " ");
	else
		complete_offer(list, text, NULL, about.s, " ");
	strbuf_fini(&about);
	free(text);
}

void complete_jobs(struct shell *sh, struct complete_list *list)
{
	const struct job_table *table = &sh->jobs.table;
	const struct job *job;

	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number))
		if (job_state(job) != JOB_DONE)
			offer_job(list, job);
}

/* The command line of the process in the folder DIR of /proc; "" for a thread
 * of the kernel, and for one that is gone. */
static void read_command(int proc, const char *pid, char *to, size_t size)
{
	char path[64];
	ssize_t len = 0;
	int fd;

	(void)snprintf(path, sizeof path, "%s/cmdline", pid);
	fd = openat(proc, path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		len = read(fd, to, size - 1);
		(void)close(fd);
	}
	if (len < 0)
		len = 0;
	while (len && !to[len - 1])
		len--;
	for (ssize_t i = 0; i < len; i++)
		if (!to[i])
			to[i] = ' ';
	to[len] = '\0';
}

/* Does the program's name begin with TYPED? */
static bool runs(const char *command, const char *typed)
{
	const char *end = command + strcspn(command, " "), *name = end;

	while (name > command && name[-1] != '/')
		name--;
	return *typed && strncmp(name, typed, strlen(typed)) == 0;
}

static void offer_process(struct complete_list *list, int proc, const char *pid)
{
	char command[COMMAND_MAX];
	struct stat st;

	if (fstatat(proc, pid, &st, 0) < 0 || st.st_uid != getuid())
		return;
	read_command(proc, pid, command, sizeof command);
	if (*command && runs(command, list->typed))
		complete_offer_always(list, pid, NULL, command, " ");
	else if (*command)
		complete_offer_name(list, pid, command);
}

void complete_pids(struct complete_list *list)
{
	DIR *proc = opendir("/proc");
	const struct dirent *entry;

	if (!proc)
		return;
	while ((entry = readdir(proc)))
		if (isdigit((unsigned char)entry->d_name[0]))
			offer_process(list, dirfd(proc), entry->d_name);
	(void)closedir(proc); /* only read */
}

void complete_children(struct shell *sh, struct complete_list *list)
{
	const struct job_table *table = &sh->jobs.table;
	const struct job *job;

	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number)) {
		char *pid = xasprintf("%ld", (long)job_last_pid(job));

		complete_offer_name(list, pid, job->text);
		free(pid);
	}
}
