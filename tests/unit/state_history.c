/*
 * state_history.c - tests of the history: list, records, file, other shells'
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "state/history.h"
#include "state/history_file.h"
#include "state/history_import.h"
#include "state/history_lines.h"
#include "state/history_prefix.h"
#include "state/history_rewrite.h"

static char folder[] = "/tmp/jsh-history.XXXXXX";
static char path[sizeof folder + sizeof "/history"];

static int make_folder(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(folder));
	(void)snprintf(path, sizeof path, "%s/history", folder);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

static int remove_file(void **state)
{
	(void)state;
	(void)unlink(path);
	return 0;
}

/* ---- Records ----------------------------------------------------------- */

static void assert_line(struct history_record *record, const char *expected)
{
	struct strbuf line = STRBUF_INIT;
	struct history_record *back;

	history_record_encode(&line, record);
	assert_string_equal(line.s, expected);
	back = history_record_decode(line.s, line.len - 1);
	assert_non_null(back);
	assert_string_equal(back->text, record->text);
	assert_string_equal(back->dir, record->dir);
	assert_true(history_record_same(back, record));
	assert_int_equal(back->status, record->status);
	assert_int_equal(back->duration_ms, record->duration_ms);
	history_record_free(back);
	history_record_free(record);
	strbuf_fini(&line);
}

static void any_text_comes_back_from_its_line(void **state)
{
	struct history_record *record =
	    history_record_new(1700000000, "12.99", "/tmp", "make");

	(void)state;
	record->duration_ms = 1500;
	record->status = 2;
	assert_line(record, "1700000000\t1500\t2\t12.99\t/tmp\tmake\n");
	assert_line(
	    history_record_new(7, "s", "/a\tb", "for i\ndo\techo \\n\r"),
	    "7\t-\t-\ts\t/a\\tb\tfor i\\ndo\\techo \\\\n\\r\n");
	assert_line(
	    history_record_new(0, "bash", "", "\033[m \177 \xff\xfe \xc3\xa4"),
	    "0\t-\t-\tbash\t\t\\x1b[m \\x7f \xff\xfe \xc3\xa4\n");
}

static void what_is_no_record_is_told_from_one(void **state)
{
	static const char *const lines[] = { "", "ls -l", "1\t2\t3\ts\td",
		"1\t2\t3\ts\td\tx\ty", "x\t2\t3\ts\td\tx", "1\t2\t256\ts\td\tx",
		"-\t2\t3\ts\td\tx", "1\t2\t3\ts\td\tx\\", "1\t2\t3\ts\td\t\\q",
		"1\t2\t3\ts\td\t\\x0", "1\t2\t3\ts\td\t\\x00",
		"1111111111111111\t2\t3\ts\td\tx",
		("1\t2\t3\ts\td\trm -r /" HISTORY_CUT_OFF),
		("1\t2\t3\ts\td\\" HISTORY_CUT_OFF) };

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		assert_null(history_record_decode(lines[i], strlen(lines[i])));
	assert_null(history_record_decode("1\t2\t3\ts\td\tx\0y", 13));
}

/* ---- Lines ------------------------------------------------------------- */

static void write_text(const char *text, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, len), len);
	assert_int_equal(close(fd), 0);
}

static void read_text(struct strbuf *text)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char block[4096];
	ssize_t n;

	assert_true(fd >= 0);
	strbuf_reset(text);
	while ((n = read(fd, block, sizeof block)) > 0)
		strbuf_add(text, block, (size_t)n);
	assert_int_equal(close(fd), 0);
}

static void assert_file(const char *expected)
{
	struct strbuf text = STRBUF_INIT;

	read_text(&text);
	assert_string_equal(strbuf_str(&text), expected);
	strbuf_fini(&text);
}

static void assert_previous(
    struct history_lines *lines, const char *expected, off_t expected_at)
{
	const char *line;
	size_t len;
	off_t at;

	assert_true(history_lines_previous(lines, &line, &len, &at));
	assert_int_equal(len, strlen(expected));
	assert_memory_equal(line, expected, len);
	assert_int_equal(at, expected_at);
}

