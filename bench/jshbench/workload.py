"""Workloads: the files of bench/workloads (bench/README.md has the format)."""

# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import re
import shlex
import sys

BENCH = pathlib.Path(__file__).resolve().parent.parent
LIMIT = "LIMIT"


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
        count = keys.pop("count", "1")
        self.count = int(size if count == "SIZE" else count) * self.repeat
        self.limit = shlex.split(keys.pop("limit", ""))
        self.setup = keys.pop("setup", "")
        self.terminal = keys.pop("terminal", "no") == "yes"
        self.by_text = keys.pop("by", "") == "-c"
        self.is_net = keys.pop("net", "no") == "yes"
        self.has_marks = keys.pop("marks", "no") == "yes"
        self.tells_memory = keys.pop("memory", "no") == "yes"
        if keys:
            sys.exit(f"{path}: unknown keys: {', '.join(keys)}")

    def run(self, bench):
        return bench.run_workload(self)

    def command(self, name, shell, count):
        """What SHELL runs, or None where it has no way to do this."""
        values = {"COUNT": str(count), "SIZE": self.size}
        if name == LIMIT:
            work = [values.get(arg, arg) for arg in self.limit]
            return [*shell, *work] if work else None
        script = self.fish_script if name == "fish" else self.script
        if not script.exists():
            return None
        if not self.by_text:
            return [*shell, str(script), str(count), self.size]
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
    """The workloads and OTHERS that ONLY names; a name that is none names a
    beginning."""
    workloads = all_workloads(others)
    names = [workload.name for workload in workloads]
    chosen = set()
    for part in only or [""]:
        exact = [part] if part in names else []
        found = exact or [name for name in names if name.startswith(part)]
        if not found:
            names = " ".join(names)
            sys.exit(f"bench: no workload {part}; there are: {names}")
        chosen.update(found)
    return [workload for workload in workloads if workload.name in chosen]
