#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of articles: the reader's own and the briefings, found, sorted, changed."""

import os
import re
import sys
import tempfile
from pathlib import Path

from articles_home import ON, Articles, kept, new_home
from atlas_window import Atspi, Window, ctl, run, wait_for

BORDER = "Border talks in Bishkek end without a map"
MINSK = "Säkerhetsmötet i Minsk: fyra frågor på en förmiddag"
LETTER = "Letter from a harbour on the Caspian"
SERBIA = "Belgrade watches, and keeps its chair"
RAILWAY = "A railway looks for its passengers"
BRICS = "What a bank without a building can lend"
GLOSSARY = "Observatör, partner, gäst: en ordlista"
THEORY = "Теория и практика одного договора"
NEWEST_FIRST = (MINSK, LETTER, BORDER, RAILWAY, GLOSSARY, BRICS, THEORY, SERBIA)


def open_filters(window):
    window.click_node(window.find("toggle button", "Sort and Filter"))
    return window.find("combo box", "Country")


def choose(window, row, *keys):
    """Takes another value of a row of the popover by the keyboard."""
    found = window.find("combo box", row)
    window.tab_to(found)
    window.key_that_moves("Return")
    for key in keys:
        window.key(key)
    window.key("Return")


def chips(window):
    return [node.name.removeprefix("Remove Filter: ") for node in window.root.find_all("button", re.compile("^Remove Filter"))]


def copied(window):
    """What the clipboard holds: put into the entry, as a reader would paste it."""
    entry = window.search_entry()
    entry.put("")
    window.click_node(entry)
    window.key("ctrl+v")
    return wait_for("what was copied", lambda: entry.text)


# --- Getting there -------------------------------------------------------------------


def test_button_key_menu_and_start_page_lead_there():
    with Window(*ON, home=new_home()) as window:
        row = wait_for("the row", lambda: window.root.find("list item", "All Articles", showing=False))
        wait_for("the count", lambda: "31" in [node.text for node in row.walk()])
        window.find("button", "Articles").activate()
        window.wait_page("Articles")
        window.key("alt+Left")
        window.wait_page("Alliances of Eurasia")
        window.key("ctrl+shift+a")
        window.wait_page("Articles")
        window.key("alt+Left")
        window.wait_page("Alliances of Eurasia")
        window.key("F10")
        wait_for("the main menu", window.menu_items)[0].activate()
        window.wait_page("Articles")


def test_own_articles_and_briefings_stand_beside_each_other():
    with Articles() as window:
        window.wait_count("31")
        titles = window.titles()
        assert titles[:3] == ["Armenia’s freeze", MINSK, "The CSTO and its six members"], titles
        assert titles.index(LETTER) < titles.index(BORDER), titles
        briefing, own = window.row("The CSTO and its six members"), window.row(BORDER)
        assert "Atlas briefing" in briefing.words()
        assert "Atlas briefing" in briefing.description
        assert "Atlas briefing" not in own.words()
        assert "The Daily Example · 19 May 2026 · English" in own.words(), own.words()
        assert own.description.startswith("unread"), own.description
        assert {"borders", "Central Asia"} <= set(own.words())
        assert "added on 28 May 2026 · English" in window.row(LETTER).words()


def test_a_row_opens_its_article_and_back_returns_to_it():
    with Articles() as window:
        window.focus_row("Serbia and Afghanistan as observers")
        window.key("Return")
        window.wait_page("Serbia and Afghanistan as observers")
        window.key("alt+Left")
        window.wait_page("Articles")
        window.click_node(window.row("Armenia’s freeze"))
        window.wait_page("Armenia’s freeze")


# --- Finding ----------------------------------------------------------------------------


def test_words_and_phrases_find_and_are_shown():
    with Articles() as window:
        window.search("locomotive")
        window.wait_titles(RAILWAY)
        window.wait_count("1 of 31")
        text = next(node for node in window.row(RAILWAY).find_all("label") if "locomotive" in node.text)
        assert text.attributes(text.text.index("locomotive")).get("weight") == "700", "the word is not in bold"
        assert text.attributes(0).get("weight") != "700"
        # In any form, in Swedish and Russian too.
        window.search("övning")
        window.wait_titles(MINSK)
        window.search("заседание")
        window.wait_titles(THEORY)
        window.search('"signed map"')
        window.wait_titles(BORDER)
        window.search('"map signed"')
        wait_for("nothing", lambda: window.says("Nothing Found"))
        window.find("button", "Show All Articles").activate()
        window.wait_count("31")
        assert window.search_entry().text == ""


