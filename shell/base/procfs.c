/*
 * procfs.c - what the kernel says of a process (/proc/PID)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/procfs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

/* The whole of a small file, NUL-terminated; its length, or -1 with errno. */
static ssize_t read_small(const char *path, char *text, size_t size)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	size_t len = 0;
	ssize_t n;

	if (fd < 0)
		return -1;
	while (len < size - 1) {
		n = read(fd, text + len, size - 1 - len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		len += (size_t)n;
	}
	(void)close(fd); /* only read from */
	text[len] = '\0';
	return (ssize_t)len;
}

/* A file of PID's folder; false with errno. */
static bool read_file_of(pid_t pid, const char *name, char *text, size_t size)
{
	char path[sizeof "/proc//status" + 3 * sizeof pid];

	(void)snprintf(path, sizeof path, "/proc/%ld/%s", (long)pid, name);
	if (read_small(path, text, size) > 0)
		return true;
	errno = errno ? errno : ESRCH;
	return false;
}

/* What follows the name in PID's stat, read into TEXT; NULL with errno. The
 * name is in parentheses and may hold any byte, also ")". */
static const char *read_stat(pid_t pid, char *text, size_t size)
{
	const char *end;

	if (!read_file_of(pid, "stat", text, size))
		return NULL;
	end = strrchr(text, ')');
	if (end)
		return end + 1;
	errno = EINVAL;
	return NULL;
}

bool proc_stat_read(pid_t pid, struct proc_stat *stat)
{
	char text[1024];
	const char *p = read_stat(pid, text, sizeof text);
	int fields;

	if (!p)
		return false;
	fields = sscanf(p,
	    " %c %d %d %d %d %d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d "
	    "%*d %*d %llu",
	    &stat->state, &stat->ppid, &stat->pgrp, &stat->session, &stat->tty,
	    &stat->tpgid, &stat->start_ticks);
	if (fields == 7)
		return true;
	errno = EINVAL;
	return false;
}

static long long us_of_ticks(unsigned long long ticks)
{
	return (
	    long long)(ticks * 1000000 / (unsigned long)sysconf(_SC_CLK_TCK));
}

bool proc_usage_read(pid_t pid, struct proc_usage *usage)
{
	unsigned long long user, system;
	long long children_user, children_system;
	char text[8192];
	const char *p = read_stat(pid, text, sizeof text);

	if (!p)
		return false;
	if (sscanf(p,
		" %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %llu %llu %lld "
		"%lld",
		&user, &system, &children_user, &children_system) != 4) {
		errno = EINVAL;
		return false;
	}
	usage->user_us = us_of_ticks(user + (unsigned long long)children_user);
	usage->system_us =
	    us_of_ticks(system + (unsigned long long)children_system);
	usage->peak_kib = 0; /* a zombie has no memory */
	if (!read_file_of(pid, "status", text, sizeof text))
		return false;
	p = strstr(text, "\nVmHWM:");
	if (p)
		(void)sscanf(p, " VmHWM: %ld", &usage->peak_kib);
	return true;
}

pid_t *proc_children(pid_t pid, size_t *count)
{
	char path[sizeof "/proc//task//children" + 6 * sizeof pid];
	pid_t *pids = NULL;
	size_t cap = 0;
	FILE *file;
	int child;

	*count = 0;
	(void)snprintf(path, sizeof path, "/proc/%ld/task/%ld/children",
	    (long)pid, (long)pid);
	file = fopen(path, "re");
	if (!file)
		return NULL;
	while (fscanf(file, "%d", &child) == 1) {
		if (*count == cap) {
			cap = cap ? 2 * cap : 8;
			pids = xreallocarray(pids, cap, sizeof *pids);
		}
		pids[(*count)++] = child;
	}
	(void)fclose(file); /* only read from */
	return pids;
}

/* The number that a folder of /proc is named by; 0: it is no process. */
static pid_t pid_of_name(const char *name)
{
	return name[strspn(name, "0123456789")] ? 0 : (pid_t)atol(name);
}

pid_t *proc_pids(size_t *count)
{
	DIR *dir = opendir("/proc");
	const struct dirent *entry;
	pid_t *pids = NULL;
	size_t cap = 0;
	pid_t pid;

	*count = 0;
	if (!dir)
		return NULL;
	while ((entry = readdir(dir))) {
		pid = pid_of_name(entry->d_name);
		if (!pid)
			continue;
		if (*count == cap) {
			cap = 2 * cap + 64;
			pids = xreallocarray(pids, cap, sizeof *pids);
		}
		pids[(*count)++] = pid;
	}
	(void)closedir(dir); /* only read from */
	return pids;
}

void proc_command(struct strbuf *sb, pid_t pid)
{
	char path[sizeof "/proc//cmdline" + 3 * sizeof pid];
	char text[4096];
	ssize_t len, i;

	(void)snprintf(path, sizeof path, "/proc/%ld/cmdline", (long)pid);
	len = read_small(path, text, sizeof text);
	while (len > 0 && !text[len - 1])
		len--;
	for (i = 0; i < len; i++)
		strbuf_addc(sb, text[i] ? text[i] : ' ');
	if (len > 0)
		return;
	/* A process of the kernel, or one that is ending, has no arguments. */
	(void)snprintf(path, sizeof path, "/proc/%ld/comm", (long)pid);
	len = read_small(path, text, sizeof text);
	if (len > 0)
		strbuf_addf(sb, "[%.*s]", (int)len - 1, text);
}
