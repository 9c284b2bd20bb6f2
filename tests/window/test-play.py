#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel under the map: play, the date to type, previous and next change."""

import configparser
import csv
import datetime
import re
import sys
import tempfile
import time
from pathlib import Path

from atlas_window import Atspi, GLib, Window, run, wait_for

CSTO = ("--lens", "CSTO")
TODAY = datetime.date.today()


def dates(window, since=0):
    """The dates that the map was painted for, in order."""
    found = []
    for line in window.printed[since:]:
        match = re.search(r"date=(\S+)", line)
        if match and match[1] not in found[-1:]:
            found.append(match[1])
    return found


def date(window):
    return (dates(window) or [None])[-1]


def wait_date(window, day):
    wait_for(f"the map of {day}", lambda: date(window) == day)


def entry(window, name=re.compile("^(Date|Datum)$")):
    return window.find("text", name)


def type_date(window, words):
    window.key("ctrl+d")
    wait_for("the focus in the date", lambda: entry(window).focused)
    window.key("ctrl+a")
    window.type(words)
    window.key("Return")


def open_window(*args, language="en_GB.UTF-8", **more):
    window = Window(*args, language=language, **more)
    window.find("button", re.compile("^(Play|Spela)"))
    return window


def changes_of(lens):
    """The days, exactly known, on which a tie to one of the organisations began."""
    days = set()
    for row in csv.DictReader(open(Path(__file__).parents[2] / "data/atlas/memberships.csv")):
        if row["org"] in lens and re.fullmatch(r"\d{4}-\d\d-\d\d", row["from"]):
            days.add(row["from"])
    return days


def keyfile(home):
    return Path(home) / "config" / "glib-2.0" / "settings" / "keyfile"


def keep_settings(settings):
    """A home with settings as an earlier run may have left them."""
    home = tempfile.mkdtemp(prefix="atlas-home-")
    keyfile(home).parent.mkdir(parents=True)
    parser = configparser.ConfigParser()
    parser["io/github/alliance_atlas/AllianceAtlas"] = settings
    with keyfile(home).open("w") as file:
        parser.write(file)
    return home


# --- Play ---------------------------------------------------------------------


def test_play_passes_the_changes_and_pause_stays():
    with open_window(*CSTO, "--on", "1991-12-01") as window:
        window.key("F5")
        window.find("button", "Pause")
        wait_for("the treaty", lambda: "1992-05-15" in dates(window))
        window.wait_says("signs up to the Collective Security Treaty")
        window.wait_says("and 5 more")
        wait_for("it to come into force", lambda: "1994-04-20" in dates(window), 40)
        seen = dates(window)
        assert seen == sorted(seen), f"time goes back: {seen}"
        assert len(seen) > 10, f"it jumps instead of moving: {seen}"
        assert set(seen) >= {"1992-05-15", "1993-09-24", "1994-04-20"}, seen
        window.key("F5")
        window.find("button", "Play")
        time.sleep(0.5)
        stopped = date(window)
        time.sleep(4)
        assert date(window) == stopped, f"after Pause it went on from {stopped} to {date(window)}"


def test_play_goes_to_today_and_ends():
    eve = (TODAY - datetime.timedelta(days=40)).isoformat()
    with open_window(*CSTO, "--on", eve) as window:
        window.click_node(window.find("button", "Play"))
        wait_date(window, TODAY.isoformat())
        window.find("button", "Play")
        window.click_node(window.find("button", "Play"))
        wait_for("the treaty again", lambda: date(window) < "1993")
        window.find("button", "Pause")


STORY = (
    "15 May 1992  Armenia signs up to the Collective Security Treaty",
    "between 9 September and 9 December 1993  Georgia signs up to the Collective Security Treaty",
    "20 April 1994  Armenia becomes a member of the Collective Security Treaty",
    "21 April 1999  Azerbaijan leaves the Collective Security Treaty",
    "15 June 2001  China becomes a member of the SCO",
    "16 August 2006  Uzbekistan becomes a member of the CSTO again",
    "16 June 2009  Brazil becomes a member of BRICS",
    "19 December 2012  Uzbekistan leaves the CSTO",
    "9 June 2017  India becomes a member of the SCO",
    "4 July 2023  Iran becomes a member of the SCO",
    "22 December 2023  Argentina declines the invitation to BRICS",
    "22 February 2024  Armenia freezes its membership of the CSTO",
    "4 July 2024  Belarus becomes a member of the SCO",
    "6 January 2025  Indonesia becomes a member of BRICS",
)


