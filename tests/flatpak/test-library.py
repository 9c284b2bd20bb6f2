#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader's library outlives the app: a restart, and an upgrade of the package."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from atlas_window import run
from packaged import APP, ON, PACKAGES, TITLE, PackagedWindow, inside, install, titles, written


def fill(home):
    """Brings an article in by the window, from a file that the sandbox sees."""
    path = written(f"{home}/.var/app/{APP}/data")
    with PackagedWindow(*ON, str(path), home=home) as window:
        window.wait_page(TITLE)
        window.quit()
    path.unlink()


def version():
    return inside("alliance-atlas", "--version").stdout.split()[-1]


def test_a_restart_keeps_the_library():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    fill(home)
    with PackagedWindow(*ON, "alliance-atlas:articles", home=home) as window:
        window.wait_says(TITLE)


def test_an_upgrade_keeps_the_library():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    fill(home)
    before = version()
    install(PACKAGES / "newer.flatpak")
    try:
        assert version() == f"{before}.1", version()
        assert titles(home) == [TITLE]
        with PackagedWindow(*ON, "alliance-atlas:articles", home=home) as window:
            window.wait_says(TITLE)
    finally:
        install(PACKAGES / "alliance-atlas.flatpak")
    assert version() == before
    assert titles(home) == [TITLE]


def test_articles_lie_in_the_folder_of_the_app_alone():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    fill(home)
    others = [path for path in Path(home).iterdir() if path.name != ".var"]
    written = [path for folder in others for path in folder.rglob("*") if path.is_file() and b"Astana" in path.read_bytes()]
    assert not written, written
    assert list(Path(home, f".var/app/{APP}/data").rglob("*.db*")), subprocess.run(["find", f"{home}/.var"], capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(run([value for name, value in list(globals().items()) if name.startswith("test_")]))
