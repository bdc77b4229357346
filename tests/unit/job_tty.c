/*
 * job_tty.c - tests of the job core on a terminal
 *
 * Each test forks a session on a new pty and plays a shell in it, which uses
 * the core only. The test types on the other side of the pty, and reads what
 * the shell and its jobs write. The shell writes what its observer was told
 * and what the kernel says of the terminal; a session that hangs is ended by
 * an alarm, and its output then lacks what the test waits for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/procfs.h"
#include "job/sig.h"
#include "job/wait.h"
#include "job_fixture.h"

enum { PATIENCE_MS = 30000 };

struct session {
	pid_t pid;
	int master;
	struct strbuf seen; /* all output; the master's CR LF as LF */
	size_t read_up_to;  /* what await_output() has gone by */
};

static struct session session_start(void (*play)(void))
{
	struct session session = { .seen = STRBUF_INIT };

	session.pid = forkpty(&session.master, NULL, NULL, NULL);
	if (session.pid == 0) {
		play();
		_exit(0);
	}
	assert_true(session.pid > 0);
	return session;
}

/* Read more; false at the end, or when nothing comes. */
static bool read_some(struct session *session)
{
	struct pollfd polled = { .fd = session->master, .events = POLLIN };
	char bytes[4096];
	ssize_t i, n;

	if (poll(&polled, 1, PATIENCE_MS) <= 0)
		return false;
	n = read(session->master, bytes, sizeof bytes);
	for (i = 0; i < n; i++)
		if (bytes[i] != '\r')
			strbuf_addc(&session->seen, bytes[i]);
	return n > 0;
}

/* Read until TEXT comes, after what was awaited before. */
static void await_output(struct session *session, const char *text)
{
	const char *found;

	do {
		found = strstr(
		    strbuf_str(&session->seen) + session->read_up_to, text);
		if (found) {
			session->read_up_to =
			    (size_t)(found - session->seen.s) + strlen(text);
			return;
		}
	} while (read_some(session));
	(void)kill(session->pid, SIGKILL);
	fail_msg("\"%s\" did not come in: %s", text,
	    strbuf_str(&session->seen) + session->read_up_to);
}

/* The number that follows TEXT, up to the end of its line. */
static pid_t await_pid(struct session *session, const char *text)
{
	size_t number;

	await_output(session, text);
	number = session->read_up_to;
	await_output(session, "\n");
	return (pid_t)strtol(session->seen.s + number, NULL, 10);
}

static void type_keys(struct session *session, const char *keys)
{
	assert_int_equal(
	    write(session->master, keys, strlen(keys)), strlen(keys));
}

/* Wait for the session's end. */
static void session_end(struct session *session)
{
	int wait_status = -1;

	while (read_some(session))
		continue;
	(void)close(session->master);
	assert_int_equal(waitpid(session->pid, &wait_status, 0), session->pid);
	assert_int_equal(wait_status, 0);
	strbuf_fini(&session->seen);
}

/* The shell of a session. */
static struct fixture *interactive_shell(void)
{
	static struct fixture fixture;

	fixture_init(&fixture);
	if (job_control_start(&fixture.jc, true) != JOB_CONTROL_ON) {
		(void)dprintf(2, "no job control\n");
		_exit(1);
	}
	return &fixture;
}

static void say_trail(struct fixture *fixture)
{
	(void)dprintf(2, "trail: %s\n", strbuf_str(&fixture->trail));
	strbuf_reset(&fixture->trail);
}

static void say_foreground(const struct fixture *fixture)
{
	(void)dprintf(2, "foreground: %s\n",
	    tty_foreground(&fixture->jc.tty) == getpgrp() ? "shell" : "other");
}

static void say_modes(const struct fixture *fixture)
{
	struct termios modes;

	(void)tcgetattr(fixture->jc.tty.fd, &modes);
	(void)dprintf(2, "modes:%s%s%s%s%s erase=%d\n",
	    modes.c_lflag & ICANON ? " icanon" : "",
	    modes.c_lflag & ECHO ? " echo" : "",
	    modes.c_lflag & ISIG ? " isig" : "",
	    modes.c_iflag & ICRNL ? " icrnl" : "",
	    modes.c_oflag & OPOST ? " opost" : "", modes.c_cc[VERASE]);
}

