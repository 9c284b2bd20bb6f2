#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline of the real window: the playhead, zooming, marks and lanes."""

import datetime
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from atlas_window import Atspi, Node, Window, fill_library, run, wait_for

# --- What is read of a timeline -------------------------------------------------


def day(iso):
    """The number of a day as the program counts them."""
    return datetime.date.fromisoformat(iso).toordinal()


def iso(number):
    return datetime.date.fromordinal(round(number)).isoformat()


def slider(window, name="Date"):
    return window.find("slider", name)


def value(node):
    return Atspi.Value.get_current_value(node.accessible.get_value_iface())


def value_text(node):
    return Atspi.Value.get_text(node.accessible.get_value_iface())


def date(window):
    """The date of the slider."""
    return iso(value(slider(window)))


def wait_date(window, expected):
    wait_for(f"the date {expected}, not {date(window)}", lambda: date(window) == expected)


def knob(window, name="Date"):
    """The middle of a handle's knob: it sits where the row of ticks begins."""
    x, y, width, height = slider(window, name).extents()
    return x + width / 2, y + height - 22


def timeline(window):
    return window.find(None, re.compile("^Timeline of"))


def focus(window):
    """Gives the playhead the focus without moving it: a click that does not drag."""
    before = date(window)
    window.click(*knob(window))
    wait_for("the focus on the playhead", lambda: slider(window).focused)
    assert date(window) == before, f"a click on the handle moved the date from {before} to {date(window)}"


def press(window, *keys):
    """Keys apart, so that each is a move of its own."""
    for key in keys:
        window.key(key)
        time.sleep(0.3)


def painted_dates(window, since=0):
    return re.findall(r"map-painted .*?date=(\S+)", "\n".join(window.printed[since:]))


def wait_painted_on(window, expected):
    wait_for(f"the map of {expected}", lambda: painted_dates(window)[-1:] == [expected])


class Scale:
    """Where days lie on the axis, from two places of the handle."""

    def __init__(self, window, iso_a, iso_b):
        focus(window)
        places = []
        for iso_of in (iso_a, iso_b):
            assert slider(window).accessible.get_value_iface().set_current_value(float(day(iso_of)))
            wait_date(window, iso_of)
            time.sleep(0.4)
            places.append((day(iso_of), knob(window)[0]))
        (self.day, self.x), (other_day, other_x) = places
        self.pixels = (other_x - self.x) / (other_day - self.day)

    def __call__(self, iso_of):
        return self.x + (day(iso_of) - self.day) * self.pixels


# --- The playhead and the map -----------------------------------------------------

# Base colour and colour of the pattern of looks, from data/style.md.
LOOKS = {
    "none": ("f3f1ec", None),
    "csto-signatory": ("e8b7b7", "b03a4e"),
    "csto-member": ("b03a4e", None),
    "csto-withdrawn": ("f3f1ec", "b03a4e"),
    "sco-lesser": ("c8e4fe", None),
    "brics-lesser-sco": ("df9e37", "c8e4fe"),
    "sco-and-brics": ("6c5fb5", None),
}
MEMBER, LEFT, SIGNED = "csto-member", "csto-withdrawn", "csto-signatory"
OBSERVER, BOTH = "sco-lesser", "sco-and-brics"

# Uzbekistan signed in 1992, was in the treaty from 1994 to 1999 and from 2006 to
# 2012; Georgia from 1994 to 1999; Belarus signed at the end of 1993. India and
# Iran observed the SCO from 2005; India was with BRICS from 2009 and in the SCO
# from 2017, Iran in the SCO from 2023 and with BRICS from 2024.
PLACES = {"UZ": (65.6, 39.8), "KG": (77.5, 42.1), "BY": (30.0, 52.6), "GE": (42.2, 42.85), "IN": (76.0, 25.0), "IR": (56.5, 31.0)}
HISTORY = {
    "1993-01-15": dict(UZ=SIGNED, KG=SIGNED, BY="none", GE="none", IN="none", IR="none"),
    "1996-06-15": dict(UZ=MEMBER, KG=MEMBER, BY=MEMBER, GE=MEMBER, IN="none", IR="none"),
    "2001-03-15": dict(UZ=LEFT, KG=MEMBER, BY=MEMBER, GE=LEFT, IN="none", IR="none"),
    "2007-06-15": dict(UZ=MEMBER, KG=MEMBER, BY=MEMBER, GE=LEFT, IN=OBSERVER, IR=OBSERVER),
    "2011-01-15": dict(UZ=MEMBER, KG=MEMBER, BY=MEMBER, GE=LEFT, IN="brics-lesser-sco", IR=OBSERVER),
    "2015-01-15": dict(UZ=LEFT, KG=MEMBER, BY=MEMBER, GE=LEFT, IN="brics-lesser-sco", IR=OBSERVER),
    "2019-06-15": dict(UZ=LEFT, KG=MEMBER, BY=MEMBER, GE=LEFT, IN=BOTH, IR=OBSERVER),
    "2025-11-15": dict(UZ=LEFT, KG=MEMBER, BY=MEMBER, GE=LEFT, IN=BOTH, IR=BOTH),
}


