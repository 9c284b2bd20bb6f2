#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Links: into a window that starts, into the running one, and out of it."""

import sys
import threading
import time

from atlas_window import APP, Window, call_app, run, wait_for
from gi.repository import Gio, GLib

ON = ("--on", "2026-06-15")
KAZAKHSTAN_2001 = "alliance-atlas:country/KZ?on=2001-06-15&lens=sco"
FAILED = "The link cannot be followed – "
BAD = (
    ("alliance-atlas:country/QQ?on=2001-06-15", "country: there is no country with the code “QQ”"),
    ("alliance-atlas:contry/KZ", "“contry” is no kind of page"),
    ("alliance-atlas:?on=2001", "on: “2001” is not a full day; write one day, for example 2001-01-01"),
    ("alliance-atlas:changes?from=1944-12-31&on=2001-06-15", "from: the atlas does not cover 1944-12-31"),
    ("alliance-atlas:country/KZ?lens=osce", "lens: the map cannot show “osce”"),
    ("alliance-atlas:country/KZ?zoom=3", "“zoom” is no parameter of a link"),
    ("https://example.org/country/KZ", "“https:” is the beginning of another program’s link"),
    (b"alliance-atlas:country/\xff", "its letters are not UTF-8"),
)


def wait_shown(window, *state):
    """Waits for lens, date, compared day and selection on the painted map."""
    wait_for(f"{state}", lambda: window.shown() == state)


def open_by_bus(*uris):
    """What a browser or a mail program does with a link."""
    call_app("Open", "(asa{sv})", uris, {})


def copied(window):
    """The link to what is shown, by the keyboard through the clipboard."""
    window.key("ctrl+shift+c")
    window.wait_toast("Link copied")
    window.key("ctrl+k")
    entry = window.wait_dialog().find("entry")
    window.key("ctrl+v")
    link = wait_for("the pasted link", lambda: entry.text)
    window.key("Escape")
    window.wait_no_dialog()
    return link


def test_a_start_with_a_link():
    with Window(KAZAKHSTAN_2001) as window:
        # Nothing else is seen before.
        first = next(line for line in window.printed if line.startswith("map-painted"))
        assert "lens=SCO date=2001-06-15 compared= selection=country/KZ " in first, first
        window.wait_page("Kazakhstan")
        window.wait_says("15 June 2001")


def test_a_link_changes_the_running_window():
    with Window(*ON, "--country", "AM") as window:
        window.wait_page("Armenia")
        done = window.hand_over(KAZAKHSTAN_2001)
        assert done.returncode == 0, done.stderr
        window.wait_page("Kazakhstan")
        wait_shown(window, "SCO", "2001-06-15", "", "country/KZ")
        assert len(list(window.root.children())) == 1, "a second window opened"
        # What the link leaves open stays.
        window.hand_over("alliance-atlas:organisation/csto")
        wait_shown(window, "SCO", "2001-06-15", "", "organisation/CSTO")
        window.hand_over("alliance-atlas:country/BY?from=2022-01-01&on=2024-12-31")
        wait_shown(window, "SCO", "2024-12-31", "2022-01-01", "country/BY")
        # The last of several wins, and a link goes before an option.
        window.hand_over("--on", "1999-01-01", KAZAKHSTAN_2001, "alliance-atlas:unit/UA-43?on=2014-03-18&lens=csto")
        wait_shown(window, "CSTO", "2014-03-18", "", "unit/UA-43")
        window.key("alt+Left")
        wait_for("the page before", lambda: window.shown()[3] == "country/BY")


