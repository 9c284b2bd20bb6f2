/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of articles without a screen: what a view that scrolls sees of it.
 */
#include "atlas-config.h"

#include "atlas-article-change.h"
#include "atlas-article-model.h"

#include <string.h>

#include "../atlas-fixture.h"
#include "../bench/library-generator.h"
#include "../library/library-fixture.h"
#include "atlas-library-private.h"
#include "atlas-relinking.h"

#define N_ARTICLES 1500
#define SEED 20260615

/* A view: it knows the list only by what the list tells of its changes. */
typedef struct
{
  AtlasArticleModel *model;
  GPtrArray *keys; /* char*; NULL where nobody looked */
  guint n_signals;
  guint n_replaced; /* places, by all signals */
} View;

static void
on_items_changed (View *self,
                  guint position,
                  guint removed,
                  guint added,
                  GListModel *model)
{
  self->n_signals++;
  self->n_replaced += MAX (removed, added);
  g_assert_cmpuint (position + removed, <=, self->keys->len);
  for (guint i = 0; i < removed; i++)
    g_ptr_array_remove_index (self->keys, position);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->keys, (int) position, NULL);
  g_assert_cmpuint (self->keys->len, ==, g_list_model_get_n_items (model));
}

static View *
view_new (AtlasBundle *bundle,
          AtlasLibrary *library)
{
  View *self = g_new0 (View, 1);

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->model = atlas_article_model_new (bundle);
  atlas_article_model_set_library (self->model, library);
  g_signal_connect_swapped (self->model, "items-changed", G_CALLBACK (on_items_changed), self);
  return self;
}

static void
view_free (View *self)
{
  g_signal_handlers_disconnect_by_data (self->model, self);
  atlas_article_model_stop (self->model);
  g_clear_object (&self->model);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (View, view_free)

static guint
view_get_n (View *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static gboolean
on_time (gpointer data)
{
  g_error ("The list never came to rest.");
  return G_SOURCE_REMOVE;
}

/* Until what was asked for is there. Signals of the library come by the main loop, too. */
static void
settle (View *self)
{
  guint patience = g_timeout_add_seconds (60, on_time, NULL);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  while (atlas_article_model_is_busy (self->model))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  g_assert_null (atlas_article_model_get_problem (self->model));
}

static void
show (View *self,
      const char *id)
{
  g_auto (AtlasArticleFilter) filter = { 0 };
  g_autoptr (GError) error = NULL;

  atlas_article_filter_parse (id, &filter, &error);
  g_assert_no_error (error);
  atlas_article_model_set_filter (self->model, &filter);
  settle (self);
}

/* The key of the article at a place, once it has been read. */
static const char *
look (View *self,
      guint position)
{
  g_autoptr (AtlasArticleItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  g_assert_nonnull (item);
  if (atlas_article_item_get (item) == NULL)
    {
      g_clear_object (&item);
      settle (self);
      item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
    }
  g_free (self->keys->pdata[position]);
  self->keys->pdata[position] = g_strdup (atlas_article_item_get (item)->key);
  return self->keys->pdata[position];
}

/* What the view should see, read at once. */
static GPtrArray *
list_all (Fixture *fixture,
          AtlasBundle *bundle,
          const char *id)
{
  g_auto (AtlasArticleFilter) filter = { 0 };
  AtlasLibraryQuery query;
  g_autoptr (GPtrArray) own = NULL, briefings = NULL;
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  guint at = 0;

  atlas_article_filter_parse (id, &filter, NULL);
  atlas_article_filter_to_query (&filter, &query);
  own = atlas_library_list (fixture->library, &query, NULL, NULL);
  briefings = bundle != NULL ? atlas_bundle_list (bundle, &query, NULL) : g_ptr_array_new ();
  for (guint i = 0; i <= own->len; i++)
    {
      const AtlasLibraryItem *item = i < own->len ? own->pdata[i] : NULL;

      for (; at < briefings->len; at++)
        {
          const AtlasLibraryItem *briefing = briefings->pdata[at];

          if (item != NULL && atlas_library_compare_cursors (atlas_library_query_get_order (&query), briefing->cursor, item->cursor) > 0)
            break;
          g_ptr_array_add (keys, g_strdup (briefing->key));
        }
      if (item != NULL)
        g_ptr_array_add (keys, g_strdup (item->key));
    }
  return keys;
}

static void
assert_shows (View *self,
              Fixture *fixture,
              AtlasBundle *bundle,
              const char *id)
{
  g_autoptr (GPtrArray) keys = list_all (fixture, bundle, id);

  g_test_message ("articles/%s: %u", id, keys->len);
  g_assert_true (atlas_article_model_is_counted (self->model));
  g_assert_cmpuint (view_get_n (self), ==, keys->len);
  for (guint i = 0; i < keys->len; i++)
    g_assert_cmpstr (look (self, i), ==, keys->pdata[i]);
}

/* --- A library ------------------------------------------------------------------ */

static void
insert (Fixture *self,
        guint first,
        guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + first);
  g_autoptr (GError) error = NULL;
  AtlasDatabase *database = atlas_library_begin_write (self->library, NULL, &error);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AtlasLibraryEntry) entry = library_generator_make (rand, first + i);
      g_autoptr (AtlasLibraryEntry) mended = atlas_library_entry_mend (entry, &error);

      atlas_library_insert_entry (database, mended, fixture_linker (), atlas_library_get_links_version (self->library), &error);
      g_assert_no_error (error);
    }
  g_assert_true (atlas_library_end_write (self->library, TRUE, &error));
}

