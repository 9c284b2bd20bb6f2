/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-document.h"

#include <string.h>

#include "atlas-told-dates.h"

struct _AtlasDocument
{
  AtlasArticle *briefing;   /* nullable */
  AtlasLibraryArticle *own; /* nullable */
  AtlasLibraryEntry *entry; /* of @own, or made of @briefing */
  GPtrArray *emphases;      /* GArray of AtlasRange, by block; NULL where there are none */
  GArray *mentions;         /* AtlasLibraryMention: title, summary, blocks */
  GArray *subjects;
  GPtrArray *told; /* nullable: of AtlasEvent; a briefing names dates that the data have */
};

static AtlasLibraryEntry *
make_entry (const AtlasArticle *article)
{
  AtlasLibraryEntry *entry = atlas_library_entry_new (atlas_article_get_title (article));
  guint n;
  const AtlasBlock *blocks = atlas_article_get_blocks (article, &n);

  entry->key = g_strdup (atlas_article_get_key (article));
  entry->summary = g_strdup (atlas_article_get_summary (article));
  entry->date = atlas_date_to_edtf (atlas_article_get_date (article));
  entry->language = g_strdup (atlas_article_get_language (article));
  for (guint i = 0; i < n; i++)
    atlas_library_entry_add_block (entry, blocks[i].kind, blocks[i].text);
  return entry;
}

static GPtrArray *
collect_emphases (const AtlasArticle *article)
{
  GPtrArray *emphases = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n;
  const AtlasBlock *blocks = atlas_article_get_blocks (article, &n);

  for (guint i = 0; i < n; i++)
    {
      GArray *ranges = g_array_sized_new (FALSE, FALSE, sizeof (AtlasRange), blocks[i].n_emphases);

      g_array_append_vals (ranges, blocks[i].emphases, blocks[i].n_emphases);
      g_ptr_array_add (emphases, ranges);
    }
  return emphases;
}

/* As those of the library, whose targets are interned. */
static GArray *
copy_subjects (const AtlasArticle *article)
{
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (AtlasSubject));
  guint n;
  const AtlasSubject *own = atlas_article_get_subjects (article, &n);

  g_array_append_vals (subjects, own, n);
  for (guint i = 0; i < n; i++)
    g_array_index (subjects, AtlasSubject, i).target = g_intern_string (own[i].target);
  return subjects;
}

/**
 * atlas_document_new_from_briefing:
 *
 * Returns: (transfer full): the document, which keeps @article alive
 */
AtlasDocument *
atlas_document_new_from_briefing (AtlasArticle *article)
{
  AtlasDocument *self = g_new0 (AtlasDocument, 1);

  self->briefing = atlas_article_ref (article);
  self->entry = make_entry (article);
  self->emphases = collect_emphases (article);
  self->mentions = atlas_library_mentions_of_article (article);
  self->subjects = copy_subjects (article);
  return self;
}

/**
 * atlas_document_new_from_library:
 * @article: (transfer full): as atlas_library_get() gave it
 *
 * Returns: (transfer full):
 */
AtlasDocument *
atlas_document_new_from_library (AtlasLibraryArticle *article)
{
  AtlasDocument *self = g_new0 (AtlasDocument, 1);

  self->own = article;
  self->entry = article->entry;
  self->mentions = g_array_ref (article->links->mentions);
  self->subjects = g_array_ref (article->links->subjects);
  self->told = atlas_told_dates_find (self->entry);
  /* So that the timeline is not made anew for nothing. */
  if (self->told->len == 0)
    g_clear_pointer (&self->told, g_ptr_array_unref);
  return self;
}

/**
 * atlas_document_read:
 * @key: of an own article
 *
 * An #AtlasLibraryWork for atlas_library_read_async().
 *
 * Returns: (transfer full) (nullable): an #AtlasDocument; %NULL with @error set, as
 *   atlas_library_get() sets it
 */
gpointer
atlas_document_read (AtlasLibrary *library,
                     gpointer key,
                     GCancellable *cancellable,
                     GError **error)
{
  AtlasLibraryArticle *article = atlas_library_get (library, key, cancellable, error);

  return article != NULL ? atlas_document_new_from_library (article) : NULL;
}

/**
 * atlas_document_free:
 */
void
atlas_document_free (AtlasDocument *self)
{
  if (self->own == NULL)
    atlas_library_entry_free (self->entry);
  g_clear_pointer (&self->own, atlas_library_article_free);
  g_clear_pointer (&self->briefing, atlas_article_unref);
  g_clear_pointer (&self->told, g_ptr_array_unref);
  g_clear_pointer (&self->emphases, g_ptr_array_unref);
  g_array_unref (self->mentions);
  g_array_unref (self->subjects);
  g_free (self);
}

/**
 * atlas_document_is_own:
 *
 * Returns: whether it is the reader's own; else a bundled one
 */
gboolean
atlas_document_is_own (const AtlasDocument *self)
{
  return self->own != NULL;
}

static gboolean
have_same_mentions (const AtlasDocument *self,
                    const AtlasDocument *other)
{
  if (self->mentions->len != other->mentions->len)
    return FALSE;
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const AtlasLibraryMention *a = &g_array_index (self->mentions, AtlasLibraryMention, i);
      const AtlasLibraryMention *b = &g_array_index (other->mentions, AtlasLibraryMention, i);

      if (a->block != b->block || a->start != b->start || a->end != b->end || a->target != b->target ||
          a->is_organisation != b->is_organisation || a->doubtful != b->doubtful || a->corrected != b->corrected)
        return FALSE;
    }
  return TRUE;
}

