#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Little room: 360 pixels, and letters twice as large, clip nothing."""

import contextlib
import subprocess
import sys
import tempfile

from atlas_window import Atspi, Window, run, wait_for

ON = ("--on", "2026-06-15")
STATES = (
    (),
    ("--country", "AM"),
    ("--country", "SA"),
    ("--organisation", "CSTO"),
    ("--article", "three-principles"),
)


# What a reader reads or uses; what merely holds it may reach further.
ROLES = ("label", "heading", "link", "button", "toggle button", "radio button", "image", "list item", "entry")


def readable(window):
    return [node for node in window.root.walk() if node.role in ROLES and node.showing]


def outside(nodes, width):
    """What reaches over the left or right edge of the window.

    Extents lack the padding of what lies around, so a little may go unseen;
    that nothing needs more room than the window has, GTK itself says, by a
    warning that ends the test.
    """
    found = []
    for node in nodes:
        x, _, across, _ = node.extents()
        if across > 0 and (x < -1 or x + across > width + 1):
            found.append(f"{node.role} {node.name[:40]!r} from {x} to {x + across}")
    return found


def is_cut(label):
    """Whether a label of one line ends in an ellipsis: its last letters are
    nowhere. What wraps is never cut."""
    text = label.accessible.get_text_iface()
    length = len(label.text)
    if text is None or not 4 < length < 60:
        return False
    boxes = [Atspi.Text.get_character_extents(text, at, Atspi.CoordType.WINDOW) for at in (0, length - 3, length - 2, length - 1)]
    return len({box.y for box in boxes}) == 1 and len({box.x for box in boxes[1:]}) == 1


def assert_fits(window, size):
    width, height = window.screen_size()
    assert (width, height) == size, f"the window takes {width} × {height} instead of {size}"
    nodes = readable(window)
    over = outside(nodes, window.frame.extents()[2])
    assert not over, "; ".join(over)
    cut = [node.text for node in nodes if node.role == "label" and is_cut(node)]
    assert not cut, f"cut: {cut}"


def check(size, states=STATES, language="en_GB.UTF-8"):
    """Takes the window through its states."""
    with Window(*ON, size=size, language=language) as window:
        for state in states:
            if state:
                before = window.title()
                window.hand_over(*state)
                wait_for(f"the page of {state[1]}", lambda: window.title() not in (None, before))
            window.wait_still()
            assert_fits(window, size)


def test_360_by_640_in_english():
    check((360, 640))


def test_360_by_640_in_swedish():
    check((360, 640), language="sv_SE.UTF-8")


def test_360_by_720():
    check((360, 720), STATES[1:2])
    check((360, 720), STATES[1:2], "sv_SE.UTF-8")


@contextlib.contextmanager
def large_letters():
    """The desktop tells every program to write twice as large."""
    with tempfile.NamedTemporaryFile("w", suffix=".conf") as settings:
        settings.write(f"Xft/DPI {2 * 96 * 1024}\n")
        settings.flush()
        daemon = subprocess.Popen(["xsettingsd", "-c", settings.name], stderr=subprocess.DEVNULL)
        try:
            yield
        finally:
            daemon.terminate()
            daemon.wait()


def heading_height():
    with Window(*ON, "--country", "AM", size=(1270, 790)) as window:
        return window.wait_page("Armenia").extents()[3]


def test_letters_twice_as_large():
    plain = heading_height()
    with large_letters():
        assert heading_height() > 1.7 * plain, "the letters are not twice as large"
        check((1270, 790), STATES[1:2])
        check((1270, 790), language="sv_SE.UTF-8")


def test_a_click_opens_the_sheet_and_the_map_stays_usable():
    with Window(*ON, size=(360, 720)) as window:
        window.click_place(90.0, 63.0)
        window.wait_page("Russia")
        window.wait_still()
        window.click_place(68.0, 48.0)
        window.wait_page("Kazakhstan")


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
