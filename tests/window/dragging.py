# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program, from which something is copied, or dragged to the window."""

import contextlib
import subprocess
import sys
import time
from pathlib import Path

from atlas_window import wait_for

SOURCE = Path(__file__).resolve().parent / "source.py"
SIZE = (900, 700)  # of a window that the source of a drag stands beside


@contextlib.contextmanager
def source(*args):
    """Another program from which something is copied or dragged."""
    process = subprocess.Popen([sys.executable, SOURCE, *args], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout.readline() == "ready\n", "the source did not start"
        yield
    finally:
        process.terminate()
        process.wait()


def drop(window, *args, to=(300, 350), says="Drop to Add to Your Articles"):
    """Drags from another window, and lets go over this one."""
    with source("--at", "1000,100", *args):
        window._xdotool("mousemove", "1080", "180", "mousedown", "1")
        for step in range(1, 13):
            move_pointer(window, 1080 + (to[0] - 1080) * step / 12, 180 + (to[1] - 180) * step / 12)
        window.wait_says(says)
        window._xdotool("mouseup", "1")
        wait_for("the cover to go", lambda: not window.says(says))
        time.sleep(1)  # until what was dropped has been taken


def move_pointer(window, x, y):
    window._xdotool("mousemove", str(int(x)), str(int(y)))
    time.sleep(0.05)
