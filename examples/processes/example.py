#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a line every second, until ^C ends it.

^C makes the terminal send SIGINT to the job in the foreground. Python turns it
into KeyboardInterrupt; nobody catches it here, so the program dies of it.

Usage: example.py [SECONDS]   between two lines (default 1)
"""
import sys
import time

seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 1
number = 0
while True:
    number += 1
    print(f"line {number}", flush=True)
    time.sleep(seconds)
