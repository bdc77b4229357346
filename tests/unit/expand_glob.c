/*
 * expand_glob.c - tests of expand/glob, in a directory made for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <fcntl.h>
#include <ftw.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "expand/glob.h"

static char directory[] = "/tmp/jsh-glob-XXXXXX";

static void make_file(const char *path)
{
	int fd = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);

	assert_true(fd >= 0 && close(fd) == 0);
}

static void make_directory(const char *path)
{
	assert_int_equal(mkdir(path, 0700), 0);
}

static int set_up(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(directory));
	assert_int_equal(chdir(directory), 0);
	make_directory("dir");
	make_directory("dir/sub");
	make_directory("other");
	make_file("a.c");
	make_file("b.c");
	make_file(".hidden.c");
	make_file("dir/x.c");
	make_file("dir/.dot");
	make_file("dir/sub/deep.c");
	make_file("other/x.c");
	make_file("star*");
	make_file("[x]");
	make_file("new\nline");
	make_file("\xff\xfe");
	make_file("\u00e9");
	assert_int_equal(symlink("dir", "link"), 0);
	assert_int_equal(symlink("nowhere", "dangling"), 0);
	assert_int_equal(symlink(".", "dir/self"), 0);
	return 0;
}

static int remove_one(
    const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static int tear_down(void **state)
{
	(void)state;
	return nftw(directory, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* PATHS is what PATTERN should give, as "a b "; "" for no match. */
static void check(const char *pattern, const char *paths)
{
	struct strbuf found = STRBUF_INIT;
	struct arena arena = ARENA_INIT;
	struct vec list = VEC_INIT;
	bool any = glob_expand(&arena, pattern, &list);

	assert_int_equal(any, list.count > 0);
	for (size_t i = 0; i < list.count; i++) {
		strbuf_adds(&found, list.items[i]);
		strbuf_addc(&found, ' ');
	}
	assert_string_equal(strbuf_str(&found), paths);
	strbuf_fini(&found);
	vec_fini(&list);
	arena_fini(&arena);
}

static void names_that_match_are_sorted(void **state)
{
	(void)state;
	check("*.c", "a.c b.c ");
	check("?.c", "a.c b.c ");
	check("[ab].c", "a.c b.c ");
	check("[!a].c", "b.c ");
	check("d*", "dangling dir ");
}

static void no_match_is_none(void **state)
{
	(void)state;
	check("*.nothing", "");
	check("nodir/*", "");
	check("a.c/*", "");
	check("*/*/*/nothing", "");
}

static void text_without_magic_is_not_looked_for(void **state)
{
	(void)state;
	check("a.c", "");
	check("[", "");
	check("\\*", "");
	check("", "");
}

static void a_leading_dot_is_matched_by_a_dot_only(void **state)
{
	(void)state;
	check(".*", ".hidden.c ");
	check(".*.c", ".hidden.c ");
	check("[.]hidden.c", "");
	check("?hidden.c", "");
	check("dir/.*", "dir/.dot ");
	check("dir/*t", "");
	check("\\.h*", ".hidden.c ");
}

static void each_component_is_matched_by_itself(void **state)
{
	(void)state;
	check("*/x.c", "dir/x.c link/x.c other/x.c ");
	check("dir/*.c", "dir/x.c ");
	check("./a*", "./a.c ");
	check("dir/../a*", "dir/../a.c ");
	check("o*/*", "other/x.c ");
	check("dir/*/*.c", "dir/self/x.c dir/sub/deep.c ");
	check("di[r/x].c", "");
	check("dir?x.c", "");
	check("dir//x*", "dir//x.c ");
	check("*/sub/../x.c", "dir/sub/../x.c link/sub/../x.c ");
}

static void a_slash_at_the_end_wants_directories(void **state)
{
	(void)state;
	check("*/", "dir/ link/ other/ ");
	check("a*/", "");
	check("dir/*/", "dir/self/ dir/sub/ ");
	check("d*//", "dir// ");
	check("*/.", "dir/. link/. other/. ");
}

static void a_dangling_link_is_a_name_like_others(void **state)
{
	(void)state;
	check("dang*", "dangling ");
	check("dang*/", "");
	check("dang*/*", "");
	check("?/dangling", "");
	check("[.]/dangling", "");
	check("*dir/../dangling", "dir/../dangling ");
}

static void quoted_characters_are_literal(void **state)
{
	(void)state;
	check("star\\**", "star* ");
	check("*\\*", "star* ");
	check("\\[x\\]*", "[x] ");
	check("*[*]", "star* ");
	check("d\\ir/x*", "dir/x.c ");
}

static void names_may_hold_any_bytes(void **state)
{
	(void)state;
	check("new*", "new\nline ");
	check("?\xfe", "\xff\xfe ");
	check("\xff*", "\xff\xfe ");
	check("new?line", "new\nline ");
}

static void absolute_patterns_begin_at_the_root(void **state)
{
	struct strbuf pattern = STRBUF_INIT, path = STRBUF_INIT;

	(void)state;
	check("/de[v]", "/dev ");
	check("//de[v]", "//dev ");
	check("/dev/nul[l]", "/dev/null ");
	strbuf_addf(&pattern, "%s/a*", directory);
	strbuf_addf(&path, "%s/a.c ", directory);
	check(strbuf_str(&pattern), strbuf_str(&path));
	strbuf_fini(&pattern);
	strbuf_fini(&path);
}

static void a_link_to_itself_ends(void **state)
{
	struct strbuf pattern = STRBUF_INIT;
	struct arena arena = ARENA_INIT;
	struct vec list = VEC_INIT;

	(void)state;
	strbuf_adds(&pattern, "dir");
	for (int i = 0; i < 3000; i++)
		strbuf_adds(&pattern, "/sel?");
	assert_false(glob_expand(&arena, strbuf_str(&pattern), &list));
	strbuf_fini(&pattern);
	vec_fini(&list);
	arena_fini(&arena);
}

static void a_path_that_is_too_long_is_no_match(void **state)
{
	struct strbuf pattern = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 20000; i++)
		strbuf_adds(&pattern, "./");
	strbuf_adds(&pattern, "*");
	check(strbuf_str(&pattern), "");
	strbuf_fini(&pattern);
}

static void a_question_mark_is_a_character_of_the_locale(void **state)
{
	(void)state;
	check("?", "");
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	check("?", "\u00e9 ");
	assert_non_null(setlocale(LC_CTYPE, "C"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_that_match_are_sorted),
		cmocka_unit_test(no_match_is_none),
		cmocka_unit_test(text_without_magic_is_not_looked_for),
		cmocka_unit_test(a_leading_dot_is_matched_by_a_dot_only),
		cmocka_unit_test(each_component_is_matched_by_itself),
		cmocka_unit_test(a_slash_at_the_end_wants_directories),
		cmocka_unit_test(a_dangling_link_is_a_name_like_others),
		cmocka_unit_test(quoted_characters_are_literal),
		cmocka_unit_test(names_may_hold_any_bytes),
		cmocka_unit_test(absolute_patterns_begin_at_the_root),
		cmocka_unit_test(a_link_to_itself_ends),
		cmocka_unit_test(a_path_that_is_too_long_is_no_match),
		cmocka_unit_test(a_question_mark_is_a_character_of_the_locale),
	};

	return cmocka_run_group_tests_name("glob", tests, set_up, tear_down);
}
