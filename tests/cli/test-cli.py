#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real atlasctl as scripts do, and reads what it answers.

Usage: test-cli.py ATLASCTL DATA; prints TAP.
"""

import csv
import datetime
import io
import json
import math
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.dom.minidom
import zlib
from pathlib import Path

from article_files import make_epub, make_odt, make_pdf

ATLASCTL = sys.argv[1]
DATA = Path(sys.argv[2])
VERIFIED = datetime.date.fromisoformat(
    json.loads((DATA / "atlas/datapackage.json").read_text())["verified_until"])

STATUSES = {"member", "suspended", "frozen", "signatory", "invited", "associate", "partner",
            "observer", "dialogue_partner", "withdrawn", "declined"}
ORGANISATIONS = {"CSTO", "SCO", "BRICS", "CIS", "EAEU", "NATO", "ASEAN", "AU", "EU"}

tests = []


def test(function):
    tests.append(function)
    return function


def call(*arguments, data=DATA, locale="C.UTF-8", stdout=subprocess.PIPE, typed="", **variables):
    """Exit code, standard output and standard error of one call."""
    env = {key: value for key, value in os.environ.items()
           if not key.startswith("LC_") and key not in ("LANG", "LANGUAGE")}
    env.update(LC_ALL=locale, G_DEBUG="fatal-criticals", ATLAS_DATA_DIR=str(data), XDG_DATA_HOME="/nowhere", **variables)
    done = subprocess.run([ATLASCTL, *arguments], input=typed.encode("utf-8"), stdout=stdout, stderr=subprocess.PIPE, env=env, timeout=60)
    output = done.stdout.decode("utf-8") if done.stdout is not None else ""
    return done.returncode, output, done.stderr.decode("utf-8")


def answer(*arguments, **options):
    """Standard output of a call that must succeed in silence."""
    code, output, errors = call(*arguments, **options)
    assert code == 0, f"{arguments}: exit {code}: {errors}"
    assert errors == "", f"{arguments}: {errors}"
    return output


def ask(*arguments, **options):
    return json.loads(answer(*arguments, "--json", **options))


def table(*arguments, **options):
    """Rows of a CSV answer, by column; lines must end as RFC 4180 has them."""
    text = answer(*arguments, "--csv", **options)
    assert text.endswith("\r\n"), repr(text[-20:])
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert rows and all(len(row) == len(rows[0]) for row in rows), "rows of different lengths"
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def refuse(*arguments, says="", **options):
    """A wrong call: exit 2, nothing on standard output, a message."""
    code, output, errors = call(*arguments, **options)
    assert code == 2, f"{arguments}: exit {code}"
    assert output == "", f"{arguments}: {output!r}"
    assert errors.startswith("atlasctl: ") and says in errors, f"{arguments}: {errors!r} lacks {says!r}"


def is_day(text):
    return datetime.date.fromisoformat(text).isoformat() == text


# --- status ------------------------------------------------------------------


@test
def status_has_the_promised_shape():
    got = ask("status", "KZ", "--on", "2026-06-01")
    assert got["country"] == "KZ" and got["name"] == "Kazakhstan" and got["on"] == "2026-06-01"
    assert got["verified"] is True
    assert [row["org"] for row in got["memberships"][:3]] == ["CSTO", "SCO", "BRICS"]
    for row in got["memberships"]:
        assert {"org", "status", "of", "since", "member_since", "certain", "source"} <= row.keys()
        assert row["org"] in ORGANISATIONS and row["status"] in STATUSES
        assert is_day(row["since"]) and isinstance(row["certain"], bool)
        assert row["source"]["title"] and "url" in row["source"]
    first = got["memberships"][0]
    assert (first["status"], first["of"], first["since"], first["member_since"], first["certain"]) == \
        ("member", None, "1994-04-20", "1994-04-20", True)


@test
def status_follows_lineages():
    def tie(country, organisation, day):
        rows = ask("status", country, "--on", day)["memberships"]
        return next((row for row in rows if row["org"] == organisation), None)

    assert tie("KZ", "CSTO", "2003-01-01")["since"] == "1994-04-20"
    uzbekistan = tie("UZ", "CSTO", "2026-06-01")
    assert (uzbekistan["status"], uzbekistan["since"], uzbekistan["member_since"]) == ("withdrawn", "2012-12-19", None)
    assert tie("MA", "AU", "2010-01-01")["status"] == "withdrawn"
    car = tie("CF", "AU", "2026-06-01")
    assert (car["status"], car["since"], car["member_since"]) == ("member", "2016-04-06", "1963-05-25")
    russia = tie("RU", "NATO", "2020-01-01")
    assert (russia["status"], russia["of"], russia["belongs"]) == ("suspended", "partner", False)
    armenia = tie("AM", "CSTO", "2026-06-01")
    assert (armenia["status"], armenia["of"]) == ("frozen", "member")
    assert tie("FR", "CSTO", "2026-06-01") is None


@test
def status_says_what_is_not_verified():
    after = (VERIFIED + datetime.timedelta(days=1)).isoformat()
    assert ask("status", "KZ", "--on", VERIFIED.isoformat())["verified"] is True
    assert ask("status", "KZ", "--on", after)["verified"] is False
    assert "verified until" in answer("status", "KZ", "--on", after)
    assert "verified until" not in answer("status", "KZ", "--on", VERIFIED.isoformat())


@test
def status_on_an_uncertain_day():
    def georgia(day):
        return next(row for row in ask("status", "GE", "--on", day)["memberships"] if row["org"] == "CSTO")

    row = georgia("1993-10-01")
    assert (row["status"], row["since"], row["certain"]) == ("signatory", "1993-09-09", False)
    assert georgia("1993-12-09")["certain"] is True


@test
def status_without_ties():
    assert ask("status", "AQ", "--on", "2026-06-01")["memberships"] == []
    assert table("status", "AQ", "--on", "2026-06-01") == []
    assert "No tie" in answer("status", "AQ", "--on", "2026-06-01")


@test
def status_without_a_day_is_about_today():
    before = datetime.date.today()
    got = datetime.date.fromisoformat(ask("status", "KZ")["on"])
    assert before <= got <= datetime.date.today()


@test
def status_as_a_table():
    rows = table("status", "KZ", "--on", "2026-06-01")
    document = ask("status", "KZ", "--on", "2026-06-01")
    assert [row["org"] for row in rows] == [row["org"] for row in document["memberships"]]
    for row, other in zip(rows, document["memberships"]):
        assert row["status"] == other["status"] and row["since"] == other["since"]
        assert row["source_title"] == other["source"]["title"]
        assert row["source_url"] == (other["source"]["url"] or "")


@test
def status_in_words():
    text = answer("status", "KZ", "--on", "2026-06-01")
    assert text.startswith("Kazakhstan on 1 June 2026\n")
    assert "since 20 April 1994" in text and "[1]" in text and "https://" in text


@test
def countries_by_code_or_name():
    for name in ("kz", "Kz", "Kazakhstan", "kazakhstan"):
        assert ask("status", name, "--on", "2026-06-01")["country"] == "KZ"
    assert ask("status", "Kazakstan", "--on", "2026-06-01", "--lang", "sv")["country"] == "KZ"
    assert ask("status", "Türkiye", "--on", "2026-06-01")["country"] == "TR"


@test
def languages_of_names():
    for language, name in (("sv", "Kazakstan"), ("sv_SE.UTF-8", "Kazakstan"), ("ru", "Казахстан"),
                           ("en-GB", "Kazakhstan"), ("xx", "Kazakhstan")):
        assert ask("status", "KZ", "--on", "2026-06-01", "--lang", language)["name"] == name, language
        assert ask("status", "KZ", "--on", "2026-06-01", f"--lang={language}")["name"] == name, language


@test
def answers_are_utf8_in_any_locale():
    for locale in ("C", "C.UTF-8", "POSIX", "no_SUCH.UTF-8"):
        assert ask("status", "KZ", "--on", "2026-06-01", "--lang", "ru", locale=locale)["name"] == "Казахстан"
        assert "Казахстан" in answer("status", "KZ", "--on", "2026-06-01", "--lang", "ru", locale=locale)


def write_catalogue(folder, messages):
    """A compiled catalogue of gettext, as its manual lays one out."""
    path = folder / "sv/LC_MESSAGES/alliance-atlas.mo"
    path.parent.mkdir(parents=True)
    pairs = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **messages}.items())
    texts = [key.encode() for key, _ in pairs] + [value.encode() for _, value in pairs]
    at = 28 + 8 * len(texts)
    index, body = b"", b""
    for text in texts:
        index += struct.pack("<II", len(text), at + len(body))
        body += text + b"\0"
    path.write_bytes(struct.pack("<7I", 0x950412de, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, at) + index + body)


@test
def words_follow_lang_in_any_locale():
    with tempfile.TemporaryDirectory(prefix="atlas-cli-") as folder:
        write_catalogue(Path(folder), {"Nothing changed.\n": "Inget ändrades.\n"})
        for locale in ("C", "C.UTF-8", "en_GB.UTF-8", "no_SUCH.UTF-8"):
            for language, expected in (("sv", "Inget ändrades.\n"), ("sv-SE", "Inget ändrades.\n"), ("en", "Nothing changed.\n")):
                got = answer("changes", "--to", "1800", "--lang", language, locale=locale, ATLAS_LOCALE_DIR=folder)
                assert got == expected, (locale, language, got)


# --- members -----------------------------------------------------------------


@test
def members_through_the_years():
    for day, belonging, former in (("1995-01-01", 9, []), ("2000-01-01", 6, ["AZ", "GE", "UZ"]),
                                   ("2026-06-01", 6, ["AZ", "GE", "UZ"])):
        got = ask("members", "CSTO", "--on", day)
        assert got["org"] == "CSTO" and got["on"] == day
        assert sum(row["belongs"] for row in got["members"]) == belonging, day
        assert [row["country"] for row in got["former"]] == former, day
    assert [(row["country"], row["status"], row["of"]) for row in got["members"]] == [
        ("AM", "frozen", "member"), ("BY", "member", None), ("KG", "member", None), ("KZ", "member", None),
        ("RS", "observer", None), ("RU", "member", None), ("TJ", "member", None)]
    assert {row["country"]: row["left"] for row in got["former"]} == \
        {"AZ": "1999-04-21", "GE": "1999-04-21", "UZ": "2012-12-19"}


@test
def members_have_the_promised_shape():
    for organisation in sorted(ORGANISATIONS):
        got = ask("members", organisation, "--on", "2026-06-01")
        codes = [row["country"] for row in got["members"]]
        assert codes == sorted(codes) and codes
        for row in got["members"]:
            assert {"country", "name", "status", "of"} <= row.keys()
            assert row["status"] in STATUSES - {"withdrawn", "declined"}
        for row in got["former"]:
            assert is_day(row["left"])


@test
def members_of_a_predecessor_are_its_lineage():
    assert ask("members", "CST", "--on", "1995-01-01") == ask("members", "CSTO", "--on", "1995-01-01")
    assert ask("members", "OAU", "--on", "2010-01-01")["org"] == "AU"


@test
def organisations_by_id_or_abbreviation():
    assert ask("members", "csto", "--on", "2026-06-01")["org"] == "CSTO"
    assert ask("members", "OSS", "--on", "2026-06-01", "--lang", "sv")["org"] == "CIS"
    assert ask("members", "ОДКБ", "--on", "2026-06-01", "--lang", "ru")["org"] == "CSTO"


@test
def members_before_there_were_any():
    got = ask("members", "BRICS", "--on", "1900-01-01")
    assert got["members"] == [] and got["former"] == []


@test
def members_as_a_table():
    rows = table("members", "CSTO", "--on", "2026-06-01")
    assert len(rows) == 10
    assert [row["country"] for row in rows if row["status"] == "withdrawn"] == ["AZ", "GE", "UZ"]
    assert sum(row["belongs"] == "true" for row in rows) == 6


@test
def members_in_words():
    text = answer("members", "CSTO", "--on", "2026-06-01")
    assert "6 members" in text and "3 former members" in text
    assert "frozen (member)" in text and "Azerbaijan" in text


# --- changes -----------------------------------------------------------------


@test
def changes_have_the_promised_shape():
    got = ask("changes", "--from", "2024-01-01", "--to", "2025-12-31")
    assert len(got["changes"]) > 20
    days = [row["date"] for row in got["changes"]]
    assert days == sorted(days) and days[0] >= "2024-01-01" and days[-1] <= "2025-12-31"
    for row in got["changes"]:
        assert {"date", "org", "country", "from", "to"} <= row.keys()
        assert row["from"] in STATUSES | {None} and row["to"] in STATUSES | {None}
        assert (row["from"], row["from_of"]) != (row["to"], row["to_of"])
    belarus = next(row for row in got["changes"] if row["org"] == "SCO" and row["country"] == "BY")
    assert (belarus["date"], belarus["from"], belarus["to"]) == ("2024-07-04", "observer", "member")


@test
def changes_include_both_days():
    assert len(ask("changes", "--from", "2024-02-22", "--to", "2024-02-22")["changes"]) == 1
    assert ask("changes", "--from", "2002-10-07", "--to", "2002-10-07", "--org", "CSTO")["changes"] == []


@test
def changes_of_one_organisation_or_country():
    every = ask("changes")["changes"]
    for arguments, matches in ((("--org", "BRICS"), lambda row: row["org"] == "BRICS"),
                               (("--country", "KZ"), lambda row: row["country"] == "KZ"),
                               (("--org", "AU", "--country", "ML"),
                                lambda row: row["org"] == "AU" and row["country"] == "ML")):
        got = ask("changes", *arguments)["changes"]
        assert got and got == [row for row in every if matches(row)]


@test
def changes_say_what_became_of_the_tie():
    def became(org, country, day):
        rows = ask("changes", "--from", day, "--to", day, "--org", org, "--country", country)["changes"]
        return [row["difference"] for row in rows]

    assert became("SCO", "BY", "2024-07-04") == ["raised"]
    assert became("CSTO", "UZ", "2006-08-16") == ["joined"]
    assert became("CSTO", "UZ", "2012-12-19") == ["left"]
    assert became("CSTO", "AM", "2024-02-22") == ["lowered"]
    assert became("BRICS", "AR", "2023-08-24") == ["new"]
    assert became("BRICS", "AR", "2023-12-22") == ["lowered"]
    assert {row["difference"] for row in ask("changes")["changes"]} <= \
        {"unchanged", "joined", "raised", "new", "lowered", "left"}


@test
def changes_have_a_source_and_a_latest_day():
    rows = ask("changes", "--org", "AU", "--country", "GM")["changes"]
    assert (rows[0]["date"], rows[0]["date_latest"], rows[0]["edtf"][:7]) == ("1965-10-01", "1965-10-31", "1965-10")
    for row in ask("changes")["changes"]:
        assert row["source"]["title"] and "url" in row["source"]
        assert row["date_latest"] >= row["date"]


@test
def changes_of_several_organisations():
    every = ask("changes")["changes"]
    overview = [row for row in every if row["org"] in ("CSTO", "SCO", "BRICS")]
    assert overview and len(overview) < len(every)
    assert ask("changes", "--lens", "overview")["changes"] == overview
    assert ask("changes", "--org", "SCO", "--org", "csto", "--org", "BRICS", "--org", "CST")["changes"] == overview
    assert ask("changes", "--lens", "EU")["changes"] == [row for row in every if row["org"] == "EU"]
    assert ask("changes", "--lens", "overview", "--country", "BY")["changes"] == \
        [row for row in overview if row["country"] == "BY"]
    refuse("changes", "--lens", "overview", "--org", "EU", says="give one of them")
    refuse("changes", "--lens", "QQ", says="QQ")
    refuse("changes", *[word for org in ("CSTO", "SCO", "BRICS", "CIS", "EU") for word in ("--org", org)], says="4 at most")


@test
def changes_in_words_are_grouped_by_organisation():
    text = answer("changes", "--from", "2023-06", "--to", "2024", "--lens", "overview")
    parts = [part.splitlines() for part in text.split("\n\n")]
    assert [part[0] for part in parts[:3]] == ["CSTO", "SCO", "BRICS"]
    assert any(line.startswith("4 July 2024") and "Belarus" in line and "Status raised" in line for line in parts[1])
    assert any("Armenia" in line for line in parts[0]) and not any("Armenia" in line for line in parts[1])
    assert len(parts) == 4 and parts[3][0].startswith("[1] ")


@test
def changes_from_and_to_nothing_are_null():
    rows = ask("changes", "--org", "NATO", "--country", "MT")["changes"]
    assert [(row["from"], row["to"]) for row in rows] == [(None, "partner"), ("partner", None), (None, "partner")]
    assert "no longer partner" in answer("changes", "--org", "NATO", "--country", "MT")


@test
def changes_take_months_and_years():
    assert ask("changes", "--from", "2024", "--to", "2024")["changes"] == \
        ask("changes", "--from", "2024-01-01", "--to", "2024-12-31")["changes"]


@test
def changes_as_a_table():
    rows = table("changes", "--from", "2024", "--to", "2025")
    document = ask("changes", "--from", "2024", "--to", "2025")
    assert [(row["date"], row["org"], row["country"], row["from"], row["to"], row["difference"]) for row in rows] == \
        [(row["date"], row["org"], row["country"], row["from"] or "", row["to"] or "", row["difference"])
         for row in document["changes"]]


@test
def no_changes():
    assert ask("changes", "--from", "1800", "--to", "1801")["changes"] == []
    assert answer("changes", "--from", "1800", "--to", "1801") == "Nothing changed.\n"


# --- timeline ----------------------------------------------------------------


@test
def timeline_holds_changes_and_events_in_order():
    got = ask("timeline", "AM")
    assert got["country"] == "AM" and got["name"] == "Armenia"
    days = [row["date"] for row in got["timeline"]]
    assert days == sorted(days)
    assert {row["kind"] for row in got["timeline"]} == {"change", "event"}
    changes = [row for row in got["timeline"] if row["kind"] == "change"]
    assert len(changes) == len(ask("changes", "--country", "AM")["changes"])
    for row in got["timeline"]:
        assert row["source"]["title"]
        if row["kind"] == "event":
            assert row["title"] and "AM" in row["countries"] and isinstance(row["planned"], bool)


@test
def timeline_of_an_organisation():
    got = ask("timeline", "--org", "CSTO")
    assert got["country"] is None and got["org"] == "CSTO"
    assert any(row["kind"] == "event" and row["date"] == "1992-05-15" for row in got["timeline"])
    both = ask("timeline", "AM", "--org", "CSTO")["timeline"]
    assert both and all(row["kind"] == "event" or (row["org"], row["country"]) == ("CSTO", "AM") for row in both)


@test
def planned_events_are_marked():
    rows = ask("timeline", "--org", "CSTO")["timeline"]
    planned = [row for row in rows if row["kind"] == "event" and row["planned"]]
    assert planned and all(row["date_latest"] > VERIFIED.isoformat() for row in planned)
    assert "(planned)" in answer("timeline", "--org", "CSTO")


@test
def timeline_within_days():
    rows = ask("timeline", "AM", "--from", "2024", "--to", "2024-06")["timeline"]
    assert rows and all("2024-01-01" <= row["date"] <= "2024-06-30" for row in rows)


@test
def timeline_in_swedish():
    swedish = ask("timeline", "AM", "--lang", "sv")["timeline"]
    english = ask("timeline", "AM")["timeline"]
    titles = [(a["title"], b["title"]) for a, b in zip(swedish, english) if a["kind"] == "event"]
    assert titles and all(a != b for a, b in titles)


@test
def timeline_as_a_table():
    rows = table("timeline", "AM")
    assert len(rows) == len(ask("timeline", "AM")["timeline"])
    assert all(row["what"] and row["source_title"] for row in rows)


# --- at ------------------------------------------------------------------------


@test
def places():
    for lon, lat, country in ((71.4, 51.1, "KZ"), (37.6, 55.75, "RU"), (-175, 66, "RU"), (178.1, -17.8, "FJ"),
                              (-47.9, -15.8, "BR"), (44.5, 40.2, "AM"), (116.4, 39.9, "CN"), (18.0, 59.4, "SE")):
        got = ask("at", str(lon), str(lat))
        assert got["country"] == country, (lon, lat, got)
        assert got["disputed"] is False and got["unit"]


@test
def disputed_places():
    got = ask("at", "34.1", "45.2")
    assert (got["country"], got["unit"], got["disputed"]) == ("UA", "UA-43", True)
    assert got["held_by"] == "RU" and "Crimea" in answer("at", "34.1", "45.2")


@test
def the_sea():
    assert ask("at", "-30", "0") == {"country": None}
    assert ask("at", "-30.5", "-.5") == {"country": None}
    assert answer("at", "-30", "0") == "The sea.\n"
    assert table("at", "-30", "0") == [{"lon": "-30", "lat": "0", "country": "", "name": "", "unit": "", "disputed": ""}]


@test
def negative_numbers_are_plain_arguments():
    assert ask("at", "-175", "66")["country"] == "RU"
    assert json.loads(answer("at", "--json", "-58.4", "-34.7"))["country"] == "AR"
    assert json.loads(answer("at", "--lang", "sv", "-58.4", "--json", "-34.7"))["country"] == "AR"
    rows = table("at", "-58.4", "-34.7")
    assert rows[0]["lon"] == "-58.4" and rows[0]["country"] == "AR"


@test
def places_that_are_none():
    for arguments in (("200", "0"), ("0", "91"), ("-181", "0"), ("x", "0"), ("1,5", "2"), ("nan", "0"), ("inf", "0"), ("", "0")):
        refuse("at", *arguments, says="write degrees from")
    refuse("at", "1", says="needs more")
    refuse("at", "1", "2", "3", says="too much")
    refuse("at", "-1", "-2", "-3", says="too much")
    refuse("at", "-x", "2")


# --- mentions -----------------------------------------------------------------


SWEDISH = """Kazakstan och Ryssland skriver under

