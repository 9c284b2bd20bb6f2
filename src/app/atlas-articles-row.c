/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-articles-row.h"

#include <glib/gi18n.h>

/* The library may tell of many changes at once, in milliseconds. */
#define COLLECT 500

struct _AtlasArticlesRow
{
  AdwActionRow parent_instance;

  AtlasContent *content;
  AtlasLibrary *library;
  GCancellable *cancellable;
  guint source;
  guint n_own;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (AtlasArticlesRow, atlas_articles_row, ADW_TYPE_ACTION_ROW)

static void
atlas_articles_row_dispose (GObject *object)
{
  AtlasArticlesRow *self = ATLAS_ARTICLES_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->content);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (atlas_articles_row_parent_class)->dispose (object);
}

static void
atlas_articles_row_finalize (GObject *object)
{
  g_clear_object (&ATLAS_ARTICLES_ROW (object)->cancellable);
  G_OBJECT_CLASS (atlas_articles_row_parent_class)->finalize (object);
}

static void
atlas_articles_row_class_init (AtlasArticlesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_articles_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_articles_row_finalize;
}

static void
atlas_articles_row_init (AtlasArticlesRow *self)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  self->cancellable = g_cancellable_new ();
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("All Articles"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->count));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.articles");
}

static void
show_count (AtlasArticlesRow *self)
{
  const AtlasBriefings *briefings = atlas_content_get_briefings (self->content);
  g_autoptr (GPtrArray) all = briefings != NULL ? atlas_briefings_list (briefings, NULL) : NULL;
  g_autofree char *text = g_strdup_printf ("%'u", self->n_own + (all != NULL ? all->len : 0));

  gtk_label_set_label (self->count, text);
}

static gpointer
count (AtlasLibrary *library,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  guint n = 0;

  /* A pointer that is not NULL. */
  return atlas_library_count (library, &n, cancellable, error) ? GUINT_TO_POINTER (n + 1) : NULL;
}

static void
on_counted (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (AtlasArticlesRow) self = data;
  const guint n = GPOINTER_TO_UINT (atlas_library_finish (ATLAS_LIBRARY (source), result, NULL));

  if (n == 0)
    return;
  self->n_own = n - 1;
  show_count (self);
}

static gboolean
on_collected (gpointer data)
{
  AtlasArticlesRow *self = data;

  self->source = 0;
  atlas_library_read_async (self->library, count, NULL, NULL, NULL, self->cancellable, on_counted, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
on_changed (AtlasArticlesRow *self)
{
  if (self->source == 0)
    self->source = g_timeout_add (COLLECT, on_collected, self);
}

static void
on_library (AtlasArticlesRow *self)
{
  if (!g_set_object (&self->library, atlas_content_get_library (self->content)) || self->library == NULL)
    return;
  g_signal_connect_object (self->library, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_collected (self);
}

/**
 * atlas_articles_row_new:
 *
 * Returns: (transfer floating): a row for a list
 */
GtkWidget *
atlas_articles_row_new (AtlasContent *content)
{
  AtlasArticlesRow *self = g_object_new (ATLAS_TYPE_ARTICLES_ROW, NULL);

  self->content = g_object_ref (content);
  g_signal_connect_object (content, "notify::library", G_CALLBACK (on_library), self, G_CONNECT_SWAPPED);
  show_count (self);
  on_library (self);
  return GTK_WIDGET (self);
}
