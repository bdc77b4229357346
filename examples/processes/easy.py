#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running, sleeping, stopped: the states of a process, one after the other.

Look at it from another terminal with `ps -o pid,stat,args`: R while it
computes, S while it sleeps, T once it has stopped itself, which is what ^Z does
to a program. `fg` lets it go on.

Usage: easy.py [SECONDS]   how long it computes, and then sleeps (default 5)
"""
import os
import signal
import sys
import time

seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5
print(f"running ({os.getpid()})", flush=True)
end = time.monotonic() + seconds
while time.monotonic() < end:
    pass  # keeps a processor busy: state R
print("sleeping", flush=True)
time.sleep(seconds)  # waits for the clock: state S
print("stopping", flush=True)
os.kill(os.getpid(), signal.SIGTSTP)  # state T, until somebody sends SIGCONT
print("continued", flush=True)
