#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two dates: the page of what changed between them, and the map."""

import json
import os
import re
import subprocess
import sys
from collections import Counter

from atlas_window import Window, run, wait_for

# Iran rose from observer to member on 4 July 2023, Belarus on 4 July 2024.
RANGE = ("--from", "2022-01-01", "--on", "2024-12-31")
IN_WORDS = "From 1 January 2022 to 31 December 2024"
TITLE = "What changed"

# Places well inside the countries and off the legend, longitude and latitude.
KAZAKHSTAN, MONGOLIA = (67.0, 48.5), (104.0, 46.5)
BELARUS, IRAN = (28.0, 53.5), (54.0, 32.5)


def changes(*args):
    """What atlasctl says has changed."""
    program = os.environ["ATLAS_PROGRAM"].replace("src/app/alliance-atlas", "src/cli/atlasctl")
    done = subprocess.run(
        [program, "changes", *args, "--json", "--lang", "en"], capture_output=True, text=True, timeout=60, check=True
    )
    return json.loads(done.stdout)["changes"]


def show_all(window):
    """Unfolds all there is on the page."""
    fold = window.root.find(None, re.compile("^In other organisations: "))
    if fold is not None:
        fold.activate()
    for button in list(window.root.find_all("button", re.compile(r"^Show All \("), showing=False)):
        button.activate()


def rows(window, organisation):
    """The rows of an organisation, each as its words; those below the fold too."""
    found = window.root.find("list", re.compile(rf"^{re.escape(organisation)}: \d+$"), showing=False)
    if found is None:
        return []
    return [
        [node.text for node in row.walk() if node.role in ("label", "link")]
        for row in found.find_all("list item", showing=False)
    ]


def in_words(change):
    """The day of a change as the page writes it, where it is known to the day."""
    year, month, day = change["date"].split("-")
    months = "January February March April May June July August September October November December".split()
    return f"{int(day)} {months[int(month) - 1]} {year}"


def agree(window, organisation, wanted):
    """Whether the rows are what atlasctl lists, in its order, with date and source."""
    got = rows(window, organisation)
    if [row[0] for row in got] != [change["name"] for change in wanted]:
        return False
    for row, change in zip(got, wanted):
        text = "\n".join(row)
        assert change["source"]["title"] in row[-1], (row, change)
        if change["date"] == change["date_latest"] and len(change["edtf"]) == 10:
            assert in_words(change) in text, (row, change)
        if change["from"] and change["to"]:
            assert "→" in text, (row, change)
    return True


def test_the_rise_of_belarus_and_iran_is_named_with_date_and_source():
    with Window(*RANGE, "--lens", "SCO", "--changes") as window:
        window.wait_page(TITLE)
        window.wait_says(IN_WORDS)
        window.wait_says("Both days are included.")
        wait_for("the summary", lambda: window.says("Status raised: 2"))
        show_all(window)
        wait_for("all rows", lambda: len(rows(window, "SCO")) == len(changes("--from", "2022-01-01", "--to", "2024-12-31", "--org", "SCO")))
        by_country = {row[0]: row for row in rows(window, "SCO")}
        for country, words in (("Iran", "4 July 2023: Became a member"), ("Belarus", "4 July 2024: Became a member")):
            assert "observer → member" in by_country[country], by_country[country]
            assert words in by_country[country], by_country[country]
            assert by_country[country][-1].startswith("Source: "), by_country[country]


def test_the_list_is_that_of_atlasctl():
    with Window(*RANGE, "--lens", "SCO", "--changes") as window:
        window.wait_page(TITLE)
        for lens, orgs in (("SCO", ["SCO"]), ("overview", ["CSTO", "SCO", "BRICS"])):
            window.hand_over("--lens", lens)
            for org in orgs:
                window.find("heading", re.compile(rf"^{org}: \d+$"))
                show_all(window)
                wanted = changes("--from", "2022-01-01", "--to", "2024-12-31", "--org", org)
                wait_for(f"the changes of {org}", lambda: agree(window, org, wanted))


def test_the_other_organisations_are_there_unfolded():
    with Window("--from", "2023-01-01", "--on", "2025-12-31", "--changes") as window:
        window.wait_page(TITLE)
        all_changes = changes("--from", "2023-01-01", "--to", "2025-12-31")
        others = [change for change in all_changes if change["org"] not in ("CSTO", "SCO", "BRICS")]
        fold = wait_for("the fold", lambda: window.root.find(None, re.compile("^In other organisations: "), showing=False))
        assert fold.name == f"In other organisations: {len(others)}", fold.name
        nato = [change for change in others if change["org"] == "NATO"]
        assert [change["country"] for change in nato] == ["FI", "SE"], nato
        show_all(window)
        wait_for("the changes of NATO", lambda: agree(window, "NATO", nato))


