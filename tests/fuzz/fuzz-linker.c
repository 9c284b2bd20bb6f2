/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "atlas-article.h"
#include "atlas-linker.h"

#include <string.h>

static const AtlasLinker *
get_linker (void)
{
  static AtlasLinker *linker = NULL;

  if (linker == NULL)
    linker = atlas_linker_new (fuzz_gazetteer ());
  return linker;
}

/* In order; those of one place are the readings of one form, no others touch. */
static void
assert_order (const AtlasMention *before,
              const AtlasMention *mention)
{
  if (before->byte_start == mention->byte_start)
    {
      g_assert_cmpuint (before->byte_end, ==, mention->byte_end);
      g_assert_true (before->is_organisation != mention->is_organisation || !g_str_equal (before->target, mention->target));
    }
  else
    g_assert_cmpuint (before->byte_end, <=, mention->byte_start);
}

static void
assert_mentions (const AtlasMentions *mentions,
                 const char *text)
{
  for (guint i = 0; i < atlas_mentions_get_n (mentions); i++)
    {
      const AtlasMention *mention = atlas_mentions_get (mentions, i);
      g_autofree char *why = atlas_mention_get_why (mention);

      fuzz_assert_place (text, mention->start, mention->end, mention->byte_start, mention->byte_end);
      g_assert_cmpuint (mention->reason, <, ATLAS_N_REASONS);
      g_assert_cmpuint (mention->kind, <, ATLAS_N_FORM_KINDS);
      g_assert_true (mention->doubtful == (mention->reason >= ATLAS_REASON_UNSURE));
      g_assert_true (g_utf8_validate (why, -1, NULL));
      g_assert_cmpuint (atlas_mentions_count (mentions, mention->target, mention->is_organisation, TRUE), >, 0);
      if (i > 0)
        assert_order (atlas_mentions_get (mentions, i - 1), mention);
    }
}

/* What follows the text does not count: the same are found where it goes on. */
static void
assert_ends (const char *text,
             const AtlasMentions *mentions,
             const AtlasDate *date)
{
  g_autofree char *longer = g_strconcat (text, "landia", NULL);
  g_autoptr (AtlasMentions) same = atlas_linker_link (get_linker (), longer, strlen (text), ATLAS_LANGUAGE_SV, date);

  g_assert_cmpuint (atlas_mentions_get_n (same), ==, atlas_mentions_get_n (mentions));
  for (guint i = 0; i < atlas_mentions_get_n (mentions); i++)
    g_assert_cmpuint (atlas_mentions_get (same, i)->byte_end, ==, atlas_mentions_get (mentions, i)->byte_end);
}

/* As an article: the first line its title, each other a paragraph. */
static void
link_article (const char *text,
              const char *language)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GArray) blocks = g_array_new (FALSE, TRUE, sizeof (AtlasBlock));
  AtlasArticleDraft draft = { .key = "fuzz", .title = lines[0] != NULL ? lines[0] : "", .summary = "", .language = language, .blocks = blocks };
  g_autoptr (AtlasArticle) article = NULL;
  const AtlasBlock *linked;
  guint n;

  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      AtlasBlock block = { .kind = ATLAS_BLOCK_PARAGRAPH, .text = lines[i] };

      g_array_append_val (blocks, block);
    }
  atlas_date_init_days (&draft.date, ATLAS_DAY_MIN, ATLAS_DAY_MAX);
  article = atlas_article_new (&draft, get_linker ());
  linked = atlas_article_get_blocks (article, &n);
  g_assert_cmpuint (n, ==, blocks->len);
  for (guint i = 0; i < n; i++)
    assert_mentions (linked[i].mentions, linked[i].text);
  assert_mentions (atlas_article_get_title_mentions (article), draft.title);
}

/* A text in each language, and as a guess. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *text = fuzz_text (data, size);
  AtlasDate date;

  atlas_date_init_days (&date, atlas_day_new (2025, 5, 28), atlas_day_new (2025, 5, 28));
  for (guint language = 0; language <= ATLAS_LANGUAGE_UNKNOWN; language++)
    {
      /* With a date for every other text: each is written in many ways. */
      g_autoptr (AtlasMentions) mentions = atlas_linker_link (get_linker (), text, -1, language, size % 2 == 0 ? &date : NULL);

      assert_mentions (mentions, text);
      if (language == ATLAS_LANGUAGE_SV)
        assert_ends (text, mentions, size % 2 == 0 ? &date : NULL);
    }
  link_article (text, "sv");
  return 0;
}
