#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Catches SIGTERM, tidies up, and ends by its own decision.

`kill %1` sends SIGTERM, a request: the program may finish what it is doing.
`kill -KILL %1` is no request; it cannot be caught.
"""
import os
import signal
import sys


def on_term(_number, _frame):
    # Not print(): the signal may have arrived in the middle of another print().
    os.write(1, b"caught SIGTERM, tidying up\n")
    sys.exit(0)


# Each signal writes a byte here: one that arrives just before the loop sleeps
# wakes it too. With signal.pause() that one would go unseen until the next.
woken, waker = os.pipe()
os.set_blocking(waker, False)
signal.set_wakeup_fd(waker)
signal.signal(signal.SIGTERM, on_term)
print("waiting for SIGTERM", flush=True)
while True:
    os.read(woken, 1)  # sleeps until a signal has been caught
