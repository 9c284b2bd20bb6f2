/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes articles on a thread, and tells the reader of it.
 */
#include "atlas-config.h"

#include "atlas-article-changing.h"

#include <glib/gi18n.h>

#include "atlas-progress-dialog.h"

typedef struct
{
  AtlasWindow *window;
  AtlasArticleChange *change;
  guint n;
  GCancellable *cancellable;
  AtlasProgressDialog *progress;
} Changing;

static void
changing_free (Changing *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->cancellable);
  atlas_article_change_free (self->change);
  g_free (self);
}

static gpointer
run (AtlasLibrary *library,
     gpointer data,
     GCancellable *cancellable,
     GError **error)
{
  Changing *self = data;

  return atlas_article_change_run (self->change, library, cancellable, error) ? self : NULL;
}

/* --- What the reader is told ------------------------------------------------------ */

static void
on_undo (AdwToast *toast,
         Changing *undo)
{
  /* The change that undoes is used up: a toast is pressed once. */
  atlas_article_changing_start (undo->window, g_steal_pointer (&undo->change), undo->n);
}

static void
undo_free (gpointer data,
           GClosure *closure)
{
  Changing *undo = data;

  g_clear_object (&undo->window);
  g_clear_pointer (&undo->change, atlas_article_change_free);
  g_free (undo);
}

static void
tell_deleted (Changing *self,
              guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%'u article deleted", "%'u articles deleted", n), n);
  AdwToast *toast = atlas_window_add_toast_with_button (self->window, title, _ ("_Undo"));
  Changing *undo = g_new0 (Changing, 1);

  undo->window = g_object_ref (self->window);
  undo->change = atlas_article_change_new_undo (self->change);
  undo->n = n;
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo), undo, undo_free, G_CONNECT_DEFAULT);
}

static char *
dup_done_title (const Changing *self,
                guint n)
{
  switch (self->change->kind)
    {
    case ATLAS_ARTICLES_RESTORE:
      return g_strdup_printf (ngettext ("%'u article brought back", "%'u articles brought back", n), n);
    case ATLAS_ARTICLES_REMOVE:
      return g_strdup_printf (ngettext ("%'u article deleted for good", "%'u articles deleted for good", n), n);
    case ATLAS_ARTICLES_TAG:
    case ATLAS_ARTICLES_MARK_READ:
    case ATLAS_ARTICLES_MARK_UNREAD:
      /* One is seen to change; of many, most are out of sight. */
      return self->n > 1 ? g_strdup_printf (ngettext ("%'u article changed", "%'u articles changed", n), n) : NULL;
    case ATLAS_ARTICLES_DELETE:
    default:
      return NULL;
    }
}

static void
tell_done (Changing *self)
{
  const guint n = self->change->done->len;
  g_autofree char *title = dup_done_title (self, n);

  if (n > 0 && self->change->kind == ATLAS_ARTICLES_DELETE)
    tell_deleted (self, n);
  else if (title != NULL)
    atlas_window_add_toast (self->window, title);
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Changing *self = data;
  g_autoptr (GError) error = NULL;

  atlas_library_finish (ATLAS_LIBRARY (source), result, &error);
  atlas_progress_dialog_end (self->progress);
  tell_done (self);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Translators: %s says why */
      g_autofree char *message = g_strdup_printf (_ ("The articles could not be changed – %s"), error->message);

      atlas_window_add_warning (self->window, message);
    }
  changing_free (self);
}

static const char *
get_heading (AtlasArticleChangeKind kind)
{
  switch (kind)
    {
    case ATLAS_ARTICLES_DELETE:
    case ATLAS_ARTICLES_REMOVE:
      return _ ("Deleting Articles");
    case ATLAS_ARTICLES_RESTORE:
      return _ ("Bringing Articles Back");
    case ATLAS_ARTICLES_TAG:
    case ATLAS_ARTICLES_MARK_READ:
    case ATLAS_ARTICLES_MARK_UNREAD:
    default:
      return _ ("Changing Articles");
    }
}

/**
 * atlas_article_changing_start:
 * @change: (transfer full): what is to be done
 * @n: with how many articles
 *
 * Does it on the library's thread. Where that takes long the reader sees how far it has
 * come and can cancel; a deletion can be undone from a toast.
 */
void
atlas_article_changing_start (AtlasWindow *window,
                              AtlasArticleChange *change,
                              guint n)
{
  AtlasLibrary *library = atlas_content_get_library (atlas_window_get_content (window));
  Changing *self;

  if (library == NULL)
    {
      atlas_article_change_free (change);
      return;
    }
  self = g_new0 (Changing, 1);
  self->window = g_object_ref (window);
  self->change = change;
  self->n = n;
  self->cancellable = g_cancellable_new ();
  self->progress = atlas_progress_dialog_start (GTK_WIDGET (window), get_heading (change->kind), &change->n_done, &self->n, self->cancellable);
  /* The library's own thread keeps the order of what the reader does; many changes would
   * keep it from others, so these get a thread of theirs. */
  if (n > 1)
    atlas_library_read_async (library, run, self, NULL, NULL, self->cancellable, on_done, self);
  else
    atlas_library_write_async (library, run, self, NULL, NULL, self->cancellable, on_done, self);
}