static struct job *run_foreground(struct fixture *fixture, const char *script)
{
	struct job *job = start_script(fixture, script, true);

	job_wait_foreground(&fixture->jc, job);
	return job;
}

/* Group and foreground group as a program finds them right after its exec. */
#define SAY_GROUPS                                                             \
	"read -r pid name s ppid pgrp session tty tpgid rest "                 \
	"</proc/self/stat; [ $pgrp = $tpgid ] && echo in front || echo behind"

static void play_hand_over(void)
{
	struct fixture *fixture = interactive_shell();
	struct job *job;

	for (int i = 0; i < 20; i++) {
		job = run_foreground(fixture, SAY_GROUPS);
		job_table_remove(&fixture->jc.table, job);
	}
	job = start_script(fixture, SAY_GROUPS, false);
	while (job_is_alive(job))
		(void)jobs_wait_step(&fixture->jc, -1, -1);
	say_foreground(fixture);
}

static void foreground_job_has_the_terminal_from_its_first_moment(void **state)
{
	struct session session = session_start(play_hand_over);
	int i;

	(void)state;
	for (i = 0; i < 20; i++)
		await_output(&session, "in front\n");
	await_output(&session, "behind\nforeground: shell\n");
	session_end(&session);
}

static void play_stop(void)
{
	struct fixture *fixture = interactive_shell();
	struct job *job = run_foreground(fixture, "echo ready; exec cat");

	(void)dprintf(
	    2, "job %u status %d\n", job->number, job_status(job, false));
	say_foreground(fixture);
	say_trail(fixture);
	(void)job_to_foreground(&fixture->jc, job);
	(void)dprintf(2, "status %d\n", job_status(job, false));
	say_foreground(fixture);
	say_trail(fixture);
}

static void keys_stop_resume_and_end_a_job(void **state)
{
	struct session session = session_start(play_stop);

	(void)state;
	await_output(&session, "ready\n");
	type_keys(&session, "\032"); /* ^Z */
	await_output(&session, "job 1 status 148\nforeground: shell\n");
	await_output(&session,
	    "trail: fork setpgid tty:job wait:stopTSTP tty:shell saved \n");
	type_keys(&session, "text\n");
	await_output(&session, "text\ntext\n"); /* the echo, and cat's */
	type_keys(&session, "\003");            /* ^C */
	await_output(&session, "status 130\nforeground: shell\n");
	await_output(&session, "trail: restored tty:job group:CONT ");
	await_output(&session, "wait:INT tty:shell");
	session_end(&session);
}

static void play_pipeline_stop(void)
{
	struct fixture *fixture = interactive_shell();
	struct job *job = start_script(fixture, "exec sleep 60", true);

	add_script(fixture, job, "exec sleep 60");
	add_script(fixture, job, "echo ready; exec cat");
	job_wait_foreground(&fixture->jc, job);
	(void)dprintf(2, "stopped %zu of %zu\n", job->stopped, job->count);
	(void)job_to_foreground(&fixture->jc, job);
	(void)dprintf(2, "left %zu\n", job->running + job->stopped);
}

static void keys_reach_every_member(void **state)
{
	struct session session = session_start(play_pipeline_stop);

	(void)state;
	await_output(&session, "ready\n");
	type_keys(&session, "\032");
	await_output(&session, "stopped 3 of 3\n");
	type_keys(&session, "x\n");
	await_output(&session, "x\nx\n"); /* it is in front again */
	type_keys(&session, "\034");      /* ^\ */
	await_output(&session, "left 0\n");
	session_end(&session);
}

static void play_raw_exit(void)
{
	struct fixture *fixture = interactive_shell();

	say_modes(fixture);
	(void)run_foreground(
	    fixture, "stty raw -echo -isig -icrnl -opost erase x");
	say_modes(fixture);
	say_trail(fixture);
}

