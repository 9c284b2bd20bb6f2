/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-link.h"

#include <string.h>

#include "../atlas-fixture.h"
#include "atlas-scope.h"

#define N_RANDOM 200
#define SEED 20010615

static gboolean
parse (const char *uri,
       AtlasLink *link,
       GError **error)
{
  return atlas_link_parse (uri, fixture_dataset (), g_getenv ("ATLAS_DATA_DIR"), link, error);
}

/* --- Good links ------------------------------------------------------------ */

static const struct
{
  const char *uri;
  const char *selection;
  const char *on;
  const char *from;
  const char *lens;
  const char *canonical;
} good[] = {
  { "alliance-atlas:country/KZ?on=2001-06-15&lens=sco", "country/KZ", "2001-06-15", NULL, "SCO", NULL },
  { "alliance-atlas:unit/UA-43?on=2014-03-18&lens=csto", "unit/UA-43", "2014-03-18", NULL, "CSTO", NULL },
  { "alliance-atlas:organisation/CSTO?on=2002-10-07&lens=overview", "organisation/CSTO", "2002-10-07", NULL, "overview", NULL },
  { "alliance-atlas:organisation/CST", "organisation/CST", NULL, NULL, NULL, NULL },
  { "alliance-atlas:event/cst-signed?on=1992-05-15&lens=csto", "event/cst-signed", "1992-05-15", NULL, "CSTO", NULL },
  { "alliance-atlas:article/armenia-freeze", "article/armenia-freeze", NULL, NULL, NULL, NULL },
  /* Whether the reader has it, only the library knows. */
  { "alliance-atlas:article/own-abcdefgh2345?on=2025-05-28&lens=csto", "article/own-abcdefgh2345", "2025-05-28", NULL, "CSTO", NULL },
  { "alliance-atlas:articles", "articles", NULL, NULL, NULL, NULL },
  { "alliance-atlas:articles?on=2001-06-15&lens=sco", "articles", "2001-06-15", NULL, "SCO", NULL },
  { "alliance-atlas:articles/country=KZ&read=unread", "articles/country=KZ&read=unread", NULL, NULL, NULL, NULL },
  { "alliance-atlas:articles/country=kz&organisation=csto", "articles/country=KZ&organisation=CSTO", NULL, NULL, NULL, "alliance-atlas:articles/country=KZ&organisation=CSTO" },
  { "alliance-atlas:articles/words=a%2520b%252Fc&tag=50%2525?on=2001-06-15", "articles/words=a%20b%2Fc&tag=50%25", "2001-06-15", NULL, NULL, NULL },
  { "alliance-atlas:changes?from=2022-01-01&on=2024-12-31", "changes", "2024-12-31", "2022-01-01", NULL, NULL },
  /* Which day is which stays, whatever their order. */
  { "alliance-atlas:changes?from=2024-12-31&on=2022-01-01&lens=sco", "changes", "2022-01-01", "2024-12-31", "SCO", NULL },
  { "alliance-atlas:country/BY?from=2024-07-04&on=2024-07-04", "country/BY", "2024-07-04", "2024-07-04", NULL, NULL },
  { "alliance-atlas:?on=1992-02-29", "", "1992-02-29", NULL, NULL, NULL },
  { "alliance-atlas:?on=1945-01-01", "", "1945-01-01", NULL, NULL, NULL },
  { "alliance-atlas:", "", NULL, NULL, NULL, NULL },
  { "alliance-atlas:?", "", NULL, NULL, NULL, "alliance-atlas:" },
  { "alliance-atlas:?lens=CST", "", NULL, NULL, "CSTO", "alliance-atlas:?lens=csto" },
  { "alliance-atlas:?lens=OverView", "", NULL, NULL, "overview", "alliance-atlas:?lens=overview" },
  { "ALLIANCE-ATLAS:country/kz?lens=Sco&on=2001-06-15", "country/KZ", "2001-06-15", NULL, "SCO", "alliance-atlas:country/KZ?on=2001-06-15&lens=sco" },
  { "alliance-atlas:unit/ua-43", "unit/UA-43", NULL, NULL, NULL, "alliance-atlas:unit/UA-43" },
  { "alliance-atlas:organisation/brics", "organisation/BRICS", NULL, NULL, NULL, "alliance-atlas:organisation/BRICS" },
  { "alliance-atlas:country/%4B%5a?%6fn=2001%2D06-15", "country/KZ", "2001-06-15", NULL, NULL, "alliance-atlas:country/KZ?on=2001-06-15" },
  /* As some programs rewrite an address. */
  { "alliance-atlas:///country/KZ", "country/KZ", NULL, NULL, NULL, "alliance-atlas:country/KZ" },
  { "alliance-atlas://country/KZ", "country/KZ", NULL, NULL, NULL, "alliance-atlas:country/KZ" },
  { "alliance-atlas:///?on=1992-05-15", "", "1992-05-15", NULL, NULL, "alliance-atlas:?on=1992-05-15" },
};

