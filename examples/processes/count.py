#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts to 30, a number a second: a job long enough to play with.

Run it in front, stop it with ^Z, continue it with `bg`, bring it back with
`fg`. Or let it outlive the terminal: `nohup python3 count.py &`.

Usage: count.py [SECONDS]   between two numbers (default 1)
"""
import sys
import time

seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 1
for number in range(1, 31):
    print(number, flush=True)
    time.sleep(seconds)
