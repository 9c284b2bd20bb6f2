#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that the briefings say nothing that their rows don't support.

Usage: check-briefings.py DATA_DIR

Prints TAP and exits with 1 when a check fails, with 2 when called wrongly.
data/briefings/README.md has the rule that this guards.
"""

import csv
import re
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

LANGUAGES = ("en", "sv")
REQUIRED = ("key", "language", "title", "date", "summary", "organisations", "rests-on")
TABLES = {"event": "events", "membership": "memberships", "source": "sources"}
MIN_WORDS, MAX_WORDS = 120, 400
MONTHS = {
    "en": "january february march april may june july august september october november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
}
PLANNED = {"en": r"\bplanned\b", "sv": r"\bplanera\w*"}
EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?$")


class Moment(NamedTuple):
    """A date as far as it is told: parts that are not told are None."""

    year: int | None
    month: int | None
    day: int | None


class Briefing(NamedTuple):
    path: Path
    language: str
    fields: dict
    paragraphs: list  # (number of its first line, text), headings left out

    @property
    def rests_on(self):
        return self.fields.get("rests-on", "").split()

    @property
    def body(self):
        return "\n\n".join(text for _, text in self.paragraphs)


class Package(NamedTuple):
    rows: dict  # "event:ID" → row
    organisations: set
    names: dict  # language → {name: code of the country}


# --- Reading ---------------------------------------------------------------


def read_table(folder, name):
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_package(folder):
    rows = {
        f"{kind}:{row['id']}": row
        for kind, table in TABLES.items()
        for row in read_table(folder, table)
    }
    names = {language: {} for language in LANGUAGES}
    for row in read_table(folder, "names"):
        if row["kind"] == "country" and row["lang"] in names:
            names[row["lang"]][row["name"]] = row["code"]
    organisations = {row["id"] for row in read_table(folder, "organisations")}
    return Package(rows, organisations, names)


def split_paragraphs(lines, first):
    paragraphs, start, words = [], first, []
    for number, line in enumerate([*lines, ""], first):
        if line.strip():
            start = number if not words else start
            words.append(line.strip())
        elif words:
            paragraphs.append((start, " ".join(words)))
            words = []
    return [(at, text) for at, text in paragraphs if not text.startswith("## ")]


def read_briefing(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0] != "---" or "---" not in lines[1:]:
        return Briefing(path, path.parent.name, {}, [])
    end = lines.index("---", 1)
    pairs = (line.partition(": ") for line in lines[1:end])
    fields = {key: value.strip() for key, _, value in pairs}
    return Briefing(path, path.parent.name, fields, split_paragraphs(lines[end + 1 :], end + 2))


# --- Dates in texts and rows -----------------------------------------------


def parse_edtf(text):
    """The moments that an EDTF level 1 date or interval tells, None if it is none."""
    moments = []
    for part in text.split("/"):
        if part in ("", ".."):
            continue
        match = EDTF.match(part)
        if not match:
            return None
        year, month, day = (int(g) if g else None for g in match.groups())
        try:
            date(year, month or 1, day or 1)
        except ValueError:
            return None
        moments.append(Moment(year, month, day))
    return moments or None


def moments_in(text, language):
    """What a sentence tells of dates: “26–29 May”, “in June 2025”, “since 2010”."""
    months = MONTHS[language].split()
    names = "|".join(months)
    pattern = re.compile(
        rf"(?:\b(\d{{1,2}})(?:[–-](\d{{1,2}}))? )?\b({names})\b(?: (\d{{4}})\b)?|\b((?:19|20)\d\d)\b",
        re.IGNORECASE,
    )
    found = []
    for first, last, month, year, lone_year in pattern.findall(text):
        if lone_year:
            found.append(Moment(int(lone_year), None, None))
        elif first:
            days = range(int(first), int(last or first) + 1)
            found += [Moment(int(year) if year else None, months.index(month.lower()) + 1, d) for d in days]
        elif year:
            found.append(Moment(int(year), months.index(month.lower()) + 1, None))
    return found


def moments_of_row(row):
    """All that a row tells of dates; days told without a year get the row's years."""
    moments = []
    for column, cell in row.items():
        if column in ("date", "from", "to"):
            moments += parse_edtf(cell) or []
        elif column == "title" or column.endswith("_en"):
            moments += moments_in(cell.replace("..", " "), "en")
    years = {m.year for m in moments if m.year}
    dated = [m for m in moments if m.year]
    return dated + [m._replace(year=y) for m in moments if not m.year for y in years]


