#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of the real window: clicks, keys, lenses, colours."""

import os
import re
import sys
import time

from atlas_window import Atspi, Window, run, wait_for

ON = ("--on", "2026-06-15")

# Places well inside the home view, longitude and latitude; the legend hides some.
PLACES = {
    "Kazakhstan": (67.0, 48.5),
    "Russia": (105.0, 60.0),
    "China": (103.0, 35.0),
    "India": (78.0, 22.0),
    "Belarus": (28.0, 53.5),
    "Mongolia": (104.0, 46.5),
    "Uzbekistan": (63.5, 41.8),
    "Iran": (54.0, 32.5),
    "Indonesia": (113.5, -1.0),
    "Sweden": (15.5, 62.5),
}


def fold_legend(window):
    window.click_node(window.find("toggle button", "Legend"))
    time.sleep(0.5)


def test_a_click_on_ten_countries_opens_their_pages():
    with Window(*ON) as window:
        fold_legend(window)
        for country, place in PLACES.items():
            window.click_place(*place)
            window.wait_page(country)


def test_the_page_of_kazakhstan_tells_ties_excerpts_and_a_timeline():
    with Window(*ON) as window:
        window.click_place(*PLACES["Kazakhstan"])
        window.wait_page("Kazakhstan")
        for words in ("Astana", "CSTO", "Since 20 April 1994", "Since 15 June 2001", "What was written", "Timeline"):
            window.wait_says(words)


def test_a_click_on_the_sea_deselects():
    with Window(*ON) as window:
        window.click_place(*PLACES["Mongolia"])
        window.wait_page("Mongolia")
        window.click_place(80.0, -5.0)
        wait_for("the page to leave Mongolia", lambda: window.root.find("heading", "Mongolia") is None)


def test_disputed_areas_open_the_page_that_this_atlas_counts_them_to():
    with Window(*ON) as window:
        fold_legend(window)
        window.click_place(34.2, 45.3)
        window.wait_page("Ukraine")
        window.wait_says("Crimea")
        window.click_place(121.0, 23.7)
        window.wait_page("Taiwan")


def test_a_tiny_state_can_be_hit():
    with Window(*ON) as window:
        window.click_place(103.85, 1.34)
        window.wait_page("Singapore")


