#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the package consists of, asks for, and shows to the desktop."""

import configparser
import re
import subprocess
import sys
from pathlib import Path

from atlas_window import run
from packaged import APP, EXPORTS, ROOM, files, flatpak, inside, installed_size

HERE = Path(__file__).resolve().parent
MODULES = ("alliance-atlas", "gumbo", "libshumate", "libstemmer", "poppler", "protobuf-c")
PERMISSIONS = {"shared": {"ipc"}, "sockets": {"wayland", "x11", "fallback-x11"}, "devices": {"dri"}}


def metadata():
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read_string(flatpak("info", "--show-metadata", APP))
    return parser


def elf_files():
    for path in sorted(files().rglob("*")):
        if path.is_file() and not path.is_symlink() and path.read_bytes()[:4] == b"\x7fELF":
            yield path


def linked(path):
    """The libraries that a program or library names."""
    done = subprocess.run(["readelf", "--dynamic", "--wide", str(path)], capture_output=True, text=True, check=True)
    return re.findall(r"\(NEEDED\).*\[(.*)\]", done.stdout)


def runtime_libraries():
    lines = (HERE / "runtime-libraries.txt").read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def is_of_the_runtime(library, listed):
    """A name that is listed without a version stands for any."""
    return library in listed or re.sub(r"\.so[.0-9]+$", ".so", library) in listed


def test_it_asks_for_a_display_and_nothing_else():
    parser = metadata()
    asked = {key: set(value.strip(";").split(";")) for key, value in parser["Context"].items()}
    asked["sockets"] |= {"x11"}  # newer versions of flatpak leave it out beside fallback-x11
    assert asked == PERMISSIONS, asked
    policies = [section for section in parser.sections() if "Policy" in section or section == "Environment"]
    assert not policies, policies


def test_it_links_only_what_the_runtime_has_or_it_brings():
    listed = runtime_libraries()
    brought = {path.name for path in files().glob("lib/*.so*")}
    programs = list(elf_files())
    assert len(programs) > 3, programs
    strange = {path.name: [library for library in linked(path) if library not in brought and not is_of_the_runtime(library, listed)] for path in programs}
    strange = {name: libraries for name, libraries in strange.items() if libraries}
    assert not strange, strange


def test_everything_that_it_links_is_found():
    for path in elf_files():
        done = inside("ldd", f"/app/{path.relative_to(files())}")
        assert done.returncode == 0 and "not found" not in done.stdout, f"{path}: {done.stdout} {done.stderr}"


def test_the_modules_come_from_the_package():
    done = inside("ldd", "/app/bin/alliance-atlas")
    assert re.search(r"libshumate\S* => /app/lib/", done.stdout), done.stdout


def test_the_licence_of_each_module_is_there():
    folder = files() / "share/licenses" / APP
    missing = [module for module in MODULES if not any((folder / module).glob("*"))]
    assert not missing, missing
    texts = " ".join(path.read_text(errors="replace") for path in (folder / "alliance-atlas").iterdir())
    for words in ("GNU GENERAL PUBLIC LICENSE", "Creative Commons Attribution 4.0"):
        assert words in texts, words


def test_it_is_small():
    size = installed_size()
    assert size <= ROOM, f"{size:.2f} MB"


def test_debug_data_is_apart():
    for path in elf_files():
        done = subprocess.run(["readelf", "--sections", "--wide", str(path)], capture_output=True, text=True, check=True)
        assert ".debug_info" not in done.stdout, path
        assert ".gnu_debuglink" in done.stdout, f"{path} names no debug data"


def test_nothing_for_developers_is_left():
    left = [path for name in ("include", "lib/pkgconfig", "lib/cmake") for path in files().glob(name)]
    left += [path for pattern in ("*.a", "*.la", "*.h") for path in files().rglob(pattern)]
    assert not left, left


def test_the_desktop_sees_the_app():
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(EXPORTS / f"applications/{APP}.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert "--file-forwarding" in entry["Exec"] and entry["X-Flatpak"] == APP, dict(entry)
    assert "Name[sv]" in entry or "Comment[sv]" in entry, list(entry)
    for path in (f"icons/hicolor/scalable/apps/{APP}.svg", f"icons/hicolor/symbolic/apps/{APP}-symbolic.svg", f"dbus-1/services/{APP}.service",
                 f"dbus-1/services/{APP}.SearchProvider.service", f"gnome-shell/search-providers/{APP}.search-provider.ini",
                 f"metainfo/{APP}.metainfo.xml"):
        assert (EXPORTS / path).exists(), path


def test_translations_are_in_the_package():
    assert (files() / "share/locale/sv/LC_MESSAGES/alliance-atlas.mo").exists()


if __name__ == "__main__":
    sys.exit(run([value for name, value in list(globals().items()) if name.startswith("test_")]))