static void
assert_day (AtlasDay day,
            const char *expected)
{
  g_autofree char *iso = day != ATLAS_DAY_MIN ? atlas_day_to_iso (day) : NULL;

  g_assert_cmpstr (iso, ==, expected);
}

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_auto (AtlasLink) link = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;

      g_test_message ("%s", good[i].uri);
      parse (good[i].uri, &link, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (link.selection, ==, good[i].selection);
      assert_day (link.date, good[i].on);
      assert_day (link.compared, good[i].from);
      g_assert_cmpstr (link.lens, ==, good[i].lens);
      written = atlas_link_format (&link);
      g_assert_cmpstr (written, ==, good[i].canonical != NULL ? good[i].canonical : good[i].uri);
      g_assert_true (atlas_link_looks_like_one (good[i].uri));
    }
}

/* --- Random states --------------------------------------------------------- */

static const char *
pick_article (GRand *rand)
{
  static GPtrArray *keys = NULL;

  if (keys == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "briefings", "en", NULL);
      g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
      const char *name;

      g_assert_nonnull (directory);
      keys = g_ptr_array_new ();
      while ((name = g_dir_read_name (directory)) != NULL)
        if (g_str_has_suffix (name, ".md"))
          g_ptr_array_add (keys, g_strndup (name, strlen (name) - strlen (".md")));
      g_ptr_array_sort_values (keys, (GCompareFunc) g_strcmp0);
    }
  g_assert_cmpuint (keys->len, >, 0);
  return g_ptr_array_index (keys, g_rand_int_range (rand, 0, keys->len));
}

static const char *
pick_country (GRand *rand)
{
  guint n;
  const AtlasCountry *const *all = atlas_dataset_get_countries (fixture_dataset (), &n);

  return all[g_rand_int_range (rand, 0, n)]->code;
}

static const char *
pick_area (GRand *rand)
{
  guint n;
  const AtlasArea *const *all = atlas_dataset_get_areas (fixture_dataset (), &n);

  return all[g_rand_int_range (rand, 0, n)]->id;
}

static const char *
pick_organisation (GRand *rand)
{
  guint n;
  const AtlasOrganisation *const *all = atlas_dataset_get_organisations (fixture_dataset (), &n);

  return all[g_rand_int_range (rand, 0, n)]->id;
}

static const char *
pick_event (GRand *rand)
{
  guint n;
  const AtlasEvent *const *all = atlas_dataset_get_events (fixture_dataset (), &n);

  return all[g_rand_int_range (rand, 0, n)]->id;
}

static void
select_any (AtlasState *state,
            GRand *rand)
{
  static const struct
  {
    const char *kind;
    const char *(*pick) (GRand *rand);
  } kinds[] = {
    { "country", pick_country },
    { "unit", pick_area },
    { "organisation", pick_organisation },
    { "event", pick_event },
    { "article", pick_article },
  };
  const guint kind = g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds) + 2);

  if (kind < G_N_ELEMENTS (kinds))
    atlas_state_select (state, kinds[kind].kind, kinds[kind].pick (rand));
  else if (kind == G_N_ELEMENTS (kinds) && atlas_state_get_compared (state) != ATLAS_DAY_MIN)
    atlas_state_set_selection (state, "changes");
}

static const char *
pick_lens (GRand *rand)
{
  guint n;
  const AtlasOrganisation *const *lineages = atlas_dataset_get_lineages (fixture_dataset (), &n);
  const int i = g_rand_int_range (rand, 0, n + 1);

  if (i == (int) n || !lineages[i]->tracked)
    return ATLAS_LENS_OVERVIEW;
  return lineages[i]->id;
}