static void lines_come_from_the_last_to_the_first(void **state)
{
	const char *line;
	size_t len;
	struct history_lines lines;
	off_t at;
	int fd;

	(void)state;
	write_text("one\n\nthree\nhalf", 15);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	assert_int_equal(history_lines_init(&lines, fd, 0, 15), 11);
	assert_previous(&lines, "three", 5);
	assert_previous(&lines, "", 4);
	assert_previous(&lines, "one", 0);
	assert_false(history_lines_previous(&lines, &line, &len, &at));
	history_lines_fini(&lines);
	assert_int_equal(history_lines_init(&lines, fd, 4, 15), 11);
	assert_previous(&lines, "three", 5);
	assert_previous(&lines, "", 4);
	assert_false(history_lines_previous(&lines, &line, &len, &at));
	history_lines_fini(&lines);
	assert_int_equal(close(fd), 0);
}

static void a_line_over_several_blocks_is_whole_and_a_huge_one_is_none(
    void **state)
{
	const size_t block = 64 * 1024, huge = HISTORY_LINE_MAX + 3 * block;
	struct strbuf text = STRBUF_INIT;
	struct history_lines lines;
	const char *line;
	size_t len;
	off_t at;
	int fd;

	(void)state;
	strbuf_adds(&text, "first\n");
	for (size_t i = 0; i < huge; i++)
		strbuf_addc(&text, 'h');
	strbuf_addc(&text, '\n');
	for (size_t i = 0; i < 3 * block; i++)
		strbuf_addc(&text, 'b');
	strbuf_adds(&text, "\nlast\n");
	write_text(text.s, text.len);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	assert_int_equal(
	    history_lines_init(&lines, fd, 0, (off_t)text.len), text.len);
	assert_previous(&lines, "last", (off_t)text.len - 5);
	assert_true(history_lines_previous(&lines, &line, &len, &at));
	assert_int_equal(len, 3 * block);
	assert_int_equal(line[0], 'b');
	assert_int_equal(line[len - 1], 'b');
	assert_true(history_lines_previous(&lines, &line, &len, &at));
	assert_null(line);
	assert_int_equal(at, 6);
	assert_previous(&lines, "first", 0);
	history_lines_fini(&lines);
	assert_int_equal(close(fd), 0);
	strbuf_fini(&text);
}

/* ---- The file ------------------------------------------------------------ */

#define A "1\t-\t-\ts\t/\ta\n"
#define B "2\t-\t-\ts\t/\tb\n"
#define C "3\t5\t0\tt\t/\tc\n"

static void append(const char *lines)
{
	assert_int_equal(history_file_append(path, lines, strlen(lines)), 0);
}

static void the_default_file_is_in_the_state_folder(void **state)
{
	char *file;

	(void)state;
	file = history_file_default("/s", "/h");
	assert_string_equal(file, "/s/jsh/history");
	free(file);
	file = history_file_default("relative", "/h");
	assert_string_equal(file, "/h/.local/state/jsh/history");
	free(file);
	assert_null(history_file_default(NULL, ""));
	assert_null(history_file_default(NULL, NULL));
}

static void appending_makes_the_file_for_its_owner_only(void **state)
{
	struct stat facts;

	(void)state;
	append(A);
	append(B);
	assert_file(A B);
	assert_int_equal(stat(path, &facts), 0);
	assert_int_equal(facts.st_mode & 0777, 0600);
}

static void a_write_that_was_cut_off_stays_no_record(void **state)
{
	struct history_place place = { 0, 0, 0 };
	struct history_news news;

	(void)state;
	write_text(A "2\t-\t-\ts\t/\trm -r /", strlen(A) + 17);
	append(C);
	assert_file(A "2\t-\t-\ts\t/\trm -r /" HISTORY_CUT_OFF "\n" C);
	assert_int_equal(history_read(path, 9, &place, &news), 0);
	assert_int_equal(news.records.count, 2);
	assert_int_equal(news.bad, 0);
	history_news_fini(&news);
}

static void what_is_no_regular_file_is_an_error(void **state)
{
	struct history_place place = { 0, 0, 0 };
	struct history_news news;

	(void)state;
	assert_int_equal(history_file_append(folder, A, strlen(A)), EISDIR);
	assert_int_equal(history_read(folder, 9, &place, &news), EISDIR);
	history_news_fini(&news);
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_int_equal(history_file_append(path, A, strlen(A)), EINVAL);
	assert_int_equal(history_read(path, 9, &place, &news), EINVAL);
	history_news_fini(&news);
	assert_true(history_file_is_null("/dev/null"));
	assert_false(history_file_is_null(path));
}