def test_filters_narrow_and_chips_take_them_back():
    with Articles() as window:
        open_filters(window)
        choose(window, "Country", "k", "a", "z", "a", "k", "Down")
        window.key("Escape")
        wait_for("the chip", lambda: chips(window) == ["Kazakhstan"])
        wait_for("fewer articles", lambda: window.count().endswith(" of 31") and window.count() != "31 of 31")
        assert window.titles()[0] == "Armenia’s freeze", window.titles()
        open_filters(window)
        choose(window, "Show", "Down")
        window.key("Escape")
        window.wait_titles(MINSK, BORDER, RAILWAY, THEORY)
        assert chips(window) == ["Your Own", "Kazakhstan"], chips(window)
        open_filters(window)
        choose(window, "Language", "Down", "Down", "Down")
        window.key("Escape")
        window.wait_titles(MINSK)
        assert chips(window) == ["Your Own", "Kazakhstan", "Swedish"], chips(window)
        window.find("button", "Remove Filter: Kazakhstan").activate()
        window.wait_titles(MINSK, GLOSSARY)
        window.find("button", "Clear All").activate()
        window.wait_count("31")
        assert chips(window) == []


def test_days_tags_and_read_marks_filter():
    with Articles(filter="show=own") as window:
        window.wait_titles(*NEWEST_FIRST)
        window.hand_over("alliance-atlas:articles/show=own&from=2026-03-01&until=2026-05-19")
        window.wait_titles(BORDER, RAILWAY, GLOSSARY)
        assert chips(window) == ["Your Own", "From 1 March 2026", "Until 19 May 2026"], chips(window)
        window.hand_over("alliance-atlas:articles/tag=CSTO")
        window.wait_titles(MINSK)
        window.hand_over("alliance-atlas:articles/read=unread")
        window.wait_titles(MINSK, LETTER, BORDER, BRICS)
        window.hand_over("alliance-atlas:articles/read=read&sort=title")
        window.wait_titles(RAILWAY, SERBIA, GLOSSARY, THEORY)
        window.hand_over("alliance-atlas:articles/organisation=BRICS&show=own")
        window.wait_titles(BRICS)


def test_a_day_is_typed_as_elsewhere():
    with Articles(filter="show=own") as window:
        open_filters(window)
        window.tab_to(window.find("text", "From"))
        window.type("May 2026")
        window.key("Return")
        window.key("Escape")
        window.wait_titles(MINSK, LETTER, BORDER)
        assert chips(window) == ["Your Own", "From 1 May 2026"], chips(window)


def test_sorting():
    with Articles(filter="show=own") as window:
        window.wait_titles(*NEWEST_FIRST)
        open_filters(window)
        choose(window, "Sort", "Down")
        window.key("Escape")
        window.wait_titles(*reversed(NEWEST_FIRST))
        window.hand_over("alliance-atlas:articles/show=own&sort=added")
        window.wait_titles(MINSK, LETTER, BORDER, RAILWAY, GLOSSARY, BRICS, THEORY, SERBIA)
        window.hand_over("alliance-atlas:articles/show=own&sort=title")
        window.wait_titles(RAILWAY, SERBIA, BORDER, LETTER, GLOSSARY, MINSK, BRICS, THEORY)


def test_back_finds_the_filter_again():
    with Articles() as window:
        window.search("map")
        wait_for("fewer", lambda: window.count() == "5 of 31")
        window.focus_row(BORDER)
        window.key("Return")
        wait_for("the article", lambda: window.list() is None)
        window.key("alt+Left")
        wait_for("the list", lambda: window.list() and window.count() == "5 of 31")
        assert window.search_entry().text == "map"
        assert BORDER in window.titles()
        # What was typed made no steps of its own.
        window.key("alt+Left")
        wait_for("what was before the list", lambda: window.list() is None)


# --- Changing -----------------------------------------------------------------------------


def test_delete_and_undo():
    home = new_home()
    with Articles(home=home, filter="show=own") as window:
        window.focus_row(BORDER)
        window.key("Delete")
        window.wait_says("1 article deleted")
        window.wait_titles(*[title for title in NEWEST_FIRST if title != BORDER])
        wait_for("the focus on a row", lambda: any(row.focused for row in window.rows()))
        window.find("button", "Undo").activate()
        window.wait_titles(*NEWEST_FIRST)
        assert "own-border-talks" in kept(home)
        window.focus_row(BORDER)
        window.key("Delete")
        window.wait_says("1 article deleted")
        assert "own-border-talks" not in kept(home)


