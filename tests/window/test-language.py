#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Languages: the Swedish catalogue is whole, and every string can be translated."""

import csv
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pseudo_locale
from atlas_window import ABOUT, BORDERS, REPORT, Window, run, wait_for

ON = ("--on", "2026-06-15")
TOP = Path(__file__).resolve().parents[2]
# A language that no toolkit speaks, so that its strings stay English.
NOBODY = "xx"
SWEDISH = TOP / "po" / "sv.po"


# The catalogue


def test_the_swedish_catalogue_is_whole():
    done = subprocess.run(
        ["msgfmt", "--check", "--statistics", "-o", "/dev/null", str(SWEDISH)],
        capture_output=True, text=True, env=dict(os.environ, LC_ALL="C", LANGUAGE=""),
    )
    assert done.returncode == 0, done.stderr
    assert "fuzzy" not in done.stderr and "untranslated" not in done.stderr, done.stderr


def keys(catalogue):
    """Context and string of every entry that is in use."""
    text = subprocess.run(
        ["msgattrib", "--no-obsolete", "--no-wrap", str(catalogue)], capture_output=True, text=True, check=True
    ).stdout
    found = set()
    for block in pseudo_locale.blocks(text):
        singular = pseudo_locale.field(block, "msgid")
        if singular:
            found.add((pseudo_locale.field(block, "msgctxt"), singular))
    return found


def test_the_swedish_catalogue_has_every_string_of_the_sources():
    with tempfile.TemporaryDirectory() as folder:
        needed = keys(pseudo_locale.template(Path(folder)))
    assert len(needed) > 200, f"only {len(needed)} strings were found"
    missing = sorted(string for _, string in needed - keys(SWEDISH))
    assert not missing, f"{len(missing)} missing: {missing[:20]}"


def test_every_source_with_strings_is_listed():
    lines = (TOP / "po" / "POTFILES.in").read_text().splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    for path in listed:
        assert (TOP / path).exists(), f"POTFILES.in names {path}, which is not there"
    marked = re.compile(r"\b(?:N?C?_|ngettext|NC_|g_dngettext|g_dpgettext2) \(|translatable=\"yes\"")
    for path in sorted((TOP / "src").rglob("*")):
        name = str(path.relative_to(TOP))
        if path.suffix in (".c", ".ui") and marked.search(path.read_text()):
            assert name in listed, f"{name} holds strings and is not in POTFILES.in"


# The Swedish window


def test_the_swedish_window_speaks_swedish():
    with Window(*ON, "--country", "KZ", language="sv_SE.UTF-8") as window:
        window.wait_page("Kazakstan")
        for words in ("Sedan 20 april 1994", "medlem", "15 juni 2026", "Källa: "):
            window.wait_says(words)
        window.hand_over("--organisation", "CSTO")
        wait_for("the members", lambda: window.root.find("heading", re.compile(r"^Medlemmar: 6$")))


# Every string is marked

# Columns with words for readers, apart from those that end in a language.
COLUMNS = re.compile(
    r".*_(en|sv|ru)$|title|publisher|people|name|abbreviation|seat|website|treaty|text|term|capital.*|abbr.*"
)
LANGUAGES = {
    # Each language in the preferences stands there in its own words.
    "English", "Svenska", "Русский",
}
TOOLKIT = {
    # What it puts into header bars, entries, dialogs and toasts.
    "Minimize", "Maximize", "Close", "Minimize the window", "Maximize the window", "Close the window",
    "Back", "Search", "Clear Entry", "Dismiss",
    # The title of its Preferences dialog, and the parts of its About dialog.
    "Preferences", "About", "Details", "Website", "Legal", "Credits", "Application Icon",
    # Its window of shortcuts, which also writes the keys.
    "Shortcuts", "Search Shortcuts",
}
TYPED = {
    # What this test types, and an entry then holds.
    "armen", "qqxqq", "soon",
}
# The rows that a report names, for those who keep the data.
ROW = re.compile(r"^ *\w+\.csv\b.*$", re.M)
KEYS = re.compile(r"(Ctrl|Alt|Shift|Home|End|Page_Up|Page_Down|Return|Enter|Escape|F\d+|[A-Z0-9]|[←→↑↓,?+=/−-]|\s)+")


