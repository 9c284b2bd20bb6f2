#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of an article: what it marks, what the map shows of it, and how it is corrected."""

import re
import sys

from atlas_window import Window, fill_library, run, wait_for

ON = ("--on", "2026-06-15")
OWN = ("--article", "own-csto")
TITLE = "Nio stater och en allians"
INDIA = (78.5, 22.5)
RUSSIA = (100, 62)


def own_article(**options):
    home = fill_library()
    window = Window(*ON, *OWN, home=home, **options)
    window.wait_page(TITLE)
    window.wait_says("Kollektiva säkerhetsfördragets organisation")
    return window


def paragraph(window, beginning):
    return window.find("label", re.compile(f"^{beginning}"))


def subjects(window):
    return [row.words()[0] for row in window.find("list", "What It Names").find_all("list item")]


def show_all_subjects(window):
    window.find("button", re.compile(r"^Show All \(1")).activate()


def toast_button(window, name):
    return window.find("button", name)


def test_an_own_article_says_where_it_comes_from():
    with own_article() as window:
        window.wait_says("Övningstidningen · A. Nordlund · 29 May 2025")
        window.find("heading", "Mötet i Bisjkek")


def test_a_name_leads_to_its_page_and_back():
    with own_article() as window:
        text = paragraph(window, "Kollektiva")
        window.tab_to(text)
        window.key("Tab")
        window.key("Return")
        wait_for("the CSTO or a country", lambda: window.title() not in (None, TITLE))
        window.key("alt+Left")
        window.wait_page(TITLE)


def test_the_map_shows_whom_the_article_names():
    with Window(*ON) as window:
        window.find("heading", "Alliances of Eurasia")
        india, russia = (window.pixel(*window.place(*place)) for place in (INDIA, RUSSIA))
    with own_article() as window:
        wait_for("India to fade", lambda: window.pixel(*window.place(*INDIA)) != india)
        wait_for("Russia in full colour", lambda: window.pixel(*window.place(*RUSSIA)) == russia)
        window.hand_over("--country", "IN")
        window.wait_page("India")
        wait_for("India in full colour", lambda: window.pixel(*window.place(*INDIA)) == india)


def test_words_are_found_in_the_article():
    with own_article() as window:
        window.key("ctrl+f")
        entry = wait_for("the find bar", lambda: next((n for n in window.root.find_all("entry") if n.focused), None)
                         or next((n for n in window.root.find_all("text") if n.focused), None))
        assert entry
        window.type("nato")
        window.wait_says("1 of 2")
        window.key("Return")
        window.wait_says("2 of 2")
        window.key("Return")
        window.wait_says("1 of 2")
        window.key("ctrl+a")
        window.type("oxford")
        window.wait_says("Not found")
        window.key("Escape")


def test_elsewhere_the_key_searches_the_atlas():
    with Window(*ON, "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        window.key("ctrl+f")
        window.wait_dialog()
        window.key("Escape")
        window.wait_no_dialog()


def correct_georgia(window):
    """Says by the keyboard that the article never means Georgia."""
    assert "Georgia" in subjects(window), subjects(window)
    window.tab_to(paragraph(window, "Georgien ser"))
    window.key("Menu")
    window.wait_says("is a name of the country.")
    window.find("button", "Not Georgia Anywhere in the Article").activate()


def test_a_mention_says_why_and_can_be_corrected():
    with own_article() as window:
        correct_georgia(window)
        wait_for("Georgia to leave the list", lambda: "Georgia" not in subjects(window))


def test_a_correction_can_be_taken_back():
    with own_article() as window:
        correct_georgia(window)
        toast_button(window, "Undo").activate()
        wait_for("Georgia back in the list", lambda: "Georgia" in subjects(window))


def test_a_country_can_be_added_and_stays():
    home = fill_library()
    with Window(*ON, *OWN, home=home) as window:
        window.wait_page(TITLE)
        window.find("button", "Add a Country or Organisation…").activate()
        window.wait_dialog()
        window.type("serbi")
        window.wait_says("Serbia")
        window.key("Return")
        window.wait_no_dialog()
        wait_for("one more", lambda: window.root.find("button", "Show All (17)"))
        show_all_subjects(window)
        wait_for("Serbia in the list", lambda: "Serbia" in subjects(window))
    with Window(*ON, *OWN, home=home) as window:
        window.wait_page(TITLE)
        show_all_subjects(window)
        wait_for("Serbia after a restart", lambda: "Serbia" in subjects(window))


def test_what_is_known_of_it_can_be_edited():
    with own_article() as window:
        window.find("button", "Edit What Is Known of the Article").activate()
        window.wait_dialog()
        window.key("ctrl+a")
        window.type("Fyra fragor")
        window.find("button", "Save").activate()
        window.wait_page("Fyra fragor")
        toast_button(window, "Undo").activate()
        window.wait_page(TITLE)


def test_what_makes_no_sense_is_not_saved():
    with own_article() as window:
        window.find("button", "Edit What Is Known of the Article").activate()
        window.wait_dialog()
        window.key("ctrl+a", "Delete")
        window.wait_says("An article needs a title.")
        window.key("Escape")
        window.wait_no_dialog()
        window.wait_page(TITLE)


def test_a_deleted_article_comes_back():
    with own_article() as window:
        window.find("button", "Delete the Article").activate()
        window.wait_says("This article is deleted.")
        toast_button(window, "Undo").activate()
        wait_for("no word of deleting", lambda: not window.says("This article is deleted."))


def test_a_date_in_the_article_moves_the_window():
    with own_article() as window:
        window.find("button", "Show 28 May 2025 on the Map").activate()
        wait_for("the date", lambda: window.shown()[1] == "2025-05-28")


def test_an_article_that_is_not_there_says_so():
    with Window(*ON, "--article", "own-nowhere", home=fill_library()) as window:
        window.wait_says("Not Found")


if __name__ == "__main__":
    sys.exit(run([value for name, value in list(globals().items()) if name.startswith("test_")]))
