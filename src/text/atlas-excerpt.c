/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-excerpt.h"
#include "atlas-excerpt-rank.h"

#include <string.h>

typedef gboolean (*Wanted) (const AtlasMention *mention, gconstpointer data);

typedef struct
{
  Wanted is_wanted;
  gconstpointer data;
  const AtlasDataset *dataset;
} Query;

void
atlas_excerpt_free (AtlasExcerpt *self)
{
  atlas_article_unref (self->article);
  g_free (self->mentions);
  g_free (self);
}

static gboolean
is_written_by (const AtlasArticle *article,
               AtlasDay day)
{
  return atlas_article_get_date (article)->earliest <= day;
}

/**
 * atlas_excerpt_is_known_on:
 *
 * An article that is dated to a month or a year counts from its first day, one
 * without a date always.
 *
 * Returns: whether the article could be read on @day
 */
gboolean
atlas_excerpt_is_known_on (const AtlasExcerpt *self,
                           AtlasDay day)
{
  return is_written_by (self->article, day);
}

static gboolean
names_any (const AtlasMentions *mentions,
           const Query *query)
{
  for (guint i = 0; i < atlas_mentions_get_n (mentions); i++)
    if (query->is_wanted (atlas_mentions_get (mentions, i), query))
      return TRUE;
  return FALSE;
}

static gboolean
is_about (const AtlasArticle *article,
          const Query *query)
{
  guint n;
  const AtlasSubject *subjects = atlas_article_get_subjects (article, &n);

  for (guint i = 0; i < n; i++)
    {
      AtlasMention subject = { .target = subjects[i].target, .is_organisation = !!subjects[i].is_organisation };

      if (subjects[i].about && query->is_wanted (&subject, query))
        return TRUE;
    }
  return FALSE;
}

static void
take_mentions (AtlasExcerpt *excerpt,
               const AtlasMentions *mentions,
               const Query *query)
{
  excerpt->mentions = g_new (const AtlasMention *, MAX (atlas_mentions_get_n (mentions), 1));
  excerpt->doubtful = TRUE;
  for (guint i = 0; i < atlas_mentions_get_n (mentions); i++)
    {
      const AtlasMention *mention = atlas_mentions_get (mentions, i);

      if (!query->is_wanted (mention, query))
        continue;
      excerpt->mentions[excerpt->n_mentions++] = mention;
      excerpt->doubtful = excerpt->doubtful && mention->doubtful;
    }
}

static double
rank_excerpt (const AtlasExcerpt *excerpt,
              gboolean in_title)
{
  return (excerpt->about ? ATLAS_EXCERPT_RANK_ABOUT : 0) + (in_title ? ATLAS_EXCERPT_RANK_TITLE : 0) + (excerpt->doubtful ? ATLAS_EXCERPT_RANK_DOUBTFUL : 0) +
         MIN (excerpt->n_mentions, ATLAS_EXCERPT_MAX_MENTIONS) * ATLAS_EXCERPT_RANK_MENTION + atlas_excerpt_rank_age (atlas_article_get_date (excerpt->article)->latest);
}

static int
compare_excerpts (gconstpointer a,
                  gconstpointer b)
{
  const AtlasExcerpt *left = *(AtlasExcerpt *const *) a;
  const AtlasExcerpt *right = *(AtlasExcerpt *const *) b;
  int order;

  if (left->rank != right->rank)
    return left->rank > right->rank ? -1 : 1;
  order = strcmp (atlas_article_get_key (left->article), atlas_article_get_key (right->article));
  return order != 0 ? order : (left->block > right->block) - (left->block < right->block);
}

