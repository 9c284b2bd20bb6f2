#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compare the data package with tables that others compiled.

Usage: crosscheck.py PACKAGE_DIR COMPILATIONS_DIR

Every disagreement must have its row in disagreements.csv, and every row there
must still match a disagreement. compilations/README.md says which differences
are none. Prints TAP; exits with 1 when a check fails, with 2 when called wrongly.
"""

import csv
import re
import sys
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

PAUSES = ("suspended", "frozen")  # the tie before goes on
PRELUDES = ("signatory", "invited")  # what others may count as the beginning
LONGEST_RATIFICATION = timedelta(days=3 * 366)
SAME_EPISODE = timedelta(days=2 * 366)


class Span(NamedTuple):
    """The days that an EDTF date may mean; None where it is open."""

    first: date | None
    last: date | None


class Spell(NamedTuple):
    """A status of one country in one organisation, with its dates as written."""

    status: str
    begin: str
    end: str


class Claim(NamedTuple):
    """What one row of a compilation says."""

    org: str
    country: str
    compilation: str
    spell: Spell


class Disagreement(NamedTuple):
    org: str
    country: str
    compilation: str
    field: str
    ours: str
    theirs: str

    def __str__(self):
        return f"{self.org} {self.country}, {self.field}: ours {self.ours!r}, {self.compilation} {self.theirs!r}"


# --- Dates -----------------------------------------------------------------


def span(text):
    if not text:
        return Span(None, None)
    begin, _, end = text.partition("/")
    if not end:
        return day_span(begin)
    return Span(day_span(begin).first, day_span(end).last)


def day_span(text):
    if text == "..":
        return Span(None, None)
    year, *rest = (int(part) for part in text.rstrip("?~%").split("-"))
    if not rest:
        return Span(date(year, 1, 1), date(year, 12, 31))
    if len(rest) == 1:
        after = date(year + rest[0] // 12, rest[0] % 12 + 1, 1)
        return Span(date(year, rest[0], 1), after - timedelta(days=1))
    only = date(year, *rest)
    return Span(only, only)


def overlap(a, b):
    a, b = span(a), span(b)
    starts_in_time = a.first is None or b.last is None or a.first <= b.last
    ends_in_time = b.first is None or a.last is None or b.first <= a.last
    return starts_in_time and ends_in_time


def earliest(text):
    return span(text).first or span(text).last


def latest(text):
    return span(text).last or span(text).first


def is_year(text):
    return re.fullmatch(r"\d{4}", text) is not None


# --- Our spells ------------------------------------------------------------


class History:
    """What the package says about one country in one organisation."""

    def __init__(self):
        self.spells = []
        self.runs = []

    def add(self, spell):
        self.spells.append(spell)

    def join(self):
        """Join what a pause interrupts: member, suspended, member is one run."""
        self.spells.sort(key=lambda spell: earliest(spell.begin))
        for spell in self.spells:
            last = self.runs[-1] if self.runs else None
            if last and last.end == spell.begin and spell.status in (*PAUSES, last.status):
                self.runs[-1] = last._replace(end=spell.end)
            elif spell.status not in PAUSES:
                self.runs.append(spell)

    def with_status(self, status):
        spells = self.spells if status in PAUSES else self.runs
        return [spell for spell in spells if spell.status == status]

    def on(self, day):
        return next((spell for spell in self.spells if holds(spell, day)), None)

    def preludes(self):
        return [spell.begin for spell in self.spells if spell.status in PRELUDES]


def holds(spell, day):
    return earliest(spell.begin) <= day and (not spell.end or latest(spell.end) > day)


def nearest(spells, claimed):
    """The spell that a claim most probably speaks of, or None."""
    if claimed.begin and span(claimed.begin).first is None:
        return next((spell for spell in spells if holds(spell, latest(claimed.begin))), None)

    def distance(spell):
        if claimed.begin:
            return abs(earliest(spell.begin) - earliest(claimed.begin))
        return abs(earliest(spell.end or spell.begin) - earliest(claimed.end))

    best = min(spells, key=distance, default=None)
    if best and claimed.begin and claimed.status != "member" and distance(best) > SAME_EPISODE:
        return None
    return best


# --- Comparing -------------------------------------------------------------


def compare(claim, history, founded):
    """Yield (field, ours, theirs) where a claim and our spells disagree."""
    claimed = claim.spell
    spell = nearest(history.with_status(claimed.status), claimed)
    if spell:
        yield from compare_begin(claimed, spell, [*history.preludes(), founded])
        yield from compare_end(claimed, spell)
    elif is_signature(claimed) and history.with_status("member"):
        yield from compare_signature(claimed, history.with_status("member")[0])
    else:
        day = latest(claimed.begin or claimed.end)
        held = history.on(day)
        ours = f"{held.status} {held.begin}" if held else "none"
        yield "status", ours, f"{claimed.status} {claimed.begin or claimed.end}"


def is_signature(claimed):
    return claimed.status == "signatory" and span(claimed.begin).first is not None


def compare_begin(claimed, spell, preludes):
    if not claimed.begin or overlap(spell.begin, claimed.begin):
        return
    if not any(overlap(prelude, claimed.begin) for prelude in preludes):
        yield "from", spell.begin, claimed.begin


def compare_end(claimed, spell):
    if not claimed.end or (spell.end and overlap(spell.end, claimed.end)):
        return
    if spell.end and is_year(claimed.end) and abs(earliest(spell.end).year - int(claimed.end)) <= 1:
        return  # the year of leaving may count or not
    yield "to", spell.end or "still", claimed.end


def compare_signature(claimed, membership):
    """We keep no signatory spell; a signature must then precede the membership."""
    wait = latest(membership.begin) - earliest(claimed.begin)
    if not timedelta() <= wait <= LONGEST_RATIFICATION:
        yield "from", membership.begin, f"signed {claimed.begin}"


def missing_from(complete, claims, histories):
    """Whom we count from the day of a list that names everybody but them."""
    org, day, compilation = complete
    listed = {claim.country for claim in claims if claim.org == org}
    for (ours, country), history in histories.items():
        begins = [spell.begin for spell in history.with_status("member")]
        if ours == org and day in begins and country not in listed:
            yield Disagreement(org, country, compilation, "from", day, "not listed")


# --- Reading ---------------------------------------------------------------


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_histories(package):
    histories = defaultdict(History)
    for row in rows(package / "memberships.csv"):
        histories[row["org"], row["country"]].add(Spell(row["status"], row["from"], row["to"]))
    for history in histories.values():
        history.join()
    return histories


def read_claims(folder):
    return [
        Claim(row["org"], row["country"], row["source"], Spell(row["status"], row["from"], row["to"]))
        for row in rows(folder / "memberships.csv")
    ]


def find_disagreements(package, folder, claims):
    histories = read_histories(package)
    founded = {row["id"]: row["founded"] for row in rows(package / "organisations.csv")}
    found = []
    for claim in claims:
        history = histories.get((claim.org, claim.country), History())
        for field, ours, theirs in compare(claim, history, founded[claim.org]):
            found.append(Disagreement(claim.org, claim.country, claim.compilation, field, ours, theirs))
    for row in rows(folder / "sources.csv"):
        if row["complete"]:
            org, day = row["complete"].split()
            said = [claim for claim in claims if claim.compilation == row["id"]]
            found.extend(missing_from((org, day, row["id"]), said, histories))
    return list(dict.fromkeys(found))


def read_argued(package):
    return [
        Disagreement(*(row[name] for name in Disagreement._fields))
        for row in rows(package / "disagreements.csv")
    ]


# --- Reporting -------------------------------------------------------------


class Report:
    def __init__(self):
        self.lines = []
        self.failed = 0

    def check(self, name, faults):
        self.failed += bool(faults)
        self.lines.append(f"{'not ok' if faults else 'ok'} {len(self.checks()) + 1} - {name}")
        self.lines.extend(f"# {fault}" for fault in faults)

    def note(self, text):
        self.lines.append(f"# {text}")

    def checks(self):
        return [line for line in self.lines if not line.startswith("#")]

    def print(self):
        print("TAP version 13", f"1..{len(self.checks())}", *self.lines, sep="\n")


def report_pairs(report, claims, found, argued):
    pairs = sorted({(claim.org, claim.compilation) for claim in claims})
    for org, compilation in pairs:
        here = [d for d in found if (d.org, d.compilation) == (org, compilation)]
        total = sum((claim.org, claim.compilation) == (org, compilation) for claim in claims)
        faults = [f"{d}: no row in disagreements.csv" for d in here if d not in argued]
        report.check(f"{org} and {compilation}: {total} claims, {len(here)} argued", faults)
        for disagreement in here:
            if disagreement in argued:
                report.note(str(disagreement))


def report_all(package, folder):
    claims = read_claims(folder)
    found = find_disagreements(package, folder, claims)
    argued = read_argued(package)

    report = Report()
    report_pairs(report, claims, found, argued)
    stale = [f"{row}: no such disagreement any more" for row in argued if row not in found]
    report.check("every row of disagreements.csv still matches one", stale)
    known = {row["id"] for row in rows(folder / "sources.csv")}
    strangers = {claim.compilation for claim in claims} - known
    report.check("every claim names a compilation", sorted(strangers))
    report.print()
    return 1 if report.failed else 0


def main(arguments):
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        return report_all(Path(arguments[1]), Path(arguments[2]))
    except (OSError, KeyError, ValueError) as error:
        print(f"Bail out! {type(error).__name__}: {error}")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