/* Linking them takes a while: it is done once, and each test gets a copy. */
static const char *
get_template (void)
{
  static char *file = NULL;
  Fixture filling = { 0 };

  if (file != NULL)
    return file;
  fixture_set_up (&filling, NULL);
  insert (&filling, 0, N_ARTICLES);
  g_clear_object (&filling.library);
  file = g_build_filename (filling.directory, "articles.db", NULL);
  g_free (filling.directory);
  return file;
}

static void
remove_template (void)
{
  g_autofree char *directory = g_path_get_dirname (get_template ());

  fixture_remove (directory);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GFile) template = g_file_new_for_path (get_template ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  self->directory = g_dir_make_tmp ("atlas-library-XXXXXX", &error);
  file = g_file_new_build_filename (self->directory, "articles.db", NULL);
  g_file_copy (template, file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->library = fixture_open (self->directory);
}

static AtlasBundle *
bundle_new (void)
{
  static AtlasBriefings *briefings = NULL;

  if (briefings == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "briefings", NULL);
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();

      briefings = atlas_briefings_load (path, fixture_linker (), fixture_dataset (), problems);
      g_assert_nonnull (briefings);
    }
  return atlas_bundle_new (briefings, "en");
}

/* --- Tests ---------------------------------------------------------------------- */

static void
lists_both_in_every_order (Fixture *self,
                           gconstpointer data)
{
  static const char *const ids[] = {
    "", "sort=oldest", "sort=added", "sort=title", "show=own", "show=own&sort=title", "country=KZ", "country=BT&sort=added",
    "words=security", "words=security&sort=oldest", "words=%22border%20trade%22", "language=sv", "tag=tag%200", "read=unread",
    "from=2001-01-01&until=2010-12-31", "organisation=SCO&language=en&sort=title", "show=deleted", "read=read", "words=qqxqq"
  };
  g_autoptr (AtlasBundle) bundle = bundle_new ();
  g_autoptr (View) view = view_new (bundle, self->library);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      show (view, ids[i]);
      assert_shows (view, self, strstr (ids[i], "show=own") == NULL ? bundle : NULL, ids[i]);
    }
  show (view, "show=briefings");
  g_assert_cmpuint (view_get_n (view), >, 10);
  g_assert_cmpuint (atlas_article_model_get_n_own (view->model), ==, 0);
  for (guint i = 0; i < view_get_n (view); i++)
    g_assert_false (g_str_has_prefix (look (view, i), "own-"));
}

