#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: parts.py PARTS SMALLEST-KM2 PARTS-OUT

Leaves out the parts of units that are too small for a level of detail, but never a unit's largest part.
"""
import json
import sys


def main():
    parts_path, smallest, out_path = sys.argv[1:]
    with open(parts_path) as source:
        collection = json.load(source)
    largest = {}
    for part in collection['features']:
        unit, area = part['properties']['unit'], part['properties']['km2']
        largest[unit] = max(area, largest.get(unit, area))
    collection['features'] = [
        part for part in collection['features']
        if part['properties']['km2'] >= min(float(smallest), largest[part['properties']['unit']])
    ]
    with open(out_path, 'w') as out:
        json.dump(collection, out)


main()
