#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialogs: pictures, and what the main menu opens."""

import re
import sys
import tempfile
from pathlib import Path

from atlas_window import ABOUT, BORDERS, PREFERENCES, REPORT, Window, run, wait_for

ON = ("--on", "2026-06-15")
HEADS = {".png": b"\x89PNG\r\n", ".svg": b"<?xml", ".pdf": b"%PDF-"}


def start(*args):
    window = Window(*ON, *args)
    wait_for("a page", window.title)
    return window


def file_chooser(window):
    """The toolkit's own window for files: no portal is there in a test."""
    return wait_for("the window for files", lambda: window.root.find(None, re.compile("^Save Picture$")) and file_entry(window))


def file_entry(window):
    return next((node for node in window.root.walk() if node.role in ("text", "entry") and node.focused), None)


def save(window, path, downs):
    window.key("ctrl+s")
    dialog = window.wait_dialog()
    if downs:
        window.choose(dialog, "Format", *["Down"] * downs)
    window.find("button", re.compile("^Save…$")).activate()
    entry = file_chooser(window)
    entry.put(str(path))
    window.key("Return")
    window.wait_says(f"Saved as “{path.name}”")


def test_pictures_are_saved_in_each_format():
    with tempfile.TemporaryDirectory() as folder, start() as window:
        for downs, suffix in enumerate(HEADS):
            path = Path(folder) / f"map{suffix}"
            save(window, path, downs)
            assert path.read_bytes().startswith(HEADS[suffix]), f"{path.name} is something else"
            assert path.stat().st_size > 20000, f"{path.name} is nearly empty"


def open_and_close(window, item, *words):
    dialog = window.open_from_menu(item)
    for text in words:
        wait_for(f"{text!r} in the dialog", lambda: says(dialog, text))
    window.key("Escape")
    window.wait_no_dialog()


def says(root, words):
    return any(words in text for node in root.walk() for text in (node.name, node.text))


def test_the_dialogs_of_the_menu_open_and_close_by_keyboard():
    with start() as window:
        open_and_close(window, BORDERS, "No state and no organisation has approved it", "Crimea", "Areas that this concerns")
        open_and_close(window, ABOUT, "Alliance Atlas", "The Alliance Atlas authors")
        open_and_close(window, PREFERENCES, "Style", "Language of Names and Texts")


def test_about_tells_the_version_of_the_data_and_its_licences():
    with start() as window:
        dialog = window.open_from_menu(ABOUT)
        window.tab_to(dialog.find("list item", "Details"))
        window.key("Return")
        wait_for("the version", lambda: says(dialog, "verified until 15 June 2026"))
        window.key("alt+Left")
        window.tab_to(wait_for("the row", lambda: dialog.find("list item", "Legal")))
        window.key("Return")
        for words in ("Natural Earth", "Unicode CLDR", "GeoNames", "flag-icons", "Creative Commons"):
            wait_for(words, lambda: says(dialog, words))


def test_an_area_in_the_borders_dialog_opens_its_page():
    with start() as window:
        dialog = window.open_from_menu(BORDERS)
        window.follow(wait_for("an area", lambda: dialog.find("link", "Aksai Chin")))
        window.wait_no_dialog()
        window.wait_page("China")
        window.wait_says("Aksai Chin")


def test_a_report_names_page_and_rows():
    with start("--country", "KZ") as window:
        window.wait_page("Kazakhstan")
        open_and_close(
            window, REPORT, "What is wrong:", "country/KZ", "2026-06-15", "countries.csv:", "memberships.csv:", "sources.csv:"
        )
        window.hand_over("--event", "csto-moscow-2026")
        window.wait_page("CSTO summit in Moscow")
        open_and_close(window, REPORT, "events.csv:", "csto-moscow-2026")


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