def rgb(colour):
    return tuple(int(colour[i : i + 2], 16) for i in (0, 2, 4))


def patch(window, x, y, size=8):
    """The pixels around a place of the window."""
    left, top = window.origin()
    place = f"{size}x{size}+{int(left + x - size / 2)}+{int(top + y - size / 2)}"
    command = ["import", "-window", "root", "-crop", place, "-depth", "8", "rgb:-"]
    data = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    return [tuple(data[i : i + 3]) for i in range(0, len(data), 3)]


def near(colour, other, tolerance=8):
    return all(abs(a - b) <= tolerance for a, b in zip(colour, other))


def share_of_lines(pixels, base, lines):
    """How many pixels have the colour of the pattern, or a blend of it."""
    way = [b - a for a, b in zip(base, lines)]
    length = sum(part * part for part in way)

    def on_the_way(pixel):
        part = sum((a - b) * c for a, b, c in zip(pixel, base, way)) / length
        return part > 0.3 and near(pixel, [a + part * b for a, b in zip(base, way)], 20)

    return sum(map(on_the_way, pixels)) / len(pixels)


def looks_like(pixels, look):
    """Words of the map may lie over a part of the pixels."""
    base, lines = map(lambda colour: colour and rgb(colour), LOOKS[look])
    if not near(Counter(pixels).most_common(1)[0][0], base):
        return False
    if lines is not None:
        return share_of_lines(pixels, base, lines) > 0.1
    patterns = [rgb(other[1]) for other in LOOKS.values() if other[1] and rgb(other[0]) == base]
    plain = sum(near(pixel, base) for pixel in pixels) > 0.5 * len(pixels)
    return plain and all(share_of_lines(pixels, base, other) < 0.05 for other in patterns)


def home_with(settings):
    home = tempfile.mkdtemp(prefix="atlas-home-")
    folder = Path(home) / "config" / "glib-2.0" / "settings"
    folder.mkdir(parents=True)
    lines = [f"{key}={value}" for key, value in settings.items()]
    (folder / "keyfile").write_text("\n".join(["[io/github/alliance_atlas/AllianceAtlas]", *lines]) + "\n")
    return home


def check_looks(window, expected):
    for code, look in expected.items():
        pixels = patch(window, *window.place(*PLACES[code]))
        seen = Counter(pixels).most_common(3)
        assert looks_like(pixels, look), f"{code} is not {look} on {date(window)}: {seen}"


def test_dragging_from_1991_to_2026_recolours_six_countries():
    home = home_with({"map-position": "(53.0, 40.0, 4.0)", "show-legend": "false", "show-page": "false"})
    with Window("--on", "1991-06-15", home=home) as window:
        scale = Scale(window, "2026-01-15", "1991-06-15")
        x, y = knob(window)
        window.move(x, y)
        window._xdotool("mousedown", "1")
        for wanted, expected in HISTORY.items():
            target = scale(wanted)
            while abs(target - x) > 1:
                x += max(-25, min(25, target - x))
                window.move(x, y)
            wait_for(f"a date near {wanted}", lambda: abs(value(slider(window)) - day(wanted)) < 45)
            wait_painted_on(window, date(window))
            time.sleep(0.2)
            check_looks(window, expected)
        window._xdotool("mouseup", "1")
        wait_painted_on(window, date(window))


