/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the map asks of its worker, and what becomes of it.
 */
#include "atlas-config.h"

#include "atlas-map-private.h"

#include "atlas-map-geometry.h"
#include "atlas-swatch.h"

#define REST_DELAY 120      /* ms without a move until names are placed anew */
#define PATIENCE 12000      /* µs that a frame may wait for new colours */
#define SCRUB_PATIENCE 4000 /* while the date moves, when the next frame is as good */

static void
cancel_painted (AtlasMap *self)
{
  self->painted = FALSE;
}

static const char *
outline_of_selection (AtlasMap *self)
{
  const char *selection = atlas_state_get_selection (self->state);

  if (g_str_has_prefix (selection, "country/") || g_str_has_prefix (selection, "unit/"))
    return selection;
  return NULL;
}

/**
 * atlas_map_ask_focus:
 *
 * Asks the worker for the outlines of what is selected and pointed at.
 */
void
atlas_map_ask_focus (AtlasMap *self)
{
  AtlasMapView view;

  if (self->worker == NULL || !atlas_map_get_view (self, &view))
    return;
  self->focus_asked = view;
  atlas_map_worker_wish_focus (self->worker, &view, atlas_swatch_get_scheme (), outline_of_selection (self), self->hovered);
}

/* How large the reader has text everywhere. */
static double
desktop_text_scale (AtlasMap *self)
{
  const double resolution = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  return resolution > 0 ? CLAMP (resolution / 96, 0.5, 3) : 1;
}

/**
 * atlas_map_ask:
 * @resting: whether the map stands still, so that names are worth placing anew
 *
 * Asks the worker for the view as it is now.
 */
void
atlas_map_ask (AtlasMap *self,
               gboolean resting)
{
  AtlasMapWish wish = {
    .colouring = self->colouring,
    .language = atlas_content_get_language (self->content),
    .text_scale = self->text_scale * desktop_text_scale (self),
    .resting = resting,
  };

  if (self->worker == NULL || !atlas_map_get_view (self, &wish.view))
    return;
  cancel_painted (self);
  self->asked = wish.view;
  self->asked_resting = resting;
  self->asked_time = g_get_monotonic_time ();
  self->asked_serial = atlas_map_worker_wish (self->worker, &wish);
}

static gboolean
is_near_enough (const AtlasMapView *asked,
                const AtlasMapView *view)
{
  AtlasMapView covered;
  AtlasMapView wanted = *view;

  /* Ask before the last of the margin is used up. */
  wanted.width *= 1.1;
  wanted.height *= 1.1;
  atlas_map_geometry_enlarge (asked, &covered);
  return atlas_map_geometry_covers (&covered, &wanted);
}

static gboolean
rest (gpointer user_data)
{
  AtlasMap *self = user_data;
  AtlasMapView view;

  self->rest_source = 0;
  if (!atlas_map_get_view (self, &view))
    return G_SOURCE_REMOVE;
  if (!self->asked_resting || !atlas_map_view_equal (&self->asked, &view))
    atlas_map_ask (self, TRUE);
  if (!atlas_map_view_equal (&self->focus_asked, &view))
    atlas_map_ask_focus (self);
  return G_SOURCE_REMOVE;
}

/**
 * atlas_map_ask_for_view:
 *
 * Asks the worker for pictures where the last ones lie too far off, and for
 * sharp ones as soon as the map stands still.
 */
void
atlas_map_ask_for_view (AtlasMap *self)
{
  AtlasMapView view;

  if (self->worker == NULL || !atlas_map_get_view (self, &view))
    return;
  if (self->asked_serial == 0)
    {
      atlas_map_ask (self, TRUE);
      atlas_map_ask_focus (self);
      return;
    }
  if (!is_near_enough (&self->asked, &view))
    atlas_map_ask (self, FALSE);
  if (!is_near_enough (&self->focus_asked, &view))
    atlas_map_ask_focus (self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST_DELAY, rest, self);
}

static GPtrArray *
find_countries (AtlasMap *self,
                const char *const *codes)
{
  AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  /* With room, so that an empty list is none of all. */
  GPtrArray *countries = g_ptr_array_sized_new (1);

  for (gsize i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      const AtlasCountry *country = atlas_dataset_find_country (dataset, codes[i]);

      if (country != NULL)
        g_ptr_array_add (countries, (gpointer) country);
    }
  return countries;
}

static void
add_secondary (AtlasMap *self,
               AtlasColouring *colouring,
               const char *const *codes)
{
  g_autoptr (GPtrArray) countries = find_countries (self, codes);

  atlas_colouring_add_secondary (colouring, (const AtlasCountry *const *) countries->pdata, countries->len);
}

/* What an article is about stands out, what it merely names less so; a paragraph
 * that names somebody stands before the whole. */
