/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-emphasis.h"

#include "atlas-query.h"

typedef struct
{
  AtlasState *state;
  AtlasContent *content;
  char *path;
} Attachment;

static void
attachment_free (gpointer data,
                 GClosure *closure)
{
  Attachment *self = data;

  g_object_unref (self->state);
  g_object_unref (self->content);
  g_free (self->path);
  g_free (self);
}

static GStrv
dup_codes_of_organisation (const AtlasDataset *dataset,
                           const char *id,
                           AtlasDay day)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const AtlasOrganisation *organisation = atlas_dataset_find_organisation (dataset, id);
  g_autoptr (GPtrArray) spells = NULL;

  if (organisation == NULL)
    return NULL;
  spells = atlas_query_current (dataset, organisation, day);
  for (guint i = 0; i < spells->len; i++)
    {
      const AtlasSpell *spell = g_ptr_array_index (spells, i);

      if (atlas_spell_belongs (spell))
        g_strv_builder_add (builder, spell->country->code);
    }
  return g_strv_builder_end (builder);
}

static GStrv
dup_codes (AtlasState *state,
           AtlasContent *content,
           const char *path)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (content);

  if (g_str_has_prefix (path, "country/"))
    {
      const char *codes[] = { path + strlen ("country/"), NULL };

      return g_strdupv ((GStrv) codes);
    }
  if (g_str_has_prefix (path, "organisation/"))
    return dup_codes_of_organisation (dataset, path + strlen ("organisation/"), atlas_state_get_date (state));
  return NULL;
}

/**
 * atlas_emphasis_set_path:
 * @path: (nullable): a path as in #AtlasState:selection
 *
 * Lights up what @path is about on the map: a country, or those who belong to
 * an organisation on the state's date; nothing for other paths.
 */
void
atlas_emphasis_set_path (AtlasState *state,
                         AtlasContent *content,
                         const char *path)
{
  g_auto (GStrv) codes = path != NULL ? dup_codes (state, content, path) : NULL;

  atlas_state_set_emphasis (state, (const char *const *) codes);
}

static void
light_up (Attachment *self)
{
  atlas_emphasis_set_path (self->state, self->content, self->path);
}

static void
put_out (AtlasState *state)
{
  atlas_state_set_emphasis (state, NULL);
}

/**
 * atlas_emphasis_attach:
 * @widget: a row or a button that leads to @path
 *
 * Lights up what @path is about while @widget is hovered or holds the focus.
 */
void
atlas_emphasis_attach (GtkWidget *widget,
                       AtlasState *state,
                       AtlasContent *content,
                       const char *path)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *controllers[] = { motion, focus };

  for (guint i = 0; i < G_N_ELEMENTS (controllers); i++)
    {
      Attachment *attachment = g_new0 (Attachment, 1);

      attachment->state = g_object_ref (state);
      attachment->content = g_object_ref (content);
      attachment->path = g_strdup (path);
      g_signal_connect_data (controllers[i], "enter", G_CALLBACK (light_up), attachment, attachment_free, G_CONNECT_SWAPPED);
      g_signal_connect_object (controllers[i], "leave", G_CALLBACK (put_out), state, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (widget, controllers[i]);
    }
}