static AtlasState *
new_random_state (GRand *rand)
{
  AtlasState *state = atlas_state_new ();
  AtlasDay first, last;

  atlas_time_range (fixture_dataset (), &first, &last);
  atlas_state_set_date (state, g_rand_int_range (rand, first, last + 1));
  if (g_rand_boolean (rand))
    atlas_state_set_compared (state, g_rand_int_range (rand, first, last + 1));
  atlas_state_set_lens (state, pick_lens (rand));
  select_any (state, rand);
  return state;
}

static void
assert_same_state (AtlasState *a,
                   AtlasState *b)
{
  g_assert_cmpstr (atlas_state_get_selection (a), ==, atlas_state_get_selection (b));
  g_assert_cmpint (atlas_state_get_date (a), ==, atlas_state_get_date (b));
  g_assert_cmpint (atlas_state_get_compared (a), ==, atlas_state_get_compared (b));
  g_assert_cmpstr (atlas_state_get_lens (a), ==, atlas_state_get_lens (b));
}

/* Each state goes out as a link and comes back into the window where the one
 * before it stood. */
static void
test_random_states (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (AtlasState) window = atlas_state_new ();
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (AtlasState) state = new_random_state (rand);
      g_auto (AtlasLink) sent = { 0 };
      g_auto (AtlasLink) received = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = NULL;
      g_autofree char *again = NULL;
      g_autofree char *kind = NULL;

      atlas_link_from_state (&sent, state);
      uri = atlas_link_format (&sent);
      g_test_message ("%s", uri);
      g_assert_nonnull (strstr (uri, "on="));
      g_assert_nonnull (strstr (uri, "lens="));
      parse (uri, &received, &error);
      g_assert_no_error (error);
      g_assert_true (atlas_link_equal (&sent, &received));
      again = atlas_link_format (&received);
      g_assert_cmpstr (again, ==, uri);
      atlas_link_apply (&received, window);
      assert_same_state (state, window);
      kind = g_strndup (sent.selection, strcspn (sent.selection, "/"));
      g_hash_table_add (kinds, g_steal_pointer (&kind));
    }
  g_assert_cmpuint (g_hash_table_size (kinds), ==, 7);
}