def test_deleted_ones_are_brought_back_or_go_for_good():
    home = new_home()
    ctl(home, "library", "delete", "own-serbia")
    ctl(home, "library", "delete", "own-letter")
    with Articles(home=home, filter="show=deleted") as window:
        window.wait_titles(LETTER, SERBIA)
        assert "deleted on" in " ".join(window.row(LETTER).words())
        window.focus_row(LETTER)
        window.key("shift+F10")
        # Open, copy, bring back, for good
        window.choose_in_menu(2)
        window.wait_titles(SERBIA)
        window.wait_says("1 article brought back")
        assert "own-letter" in kept(home)
        window.focus_row(SERBIA)
        window.key("Delete")
        window.find("alert", "Delete 1 Article for Good?")
        window.key("Escape")
        wait_for("the question to go", lambda: window.root.find("alert") is None)
        window.wait_titles(SERBIA)
        window.key("Delete")
        window.find("alert", "Delete 1 Article for Good?").find("button", "Delete").activate()
        wait_for("the words for none", lambda: window.says("No Deleted Articles"))
        assert not [line for line in ctl(home, "library", "list").splitlines() if "own-serbia" in line]


def test_read_marks_change_in_place():
    home = new_home()
    with Articles(home=home, filter="show=own") as window:
        window.focus_row(BORDER)
        window.key("Menu")
        window.choose_in_menu(1)
        wait_for("the mark", lambda: not window.row(BORDER).description.startswith("unread"))
        wait_for("the focus where it was", lambda: window.row(BORDER).focused)
        window.key("Menu")
        window.choose_in_menu(1)
        wait_for("no mark", lambda: window.row(BORDER).description.startswith("unread"))


def test_tags_are_given_and_taken():
    with Articles(filter="show=own") as window:
        window.focus_row(BORDER)
        window.key("shift+F10")
        window.choose_in_menu(2)
        dialog = window.wait_dialog()
        entry = wait_for("the entry", lambda: dialog.find("text", "New Tag") or dialog.find("entry", "New Tag"))
        entry.put("water")
        window.key("Return")
        wait_for("the new tag", lambda: dialog.find("list item", "water"))
        window.tab_to(dialog.find("list item", "borders").find("check box", showing=False))
        window.key("space")
        window.find("button", "Save").activate()
        window.wait_no_dialog()
        wait_for("the tags", lambda: {"water", "Central Asia"} <= set(window.row(BORDER).words()))
        assert "borders" not in window.row(BORDER).words()


def test_several_at_once():
    home = new_home()
    with Articles(home=home, filter="show=own") as window:
        window.focus_row(MINSK)
        window.key("ctrl+space")
        window.wait_says("1 selected")
        assert window.row(MINSK).description.startswith("selected"), window.row(MINSK).description
        window.key("Down", "Down", "space")
        window.wait_says("2 selected")
        window.find("button", "Mark as Read").activate()
        window.wait_says("2 articles changed")
        assert not window.row(MINSK).description.startswith("unread")
        assert window.row(LETTER).description.startswith("unread")
        # All but one, by key and by click.
        window.focus_row(RAILWAY)
        window.key("ctrl+a")
        window.wait_says("8 selected")
        window.key("space")
        window.wait_says("7 selected")
        window.find("button", "Delete").activate()
        window.wait_says("7 articles deleted")
        window.wait_titles(RAILWAY)
        window.find("button", "Undo").activate()
        window.wait_titles(*NEWEST_FIRST)
        assert len(kept(home)) == 8


def test_escape_ends_selecting_and_briefings_cannot_be_selected():
    with Articles() as window:
        window.click_node(window.find("toggle button", "Select Articles"))
        window.wait_says("0 selected")
        window.click_node(window.row("Armenia’s freeze"))
        window.wait_says("0 selected")
        window.click_node(window.row(MINSK))
        window.wait_says("1 selected")
        window.key("Escape")
        wait_for("the end of it", lambda: not window.says("selected"))


def test_copying():
    with Articles(filter="words=locomotive") as window:
        window.wait_titles(RAILWAY)
        window.focus_row(RAILWAY)
        window.key("Menu")
        window.choose_in_menu(3)
        window.wait_says("Quotation copied")
        text = copied(window)
        assert "locomotive" in text and "Example Weekly · April 2026" in text, text
    with Articles(filter="show=own") as window:
        window.focus_row(RAILWAY)
        window.key("Menu")
        window.choose_in_menu(4)
        window.wait_says("Link copied")
        assert copied(window) == "alliance-atlas:article/own-railway"


# --- Following the library ---------------------------------------------------------------


