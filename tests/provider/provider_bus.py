# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session bus of its own, on which the answers to the shell's search are asked for."""

import os
import subprocess
import tempfile
from pathlib import Path

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME = "io.github.alliance_atlas.AllianceAtlas.SearchProvider"
PATH = "/io/github/alliance_atlas/AllianceAtlas/SearchProvider"
INTERFACE = "org.gnome.Shell.SearchProvider2"


class Bus:
    """A session bus that knows the service as an installed program's."""

    def __init__(self, program, language="en_GB.UTF-8"):
        self.folder = tempfile.TemporaryDirectory(prefix="atlas-bus-")
        services = Path(self.folder.name, "dbus-1", "services")
        services.mkdir(parents=True)
        services.joinpath(f"{NAME}.service").write_text(f"[D-BUS Service]\nName={NAME}\nExec={Path(program).resolve()}\n")
        env = dict(os.environ, XDG_DATA_DIRS=self.folder.name, XDG_DATA_HOME=self.folder.name, XDG_RUNTIME_DIR=self.folder.name,
                   LANG=language, LANGUAGE=language.split("_")[0], G_DEBUG="fatal-warnings")
        env.pop("LC_ALL", None)
        self.daemon = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"], env=env,
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(self.daemon.stdout.readline().strip(), flags, None, None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close_sync(None)
        self.daemon.terminate()
        self.daemon.wait()
        self.folder.cleanup()

    def call(self, method, signature, *arguments):
        answer = self.connection.call_sync(NAME, PATH, INTERFACE, method, GLib.Variant(signature, arguments), None,
                                           Gio.DBusCallFlags.NONE, 30000, None)
        return answer.unpack()

    def find(self, *terms):
        return self.call("GetInitialResultSet", "(as)", terms)[0]

    def meta(self, result):
        return self.call("GetResultMetas", "(as)", [result])[0][0]

    def runs(self):
        answer = self.connection.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                                           GLib.Variant("(s)", (NAME,)), None, Gio.DBusCallFlags.NONE, -1, None)
        return answer.unpack()[0]
