#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was written: excerpts of the reader's own articles beside those of briefings."""

import sys
import tempfile

from atlas_window import Node, Window, fill_library, run, wait_for, write_article
from written_list import more_button, origin, row_of, rows, show_all

ON = ("--on", "2026-06-15")
CHECK = "Only until this date"


def page(window, kind, key, title):
    """Opens a page by the program's own options."""
    done = window.hand_over(f"--{kind}", key)
    assert done.returncode == 0, done.stderr
    return window.wait_page(title)


def paste(window):
    """What the clipboard holds, by way of the search entry."""
    window.key("ctrl+f")
    entry = window.wait_dialog().find("entry")
    window.key("ctrl+v")
    words = wait_for("what was copied", lambda: entry.text)
    window.key("Escape", "Escape")
    window.wait_no_dialog()
    return words


def count(window):
    """The number beside the heading."""
    beside = Node(window.find("heading", "What was written").accessible.get_parent())
    return int(next(node.text for node in beside.children() if node.role == "label"))


def test_own_articles_stand_among_the_briefings():
    with Window(*ON, "--country", "KZ", home=fill_library()) as window:
        window.wait_page("Kazakhstan")
        first = row_of(window, "Kazakhstan builds a second railway")
        assert origin(first) == "Kazakhstan builds a second railway · The Specimen Post · 2 June 2026", origin(first)
        assert origin(rows(window)[0]) == origin(first), "the newest of those about it comes first"
        text = next(first.find_all("label"))
        assert text.attributes(text.text.index("Kazakhstan")).get("weight") == "700"
        assert text.attributes(text.text.index("Engineers")).get("weight") != "700"
        row_of(window, "Казахстан и Киргизия")
        show_all(window)
        assert any("Atlas briefing" in origin(row) for row in rows(window))
        # Without publisher, author and date.
        assert origin(row_of(window, "A letter from the steppe")) == "A letter from the steppe · Your own article"
        assert len(rows(window)) == count(window), count(window)


def test_a_row_says_why_is_copied_and_leads_on():
    with Window(*ON, "--country", "KZ", home=fill_library()) as window:
        window.wait_page("Kazakhstan")
        row = row_of(window, "Kazakhstan builds a second railway")
        window.tab_to(row.find("toggle button", "Why It Is Linked"))
        window.key("Return")
        for words in ("“Kazakhstan” is a name of the country.", "“Astana” is the country's capital", "The article is about it."):
            window.wait_says(words)
        window.key("Escape", "Tab")
        wait_for("the next button", lambda: row.find("button", "Copy as Quotation").focused)
        window.key("Return")
        window.wait_toast("Quotation copied")
        copied = paste(window)
        assert copied.startswith("“Kazakhstan will lay a second track towards China. Engineers"), copied
        assert copied.endswith("pays for the tunnels.” — Ada Sample, Kazakhstan builds a second railway, "
                               "The Specimen Post, 2 June 2026, https://example.org/kazakhstan-railway"), copied
        # The other names in the paragraph are links.
        text = next(rows(window)[0].find_all("label"))
        for _ in range(4):
            if not text.focused:
                window.key("shift+Tab")
        window.key("Return")
        window.wait_page("China")


def test_an_excerpt_leads_to_its_paragraph():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    others = [f"In paragraph {number} the ministers of Armenia spoke about prices, and went on to speak of them until the evening." for number in range(60)]
    wanted = "At last Kyrgyzstan asked for the word, and nobody was left in the hall to hear it."
    folder = tempfile.mkdtemp(prefix="atlas-articles-")
    write_article(folder, "abcdefgh2345", "\n\n".join(others[:40] + [wanted] + others[40:]), title="A long day for Kyrgyzstan", date="2026-06-10")
    with Window(*ON, "--country", "KG", home=fill_library(home, folder)) as window:
        window.wait_page("Kyrgyzstan")
        row = row_of(window, "A long day for Kyrgyzstan")
        window.follow(next(node for node in row.find_all("label") if " · " in node.text))
        window.wait_page("A long day for Kyrgyzstan")

        def seen():
            label = window.root.nearest("label", lambda node: node.text == wanted)
            if label is None:
                return False
            _, y, _, height = label.extents()
            return 100 < y and y + height < window.size[1] - 100

        wait_for("the paragraph before the reader's eyes", seen)
        # Who comes back finds the page as it was left.
        window.hand_over("--country", "AM")
        window.wait_page("Armenia")
        window.key("alt+Left")
        window.wait_page("A long day for Kyrgyzstan")
        wait_for("the paragraph again", seen)