static void
holds_only_what_is_looked_at (Fixture *self,
                              gconstpointer data)
{
  g_autoptr (View) view = view_new (NULL, self->library);
  guint most = 0;

  show (view, "");
  g_assert_cmpuint (view_get_n (view), ==, N_ARTICLES);
  g_assert_cmpuint (atlas_article_model_get_n_in_memory (view->model), <=, 60);
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      look (view, i);
      most = MAX (most, atlas_article_model_get_n_in_memory (view->model));
    }
  g_assert_cmpuint (most, <=, 8 * 120);
  g_assert_cmpuint (view->n_signals, ==, 2);
}

static void
jumps_anywhere (Fixture *self,
                gconstpointer data)
{
  g_autoptr (View) view = view_new (NULL, self->library);
  g_autoptr (GPtrArray) keys = list_all (self, NULL, "");
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  show (view, "");
  for (guint i = 0; i < 60; i++)
    {
      guint position = (guint) g_rand_int_range (rand, 0, N_ARTICLES);

      g_assert_cmpstr (look (view, position), ==, keys->pdata[position]);
    }
}

/* A reader drags the scrollbar faster than anything can be read. */
static void
reads_what_was_asked_for_last (Fixture *self,
                               gconstpointer data)
{
  g_autoptr (View) view = view_new (NULL, self->library);
  g_autoptr (GPtrArray) keys = list_all (self, NULL, "");
  g_autoptr (AtlasArticleItem) last = NULL;

  show (view, "");
  for (guint i = 0; i < N_ARTICLES; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (view->model), i));
  last = g_list_model_get_item (G_LIST_MODEL (view->model), N_ARTICLES - 1);
  settle (view);
  g_assert_cmpstr (atlas_article_item_get (last)->key, ==, keys->pdata[N_ARTICLES - 1]);
  g_assert_cmpuint (atlas_article_model_get_n_in_memory (view->model), <=, 8 * 120);
}

static AtlasArticleItem *
get_item (View *self,
          guint position)
{
  look (self, position);
  return g_list_model_get_item (G_LIST_MODEL (self->model), position);
}

static void
follows_a_read_mark_in_place (Fixture *self,
                              gconstpointer data)
{
  g_autoptr (View) view = view_new (NULL, self->library);
  g_autoptr (AtlasArticleItem) item = NULL;
  g_autofree char *key = NULL;

  show (view, "");
  item = get_item (view, 3);
  key = g_strdup (atlas_article_item_get (item)->key);
  g_assert_cmpint (atlas_article_item_get (item)->read_at, ==, 0);
  view->n_signals = 0;
  g_assert_true (atlas_library_set_read (self->library, key, TRUE, NULL, NULL));
  settle (view);
  g_assert_cmpint (atlas_article_item_get (item)->read_at, >, 0);
  g_assert_cmpuint (view->n_signals, ==, 0);
}

static void
follows_what_goes_and_comes_back (Fixture *self,
                                  gconstpointer data)
{
  g_autoptr (AtlasBundle) bundle = bundle_new ();
  g_autoptr (View) view = view_new (bundle, self->library);
  g_autoptr (AtlasArticleItem) next = NULL, again = NULL;
  g_autofree char *key = NULL;
  guint at = 700, n;

  show (view, "");
  n = view_get_n (view);
  while (!g_str_has_prefix (look (view, at), "own-"))
    at++;
  key = g_strdup (look (view, at));
  next = get_item (view, at + 1);
  view->n_signals = view->n_replaced = 0;
  g_assert_true (atlas_library_set_deleted (self->library, key, TRUE, NULL, NULL));
  settle (view);
  g_assert_cmpuint (view_get_n (view), ==, n - 1);
  g_assert_cmpuint (view->n_signals, ==, 1);
  g_assert_cmpuint (view->n_replaced, ==, 1);
  again = get_item (view, at);
  g_assert_true (again == next);
  assert_shows (view, self, bundle, "");

  look (view, at);
  g_assert_true (atlas_library_set_deleted (self->library, key, FALSE, NULL, NULL));
  settle (view);
  g_assert_cmpstr (look (view, at), ==, key);
  assert_shows (view, self, bundle, "");
}

