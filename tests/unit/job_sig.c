/*
 * job_sig.c - tests of job/sig and event_wait()
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "job/sig.h"
#include "job/sig_flags.h"
#include "job/wait.h"

static bool kernel_has(int signo, void (*handler)(int))
{
	struct sigaction action;

	return sigaction(signo, NULL, &action) == 0 &&
	       action.sa_handler == handler;
}

static int kernel_flags(int signo)
{
	struct sigaction action;

	assert_int_equal(sigaction(signo, NULL, &action), 0);
	return action.sa_flags;
}

static bool kernel_blocks(int signo)
{
	sigset_t mask;

	return sigprocmask(SIG_SETMASK, NULL, &mask) == 0 &&
	       sigismember(&mask, signo) == 1;
}

static void caught_signal_sets_a_flag_until_taken(void **state)
{
	(void)state;
	sig_catch(SIGUSR1);
	assert_false(sig_any_pending());
	(void)raise(SIGUSR1);
	assert_true(sig_any_pending());
	assert_true(sig_is_pending(SIGUSR1));
	assert_false(sig_is_pending(SIGUSR2));
	assert_true(sig_take(SIGUSR1));
	assert_false(sig_take(SIGUSR1));
	assert_false(sig_any_pending());
	sig_default(SIGUSR1);
	sig_drain();
}

static void two_caught_signals_are_two_flags(void **state)
{
	(void)state;
	sig_catch(SIGUSR1);
	sig_catch(SIGUSR2);
	(void)raise(SIGUSR1);
	(void)raise(SIGUSR2);
	assert_true(sig_take(SIGUSR1));
	assert_true(sig_any_pending());
	assert_true(sig_take(SIGUSR2));
	assert_false(sig_any_pending());
	sig_default(SIGUSR1);
	sig_default(SIGUSR2);
	sig_drain();
}

static void handler_keeps_errno(void **state)
{
	(void)state;
	sig_catch(SIGUSR1);
	errno = ENOTTY;
	(void)raise(SIGUSR1);
	assert_int_equal(errno, ENOTTY);
	(void)sig_take(SIGUSR1);
	sig_default(SIGUSR1);
	sig_drain();
}

static void self_pipe_is_the_shells_own(void **state)
{
	(void)state;
	sig_catch(SIGUSR1);
	assert_true(sig_wake_fd() >= 10);
	assert_int_equal(fcntl(sig_wake_fd(), F_GETFD), FD_CLOEXEC);
	sig_default(SIGUSR1);
}

static void full_self_pipe_never_blocks(void **state)
{
	int i;

	(void)state;
	sig_catch(SIGUSR1);
	for (i = 0; i < 70000; i++)
		sig_raise_flag(SIGUSR1);
	assert_int_equal(event_wait(-1, -1), EVENT_SIGNAL);
	assert_int_equal(event_wait(-1, 0), EVENT_TIMEOUT);
	assert_true(sig_take(SIGUSR1));
	sig_default(SIGUSR1);
}

static void guarded_signal_does_nothing(void **state)
{
	(void)state;
	sig_guard(SIGTERM);
	(void)raise(SIGTERM);
	assert_false(sig_any_pending());
	assert_false(kernel_has(SIGTERM, SIG_IGN));
	sig_unguard(SIGTERM);
	assert_true(kernel_has(SIGTERM, SIG_DFL));
}

/* What becomes of a child that writes to a pipe which nobody reads? */
static int fate_of_writer(bool spare_at_first, bool spare)
{
	int ends[2], wait_status;
	pid_t pid;

	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	(void)close(ends[0]);
	pid = fork();
	if (pid == 0) {
		(void)signal(SIGPIPE, SIG_DFL); /* it may be ignored */
		sig_spare_pipe(spare_at_first);
		sig_spare_pipe(spare);
		(void)!write(ends[1], "x", 1);
		_exit(errno == EPIPE && sig_take(SIGPIPE) ? 0 : 1);
	}
	(void)close(ends[1]);
	assert_int_equal(waitpid(pid, &wait_status, 0), pid);
	return wait_status;
}

static void sigpipe_kills_unless_it_is_to_spare(void **state)
{
	(void)state;
	assert_int_equal(fate_of_writer(true, true), 0);
	assert_int_equal(fate_of_writer(false, false), SIGPIPE);
	assert_int_equal(fate_of_writer(true, false), SIGPIPE);
	assert_int_equal(fate_of_writer(true, true), 0);
}

