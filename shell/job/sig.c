/*
 * sig.c - signals of the shell itself: caught into flags, never acted upon
 *
 * Static state: a handler is given nothing but a number. `wanted` is what the
 * shell asked for last, so that asking again costs nothing; `at_entry` is
 * learned with the first change of a signal, since until then the kernel still
 * knows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/sig.h"

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

#include "base/bound.h"
#include "job/sig_flags.h"

enum wish {
	WISH_NONE, /* as at entry, not yet looked at */
	WISH_DEFAULT,
	WISH_IGNORE,
	WISH_CATCH,
	WISH_GUARD,
	WISH_KEY,   /* guarded, but the terminal's key is noted */
	WISH_END,   /* caught, and it ends whatever call is blocked */
	WISH_SPARE, /* caught, but ends the process if that is not spared */
};

enum { SIGNAL_LIMIT = 65 }; /* one more than the largest number */

static enum wish wanted[SIGNAL_LIMIT];
static unsigned long long handled; /* caught or guarded, bit by bit */
static unsigned long long ending;  /* WISH_END, bit by bit */
static unsigned long long ignored_at_entry;
static unsigned long long known_at_entry;
static sigset_t entry_mask;
static sigset_t shell_mask; /* ENTRY_MASK with what the shell needs changed */

static volatile sig_atomic_t spares_pipe;

/* From sig_begin_shared_child() to sig_end_shared_child(): what runs a handler
 * is the child, in this very memory. */
static volatile sig_atomic_t child_shares;
/* Written by that child, read by its parent. */
static _Atomic unsigned long long held_stops;
static unsigned long long holding; /* have stop_or_hold(), or are ignored */

static const int stop_signals[] = { SIGTSTP, SIGTTIN, SIGTTOU };

enum { STOP_SIGNAL_COUNT = sizeof stop_signals / sizeof *stop_signals };

static unsigned long long bit(int signo)
{
	return 1ULL << (signo - 1);
}

#define IN_CHILD __attribute__((no_sanitize("address")))

static bool is_stop_signal(int signo)
{
	return signo == SIGTSTP || signo == SIGTTIN || signo == SIGTTOU;
}

/* The signal's own effect, on this process. Not by raise(): in a child that
 * shares the memory the C library would take the parent for it. */
IN_CHILD static void act_by_default(int signo)
{
	const struct sigaction normal = { .sa_handler = SIG_DFL };

	(void)sigaction(signo, &normal, NULL);
	(void)kill(getpid(), signo); /* comes when it is not blocked any more */
}

/*
 * A handler of the shell runs in the child of a vfork, just before exec, which
 * would have reset it. A stop is only noted: a stopped child would leave its
 * parent in the kernel for good.
 */
IN_CHILD static void act_in_child(int signo)
{
	if (is_stop_signal(signo))
		atomic_fetch_or(&held_stops, bit(signo));
	else if (signo != SIGCHLD && signo != SIGCONT && signo != SIGURG &&
		 signo != SIGWINCH)
		act_by_default(signo);
}

static void note_signal(int signo)
{
	if (child_shares)
		act_in_child(signo);
	else
		sig_raise_flag(signo);
}

static void note_child(int signo, siginfo_t *info, void *context)
{
	(void)context;
	if (child_shares)
		act_in_child(signo);
	else
		sig_raise_child_flag(info);
}

static bool is_key(int signo)
{
	return signo == SIGINT || signo == SIGQUIT || signo == SIGHUP;
}

static void note_sender(int signo, siginfo_t *info, void *context)
{
	(void)context;
	if (child_shares)
		act_in_child(signo);
	else
		sig_raise_flag_from(signo, info);
}

/* Of SIGPIPE. */
static void spare_or_die(int signo)
{
	if (spares_pipe && !child_shares)
		note_signal(signo);
	else
		act_by_default(signo);
}

/* A guarded signal that the terminal has sent was meant for what was typed. */
static void note_key(int signo, siginfo_t *info, void *context)
{
	(void)context;
	if (child_shares || info->si_code == SI_KERNEL)
		note_signal(signo);
}

static void do_nothing(int signo)
{
	if (child_shares)
		act_in_child(signo);
}

static bool set_stop_or_hold(int signo, struct sigaction *old);

/* What a script has for stop signals: their default, but to its child as above.
 * Measured: three system calls a command less than if each child set this. */
static void stop_or_hold(int signo)
{
	int saved_errno = errno;
	sigset_t one, old;

	if (child_shares) {
		act_in_child(signo);
		return;
	}
	(void)sigemptyset(&one);
	(void)sigaddset(&one, signo);
	act_by_default(signo);
	(void)sigprocmask(SIG_UNBLOCK, &one, &old); /* stops here */
	(void)sigprocmask(SIG_SETMASK, &old, NULL);
	(void)set_stop_or_hold(signo, NULL);
	errno = saved_errno;
}

