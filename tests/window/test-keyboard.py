#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard alone: it reaches every control, and its shortcuts hold."""

import re
import subprocess
import sys

from atlas_window import Atspi, Window, run, wait_for

ON = ("--on", "2026-06-15")
CSTO = "Collective Security Treaty Organization"


WANTED = (Atspi.StateType.SHOWING, Atspi.StateType.FOCUSABLE, Atspi.StateType.SENSITIVE)

# GTK keeps Tab off a window's own buttons; the window manager has keys for them.
OF_THE_WINDOW_MANAGER = ("Minimize", "Maximize", "Restore", "Close")
ARROWS = {"radio button": "Right", "list item": "Down"}


def controls(root):
    """What can be used now: it shows, it takes the focus, and it is sensitive."""
    usable = [node for node in root.walk() if all(node.has_state(state) for state in WANTED)]
    return [node for node in usable if not is_of_the_toolkit(node)]


def is_of_the_toolkit(node):
    """The choice that a combo row shows is, to GTK, a list of one without a
    name; Enter on the row opens the true list."""
    if node.role in ("list", "list item"):
        return node.name == ""
    return node.role == "button" and node.name in OF_THE_WINDOW_MANAGER


class Ring:
    """What the keyboard reaches of the controls below a node."""

    def __init__(self, window, root):
        self.window = window
        self.controls = controls(root)
        self.reached = set()
        self.at = 0

    def find_focus(self):
        """The number of the focused control; Tab goes mostly by their order."""
        for step in range(len(self.controls)):
            index = (self.at + step) % len(self.controls)
            if self.controls[index].focused:
                return index
        return None

    def press(self, key):
        """Whether a key leads to a control that was not reached before."""
        self.window.key(key)
        index = self.find_focus()
        if index is None:
            return False
        self.at = index
        new = index not in self.reached
        self.reached.add(index)
        return new

    def walk(self):
        """Tabs around once; what is one stop for Tab, such as a group of radio
        buttons or a list, by the arrows."""
        stale = 0
        while stale < 12 and len(self.reached) < len(self.controls):
            stale = 0 if self.press("Tab") else stale + 1
            key = ARROWS.get(self.controls[self.at].role)
            while stale == 0 and key is not None and self.press(key):
                pass

    def missed(self):
        """A control that holds another, such as a label with links, is reached
        with it."""
        reached = [self.controls[index] for index in self.reached]
        return [
            node for index, node in enumerate(self.controls)
            if index not in self.reached and not any(is_below(other, node) for other in reached)
        ]


def is_below(node, other):
    accessible = node.accessible
    while accessible is not None and accessible.get_role() != Atspi.Role.APPLICATION:
        if accessible == other.accessible:
            return True
        accessible = accessible.get_parent()
    return False


def assert_all_reached(window, root):
    ring = Ring(window, root)
    assert len(ring.controls) > 1, "there are no controls"
    ring.walk()
    missed = [f"{node.role} {node.name!r}" for node in ring.missed()]
    assert not missed, f"{len(ring.reached)} of {len(ring.controls)} reached, not: " + ", ".join(missed)


def test_everything_of_the_start_can_be_reached():
    with Window(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        assert_all_reached(window, window.root)


def test_everything_of_a_country_page_can_be_reached():
    with Window(*ON, "--country", "RS") as window:
        window.wait_page("Serbia")
        assert_all_reached(window, window.root)


def test_everything_of_an_organisation_page_can_be_reached():
    with Window(*ON, "--organisation", "CST") as window:
        window.wait_page("Collective Security Treaty")
        assert_all_reached(window, window.root)


def test_everything_of_each_dialog_can_be_reached():
    with Window(*ON, "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        for key in ("ctrl+f", "ctrl+s", "ctrl+comma"):
            window.key(key)
            assert_all_reached(window, window.wait_dialog())
            window.key("Escape")
            window.wait_no_dialog()


def test_the_main_menu_opens_by_f10_and_walks_by_arrows():
    with Window(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        window.key("F10")
        items = wait_for("the menu", window.menu_items)
        reached = set()
        for _ in items:
            window.key("Down")
            reached.update(index for index, node in enumerate(items) if node.focused)
        assert len(reached) == len(items), f"{len(reached)} of {len(items)}"
        window.key("Escape")
        wait_for("the menu to close", lambda: not window.menu_items())


def test_full_screen_by_f11_and_back_by_escape():
    with Window(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        window.key("F11")
        wait_for("a map alone", lambda: window.root.find("button", "Search") is None)
        wait_for("a map over all the screen", lambda: window.map().extents()[2:] >= (1260, 780))
        window.key("Escape")
        wait_for("the buttons again", lambda: window.root.find("button", "Search"))
        window.key("F11")
        wait_for("a map alone", lambda: window.root.find("button", "Search") is None)
        window.key("F11")
        wait_for("the buttons again", lambda: window.root.find("button", "Search"))


def test_zoom_keys():
    with Window(*ON) as window:
        home = window.view()
        window.key("ctrl+plus")
        wait_for("a closer view", lambda: window.view()[2] > home[2] + 0.5)
        window.key("ctrl+minus", "ctrl+minus")
        wait_for("a wider view", lambda: window.view()[2] < home[2])
        window.key("ctrl+plus", "ctrl+plus")
        wait_for("a closer view", lambda: window.view()[2] > home[2] + 0.5)
        window.key("ctrl+0")
        wait_for("the home view", lambda: abs(window.view()[2] - home[2]) < 0.01)


def test_f9_hides_the_page():
    with Window(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        window.key("F9")
        wait_for("no page", lambda: window.root.find("heading", "Alliances of Eurasia") is None)
        window.key("F9")
        window.wait_page("Alliances of Eurasia")


def test_the_shortcuts_window_tells_them():
    with Window(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        window.key("ctrl+question")
        for words in ("Search", "Save a Picture of the Map", "Full-Screen Map", "Show or Hide the Page", "Ctrl", "F11"):
            window.wait_says(words)
        window.key("Escape")
        wait_for("it to close", lambda: not window.says("Full-Screen Map"))


def test_ctrl_q_ends_the_program():
    with Window(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        window.key("ctrl+q")
        wait_for("the end", lambda: window.process.poll() is not None)
        assert window.process.returncode == 0


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
