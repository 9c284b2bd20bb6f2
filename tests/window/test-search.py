#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The search: by any name, in any script, by keyboard throughout."""

import sys

from atlas_window import Window, run, wait_for

ON = ("--on", "2026-06-15")
KINDS = ("Countries", "Organisations", "Events", "Briefings")
EMPTY, NOTHING = "Search the Atlas", "Nothing Found"


def start():
    window = Window(*ON)
    window.wait_page("Alliances of Eurasia")
    return window


def open_search(window):
    window.key("ctrl+f")
    panel = window.wait_dialog()
    wait_for("the hint", lambda: says(panel, EMPTY))
    return panel


def says(panel, words):
    return any(words in node.text for node in panel.find_all("label"))


def results(panel):
    """The titles found, in order."""
    lists = [node for node in panel.find_all("list") if node.name in KINDS]
    return [row.name for found in lists for row in found.find_all("list item")]


def wait_first(panel, words, title):
    """Looks for words and waits until a title comes first."""
    panel.find("entry").put(words)
    wait_for(f"{title} first for {words}", lambda: results(panel)[:1] == [title])


def test_any_name_in_any_script_finds():
    csto, sco = "Collective Security Treaty Organization", "Shanghai Cooperation Organisation"
    with start() as window:
        panel = open_search(window)
        window.type("kazak")
        wait_for("Kazakhstan", lambda: results(panel)[:1] == ["Kazakhstan"])
        for words, title in (
            ("Қазақстан", "Kazakhstan"),
            ("turkiye", "Türkiye"),
            ("Türkiye", "Türkiye"),
            ("TURKEY", "Türkiye"),
            ("Kyiv", "Ukraine"),
            ("Белоруссия", "Belarus"),
            ("ОДКБ", csto),
            ("csto", csto),
            ("ШОС", sco),
        ):
            wait_first(panel, words, title)
        for words, kind in (("Belovezha", "Events"), ("three principles", "Briefings")):
            panel.find("entry").put(words)
            wait_for(f"{kind} for {words}", lambda: panel.find("list", kind))
        window.key("Escape")
        window.wait_no_dialog()
        assert window.title() == "Alliances of Eurasia", "looking opens nothing"


def test_enter_opens_the_first_result():
    with start() as window:
        panel = open_search(window)
        wait_first(panel, "kazak", "Kazakhstan")
        window.key("Return")
        window.wait_page("Kazakhstan")
        window.wait_no_dialog()


def focus_is_on(panel, title):
    row = panel.find("list item", title)
    return row is not None and row.focused


def test_arrows_walk_the_results_and_back_to_the_words():
    with start() as window:
        panel = open_search(window)
        wait_first(panel, "armen", "Armenia")
        titles = results(panel)
        for title in titles[:3]:
            window.key("Down")
            wait_for(f"the focus on {title}", lambda: focus_is_on(panel, title))
        window.key("Up", "Up", "Up")
        wait_for("the words", lambda: any(node.focused for node in panel.find("entry").walk()))
        window.key("Down", "Down")
        wait_for(f"the focus on {titles[1]}", lambda: focus_is_on(panel, titles[1]))
        window.key("Return")
        window.wait_page(titles[1])
        window.wait_no_dialog()


def test_nothing_found_is_said():
    with start() as window:
        panel = open_search(window)
        window.type("qqxqq")
        wait_for("the words for nothing", lambda: says(panel, NOTHING))
        window.key("Return")
        assert window.dialog() is not None, "Enter without a result closes the search"


def test_the_button_opens_it_and_a_click_opens_a_result():
    with start() as window:
        window.click_node(window.find("button", "Search"))
        panel = window.wait_dialog()
        window.type("mongol")
        window.click_node(wait_for("a row", lambda: panel.find("list item", "Mongolia")))
        window.wait_page("Mongolia")


def subtitle(panel, title):
    """What stands below a result."""
    lists = [node for node in panel.find_all("list") if node.name in KINDS]
    rows = [row for found in lists for row in found.find_all("list item") if row.name == title]
    return "\n".join(rows[0].words()[1:]) if rows else ""


def test_results_tell_of_the_date():
    """Belarus joined the CSTO on 31 December 1993 and the SCO on 4 July 2024."""
    csto = "Collective Security Treaty Organization"
    for day, country, organisation, event in (
        ("1994-06-01", "CSTO member", "Members: 9", "Later than the date shown"),
        ("2024-12-31", "CSTO member · SCO member", "Members: 6", None),
        ("1985-06-01", "Not yet independent", "Not yet founded", "Later than the date shown"),
    ):
        with Window("--on", day) as window:
            window.wait_page("Alliances of Eurasia")
            panel = open_search(window)
            wait_first(panel, "Belarus", "Belarus")
            assert country in subtitle(panel, "Belarus"), subtitle(panel, "Belarus")
            wait_first(panel, "csto", csto)
            assert organisation in subtitle(panel, csto), subtitle(panel, csto)
            wait_first(panel, "CSTO sends troops", "CSTO sends troops to Kazakhstan")
            words = subtitle(panel, "CSTO sends troops to Kazakhstan")
            assert (event in words) if event else "Later" not in words, words
            panel.find("entry").put("CSTO summit in Moscow")
            wait_for("what is planned", lambda: "Planned" in subtitle(panel, "CSTO summit in Moscow"))


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