static void
assert_has_link (const char *kind,
                 const char *id)
{
  g_autofree char *path = g_strconcat (kind, "/", id, NULL);
  g_autofree char *uri = g_strconcat ("alliance-atlas:", path, NULL);
  g_auto (AtlasLink) link = { 0 };
  g_autoptr (GError) error = NULL;

  parse (uri, &link, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (link.selection, ==, path);
}

static void
test_all_pages (void)
{
  AtlasDataset *dataset = fixture_dataset ();
  guint n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (dataset, &n);
  const AtlasArea *const *areas;
  const AtlasOrganisation *const *organisations;
  const AtlasEvent *const *events;

  for (guint i = 0; i < n; i++)
    assert_has_link ("country", countries[i]->code);
  areas = atlas_dataset_get_areas (dataset, &n);
  for (guint i = 0; i < n; i++)
    assert_has_link ("unit", areas[i]->id);
  organisations = atlas_dataset_get_organisations (dataset, &n);
  for (guint i = 0; i < n; i++)
    assert_has_link ("organisation", organisations[i]->id);
  events = atlas_dataset_get_events (dataset, &n);
  for (guint i = 0; i < n; i++)
    assert_has_link ("event", events[i]->id);
}

/* --- Bad links ------------------------------------------------------------- */

static const struct
{
  const char *uri;
  AtlasLinkError code;
  const char *words; /* what the message has to say */
} bad[] = {
  { "", ATLAS_LINK_ERROR_SCHEME, "“” is no link" },
  { "country/KZ", ATLAS_LINK_ERROR_SCHEME, "“country/KZ” is no link; one begins with alliance-atlas:" },
  { "https://example.org/country/KZ", ATLAS_LINK_ERROR_SCHEME, "“https:” is the beginning of another program’s link" },
  { "alliance:country/KZ", ATLAS_LINK_ERROR_SCHEME, "“alliance:”" },
  { "alliance-atlas:contry/KZ", ATLAS_LINK_ERROR_PATH, "“contry” is no kind of page; there are country, unit" },
  { "alliance-atlas:KZ", ATLAS_LINK_ERROR_PATH, "“KZ” is no kind of page" },
  { "alliance-atlas:////country/KZ", ATLAS_LINK_ERROR_PATH, "“/KZ” is more than" },
  { "alliance-atlas:country/KZ/timeline", ATLAS_LINK_ERROR_PATH, "“/timeline” is more than" },
  { "alliance-atlas:country/KZ/", ATLAS_LINK_ERROR_PATH, "“/” is more than" },
  { "alliance-atlas:changes/KZ?from=2022-01-01", ATLAS_LINK_ERROR_PATH, "“/KZ” is more than" },
  { "alliance-atlas:country/KZ#ties", ATLAS_LINK_ERROR_PATH, "“#ties” is more than" },
  { "alliance-atlas:country/KZ?on=2001-06-15#ties", ATLAS_LINK_ERROR_PATH, "“#ties”" },
  { "alliance-atlas:country", ATLAS_LINK_ERROR_MISSING, "“country” needs a name after it, as in country/KZ" },
  { "alliance-atlas:event/", ATLAS_LINK_ERROR_MISSING, "“event” needs a name after it" },
  { "alliance-atlas:changes?on=2024-12-31", ATLAS_LINK_ERROR_MISSING, "changes: the link lacks the day to compare with, as in from=" },
  { "alliance-atlas:country/QQ", ATLAS_LINK_ERROR_NOT_FOUND, "country: there is no country with the code “QQ”; codes have two letters" },
  { "alliance-atlas:country/Kazakhstan", ATLAS_LINK_ERROR_NOT_FOUND, "“Kazakhstan”" },
  { "alliance-atlas:unit/UA-99", ATLAS_LINK_ERROR_NOT_FOUND, "unit: there is no area with the code “UA-99”" },
  { "alliance-atlas:organisation/XYZ", ATLAS_LINK_ERROR_NOT_FOUND, "organisation: there is no organisation “XYZ”" },
  { "alliance-atlas:event/no-such", ATLAS_LINK_ERROR_NOT_FOUND, "event: there is no event “no-such”" },
  { "alliance-atlas:articles/country=QQ", ATLAS_LINK_ERROR_NOT_FOUND, "country: there is no country with the code “QQ”" },
  { "alliance-atlas:articles/organisation=XYZ", ATLAS_LINK_ERROR_NOT_FOUND, "organisation: there is no organisation “XYZ”" },
  { "alliance-atlas:articles/colour=red", ATLAS_LINK_ERROR_PARAMETER, "articles: “colour=red” is no filter" },
  { "alliance-atlas:articles/read=perhaps", ATLAS_LINK_ERROR_PARAMETER, "articles: “read=perhaps” is no filter" },
  { "alliance-atlas:articles/country=KZ/more", ATLAS_LINK_ERROR_PATH, "“/more” is more than" },
  { "alliance-atlas:articles/", ATLAS_LINK_ERROR_MISSING, "“articles” needs a name after it" },
  { "alliance-atlas:article/no-such", ATLAS_LINK_ERROR_NOT_FOUND, "article: there is no article “no-such”" },
  { "alliance-atlas:article/own-", ATLAS_LINK_ERROR_NOT_FOUND, "article: there is no article “own-”" },
  { "alliance-atlas:article/own-A%20b", ATLAS_LINK_ERROR_NOT_FOUND, "article: there is no article “own-A b”" },
  { "alliance-atlas:article/own-..%2Fa", ATLAS_LINK_ERROR_NOT_FOUND, "article: there is no article “own-../a”" },
  { "alliance-atlas:article/..%2Fen%2Farmenia-freeze", ATLAS_LINK_ERROR_NOT_FOUND, "article: there is no article “../en/armenia-freeze”" },
  { "alliance-atlas:?lens=nothing", ATLAS_LINK_ERROR_NOT_FOUND, "lens: the map cannot show “nothing”; try overview" },
  { "alliance-atlas:?lens=osce", ATLAS_LINK_ERROR_NOT_FOUND, "lens: the map cannot show “osce”" },
  { "alliance-atlas:?date=2001-06-15", ATLAS_LINK_ERROR_PARAMETER, "“date” is no parameter of a link; there are on, from and lens" },
  { "alliance-atlas:?on=2001-06-15&zoom=3", ATLAS_LINK_ERROR_PARAMETER, "“zoom” is no parameter" },
  { "alliance-atlas:?ON=2001-06-15", ATLAS_LINK_ERROR_PARAMETER, "“ON” is no parameter" },
  { "alliance-atlas:?on=2001-06-15&", ATLAS_LINK_ERROR_PARAMETER, "“” is no parameter" },
  { "alliance-atlas:?on=2001-06-15&on=2001-06-16", ATLAS_LINK_ERROR_PARAMETER, "on: the link says it twice" },
  { "alliance-atlas:?from=2001-06-15&on=2001-06-16&from=2001-06-15", ATLAS_LINK_ERROR_PARAMETER, "from: the link says it twice" },
  { "alliance-atlas:?lens=sco&lens=sco", ATLAS_LINK_ERROR_PARAMETER, "lens: the link says it twice" },
  { "alliance-atlas:?on=", ATLAS_LINK_ERROR_PARAMETER, "on: the link gives no value for it" },
  { "alliance-atlas:?on", ATLAS_LINK_ERROR_PARAMETER, "on: the link gives no value for it" },
  { "alliance-atlas:?lens=", ATLAS_LINK_ERROR_PARAMETER, "lens: the link gives no value for it" },
  { "alliance-atlas:?on=2001-02-29", ATLAS_LINK_ERROR_DATE, "on: “2001-02-29”, character 9: the month has no such day" },
  { "alliance-atlas:?on=2001-13-01", ATLAS_LINK_ERROR_DATE, "on: “2001-13-01”, character 6: months go from 01 to 12" },
  { "alliance-atlas:?on=2001", ATLAS_LINK_ERROR_DATE, "on: “2001” is not a full day; write one day, for example 2001-01-01" },
  { "alliance-atlas:?on=2001-06", ATLAS_LINK_ERROR_DATE, "on: “2001-06” is not a full day; write one day, for example 2001-06-01" },
  { "alliance-atlas:?on=2001-06-15?", ATLAS_LINK_ERROR_DATE, "on: “2001-06-15?” is not a full day" },
  { "alliance-atlas:?on=today", ATLAS_LINK_ERROR_DATE, "on: “today”" },
  { "alliance-atlas:changes?from=199X&on=2001-06-15", ATLAS_LINK_ERROR_DATE, "from: “199X” is not a full day" },
  { "alliance-atlas:?on=2001-06-15/2001-06-16", ATLAS_LINK_ERROR_DATE, "on: “2001-06-15/2001-06-16” is not a full day" },
  { "alliance-atlas:?on=1944-12-31", ATLAS_LINK_ERROR_RANGE, "on: the atlas does not cover 1944-12-31; it goes from 1945-01-01 to " },
  { "alliance-atlas:?from=2999-01-01&on=2001-06-15", ATLAS_LINK_ERROR_RANGE, "from: the atlas does not cover 2999-01-01" },
  { "alliance-atlas:country/K%ZZ", ATLAS_LINK_ERROR_ENCODING, "“K%ZZ” has a percent sign" },
  { "alliance-atlas:?on=2001-06-15%2", ATLAS_LINK_ERROR_ENCODING, "“2001-06-15%2” has a percent sign" },
  { "alliance-atlas:country/KZ%00", ATLAS_LINK_ERROR_ENCODING, "“KZ%00” has a percent sign" },
  { "alliance-atlas:country/%FF%FE", ATLAS_LINK_ERROR_ENCODING, "“%FF%FE” stands for no letters" },
  { "alliance-atlas:country/\xff", ATLAS_LINK_ERROR_ENCODING, "not UTF-8" },
};

static void
test_bad (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (bad), >=, 25);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (AtlasLink) link = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (parse (bad[i].uri, &link, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, ATLAS_LINK_ERROR, (int) bad[i].code);
      if (strstr (error->message, bad[i].words) == NULL)
        g_error ("“%s” does not say “%s”", error->message, bad[i].words);
      g_assert_null (link.selection);
      g_assert_null (link.lens);
    }
}

