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
    for options, n in ((("--from", "2025"), 1), (("--to", "2024"), 0), (("--from", "2025-05-28", "--to", "2025-05-28"), 1), (("--sort", "title"), 1),
                       (("--country", "KZ"), 1), (("--country", "RU"), 0), (("--org", "CSTO"), 1), (("--tag", "säkerhet"), 1),
                       (("--tag", "annat"), 0), (("--in", "en"), 0), (("--unread",), 1), (("--deleted",), 0)):
        assert len(ask(library, "library", "list", *options)["articles"]) == n, options


@test
def an_article_is_edited(folder):
    library = filled(folder)
    answer(library, "library", "edit", "own-visby", "--title", "En annan rubrik", "--date", "2025-06", "--author", "B. Berg", "--publisher", "")
    shown = ask(library, "library", "show", "own-visby")
    assert (shown["title"], shown["date"], shown["author"], shown["publisher"]) == ("En annan rubrik", "2025-06", "B. Berg", None), shown
    assert shown["tags"] == ["säkerhet"] and "RU" not in {subject.get("country") for subject in shown["subjects"]}
    assert shown["updated"] > shown["imported"]


@test
def tags_and_marks(folder):
    library = filled(folder)
    answer(library, "library", "tag", "own-visby", "CSTO", "säkerhet", " ")
    assert ask(library, "library", "tags")["tags"] == ["CSTO", "säkerhet"]
    answer(library, "library", "untag", "own-visby", "säkerhet", "annat")
    assert ask(library, "library", "show", "own-visby")["tags"] == ["CSTO"]
    assert answer(library, "library", "tags") == "CSTO\n"
    answer(library, "library", "read", "own-visby")
    assert ask(library, "library", "list", "--unread")["articles"] == []
    answer(library, "library", "unread", "own-visby")
    assert len(ask(library, "library", "list", "--unread")["articles"]) == 1


@test
def corrections_are_made_and_listed(folder):
    library = filled(folder)

    def countries():
        return {subject.get("country") for subject in ask(library, "library", "show", "own-visby")["subjects"]}

    assert "RU" not in countries()
    answer(library, "library", "correct", "own-visby", "also-this", "--country", "se")
    answer(library, "library", "correct", "own-visby", "this-is", "--nothing", "--words", "Belarus")
    answer(library, "library", "correct", "own-visby", "this-is", "--country", "UZ", "--at", "0:0-9")
    answer(library, "library", "correct", "own-visby", "not-this", "--org", "CSTO")
    assert countries() >= {"SE", "UZ", "AM"} and not countries() & {"BY", "KZ", "RU"}, countries()
    answer(library, "library", "relink")
    assert countries() >= {"SE", "UZ", "AM"} and not countries() & {"BY", "KZ", "RU"}, countries()
    every = ask(library, "library", "corrections")["corrections"]
    assert [(row["what"], row["country"], row["org"], row["at"], row["words"]) for row in every] == [
        ("not-this", "RU", None, None, None), ("also-this", "SE", None, None, None), ("this-is", None, None, None, "Belarus"),
        ("this-is", "UZ", None, "0:0-9", "Kazakstan"), ("not-this", None, "CSTO", None, None)], every
    assert all(row["key"] == "own-visby" and row["created"] for row in every)
    assert ask(library, "library", "corrections", "own-visby")["corrections"] == every
    rows = list(csv.DictReader(io.StringIO(answer(library, "library", "corrections", "--csv"), newline="")))
    assert [row["what"] for row in rows] == [row["what"] for row in every]
    # Out as Markdown and back, nothing is lost.
    out, other = Path(folder) / "out", Path(folder) / "other"
    answer(library, "library", "export", str(out))
    answer(other, "library", "import-folder", str(out))
    assert ask(other, "library", "corrections")["corrections"] == every
    answer(library, "library", "uncorrect", "own-visby")
    assert ask(library, "library", "corrections")["corrections"] == every[:-1]


@test
def excerpts_mix_own_and_bundled(folder):
    library = filled(folder)
    both = ask(library, "excerpts", "KZ")["excerpts"]
    own = [excerpt for excerpt in both if excerpt["origin"] == "own"]
    assert [excerpt["article"] for excerpt in own] == ["own-visby"] and len(both) > 3
    assert own[0]["publisher"] == "Exempelbladet" and own[0]["date"] == "2025-05-28"
    assert own == ask(library, "excerpts", "KZ", "--only", "own")["excerpts"]
    assert [excerpt for excerpt in both if excerpt["origin"] == "briefing"] == ask(library, "excerpts", "KZ", "--only", "briefing")["excerpts"]
    for excerpt in both:
        for mention in excerpt["mentions"]:
            assert excerpt["text"][mention["start"]:mention["end"]] == mention["text"] and mention["why"]
    assert any(excerpt["origin"] == "own" for excerpt in ask(library, "excerpts", "--org", "CSTO")["excerpts"])
    assert ask(library, "excerpts", "RU", "--only", "own")["excerpts"] == []
    assert ask(library, "excerpts", "KZ", "--until", "2025-05-27", "--only", "own")["excerpts"] == []
    early = ask(library, "excerpts", "KZ", "--on", "2025-05-28")["excerpts"]
    written = [excerpt["date"] <= "2025-05-28" for excerpt in early if excerpt["about"]]
    assert len(early) == len(both) and written == sorted(written, reverse=True), [(excerpt["date"], excerpt["about"]) for excerpt in early]
    text = answer(library, "excerpts", "KZ", "--only", "own")
    assert text.startswith("Sex länder och en pakt · Exempelbladet · 28 May 2025\nKazakstan, Belarus") and "\n  “Kazakstan” " in text, text


