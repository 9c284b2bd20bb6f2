#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the project's web addresses into its AppStream metainfo.

What needs an address that the project does not have is left out: the link to the
homepage, and the pictures, which software centres fetch from the web.
"""

import argparse
import re
from pathlib import Path

HOMEPAGE = re.compile(r"\n *<url type=\"homepage\">.*?</url>")
SCREENSHOTS = re.compile(r"\n *<screenshots>.*?</screenshots>", re.S)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--homepage", default="", help="the project's page")
    parser.add_argument("--screenshots", default="", help="of the folder with the pictures")
    arguments = parser.parse_args()

    text = arguments.source.read_text(encoding="utf-8")
    if not arguments.homepage:
        text = HOMEPAGE.sub("", text)
    if not arguments.screenshots:
        text = SCREENSHOTS.sub("", text)
    text = text.replace("@HOMEPAGE@", arguments.homepage).replace("@SCREENSHOTS@", arguments.screenshots.rstrip("/"))
    arguments.target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