static const struct history_record *nth(
    const struct history_news *news, size_t n)
{
	assert_true(n < news->records.count);
	return news->records.items[n];
}

static void an_end_completes_its_record_or_takes_it_back(void **state)
{
	struct history_place place = { 0, 0, 0 };
	struct history_news news;

	(void)state;
	append(A B "1\t-\t-\tother\t/\tx\n");
	append("2\t70\t1\ts\t\t\n" C "1\t-\t-\tother\t\t\n");
	append("9\t4\t0\tgone\t\t\n");
	assert_int_equal(history_read(path, 9, &place, &news), 0);
	assert_int_equal(news.records.count, 3);
	assert_string_equal(nth(&news, 0)->text, "a");
	assert_int_equal(nth(&news, 0)->status, -1);
	assert_string_equal(nth(&news, 1)->text, "b");
	assert_int_equal(nth(&news, 1)->status, 1);
	assert_int_equal(nth(&news, 1)->duration_ms, 70);
	assert_string_equal(nth(&news, 2)->text, "c");
	assert_int_equal(news.ends.count, 1);
	history_news_fini(&news);
}

static void only_the_newest_are_read_and_then_only_what_is_new(void **state)
{
	struct history_place place = { 0, 0, 0 };
	struct history_news news;

	(void)state;
	append(A B C);
	assert_int_equal(history_read(path, 2, &place, &news), 0);
	assert_int_equal(news.records.count, 2);
	assert_string_equal(nth(&news, 0)->text, "b");
	history_news_fini(&news);
	append(A);
	assert_int_equal(history_read(path, 9, &place, &news), 0);
	assert_int_equal(news.records.count, 1);
	assert_string_equal(nth(&news, 0)->text, "a");
	history_news_fini(&news);
}

static void another_write_that_was_cut_off_is_seen_behind_our_own(void **state)
{
	(void)state;
	append(A);
	write_text(A "2\t-\t-\ts", strlen(A "2\t-\t-\ts"));
	append(B);
	append(C);
	assert_file(A "2\t-\t-\ts" HISTORY_CUT_OFF "\n" B C);
}

static void a_file_that_was_put_in_the_place_of_ours_is_appended_to(
    void **state)
{
	char *former = xasprintf("%s.former", path);

	(void)state;
	append(A);
	assert_int_equal(rename(path, former), 0);
	append(B);
	assert_file(B);
	assert_int_equal(rename(path, former), 0);
	write_text("3\t-\t-", strlen("3\t-\t-"));
	append(C);
	assert_file("3\t-\t-" HISTORY_CUT_OFF "\n" C);
	assert_int_equal(unlink(former), 0);
	free(former);
}

static void another_shells_file_is_told_from_garbage_in_ours(void **state)
{
	struct history_place place = { 0, 0, 0 };
	struct history_news news;

	(void)state;
	write_text("ls\nmake\n", 8);
	assert_int_equal(history_read(path, 9, &place, &news), 0);
	assert_true(news.foreign);
	assert_int_equal(news.bad, 2);
	history_news_fini(&news);
	place = (struct history_place){ 0, 0, 0 };
	write_text(A "ls\nmake\n", strlen(A) + 8);
	assert_int_equal(history_read(path, 9, &place, &news), 0);
	assert_false(news.foreign);
	assert_int_equal(news.bad, 2);
	assert_int_equal(news.records.count, 1);
	history_news_fini(&news);
}

static void trimming_keeps_the_last_records_and_their_ends(void **state)
{
	(void)state;
	append(A B "2\t70\t1\ts\t\t\n" C);
	assert_int_equal(history_trim(path, 2), 0);
	assert_file(B "2\t70\t1\ts\t\t\n" C);
	assert_int_equal(history_trim(path, 2), 0);
	assert_file(B "2\t70\t1\ts\t\t\n" C);
	write_text("ls\n" A B C, 3 + strlen(A B C));
	assert_int_equal(history_trim(path, 2), 0);
	assert_file("ls\n" A B C);
}

static void a_file_that_another_holds_locked_is_not_written_anew(void **state)
{
	bool locked;
	int fd;

	(void)state;
	append(A B C);
	fd = history_file_lock(path, &locked);
	assert_true(fd >= 0 && locked);
	assert_int_equal(history_trim(path, 1), EAGAIN);
	append(A); /* but it is appended to */
	assert_file(A B C A);
	assert_int_equal(close(fd), 0);
}

