/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

#include <math.h>

#define TARGET 8.0

static void
set_box (AtlasTimelineItem *item,
         double x,
         double y,
         double width,
         double height)
{
  item->x = x;
  item->y = y;
  item->width = width;
  item->height = height;
}

static gboolean
pick_mark (const AtlasTimelineView *view,
           const AtlasLane *lane,
           double top,
           double x,
           double y,
           AtlasTimelineItem *item)
{
  g_autoptr (GArray) marks = atlas_timeline_gather_marks (lane, view);
  const double middle = top + atlas_timeline_lane_mark_y (lane, view);
  double nearest = G_MAXDOUBLE;

  if (ABS (y - middle) > TARGET * view->text_scale)
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    {
      const AtlasTimelineMark *mark = &g_array_index (marks, AtlasTimelineMark, i);
      const double distance = ABS (x - mark->x);

      if (distance > MAX (mark->half + 1, TARGET * view->text_scale) || distance >= nearest)
        continue;
      nearest = distance;
      item->kind = ATLAS_TIMELINE_MARK;
      item->events = lane->events + mark->first;
      item->n_events = mark->n;
      set_box (item, mark->x - mark->half, middle - 7 * view->text_scale, 2 * mark->half, 14 * view->text_scale);
    }
  return nearest < G_MAXDOUBLE;
}

static gboolean
pick_spell (const AtlasTimelineView *view,
            const AtlasLane *lane,
            double top,
            double x,
            AtlasTimelineItem *item)
{
  const AtlasDay day = atlas_time_axis_day_at (&view->axis, x - view->gutter);

  for (guint i = 0; i < lane->n_spells; i++)
    if (lane->spells[i]->start <= day && day < lane->spells[i]->end)
      {
        const double from = MAX (view->gutter, view->gutter + atlas_time_axis_x_of_start (&view->axis, lane->spells[i]->start));
        const double to = MIN (view->gutter + view->axis.width, view->gutter + atlas_time_axis_x_of_start (&view->axis, lane->spells[i]->end));
        double bar, height;

        atlas_timeline_lane_bar (lane, view->text_scale, &bar, &height);
        item->kind = ATLAS_TIMELINE_SPELL;
        item->spell = lane->spells[i];
        set_box (item, from, top + bar, to - from, height);
        return TRUE;
      }
  return FALSE;
}

static gboolean
pick_step (const AtlasTimelineView *view,
           const AtlasLane *lane,
           double top,
           double height,
           double x,
           AtlasTimelineItem *item)
{
  const AtlasDay day = atlas_time_axis_day_at (&view->axis, x - view->gutter);

  for (guint i = lane->n_steps; i-- > 0;)
    if (lane->steps[i].day <= day)
      {
        const AtlasDay end = i + 1 < lane->n_steps ? lane->steps[i + 1].day : view->axis.last + 1;
        const double from = MAX (0, atlas_time_axis_x_of_start (&view->axis, lane->steps[i].day));
        const double to = MIN (view->axis.width, atlas_time_axis_x_of_start (&view->axis, end));

        item->kind = ATLAS_TIMELINE_STEP;
        item->step = &lane->steps[i];
        set_box (item, view->gutter + from, top, to - from, height);
        return TRUE;
      }
  return FALSE;
}

static gboolean
pick_in_lane (const AtlasTimelineView *view,
              const AtlasLane *lane,
              double top,
              double height,
              double x,
              double y,
              AtlasTimelineItem *item)
{
  if (x < view->gutter)
    {
      item->kind = ATLAS_TIMELINE_LABEL;
      set_box (item, 0, top, view->gutter, height);
      return TRUE;
    }
  return pick_mark (view, lane, top, x, y, item) || pick_spell (view, lane, top, x, item) || pick_step (view, lane, top, height, x, item);
}

/**
 * atlas_timeline_pick:
 * @x: pixels from the left edge of the whole
 * @y: pixels from the top
 * @item: (out caller-allocates): what lies there
 *
 * Returns: whether anything does
 */
gboolean
atlas_timeline_pick (AtlasTimeline *timeline,
                     const AtlasTimelineView *view,
                     double x,
                     double y,
                     AtlasTimelineItem *item)
{
  double top = -view->scroll;

  *item = (AtlasTimelineItem) { 0 };
  if (x < 0 || x >= view->gutter + view->axis.width || y < 0 || y >= view->height - atlas_timeline_axis_height (view->text_scale))
    return FALSE;
  for (guint i = 0; i < atlas_timeline_get_n_lanes (timeline); i++)
    {
      const AtlasLane *lane = atlas_timeline_get_lane (timeline, i);
      const double height = atlas_timeline_lane_height (lane, view);

      if (y >= top && y < top + height)
        {
          item->lane = lane;
          return pick_in_lane (view, lane, top, height, x, y, item);
        }
      top += height;
    }
  return FALSE;
}
