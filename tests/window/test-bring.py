#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles come in: dropped, pasted, opened, and called for by another program."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from atlas_window import OPEN, PASTE, Window, call_app, ctl, run, wait_for
from dragging import SIZE, drop, source
from gi.repository import Atspi
from written_list import origin, row_of, rows, show_all

ON = ("--on", "2026-06-15")
# Each with its page, and what in the article tells of it first.
NINE = (
    ("RU", "Russia", "Ryssland"),
    ("BY", "Belarus", "Belarus"),
    ("AM", "Armenia", "Armenien"),
    ("KZ", "Kazakhstan", "Kazakstan"),
    ("KG", "Kyrgyzstan", "Bisjkek"),
    ("TJ", "Tajikistan", "Tadzjikistan"),
    ("AZ", "Azerbaijan", "Azerbajdzjan"),
    ("GE", "Georgia", "Georgien"),
    ("UZ", "Uzbekistan", "Uzbekistan"),
)

CSTO = """Sex länder och tre som gick

När försvarsministrarna möttes i Bisjkek på onsdagen satt sex länder vid bordet.

Ryssland, Belarus, Kazakstan, Kirgizistan och Tadzjikistan talade om höstens övningar. Armenien, som har
fryst sitt deltagande i CSTO, hade skickat en tjänsteman.

Tre länder har lämnat fördraget: Azerbajdzjan, Georgien och Uzbekistan. I Tasjkent säger regeringen att
den inte tänker återvända.
"""
OTHER = """Guests in Astana

Kazakhstan received ministers from China and India on Monday. They spoke about trade and about water.

Iran sent a deputy, who said nothing to the press.
"""


# --- What all tests do ---------------------------------------------------------


def write(home, name, text):
    folder = Path(home) / "articles"
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def wait_article(window):
    """Waits until an own article is open, and gives its key."""
    def key():
        selection = window.shown()[3]
        return selection.removeprefix("article/") if selection.startswith("article/own-") else None

    return wait_for("an article to open", key)


def articles(window):
    return json.loads(ctl(window.home, "library", "list", "--json"))["articles"]


def titles(window):
    return sorted(article["title"] for article in articles(window))


def press(window, name):
    """Clicks the button of that name on a toast or a dialog, once it stands still: it
    comes in from below, where another one may just be leaving."""
    places = []

    def still():
        button = window.root.nearest("button", lambda node: node.name == name)
        places.append(button.extents())
        time.sleep(0.2)
        return places[-2:] == [button.extents()] * 2 and button

    window.click_node(wait_for(f"the button {name!r}", still))


def make_page(address, first, title="Ministers met"):
    paragraphs = "".join(f"<p>In paragraph {i} the minister of Kazakhstan answered question {i} and left.</p>" for i in range(20))
    head = f'<head><title>{title}</title><link rel="canonical" href="{address}"></head>'
    return f"<html>{head}<body><article><h1>{title}</h1><p>{first}</p>{paragraphs}</article></body></html>"


PICTURE = b"\x89PNG\r\n\x1a\n"


def show_country(window, code, country):
    done = window.hand_over("--country", code)
    assert done.returncode == 0, done.stderr
    window.wait_page(country)


# --- The flagship ------------------------------------------------------------------


def test_a_dropped_article_is_found_with_the_nine_countries_that_it_names():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    with Window(*ON, home=home, size=SIZE) as window:
        window.wait_page("Alliances of Eurasia")
        drop(window, "--file", write(home, "csto.txt", CSTO))
        wait_article(window)
        window.wait_toast("Added")
        window.wait_page("Sex länder och tre som gick")
        for code, country, form in NINE:
            show_country(window, code, country)
            show_all(window)
            row = row_of(window, "Sex länder och tre som gick")
            text = next(row.find_all("label"))
            assert form in text.text, f"{country}: {text.text}"
            assert text.attributes(text.text.index(form)).get("weight") == "700", text.text
        show_country(window, "CN", "China")
        show_all(window)
        assert not [row for row in rows(window) if origin(row).startswith("Sex länder och tre som gick")]


# --- Dropping ---------------------------------------------------------------------------


def test_dropped_text_and_files():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    with Window(*ON, home=home, size=SIZE) as window:
        window.wait_page("Alliances of Eurasia")
        html = "<h2>Guests</h2><p>Kazakhstan received ministers from China.</p><p>Iran sent a deputy, who said nothing.</p>"
        drop(window, "--text", "Guests\nKazakhstan received ministers from China.\nIran sent a deputy, who said nothing.",
             "--html", html, says="Drop to Add the Text as an Article")
        first = wait_article(window)
        assert titles(window) == ["Guests"]
        drop(window, "--file", write(home, "a.txt", CSTO), "--file", write(home, "b.txt", OTHER))
        window.wait_toast("2 articles added")
        assert titles(window) == ["Guests", "Guests in Astana", "Sex länder och tre som gick"]
        assert wait_article(window) == first, "several articles opened one"
        # The source keeps its files: nothing is moved.
        assert Path(home, "articles", "a.txt").exists()
        press(window, "Show")
        wait_for("the list of articles", lambda: window.shown()[3] == "articles")