/* Another shell, which has the lock, and replaces the file just when a line has
 * been appended without it */
static struct {
	int locked;            /* its descriptor */
	int looks;             /* ... at the file: before the last of them */
	bool takes_along;      /* what was appended */
	const char *puts_back; /* a file, before the next look */
} other;

static void replace_file(void)
{
	struct strbuf text = STRBUF_INIT;

	read_text(&text);
	if (!other.takes_along)
		strbuf_truncate(&text, strlen(A B));
	assert_int_equal(unlink(path), 0);
	write_text(text.s, text.len);
	strbuf_fini(&text);
	assert_int_equal(close(other.locked), 0);
}

/* In the place of the C library's. */
/* NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name) */
int stat(const char *name, struct stat *facts)
{
	if (other.looks && --other.looks == 0)
		replace_file();
	if (other.puts_back)
		assert_int_equal(rename(other.puts_back, path), 0);
	other.puts_back = NULL;
	return fstatat(AT_FDCWD, name, facts, 0);
}

static void append_while_replaced(bool takes_along)
{
	bool locked;

	write_text(A B, strlen(A B));
	other.locked = history_file_lock(path, &locked);
	assert_true(locked);
	other.looks = 2;
	other.takes_along = takes_along;
	append(C);
	assert_int_equal(other.looks, 0);
	assert_file(A B C);
}

/* Also by one with the inode that ours had last, which may be used again. */
static void a_line_is_not_lost_when_our_former_file_comes_back_meanwhile(
    void **state)
{
	char *former = xasprintf("%s.former", path);

	(void)state;
	append(A);
	assert_int_equal(rename(path, former), 0);
	write_text(B, strlen(B));
	other.puts_back = former;
	append(C);
	assert_null(other.puts_back);
	assert_file(A C);
	free(former);
}

static void a_line_is_there_once_when_the_file_is_replaced_meanwhile(
    void **state)
{
	(void)state;
	append_while_replaced(true);
	append_while_replaced(false);
}

static void records_are_deleted_and_put_first(void **state)
{
	struct vec records = VEC_INIT;

	(void)state;
	append(A B C);
	vec_push(&records, history_record_new(2, "s", "/elsewhere", "b"));
	assert_int_equal(history_delete(path, &records), 0);
	assert_file(A C);
	assert_int_equal(history_put_first(path, &records), 0);
	assert_file("2\t-\t-\ts\t/elsewhere\tb\n" A C);
	assert_int_equal(history_put_first(path, &records), 0);
	assert_file("2\t-\t-\ts\t/elsewhere\tb\n" A C);
	history_record_free(records.items[0]);
	vec_fini(&records);
}

static void a_symbolic_link_stays_one(void **state)
{
	char target[sizeof path + 8];
	struct stat facts;

	(void)state;
	(void)snprintf(target, sizeof target, "%s/target", folder);
	assert_int_equal(symlink("target", path), 0);
	append(A B C);
	assert_int_equal(history_trim(path, 1), 0);
	assert_file(C);
	assert_int_equal(lstat(path, &facts), 0);
	assert_true(S_ISLNK(facts.st_mode));
	assert_int_equal(unlink(target), 0);
}

/* ---- The list ------------------------------------------------------------ */

static void add(struct history *history, const char *text)
{
	history_add(history, history_record_new(1, "s", "", text), false);
}

static void numbers_stay_when_old_ones_go_and_close_up_when_one_is_removed(
    void **state)
{
	struct history history;

	(void)state;
	history_init(&history);
	history_resize(&history, 3);
	add(&history, "one");
	add(&history, "two");
	add(&history, "three");
	add(&history, "two");
	assert_int_equal(history.first, 2);
	assert_string_equal(history_text(&history, 4), "two");
	assert_null(history_text(&history, 1));
	history_remove(&history, 3);
	assert_string_equal(history_text(&history, 3), "two");
	assert_int_equal(history_next(&history), 4);
	history_remove_duplicates(&history);
	assert_int_equal(history_next(&history), 3);
	assert_string_equal(history_text(&history, 2), "two");
	history_remove_text(&history, "two");
	assert_int_equal(
	    history_next(&history), history_previous(&history) + 1);
	assert_null(history_text(&history, 2));
	history_fini(&history);
}

