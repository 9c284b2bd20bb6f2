#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: assign.py UNITS-CSV ISO-3166-1 FACES UNITS-OUT SPECKS SPECKS-OUT

Gives every face its unit, the country it counts to, who holds it and who claims it: by the first row of units.csv
that fits, else by the country code that the source gives. Places in units.csv are plain longitudes and latitudes.
"""
import csv
import json
import sys

from frame import from_frame, to_frame


def contains(ring, x, y):
    inside = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        if (y0 > y) != (y1 > y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0):
            inside = not inside
    return inside


def polygons(geometry):
    return geometry['coordinates'] if geometry['type'] == 'MultiPolygon' else [geometry['coordinates']]


def holds_seed(row, geometry):
    x, y = to_frame(float(row['lon'])), float(row['lat'])
    return any(contains(rings[0], x, y) and not any(contains(hole, x, y) for hole in rings[1:])
               for rings in polygons(geometry))


def lies_in_box(row, geometry):
    points = [point for rings in polygons(geometry) for point in rings[0]]
    x, y = ((min(p[axis] for p in points) + max(p[axis] for p in points)) / 2 for axis in (0, 1))
    lon = (from_frame(x) + 180) % 360 - 180
    return float(row['west']) <= lon <= float(row['east']) and float(row['south']) <= y <= float(row['north'])


def fits(row, name, geometry):
    return ((not row['source'] or row['source'] == name)
            and (not row['lon'] or holds_seed(row, geometry))
            and (not row['west'] or lies_in_box(row, geometry)))


def plain(code):
    return {'unit': code, 'country': code, 'held_by': code, 'claimed_by': ''}


def main():
    units_path, iso_path, faces_path, out_path, specks_path, specks_out = sys.argv[1:]
    with open(units_path, newline='') as source:
        rows = list(csv.DictReader(source))
    with open(iso_path) as source:
        iso = {entry['numeric']: entry['alpha_2'] for entry in json.load(source)['3166-1']}
    with open(faces_path) as source:
        collection = json.load(source)
    # A face without a geometry was thinner than the precision of the step before.
    collection['features'] = [face for face in collection['features'] if face['geometry']]
    used = set()
    for face in collection['features']:
        name, numeric = face['properties']['name'], face['properties']['id']
        at = next((i for i, row in enumerate(rows) if fits(row, name, face['geometry'])), None)
        if at is not None:
            used.add(at)
            face['properties'] = {key: rows[at][key] for key in ('unit', 'country', 'held_by', 'claimed_by')}
        elif numeric in iso:
            face['properties'] = plain(iso[numeric])
        else:
            sys.exit(f'assign.py: no unit for the face {name!r}: add a row to {units_path}')
    # The same unit in every face, whatever the row it came by: joining faces keeps the words of only one.
    words = {}
    for face in collection['features']:
        unit = face['properties']['unit']
        if words.setdefault(unit, face['properties']) != face['properties']:
            sys.exit(f'assign.py: {unit} is described in two ways: {words[unit]} and {face["properties"]}')
    for i, row in enumerate(rows):
        if i not in used:
            sys.exit(f'assign.py: row {i + 2} of {units_path} ({row["unit"]}) fits no face')
    with open(out_path, 'w') as out:
        json.dump(collection, out)
    with open(specks_path) as source:
        specks = json.load(source)
    for speck in specks['features']:
        speck['properties'] = plain(iso[speck['properties']['id']])
    with open(specks_out, 'w') as out:
        json.dump(specks, out)
    print(f'assign.py: {len(collection["features"])} faces, {len(words)} units', file=sys.stderr)


main()
