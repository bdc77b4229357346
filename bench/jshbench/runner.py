"""Runs workloads: each shell in turn, in every round."""

# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import pathlib
import re
import statistics
import subprocess
import tempfile

from jshbench.workload import BENCH, LIMIT

# States of a result: what is shown in place of a figure.
OK, WRONG, TIMEOUT, UNSUPPORTED = "ok", "WRONG", "timeout", "-"

# What is counted in a run of its own: the tool the shell is started by (@ stands
# for a folder of the tool's own), and where in its files the count is. strace
# counts all descendants; cachegrind the shell and what it forks; measure itself
# counts the page faults.
COUNTERS = {
    "faults": ([], None),
    "syscalls": (
        ["strace", "-qq", "-f", "-c", "-U", "calls,name", "-o", "@/calls"],
        r"^ *(\d+) total$",
    ),
    "instructions": (
        ["valgrind", "-q", "--tool=cachegrind", "--cache-sim=no"]
        + ["--log-file=@/log.%p", "--cachegrind-out-file=@/out.%p"],
        r"^summary: (\d+)",
    ),
}


class Result:
    """What one shell did in one workload, over all rounds."""

    def __init__(self):
        self.state = OK
        self.why = ""
        self.runs = []
        self.counts = {}

    def fail(self, state, why=""):
        self.state, self.why = state, why

    def add(self, run):
        self.runs.append(run)
        if run["state"] != OK and self.state == OK:
            self.fail(run["state"], run["why"])

    def median(self, key):
        return statistics.median(run[key] for run in self.runs)

    def least(self, key):
        return min(run[key] for run in self.runs)

    def section(self, name):
        """The same of the part of each run that ended with the mark NAME."""
        part = Result()
        part.fail(self.state, self.why)
        part.runs = [run["sections"][name] for run in self.runs if "sections" in run]
        if None in part.runs:
            part.fail(UNSUPPORTED)
            part.runs = []
        return part

    @classmethod
    def from_json(cls, data):
        result = cls()
        result.fail(data["state"], data.get("why", ""))
        result.runs = data.get("runs", [])
        result.counts = data.get("counts", {})
        return result

    def as_json(self):
        if not self.runs:
            return {"state": self.state, "why": self.why}
        figures = {
            "cpu_s": self.median("cpu"),
            "cpu_least_s": self.least("cpu"),
            "wall_least_s": self.least("wall"),
            "wall_median_s": self.median("wall"),
            "faults": self.median("faults"),
            "counts": self.counts,
            "runs": self.runs,
        }
        return {"state": self.state, "why": self.why, **figures}


def rotated(names, number):
    """Round NUMBER begins with another one, so that none is always the first."""
    names = list(names)
    start = number % len(names)
    return names[start:] + names[:start]


def scratch_folder():
    """A new folder in memory, if programs may be run there: a shell is not to
    wait for a disk."""
    memory = "/dev/shm"
    is_good = os.access(memory, os.W_OK) and not (
        os.statvfs(memory).f_flag & os.ST_NOEXEC
    )
    return tempfile.TemporaryDirectory(
        prefix="jsh-bench.", dir=memory if is_good else None
    )


