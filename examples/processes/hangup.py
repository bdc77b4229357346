#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a file when SIGHUP arrives: the last thing a terminal says.

When a terminal is closed there is nowhere left to print to, so this leaves a
note. Close the window while it runs, in front or in the background, and read
the file in another one.

Usage: hangup.py [FILE]   what to write (default hangup.txt)
"""
import os
import signal
import sys

path = sys.argv[1] if len(sys.argv) > 1 else "hangup.txt"


def on_hup(_number, _frame):
    with open(path, "w", encoding="utf-8") as file:
        file.write("SIGHUP arrived: the terminal was closed\n")
    sys.exit(0)


# Each signal writes a byte here: one that arrives just before the loop sleeps
# wakes it too. With signal.pause() that one would go unseen until the next.
woken, waker = os.pipe()
os.set_blocking(waker, False)
signal.set_wakeup_fd(waker)
signal.signal(signal.SIGHUP, on_hup)
print("close the terminal", flush=True)
while True:
    os.read(woken, 1)  # sleeps until a signal has been caught