def caption(window):
    words = (node.text for node in window.root.find("grouping", "Timeline").find_all("label"))
    return next((text for text in words if re.search(r"\d{4}  \w", text)), None)


def test_a_reader_watches_from_1991_until_today():
    home = keep_settings({"play-speed": "'fast'"})
    heard = []
    with open_window("--on", "1991-01-01", home=home) as window:
        window.key("F5")
        window.find("button", "Pause")

        def ended():
            words = caption(window)
            if words and words not in heard:
                heard.append(words)
            return window.root.find("button", "Play")

        wait_for("the end", ended, 150)
        assert date(window) == TODAY.isoformat(), date(window)
        missed = [words for words in STORY if words not in heard]
        assert not missed, f"never said: {missed}; said: {heard}"
        assert dates(window) == sorted(dates(window)), "time goes back"


def test_a_typed_date_pauses():
    with open_window(*CSTO, "--on", "1991-12-01") as window:
        window.key("F5")
        window.find("button", "Pause")
        type_date(window, "2001-06-15")
        wait_date(window, "2001-06-15")
        window.find("button", "Play")


def test_another_lens_goes_on_with_its_changes():
    # Early enough for the other lens to come before its first change does.
    with open_window(*CSTO, "--on", "2002-01-01") as window:
        window.key("F5")
        window.find("button", "Pause")
        window.hand_over("--lens", "BRICS")
        wait_for("the first meeting of BRICS", lambda: "2009-06-16" in dates(window), 40)
        window.find("button", "Pause")


def test_reduced_motion_steps_from_change_to_change():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    settings = Path(home) / "config" / "gtk-4.0" / "settings.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[Settings]\ngtk-enable-animations=false\n")
    with open_window(*CSTO, "--on", "1991-12-01", home=home) as window:
        window.key("F5")
        wait_for("the treaty in force", lambda: date(window) >= "1994-04-20", 40)
        window.key("F5")
        seen = set(dates(window)) - {"1991-12-01"}
        allowed = changes_of(("CST", "CSTO")) | {"1993-09-09"}
        assert seen <= allowed, f"days on the way: {sorted(seen - allowed)}"
        assert len(seen) >= 3, seen


# --- Buttons ------------------------------------------------------------------


def test_previous_and_next_change():
    with open_window(*CSTO, "--on", "2010-01-01") as window:
        window.click_node(window.find("button", "Next Change"))
        wait_date(window, "2012-06-28")
        window.key("alt+Next")
        wait_date(window, "2012-12-19")
        window.wait_says("Uzbekistan leaves")
        window.key("alt+Prior", "alt+Prior")
        wait_date(window, "2006-08-16")
        # Where nothing was before, there is no button to press.
        window.key("ctrl+alt+Home")
        wait_date(window, "1945-01-01")
        previous = window.find("button", "Previous Change")
        assert not previous.has_state(Atspi.StateType.SENSITIVE)
        window.wait_says("No change by this day")


def test_today():
    with open_window("--on", "2001-06-15") as window:
        window.click_node(window.find("button", "Today"))
        wait_date(window, TODAY.isoformat())
        type_date(window, "1999-01-01")
        wait_date(window, "1999-01-01")
        window.key("ctrl+t")
        wait_date(window, TODAY.isoformat())


def test_the_caption_leads_to_the_pages():
    with open_window("--on", "2024-07-10") as window:
        window.wait_says("Belarus becomes a member of the SCO")
        type_date(window, "2001-06-15")
        window.wait_says("and 5 more")
        window.click_node(window.find("toggle button", "and 5 more"))
        window.wait_says("Kazakhstan becomes a member of the SCO")


def test_two_dates():
    with open_window("--on", "2024-07-04") as window:
        window.key("F7")
        other = entry(window, "Date to Compare With")
        assert other.text == "4 July 2023", other.text
        window.key("shift+F7")
        wait_date(window, "2023-07-04")
        wait_for("the other date", lambda: other.text == "4 July 2024")
        window.key("ctrl+F7")
        wait_for("one date", lambda: window.root.find("text", "Date to Compare With") is None)


