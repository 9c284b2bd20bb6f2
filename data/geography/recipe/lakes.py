#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: lakes.py PN2 GEOJSON-OUT

Reads polygons from Marble's .pn2 (version 2), big-endian: a header (version, number of polygons, whether records
carry a colour), then records of a flag, an id, a number of nodes and the nodes in 1/120 of a degree, each followed by
steps of one byte.
"""
import json
import struct
import sys

from frame import to_frame

UNITS_PER_DEGREE = 120
LINE, OUTER, INNER, GROUP = 0, (1, 2), 3, 4


def records(blob):
    _version, _count, coloured = struct.unpack_from('>BIB', blob)
    offset = 6
    while offset < len(blob):
        flag, _number = struct.unpack_from('>BI', blob, offset)
        offset += 5
        if coloured and flag in OUTER:
            offset += 1
        if flag == GROUP:
            offset += 1
            continue
        nodes, = struct.unpack_from('>I', blob, offset)
        offset += 4
        points = []
        for _ in range(nodes):
            lat, lon, steps = struct.unpack_from('>hhh', blob, offset)
            offset += 6
            points.append((lon, lat))
            for dlat, dlon in struct.iter_unpack('>bb', blob[offset:offset + 2 * steps]):
                points.append((lon + dlon, lat + dlat))
            offset += 2 * steps
        yield flag, [[to_frame(lon / UNITS_PER_DEGREE), round(lat / UNITS_PER_DEGREE, 6)] for lon, lat in points]


def main():
    with open(sys.argv[1], 'rb') as source:
        blob = source.read()
    features = []
    for flag, ring in records(blob):
        if flag == LINE:
            continue
        if ring[0] != ring[-1]:
            ring.append(ring[0])
        if flag == INNER:
            features[-1]['geometry']['coordinates'].append(ring)
        else:
            features.append({'type': 'Feature', 'properties': {},
                             'geometry': {'type': 'Polygon', 'coordinates': [ring]}})
    with open(sys.argv[2], 'w') as out:
        json.dump({'type': 'FeatureCollection', 'features': features}, out)


main()
