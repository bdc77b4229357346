#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Catches SIGINT and goes on: ^C does not end this one.

A program may decide what a signal does to it. ^\\ (SIGQUIT) still ends it, and
so does `kill %1` (SIGTERM) after ^Z or from another job.
"""
import os
import signal


def on_int(_number, _frame):
    # Not print(): the signal may have arrived in the middle of another print().
    os.write(1, b"caught SIGINT, going on\n")


# Each signal writes a byte here: one that arrives just before the loop sleeps
# wakes it too. With signal.pause() that one would go unseen until the next.
woken, waker = os.pipe()
os.set_blocking(waker, False)
signal.set_wakeup_fd(waker)
signal.signal(signal.SIGINT, on_int)
print("try ^C; ^\\ ends this", flush=True)
while True:
    os.read(woken, 1)  # sleeps until a signal has been caught
