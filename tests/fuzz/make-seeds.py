#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gathers what fuzzing begins with: the files that the import tests make, the
briefings, the labelled texts and the data package, sorted by target.

make-seeds.py FOLDER PROJECT TEST-PROGRAM…
"""

import csv
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

LONGEST = 64 * 1024  # what is longer, the tests have fed already
LONGEST_TEXT = 2048
N_WORDS = 4000  # of the gazetteer, in the linker's dictionary

ENTRY = """---
key: own-1
title: Ministers meet: a title
summary: What they said
publisher: The Paper
author: Ada Berg
date: 2025-05-28
address: https://example.org/a
language: en
imported: 2026-06-01T12:00:00Z
updated: 2026-06-01T12:00:00.5Z
read: 2026-06-02T12:00:00Z
tag: security
tag: east
correction: not-this country US 2:10-17 2026-06-01T12:00:00Z Georgia
correction: this-is organisation CSTO everywhere 2026-06-01T12:00:00Z the alliance
---

## A heading

A *paragraph* with \\*marks\\*,
on two lines.

\\# No heading. 1\\. No list.
"""

LINKS = ["country/KZ?on=2001-06-15&lens=sco", "unit/UA-43?on=2014-03-18", "organisation/CSTO?lens=overview", "event/cst-signed",
         "article/armenia-freeze", "changes?from=2022-01-01&on=2024-12-31&lens=BRICS", "?on=1992-02-29", "", "//country/%4B%5a?%6fn=2001%2D06-15"]

SEARCHES = ["ministers", "“Kollektiva säkerhetsfördraget”", "\"met in\" bish", "министры Bishkek", "AND OR NOT NEAR(", "title:x -y * ^", "\xad"]

DATES = ["den 28 maj 2025", "on May 28, 2024", "28 мая 2025 года", "next year, last May and yesterday", "i fjol, nästa vecka, 1990-talet",
         "в прошлом году, с 1992 по 1994 год", "from 3 to 5 June 1999; 12/5/2001; 2001-06-15", "am 3. Oktober 1990, le 14 juillet 1789", "in the 1990s, the 19th century"]

INPUTS = ["15 maj 1992", "May 1994", "1993-12", "1994/..", "../2001-06", "199X", "19XX?", "2001-06-15~", "1994%/1996?", "5/6/2001", "juni -5"]

# Letters that grow or shrink where case changes, are long in UTF-8, or belong to the one before.
LETTERS = ["ᴀᴀᴀᴀᴀᴀ", "𐐨𐐨𐐨", "İ", "ı", "ß", "ẞ", "ﬁ", "ǅ", "\u0301", "\u00ad", "\u2011", "\u2028", "\u200d", "’", "ё", "ſ"]


class Seeds:
    def __init__(self, folder):
        self.folder = Path(folder)
        shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, target, data):
        data = data.encode() if isinstance(data, str) else data
        if len(data) > LONGEST:
            return
        folder = self.folder / target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / hashlib.sha1(data).hexdigest()[:16]).write_bytes(data)


def unpack(data):
    """The members of a zip file, as fuzz_pack() takes them."""
    out = b""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            if member.file_size > LONGEST:
                return b""
            out += b"=== " + member.filename.encode() + b"\n" + archive.read(member) + b"\n"
    return out


def sort_zip(seeds, data):
    seeds.add("archive", data)
    try:
        members = unpack(data)
    except Exception:  # one that was broken on purpose
        return
    seeds.add("epub" if b"container.xml" in members else "odt", members)
    for part in members.split(b"=== "):
        path, _, text = part.partition(b"\n")
        if path.endswith((b".xml", b".opf")):
            seeds.add("xml", text)


def sort_file(seeds, name, data):
    if name == "imported":
        seeds.add("imported", data)
        return
    seeds.add("extract", data)
    if data.startswith(b"PK"):
        sort_zip(seeds, data)
    elif b"%PDF-" in data[:1024]:
        seeds.add("pdf", data)
    elif name.endswith((".html", ".htm")):
        seeds.add("html", data)
        for script in re.findall(rb"ld\+json['\"]>(.*?)</script>", data, re.S):
            seeds.add("json", script)
    else:
        seeds.add("markdown" if name.endswith(".md") else "text", data)


def take_test_files(seeds, programs):
    for program in programs:
        with tempfile.TemporaryDirectory() as kept:
            # Leaks are for the tests themselves to find.
            environment = dict(os.environ, ATLAS_KEEP_FILES=kept, ASAN_OPTIONS="detect_leaks=0")
            result = subprocess.run([program], env=environment, stdout=subprocess.PIPE, text=True)
            if result.returncode != 0:
                sys.exit(f"{result.stdout}\n{program} failed")
            for path in sorted(Path(kept).iterdir()):
                sort_file(seeds, path.name.partition("-")[2], path.read_bytes())


def take_texts(seeds, project):
    for path in sorted((project / "data" / "briefings").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        seeds.add("markdown", text)
        seeds.add("library-markdown", text)
        for paragraph in text.split("\n\n"):
            seeds.add("linker", paragraph[:LONGEST_TEXT])
    for path in sorted((project / "tests" / "text" / "labelled").glob("tune.*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            for target in ("linker", "dates", "text"):
                seeds.add(target, text[:LONGEST_TEXT])


def take_data(seeds, package):
    dates = set(INPUTS)
    with open(package / "memberships.csv", encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            dates |= {row[column] for column in row if column in ("start", "end", "from", "until")}
    for date in sorted(dates)[:400]:
        seeds.add("edtf", date)
    with open(package / "organisations.csv", encoding="utf-8", newline="") as rows:
        names = [row.split(",")[0] for row in rows][1:]
    seeds.add("csv", "id,name\r\n" + "".join(f"{name},\"“{name}”, \"\"so\"\"\nand on\"\r\n" for name in names[:20]))
    seeds.add("csv", "\ufeffname,id\nAda,1\n\nBo,2")


def quote(word):
    return '"' + "".join(chr(b) if 0x20 <= b < 0x7f and b not in b'"\\' else f"\\x{b:02X}" for b in word.encode()[:64]) + '"'


def write_dictionary(path, gazetteer):
    words = set()
    for table in sorted(gazetteer.glob("*.tsv")):
        column = 2 if table.name == "clues.tsv" else 0
        words |= {line.split("\t")[column] for line in table.read_text(encoding="utf-8").splitlines()[1:]}
    words = sorted(word for word in words if word)
    step = max(1, len(words) // N_WORDS)
    path.write_text("".join(f"{quote(word)}\n" for word in LETTERS + words[::step]), encoding="ascii")


def main(folder, project, *programs):
    seeds = Seeds(folder)
    project = Path(project)
    take_test_files(seeds, programs)
    take_texts(seeds, project)
    take_data(seeds, project / "data" / "atlas")
    seeds.add("library-markdown", ENTRY)
    for target, texts in (("link", ["alliance-atlas:" + link for link in LINKS]), ("search-words", SEARCHES), ("dates", DATES)):
        for text in texts:
            seeds.add(target, text)
    write_dictionary(seeds.folder / "linker.dict", project / "data" / "gazetteer")


main(*sys.argv[1:])