def test_a_dropped_article_of_another_program_shows_after_a_change():
    """Another program writes; the next change through the window reads all anew."""
    home = new_home()
    with Articles(home=home, filter="show=own") as window:
        ctl(home, "library", "delete", "own-letter")
        window.focus_row(BORDER)
        window.key("Menu")
        window.choose_in_menu(1)
        window.wait_titles(*[title for title in NEWEST_FIRST if title != LETTER])


# --- Folders ------------------------------------------------------------------------------


def choose_folder(window, title, path):
    wait_for("the window for folders", lambda: window.root.find(None, title))
    window.key("ctrl+l")
    entry = wait_for("its entry", lambda: next((node for node in window.root.walk() if node.role in ("text", "entry") and node.focused), None))
    entry.put(str(path))
    window.key("Return")


def page_menu(window, item):
    window.click_node(window.find("toggle button", "Page Menu"))
    window.choose_in_menu(item)


def test_the_library_goes_out_and_comes_back():
    home = new_home()
    with tempfile.TemporaryDirectory() as folder:
        with Articles(home=home) as window:
            page_menu(window, 0)
            choose_folder(window, "Export Articles", folder)
            window.wait_says("8 articles exported to")
            exported = next(Path(folder).iterdir())
            assert exported.name.startswith("alliance-atlas-")
            assert len(list(exported.glob("*.md"))) == 8
        (exported / "broken.md").write_text("no front matter")
        with Articles(home=tempfile.mkdtemp(prefix="atlas-home-")) as window:
            window.wait_count("23")
            page_menu(window, 1)
            choose_folder(window, "Import Library Folder", exported)
            window.wait_says("8 articles were added.")
            assert window.says("1 file could not be read:") and window.says("broken.md")
            window.key("Escape")
            window.wait_count("31")


# --- Where there is nothing, or trouble --------------------------------------------------


def test_an_empty_library_says_how_to_fill_it():
    with Articles(home=tempfile.mkdtemp(prefix="atlas-home-")) as window:
        window.wait_count("23")
        window.wait_says("Drop an article of your own on this window")
        window.hand_over("alliance-atlas:articles/show=own")
        window.wait_says("No Articles of Your Own Yet")
        window.hand_over("alliance-atlas:articles/show=deleted")
        window.wait_says("No Deleted Articles")


def test_a_library_of_a_newer_program_is_read_only():
    home = new_home()
    ctl_sql(home, "PRAGMA user_version = 99")
    with Articles(home=home, filter="show=own") as window:
        window.wait_titles(*NEWEST_FIRST)
        window.wait_says("A newer version of Alliance Atlas made the library")
        window.focus_row(BORDER)
        window.key("Delete")
        window.key("Menu")
        items = wait_for("the menu", window.menu_items)
        assert len(items) == 3, [item.name for item in items]
        window.key("Escape")
        window.wait_titles(*NEWEST_FIRST)


def test_briefings_are_listed_where_the_library_cannot_be_opened():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    os.makedirs(f"{home}/data/alliance-atlas/articles.db")
    with Articles(home=home) as window:
        window.wait_count("23")
        window.wait_says("Your articles cannot be opened")
        assert "Armenia’s freeze" in window.titles()


def ctl_sql(home, statement):
    import sqlite3

    with sqlite3.connect(f"{home}/data/alliance-atlas/articles.db") as database:
        database.execute(statement)


# --- Room and language ---------------------------------------------------------------------


def test_narrow():
    with Articles(size=(360, 720)) as window:
        window.wait_count("31")
        window.wait_still()
        width = window.frame.extents()[2]
        for node in window.root.find_all():
            if node.role in ("label", "button", "toggle button", "entry"):
                x, _, across, _ = node.extents()
                assert across <= 0 or (x >= -1 and x + across <= width + 1), f"{node.role} {node.name!r} from {x} to {x + across}"
        assert len([row for row in window.rows() if row.showing]) >= 2
        window.click_node(window.row("Armenia’s freeze"))
        window.wait_page("Armenia’s freeze")


def test_swedish():
    with Articles(language="sv_SE.UTF-8", filter="country=KZ&read=unread") as window:
        window.wait_page("Artiklar")
        window.wait_titles(MINSK, BORDER)
        window.wait_count("2 av 31")
        assert "Exempelbladet · 3 juni 2026 · svenska" in window.row(MINSK).words(), window.row(MINSK).words()
        window.find("button", "Ta bort filtret: Kazakstan")
        window.hand_over("alliance-atlas:articles/show=briefings")
        wait_for("the briefings", lambda: window.count() == "23 av 31")
        assert "Atlasens egen artikel" in window.rows()[0].words()


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
