#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The styles: the map has the colours of the published table in each of them."""

import re
import sys
import tempfile
from pathlib import Path

from atlas_window import Window, run, wait_for

ON = ("--on", "2026-06-15")
TOP = Path(__file__).resolve().parents[2]

# Places off names, pips and what the map explains of Kazakhstan, and what stands there in the overview.
PLACES = {
    "Russia": (105.0, 66.0, "csto-member"),
    "Kazakhstan": (74.0, 46.8, "csto-member"),
    "China": (122.5, 45.5, "sco-and-brics"),
    "Iran": (59.3, 34.2, "sco-and-brics"),
    "Mongolia": (96.0, 47.3, "sco-lesser"),
    "Indonesia": (114.0, -2.2, "brics"),
    "Japan": (142.8, 43.4, "none"),
}


def published(column):
    """The colours of the overview; `column` is 0 for light and 1 for dark."""
    table = (TOP / "data" / "style.md").read_text().split("## Overview")[1].split("## The lens")[0]
    rows = re.findall(r"^\| ([a-z-]+) \| [^|]+\| `#(\w{6})` \| `#(\w{6})` \|$", table, re.M)
    return {row[0]: tuple(bytes.fromhex(row[1 + column])) for row in rows}


def near(colour, other, tolerance=3):
    return all(abs(a - b) <= tolerance for a, b in zip(colour, other))


def wrong(window, colours):
    """Where the map has another colour than the table."""
    found = {name: window.pixel(*window.place(lon, lat)) for name, (lon, lat, _) in PLACES.items()}
    return {name: found[name] for name, (_, _, look) in PLACES.items() if not near(found[name], colours[look])}


def wait_colours(window, colours):
    try:
        wait_for("the published colours", lambda: not wrong(window, colours), patience=8)
    except AssertionError:
        raise AssertionError(f"other colours than published: {wrong(window, colours)}") from None


def test_light():
    with Window(*ON) as window:
        wait_colours(window, published(0))


def test_dark():
    with Window(*ON, env={"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}) as window:
        wait_colours(window, published(1))
        assert sum(window.pixel(430, 28)) < 200, "the header is not dark"


def choose_style(window, *keys):
    """By the row of the preferences, from the top: the system's, light, dark."""
    window.key("ctrl+comma")
    window.choose(window.wait_dialog(), "Style", *keys)
    window.key("Escape")
    window.wait_no_dialog()


def test_the_style_changes_at_once_and_is_remembered():
    home = tempfile.mkdtemp(prefix="atlas-home-")
    with Window(*ON, home=home) as window:
        window.wait_page("Alliances of Eurasia")
        choose_style(window, "Down", "Down")
        wait_colours(window, published(1))
        choose_style(window, "Down")
        wait_colours(window, published(0))
        choose_style(window, "Down", "Down")
        wait_colours(window, published(1))
        window.key("ctrl+q")
        wait_for("the end", lambda: window.process.poll() is not None)
    with Window(*ON, home=home) as window:
        wait_colours(window, published(1))


def contrast(colour, other):
    """As WCAG 2 defines it."""
    def luminance(rgb):
        parts = [part / 255 for part in rgb]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(colour), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_high_contrast():
    for scheme in ("prefer-light", "prefer-dark"):
        env = {"ADW_DEBUG_HIGH_CONTRAST": "1", "ADW_DEBUG_COLOR_SCHEME": scheme}
        with Window(*ON, env=env) as window:
            colour = {name: window.pixel(*window.place(lon, lat)) for name, (lon, lat, _) in PLACES.items()}
            assert near(colour["Russia"], colour["Kazakhstan"]), colour
            assert near(colour["China"], colour["Iran"]), colour
            for name in ("Russia", "China", "Indonesia"):
                ratio = contrast(colour[name], colour["Japan"])
                assert ratio >= 2, f"{scheme}: {name} stands out from land by {ratio:.1f} only: {colour}"


def written_contrast(window, words):
    """How the strongest point of a text stands out from what it is written on."""
    label = wait_for(words, lambda: window.root.nearest("label", lambda node: node.text.startswith(words)))
    window.wait_still()
    colours = sorted(window.pixels(*label.extents()), key=sum)
    return contrast(colours[0], colours[-1])


def test_high_contrast_writes_sources_as_strongly_as_the_rest():
    env = {"ADW_DEBUG_HIGH_CONTRAST": "1", "ADW_DEBUG_COLOR_SCHEME": "prefer-light"}
    with Window(*ON, "--country", "KZ", env=env) as window:
        window.wait_page("Kazakhstan")
        ratio, usual = (written_contrast(window, words) for words in ("Source: ", "Since "))
        assert ratio >= 0.85 * usual, f"sources stand out by {ratio:.1f}, the rest by {usual:.1f}"


if __name__ == "__main__":
    sys.exit(run([value for name, value in sorted(globals().items()) if name.startswith("test_")]))
