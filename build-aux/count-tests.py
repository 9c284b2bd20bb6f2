#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the test cases of JUnit files and prints `N passed, N failed`.

A test program that ends badly without a failed case of its own (a crash, a
time limit) counts as one failed case.
"""

import sys
import xml.etree.ElementTree as ET


def count(path):
    """Passed, failed and skipped cases of one file."""
    passed = failed = skipped = 0
    for case in ET.parse(path).iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
            print(f"failed: {case.get('classname')} {case.get('name')}")
        elif case.find("skipped") is not None:
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def main(paths):
    totals = [0, 0, 0]
    for path in paths:
        try:
            figures = count(path)
        except (OSError, ET.ParseError) as error:
            print(f"failed: {path}: {error}")
            figures = (0, 1, 0)
        totals = [a + b for a, b in zip(totals, figures)]
    passed, failed, skipped = totals
    tail = f", {skipped} skipped" if skipped else ""
    print(f"{passed} passed, {failed} failed{tail}")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
