#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one fuzz target: first on all seeds and on every file that once broke it,
then for ATLAS_FUZZ_SECONDS on what libFuzzer makes of them.

A file that breaks the target is left in the build folder, and the message says how
to run the target on it again. What reaches new code is kept there for the next run.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

SECONDS = int(os.environ.get("ATLAS_FUZZ_SECONDS", "7"))
# The same commit is to get the same answer; another seed looks elsewhere.
SEED = int(os.environ.get("ATLAS_FUZZ_SEED", "1"))
LONG = 30  # from here on, what was found is reduced to what each file alone reaches
SECONDS_EACH = 10  # for one input; none that the target takes is worth so long
MEGABYTES = 2048
SHOWN = 30  # lines of what a target says when it breaks
BREAKS = re.compile(r"ERROR|runtime error|CRITICAL|WARNING \*\*")


class Target:
    def __init__(self, args):
        self.program = Path(args.program)
        name = self.program.name.removeprefix("fuzz-")
        self.seeds = Path(args.seeds)
        self.kept = Path(args.kept)
        self.corpus = Path(args.work) / "corpus" / name
        self.crashes = Path(args.work) / "crashes"
        self.length = args.length
        self.dictionary = Path(args.dictionary) if args.dictionary else self.seeds.with_suffix(".dict")
        self.name = name
        for folder in (self.corpus, self.crashes):
            folder.mkdir(parents=True, exist_ok=True)

    def run(self, *args):
        """The exit status, and what was said."""
        command = [self.program, f"-timeout={SECONDS_EACH}", f"-rss_limit_mb={MEGABYTES}", f"-artifact_prefix={self.crashes}/{self.name}-",
                   "-print_final_stats=1", *args]
        # Meson's options would take the place of the target's own.
        environment = {name: os.environ[name] for name in os.environ if name != "ASAN_OPTIONS"}
        result = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return result.returncode, result.stdout.decode(errors="replace")

    def folders(self):
        return [folder for folder in (self.corpus, self.seeds, self.kept) if folder.is_dir()]


def get_figure(said, name):
    found = re.search(rf"^stat::{name}:\s*(\d+)", said, re.M)
    return int(found.group(1)) if found else 0


def get_coverage(said):
    found = re.findall(r"\bcov: (\d+)", said)
    return int(found[-1]) if found else 0


def explain(target, said, file=None):
    """Where the file lies that broke the target, and how to see it again."""
    found = re.search(r"Test unit written to (\S+)", said)
    path = Path(found.group(1)) if found else file
    lines = said.splitlines()
    first = next((i for i, line in enumerate(lines) if BREAKS.search(line)), len(lines) - SHOWN)
    for line in lines[max(first, 0):][:SHOWN]:
        print(f"# {line}")
    if path is None:
        return
    top = Path(__file__).resolve().parents[2]
    program = os.path.relpath(target.program, top)
    print(f"# To see it again: ./dev shell {program} {os.path.relpath(path, top)}")
    print(f"# Once it is mended, keep that file in {os.path.relpath(target.kept, top)}.")


def report(number, good, what):
    print(f"{'ok' if good else 'not ok'} {number} {what}", flush=True)
    return good


def replay_kept(target):
    """One at a time, as long as they are."""
    files = sorted(target.kept.iterdir()) if target.kept.is_dir() else []
    for file in files:
        status, said = target.run(file)
        if status != 0:
            explain(target, said, file)
            return report(1, False, f"{file.name}, which once broke {target.name}, breaks it")
    return report(1, True, f"{len(files)} files that once broke {target.name} do so no more")


def replay_seeds(target):
    status, said = target.run("-runs=0", "-max_len=1048576", target.seeds)
    if status != 0:
        explain(target, said)
    return report(2, status == 0, f"{len(list(target.seeds.iterdir()))} seeds of {target.name}")


def fuzz(target):
    limits = [f"-seed={SEED}", f"-max_total_time={SECONDS}", f"-max_len={target.length}"]
    if target.dictionary.exists():
        limits.append(f"-dict={target.dictionary}")
    status, said = target.run(*limits, *target.folders())
    if status != 0:
        explain(target, said)
    runs = get_figure(said, "number_of_executed_units")
    # One that does nothing would find nothing.
    good = status == 0 and runs > 0 and get_coverage(said) > 0
    return report(3, good, f"{runs} inputs of {target.name} in {SECONDS} seconds, {get_coverage(said)} edges reached")


def reduce(target):
    """Leaves in the corpus what each file alone reaches."""
    smaller = target.corpus.with_name(target.name + ".smaller")
    smaller.mkdir(exist_ok=True)
    status, _ = target.run("-merge=1", f"-max_len={target.length}", smaller, *target.folders())
    if status == 0:
        for file in target.corpus.iterdir():
            file.unlink()
        target.corpus.rmdir()
        smaller.rename(target.corpus)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--seeds", required=True)
    parser.add_argument("--kept", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--length", type=int, required=True)
    parser.add_argument("--dictionary")
    target = Target(parser.parse_args())
    print("1..3")
    if not all([replay_kept(target), replay_seeds(target)]):
        print("ok 3 # SKIP there is something to mend first")
        return 1
    if not fuzz(target):
        return 1
    if SECONDS >= LONG:
        reduce(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