def test_a_drag_recolours_all_the_way():
    with Window("--on", "1993-01-15") as window:
        mark = window.mark()
        x, y = knob(window)
        window.drag(x, y, x + 300, y, steps=60)
        wait_for("the last date of the drag", lambda: painted_dates(window)[-1:] == [date(window)])
        assert len(set(painted_dates(window, mark))) >= 10, "the map did not follow the drag"


# --- Keys ---------------------------------------------------------------------------


def test_keys_move_by_a_day_and_a_year():
    with Window("--on", "2001-06-15") as window:
        focus(window)
        for key, expected in (
            ("Right", "2001-06-16"), ("Up", "2001-06-17"), ("Left", "2001-06-16"), ("Down", "2001-06-15"),
            ("ctrl+Right", "2002-06-15"), ("ctrl+Left", "2001-06-15"),
        ):
            press(window, key)
            wait_date(window, expected)
            wait_painted_on(window, expected)


def test_a_year_from_29_february_is_28_february():
    with Window("--on", "2000-02-29") as window:
        focus(window)
        press(window, "ctrl+Right")
        wait_date(window, "2001-02-28")
        press(window, "ctrl+Left")
        wait_date(window, "2000-02-28")
        press(window, "Right")
        wait_date(window, "2000-02-29")
        press(window, "Right")
        wait_date(window, "2000-03-01")


def test_home_and_end_are_the_ends_of_the_range():
    with Window("--on", "2001-06-15") as window:
        focus(window)
        press(window, "Home")
        wait_date(window, "1945-01-01")
        press(window, "Left", "ctrl+Left")
        wait_date(window, "1945-01-01")
        left, _, width, _ = timeline(window).extents()
        wait_for("the first day in view", lambda: left < knob(window)[0] < left + width)
        press(window, "End")
        last = Atspi.Value.get_maximum_value(slider(window).accessible.get_value_iface())
        wait_date(window, iso(last))
        press(window, "Right")
        wait_date(window, iso(last))


def test_page_keys_go_to_the_changes_of_what_is_shown():
    with Window("--on", "2024-01-01", "--lens", "SCO") as window:
        focus(window)
        press(window, "Page_Down")
        wait_date(window, "2024-07-04")
        # Before Belarus became a member, dialogue partners came in July 2023, and
        # Iran was the last to become a member.
        press(window, "Page_Up")
        wait_date(window, "2023-07-15")
        press(window, "Page_Up")
        wait_date(window, "2023-07-04")


def test_page_keys_of_a_country_keep_to_the_country():
    # Iran and others changed in 2023 and 2024; of Belarus, NATO suspended the
    # partnership in November 2021 and the SCO made it a member in July 2024.
    with Window("--on", "2025-01-02", "--country", "BY") as window:
        window.wait_page("Belarus")
        focus(window)
        for key, expected in (
            ("Page_Up", "2025-01-01"), ("Page_Up", "2024-10-24"), ("Page_Up", "2024-07-04"),
            ("Page_Up", "2021-11-19"), ("Page_Down", "2024-07-04"),
        ):
            press(window, key)
            wait_date(window, expected)


def test_two_changes_on_one_day_are_one_step_and_both_are_counted():
    # India and Pakistan completed their membership of the SCO in Astana.
    with Window("--on", "2017-06-08", "--lens", "SCO") as window:
        focus(window)
        press(window, "Page_Down")
        wait_date(window, "2017-06-09")
        wait_for("both changes", lambda: value_text(slider(window)) == "9 June 2017, 2 changes")
        press(window, "Page_Down")
        assert date(window) > "2017-06-09"


def test_the_value_is_said_in_words():
    with Window("--on", "2024-07-04", "--lens", "SCO") as window:
        playhead = slider(window)
        wait_for("the changes of the day", lambda: value_text(playhead) == "4 July 2024, 1 change")
        focus(window)
        press(window, "Right")
        wait_for("no changes", lambda: value_text(playhead) == "5 July 2024, no changes")
        assert value(playhead) == day("2024-07-05")
        interface = playhead.accessible.get_value_iface()
        assert Atspi.Value.get_minimum_value(interface) == day("1945-01-01")
        assert interface.set_current_value(float(day("1994-04-20")))
        wait_painted_on(window, "1994-04-20")


