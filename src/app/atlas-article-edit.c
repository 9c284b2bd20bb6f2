/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-edit.h"

#include <glib/gi18n.h>

#include "atlas-window.h"

typedef enum
{
  EDIT_CORRECT,
  EDIT_UNCORRECT,
  EDIT_DELETE,
  EDIT_UNDELETE,
  EDIT_READ,
  EDIT_UNREAD,
  EDIT_UPDATE,
} EditKind;

typedef struct
{
  gatomicrefcount refs;
  EditKind kind;
  AtlasWindow *window; /* nullable */
  AtlasLibrary *library;
  char *key;
  AtlasCorrection correction;
  AtlasLibraryEntry *entry;  /* what it is to become */
  AtlasLibraryEntry *before; /* what it was; nullable */
} Edit;

static Edit *
edit_new (EditKind kind,
          AtlasWindow *window,
          AtlasLibrary *library,
          const char *key)
{
  Edit *self = g_new0 (Edit, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->window = window != NULL ? g_object_ref (window) : NULL;
  self->library = g_object_ref (library);
  self->key = g_strdup (key);
  return self;
}

static Edit *
edit_ref (Edit *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
edit_unref (Edit *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_object (&self->window);
  g_object_unref (self->library);
  g_free (self->key);
  g_free (self->correction.quote);
  g_clear_pointer (&self->entry, atlas_library_entry_free);
  g_clear_pointer (&self->before, atlas_library_entry_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_unref)

/* --- On the library's thread ------------------------------------------------------ */

static gboolean
update (Edit *self,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (AtlasLibraryArticle) old = atlas_library_get (self->library, self->key, cancellable, error);

  if (old == NULL || !atlas_library_update (self->library, self->key, self->entry, cancellable, error))
    return FALSE;
  self->before = atlas_library_entry_copy (old->entry);
  return TRUE;
}

static gboolean
run (Edit *self,
     GCancellable *cancellable,
     GError **error)
{
  switch (self->kind)
    {
    case EDIT_CORRECT:
      return atlas_library_correct (self->library, self->key, &self->correction, cancellable, error);
    case EDIT_UNCORRECT:
      return atlas_library_uncorrect (self->library, self->key, cancellable, error);
    case EDIT_DELETE:
    case EDIT_UNDELETE:
      return atlas_library_set_deleted (self->library, self->key, self->kind == EDIT_DELETE, cancellable, error);
    case EDIT_READ:
    case EDIT_UNREAD:
      return atlas_library_set_read (self->library, self->key, self->kind == EDIT_READ, cancellable, error);
    case EDIT_UPDATE:
    default:
      return update (self, cancellable, error);
    }
}

static gpointer
work (AtlasLibrary *library,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  return GINT_TO_POINTER (run (data, cancellable, error));
}

/* --- In the window ----------------------------------------------------------------- */

static void start (Edit *edit);

static Edit *
make_opposite (const Edit *self)
{
  static const EditKind opposites[] = {
    [EDIT_CORRECT] = EDIT_UNCORRECT,
    [EDIT_UNCORRECT] = EDIT_UNCORRECT,
    [EDIT_DELETE] = EDIT_UNDELETE,
    [EDIT_UNDELETE] = EDIT_DELETE,
    [EDIT_READ] = EDIT_UNREAD,
    [EDIT_UNREAD] = EDIT_READ,
    [EDIT_UPDATE] = EDIT_UPDATE,
  };
  Edit *opposite = edit_new (opposites[self->kind], self->window, self->library, self->key);

  if (self->kind == EDIT_UPDATE)
    opposite->entry = atlas_library_entry_copy (self->before);
  return opposite;
}

static void
undo_cb (Edit *edit)
{
  start (make_opposite (edit));
}

/* What the window says; NULL where what is seen says enough. */
static const char *
get_message (EditKind kind)
{
  switch (kind)
    {
    case EDIT_CORRECT:
      return _ ("Corrected; the article keeps it");
    case EDIT_DELETE:
      return _ ("Article deleted");
    case EDIT_UPDATE:
      return _ ("Changes saved");
    case EDIT_UNCORRECT:
    case EDIT_UNDELETE:
    case EDIT_READ:
    case EDIT_UNREAD:
    default:
      return NULL;
    }
}

static void
offer_undo (Edit *self,
            const char *message)
{
  AdwToast *toast = atlas_window_add_toast_with_button (self->window, message, _ ("_Undo"));

  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), edit_ref (self), (GClosureNotify) (GCallback) edit_unref, G_CONNECT_SWAPPED);
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (Edit) self = data;
  g_autoptr (GError) error = NULL;
  const char *message = get_message (self->kind);

  atlas_library_finish (ATLAS_LIBRARY (source), result, &error);
  if (self->window == NULL || gtk_widget_in_destruction (GTK_WIDGET (self->window)))
    return;
  if (error != NULL)
    atlas_window_add_warning (self->window, error->message);
  else if (message != NULL)
    offer_undo (self, message);
}

/* Takes over the edit. */
static void
start (Edit *edit)
{
  atlas_library_write_async (edit->library, work, edit_ref (edit), (GDestroyNotify) edit_unref, NULL, NULL, done_cb, edit);
}

static Edit *
edit_from (GtkWidget *from,
           AtlasContent *content,
           const char *key,
           EditKind kind)
{
  GtkRoot *root = gtk_widget_get_root (from);
  AtlasLibrary *library = atlas_content_get_library (content);

  return library != NULL ? edit_new (kind, ATLAS_IS_WINDOW (root) ? ATLAS_WINDOW (root) : NULL, library, key) : NULL;
}

/**
 * atlas_article_edit_correct:
 * @correction: (transfer none): what the reader says of a mention
 *
 * Keeps the correction, which holds from then on.
 */
void
atlas_article_edit_correct (GtkWidget *from,
                            AtlasContent *content,
                            const char *key,
                            const AtlasCorrection *correction)
{
  Edit *edit = edit_from (from, content, key, EDIT_CORRECT);

  if (edit == NULL)
    return;
  edit->correction = *correction;
  edit->correction.quote = g_strdup (correction->quote);
  start (edit);
}

/**
 * atlas_article_edit_set_deleted:
 *
 * Deletes the article, or brings it back.
 */
void
atlas_article_edit_set_deleted (GtkWidget *from,
                                AtlasContent *content,
                                const char *key,
                                gboolean deleted)
{
  Edit *edit = edit_from (from, content, key, deleted ? EDIT_DELETE : EDIT_UNDELETE);

  if (edit != NULL)
    start (edit);
}

/**
 * atlas_article_edit_set_read:
 *
 * Marks the article as read, or as unread.
 */
void
atlas_article_edit_set_read (GtkWidget *from,
                             AtlasContent *content,
                             const char *key,
                             gboolean read)
{
  Edit *edit = edit_from (from, content, key, read ? EDIT_READ : EDIT_UNREAD);

  if (edit != NULL)
    start (edit);
}

/**
 * atlas_article_edit_update:
 * @entry: what it is to become
 *
 * Changes what is known of the article.
 */
void
atlas_article_edit_update (GtkWidget *from,
                           AtlasContent *content,
                           const char *key,
                           const AtlasLibraryEntry *entry)
{
  Edit *edit = edit_from (from, content, key, EDIT_UPDATE);

  if (edit == NULL)
    return;
  edit->entry = atlas_library_entry_copy (entry);
  start (edit);
}