static void terminal_is_made_usable_after_a_raw_exit(void **state)
{
	struct session session = session_start(play_raw_exit);

	(void)state;
	await_output(
	    &session, "modes: icanon echo isig icrnl opost erase=127\n");
	/* What does not make it unusable stays as the job left it. */
	await_output(
	    &session, "modes: icanon echo isig icrnl opost erase=120\n");
	await_output(&session, "tty:shell repaired ");
	session_end(&session);
}

static void play_raw_death(void)
{
	struct fixture *fixture = interactive_shell();

	(void)run_foreground(fixture, "stty raw -echo erase x; kill -9 $$");
	say_modes(fixture);
}

static void all_modes_come_back_when_a_signal_ended_the_job(void **state)
{
	struct session session = session_start(play_raw_death);

	(void)state;
	await_output(
	    &session, "modes: icanon echo isig icrnl opost erase=127\n");
	session_end(&session);
}

static void play_stty(void)
{
	struct fixture *fixture = interactive_shell();
	struct job *job = start_script(fixture, "stty -echo erase x", true);

	job->sets_modes = true;
	job_wait_foreground(&fixture->jc, job);
	say_modes(fixture);
	say_trail(fixture);
	(void)run_foreground(fixture, "stty sane; kill -9 $$");
	say_modes(fixture);
	job = start_script(fixture, "stty -icanon; exit 1", true);
	job->sets_modes = true;
	job_wait_foreground(&fixture->jc, job);
	say_modes(fixture);
}

static void modes_set_on_purpose_become_the_shells(void **state)
{
	struct session session = session_start(play_stty);

	(void)state;
	await_output(&session, "modes: icanon isig icrnl opost erase=120\n");
	await_output(&session, "adopted ");
	/* A job that died gets the shell's modes undone, not the first ones. */
	await_output(&session, "modes: icanon isig icrnl opost erase=120\n");
	/* One that failed set nothing on purpose. */
	await_output(&session, "modes: icanon isig icrnl opost erase=120\n");
	session_end(&session);
}

static void play_modes_of_a_stopped_job(void)
{
	struct fixture *fixture = interactive_shell();
	struct job *job = run_foreground(fixture,
	    "stty -echo -icrnl; echo ready; kill -TSTP $$; stty -a; exit 0");

	say_modes(fixture);
	(void)job_to_foreground(&fixture->jc, job);
	say_modes(fixture);
}

static void stopped_job_finds_its_modes_again(void **state)
{
	struct session session = session_start(play_modes_of_a_stopped_job);

	(void)state;
	await_output(
	    &session, "modes: icanon echo isig icrnl opost erase=127\n");
	await_output(&session, "-icrnl");
	await_output(&session, "-echo ");
	await_output(
	    &session, "modes: icanon echo isig icrnl opost erase=127\n");
	session_end(&session);
}

static void play_read_from_the_background(void)
{
	struct fixture *fixture = interactive_shell();
	struct job *job = start_script(fixture, "exec cat", false);

	job_table_list(&fixture->jc.table, job);
	while (job_state(job) == JOB_RUNNING)
		(void)jobs_wait_step(&fixture->jc, -1, -1);
	(void)dprintf(2, "stopped by %d\n", job->last->code);
	(void)job_to_foreground(&fixture->jc, job);
	(void)dprintf(2, "status %d\n", job_status(job, false));
}

static void background_job_stops_when_it_reads(void **state)
{
	struct session session = session_start(play_read_from_the_background);

	(void)state;
	await_output(&session, "stopped by 21\n"); /* SIGTTIN */
	type_keys(&session, "line\n");
	await_output(&session, "line\nline\n");
	type_keys(&session, "\004"); /* ^D */
	await_output(&session, "status 0\n");
	session_end(&session);
}

/* Send SIGTSTP to whoever is in the foreground but the shell, without pause,
 * until the shell ends. */
_Noreturn static void stop_without_pause(pid_t shell)
{
	pid_t foreground;

	while (getppid() == shell) {
		foreground = tcgetpgrp(STDIN_FILENO);
		if (foreground > 0 && foreground != shell)
			(void)kill(-foreground, SIGTSTP);
	}
	_exit(0);
}

