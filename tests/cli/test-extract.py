#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""atlasctl extract, with the real helper and its limits, on a file of every kind."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from article_files import make_epub, make_odt, make_pdf

ATLASCTL = sys.argv[1]
ENV = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")

FILES = {
    "a.txt": "Россия и Казахстан подписали договор в Астане.".encode("koi8-r"),
    "b.md": b"---\ntitle: T\nurl: https://example.org/b\n---\nA *text*.",
    "c.html": b"<html lang=sv><title>Sidan</title><body><p>En text som \xe4r l\xe5ng nog.</p></body></html>",
    "d.epub": make_epub("Two rivers", "en", "A part."),
    "e.odt": make_odt("Ett möte", "Kazakstan var där."),
    "f.pdf": make_pdf("A line", "The six members met in Minsk."),
}

EXPECTED = {
    "a.txt": ("text", None, None, "Россия и Казахстан подписали договор в Астане."),
    "b.md": ("markdown", "T", None, "A text."),
    "c.html": ("html", "Sidan", "sv", "En text som är lång nog."),
    "d.epub": ("epub", "Two rivers", "en", "A part."),
    "e.odt": ("odt", "Ett möte", None, "Kazakstan var där."),
    "f.pdf": ("pdf", "A line", None, "The six members met in Minsk."),
}


def extract(*arguments):
    return subprocess.run([ATLASCTL, "extract", *map(str, arguments)], capture_output=True, text=True, env=ENV, timeout=60)


def check_every_kind(folder):
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    done = extract("--json", *(folder / name for name in FILES))
    assert done.returncode == 0 and done.stderr == "", done
    for found, (name, (kind, title, language, text)) in zip(json.loads(done.stdout), EXPECTED.items(), strict=True):
        assert found["file"] == str(folder / name)
        assert (found["format"], found["title"], found["language"]) == (kind, title, language), found
        assert found["blocks"] == [{"kind": "paragraph", "text": text}], found
    assert json.loads(done.stdout)[1]["fingerprint"] == "address:example.org/b"
    assert json.loads(done.stdout)[5]["date"] == "2025-05-28"


def check_text(folder):
    done = extract(folder / "e.odt")
    assert done.returncode == 0
    assert done.stdout == "Title: Ett möte\n\nKazakstan var där.\n", done.stdout


def check_input(folder):
    done = subprocess.run([ATLASCTL, "extract", "-", "--json"], input=FILES["e.odt"], capture_output=True, env=ENV, timeout=60)
    assert done.returncode == 0 and done.stderr == b"", done
    (found,) = json.loads(done.stdout)
    assert (found["file"], found["format"], found["title"]) == ("-", "odt", "Ett möte"), found


def check_refusals(folder):
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "large.txt").write_bytes(b"a" * (20 * 1024 * 1024 + 1))
    done = extract("--json", folder / "picture.txt", folder / "nowhere.txt", folder, folder / "large.txt", folder / "a.txt")
    assert done.returncode == 1
    messages = done.stderr.splitlines()
    assert len(messages) == 4, messages
    for message, name in zip(messages, ("picture.txt", "nowhere.txt", folder.name, "large.txt")):
        assert name in message, message
    assert len(json.loads(done.stdout)) == 1
    assert extract().returncode == 2
    assert extract("--csv", folder / "a.txt").returncode == 2


def main():
    checks = [check_every_kind, check_text, check_input, check_refusals]
    print(f"1..{len(checks)}")
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        for number, check in enumerate(checks, 1):
            try:
                check(Path(name))
                print(f"ok {number} {check.__name__}")
            except AssertionError as error:
                failed = 1
                print(f"not ok {number} {check.__name__}\n# {error!r}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
