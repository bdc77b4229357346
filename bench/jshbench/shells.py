"""The shells that are measured."""

# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import shlex
import shutil
import sys

from jshbench.workload import BENCH

# How each peer is started so that it reads no start-up file. The first command
# that is installed counts.
PEERS = {
    "bash": ["bash --norc --noprofile"],
    "dash": ["dash"],
    "ksh": ["ksh93", "ksh"],
    "mksh": ["mksh"],
    "yash": ["yash --norcfile --noprofile"],
    "zsh": ["zsh --emulate sh -o norcs"],
    "busybox": ["busybox sh"],
    "fish": ["fish --no-config"],
}


def find_build(given):
    """The build tree: GIVEN, else where we are, else the source tree."""
    for build in [given] if given else [pathlib.Path.cwd(), BENCH.parent]:
        if (build / "bench" / "measure").exists():
            return build.resolve()
    sys.exit("bench: bench/measure is not built: run make bench, or give --build")


def find_shells(build, wanted):
    """Name -> command of jsh and the installed peers, those WANTED if any."""
    shells = {}
    if (build / "jsh").exists():
        shells["jsh"] = [str(build / "jsh")]
    for name, commands in PEERS.items():
        for command in map(shlex.split, commands):
            path = shutil.which(command[0], path="/usr/bin:/bin")
            if path and name not in shells:
                shells[name] = [path, *command[1:]]
    unknown = set(wanted) - set(shells)
    if unknown:
        sys.exit(f"bench: not built or not installed: {', '.join(unknown)}")
    return {name: shells[name] for name in shells if not wanted or name in wanted}
