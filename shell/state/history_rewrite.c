/*
 * history_rewrite.c - the history's file written anew: cut, edited, added to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/history_rewrite.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fdio.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "state/history_file.h"
#include "state/history_read.h"
#include "state/history_record.h"

enum { BLOCK_SIZE = 64 * 1024 };

struct rewrite {
	char *path;  /* of the file itself, where PATH may be a link; owned */
	char *fresh; /* of the new one; owned */
	int old_fd;  /* locked */
	int fd;      /* the new one */
};

/* A line, or a record's, to be found again */
struct line_entry {
	char *line;
	UT_hash_handle hh;
};

static bool same_owner_and_mode(int fd, int old_fd)
{
	struct stat old, fresh;

	return fstat(old_fd, &old) == 0 && fstat(fd, &fresh) == 0 &&
	       ((old.st_uid == fresh.st_uid && old.st_gid == fresh.st_gid) ||
		   fchown(fd, old.st_uid, old.st_gid) == 0) &&
	       fchmod(fd, old.st_mode & 0777) == 0;
}

static int begin(struct rewrite *rewrite, const char *path)
{
	bool locked = false;

	*rewrite = (struct rewrite){ .old_fd = -1, .fd = -1 };
	rewrite->old_fd = history_file_lock(path, &locked);
	if (rewrite->old_fd < 0)
		return errno;
	if (!locked)
		return EAGAIN;
	rewrite->path = realpath(path, NULL);
	if (!rewrite->path)
		return errno;
	rewrite->fresh = xasprintf("%s.XXXXXX", rewrite->path);
	rewrite->fd = mkostemp(rewrite->fresh, O_CLOEXEC);
	if (rewrite->fd < 0 ||
	    !same_owner_and_mode(rewrite->fd, rewrite->old_fd))
		return errno;
	return 0;
}

/* Copy the old file from OFFSET on; *end is where it ended. */
static int copy_from(const struct rewrite *rewrite, off_t offset, off_t *end)
{
	char *block = xmalloc(BLOCK_SIZE);
	ssize_t n;
	int error = 0;

	while ((n = pread(rewrite->old_fd, block, BLOCK_SIZE, offset)) > 0) {
		if (!fd_write_all(rewrite->fd, block, (size_t)n)) {
			error = errno;
			break;
		}
		offset += n;
	}
	if (n < 0)
		error = errno;
	free(block);
	*end = offset;
	return error;
}

/* The new file takes the old one's place; DONE is how much of the old one is in
 * it. A shell that did not get the lock may have appended to the old one since. */
static int commit(struct rewrite *rewrite, off_t done)
{
	if (fdatasync(rewrite->fd) < 0 ||
	    rename(rewrite->fresh, rewrite->path) < 0)
		return errno;
	free(rewrite->fresh);
	rewrite->fresh = NULL;
	return copy_from(rewrite, done, &done);
}

static void end(struct rewrite *rewrite)
{
	if (rewrite->fresh && rewrite->fd >= 0)
		(void)unlink(rewrite->fresh);
	if (rewrite->fd >= 0)
		(void)close(rewrite->fd);
	if (rewrite->old_fd >= 0)
		(void)close(rewrite->old_fd);
	free(rewrite->fresh);
	free(rewrite->path);
}

int history_trim(const char *path, size_t max)
{
	struct rewrite rewrite;
	int error = begin(&rewrite, path);
	off_t from = 0, done;

	if (!error && history_is_ours(rewrite.old_fd))
		from = history_find_last(rewrite.old_fd, max);
	if (from)
		error = copy_from(&rewrite, from, &done);
	if (from && !error)
		error = commit(&rewrite, done);
	end(&rewrite);
	return error;
}

static void add_line(struct line_entry **set, const char *line, size_t len)
{
	struct line_entry *entry;

	HASH_FIND(hh, *set, line, len, entry);
	if (entry)
		return;
	entry = xmalloc(sizeof *entry);
	entry->line = xstrndup(line, len);
	HASH_ADD_KEYPTR(hh, *set, entry->line, len, entry);
}

static bool has_line(struct line_entry *set, const char *line, size_t len)
{
	struct line_entry *entry;

	HASH_FIND(hh, set, line, len, entry);
	return entry != NULL;
}