def test_a_link_comes_while_the_keys_are_shown():
    with Window(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        window.key("ctrl+question")
        window.wait_says("Copy a Link to What Is Shown")
        window.hand_over(KAZAKHSTAN_2001)
        wait_shown(window, "SCO", "2001-06-15", "", "country/KZ")


def test_another_program_opens_a_link():
    with Window(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        open_by_bus("alliance-atlas:event/cst-signed?on=1992-05-15&lens=csto")
        wait_shown(window, "CSTO", "1992-05-15", "", "event/cst-signed")
        open_by_bus("alliance-atlas:country/BY?on=2024-07-04", "alliance-atlas:?on=1994-04-20&lens=overview")
        wait_shown(window, "overview", "1994-04-20", "", "")
        open_by_bus("alliance-atlas:country/QQ")
        window.wait_says(FAILED + BAD[0][1])


def test_the_bus_starts_the_program_with_a_link():
    problems = []

    def activate():
        try:
            wait_for("the name on the bus", on_the_bus)
            open_by_bus(KAZAKHSTAN_2001)
            # A service takes no options at its start.
            wait_for("the reports", lambda: window_of.hand_over("--report-painted").returncode == 0)
        except Exception as problem:  # told below, in the test's own thread
            problems.append(problem)

    class Service(Window):
        def _start(self, args, language, env):
            nonlocal window_of
            window_of = self
            super()._start(args, language, env)

    window_of = None
    opener = threading.Thread(target=activate)
    opener.start()
    with Service("--gapplication-service", report=False) as window:
        opener.join()
        assert not problems, problems
        wait_shown(window, "SCO", "2001-06-15", "", "country/KZ")


def on_the_bus():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    call = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner")
    answer = bus.call_sync(*call, GLib.Variant("(s)", (APP,)), None, Gio.DBusCallFlags.NONE, -1)
    return answer.unpack()[0]


def test_a_bad_link_says_what_is_wrong_and_changes_nothing():
    with Window(*ON, "--country", "AM", "--lens", "csto") as window:
        window.wait_page("Armenia")
        before = window.shown()
        for link, words in BAD:
            done = window.hand_over(link)
            assert done.returncode == 0, f"{link} ends with {done.returncode}: {done.stderr}"
            window.wait_says(FAILED + words)
            assert window.shown() == before and window.title() == "Armenia", f"{link} changed {window.shown()}"
        # It stays to be read, and goes when a link is good.
        time.sleep(6)
        assert window.says(FAILED)
        window.hand_over(KAZAKHSTAN_2001)
        window.wait_page("Kazakhstan")
        wait_for("the end of the toast", lambda: not window.says(FAILED))


def test_a_bad_link_at_the_start():
    for size in ((1200, 760), (360, 720)):
        with Window("alliance-atlas:?on=2001-02-29&lens=sco", size=size) as window:
            window.wait_says(FAILED + "on: “2001-02-29”, character 9: the month has no such day")
            assert window.shown()[0] == "overview" and window.shown()[2:] == ("", ""), window.shown()


def test_a_bad_option_beside_a_link_still_fails():
    with Window(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        done = window.hand_over("--lens", "osce", KAZAKHSTAN_2001)
        assert done.returncode == 2 and "--lens: " in done.stderr, done.stderr
        done = window.hand_over(KAZAKHSTAN_2001, "notes.txt")
        assert done.returncode == 2 and "“notes.txt” is no file that exists, and no link" in done.stderr, done.stderr
        assert window.title() == "Alliances of Eurasia"


def test_the_menu_of_a_page_copies_the_link():
    for args, link in (
        (ON, "alliance-atlas:?on=2026-06-15&lens=overview"),
        ((*ON, "--organisation", "SCO"), "alliance-atlas:organisation/SCO?on=2026-06-15&lens=overview"),
    ):
        with Window(*args) as window:
            wait_for("the page", window.title)
            window.click_node(window.find("toggle button", "Page Menu"))
            items = wait_for("the menu", window.menu_items)
            items[1].activate()
            window.wait_toast("Link copied")
            window.key("ctrl+f")
            entry = window.wait_dialog().find("entry")
            window.key("ctrl+v")
            wait_for(f"the link, not {entry.text}", lambda: entry.text == link)


# What a window is asked for, and the link that it then gives.
STATES = (
    ((*ON, "--country", "KZ"), "alliance-atlas:country/KZ?on=2026-06-15&lens=overview"),
    (("--on", "2001-06-15", "--lens", "sco"), "alliance-atlas:country/KZ?on=2001-06-15&lens=sco"),
    (("--on", "1945-01-01", "--lens", "nato"), "alliance-atlas:country/KZ?on=1945-01-01&lens=nato"),
    (("--on", "1992-02-29", "--organisation", "cst", "--lens", "cst"), "alliance-atlas:organisation/CST?on=1992-02-29&lens=csto"),
    (("--event", "cst-signed", "--on", "1992-05-15"), "alliance-atlas:event/cst-signed?on=1992-05-15&lens=csto"),
    (("--article", "armenia-freeze"), "alliance-atlas:article/armenia-freeze?on=1992-05-15&lens=csto"),
    (("alliance-atlas:unit/UA-43?lens=overview",), "alliance-atlas:unit/UA-43?on=1992-05-15&lens=overview"),
    (("--on", "2024-12-31", "--from", "2022-01-01", "--changes"), "alliance-atlas:changes?from=2022-01-01&on=2024-12-31&lens=overview"),
    (("--on", "2022-01-01", "--from", "2024-12-31", "--country", "BY"), "alliance-atlas:country/BY?from=2024-12-31&on=2022-01-01&lens=overview"),
    (("alliance-atlas:?lens=brics",), "alliance-atlas:?from=2024-12-31&on=2022-01-01&lens=brics"),
)


def test_links_bring_the_same_back():
    seen = []
    with Window(*ON) as window:
        wait_for("the page", window.title)
        for args, link in STATES:
            done = window.hand_over(*args)
            assert done.returncode == 0, done.stderr
            got = copied(window)
            assert got == link, f"{args} give {got}"
            seen.append(window.shown())
    for (_, link), state in zip(STATES, seen):
        with Window(link) as window:
            wait_shown(window, *state)


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