static void
follows_many_that_come (Fixture *self,
                        gconstpointer data)
{
  static const char *const ids[] = { "", "sort=added", "sort=title", "words=summit" };
  g_autoptr (AtlasBundle) bundle = bundle_new ();
  g_autoptr (View) view = view_new (bundle, self->library);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      show (view, ids[i]);
      look (view, MIN (400, view_get_n (view) - 1));
      look (view, 5);
      insert (self, 10000 + i * 1000, 400);
      settle (view);
      assert_shows (view, self, bundle, ids[i]);
    }
}

static void
follows_an_empty_library_as_it_fills (Fixture *self,
                                      gconstpointer data)
{
  g_autoptr (View) view = view_new (NULL, self->library);

  show (view, "");
  g_assert_cmpuint (view_get_n (view), ==, 0);
  g_assert_true (atlas_article_model_is_counted (view->model));
  g_free (fixture_add_text (self, "A", "2024-01-01", "Nothing."));
  settle (view);
  g_assert_cmpuint (view_get_n (view), ==, 1);
  insert (self, 0, 500);
  settle (view);
  assert_shows (view, self, NULL, "");
  show (view, "show=deleted");
  g_assert_cmpuint (view_get_n (view), ==, 0);
}

/* Changes of every kind, with a look here and there in between. */
static void
follows_anything (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (AtlasBundle) bundle = bundle_new ();
  g_autoptr (View) view = view_new (bundle, self->library);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  show (view, "read=unread&sort=title");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *key = g_strdup_printf ("own-%d", g_rand_int_range (rand, 0, N_ARTICLES));
      const char *seen = look (view, (guint) g_rand_int_range (rand, 0, (int) view_get_n (view)));

      if (i % 4 == 0)
        atlas_library_set_deleted (self->library, seen, TRUE, NULL, NULL);
      else if (i % 4 == 1)
        atlas_library_set_read (self->library, seen, TRUE, NULL, NULL);
      else if (i % 4 == 2)
        atlas_library_set_deleted (self->library, key, g_rand_boolean (rand), NULL, NULL);
      else
        atlas_library_set_read (self->library, key, g_rand_boolean (rand), NULL, NULL);
      if (i % 5 == 0)
        settle (view);
    }
  settle (view);
  assert_shows (view, self, NULL, "read=unread&sort=title");
}

static void
another_filter_overtakes (Fixture *self,
                          gconstpointer data)
{
  g_autoptr (View) view = view_new (NULL, self->library);

  for (guint i = 0; i < 20; i++)
    {
      g_auto (AtlasArticleFilter) filter = { .words = g_strdup_printf ("w%uord", i) };

      atlas_article_model_set_filter (view->model, &filter);
      g_main_context_iteration (NULL, FALSE);
    }
  show (view, "country=KZ");
  assert_shows (view, self, NULL, "country=KZ");
}

static void
lists_briefings_without_a_library (void)
{
  g_autoptr (AtlasBundle) bundle = bundle_new ();
  g_autoptr (View) view = view_new (bundle, NULL);

  show (view, "");
  g_assert_cmpuint (view_get_n (view), >, 10);
  g_assert_cmpuint (atlas_article_model_get_n_own (view->model), ==, 0);
  look (view, view_get_n (view) - 1);
  show (view, "words=Armenia");
  g_assert_cmpuint (view_get_n (view), >, 0);
  show (view, "read=unread");
  g_assert_cmpuint (view_get_n (view), ==, 0);
}

/* --- Changes -------------------------------------------------------------------- */

static AtlasArticleChange *
run_change (Fixture *self,
            AtlasArticleChangeKind kind,
            const AtlasArticleChoice *choice)
{
  AtlasArticleChange *change = atlas_article_change_new (kind, choice);
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_article_change_run (change, self->library, NULL, &error));
  g_assert_no_error (error);
  return change;
}

static guint
count (Fixture *self,
       const AtlasLibraryQuery *query)
{
  g_autoptr (GPtrArray) items = atlas_library_list (self->library, query, NULL, NULL);

  return items->len;
}

