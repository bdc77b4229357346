/*
 * job_fixture.h - what the tests of the job core share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_TESTS_JOB_FIXTURE_H
#define JSH_TESTS_JOB_FIXTURE_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "job/control.h"
#include "job/launch.h"

/* A core with an observer that writes down what it is told. */
struct fixture {
	struct job_control jc;
	struct observer observer;
	struct strbuf trail; /* "fork setpgid wait:exit3 " */
};

/* cmocka's setup and teardown: *state is a struct fixture, without job control
 * and without a terminal. */
int fixture_make(void **state);
int fixture_free(void **state);
void fixture_init(struct fixture *fixture);
void fixture_fini(struct fixture *fixture);

/* Signals at their defaults, for main() to begin with, that may be ignored: for who
 * is started in the background of a script, by nohup, or by Python. */
void default_signals(void);

/* A new job: `sh -c SCRIPT`, started. */
struct job *start_script(
    struct fixture *fixture, const char *script, bool foreground);

/* One more `sh -c SCRIPT` as a member of JOB. */
pid_t add_script(struct fixture *fixture, struct job *job, const char *script);

/* Wait until PROCESS is in state LETTER of /proc/PID/stat (Z: ended). */
void await_state(pid_t pid, char letter);

/* Run `sh -c SCRIPT` with the fd actions given; its status. */
int run_script(struct fixture *fixture, const char *script,
    const struct fd_action *actions, size_t count);

/* All of a file's text; free() it. */
char *file_text(const char *path);

#endif
