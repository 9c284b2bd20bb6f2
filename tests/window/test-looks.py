#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the map looks like for two dates and before independence, and the words for it."""

import re
import sys
from collections import Counter

from atlas_window import Window, run, wait_for

# Iran rose from observer to member on 4 July 2023, Belarus on 4 July 2024.
RANGE = ("--from", "2022-01-01", "--on", "2024-12-31", "--lens", "SCO")

# Places well inside the home view and off the legend, longitude and latitude.
BELARUS, IRAN, KAZAKHSTAN, MONGOLIA = (28.0, 53.5), (54.0, 32.5), (67.0, 48.5), (104.0, 46.5)
RUSSIA, SWEDEN, EGYPT, KYRGYZSTAN = (105.0, 60.0), (15.5, 62.5), (29.0, 26.5), (74.5, 41.4)

# As data/style.md has them.
RAISED, NEW, UNCHANGED = (0x95, 0xc1, 0xaf), (0xd5, 0xe9, 0xdf), (0xb5, 0xb9, 0xcf)
NONE, NOT_YET = (0xf3, 0xf1, 0xec), (0xe6, 0xe3, 0xdd)


def colour(window, place):
    """The colour most seen about a place, so that no name or pattern is hit."""
    lon, lat = place
    places = [(lon + x / 2, lat + y / 2) for x in range(-3, 4) for y in range(-3, 3)]
    return Counter(window.pixel(*window.place(*place)) for place in places).most_common(1)[0][0]


def is_about(colour, other):
    return all(abs(a - b) <= 3 for a, b in zip(colour, other))


def wait_colours(window, expected):
    wait_for(
        "the colours of the map",
        lambda: all(is_about(colour(window, place), wanted) for place, wanted in expected.items()),
    )


def point_by_keyboard(window, *keys):
    for _ in range(60):
        if window.map().focused:
            break
        window.key("Tab")
    window.key(*keys)


def test_two_dates_are_coloured_by_what_changed():
    with Window(*RANGE) as window:
        wait_colours(window, {BELARUS: RAISED, IRAN: RAISED, EGYPT: NEW, KAZAKHSTAN: UNCHANGED,
                              RUSSIA: UNCHANGED, MONGOLIA: UNCHANGED, SWEDEN: NONE})
        window.hand_over("--from", "2024-07-05")
        wait_colours(window, {BELARUS: UNCHANGED, IRAN: UNCHANGED, SWEDEN: NONE})


def test_the_legend_of_two_dates_names_and_counts():
    with Window(*RANGE) as window:
        window.find("toggle button", "What changed")
        window.find("toggle button", "Status raised, 2 countries")
        window.find("toggle button", "New tie, 8 countries")
        window.find("toggle button", "Unchanged, 16 countries")
        assert window.root.find("toggle button", re.compile("^Member, ")) is None
        # Belarus alone.
        window.hand_over("--from", "2024-07-01")
        window.find("toggle button", "Status raised, 1 country")
        window.hand_over("--lens", "BRICS", "--from", "2022-01-01")
        window.find("toggle button", "Joined, 4 countries")


def test_an_entry_of_two_dates_filters():
    with Window(*RANGE) as window:
        wait_colours(window, {BELARUS: RAISED, RUSSIA: UNCHANGED})
        window.click_node(window.find("toggle button", "Status raised, 2 countries"))
        window.move(600, 10)
        wait_for("Russia to be dimmed", lambda: not is_about(colour(window, RUSSIA), UNCHANGED))
        wait_colours(window, {BELARUS: RAISED, IRAN: RAISED})


def test_the_legend_explains_what_changed():
    with Window(*RANGE) as window:
        window.click_node(window.find(None, "What the Words Mean"))
        window.wait_says("A closer tie than before, such as member instead of observer")


def test_a_country_says_what_changed():
    with Window(*RANGE, "--country", "BY") as window:
        window.wait_page("Belarus")
        window.click_place(*BELARUS)
        point_by_keyboard(window, "Right", "Left")
        wait_for("words for a change", lambda: "→" in window.map().name or ", unchanged" in window.map().name)


def test_before_independence():
    with Window("--on", "1991-12-15", "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        wait_colours(window, {KAZAKHSTAN: NOT_YET, RUSSIA: NONE, SWEDEN: NONE})
        window.find("toggle button", re.compile("^Not yet independent, "))
        window.find("button", "Today’s borders: how they are drawn")
        window.click_place(*KYRGYZSTAN)
        point_by_keyboard(window, "Up")
        wait_for("a reason", lambda: "Kazakhstan. Not yet independent; before: Soviet Union" in window.map().name)
        # What is pointed at is told anew with the date.
        window.hand_over("--on", "1991-12-16")
        wait_for("no reason", lambda: "Kazakhstan. No tie" in window.map().name)
        wait_colours(window, {KAZAKHSTAN: NONE})


def test_borders_are_today_s_until_the_last_one_was_drawn():
    with Window("--on", "2011-07-08") as window:
        window.find("button", "Today’s borders: how they are drawn")
        window.hand_over("--on", "2011-07-09")
        window.find("button", "How borders are drawn")
        window.hand_over("--on", "2026-06-15", "--from", "2000-01-01")
        window.find("button", "Today’s borders: how they are drawn")
        window.click_node(window.find("button", "Today’s borders: how they are drawn"))
        window.wait_says("Borders do not travel in time here")
    # Where there is no room for the words, the button's name has them.
    with Window("--on", "1991-10-01", size=(360, 640)) as window:
        window.find("button", "Today’s borders: how they are drawn")
        assert window.root.find("label", "Today’s borders") is None


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
