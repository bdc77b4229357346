/*
 * sig.h - signals of the shell itself: caught into flags, never acted upon
 *
 * A handler does nothing but set a flag (sig_flags.h).
 *
 * All handlers have SA_RESTART but those of sig_catch_end(), SIGINT and SIGTTIN:
 * ^C must end a blocked open() or read(), and a read from the background must come
 * back rather than be restarted for ever. Who then gets EINTR decides.
 *
 * Dispositions are never SIG_IGN for the shell's own sake, since exec would
 * hand that on: a guarded signal has a handler that does nothing, which exec
 * resets. SIG_IGN is only what was ignored at entry or by `trap ''`.
 *
 * POSIX.1-2024 XCU 2.12 Signals and Error Handling.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_SIG_H
#define JSH_JOB_SIG_H

#include <signal.h>
#include <stdbool.h>

/* Note the mask and what is ignored at entry. Once, before anything else. */
void sig_init(void);

bool sig_ignored_at_entry(int signo);
const sigset_t *sig_entry_mask(void);

/* From here on SIGNO counts as not ignored at entry. */
void sig_forget_ignored(int signo);

/* What the shell wants of a signal. Each tells the kernel only if the
 * disposition changes. */
void sig_catch(int signo); /* flag and byte */
void sig_guard(int signo); /* caught, but nothing happens */
/* Guarded, but a key of the terminal that sends SIGNO is noted: for
 * sig_take_key(). Nobody else's SIGNO is. */
void sig_guard_key(int signo);
void sig_ignore(int signo);
void sig_default(int signo);
/* Default or ignored, as at entry. Nothing at all has to be done, or asked of the
 * kernel, for a signal that was never another: 18 system calls less in each
 * subshell of a script. */
void sig_as_at_entry(int signo);

/* Catch a signal that would end the process now, and only such a one; and back.
 * Its handler has no SA_RESTART: what a call waits for does not matter then. */
void sig_catch_end(int signo);
void sig_release_end(int signo);

/* Is any signal caught so? */
bool sig_catches_end(void);

/*
 * While SPARE, SIGPIPE sets its flag and does not end the process, which it does
 * otherwise where it is neither caught nor ignored. Asked for often: the handler
 * stays when it is no longer to spare.
 */
void sig_spare_pipe(bool spare);

/* A signal that is guarded gets the disposition it had at entry. */
void sig_unguard(int signo);

bool sig_is_caught(int signo);

/* sig_take() for a signal that is guarded by sig_guard_key(), and no other; and as
 * if the terminal had sent it: false for any other. */
bool sig_take_key(int signo);
bool sig_raise_key(int signo);

/*
 * In a child that goes on as a shell: forget the flags, close the self-pipe
 * (the child makes its own at need), give caught and guarded signals the
 * disposition they had at entry; ignored ones stay ignored.
 */
void sig_reset_in_child(void);

/*
 * Before exec: give caught and guarded signals the disposition they had at
 * entry. sig_undo_for_exec() is for an exec that failed in the shell itself.
 */
void sig_set_for_exec(void);
void sig_undo_for_exec(void);

/*
 * Before and after a child that runs in this memory until it executes a program
 * (vfork), with all signals blocked in the parent. The child's dispositions need
 * not be set: a handler of the shell's that runs in it does to the child what the
 * signal does by default, and exec resets them all. But a stop signal is only
 * noted, in the memory that both share, for a stopped child would leave its
 * parent in the kernel for good.
 */
void sig_begin_shared_child(void);
void sig_end_shared_child(void);

/* In that child: what was ignored at entry is ignored again, as exec keeps it. */
void sig_set_in_shared_child(void);

/* In the parent, after the vfork: a stop signal that was noted and is to be
 * sent to the child again; 0 if there is none. Call until 0. */
int sig_take_held_stop(void);

/* Does the shell have SIGNO blocked, but for the moment between the two below? */
bool sig_shell_blocks(int signo);

/* Block all signals / put the mask OLD back; NULL: the shell's own. */
void sig_block_all(sigset_t *old);
void sig_restore_mask(const sigset_t *old);

#endif
