#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings files of every kind into a library with the real atlasctl, and finds them again.

Usage: test-import.py ATLASCTL DATA; prints TAP.
"""

import csv
import io
import json
import os
import pty
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from article_files import make_epub, make_odt, make_pdf

ATLASCTL = sys.argv[1]
DATA = sys.argv[2]

CSTO = """Sex länder och tre som lämnade

Den 28 maj 2025 satt sex länder vid bordet i Bisjkek: Ryssland, Belarus, Armenien, Kazakstan,
Kirgizistan och Tadzjikistan. De är vad som är kvar av kretsen kring CSTO.

Vid bordet fattades Azerbajdzjan, Georgien och Uzbekistan. Alla tre hade skrivit under fördraget,
och alla tre lät bli att förlänga det. Uzbekistan kom tillbaka 2006 och gick igen sex år senare.

Vad de sex lovar varandra är enkelt att säga: ett angrepp på en är ett angrepp på alla. Hur det ska
gå till i fält är svårare, och det har prövats bara en gång.
"""
NINE = {"RU", "BY", "AM", "KZ", "KG", "TJ", "AZ", "GE", "UZ"}

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Talks in Astana | The Example</title>
<meta property="og:title" content="Talks in Astana"><meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2025-06-02T08:00:00Z"><meta name="author" content="A. Writer">
<link rel="canonical" href="https://www.example.org/talks"></head><body><nav><a href="/">Home</a> <a href="/a">Poland</a></nav>
<article><h1>Talks in Astana</h1><p>Kazakhstan hosted talks on water on Monday, and the ministers of Uzbekistan and Tajikistan came to
Astana with their maps and their lists. {first}</p><p>Kazakhstan wants the rivers to be measured by all three, every day and in the
same way, so that nobody has to trust the numbers of a neighbour. The others asked for time to think.</p>
<p>Nothing was signed. The next round is to be held in the autumn, said the hosts, who named no city for it.</p></article></body></html>"""

FILES = {
    "a.txt": CSTO.encode(),
    "b.txt": "Договор о реках\n\nРоссия и Казахстан подписали договор о реках, сказал министр в Астане.".encode("koi8-r"),
    "c.md": "---\ntitle: En anteckning\ndate: 2024-02-22\nlang: sv\n---\n\nArmenien säger sig ha *fryst* sitt deltagande i CSTO.\n".encode(),
    "d.html": PAGE.format(first="It rained.").encode(),
    "e.pdf": make_pdf("A line", "The ministers of Belarus met in Minsk and wrote it down."),
    "f.epub": make_epub("Two rivers", "en", "Kyrgyzstan and Uzbekistan share the Fergana valley, and they share its water too."),
    "g.odt": make_odt("Ett möte", "Georgien och Azerbajdzjan var där, men inte Armenien."),
}

# Title, date, language, countries that are named
EXPECTED = {
    "a.txt": ("Sex länder och tre som lämnade", None, "sv", NINE),
    "b.txt": ("Договор о реках", None, "ru", {"RU", "KZ"}),
    "c.md": ("En anteckning", "2024-02-22", "sv", {"AM"}),
    "d.html": ("Talks in Astana", "2025-06-02", "en", {"KZ", "UZ", "TJ"}),
    "e.pdf": ("A line", "2025-05-28", "en", {"BY"}),
    "f.epub": ("Two rivers", None, "en", {"KG", "UZ"}),
    "g.odt": ("Ett möte", None, "sv", {"GE", "AZ", "AM"}),
}

tests = []


def test(function):
    tests.append(function)
    return function