def agrees(told, known):
    return all(part is None or part == other for part, other in zip(told, known))


def write_moment(moment):
    return "-".join("{:02}".format(part) if part else "?" for part in moment)


# --- Countries in texts and rows --------------------------------------------


def countries_in(text, names):
    """Codes of the countries that a text names; the longest name wins."""
    ordered = sorted(names, key=len, reverse=True)
    pattern = rf"(?<!\w)({'|'.join(map(re.escape, ordered))})s?(?!\w)"
    return {names[name] for name in re.findall(pattern, text)}


def countries_of_row(row):
    return set(row.get("countries", "").split()) | {row.get("country")}


# --- Checks: each yields what is wrong ---------------------------------------


def check_front_matter(briefing, package):
    for key in REQUIRED:
        if not briefing.fields.get(key):
            yield f"{briefing.path}: add “{key}: …” to the front matter"
    for key in sorted(set(briefing.fields) - set(REQUIRED)):
        yield f"{briefing.path}: “{key}” is no key of the front matter, remove it"
    if briefing.fields.get("key") != briefing.path.stem:
        yield f"{briefing.path}: key must be “{briefing.path.stem}”, as the file is called"
    if briefing.fields.get("language") != briefing.language:
        yield f"{briefing.path}: language must be “{briefing.language}”, as the folder is called"
    if not parse_edtf(briefing.fields.get("date", "")):
        yield f"{briefing.path}: date must be EDTF such as 2025-05-28 or 2025-05"


def check_ids(briefing, package):
    for entry in briefing.rests_on:
        if entry not in package.rows:
            yield f"{briefing.path}: rests-on: no row “{entry}”"
    for entry in sorted({e for e in briefing.rests_on if briefing.rests_on.count(e) > 1}):
        yield f"{briefing.path}: rests-on: “{entry}” stands there twice"
    for organisation in briefing.fields.get("organisations", "").split():
        if organisation not in package.organisations:
            yield f"{briefing.path}: organisations: no “{organisation}” in organisations.csv"


def check_length(briefing, package):
    words = len(briefing.body.split())
    if not MIN_WORDS <= words <= MAX_WORDS:
        yield f"{briefing.path}: {words} words, wanted {MIN_WORDS} to {MAX_WORDS}"


def check_countries(briefing, package):
    rows = [package.rows[e] for e in briefing.rests_on if e in package.rows]
    known = set().union(*map(countries_of_row, rows)) if rows else set()
    texts = [(1, briefing.fields.get("title", "")), (1, briefing.fields.get("summary", ""))]
    for line, text in texts + briefing.paragraphs:
        for code in sorted(countries_in(text, package.names[briefing.language]) - known):
            yield f"{briefing.path}:{line}: names {code}, which no row in rests-on concerns"


def check_paragraphs(briefing, package):
    for line, text in briefing.paragraphs:
        if not countries_in(text, package.names[briefing.language]):
            yield f"{briefing.path}:{line}: this paragraph names no country, so no page can quote it"


def check_dates(briefing, package):
    rows = [package.rows[e] for e in briefing.rests_on if e in package.rows]
    known = [moment for row in rows for moment in moments_of_row(row)]
    texts = [(1, briefing.fields.get("title", "")), (1, briefing.fields.get("summary", ""))]
    for line, text in texts + briefing.paragraphs:
        for told in moments_in(text, briefing.language):
            if not any(agrees(told, moment) for moment in known):
                yield f"{briefing.path}:{line}: no row in rests-on tells {write_moment(told)}"


