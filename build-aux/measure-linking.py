#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how well text is linked to countries and organisations.

Usage: measure-linking.py [--open] [--errors | --json | --bench] BUILDDIR

Runs `atlasctl mentions` over tests/text/labelled, whose README says what the
labels mean, and prints precision, recall and F1 of each part.  A mention is
found where one with the same target overlaps it; mentions that the program
itself calls doubtful count as not linked.  What was found or missed counts
under the kind of its label, what was wrong under the kind that the program
gave it.  Of the part set apart, nothing but the figures is ever printed.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).resolve().parent.parent
OPEN_PARTS = ("tune", "stories")
PARTS = (*OPEN_PARTS, "apart")
LANGUAGES = ("en", "sv", "ru")
NAMING = ("name", "abbreviation")
NAMED = "named countries"
BY_TEXT = "named countries by text"
ALL_BY_TEXT = "all countries by text"
ABOUT = "about"
DOUBTFUL = "doubtful ones"
CONTEXT = 30


class Mention(NamedTuple):
    start: int
    end: int
    targets: frozenset
    kind: str
    loose: bool  # a label that is optional, a link that is doubtful

    def meets(self, other):
        return self.start < other.end and other.start < self.end and bool(self.targets & other.targets)

    @property
    def what(self):
        """The row that it belongs to: countries and organisations have kinds of their own."""
        side = "organisation" if any(target.startswith("org:") for target in self.targets) else "country"
        return f"{side}, {self.kind}"


class Tally:
    def __init__(self):
        self.found = self.missed = self.wrong = 0

    def rates(self):
        """Precision, recall and F1; None where there is nothing to divide by."""
        linked, labelled = self.found + self.wrong, self.found + self.missed
        both = 2 * self.found + self.wrong + self.missed
        return (self.found / linked if linked else None, self.found / labelled if labelled else None,
                2 * self.found / both if both else None)


# --- Labels and links ----------------------------------------------------------


def read_part(part):
    for language in LANGUAGES:
        path = TOP / "tests/text/labelled" / f"{part}.{language}.jsonl"
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def nth_start(text, part, nth):
    start = -1
    for _ in range(nth):
        start = text.index(part, start + 1)
    return start


def labels_of(entry):
    labels = []
    for mention in entry["mentions"]:
        start = nth_start(entry["text"], mention["text"], mention.get("nth", 1))
        labels.append(Mention(start, start + len(mention["text"]), frozenset(mention["target"].split()), mention["kind"],
                              mention.get("optional", False)))
    return labels


def links_of(entry, answer):
    links = []
    subjects = [(subject["country"], subject) for subject in answer["countries"]]
    subjects += [("org:" + subject["org"], subject) for subject in answer["organisations"]]
    for target, subject in subjects:
        for mention in subject["mentions"]:
            start, end = mention["start"], mention["end"]
            if entry["text"][start:end] != mention["text"]:
                raise RuntimeError(f"{entry['id']}: the offsets are not those of the text")
            links.append(Mention(start, end, frozenset([target]), mention["kind"], mention["doubtful"]))
    return sorted(links, key=lambda link: link.start)


