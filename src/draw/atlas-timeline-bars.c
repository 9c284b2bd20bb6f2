/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

#include "atlas-pip.h"
#include "atlas-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels. Narrower bars are drawn without pattern and edge, all in one go. */
#define NARROW 4.0
#define MARGIN 6.0
#define LINE 1.5
#define DOTS 4.0

/* Pixels; how much of a pattern words must leave. */
#define PATTERN_SHOWN 28.0

/* One lane while its bars are drawn. */
typedef struct
{
  AtlasTimelineBrush *brush;
  const AtlasLane *lane;
  double top;
  double height;
  double done; /* how far narrow bars have got */
  GArray *narrow[ATLAS_N_STYLES];
  AtlasFill fills[ATLAS_N_STYLES];
  gboolean has_fill[ATLAS_N_STYLES];
} Bars;

/* Part of a spell that rests on rows of one organisation, all or none of them
 * contested. */
typedef struct
{
  const AtlasSpell *spell;
  const AtlasMembership *row;
  AtlasDay start;
  AtlasDay end;
} Piece;

static const AtlasFill *
get_fill (Bars *self,
          AtlasStyleKey key)
{
  if (!self->has_fill[key])
    atlas_style_get_fill (key, self->lane->organisation, self->brush->view->scheme, &self->fills[key]);
  self->has_fill[key] = TRUE;
  return &self->fills[key];
}

static AtlasColour
get_line_colour (Bars *self)
{
  const AtlasPip pip = { .hue = atlas_style_get_hue (self->lane->organisation), .shape = ATLAS_PIP_MEMBER };

  return atlas_pip_get_colour (&pip, self->brush->view->scheme);
}

/* What came after a tie is no tie, and gets no bar. */
static gboolean
is_line (const AtlasSpell *spell)
{
  return !atlas_status_is_current (spell->status);
}

/**
 * atlas_timeline_first_spell:
 *
 * Returns: the first spell of the lane that is seen on @day or later, its
 *   uncertain end included
 */
