/*
 * fdio.h - descriptors: whole writes, close-on-exec, the shell's own above 9
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_FDIO_H
#define JSH_BASE_FDIO_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* POSIX gives 0 to 9 to the user; the shell's own descriptors begin here. They
 * are FD_SHELL_USUAL or above while that can be had: scripts are fond of 10,
 * too. The kernel's first table of descriptors ends at 64. */
enum { FD_SHELL_MIN = 10, FD_SHELL_USUAL = 48 };

/* Write all of it, going on after EINTR; false with errno at a failure. Waits
 * when the descriptor is non-blocking and full. */
bool fd_write_all(int fd, const void *data, size_t len)
    __attribute__((warn_unused_result));

/* Write TEXT to standard error. When that fails nobody is left to tell. */
void fd_say(const char *text);
void fd_say_bytes(const void *data, size_t len);

/*
 * Open the terminal FD anew: close-on-exec and non-blocking, as FD itself must
 * not be made for all who share it. Between poll() and read() a ^C may throw
 * away what there was, and who then waits in read() does not hear of the ^C.
 * -1 with errno where that cannot be: another user's terminal, no /proc.
 */
int fd_open_terminal(int fd);

/* Is FD a terminal that a group other than this process's has? Then it is not for
 * this one to write to. */
bool fd_terminal_is_others(int fd);

/* Read so from the terminal FD once. As read(2), with EAGAIN when nothing is
 * left. Where it cannot be opened anew it is a read(2) that may block. */
ssize_t fd_read_terminal(int fd, void *to, size_t size)
    __attribute__((warn_unused_result));

/* Move FD to a close-on-exec descriptor of at least FD_SHELL_MIN and close the
 * old one. Returns the new one, or -1 with errno and FD closed. */
int fd_move_high(int fd);

/* A close-on-exec copy of FD at FD_SHELL_MIN or above; -1 with errno. */
int fd_copy_high(int fd);

/* Is FD open, and one of the shell's own: close-on-exec? */
bool fd_is_own(int fd);

/* A pipe with both ends close-on-exec and above 9; false with errno. */
bool fd_pipe_high(int ends[static 2]);

/* The same, but only above 2, where it takes one system call instead of five: for
 * ends that are gone before a redirection could name them. */
bool fd_pipe(int ends[static 2]);

/* May a file that begins with these N bytes be a script? POSIX wants text only
 * as far as it is run; the first line tells it from a binary file. Async-signal-
 * safe. */
bool fd_head_is_script(const char *head, size_t n);

/*
 * One step of setting up descriptors, as a redirection asks for it. Expanded
 * and ready: applying it is async-signal-safe, so that it can be done between
 * vfork and exec as well as in the shell.
 */
enum fd_action_type {
	FD_OPEN,           /* open PATH with FLAGS (mode 0666) as FD */
	FD_OPEN_NOCLOBBER, /* the same for ">" under set -C: an existing regular
			      file is EEXIST */
	FD_DUP,            /* make FD a copy of the user's SOURCE; a descriptor
			    of the shell's own (close-on-exec) is EBADF */
	FD_PLACE,          /* make FD a copy of the shell's own SOURCE */
	FD_CLOSE,          /* close FD; not open is no error */
};

struct fd_action {
	enum fd_action_type type;
	int fd;
	int source;       /* DUP, PLACE */
	int flags;        /* OPEN: open(2) flags without O_CLOEXEC */
	const char *path; /* OPEN; borrowed */
};

/* 0, or the errno of the step that failed. FD ends up not close-on-exec. */
int fd_action_apply(const struct fd_action *action);

/* What a message about a step that failed with ERROR begins with: its path, or
 * NULL and a descriptor in *FD. Async-signal-safe. */
const char *fd_action_culprit(
    const struct fd_action *action, int error, int *fd);

/* May opening it block (a FIFO, a device that is no known harmless one)? Then
 * it must not be done between vfork and exec. */
bool fd_action_may_block(const struct fd_action *action);

#endif
