#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that the reader chooses, drops or saves, in folders that the sandbox cannot see.

The desktop's portal shows its own window for files, and hands the app what was chosen
there, and likewise what was dropped.  It needs a document portal that can mount its folder.
"""

import re
import sys
import tempfile
import time
from pathlib import Path

from atlas_window import Atspi, Node, run, wait_for
from dragging import SIZE, drop
from packaged import ON, TITLE, PackagedWindow, documents_mount, titles, written

PORTAL = "xdg-desktop-portal-gtk"


def portal_says(title):
    """The portal's window of that title, which is another program's."""
    desktop = Atspi.get_desktop(0)
    apps = (desktop.get_child_at_index(index) for index in range(desktop.get_child_count()))
    roots = [Node(app) for app in apps if app is not None and app.get_name() == PORTAL]
    return next((found for root in roots for found in root.children() if title in found.name and found.showing), None)


def wait_portal(window, title):
    """Waits until the portal's window has the keyboard."""
    dialog = wait_for(f"the portal's window {title!r}", lambda: portal_says(title))
    wait_for("the keyboard in it", lambda: title in window._xdotool("getactivewindow", "getwindowname"))
    time.sleep(0.5)
    return dialog


def click(window, node):
    """Clicks something in the portal's window, whose places on the screen can be believed."""
    box = node.accessible.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    window._xdotool("mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2), "click", "1")


def accept(window, title):
    """Presses Return until the portal's window goes: the first one may only take what
    the field completes."""
    for _ in range(3):
        window.key("Return")
        try:
            wait_for("the window to go", lambda: not portal_says(title), patience=4)
            return
        except AssertionError:
            continue
    raise AssertionError(f"the portal's window {title!r} stays")


def test_an_article_is_chosen_in_the_desktop_s_window():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    path = written(f"{home}/Documents")
    with PackagedWindow(*ON, home=home) as window:
        window.wait_page("Alliances of Eurasia")
        window.key("ctrl+o")
        wait_portal(window, "Open Articles")
        window.key("ctrl+l")
        window.type(str(path))
        accept(window, "Open Articles")
        window.wait_page(TITLE)
    assert titles(home) == [TITLE]


def test_a_file_is_dropped_on_the_window():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    path = written(f"{home}/Documents")
    with PackagedWindow(*ON, home=home, size=SIZE) as window:
        window.wait_page("Alliances of Eurasia")
        drop(window, "--file", str(path))
        window.wait_page(TITLE)
    assert titles(home) == [TITLE]


def test_a_picture_is_saved_where_the_reader_says():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    path = Path(home) / "map.png"
    with PackagedWindow(*ON, home=home) as window:
        window.wait_page("Alliances of Eurasia")
        window.key("ctrl+s")
        window.wait_dialog()
        window.find("button", re.compile("^Save…$")).activate()
        wait_portal(window, "Save Picture")
        window.key("ctrl+a")
        window.type(str(path))
        accept(window, "Save Picture")
        window.wait_says("Saved as “map.png”")
    assert path.read_bytes().startswith(b"\x89PNG"), "no picture"
    assert path.stat().st_size > 20000, "an empty picture"


def test_the_map_is_printed_to_a_file():
    path = Path("output.pdf")  # the dialog's own idea, where the tests run
    with PackagedWindow(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        window.key("ctrl+p")
        dialog = wait_portal(window, "Print")
        click(window, wait_for("the printer", lambda: dialog.find("table cell", "Print to File")))
        button = dialog.find("button", "Print")
        wait_for("the button to obey", lambda: button.has_state(Atspi.StateType.SENSITIVE))
        button.activate()
        wait_for("the printed map", lambda: path.exists() and path.stat().st_size > 20000)
    assert path.read_bytes().startswith(b"%PDF-"), "no document"


def main():
    if documents_mount():
        return run([value for name, value in list(globals().items()) if name.startswith("test_")])
    print("# the document portal cannot mount its folder here, so that no file can be handed over; printing needs none")
    return run([test_the_map_is_printed_to_a_file])


if __name__ == "__main__":
    sys.exit(main())
