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
import resource
import select
import signal
import struct
import tempfile
import termios
import time

from jshbench.runner import (
    COUNTERS,
    OK,
    TIMEOUT,
    UNSUPPORTED,
    Result,
    rotated,
    scratch_folder,
    sum_in_files,
)
from jshbench.workload import LIMIT, Row

PROMPT = b"ready> "
TIMES = 30
STARTS = 10

# How a shell is told to be interactive, and to read no start-up file.
INTERACTIVE = {
    "jsh": ["--norc", "-i"],
    "base": ["--norc", "-i"],
    "zsh": ["-f", "-i"],
    "fish": None,
    LIMIT: ["prompt"],
}


class Silence(Exception):
    """What was to come did not come."""


def costs_so_far():
    """The time, and the CPU time and page faults of this process."""
    faults = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    return f"{time.monotonic()} {time.process_time()} {faults}".encode()


class Session:
    """A shell on a terminal of its own."""

    def __init__(self, command, environment, folder):
        self.seen = b""
        self.total = 0
        self.heard = 0
        told, tell = os.pipe()
        self.pid, self.fd = os.forkpty()
        if self.pid == 0:
            for number in signal.SIGINT, signal.SIGQUIT, signal.SIGPIPE:
                signal.signal(number, signal.SIG_DFL)
            os.chdir(folder)
            os.write(tell, costs_so_far())
            os.execve(command[0], command, environment)
        os.close(tell)
        self.began, self.cpu, self.faults = map(float, os.read(told, 100).split())
        os.close(told)
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
        self.heard = time.monotonic()
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
        """CPU time in seconds and page faults of the shell since its exec."""
        nanoseconds = pathlib.Path(f"/proc/{self.pid}/schedstat").read_text().split()[0]
        return int(nanoseconds) / 1e9 - self.cpu, int(self.stat()[7]) - self.faults

    def stat(self):
        """The fields of /proc/PID/stat, from the state on."""
        text = pathlib.Path(f"/proc/{self.pid}/stat").read_text()
        return text.rpartition(")")[2].split()

    def first_prompt(self):
        """Read until the shell sleeps and has no more to say."""
        self.read(5)
        self.drain()
        while self.stat()[0] != "S":
            self.drain()

    def private_kb(self):
        """Pages of its own: of no file. Those of a program that was just built
        count as dirty until they are on the disk."""
        text = pathlib.Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        return int(re.search(r"^Anonymous: +(\d+) kB", text, re.M)[1])

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


def execution(session):
    taken = timed(session, b"say\r", b"started")
    session.expect(PROMPT)
    return taken


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

# dash has no editor, but the kernel's echo; two have no set -b.
UNABLE = {
    "busybox": {"tty-notice"},
    "dash": {"tty-key-end", "tty-key-middle", "tty-notice", "tty-paste"},
}

# Name -> what is typed before, and what is timed.
ROWS = {
    "tty-command": (b"", command),
    "tty-enter": (b"", enter),
    "tty-exec": (b"", execution),
    "tty-fg": (b"", resume),
    "tty-interrupt": (b"", interrupt),
    "tty-key-end": (b"", key),
    "tty-key-middle": (b"z" * 40 + b"\x02" * 20, key),
    "tty-notice": (b"set -b\r", notice),
    "tty-paste": (b"", paste),
    "tty-stop": (b"", stop),
}


