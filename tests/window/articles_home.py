# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader who has articles, and how the list of articles reads."""

import json
import re
from pathlib import Path

from atlas_window import Atspi, Window, ctl, fill_library, wait_for

FOLDER = Path(__file__).resolve().parent / "library"
ON = ("--on", "2026-06-15")
UNTITLED = re.compile("^(Articles|Artiklar)$")


def new_home():
    return fill_library(folder=FOLDER)


def kept(home):
    """What the library lists, by key, as another program reads it."""
    return {item["key"]: item for item in json.loads(ctl(home, "library", "list", "--json"))["articles"]}


class Articles(Window):
    """The window with the list of articles open."""

    def __init__(self, *args, home=None, filter="", **options):
        link = "alliance-atlas:articles" + (f"/{filter}" if filter else "")
        super().__init__(*ON, *args, link, home=home or new_home(), **options)
        self.wait_list()

    def wait_list(self):
        wait_for("the articles", lambda: self.count() != "")

    def list(self):
        return self.root.find("list", UNTITLED)

    def rows(self):
        """The rows in sight, in order: others the toolkit tells nobody of."""
        found = self.list()
        return [node for node in found.children() if node.role == "list item"] if found else []

    def titles(self):
        return [row.name for row in self.rows()]

    def row(self, title):
        return wait_for(f"the row {title!r}", lambda: next((row for row in self.rows() if row.name == title), None))

    def count(self):
        """What stands beside the heading: “31”, “2 of 31”."""
        heading = self.root.find("heading", UNTITLED)
        if heading is None:
            return ""
        beside = Parent(heading).children()
        return next((node.text for node in beside if node.role == "label"), "")

    def shows(self, titles):
        """Whether these are the articles, and all: the first are in sight."""
        seen = tuple(self.titles())
        number = self.count().split(" ")[0]
        return number == str(len(titles)) and len(seen) >= min(4, len(titles)) and seen == titles[: len(seen)]

    def wait_titles(self, *titles):
        try:
            wait_for(f"the rows {titles}", lambda: self.shows(titles))
        except AssertionError as error:
            raise AssertionError(f"{error}; there are {self.count()!r}: {self.titles()}") from None

    def wait_count(self, count):
        wait_for(f"the count {count!r}", lambda: self.count() == count)

    def search_entry(self):
        return self.root.find("entry", re.compile("^(Search the Articles|Sök i artiklarna)$"))

    def search(self, words):
        self.search_entry().put(words)

    def focused_row(self):
        return next((row for row in self.rows() if row.focused), None)

    def focus_row(self, title):
        """Puts the focus on a row by keyboard."""
        wait_for("rows", self.rows)
        if self.search_entry().has_state(Atspi.StateType.SENSITIVE):
            self.click_node(self.search_entry())
            self.key("Down")
        else:
            self.tab_to(self.rows()[0])
        wait_for("the focus in the list", self.focused_row)
        self.key("Home")
        for _ in range(60):
            if self.focused_row().name == title:
                return
            self.key_that_moves("Down")
        raise AssertionError(f"the arrows do not reach {title!r}")

    def choose_in_menu(self, item):
        """Takes an item of the menu that is open, by its place."""
        items = wait_for("the menu", self.menu_items)
        items[item].activate()


def Parent(node):
    return type(node)(node.accessible.get_parent())
