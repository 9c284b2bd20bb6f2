/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-written.h"

#include "atlas-excerpt-rank.h"
#include "atlas-excerpt.h"

#include <string.h>

/* What a list is about: a country, or all organisations of a lineage. */
typedef struct
{
  const AtlasWrittenQuery *query;
  const AtlasCountry *country;
  const AtlasOrganisation *organisation;
} Wanted;

/**
 * atlas_written_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasWritten *
atlas_written_ref (AtlasWritten *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_written_unref:
 *
 * Any thread may call this.
 */
void
atlas_written_unref (AtlasWritten *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->briefing, atlas_article_unref);
  g_free (self->key);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->author);
  g_free (self->date);
  g_free (self->address);
  g_free (self->language);
  g_free (self->text);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_free (self);
}

static void
clear_mention (gpointer data)
{
  AtlasWrittenMention *mention = data;

  g_free (mention->why);
}

static AtlasWritten *
written_new (void)
{
  AtlasWritten *self = g_new0 (AtlasWritten, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (AtlasWrittenMention));
  g_array_set_clear_func (self->mentions, clear_mention);
  return self;
}

static gboolean
is_wanted (const Wanted *self,
           const char *target,
           gboolean is_organisation)
{
  const AtlasOrganisation *named;

  if (self->country != NULL)
    return !is_organisation && g_str_equal (target, self->country->code);
  named = is_organisation ? atlas_dataset_find_organisation (self->query->dataset, target) : NULL;
  return named != NULL && named->lineage == self->organisation->lineage;
}

/* --- Briefings ----------------------------------------------------------------------- */

static AtlasWritten *
take_briefing (const Wanted *wanted,
               const AtlasExcerpt *excerpt)
{
  AtlasWritten *self = written_new ();
  const AtlasBlock *block = &atlas_article_get_blocks (excerpt->article, NULL)[excerpt->block];

  self->briefing = atlas_article_ref (excerpt->article);
  self->key = g_strdup (atlas_article_get_key (excerpt->article));
  self->title = g_strdup (atlas_article_get_title (excerpt->article));
  self->publisher = g_strdup ("");
  self->author = g_strdup ("");
  self->date = atlas_date_to_edtf (atlas_article_get_date (excerpt->article));
  self->address = g_strdup ("");
  self->language = g_strdup (atlas_article_get_language (excerpt->article));
  self->day = atlas_article_get_date (excerpt->article)->earliest;
  self->block = excerpt->block;
  self->text = g_strdup (excerpt->text);
  self->about = excerpt->about;
  self->doubtful = excerpt->doubtful;
  self->rank = atlas_excerpt_rank_on (excerpt->rank, self->day, wanted->query->on);
  for (guint i = 0; i < atlas_mentions_get_n (block->mentions); i++)
    {
      const AtlasMention *mention = atlas_mentions_get (block->mentions, i);
      AtlasWrittenMention own = {
        .start = mention->start,
        .end = mention->end,
        .target = g_intern_string (mention->target),
        .why = atlas_mention_get_why (mention),
        .kind = mention->kind,
        .is_organisation = mention->is_organisation,
        .wanted = is_wanted (wanted, mention->target, mention->is_organisation),
        .doubtful = mention->doubtful,
      };

      g_array_append_val (self->mentions, own);
    }
  return self;
}

/* (transfer full) (element-type AtlasExcerpt) */
static GPtrArray *
find_in_briefings (const Wanted *wanted,
                   AtlasDay until)
{
  const AtlasWrittenQuery *query = wanted->query;

  if (query->briefings == NULL)
    return g_ptr_array_new ();
  if (wanted->country != NULL)
    return atlas_excerpts_for_country (query->briefings, wanted->country, query->language, until, 0);
  return atlas_excerpts_for_organisation (query->briefings, query->dataset, wanted->organisation, query->language, until, 0);
}

static void
add_briefings (const Wanted *wanted,
               GPtrArray *written)
{
  const AtlasWrittenQuery *query = wanted->query;
  g_autoptr (GPtrArray) excerpts = find_in_briefings (wanted, query->later ? ATLAS_DAY_MAX : query->on);

  for (guint i = 0; i < excerpts->len; i++)
    g_ptr_array_add (written, take_briefing (wanted, g_ptr_array_index (excerpts, i)));
}

