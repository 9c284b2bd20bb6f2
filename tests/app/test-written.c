/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "atlas-finder.h"
#include "atlas-quotation.h"
#include "atlas-written-markup.h"

#include <string.h>

static AtlasContent *content;

typedef struct
{
  AtlasWritten written;
  AtlasWrittenMention mentions[4];
  guint n_mentions;
} Case;

/* The caller frees the array alone. */
static AtlasWritten
make (const Case *self)
{
  AtlasWritten written = self->written;

  written.mentions = g_array_new (FALSE, FALSE, sizeof (AtlasWrittenMention));
  g_array_append_vals (written.mentions, self->mentions, self->n_mentions);
  return written;
}

static char *
to_markup (const Case *self)
{
  AtlasWritten written = make (self);
  char *markup = atlas_written_to_markup (&written, content);

  g_array_unref (written.mentions);
  return markup;
}

static void
test_bold_and_linked (void)
{
  const Case names = {
    { .text = (char *) "Été & Kazakhstan, Russia." },
    { { 6, 16, "KZ", .wanted = TRUE }, { 18, 24, "RU" } },
    2,
  };
  g_autofree char *markup = to_markup (&names);

  g_assert_cmpstr (markup, ==, "Été &amp; <b>Kazakhstan</b>, <a href=\"country/RU\" title=\"Russia\">Russia</a>.");
}

static void
test_doubtful (void)
{
  const Case names = {
    { .text = (char *) "Georgia and Jordan met the CSTO." },
    { { 0, 7, "GE", .wanted = TRUE, .doubtful = TRUE }, { 12, 18, "JO", .doubtful = TRUE }, { 27, 31, "CSTO", .is_organisation = TRUE } },
    3,
  };
  g_autofree char *markup = to_markup (&names);

  g_assert_true (g_str_has_prefix (markup, "<b>Georgia</b> and Jordan met the <a href=\"organisation/CSTO\""));
}

/* A form that two countries share gives a mention for each. */
static void
test_shared (void)
{
  const Case names = {
    { .text = (char *) "The Congo flows." },
    { { 4, 9, "CD" }, { 4, 9, "CG", .wanted = TRUE } },
    2,
  };
  g_autofree char *markup = to_markup (&names);

  g_assert_cmpstr (markup, ==, "The <b>Congo</b> flows.");
}

static char *
quote (AtlasWritten written)
{
  return atlas_quotation_new (&written);
}

static void
test_quotation (void)
{
  g_autofree char *whole = quote ((AtlasWritten) {
      .own = TRUE,
      .text = (char *) "They met.",
      .author = (char *) "A. Writer",
      .title = (char *) "A Meeting",
      .publisher = (char *) "The Paper",
      .date = (char *) "2026-05",
      .address = (char *) "https://example.org/1",
  });
  g_autofree char *bare = quote ((AtlasWritten) { .own = TRUE, .text = (char *) "They met.", .author = (char *) "", .title = (char *) "A Meeting", .publisher = (char *) "", .date = (char *) "", .address = (char *) "" });
  g_autofree char *briefing = quote ((AtlasWritten) { .text = (char *) "They met.", .author = (char *) "", .title = (char *) "A Meeting", .publisher = (char *) "", .date = (char *) "2025-01-02", .address = (char *) "" });

  g_assert_cmpstr (whole, ==, "“They met.” — A. Writer, A Meeting, The Paper, May 2026, https://example.org/1");
  g_assert_cmpstr (bare, ==, "“They met.” — A Meeting");
  g_assert_cmpstr (briefing, ==, "“They met.” — A Meeting, Alliance Atlas, 2 January 2025");
}

static void
test_snippet (void)
{
  const AtlasRange marks[] = { { 4, 8 }, { 11, 14 } };
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (AtlasRange));
  const AtlasLibraryItem item = {
    .key = (char *) "own-1",
    .title = (char *) "Title",
    .publisher = (char *) "",
    .author = (char *) "B",
    .date = (char *) "2026-05-04",
    .snippet = (char *) "…åä öarna & ett",
    .marks = array,
  };
  g_autoptr (AtlasResult) result = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *path = NULL;

  g_array_append_vals (array, marks, G_N_ELEMENTS (marks));
  result = atlas_result_new_for_own (&item);
  markup = atlas_result_to_markup (result);
  path = atlas_result_get_path (result);
  g_assert_cmpstr (markup, ==, "…åä <b>öarn</b>a &amp;<b> et</b>t");
  g_assert_cmpstr (path, ==, "article/own-1");
  g_assert_cmpstr (result->detail, ==, "B · 4 May 2026");
}

