/*
 * tty.c - the controlling terminal: who is in its foreground, and its modes
 *
 * A process in the background that changes its terminal is sent SIGTTOU, unless
 * it blocks or ignores that. The shell must be able to do both from anywhere,
 * so SIGTTOU is blocked around each change.
 *
 * POSIX.1-2024 XBD 11 General Terminal Interface.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/fdio.h"
#include "job/job.h"
#include "job/sig.h"

/* What makes a terminal usable. */
static const tcflag_t usable_input = ICRNL | INLCR | IGNCR;
static const tcflag_t usable_output = OPOST | ONLCR | OCRNL | ONOCR | ONLRET;
static const tcflag_t usable_local = ICANON | ECHO | ISIG | IEXTEN;

bool tty_open(struct tty *tty, const struct observer *const *observer)
{
	int fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);

	tty->fd = -1;
	tty->has_modes = false;
	tty->observer = observer;
	if (fd < 0)
		return false;
	tty->fd = fd_move_high(fd);
	if (tty->fd < 0)
		return false;
	tty_note_modes(tty);
	return true;
}

void tty_close(struct tty *tty)
{
	if (tty->fd >= 0)
		(void)close(tty->fd); /* nothing is buffered in it */
	tty->fd = -1;
	tty->has_modes = false;
}

pid_t tty_foreground(const struct tty *tty)
{
	return tcgetpgrp(tty->fd);
}

/* Returns whether there is anything to undo: an interactive shell has it blocked
 * for good. */
static bool block_ttou(sigset_t *old)
{
	sigset_t ttou;

	if (sig_shell_blocks(SIGTTOU))
		return false;
	(void)sigemptyset(&ttou);
	(void)sigaddset(&ttou, SIGTTOU);
	(void)sigprocmask(SIG_BLOCK, &ttou, old);
	return true;
}

static void unblock_ttou(bool was_blocked, const sigset_t *old)
{
	int saved_errno = errno;

	if (was_blocked)
		(void)sigprocmask(SIG_SETMASK, old, NULL);
	errno = saved_errno;
}

bool tty_give(const struct tty *tty, pid_t pgid)
{
	sigset_t old;
	bool blocked = block_ttou(&old);
	bool given = tcsetpgrp(tty->fd, pgid) == 0;

	unblock_ttou(blocked, &old);
	if (given)
		observe(*tty->observer,
		    (struct observation){
			.what = OBSERVED_TTY_GIVEN, .pgid = pgid });
	return given;
}

bool tty_take_in_child(int fd, pid_t owner, pid_t pgid)
{
	return tcgetpgrp(fd) == owner && tcsetpgrp(fd, pgid) == 0;
}

bool tty_set_modes(const struct tty *tty, const struct termios *modes)
{
	sigset_t old;
	bool blocked = block_ttou(&old);
	bool set = tcsetattr(tty->fd, TCSADRAIN, modes) == 0;

	/* ^C while output is held back (^S) ends the wait for it to drain, but
	 * must not leave the modes as they were. */
	if (!set && errno == EINTR)
		set = tcsetattr(tty->fd, TCSANOW, modes) == 0;
	unblock_ttou(blocked, &old);
	return set;
}

void tty_note_modes(struct tty *tty)
{
	tty->has_modes = tcgetattr(tty->fd, &tty->modes) == 0;
}

static bool same_modes(const struct termios *a, const struct termios *b)
{
	return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag &&
	       a->c_cflag == b->c_cflag && a->c_lflag == b->c_lflag &&
	       cfgetispeed(a) == cfgetispeed(b) &&
	       cfgetospeed(a) == cfgetospeed(b) &&
	       memcmp(a->c_cc, b->c_cc, sizeof a->c_cc) == 0;
}

static void tell(
    const struct tty *tty, enum observed what, const struct job *job)
{
	observe(
	    *tty->observer, (struct observation){
				.what = what, .pgid = job->pgid, .job = job });
}

/* Make WANTED, which differs from NOW or not, the modes of terminal and shell. */
static void settle_on(struct tty *tty, const struct job *job,
    const struct termios *now, const struct termios *wanted)
{
	tty->modes = *wanted;
	if (same_modes(now, wanted))
		return;
	if (tty_set_modes(tty, wanted))
		tell(tty, OBSERVED_MODES_REPAIRED, job);
}

static bool ended_by_signal(const struct job *job)
{
	const struct process *p;

	for (p = job->first; p; p = p->next)
		if (p->state == PROCESS_SIGNALED && p->code != SIGPIPE)
			return true;
	return false;
}

static struct termios made_usable(
    const struct termios *now, const struct termios *good)
{
	struct termios modes = *now;

	modes.c_iflag =
	    (now->c_iflag & ~usable_input) | (good->c_iflag & usable_input);
	modes.c_oflag =
	    (now->c_oflag & ~usable_output) | (good->c_oflag & usable_output);
	modes.c_lflag =
	    (now->c_lflag & ~usable_local) | (good->c_lflag & usable_local);
	return modes;
}

void tty_settle(struct tty *tty, struct job *job)
{
	struct termios now, wanted;

	if (!tty->has_modes || tcgetattr(tty->fd, &now) < 0)
		return;
	wanted = tty->modes;
	if (job_state(job) == JOB_STOPPED) {
		job->modes = now;
		job->has_modes = true;
		tell(tty, OBSERVED_MODES_SAVED, job);
	} else if (job->sets_modes && job_status(job, false) == 0) {
		if (!same_modes(&now, &tty->modes))
			tell(tty, OBSERVED_MODES_ADOPTED, job);
		wanted = now;
	} else if (!ended_by_signal(job)) {
		wanted = made_usable(&now, &tty->modes);
		job->left_modes = !same_modes(&now, &wanted);
	}
	settle_on(tty, job, &now, &wanted);
}
