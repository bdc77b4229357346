"""Rows of an interactive shell on a terminal: what each key and job costs.

The wall time is from what is typed until what answers is on the terminal; the
CPU time is that of the shell alone. LIMIT is `limit prompt`: the least loop that
reads a line, starts a program and waits for it.
"""

# SPDX-License-Identifier: GPL-3.0-or-later

import fcntl
import os
import pathlib
import re
import select
import signal
import struct
import tempfile
import termios
import time

from jshbench.runner import COUNTERS, OK, TIMEOUT, UNSUPPORTED, Result, folder_files
from jshbench.workload import LIMIT

PROMPT = b"ready> "
TIMES = 30

# How a shell is told to be interactive, and to read no start-up file.
INTERACTIVE = {
    "jsh": ["--norc", "-i"],
    "zsh": ["-f", "-i"],
    "fish": None,
    LIMIT: ["prompt"],
}


class Silence(Exception):
    """What was to come did not come."""


class Session:
    """A shell on a terminal of its own."""

    def __init__(self, command, environment, folder):
        self.seen = b""
        self.total = 0
        self.pid, self.fd = os.forkpty()
        if self.pid == 0:
            for number in signal.SIGINT, signal.SIGQUIT, signal.SIGPIPE:
                signal.signal(number, signal.SIG_DFL)
            os.chdir(folder)
            os.execve(command[0], command, environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def type(self, keys):
        self.seen = b""
        os.write(self.fd, keys)

    def read(self, seconds):
        if not select.select([self.fd], [], [], seconds)[0]:
            raise Silence(f"nothing after {self.seen[-60:]!r}")
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            raise Silence("the terminal is closed") from None
        if b"\x1b[6n" in data:  # where is the cursor?
            os.write(self.fd, b"\x1b[1;1R")
        self.seen += data
        self.total += len(data)

    def expect(self, pattern, seconds=5):
        """Read until the regular expression PATTERN is seen."""
        deadline = time.monotonic() + seconds
        while not re.search(pattern, self.seen):
            self.read(max(0, deadline - time.monotonic()))

    def drain(self):
        """Read what is still on its way."""
        try:
            while True:
                self.read(0.02)
        except Silence:
            pass

    def cost(self):
        """CPU time in seconds and page faults of the shell so far."""
        proc = pathlib.Path(f"/proc/{self.pid}")
        stat = (proc / "stat").read_text().rpartition(")")[2].split()
        return int((proc / "schedstat").read_text().split()[0]) / 1e9, int(stat[7])

    def private_kb(self):
        text = pathlib.Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        return sum(map(int, re.findall(r"^Private_\w+: +(\d+) kB", text, re.M)))

    def end(self):
        """Hang up, and wait until the shell and its jobs have gone."""
        os.close(self.fd)
        deadline = time.monotonic() + 5
        while os.waitpid(self.pid, os.WNOHANG) == (0, 0):
            if time.monotonic() > deadline:
                os.kill(self.pid, signal.SIGKILL)
            time.sleep(0.01)


# What is timed: functions of a session that return the seconds it took.


def timed(session, keys, pattern):
    began = time.monotonic()
    session.type(keys)
    session.expect(pattern)
    return time.monotonic() - began


def enter(session):
    return timed(session, b"\r", PROMPT)


def command(session):
    return timed(session, b"nop\r", PROMPT)


def key(session):
    return timed(session, b"x", b".")


def paste(session):
    taken = timed(session, b"y" * 800, b"(?s)y.*y")
    began = time.monotonic()
    while session.seen.count(b"y") < 800:
        session.read(5)
    taken += time.monotonic() - began
    session.type(b"\x15")
    session.drain()
    return taken


def start_pausing(session):
    session.type(b"pause\r")
    session.expect(b"paused \\d+")


def stop(session):
    start_pausing(session)
    taken = timed(session, b"\x1a", PROMPT)
    session.type(b"fg\r")
    session.expect(b"resumed")
    session.type(b"\x03")
    session.expect(PROMPT)
    return taken


def resume(session):
    start_pausing(session)
    session.type(b"\x1a")
    session.expect(PROMPT)
    taken = timed(session, b"fg\r", b"resumed")
    session.type(b"\x03")
    session.expect(PROMPT)
    return taken


def interrupt(session):
    start_pausing(session)
    return timed(session, b"\x03", PROMPT)


def notice(session):
    session.type(b"pause &\r")
    session.expect(b"paused \\d+")
    session.drain()
    pid = int(re.search(rb"paused (\d+)", session.seen)[1])
    session.seen = b""
    began = time.monotonic()
    os.kill(pid, signal.SIGTERM)
    session.expect(b"(?i)term")
    taken = time.monotonic() - began
    session.drain()
    return taken


# Typed at the first prompt. What is echoed is not to look like the prompt.
PREPARE = [b"set -o emacs\r", b"PS1='re''ady> '\r"]

# The least loop has no background; dash has no editor, but the kernel's echo.
UNABLE = {
    LIMIT: {"tty-notice"},
    "dash": {"tty-key-end", "tty-key-middle", "tty-paste"},
}

# Name -> what is typed before, and what is timed.
ROWS = {
    "tty-command": (b"", command),
    "tty-enter": (b"", enter),
    "tty-fg": (b"", resume),
    "tty-interrupt": (b"", interrupt),
    "tty-key-end": (b"", key),
    "tty-key-middle": (b"z" * 40 + b"\x02" * 20, key),
    "tty-notice": (b"set -b\r", notice),
    "tty-paste": (b"", paste),
    "tty-stop": (b"", stop),
}


class TerminalRow:
    """One row; in the tables it is as a workload is."""

    count = repeat = 1
    tells_memory = False

    def __init__(self, name):
        self.name = name
        self.before, self.action = ROWS[name]

    def run(self, bench):
        results = {name: Result() for name in bench.shells}
        with tempfile.TemporaryDirectory(prefix="jsh-bench.") as scratch:
            for program in "nop", "pause":
                os.symlink(bench.limit[0], f"{scratch}/{program}")
            for _ in range(bench.rounds):
                for name, result in results.items():
                    if result.state == OK:
                        self.run_shell(bench, name, result, scratch)
            for name, result in results.items():
                if "syscalls" in bench.counters and result.state == OK:
                    result.counts["syscalls"] = self.calls(bench, name, scratch)
        return results

    def open(self, bench, name, scratch, prefix=()):
        """A session that has shown its prompt; None if the shell has none."""
        options = INTERACTIVE.get(name, ["-i"])
        if options is None or self.name in UNABLE.get(name, ()):
            return None
        environment = bench.environment(bench.shells[name][0], scratch)
        environment["PATH"] = f"{scratch}:/usr/bin:/bin"
        environment.update(TERM="xterm", ENV="/dev/null")
        environment["JSH_MODULE_DIR"] = str(bench.build / ".libs")
        words = [*prefix, *bench.shells[name], *options]
        session = Session(words, environment, scratch)
        session.read(5)
        session.drain()
        for keys in PREPARE if name != LIMIT else ():
            session.type(keys)
            session.drain()
        session.type(b"\r")
        session.expect(PROMPT)
        session.type(self.before)
        session.drain()
        return session

    def run_shell(self, bench, name, result, scratch):
        session = None
        try:
            session = self.open(bench, name, scratch)
            if session is None:
                result.fail(UNSUPPORTED)
                return
            private = session.private_kb()
            cpu, faults = session.cost()
            total = session.total
            times = [self.action(session) for _ in range(TIMES)]
            session.drain()
            cpu_after, faults_after = session.cost()
            run = {"state": OK, "why": "", "wall": min(times), "private": private}
            run["cpu"] = (cpu_after - cpu) / TIMES
            run["faults"] = (faults_after - faults) / TIMES
            run["bytes"] = (session.total - total) / TIMES
            result.add(run)
        except Silence as silence:
            result.fail(TIMEOUT, str(silence))
        finally:
            if session is not None:
                session.end()

    def calls(self, bench, name, scratch):
        """System calls of one operation, of the shell and what it starts."""
        counts = []
        for times in TIMES, 0:
            with tempfile.TemporaryDirectory(prefix=".", dir=scratch) as folder:
                tool, pattern = COUNTERS["syscalls"]
                tool = [word.replace("@", folder) for word in tool]
                tool[0] = "/usr/bin/" + tool[0]
                session = self.open(bench, name, scratch, tool)
                try:
                    for _ in range(times):
                        self.action(session)
                except Silence:
                    return None
                finally:
                    session.end()
                texts = (p.read_text() for p in folder_files(folder))
                found = [n for text in texts for n in re.findall(pattern, text, re.M)]
            counts.append(sum(map(int, found)))
        return (counts[0] - counts[1]) / TIMES