def test_the_keyboard_walks_the_map():
    with Window(*ON, "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        map_ = window.map()
        for _ in range(60):
            if window.map().focused:
                break
            window.key("Tab")
        assert window.map().focused, "Tab never reaches the map"
        window.key("Left", "Right", "Right")
        window.key("Return")
        wait_for("another country's page", lambda: window.title() not in (None, "Kazakhstan"))
        assert map_ is not None


def test_arrows_move_to_the_neighbour_in_their_direction():
    with Window(*ON, "--country", "MN") as window:
        window.wait_page("Mongolia")
        window.click_place(*PLACES["Mongolia"])
        window.key("Up", "Return")
        window.wait_page("Russia")
        window.click_place(*PLACES["Mongolia"])
        window.wait_page("Mongolia")
        window.key("Down", "Return")
        window.wait_page("China")


def test_escape_deselects_on_the_map():
    with Window(*ON) as window:
        window.click_place(*PLACES["Mongolia"])
        window.wait_page("Mongolia")
        window.key("Escape")
        wait_for("the page to leave Mongolia", lambda: window.root.find("heading", "Mongolia") is None)


def near(colour, other, tolerance=14):
    return all(abs(a - b) <= tolerance for a, b in zip(colour, other))


def test_lenses_recolour_the_map():
    with Window(*ON) as window:
        x, y = window.place(103.0, 33.0)
        overview = window.pixel(x, y)
        for lens in ("CSTO", "SCO", "BRICS"):
            mark = window.mark()
            window.click_node(window.find(None, lens))
            window.wait_painted(mark)
            time.sleep(0.5)
            if lens == "CSTO":
                assert not near(window.pixel(x, y), overview), "China looks the same in the CSTO's lens"


def test_zoom_buttons_and_home():
    with Window(*ON) as window:
        home = window.view()
        mark = window.mark()
        window.click_node(window.find("button", "Zoom In"))
        window.wait_painted(mark)
        wait_for("a closer view", lambda: window.view()[2] > home[2] + 0.5)
        window.click_node(window.find("button", "Show Eurasia"))
        wait_for("the home view", lambda: abs(window.view()[2] - home[2]) < 0.01)


def test_dragging_moves_the_map():
    with Window(*ON) as window:
        before = window.view()
        x, y = window.place(90.0, 50.0)
        window.drag(x, y, x - 150, y)
        wait_for("a view further east", lambda: window.view()[0] > before[0] + 3)


def test_the_wheel_zooms_about_the_pointer():
    with Window(*ON) as window:
        before = window.view()
        x, y = window.place(75.0, 40.0)
        window.move(x, y)
        for _ in range(3):
            window.click(x, y, button=4)
        wait_for("a closer view", lambda: window.view()[2] > before[2] + 0.3)
        time.sleep(0.6)
        at_x, at_y = window.place(75.0, 40.0)
        assert abs(at_x - x) < 30 and abs(at_y - y) < 30, f"the place under the pointer went to {at_x}, {at_y}"


def test_both_sides_of_the_antimeridian_are_painted():
    with Window(*ON) as window:
        window.drag(760, 330, 260, 330)
        wait_for("a view across the antimeridian", lambda: abs(window.view()[0]) > 140)
        window.move(600, 10)
        time.sleep(0.8)
        for lon in (176.0, -175.5):
            red, green, blue = window.pixel(*window.place(lon, 66.6))
            assert red > 140 and green < 110 and blue < 120, f"Chukotka at {lon} is {red}, {green}, {blue}"
        window.click_place(-175.5, 66.6)
        window.wait_page("Russia")


def colours(window):
    return {country: window.pixel(*window.place(*place)) for country, place in PLACES.items()}


def test_a_fast_drag_of_the_date_leaves_the_colours_of_the_last_one():
    # Home view and pointer are the same in both windows, so that the pictures are.
    with Window("--on", "2026-06-15") as window:
        node = window.find("slider")
        left, top, width, height = node.extents()
        x, y = left + width / 2, top + height / 2
        mark = window.mark()
        window.drag(x, y, x - 640, y, steps=60)
        wait_for("a picture of another date", lambda: window.shown()[1] != "2026-06-15")
        window.move(600, 10)
        window.wait_painted(mark)
        time.sleep(0.8)
        date = window.shown()[1]
        assert "1991" < date < "2001", f"the drag ended in {date}"
        dragged = colours(window)
    with Window("--on", date) as window:
        window.move(600, 10)
        time.sleep(0.8)
        assert dragged == colours(window), f"{dragged} on {date} after a drag, {colours(window)} without one"


def test_a_legend_entry_filters():
    with Window(*ON) as window:
        entry = window.find("toggle button", re.compile("^CSTO member, 5"))
        x, y = window.place(103.0, 33.0)
        before = window.pixel(x, y)
        mark = window.mark()
        window.click_node(entry)
        window.wait_painted(mark)
        time.sleep(0.6)
        window.move(600, 10)
        time.sleep(0.3)
        assert not near(window.pixel(x, y), before), "China is not dimmed"
        assert entry.has_state(Atspi.StateType.PRESSED) or entry.has_state(Atspi.StateType.CHECKED)


def test_the_legend_counts_what_the_queries_count():
    with Window("--on", "1995-01-01", "--lens", "CSTO") as window:
        window.find("toggle button", re.compile("^.*ember, 9 countries"))


def test_a_date_after_the_verified_one_is_marked():
    with Window("--on", "2026-09-01") as window:
        window.wait_says("not verified after 15 June 2026")


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