def check_reach(briefing, package):
    """Nothing that the text tells as done lies after its date; plans are called plans."""
    rows = [package.rows[e] for e in briefing.rests_on if e in package.rows]
    plans = [row["id"] for row in rows if row.get("planned") == "true"]
    if plans and not re.search(PLANNED[briefing.language], briefing.body):
        yield f"{briefing.path}: {', '.join(plans)} is planned, and the text does not say so"
    reach = max(parse_edtf(briefing.fields.get("date", "")) or [Moment(0, 0, 0)])
    for row in rows:
        for moment in parse_edtf(row.get("date", "")) or []:
            if "planned" in row and row["id"] not in plans and starts_after(moment, reach):
                yield f"{briefing.path}: date lies before {row['id']} ({row['date']}), which it tells"


def starts_after(moment, reach):
    first = (moment.year, moment.month or 1, moment.day or 1)
    last = (reach.year, reach.month or 12, reach.day or 31)
    return first > last


def check_rows_used(briefing, package):
    """A row whose countries are all missing from the text supports nothing in it."""
    named = countries_in(
        " ".join([briefing.fields.get("title", ""), briefing.body]), package.names[briefing.language]
    )
    for entry in briefing.rests_on:
        countries = countries_of_row(package.rows.get(entry, {})) - {None, ""}
        if countries and not countries & named:
            yield f"{briefing.path}: rests-on lists {entry}, whose countries the text does not name"


def check_pair(key, briefings, package):
    missing = [language for language in LANGUAGES if language not in briefings]
    if missing:
        yield f"briefings/{missing[0]}/{key}.md does not exist, write it"
        return
    english, swedish = (briefings[language] for language in LANGUAGES)
    for field in ("date", "organisations", "rests-on"):
        here, there = (set(b.fields.get(field, "").split()) for b in (english, swedish))
        if here != there:
            yield f"{swedish.path}: {field} differs from the English: {' '.join(sorted(here ^ there))}"
    if len(english.paragraphs) != len(swedish.paragraphs):
        yield f"{swedish.path}: {len(swedish.paragraphs)} paragraphs, the English {len(english.paragraphs)}"
    for one, other in zip(english.paragraphs, swedish.paragraphs):
        yield from check_translation(english, swedish, one, other, package)


def check_translation(english, swedish, one, other, package):
    where = f"{swedish.path}:{other[0]}"
    here, there = (
        countries_in(text, package.names[b.language]) for b, (_, text) in ((english, one), (swedish, other))
    )
    if here != there:
        yield f"{where}: names other countries than the English: {' '.join(sorted(here ^ there))}"
    told = [
        sorted(map(str, (m for m in moments_in(text, b.language) if m.month)))
        for b, (_, text) in ((english, one), (swedish, other))
    ]
    if told[0] != told[1]:
        yield f"{where}: tells other dates than the English"


CHECKS = {
    "front matter": check_front_matter,
    "ids exist": check_ids,
    "length": check_length,
    "countries rest on rows": check_countries,
    "paragraphs name a country": check_paragraphs,
    "dates rest on rows": check_dates,
    "date and plans": check_reach,
    "rows are used": check_rows_used,
}


# --- The run ------------------------------------------------------------------


def find_briefings(folder):
    found = {}
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.md")):
            found.setdefault(path.stem, {})[language] = read_briefing(path)
    return found


def run_checks(found, package):
    for key, briefings in sorted(found.items()):
        yield f"{key}: the two languages agree", list(check_pair(key, briefings, package))
        for language, briefing in briefings.items():
            for title, check in CHECKS.items():
                yield f"{key}/{language}: {title}", list(check(briefing, package))


def report(results):
    failed = 0
    print("TAP version 13")
    print(f"1..{len(results)}")
    for number, (title, problems) in enumerate(results, 1):
        print(f"{'not ok' if problems else 'ok'} {number} - {title}")
        for problem in problems:
            print(f"# {problem}")
        failed += bool(problems)
    return failed


def main(arguments):
    if len(arguments) != 1 or not Path(arguments[0], "briefings").is_dir():
        print("Usage: check-briefings.py DATA_DIR (the folder with atlas/ and briefings/)", file=sys.stderr)
        return 2
    data = Path(arguments[0])
    found = find_briefings(data / "briefings")
    results = [("there are at least sixteen subjects", [] if len(found) >= 16 else [f"only {len(found)}"])]
    results += run_checks(found, read_package(data / "atlas"))
    return 1 if report(results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
