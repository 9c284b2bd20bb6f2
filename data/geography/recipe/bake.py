#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: bake.py ATLASGEO-OUT FOLDER TOLERANCES

Bakes units-N, units-antarctica-N and lakes-N of FOLDER, one N for each of the tolerances (metres, parted by blanks,
coarsest first), into the file that the atlas maps into memory. ../README.md describes the format.
"""
import json
import math
import struct
import sys
from array import array

from frame import from_frame

VERSION = 1
SEA = -1
NONE, COAST, BORDER, CONTROL, DISPUTED, SHORE = range(6)
LONGEST_ARC = 128  # points; short arcs have small boxes, which is what lets a painter skip those out of sight
CELLS_PER_DEGREE = 1
TINY_KM2 = 3000
SPECK_KM2 = 0.5
EARTH_KM = 6371.0088
MICRO = 1_000_000
HEADER_WORDS = 24
SUMMED_FROM = 32  # the byte behind the checksum
CONSTANT_CELL = LAST_RUN = 0x80000000
# A crossing computed at the very edge of a cell must find its line in the cells on both sides.
MARGIN = 1e-4


class Unit:
    def __init__(self, properties):
        self.code = properties['unit']
        self.country = properties['country']
        self.held_by = properties['held_by']
        self.claimed_by = properties['claimed_by']
        self.anchor = None
        self.box = self.main_box = None
        self.area = self.main_area = 0.0


class Arc:
    def __init__(self, points, left, right, kind):
        self.points, self.left, self.right, self.kind = points, left, right, kind


class Ring:
    def __init__(self, unit, points):
        self.unit, self.points, self.references = unit, points, []


class Level:
    def __init__(self, tolerance):
        self.tolerance, self.rings, self.arcs = tolerance, [], []


# --- Reading -----------------------------------------------------------------

def read_features(path):
    with open(path) as source:
        collection = json.load(source)
    shapes = collection.get('features') or [{'properties': {}, 'geometry': g} for g in collection['geometries']]
    return [shape for shape in shapes if shape['geometry']]


def polygons(geometry):
    return geometry['coordinates'] if geometry['type'] == 'MultiPolygon' else [geometry['coordinates']]


def signed_area(points):
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1]))


def turned(points, anticlockwise):
    return points if (signed_area(points) > 0) == anticlockwise else points[::-1]


def box(points):
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def join(a, b):
    return b if a is None else (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def square_km(points):
    """The area on a sphere inside a ring, negative when it runs clockwise."""
    total = 0.0
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1]):
        total += (x1 - x0) * (math.sin(math.radians(y0 / MICRO)) + math.sin(math.radians(y1 / MICRO)))
    return -math.radians(total / MICRO) * EARTH_KM ** 2 / 2


def whole(ring, place):
    """A ring's points in millionths of a degree, none twice in a row, the first not repeated."""
    points = []
    for x, y in ring:
        point = (round(place(x) * MICRO), round(y * MICRO))
        if not points or points[-1] != point:
            points.append(point)
    return points[:-1] if points[0] == points[-1] else points


def read_rings(path, place):
    for shape in read_features(path):
        for rings in polygons(shape['geometry']):
            outer, *holes = [whole(ring, place) for ring in rings]
            yield shape['properties'], turned(outer, True), [turned(hole, False) for hole in holes if len(hole) > 2]


def near(anchor, points):
    """Moves a ring by whole turns to the side of the world where its unit is."""
    west, _, east, _ = box(points)
    turns = round((anchor - (west + east) / 2) / (360 * MICRO))
    return [(x + turns * 360 * MICRO, y) for x, y in points]


# --- Units and their rings ---------------------------------------------------