def test_the_value_is_said_in_swedish():
    with Window("--on", "2024-07-05", "--lens", "SCO", language="sv_SE.UTF-8") as window:
        sliders = list(window.root.find_all("slider"))
        assert any("5 juli 2024" in value_text(node) for node in sliders), [value_text(node) for node in sliders]


# --- Looking around -----------------------------------------------------------------


def test_the_wheel_keeps_the_day_under_the_pointer():
    with Window("--on", "2008-06-15") as window:
        x, y = knob(window)
        left, _, width, _ = timeline(window).extents()
        for _ in range(6):
            window.click(x, y - 60, button=4)
        time.sleep(0.3)
        assert abs(knob(window)[0] - x) <= 2, f"the day went from {x} to {knob(window)[0]}"
        # A day is wider than before: ten days are seen to be apart.
        before = knob(window)[0]
        focus(window)
        press(window, *["ctrl+Right"])
        wait_date(window, "2009-06-15")
        wait_for("a year farther right", lambda: knob(window)[0] - before > width / 36 * 2.5)


def test_dragging_the_ground_pans_and_leaves_the_date():
    with Window("--on", "2008-06-15") as window:
        x, y = knob(window)
        for _ in range(4):
            window.click(x, y - 60, button=4)
        window.drag(x - 100, y - 40, x - 200, y - 40)
        wait_for("the day farther left", lambda: abs(knob(window)[0] - (x - 100)) < 4)
        assert date(window) == "2008-06-15"


def test_a_click_on_the_ticks_moves_the_date_there():
    with Window("--on", "2008-06-15") as window:
        x, y = knob(window)
        window.click(x - 120, y + 12)
        wait_for("an earlier date", lambda: date(window) < "2006-01-01")
        assert abs(knob(window)[0] - (x - 120)) <= 2
        wait_painted_on(window, date(window))


def test_a_date_from_elsewhere_is_brought_into_view():
    with Window("--on", "2008-06-15") as window:
        x, y = knob(window)
        for _ in range(8):
            window.click(x, y - 60, button=4)
        slider(window).accessible.get_value_iface().set_current_value(float(day("1994-04-20")))
        wait_date(window, "1994-04-20")
        left, _, width, _ = timeline(window).extents()
        wait_for("the playhead in view", lambda: left + 100 < knob(window)[0] < left + width - 20)


# --- Lanes and marks ------------------------------------------------------------------


def lane_focus(window, *keys):
    """The words of what the keyboard stands on in the timeline."""
    if not timeline(window).focused:
        focus(window)
        window.key("shift+Tab")
        wait_for("the focus on the timeline", lambda: timeline(window).focused)
    press(window, *keys)
    return timeline(window).description


def test_the_timeline_is_of_what_is_selected():
    with Window("--on", "2026-06-15") as window:
        window.find(None, "Timeline of CSTO, SCO, BRICS")
        window.click_place(67.0, 48.5)
        window.wait_page("Kazakhstan")
        window.find(None, "Timeline of Kazakhstan")
        assert lane_focus(window, "Down", "Home").startswith("Collective Security Treaty"), timeline(window).description
        window.key("Return")
        wait_for("the organisation’s timeline", lambda: window.root.find(None, re.compile("^Timeline of CSTO")))


def test_the_dates_of_an_article_are_marks():
    with Window("--on", "2026-06-15", "--article", "own-csto", home=fill_library()) as window:
        window.wait_page("Nio stater och en allians")
        words = lane_focus(window, "Down", "Home")
        if "februari" not in words:
            words = lane_focus(window, "Right")
        assert words == "… har fryst sitt deltagande sedan februari 2024 nämndes inte. February 2024", words
        words = lane_focus(window, "Right")
        assert "den 28 maj" in words and "28 May 2025" in words, words
        window.key("Return")
        wait_for("the date", lambda: window.shown()[1] == "2025-05-28")
        assert window.title() == "Nio stater och en allians"
        window.hand_over("--country", "KZ")
        window.wait_page("Kazakhstan")
        assert lane_focus(window, "Down", "Home").startswith("Collective Security Treaty"), timeline(window).description


def test_a_country_outside_the_view_has_a_timeline():
    with Window("--on", "2026-06-15", "--country", "BR") as window:
        window.wait_page("Brazil")
        window.find(None, "Timeline of Brazil")
        assert "BRICS" in lane_focus(window, "Down", "Home")
        assert "BRICS: member" in lane_focus(window, "Right")