static gboolean
have_same_subjects (const AtlasDocument *self,
                    const AtlasDocument *other)
{
  if (self->subjects->len != other->subjects->len)
    return FALSE;
  for (guint i = 0; i < self->subjects->len; i++)
    {
      const AtlasSubject *a = &g_array_index (self->subjects, AtlasSubject, i);
      const AtlasSubject *b = &g_array_index (other->subjects, AtlasSubject, i);

      if (a->target != b->target || a->is_organisation != b->is_organisation || a->about != b->about || a->count != b->count || a->n_doubtful != b->n_doubtful)
        return FALSE;
    }
  return TRUE;
}

/**
 * atlas_document_looks_like:
 *
 * Returns: whether a page of @other shows all that one of @self would
 */
gboolean
atlas_document_looks_like (const AtlasDocument *self,
                           const AtlasDocument *other)
{
  const AtlasLibraryEntry *a = self->entry;
  const AtlasLibraryEntry *b = other->entry;

  return a->updated_at == b->updated_at && (a->deleted_at != 0) == (b->deleted_at != 0) && (a->read_at != 0) == (b->read_at != 0) &&
         (a->tags == b->tags || (a->tags != NULL && b->tags != NULL && g_strv_equal ((const char *const *) a->tags, (const char *const *) b->tags))) &&
         have_same_mentions (self, other) && have_same_subjects (self, other);
}

/**
 * atlas_document_get_entry:
 *
 * Returns: (transfer none): its text and what is known of it
 */
const AtlasLibraryEntry *
atlas_document_get_entry (const AtlasDocument *self)
{
  return self->entry;
}

/**
 * atlas_document_get_emphases:
 *
 * Returns: (transfer none) (nullable) (element-type AtlasRange):
 */
const GArray *
atlas_document_get_emphases (const AtlasDocument *self,
                             int block)
{
  return self->emphases != NULL && block >= 0 && (guint) block < self->emphases->len ? g_ptr_array_index (self->emphases, block) : NULL;
}

/* The title stands before the summary, and both before the blocks. */
static int
order_of (int block)
{
  return block >= 0 ? block : block == ATLAS_PLACE_TITLE ? -2
                                                         : -1;
}

/* The first mention that does not stand before @block. */
static guint
find_from (const AtlasDocument *self,
           int order)
{
  guint low = 0;
  guint high = self->mentions->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (order_of (g_array_index (self->mentions, AtlasLibraryMention, middle).block) < order)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * atlas_document_get_mentions:
 * @block: index of a block, or %ATLAS_PLACE_TITLE, %ATLAS_PLACE_SUMMARY
 *
 * Returns: (transfer none) (array length=n) (nullable): what it names, in its order
 */
const AtlasLibraryMention *
atlas_document_get_mentions (const AtlasDocument *self,
                             int block,
                             guint *n)
{
  const guint from = find_from (self, order_of (block));

  *n = find_from (self, order_of (block) + 1) - from;
  return *n > 0 ? &g_array_index (self->mentions, AtlasLibraryMention, from) : NULL;
}

/**
 * atlas_document_get_subjects:
 *
 * Returns: (transfer none) (element-type AtlasSubject):
 */
const GArray *
atlas_document_get_subjects (const AtlasDocument *self)
{
  return self->subjects;
}

/**
 * atlas_document_get_rests_on:
 *
 * Returns: (transfer none) (nullable):
 */
const char *const *
atlas_document_get_rests_on (const AtlasDocument *self)
{
  return self->briefing != NULL ? atlas_article_get_rests_on (self->briefing) : NULL;
}

/**
 * atlas_document_get_told:
 *
 * Returns: (transfer none) (nullable) (element-type AtlasEvent): dates that an own
 *   article names, by date; %NULL where it names none, and of a briefing
 */
GPtrArray *
atlas_document_get_told (const AtlasDocument *self)
{
  return self->told;
}

/**
 * atlas_document_list_countries:
 * @about: whether to list those that it is about; else those that it merely names
 *
 * Returns: (transfer full): codes of countries that are beyond doubt
 */
GStrv
atlas_document_list_countries (const AtlasDocument *self,
                               gboolean about)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->subjects->len; i++)
    {
      const AtlasSubject *subject = &g_array_index (self->subjects, AtlasSubject, i);

      if (!subject->is_organisation && !!subject->about == !!about && (subject->about || subject->count > 0))
        g_strv_builder_add (builder, subject->target);
    }
  return g_strv_builder_end (builder);
}

/**
 * atlas_document_list_countries_in_block:
 *
 * Returns: (transfer full) (nullable): codes of the countries that the block names beyond
 *   doubt; %NULL for none
 */
GStrv
atlas_document_list_countries_in_block (const AtlasDocument *self,
                                        int block)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  guint n;
  const AtlasLibraryMention *mentions = atlas_document_get_mentions (self, block, &n);

  for (guint i = 0; i < n; i++)
    if (!mentions[i].is_organisation && !mentions[i].doubtful && !g_ptr_array_find (codes, mentions[i].target, NULL))
      g_ptr_array_add (codes, (gpointer) mentions[i].target);
  if (codes->len == 0)
    return NULL;
  g_ptr_array_add (codes, NULL);
  return g_strdupv ((GStrv) codes->pdata);
}
