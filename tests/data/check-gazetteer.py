#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the gazetteer beyond what the program checks when it loads it.

Usage: check-gazetteer.py DATA_DIR

Prints TAP and exits with 1 when a check fails, with 2 when called wrongly.
data/gazetteer/README.md describes the format.
"""

import csv
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

LANGUAGES = ("en", "sv", "ru", "de", "fr")
COLUMNS = ["form", "target", "kind", "case", "context", "from", "to", "note"]
KINDS = {"name", "abbreviation", "capital", "seat", "adjective", "demonym", "leader", "other"}
CONTEXTS = {"person", "state", "shared", "usual", "capitals", "start", "river", "food", "metonym", "needs", "word", "own", "given", "town",
            "local", "hamlet", "domestic"}
ALPHABETS = {"ru": "CYRILLIC"}
# Organisations whose rows the linker must know under these abbreviations.
EXPECTED = {"CSTO": ("CSTO", "ОДКБ"), "SCO": ("SCO", "ШОС"), "BRICS": ("Brics", "БРИКС"), "CIS": ("OSS", "СНГ"), "NATO": ("Nato", "НАТО")}
# Short or common words that no form without a mark may be when written so.
COMMON = {
    "en": "us can us car male polish turkey china pole dane finn island may jersey",
    "sv": "oss est finne lett britt mali rom per ost är och här dam man",
    "ru": "того чад мали рим куба перу вена",
}


def read(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    header = lines[0].split("\t")
    rows = [(number, line.split("\t")) for number, line in enumerate(lines[1:], 2) if line]
    return header, rows


def places(rows):
    """Rows as (file, line, fields by column), those of the right width alone."""
    return [(name, number, dict(zip(COLUMNS, fields))) for name, number, fields in rows if len(fields) == len(COLUMNS)]


def check_format(files):
    for name, (header, rows) in files.items():
        if header != COLUMNS:
            yield f"{name}:1: the columns are {header}"
        for number, fields in rows:
            if len(fields) != len(COLUMNS):
                yield f"{name}:{number}: {len(fields)} fields, not {len(COLUMNS)}"


def check_words(rows):
    for name, number, row in rows:
        form = row["form"]
        if row["kind"] not in KINDS or row["case"] not in ("exact", "any") or set(row["context"].split()) - CONTEXTS:
            yield f"{name}:{number}: an unknown kind, case or context"
        if form != unicodedata.normalize("NFC", form) or form != form.strip() or "  " in form or "\u00a0" in form:
            yield f"{name}:{number}: “{form}” is not NFC or has spaces to spare"
        if not form[:1].isalnum():
            yield f"{name}:{number}: “{form}” begins with no letter, so no text can match it"


def check_targets(rows, countries, organisations):
    for name, number, row in rows:
        target = row["target"]
        known = target == "-" or target in countries or (target.startswith("org:") and target[4:] in organisations)
        if not known:
            yield f"{name}:{number}: no country or organisation {target}"


def check_readings(rows):
    """A form that several countries bear says so, in every row or in none."""
    readings = defaultdict(list)
    for name, number, row in rows:
        if row["target"] != "-":
            readings[name, row["form"]].append((number, row))
    for (name, form), found in readings.items():
        marks = {"shared" in row["context"] for _, row in found}
        if len({row["target"] for _, row in found}) > 1 and len(marks) > 1:
            yield f"{name}:{found[0][0]}: only some rows of “{form}” are marked shared"
        if len({row["target"] for _, row in found}) == 1 and True in marks:
            yield f"{name}:{found[0][0]}: “{form}” is marked shared and has one target"
        usual = [row for _, row in found if {"shared", "usual"} <= set(row["context"].split())]
        if len({row["target"] for row in usual}) > 1:
            yield f"{name}:{found[0][0]}: “{form}” has more than one usual country"


def check_alphabets(rows):
    for name, number, row in rows:
        letters = [c for c in row["form"] if c.isalpha()]
        wanted = ALPHABETS.get(name[:2], "LATIN")
        if any(wanted not in unicodedata.name(c) for c in letters):
            yield f"{name}:{number}: “{row['form']}” mixes alphabets"


def check_common_words(rows):
    for name, number, row in rows:
        common = COMMON.get(name[:2], "").split()
        if row["target"] != "-" and row["form"].lower() in common and row["case"] == "any" and not row["context"]:
            yield f"{name}:{number}: “{row['form']}” is a common word; mark it, or let case count"


def check_completeness(rows, countries, sovereign):
    named = {(name[:2], row["target"]) for name, _, row in rows if row["kind"] in ("name", "abbreviation")}
    for language in LANGUAGES:
        for code in sorted(sovereign):
            if (language, code) not in named:
                yield f"{language}.tsv: {code} has no name"
    forms = defaultdict(set)
    for _, _, row in rows:
        forms[row["target"]].add(row["form"])
    for organisation, abbreviations in EXPECTED.items():
        for abbreviation in abbreviations:
            if abbreviation not in forms["org:" + organisation]:
                yield f"{organisation} lacks {abbreviation}"


def check_leaders(rows):
    for name, number, row in rows:
        if row["kind"] != "leader" and (row["from"] or row["to"]) and row["kind"] not in ("capital", "name"):
            yield f"{name}:{number}: a period for a {row['kind']}"


def report(number, title, problems):
    problems = list(problems)
    print(f"{'not ok' if problems else 'ok'} {number} - {title}")
    for problem in problems:
        print(f"# {problem}")
    return not problems


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main(arguments):
    if len(arguments) != 2 or not (Path(arguments[1]) / "gazetteer").is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    data = Path(arguments[1])
    files = {f"{language}.tsv": read(data / "gazetteer" / f"{language}.tsv") for language in LANGUAGES}
    rows = places([(name, number, fields) for name, (_, found) in files.items() for number, fields in found])
    countries = {row["code"] for row in table(data / "atlas" / "countries.csv")}
    organisations = {row["id"] for row in table(data / "atlas" / "organisations.csv")}
    involved = {row["country"] for row in table(data / "atlas" / "memberships.csv")}
    checks = [
        ("format", check_format(files)),
        ("words", check_words(rows)),
        ("targets", check_targets(rows, countries, organisations)),
        ("readings", check_readings(rows)),
        ("alphabets", check_alphabets(rows)),
        ("common words", check_common_words(rows)),
        ("every country of a membership has a name", check_completeness(rows, countries, involved)),
        ("periods", check_leaders(rows)),
    ]
    print(f"1..{len(checks)}")
    good = [report(number, title, problems) for number, (title, problems) in enumerate(checks, 1)]
    counts = Counter(name for name, _, _ in rows)
    print("# " + ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
