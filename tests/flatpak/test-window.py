#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in the sandbox: it opens, obeys, and speaks the reader's language."""

import sys
import time

from atlas_window import ABOUT, run
from gi.repository import GLib
from packaged import APP, ON, PackagedWindow, call

KAZAKHSTAN = (67.0, 48.5)


def test_a_click_on_kazakhstan_opens_its_page():
    with PackagedWindow(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        window.click_place(*KAZAKHSTAN)
        window.wait_page("Kazakhstan")
        for words in ("CSTO", "Since 20 April 1994"):
            window.wait_says(words)


def test_the_window_speaks_swedish():
    with PackagedWindow(*ON, "--country", "KZ", language="sv_SE.UTF-8") as window:
        window.wait_page("Kazakstan")
        window.wait_says("Medlem")


def test_what_the_window_shows_is_kept():
    with PackagedWindow(*ON, "--lens", "SCO") as window:
        lens = window.shown()[0]
        window.quit()
        home = window.home
    with PackagedWindow(home=home) as window:
        assert window.shown()[0] == lens == "SCO", (window.shown(), lens)


def test_the_dialog_about_the_app_opens():
    with PackagedWindow(*ON) as window:
        window.open_from_menu(ABOUT)
        window.wait_says("Alliance Atlas")
        window.key("Escape")
        window.wait_no_dialog()
        time.sleep(0.2)


def test_the_help_opens():
    with PackagedWindow(*ON) as window:
        window.wait_page("Alliances of Eurasia")
        window.key("ctrl+question")
        window.wait_says("Keyboard Shortcuts")
        window.wait_says("Print the Map")
        window.key("Escape")


def test_the_shell_s_search_is_answered_from_the_sandbox():
    provider = (f"{APP}.SearchProvider", "/io/github/alliance_atlas/AllianceAtlas/SearchProvider", "org.gnome.Shell.SearchProvider2")
    found = call(*provider, "GetInitialResultSet", GLib.Variant("(as)", (["Kazakhstan"],))).unpack()[0]
    assert found[0] == "country/KZ", found
    (meta,) = call(*provider, "GetResultMetas", GLib.Variant("(as)", (found[:1],))).unpack()[0]
    assert "CSTO" in meta["description"], meta


if __name__ == "__main__":
    sys.exit(run([value for name, value in list(globals().items()) if name.startswith("test_")]))
