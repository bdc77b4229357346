"""What each row is to reach: the file bench/targets, which says how to read it."""

# SPDX-License-Identifier: GPL-3.0-or-later

import fnmatch
import re
import sys

from jshbench.runner import OK, TIMEOUT, WRONG
from jshbench.shells import PEERS
from jshbench.workload import BENCH

LIMIT_TEXT = re.compile(
    r"(?P<factor>[\d.]+)(?: x (?P<of>[\w,-]+)(?: \+ (?P<extra>[\d.]+))?)?"
)
FIGURES = "cpu wall faults syscalls instructions bytes private growth".split()


def figure(result, row, key):
    """The least of the rounds, of one operation; None if it was not measured."""
    if result is None or result.state != OK:
        return None
    if key in ("syscalls", "instructions"):
        count = result.counts.get(key)
        return None if count is None else count * row.repeat / row.count
    if key == "growth":
        runs = [run for run in result.runs if "after" in run]
        return min((run["after"] - run["before"] for run in runs), default=None)
    if key not in result.runs[0]:
        return None
    return row.per_operation(key, result.least(key))


def best_peer(results, row, key, names=tuple(PEERS)):
    """The name of the one of NAMES with the least figure, or None."""
    known = {name: figure(results.get(name), row, key) for name in names}
    good = [name for name in names if known[name] is not None]
    return min(good, key=known.get, default=None)


class Target:
    """One line of the file."""

    def __init__(self, line):
        rows, _, text = line.partition(":")
        self.rows = rows.split()
        self.key, _, self.text = text.strip().partition(" ")
        if self.key == "none":
            return
        found = LIMIT_TEXT.fullmatch(self.text)
        if found is None or self.key not in FIGURES:
            sys.exit(f"bench/targets: cannot read: {line}")
        self.factor = float(found["factor"])
        self.of = found["of"]
        self.extra = float(found["extra"] or 0)

    def covers(self, name):
        return any(fnmatch.fnmatchcase(name, pattern) for pattern in self.rows)

    def base(self, row, results, table):
        """What the factor is taken of; None if it was not measured."""
        if self.of is None:
            return 1
        if self.of in table:
            other, others = table[self.of]
            return figure(others.get("jsh"), other, self.key)
        names = PEERS if self.of == "best" else self.of.split(",")
        best = best_peer(results, row, self.key, names)
        return figure(results.get(best), row, self.key)

    def judge(self, row, results, table):
        """None if this cannot be told, "" if the row reaches it, or what it has
        instead. TABLE has all rows: name -> (row, results)."""
        jsh = results.get("jsh")
        if jsh is not None and jsh.state in (WRONG, TIMEOUT):
            return f"{self.key} {jsh.state}"
        value = figure(jsh, row, self.key)
        base = self.base(row, results, table)
        if value is None or base is None:
            return None
        if value <= base * self.factor + self.extra:
            return ""
        if self.of is None or self.extra:
            return f"{self.key} {value:.4g}, not {self.text}"
        return f"{self.key} {value / base:.3g}, not {self.text}"


def read_targets():
    lines = (BENCH / "targets").read_text().splitlines()
    return [Target(line) for line in lines if line.strip() and line[0] != "#"]


def judge_rows(all_results):
    """Row's name -> what each of its targets says (Target.judge)."""
    targets = read_targets()
    table = {row.name: (row, results) for row, results in all_results}
    return {
        row.name: [
            target.judge(row, results, table)
            for target in targets
            if target.covers(row.name) and target.key != "none"
        ]
        for row, results in all_results
    }


def unmatched(names):
    """What is wrong with the file, if NAMES are those of all rows."""
    targets = read_targets()
    for name in names:
        if not any(target.covers(name) for target in targets):
            yield f"{name}: no target"
    for pattern in (pattern for target in targets for pattern in target.rows):
        if not fnmatch.filter(names, pattern):
            yield f"{pattern}: no such row"