static void who_has_sent_a_signal_is_known(void **state)
{
	(void)state;
	sig_catch(SIGINT);
	(void)kill(getpid(), SIGINT);
	assert_true(sig_is_pending(SIGINT));
	assert_false(sig_came_from_terminal(SIGINT));
	assert_true(sig_take(SIGINT));
	sig_default(SIGINT);
}

static void only_a_guarded_signal_is_unguarded(void **state)
{
	(void)state;
	sig_ignore(SIGUSR1);
	sig_unguard(SIGUSR1);
	assert_true(kernel_has(SIGUSR1, SIG_IGN));
	sig_default(SIGUSR1);
}

static void guarded_ttou_is_blocked(void **state)
{
	(void)state;
	sig_guard(SIGTTOU);
	assert_true(kernel_blocks(SIGTTOU));
	sig_default(SIGTTOU);
	assert_false(kernel_blocks(SIGTTOU));
}

static void guarded_key_is_noted_of_the_terminal_alone(void **state)
{
	(void)state;
	assert_false(sig_raise_key(SIGTSTP));
	sig_guard_key(SIGTSTP);
	(void)raise(SIGTSTP);
	assert_false(sig_take_key(SIGTSTP));
	assert_true(sig_raise_key(SIGTSTP));
	assert_true(sig_take_key(SIGTSTP));
	assert_false(sig_take_key(SIGTSTP));
	sig_unguard(SIGTSTP);
	assert_true(kernel_has(SIGTSTP, SIG_DFL));
}

static void only_int_and_ttin_interrupt_calls(void **state)
{
	(void)state;
	sig_catch(SIGINT);
	sig_guard(SIGTTIN);
	sig_catch(SIGCHLD);
	assert_false(kernel_flags(SIGINT) & SA_RESTART);
	assert_false(kernel_flags(SIGTTIN) & SA_RESTART);
	assert_true(kernel_flags(SIGCHLD) & SA_RESTART);
	sig_default(SIGINT);
	sig_default(SIGTTIN);
	sig_default(SIGCHLD);
}

static void sigchld_is_never_ignored(void **state)
{
	(void)state;
	sig_ignore(SIGCHLD);
	assert_true(kernel_has(SIGCHLD, SIG_DFL));
}

/* The status of a child that runs PLAY: 0 if it returns true. */
static int in_child(bool (*play)(void))
{
	int wait_status = -1;
	pid_t pid = fork();

	if (pid == 0)
		_exit(play() ? 0 : 1);
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &wait_status, 0), pid);
	sig_drain(); /* what its handler wrote to the pipe that it inherited */
	return wait_status;
}

static bool play_entry_state(void)
{
	sigset_t blocked;

	(void)signal(SIGQUIT, SIG_IGN);
	(void)signal(SIGCHLD, SIG_IGN);
	(void)sigemptyset(&blocked);
	(void)sigaddset(&blocked, SIGUSR1);
	(void)sigprocmask(SIG_SETMASK, &blocked, NULL);
	sig_init();
	sig_catch(SIGQUIT);
	sig_catch(SIGUSR1);
	return sig_ignored_at_entry(SIGQUIT) &&
	       !sig_ignored_at_entry(SIGTERM) &&
	       sigismember(sig_entry_mask(), SIGUSR1) == 1 &&
	       !kernel_blocks(SIGUSR1) && kernel_has(SIGCHLD, SIG_DFL);
}

static void state_at_entry_is_noted_and_overcome(void **state)
{
	(void)state;
	assert_int_equal(in_child(play_entry_state), 0);
}

static bool play_reset(void)
{
	int old_wake;

	(void)signal(SIGQUIT, SIG_IGN);
	sig_init();
	sig_catch(SIGUSR1);
	sig_catch(SIGQUIT);
	sig_guard(SIGTERM);
	sig_guard(SIGTTOU);
	sig_ignore(SIGUSR2);
	(void)raise(SIGUSR1);
	old_wake = sig_wake_fd();
	sig_reset_in_child();
	sig_restore_mask(NULL);
	return kernel_has(SIGUSR1, SIG_DFL) && kernel_has(SIGQUIT, SIG_IGN) &&
	       kernel_has(SIGTERM, SIG_DFL) && kernel_has(SIGUSR2, SIG_IGN) &&
	       !kernel_blocks(SIGTTOU) && !sig_any_pending() &&
	       sig_wake_fd() == -1 && fcntl(old_wake, F_GETFD) == -1;
}