static void free_lines(struct line_entry **set)
{
	struct line_entry *entry, *next;

	HASH_ITER (hh, *set, entry, next) {
		/* The analyzer does not follow the lists of uthash. */
		/* NOLINTNEXTLINE(clang-analyzer-unix.Malloc) */
		HASH_DELETE(hh, *set, entry);
		free(entry->line);
		free(entry);
	}
}

/* What two lines of the same command have in common. */
static void encode_identity(
    struct strbuf *sb, const struct history_record *record)
{
	struct history_record same = *record;
	static char no_dir[] = "";

	same.duration_ms = same.status = -1;
	same.dir = no_dir;
	strbuf_reset(sb);
	history_record_encode(sb, &same);
}

static void add_identities(struct line_entry **set, const struct vec *records)
{
	struct strbuf line = STRBUF_INIT;

	for (size_t i = 0; i < records->count; i++) {
		encode_identity(&line, records->items[i]);
		add_line(set, line.s, line.len);
	}
	strbuf_fini(&line);
}

static bool is_in(struct line_entry *set, const char *line, size_t len)
{
	struct history_record *record = history_record_decode(line, len);
	struct strbuf identity = STRBUF_INIT;
	bool found = false;

	if (record) {
		encode_identity(&identity, record);
		found = has_line(set, identity.s, identity.len);
	}
	strbuf_fini(&identity);
	history_record_free(record);
	return found;
}

/* Call TAKE with each line of the old file, newline included; *done is where
 * the last of them ended. */
static int each_line(const struct rewrite *rewrite,
    void (*take)(void *ctx, const char *line, size_t len), void *ctx,
    off_t *done)
{
	int fd = fd_copy_high(rewrite->old_fd);
	FILE *old = fd < 0 ? NULL : fdopen(fd, "r");
	char *line = NULL;
	size_t cap = 0;
	ssize_t len;

	*done = 0;
	if (!old)
		return errno;
	rewind(old);
	while ((len = getline(&line, &cap, old)) > 0) {
		take(ctx, line, (size_t)len);
		*done += len;
	}
	free(line);
	(void)fclose(old); /* it was only read */
	return 0;
}

struct leaving_out {
	struct line_entry *set;
	struct strbuf kept;
};

static void keep_unless_in(void *ctx, const char *line, size_t len)
{
	struct leaving_out *out = ctx;

	if (!is_in(out->set, line, len - (line[len - 1] == '\n')))
		strbuf_add(&out->kept, line, len);
}

int history_delete(const char *path, const struct vec *records)
{
	struct leaving_out out = { NULL, STRBUF_INIT };
	struct rewrite rewrite;
	int error = begin(&rewrite, path);
	off_t done = 0;

	add_identities(&out.set, records);
	if (!error)
		error = each_line(&rewrite, keep_unless_in, &out, &done);
	if (!error && !fd_write_all(rewrite.fd, out.kept.s, out.kept.len))
		error = errno;
	if (!error)
		error = commit(&rewrite, done);
	strbuf_fini(&out.kept);
	free_lines(&out.set);
	end(&rewrite);
	return error;
}

static void add_to_set(void *ctx, const char *line, size_t len)
{
	add_line(ctx, line, len);
}

int history_put_first(const char *path, const struct vec *records)
{
	struct line_entry *there = NULL;
	struct strbuf text = STRBUF_INIT;
	struct rewrite rewrite;
	int error = begin(&rewrite, path);
	off_t done;

	if (!error)
		error = each_line(&rewrite, add_to_set, &there, &done);
	for (size_t i = 0; i < records->count; i++) {
		size_t len = text.len;

		history_record_encode(&text, records->items[i]);
		if (has_line(there, text.s + len, text.len - len))
			strbuf_truncate(&text, len);
	}
	if (!error && !fd_write_all(rewrite.fd, text.s, text.len))
		error = errno;
	if (!error)
		error = copy_from(&rewrite, 0, &done);
	if (!error)
		error = commit(&rewrite, done);
	strbuf_fini(&text);
	free_lines(&there);
	end(&rewrite);
	return error;
}
