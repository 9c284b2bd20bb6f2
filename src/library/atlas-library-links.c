/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-excerpt-rank.h"
#include "atlas-library-links.h"

#define MAX_SAME_ARTICLE 6

static const char *
text_at (int block,
         gpointer data)
{
  return atlas_library_entry_get_text_at (data, block);
}

/* --- From src/text ------------------------------------------------------------------- */

static AtlasArticle *
link_entry (const AtlasLibraryEntry *entry,
            const AtlasLinker *linker)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (AtlasBlock));
  AtlasDate date;

  if (entry->date == NULL || *entry->date == '\0' || !atlas_date_parse (entry->date, &date, NULL))
    atlas_date_init_days (&date, ATLAS_DAY_MIN, ATLAS_DAY_MAX);
  for (guint i = 0; i < entry->blocks->len; i++)
    {
      const AtlasLibraryBlock *own = &g_array_index (entry->blocks, AtlasLibraryBlock, i);
      AtlasBlock block = { .kind = own->kind, .text = own->text };

      g_array_append_val (blocks, block);
    }
  return atlas_article_new (&(AtlasArticleDraft) {
                                .key = entry->key != NULL ? entry->key : "",
                                .title = entry->title,
                                .summary = entry->summary,
                                .language = entry->language,
                                .date = date,
                                .blocks = blocks,
                            },
                            linker);
}

static void
take_mentions (GArray *found,
               int block,
               const AtlasMentions *mentions)
{
  for (guint i = 0; i < atlas_mentions_get_n (mentions); i++)
    {
      const AtlasMention *mention = atlas_mentions_get (mentions, i);
      AtlasLibraryMention own = {
        .block = block,
        .start = mention->start,
        .end = mention->end,
        .target = g_intern_string (mention->target),
        .form = g_intern_string (mention->form->form),
        .kind = mention->kind,
        .reason = mention->reason,
        .is_organisation = mention->is_organisation,
        .doubtful = mention->doubtful,
      };

      g_array_append_val (found, own);
    }
}

/**
 * atlas_library_mentions_of_article:
 *
 * Returns: (transfer full) (element-type AtlasLibraryMention): all that @article names, in
 *   the order title, summary, blocks
 */
GArray *
atlas_library_mentions_of_article (const AtlasArticle *article)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (AtlasLibraryMention));
  guint n;
  const AtlasBlock *blocks = atlas_article_get_blocks (article, &n);

  take_mentions (found, ATLAS_PLACE_TITLE, atlas_article_get_title_mentions (article));
  take_mentions (found, ATLAS_PLACE_SUMMARY, atlas_article_get_summary_mentions (article));
  for (guint i = 0; i < n; i++)
    take_mentions (found, (int) i, blocks[i].mentions);
  return found;
}

/* --- Subjects --------------------------------------------------------------------------- */

static AtlasStanding
standing_of (int block)
{
  if (block == ATLAS_PLACE_TITLE)
    return ATLAS_STANDING_TITLE;
  if (block == ATLAS_PLACE_SUMMARY)
    return ATLAS_STANDING_SUMMARY;
  return block == 0 ? ATLAS_STANDING_OPENING : ATLAS_STANDING_TEXT;
}

/* “Also this” for the whole article: unless the reader took it back later. */
static void
add_whole (AtlasWeighing *weighing,
           const GArray *corrections)
{
  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      const AtlasCorrection *correction = &g_array_index (corrections, AtlasCorrection, i);

      if (!correction->all || correction->what == ATLAS_CORRECTION_THIS_IS)
        continue;
      if (correction->what == ATLAS_CORRECTION_ALSO_THIS)
        atlas_weighing_declare (weighing, correction->target, !!correction->is_organisation);
      else
        atlas_weighing_remove (weighing, correction->target, !!correction->is_organisation);
    }
}

static gsize
count_code_points (const AtlasLibraryEntry *entry)
{
  gsize n = 0;

  for (guint i = 0; i < entry->blocks->len; i++)
    n += g_utf8_strlen (g_array_index (entry->blocks, AtlasLibraryBlock, i).text, -1);
  return n;
}

static GArray *
collect_subjects (const AtlasLibraryEntry *entry,
                  const GArray *mentions,
                  const GArray *corrections)
{
  g_autoptr (AtlasWeighing) weighing = atlas_weighing_new ();

  for (guint i = 0; i < mentions->len; i++)
    {
      const AtlasLibraryMention *mention = &g_array_index (mentions, AtlasLibraryMention, i);

      atlas_weighing_add (weighing, &(AtlasSighting) {
                                        .target = mention->target,
                                        .is_organisation = mention->is_organisation,
                                        .doubtful = mention->doubtful,
                                        .standing = standing_of (mention->block),
                                        .block = mention->block,
                                        .start = mention->start,
                                        .end = mention->end,
                                    });
    }
  atlas_weighing_set_length (weighing, count_code_points (entry));
  add_whole (weighing, corrections);
  return atlas_weighing_list_subjects (weighing);
}

