#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles from the reader's folders come in, though the sandbox cannot see these.

The document portal shows a file to the app by mounting a folder of its own.  Where it
cannot mount, the tests that need it are skipped and say so, and the others cover what
stands behind it.
"""

import os
import subprocess
import sys
import tempfile
import time

from atlas_window import run, wait_for
from gi.repository import Gio, GLib
from packaged import APP, EXPORTS, ON, TITLE, PackagedWindow, call, documents_mount, titles, written


def forward(home, path):
    """Calls the app as the Exec line of the desktop file does."""
    environment = dict(os.environ, HOME=home)
    command = ["flatpak", "--user", "run", "--command=alliance-atlas", "--file-forwarding", APP, "@@u", path.as_uri(), "@@"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def open_with(path):
    """Opens a file as a file manager does that was told to use this app."""
    info = Gio.DesktopAppInfo.new_from_filename(str(EXPORTS / f"applications/{APP}.desktop"))
    assert info.launch_uris([path.as_uri()], None), "the desktop cannot start the app"


def call_with_home(home):
    """What the session bus starts from now on gets this home."""
    variables = GLib.Variant("(a{ss})", ({"HOME": home, "LANGUAGE": "en"},))
    call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "UpdateActivationEnvironment", variables)


def test_a_forwarded_file_comes_in():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    with PackagedWindow(*ON, home=home) as window:
        done = forward(home, written(f"{home}/Documents"))
        assert done.returncode == 0, done.stderr
        window.wait_page(TITLE)
    assert titles(home) == [TITLE]


def test_open_with_reaches_the_running_app():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    with PackagedWindow(*ON, home=home) as window:
        open_with(written(f"{home}/Documents"))
        window.wait_page(TITLE)
    assert titles(home) == [TITLE]


def test_open_with_starts_the_app():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    call_with_home(home)
    open_with(written(f"{home}/Documents"))
    try:
        wait_for("the article in the library", lambda: titles(home) == [TITLE], patience=40)
    finally:
        subprocess.run(["flatpak", "kill", APP], timeout=60)
        time.sleep(1)


def test_a_file_in_the_folder_of_the_app_comes_in():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    path = written(f"{home}/.var/app/{APP}/data")
    with PackagedWindow(*ON, str(path), home=home) as window:
        window.wait_page(TITLE)
    assert titles(home) == [TITLE]


def test_a_file_that_nobody_forwards_stays_outside():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    path = written(f"{home}/Documents")
    done = subprocess.run([os.environ["ATLAS_PROGRAM"], str(path)], env=dict(os.environ, HOME=home, LANGUAGE="en"),
                          capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and "no file that exists" in done.stderr, done.stderr


def main():
    if documents_mount():
        return run([value for name, value in list(globals().items()) if name.startswith("test_")])
    print("# the document portal cannot mount its folder here, so that only what stands behind it is tested")
    return run([test_a_file_in_the_folder_of_the_app_comes_in, test_a_file_that_nobody_forwards_stays_outside])


if __name__ == "__main__":
    sys.exit(main())