/* --- The reader's own ------------------------------------------------------------------ */

static AtlasWritten *
take_own (const Wanted *wanted,
          const AtlasLibraryExcerpt *excerpt)
{
  AtlasWritten *self = written_new ();

  self->own = TRUE;
  self->key = g_strdup (excerpt->article->key);
  self->title = g_strdup (excerpt->article->title);
  self->publisher = g_strdup (excerpt->article->publisher);
  self->author = g_strdup (excerpt->article->author);
  self->date = g_strdup (excerpt->article->date);
  self->address = g_strdup (excerpt->article->address);
  self->language = g_strdup (excerpt->article->language);
  self->day = excerpt->article->day;
  self->block = (guint) excerpt->block;
  self->text = g_strdup (excerpt->text);
  self->about = excerpt->about;
  self->doubtful = excerpt->doubtful;
  self->rank = excerpt->rank;
  for (guint i = 0; i < excerpt->mentions->len; i++)
    {
      const AtlasLibraryMention *mention = &g_array_index (excerpt->mentions, AtlasLibraryMention, i);
      AtlasWrittenMention own = {
        .start = mention->start,
        .end = mention->end,
        .target = mention->target,
        .why = atlas_library_mention_get_why (mention),
        .kind = mention->kind,
        .is_organisation = mention->is_organisation,
        .wanted = is_wanted (wanted, mention->target, mention->is_organisation),
        .doubtful = mention->doubtful,
        .corrected = mention->corrected,
      };

      g_array_append_val (self->mentions, own);
    }
  return self;
}

/* A paragraph that names two organisations of a lineage is there once, as the better;
 * @seen (name of the place to AtlasWritten) tells which were there before. */
static void
add_or_join (const Wanted *wanted,
             const AtlasLibraryExcerpt *excerpt,
             GHashTable *seen,
             GPtrArray *written)
{
  g_autofree char *place = g_strdup_printf ("%d:%s", excerpt->block, excerpt->article->key);
  AtlasWritten *same = g_hash_table_lookup (seen, place);

  if (same == NULL)
    {
      same = take_own (wanted, excerpt);
      g_ptr_array_add (written, same);
      g_hash_table_insert (seen, g_steal_pointer (&place), same);
    }
  same->about = same->about || excerpt->about;
  same->doubtful = same->doubtful && excerpt->doubtful;
  same->rank = MAX (same->rank, excerpt->rank);
}

static gboolean
add_own (const Wanted *wanted,
         const char *target,
         GHashTable *seen,
         GPtrArray *written,
         GCancellable *cancellable,
         GError **error)
{
  const AtlasWrittenQuery *query = wanted->query;
  g_autoptr (GPtrArray) excerpts = atlas_library_get_excerpts (query->library, target, wanted->country == NULL, query->on, query->later, query->limit, cancellable, error);

  for (guint i = 0; excerpts != NULL && i < excerpts->len; i++)
    add_or_join (wanted, g_ptr_array_index (excerpts, i), seen, written);
  return excerpts != NULL;
}

/* (transfer container): what the library calls them; ends with %NULL */
static GPtrArray *
list_targets (const Wanted *wanted)
{
  GPtrArray *targets = g_ptr_array_new_null_terminated (2, NULL, TRUE);
  guint n;
  const AtlasOrganisation *const *organisations = atlas_dataset_get_organisations (wanted->query->dataset, &n);

  if (wanted->country != NULL)
    g_ptr_array_add (targets, (gpointer) wanted->country->code);
  for (guint i = 0; wanted->country == NULL && i < n; i++)
    if (organisations[i]->lineage == wanted->organisation->lineage)
      g_ptr_array_add (targets, (gpointer) organisations[i]->id);
  return targets;
}

static gboolean
add_all_own (const Wanted *wanted,
             GPtrArray *written,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) targets = list_targets (wanted);

  for (guint i = 0; i < targets->len; i++)
    if (!add_own (wanted, g_ptr_array_index (targets, i), seen, written, cancellable, error))
      return FALSE;
  return TRUE;
}