def test_f8_hides_the_timeline():
    with open_window("--on", "2024-07-04") as window:
        height = window.map().extents()[3]
        window.key("F8")
        wait_for("no timeline", lambda: window.root.find("button", "Play") is None)
        wait_for("a higher map", lambda: window.map().extents()[3] > height + 100)
        window.key("F8")
        window.find("button", "Play")


# --- Typing -------------------------------------------------------------------


def check_typing(window, cases):
    for words, day in cases:
        type_date(window, words)
        wait_date(window, day)


def test_dates_in_english():
    with open_window("--on", "2024-07-04") as window:
        check_typing(window, (
            ("15 May 1992", "1992-05-15"),
            ("May 1994", "1994-05-01"),
            ("2001-06-15", "2001-06-15"),
            ("29 February 2024", "2024-02-29"),
            ("1945-01-01", "1945-01-01"),
        ))
        assert entry(window).text == "1 January 1945", entry(window).text


def test_dates_in_swedish():
    with open_window("--on", "2024-07-04", language="sv_SE.UTF-8") as window:
        check_typing(window, (
            ("15 maj 1992", "1992-05-15"),
            ("maj 1994", "1994-05-01"),
            ("den 22 februari 2024", "2024-02-22"),
            ("2001-06-15", "2001-06-15"),
        ))
        assert entry(window).text == "15 juni 2001", entry(window).text


def test_nonsense_changes_nothing():
    with open_window("--on", "2024-07-04") as window:
        for words in ("soon", "1850-01-01", "2150-01-01", "30 February 2024"):
            type_date(window, words)
            wait_for("a reason", lambda: entry(window).description)
            assert entry(window).has_state(Atspi.StateType.INVALID_ENTRY), words
            window.wait_says(entry(window).description)
            assert date(window) == "2024-07-04", f"{words} leads to {date(window)}"
            window.key("Escape")
            wait_for("the date as it was", lambda: entry(window).text == "4 July 2024")
            assert not entry(window).has_state(Atspi.StateType.INVALID_ENTRY)


def test_escape_forgets_what_was_typed_before_it_leaves_fullscreen():
    with open_window("--on", "2024-07-04") as window:
        window.key("F11")
        wait_for("fullscreen", lambda: window.root.find("button", "Search") is None)
        window.key("ctrl+d", "ctrl+a")
        window.type("199")
        window.key("Escape")
        wait_for("the date as it was", lambda: entry(window).text == "4 July 2024")
        assert window.root.find("button", "Search") is None
        window.key("Escape")
        window.find("button", "Search")


# --- What is said -------------------------------------------------------------


def test_a_move_by_key_is_announced():
    heard = []
    listener = Atspi.EventListener.new(lambda event, *_: heard.append(event.any_data))
    with open_window("--on", "2024-07-01") as window:
        listener.register("object:announcement")
        window.key("alt+Next")
        wait_date(window, "2024-07-04")
        wanted = "4 July 2024: Belarus becomes a member of the SCO"
        context = GLib.MainContext.default()

        def said():
            while context.iteration(False):
                pass
            return wanted in heard

        try:
            wait_for(f"{wanted!r}", said)
        except AssertionError as error:
            raise AssertionError(f"{error}; heard: {heard}") from None
        finally:
            listener.deregister("object:announcement")


# --- From one run to the next -------------------------------------------------


def test_the_dates_survive_a_restart():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    with open_window(home=home) as window:
        type_date(window, "2001-06-15")
        wait_date(window, "2001-06-15")
        window.key("F7")
        entry(window, "Date to Compare With")
    with open_window(home=home) as window:
        assert date(window) == "2001-06-15", date(window)
        assert entry(window, "Date to Compare With").text == "15 June 2000"
        window.key("ctrl+t")
        wait_date(window, TODAY.isoformat())
        window.key("ctrl+F7")
    kept = keyfile(home).read_text()
    assert "2001" not in kept and TODAY.isoformat() not in kept, kept
    with open_window("--on", "1999-05-01", home=home) as window:
        assert date(window) == "1999-05-01", date(window)


def test_what_is_no_date_is_forgotten():
    for stored in ("soon", "1850-01-01", "2001"):
        home = keep_settings({"date": f"'{stored}'", "compared-date": f"'{stored}'"})
        with open_window(home=home) as window:
            wait_date(window, TODAY.isoformat())
            assert window.root.find("text", "Date to Compare With") is None
        assert stored not in keyfile(home).read_text()


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