class Place:
    """A folder with files to bring in, and a library."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.library = self.folder / "library"
        self.env = {key: value for key, value in os.environ.items() if not key.startswith("LC_") and key not in ("LANG", "LANGUAGE")}
        self.env.update(LC_ALL="C.UTF-8", G_DEBUG="fatal-criticals", ATLAS_DATA_DIR=DATA, XDG_DATA_HOME=str(self.folder / "home"))

    def write(self, name, data):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return str(path)

    def command(self, *arguments):
        return [ATLASCTL, *map(str, arguments), "--library", str(self.library)]

    def call(self, *arguments, typed=b""):
        done = subprocess.run(self.command(*arguments), capture_output=True, input=typed, env=self.env, timeout=100)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def ask(self, *arguments, status=0, errors=False, typed=b""):
        code, output, said = self.call(*arguments, "--json", typed=typed)
        assert code == status, (arguments, code, said)
        assert errors or said == "", (arguments, said)
        return json.loads(output)

    def bring(self, *arguments, **options):
        return self.ask("import", *arguments, **options)["files"]

    def list(self):
        return self.ask("library", "list")["articles"]


# --- Bringing in -------------------------------------------------------------------


@test
def every_kind_is_brought_in(place):
    paths = [place.write(name, data) for name, data in FILES.items()]
    answer = place.ask("import", *paths)
    assert {key: answer[key] for key in ("added", "updated", "known", "failed", "cancelled")} == \
        {"added": len(FILES), "updated": 0, "known": 0, "failed": 0, "cancelled": 0}
    for item, path, (title, date, language, countries) in zip(answer["files"], paths, EXPECTED.values(), strict=True):
        assert list(item) == ["file", "result", "key", "title", "date", "lang", "match", "countries", "organisations", "warnings", "message", "error"]
        assert (item["file"], item["result"], item["message"], item["error"], item["match"]) == (path, "added", None, None, None), item
        assert (item["title"], item["date"], item["lang"]) == (title, date, language), item
        assert {country["country"] for country in item["countries"]} == countries, item
    kept = place.ask("library", "show", answer["files"][3]["key"])
    assert (kept["publisher"], kept["author"], kept["address"]) == ("The Example", "A. Writer", "https://www.example.org/talks"), kept
    assert not any("Poland" in block["text"] for block in kept["blocks"])
    assert len(place.list()) == len(FILES)


@test
def an_article_stands_on_the_pages_of_its_countries(place):
    (item,) = place.bring(place.write("a.txt", CSTO))
    assert [org["org"] for org in item["organisations"]] == ["CSTO"]
    for code in NINE:
        excerpts = place.ask("excerpts", code, "--only", "own")["excerpts"]
        assert excerpts and all(excerpt["article"] == item["key"] for excerpt in excerpts), code
        for excerpt in excerpts:
            assert excerpt["origin"] == "own" and excerpt["mentions"]
            for mention in excerpt["mentions"]:
                assert excerpt["text"][mention["start"]:mention["end"]] == mention["text"] and mention["why"]
    assert place.ask("excerpts", "SE", "--only", "own")["excerpts"] == []


@test
def standard_input_is_a_file(place):
    (item,) = place.bring("-", typed="Kazakhstan and Belarus signed a treaty about their trains, which will cross both borders without a stop.".encode())
    assert item["file"] == "-" and item["result"] == "added"
    assert item["title"] == "Kazakhstan and Belarus signed a treaty about their trains, which will…", item
    (pdf,) = place.bring("-", typed=FILES["e.pdf"])
    assert pdf["title"] == "A line" and pdf["date"] == "2025-05-28"
    code, output, errors = place.call("import", "-", "-")
    assert code == 2 and output == "" and "once" in errors


@test
def names_stand_in_for_titles(place):
    (item,) = place.bring(place.write("From the archive.2019.txt", "Armenia and Belarus agreed on nothing that day, and said so."))
    assert item["title"] == "From the archive.2019", item


@test
def options_count_more_than_files(place):
    path = place.write("c.md", FILES["c.md"])
    (item,) = place.bring(path, "--title", "Another", "--publisher", "Bladet", "--author", "B. Berg", "--date", "2024-03", "--lang", "sv-FI",
                          "--tag", "frys", "--tag", "CSTO")
    assert (item["title"], item["date"], item["lang"]) == ("Another", "2024-03", "sv")
    kept = place.ask("library", "show", item["key"])
    assert (kept["publisher"], kept["author"], kept["tags"]) == ("Bladet", "B. Berg", ["CSTO", "frys"]), kept
    assert len(place.ask("library", "list", "--tag", "frys")["articles"]) == 1


# --- The same again ------------------------------------------------------------------


@test
def the_same_text_is_there_already(place):
    (first,) = place.bring(place.write("a.txt", CSTO))
    for options in ((), ("--both",)):
        (again,) = place.bring(place.write("copy.txt", CSTO.replace("\n", "\r\n")), *options)
        assert (again["result"], again["match"], again["key"]) == ("known", "same-text", first["key"]), again
        assert again["message"] is None and again["title"] == first["title"]
    assert len(place.list()) == 1
    twice = place.bring(place.write("d.html", FILES["d.html"]), place.write("e.html", FILES["d.html"]))
    assert sorted(item["result"] for item in twice) == ["added", "known"]
    assert twice[0]["key"] == twice[1]["key"]


@test
def an_update_is_offered(place):
    (first,) = place.bring(place.write("d.html", FILES["d.html"]), "--tag", "vatten")
    key = first["key"]
    place.call("library", "correct", key, "not-this", "--country", "UZ")
    longer = place.write("later.html", PAGE.format(first="Turkmenistan sent an observer, who arrived late and left before the others had finished."))
    answer = place.ask("import", longer, errors=True)
    (offered,) = answer["files"]
    assert (offered["result"], offered["match"], offered["key"]) == ("known", "same-address", key), offered
    assert "--update" in offered["message"] and "--both" in offered["message"] and key in offered["message"]
    assert answer["known"] == 1 and len(place.list()) == 1
    assert "TM" not in {subject.get("country") for subject in place.ask("library", "show", key)["subjects"]}
    code, _, errors = place.call("import", longer)
    assert code == 0 and "--update" in errors and "later.html" in errors
    # Put in its place, it keeps what the reader added.
    (updated,) = place.bring(longer, "--update", "--tag", "ny")
    assert (updated["result"], updated["key"]) == ("updated", key)
    kept = place.ask("library", "show", key)
    countries = {subject.get("country") for subject in kept["subjects"]}
    assert "TM" in countries and "UZ" not in countries and kept["tags"] == ["ny", "vatten"], kept
    assert len(place.list()) == 1
    # Kept beside it, there are two.
    (other,) = place.bring(place.write("d.html", FILES["d.html"]), "--both")
    assert other["result"] == "added" and other["key"] != key
    assert len(place.list()) == 2


@test
def nearly_the_same_text_is_told(place):
    place.bring(place.write("a.txt", CSTO * 3))
    (alike,) = place.bring(place.write("b.txt", (CSTO * 3).replace("enkelt", "lätt", 1)), errors=True)
    assert (alike["result"], alike["match"]) == ("known", "alike"), alike


@test
def an_update_keeps_what_no_file_says(place):
    text = "Armenia and Belarus agreed on nothing that day, and said so to all who asked."
    (item,) = place.bring(place.write("a.txt", text), "--title", "Nothing", "--date", "2021-05-01", "--publisher", "Bladet")
    (again,) = place.bring(place.write("b.txt", text), "--update", "--publisher", "Tidningen")
    assert (again["result"], again["title"], again["date"], again["key"]) == ("updated", "Nothing", "2021-05-01", item["key"]), again
    assert place.ask("library", "show", item["key"])["publisher"] == "Tidningen"


# --- Folders, failures -----------------------------------------------------------------


@test
def folders_are_asked_about(place):
    for name, data in (("in/a.txt", CSTO), ("in/d.html", FILES["d.html"]), ("in/.hidden.txt", CSTO), ("in/picture.png", b"\x89PNG\r\n")):
        place.write(name, data)
    (place.folder / "in/below").mkdir()
    place.write("in/below/e.pdf", FILES["e.pdf"])
    folder = place.folder / "in"
    (refused,) = place.bring(folder, status=1, errors=True)
    assert refused["result"] == "failed" and "--recursive" in refused["error"] and "import-folder" in refused["error"]
    items = place.bring("--recursive", folder)
    assert [Path(item["file"]).name for item in items] == ["a.txt", "e.pdf", "d.html"], items
    assert all(item["result"] == "added" for item in items)
    (place.folder / "empty").mkdir()
    (empty,) = place.bring("-r", place.folder / "empty", status=1, errors=True)
    assert "no articles" in empty["error"]


@test
def one_that_fails_stops_no_other(place):
    broken = [place.write("broken.pdf", b"%PDF-1.4\nnothing"), place.write("picture.txt", b"\x89PNG\r\n\x1a\n"), str(place.folder / "nowhere.txt"),
              place.write("empty.txt", b""), "https://example.org/a"]
    good = place.write("a.txt", CSTO)
    code, output, errors = place.call("import", *broken, good, "--json")
    answer = json.loads(output)
    assert code == 1 and (answer["added"], answer["failed"]) == (1, 5), answer
    assert len(errors.splitlines()) == 5 and all(line.startswith("atlasctl: ") for line in errors.splitlines()), errors
    for item, path in zip(answer["files"], broken):
        assert item["result"] == "failed" and Path(path).name in item["error"] and item["error"] in errors and item["message"] is None, item
        assert item["key"] is None
    assert answer["files"][5]["result"] == "added"


@test
def a_library_that_takes_no_more_stops_all(place):
    paths = [place.write(f"in/{number:03}.txt", f"Report {number}\n\n" + f"Kazakhstan and Belarus spoke of matter {number}. " * 400) for number in range(40)]

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))

    done = subprocess.run(place.command("import", *paths, "--json"), capture_output=True, env=place.env, timeout=100, preexec_fn=limit)
    answer = json.loads(done.stdout)
    assert done.returncode == 1 and answer["failed"] == 1 and answer["cancelled"] > 0, (done, answer)
    assert b"stopped" in done.stderr, done.stderr
    assert len(place.list()) == answer["added"]
    assert "All is well" in place.call("library", "check")[1]


# --- Answers ----------------------------------------------------------------------------


@test
def answers_as_a_table(place):
    paths = [place.write("a.txt", CSTO), place.write("d.html", FILES["d.html"]), place.write("empty.txt", b"")]
    code, output, _ = place.call("import", *paths, "--csv")
    rows = list(csv.DictReader(io.StringIO(output, newline=""), strict=True))
    assert code == 1 and [row["result"] for row in rows] == ["added", "added", "failed"]
    assert set((rows[0]["about_countries"] + " " + rows[0]["other_countries"]).split()) == NINE
    assert rows[1]["about_countries"] == "KZ" and rows[1]["title"] == "Talks in Astana" and rows[2]["message"]


@test
def answers_in_words(place):
    code, output, errors = place.call("import", place.write("d.html", FILES["d.html"]), place.write("a.txt", CSTO))
    assert code == 0 and errors == ""
    assert "Added: Talks in Astana (own-" in output and "  About: Kazakhstan\n" in output, output
    assert output.endswith("\nArticles added: 2; updated: 0; already there: 0; failed: 0\n")
    code, output, errors = place.call("import", place.folder / "d.html", "--lang", "sv")
    assert code == 0 and output.startswith("Finns redan: Talks in Astana"), output


@test
def wrong_calls_are_refused(place):
    path, other = place.write("a.txt", CSTO), place.write("d.html", FILES["d.html"])
    for arguments, says in (((), "needs more"), ((path, "--update", "--both"), "exclude"), ((path, other, "--title", "x"), "one file"),
                            ((path, "--date", "soon"), "--date"), ((path, "--colour"), "--colour")):
        code, output, errors = place.call("import", *arguments)
        assert code == 2 and output == "" and errors.startswith("atlasctl: ") and says in errors, (arguments, errors)
    assert not place.library.exists()
    place.write("file", b"")
    place.library = place.folder / "file"
    code, output, errors = place.call("import", path)
    assert code == 1 and errors.startswith("atlasctl: "), errors


@test
def progress_is_for_terminals(place):
    paths = [place.write(f"in/{number:03}.txt", f"Report {number}\n\nKazakhstan and Belarus spoke of matter {number}, and of no other.") for number in range(30)]
    master, slave = pty.openpty()
    process = subprocess.Popen(place.command("import", *paths, "--json"), stdout=subprocess.PIPE, stderr=slave, env=place.env)
    os.close(slave)
    output, _ = process.communicate(timeout=100)
    seen = b""
    while select.select([master], [], [], 0)[0]:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.close(master)
    assert process.returncode == 0 and json.loads(output)["added"] == 30
    assert b" of 30: " in seen and seen.endswith(b"\r\x1b[K"), seen[-200:]


# --- Cancelling ---------------------------------------------------------------------------


@test
def ctrl_c_keeps_what_was_saved(place):
    n = 3000
    paths = [place.write(f"in/{number:04}.txt", f"Report {number}\n\n" + f"Kazakhstan and Belarus spoke of matter {number}. " * 20) for number in range(n)]
    process = subprocess.Popen(place.command("import", *paths, "--json"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=place.env, start_new_session=True)
    database = place.library / "articles.db"
    while process.poll() is None and not (database.exists() and len(list(place.library.iterdir())) > 1):
        time.sleep(0.01)
    time.sleep(0.4)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the helpers get it too
    output, errors = process.communicate(timeout=100)
    answer = json.loads(output)
    assert process.returncode == 1 and answer["failed"] == 0, errors
    assert 0 < answer["cancelled"] <= n and answer["added"] + answer["cancelled"] == n, {key: answer[key] for key in answer if key != "files"}
    assert f"articles that were saved: {answer['added']}" in errors.decode(), errors
    assert {article["key"] for article in place.list()} == {item["key"] for item in answer["files"] if item["result"] == "added"}
    assert "All is well" in place.call("library", "check")[1]


def main():
    print(f"1..{len(tests)}")
    failed = 0
    for number, function in enumerate(tests, 1):
        name = function.__name__.replace("_", " ")
        try:
            with tempfile.TemporaryDirectory(prefix="atlas-import-") as folder:
                function(Place(folder))
            print(f"ok {number} {name}", flush=True)
        except Exception as error:  # whatever it is, the next test shall run
            failed += 1
            trace = error.__traceback__
            while trace.tb_next is not None:
                trace = trace.tb_next
            print(f"not ok {number} {name}")
            for text in f"{type(error).__name__}: {error} (line {trace.tb_lineno})".splitlines():
                print(f"# {text}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