def test_what_came_can_be_undone():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    with Window(*ON, "--country", "KZ", home=home) as window:
        window.wait_page("Kazakhstan")
        window.hand_over(write(home, "a.txt", CSTO))
        wait_article(window)
        press(window, "Undo")
        wait_for("the page before", lambda: window.shown()[3] == "country/KZ")
        wait_for("an empty library", lambda: articles(window) == [])
        window.hand_over(write(home, "b.txt", OTHER), write(home, "c.txt", CSTO + "\nSerbien tittar på."))
        window.wait_toast("2 articles added")
        press(window, "Undo")
        wait_for("an empty library", lambda: articles(window) == [])


# --- Pasting -------------------------------------------------------------------------------


def test_paste():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    with Window(*ON, home=home) as window:
        window.wait_page("Alliances of Eurasia")
        with source("--clipboard", "--text", OTHER):
            # A field that takes text has the key first.
            window.key("ctrl+f")
            entry = window.wait_dialog().find("entry")
            window.key("ctrl+v")
            wait_for("the text in the field", lambda: entry.text.startswith("Guests in Astana"))
            window.key("Escape", "Escape")
            window.wait_no_dialog()
            assert articles(window) == []
            window.key("ctrl+v")
            wait_article(window)
            assert titles(window) == ["Guests in Astana"]
            # The same again is known.
            window.key("alt+Left", "ctrl+v")
            window.wait_toast("Already among your articles")
            wait_article(window)
        with source("--clipboard", "--file", write(home, "csto.txt", CSTO)):
            menu_item(window, PASTE)
            wait_for("another article", lambda: len(articles(window)) == 2)
        with source("--clipboard", "--text", "alliance-atlas:country/BY?lens=csto"):
            window.key("ctrl+v")
            window.wait_page("Belarus")
        for text, words in (
            ("Belarus", "“Pasted text” is too short for an article"),
            ("https://www.example.org/a", "is an address, and Alliance Atlas fetches nothing from the web"),
        ):
            with source("--clipboard", "--text", text):
                window.key("ctrl+v")
                window.wait_says(words)
        assert len(articles(window)) == 2


def menu_item(window, item):
    window.key("F10")
    wait_for("the main menu", window.menu_items)[item].activate()


# --- Opening -------------------------------------------------------------------------------


def chooser(window):
    """The window in which files are chosen, once it is there."""
    wait_for("the file chooser", lambda: window._xdotool("search", "--onlyvisible", "--name", "^Open Articles$").split())
    return wait_for("its list", lambda: window.root.find("dialog", "Open Articles") or window.root.find("frame", "Open Articles"))


def test_open_from_the_menu():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    path = write(home, "csto.txt", CSTO)
    with Window(*ON, home=home) as window:
        window.wait_page("Alliances of Eurasia")
        window.key("ctrl+o")
        dialog = chooser(window)
        window.key("ctrl+l")
        entry = wait_for("the field for a path", lambda: next((node for node in dialog.walk() if node.role in ("entry", "text") and node.showing), None))
        entry.put(path)
        # The first one may only take what the field completes.
        for _ in range(3):
            window.key("Return")
            time.sleep(2)
            if window.shown()[3].startswith("article/own-"):
                break
        wait_article(window)
        assert titles(window) == ["Sex länder och tre som gick"]
        menu_item(window, OPEN)
        chooser(window)
        window.key("Escape")


def test_a_start_with_files():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    with Window(*ON, write(home, "csto.txt", CSTO), home=home) as window:
        wait_article(window)
        assert titles(window) == ["Sex länder och tre som gick"]