def ask(program, entry):
    date = ["--date", entry["date"]] if entry["date"] else []
    done = subprocess.run([program, "mentions", "-", "--json", *date], input=entry["text"].encode("utf-8"),
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


# --- Counting --------------------------------------------------------------------


def rows_of(mention):
    """The rows in which a mention counts."""
    yield mention.what
    side = mention.what.partition(",")[0]
    yield f"{side}, any kind"
    if side == "country" and mention.kind in NAMING:
        yield NAMED


def count_mentions(add, labels, links):
    """add(row, outcome, mention) for each label and each wrong link."""
    sure = [link for link in links if not link.loose]
    for label in (label for label in labels if not label.loose):
        outcome = "found" if any(link.meets(label) for link in sure) else "missed"
        for row in rows_of(label):
            add(row, outcome, label)
    for link in links:
        wrong = not any(link.meets(label) for label in labels)
        if link.loose:
            add(DOUBTFUL, "wrong" if wrong else "found", link)
        elif wrong:
            for row in rows_of(link):
                add(row, "wrong", link)


def countries(mentions, kinds=None):
    return {target for mention in mentions if kinds is None or mention.kind in kinds
            for target in mention.targets if not target.startswith("org:")}


def count_sets(add, row, wanted, allowed, got):
    """Sets of countries: those wanted, those that do no harm, those that the program gave."""
    for outcome, chosen in (("found", wanted & got), ("missed", wanted - got), ("wrong", got - wanted - allowed)):
        for country in sorted(chosen):
            add(row, outcome, country)


def count_text(add, entry, answer):
    labels, links = labels_of(entry), links_of(entry, answer)
    count_mentions(add, labels, links)
    sure = [link for link in links if not link.loose]
    wanted = countries([label for label in labels if not label.loose], NAMING)
    count_sets(add, BY_TEXT, wanted, countries(labels) | (countries(sure) - countries(sure, NAMING)), countries(sure))
    count_sets(add, ALL_BY_TEXT, countries([label for label in labels if not label.loose]), countries(labels), countries(sure))
    about = {subject["country"] for subject in answer["countries"] if subject["about"]}
    count_sets(add, ABOUT, set(entry["about"]), set(entry["maybe_about"]), about)


def describe(entry, row, outcome, what):
    if not isinstance(what, Mention):
        return f"{entry['id']}  {outcome:6}  {row}: {what}"
    text = entry["text"].replace("\n", " ")
    before, after = text[max(0, what.start - CONTEXT) : what.start], text[what.end : what.end + CONTEXT]
    return f"{entry['id']}  {outcome:6}  {row}: {' '.join(sorted(what.targets))}  {before}[{text[what.start:what.end]}]{after}"


def measure(part, program):
    """Tallies by (row, language), and what went wrong, in words."""
    tallies, errors = defaultdict(Tally), []
    entries = list(read_part(part))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = list(pool.map(lambda entry: ask(program, entry), entries))
    for entry, answer in zip(entries, answers):

        def add(row, outcome, what, entry=entry):
            for language in (entry["lang"], "all"):
                tally = tallies[row, language]
                setattr(tally, outcome, getattr(tally, outcome) + 1)
            if outcome != "found" and row not in (NAMED, BY_TEXT, ALL_BY_TEXT) and not row.endswith("any kind"):
                errors.append(describe(entry, row, outcome, what))

        count_text(add, entry, answer)
    return tallies, errors


# --- Output ----------------------------------------------------------------------


def order(key):
    row, language = key
    first = (NAMED, BY_TEXT, ALL_BY_TEXT, ABOUT, "country, any kind", "organisation, any kind")
    return (first.index(row) if row in first else len(first), row, (*LANGUAGES, "all").index(language))


def table_rows(part, tallies):
    for row, language in sorted(tallies, key=order):
        tally = tallies[row, language]
        precision, recall, f1 = tally.rates()
        if row == DOUBTFUL:  # no label asks for doubt, so that only their rightness can be told
            recall = f1 = None
        yield {"part": part, "what": row, "lang": language, "precision": precision, "recall": recall, "f1": f1,
               "found": tally.found, "missed": tally.missed, "wrong": tally.wrong}


def print_table(rows):
    def rate(value):
        return "–" if value is None else f"{value:.3f}"

    lines = [("part", "what", "lang", "precision", "recall", "F1", "found", "missed", "wrong")]
    lines += [(row["part"], row["what"], row["lang"], rate(row["precision"]), rate(row["recall"]), rate(row["f1"]),
               str(row["found"]), str(row["missed"]), str(row["wrong"])) for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines)]
    for line in lines:
        cells = [cell.ljust(width) if i < 3 else cell.rjust(width) for i, (cell, width) in enumerate(zip(line, widths))]
        print("  ".join(cells).rstrip())


def print_bench(rows):
    """As bench programs write it: a line for each rate of the part set apart."""
    for row in rows:
        if row["part"] != "apart" or row["what"] == DOUBTFUL:
            continue
        for key, word in (("precision", "precision"), ("recall", "recall"), ("f1", "F1")):
            if row[key] is not None:
                name = f"linking, {row['what']}, {row['lang']}, {word}"
                print(json.dumps({"name": name, "value": row[key], "unit": ""}))


def main():
    parser = argparse.ArgumentParser(description="Measures how well text is linked to countries and organisations.")
    parser.add_argument("builddir", type=Path)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--errors", action="store_true", help="list what went wrong in the parts for tuning")
    parser.add_argument("--open", action="store_true", help="leave the part set apart alone")
    form.add_argument("--json", action="store_true", help="print a list of rows as JSON")
    form.add_argument("--bench", action="store_true", help="print the part set apart as ./dev bench reads it")
    arguments = parser.parse_args()
    program = arguments.builddir / "src/cli/atlasctl"
    os.environ.setdefault("ATLAS_DATA_DIR", str(TOP / "data"))
    if arguments.errors:
        print("\n".join(error for part in OPEN_PARTS for error in measure(part, program)[1]))
        return
    parts = ("apart",) if arguments.bench else OPEN_PARTS if arguments.open else PARTS
    rows = [row for part in parts for row in table_rows(part, measure(part, program)[0])]
    if arguments.json:
        json.dump(rows, sys.stdout, ensure_ascii=False, indent=1)
        print()
    elif arguments.bench:
        print_bench(rows)
    else:
        print_table(rows)


if __name__ == "__main__":
    main()