def read_units(folder, finest):
    """All units, by code, with the longitude around which their parts are to be gathered."""
    units = {}
    for properties, outer, _holes in level_polygons(folder, finest):
        unit = units.setdefault(properties['unit'], Unit(properties))
        area = square_km(outer)
        if area > unit.main_area:
            west, _, east, _ = box(outer)
            turn = 360 * MICRO
            unit.main_area = area
            unit.anchor = (west + east) / 2 - turn * round((west + east) / 2 / turn)
    return units


def level_polygons(folder, level):
    yield from read_rings(f'{folder}/units-{level}.geojson', from_frame)
    yield from read_rings(f'{folder}/units-antarctica-{level}.geojson', float)


def inside(point, points):
    x, y = point
    odd = False
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1]):
        if (y0 > y) != (y1 > y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0):
            odd = not odd
    return odd


def speck_ring(speck):
    """An octagon for a state too small for the grid of the source."""
    lon, lat = speck['geometry']['coordinates']
    radius = math.degrees(math.sqrt(SPECK_KM2 / math.pi) / EARTH_KM)
    corners = [math.radians(45 * i) for i in range(8)]
    return [(round((lon + radius * math.cos(a) / math.cos(math.radians(lat))) * MICRO),
             round((lat + radius * math.sin(a)) * MICRO)) for a in corners]


