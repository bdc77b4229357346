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

bool proc_stat_read(pid_t pid, struct proc_stat *stat)
{
	char path[sizeof "/proc//stat" + 3 * sizeof pid];
	char text[1024];
	const char *p;
	int fields;

	(void)snprintf(path, sizeof path, "/proc/%ld/stat", (long)pid);
	if (read_small(path, text, sizeof text) <= 0) {
		errno = errno ? errno : ESRCH;
		return false;
	}
	/* The name is in parentheses and may hold any byte, also ")". */
	p = strrchr(text, ')');
	if (!p) {
		errno = EINVAL;
		return false;
	}
	fields = sscanf(p + 1,
	    " %c %d %d %d %d %d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d "
	    "%*d %*d %llu",
	    &stat->state, &stat->ppid, &stat->pgrp, &stat->session, &stat->tty,
	    &stat->tpgid, &stat->start_ticks);
	if (fields == 7)
		return true;
	errno = EINVAL;
	return false;
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
