# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of what was written, on the page of a country or an organisation."""

import re

from atlas_window import wait_for


def written(window):
    return window.root.find("list", re.compile("^(What was written|Vad som har skrivits)$"))


def rows(window):
    found = written(window)
    return list(found.find_all("list item")) if found else []


def origin(row):
    return next(node.text for node in row.find_all("label") if " · " in node.text)


def row_of(window, title):
    """The row of the article with that title."""
    return wait_for(f"an excerpt of {title}",
                    lambda: next((row for row in rows(window) if origin(row).startswith(title)), None))


def more_button(window):
    """The button below the list, or None; other lists have such buttons too."""
    _, y, _, height = written(window).extents()
    buttons = window.root.find_all("button", re.compile(r"^(Show|Visa) (All|alla|\d)"))
    return next((button for button in buttons if 0 <= button.extents()[1] - y - height < 40), None)


def show_all(window):
    while True:
        before = len(wait_for("excerpts", lambda: rows(window)))
        button = more_button(window)
        if button is None:
            return
        button.activate()
        wait_for("more excerpts", lambda: len(rows(window)) > before)
