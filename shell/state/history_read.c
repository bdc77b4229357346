/*
 * history_read.c - the newest records of the history's file
 *
 * Read backwards: the line that tells of a command's end comes before the record
 * that it completes, and is kept until then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/history_read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "state/history_lines.h"
#include "state/history_record.h"

enum {
	/* So many commands may run at the same time and find their ends */
	ENDS_MAX = 256,
	/* So many bytes without a record are enough */
	GIVE_UP = 4 * HISTORY_LINE_MAX,
};

static bool is_cut_off(const char *line, size_t len)
{
	const size_t mark = strlen(HISTORY_CUT_OFF);

	return line && len >= mark &&
	       memcmp(line + len - mark, HISTORY_CUT_OFF, mark) == 0;
}

static struct history_record *remove_item(struct vec *vec, size_t i)
{
	struct history_record *item = vec->items[i];

	vec->count--;
	memmove(vec->items + i, vec->items + i + 1,
	    (vec->count - i) * sizeof *vec->items);
	return item;
}

static void keep_end(struct vec *ends, struct history_record *end)
{
	if (ends->count == ENDS_MAX)
		history_record_free(remove_item(ends, 0));
	vec_push(ends, end);
}

/* The end that was kept of RECORD; NULL when there is none. The nearest counts:
 * what belongs to none may be in the file, too. */
static struct history_record *take_end(
    struct vec *ends, const struct history_record *record)
{
	for (size_t i = ends->count; i-- > 0;)
		if (history_record_is_end(ends->items[i], record))
			return remove_item(ends, i);
	return NULL;
}

static void add_record(struct history_news *news, struct history_record *record)
{
	struct history_record *end =
	    record->status < 0 ? take_end(&news->ends, record) : NULL;

	if (end && end->status < 0) {
		history_record_free(record);
	} else {
		if (end) {
			record->status = end->status;
			record->duration_ms = end->duration_ms;
		}
		vec_push(&news->records, record);
	}
	history_record_free(end);
}

static void take_line(struct history_news *news, const char *line, size_t len)
{
	struct history_record *record =
	    line ? history_record_decode(line, len) : NULL;

	if (!record)
		news->bad += !is_cut_off(line, len);
	else if (*record->text)
		add_record(news, record);
	else
		keep_end(&news->ends, record);
}

static void reverse(struct vec *vec)
{
	for (size_t i = 0; i < vec->count / 2; i++) {
		void *item = vec->items[i];

		vec->items[i] = vec->items[vec->count - 1 - i];
		vec->items[vec->count - 1 - i] = item;
	}
}

bool history_is_ours(int fd)
{
	char *block = xmalloc(HISTORY_LINE_MAX);
	ssize_t n = pread(fd, block, HISTORY_LINE_MAX, 0);
	const char *newline = n > 0 ? memchr(block, '\n', (size_t)n) : NULL;
	struct history_record *record = NULL;

	if (newline)
		record =
		    history_record_decode(block, (size_t)(newline - block));
	free(block);
	history_record_free(record);
	return record != NULL;
}

/* Read FD back from *TO to FROM. */
static void read_back(
    int fd, size_t max, off_t from, off_t *to, struct history_news *news)
{
	struct history_lines lines;
	off_t at = *to, useful;
	const char *line;
	size_t len;

	*to = useful = history_lines_init(&lines, fd, from, *to);
	while (news->records.count < max && useful - at < GIVE_UP &&
	       history_lines_previous(&lines, &line, &len, &at)) {
		size_t bad = news->bad;

		take_line(news, line, len);
		if (news->bad == bad)
			useful = at;
	}
	news->read = *to - at;
	history_lines_fini(&lines);
	reverse(&news->records);
	reverse(&news->ends);
}

static int read_file(
    int fd, size_t max, struct history_place *place, struct history_news *news)
{
	off_t from = 0, to;
	struct stat facts;

	if (fstat(fd, &facts) < 0)
		return errno;
	if (S_ISDIR(facts.st_mode))
		return EISDIR;
	if (!S_ISREG(facts.st_mode))
		return EINVAL;
	if (facts.st_dev == place->dev && facts.st_ino == place->ino &&
	    facts.st_size >= place->end)
		from = place->end;
	to = news->size = facts.st_size;
	read_back(fd, max, from, &to, news);
	*place = (struct history_place){ facts.st_dev, facts.st_ino, to };
	news->foreign =
	    news->bad && !news->records.count && !from && !history_is_ours(fd);
	return 0;
}

int history_read(const char *path, size_t max, struct history_place *place,
    struct history_news *news)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	int error;

	*news = (struct history_news){ .records = VEC_INIT, .ends = VEC_INIT };
	if (fd < 0)
		return errno;
	error = read_file(fd, max, place, news);
	(void)close(fd);
	return error;
}

static void free_records(struct vec *records)
{
	for (size_t i = 0; i < records->count; i++)
		history_record_free(records->items[i]);
	vec_fini(records);
}

void history_news_fini(struct history_news *news)
{
	free_records(&news->records);
	free_records(&news->ends);
}

off_t history_find_last(int fd, size_t max)
{
	struct history_lines lines;
	const char *line;
	size_t len, count = 0;
	off_t at = 0;
	off_t size = lseek(fd, 0, SEEK_END);

	(void)history_lines_init(&lines, fd, 0, size);
	while (count < max && history_lines_previous(&lines, &line, &len, &at))
		/* Only a second line ends in its last tab. */
		count += line && len && line[len - 1] != '\t';
	history_lines_fini(&lines);
	return count == max ? at : 0;
}