class Bench:
    """Runs SHELLS (name -> command); the tools are those of the build tree."""

    def __init__(self, build, shells, rounds, timeout, counters=(), share=1):
        self.build = build
        self.programs = {
            "LIMIT": str(build / "bench" / "limit"),
            "NOP": str(build / "bench" / "nop"),
        }
        self.shells = shells
        self.rounds = rounds
        self.timeout = timeout
        self.counters = counters
        self.share = share

    def run_workload(self, workload):
        """All rounds of WORKLOAD: its rows, and for each a Result a shell."""
        results = self.run_rounds(workload)
        if not workload.marks:
            return [(row, results) for row in workload.rows()]
        return [
            (row, {name: result.section(mark) for name, result in results.items()})
            for mark, row in workload.marks.items()
        ]

    def run_rounds(self, workload):
        results = {name: Result() for name in self.shells}
        with scratch_folder() as scratch:
            data = os.path.join(scratch, "data")
            os.mkdir(data)
            setup = subprocess.run(
                ["/bin/sh", "-ec", workload.setup],
                cwd=data,
                env=self.environment("/bin/sh", scratch),
                stderr=subprocess.PIPE,
                text=True,
            )
            if setup.returncode:
                for result in results.values():
                    result.fail(UNSUPPORTED, "setup: " + setup.stderr.strip())
                return results
            for number in range(1 if workload.is_once else self.rounds):
                for name in rotated(self.shells, number):
                    # Who failed once is not asked again.
                    if results[name].state == OK:
                        self.run_shell(workload, name, results[name], scratch)
            for name, result in results.items():
                for counter in self.counters:
                    if result.state == OK and counter in workload.counters:
                        count = self.count(workload, name, counter, scratch)
                        result.counts[counter] = count
        return results

    def run_shell(self, workload, name, result, scratch):
        """One run, less what came before its mark if the workload is net."""
        command = self.command(workload, name, workload.count)
        if command is None:
            result.fail(UNSUPPORTED)
            return
        marks = pathlib.Path(scratch, "data", "marks")
        marks.unlink(missing_ok=True)
        run = self.run_command(workload, name, command, scratch)
        run["state"], run["why"] = judge(workload, run)
        if run["state"] == OK and workload.is_net:
            before = json.loads(marks.read_text())
            before["wall"] -= run["began"]
            for key in "cpu", "wall", "faults":
                run[key] -= before[key]
        if run["state"] == OK and workload.marks:
            run["sections"] = sections(marks, workload.marks)
        if run["state"] == OK and workload.tells_memory:
            for key in "before", "after":
                run[key] = resident_kb(f"{scratch}/data/{key}") if name != LIMIT else 0
        result.add(run)

    def count(self, workload, name, counter, scratch):
        """What COUNTER counts in one start of a shell, which does but a share of
        the work; None if it cannot."""
        total = 0
        for sign, count in (1, -(-workload.count // self.share)), (-1, 0):
            command = self.command(workload, name, count)
            with tempfile.TemporaryDirectory(prefix=".", dir=scratch) as folder:
                tool, pattern = COUNTERS[counter]
                tool = [word.replace("@", folder) for word in tool]
                run = self.run_command(
                    workload, name, tool + command, scratch, is_counted=True
                )
                if run["status"] or run["output"] == "":
                    return None
                found = sum_in_files(folder, pattern) if tool else run["faults"]
            total += sign * found
            if not workload.is_net:
                break
        return total

    def command(self, workload, name, count):
        return workload.command(name, self.shells[name], count, self.programs)

    def environment(self, shell, scratch):
        """For a run of SHELL, which is called sh in a folder of its own."""
        sh = pathlib.Path(tempfile.mkdtemp(prefix="sh.", dir=scratch)) / "sh"
        sh.symlink_to(shell)
        return {
            "PATH": "/usr/bin:/bin",
            "HOME": scratch,
            "LC_ALL": "C.UTF-8",
            "TERM": "dumb",
            "BENCH_SH": str(sh),
            "SOURCE": str(BENCH.parent),
            "BUILD": str(self.build),
            **self.programs,
        }

    def run_command(self, workload, name, command, scratch, is_counted=False):
        """The figures of one run of COMMAND, and what it wrote."""
        out, err = scratch + "/out", scratch + "/err"
        timeout = self.timeout * 60 if is_counted else self.timeout
        repeat = 1 if is_counted else workload.repeat
        measure = [str(self.build / "bench" / "measure"), "-t", str(timeout)]
        measure += ["-o", out, "-e", err, "-n", str(repeat)]
        if workload.terminal:
            measure += ["-T"]
        if is_counted:
            measure += ["-R"]
        done = subprocess.run(
            measure + command,
            cwd=scratch + "/data",
            env=self.environment(self.shells[name][0], scratch),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            check=True,
        )
        run = json.loads(done.stdout)
        run["cpu"] = run["user"] + run["sys"]
        run["output"] = pathlib.Path(out).read_text(errors="replace")
        run["message"] = pathlib.Path(err).read_text(errors="replace")
        return run


def judge(workload, run):
    """Whether a run did its work: the state, and the reason if it did not."""
    output, message = run.pop("output"), run.pop("message")
    if run["timeout"]:
        return TIMEOUT, f"after {run['wall']:.1f} s"
    if message:
        return WRONG, "said " + message.splitlines()[0]
    if run["status"] != 0:
        return WRONG, f"status {run['status']}"
    if output != workload.expect * workload.repeat:
        return WRONG, f"printed {output[:60]!r}"
    return OK, ""


def sum_in_files(folder, pattern):
    """The sum of the numbers that PATTERN finds in the files of FOLDER."""
    texts = [p.read_text(errors="replace") for p in pathlib.Path(folder).iterdir()]
    return sum(int(n) for text in texts for n in re.findall(pattern, text, re.M))


def sections(path, names):
    """Name -> what the shell alone cost from the mark before to that of this
    name, less the CPU time and faults of a mark; None if there is none."""
    marks = [json.loads(line) for line in path.read_text().splitlines()]
    found, of_marks = dict.fromkeys(names), []
    for before, after in zip(marks, marks[1:]):
        cost = {k: after[k] - before[k] for k in ("cpu", "wall", "faults")}
        if after["name"]:
            least = {k: min(m[k] for m in of_marks) for k in ("cpu", "faults")}
            found[after["name"]] = {**cost, **{k: cost[k] - least[k] for k in least}}
        else:
            of_marks = [cost] if before["name"] else [*of_marks, cost]
    return found


def resident_kb(path):
    """VmRSS in a copy of /proc/PID/status."""
    text = pathlib.Path(path).read_text()
    return int(re.search(r"^VmRSS:\s+(\d+) kB", text, re.M)[1])
