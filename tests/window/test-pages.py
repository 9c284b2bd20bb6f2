#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages: what they say, and how one leads to another."""

import re
import sys

from atlas_window import Atspi, Window, run, wait_for

ON = ("--on", "2026-06-15")
MONTHS = ("January February March April May June July August September October November December").split()


def page(window, kind, key, title):
    """Opens a page by the program's own options and gives its heading."""
    done = window.hand_over(f"--{kind}", key)
    assert done.returncode == 0, done.stderr
    return window.wait_page(title)


def ties(window, name="Memberships and other ties"):
    """The rows of a list of ties, each as the words on it."""
    return [row.words() for row in window.find("list", name).find_all("list item")]


def tie(window, organisation, status, name="Memberships and other ties"):
    """The row of that tie."""
    wanted = [organisation, status]
    return wait_for(
        f"a row {wanted}", lambda: next((row for row in ties(window, name) if row[:2] == wanted), None)
    )


def label(window, pattern):
    return window.find("label", re.compile(pattern))


def can_be_used(node):
    return node.has_state(Atspi.StateType.SENSITIVE)


def test_a_country_tells_its_ties_with_dates_and_sources():
    with Window(*ON, "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        first = [row[:2] for row in ties(window)]
        assert first[:3] == [["CSTO", "member"], ["SCO", "member"], ["BRICS", "partner"]], first
        for row in ties(window):
            assert row[-1].startswith("Source: "), f"no source in {row}"
        assert "Since 20 April 1994" in tie(window, "CSTO", "member")

        page(window, "country", "AM", "Armenia")
        frozen = tie(window, "CSTO", "frozen")
        assert "Since 22 February 2024" in frozen and "Member since 20 April 1994" in frozen, frozen

        page(window, "country", "UZ", "Uzbekistan")
        assert "Left: 19 December 2012" in tie(window, "CSTO", "left", "Former ties")
        assert not any(row[0] == "CSTO" for row in ties(window)), "who left has no current tie"

        page(window, "country", "RS", "Serbia")
        assert any("uncertain" in line for line in tie(window, "CSTO", "observer"))

        page(window, "country", "SA", "Saudi Arabia")
        brics = wait_for("BRICS", lambda: next((row for row in ties(window) if row[0] == "BRICS"), None))
        assert any(line.startswith("Contested: ") for line in brics), brics


def test_a_country_without_a_tie_says_so():
    with Window(*ON, "--country", "MX") as window:
        window.wait_page("Mexico")
        window.wait_says("On this day it had no tie to any organisation in this atlas.")


def test_what_a_status_means_is_explained():
    with Window(*ON, "--country", "AM") as window:
        window.wait_page("Armenia")
        row = next(window.find("list", "Memberships and other ties").find_all("list item"))
        window.tab_to(row.find("toggle button", "What This Status Means"))
        window.key("Return")
        for words in ("Frozen", "Collective Security Treaty Organization", "source"):
            window.wait_says(words)
        window.key("Escape")


def test_excerpts_emphasise_the_name_and_say_why():
    with Window(*ON, "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        rows = list(window.find("list", "What was written").find_all("list item"))
        assert rows
        for row in rows:
            text, source = [part for part in row.find_all("label")][:2]
            assert re.search(r" · .* · .*\d{4}$", source.text), f"no title, source and date in {source.text!r}"
            assert "Kazakhstan" in text.text or "Astana" in text.text, text.text
            if "Kazakhstan" in text.text:
                at = text.text.index("Kazakhstan")
                assert text.attributes(at).get("weight") == "700", f"not bold in {text.text!r}"


def test_an_excerpt_opens_its_article():
    with Window(*ON, "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        window.follow(label(window, "^Kazakhstan, January 2022 · Atlas briefing"))
        window.wait_page("Kazakhstan, January 2022")
        window.wait_says("What it rests on")


def test_more_excerpts_come_on_request():
    with Window(*ON, "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        excerpts = lambda: len(list(window.find("list", "What was written").find_all("list item")))
        before = excerpts()
        window.find("button", re.compile(r"^Show All \(")).activate()
        wait_for("more excerpts", lambda: excerpts() > before)


def test_links_lead_from_page_to_page_and_back():
    with Window(*ON, "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        window.follow(window.find("link", "CSTO"))
        csto = "Collective Security Treaty Organization"
        window.wait_page(csto)
        window.follow(window.find("link", "Armenia"))
        window.wait_page("Armenia")

        window.key("alt+Left")
        window.wait_page(csto)
        window.key("alt+Left")
        window.wait_page("Kazakhstan")
        window.key("alt+Right")
        window.wait_page(csto)

        window.click_node(window.find("button", "Back"))
        window.wait_page("Kazakhstan")
        window.click_node(window.find("button", "Forward"))
        window.wait_page(csto)

        window.click(300, 300, button=8)
        window.wait_page("Kazakhstan")
        window.click(300, 300, button=9)
        window.wait_page(csto)


def test_a_click_follows_a_link():
    with Window(*ON, "--country", "KZ", size=(1280, 800)) as window:
        window.wait_page("Kazakhstan")
        page(window, "event", "csto-moscow-2026", "CSTO summit in Moscow")
        window.click_link(
            window.find("link", "Collective Security Treaty Organization"),
            lambda: window.root.find("heading", "Collective Security Treaty Organization"),
        )


def test_back_and_forward_are_only_there_when_they_lead_somewhere():
    with Window(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        assert not can_be_used(window.find("button", "Back"))
        assert not can_be_used(window.find("button", "Forward"))
        page(window, "country", "KZ", "Kazakhstan")
        wait_for("a way back", lambda: can_be_used(window.find("button", "Back")))
        window.click_node(window.find("button", "Back"))
        window.wait_page("Alliances of Eurasia")
        wait_for("a way forward", lambda: can_be_used(window.find("button", "Forward")))


def members(window, heading):
    """The countries of a table of an organisation's page."""
    rows = window.find("list", heading).find_all("list item")
    return [tuple(row.words()[:2]) for row in rows]


def test_an_organisation_lists_who_belongs_and_who_left():
    with Window(*ON, "--organisation", "CSTO") as window:
        window.wait_page("Collective Security Treaty Organization")
        names = members(window, "Members: 6")
        assert names == [("Armenia", "frozen")] + [
            (name, "member") for name in ("Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan")
        ], names
        assert members(window, "Observers: 1") == [("Serbia", "observer")]
        assert members(window, "Left: 3") == [(name, "left") for name in ("Azerbaijan", "Georgia", "Uzbekistan")]
        window.hand_over("--on", "1995-01-01")
        assert len(members(window, "Members: 9")) == 9


def test_the_page_follows_a_date_that_is_held():
    """Uzbekistan was a member a second time from 2006 to 2012, so there were seven."""
    with Window(*ON, "--organisation", "CSTO") as window:
        window.wait_page("Collective Security Treaty Organization")
        members(window, "Members: 6")
        x, y, width, height = window.find("slider", "Date").extents()
        x, y = x + width / 2, y + height - 20
        window.move(x, y)
        window._xdotool("mousedown", "1")
        for step in range(1, 40):
            window.move(x - 9 * step, y)
        # The button is still down: the date stands still, but may go on.
        window.find("heading", re.compile(r"^On \d+ \w+ 20(0[789]|1[01])$"))
        names = wait_for("the seven", lambda: members(window, "Members: 7"))
        assert ("Uzbekistan", "member") in names, names
        window._xdotool("mouseup", "1")


def test_an_event_names_its_countries_and_its_source():
    with Window(*ON, "--event", "csto-troops-kazakhstan") as window:
        window.wait_page("CSTO sends troops to Kazakhstan")
        for words in ("6 January 2022", "more than 2,000 soldiers", "Kassym-Jomart Tokayev", "Kazakhstan", "Source"):
            window.wait_says(words)


def test_an_event_after_the_date_says_so():
    with Window("--on", "2021-12-31", "--event", "csto-troops-kazakhstan") as window:
        window.wait_page("CSTO sends troops to Kazakhstan")
        window.wait_says("Later than the date shown, 31 December 2021.")
        window.hand_over("--on", "2022-01-06")
        wait_for("the day itself not to be later", lambda: not window.says("Later than the date shown"))


def test_planned_events_are_marked():
    with Window(*ON, "--event", "csto-moscow-2026") as window:
        window.wait_page("CSTO summit in Moscow")
        window.wait_says("Planned: it was announced. This atlas does not know whether it happened.")
        page(window, "organisation", "CSTO", "Collective Security Treaty Organization")
        moments = timeline(window)
        assert "Planned" in moments[0] and "11 November 2026" in moments[0], moments[0]
        assert not any("Planned" in moment for moment in moments[1:])


def timeline(window):
    """The rows of the timeline, each as its lines; lists of years hold them."""
    years = window.root.find_all("list", re.compile(r"^\d{4}$"))
    return [row.words() for year in years for row in year.find_all("list item")]


def sort_key(moment):
    """Year, month and day of the last date that a line names."""
    day, month, year = re.findall(r"(?:(\d{1,2}) )?(?:(%s) )?(\d{4})" % "|".join(MONTHS), moment[0])[-1]
    return int(year), MONTHS.index(month) + 1 if month else 0, int(day or 0)


def exact(moment):
    return re.fullmatch(r"\d{1,2} [A-Z][a-z]+ \d{4}", moment[0])


def test_the_timeline_goes_from_new_to_old_and_names_its_sources():
    with Window(*ON, "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        before = len(timeline(window))
        window.find("button", re.compile(r"^Show Earlier \(")).activate()
        wait_for("earlier entries", lambda: len(timeline(window)) > before)
        moments = timeline(window)
        days = [sort_key(moment) for moment in moments if exact(moment)]
        assert days == sorted(days, reverse=True), days
        for moment in moments:
            assert moment[-1].startswith("Source: "), f"no source in {moment}"
        assert any("CSTO: Became a member" in moment for moment in moments)


def later(window):
    """How many rows of the timeline stand above the line “Until …”, all of which
    come after the date that it names."""
    x, y, width, height = label(window, r"^Until \d").extents()
    return sum(1 for year in window.root.find_all("list", re.compile(r"^\d{4}$"))
               for row in year.find_all("list item") if row.extents()[1] < y)


def test_the_timeline_sets_apart_what_is_later():
    with Window("--on", "2024-01-01", "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        for day, words in (("2024-01-01", "1 January 2024"), ("2025-03-01", "1 March 2025"), ("2023-07-05", "5 July 2023")):
            window.hand_over("--on", day)
            window.wait_says(f"After {words}")
            label(window, f"^Until {words}")
            wanted = tuple(int(part) for part in day.split("-"))
            assert later(window) == sum(1 for moment in timeline(window) if sort_key(moment) > wanted), timeline(window)
        window.hand_over("--on", "2026-11-11")
        wait_for("nothing later", lambda: window.root.find("label", re.compile(r"^(After|Until) \d")) is None)


def test_excerpts_can_stop_at_the_date():
    with Window(*ON, "--country", "AM") as window:
        window.wait_page("Armenia")
        count = lambda: len(list(window.find("list", "What was written").find_all("list item")))
        assert count() > 0
        check = lambda: window.find("check box", "Only until this date")
        window.tab_to(check())
        window.key("space")
        window.hand_over("--on", "2005-01-01")
        window.wait_says("Nothing had been written by this date.")
        window.wait_says("later ones are left out")
        page(window, "organisation", "CSTO", "Collective Security Treaty Organization")
        window.wait_says("Nothing had been written by this date.")
        window.hand_over("--from", "2005-01-01", *ON)
        wait_for("the later of two dates to count", lambda: not window.says("Nothing was written"))
        assert count() > 0


def test_a_day_after_the_verified_one_is_marked_on_the_page():
    with Window("--on", "2026-09-01", "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        window.wait_says("not verified after 15 June 2026")
        window.hand_over(*ON)
        window.wait_says("verified until 15 June 2026")
        wait_for("no warning any more", lambda: not window.says("not verified after"))


def test_the_start_page_offers_something_to_read():
    with Window(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        window.find("heading", "To read")
        assert len(list(window.find("list", "To read").find_all("list item"))) >= 6


def test_the_start_page_follows_the_date():
    """The Collective Security Treaty had nine members in 1995; Uzbekistan, the
    last of those that left, went in December 2012."""
    with Window("--on", "1995-01-01", "--lens", "CSTO") as window:
        window.wait_page("Alliances of Eurasia")
        window.find("heading", "On 1 January 1995")
        window.wait_says("Members: 9")
        window.hand_over("--lens", "SCO")
        window.wait_says("Not yet founded")
        window.hand_over("--lens", "CSTO")
        window.hand_over("--on", "2013-01-01")
        window.find("heading", "On 1 January 2013")
        window.wait_says("Members: 6 · left: 3")
        assert not window.says("Not verified after")
        window.hand_over("--on", "2026-09-01")
        window.wait_says("Not verified after 15 June 2026")


def test_a_country_before_its_independence_says_so():
    with Window("--on", "1985-01-01", "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        window.wait_says("On this day Kazakhstan was not yet an independent state")
        window.wait_says("Before: Soviet Union.")


def test_a_state_that_continues_another_is_not_called_dependent():
    with Window("--on", "1991-12-10", "--country", "RU") as window:
        window.wait_page("Russia")
        window.wait_says("Commonwealth of Independent States")
        assert not window.says("independent state: it has been one since")


def test_pointing_at_a_legend_row_emphasises():
    with Window(*ON) as window:
        entry = window.find("toggle button", re.compile("^CSTO member, "))
        x, y = window.place(103.0, 33.0)
        before = window.pixel(x, y)
        left, top, width, height = entry.extents()
        window.move(left + width / 2, top + height / 2 + 4)
        wait_for("China to stand back", lambda: window.pixel(x, y) != before)
        window.move(600, 10)
        wait_for("China to come back", lambda: window.pixel(x, y) == before)


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
