/*
 * complete_run.c - candidates from a completer of the user's
 *
 * The completer is a job that is never listed, with job control in a group of
 * its own: the terminal's keys do not reach it, and one signal ends all of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/complete_run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fdio.h"
#include "base/mem.h"
#include "exec/run.h"
#include "job/launch.h"
#include "job/sig_flags.h"
#include "job/wait.h"

/* Nobody looks at more. */
enum { OUTPUT_MAX = 1 << 20 };

static void set_variable(struct shell *sh, const char *name, const char *value)
{
	var_set_always(sh, name, value);
	var_export(sh, name);
}

static void add_argument(struct strbuf *sb, const char *text)
{
	strbuf_adds(sb, " '");
	for (; *text; text++)
		if (*text == '\'')
			strbuf_adds(sb, "'\\''");
		else
			strbuf_addc(sb, *text);
	strbuf_addc(sb, '\'');
}

/* In the child. */
static bool redirect(int output)
{
	const struct fd_action null_in = { .type = FD_OPEN,
		.fd = STDIN_FILENO,
		.flags = O_RDONLY,
		.path = "/dev/null" };
	const struct fd_action null_out = { .type = FD_OPEN,
		.fd = STDERR_FILENO,
		.flags = O_WRONLY,
		.path = "/dev/null" };

	return dup2(output, STDOUT_FILENO) >= 0 &&
	       fd_action_apply(&null_in) == 0 &&
	       fd_action_apply(&null_out) == 0;
}

_Noreturn static void run_in_child(struct shell *sh,
    const struct completer *completer, const struct complete_call *call,
    int ends[2])
{
	struct strbuf command = STRBUF_INIT;
	char *point = xasprintf("%zu", call->cursor);

	if (!redirect(ends[1]))
		_exit(1);
	(void)close(ends[0]); /* a pipe: nothing can be lost here */
	(void)close(ends[1]);
	set_variable(sh, "COMP_LINE", call->line);
	set_variable(sh, "COMP_POINT", point);
	strbuf_adds(&command, completer->text);
	add_argument(&command, call->command);
	add_argument(&command, call->word);
	add_argument(&command, call->previous);
	run_exit(sh, run_string(sh, command.s, 1, EXEC_LAST));
}

/* ^C, a trap that is due, a hang-up: anything but a child's end or a resize. */
static bool is_called_away(const struct shell *sh)
{
	if (!trap_get(sh, SIGINT) && sig_take(SIGINT))
		return true;
	for (int signo = 1; signo < NSIG; signo++)
		if (signo != SIGCHLD && signo != SIGWINCH &&
		    sig_is_pending(signo))
			return true;
	return false;
}

/* False when it was not read to its end. */
static bool read_output(const struct shell *sh, int fd, struct strbuf *output)
{
	char block[4096];
	ssize_t n = 1;

	while (n && output->len < OUTPUT_MAX) {
		if (is_called_away(sh))
			return false;
		if (event_wait(fd, -1) != EVENT_INPUT)
			continue;
		n = read(fd, block, sizeof block);
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			strbuf_add(output, block, (size_t)n);
	}
	return true;
}

/* It has said all that it had to say. */
static void end_job(struct shell *sh, struct job *job, pid_t pid)
{
	if (job_is_alive(job))
		(void)job_signal(&sh->jobs, job, SIGKILL);
	while (job_is_alive(job) && jobs_reap_one(&sh->jobs, pid))
		; /* it ends at once */
	job_table_remove(&sh->jobs.table, job);
}

static void offer_line(struct complete_list *list, char *line)
{
	char *about = strchr(line, '\t');
	size_t len;

	if (about)
		*about++ = '\0';
	len = strlen(line);
	if (len)
		complete_offer(list, line, NULL, about,
		    strchr("/=", line[len - 1]) ? "" : " ");
}

static void offer_lines(
    struct complete_list *list, char *text, const char *separators)
{
	char *rest = NULL, *line;

	for (line = strtok_r(text, separators, &rest); line;
	     line = strtok_r(NULL, separators, &rest))
		offer_line(list, line);
}

static void run_job(struct shell *sh, struct complete_list *list,
    const struct completer *completer, const struct complete_call *call,
    int ends[2])
{
	struct job *job = job_table_add(&sh->jobs.table, "");
	struct strbuf output = STRBUF_INIT;
	pid_t pid = job_fork(&sh->jobs, job);

	if (pid == 0)
		run_in_child(sh, completer, call, ends);
	(void)close(ends[1]);
	if (pid < 0) {
		job_table_remove(&sh->jobs.table, job);
	} else {
		if (read_output(sh, ends[0], &output) && output.len)
			offer_lines(list, output.s, "\n");
		end_job(sh, job, pid);
	}
	strbuf_fini(&output);
}

void complete_run(struct shell *sh, struct complete_list *list,
    const struct completer *completer, const struct complete_call *call)
{
	int ends[2];
	char *words;

	if (completer->kind == COMPLETER_WORDS) {
		words = xstrdup(completer->text);
		offer_lines(list, words, " \t\n");
		free(words);
	} else if (fd_pipe_high(ends)) {
		run_job(sh, list, completer, call, ends);
		(void)close(ends[0]);
	}
}
