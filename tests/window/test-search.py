#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The search: by any name, in any script, and by words of texts; by keyboard throughout."""

import sys
import tempfile

from atlas_window import Window, call_app, fill_library, run, wait_for, write_article
from gi.repository import GLib

ON = ("--on", "2026-06-15")
OWN = "Your Articles"
KINDS = ("Countries", "Organisations", "Events", "Briefings", OWN)
EMPTY, NOTHING = "Search the Atlas", "Nothing Found"


def start(home=None):
    window = Window(*ON, home=home)
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


def found(panel, kind):
    """The titles found of one kind."""
    group = panel.find("list", kind)
    return [row.name for row in group.find_all("list item")] if group else []


def wait_found(panel, words, kind, title):
    panel.find("entry").put(words)
    wait_for(f"{title} for {words}", lambda: title in found(panel, kind))


def test_word_forms_are_found_in_own_articles_and_in_briefings():
    """Each is asked for in a form that does not stand there."""
    railway, drill, border = "Kazakhstan builds a second railway", "CSTO övar i bergen", "Казахстан и Киргизия уточняют границу"
    with start(fill_library()) as window:
        panel = open_search(window)
        for words, title in (
            ("surveying", railway),
            ("övningarnas soldater", drill),
            ("переговорщиками", border),
            ("водохранилища", border),
        ):
            wait_found(panel, words, OWN, title)
        wait_found(panel, "deploying", "Briefings", "Kazakhstan, January 2022")
        wait_found(panel, "surveying", OWN, railway)
        row = next(row for row in panel.find("list", OWN).find_all("list item") if row.name == railway)
        snippet = next(node for node in row.find_all("label") if "surveyed last winter" in node.text)
        assert "The Specimen Post · 2 June 2026" in snippet.text, snippet.text
        assert snippet.attributes(snippet.text.index("surveyed")).get("weight") == "700"
        assert snippet.attributes(snippet.text.index("winter")).get("weight") != "700"
        window.key("Return")
        wait_for("the article", lambda: window.shown()[3] == "article/own-kazakhstan-railway")
        window.wait_no_dialog()


def test_swedish_word_forms_are_found_in_swedish_briefings():
    with Window(*ON, language="sv_SE.UTF-8") as window:
        window.wait_page("Eurasiens allianser")
        window.key("ctrl+f")
        panel = window.wait_dialog()
        panel.find("entry").put("delegationernas")
        wait_for("Armeniens frysta medlemskap", lambda: "Armeniens frysta medlemskap" in found(panel, "Atlasens artiklar"))


def test_a_phrase_stands_side_by_side():
    railway = "Kazakhstan builds a second railway"
    with start(fill_library()) as window:
        panel = open_search(window)
        wait_found(panel, "track second", OWN, railway)
        wait_found(panel, "\"second track\"", OWN, railway)
        panel.find("entry").put("\"track second\"")
        wait_for("nothing", lambda: says(panel, NOTHING))
        wait_found(panel, "“fact-finding missions”", "Briefings", "Kazakhstan, January 2022")
        panel.find("entry").put("“missions fact-finding”")
        wait_for("nothing", lambda: says(panel, NOTHING))


def test_names_come_before_texts():
    with start(fill_library()) as window:
        panel = open_search(window)
        wait_found(panel, "kazakhstan", OWN, "Kazakhstan builds a second railway")
        groups = [node.name for node in panel.find_all("list") if node.name in KINDS]
        assert groups[:2] == ["Countries", OWN], groups
        assert "A harvest above all hopes" in found(panel, OWN), "the words are in its text alone"
        assert results(panel)[0] == "Kazakhstan"


def test_a_long_group_shows_more_on_request():
    with tempfile.TemporaryDirectory() as folder:
        for number in range(40):
            write_article(folder, f"steppe-{number}", "The zebra was a misprint.",
                          title=f"Corrections, part {number}", date=f"2025-01-{number % 28 + 1:02}", language="en")
        home = fill_library(folder=folder)
    with start(home) as window:
        panel = open_search(window)
        panel.find("entry").put("zebras")
        wait_for("the first few", lambda: len(found(panel, OWN)) == 5)
        first = found(panel, OWN)
        more = lambda: panel.find("button", "Show More")
        window.key("Down", "Down", "Down", "Down", "Down", "Down")
        wait_for("the focus on Show More", lambda: more().focused)
        window.key("Return")
        wait_for("the next", lambda: len(found(panel, OWN)) == 25)
        assert found(panel, OWN)[:5] == first
        wait_for("the focus on the first new one", lambda: focus_is_on(panel, found(panel, OWN)[5]))
        for _ in range(20):
            window.key("Down")
        wait_for("the focus on Show More", lambda: more().focused)
        window.key("space")
        wait_for("all of them", lambda: len(found(panel, OWN)) == 40)
        assert len(set(found(panel, OWN))) == 40 and more() is None


def test_enter_before_the_answer_opens_the_best():
    with start(fill_library()) as window:
        open_search(window)
        window._xdotool("type", "--delay", "1", "surveying")
        window._xdotool("key", "Return")
        wait_for("the article", lambda: window.shown()[3] == "article/own-kazakhstan-railway")


def test_the_shell_s_search_goes_on_here():
    with start() as window:
        call_app("ActivateAction", "(sava{sv})", "search", [GLib.Variant("s", "kazakhstan")], {})
        panel = window.wait_dialog()
        wait_for("Kazakhstan", lambda: results(panel)[:1] == ["Kazakhstan"])


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
