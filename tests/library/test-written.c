/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "library-fixture.h"

#include "atlas-written.h"

#include <string.h>

static AtlasBriefings *
load_briefings (void)
{
  static AtlasBriefings *briefings = NULL;

  if (briefings == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "briefings", NULL);
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();

      briefings = atlas_briefings_load (path, fixture_linker (), fixture_dataset (), problems);
      g_assert_nonnull (briefings);
    }
  return briefings;
}

static GPtrArray *
find (Fixture *self,
      const char *country,
      AtlasBriefings *briefings,
      AtlasDay on,
      gboolean later,
      guint limit)
{
  const AtlasWrittenQuery query = { briefings, self->library, fixture_dataset (), "en", on, later, limit };
  g_autoptr (GError) error = NULL;
  GPtrArray *written = atlas_written_for_country (&query, fixture_country (country), NULL, &error);

  g_assert_no_error (error);
  for (guint i = 1; i < written->len; i++)
    g_assert_cmpfloat (((AtlasWritten *) written->pdata[i - 1])->rank, >=, ((AtlasWritten *) written->pdata[i])->rank);
  return written;
}

static guint
count_own (const GPtrArray *written)
{
  guint n = 0;

  for (guint i = 0; i < written->len; i++)
    n += ((AtlasWritten *) written->pdata[i])->own;
  return n;
}

static void
check_mentions (const AtlasWritten *written,
                const char *target)
{
  gboolean any = FALSE;

  for (guint i = 0; i < written->mentions->len; i++)
    {
      const AtlasWrittenMention *mention = &g_array_index (written->mentions, AtlasWrittenMention, i);

      g_assert_cmpuint (mention->start, <, mention->end);
      g_assert_cmpuint (mention->end, <=, (guint) g_utf8_strlen (written->text, -1));
      g_assert_cmpuint (strlen (mention->why), >, 5);
      g_assert_true (mention->wanted == (!mention->is_organisation && g_str_equal (mention->target, target)));
      any = any || mention->wanted;
    }
  g_assert_true (any);
}

static void
both_in_one_list (Fixture *self,
                  gconstpointer data)
{
  g_autofree char *key = fixture_add_text (self, "Kazakhstan votes", "2026-05-01", "Kazakhstan voted on Sunday, and Belarus watched. Kazakhstan counted.");
  g_autofree char *named = fixture_add_text (self, "Trade", "1996-01-01", "China traded. China sold. China bought. Buyers came from Iran, Turkey, Kazakhstan, India and Nepal. China sold more, and China bought more.");
  g_autoptr (GPtrArray) all = find (self, "KZ", load_briefings (), ATLAS_DAY_MAX, FALSE, 0);
  g_autoptr (GPtrArray) two = find (self, "KZ", load_briefings (), ATLAS_DAY_MAX, FALSE, 2);
  g_autoptr (GPtrArray) own = find (self, "KZ", NULL, ATLAS_DAY_MAX, FALSE, 0);
  const AtlasWritten *first = all->pdata[0];

  g_assert_cmpuint (count_own (all), ==, 2);
  g_assert_cmpuint (all->len, >, 10);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (own->len, ==, 2);
  for (guint i = 0; i < all->len; i++)
    check_mentions (all->pdata[i], "KZ");
  g_assert_true (first->own);
  g_assert_null (first->briefing);
  g_assert_cmpstr (first->key, ==, key);
  g_assert_cmpstr (first->date, ==, "2026-05-01");
  g_assert_true (first->about);
  g_assert_cmpuint (first->mentions->len, ==, 3);
  g_assert_nonnull (((AtlasWritten *) all->pdata[1])->briefing);
  /* It is old, and merely names the country. */
  g_assert_cmpstr (((AtlasWritten *) all->pdata[all->len - 1])->key, ==, named);
}

static void
day_decides (Fixture *self,
             gconstpointer data)
{
  g_autofree char *before = fixture_add_text (self, "Kazakhstan in 2005", "2005-01-01", "Kazakhstan voted.");
  g_autofree char *after = fixture_add_text (self, "Kazakhstan in 2011", "2011-01-01", "Kazakhstan voted.");
  g_autofree char *long_after = fixture_add_text (self, "Kazakhstan in 2020", "2020-01-01", "Kazakhstan voted.");
  AtlasDay on = fixture_day ("2010-01-01");
  g_autoptr (GPtrArray) now = find (self, "KZ", NULL, ATLAS_DAY_MAX, FALSE, 0);
  g_autoptr (GPtrArray) then = find (self, "KZ", NULL, on, TRUE, 0);
  g_autoptr (GPtrArray) only = find (self, "KZ", load_briefings (), on, FALSE, 0);
  g_autoptr (GPtrArray) two = find (self, "KZ", NULL, on, TRUE, 2);

  g_assert_cmpstr (((AtlasWritten *) now->pdata[0])->key, ==, long_after);
  g_assert_cmpuint (then->len, ==, 3);
  g_assert_cmpstr (((AtlasWritten *) then->pdata[0])->key, ==, before);
  g_assert_cmpstr (((AtlasWritten *) then->pdata[1])->key, ==, after);
  g_assert_cmpstr (((AtlasWritten *) then->pdata[2])->key, ==, long_after);
  g_assert_cmpuint (only->len, ==, 1);
  g_assert_cmpstr (((AtlasWritten *) only->pdata[0])->key, ==, before);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpstr (((AtlasWritten *) two->pdata[1])->key, ==, after);
}