static void records_are_inserted_before_all_or_before_what_runs(void **state)
{
	struct vec records = VEC_INIT;
	struct history history;

	(void)state;
	history_init(&history);
	history_add(&history, history_record_new(1, "s", "", "runs"), true);
	vec_push(&records, history_record_new(1, "t", "", "new"));
	history_insert(&history, &records, false);
	vec_push(&records, history_record_new(1, "t", "", "old"));
	history_insert(&history, &records, true);
	assert_string_equal(history_text(&history, 1), "old");
	assert_string_equal(history_text(&history, 2), "new");
	assert_string_equal(history_text(&history, 3), "runs");
	assert_int_equal(history_previous(&history), 2);
	history_fini(&history);
}

static void the_newest_that_begins_with_what_is_typed_is_found(void **state)
{
	struct history_prefix search = { 0 };
	struct history history;

	(void)state;
	history_init(&history);
	add(&history, "make test");
	add(&history, "ls -l");
	add(&history, "make");
	add(&history, "make install");
	add(&history, "make all\n");
	assert_string_equal(
	    history_prefix_find(&search, &history, "m"), "make install");
	assert_string_equal(
	    history_prefix_find(&search, &history, "make t"), "make test");
	assert_null(history_prefix_find(&search, &history, "make tx"));
	assert_null(history_prefix_find(&search, &history, "make txy"));
	assert_string_equal(
	    history_prefix_find(&search, &history, "make"), "make install");
	assert_null(history_prefix_find(&search, &history, "ls -l"));
	history_add(&history, history_record_new(1, "s", "", "ls -la"), false);
	history_prefix_reset(&search);
	assert_string_equal(
	    history_prefix_find(&search, &history, "ls -l"), "ls -la");
	history_prefix_reset(&search);
	history_fini(&history);
}

static void what_was_looked_at_is_not_looked_at_again(void **state)
{
	struct history_prefix search = { 0 };
	struct history history;

	(void)state;
	history_init(&history);
	add(&history, "echo old");
	add(&history, "-cho new");
	assert_string_equal(
	    history_prefix_find(&search, &history, "e"), "echo old");
	history_record(&history, 2)->text[0] = 'e';
	assert_string_equal(
	    history_prefix_find(&search, &history, "ec"), "echo old");
	assert_string_equal(
	    history_prefix_find(&search, &history, "e"), "echo new");
	history_prefix_reset(&search);
	history_fini(&history);
}

/* ---- Other shells -------------------------------------------------------- */

struct expected {
	const char *text;
	int64_t start;
	int64_t duration_ms;
};

static void assert_import(const char *text, size_t len, const char *shell,
    const struct expected *expected, size_t count)
{
	struct vec records = VEC_INIT;

	assert_string_equal(history_import(text, len, &records), shell);
	assert_int_equal(records.count, count);
	for (size_t i = 0; i < count; i++) {
		struct history_record *record = records.items[i];

		assert_string_equal(record->text, expected[i].text);
		assert_int_equal(record->start, expected[i].start);
		assert_int_equal(record->duration_ms, expected[i].duration_ms);
		history_record_free(record);
	}
	vec_fini(&records);
}

#define ASSERT_IMPORT(text, shell, ...)                                        \
	assert_import(text, sizeof(text) - 1, shell,                           \
	    (const struct expected[]){ __VA_ARGS__ },                          \
	    sizeof((const struct expected[]){ __VA_ARGS__ }) /                 \
		sizeof(struct expected))

static void bash_lines_and_times_are_imported(void **state)
{
	(void)state;
	ASSERT_IMPORT("ls\n\n# a comment\nmake -k", "bash", { "ls", 0, -1 },
	    { "# a comment", 0, -1 }, { "make -k", 0, -1 });
	ASSERT_IMPORT("old\n#1700000000\nfor i in a\ndo echo; done\n"
		      "#1700000009\nls \\\n-l\n",
	    "bash", { "old", 0, -1 },
	    { "for i in a\ndo echo; done", 1700000000, -1 },
	    { "ls \\\n-l", 1700000009, -1 });
	ASSERT_IMPORT("echo \xc4\x83\necho \xff\n", "bash",
	    { "echo \xc4\x83", 0, -1 }, { "echo \xff", 0, -1 });
}