def test_an_organisation_lists_its_countries_by_joining():
    with Window("--on", "2026-06-15", "--organisation", "SCO") as window:
        window.find(None, "Timeline of SCO")
        lane_focus(window, "Down", "Home")
        countries = []
        for _ in range(9):
            lane_focus(window, "Down")
            countries.append(timeline(window).description)
        assert set(countries[:6]) == {"China", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan"}, countries
        assert set(countries[6:8]) == {"India", "Pakistan"}, countries
        assert countries[8] == "Iran", countries
        window.key("Return")
        window.wait_page("Iran")


def test_a_lane_of_a_country_lights_it_up_on_the_map():
    with Window("--on", "2026-06-15", "--organisation", "SCO", "--lens", "SCO") as window:
        window.wait_page("Shanghai Cooperation Organisation")
        time.sleep(0.5)
        left, top, _, _ = timeline(window).extents()
        colours = lambda: [window.pixel(*window.place(*place)) for place in ((103.0, 33.0), (105.0, 63.0))]
        china, russia = colours()
        # Below the events stands China, the first of those who founded it.
        window.move(left + 20, top + 33)
        wait_for("Russia to step back", lambda: not near(colours()[1], russia))
        time.sleep(0.3)
        assert near(colours()[0], china), "China is not lit up"
        window.move(left + 20, top - 40)
        wait_for("Russia to come back", lambda: near(colours()[1], russia))


def step_to(window, matches, key="Right", most=40):
    for _ in range(most):
        words = lane_focus(window, key)
        if matches(words):
            return words
    raise AssertionError(f"{key} leads to nothing that matches")


def test_a_mark_opens_its_event():
    with Window("--on", "2026-06-15") as window:
        lane_focus(window, "Down", "Home")
        words = step_to(window, lambda words: re.search(r"\. \d{1,2} \w+ \d{4}", words))
        title, when = words.split(", Source:")[0].rsplit(". ", 1)
        window.key("Return")
        window.wait_page(title)
        wait_date(window, datetime.datetime.strptime(when, "%d %B %Y").date().isoformat())


def test_a_gathered_mark_opens_a_list():
    with Window("--on", "2026-06-15") as window:
        lane_focus(window, "Down", "End")
        words = step_to(window, lambda words: re.match(r"^\d+ events", words), key="Left")
        count = int(words.split()[0])
        window.key("Return")
        pattern = re.compile(r"^\D*\d{1,2} \w+ \d{4}.*: ")
        buttons = wait_for("the list", lambda: [b for b in window.root.find_all("button", pattern)])
        assert len(buttons) == count, [button.name for button in buttons]
        window.key("Escape")
        wait_for("the list to close", lambda: window.root.find("button", pattern) is None)
        lane_focus(window)
        window.key("Return")
        button = wait_for("the list", lambda: window.root.find("button", pattern))
        title = button.name.split(": ", 1)[1].removeprefix("Planned: ")
        window.tab_to(button)
        window.key("Return")
        window.wait_page(title)


def test_a_planned_event_is_called_planned():
    with Window("--on", "2026-06-15", "--lens", "CSTO") as window:
        lane_focus(window, "Down", "End")
        assert "Planned: " in timeline(window).description, timeline(window).description


def test_a_click_on_a_bar_moves_the_date_and_keeps_the_country():
    with Window("--on", "2026-06-15", "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        time.sleep(0.5)
        left, top, width, _ = timeline(window).extents()
        window.click(left + width * 0.6, top + 10)
        wait_for("an earlier date", lambda: "2005-01-01" < date(window) < "2020-01-01")
        assert window.title() == "Kazakhstan"
        window.find(None, "Timeline of Kazakhstan")


def column(window, x, top, height):
    """The pixels of a column of the window, from above."""
    left, up = window.origin()
    place = f"1x{int(height)}+{int(left + x)}+{int(up + top)}"
    command = ["import", "-window", "root", "-crop", place, "-depth", "8", "rgb:-"]
    data = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    return [tuple(data[i : i + 3]) for i in range(0, len(data), 3)]


def mark_on(window, x):
    """Where the first mark stands in a column of the timeline."""
    _, top, _, height = timeline(window).extents()
    pixels = column(window, x, top, height - 40)
    dark = [y for y, pixel in enumerate(pixels) if max(pixel) < 60]
    assert dark, f"no mark at {x}"
    run_of_dark = [y for y in dark if y - dark[0] < 14]
    return x, top + sum(run_of_dark) / len(run_of_dark)


def test_a_click_on_a_mark_moves_the_date_and_opens_the_event():
    with Window("--on", "2008-06-15") as window:
        scale = Scale(window, "1996-01-01", "2012-01-01")
        window.click(*mark_on(window, round(scale("2001-06-15"))))
        wait_date(window, "2001-06-15")
        wait_for("the page of the founding", lambda: "Shanghai" in (window.title() or ""))


def test_hovering_explains_after_a_moment():
    with Window("--on", "2012-06-15") as window:
        scale = Scale(window, "1996-01-01", "2012-01-01")
        x, y = mark_on(window, round(scale("2001-06-15")))
        window.move(x - 3, y)
        window.move(x, y)
        pixels = lambda: Counter(patch(window, x + 60, y + 30, 40)).most_common(1)[0][0]
        before = pixels()
        wait_for("an explanation below the mark", lambda: max(pixels()) < 90 < max(before))
        window.move(600, 100)
        wait_for("the explanation to go", lambda: pixels() == before)


def test_the_wheel_over_the_labels_scrolls_the_lanes():
    with Window("--on", "2012-06-15", "--organisation", "SCO") as window:
        left, top, _, height = timeline(window).extents()
        pixels = lambda: [column(window, left + dx, top, height - 40) for dx in (12, 20, 28)]
        before = pixels()
        window.click(left + 20, top + 40, button=5)
        wait_for("other countries", lambda: pixels() != before)
        window.click(left + 20, top + 40, button=4)
        window.move(left + 300, top - 60)
        wait_for("the first countries again", lambda: pixels() == before)


def test_the_wheel_with_shift_pans():
    with Window("--on", "2008-06-15") as window:
        x, y = knob(window)
        for _ in range(4):
            window.click(x, y - 60, button=4)
        time.sleep(0.3)
        before = knob(window)[0]
        window._xdotool("keydown", "shift")
        window.click(x, y - 60, button=5)
        window._xdotool("keyup", "shift")
        wait_for("later days", lambda: knob(window)[0] < before - 40)
        assert date(window) == "2008-06-15"


def test_a_drag_held_beyond_the_edge_goes_on():
    with Window("--on", "1992-06-15") as window:
        x, y = knob(window)
        left = timeline(window).extents()[0]
        window.move(x, y)
        window._xdotool("mousedown", "1")
        for to in (x - 10, x - 20, left + 30, left + 10):
            window.move(to, y)
        wait_for("days before the first view", lambda: date(window) < "1985-01-01")
        window._xdotool("mouseup", "1")
        stood = date(window)
        time.sleep(0.5)
        assert date(window) == stood, "the date moves on after the drag"


def test_a_double_click_on_empty_ground_moves_the_date_there():
    with Window("--on", "2008-06-15", "--country", "IN") as window:
        window.wait_page("India")
        time.sleep(0.5)
        scale = Scale(window, "1996-01-01", "2012-01-01")
        _, top, _, _ = timeline(window).extents()
        # Nothing tied India to the SCO before 2005.
        x = scale("1993-06-15")
        window.click(x, top + 10)
        time.sleep(1)
        assert date(window) == "2012-01-01", date(window)
        window._xdotool("click", "--repeat", "2", "--delay", "60", "1")
        wait_for("the date of the click", lambda: "1993-04-01" < date(window) < "1993-09-01")
        assert window.title() == "India"


# --- Two dates ------------------------------------------------------------------------


def test_a_second_handle_drives_the_compared_date():
    with Window("--on", "2024-12-31", "--from", "2022-01-01") as window:
        other = slider(window, "Compared date")
        assert value(other) == day("2022-01-01")
        assert knob(window, "Compared date")[0] < knob(window)[0]
        x, y = knob(window, "Compared date")
        window.drag(x, y, knob(window)[0] + 25, y)
        wait_for("the handles to cross", lambda: value(slider(window, "Compared date")) > value(slider(window)))
        assert date(window) == "2024-12-31"


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