static void
test_snippet_of_title (void)
{
  const AtlasFound found = { .kind = ATLAS_FOUND_EVENT, .key = (char *) "e", .title = (char *) "A summit", .date = (char *) "", .snippet = (char *) "A summit" };
  g_autoptr (AtlasResult) result = atlas_result_new_for_text (&found);

  g_assert_null (result->snippet);
  g_assert_null (result->detail);
}

static guint
count (const AtlasFindings *findings,
       AtlasFoundKind kind,
       gboolean names)
{
  const GPtrArray *results = findings->results[kind];
  guint n = 0;

  for (guint i = 0; results != NULL && i < results->len; i++)
    n += ((AtlasResult *) g_ptr_array_index (results, i))->is_name == names;
  return n;
}

static void
test_names_before_texts (void)
{
  g_autoptr (AtlasFinder) finder = atlas_finder_new (atlas_content_get_dataset (content), atlas_content_get_gazetteer (content),
                                                     atlas_content_get_briefings (content), "en");
  g_autoptr (AtlasFindings) kazakhstan = atlas_finder_find (finder, "Kazakhstan");
  g_autoptr (AtlasFindings) soldiers = atlas_finder_find (finder, "soldiers");
  g_autoptr (AtlasFindings) nothing = atlas_finder_find (finder, "qqxqq");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean text = FALSE;

  g_assert_cmpint (g_array_index (kazakhstan->order, AtlasFoundKind, 0), ==, ATLAS_FOUND_COUNTRY);
  g_assert_cmpuint (count (kazakhstan, ATLAS_FOUND_BRIEFING, TRUE), >=, 1);
  g_assert_cmpuint (count (kazakhstan, ATLAS_FOUND_BRIEFING, FALSE), >=, 5);
  for (guint i = 0; i < kazakhstan->results[ATLAS_FOUND_BRIEFING]->len; i++)
    {
      const AtlasResult *result = g_ptr_array_index (kazakhstan->results[ATLAS_FOUND_BRIEFING], i);
      gboolean is_new = g_hash_table_add (seen, result->id);

      g_assert_true (is_new);
      g_assert_false (text && result->is_name);
      text = !result->is_name;
    }
  g_assert_cmpuint (soldiers->order->len, ==, 0);
  g_assert_cmpuint (count (soldiers, ATLAS_FOUND_BRIEFING, FALSE), >, 0);
  g_assert_cmpuint (nothing->n, ==, 0);
}

static void
on_loaded (GObject *source,
           GAsyncResult *result,
           gpointer done)
{
  g_autoptr (GError) error = NULL;

  atlas_content_load_finish (content, result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static void
on_texts_loaded (GObject *source,
                 GAsyncResult *result,
                 gpointer done)
{
  g_autoptr (GError) error = NULL;

  atlas_content_load_texts_finish (content, result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static void
load_content (void)
{
  gboolean done = FALSE;

  content = atlas_content_new (g_getenv ("ATLAS_DATA_DIR"));
  atlas_content_load_async (content, NULL, on_loaded, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  done = FALSE;
  atlas_content_load_texts_async (content, NULL, on_texts_loaded, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  load_content ();
  g_test_add_func ("/written/bold-and-linked", test_bold_and_linked);
  g_test_add_func ("/written/doubtful", test_doubtful);
  g_test_add_func ("/written/shared", test_shared);
  g_test_add_func ("/written/quotation", test_quotation);
  g_test_add_func ("/results/snippet", test_snippet);
  g_test_add_func ("/results/snippet-of-title", test_snippet_of_title);
  g_test_add_func ("/results/names-before-texts", test_names_before_texts);
  status = g_test_run ();
  g_clear_object (&content);
  return status;
}