/* --- Both ---------------------------------------------------------------------------------- */

static int
compare_written (gconstpointer a,
                 gconstpointer b)
{
  const AtlasWritten *left = *(AtlasWritten *const *) a;
  const AtlasWritten *right = *(AtlasWritten *const *) b;
  int order;

  if (left->rank != right->rank)
    return left->rank > right->rank ? -1 : 1;
  order = strcmp (left->key, right->key);
  return order != 0 ? order : (left->block > right->block) - (left->block < right->block);
}

static GPtrArray *
collect (const Wanted *wanted,
         GCancellable *cancellable,
         GError **error)
{
  const AtlasWrittenQuery *query = wanted->query;
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_written_unref);

  if (query->library != NULL && !add_all_own (wanted, written, cancellable, error))
    return NULL;
  add_briefings (wanted, written);
  g_ptr_array_sort (written, compare_written);
  if (query->limit > 0 && written->len > query->limit)
    g_ptr_array_set_size (written, (int) query->limit);
  return g_steal_pointer (&written);
}

static gboolean
count_all (const Wanted *wanted,
           AtlasWrittenCount *count,
           GCancellable *cancellable,
           GError **error)
{
  const AtlasWrittenQuery *query = wanted->query;
  g_autoptr (GPtrArray) targets = list_targets (wanted);
  g_autoptr (GPtrArray) excerpts = find_in_briefings (wanted, ATLAS_DAY_MAX);

  *count = (AtlasWrittenCount) { 0 };
  if (query->library != NULL && !atlas_library_count_excerpts (query->library, (const char *const *) targets->pdata, wanted->country == NULL, query->on,
                                                               &count->n, &count->n_later, cancellable, error))
    return FALSE;
  count->n_own = count->n + count->n_later;
  for (guint i = 0; i < excerpts->len; i++)
    if (atlas_excerpt_is_known_on (g_ptr_array_index (excerpts, i), query->on))
      count->n++;
    else
      count->n_later++;
  return TRUE;
}

/**
 * atlas_written_for_country:
 *
 * Returns: (transfer full) (nullable) (element-type AtlasWritten): the paragraphs that
 *   name @country, the best first: of articles about it, recent, written by the day that
 *   the reader looks at; %NULL where the library cannot be read or it was cancelled
 */
GPtrArray *
atlas_written_for_country (const AtlasWrittenQuery *query,
                           const AtlasCountry *country,
                           GCancellable *cancellable,
                           GError **error)
{
  const Wanted wanted = { query, country, NULL };

  return collect (&wanted, cancellable, error);
}

/**
 * atlas_written_for_organisation:
 *
 * Returns: (transfer full) (nullable) (element-type AtlasWritten): as
 *   atlas_written_for_country(), for @organisation and all others of its lineage
 */
GPtrArray *
atlas_written_for_organisation (const AtlasWrittenQuery *query,
                                const AtlasOrganisation *organisation,
                                GCancellable *cancellable,
                                GError **error)
{
  const Wanted wanted = { query, NULL, organisation };

  return collect (&wanted, cancellable, error);
}

/**
 * atlas_written_count_for_country:
 * @count: (out): how many paragraphs atlas_written_for_country() would list
 *
 * Returns: whether the library could be read
 */
gboolean
atlas_written_count_for_country (const AtlasWrittenQuery *query,
                                 const AtlasCountry *country,
                                 AtlasWrittenCount *count,
                                 GCancellable *cancellable,
                                 GError **error)
{
  const Wanted wanted = { query, country, NULL };

  return count_all (&wanted, count, cancellable, error);
}

/**
 * atlas_written_count_for_organisation:
 * @count: (out): how many paragraphs atlas_written_for_organisation() would list
 *
 * Returns: whether the library could be read
 */
gboolean
atlas_written_count_for_organisation (const AtlasWrittenQuery *query,
                                      const AtlasOrganisation *organisation,
                                      AtlasWrittenCount *count,
                                      GCancellable *cancellable,
                                      GError **error)
{
  const Wanted wanted = { query, NULL, organisation };

  return count_all (&wanted, count, cancellable, error);
}
