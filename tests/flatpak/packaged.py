# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed package: its files, its sandbox, and its window."""

import json
import os
import subprocess
from pathlib import Path

from atlas_window import APP, Window, ctl, wait_for
from gi.repository import Gio, GLib

INSTALLATION = Path(os.environ["FLATPAK_USER_DIR"])
EXPORTS = INSTALLATION / "exports/share"
PACKAGES = Path(os.environ["ATLAS_PACKAGES"])
ROOM = 12  # MB at most
ON = ("--on", "2026-06-15")
TITLE = "Guests in Astana"
ARTICLE = f"""{TITLE}

Kazakhstan received ministers from China and India on Monday. They spoke about trade and about water.

Iran sent a deputy, who said nothing to the press.
"""


def flatpak(*args, **options):
    """What flatpak answers about the installation."""
    done = subprocess.run(["flatpak", "--user", *args], capture_output=True, text=True, timeout=300, **options)
    assert done.returncode == 0, f"flatpak {' '.join(args)}: {done.stderr}"
    return done.stdout


def files(ref=APP):
    """The folder that the sandbox sees as /app, or that of another package."""
    return Path(flatpak("info", "--show-location", ref).strip()) / "files"


def installed_size():
    """MB that the files take, without debug data, which lies apart."""
    return sum(path.lstat().st_size for path in files().rglob("*") if path.is_file() or path.is_symlink()) / 1e6


def inside(*command, home=None, **options):
    """Runs a command in the sandbox, and gives what came of it."""
    environment = dict(os.environ, HOME=home or os.environ["HOME"])
    line = ["flatpak", "--user", "run", "--die-with-parent", f"--command={command[0]}", APP, *command[1:]]
    return subprocess.run(line, env=environment, capture_output=True, timeout=120, **{"text": True, **options})


def install(bundle):
    flatpak("install", "-y", "--noninteractive", "--reinstall", "--bundle", str(bundle))


def written(folder, name="guests.txt"):
    """The path of the article, as a file in a folder."""
    path = Path(folder) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ARTICLE)
    return path


def titles(home):
    """The articles that the reader has, by title."""
    return sorted(article["title"] for article in json.loads(ctl(home, "library", "list", "--json"))["articles"])


class PackagedWindow(Window):
    """The window of the package; its process ids are those of its sandbox, which say nothing here."""

    def _is_ours(self, app):
        return app.get_name() in ("alliance-atlas", APP)

    def _which_window(self):
        return "--class", "alliance.?atlas"

    def quit(self):
        """Ends the app as a person does."""
        self.key("ctrl+q")
        wait_for("the app to end", lambda: self.process.poll() is not None)


def call(name, path, interface, method, arguments=None):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 20000)


def documents_mount():
    """Where the document portal shows files to sandboxes, or None where it cannot."""
    documents = "org.freedesktop.portal.Documents"
    try:
        answer = call(documents, "/org/freedesktop/portal/documents", documents, "GetMountPoint")
    except GLib.Error:
        return None
    folder = bytes(answer.unpack()[0]).rstrip(b"\0").decode()
    usual = f"/run/user/{os.getuid()}/doc"  # the only place that sandboxes see
    return folder if folder == usual and os.path.ismount(folder) else None