class TerminalRow:
    """What a session does TIMES; for `run` and `gate` it is as a workload."""

    def __init__(self, name):
        self.name = name
        self.before, self.action = ROWS[name]

    def rows(self):
        return [Row(self.name)]

    def run(self, bench):
        results = {name: Result() for name in bench.shells}
        with scratch_folder() as scratch:
            for program in "pause", "say":
                os.symlink(bench.programs["LIMIT"], f"{scratch}/{program}")
            os.symlink(bench.programs["NOP"], f"{scratch}/nop")
            for number in range(bench.rounds):
                for name in rotated(bench.shells, number):
                    if results[name].state == OK:
                        self.run_shell(bench, name, results[name], scratch)
            for name, result in results.items():
                if "syscalls" in bench.counters and result.state == OK:
                    result.counts["syscalls"] = self.calls(bench, name, scratch)
        return [(row, results) for row in self.rows()]

    def open(self, bench, name, scratch, prefix=()):
        """A session that has shown its first prompt."""
        command = bench.shells[name]
        environment = bench.environment(command[0], scratch)
        environment["PATH"] = f"{scratch}:/usr/bin:/bin"
        environment.update(TERM="xterm", ENV="/dev/null")
        modules = pathlib.Path(os.path.realpath(command[0])).parent / ".libs"
        environment["JSH_MODULE_DIR"] = str(modules)
        words = [*prefix, *command, *INTERACTIVE.get(name, ["-i"])]
        session = Session(words, environment, scratch)
        try:
            session.first_prompt()
        except Silence:
            session.end()
            raise
        return session

    def prepare(self, session, name):
        """Our prompt, and what is typed before the row begins."""
        for keys in PREPARE if name != LIMIT else ():
            session.type(keys)
            session.drain()
        session.type(b"\r")
        session.expect(PROMPT)
        session.type(self.before)
        session.drain()

    def run_shell(self, bench, name, result, scratch):
        if INTERACTIVE.get(name, []) is None or self.name in UNABLE.get(name, ()):
            result.fail(UNSUPPORTED)
            return
        try:
            result.add({"state": OK, "why": "", **self.measure(bench, name, scratch)})
        except Silence as silence:
            result.fail(TIMEOUT, str(silence))

    def measure(self, bench, name, scratch):
        """The figures of one round."""
        session = self.open(bench, name, scratch)
        try:
            private = session.private_kb()
            self.prepare(session, name)
            cpu, faults = session.cost()
            total = session.total
            times = [self.action(session) for _ in range(TIMES)]
            session.drain()
            cpu_after, faults_after = session.cost()
        finally:
            session.end()
        return {
            "wall": min(times),
            "cpu": (cpu_after - cpu) / TIMES,
            "faults": (faults_after - faults) / TIMES,
            "bytes": (session.total - total) / TIMES,
            "private": private,
        }

    def calls(self, bench, name, scratch):
        """System calls of one operation, of the shell and what it starts."""
        many, none = (
            self.calls_of(bench, name, scratch, times) for times in (TIMES, 0)
        )
        return None if None in (many, none) else (many - none) / TIMES

    def calls_of(self, bench, name, scratch, times):
        """Those of a session in which it is done TIMES."""
        with tempfile.TemporaryDirectory(prefix=".", dir=scratch) as folder:
            tool, pattern = COUNTERS["syscalls"]
            tool = [word.replace("@", folder) for word in tool]
            tool[0] = "/usr/bin/" + tool[0]
            session = self.open(bench, name, scratch, tool)
            try:
                self.prepare(session, name)
                for _ in range(times):
                    self.action(session)
            except Silence:
                return None
            finally:
                session.end()
            return sum_in_files(folder, pattern)


class StartRow(TerminalRow):
    """From exec to the first prompt, the least of STARTS."""

    def __init__(self):
        self.name = "tty-start"

    def measure(self, bench, name, scratch):
        runs = [self.start(bench, name, scratch) for _ in range(STARTS)]
        least = {key: min(run[key] for run in runs) for key in runs[0]}
        return {**least, "private": max(run["private"] for run in runs)}

    def start(self, bench, name, scratch):
        session = self.open(bench, name, scratch)
        try:
            cpu, faults = session.cost()
            private = session.private_kb()
        finally:
            session.end()
        return {
            "wall": session.heard - session.began,
            "cpu": cpu,
            "faults": faults,
            "bytes": session.total,
            "private": private,
        }

    def prepare(self, session, name):
        pass

    def calls(self, bench, name, scratch):
        return self.calls_of(bench, name, scratch, 0)


def terminal_rows():
    return [StartRow(), *map(TerminalRow, ROWS)]
