#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: unfold.py COUNTRIES-TOPOJSON WORLD-MAP-GPKG POLYGONS-OUT ANTARCTICA-OUT SPECKS-OUT LINES-OUT

Writes every polygon of the countries, in the frame of frame.py, where the halves that the source has cut at the
antimeridian meet again, and the lines that cut disputed areas off, rounded to the grid of the polygons so that they
meet at shared vertices. Antarctica has a file of its own, with plain longitudes, and is closed along the pole. Specks are the places of countries that
the grid has flattened to a line.
"""
import json
import sqlite3
import struct
import sys

from frame import ORIGIN, WIDEST, to_frame

# Lines that divide no area worth its own unit here: claims within the bed of a river, and lines that no longer hold.
LEFT_OUT = {
    'Portuguese claim', 'Bolivian claim', 'Guatemalan claim', 'Suriname claim', 'Ukrainian claim',
    'Ceasefire Line 1994', 'Former USSR oblast in 1991',
}
# Bytes of the envelope in a GeoPackage geometry header, by its envelope code.
ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
LINE_STRING = 2


class Grid:
    """The integer grid that the coordinates of a topology lie on."""

    def __init__(self, transform):
        (self.step_x, self.step_y), (self.x0, self.y0) = transform['scale'], transform['translate']
        self.turn = round(360 / self.step_x)

    def degrees(self, point):
        return [round(point[0] * self.step_x + self.x0, 6), round(point[1] * self.step_y + self.y0, 6)]

    def snap(self, lon, lat):
        lon, lat = self.degrees((round((lon - self.x0) / self.step_x), round((lat - self.y0) / self.step_y)))
        return [to_frame(lon), lat]


def decode_arcs(topology):
    for arc in topology['arcs']:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x, y))
        yield points


def chain(arcs, references):
    points = []
    for reference in references:
        arc = arcs[reference] if reference >= 0 else arcs[~reference][::-1]
        points += arc[1:] if points else arc
    return points


def unwrap(points, turn):
    """Undoes every jump of more than half a turn between neighbours."""
    walked = [points[0]]
    for x, y in points[1:]:
        x += turn * round((walked[-1][0] - x) / turn)
        if (x, y) != walked[-1]:
            walked.append((x, y))
    return walked


def close_at_pole(ring):
    """A ring around the pole ends a turn away from its start: lead it over the pole."""
    (first, lat), last = ring[0], ring[-1][0]
    if abs(first) != 180 or first + last:
        sys.exit(f'unfold.py: the ring around the pole begins at {first}, not at the antimeridian')
    return ring + [[last, -90], [first, -90], [first, lat]]


def into_frame(rings):
    """The rings of a polygon in the frame, each moved by whole turns to where most of it lies within."""
    moved = []
    for ring in rings:
        middle = (min(lon for lon, _ in ring) + max(lon for lon, _ in ring)) / 2
        away = ORIGIN + 360 * round((middle - ORIGIN) / 360)
        moved.append([[round(lon - away, 6), lat] for lon, lat in ring])
    if any(abs(x) > WIDEST for ring in moved for x, _ in ring):
        sys.exit(f'unfold.py: a polygon at {moved[0][0]} reaches too far over the edge of the frame')
    return moved


def polygons(topology):
    """The name, the code and the rings of every polygon, in plain longitudes."""
    grid = Grid(topology['transform'])
    arcs = list(decode_arcs(topology))
    for country in topology['objects']['countries']['geometries']:
        parts = country['arcs'] if country['type'] == 'MultiPolygon' else [country['arcs']]
        for part in parts:
            rings = [[grid.degrees(p) for p in unwrap(chain(arcs, ring), grid.turn)] for ring in part]
            if abs(rings[0][0][0] - rings[0][-1][0]) > 180:
                rings[0] = close_at_pole(rings[0])
            yield country['properties']['name'], country.get('id'), rings


def is_flat(ring):
    """Whether the grid of the source has left a ring no inside."""
    return len({tuple(point) for point in ring}) < 3


def read_lines(blob, offset):
    """The point lists of a well-known binary line string or collection, and the offset behind it."""
    order = '<' if blob[offset] else '>'
    kind, count = struct.unpack_from(order + 'II', blob, offset + 1)
    offset += 9
    if kind == LINE_STRING:
        numbers = struct.unpack_from(f'{order}{2 * count}d', blob, offset)
        return [list(zip(numbers[::2], numbers[1::2]))], offset + 16 * count
    lines = []
    for _ in range(count):
        more, offset = read_lines(blob, offset)
        lines += more
    return lines, offset


def disputed_lines(path, grid):
    database = sqlite3.connect(f'file:{path}?mode=ro&immutable=1', uri=True)
    for name, blob in database.execute('select name, geom from disputed_borders'):
        if name in LEFT_OUT:
            continue
        for line in read_lines(blob, 8 + ENVELOPE_BYTES[(blob[3] >> 1) & 7])[0]:
            snapped = []
            for point in line:
                at = grid.snap(*point)
                if not snapped or snapped[-1] != at:
                    snapped.append(at)
            if len(snapped) > 1:
                yield snapped


def feature(properties, kind, coordinates):
    return {'type': 'Feature', 'properties': properties, 'geometry': {'type': kind, 'coordinates': coordinates}}


def write(path, features):
    with open(path, 'w') as out:
        json.dump({'type': 'FeatureCollection', 'features': features}, out)


def main():
    topology_path, map_path, polygons_out, antarctica_out, specks_out, lines_out = sys.argv[1:]
    with open(topology_path) as source:
        topology = json.load(source)
    countries, antarctica, specks = [], [], []
    for name, code, (outer, *holes) in polygons(topology):
        rings = [outer, *(hole for hole in holes if not is_flat(hole))]
        properties = {'name': name, 'id': code}
        if is_flat(outer):
            specks.append(feature(properties, 'Point', [sum(values) / len(values) for values in zip(*outer[:-1])]))
        elif name == 'Antarctica':
            antarctica.append(feature(properties, 'Polygon', rings))
        else:
            countries.append(feature(properties, 'Polygon', into_frame(rings)))
    write(polygons_out, countries)
    write(antarctica_out, antarctica)
    write(specks_out, specks)
    write(lines_out, [feature({}, 'LineString', line)
                      for line in disputed_lines(map_path, Grid(topology['transform']))])


main()