static bool set_stop_or_hold(int signo, struct sigaction *old)
{
	const struct sigaction action = { .sa_handler = stop_or_hold,
		.sa_flags = SA_RESTART };

	return sigaction(signo, &action, old) == 0;
}

void sig_init(void)
{
	(void)sigprocmask(SIG_SETMASK, NULL, &entry_mask);
	shell_mask = entry_mask;
	/* With SIGCHLD ignored the kernel would keep no status of a child. */
	if (sig_ignored_at_entry(SIGCHLD))
		sig_default(SIGCHLD);
}

static void note_entry(int signo, const struct sigaction *old)
{
	if (known_at_entry & bit(signo))
		return;
	known_at_entry |= bit(signo);
	if (!(old->sa_flags & SA_SIGINFO) && old->sa_handler == SIG_IGN)
		ignored_at_entry |= bit(signo);
}

bool sig_ignored_at_entry(int signo)
{
	struct sigaction old;

	if (!(known_at_entry & bit(signo)) && sigaction(signo, NULL, &old) == 0)
		note_entry(signo, &old);
	return ignored_at_entry & bit(signo);
}

void sig_forget_ignored(int signo)
{
	if (!sig_ignored_at_entry(signo))
		return;
	ignored_at_entry &= ~bit(signo);
	if (wanted[signo] == WISH_NONE)
		wanted[signo] = WISH_IGNORE;
}

const sigset_t *sig_entry_mask(void)
{
	return &entry_mask;
}

/* ^C must end a blocked open() or read(); a read from the background must come
 * back instead of being restarted for ever. */
static bool interrupts_calls(int signo)
{
	return signo == SIGINT || signo == SIGTTIN || (ending & bit(signo));
}

static bool is_handled(enum wish wish)
{
	return wish == WISH_CATCH || wish == WISH_GUARD || wish == WISH_KEY ||
	       wish == WISH_END || wish == WISH_SPARE;
}

static struct sigaction action_of(int signo, enum wish wish)
{
	struct sigaction action = { .sa_handler = SIG_DFL };

	(void)sigemptyset(&action.sa_mask);
	if (!interrupts_calls(signo))
		action.sa_flags = SA_RESTART;
	switch (wish) {
	case WISH_CATCH:
	case WISH_END:
		action.sa_handler = note_signal;
		if (signo != SIGCHLD && !is_key(signo))
			break;
		action.sa_flags |= SA_SIGINFO;
		action.sa_sigaction =
		    signo == SIGCHLD ? note_child : note_sender;
		break;
	case WISH_SPARE:
		action.sa_handler = spare_or_die;
		break;
	case WISH_KEY:
		action.sa_flags |= SA_SIGINFO;
		action.sa_sigaction = note_key;
		break;
	case WISH_GUARD:
		action.sa_handler = do_nothing;
		break;
	case WISH_IGNORE:
		action.sa_handler = SIG_IGN;
		break;
	case WISH_NONE:
	case WISH_DEFAULT:
		break;
	}
	return action;
}

/* Tell the kernel. Async-signal-safe, and writes to no memory but *OLD. */
static bool set_handler(int signo, enum wish wish, struct sigaction *old)
{
	struct sigaction action = action_of(signo, wish);

	return sigaction(signo, &action, old) == 0;
}

bool sig_shell_blocks(int signo)
{
	return sigismember(&shell_mask, signo) == 1;
}

/* Block or unblock SIGNO in the shell itself. */
static void set_blocked(int signo, bool blocked)
{
	sigset_t one;

	if (sig_shell_blocks(signo) == blocked)
		return;
	(void)sigemptyset(&one);
	(void)sigaddset(&one, signo);
	(void)sigprocmask(blocked ? SIG_BLOCK : SIG_UNBLOCK, &one, NULL);
	if (blocked)
		(void)sigaddset(&shell_mask, signo);
	else
		(void)sigdelset(&shell_mask, signo);
}

/* A caught signal must come through even if it was blocked at entry. SIGTTOU,
 * once guarded, is blocked instead: then the kernel lets the shell write to its
 * terminal, where a restarted write would loop. */
static void adapt_mask(int signo, enum wish wish)
{
	if (is_handled(wish))
		set_blocked(signo, wish == WISH_GUARD && signo == SIGTTOU);
	else
		set_blocked(signo, sigismember(&entry_mask, signo) == 1);
}

static void change(int signo, enum wish wish)
{
	struct sigaction old;

	if (wanted[signo] == wish)
		return;
	if (wish == WISH_END)
		ending |= bit(signo);
	else
		ending &= ~bit(signo);
	if (!set_handler(signo, wish, &old))
		return; /* SIGKILL, SIGSTOP: nothing to wish for */
	note_entry(signo, &old);
	wanted[signo] = wish;
	holding &= ~bit(signo);
	if (is_handled(wish))
		handled |= bit(signo);
	else
		handled &= ~bit(signo);
	adapt_mask(signo, wish);
}

