/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-article.h"

#include <string.h>

struct _AtlasArticle
{
  gatomicrefcount ref_count;
  char *key;
  char *title;
  char *summary;
  char *language;
  AtlasDate date;
  GStrv rests_on;
  GStrv organisations;
  GArray *blocks;   /* AtlasBlock */
  GArray *subjects; /* AtlasSubject */
  AtlasMentions *title_mentions;
  AtlasMentions *summary_mentions;
};

static void
clear_block (gpointer data)
{
  AtlasBlock *block = data;

  g_free ((char *) block->text);
  g_free ((AtlasRange *) block->emphases);
  g_clear_pointer (&block->mentions, atlas_mentions_unref);
}

/* --- Mentions: the article is linked as one text, so that what one paragraph
 * says decides about the readings of another. ------------------------------------- */

typedef struct
{
  const AtlasMentions *all;
  const GString *text;
  guint byte;
  guint code_point;
} Cutter;

static AtlasMentions *
cut_mentions (Cutter *cutter,
              const char *part)
{
  guint start = cutter->byte;
  guint first = cutter->code_point;

  cutter->byte += strlen (part) + 2;
  cutter->code_point += g_utf8_strlen (part, -1) + 2;
  return atlas_mentions_slice (cutter->all, start, cutter->byte - 2, first);
}

static gboolean
has_date (const AtlasArticle *self)
{
  return self->date.earliest != ATLAS_DAY_MIN || self->date.latest != ATLAS_DAY_MAX;
}

static void
link_parts (AtlasArticle *self,
            const AtlasLinker *linker)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (AtlasMentions) all = NULL;
  Cutter cutter = { NULL, text, 0, 0 };

  g_string_append_printf (text, "%s\n\n%s\n\n", self->title, self->summary);
  for (guint i = 0; i < self->blocks->len; i++)
    g_string_append_printf (text, "%s\n\n", g_array_index (self->blocks, AtlasBlock, i).text);

  all = atlas_linker_link (linker, text->str, text->len, atlas_language_from_tag (self->language), has_date (self) ? &self->date : NULL);
  cutter.all = all;
  self->title_mentions = cut_mentions (&cutter, self->title);
  self->summary_mentions = cut_mentions (&cutter, self->summary);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      AtlasBlock *block = &g_array_index (self->blocks, AtlasBlock, i);

      block->mentions = cut_mentions (&cutter, block->text);
    }
}

/* --- Subjects ---------------------------------------------------------------------- */

static void
weigh_mentions (AtlasWeighing *weighing,
                const AtlasMentions *mentions,
                AtlasStanding standing,
                int block)
{
  for (guint i = 0; i < atlas_mentions_get_n (mentions); i++)
    {
      const AtlasMention *mention = atlas_mentions_get (mentions, i);

      atlas_weighing_add (weighing, &(AtlasSighting) {
                                        .target = mention->target,
                                        .is_organisation = mention->is_organisation,
                                        .doubtful = mention->doubtful,
                                        .standing = standing,
                                        .block = block,
                                        .start = mention->start,
                                        .end = mention->end,
                                    });
    }
}

static void
collect_subjects (AtlasArticle *self)
{
  g_autoptr (AtlasWeighing) weighing = atlas_weighing_new ();
  gsize length = 0;

  weigh_mentions (weighing, self->title_mentions, ATLAS_STANDING_TITLE, -2);
  weigh_mentions (weighing, self->summary_mentions, ATLAS_STANDING_SUMMARY, -1);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const AtlasBlock *block = &g_array_index (self->blocks, AtlasBlock, i);

      weigh_mentions (weighing, block->mentions, i == 0 ? ATLAS_STANDING_OPENING : ATLAS_STANDING_TEXT, (int) i);
      length += g_utf8_strlen (block->text, -1);
    }
  atlas_weighing_set_length (weighing, length);
  for (guint i = 0; self->organisations[i] != NULL; i++)
    if (atlas_weighing_contains (weighing, self->organisations[i], TRUE))
      atlas_weighing_declare (weighing, self->organisations[i], TRUE);
  self->subjects = atlas_weighing_list_subjects (weighing);
}

/* --- Making and reading -------------------------------------------------------------- */

static void
copy_blocks (AtlasArticle *self,
             const GArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      AtlasBlock block = g_array_index (blocks, AtlasBlock, i);

      block.text = g_strdup (block.text);
      block.emphases = g_memdup2 (block.emphases, block.n_emphases * sizeof (AtlasRange));
      block.mentions = NULL;
      g_array_append_val (self->blocks, block);
    }
}

