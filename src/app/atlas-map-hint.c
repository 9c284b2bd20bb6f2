/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-map-hint.h"

#define PADDING_X 10
#define PADDING_Y 6
#define RADIUS 9
#define GAP 16 /* from the pointer */

struct _AtlasMapHint
{
  GtkWidget parent_instance;

  PangoLayout *layout;
  double x;
  double y;
};

G_DEFINE_FINAL_TYPE (AtlasMapHint, atlas_map_hint, GTK_TYPE_WIDGET)

/* Beside the pointer where there is room, on its other side else. */
static double
place (double pointer,
       double size,
       double room)
{
  const double ahead = pointer + GAP;

  if (ahead + size <= room)
    return ahead;
  return MAX (0, pointer - GAP - size);
}

static void
atlas_map_hint_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  static const GdkRGBA ground = { 0.12, 0.12, 0.13, 0.92 };
  static const GdkRGBA words = { 1, 1, 1, 1 };
  AtlasMapHint *self = ATLAS_MAP_HINT (widget);
  GskRoundedRect box;
  int width, height;

  if (self->layout == NULL)
    return;
  pango_layout_get_pixel_size (self->layout, &width, &height);
  width += 2 * PADDING_X;
  height += 2 * PADDING_Y;
  gsk_rounded_rect_init_from_rect (&box,
                                   &GRAPHENE_RECT_INIT ((int) place (self->x, width, gtk_widget_get_width (widget)),
                                                        (int) place (self->y, height, gtk_widget_get_height (widget)),
                                                        width, height),
                                   RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, &ground, &box.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box.bounds.origin.x + PADDING_X, box.bounds.origin.y + PADDING_Y));
  gtk_snapshot_append_layout (snapshot, self->layout, &words);
  gtk_snapshot_restore (snapshot);
}

static void
atlas_map_hint_dispose (GObject *object)
{
  g_clear_object (&ATLAS_MAP_HINT (object)->layout);

  G_OBJECT_CLASS (atlas_map_hint_parent_class)->dispose (object);
}

static void
atlas_map_hint_class_init (AtlasMapHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_map_hint_dispose;
  widget_class->snapshot = atlas_map_hint_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_map_hint_init (AtlasMapHint *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

/**
 * atlas_map_hint_new:
 *
 * Returns: (transfer floating): a hint that is hidden
 */
GtkWidget *
atlas_map_hint_new (void)
{
  return g_object_new (ATLAS_TYPE_MAP_HINT, NULL);
}

/**
 * atlas_map_hint_set_words:
 * @words: (nullable): what to say; %NULL to say nothing
 */
void
atlas_map_hint_set_words (AtlasMapHint *self,
                          const AtlasMapWords *words)
{
  g_autofree char *lines = NULL;
  g_autofree char *markup = NULL;

  g_return_if_fail (ATLAS_IS_MAP_HINT (self));

  g_clear_object (&self->layout);
  if (words != NULL)
    {
      lines = g_strjoinv ("\n", words->lines);
      markup = g_markup_printf_escaped (*lines != '\0' ? "<b>%s</b>\n%s" : "<b>%s</b>%s", words->title, lines);
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_markup (self->layout, markup, -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_map_hint_move:
 * @x: where the pointer is
 * @y: likewise
 */
void
atlas_map_hint_move (AtlasMapHint *self,
                     double x,
                     double y)
{
  g_return_if_fail (ATLAS_IS_MAP_HINT (self));

  self->x = x;
  self->y = y;
  if (self->layout != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
