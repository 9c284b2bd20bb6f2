#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the manual page of a program from what the program says of itself with --help,
and from a text beside it with the sections that --help does not have.

The text is written for man(7); @COMMANDS@, @OPTIONS@, @VERSION@ and @DATE@ in it are
filled in. The date is that of the newest release, so that a page built again is the same.
"""

import argparse
import os
import re
import subprocess
from pathlib import Path

OPTION = re.compile(r"^  (-[^ ]*(?:, --[^ ]+)?)  +(.*)$")
RELEASE = re.compile(r'<release version="[^"]*" date="([^"]*)"')
COMMAND = re.compile(r"^  ([a-z]{2,}) ?(.*?)  +(.*)$")


def ask(program, *arguments):
    """What the program says, in English, whatever the builder speaks."""
    env = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")
    done = subprocess.run([program, *arguments, "--help"], env=env, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.splitlines()


def roff(text):
    """Text as man(7) takes it."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text[:1] in (".", "'") else text


def write_option(names, meaning):
    return [".TP", f".B {roff(names)}", roff(meaning)]


def options_of(lines):
    return [found.groups() for found in map(OPTION.match, lines) if found]


def write_options(lines):
    return [line for names, meaning in options_of(lines) for line in write_option(names, meaning)]


def words_after(lines, options):
    """What stands behind the options of a command."""
    last = max(number for number, line in enumerate(lines) if OPTION.match(line))
    written = []
    for line in lines[last + 1:]:
        if line.startswith("  "):
            # A table, such as of the actions of a command.
            written += [".nf", roff(line), ".fi"]
        elif line:
            written.append(roff(line))
        elif written and written[-1] != ".PP":
            written.append(".PP")
    return [".PP", *written] if any(line != ".PP" for line in written) else []


def write_command(program, name, arguments, meaning, shared):
    lines = ask(program, name)
    written = [f".SS {Path(program).name} {name} {roff(arguments)}".rstrip(), roff(meaning) + "."]
    for names, words in options_of(lines):
        if names not in shared:
            written += write_option(names, words)
    return written + words_after(lines, shared)


def write_commands(program):
    commands = [found.groups() for found in map(COMMAND.match, ask(program)) if found]
    every = [dict(options_of(ask(program, name))) for name, _, _ in commands]
    shared = {names: words for names, words in every[0].items() if all(names in options for options in every)}
    written = []
    for name, arguments, meaning in commands:
        written += write_command(program, name, arguments, meaning, shared)
    return written, [line for names, words in shared.items() for line in write_option(names, words)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("text", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--metainfo", type=Path, required=True, help="which has the dates of releases, newest first")
    parser.add_argument("--commands", action="store_true", help="the program has commands, each with options of its own")
    arguments = parser.parse_args()

    date = RELEASE.search(arguments.metainfo.read_text(encoding="utf-8"))[1]
    commands, options = [], []
    if arguments.commands:
        commands, options = write_commands(arguments.program)
    else:
        options = write_options(ask(arguments.program))
    text = arguments.text.read_text(encoding="utf-8")
    for name, value in (("VERSION", arguments.version), ("DATE", date), ("COMMANDS", "\n".join(commands)), ("OPTIONS", "\n".join(options))):
        text = text.replace(f"@{name}@", value)
    arguments.target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