/**
 * atlas_article_new:
 *
 * Returns: (transfer full): an article with its mentions
 */
AtlasArticle *
atlas_article_new (const AtlasArticleDraft *draft,
                   const AtlasLinker *linker)
{
  AtlasArticle *self = g_new0 (AtlasArticle, 1);
  static const char *const none[] = { NULL };

  g_atomic_ref_count_init (&self->ref_count);
  self->key = g_strdup (draft->key);
  self->title = g_strdup (draft->title);
  self->summary = g_strdup (draft->summary != NULL ? draft->summary : "");
  self->language = g_strdup (draft->language);
  self->date = draft->date;
  self->rests_on = g_strdupv ((char **) (draft->rests_on != NULL ? draft->rests_on : none));
  self->organisations = g_strdupv ((char **) (draft->organisations != NULL ? draft->organisations : none));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (AtlasBlock));
  g_array_set_clear_func (self->blocks, clear_block);

  copy_blocks (self, draft->blocks);
  link_parts (self, linker);
  collect_subjects (self);
  return self;
}

/**
 * atlas_article_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasArticle *
atlas_article_ref (AtlasArticle *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_article_unref:
 *
 * Any thread may call this.
 */
void
atlas_article_unref (AtlasArticle *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->key);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->language);
  g_strfreev (self->rests_on);
  g_strfreev (self->organisations);
  g_array_unref (self->subjects);
  g_array_unref (self->blocks);
  atlas_mentions_unref (self->title_mentions);
  atlas_mentions_unref (self->summary_mentions);
  g_free (self);
}

/**
 * atlas_article_get_key:
 *
 * Returns: (transfer none): what translations of one article share
 */
const char *
atlas_article_get_key (const AtlasArticle *self)
{
  return self->key;
}

/**
 * atlas_article_get_title:
 *
 * Returns: (transfer none): the title
 */
const char *
atlas_article_get_title (const AtlasArticle *self)
{
  return self->title;
}

/**
 * atlas_article_get_summary:
 *
 * Returns: (transfer none): one sentence; "" where it has none
 */
const char *
atlas_article_get_summary (const AtlasArticle *self)
{
  return self->summary;
}

/**
 * atlas_article_get_date:
 *
 * Returns: (transfer none): when it was written
 */
const AtlasDate *
atlas_article_get_date (const AtlasArticle *self)
{
  return &self->date;
}

/**
 * atlas_article_get_language:
 *
 * Returns: (transfer none): the tag of its language
 */
const char *
atlas_article_get_language (const AtlasArticle *self)
{
  return self->language;
}

/**
 * atlas_article_get_rests_on:
 *
 * Returns: (transfer none) (array zero-terminated=1): the rows that its sentences
 *   rest on, such as "event:ID"
 */
const char *const *
atlas_article_get_rests_on (const AtlasArticle *self)
{
  return (const char *const *) self->rests_on;
}

/**
 * atlas_article_get_blocks:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): headings and paragraphs in order
 */
const AtlasBlock *
atlas_article_get_blocks (const AtlasArticle *self,
                          guint *n)
{
  if (n != NULL)
    *n = self->blocks->len;
  return (const AtlasBlock *) self->blocks->data;
}

/**
 * atlas_article_get_title_mentions:
 *
 * Returns: (transfer none): what the title names
 */
AtlasMentions *
atlas_article_get_title_mentions (const AtlasArticle *self)
{
  return self->title_mentions;
}

/**
 * atlas_article_get_summary_mentions:
 *
 * Returns: (transfer none): what the summary names
 */
AtlasMentions *
atlas_article_get_summary_mentions (const AtlasArticle *self)
{
  return self->summary_mentions;
}

/**
 * atlas_article_get_subjects:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): countries before organisations,
 *   each the weightiest first
 */
const AtlasSubject *
atlas_article_get_subjects (const AtlasArticle *self,
                            guint *n)
{
  if (n != NULL)
    *n = self->subjects->len;
  return (const AtlasSubject *) self->subjects->data;
}

/**
 * atlas_article_find_subject:
 *
 * Returns: (transfer none) (nullable): %NULL where the article does not name it
 */
const AtlasSubject *
atlas_article_find_subject (const AtlasArticle *self,
                            const char *target,
                            gboolean is_organisation)
{
  for (guint i = 0; i < self->subjects->len; i++)
    {
      const AtlasSubject *subject = &g_array_index (self->subjects, AtlasSubject, i);

      if (subject->is_organisation == !!is_organisation && g_str_equal (subject->target, target))
        return subject;
    }
  return NULL;
}
