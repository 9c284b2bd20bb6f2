#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program, from which tests copy or drag files and text.

With --clipboard it owns the clipboard; else it is a window at --at, all of which
can be dragged.  It writes “ready” and stays until it is ended.
"""

import argparse
import subprocess

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402

TITLE = "Source of the tests"
SIZE = 160


def provide(arguments):
    providers = []
    if arguments.file:
        files = Gdk.FileList.new_from_list([Gio.File.new_for_commandline_arg(path) for path in arguments.file])
        value = GObject.Value(Gdk.FileList, files)
        providers.append(Gdk.ContentProvider.new_for_value(value))
    if arguments.html:
        providers.append(Gdk.ContentProvider.new_for_bytes("text/html", GLib.Bytes.new(arguments.html.encode())))
    if arguments.text:
        providers.append(Gdk.ContentProvider.new_for_value(arguments.text))
    return Gdk.ContentProvider.new_union(providers)


def place(at):
    window = subprocess.run(["xdotool", "search", "--sync", "--name", f"^{TITLE}$"], capture_output=True, text=True, check=True)
    subprocess.run(["xdotool", "windowmove", "--sync", window.stdout.split()[-1], *at.split(",")], check=True)
    print("ready", flush=True)
    return False


def show(arguments, provider):
    window = Gtk.Window(title=TITLE, default_width=SIZE, default_height=SIZE, decorated=False)
    label = Gtk.Label(label="drag me", hexpand=True, vexpand=True)
    drag = Gtk.DragSource(actions=Gdk.DragAction.COPY | Gdk.DragAction.MOVE, content=provider)
    label.add_controller(drag)
    window.set_child(label)
    window.present()
    GLib.timeout_add(300, place, arguments.at)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--clipboard", action="store_true")
    parser.add_argument("--at", default="1000,100", metavar="X,Y")
    parser.add_argument("--file", action="append")
    parser.add_argument("--text")
    parser.add_argument("--html")
    arguments = parser.parse_args()
    Gtk.init()
    provider = provide(arguments)
    if arguments.clipboard:
        Gdk.Display.get_default().get_clipboard().set_content(provider)
        GLib.idle_add(lambda: print("ready", flush=True))
    else:
        show(arguments, provider)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
