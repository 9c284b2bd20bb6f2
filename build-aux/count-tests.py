#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the test cases of meson's logs and prints `N passed, N failed`.

A test program that ends badly without a failed case of its own (a crash, a
leak, a time limit) counts as one failed case; a program that never wrote a
case counts as one.
"""

import json
import re
import sys

CASE = re.compile(r"^(not )?ok\b(.*)$", re.M)
GOOD = ("OK", "EXPECTEDFAIL", "SKIP")


def count(run):
    """Passed, failed and skipped cases of one test program."""
    passed = failed = skipped = 0
    for bad, rest in CASE.findall(run.get("stdout") or ""):
        if re.search(r"#\s*skip", rest, re.I):
            skipped += 1
        elif bad:
            failed += 1
            print(f"failed: {run['name']}:{rest}")
        else:
            passed += 1
    if run["result"] not in GOOD and not failed:
        failed = 1
        print(f"failed: {run['name']} ended with {run['result']}")
    if run["result"] == "OK" and not passed + failed + skipped:
        passed = 1
    return passed, failed, skipped


def runs(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main(paths):
    totals = [0, 0, 0]
    for path in paths:
        try:
            figures = [count(run) for run in runs(path)]
        except (OSError, ValueError) as error:
            print(f"failed: {path}: {error}")
            figures = [(0, 1, 0)]
        for figure in figures:
            totals = [a + b for a, b in zip(totals, figure)]
    passed, failed, skipped = totals
    tail = f", {skipped} skipped" if skipped else ""
    print(f"{passed} passed, {failed} failed{tail}")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
