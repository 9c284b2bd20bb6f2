#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the labelled texts by which linking is measured.

Usage: check-labelled.py LABELLED_DIR PACKAGE_DIR

Prints TAP and exits with 1 when a check fails, with 2 when called wrongly.
tests/text/labelled/README.md has the format.
"""

import csv
import json
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path

HALVES = ("tune", "apart")
STORIES = "stories"
PARTS = (*HALVES, STORIES)
LANGUAGES = ("en", "sv", "ru")
KINDS = ("name", "adjective", "demonym", "capital", "seat", "leader", "abbreviation")
KEYS = {"id", "lang", "group", "date", "text", "mentions", "about", "maybe_about"}
MENTION_KEYS = {"text", "nth", "target", "kind", "optional"}
TEXTS_PER_HALF = 75
TEXTS_PER_LANGUAGE = 60
MOST_WORDS = {"tune": 120, "apart": 120, STORIES: 350}
STORIES_PER_LANGUAGE = {"en": 80, "sv": 40, "ru": 40}
SHORTEST_SENTENCE = 3  # words; “Mr.” and “Yes.” prove nothing
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")


# --- Reading ---------------------------------------------------------------


def read_part(folder, part):
    """(where it stands, entry) of each text of one part."""
    for language in LANGUAGES:
        path = folder / f"{part}.{language}.jsonl"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{path.name}:{number}", json.loads(line)


def read_column(path, column):
    with open(path, encoding="utf-8", newline="") as file:
        return {row[column] for row in csv.DictReader(file)}


def nth_start(text, part, nth):
    """Where the nth occurrence begins, counted with overlaps; -1 if there is none."""
    start = -1
    for _ in range(nth):
        start = text.find(part, start + 1)
        if start < 0:
            break
    return start


def all_entries(parts):
    return [pair for part in PARTS for pair in parts[part]]


# --- Checks: each yields what is wrong -----------------------------------------


def check_keys(parts, _targets):
    for where, entry in all_entries(parts):
        if set(entry) != KEYS:
            yield f"{where}: its keys are {', '.join(entry)}"
        elif entry["lang"] != where.split(".")[1]:
            yield f"{where}: says that it is in {entry['lang']}"


def check_dates(parts, _targets):
    for where, entry in all_entries(parts):
        try:
            date.fromisoformat(entry["date"] or "2000-01-01")
        except ValueError:
            yield f"{where}: {entry['date']} is no day"


def check_mentions(parts, _targets):
    for where, entry in all_entries(parts):
        for mention in entry["mentions"]:
            if not {"text", "target", "kind"} <= set(mention) <= MENTION_KEYS:
                yield f"{where}: a mention has the keys {', '.join(mention)}"
            elif mention["kind"] not in KINDS:
                yield f"{where}: {mention['kind']} is no kind"


def check_places(parts, _targets):
    for where, entry in all_entries(parts):
        end = 0
        for mention in entry["mentions"]:
            start = nth_start(entry["text"], mention["text"], mention.get("nth", 1))
            if start < 0:
                yield f"{where}: “{mention['text']}” is not in the text as often as it says"
            elif start < end:
                yield f"{where}: “{mention['text']}” overlaps the one before, or is out of order"
            end = max(end, start + len(mention["text"]))


def check_targets(parts, targets):
    for where, entry in all_entries(parts):
        for mention in entry["mentions"]:
            told = mention["target"].split()
            yield from (f"{where}: there is no {target}" for target in told if target not in targets)
            if len(told) != 1 and not mention.get("optional"):
                yield f"{where}: “{mention['text']}” has {len(told)} targets and is not optional"
        for country in entry["about"] + entry["maybe_about"]:
            if country not in targets or country.startswith("org:"):
                yield f"{where}: is about {country}, which is no country"


def check_about(parts, _targets):
    """A text is about countries that it mentions."""
    for where, entry in all_entries(parts):
        mentioned = {target for mention in entry["mentions"] for target in mention["target"].split()}
        told = entry["about"] + entry["maybe_about"]
        yield from (f"{where}: is about {country}, which it never mentions" for country in told if country not in mentioned)
        if len(set(told)) != len(told):
            yield f"{where}: names a country twice in what it is about"


def check_length(parts, _targets):
    for part in PARTS:
        for where, entry in parts[part]:
            words = len(entry["text"].split())
            if not 0 < words <= MOST_WORDS[part]:
                yield f"{where}: {words} words"


def check_sizes(parts, _targets):
    for half in HALVES:
        if len(parts[half]) < TEXTS_PER_HALF:
            yield f"{half} has {len(parts[half])} texts, wanted {TEXTS_PER_HALF}"
    counts = Counter(entry["lang"] for _, entry in parts[STORIES])
    for language, wanted in STORIES_PER_LANGUAGE.items():
        if counts[language] < wanted:
            yield f"{STORIES} has {counts[language]} texts in {language}, wanted {wanted}"


def check_balance(parts, _targets):
    """The languages have about as many texts each, and each the same in both halves."""
    counts = {half: Counter(entry["lang"] for _, entry in parts[half]) for half in HALVES}
    total = counts["tune"] + counts["apart"]
    for language in LANGUAGES:
        if abs(counts["tune"][language] - counts["apart"][language]) > 2:
            yield f"{language}: {counts['tune'][language]} texts in tune, {counts['apart'][language]} in apart"
        if total[language] < TEXTS_PER_LANGUAGE:
            yield f"{language}: {total[language]} texts, wanted {TEXTS_PER_LANGUAGE}"
    if max(total.values()) > 1.25 * min(total.values()):
        yield f"one language has far more texts than another: {dict(total)}"


def check_groups(parts, _targets):
    counts = {half: Counter((entry["lang"], entry["group"]) for _, entry in parts[half]) for half in HALVES}
    for group in sorted(counts["tune"].keys() | counts["apart"].keys()):
        if abs(counts["tune"][group] - counts["apart"][group]) > 1:
            yield f"{group}: {counts['tune'][group]} texts in tune, {counts['apart'][group]} in apart"


def check_apart(parts, _targets):
    """No sentence stands in two texts, so that none stands in two parts."""
    seen = {}
    for where, entry in all_entries(parts):
        for sentence in filter(None, SENTENCE.split(entry["text"])):
            if len(sentence.split()) < SHORTEST_SENTENCE:
                continue
            if sentence in seen:
                yield f"{where}: “{sentence}” stands in {seen[sentence]} too"
            seen[sentence] = where


def check_ids(parts, _targets):
    counts = Counter(entry["id"] for _, entry in all_entries(parts))
    yield from (f"{name} is the id of {count} texts" for name, count in counts.items() if count > 1)


CHECKS = {
    "every text has its keys": check_keys,
    "ids are unique": check_ids,
    "dates are days": check_dates,
    "mentions have their keys and a known kind": check_mentions,
    "mentions stand in their text, in order, and do not overlap": check_places,
    "targets exist": check_targets,
    "texts are about what they mention": check_about,
    "texts are short": check_length,
    "each part is large enough": check_sizes,
    "the languages are balanced": check_balance,
    "the halves have the same mix": check_groups,
    "the parts share no sentence": check_apart,
}


# --- The run ------------------------------------------------------------------


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
    if len(arguments) != 2 or not all(Path(folder).is_dir() for folder in arguments):
        print("Usage: check-labelled.py LABELLED_DIR PACKAGE_DIR", file=sys.stderr)
        return 2
    folder, package = map(Path, arguments)
    parts = {part: list(read_part(folder, part)) for part in PARTS}
    organisations = read_column(package / "organisations.csv", "id")
    targets = read_column(package / "countries.csv", "code") | {f"org:{name}" for name in organisations}
    return 1 if report([(title, list(check(parts, targets))) for title, check in CHECKS.items()]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