def test_a_second_call_hands_files_over():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    folder = Path(write(home, "a.txt", CSTO)).parent
    with Window(*ON, home=home) as window:
        window.wait_page("Alliances of Eurasia")
        # As the caller names them, from where the caller stands.
        done = subprocess.run([os.environ["ATLAS_PROGRAM"], "a.txt"], env=window.environment, cwd=folder, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        first = wait_article(window)
        # A link beside a file is followed; a file may be called like a link.
        write(home, "notes: Astana.txt", OTHER)
        done = subprocess.run([os.environ["ATLAS_PROGRAM"], "notes: Astana.txt"], env=window.environment, cwd=folder, timeout=60)
        assert done.returncode == 0
        wait_for("the other article", lambda: wait_article(window) != first)
        assert titles(window) == ["Guests in Astana", "Sex länder och tre som gick"]
        done = window.hand_over("nowhere.txt")
        assert done.returncode == 2 and "“nowhere.txt” is no file that exists" in done.stderr, done.stderr
        window.hand_over(str(folder))
        window.wait_toast("2 articles already there")


def test_another_program_opens_files():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    with Window(*ON, home=home) as window:
        window.wait_page("Alliances of Eurasia")
        uris = [Path(write(home, name, text)).as_uri() for name, text in (("å.txt", CSTO), ("b.txt", OTHER))]
        call_app("Open", "(asa{sv})", uris, {})
        window.wait_toast("2 articles added")


def test_links_to_own_articles():
    with Window("alliance-atlas:article/own-abcdefgh2345?on=2026-06-15&lens=csto") as window:
        wait_for("the selection", lambda: window.shown() == ("CSTO", "2026-06-15", "", "article/own-abcdefgh2345"))
        done = window.hand_over("--article", "own-../etc")
        assert done.returncode == 2 and "--article: there is no article “own-../etc”" in done.stderr, done.stderr


# --- Other versions ----------------------------------------------------------------------------


def test_another_version_is_offered():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    with Window(*ON, home=home) as window:
        window.wait_page("Alliances of Eurasia")
        window.hand_over(write(home, "a.html", make_page("https://example.org/a", "They met on Monday.")))
        first = wait_article(window)
        window.hand_over("--country", "KZ")
        window.wait_page("Kazakhstan")
        window.hand_over(write(home, "a.html", make_page("https://example.org/a", "They met on Tuesday.", "Ministers did meet")))
        window.wait_says("another version of an article that you have")
        window.wait_says("In your library: “Ministers met”, added")
        window.wait_says("Same address, 9")
        assert titles(window) == ["Ministers met"]
        press(window, "Skip")
        wait_for("the old version", lambda: wait_article(window) == first)
        assert titles(window) == ["Ministers met"]
        window.hand_over(str(Path(home, "articles", "a.html")))
        window.wait_says("another version of an article that you have")
        window.key("Return")
        window.wait_toast("Updated")
        assert titles(window) == ["Ministers did meet"] and wait_article(window) == first
        press(window, "Undo")
        wait_for("the first version", lambda: titles(window) == ["Ministers met"])


def test_one_choice_for_all():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    pages = [(f"https://example.org/{i}", f"India sent delegation {i} instead.", f"Meeting {i}") for i in range(3)]
    with Window(*ON, home=home) as window:
        window.wait_page("Alliances of Eurasia")
        for first in ("", "A correction: "):
            window.hand_over(*(write(home, f"{i}.html", make_page(address, first + text, title).replace("Kazakhstan", f"land number {i}"))
                               for i, (address, text, title) in enumerate(pages)))
            window.wait_toast("3 articles added" if not first else "other versions of articles that you have")
        for_all, *each = window.wait_dialog().find_all("radio button", "Keep Both")
        window.click_link(for_all, lambda: all(button.has_state(Atspi.StateType.CHECKED) for button in each))
        press(window, "Apply")
        window.wait_toast("3 articles added")
        wait_for("six articles", lambda: len(articles(window)) == 6)


# --- What goes wrong ---------------------------------------------------------------------------


def test_what_cannot_be_read_is_told():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    with Window(*ON, home=home) as window:
        window.wait_page("Alliances of Eurasia")
        window.hand_over(write(home, "picture.txt", PICTURE))
        window.wait_says("“picture.txt” is a picture, which cannot be read")
        window.hand_over(write(home, "good.txt", CSTO), write(home, "bad.txt", PICTURE), write(home, "empty.md", ""))
        window.wait_dialog()
        window.wait_says("2 of 3 articles could not be read.")
        window.wait_says("“bad.txt” is a picture")
        window.wait_says("“empty.md” is empty")
        window.key("Escape")
        window.wait_toast("1 article added")
        assert titles(window) == ["Sex länder och tre som gick"]


def test_a_library_of_a_newer_version():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    path = write(home, "a.txt", CSTO)
    with Window(*ON, path, home=home) as window:
        wait_article(window)
    with sqlite3.connect(f"{home}/data/alliance-atlas/articles.db") as database:
        database.execute("PRAGMA user_version = 1000")
    with Window(*ON, path, home=home) as window:
        # What is there can be opened.
        wait_article(window)
        window.hand_over(write(home, "b.txt", OTHER))
        window.wait_says("The article was not added – A newer version of Alliance Atlas made the library.")
        assert titles(window) == ["Sex länder och tre som gick"]


def test_a_library_that_cannot_be_opened():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    Path(home, "data").mkdir()
    Path(home, "data", "alliance-atlas").write_text("no folder")
    with Window(*ON, write(home, "a.txt", CSTO), home=home) as window:
        window.wait_says("Your articles cannot be opened – ")
        window.hand_over(write(home, "b.txt", OTHER))
        window.wait_says("Your articles cannot be opened – ")


def test_cancel():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    for i in range(12000):
        folder = Path(write(home, f"{i}.txt", f"Number {i} is about Kazakhstan.\n\nThe {7 * i} guests came from India.")).parent
    with Window(*ON, home=home) as window:
        window.wait_page("Alliances of Eurasia")
        window.hand_over(str(folder))
        window.wait_toast(" of 12000")
        press(window, "Cancel")
        said = window.wait_toast("Cancelled · ")
        n = int(re.search(r"(\d+) articles added", said)[1])
        assert 0 < n < 12000 and len(articles(window)) == n, f"{said}, but there are {len(articles(window))}"


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