/* A paragraph that names a treaty and the organisation that grew out of it counts once. */
static void
lineage_once (Fixture *self,
              gconstpointer data)
{
  g_autofree char *key = fixture_add_text (self, "The Collective Security Treaty", "2024-01-01",
                                           "The Collective Security Treaty of 1992 became the CSTO.\n\nThe Collective Security Treaty was signed in Tashkent.");
  const AtlasWrittenQuery query = { NULL, self->library, fixture_dataset (), "en", ATLAS_DAY_MAX, FALSE, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) written = atlas_written_for_organisation (&query, fixture_organisation ("CSTO"), NULL, &error);
  const AtlasWritten *first;
  AtlasWrittenCount count;
  guint n = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (written->len, ==, 2);
  first = written->pdata[0];
  g_assert_cmpuint (first->block, ==, 0);
  for (guint i = 0; i < first->mentions->len; i++)
    n += g_array_index (first->mentions, AtlasWrittenMention, i).wanted;
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (atlas_written_count_for_organisation (&query, fixture_organisation ("CSTO"), &count, NULL, NULL));
  g_assert_cmpuint (count.n, ==, 2);
}

/* The header of a list that shows but a part says how many there are. */
static void
counted_without_limit (Fixture *self,
                       gconstpointer data)
{
  g_autofree char *before = fixture_add_text (self, "Kazakhstan in 2005", "2005-01-01", "Kazakhstan voted.\n\nAstana counted.\n\nNobody else came.");
  g_autofree char *after = fixture_add_text (self, "Kazakhstan in 2020", "2020-01-01", "Kazakhstan voted.");
  g_autofree char *deleted = fixture_add_text (self, "Kazakhstan in 2004", "2004-01-01", "Kazakhstan voted.");
  AtlasWrittenQuery query = { load_briefings (), self->library, fixture_dataset (), "en", fixture_day ("2010-01-01"), TRUE, 1 };
  g_autoptr (GPtrArray) all = find (self, "KZ", load_briefings (), ATLAS_DAY_MAX, FALSE, 0);
  AtlasWrittenCount count;

  g_assert_true (atlas_library_set_deleted (self->library, deleted, TRUE, NULL, NULL));
  g_assert_true (atlas_written_count_for_country (&query, fixture_country ("KZ"), &count, NULL, NULL));
  g_assert_cmpuint (count.n_own, ==, 3);
  g_assert_cmpuint (count.n, ==, 2);
  g_assert_cmpuint (count.n + count.n_later, ==, all->len - 1);

  query.on = ATLAS_DAY_MAX;
  g_assert_true (atlas_written_count_for_country (&query, fixture_country ("KZ"), &count, NULL, NULL));
  g_assert_cmpuint (count.n, ==, all->len - 1);
  g_assert_cmpuint (count.n_later, ==, 0);

  query.library = NULL;
  g_assert_true (atlas_written_count_for_country (&query, fixture_country ("KZ"), &count, NULL, NULL));
  g_assert_cmpuint (count.n, ==, all->len - 4);
  g_assert_cmpuint (count.n_own, ==, 0);
}

static void
corrections_count (Fixture *self,
                   gconstpointer data)
{
  g_autofree char *key = fixture_add_text (self, "A letter", "2024-01-01", "They met in Astana, and Kazakhstan was silent.");
  const AtlasCorrection not_this = { .what = ATLAS_CORRECTION_NOT_THIS, .target = g_intern_static_string ("KZ"), .all = TRUE };
  const AtlasCorrection also_this = { .what = ATLAS_CORRECTION_ALSO_THIS, .target = g_intern_static_string ("UZ"), .block = 0, .start = 0, .end = 4 };
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) also = NULL;

  g_assert_true (atlas_library_correct (self->library, key, &not_this, NULL, NULL));
  g_assert_true (atlas_library_correct (self->library, key, &also_this, NULL, NULL));
  none = find (self, "KZ", NULL, ATLAS_DAY_MAX, FALSE, 0);
  also = find (self, "UZ", NULL, ATLAS_DAY_MAX, FALSE, 0);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (also->len, ==, 1);
  g_assert_true (g_array_index (((AtlasWritten *) also->pdata[0])->mentions, AtlasWrittenMention, 0).corrected);
}

#define ADD(name, function) g_test_add ("/written/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("both-in-one-list", both_in_one_list);
  ADD ("day-decides", day_decides);
  ADD ("lineage-once", lineage_once);
  ADD ("counted-without-limit", counted_without_limit);
  ADD ("corrections-count", corrections_count);
  return g_test_run ();
}