guint
atlas_timeline_first_spell (const AtlasLane *lane,
                            AtlasDay day)
{
  guint low = 0, high = lane->n_spells;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (MAX (lane->spells[middle]->end, lane->spells[middle]->end_latest) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* --- Narrow bars --------------------------------------------------------------- */

static void
add_narrow (Bars *self,
            const AtlasSpell *spell,
            double from,
            double to)
{
  const AtlasStyleKey key = atlas_style_of_spell (spell);
  const double pixel = 1 / self->brush->view->scale;
  double box[2];

  to = MAX (to, from + pixel);
  if (is_line (spell) || to <= self->done)
    return;
  box[0] = MAX (from, self->done);
  box[1] = to - box[0];
  self->done = to;
  if (self->narrow[key] == NULL)
    self->narrow[key] = g_array_new (FALSE, FALSE, sizeof box);
  g_array_append_val (self->narrow[key], box);
}

static void
draw_narrow (Bars *self)
{
  for (guint key = 0; key < ATLAS_N_STYLES; key++)
    {
      if (self->narrow[key] == NULL)
        continue;
      for (guint i = 0; i < self->narrow[key]->len; i++)
        {
          const double *box = (const double *) (gpointer) self->narrow[key]->data + 2 * i;

          cairo_rectangle (self->brush->cr, box[0], self->top, box[1], self->height);
        }
      atlas_timeline_brush_fill (self->brush, get_fill (self, key)->colour, 1);
      g_array_unref (self->narrow[key]);
    }
}

/* --- Words --------------------------------------------------------------------- */

/* “member”, or “Shanghai Five: member” where it was the predecessor's. */
static char *
describe (Bars *self,
          const Piece *piece,
          gboolean whole)
{
  const char *status = atlas_status_get_name (piece->spell->status);

  if (!whole || piece->row->organisation == self->lane->organisation)
    return g_strdup (status);
  /* Translators: an organisation and a status in it: “Shanghai Five: signatory” */
  return g_strdup_printf (C_ ("bar of a timeline", "%1$s: %2$s"),
                          atlas_organisation_get_abbreviation (piece->row->organisation, atlas_timeline_get_language (self->brush->timeline)), status);
}

static PangoLayout *
find_words (Bars *self,
            const Piece *piece,
            double room,
            double *width,
            double *height)
{
  for (int whole = TRUE; whole >= FALSE; whole--)
    {
      g_autofree char *text = describe (self, piece, whole);
      PangoLayout *layout = atlas_timeline_brush_get_words (self->brush, text, ATLAS_TIMELINE_SMALL_WORDS, FALSE, width, height);

      if (*width <= room)
        return layout;
    }
  return NULL;
}

/* Words on a pattern stand on a piece of plain fill, as far as they reach. */
static void
draw_words (Bars *self,
            const Piece *piece,
            const AtlasFill *fill,
            double from,
            double to)
{
  const gboolean plain = atlas_timeline_fill_is_plain (fill);
  const double left = MAX (from, self->brush->left) + MARGIN;
  const double room = MIN (to, self->brush->right) - left - (plain ? MARGIN : PATTERN_SHOWN);
  double width, height;
  PangoLayout *layout;

  if (room < 20)
    return;
  layout = find_words (self, piece, room, &width, &height);
  if (layout == NULL)
    return;
  if (!plain)
    {
      cairo_rectangle (self->brush->cr, floor (left - 3), self->top + 1, ceil (width + 6), self->height - 2);
      atlas_timeline_brush_fill (self->brush, fill->colour, 1);
    }
  atlas_timeline_brush_show_words (self->brush, layout, left, self->top + (self->height - height) / 2, fill->label);
}

/* --- Pieces -------------------------------------------------------------------- */

/* A contested one is dotted. */
static void
add_line (Bars *self,
          const Piece *piece,
          double from,
          double to,
          double y)
{
  if (to <= from)
    return;
  if (!piece->row->contested)
    {
      cairo_rectangle (self->brush->cr, from, y, to - from, LINE);
      return;
    }
  for (double x = MAX (from, self->brush->left - DOTS); x < MIN (to, self->brush->right); x += DOTS)
    cairo_rectangle (self->brush->cr, x, y, DOTS / 2, LINE);
}

static void
draw_line (Bars *self,
           const Piece *piece,
           double from,
           double to)
{
  const double middle = floor (self->top + self->height / 2);
  const double left = MAX (from, self->brush->left) + MARGIN;
  double width = 0, height, words_from = to, words_to = to;
  PangoLayout *layout = NULL;

  if (MIN (to, self->brush->right) - left > 30)
    layout = find_words (self, piece, MIN (to, self->brush->right) - left - MARGIN, &width, &height);
  if (layout != NULL)
    {
      words_from = left + 2;
      words_to = words_from + width + 4;
      atlas_timeline_brush_show_words (self->brush, layout, words_from, self->top + (self->height - height) / 2, self->brush->ink->dim_text);
    }
  add_line (self, piece, from, words_from - 3, middle);
  add_line (self, piece, words_to, to, middle);
  atlas_timeline_brush_fill (self->brush, get_line_colour (self), 0.75);
}

static void
draw_piece (Bars *self,
            const Piece *piece)
{
  AtlasStyleKey key = atlas_style_of_spell (piece->spell);
  double from = atlas_timeline_brush_x_of (self->brush, piece->start);
  const double to = atlas_timeline_brush_x_of (self->brush, piece->end);
  const double certain = CLAMP (atlas_timeline_brush_x_of (self->brush, piece->spell->certain_from), from, to);
  AtlasFill fill;

  if (to <= from)
    return;
  if (is_line (piece->spell))
    {
      draw_line (self, piece, from, to);
      return;
    }
  if (piece->row->contested)
    atlas_style_get_fill (key | ATLAS_STYLE_CONTESTED, self->lane->organisation, self->brush->view->scheme, &fill);
  else
    fill = *get_fill (self, key);
  if (certain - from >= NARROW)
    {
      atlas_timeline_brush_fill_fading (self->brush, &fill, from, self->top, certain - from, self->height, TRUE);
      from = certain;
    }
  if (to <= from)
    return;
  atlas_timeline_brush_fill_bar (self->brush, &fill, from, self->top, to - from, self->height);
  atlas_timeline_brush_outline_bar (self->brush, get_line_colour (self), from, self->top, to - from, self->height, piece->row->contested);
  draw_words (self, piece, &fill, from, to);
}

/* The end of the rows from @first on that are drawn alike. */
static guint
end_of_piece (const AtlasSpell *spell,
              guint first)
{
  guint end = first + 1;

  while (end < spell->n_rows && spell->rows[end]->organisation == spell->rows[first]->organisation && spell->rows[end]->contested == spell->rows[first]->contested)
    end++;
  return end;
}

static void
draw_spell (Bars *self,
            const AtlasSpell *spell)
{
  const double end = atlas_timeline_brush_x_of (self->brush, spell->end);
  guint first = 0;

  while (first < spell->n_rows)
    {
      const guint next = end_of_piece (spell, first);
      const Piece piece = {
        .spell = spell,
        .row = spell->rows[first],
        .start = first == 0 ? spell->start : spell->rows[first]->from.earliest,
        .end = next < spell->n_rows ? spell->rows[next]->from.earliest : spell->end,
      };

      draw_piece (self, &piece);
      first = next;
    }
  if (spell->end_latest > spell->end && spell->end_latest != ATLAS_DAY_MAX && !is_line (spell))
    atlas_timeline_brush_fill_fading (self->brush, get_fill (self, atlas_style_of_spell (spell)), end, self->top,
                                      atlas_timeline_brush_x_of (self->brush, spell->end_latest) - end, self->height, FALSE);
}

/* --- The lane ------------------------------------------------------------------ */

/**
 * atlas_timeline_brush_draw_ties:
 * @y: the top of the lane
 */
void
atlas_timeline_brush_draw_ties (AtlasTimelineBrush *self,
                                const AtlasLane *lane,
                                double y)
{
  const AtlasTimeAxis *axis = &self->view->axis;
  const guint first = atlas_timeline_first_spell (lane, (AtlasDay) floor (axis->start));
  Bars bars = { .brush = self, .lane = lane, .done = self->left };
  guint end = first;

  atlas_timeline_lane_bar (lane, self->view->text_scale, &bars.top, &bars.height);
  bars.top += y;
  for (; end < lane->n_spells && lane->spells[end]->start <= axis->end; end++)
    {
      const AtlasSpell *spell = lane->spells[end];
      const double from = atlas_timeline_brush_x_of (self, spell->start);
      const double to = atlas_timeline_brush_x_of (self, MAX (spell->end, spell->end_latest));

      if (to - from < NARROW)
        add_narrow (&bars, spell, from, to);
      else
        draw_spell (&bars, spell);
    }
  draw_narrow (&bars);
  atlas_timeline_brush_draw_joints (self, lane, first, end, bars.top, bars.height, get_line_colour (&bars));
}
