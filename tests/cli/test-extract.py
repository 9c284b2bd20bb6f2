#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""atlasctl extract, with the real helper and its limits, on a file of every kind."""

import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ATLASCTL = sys.argv[1]
ENV = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="b.opf"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Two rivers</dc:title><dc:language>en</dc:language></metadata><manifest><item id="a" href="a.xhtml"/></manifest>
<spine><itemref idref="a"/></spine></package>"""
ODT = """<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:h>Ett möte</text:h>
<text:p>Kazakstan var där.</text:p></office:text></office:body></office:document-content>"""


def pack(*members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in members:
            archive.writestr(path, text)
    return out.getvalue()


def make_pdf(text):
    """A page with one line, in a font that every reader has."""
    stream = f"BT /F 12 Tf 72 700 Td ({text}) Tj ET"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
               f"<</Length {len(stream)}>>stream\n{stream}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
               "<</Title(A line)/CreationDate(D:20250528100000Z)>>"]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 7\n0000000000 65535 f \n{table}trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out.encode("latin-1")


FILES = {
    "a.txt": "Россия и Казахстан подписали договор в Астане.".encode("koi8-r"),
    "b.md": b"---\ntitle: T\nurl: https://example.org/b\n---\nA *text*.",
    "c.html": b"<html lang=sv><title>Sidan</title><body><p>En text som \xe4r l\xe5ng nog.</p></body></html>",
    "d.epub": pack(("mimetype", "application/epub+zip"), ("META-INF/container.xml", CONTAINER), ("b.opf", PACKAGE),
                   ("a.xhtml", "<html><body><p>A part.</p></body></html>")),
    "e.odt": pack(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", ODT)),
    "f.pdf": make_pdf("The six members met in Minsk."),
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
    checks = [check_every_kind, check_text, check_refusals]
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