void sig_catch(int signo)
{
	sig_flags_open();
	change(signo, WISH_CATCH);
}

static bool is_default(int signo)
{
	return wanted[signo] == WISH_DEFAULT ||
	       (wanted[signo] == WISH_NONE && !sig_ignored_at_entry(signo));
}

void sig_catch_end(int signo)
{
	if (!is_default(signo))
		return;
	sig_flags_open();
	change(signo, WISH_END);
}

void sig_release_end(int signo)
{
	if (wanted[signo] == WISH_END)
		change(signo, WISH_DEFAULT);
}

void sig_spare_pipe(bool spare)
{
	spares_pipe = spare;
	if (spare && wanted[SIGPIPE] != WISH_SPARE && is_default(SIGPIPE) &&
	    sigismember(&entry_mask, SIGPIPE) == 0)
		change(SIGPIPE, WISH_SPARE);
}

bool sig_catches_end(void)
{
	return ending;
}

void sig_guard(int signo)
{
	change(signo, WISH_GUARD);
}

void sig_guard_key(int signo)
{
	sig_flags_open();
	change(signo, WISH_KEY);
}

void sig_ignore(int signo)
{
	/* A shell that ignored SIGCHLD could not learn how its children end. */
	change(signo, signo == SIGCHLD ? WISH_DEFAULT : WISH_IGNORE);
}

void sig_default(int signo)
{
	change(signo, WISH_DEFAULT);
}

/* What a signal that the shell handles is for its children. */
static enum wish wish_of_child(int signo)
{
	return ignored_at_entry & bit(signo) ? WISH_IGNORE : WISH_DEFAULT;
}

void sig_as_at_entry(int signo)
{
	if (wanted[signo] == WISH_NONE)
		return;
	if (ignored_at_entry & bit(signo))
		sig_ignore(signo);
	else
		sig_default(signo);
}

void sig_unguard(int signo)
{
	if (wanted[signo] == WISH_GUARD || wanted[signo] == WISH_KEY)
		change(signo, wish_of_child(signo));
}

bool sig_is_caught(int signo)
{
	return wanted[signo] == WISH_CATCH;
}

bool sig_take_key(int signo)
{
	return wanted[signo] == WISH_KEY && sig_take(signo);
}

bool sig_raise_key(int signo)
{
	if (wanted[signo] != WISH_KEY)
		return false;
	sig_raise_flag(signo);
	return true;
}

/* The first handled signal above SIGNO; 0 if there is none. */
static int next_handled(int signo)
{
	while (++signo < SIGNAL_LIMIT)
		if (handled & bit(signo))
			return signo;
	return 0;
}

void sig_reset_in_child(void)
{
	int signo;

	sig_set_for_exec();
	for (signo = next_handled(0); signo; signo = next_handled(signo))
		wanted[signo] = wish_of_child(signo);
	handled = 0;
	shell_mask = entry_mask;
	spares_pipe = false;
	sig_flags_close();
}

void sig_set_for_exec(void)
{
	int signo;

	for (signo = next_handled(0); signo; signo = next_handled(signo))
		(void)set_handler(signo, wish_of_child(signo), NULL);
}

void sig_undo_for_exec(void)
{
	int signo;

	for (signo = next_handled(0); signo; signo = next_handled(signo))
		(void)set_handler(signo, wanted[signo], NULL);
}

/* Once for each stop signal whose effect the shell leaves alone. */
static void hold_by_default(int signo)
{
	struct sigaction old;

	if ((handled | holding) & bit(signo) || wanted[signo] == WISH_IGNORE ||
	    !set_stop_or_hold(signo, &old))
		return;
	note_entry(signo, &old);
	if (old.sa_handler == SIG_IGN)
		(void)sigaction(signo, &old, NULL);
	holding |= bit(signo);
}

void sig_begin_shared_child(void)
{
	for (int i = 0; i < STOP_SIGNAL_COUNT; i++)
		hold_by_default(stop_signals[i]);
	child_shares = 1;
}

void sig_end_shared_child(void)
{
	child_shares = 0;
}

void sig_set_in_shared_child(void)
{
	unsigned long long left = handled & ignored_at_entry;
	int signo;

	for (signo = 1; left; signo++, left >>= 1)
		if (left & 1)
			(void)set_handler(signo, WISH_IGNORE, NULL);
}

int sig_take_held_stop(void)
{
	int i;

	for (i = 0; i < STOP_SIGNAL_COUNT; i++)
		if (atomic_fetch_and(&held_stops, ~bit(stop_signals[i])) &
		    bit(stop_signals[i]))
			return stop_signals[i];
	return 0;
}

void sig_block_all(sigset_t *old)
{
	sigset_t all;

	(void)sigfillset(&all);
	(void)sigprocmask(SIG_SETMASK, &all, old);
}

void sig_restore_mask(const sigset_t *old)
{
	(void)sigprocmask(SIG_SETMASK, old ? old : &shell_mask, NULL);
}