static void play_stop_storm(void)
{
	struct fixture *fixture = interactive_shell();
	pid_t shell = getpid();
	pid_t stopper = fork();
	int stops = 0;

	if (stopper == 0) {
		(void)setpgid(0, 0);
		stop_without_pause(shell);
	}
	for (int i = 0; i < 300; i++) {
		struct job *job = start_script(fixture, "exit 7", true);

		job_wait_foreground(&fixture->jc, job);
		while (job_state(job) == JOB_STOPPED) {
			stops++;
			/* In the background nobody stops it. */
			(void)job_continue(&fixture->jc, job);
			while (job_state(job) == JOB_RUNNING)
				(void)jobs_wait_step(&fixture->jc, -1, -1);
		}
		if (job_status(job, false) != 7)
			(void)dprintf(2, "status %d\n", job_status(job, false));
		job_table_remove(&fixture->jc.table, job);
	}
	(void)kill(stopper, SIGKILL);
	(void)waitpid(stopper, NULL, 0);
	(void)dprintf(2, "%s, all ended\n", stops ? "stopped" : "no stop");
}

static void stop_storm_does_not_hang_the_shell(void **state)
{
	struct session session = session_start(play_stop_storm);

	(void)state;
	await_output(&session, "stopped, all ended\n");
	assert_null(strstr(session.seen.s, "status"));
	session_end(&session);
}

/* Stop the job that has just been given the terminal, then let it open FIFO. */
_Noreturn static void stop_then_open(pid_t shell, const char *fifo)
{
	pid_t foreground;
	int fd;

	do
		foreground = tcgetpgrp(STDIN_FILENO);
	while (foreground == shell);
	(void)kill(-foreground, SIGTSTP);
	fd = open(fifo, O_WRONLY | O_CLOEXEC);
	_exit(fd < 0);
}

/* The child waits for a writer of the FIFO after it was given the terminal and
 * before it executes its program: that is where the stop comes. */
static void play_stop_before_exec(void)
{
	struct fixture *fixture = interactive_shell();
	pid_t shell = getpid(), stopper;
	char dir[] = "/tmp/jsh-tty-XXXXXX", fifo[sizeof dir + 5];
	struct fd_action action = {
		.type = FD_OPEN, .fd = 3, .flags = O_RDONLY, .path = fifo
	};
	int status;

	if (!mkdtemp(dir))
		return;
	(void)snprintf(fifo, sizeof fifo, "%s/fifo", dir);
	(void)mkfifo(fifo, 0600);
	stopper = fork();
	if (stopper == 0) {
		(void)setpgid(0, 0);
		stop_then_open(shell, fifo);
	}
	status = run_script(fixture, "read -r x", &action, 1);
	(void)dprintf(2, "status %d\n", status);
	(void)waitpid(stopper, NULL, 0);
	(void)unlink(fifo);
	(void)rmdir(dir);
}

static void stop_just_before_exec_stops_the_program_after_it(void **state)
{
	struct session session = session_start(play_stop_before_exec);

	(void)state;
	await_output(&session, "status 148\n");
	session_end(&session);
}

/* In a child in a group of its own, in the background of the session. */
static pid_t start_in_background(void (*play)(void))
{
	pid_t pid = fork();

	if (pid != 0)
		return pid;
	(void)setpgid(0, 0);
	play();
	_exit(0);
}

static void play_start_and_say(void)
{
	struct fixture *fixture = interactive_shell();

	say_foreground(fixture);
	job_control_stop(&fixture->jc);
}

static void play_background_start(void)
{
	pid_t pid = start_in_background(play_start_and_say);
	int wait_status = 0;

	(void)signal(SIGTTOU, SIG_IGN);
	(void)waitpid(pid, &wait_status, WUNTRACED);
	(void)dprintf(2, "stopped by %d\n", WSTOPSIG(wait_status));
	/* `bg`: it stops again. */
	(void)kill(pid, SIGCONT);
	(void)waitpid(pid, &wait_status, WUNTRACED);
	(void)dprintf(2, "stopped by %d\n", WSTOPSIG(wait_status));
	(void)tcsetpgrp(STDIN_FILENO, pid);
	(void)kill(pid, SIGCONT);
	(void)waitpid(pid, &wait_status, WUNTRACED);
	(void)dprintf(2, "ended with %d\n", wait_status);
}

