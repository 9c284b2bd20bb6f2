/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-change.h"

/**
 * atlas_article_change_new:
 * @choice: is copied
 *
 * Returns: (transfer full): what is to be done
 */
AtlasArticleChange *
atlas_article_change_new (AtlasArticleChangeKind kind,
                          const AtlasArticleChoice *choice)
{
  AtlasArticleChange *self = g_new0 (AtlasArticleChange, 1);

  self->kind = kind;
  atlas_article_choice_copy (choice, &self->choice);
  self->done = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * atlas_article_change_new_undo:
 * @self: a deletion that was done, at least in part
 *
 * Returns: (transfer full): what brings the deleted articles back
 */
AtlasArticleChange *
atlas_article_change_new_undo (const AtlasArticleChange *self)
{
  g_auto (AtlasArticleChoice) choice = { 0 };

  g_return_val_if_fail (self->kind == ATLAS_ARTICLES_DELETE, NULL);

  atlas_article_choice_init (&choice);
  for (guint i = 0; i < self->done->len; i++)
    atlas_article_choice_set (&choice, g_ptr_array_index (self->done, i), TRUE);
  return atlas_article_change_new (ATLAS_ARTICLES_RESTORE, &choice);
}

/**
 * atlas_article_change_free:
 */
void
atlas_article_change_free (AtlasArticleChange *self)
{
  atlas_article_choice_clear (&self->choice);
  g_strfreev (self->added);
  g_strfreev (self->removed);
  g_ptr_array_unref (self->done);
  g_free (self);
}

static gboolean
contains (GStrv tags,
          const char *tag)
{
  return tags != NULL && g_strv_contains ((const char *const *) tags, tag);
}

static gboolean
change_tags (const AtlasArticleChange *self,
             AtlasLibrary *library,
             const char *key,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (AtlasLibraryArticle) article = atlas_library_get (library, key, cancellable, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) tags = NULL;

  if (article == NULL)
    return FALSE;
  for (guint i = 0; article->entry->tags != NULL && article->entry->tags[i] != NULL; i++)
    if (!contains (self->removed, article->entry->tags[i]))
      g_strv_builder_add (builder, article->entry->tags[i]);
  if (self->added != NULL)
    g_strv_builder_addv (builder, (const char **) self->added);
  tags = g_strv_builder_end (builder);
  return atlas_library_set_tags (library, key, (const char *const *) tags, cancellable, error);
}

static gboolean
change_one (const AtlasArticleChange *self,
            AtlasLibrary *library,
            const char *key,
            GCancellable *cancellable,
            GError **error)
{
  switch (self->kind)
    {
    case ATLAS_ARTICLES_TAG:
      return change_tags (self, library, key, cancellable, error);
    case ATLAS_ARTICLES_DELETE:
    case ATLAS_ARTICLES_RESTORE:
      return atlas_library_set_deleted (library, key, self->kind == ATLAS_ARTICLES_DELETE, cancellable, error);
    case ATLAS_ARTICLES_REMOVE:
      return atlas_library_remove (library, key, cancellable, error);
    case ATLAS_ARTICLES_MARK_READ:
    case ATLAS_ARTICLES_MARK_UNREAD:
    default:
      return atlas_library_set_read (library, key, self->kind == ATLAS_ARTICLES_MARK_READ, cancellable, error);
    }
}

/* What somebody else removed meanwhile cannot be changed, which is no failure. */
static gboolean
visit (AtlasLibrary *library,
       const char *key,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  AtlasArticleChange *self = data;
  g_autoptr (GError) problem = NULL;

  if (change_one (self, library, key, cancellable, &problem))
    {
      g_ptr_array_add (self->done, g_strdup (key));
      g_atomic_int_inc (&self->n_done);
    }
  else if (!g_error_matches (problem, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}

/**
 * atlas_article_change_run:
 *
 * Does it; it blocks, and is for threads. What was done before a failure, or before it
 * was cancelled, stays done: @done tells.
 *
 * Returns: whether it was done to all
 */
gboolean
atlas_article_change_run (AtlasArticleChange *self,
                          AtlasLibrary *library,
                          GCancellable *cancellable,
                          GError **error)
{
  return atlas_article_choice_foreach (&self->choice, library, visit, self, cancellable, error);
}
