#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps articles with the real atlasctl, and finds them again.

Usage: test-library.py ATLASCTL DATA; prints TAP.
"""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ATLASCTL = sys.argv[1]
DATA = sys.argv[2]

ARTICLE = """---
key: own-visby
title: Sex länder och en pakt
publisher: Exempelbladet
date: 2025-05-28
language: sv
tag: säkerhet
correction: not-this country RU everywhere 2026-01-01T00:00:00Z
---

Kazakstan, Belarus och Armenien hör till CSTO. Ryssland leder pakten.

## Mötet

Ministrarna från länderna träffades i Bisjkek.
"""

tests = []


def test(function):
    tests.append(function)
    return function


def call(library, *arguments):
    env = {key: value for key, value in os.environ.items() if not key.startswith("LC_") and key not in ("LANG", "LANGUAGE")}
    env.update(LC_ALL="C.UTF-8", G_DEBUG="fatal-criticals", ATLAS_DATA_DIR=DATA)
    done = subprocess.run([ATLASCTL, *arguments, "--library", str(library)], capture_output=True, env=env, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def answer(library, *arguments):
    code, output, errors = call(library, *arguments)
    assert code == 0 and errors == "", f"{arguments}: exit {code}: {errors}"
    return output


def ask(library, *arguments):
    return json.loads(answer(library, *arguments, "--json"))


def filled(folder):
    """A library with one article, brought in as a file."""
    source = Path(folder) / "in"
    source.mkdir()
    (source / "one.md").write_text(ARTICLE)
    library = Path(folder) / "library"
    assert "added: 1" in answer(library, "library", "import-folder", str(source))
    return library


@test
def list_and_show(folder):
    library = filled(folder)
    (article,) = ask(library, "library", "list")["articles"]
    assert (article["key"], article["date"], article["lang"]) == ("own-visby", "2025-05-28", "sv"), article
    rows = list(csv.DictReader(io.StringIO(answer(library, "library", "list", "--csv"), newline="")))
    assert [row["title"] for row in rows] == ["Sex länder och en pakt"]
    shown = ask(library, "library", "show", "own-visby")
    assert shown["tags"] == ["säkerhet"]
    countries = {subject["country"] for subject in shown["subjects"] if "country" in subject}
    assert {"KZ", "BY", "AM"} <= countries and "RU" not in countries, countries
    text = shown["blocks"][0]["text"]
    for mention in shown["blocks"][0]["mentions"]:
        assert text[mention["start"]:mention["end"]] == mention["text"] and mention["why"]
    assert "Kazakstan, Belarus" in answer(library, "library", "show", "own-visby")


@test
def list_narrows(folder):
    library = filled(folder)
    for options, n in ((("--country", "KZ"), 1), (("--country", "RU"), 0), (("--org", "CSTO"), 1), (("--tag", "säkerhet"), 1),
                       (("--tag", "annat"), 0), (("--in", "en"), 0), (("--unread",), 1), (("--deleted",), 0)):
        assert len(ask(library, "library", "list", *options)["articles"]) == n, options


@test
def search_finds_own_and_bundled(folder):
    library = filled(folder)
    found = ask(library, "search", "land")["found"]
    own = [item for item in found if item["kind"] == "own"]
    assert [item["key"] for item in own] == ["own-visby"]
    assert any(item["kind"] == "briefing" for item in ask(library, "search", "members")["found"])
    for item in found:
        for mark in item["marks"]:
            assert 0 <= mark["start"] < mark["end"] <= len(item["snippet"])
    assert ask(library, "search", "xyzzy")["found"] == []
    assert ask(library, "search", '"belarus', "och", 'armenien"')["found"][0]["key"] == "own-visby"


@test
def delete_and_undelete(folder):
    library = filled(folder)
    answer(library, "library", "delete", "own-visby")
    assert ask(library, "library", "list")["articles"] == []
    assert len(ask(library, "library", "list", "--deleted")["articles"]) == 1
    answer(library, "library", "undelete", "own-visby")
    assert len(ask(library, "library", "list")["articles"]) == 1
    assert "All is well" in answer(library, "library", "check")


@test
def export_is_what_came(folder):
    library = filled(folder)
    out = Path(folder) / "out"
    answer(library, "library", "export", str(out))
    (file,) = out.iterdir()
    assert file.name == "2025-05-28 Sex länder och en pakt (own-visby).md", file.name
    got = file.read_text()
    for line in ARTICLE.splitlines():
        assert line in got.splitlines(), line


@test
def wrong_calls_are_refused(folder):
    for arguments, status in ((("library",), 2), (("library", "burn"), 2), (("library", "show"), 2), (("library", "list", "x"), 2),
                              (("library", "show", "own-none"), 1), (("library", "delete", "own-none"), 1),
                              (("library", "import-folder", "/nowhere"), 1), (("search",), 2), (("search", "x", "--limit", "-1"), 2)):
        code, output, errors = call(Path(folder) / "library", *arguments)
        assert code == status and output == "" and errors.startswith("atlasctl: "), (arguments, code, output, errors)


@test
def a_bad_file_is_named(folder):
    source = Path(folder) / "in"
    source.mkdir()
    (source / "bad.md").write_text("---\ntitle: x\nimported: yesterday\n---\n")
    code, _, errors = call(Path(folder) / "library", "library", "import-folder", str(source))
    assert code == 1 and "bad.md:3" in errors, errors


@test
def a_damaged_library_is_told(folder):
    library = filled(folder)
    (library / "articles.db").write_bytes(b"no database " * 1000)
    code, _, errors = call(library, "library", "list")
    assert code == 0 and "damaged" in errors, errors
    assert any(path.name.startswith("articles-damaged") for path in library.iterdir())


def main():
    print(f"1..{len(tests)}")
    failed = 0
    for number, function in enumerate(tests, 1):
        name = function.__name__.replace("_", " ")
        try:
            with tempfile.TemporaryDirectory() as folder:
                function(folder)
            print(f"ok {number} {name}", flush=True)
        except Exception as error:  # whatever it is, the next test shall run
            failed += 1
            print(f"not ok {number} {name}")
            for text in f"{type(error).__name__}: {error}".splitlines():
                print(f"# {text}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