static void
changes_all_but_some (Fixture *self,
                      gconstpointer data)
{
  const AtlasLibraryQuery query = { .country = "AM" };
  const guint n = count (self, &query);
  g_auto (AtlasArticleChoice) choice = { 0 };
  g_autoptr (AtlasArticleChange) read = NULL, deleted = NULL, undo = NULL;
  g_autoptr (GPtrArray) some = atlas_library_list (self->library, &query, NULL, NULL);
  g_autofree char *spared = g_strdup (((AtlasLibraryItem *) some->pdata[0])->key);
  g_autoptr (GError) error = NULL;

  atlas_article_choice_init (&choice);
  choice.all = TRUE;
  choice.filter.country = g_strdup ("AM");
  atlas_article_choice_set (&choice, spared, FALSE);
  g_assert_cmpuint (n, >, 20);
  g_assert_cmpuint (atlas_article_choice_count (&choice, n), ==, n - 1);
  g_assert_false (atlas_article_choice_has (&choice, spared));

  read = run_change (self, ATLAS_ARTICLES_MARK_READ, &choice);
  g_assert_cmpuint (read->n_done, ==, n - 1);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .read = ATLAS_LIBRARY_READ }), ==, n - 1);

  deleted = run_change (self, ATLAS_ARTICLES_DELETE, &choice);
  g_assert_cmpuint (count (self, &query), ==, 1);
  undo = atlas_article_change_new_undo (deleted);
  g_assert_true (atlas_article_change_run (undo, self->library, NULL, &error));
  g_assert_cmpuint (count (self, &query), ==, n);
}

static void
changes_one (Fixture *self,
             gconstpointer data)
{
  g_auto (AtlasArticleChoice) choice = { 0 };
  g_autoptr (AtlasArticleChange) first = NULL, second = NULL;
  g_autoptr (AtlasLibraryArticle) article = NULL;
  g_autoptr (AtlasArticleChange) gone = NULL;
  g_autoptr (GError) error = NULL;

  atlas_article_choice_init_key (&choice, "own-7");
  first = atlas_article_change_new (ATLAS_ARTICLES_TAG, &choice);
  first->added = g_strdupv ((char *[]) { (char *) "one", (char *) "two", NULL });
  g_assert_true (atlas_article_change_run (first, self->library, NULL, &error));
  second = atlas_article_change_new (ATLAS_ARTICLES_TAG, &choice);
  second->added = g_strdupv ((char *[]) { (char *) "three", NULL });
  second->removed = g_strdupv ((char *[]) { (char *) "one", (char *) "never had", NULL });
  g_assert_true (atlas_article_change_run (second, self->library, NULL, &error));
  article = fixture_get (self, "own-7");
  g_assert_true (g_strv_contains ((const char *const *) article->entry->tags, "two"));
  g_assert_true (g_strv_contains ((const char *const *) article->entry->tags, "three"));
  g_assert_false (g_strv_contains ((const char *const *) article->entry->tags, "one"));

  atlas_library_set_deleted (self->library, "own-7", TRUE, NULL, NULL);
  gone = run_change (self, ATLAS_ARTICLES_REMOVE, &choice);
  g_assert_cmpuint (gone->done->len, ==, 1);
  atlas_article_change_free (g_steal_pointer (&gone));
  /* What is no longer there is passed over. */
  gone = run_change (self, ATLAS_ARTICLES_MARK_READ, &choice);
  g_assert_cmpuint (gone->done->len, ==, 0);
}

static void
stops_where_it_is_cancelled (Fixture *self,
                             gconstpointer data)
{
  g_auto (AtlasArticleChoice) choice = { 0 };
  g_autoptr (AtlasArticleChange) change = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  atlas_article_choice_init (&choice);
  choice.all = TRUE;
  change = atlas_article_change_new (ATLAS_ARTICLES_DELETE, &choice);
  g_cancellable_cancel (cancellable);
  g_assert_false (atlas_article_change_run (change, self->library, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (change->done->len, ==, 0);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { 0 }), ==, N_ARTICLES);
}

