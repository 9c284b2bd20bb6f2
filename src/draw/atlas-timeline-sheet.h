/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-picture-file.h"
#include "atlas-timeline-painter.h"

G_BEGIN_DECLS

/**
 * AtlasTimelineSheet:
 * @title: what stands above
 * @from: the first day that is shown
 * @to: the last day
 * @width: pixels (PNG, SVG) or points (PDF); as high as the lanes need
 * @scale: multiplies the pixels of a PNG
 *
 * A timeline to save, with all its lanes, a title, the version of the data and
 * where it comes from. A plain value.
 */
typedef struct
{
  AtlasTimeline *timeline;
  const char *title;
  AtlasDay from;
  AtlasDay to;
  AtlasScheme scheme;
  double width;
  double scale;
} AtlasTimelineSheet;

double atlas_timeline_sheet_get_height (const AtlasTimelineSheet *self);
gboolean atlas_timeline_sheet_save (const AtlasTimelineSheet *self, const char *path, AtlasPlateFormat format, GError **error);

G_END_DECLS
