#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sandbox reaches and what it must not reach."""

import os
import re
import socket
import subprocess
import sys
import threading
from pathlib import Path

from atlas_window import run
from gi.repository import Gio, GLib
from packaged import APP, call, inside

KNOCK = 'exec 3<>"/dev/tcp/$0/$1" && read -r word <&3 && echo "$word"'


class Listener:
    """A server on this machine that greets whoever comes."""

    def __enter__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._greet, daemon=True).start()
        return str(self.socket.getsockname()[1])

    def _greet(self):
        try:
            while True:
                guest, _ = self.socket.accept()
                guest.sendall(b"welcome\n")
                guest.close()
        except OSError:
            return  # closed

    def __exit__(self, *_):
        self.socket.close()


def test_the_network_cannot_be_reached():
    with Listener() as port:
        outside = subprocess.run(["bash", "-c", KNOCK, "127.0.0.1", port], capture_output=True, text=True, timeout=20)
        assert outside.stdout == "welcome\n", f"the server cannot be reached from outside either: {outside.stderr}"
        done = inside("bash", "-c", KNOCK, "127.0.0.1", port)
    assert done.returncode != 0 and "welcome" not in done.stdout, "the sandbox reached a server"


def test_there_is_no_device_of_a_network():
    done = inside("cat", "/proc/net/dev")
    assert done.returncode == 0, done.stderr
    devices = [line.split(":")[0].strip() for line in done.stdout.splitlines()[2:]]
    assert devices == ["lo"], devices


def test_files_in_the_home_folder_cannot_be_read():
    secret = Path(os.environ["HOME"]) / "secret.txt"
    secret.write_text("nobody else's business\n")
    done = inside("cat", str(secret))
    assert done.returncode != 0 and not done.stdout, done.stdout
    assert "No such file" in done.stderr, done.stderr


def test_nothing_can_be_written_to_the_home_folder():
    path = Path(os.environ["HOME"]) / "written.txt"
    inside("sh", "-c", 'echo word >"$0"', str(path))
    assert not path.exists(), "the sandbox wrote into the home folder"


def test_other_folders_of_the_machine_cannot_be_seen():
    here = Path(__file__).resolve()
    done = inside("cat", str(here))
    assert done.returncode != 0 and not done.stdout, "the sandbox read a file of this machine"


def test_other_programs_on_the_session_bus_cannot_be_called():
    other = "org.example.Other"
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    owner = Gio.bus_own_name_on_connection(bus, other, Gio.BusNameOwnerFlags.NONE, None, None)
    context = GLib.MainContext.default()
    owned = lambda: call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner", GLib.Variant("(s)", (other,))).unpack()[0]
    while not owned():
        context.iteration(False)
    ask = ("gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path", "/",
           "--method", "org.freedesktop.DBus.ListNames")
    done = inside(*ask)
    Gio.bus_unown_name(owner)
    assert done.returncode == 0, done.stderr
    names = re.findall(r"'([A-Za-z][^']*)'", done.stdout)
    assert other not in names, names
    strangers = [name for name in names if not name.startswith(("org.freedesktop.DBus", "org.freedesktop.portal.", APP))]
    assert not strangers, strangers


def test_the_settings_are_described():
    done = inside("gsettings", "get", APP, "play-speed")
    assert done.stdout == "'normal'\n", done.stderr


def test_atlasctl_answers():
    done = inside("atlasctl", "status", "KZ", "--on", "2026-06-01", "--json")
    assert done.returncode == 0, done.stderr
    assert '"CSTO"' in done.stdout, done.stdout


if __name__ == "__main__":
    sys.exit(run([value for name, value in list(globals().items()) if name.startswith("test_")]))
