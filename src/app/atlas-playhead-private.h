/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of AtlasPlayhead share.
 */
#pragma once

#include "atlas-playhead.h"

G_BEGIN_DECLS

struct _AtlasPlayhead
{
  GtkWidget parent_instance;

  AtlasState *state;
  AtlasContent *content;
  gboolean is_compared;

  double knob;      /* its middle, pixels from the top */
  gboolean outside; /* the date lies beyond the edge */
  gboolean held;

  guint rest_source; /* while a key has just been pressed */
  AtlasDay before;   /* the day before the first of several keys */
};

/* In atlas-playhead-keys.c. */
void atlas_playhead_add_key_bindings (GtkWidgetClass *widget_class);
void atlas_playhead_rest (AtlasPlayhead *self);

G_END_DECLS
