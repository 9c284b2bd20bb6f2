#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read beside the map: pages, links, search and dialogs."""

import re
import sys
import time

from atlas_window import Window, run, wait_for

ON = ("--on", "2026-06-15")


def follow(window, name):
    """Goes by Tab to the link of that name on the page, and presses Enter."""
    window.find("link", name)
    for _ in range(80):
        window.key("Tab")
        focused = window.focused()
        if focused and focused.role == "link" and focused.name == name:
            window.key("Return")
            return
    raise AssertionError(f"Tab never reaches the link {name!r}")


def test_a_name_leads_to_its_page_and_back():
    with Window(*ON, "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        follow(window, "CSTO")
        window.wait_page("Collective Security Treaty Organization")
        window.wait_says("Members: 6")
        follow(window, "Armenia")
        window.wait_page("Armenia")
        window.key("alt+Left")
        window.wait_page("Collective Security Treaty Organization")
        window.key("alt+Left")
        window.wait_page("Kazakhstan")
        window.key("alt+Right")
        window.wait_page("Collective Security Treaty Organization")


def test_a_country_says_what_is_in_doubt():
    with Window(*ON, "--country", "SA") as window:
        window.wait_page("Saudi Arabia")
        window.wait_says("Contested: ")
        window.wait_says("The date is uncertain")


def test_a_frozen_member_keeps_its_first_day():
    with Window(*ON, "--country", "AM") as window:
        window.wait_page("Armenia")
        window.wait_says("Since 22 February 2024")
        window.wait_says("Member since 20 April 1994")


def test_former_ties_are_told():
    with Window(*ON, "--country", "UZ") as window:
        window.wait_page("Uzbekistan")
        window.find("heading", "Formerly")
        window.wait_says("Left: 19 December 2012")


def test_before_independence_there_is_a_plain_line():
    with Window("--on", "1985-01-01", "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        window.wait_says("was not yet an independent state")


def test_an_organisation_counts_its_members_on_the_date():
    for on, members in (("1995-01-01", "Members: 9"), ("2000-01-01", "Members: 6")):
        with Window("--on", on, "--organisation", "CSTO") as window:
            window.wait_page("Collective Security Treaty Organization")
            window.find("heading", members)


def test_the_status_button_explains():
    with Window(*ON, "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        window.find("toggle button", "What This Status Means").activate()
        window.wait_says("Belongs to the organisation with all rights and duties")


def test_the_start_page_offers_something_to_read():
    with Window(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        window.find("heading", "To read")
        follow(window, "Collective Security Treaty Organization")
        window.wait_page("Collective Security Treaty Organization")


def search(window, words):
    window.key("ctrl+f")
    window.wait_says("Search the Atlas")
    window.type(words)


def test_search_finds_by_any_name_and_enter_opens():
    with Window(*ON) as window:
        search(window, "kirgizistan")
        window.find("list item", "Kyrgyzstan")
        window.key("Return")
        window.wait_page("Kyrgyzstan")


def test_search_is_driven_by_arrows():
    with Window(*ON) as window:
        search(window, "armenia")
        window.find("list item", "Armenia")
        window.key("Down", "Down")
        chosen = wait_for("the focus on the second result", lambda: window.focused() and window.focused().name)
        assert chosen != "Armenia", "the second Down stays on the first result"
        window.key("Return")
        window.wait_page(chosen)


def test_search_says_when_there_is_nothing():
    with Window(*ON) as window:
        search(window, "zzzq")
        window.wait_says("Nothing Found")
        window.key("Escape", "Escape")
        wait_for("the search to close", lambda: not window.says("Nothing Found"))


def test_an_article_names_what_it_rests_on():
    with Window(*ON, "--article", "armenia-freeze") as window:
        window.wait_page(re.compile("^Armenia.s freeze$"))
        window.find("heading", "What it rests on")


def test_a_planned_event_never_counts_as_having_happened():
    with Window(*ON, "--country", "RU") as window:
        window.wait_page("Russia")
        window.wait_says("Planned")
        window.wait_says("This atlas does not know whether it happened.")


def test_a_report_names_the_rows():
    with Window(*ON, "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        window.click_node(window.find("toggle button", "Page Menu"))
        time.sleep(0.5)
        window.key("Down", "Return")
        window.wait_says("memberships.csv:")
        window.wait_says("Data version: ")


def test_the_dialogs_open():
    with Window(*ON) as window:
        window.key("ctrl+comma")
        window.wait_says("Language of Names and Texts")
        window.key("Escape")
        window.key("ctrl+s")
        window.wait_says("Equal-area: true sizes")
        window.key("Escape")


def test_a_swedish_reader_gets_swedish_data():
    with Window(*ON, "--country", "KZ", language="sv_SE.UTF-8") as window:
        window.wait_page("Kazakstan")
        window.wait_says("Ryssland")


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