/* --- Passages ----------------------------------------------------------------------------- */

static int
compare_passages (gconstpointer a,
                  gconstpointer b)
{
  const AtlasLibraryPassage *left = a;
  const AtlasLibraryPassage *right = b;

  if (left->class != right->class)
    return left->class > right->class ? -1 : 1;
  return left->block - right->block;
}

static gboolean
is_of (const AtlasLibraryMention *mention,
       const AtlasSubject *subject)
{
  return mention->is_organisation == subject->is_organisation && g_str_equal (mention->target, subject->target);
}

static void
add_passages (AtlasLibraryLinks *self,
              const AtlasLibraryEntry *entry,
              const AtlasSubject *subject)
{
  g_autoptr (GArray) own = g_array_new (FALSE, TRUE, sizeof (AtlasLibraryPassage));
  AtlasLibraryPassage *last = NULL;
  gboolean in_title = FALSE;
  guint n = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const AtlasLibraryMention *mention = &g_array_index (self->mentions, AtlasLibraryMention, i);

      if (!is_of (mention, subject))
        continue;
      in_title = in_title || (mention->block == ATLAS_PLACE_TITLE && !mention->doubtful);
      if (mention->block < 0 || g_array_index (entry->blocks, AtlasLibraryBlock, mention->block).kind == ATLAS_BLOCK_HEADING)
        continue;
      if (last == NULL || last->block != mention->block)
        {
          AtlasLibraryPassage new = { subject->target, subject->is_organisation, mention->block, 0, subject->about, TRUE };

          g_array_append_val (own, new);
          last = &g_array_index (own, AtlasLibraryPassage, own->len - 1);
          n = 0;
        }
      last->doubtful = last->doubtful && mention->doubtful;
      last->class += n++ < ATLAS_EXCERPT_MAX_MENTIONS ? ATLAS_EXCERPT_RANK_MENTION : 0;
    }
  for (guint i = 0; i < own->len; i++)
    {
      AtlasLibraryPassage *passage = &g_array_index (own, AtlasLibraryPassage, i);

      passage->class += (subject->about ? ATLAS_EXCERPT_RANK_ABOUT : 0) + (in_title ? ATLAS_EXCERPT_RANK_TITLE : 0) + (passage->doubtful ? ATLAS_EXCERPT_RANK_DOUBTFUL : 0);
    }
  g_array_sort (own, compare_passages);
  for (guint i = 0; i < own->len; i++)
    {
      AtlasLibraryPassage *passage = &g_array_index (own, AtlasLibraryPassage, i);

      passage->class += (int) MIN (i, MAX_SAME_ARTICLE) * ATLAS_EXCERPT_RANK_SAME_ARTICLE;
      g_array_append_val (self->passages, *passage);
    }
}

/**
 * atlas_library_links_new:
 * @entry: as atlas_library_entry_mend() returned it
 *
 * Links an article and applies its corrections. Any thread may call this.
 *
 * Returns: (transfer full): what it names
 */
AtlasLibraryLinks *
atlas_library_links_new (const AtlasLibraryEntry *entry,
                         const AtlasLinker *linker)
{
  AtlasLibraryLinks *self = g_new0 (AtlasLibraryLinks, 1);
  g_autoptr (AtlasArticle) article = link_entry (entry, linker);

  self->found = atlas_library_mentions_of_article (article);
  self->mentions = atlas_corrections_apply (self->found, entry->corrections, text_at, (gpointer) entry);
  self->subjects = collect_subjects (entry, self->mentions, entry->corrections);
  self->passages = g_array_new (FALSE, FALSE, sizeof (AtlasLibraryPassage));
  for (guint i = 0; i < self->subjects->len; i++)
    add_passages (self, entry, &g_array_index (self->subjects, AtlasSubject, i));
  return self;
}

/**
 * atlas_library_links_free:
 */
void
atlas_library_links_free (AtlasLibraryLinks *self)
{
  g_array_unref (self->found);
  g_array_unref (self->mentions);
  g_array_unref (self->subjects);
  g_array_unref (self->passages);
  g_free (self);
}

/**
 * atlas_library_links_version:
 *
 * Returns: (transfer full): differs where the forms or the program do, so that articles
 *   may be linked otherwise
 */
char *
atlas_library_links_version (const AtlasGazetteer *gazetteer)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n;
  const AtlasForm *const *forms = atlas_gazetteer_get_forms (gazetteer, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *row = g_strdup_printf ("%s\t%s\t%d\t%d\t%u\t%u\t%d\t%d\n", forms[i]->form, forms[i]->target, (int) forms[i]->kind, (int) forms[i]->language,
                                              (guint) forms[i]->exact_case, (guint) forms[i]->context, forms[i]->from, forms[i]->to);

      g_checksum_update (checksum, (const guchar *) row, -1);
    }
  return g_strdup_printf ("%s-%d-%d-%.16s", ATLAS_VERSION, (int) ATLAS_N_FORM_KINDS, (int) ATLAS_N_REASONS, g_checksum_get_string (checksum));
}
