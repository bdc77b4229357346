"""Workloads: the files of bench/workloads (bench/README.md has the format)."""

# SPDX-License-Identifier: GPL-3.0-or-later

import math
import pathlib
import re
import shlex
import sys
from dataclasses import dataclass

BENCH = pathlib.Path(__file__).resolve().parent.parent
LIMIT = "LIMIT"


@dataclass(frozen=True)
class Row:
    """A row of the tables: its name, and how many operations a run has."""

    name: str
    count: int = 1
    repeat: int = 1

    def per_operation(self, key, value):
        """VALUE of a whole run as it is shown: microseconds, or so many."""
        if key in ("cpu", "wall"):
            return value * 1e6 / self.count
        return value / self.count if key == "faults" else value


def read_keys(path):
    """The lines "#: KEY TEXT" of a script; a key that comes again goes on."""
    keys = {}
    for line in path.read_text().splitlines():
        if line.startswith("#: "):
            key, _, value = line[3:].partition(" ")
            keys[key] = keys[key] + "\n" + value if key in keys else value
    return keys


class Workload:
    """One file of workloads/, of one size: its keys and its scripts."""

    def __init__(self, path, keys, size):
        keys = dict(keys)
        self.name = path.stem + (f"-{size}" if size else "")
        self.size = size
        self.script = path
        self.fish_script = path.with_suffix(".fish")
        self.expect = keys.pop("expect") + "\n"
        self.repeat = int(keys.pop("repeat", 1))
        self.count = self.number(keys.pop("count", "1")) * self.repeat
        self.limit = shlex.split(keys.pop("limit", ""))
        self.setup = keys.pop("setup", "")
        self.terminal = keys.pop("terminal", "no") == "yes"
        self.by_text = keys.pop("by", "") == "-c"
        self.is_net = keys.pop("net", "no") == "yes"
        self.tells_memory = keys.pop("memory", "no") == "yes"
        self.is_once = keys.pop("once", None) in ("yes", size)
        self.unable = {
            name.removesuffix(f"-{size}") for name in keys.pop("unable", "").split()
        }
        self.marks = {
            mark: Row(f"{path.stem}-{mark}-{size}", self.number(count))
            for mark, count in map(str.split, keys.pop("marks", "").splitlines())
        }
        self.counters = keys.pop("counts", "faults syscalls instructions").split()
        if keys:
            sys.exit(f"{path}: unknown keys: {', '.join(keys)}")

    def number(self, text):
        """A product of numbers, and of SIZE."""
        return math.prod(int(part.replace("SIZE", self.size)) for part in text.split("*"))

    def rows(self):
        if self.marks:
            return list(self.marks.values())
        return [Row(self.name, self.count, self.repeat)]

    def run(self, bench):
        return bench.run_workload(self)

    def command(self, name, shell, count, programs):
        """What SHELL runs, or None where it has no way to do this. PROGRAMS are
        those of bench/ that `limit` may be told to start."""
        values = {"COUNT": str(count), "SIZE": self.size, **programs}
        if name == LIMIT:
            work = [values.get(arg, arg) for arg in self.limit]
            return [*shell, *work] if work else None
        script = self.fish_script if name == "fish" else self.script
        if name in self.unable or not script.exists():
            return None
        if not self.by_text:
            return [*shell, str(script), self.size or str(count)]
        lines = script.read_text().splitlines()
        text = "\n".join(line for line in lines if not line.startswith("#"))
        return [*shell, "-c", text]


def natural_order(name):
    """pipe-5 before pipe-20."""
    parts = re.split(r"(\d+)", name)
    return [int(part) if part.isdigit() else part for part in parts]


def all_workloads(others):
    workloads = list(others)
    for path in (BENCH / "workloads").glob("*.sh"):
        keys = read_keys(path)
        sizes = keys.pop("sizes", "").split() or [""]
        workloads += [Workload(path, keys, size) for size in sizes]
    return sorted(workloads, key=lambda workload: natural_order(workload.name))


def find_workloads(only, others=()):
    """The workloads and OTHERS that ONLY names, or one of whose rows it names; a
    name that is none names a beginning."""
    workloads = all_workloads(others)
    names = {w: [w.name] + [row.name for row in w.rows()] for w in workloads}
    chosen = set()
    for part in only or [""]:
        found = [w for w in workloads if part in names[w]] or [
            w for w in workloads if any(name.startswith(part) for name in names[w])
        ]
        if not found:
            known = " ".join(w.name for w in workloads)
            sys.exit(f"bench: no workload {part}; there are: {known}")
        chosen.update(found)
    return [workload for workload in workloads if workload in chosen]