static void child_starts_with_a_clean_slate(void **state)
{
	(void)state;
	assert_int_equal(in_child(play_reset), 0);
}

static bool play_way_back(void)
{
	static const int sigs[] = { SIGCHLD, SIGQUIT, SIGTERM, SIGUSR1 };

	(void)signal(SIGCHLD, SIG_IGN);
	(void)signal(SIGQUIT, SIG_IGN);
	(void)signal(SIGVTALRM, SIG_IGN);
	sig_init();
	sig_catch(SIGQUIT);
	sig_catch(SIGTERM);
	sig_forget_ignored(SIGVTALRM);
	for (size_t i = 0; i < sizeof sigs / sizeof *sigs; i++)
		sig_as_at_entry(sigs[i]);
	sig_as_at_entry(SIGVTALRM);
	return kernel_has(SIGCHLD, SIG_DFL) && kernel_has(SIGQUIT, SIG_IGN) &&
	       kernel_has(SIGTERM, SIG_DFL) && kernel_has(SIGUSR1, SIG_DFL) &&
	       kernel_has(SIGVTALRM, SIG_DFL);
}

static void signals_go_back_to_what_they_were_but_for_children(void **state)
{
	(void)state;
	assert_int_equal(in_child(play_way_back), 0);
}

static bool play_own_pipe(void)
{
	sig_init();
	sig_catch(SIGUSR1);
	sig_reset_in_child();
	sig_catch(SIGUSR2);
	(void)raise(SIGUSR2);
	return event_wait(-1, -1) == EVENT_SIGNAL && sig_take(SIGUSR2);
}

static void child_makes_its_own_pipe_at_need(void **state)
{
	(void)state;
	assert_int_equal(in_child(play_own_pipe), 0);
}

static bool play_failed_exec(void)
{
	bool reset;

	sig_init();
	sig_catch(SIGUSR1);
	sig_set_for_exec();
	reset = kernel_has(SIGUSR1, SIG_DFL);
	sig_undo_for_exec();
	(void)raise(SIGUSR1);
	return reset && sig_take(SIGUSR1);
}

static void dispositions_come_back_after_a_failed_exec(void **state)
{
	(void)state;
	assert_int_equal(in_child(play_failed_exec), 0);
}

static bool play_held_stop(void)
{
	(void)signal(SIGTTIN, SIG_IGN);
	sig_init();
	sig_guard(SIGTTOU);
	sig_restore_mask(sig_entry_mask());
	sig_begin_shared_child();
	(void)raise(SIGTSTP);
	(void)raise(SIGTTIN);
	(void)raise(SIGTTOU);
	return sig_take_held_stop() == SIGTSTP &&
	       sig_take_held_stop() == SIGTTOU && sig_take_held_stop() == 0 &&
	       kernel_has(SIGTTIN, SIG_IGN);
}

static void a_shared_child_only_notes_stops(void **state)
{
	(void)state;
	assert_int_equal(in_child(play_held_stop), 0);
}

static bool play_stops(void)
{
	sig_begin_shared_child();
	sig_end_shared_child();
	(void)raise(SIGTSTP);
	(void)raise(SIGTSTP);
	return !sig_take_held_stop();
}