def add_speck(rings, code, points):
    """Puts a speck into the ring around it, so that the two share their border."""
    centre = (sum(p[0] for p in points) // len(points), sum(p[1] for p in points) // len(points))
    around = [ring for ring in rings if inside(centre, ring.points)]
    around.sort(key=lambda ring: abs(signed_area(ring.points)))
    rings.append(Ring(code, points))
    if around:
        rings.append(Ring(around[0].unit, points[::-1]))


def read_level(folder, number, tolerance, units, specks):
    level = Level(tolerance)
    for properties, outer, holes in level_polygons(folder, number):
        unit = units[properties['unit']]
        for points in [outer, *holes]:
            level.rings.append(Ring(unit.code, near(unit.anchor, points)))
    for speck in specks:
        add_speck(level.rings, speck['properties']['unit'], speck_ring(speck))
    level.rings.sort(key=lambda ring: (ring.unit, -signed_area(ring.points)))
    for _properties, outer, holes in read_rings(f'{folder}/lakes-{number}.geojson', from_frame):
        for points in [outer, *holes]:
            level.rings.append(Ring(None, near(0, points)))
    return level


# --- One line for every border -----------------------------------------------

def is_seam(a, b):
    """Whether an edge only closes a ring along the pole or the antimeridian."""
    return (a[0] == b[0] and abs(a[0]) == 180 * MICRO) or (a[1] == b[1] == -90 * MICRO)


def line_kind(units, left, right):
    if left is None or right is None:
        return COAST
    a, b = units[left], units[right]
    claims_a, claims_b = a.claimed_by.split(), b.claimed_by.split()
    if a.country and a.country == b.country:
        if a.held_by != b.held_by:
            return CONTROL
        return NONE if claims_a and claims_a == claims_b else DISPUTED if claims_a or claims_b else BORDER
    if a.country in claims_b and b.country in claims_a:
        return CONTROL
    if not a.country or not b.country or a.country in claims_b or b.country in claims_a:
        return DISPUTED
    return BORDER


def edges_of(points):
    return zip(points, points[1:] + points[:1])


def build_arcs(level, units):
    """Cuts all rings at their junctions into arcs, each stored once with the units on its two sides."""
    owner, lakes = {}, {}
    for ring in level.rings:
        for edge in edges_of(ring.points):
            table = lakes if ring.unit is None else owner
            if edge in table:
                sys.exit(f'bake.py: {ring.unit} runs twice along {edge}')
            table[edge] = ring.unit
    junctions = find_junctions(owner)
    known = {}
    for ring in level.rings:
        for piece in cut(ring.points, junctions if ring.unit is not None else set()):
            for part in shorten(piece):
                ring.references.append(reference(level, units, known, owner, ring, part))


def find_junctions(owner):
    """Vertices where more than two lines meet, or where the units on either side change."""
    sides = {}
    for a, b in owner:
        what = (frozenset((owner[a, b], owner.get((b, a)))), is_seam(a, b))
        for vertex, other in ((a, b), (b, a)):
            sides.setdefault(vertex, {})[other] = what
    return {vertex for vertex, lines in sides.items() if len(lines) != 2 or len(set(lines.values())) != 1}


def cut(points, junctions):
    """A ring in pieces between junctions; one without junctions begins where any other ring along it would."""
    start = next((i for i, point in enumerate(points) if point in junctions), points.index(min(points)))
    walk = points[start:] + points[:start + 1]
    first = 0
    for i in range(1, len(walk)):
        if i == len(walk) - 1 or walk[i] in junctions:
            yield walk[first:i + 1]
            first = i


def shorten(piece):
    """A piece in parts of a bounded length, counted from the same end whichever way it is walked."""
    backward = (piece[-1], piece[-2]) < (piece[0], piece[1])
    line = piece[::-1] if backward else piece
    parts = [line[first:first + LONGEST_ARC] for first in range(0, len(line) - 1, LONGEST_ARC - 1)]
    return [part[::-1] for part in reversed(parts)] if backward else parts


def reference(level, units, known, owner, ring, piece):
    edge = (piece[0], piece[1])
    if edge in known:
        return known[edge]
    if ring.unit is None:
        left, right, kind = None, None, SHORE
    else:
        left, right = ring.unit, owner.get((piece[1], piece[0]))
        kind = NONE if is_seam(*edge) else line_kind(units, left, right)
    number = len(level.arcs)
    known[edge] = number
    known[piece[-1], piece[-2]] = ~number
    level.arcs.append(Arc(piece, left, right, kind))
    return number


# --- The index for hit tests -------------------------------------------------

class HitIndex:
    """Cells of equal degrees; a cell is wholly one unit's, or lists the runs of edges that pass through it."""

    def __init__(self, level, numbers):
        self.columns, self.rows = 360 * CELLS_PER_DEGREE, 180 * CELLS_PER_DEGREE
        self.runs = {}
        self.arcs = []
        self.numbers = numbers
        first = 0
        for number, arc in enumerate(level.arcs):
            lons, lats = (array('f', [p[axis] / MICRO for p in arc.points]) for axis in (0, 1))
            self.arcs.append((first, lons, lats, arc))
            if arc.kind != SHORE and not self.is_round(arc):
                self.add(number, first, lons, lats)
            first += len(arc.points)
        self.constant = {}
        below = [numbers['AQ']] * self.columns
        for row in range(self.rows):
            below = self.fill(row, below)

    @staticmethod
    def is_round(arc):
        """Antarctica goes on behind its seam; an island that is cut off at the antimeridian does not."""
        return arc.kind == NONE and (arc.left, arc.right) in (('AQ', None), (None, 'AQ'))

    def add(self, number, first, lons, lats):
        for i in range(len(lons) - 1):
            for cell in self.passed(lons[i], lats[i], lons[i + 1], lats[i + 1]):
                runs = self.runs.setdefault(cell, [])
                if runs and runs[-1][0] == number and runs[-1][1] + runs[-1][2] == first + i:
                    runs[-1][2] += 1
                else:
                    runs.append([number, first + i, 1])

    def passed(self, x0, y0, x1, y1):
        """The cells that an edge passes through. One that runs along a parallel is never crossed, but it parts units
        all the same."""
        if y0 > y1:
            x0, y0, x1, y1 = x1, y1, x0, y0
        low = max(0, math.floor((y0 - MARGIN + 90) * CELLS_PER_DEGREE))
        high = min(self.rows - 1, math.floor((y1 + MARGIN + 90) * CELLS_PER_DEGREE))
        for row in range(low, high + 1):
            bottom = max(y0, row / CELLS_PER_DEGREE - 90 - MARGIN)
            top = min(y1, (row + 1) / CELLS_PER_DEGREE - 90 + MARGIN)
            xs = [x0 + (x1 - x0) * (y - y0) / (y1 - y0) for y in (bottom, top)] if y0 < y1 else [x0, x1]
            west = math.floor((min(xs) - MARGIN + 180) * CELLS_PER_DEGREE)
            east = math.floor((max(xs) + MARGIN + 180) * CELLS_PER_DEGREE)
            for column in range(west, east + 1):
                yield row, column % self.columns

    def crossing(self, row, column, y):
        """The unit east of the last line that the parallel y crosses in a cell, or None where it crosses none."""
        west = column / CELLS_PER_DEGREE - 180
        best, unit = (-math.inf, 0.0), None
        for number, point, edges in self.runs.get((row, column), ()):
            first, lons, lats, arc = self.arcs[number]
            for i in range(point - first, point - first + edges):
                y0, y1 = lats[i], lats[i + 1]
                if (y0 <= y) == (y1 <= y):
                    continue
                lean = (lons[i + 1] - lons[i]) / (y1 - y0)
                x = lons[i] + lean * (y - y0)
                x -= 360 * round((x - west) / 360)
                # Of two edges that rise from one vertex, the one that leans east lies farther east.
                if west <= x < west + 1 / CELLS_PER_DEGREE and (x, lean) > best:
                    side = arc.right if y1 > y0 else arc.left
                    best, unit = (x, lean), SEA if side is None else self.numbers[side]
        return unit

    def fill(self, row, below):
        y = (row + 0.5) / CELLS_PER_DEGREE - 90
        answers = [self.crossing(row, column, y) for column in range(self.columns)]
        start = next((c for c in range(self.columns) if answers[c] is not None), None)
        filled = list(below)
        if start is not None:
            current = None
            for step in range(self.columns + 1):
                column = (start + step) % self.columns
                current = answers[column] if answers[column] is not None else current
                filled[column] = current
        else:
            # The middle of the row crosses nothing, so it is one unit's all round: the one seen from the row below.
            free = [below[c] for c in range(self.columns) if (row, c) not in self.runs and (row - 1, c) not in self.runs]
            filled = [free[0]] * self.columns
        for column in range(self.columns):
            if (row, column) not in self.runs:
                self.constant[row, column] = filled[column]
        return filled

    def tables(self):
        cells, runs = [], []
        for row in range(self.rows):
            for column in range(self.columns):
                listed = self.runs.get((row, column))
                if listed is None:
                    cells.append(CONSTANT_CELL | (self.constant[row, column] + 1))
                    continue
                cells.append(len(runs))
                for number, point, edges in listed:
                    runs.append([point, edges, number])
                runs[-1][1] |= LAST_RUN
        return cells, runs


# --- Writing -----------------------------------------------------------------

class Writer:
    def __init__(self):
        self.words = bytearray(HEADER_WORDS * 4)

    def add(self, code, values):
        """Appends values of one struct code and tells where they begin, in bytes."""
        offset = len(self.words)
        self.words += struct.pack(f'<{len(values)}{code}', *values)
        return offset

    def add_records(self, records):
        offset = len(self.words)
        for form, values in records:
            self.words += struct.pack('<' + form, *values)
        return offset


def degrees(micro_box):
    return [value / MICRO for value in micro_box]


def write_units(writer, units):
    texts = bytearray(b'\0')
    places = {'': 0}

    def place(text):
        if text not in places:
            places[text] = len(texts)
            texts.extend(text.encode() + b'\0')
        return places[text]

    records = []
    for unit in units:
        tiny = unit.main_area < TINY_KM2 and unit.code == unit.country
        records.append(('4I8ffI2I', [*map(place, (unit.code, unit.country, unit.held_by, unit.claimed_by)),
                                     *degrees(unit.box), *degrees(unit.main_box), unit.area, int(tiny), 0, 0]))
    texts += bytes(-len(texts) % 4)
    return writer.add('B', texts), len(texts), writer.add_records(records)


def write_level(writer, level, numbers):
    points, records, references, rings = [], [], [], []
    for arc in level.arcs:
        left, right = (SEA if side is None else numbers[side] for side in (arc.left, arc.right))
        records.append(('4f2I2iI', [*degrees(box(arc.points)), len(points) // 2, len(arc.points), left, right, arc.kind]))
        for x, y in arc.points:
            points += [x / MICRO, y / MICRO]
    first_rings = [0] * (len(numbers) + 2)
    for ring in level.rings:
        number = numbers.get(ring.unit, SEA)
        rings.append(('4f3Ii', [*degrees(box(ring.points)), len(references), len(ring.references), len(ring.points),
                                number]))
        references += ring.references
        first_rings[(len(numbers) if number == SEA else number) + 1] += 1
    for i in range(1, len(first_rings)):
        first_rings[i] += first_rings[i - 1]
    return ('f11I', [level.tolerance, writer.add('f', points), len(points) // 2, writer.add_records(records),
                     len(records), writer.add_records(rings), len(rings), writer.add('i', references),
                     len(references), writer.add('I', first_rings), 0, 0])


def checksum(words):
    first = second = 0
    for word in words:
        first += word
        second += first
    return first % 2 ** 64, second % 2 ** 64


def write(path, units, levels, index):
    numbers = {unit.code: i for i, unit in enumerate(units)}
    writer = Writer()
    texts_at, texts_size, units_at = write_units(writer, units)
    records = [write_level(writer, level, numbers) for level in levels]
    levels_at = writer.add_records(records)
    cells, runs = index.tables()
    cells_at = writer.add('I', cells)
    runs_at = writer.add('I', [word for run in runs for word in run])
    contents = struct.pack('<12I16x', len(units), units_at, texts_at, texts_size, len(levels), levels_at,
                           CELLS_PER_DEGREE, cells_at, len(cells), runs_at, len(runs), 0)
    writer.words[SUMMED_FROM:HEADER_WORDS * 4] = contents
    summed = array('I', bytes(writer.words[SUMMED_FROM:]))
    if sys.byteorder == 'big':
        summed.byteswap()
    writer.words[:SUMMED_FROM] = struct.pack('<8s2I2Q', b'ATLASGEO', VERSION, len(writer.words), *checksum(summed))
    with open(path, 'wb') as out:
        out.write(writer.words)
    print(f'bake.py: {path}: {len(writer.words)} bytes, {len(units)} units, {len(runs)} runs', file=sys.stderr)


def main():
    out_path, folder, tolerances = sys.argv[1], sys.argv[2], [float(t) for t in sys.argv[3].split()]
    units = read_units(folder, len(tolerances) - 1)
    specks = [speck for speck in read_features(f'{folder}/specks.geojson') if speck['properties']['unit'] not in units]
    for speck in specks:
        units[speck['properties']['unit']] = Unit(speck['properties'])
    levels = []
    for number, tolerance in enumerate(tolerances):
        level = read_level(folder, number, tolerance, units, specks)
        build_arcs(level, units)
        levels.append(level)
        print(f'bake.py: {tolerance:g} m: {sum(len(a.points) for a in level.arcs)} points, {len(level.arcs)} arcs, '
              f'{len(level.rings)} rings', file=sys.stderr)
    for ring in levels[-1].rings:
        if ring.unit is not None:
            unit, area = units[ring.unit], square_km(ring.points)
            unit.area += area
            unit.box = join(unit.box, box(ring.points))
            if unit.main_box is None or area >= unit.main_area:
                unit.main_area, unit.main_box = max(area, unit.main_area), box(ring.points)
    ordered = [units[code] for code in sorted(units)]
    index = HitIndex(levels[-1], {unit.code: i for i, unit in enumerate(ordered)})
    write(out_path, ordered, levels, index)


main()
