#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the app, waits until its map is painted, and takes a picture."""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
import threading
import time

PATIENCE = 60  # seconds
SETTLE = 1.2  # seconds for fades and for the page to come in
OPEN = 4  # more for the reader's library


def keep_reading(process):
    for _ in process.stdout:
        pass


def place(process, size):
    """Puts the window at the top left in the size that is asked for."""
    done = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)],
                          capture_output=True, text=True)
    for window in done.stdout.split()[-1:]:
        subprocess.run(["xdotool", "windowmove", window, "0", "0", "windowsize", window, *size.split("x")])


def first_painted(process, size):
    """Reads until the map is painted, in the size that the picture wants."""
    for line in process.stdout:
        if not line.startswith("map-painted"):
            print(line, end="")
        else:
            threading.Thread(target=keep_reading, args=(process,), daemon=True).start()
            place(process, size)
            return True
    return False


def ended_early(status):
    """The exit status of a program that ended before it had painted: options
    such as --version end it well."""
    if status < 0:
        print("the map was never painted", file=sys.stderr)
        return 1
    return status


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--window", default="1280x800", metavar="WIDTHxHEIGHT")
    parser.add_argument("--library", metavar="FOLDER", help="articles that the reader has, as exported")
    parser.add_argument("--ctl", metavar="ATLASCTL", help="what brings them in")
    parser.add_argument("--xdotool", default="", metavar="COMMANDS", help="what is done before the picture is taken")
    parser.add_argument("picture")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    command = [arguments.command[0], "--report-painted", *arguments.command[1:]]

    with tempfile.TemporaryDirectory() as home:
        env = dict(os.environ, HOME=home, XDG_CONFIG_HOME=f"{home}/config",
                   XDG_DATA_HOME=f"{home}/data", XDG_CACHE_HOME=f"{home}/cache")
        if arguments.library:
            subprocess.run([arguments.ctl, "library", "import-folder", arguments.library], env=env, check=True)
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)
        timer = threading.Timer(PATIENCE, process.kill)
        timer.start()
        painted = first_painted(process, arguments.window)
        timer.cancel()
        if not painted:
            return ended_early(process.wait())
        time.sleep(SETTLE + (OPEN if arguments.library else 0))
        if arguments.xdotool:
            subprocess.run(["xdotool", *shlex.split(arguments.xdotool)], check=True)
            time.sleep(SETTLE)
        subprocess.run(["import", "-window", "root", "-crop", f"{arguments.window}+0+0", "+repage",
                        arguments.picture], check=True)
        process.terminate()
        process.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