static void
relinks_in_the_background (Fixture *self,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  AtlasDatabase *database = atlas_library_begin_write (self->library, NULL, &error);
  AtlasRelinking *relinking;
  gint64 n = 0, patience = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  g_assert_true (atlas_database_exec (database, "UPDATE articles SET gazetteer = 'another' WHERE id <= 200", &error));
  g_assert_true (atlas_library_end_write (self->library, TRUE, &error));
  /* Ended at once, it has done a part and broken nothing. */
  atlas_relinking_stop (atlas_relinking_start (self->library));
  relinking = atlas_relinking_start (self->library);
  do
    {
      g_usleep (20000);
      database = atlas_library_begin_read (self->library, NULL, &error);
      g_assert_true (atlas_database_get_number (database, "SELECT count (*) FROM articles WHERE gazetteer = 'another'", &n, &error));
      atlas_library_end_read (self->library, database);
    }
  while (n > 0 && g_get_monotonic_time () < patience);
  g_assert_cmpint (n, ==, 0);
  atlas_relinking_stop (relinking);
  fixture_check (self);
}

/* --- Filters -------------------------------------------------------------------- */

static void
filters_are_written_as_they_are_read (void)
{
  static const char *const ids[] = {
    "",
    "country=KZ",
    "show=deleted&sort=title",
    "show=own&words=two%20words%20%26%20%22a%20phrase%22&country=KZ&organisation=SCO&language=sv&tag=a%2Fb%3D%25&from=2001-01-01&until=2002-12-31&read=unread&sort=oldest",
    "words=Казахстан",
    "show=briefings&read=read&sort=added",
  };
  static const char *const bad[] = { "country", "country=", "colour=red", "from=soon", "read=perhaps", "sort=", "words=%zz", "words=%ff", "&", "show=all&" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_auto (AtlasArticleFilter) filter = { 0 }, copy = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL, *path = NULL;

      g_assert_true (atlas_article_filter_parse (ids[i], &filter, &error));
      atlas_article_filter_copy (&filter, &copy);
      written = atlas_article_filter_format (&copy);
      path = atlas_article_filter_dup_path (&copy);
      g_assert_cmpstr (written, ==, ids[i]);
      g_assert_true (g_str_has_prefix (path, "articles"));
      g_assert_cmpint (atlas_article_filter_is_narrow (&copy), ==, i > 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (AtlasArticleFilter) filter = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_false (atlas_article_filter_parse (bad[i], &filter, &error));
      g_assert_nonnull (error);
      g_assert_false (atlas_article_filter_is_narrow (&filter));
    }
}

#define ADD(name, function) g_test_add ("/articles/" name, Fixture, NULL, set_up, function, fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/articles/filters-are-written-as-they-are-read", filters_are_written_as_they_are_read);
  g_test_add_func ("/articles/lists-briefings-without-a-library", lists_briefings_without_a_library);
  ADD ("lists-both-in-every-order", lists_both_in_every_order);
  ADD ("holds-only-what-is-looked-at", holds_only_what_is_looked_at);
  ADD ("jumps-anywhere", jumps_anywhere);
  ADD ("reads-what-was-asked-for-last", reads_what_was_asked_for_last);
  ADD ("follows-a-read-mark-in-place", follows_a_read_mark_in_place);
  ADD ("follows-what-goes-and-comes-back", follows_what_goes_and_comes_back);
  ADD ("follows-many-that-come", follows_many_that_come);
  ADD ("follows-anything", follows_anything);
  ADD ("another-filter-overtakes", another_filter_overtakes);
  ADD ("changes-all-but-some", changes_all_but_some);
  ADD ("changes-one", changes_one);
  ADD ("stops-where-it-is-cancelled", stops_where_it_is_cancelled);
  ADD ("relinks-in-the-background", relinks_in_the_background);
  g_test_add ("/articles/follows-an-empty-library-as-it-fills", Fixture, NULL, fixture_set_up, follows_an_empty_library_as_it_fills, fixture_tear_down);

  status = g_test_run ();
  remove_template ();
  return status;
}
