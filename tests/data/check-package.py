#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the data package against its own description and conventions.

Usage: check-package.py PACKAGE_DIR COMPILATIONS_DIR

Prints TAP; exits with 1 when a check fails, with 2 when called wrongly.
"""

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from crosscheck import Report, earliest, latest, rows, span

PAUSES = ("suspended", "frozen")
PEACEKEEPERS = {"UN"}  # hold ground without being a country
LISTS = {  # columns that hold several keys: (table, column, table of the keys)
    ("events", "organisations"): "organisations",
    ("events", "countries"): "countries",
    ("units", "held_by"): "countries",
    ("units", "claimed_by"): "countries",
}


class Table:
    def __init__(self, folder, resource):
        self.name = resource["name"]
        self.path = folder / resource["path"]
        self.schema = resource["schema"]
        self.fields = {field["name"]: field for field in self.schema["fields"]}
        with open(self.path, encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            self.header = next(reader)
            self.lines = list(reader)
        self.rows = [dict(zip(self.header, line)) for line in self.lines]

    def key(self, row):
        names = self.schema["primaryKey"]
        return " ".join(row[name] for name in ([names] if isinstance(names, str) else names))


# --- Against the description -----------------------------------------------


def bytes_of(table):
    raw = table.path.read_bytes()
    if raw.startswith(b"\xef\xbb\xbf"):
        yield "starts with a byte order mark"
    if b"\r" in raw:
        yield "has carriage returns"
    if not raw.endswith(b"\n"):
        yield "does not end with a line feed"


def shape(table):
    if table.header != list(table.fields):
        yield f"header is {table.header}"
    for number, line in enumerate(table.lines, 2):
        if len(line) != len(table.header):
            yield f"row {number} has {len(line)} fields"


def cells(table):
    for row in table.rows:
        for name, field in table.fields.items():
            for fault in cell(row[name], field):
                yield f"{table.key(row)}, {name}: {fault}"


def cell(text, field):
    rules = field.get("constraints", {})
    if text != text.strip() or "  " in text:
        yield "stray blanks"
    if not text:
        if rules.get("required"):
            yield "empty"
        return
    if "enum" in rules and text not in rules["enum"]:
        yield f"{text!r} is not one of {rules['enum']}"
    if "pattern" in rules and not re.fullmatch(rules["pattern"], text):
        yield f"{text!r} does not match {rules['pattern']}"
    if field["type"] == "boolean" and text not in ("true", "false"):
        yield f"{text!r} is neither true nor false"
    if field["type"] == "number" and not rules.get("minimum", -180) <= float(text) <= rules.get("maximum", 180):
        yield f"{text} is out of range"


def unique_keys(table):
    counts = Counter(table.key(row) for row in table.rows)
    yield from (f"{key} occurs {count} times" for key, count in counts.items() if count > 1)


def references(table, tables):
    keys = {name: {other.key(row) for row in other.rows} for name, other in tables.items()}
    for reference in table.schema.get("foreignKeys", []):
        column = reference["fields"]
        target = reference["reference"]["resource"] or table.name
        for row in table.rows:
            if row[column] and row[column] not in keys[target]:
                yield f"{table.key(row)}, {column}: no {row[column]!r} in {target}"
    for (name, column), target in LISTS.items():
        for row in table.rows if name == table.name else ():
            for key in set(row[column].split()) - keys[target] - PEACEKEEPERS:
                yield f"{table.key(row)}, {column}: no {key!r} in {target}"


# --- Against the conventions -----------------------------------------------


def dates(table):
    columns = [name for name, field in table.fields.items() if "EDTF" in field.get("description", "")]
    for row in table.rows:
        for column in columns:
            try:
                first, last = span(row[column])
            except ValueError as error:
                yield f"{table.key(row)}, {column}: {error}"
                continue
            if first and last and first > last:
                yield f"{table.key(row)}, {column}: ends before it begins"


def spells(memberships):
    histories = defaultdict(list)
    for row in memberships.rows:
        histories[row["org"], row["country"]].append(row)
    for history in histories.values():
        history.sort(key=lambda row: earliest(row["from"]))
        for row, following in zip(history, [*history[1:], None]):
            yield from one_spell(row)
            yield from (two_spells(row, following) if following else ())


def one_spell(row):
    if row["to"] and latest(row["from"]) >= earliest(row["to"]):
        yield f"{row['id']}: ends before it begins"
    if (row["status"] in PAUSES) != bool(row["of"]):
        yield f"{row['id']}: a paused spell, and no other, says of what"
    if (row["contested"] == "true") != bool(row["contested_reason_en"]):
        yield f"{row['id']}: a contested spell, and no other, has a reason"


def two_spells(row, following):
    if not row["to"] or (row["to"] != following["from"] and latest(row["to"]) > earliest(following["from"])):
        yield f"{row['id']} overlaps {following['id']}"
    if following["status"] in PAUSES and following["of"] != row["status"]:
        yield f"{following['id']} pauses no {following['of']}"


def translations(table):
    for row in table.rows:
        for name in table.header:
            twin = re.sub("_en$", "_sv", name)
            if name.endswith("_en") and twin in row and bool(row[name]) != bool(row[twin]):
                yield f"{table.key(row)}: {name} and {twin} are not both there"


def plans(events, verified_until):
    for row in events.rows:
        begins = earliest(row["date"]).isoformat()
        if (row["planned"] == "true") != (begins > verified_until):
            yield f"{row['id']}: planned is {row['planned']} on {row['date']}"


def used_sources(tables, compilations):
    sources = {row["id"] for row in tables["sources"].rows}
    used = {row[column] for table in tables.values() for row in table.rows
            for column in ("source", "independence_source") if column in row}
    yield from (f"{name} carries nothing" for name in sorted(sources - used - compilations))
    yield from (f"{name} is a compilation without a row" for name in sorted(compilations - sources))


def glossary(tables):
    terms = {row["id"] for row in tables["glossary"].rows}
    statuses = tables["memberships"].fields["status"]["constraints"]["enum"]
    wanted = {f"status:{status}" for status in statuses}
    wanted |= {f"org:{row['id']}" for row in tables["organisations"].rows if row["tracked"] == "true"}
    yield from sorted(terms ^ wanted)


def states_first(memberships, countries):
    """No tie may be older than the state, unless it continues another."""
    born = {row["code"]: row["independent_from"] for row in countries.rows}
    older = {row["code"] for row in countries.rows if row["continues"]}
    for row in memberships.rows:
        state = born[row["country"]]
        if not state:
            yield f"{row['id']}: {row['country']} has no day of independence"
        elif row["country"] not in older and latest(row["from"]) < earliest(state):
            yield f"{row['id']}: begins before {state}"


def check_conventions(report, tables, verified_until, compilations):
    report.check("spells follow one another", list(spells(tables["memberships"])))
    report.check("ties are younger than states", list(states_first(tables["memberships"], tables["countries"])))
    report.check("only later events are planned", list(plans(tables["events"], verified_until)))
    report.check("every source carries a row", list(used_sources(tables, compilations)))
    report.check("the glossary has every status and organisation", list(glossary(tables)))


def main(arguments):
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[1])
    compilations = {row["id"] for row in rows(Path(arguments[2]) / "sources.csv")}
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = {resource["name"]: Table(folder, resource) for resource in package["resources"]}

    report = Report()
    for name, table in tables.items():
        report.check(f"{name}: plain CSV", list(bytes_of(table)))
        report.check(f"{name}: the columns described", list(shape(table)))
        report.check(f"{name}: every cell as described", list(cells(table)))
        report.check(f"{name}: keys occur once", list(unique_keys(table)))
        report.check(f"{name}: references lead somewhere", list(references(table, tables)))
        report.check(f"{name}: dates exist", list(dates(table)))
        report.check(f"{name}: English and Swedish", list(translations(table)))
    if not report.failed:  # what follows trusts columns and dates
        check_conventions(report, tables, package["verified_until"], compilations)
    report.print()
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
