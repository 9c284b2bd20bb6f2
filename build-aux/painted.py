# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that say when they have painted."""

import contextlib
import signal
import subprocess
import threading
import time

PATIENCE = 60  # seconds


@contextlib.contextmanager
def started(command, env):
    """A process, and the seconds from its start until it said that it had painted."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env)
    timer = threading.Timer(PATIENCE, process.kill)
    timer.start()
    try:
        if not any("painted" in line for line in process.stdout):
            raise RuntimeError(f"{command[0]} never painted")
        seconds = time.monotonic() - begin
        timer.cancel()
        yield process, seconds
    finally:
        timer.cancel()
        process.send_signal(signal.SIGKILL)
        process.wait()