static void shell_in_the_background_stops_until_it_is_in_front(void **state)
{
	struct session session = session_start(play_background_start);

	(void)state;
	await_output(&session, "stopped by 21\nstopped by 21\n");
	await_output(&session, "foreground: shell\nended with 0\n");
	session_end(&session);
}

static void play_orphan(void)
{
	struct job_control jc;
	struct proc_stat parent;

	/* Until the parent is one of another session: init, or who acts so. */
	while (
	    !proc_stat_read(getppid(), &parent) || parent.session == getsid(0))
		continue;
	sig_init();
	job_control_init(&jc);
	if (job_control_start(&jc, true) == JOB_CONTROL_ORPHANED)
		(void)dprintf(2, "orphaned, terminal %d\n", jc.tty.fd);
	job_control_fini(&jc);
}

static void play_make_orphan(void)
{
	int ends[2];
	char byte;

	/* The end of the pipe tells of the orphan's end. */
	if (pipe(ends) < 0)
		return;
	if (fork() == 0) {
		(void)start_in_background(play_orphan);
		_exit(0);
	}
	(void)wait(NULL);
	(void)close(ends[1]);
	(void)!read(ends[0], &byte, 1);
}

static void orphaned_shell_gives_up_job_control(void **state)
{
	struct session session = session_start(play_make_orphan);

	(void)state;
	await_output(&session, "orphaned, terminal -1\n");
	session_end(&session);
}

static void play_no_terminal(void)
{
	struct job_control jc;

	if (fork() == 0) {
		(void)setsid();
		sig_init();
		job_control_init(&jc);
		if (job_control_start(&jc, true) == JOB_CONTROL_NO_TTY &&
		    !jc.monitor)
			(void)dprintf(2, "no terminal\n");
		if (job_control_start(&jc, false) == JOB_CONTROL_ON &&
		    jc.monitor)
			(void)dprintf(2, "script all the same\n");
		job_control_fini(&jc);
		_exit(0);
	}
	(void)wait(NULL);
}

static void without_a_terminal_only_a_script_has_job_control(void **state)
{
	struct session session = session_start(play_no_terminal);

	(void)state;
	await_output(&session, "no terminal\nscript all the same\n");
	session_end(&session);
}

static void play_give_back(void)
{
	pid_t parent = getpid();
	int wait_status;

	if (fork() == 0) {
		struct fixture *fixture = interactive_shell();

		(void)dprintf(
		    2, "%s group, ", getpgrp() == getpid() ? "own" : "old");
		job_control_stop(&fixture->jc);
		(void)dprintf(2, "then %s group\n",
		    getpgrp() == parent ? "old" : "other");
		_exit(0);
	}
	(void)wait(&wait_status);
	(void)dprintf(2, "foreground %s\n",
	    tcgetpgrp(STDIN_FILENO) == parent ? "as before" : "lost");
}

static void terminal_and_group_are_given_back(void **state)
{
	struct session session = session_start(play_give_back);

	(void)state;
	await_output(
	    &session, "own group, then old group\nforeground as before\n");
	session_end(&session);
}

static void play_script_stop(void)
{
	static struct fixture fixture;
	int wait_status = 0;
	pid_t pid = fork();

	(void)signal(SIGTTOU, SIG_IGN);
	if (pid == 0) {
		(void)signal(SIGTTOU, SIG_DFL);
		(void)setpgid(0, 0);
		(void)raise(SIGSTOP); /* until it is in front */
		fixture_init(&fixture);
		(void)job_control_start(&fixture.jc, false);
		_exit(run_script(
		    &fixture, "echo ready; read -r x; exit $x", NULL, 0));
	}
	(void)waitpid(pid, &wait_status, WUNTRACED);
	(void)tcsetpgrp(STDIN_FILENO, pid);
	(void)kill(pid, SIGCONT);
	(void)waitpid(pid, &wait_status, WUNTRACED);
	(void)dprintf(2, "script stopped by %d\n", WSTOPSIG(wait_status));
	(void)dprintf(2, "terminal %s\n",
	    tcgetpgrp(STDIN_FILENO) == pid ? "taken back" : "with the job");
	(void)tcsetpgrp(STDIN_FILENO, pid);
	(void)kill(pid, SIGCONT);
	(void)waitpid(pid, &wait_status, WUNTRACED);
	(void)dprintf(2, "script ended with %d\n", WEXITSTATUS(wait_status));
}