static void zsh_lines_are_imported_extended_or_plain(void **state)
{
	(void)state;
	ASSERT_IMPORT(": 1700000000:12;make\n: 1700000020:0;for i in a\\\ndo "
		      "echo\\\ndone\n: 1700000021:0;echo a\\ \n",
	    "zsh", { "make", 1700000000, 12000 },
	    { "for i in a\ndo echo\ndone", 1700000020, 0 },
	    { "echo a\\", 1700000021, 0 });
	ASSERT_IMPORT("for i in a\\\ndo :; done\nls\n", "zsh",
	    { "for i in a\ndo :; done", 0, -1 }, { "ls", 0, -1 });
	/* U+0103 is C4 83: the second byte is metafied */
	ASSERT_IMPORT("ls\necho \xc4\x83\xa3\n", "zsh", { "ls", 0, -1 },
	    { "echo \xc4\x83", 0, -1 });
}

static void fish_commands_are_imported(void **state)
{
	(void)state;
	ASSERT_IMPORT("- cmd: for i in a\\n  echo \\\\x\\nend\n  when: "
		      "1700000000\n  paths:\n    - a\n- cmd: ls\n",
	    "fish", { "for i in a\n  echo \\x\nend", 1700000000, -1 },
	    { "ls", 0, -1 });
}

static void records_of_jsh_are_imported_with_their_ends(void **state)
{
	(void)state;
	ASSERT_IMPORT(A B "2\t-\t-\ts\t\t\n" C "1\t9\t0\ts\t\t\n", "jsh",
	    { "a", 1, 9 }, { "c", 3, 5 });
}

static void garbage_is_imported_without_harm(void **state)
{
	struct vec records = VEC_INIT;

	(void)state;
	(void)history_import("", 0, &records);
	assert_int_equal(records.count, 0);
	(void)history_import("\0\0\n\0", 4, &records);
	assert_int_equal(records.count, 0);
	(void)history_import(": 17:\n:\n: 1:2;\\", 16, &records);
	(void)history_import("- cmd: \\", 8, &records);
	(void)history_import("#\n#12", 5, &records);
	for (size_t i = 0; i < records.count; i++)
		history_record_free(records.items[i]);
	vec_fini(&records);
}

#define FILE_TEST(name) cmocka_unit_test_teardown(name, remove_file)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_text_comes_back_from_its_line),
		cmocka_unit_test(what_is_no_record_is_told_from_one),
		FILE_TEST(lines_come_from_the_last_to_the_first),
		FILE_TEST(
		    a_line_over_several_blocks_is_whole_and_a_huge_one_is_none),
		cmocka_unit_test(the_default_file_is_in_the_state_folder),
		FILE_TEST(appending_makes_the_file_for_its_owner_only),
		FILE_TEST(a_write_that_was_cut_off_stays_no_record),
		FILE_TEST(what_is_no_regular_file_is_an_error),
		FILE_TEST(an_end_completes_its_record_or_takes_it_back),
		FILE_TEST(only_the_newest_are_read_and_then_only_what_is_new),
		FILE_TEST(
		    another_write_that_was_cut_off_is_seen_behind_our_own),
		FILE_TEST(
		    a_file_that_was_put_in_the_place_of_ours_is_appended_to),
		FILE_TEST(another_shells_file_is_told_from_garbage_in_ours),
		FILE_TEST(trimming_keeps_the_last_records_and_their_ends),
		FILE_TEST(a_file_that_another_holds_locked_is_not_written_anew),
		FILE_TEST(
		    a_line_is_not_lost_when_our_former_file_comes_back_meanwhile),
		FILE_TEST(
		    a_line_is_there_once_when_the_file_is_replaced_meanwhile),
		FILE_TEST(records_are_deleted_and_put_first),
		FILE_TEST(a_symbolic_link_stays_one),
		cmocka_unit_test(
		    numbers_stay_when_old_ones_go_and_close_up_when_one_is_removed),
		cmocka_unit_test(
		    records_are_inserted_before_all_or_before_what_runs),
		cmocka_unit_test(
		    the_newest_that_begins_with_what_is_typed_is_found),
		cmocka_unit_test(what_was_looked_at_is_not_looked_at_again),
		cmocka_unit_test(bash_lines_and_times_are_imported),
		cmocka_unit_test(zsh_lines_are_imported_extended_or_plain),
		cmocka_unit_test(fish_commands_are_imported),
		cmocka_unit_test(records_of_jsh_are_imported_with_their_ends),
		cmocka_unit_test(garbage_is_imported_without_harm),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