/* In a group of its own, which has a parent outside, a process can stop. */
static void the_shell_itself_still_stops_each_time(void **state)
{
	int status;
	pid_t pid = fork();

	(void)state;
	assert_true(pid >= 0);
	if (pid == 0) {
		(void)setpgid(0, 0);
		_exit(!play_stops());
	}
	for (int i = 0; i < 2; i++) {
		assert_int_equal(waitpid(pid, &status, WUNTRACED), pid);
		assert_true(WIFSTOPPED(status));
		assert_int_equal(kill(pid, SIGCONT), 0);
	}
	assert_int_equal(waitpid(pid, &status, WUNTRACED), pid);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void what_the_shell_catches_ends_a_shared_child(void **state)
{
	int status;
	pid_t pid = fork();

	(void)state;
	assert_true(pid >= 0);
	if (pid == 0) {
		sig_catch(SIGTERM);
		sig_catch(SIGCHLD);
		sig_begin_shared_child();
		(void)raise(SIGCHLD);
		(void)raise(SIGTERM);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
}

static bool play_ignored(void)
{
	(void)signal(SIGHUP, SIG_IGN);
	sig_init();
	sig_catch(SIGHUP);
	sig_catch(SIGTERM);
	sig_set_in_shared_child();
	return kernel_has(SIGHUP, SIG_IGN) && !kernel_has(SIGTERM, SIG_IGN);
}

static void what_was_ignored_at_entry_is_in_a_shared_child(void **state)
{
	(void)state;
	assert_int_equal(in_child(play_ignored), 0);
}

static void event_wait_sees_input(void **state)
{
	int ends[2];

	(void)state;
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	assert_int_equal(event_wait(ends[0], 0), EVENT_TIMEOUT);
	assert_int_equal(write(ends[1], "x", 1), 1);
	assert_int_equal(event_wait(ends[0], -1), EVENT_INPUT);
	(void)close(ends[1]);
	(void)close(ends[0]);
}

static void event_wait_sees_the_end_of_input(void **state)
{
	int ends[2];

	(void)state;
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	(void)close(ends[1]);
	assert_int_equal(event_wait(ends[0], -1), EVENT_INPUT);
	(void)close(ends[0]);
}

static void event_wait_tells_of_a_closed_descriptor(void **state)
{
	(void)state;
	assert_int_equal(event_wait(999, -1), EVENT_ERROR);
	assert_int_equal(errno, EBADF);
}

static void event_wait_times_out(void **state)
{
	(void)state;
	assert_int_equal(event_wait(-1, 5), EVENT_TIMEOUT);
}

static void signal_before_the_wait_is_not_lost(void **state)
{
	(void)state;
	sig_catch(SIGUSR1);
	(void)raise(SIGUSR1);
	assert_int_equal(event_wait(-1, -1), EVENT_SIGNAL);
	assert_true(sig_take(SIGUSR1));
	sig_default(SIGUSR1);
}

static void signal_goes_before_input(void **state)
{
	int ends[2];

	(void)state;
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	(void)close(ends[1]);
	sig_catch(SIGUSR1);
	(void)raise(SIGUSR1);
	assert_int_equal(event_wait(ends[0], -1), EVENT_SIGNAL);
	assert_int_equal(event_wait(ends[0], -1), EVENT_INPUT);
	(void)close(ends[0]);
	(void)sig_take(SIGUSR1);
	sig_default(SIGUSR1);
}

static int init_signals(void **state)
{
	(void)state;
	sig_init();
	return 0;
}

#define TEST(f) cmocka_unit_test_setup(f, init_signals)

int main(void)
{
	const struct CMUnitTest tests[] = {
		/* First: nothing was noted yet. */
		cmocka_unit_test(state_at_entry_is_noted_and_overcome),
		cmocka_unit_test(
		    signals_go_back_to_what_they_were_but_for_children),
		TEST(caught_signal_sets_a_flag_until_taken),
		TEST(two_caught_signals_are_two_flags),
		TEST(handler_keeps_errno),
		TEST(self_pipe_is_the_shells_own),
		TEST(full_self_pipe_never_blocks),
		TEST(guarded_signal_does_nothing),
		TEST(sigpipe_kills_unless_it_is_to_spare),
		TEST(who_has_sent_a_signal_is_known),
		TEST(only_a_guarded_signal_is_unguarded),
		TEST(guarded_ttou_is_blocked),
		TEST(guarded_key_is_noted_of_the_terminal_alone),
		TEST(only_int_and_ttin_interrupt_calls),
		TEST(sigchld_is_never_ignored),
		TEST(child_starts_with_a_clean_slate),
		TEST(child_makes_its_own_pipe_at_need),
		TEST(dispositions_come_back_after_a_failed_exec),
		TEST(a_shared_child_only_notes_stops),
		TEST(the_shell_itself_still_stops_each_time),
		TEST(what_the_shell_catches_ends_a_shared_child),
		TEST(what_was_ignored_at_entry_is_in_a_shared_child),
		TEST(event_wait_sees_input),
		TEST(event_wait_sees_the_end_of_input),
		TEST(event_wait_tells_of_a_closed_descriptor),
		TEST(event_wait_times_out),
		TEST(signal_before_the_wait_is_not_lost),
		TEST(signal_goes_before_input),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
