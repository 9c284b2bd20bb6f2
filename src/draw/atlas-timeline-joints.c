/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

/* Pixels. */
#define RING 3.5

/* What the links of one lane have in common. */
typedef struct
{
  AtlasTimelineBrush *brush;
  double top;
  double height;
  AtlasColour colour;
} Joints;

/* A link of a chain: here an organisation went on as another. */
static void
draw_joint (const Joints *self,
            AtlasDay day)
{
  const double x = atlas_timeline_brush_x_of (self->brush, day);
  cairo_t *cr = self->brush->cr;

  if (x < self->brush->left - RING || x > self->brush->right + RING)
    return;
  cairo_rectangle (cr, x - 1, self->top, 2, self->height);
  atlas_timeline_brush_fill (self->brush, self->brush->ink->paper, 1);
  cairo_arc (cr, x, self->top + self->height / 2, RING + 0.5, 0, 2 * G_PI);
  atlas_colour_set (cr, self->brush->ink->paper, 1);
  cairo_fill_preserve (cr);
  atlas_colour_set (cr, self->colour, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* Where a spell takes up that of a predecessor, and where one goes on within it.
 * Who had left in between was not handed on. */
static void
draw_joints_of (const Joints *self,
                const AtlasSpell *last,
                const AtlasSpell *spell)
{
  if (last != NULL && last->end == spell->start && atlas_status_is_current (last->status) && last->rows[last->n_rows - 1]->organisation != spell->rows[0]->organisation)
    draw_joint (self, spell->start);
  for (guint i = 1; i < spell->n_rows; i++)
    if (spell->rows[i]->organisation != spell->rows[i - 1]->organisation)
      draw_joint (self, spell->rows[i]->from.earliest);
}

/**
 * atlas_timeline_brush_draw_joints:
 * @first: of the spells
 * @end: after the last of them
 * @top: of the bars
 * @height: of the bars
 *
 * Joins predecessors to successors.
 */
void
atlas_timeline_brush_draw_joints (AtlasTimelineBrush *self,
                                  const AtlasLane *lane,
                                  guint first,
                                  guint end,
                                  double top,
                                  double height,
                                  AtlasColour colour)
{
  const Joints joints = { self, top, height, colour };

  for (guint i = first; i < end; i++)
    draw_joints_of (&joints, i > 0 ? lane->spells[i - 1] : NULL, lane->spells[i]);
}