def test_an_organisation_lists_own_articles_too():
    with Window(*ON, "--organisation", "SCO", home=fill_library()) as window:
        window.wait_page("Shanghai Cooperation Organisation")
        show_all(window)
        row = row_of(window, "Kazakhstan builds a second railway")
        text = next(row.find_all("label"))
        assert text.attributes(text.text.index("Shanghai Cooperation")).get("weight") == "700"


def test_what_is_in_doubt_says_so_in_words():
    with Window(*ON, "--country", "GE", home=fill_library()) as window:
        window.wait_page("Georgia")
        show_all(window)
        row = row_of(window, "A quiet vote")
        assert any(words.startswith("In doubt: “Georgia” can mean something else") for words in row.words()), row.words()
        assert origin(rows(window)[-1]).startswith("A quiet vote"), "what is in doubt comes last"


def test_a_quotation_follows_the_language():
    with Window(*ON, "--country", "TJ", language="sv_SE.UTF-8", home=fill_library()) as window:
        window.wait_page("Tadzjikistan")
        show_all(window)
        row_of(window, "CSTO övar i bergen").find("button", "Kopiera som citat").activate()
        window.wait_toast("Citatet kopierades")
        copied = paste(window)
        assert copied.startswith("”Övningarna i Tadzjikistans berg"), copied
        assert copied.endswith("ännu en gång.” – Ylva Provskrift, CSTO övar i bergen, Nordvästra Bladet, "
                               "12 maj 2026, https://example.org/csto-ovar"), copied


def test_own_articles_can_stop_at_the_date():
    with Window(*ON, "--country", "KZ", home=fill_library()) as window:
        window.wait_page("Kazakhstan")
        row_of(window, "Kazakhstan builds a second railway")
        total = count(window)
        window.tab_to(window.find("check box", CHECK))
        window.key("space")
        window.hand_over("--on", "2005-01-01")
        wait_for("what was written by then", lambda: [origin(row) for row in rows(window)] ==
                 ["A harvest above all hopes · The Specimen Post · 14 September 2004"])
        window.wait_says(f"{total - 1} later ones are left out.")
        wait_for("the count", lambda: count(window) == 1)
        window.hand_over(*ON)
        row_of(window, "Kazakhstan builds a second railway")


def test_what_was_written_later_stands_behind():
    with Window("--on", "2004-12-31", "--country", "KZ", home=fill_library()) as window:
        window.wait_page("Kazakhstan")
        wait_for("the harvest first", lambda: rows(window) and origin(rows(window)[0]).startswith("A harvest"))
        window.hand_over(*ON)
        wait_for("the railway first", lambda: origin(rows(window)[0]).startswith("Kazakhstan builds"))


def test_a_long_list_comes_in_parts():
    with tempfile.TemporaryDirectory() as folder:
        for number in range(70):
            write_article(folder, f"steppe-{number}", f"Kazakhstan counted its horses for the {number + 2}th time.",
                          title=f"Horses, part {number}", date=f"2025-{number % 12 + 1:02}-01", language="en")
        home = fill_library(folder=folder)
    with Window(*ON, "--country", "KZ", home=home) as window:
        window.wait_page("Kazakhstan")
        wait_for("the first few", lambda: len(rows(window)) == 4)
        total = count(window)
        assert total > 70
        assert more_button(window).name == "Show 40 More"
        window.tab_to(more_button(window))
        window.key("Return")
        wait_for("the next", lambda: len(rows(window)) == 44)
        wait_for("the focus on a new row", lambda: any(node.focused for node in rows(window)[4].walk()))
        show_all(window)
        assert len(rows(window)) == total


def test_without_any_article_of_ones_own_there_are_the_briefings():
    with Window(*ON, "--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        wait_for("excerpts", lambda: rows(window))
        assert all("Atlas briefing" in origin(row) for row in rows(window))
        page(window, "country", "MX", "Mexico")
        window.wait_says("Neither a briefing nor an article of your own names it.")


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