@test
def search_tells_kinds_apart(folder):
    library = filled(folder)
    found = ask(library, "search", "kazakhstan")["found"]
    kinds = [item["kind"] for item in found]
    assert {"briefing", "event", "country"} <= set(kinds)
    order = ["own", "briefing", "event", "country", "organisation"]
    assert kinds == sorted(kinds, key=order.index)
    assert {item["key"] for item in found if item["kind"] == "country" and item["in_title"]} == {"KZ"}
    assert any(item["key"] == "csto-troops-kazakhstan" and item["date"] == "2022-01-06" for item in found if item["kind"] == "event")
    for kind, words, key in (("event", "soldiers", "csto-troops-kazakhstan"), ("country", "Казахстаном", "KZ"), ("organisation", "ОДКБ", "CSTO"),
                             ("own", "ministrar", "own-visby"), ("event", '"military alliances"', "sweden-joins-nato")):
        items = ask(library, "search", words, "--only", kind)["found"]
        assert key in [item["key"] for item in items] and {item["kind"] for item in items} == {kind}, (words, items)
    rows = list(csv.DictReader(io.StringIO(answer(library, "search", "kazakhstan", "--csv"), newline="")))
    assert [row["key"] for row in rows] == [item["key"] for item in found]
    text = answer(library, "search", "soldater", "--lang", "sv")
    assert "Händelser\n" in text and "(csto-troops-kazakhstan)" in text, text


@test
def reading_makes_no_library(folder):
    env = dict(os.environ, XDG_DATA_HOME=folder, ATLAS_DATA_DIR=DATA)
    for command in (("search", "astana"), ("excerpts", "KZ")):
        done = subprocess.run([ATLASCTL, *command], capture_output=True, env=env, timeout=60)
        assert done.returncode == 0 and done.stderr == b"", done
    assert list(Path(folder).iterdir()) == []


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
    library = filled(folder)
    for arguments, status in ((("library", "edit", "own-visby"), 2), (("library", "edit", "own-visby", "--date", "soon"), 2), (("library", "tag", "own-visby"), 2),
                              (("library", "list", "--sort", "colour"), 2), (("library", "list", "--from", "2025", "--to", "2024"), 2),
                              (("library", "correct", "own-visby", "wrong", "--country", "KZ"), 2), (("library", "correct", "own-visby", "not-this"), 2),
                              (("library", "correct", "own-visby", "not-this", "--country", "KZ", "--org", "CSTO"), 2),
                              (("library", "correct", "own-visby", "not-this", "--nothing"), 2), (("library", "correct", "own-visby", "not-this", "--country", "QQ"), 2),
                              (("library", "correct", "own-visby", "this-is", "--country", "KZ"), 2),
                              (("library", "correct", "own-visby", "not-this", "--country", "KZ", "--at", "here"), 2),
                              (("library", "correct", "own-visby", "also-this", "--country", "KZ", "--at", "0:900-910"), 1),
                              (("library", "correct", "own-none", "not-this", "--country", "KZ"), 1), (("library", "corrections", "own-none"), 1),
                              (("search", "x", "--only", "maps"), 2), (("excerpts", "KZ", "--only", "maps"), 2),
                              (("excerpts", "KZ", "--on", "2020-01-01", "--until", "2021"), 2),
                              (("library",), 2), (("library", "burn"), 2), (("library", "show"), 2), (("library", "list", "x"), 2),
                              (("library", "show", "own-none"), 1), (("library", "delete", "own-none"), 1),
                              (("library", "import-folder", "/nowhere"), 1), (("search",), 2), (("search", "x", "--limit", "-1"), 2)):
        code, output, errors = call(library, *arguments)
        assert code == status and output == "" and errors.startswith("atlasctl: "), (arguments, code, output, errors)
    for arguments in (("library", "list"), ("search", "x"), ("excerpts", "KZ")):
        code, output, errors = call(Path(folder) / "nowhere", *arguments)
        assert code == 1 and output == "" and "nowhere" in errors and "atlasctl import" in errors, errors
    assert not (Path(folder) / "nowhere").exists()


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