Vid mötet i Minsk den 28 maj skrev Kazakstans president och Rysslands president
under ett avtal. ODKB, med hela namnet Kollektiva säkerhetsfördragets
organisation, vaktar också Armenien.

Bakgrund

Även kazakiska soldater deltog, sade Kreml. Kazakstan väntar.
"""


def mentions_of(text, *arguments):
    return ask("mentions", "-", *arguments, typed=text)


def places(text, *arguments):
    """What a text names: code, words and doubt of every mention, in its order."""
    got = mentions_of(text, *arguments)
    every = [(mention["start"], subject.get("country") or subject["org"], mention["text"], mention["doubtful"])
             for subject in got["countries"] + got["organisations"] for mention in subject["mentions"]]
    return [entry[1:] for entry in sorted(every)]


@test
def mentions_have_the_promised_shape():
    got = mentions_of(SWEDISH)
    text = answer("mentions", "-", "--text", typed=SWEDISH).removesuffix("\n")
    assert list(got) == ["lang", "date", "countries", "organisations", "dates"]
    assert got["lang"] == "sv" and got["date"] is None
    assert {subject["country"] for subject in got["countries"]} == {"KZ", "RU", "BY", "AM"}
    assert [subject["org"] for subject in got["organisations"]] == ["CSTO"]
    for subject in got["countries"] + got["organisations"]:
        assert subject["count"] == len([mention for mention in subject["mentions"] if not mention["doubtful"]])
        for mention in subject["mentions"]:
            assert list(mention) == ["start", "end", "text", "kind", "why", "doubtful"]
            assert text[mention["start"]:mention["end"]] == mention["text"]
            assert mention["why"].startswith("“") and mention["why"].endswith(".")
    first = got["countries"][0]
    assert first["country"] == "KZ" and first["count"] == 4 and first["about"]
    assert first["mentions"][0] == {"start": 0, "end": 9, "text": "Kazakstan", "kind": "name", "doubtful": False,
                                    "why": first["mentions"][0]["why"]}
    assert [subject["country"] for subject in got["countries"] if subject["about"]] == ["KZ", "RU"]


@test
def short_texts_are_about_something():
    got = mentions_of("Tajikistan reopened its border with Uzbekistan. Tajikistan had closed it in spring, said Tajik guards; "
                      "lorries from China, Iran, Turkey and India had waited.")
    assert [subject["country"] for subject in got["countries"] if subject["about"]] == ["TJ", "UZ"]


@test
def mentions_in_a_wrapped_text():
    text = answer("mentions", "-", "--text", typed=SWEDISH).removesuffix("\n")
    blocks = text.split("\n\n")
    assert len(blocks) == 4 and "\n" not in "".join(blocks)
    assert blocks[0] == "Kazakstan och Ryssland skriver under" and blocks[2] == "Bakgrund"
    assert "säkerhetsfördragets organisation, vaktar" in blocks[1]
    assert answer("mentions", "-", "--text", typed=SWEDISH.replace("\n", "\r\n")).removesuffix("\n") == text
    assert answer("mentions", "-", "--text", typed="\ufeff" + SWEDISH).removesuffix("\n") == text
    assert answer("mentions", "-", "--text", typed="Ett stycke om Polen.\nEtt till.\n") == "Ett stycke om Polen.\n\nEtt till.\n"


@test
def mentions_of_a_file():
    with tempfile.TemporaryDirectory(prefix="atlas-cli-") as folder:
        path = Path(folder) / "artikel på svenska.txt"
        path.write_text(SWEDISH)
        assert ask("mentions", str(path)) == mentions_of(SWEDISH)
        path.write_bytes("Казахстан и Польша подписали договор.".encode("windows-1251"))
        assert [subject["country"] for subject in ask("mentions", str(path))["countries"]] == ["KZ", "PL"]
        path.write_bytes(b"Kazakhstan\0\1\2\3\4\0\0")
        assert call("mentions", str(path))[0] == 1
        path.write_bytes(b"x" * (20 * 1024 * 1024 + 1))
        code, output, errors = call("mentions", str(path))
        assert code == 1 and output == "" and "20 MB" in errors
        code, output, errors = call("mentions", folder)
        assert code == 1 and output == "" and folder in errors
    code, output, errors = call("mentions", "/nowhere.txt")
    assert code == 1 and "/nowhere.txt" in errors


@test
def mentions_in_every_kind_of_file():
    page = ('<html lang="en"><head><title>Talks</title><meta property="article:published_time" content="2010-05-01"></head><body><nav>Poland</nav>'
            "<article><h1>Talks</h1><p>Nazarbayev met the press on April 28 and said that the talks in the capital had gone well for all of them.</p></article></body></html>")
    files = {
        "a.txt": ("Казахстан и Польша подписали договор.".encode("koi8-r"), "ru", None, {"KZ", "PL"}),
        "b.md": ("---\ntitle: Belarus\ndate: 2024\n---\n\nThey *left* Armenia.".encode(), "en", "2024", {"BY", "AM"}),
        "c.html": (page.encode("utf-16"), "en", "2010-05-01", {"KZ"}),
        "d.pdf": (make_pdf("A line", "The ministers of Belarus met in Minsk."), "en", "2025-05-28", {"BY"}),
        "e.epub": (make_epub("Två floder", "sv", "Kirgizistan och Uzbekistan delar en dal."), "sv", None, {"KG", "UZ"}),
        "f.odt": (make_odt("Ett möte", "Georgien var där."), "sv", None, {"GE"}),
    }
    with tempfile.TemporaryDirectory(prefix="atlas-cli-") as folder:
        for name, (data, language, date, countries) in files.items():
            path = Path(folder) / name
            path.write_bytes(data)
            got = ask("mentions", str(path))
            assert (got["lang"], got["date"]) == (language, date), (name, got)
            assert {subject["country"] for subject in got["countries"]} == countries, (name, got)
            text = answer("mentions", str(path), "--text")
            for subject in got["countries"]:
                for mention in subject["mentions"]:
                    assert text[mention["start"]:mention["end"]] == mention["text"], (name, mention)
        page_path = str(Path(folder) / "c.html")
        got = ask("mentions", page_path)
        assert [date["date"] for date in got["dates"]] == ["2010-04-28"], got["dates"]
        got = ask("mentions", page_path, "--date", "2024-06-15")
        assert got["date"] == "2024-06-15" and got["countries"] == [], got


@test
def mentions_in_three_languages():
    assert places("The Kremlin said that Belarusian troops would come.") == [("RU", "Kremlin", False), ("BY", "Belarusian", False)]
    assert places("Президент прибыл в Казахстан, сообщили в ОДКБ.") == [("KZ", "Казахстан", False), ("CSTO", "ОДКБ", False)]
    assert places("Chile", "--lang", "sv") == [("CL", "Chile", False)]
    assert mentions_of("Polen", "--lang", "sv-SE")["lang"] == "sv"


@test
def mentions_know_the_date():
    text = "Nazarbayev met the press in the Kremlin."
    assert ("KZ", "Nazarbayev", False) in places(text, "--date", "2010-05-01")
    assert mentions_of(text, "--date", "2010")["date"] == "2010"
    assert all(name != "Nazarbayev" for _, name, _ in places(text, "--date", "2024-06-15"))
    assert ("KZ", "Nazarbayev", True) in places(text)
    refuse("mentions", "-", "--date", "soon", says="--date: ")


@test
def mentions_tell_dates():
    got = mentions_of("Först mötte de varandra den 28 maj. Avtalet skrevs 2001-06-15 i Åbo.", "--date", "2025-06-02")["dates"]
    assert got == [{"start": 28, "end": 34, "text": "28 maj", "date": "2025-05-28", "resolved_by": "past"},
                   {"start": 51, "end": 61, "text": "2001-06-15", "date": "2001-06-15", "resolved_by": "written"}]
    got = mentions_of("The summit is scheduled for May 28.")["dates"]
    assert [(date["text"], date["date"], date["resolved_by"]) for date in got] == [("May 28", None, "nothing")]


@test
def mentions_as_a_table():
    rows = table("mentions", "-", typed=SWEDISH)
    got = mentions_of(SWEDISH)
    assert len(rows) == sum(len(subject["mentions"]) for subject in got["countries"] + got["organisations"])
    assert [int(row["start"]) for row in rows] == sorted(int(row["start"]) for row in rows)
    assert rows[0]["country"] == "KZ" and rows[0]["about"] == "true" and rows[0]["text"] == "Kazakstan"


@test
def mentions_in_words():
    text = answer("mentions", "-", typed=SWEDISH)
    assert "Kazakhstan  about it  Kazakstan, Kazakstans, kazakiska" in text and "Armenia" in text and "CSTO" in text
    assert answer("mentions", "-", typed="") == "The text names no country and no organisation.\n"
    assert answer("mentions", "-", "--text", typed="") == "\n"


@test
def wrong_calls_of_mentions():
    refuse("mentions", says="needs more")
    refuse("mentions", "-", "-", says="too much")
    refuse("mentions", "-", "--lang", "ja", says="ja")
    refuse("mentions", "-", "--text", "--json", says="--text")


# --- excerpts --------------------------------------------------------------------


@test
def excerpts_have_the_promised_shape():
    got = ask("excerpts", "KZ")
    assert got["country"] == "KZ" and len(got["excerpts"]) >= 3
    for excerpt in got["excerpts"]:
        assert {"article", "title", "lang", "date", "text", "mentions"} <= excerpt.keys()
        assert excerpt["lang"] == "en" and excerpt["mentions"]
        for mention in excerpt["mentions"]:
            assert {"start", "end", "text", "kind"} <= mention.keys()
            assert excerpt["text"][mention["start"]:mention["end"]] == mention["text"]


@test
def offsets_count_code_points():
    behind_two_bytes = 0
    for code in ("RU", "BY", "CN", "AM", "KZ"):
        for excerpt in ask("excerpts", code, "--lang", "sv")["excerpts"]:
            assert excerpt["lang"] == "sv"
            for mention in excerpt["mentions"]:
                assert excerpt["text"][mention["start"]:mention["end"]] == mention["text"]
                behind_two_bytes += len(excerpt["text"][:mention["start"]].encode()) != mention["start"]
    assert behind_two_bytes > 0, "no mention stands behind a letter of two bytes"


@test
def excerpts_of_an_organisation():
    got = ask("excerpts", "--org", "CSTO", "--limit", "4")
    assert got["org"] == "CSTO" and len(got["excerpts"]) == 4


@test
def excerpts_until_a_day():
    every = ask("excerpts", "KZ")["excerpts"]
    got = ask("excerpts", "KZ", "--until", "2025-09-01")["excerpts"]
    assert 0 < len(got) < len(every)
    assert got == [excerpt for excerpt in every if excerpt["date"] <= "2025-09-01"]
    assert ask("excerpts", "KZ", "--until", "1991")["excerpts"] == []
    assert ask("excerpts", "KZ", "--until", "2100")["excerpts"] == every
    refuse("excerpts", "KZ", "--until", "yesterday", says="--until: ")


@test
def excerpts_as_a_table():
    rows = table("excerpts", "KZ")
    assert len(rows) == sum(len(excerpt["mentions"]) for excerpt in ask("excerpts", "KZ")["excerpts"])
    for row in rows:
        assert row["text"][int(row["start"]):int(row["end"])] == row["mention"]


@test
def excerpts_of_nobody():
    assert ask("excerpts", "TV")["excerpts"] == []
    assert answer("excerpts", "TV") == "Nothing was written.\n"
    refuse("excerpts", says="needs more")
    refuse("excerpts", "KZ", "--org", "CSTO", says="too much")
    refuse("excerpts", "KZ", "--limit", "-1", says="below zero")
    refuse("excerpts", "KZ", "--limit", "many")


# --- render ------------------------------------------------------------------------


def read_png(path):
    """Width, height and rows of (red, green, blue); of the PNGs that cairo writes."""
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, pixels = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", data[at + 8:at + 18])
        elif kind == b"IDAT":
            pixels += data[at + 8:at + 8 + length]
        at += length + 12
    assert depth == 8 and colour in (2, 6)
    size = 3 if colour == 2 else 4
    pixels = zlib.decompress(pixels)
    rows, before = [], bytearray(width * size)
    for y in range(height):
        start = y * (width * size + 1)
        row = unfilter(pixels[start], bytearray(pixels[start + 1:start + 1 + width * size]), before, size)
        rows.append([tuple(row[x * size:x * size + 3]) for x in range(width)])
        before = row
    return width, height, rows


def unfilter(kind, row, before, size):
    for i in range(len(row)) if kind else ():
        left = row[i - size] if i >= size else 0
        up = before[i]
        corner = before[i - size] if i >= size else 0
        if kind == 4:
            near = left + up - corner
            value = min((left, up, corner), key=lambda other: abs(near - other))
        else:
            value = (left, up, (left + up) // 2)[kind - 1]
        row[i] = row[i] + value & 0xff
    return row


def place_in_mercator(document, lon, lat):
    """The pixel of a place, by the formula of the projection and what atlasctl says of its map."""
    where = document["map"]

    def northing(degrees):
        return math.asinh(math.tan(math.radians(degrees)))

    return (where["centre_x"] + math.radians(lon - where["centre_lon"]) * where["radian"],
            where["centre_y"] - (northing(lat) - northing(where["centre_lat"])) * where["radian"])


class Folder:
    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="atlas-cli-"))
        return self.folder

    def __exit__(self, *_):
        shutil.rmtree(self.folder)


@test
def pictures_of_every_kind():
    with Folder() as folder:
        assert answer("render", "-o", str(folder / "a.png"), "--size", "640x400") == ""
        assert read_png(folder / "a.png")[:2] == (640, 400)
        answer("render", "-o", str(folder / "b.png"), "--size", "320x200", "--scale", "1.5")
        assert read_png(folder / "b.png")[:2] == (480, 300)
        answer("render", "--output", str(folder / "a.svg"), "--lens", "NATO", "--style", "dark")
        assert xml.dom.minidom.parse(str(folder / "a.svg")).documentElement.tagName == "svg"
        answer("render", "-o", str(folder / "a.pdf"), "--projection", "mercator", "--lang", "sv", "--title", "Å")
        assert (folder / "a.pdf").read_bytes().startswith(b"%PDF-")


@test
def timelines_of_every_kind():
    with Folder() as folder:
        assert answer("timeline", "KZ", "-o", str(folder / "a.png"), "--width", "640") == ""
        country = read_png(folder / "a.png")
        answer("timeline", "-o", str(folder / "b.png"), "--width", "640", "--lang", "sv")
        overview = read_png(folder / "b.png")
        assert country[0] == overview[0] == 640
        assert country[1] > overview[1] > 150, "six lanes are higher than three curves"
        answer("timeline", "KZ", "--org", "SCO", "-o", str(folder / "c.png"), "--width", "640")
        assert read_png(folder / "c.png")[1] < overview[1], "one lane"
        answer("timeline", "--org", "SCO", "--output", str(folder / "a.svg"), "--from", "2000", "--to", "2020")
        assert xml.dom.minidom.parse(str(folder / "a.svg")).documentElement.tagName == "svg"
        answer("timeline", "AM", "-o", str(folder / "a.pdf"))
        assert (folder / "a.pdf").read_bytes().startswith(b"%PDF-")
        refuse("timeline", "KZ", "-o", str(folder / "a.gif"), says=".png, .svg or .pdf")
        refuse("timeline", "KZ", "-o", str(folder / "a.png"), "--width", "3", says="--width")


@test
def pictures_say_what_they_are():
    with Folder() as folder:
        path = folder / "map.png"
        got = ask("render", "-o", str(path), "--on", "2026-06-01", "--lens", "sco", "--size", "400x300")
        assert (got["file"], got["on"], got["lens"], got["projection"], got["style"]) == \
            (str(path), "2026-06-01", "SCO", "equal-area", "light")
        assert (got["width"], got["height"], got["verified"]) == (400, 300, True)
        assert got["from"] is None
        assert table("render", "-o", str(path), "--on", "2026-06-01")[0]["lens"] == "overview"
        got = ask("render", "-o", str(path), "--from", "2022", "--on", "2024-12-31")
        assert (got["from"], got["on"]) == ("2022-01-01", "2024-12-31")
        row = table("render", "-o", str(path), "--from", "2024-12-31", "--on", "2024-12-31")[0]
        assert (row["from"], row["on"]) == ("2024-12-31", "2024-12-31")


def is_about(colour, other):
    return all(abs(a - b) <= 12 for a, b in zip(colour, other))


def colours(folder, places, *arguments):
    path = folder / "map.png"
    got = ask("render", "-o", str(path), "--projection", "mercator", "--bare", "--size", "1600x1000", *arguments)
    _, _, rows = read_png(path)
    found = {}
    for name, (lon, lat) in places.items():
        x, y = place_in_mercator(got, lon, lat)
        found[name] = rows[int(y)][int(x)]
    return found


@test
def pictures_have_the_right_colours():
    places = {"KZ": (75.3, 49.7), "KZ too": (57.4, 48.2), "RU": (121.5, 63.0), "BY": (29.6, 52.6), "MN": (100.3, 45.6),
              "TM": (57.0, 40.9), "sea": (85.0, 12.0), "more sea": (64.0, 16.0)}
    with Folder() as folder:
        now = colours(folder, places, "--on", "2026-06-01", "--lens", "CSTO")
        assert now["KZ"] == now["KZ too"] == now["RU"] == now["BY"], now
        assert now["sea"] == now["more sea"] == (0xe3, 0xeb, 0xf1), now
        assert now["MN"] == now["TM"] == (0xf3, 0xf1, 0xec), now
        assert len({now["KZ"], now["MN"], now["sea"]}) == 3, now
        red, green, blue = now["KZ"]
        assert red > green + 60 and red > blue + 40, now

        before = colours(folder, places, "--on", "1990-01-01", "--lens", "CSTO")
        assert before["RU"] == before["MN"] == (0xf3, 0xf1, 0xec), before
        # Not independent yet.
        assert before["KZ"] == before["BY"] == (0xe6, 0xe3, 0xdd), before

        dark = colours(folder, places, "--on", "2026-06-01", "--lens", "CSTO", "--style", "dark")
        assert dark["sea"] == (0x1b, 0x22, 0x28) and dark["MN"] == dark["TM"] == (0x35, 0x3a, 0x3c), dark


@test
def pictures_show_what_changed():
    places = {"BY": (29.6, 52.6), "IR": (54.0, 32.0), "KZ": (75.3, 49.7), "SE": (15.0, 63.5)}
    joined, raised, unchanged, lost, none = (0x23, 0x80, 0x6f), (0x95, 0xc1, 0xaf), (0xb5, 0xb9, 0xcf), \
        (0xc4, 0x62, 0x2d), (0xf3, 0xf1, 0xec)
    with Folder() as folder:
        # Iran became a member of the SCO in July 2023, Belarus in July 2024.
        sco = colours(folder, places, "--from", "2022-01-01", "--on", "2024-12-31", "--lens", "SCO")
        assert (sco["BY"], sco["IR"], sco["KZ"], sco["SE"]) == (raised, raised, unchanged, none), sco
        # Iran came to BRICS in that time too.
        overview = colours(folder, places, "--from", "2022-01-01", "--on", "2024-12-31")
        assert overview["IR"] == joined and overview["SE"] == none, overview
        # Uzbekistan left the CSTO for the second time in 2012: hatched.
        csto = colours(folder, {i: (56.5 + i / 25, 44.3) for i in range(50)},
                       "--from", "2012-01-01", "--on", "2013-01-01", "--lens", "CSTO")
        assert none in csto.values() and any(is_about(colour, lost) for colour in csto.values()), csto


@test
def pictures_that_cannot_be():
    with Folder() as folder:
        path = str(folder / "map.png")
        refuse("render", says="-o is missing")
        refuse("render", "-o", str(folder / "map.gif"), says=".png, .svg or .pdf")
        refuse("render", "-o", path, "map", says="too much")
        refuse("render", "-o", path, "--on", "2026", says="write one day")
        refuse("render", "-o", path, "--lens", "UN", says="CSTO, SCO, BRICS")
        refuse("render", "-o", path, "--projection", "globe", says="mercator, equal-area")
        refuse("render", "-o", path, "--style", "pink", says="light, dark")
        refuse("render", "-o", path, "--from", "2025", "--on", "2024-12-31", says="swap them")
        refuse("render", "-o", path, "--from", "soon", "--on", "2024-12-31", says="--from")
        for size in ("1600", "x", "10x10", "99999x1000", "1600x1000x3", "-1x5", "1600 x 1000", ""):
            refuse("render", "-o", path, "--size", size, says="--size")
        for scale in ("0", "-1", "17", "nan", "x"):
            refuse("render", "-o", path, "--scale", scale, says="scale")
        assert list(folder.iterdir()) == []
        code, output, errors = call("render", "-o", "/nowhere/map.png")
        assert code == 1 and output == "" and "/nowhere/map.png" in errors


# --- validate ----------------------------------------------------------------------


class Package:
    """A copy of the data package to damage."""

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="atlas-cli-"))
        self.path = self.folder / "package"
        shutil.copytree(DATA / "atlas", self.path)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def replace(self, name, old, new):
        data = (self.path / name).read_bytes()
        assert old in data, f"{name} has no {old!r}"
        (self.path / name).write_bytes(data.replace(old, new, 1))


@test
def validate_finds_nothing_in_ours():
    for arguments in ((), (str(DATA),), (str(DATA / "atlas"),)):
        assert "no problems" in answer("validate", *arguments)
        got = ask("validate", *arguments)
        assert got["valid"] is True and got["problems"] == []
        assert table("validate", *arguments) == []


@test
def validate_names_file_line_and_column():
    with Package() as package:
        package.replace("memberships.csv", b",KZ,member,", b",KZ,Member,")
        package.replace("events.csv", b",false,", b",maybe,")
        code, output, errors = call("validate", str(package.path))
        assert code == 1 and output == ""
        lines = errors.splitlines()
        assert len(lines) == 3 and lines[-1] == "atlasctl: 2 problems"
        for line, name in zip(lines, ("events.csv", "memberships.csv")):
            path, number, column, message = line.split(":", 3)
            assert path == str(package.path / name) and int(number) > 1 and int(column) > 1 and message.strip()

        code, output, errors = call("validate", str(package.path), "--json")
        got = json.loads(output)
        assert code == 1 and errors == "" and got["valid"] is False and len(got["problems"]) == 2
        assert {"file", "line", "column", "message"} <= got["problems"][0].keys()

        code, output, errors = call("validate", str(package.path), "--csv")
        assert code == 1 and len(list(csv.DictReader(io.StringIO(output, newline="")))) == 2


@test
def validate_finds_every_kind_of_damage():
    damages = (
        ("sources.csv", b"id,title", b"\xef\xbb\xbfid,title", "byte order mark"),
        ("sources.csv", b"\n", b"\r\n", "CRLF"),
        ("names.csv", b"Kazakhstan", b"Kazakh\xffstan", "UTF-8"),
        ("memberships.csv", b",source,", b",sources,", "lacks the column"),
        ("memberships.csv", b",KZ,", b",QQ,", "no country"),
        ("memberships.csv", b"1994-04-20", b"1994-04-31", "no such day"),
        ("datapackage.json", b"{", b"", "JSON"),
        ("datapackage.json", b"verified_until", b"verified_till", "missing"),
    )
    for name, old, new, says in damages:
        with Package() as package:
            package.replace(name, old, new)
            code, _, errors = call("validate", str(package.path))
            assert code == 1 and says in errors and str(package.path / name) in errors, (name, new, errors)


@test
def validate_without_a_package():
    code, _, errors = call("validate", "/nowhere")
    assert code == 1 and "/nowhere/datapackage.json" in errors
    refuse("validate", "a", "b", says="too much")


@test
def a_damaged_package_stops_every_command():
    with Package() as package:
        (package.path / "sources.csv").unlink()
        for command in (("status", "KZ"), ("members", "CSTO"), ("changes",), ("timeline", "KZ"), ("at", "1", "2"), ("excerpts", "KZ"), ("mentions", "-"),
                        ("render", "-o", str(package.folder / "map.png"))):
            code, output, errors = call(*command, "--json", "--data", str(package.path))
            assert code == 1 and output == "" and "sources.csv" in errors, command


@test
def damaged_files_beside_the_package():
    with tempfile.TemporaryDirectory(prefix="atlas-cli-") as folder:
        data = Path(folder) / "data"
        shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("recipe", "flags", "icons"))
        geography = data / "geography/world.atlasgeo"
        geography.write_bytes(geography.read_bytes()[:1000])
        code, output, errors = call("at", "1", "2", data=data)
        assert code == 1 and output == "" and "world.atlasgeo" in errors
        code, output, errors = call("validate", data=data)
        assert code == 1 and "world.atlasgeo" in errors
        geography.unlink()
        assert call("at", "1", "2", data=data)[0] == 1
        assert call("status", "KZ", data=data)[0] == 0
        shutil.rmtree(data / "briefings")
        code, output, errors = call("excerpts", "KZ", data=data)
        assert code == 1 and output == "" and "briefings" in errors


@test
def another_folder_of_data():
    assert ask("status", "KZ", "--on", "2026-06-01", "--data", str(DATA), data="/nowhere")["country"] == "KZ"
    assert ask("status", "KZ", "--on", "2026-06-01", "--data", str(DATA / "atlas"), data="/nowhere")["country"] == "KZ"
    code, _, errors = call("status", "KZ", data="/nowhere")
    assert code == 1 and "/nowhere/atlas" in errors


# --- calls -----------------------------------------------------------------------------


@test
def help_and_version():
    text = answer("--help")
    assert text == answer("-h") == answer("help")
    for command in ("status", "members", "changes", "timeline", "at", "excerpts", "extract", "mentions", "render", "import", "library", "search", "validate"):
        assert f"\n  {command}" in text
        own = answer(command, "--help")
        assert f"atlasctl {command}" in own and "--json" in own and "--lang" in own
    assert answer("--version").startswith("atlasctl ")


@test
def wrong_calls():
    refuse(says="a command must come first")
    refuse("--json", says="a command must come first")
    refuse("stauts", "KZ", says="stauts")
    refuse("status", says="needs more")
    refuse("status", "KZ", "RU", says="RU")
    refuse("status", "QQ", says="QQ")
    refuse("status", "", says="no country")
    refuse("status", "KZ", "--json", "--csv", says="exclude")
    refuse("status", "KZ", "--lang", "not a tag", says="not a tag")
    refuse("status", "KZ", "--lang", "", says="language")
    refuse("status", "KZ", "--lang")
    refuse("status", "KZ", "--colour", says="--colour")
    refuse("members", "UN", says="CSTO, SCO, BRICS")
    refuse("members", says="needs more")
    refuse("timeline", says="needs more")
    refuse("timeline", "KZ", "--org", "UN", says="UN")
    refuse("changes", "KZ", says="too much")
    refuse("changes", "--country", "QQ", says="QQ")
    refuse("changes", "--from", "2025-01-01", "--to", "2024-01-01", says="swap")
    refuse("changes", "--from", "soon", says="--from")
    refuse("changes", "--to", "2024-13", says="months go from 01 to 12")


@test
def on_takes_a_full_day():
    for text in ("2026", "2026-06", "2026-06-01?", "2026-06-01~", "2026-05-01/2026-06-01", "202X"):
        refuse("status", "KZ", "--on", text, says="write one day, for example")
        refuse("members", "CSTO", "--on", text, says="write one day, for example")
    for text in ("today", "2026-02-29", "01-06-2026", "2026-6-1", "", "2026-06-01T12:00", "-5"):
        refuse("status", "KZ", "--on", text, says="--on: ")
    assert ask("status", "KZ", "--on", "2024-02-29")["on"] == "2024-02-29"


@test
def noise_is_refused():
    refuse("status", "\x01-5", says="no country")
    refuse("status", b"\xff\xfe", says="no country")
    refuse("members", b"\xff", says="no organisation")
    refuse("status", "KZ", "--on", b"\xff")
    refuse("status", "Q" * 5000, says="no country")


@test
def a_full_disk_is_no_success():
    with open("/dev/full", "wb") as full:
        code, _, errors = call("status", "KZ", stdout=full)
    assert code == 1 and "could not be written" in errors


def main():
    print(f"1..{len(tests)}")
    failed = 0
    for number, function in enumerate(tests, 1):
        name = function.__name__.replace("_", " ")
        try:
            function()
            print(f"ok {number} {name}", flush=True)
        except Exception as error:  # whatever it is, the next test shall run
            failed += 1
            line = error.__traceback__
            while line.tb_next:
                line = line.tb_next
            print(f"not ok {number} {name}")
            for text in f"{type(error).__name__}: {error}".splitlines():
                print(f"# {text} (line {line.tb_lineno})", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
