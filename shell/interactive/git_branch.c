/*
 * git_branch.c - the branch of the git repository around the current folder
 *
 * The folders above are "..", "../..", and not what PWD has before its slashes:
 * a symbolic link may be part of that, and git goes by what is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/git_branch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/strbuf.h"

enum {
	FILE_MAX = 4096, /* neither of the files is ever as long */
	HASH_MIN = 40,   /* digits of a commit's name */
	HASH_SHOWN = 7,  /* as many as git shows */
};

/* The first line of the regular file NAME; heap. NULL with errno. */
static char *first_line(const char *name)
{
	/* O_NONBLOCK: it may be a FIFO. */
	int fd = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	char text[FILE_MAX];
	struct stat st;
	ssize_t len = -1;

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		len = read(fd, text, sizeof text - 1);
	(void)close(fd); /* only read from */
	errno = EINVAL;
	if (len < 0)
		return NULL;
	text[len] = '\0';
	return xstrndup(text, strcspn(text, "\n"));
}

static char *line_of(const char *folder, const char *name)
{
	char *path = xasprintf("%s%s", folder, name);
	char *line = first_line(path);
	int error = errno;

	free(path);
	errno = error;
	return line;
}

/* FOLDER/.git is a file that names the repository (of a worktree, or of a
 * submodule): its HEAD; heap, or NULL. */
static char *linked_head(const char *folder)
{
	static const char key[] = "gitdir: ";
	char *link = line_of(folder, "/.git"), *head = NULL, *path;

	if (link && strncmp(link, key, strlen(key)) == 0) {
		const char *target = link + strlen(key);

		path = *target == '/' ? xstrdup(target)
				      : xasprintf("%s/%s", folder, target);
		head = line_of(path, "/HEAD");
		free(path);
	}
	free(link);
	return head;
}

/* Is ".." from FOLDER another one, on the same file system? *AT is FOLDER's. */
static bool go_up(struct strbuf *folder, struct stat *at)
{
	struct stat above;

	strbuf_adds(folder, "/..");
	if (stat(folder->s, &above) < 0 || above.st_dev != at->st_dev ||
	    above.st_ino == at->st_ino)
		return false;
	*at = above;
	return true;
}

static char *find_head(void)
{
	struct strbuf folder = STRBUF_INIT;
	char *head = NULL;
	struct stat at;

	strbuf_addc(&folder, '.');
	if (stat(folder.s, &at) == 0) {
		do {
			head = line_of(folder.s, "/.git/HEAD");
			if (!head && errno == ENOTDIR)
				head = linked_head(folder.s);
		} while (!head && go_up(&folder, &at));
	}
	strbuf_fini(&folder);
	return head;
}

static bool skip(const char **text, const char *start)
{
	size_t len = strlen(start);

	if (strncmp(*text, start, len) != 0)
		return false;
	*text += len;
	return true;
}

char *git_branch(const char *git_dir)
{
	char *head = git_dir ? line_of(git_dir, "/HEAD") : find_head();
	const char *name = head ? head : "";
	char *branch = NULL;

	if (skip(&name, "ref: refs/")) {
		(void)skip(&name, "heads/");
		/* It stands there where another file has the truth. */
		if (*name && strcmp(name, ".invalid") != 0)
			branch = xstrdup(name);
	} else if (strspn(name, "0123456789abcdef") >= HASH_MIN) {
		branch = xstrndup(name, HASH_SHOWN);
	}
	free(head);
	return branch;
}
