#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The options of the program, one instance of it, and what it remembers."""

import os
import re
import subprocess
import sys
import tempfile
import time

from atlas_window import Atspi, Window, run, wait_for

ON = ("--on", "2026-06-15")
CSTO = "Collective Security Treaty Organization"


def call(*args):
    """Calls the program for an answer without a window."""
    home = tempfile.mkdtemp(prefix="atlas-home-")
    environment = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home, LANGUAGE="en", G_DEBUG="fatal-warnings")
    return subprocess.run(
        [os.environ["ATLAS_PROGRAM"], *args], env=environment, capture_output=True, text=True, timeout=60
    )


def test_version():
    done = call("--version")
    assert done.returncode == 0
    assert re.fullmatch(r"Alliance Atlas \d+\.\d+(\.\d+)?\n", done.stdout), done.stdout
    assert done.stderr == ""


def test_bad_values_get_a_message_and_exit_2():
    for args, words in (
        (("--country", "QQ"), "--country: there is no country with the code “QQ”"),
        (("--country", ""), "--country: "),
        (("--organisation", "XYZ"), "--organisation: there is no organisation “XYZ”"),
        (("--lens", "OSCE"), "--lens: the map cannot show “OSCE”"),
        (("--lens", "nothing"), "--lens: the map cannot show “NOTHING”"),
        (("--event", "no-such"), "--event: there is no event “no-such”"),
        (("--article", "no-such"), "--article: there is no article “no-such”"),
        (("--article", "../en/armenia-freeze"), "--article: there is no article"),
        (("--on", "2026-13-01"), "--on: "),
        (("--on", "2025-02-29"), "--on: "),
        (("--on", "2026"), "--on: "),
        (("--on", "yesterday"), "--on: "),
        (("--on", "1944-12-31"), "--on: the atlas does not cover 1944-12-31; it goes from 1945-01-01 to "),
        (("--on", "2999-01-01"), "--on: the atlas does not cover 2999-01-01"),
        (("--from", "2022"), "--from: “2022” is not a full day; write one day, for example 2022-01-01"),
        (("--from", "2023-02-29"), "--from: "),
        (("--from", "1944-12-31"), "--from: the atlas does not cover 1944-12-31"),
        (("--changes",), "--changes: say with --from"),
        (("surplus",), "“surplus” is no file that exists, and no link"),
    ):
        done = call(*args)
        assert done.returncode == 2, f"{args} ends with {done.returncode}: {done.stderr}"
        assert done.stderr.startswith("alliance-atlas: "), done.stderr
        assert words in done.stderr, f"{args} says {done.stderr!r}"
        assert done.stderr.count("\n") == 1 and done.stdout == "", (done.stdout, done.stderr)


def test_an_unknown_option_fails():
    done = call("--no-such-option")
    assert done.returncode != 0
    assert "--no-such-option" in done.stderr


def chosen_lens(window):
    """The name of the lens that is pressed."""
    states = (Atspi.StateType.CHECKED, Atspi.StateType.PRESSED, Atspi.StateType.SELECTED)
    for node in window.root.find_all("radio button"):
        if any(node.has_state(state) for state in states):
            return node.name
    return None


def test_good_values_are_shown():
    with Window("--on", "1995-01-01", "--country", "kz", "--lens", "csto") as window:
        window.wait_page("Kazakhstan")
        window.wait_says("1 January 1995")
        wait_for("the lens of the CSTO", lambda: chosen_lens(window) == "CSTO")
        window.hand_over("--organisation", "SCO", "--lens", "overview")
        window.wait_page("Shanghai Cooperation Organisation")
        wait_for("the overview", lambda: chosen_lens(window) == "Overview")


def test_two_days_are_compared():
    with Window("--on", "2024-12-31", "--from", "2022-01-01", "--country", "BY") as window:
        wait_for("both days", lambda: window.shown()[1:] == ("2024-12-31", "2022-01-01", "country/BY"))
        # Whichever is earlier: the first and the last day are as good as any.
        window.hand_over("--on", "1945-01-01", "--from", "2026-06-15")
        wait_for("both days", lambda: window.shown()[1:3] == ("1945-01-01", "2026-06-15"))
        window.hand_over("--on", "2024-12-31", "--from", "2022-01-01", "--changes")
        wait_for("the changes", lambda: window.shown()[1:] == ("2024-12-31", "2022-01-01", "changes"))
        # A day alone is not compared.
        window.hand_over("--on", "2001-06-15")
        wait_for("one day", lambda: window.shown()[1:3] == ("2001-06-15", ""))


def test_a_predecessor_as_lens_stands_for_its_lineage():
    with Window(*ON, "--lens", "CST") as window:
        wait_for("the lens of the CSTO", lambda: chosen_lens(window) == "CSTO")


def test_a_second_call_hands_its_options_over():
    with Window(*ON) as window:
        done = window.hand_over("--organisation", "CSTO")
        assert done.returncode == 0, done.stderr
        window.wait_page(CSTO)
        assert window.process.poll() is None
        frames = [node for node in window.root.children()]
        assert len(frames) == 1, "a second window opened"
        bad = window.hand_over("--country", "QQ")
        assert bad.returncode == 2
        assert window.title() == CSTO, "a bad call changed the page"


def close_by_key(window):
    window.key("ctrl+q")
    wait_for("the end", lambda: window.process.poll() is not None)


def test_the_state_comes_back_after_a_restart():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    with Window(*ON, size=(1100, 700), home=home) as window:
        window.wait_page("Alliances of Eurasia")
        mark = window.mark()
        window.click_node(window.find("radio button", "SCO"))
        window.wait_painted(mark)
        before = window.view()
        window.key("ctrl+plus")
        wait_for("a closer view", lambda: window.view()[2] > before[2] + 0.7)
        x, y = window.place(80.0, 50.0)
        window.drag(x, y, x - 120, y + 40)
        wait_for("a view further east", lambda: window.view()[0] > before[0] + 2)
        wait_for("rest", lambda: rests(window))
        left = window.view()
        close_by_key(window)
    with Window(*ON, size=None, home=home) as window:
        window.wait_page("Alliances of Eurasia")
        wait_for("the lens of the SCO", lambda: chosen_lens(window) == "SCO")
        width, height = window.frame.extents()[2:]
        assert abs(width - 1100) <= 12 and abs(height - 700) <= 12, f"the window is {width} × {height}"
        now = window.view()
        assert abs(now[0] - left[0]) < 0.5 and abs(now[1] - left[1]) < 0.5 and abs(now[2] - left[2]) < 0.05, (left, now)


def rests(window, seconds=0.6):
    """Whether the map has stopped gliding."""
    mark = window.mark()
    time.sleep(seconds)
    return window.mark() == mark


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
