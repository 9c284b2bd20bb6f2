#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much room the package takes; how long the app starts in its sandbox, and how long
the same program with the same libraries does without one, in turn, so that noise meets
both alike."""

import os
import statistics
import tempfile
import time

from packaged import APP, ROOM, files, flatpak, installed_size
from painted import started

STARTS = 9
SLOWER = 1.3  # at most


def direct():
    """The package's program among the runtime's files: mounts, and nothing that confines."""
    usr = files(flatpak("info", "--show-runtime", APP).strip())
    mounts = ["--ro-bind", str(usr), "/usr", "--ro-bind", str(usr / "etc"), "/etc", "--ro-bind", str(files()), "/app"]
    for name in ("bin", "lib", "lib64", "sbin"):
        mounts += ["--symlink", f"usr/{name}", f"/{name}"]
    mounts += ["--dev-bind", "/dev", "/dev", "--bind", "/proc", "/proc", "--bind", "/tmp", "/tmp"]
    paths = ["--setenv", "LD_LIBRARY_PATH", "/app/lib", "--setenv", "XDG_DATA_DIRS", "/app/share:/usr/share"]
    return ["bwrap", "--die-with-parent", *mounts, *paths, "/app/bin/alliance-atlas"]


def start(command, home):
    """Seconds from the start until the program says that it has painted."""
    environment = dict(os.environ, HOME=home, XDG_CONFIG_HOME=f"{home}/config", XDG_CACHE_HOME=f"{home}/cache",
                       XDG_DATA_HOME=f"{home}/data", GSETTINGS_BACKEND="keyfile", LANG="en_GB.UTF-8")
    with started([*command, "--report-painted"], environment) as (_, seconds):
        time.sleep(1)
    time.sleep(0.5)
    return seconds


def tell(what, value, target):
    print(f"{what}: {value:.2f}, target ≤ {target}: {'met' if value <= target else 'MISSED'}", flush=True)


def main():
    tell("installed size, MB", installed_size(), ROOM)
    commands = {"in the sandbox": [os.environ["ATLAS_PROGRAM"]], "without it": direct()}
    seconds = {name: [] for name in commands}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        for repeat in range(STARTS + 1):
            for name, command in commands.items():
                taken = start(command, home)
                if repeat:  # the first pair warms the caches of the system
                    seconds[name].append(taken)
    for name, values in seconds.items():
        print(f"start to the painted map {name}: {statistics.median(values) * 1000:.0f} ms ({min(values) * 1000:.0f}–{max(values) * 1000:.0f})")
    ratio = statistics.median(seconds["in the sandbox"]) / statistics.median(seconds["without it"])
    tell("ratio of both", ratio, SLOWER)


if __name__ == "__main__":
    main()