/* However long and whatever is in it, the message can be shown. */
static void
test_messages_are_short_and_plain (void)
{
  static const char *const beginnings[] = {
    "alliance-atlas:country/", "alliance-atlas:?on=", "alliance-atlas:?lens=", "alliance-atlas:?", "alliance-atlas:", "alliance-atlas:event/%0A%E2%80%AE", ""
  };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    for (guint length = 60; length < 100000; length *= 10)
      {
        g_autofree char *filling = g_strnfill (length, 'a');
        g_autofree char *uri = g_strconcat (beginnings[i], filling, NULL);
        g_auto (AtlasLink) link = { 0 };
        g_autoptr (GError) error = NULL;

        g_assert_false (parse (uri, &link, &error));
        g_assert_true (g_utf8_validate (error->message, -1, NULL));
        g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 160);
        g_assert_null (strchr (error->message, '\n'));
        g_assert_null (strstr (error->message, "\xe2\x80\xae"));
        if (length > 1024)
          g_assert_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_LENGTH);
      }
}

static void
test_first_and_last_day (void)
{
  AtlasDay first, last;

  atlas_time_range (fixture_dataset (), &first, &last);
  for (int i = -1; i <= 2; i++)
    {
      g_autofree char *iso = atlas_day_to_iso (last + i);
      g_autofree char *uri = g_strconcat ("alliance-atlas:?on=", iso, NULL);
      g_auto (AtlasLink) link = { 0 };
      g_autoptr (GError) error = NULL;
      const gboolean known = parse (uri, &link, &error);

      /* Today may be tomorrow where the link was made; no other day is. */
      g_assert_true (known == (i <= (last == atlas_day_today () ? 1 : 0)));
      if (known)
        g_assert_cmpint (link.date, ==, MIN (last + i, last));
      else
        g_assert_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_RANGE);
    }
}