def letters(text):
    """What of a text is compared: neither marks nor spaces."""
    return "".join(character for character in text if character.isalnum())


def cells():
    """What the data package has for readers, whole and in the parts of lists."""
    for path in sorted((TOP / "data" / "atlas").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                for column, cell in row.items():
                    if COLUMNS.fullmatch(column):
                        yield cell
                        yield from cell.split(";")


def paragraphs():
    """Paragraphs of the briefings, and what stands above them."""
    for path in sorted((TOP / "data" / "briefings").rglob("*.md")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        yield from (line.split(": ", 1)[-1] for line in front.splitlines())
        yield from body.split("\n\n")


def corpus():
    """What stands in the data and is not for translators of the program."""
    words = {letters(text) for text in (*cells(), *paragraphs())}
    return words | {letters(text) for text in (*LANGUAGES, *TOOLKIT, *TYPED)}


MARKED = re.compile(f"{pseudo_locale.OPEN}[^{pseudo_locale.OPEN}{pseudo_locale.CLOSE}]*{pseudo_locale.CLOSE}")


def unmarked(text, known):
    """The parts of a text that no translator sees and no data hold.

    A name may stand within a sentence, so marks lie within marks.
    """
    while MARKED.search(text):
        text = MARKED.sub("\n", text)
    parts = [text]
    # A title may have commas of its own, so that they part last.
    for mark in (r"\n| · |↗|…", ", "):
        parts = [piece for part in parts if letters(part) not in known for piece in re.split(mark, part)]
    return [part for part in parts if is_for_readers(part) and letters(part) not in known and not is_cut(part, known)]


def is_cut(part, known):
    """Whether it is a piece of what the data hold, as in what a search finds.

    It may go on from one paragraph to the next; short words may stand in anything.
    """
    pieces = [letters(piece) for piece in re.split(r"[.!?] ", part)]
    return len(letters(part)) >= 10 and all(any(piece in text for text in known) for piece in pieces)


def is_for_readers(part):
    return any(map(str.isalpha, part)) and not KEYS.fullmatch(part)


class Reader:
    """Gathers what is unmarked wherever the window is taken."""

    def __init__(self, window, known):
        self.window, self.known, self.found = window, known, {}

    def read(self, place, root=None):
        for node in (root or self.window.root).walk():
            if not node.showing or node.role == "application":
                continue
            for text in (node.name, ROW.sub("", node.text), node.description):
                for part in unmarked(text, self.known):
                    self.found.setdefault(part.strip(), f"{place}: {node.role}")


def read_pages(reader):
    window = reader.window
    for option, key in (
        ("country", "AM"), ("country", "SA"), ("country", "UA"), ("country", "RS"), ("country", "MX"),
        ("organisation", "CSTO"), ("organisation", "CST"), ("organisation", "BRICS"),
        ("event", "csto-moscow-2026"), ("event", "csto-troops-kazakhstan"),
        ("article", "armenia-freeze"), ("article", "three-principles"),
    ):
        before = window.title()
        window.hand_over(f"--{option}", key)
        wait_for(f"the page of {key}", lambda: window.title() not in (None, before))
        reader.read(key)


def read_dates(reader):
    window = reader.window
    window.hand_over("--country", "KZ", "--on", "1985-01-01")
    window.wait_says("1985")
    reader.read("KZ before its independence")
    window.hand_over("--on", "2026-09-01")
    window.wait_says("not verified after")
    reader.read("KZ after the verified day")


def read_dialogs(reader):
    window = reader.window
    for key in ("ctrl+f", "ctrl+s", "ctrl+comma"):
        window.key(key)
        reader.read(key, window.wait_dialog())
        window.key("Escape")
        window.wait_no_dialog()
    window.key("ctrl+question")
    window.wait_says("Full-Screen Map")
    reader.read("shortcuts")
    window.key("Escape")


def read_search(reader):
    window = reader.window
    window.key("ctrl+f")
    panel = window.wait_dialog()
    for words in ("armen", "qqxqq"):
        panel.find("entry").put(words)
        wait_for("an answer", lambda: any(node.role == "heading" or "Nothing" in node.name for node in panel.walk()))
        reader.read(f"the search for {words}", panel)
    window.key("Escape")
    window.wait_no_dialog()


def read_menu_dialogs(reader):
    for place, item in (("borders", BORDERS), ("report", REPORT), ("about", ABOUT)):
        dialog = reader.window.open_from_menu(item)
        reader.read(place, dialog)
        reader.window.key("Escape")
        reader.window.wait_no_dialog()


def read_explanations(reader):
    window = reader.window
    window.find("toggle button", re.compile("What the Words Mean")).activate()
    wait_for("the explanations", lambda: any(len(text) > 60 for text in window.find("grouping", re.compile("Legend")).words()))
    reader.read("explanations")
    window.key("Escape")


def read_caption(reader):
    """A day with more changes than the caption names, and what it keeps back."""
    window = reader.window
    window.hand_over("--organisation", "SCO", "--on", "2001-06-15")
    window.wait_says("and 5 more")
    reader.read("many changes on a day")
    window.click_node(window.find("toggle button", re.compile("and 5 more")))
    window.wait_says("Uzbekistan becomes a member")
    reader.read("the other changes of the day")
    window.key("Escape")


def read_play(reader):
    window = reader.window
    window.key("F5")
    window.find("button", re.compile("Pause"))
    reader.read("playing")
    window.key("F5")
    window.find("button", re.compile("Play"))


def read_a_wrong_date(reader):
    window = reader.window
    window.key("ctrl+d", "ctrl+a")
    window.type("soon")
    window.key("Return")
    window.wait_says("is no month")
    reader.read("a date that is none")
    window.key("Escape")


def read_two_dates(reader):
    window = reader.window
    window.hand_over("--from", "2022-01-01", "--on", "2024-12-31", "--changes")
    window.wait_says("Both days are included")
    reader.read("two dates")
    window.hand_over("--country", "KZ")
    window.wait_says("Astana")
    reader.read("two dates of a country")
    read_explanations(reader)
    window.key("ctrl+F7")
    wait_for("one date", lambda: window.root.find("text", re.compile("Date to Compare With")) is None)


def read_links(reader):
    window = reader.window
    window.key("ctrl+shift+c")
    window.wait_toast("Link copied")
    reader.read("a copied link")
    for link, words in (("alliance-atlas:country/QQ", "no country"), ("alliance-atlas:?on=soon", "on: ")):
        window.hand_over(link)
        window.wait_says(words)
        reader.read(link)


def read_time(reader):
    for read in (read_caption, read_play, read_a_wrong_date, read_two_dates, read_links):
        read(reader)


def test_no_string_goes_by_the_translators():
    with tempfile.TemporaryDirectory() as folder:
        pseudo_locale.make(folder, NOBODY)
        env = {"ATLAS_LOCALE_DIR": folder, "LANGUAGE": NOBODY}
        with Window(*ON, size=(1280, 800), env=env) as window:
            wait_for("the start", window.title)
            reader = Reader(window, corpus())
            reader.read("start")
            for read in (read_pages, read_dates, read_dialogs, read_search, read_menu_dialogs, read_explanations, read_time):
                read(reader)
            assert not reader.found, "\n".join(f"{text!r} ({place})" for text, place in reader.found.items())


def test_every_text_of_the_ui_files_is_marked():
    """GTK gives the items of menus no name on the accessibility bus."""
    texts = re.compile(r'<(?:property|attribute) name="(?:label|title|subtitle|tooltip-text|description)"([^>]*)>([^<]*)<')
    for path in (TOP / "src" / "app").glob("*.ui"):
        for attributes, text in texts.findall(path.read_text()):
            assert 'translatable="yes"' in attributes, f"{path.name}: {text!r}"


def test_an_unmarked_string_would_be_found():
    known = corpus()
    assert unmarked("Show Everything", known) == ["Show Everything"]
    assert unmarked("member", known) == ["member"]
    assert unmarked(pseudo_locale.marked("Since %s") % "2024" + " or later", known) == [" or later"]
    assert unmarked("Kazakhstan · CSTO", known) == []


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
