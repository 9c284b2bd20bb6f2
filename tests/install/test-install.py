#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed program: what lies where, that it runs from there, and that it goes again.

Usage: test-install.py SOURCE WORK; prints TAP. Builds twice in WORK, in the same
folder each time, and compares what is installed byte by byte.
"""

import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

ID = "io.github.alliance_atlas.AllianceAtlas"
SOURCE, WORK = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
BUILD, PREFIX = WORK / "build", WORK / "prefix"
FILES = (
    "bin/alliance-atlas",
    "bin/atlasctl",
    "libexec/alliance-atlas-importer",
    "libexec/alliance-atlas-search-provider",
    f"share/applications/{ID}.desktop",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/dbus-1/services/{ID}.service",
    f"share/dbus-1/services/{ID}.SearchProvider.service",
    f"share/gnome-shell/search-providers/{ID}.search-provider.ini",
    f"share/glib-2.0/schemas/{ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    "share/locale/sv/LC_MESSAGES/alliance-atlas.mo",
    "share/man/man1/alliance-atlas.1",
    "share/man/man1/atlasctl.1",
    "share/bash-completion/completions/atlasctl",
    "share/alliance-atlas/atlas/datapackage.json",
    "share/alliance-atlas/geography/world.atlasgeo",
)
# Of all programs that are installed, not of this one.
CACHES = ("share/glib-2.0/schemas/gschemas.compiled", "share/applications/mimeinfo.cache", "share/icons/hicolor/icon-theme.cache")


def run(*command, env=None, check=True):
    done = subprocess.run([str(part) for part in command], env=env, capture_output=True, text=True)
    assert not check or done.returncode == 0, f"{command}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done


def build():
    shutil.rmtree(BUILD, ignore_errors=True)
    run("meson", "setup", BUILD, SOURCE, f"--prefix={PREFIX}")
    run("meson", "compile", "-C", BUILD)


def install(destdir=None):
    run("meson", "install", "-C", BUILD, "--no-rebuild", *(["--destdir", destdir] if destdir else []))


def files_in(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - set(CACHES)


def installed_env(**more):
    """Of a user who has nothing but the installed program."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("ATLAS_", "GSETTINGS_", "LC_"))}
    return dict(env, HOME=str(WORK / "home"), XDG_DATA_HOME=str(WORK / "home/data"), LANG="C.UTF-8", PATH=f"{PREFIX}/bin:{env['PATH']}", **more)


def test_1_everything_lies_where_it_should():
    build()
    install()
    missing = [name for name in FILES + CACHES if not (PREFIX / name).is_file()]
    assert not missing, missing


def test_2_the_installed_programs_run():
    status = run(PREFIX / "bin/atlasctl", "status", "KZ", "--on", "2024-07-04", env=installed_env()).stdout
    assert "CSTO" in status and "member" in status, status
    status = run(PREFIX / "bin/atlasctl", "status", "KZ", "--on", "2024-07-04", env=installed_env(LANGUAGE="sv", LC_ALL="sv_SE.UTF-8")).stdout
    assert "medlem" in status, status
    article = WORK / "article.html"
    article.write_text("<h1>Guests</h1><p>Kazakhstan received ministers from China. They spoke about trade for two hours.</p>")
    # Through the helper program.
    assert "Kazakhstan" in run(PREFIX / "bin/atlasctl", "import", article, env=installed_env()).stdout
    run(PREFIX / "bin/alliance-atlas", "--version", env=installed_env())


def test_3_completion_asks_the_program():
    script = f"""source {PREFIX}/share/bash-completion/completions/atlasctl
complete_words() {{ COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _atlasctl 2>/dev/null; printf '%s ' "${{COMPREPLY[@]}}"; echo; }}
complete_words atlasctl st
complete_words atlasctl status K
complete_words atlasctl members C
complete_words atlasctl import --up
complete_words atlasctl library rel
complete_words atlasctl excerpts --org = CS
"""
    for language in ({}, {"LANGUAGE": "sv", "LC_ALL": "sv_SE.UTF-8"}):
        lines = run("bash", "-c", script, env=installed_env(**language)).stdout.splitlines()
        assert lines[0].split() == ["status"], lines[0]
        assert {"KZ", "KG"} <= set(lines[1].split()), lines[1]
        assert {"CSTO", "CIS"} <= set(lines[2].split()), lines[2]
        assert lines[3].split() == ["--update"], lines[3]
        assert lines[4].split() == ["relink"], lines[4]
        assert lines[5].split() == ["CST", "CSTO"], lines[5]


def test_4_a_staged_tree_is_the_same():
    stage = WORK / "stage"
    install(stage)
    staged = stage / str(PREFIX).lstrip("/")
    assert not [name for name in CACHES if (staged / name).exists()], "caches lie in the stage"
    assert files_in(staged) == files_in(PREFIX), files_in(staged) ^ files_in(PREFIX)
    assert not [path for path in stage.rglob("*") if path.is_file() and staged not in path.parents]
    for name in files_in(staged):
        assert str(stage).encode() not in (staged / name).read_bytes(), f"{name} names the stage"


def test_5_uninstalling_leaves_the_reader_s_articles():
    library = WORK / "home/data/alliance-atlas/articles.db"
    assert library.is_file()
    kept = WORK / "kept"
    shutil.copytree(PREFIX, kept)
    # What meson installed last was the stage; that is taken away by hand.
    shutil.rmtree(WORK / "stage")
    install()
    run("ninja", "-C", BUILD, "uninstall")
    left = files_in(PREFIX)
    assert not left, left
    assert library.is_file()


def test_6_two_builds_are_the_same_byte_by_byte():
    build()
    install()
    first, second = WORK / "kept", PREFIX
    assert files_in(first) == files_in(second), files_in(first) ^ files_in(second)
    other = [name for name in sorted(files_in(first)) if not filecmp.cmp(first / name, second / name, shallow=False)]
    assert not other, other


def test_7_a_tarball_builds_and_passes_on_its_own():
    if run("git", "-C", SOURCE, "rev-parse", "HEAD", check=False).returncode != 0:
        return "there is no history to make a tarball of"
    run("meson", "dist", "-C", BUILD, "--no-tests", "--allow-dirty", "--formats", "xztar")
    archive = next((BUILD / "meson-dist").glob("alliance-atlas-*.tar.xz"))
    shutil.unpack_archive(archive, WORK)
    unpacked = WORK / archive.name.removesuffix(".tar.xz")
    run("meson", "setup", unpacked / "build", unpacked)
    run("meson", "compile", "-C", unpacked / "build")
    run("meson", "test", "-C", unpacked / "build", "--suite", "engine", "--suite", "data", "--suite", "cli")


def main():
    tests = [value for name, value in sorted(globals().items()) if name.startswith("test_")]
    shutil.rmtree(WORK, ignore_errors=True)
    (WORK / "home").mkdir(parents=True)
    failed = 0
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        name = test.__name__[len("test_1_"):].replace("_", " ")
        try:
            skipped = test()
            print(f"ok {number} - {name}" + (f" # SKIP {skipped}" if skipped else ""), flush=True)
        except Exception as problem:
            failed += 1
            print(f"not ok {number} - {name}", flush=True)
            print(f"# {type(problem).__name__}: {problem}".replace("\n", "\n# "), flush=True)
    shutil.rmtree(WORK, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
