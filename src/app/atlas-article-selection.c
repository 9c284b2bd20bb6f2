/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-selection.h"

struct _AtlasArticleSelection
{
  GObject parent_instance;

  AtlasArticleModel *model;
  gboolean active;
  AtlasArticleChoice choice;
  char *last; /* key of the article that was chosen last */
};

G_DEFINE_FINAL_TYPE (AtlasArticleSelection, atlas_article_selection, G_TYPE_OBJECT)

static guint changed_signal;

static void
atlas_article_selection_finalize (GObject *object)
{
  AtlasArticleSelection *self = ATLAS_ARTICLE_SELECTION (object);

  g_clear_object (&self->model);
  atlas_article_choice_clear (&self->choice);
  g_free (self->last);
  G_OBJECT_CLASS (atlas_article_selection_parent_class)->finalize (object);
}

static void
atlas_article_selection_class_init (AtlasArticleSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_article_selection_finalize;

  changed_signal = g_signal_new ("changed", ATLAS_TYPE_ARTICLE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_article_selection_init (AtlasArticleSelection *self)
{
  atlas_article_choice_init (&self->choice);
}

static void
emit_changed (AtlasArticleSelection *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* How many there are tells how many are chosen. */
static void
on_items_changed (AtlasArticleSelection *self)
{
  if (self->choice.all)
    emit_changed (self);
}

/**
 * atlas_article_selection_new:
 *
 * Returns: (transfer full): with nothing chosen
 */
AtlasArticleSelection *
atlas_article_selection_new (AtlasArticleModel *model)
{
  AtlasArticleSelection *self = g_object_new (ATLAS_TYPE_ARTICLE_SELECTION, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * atlas_article_selection_is_active:
 *
 * Returns: whether the reader is choosing
 */
gboolean
atlas_article_selection_is_active (AtlasArticleSelection *self)
{
  g_return_val_if_fail (ATLAS_IS_ARTICLE_SELECTION (self), FALSE);

  return self->active;
}

/**
 * atlas_article_selection_set_active:
 *
 * Begins or ends choosing, with nothing chosen.
 */
void
atlas_article_selection_set_active (AtlasArticleSelection *self,
                                    gboolean active)
{
  g_return_if_fail (ATLAS_IS_ARTICLE_SELECTION (self));

  if (!active && !self->active)
    return;
  self->active = active;
  atlas_article_choice_clear (&self->choice);
  atlas_article_choice_init (&self->choice);
  g_clear_pointer (&self->last, g_free);
  emit_changed (self);
}

/* Only the reader's own can be changed. */
static const char *
get_key (AtlasArticleItem *item)
{
  const AtlasLibraryItem *article = item != NULL ? atlas_article_item_get (item) : NULL;

  return article != NULL && !article->is_briefing ? article->key : NULL;
}

/**
 * atlas_article_selection_has:
 *
 * Returns: whether the article is chosen
 */
gboolean
atlas_article_selection_has (AtlasArticleSelection *self,
                             AtlasArticleItem *item)
{
  const char *key = get_key (item);

  g_return_val_if_fail (ATLAS_IS_ARTICLE_SELECTION (self), FALSE);

  return self->active && key != NULL && atlas_article_choice_has (&self->choice, key);
}

/**
 * atlas_article_selection_toggle:
 *
 * Chooses an article or no longer chooses it; begins choosing where that has to be.
 */
void
atlas_article_selection_toggle (AtlasArticleSelection *self,
                                guint position)
{
  g_autoptr (AtlasArticleItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  const char *key = get_key (item);

  g_return_if_fail (ATLAS_IS_ARTICLE_SELECTION (self));

  if (key == NULL)
    return;
  self->active = TRUE;
  atlas_article_choice_set (&self->choice, key, !atlas_article_choice_has (&self->choice, key));
  g_set_str (&self->last, key);
  emit_changed (self);
}

/* The nearest place that has the article chosen last; it may be far away. */
static guint
find_last (AtlasArticleSelection *self,
           guint position)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  for (guint distance = 0; self->last != NULL && distance < ATLAS_ARTICLE_MODEL_REACH; distance++)
    {
      const guint places[] = { position - MIN (position, distance), MIN (position + distance, n - 1) };

      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          g_autoptr (AtlasArticleItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), places[i]);

          if (g_strcmp0 (get_key (item), self->last) == 0)
            return places[i];
        }
    }
  return position;
}

/**
 * atlas_article_selection_extend:
 *
 * Chooses all from the one that was chosen last to this one, as far as both are near
 * enough to each other to be held in memory.
 */
void
atlas_article_selection_extend (AtlasArticleSelection *self,
                                guint position)
{
  const guint last = find_last (self, position);

  g_return_if_fail (ATLAS_IS_ARTICLE_SELECTION (self));

  self->active = TRUE;
  for (guint i = MIN (last, position); i <= MAX (last, position); i++)
    {
      g_autoptr (AtlasArticleItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);
      const char *key = get_key (item);

      if (key != NULL)
        atlas_article_choice_set (&self->choice, key, TRUE);
      if (key != NULL && i == position)
        g_set_str (&self->last, key);
    }
  emit_changed (self);
}

/**
 * atlas_article_selection_select_all:
 *
 * Chooses all articles of the reader's own that the list has, also those that nobody
 * has looked at.
 */
void
atlas_article_selection_select_all (AtlasArticleSelection *self)
{
  g_return_if_fail (ATLAS_IS_ARTICLE_SELECTION (self));

  self->active = TRUE;
  atlas_article_choice_clear (&self->choice);
  atlas_article_choice_init (&self->choice);
  self->choice.all = TRUE;
  atlas_article_filter_copy (atlas_article_model_get_filter (self->model), &self->choice.filter);
  emit_changed (self);
}

/**
 * atlas_article_selection_count:
 *
 * Returns: how many articles are chosen
 */
guint
atlas_article_selection_count (AtlasArticleSelection *self)
{
  g_return_val_if_fail (ATLAS_IS_ARTICLE_SELECTION (self), 0);

  return atlas_article_choice_count (&self->choice, atlas_article_model_get_n_own (self->model));
}

/**
 * atlas_article_selection_get_choice:
 *
 * Returns: (transfer none): what is chosen
 */
const AtlasArticleChoice *
atlas_article_selection_get_choice (AtlasArticleSelection *self)
{
  g_return_val_if_fail (ATLAS_IS_ARTICLE_SELECTION (self), NULL);

  return &self->choice;
}