static void script_with_job_control_stops_and_goes_on_with_its_job(void **state)
{
	struct session session = session_start(play_script_stop);

	(void)state;
	await_output(&session, "ready\n");
	type_keys(&session, "\032");
	await_output(&session, "script stopped by 20\nterminal taken back\n");
	type_keys(&session, "5\n");
	await_output(&session, "script ended with 5\n");
	session_end(&session);
}

static void play_subshell_stop(void)
{
	struct fixture *fixture = interactive_shell();
	struct job *job = job_table_add(&fixture->jc.table, "( )");

	job->foreground = true;
	if (job_fork(&fixture->jc, job) == 0)
		_exit(run_script(fixture,
		    "trap 'stty echo; echo put right; trap - TSTP;"
		    " kill -TSTP $$' TSTP;"
		    " stty -echo; echo ready $$; until read -r x; do :; done; "
		    "exit $x",
		    NULL, 0));
	job_wait_foreground(&fixture->jc, job);
	(void)dprintf(2, "subshell stopped by %d\n", job->last->code);
	(void)job_to_foreground(&fixture->jc, job);
	(void)dprintf(2, "status %d\n", job_status(job, false));
}

static void subshell_stops_after_what_it_waits_for(void **state)
{
	struct session session = session_start(play_subshell_stop);

	(void)state;
	/* A trap of sh does not run in a read that begins just after the key. */
	await_state(await_pid(&session, "ready "), 'S');
	type_keys(&session, "\032");
	await_output(&session, "put right\n");
	await_output(&session, "subshell stopped by 20\n");
	type_keys(&session, "6\n");
	await_output(&session, "status 6\n");
	session_end(&session);
}

static void play_redirected(void)
{
	struct fixture *fixture;

	(void)close(STDIN_FILENO);
	fixture = interactive_shell();
	(void)dprintf(2, "terminal %s\n",
	    fixture->jc.tty.fd >= 10 ? "above 9" : "in the user's range");
	(void)run_foreground(fixture, SAY_GROUPS);
}

static void terminal_is_found_without_standard_input(void **state)
{
	struct session session = session_start(play_redirected);

	(void)state;
	await_output(&session, "terminal above 9\nin front\n");
	session_end(&session);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    foreground_job_has_the_terminal_from_its_first_moment),
		cmocka_unit_test(keys_stop_resume_and_end_a_job),
		cmocka_unit_test(keys_reach_every_member),
		cmocka_unit_test(terminal_is_made_usable_after_a_raw_exit),
		cmocka_unit_test(
		    all_modes_come_back_when_a_signal_ended_the_job),
		cmocka_unit_test(modes_set_on_purpose_become_the_shells),
		cmocka_unit_test(stopped_job_finds_its_modes_again),
		cmocka_unit_test(background_job_stops_when_it_reads),
		cmocka_unit_test(stop_storm_does_not_hang_the_shell),
		cmocka_unit_test(
		    stop_just_before_exec_stops_the_program_after_it),
		cmocka_unit_test(
		    shell_in_the_background_stops_until_it_is_in_front),
		cmocka_unit_test(orphaned_shell_gives_up_job_control),
		cmocka_unit_test(
		    without_a_terminal_only_a_script_has_job_control),
		cmocka_unit_test(terminal_and_group_are_given_back),
		cmocka_unit_test(
		    script_with_job_control_stops_and_goes_on_with_its_job),
		cmocka_unit_test(subshell_stops_after_what_it_waits_for),
		cmocka_unit_test(terminal_is_found_without_standard_input),
	};

	default_signals();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
