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


signal.signal(signal.SIGTERM, on_term)
print("waiting for SIGTERM", flush=True)
while True:
    signal.pause()