static void
set_emphasis (AtlasMap *self,
              AtlasColouring *colouring)
{
  const char *const *about = atlas_state_get_reading (self->state, ATLAS_READ_ABOUT);
  const char *const *passage = atlas_state_get_reading (self->state, ATLAS_READ_PASSAGE);
  const char *const *codes = atlas_state_get_emphasis (self->state);
  gboolean reading = FALSE;
  g_autoptr (GPtrArray) countries = NULL;

  if (codes == NULL)
    codes = atlas_state_get_filter (self->state);
  if (codes == NULL)
    {
      codes = passage != NULL ? passage : about;
      reading = codes != NULL;
    }
  if (codes == NULL)
    return;
  countries = find_countries (self, codes);
  atlas_colouring_set_emphasis (colouring, (const AtlasCountry *const *) countries->pdata, countries->len);
  if (!reading)
    return;
  add_secondary (self, colouring, about);
  add_secondary (self, colouring, atlas_state_get_reading (self->state, ATLAS_READ_NAMED));
}

/**
 * atlas_map_set_sea:
 *
 * Gives the ground behind the picture its colour, in the style of the desktop.
 */
void
atlas_map_set_sea (AtlasMap *self)
{
  const AtlasColour sea = atlas_scheme_get_ink (atlas_swatch_get_scheme ())->sea;

  atlas_political_layer_set_sea (self->political, &(GdkRGBA) { (sea >> 16) / 255.0, (sea >> 8 & 0xff) / 255.0, (sea & 0xff) / 255.0, 1 });
}

static void
on_after_paint (GdkFrameClock *clock,
                AtlasMap *self)
{
  g_clear_signal_handler (&self->after_paint, clock);
  if (self->painted_serial != self->asked_serial)
    return;
  self->painted = TRUE;
  g_signal_emit_by_name (self, "painted");
}

/* Says with the next frame that it shows all that the state names. */
static void
announce (AtlasMap *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  cancel_painted (self);
  if (clock == NULL)
    return;
  if (self->after_paint == 0)
    self->after_paint = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), self);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
}

/* Between the layout and the painting of a frame: the worker has had all the
 * time that the rest of the window took, and what it brings now is still part
 * of this frame. */
static void
on_layout (GdkFrameClock *clock,
           AtlasMap *self)
{
  const gint64 patience = atlas_state_is_scrubbing (self->state) ? SCRUB_PATIENCE : PATIENCE;

  g_clear_signal_handler (&self->layout, clock);
  atlas_map_worker_wait (self->worker, self->asked_time + patience);
}

static void
hurry (AtlasMap *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (clock == NULL || self->painted_serial == 0)
    return;
  if (self->layout == 0)
    self->layout = g_signal_connect (clock, "layout", G_CALLBACK (on_layout), self);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

static AtlasColouring *
new_colouring (AtlasMap *self)
{
  AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  const char *lens = atlas_state_get_lens (self->state);
  const AtlasOrganisation *organisation = NULL;
  AtlasColouring *colouring;

  if (!g_str_equal (lens, ATLAS_LENS_OVERVIEW))
    organisation = atlas_dataset_find_organisation (dataset, lens);
  colouring = atlas_colouring_new (dataset, atlas_content_get_geography (self->content), organisation,
                                   atlas_state_get_when (self->state), atlas_swatch_get_scheme ());
  set_emphasis (self, colouring);
  return colouring;
}

/**
 * atlas_map_recolour:
 *
 * Has the map painted anew for the date, the lens, the filter and the emphasis
 * of the state, unless that would give the same picture.
 */
void
atlas_map_recolour (AtlasMap *self)
{
  g_autoptr (AtlasColouring) colouring = NULL;

  if (self->worker == NULL)
    return;
  colouring = new_colouring (self);
  if (self->asked_serial != 0 && atlas_colouring_looks_like (colouring, self->colouring))
    {
      if (self->painted_serial == self->asked_serial)
        announce (self);
      return;
    }
  g_clear_pointer (&self->colouring, atlas_colouring_unref);
  self->colouring = g_steal_pointer (&colouring);
  atlas_map_ask (self, TRUE);
  hurry (self);
}

/**
 * atlas_map_restyle:
 *
 * Has the map and its outlines painted anew for the style of the desktop.
 */
void
atlas_map_restyle (AtlasMap *self)
{
  atlas_map_set_sea (self);
  atlas_map_recolour (self);
  atlas_map_ask_focus (self);
}

/**
 * atlas_map_take_picture:
 * @picture: (transfer none): what the worker has painted
 */
void
atlas_map_take_picture (AtlasMap *self,
                        AtlasPaintedMap *picture)
{
  atlas_political_layer_set_picture (self->political, picture, !atlas_state_is_scrubbing (self->state));
  atlas_label_layer_set_picture (self->labels, picture);
  self->painted_serial = picture->serial;
  self->painted_when = atlas_colouring_get_when (picture->colouring);
  announce (self);
}

/**
 * atlas_map_take_focus_picture:
 * @picture: (transfer none): what the worker has painted
 */
void
atlas_map_take_focus_picture (AtlasMap *self,
                              AtlasPaintedFocus *picture)
{
  atlas_focus_layer_set_picture (self->focus, picture);
}