def test_a_range_without_changes_says_so():
    with Window("--from", "2018-02-01", "--on", "2018-02-02", "--lens", "CSTO", "--changes") as window:
        window.wait_page(TITLE)
        assert changes("--from", "2018-02-01", "--to", "2018-02-02", "--org", "CSTO") == []
        window.wait_says("CSTO: 0")
        window.wait_says("Nothing changed.")


def test_both_days_count():
    with Window("--from", "2024-07-04", "--on", "2024-07-04", "--lens", "SCO", "--changes") as window:
        window.wait_page(TITLE)
        wait_for("Belarus on the one day", lambda: [row[0] for row in rows(window, "SCO")] == ["Belarus"])


def colour(window, lon, lat):
    """The colour most seen about a place, so that no name or pip is hit."""
    places = [(lon + x / 2, lat + y / 2) for x in range(-3, 4) for y in range(-2, 3)]
    return Counter(window.pixel(*window.place(*place)) for place in places).most_common(1)[0][0]


def test_the_map_shows_who_rose():
    with Window(*RANGE, "--lens", "SCO") as window:
        colours = {place: colour(window, *place) for place in (BELARUS, IRAN, KAZAKHSTAN, MONGOLIA)}
        assert colours[BELARUS] == colours[IRAN], colours
        assert colours[KAZAKHSTAN] == colours[MONGOLIA], "who kept a tie looks the same, whatever the tie"
        assert colours[BELARUS] != colours[KAZAKHSTAN], colours


def test_a_country_and_an_organisation_tell_what_changed_for_them():
    with Window(*RANGE, "--country", "BY") as window:
        window.wait_page("Belarus")
        found = window.find("list", IN_WORDS)
        words = [row.words() for row in found.find_all("list item")]
        assert any("SCO" in row and "observer → member" in row for row in words), words
        window.hand_over("--organisation", "CSTO")
        window.wait_page("Collective Security Treaty Organization")
        words = [row.words() for row in window.find("list", IN_WORDS).find_all("list item")]
        assert [row[0] for row in words] == ["Armenia"], words
        window.hand_over("--country", "MX")
        window.wait_page("Mexico")
        window.wait_says(IN_WORDS)
        window.wait_says("Nothing changed.")


def test_a_link_on_the_page_opens_a_country():
    with Window(*RANGE, "--lens", "SCO", "--changes") as window:
        window.wait_page(TITLE)
        window.follow(window.find("link", "Egypt"))
        window.wait_page("Egypt")
        window.key("alt+Left")
        window.wait_page(TITLE)


def button(window, name):
    """The button of the page, which stands beside the other one of that name."""
    heading = window.wait_page(TITLE)
    x = heading.extents()[0]
    return wait_for(
        name, lambda: next((node for node in window.root.find_all("button", name) if node.extents()[0] >= x - 4), None)
    )


def test_swapping_and_clearing_by_key_and_button():
    early, late = "2022-01-01", "2024-12-31"
    with Window(*RANGE, "--lens", "SCO", "--changes") as window:
        window.wait_page(TITLE)
        window.wait_says("1 January 2022 – 31 December 2024 · verified until")
        wait_for("the dates", lambda: window.shown()[1:3] == (late, early))
        window.key("shift+F7")
        wait_for("the dates swapped", lambda: window.shown()[1:3] == (early, late))
        window.click_node(button(window, "Swap the Dates"))
        wait_for("the dates swapped back", lambda: window.shown()[1:3] == (late, early))
        window.wait_says(IN_WORDS)
        window.key("ctrl+F7")
        wait_for("the page to go", lambda: window.root.find("heading", TITLE) is None)
        window.hand_over(*RANGE, "--changes")
        window.tab_to(button(window, "Stop Comparing"))
        window.key("Return")
        wait_for("the page to go", lambda: window.root.find("heading", TITLE) is None)
        window.find("heading", "On 31 December 2024")


def test_the_focus_stays_on_the_button_that_swaps():
    with Window(*RANGE, "--lens", "SCO", "--changes") as window:
        window.wait_page(TITLE)
        window.tab_to(button(window, "Swap the Dates"))
        window.key("Return")
        wait_for("the dates swapped", lambda: window.shown()[1] == "2022-01-01")
        assert button(window, "Swap the Dates").focused
        window.key("Return")
        wait_for("the dates swapped back", lambda: window.shown()[1] == "2024-12-31")


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
