# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame that the recipe works in: longitudes counted from a meridian east of Greenwich, so that the edge of the
world falls into the Bering Strait, where it cuts no continent but Antarctica, which
goes its own way with plain longitudes. mapshaper measures on the sphere only
what lies within ±180 degrees, or a degree more, so Chukotka cannot simply run past 180."""

ORIGIN = 10.5
WIDEST = 180.9


def to_frame(lon):
    """A longitude in the frame, in [-180, 180)."""
    return round((lon - ORIGIN + 180) % 360 - 180, 6)


def from_frame(x):
    """The longitude of a place in the frame; past 180 in easternmost Asia and the mid Pacific."""
    return x + ORIGIN
