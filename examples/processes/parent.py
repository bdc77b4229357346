#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A parent that starts a child; both say who they are.

Every process has a number (pid) and a parent (ppid). The child's ppid is the
parent's pid, and the parent's ppid is the shell's: compare it with `echo $$`.
"""
import os

pid = os.fork()  # returns twice: 0 in the child, the child's pid in the parent
if pid == 0:
    print(f"child:  pid {os.getpid()}, ppid {os.getppid()}", flush=True)
    os._exit(0)
os.waitpid(pid, 0)  # without this the dead child would stay, a zombie
print(f"parent: pid {os.getpid()}, ppid {os.getppid()}")