/* --- The state ------------------------------------------------------------- */

static void
apply (const char *uri,
       AtlasState *state)
{
  g_auto (AtlasLink) link = { 0 };
  g_autoptr (GError) error = NULL;

  parse (uri, &link, &error);
  g_assert_no_error (error);
  atlas_link_apply (&link, state);
}

static void
test_apply_leaves_the_rest (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();

  apply ("alliance-atlas:changes?from=2022-01-01&on=2024-12-31&lens=sco", state);
  apply ("alliance-atlas:country/BY", state);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "country/BY");
  g_assert_cmpint (atlas_state_get_date (state), ==, fixture_day ("2024-12-31"));
  g_assert_cmpint (atlas_state_get_compared (state), ==, fixture_day ("2022-01-01"));
  g_assert_cmpstr (atlas_state_get_lens (state), ==, "SCO");

  /* A day alone is no comparison. */
  apply ("alliance-atlas:country/BY?on=2001-06-15", state);
  g_assert_cmpint (atlas_state_get_compared (state), ==, ATLAS_DAY_MIN);
  apply ("alliance-atlas:?lens=overview", state);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "");
  g_assert_cmpint (atlas_state_get_date (state), ==, fixture_day ("2001-06-15"));
  g_assert_cmpstr (atlas_state_get_lens (state), ==, "overview");
}

static void
check_whole (AtlasState *state,
             GParamSpec *pspec,
             guint *n)
{
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "country/BY");
  g_assert_cmpint (atlas_state_get_date (state), ==, fixture_day ("2001-06-15"));
  g_assert_cmpint (atlas_state_get_compared (state), ==, ATLAS_DAY_MIN);
  g_assert_cmpstr (atlas_state_get_lens (state), ==, "CSTO");
  (*n)++;
}

static void
test_apply_is_one_step (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();
  guint n = 0;

  apply ("alliance-atlas:changes?from=2022-01-01&on=2024-12-31&lens=sco", state);
  g_signal_connect (state, "notify", G_CALLBACK (check_whole), &n);
  apply ("alliance-atlas:country/BY?on=2001-06-15&lens=csto", state);
  g_assert_cmpuint (n, >=, 4);
  g_signal_handlers_disconnect_by_func (state, check_whole, &n);
  atlas_state_go_back (state);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "changes");
}

static void
test_looks_like_one (void)
{
  g_assert_true (atlas_link_looks_like_one ("alliance-atlas:\xff"));
  g_assert_true (atlas_link_looks_like_one ("https://example.org"));
  g_assert_false (atlas_link_looks_like_one ("surplus"));
  g_assert_false (atlas_link_looks_like_one ("notes/file.txt"));
  g_assert_false (atlas_link_looks_like_one (""));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link/good", test_good);
  g_test_add_func ("/link/random-states", test_random_states);
  g_test_add_func ("/link/all-pages", test_all_pages);
  g_test_add_func ("/link/bad", test_bad);
  g_test_add_func ("/link/messages-are-short-and-plain", test_messages_are_short_and_plain);
  g_test_add_func ("/link/first-and-last-day", test_first_and_last_day);
  g_test_add_func ("/link/apply-leaves-the-rest", test_apply_leaves_the_rest);
  g_test_add_func ("/link/apply-is-one-step", test_apply_is_one_step);
  g_test_add_func ("/link/looks-like-one", test_looks_like_one);
  return g_test_run ();
}
