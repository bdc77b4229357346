/*
 * job_tree.c - tests of job/tree on invented processes, of job/hold on real ones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "job/hold.h"
#include "job/tree.h"
#include "job/wait.h"

/* pid, parent, group, session */
#define PROCESS(pid, ppid, pgrp, session)                                      \
	{                                                                      \
		pid, { 'S', ppid, pgrp, session, 0, 0, 1 }, false, false       \
	}

/* The pids of those that are chosen, "10 11 12". */
static void assert_chosen(const struct tree *tree, const char *expected)
{
	struct strbuf pids = STRBUF_INIT;

	for (size_t i = 0; i < tree->count; i++)
		if (tree->all[i].chosen)
			strbuf_addf(&pids, "%s%ld", pids.len ? " " : "",
			    (long)tree->all[i].pid);
	assert_string_equal(strbuf_str(&pids), expected);
	strbuf_fini(&pids);
}

static void children_and_theirs_descend(void **state)
{
	struct tree_process all[] = { PROCESS(5, 1, 5, 5),
		PROCESS(10, 5, 10, 5), PROCESS(11, 10, 10, 5),
		PROCESS(12, 11, 10, 5), PROCESS(20, 5, 20, 5) };
	struct tree tree = { all, 5 };

	(void)state;
	tree_choose(&tree, 10, false);
	tree_choose_descendants(&tree);
	assert_chosen(&tree, "10 11 12");
}

static void a_child_with_a_lower_number_descends_too(void **state)
{
	struct tree_process all[] = { PROCESS(7, 12, 10, 5),
		PROCESS(10, 5, 10, 5), PROCESS(12, 10, 10, 5) };
	struct tree tree = { all, 3 };

	(void)state;
	tree_choose(&tree, 10, false);
	tree_choose_descendants(&tree);
	assert_chosen(&tree, "7 10 12");
}

static void who_left_the_group_or_the_session_descends(void **state)
{
	struct tree_process all[] = { PROCESS(10, 5, 10, 5),
		PROCESS(11, 10, 11, 5), PROCESS(12, 10, 12, 12) };
	struct tree tree = { all, 3 };

	(void)state;
	tree_choose(&tree, 10, false);
	tree_choose_descendants(&tree);
	assert_chosen(&tree, "10 11 12");
}

/* 12 made a session, in it 13 made 14 and ended. */
static void an_orphan_in_a_descendants_session_descends(void **state)
{
	struct tree_process all[] = { PROCESS(10, 5, 10, 5),
		PROCESS(12, 10, 12, 12), PROCESS(14, 1, 13, 12),
		PROCESS(15, 1, 15, 15) };
	struct tree tree = { all, 4 };

	(void)state;
	tree_choose(&tree, 10, false);
	tree_choose_descendants(&tree);
	assert_chosen(&tree, "10 12 14");
}

/* 10 | 11, where 10 leads the group: a sibling is no child. */
static void a_sibling_in_the_group_does_not_descend(void **state)
{
	struct tree_process all[] = { PROCESS(10, 5, 10, 5),
		PROCESS(11, 5, 10, 5), PROCESS(12, 10, 10, 5) };
	struct tree tree = { all, 3 };

	(void)state;
	tree_choose(&tree, 10, false);
	tree_choose_descendants(&tree);
	assert_chosen(&tree, "10 12");
}

static void all_of_a_group_are_chosen(void **state)
{
	struct tree_process all[] = { PROCESS(10, 5, 10, 5),
		PROCESS(11, 5, 10, 5), PROCESS(12, 11, 12, 5),
		PROCESS(13, 1, 10, 5) };
	struct tree tree = { all, 4 };

	(void)state;
	tree_choose_group(&tree, 10);
	assert_chosen(&tree, "10 11 13");
	tree_choose_descendants(&tree);
	assert_chosen(&tree, "10 11 12 13");
}

static void who_is_not_there_is_not_chosen(void **state)
{
	struct tree_process all[] = { PROCESS(10, 5, 10, 5) };
	struct tree tree = { all, 1 };

	(void)state;
	tree_choose(&tree, 11, false);
	tree_choose_descendants(&tree);
	assert_chosen(&tree, "");
}

static void the_system_is_read(void **state)
{
	struct tree tree;
	struct tree_process *self;

	(void)state;
	assert_true(tree_read(&tree));
	self = tree_find(&tree, getpid());
	assert_non_null(self);
	assert_int_equal(self->stat.ppid, getppid());
	for (size_t i = 1; i < tree.count; i++)
		assert_true(tree.all[i - 1].pid < tree.all[i].pid);
	tree_fini(&tree);
}

static pid_t start_child(void)
{
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		for (;;)
			(void)pause();
	}
	return pid;
}

static void what_is_held_is_signalled_and_told_when_it_ends(void **state)
{
	pid_t pid = start_child();
	struct hold hold;

	(void)state;
	hold_init(&hold);
	assert_true(hold_add_pid(&hold, pid));
	hold_update(&hold);
	assert_int_equal(hold.living, 1);
	assert_true(hold_signal(&hold.items[0], SIGKILL));
	assert_int_equal(event_wait(hold.poll_fd, 10000), EVENT_INPUT);
	hold_update(&hold);
	assert_int_equal(hold.living, 0);
	assert_false(hold_signal(&hold.items[0], SIGKILL));
	assert_int_equal(errno, ESRCH);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	hold_fini(&hold);
}

/* As a snapshot that is out of date would have it. */
static void another_process_with_the_number_is_not_held(void **state)
{
	struct tree_process stale = { .pid = start_child() };
	struct hold hold;

	(void)state;
	hold_init(&hold);
	assert_true(proc_stat_read(stale.pid, &stale.stat));
	stale.stat.start_ticks--;
	assert_false(hold_add(&hold, &stale));
	assert_int_equal(errno, ESRCH);
	assert_int_equal(hold.count, 0);
	assert_int_equal(kill(stale.pid, SIGKILL), 0);
	assert_int_equal(waitpid(stale.pid, NULL, 0), stale.pid);
	hold_fini(&hold);
}

static void who_has_ended_cannot_be_held(void **state)
{
	pid_t pid = start_child();
	struct hold hold;

	(void)state;
	assert_int_equal(kill(pid, SIGKILL), 0);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	hold_init(&hold);
	assert_false(hold_add_pid(&hold, pid));
	hold_fini(&hold);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(children_and_theirs_descend),
		cmocka_unit_test(a_child_with_a_lower_number_descends_too),
		cmocka_unit_test(who_left_the_group_or_the_session_descends),
		cmocka_unit_test(an_orphan_in_a_descendants_session_descends),
		cmocka_unit_test(a_sibling_in_the_group_does_not_descend),
		cmocka_unit_test(all_of_a_group_are_chosen),
		cmocka_unit_test(who_is_not_there_is_not_chosen),
		cmocka_unit_test(the_system_is_read),
		cmocka_unit_test(
		    what_is_held_is_signalled_and_told_when_it_ends),
		cmocka_unit_test(another_process_with_the_number_is_not_held),
		cmocka_unit_test(who_has_ended_cannot_be_held),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
