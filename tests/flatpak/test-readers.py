#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The package reads each kind of article with the libraries that it brings."""

import json
import sys

from article_files import make_epub, make_odt, make_pdf
from atlas_window import run
from packaged import inside

TEXT = "Belarus and Armenia spoke of a road."


def read(data):
    """The article that atlasctl finds in these bytes."""
    done = inside("atlasctl", "extract", "--json", "-", input=data, text=False)
    assert done.returncode == 0, done.stderr.decode()
    (article,) = json.loads(done.stdout)
    return article


def check(data, title="A road"):
    article = read(data)
    assert article["title"] == title, article
    assert TEXT in [block["text"] for block in article["blocks"]], article


def test_plain_text_is_read():
    check(f"A road\n\n{TEXT}\n".encode())


def test_web_pages_are_read():
    check(f"<html><head><title>A road</title></head><body><nav>News</nav><article><h1>A road</h1><p>{TEXT}</p></article></body></html>".encode())


def test_pdf_is_read():
    check(make_pdf("A road", TEXT))


def test_pdf_with_pictures_is_read():
    check(make_pdf("A road", TEXT, ("DCTDecode", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode")))


def test_pdf_with_fonts_of_its_own_is_read():
    done = inside("sh", "-c", "cd /tmp && atlasctl timeline AM -o a.pdf && atlasctl extract a.pdf")
    assert done.returncode == 0, done.stderr
    for words in ("Armenia", "CSTO"):
        assert words in done.stdout, done.stdout


def test_electronic_books_are_read():
    check(make_epub("A road", "en", TEXT))


def test_documents_of_word_processors_are_read():
    check(make_odt("A road", TEXT))


if __name__ == "__main__":
    sys.exit(run([value for name, value in list(globals().items()) if name.startswith("test_")]))