static void
add_excerpts (GPtrArray *excerpts,
              AtlasArticle *article,
              const Query *query)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  gboolean about = is_about (article, query);
  gboolean in_title = names_any (atlas_article_get_title_mentions (article), query);
  guint n;
  const AtlasBlock *blocks = atlas_article_get_blocks (article, &n);

  for (guint i = 0; i < n; i++)
    {
      AtlasExcerpt *excerpt;

      if (blocks[i].kind != ATLAS_BLOCK_PARAGRAPH || !names_any (blocks[i].mentions, query))
        continue;
      excerpt = g_new0 (AtlasExcerpt, 1);
      excerpt->article = atlas_article_ref (article);
      excerpt->block = i;
      excerpt->text = blocks[i].text;
      excerpt->about = about;
      take_mentions (excerpt, blocks[i].mentions, query);
      excerpt->rank = rank_excerpt (excerpt, in_title);
      g_ptr_array_add (own, excerpt);
    }

  g_ptr_array_sort (own, compare_excerpts);
  for (guint i = 0; i < own->len; i++)
    {
      AtlasExcerpt *excerpt = g_ptr_array_index (own, i);

      excerpt->rank += (double) i * ATLAS_EXCERPT_RANK_SAME_ARTICLE;
      g_ptr_array_add (excerpts, excerpt);
    }
}

static GPtrArray *
collect (const AtlasBriefings *briefings,
         const Query *query,
         const char *language,
         AtlasDay until,
         guint limit)
{
  GPtrArray *excerpts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_excerpt_free);
  g_autoptr (GPtrArray) articles = atlas_briefings_list (briefings, language);

  for (guint i = 0; i < articles->len; i++)
    if (is_written_by (g_ptr_array_index (articles, i), until))
      add_excerpts (excerpts, g_ptr_array_index (articles, i), query);
  g_ptr_array_sort (excerpts, compare_excerpts);
  if (limit > 0 && excerpts->len > limit)
    g_ptr_array_set_size (excerpts, (int) limit);
  return excerpts;
}

static gboolean
names_country (const AtlasMention *mention,
               gconstpointer data)
{
  const Query *query = data;
  const AtlasCountry *country = query->data;

  return !mention->is_organisation && g_str_equal (mention->target, country->code);
}

/* Those of its lineage too: who asks about the CSTO wants its treaty's story. */
static gboolean
names_organisation (const AtlasMention *mention,
                    gconstpointer data)
{
  const Query *query = data;
  const AtlasOrganisation *wanted = query->data;
  const AtlasOrganisation *named;

  if (!mention->is_organisation)
    return FALSE;
  if (g_str_equal (mention->target, wanted->id))
    return TRUE;
  named = atlas_dataset_find_organisation (query->dataset, mention->target);
  return named != NULL && named->lineage == wanted->lineage;
}

/**
 * atlas_excerpts_for_country:
 * @language: (nullable): the reader's, a language tag
 * @until: only what could be read then, as atlas_excerpt_is_known_on() says;
 *   %ATLAS_DAY_MAX for all
 * @limit: how many at most, 0 for all
 *
 * Returns: (transfer full) (element-type AtlasExcerpt): the paragraphs that name
 *   @country, the best first
 */
GPtrArray *
atlas_excerpts_for_country (const AtlasBriefings *briefings,
                            const AtlasCountry *country,
                            const char *language,
                            AtlasDay until,
                            guint limit)
{
  const Query query = { names_country, country, NULL };

  return collect (briefings, &query, language, until, limit);
}

/**
 * atlas_excerpts_for_organisation:
 * @language: (nullable): the reader's, a language tag
 * @until: only what could be read then, as atlas_excerpt_is_known_on() says;
 *   %ATLAS_DAY_MAX for all
 * @limit: how many at most, 0 for all
 *
 * Returns: (transfer full) (element-type AtlasExcerpt): the paragraphs that name
 *   @organisation or another of its lineage, the best first
 */
GPtrArray *
atlas_excerpts_for_organisation (const AtlasBriefings *briefings,
                                 const AtlasDataset *dataset,
                                 const AtlasOrganisation *organisation,
                                 const char *language,
                                 AtlasDay until,
                                 guint limit)
{
  const Query query = { names_organisation, organisation, dataset };

  return collect (briefings, &query, language, until, limit);
}
