/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-lineage.h"

#include <string.h>

/* Each case is a table of rows, “organisation status of from to”, with “-” for
 * nothing. The organisations are a lineage: old, then mid, then new. What comes
 * out is written a spell a line: status, from, to, member since, and the numbers
 * of its rows. */

static const AtlasOrganisation organisations[] = {
  { .index = 0, .id = "old", .successor = &organisations[1], .lineage = &organisations[2], .distance = 2 },
  { .index = 1, .id = "mid", .successor = &organisations[2], .lineage = &organisations[2], .distance = 1 },
  { .index = 2, .id = "new", .lineage = &organisations[2] },
};
static const AtlasCountry country = { .code = "XX" };

static const AtlasOrganisation *
find_organisation (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (organisations); i++)
    if (g_str_equal (organisations[i].id, id))
      return &organisations[i];
  g_assert_not_reached ();
}

static void
parse_row (const char *text,
           guint number,
           AtlasMembership *row)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  g_assert_cmpuint (g_strv_length (words), ==, 5);
  *row = (AtlasMembership) { .organisation = find_organisation (words[0]), .country = &country, .line = number };
  g_assert_true (atlas_status_from_id (words[1], &row->status));
  if (!g_str_equal (words[2], "-"))
    g_assert_true (atlas_status_from_id (words[2], &row->of));
  g_assert_true (atlas_date_parse (words[3], &row->from, NULL));
  if (g_str_equal (words[4], "-"))
    row->to.earliest = row->to.latest = ATLAS_DAY_MAX;
  else
    g_assert_true (atlas_date_parse (words[4], &row->to, NULL));
}

static void
append_edge (GString *out,
             AtlasDay day,
             AtlasDay latest)
{
  g_autofree char *first = atlas_day_to_iso (day);
  g_autofree char *last = atlas_day_to_iso (latest);

  g_string_append_printf (out, " %s", first);
  if (latest != day)
    g_string_append_printf (out, "(%s)", last);
}

static void
append_spell (GString *out,
              const AtlasSpell *spell)
{
  g_assert_true (spell->organisation == &organisations[2]);
  g_assert_true (spell->country == &country);
  g_string_append (out, atlas_status_to_id (spell->status));
  if (spell->of != ATLAS_STATUS_NONE)
    g_string_append_printf (out, ":%s", atlas_status_to_id (spell->of));
  append_edge (out, spell->start, spell->certain_from);
  append_edge (out, spell->end, spell->end_latest);
  append_edge (out, spell->member_since, spell->member_since);
  for (guint i = 0; i < spell->n_rows; i++)
    g_string_append_printf (out, " #%u", spell->rows[i]->line);
  g_string_append_c (out, '\n');
}

static char *
resolve (const char *table)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  guint n = g_strv_length (lines);
  g_autofree AtlasMembership *rows = g_new0 (AtlasMembership, n + 1);
  g_autofree const AtlasMembership **list = g_new0 (const AtlasMembership *, n + 1);
  g_autoptr (GArray) spells = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      parse_row (lines[i], i + 1, &rows[i]);
      list[i] = &rows[i];
    }
  spells = atlas_lineage_resolve (list, n);
  for (guint i = 0; i < spells->len; i++)
    {
      append_spell (out, &g_array_index (spells, AtlasSpell, i));
      g_free ((gpointer) g_array_index (spells, AtlasSpell, i).rows);
    }
  return g_strdup (out->str);
}

typedef struct
{
  const char *name;
  const char *rows;
  const char *spells;
} Case;

static const Case cases[] = {
  { "one-row",
    "new member - 2000-01-01 -",
    "member 2000-01-01 .. 2000-01-01 #1\n" },
  { "joins-equal-neighbours",
    "new member - 2000-01-01 2001-01-01\n"
    "new member - 2001-01-01 -",
    "member 2000-01-01 .. 2000-01-01 #1 #2\n" },
  { "does-not-join-over-a-gap",
    "new partner - 2000-01-01 2001-01-01\n"
    "new partner - 2002-01-01 -",
    "partner 2000-01-01 2001-01-01 .. #1\n"
    "partner 2002-01-01 .. .. #2\n" },
  { "suspended-of-two-kinds-does-not-join",
    "new suspended member 2000-01-01 2001-01-01\n"
    "new suspended partner 2001-01-01 -",
    "suspended:member 2000-01-01 2001-01-01 2000-01-01 #1\n"
    "suspended:partner 2001-01-01 .. .. #2\n" },
  { "signature-does-not-displace-membership",
    "old member - 1994-04-20 -\n"
    "new signatory - 2002-10-07 2003-09-18\n"
    "new member - 2003-09-18 -",
    "member 1994-04-20 .. 1994-04-20 #1 #3\n" },
  { "invitation-does-not-displace-suspension-or-freeze",
    "old member - 1990-01-01 1991-01-01\n"
    "old suspended member 1991-01-01 1992-01-01\n"
    "old frozen member 1992-01-01 1993-01-01\n"
    "new invited - 1990-06-01 1993-06-01\n"
    "new member - 1993-06-01 -",
    "member 1990-01-01 1991-01-01 1990-01-01 #1\n"
    "suspended:member 1991-01-01 1992-01-01 1990-01-01 #2\n"
    "frozen:member 1992-01-01 1993-01-01 1990-01-01 #3\n"
    "invited 1993-01-01 1993-06-01 .. #4\n"
    "member 1993-06-01 .. 1993-06-01 #5\n" },
  { "signature-displaces-the-rest",
    "old signatory - 1996-04-26 2001-06-15\n"
    "new signatory - 2001-01-01 2001-06-15\n"
    "new member - 2001-06-15 -",
    "signatory 1996-04-26 2001-06-15 .. #1 #2\n"
    "member 2001-06-15 .. 2001-06-15 #3\n" },
  { "signature-over-observer",
    "old observer - 1990-01-01 -\n"
    "new signatory - 1995-01-01 1996-01-01",
    "observer 1990-01-01 1995-01-01 .. #1\n"
    "signatory 1995-01-01 1996-01-01 .. #2\n"
    "observer 1996-01-01 .. .. #1\n" },
  { "predecessor-ends-with-the-first-other-status",
    "old member - 1990-01-01 -\n"
    "new observer - 1995-01-01 1996-01-01",
    "member 1990-01-01 1995-01-01 1990-01-01 #1\n"
    "observer 1995-01-01 1996-01-01 .. #2\n" },
  { "predecessor-rows-after-it-are-gone",
    "old member - 1990-01-01 1994-01-01\n"
    "old withdrawn - 1994-01-01 1996-01-01\n"
    "old member - 1996-01-01 -\n"
    "new member - 1995-01-01 2000-01-01\n"
    "new withdrawn - 2000-01-01 -",
    "member 1990-01-01 1994-01-01 1990-01-01 #1\n"
    "withdrawn 1994-01-01 1995-01-01 .. #2\n"
    "member 1995-01-01 2000-01-01 1995-01-01 #4\n"
    "withdrawn 2000-01-01 .. .. #5\n" },
  { "withdrawal-lasts-until-the-next-status",
    "old member - 1963-05-25 1984-11-12\n"
    "old withdrawn - 1984-11-12 2002-07-09\n"
    "new member - 2017-01-31 -",
    "member 1963-05-25 1984-11-12 1963-05-25 #1\n"
    "withdrawn 1984-11-12 2017-01-31 .. #2\n"
    "member 2017-01-31 .. 2017-01-31 #3\n" },
  { "withdrawal-lasts-for-ever",
    "new member - 1963-05-25 1984-11-12\n"
    "new withdrawn - 1984-11-12 2002-07-09",
    "member 1963-05-25 1984-11-12 1963-05-25 #1\n"
    "withdrawn 1984-11-12 .. .. #2\n" },
  { "who-left-and-signs-again",
    "old member - 1990-01-01 1995-01-01\n"
    "old withdrawn - 1995-01-01 -\n"
    "new signatory - 2000-01-01 2001-01-01\n"
    "new member - 2001-01-01 -",
    "member 1990-01-01 1995-01-01 1990-01-01 #1\n"
    "withdrawn 1995-01-01 2000-01-01 .. #2\n"
    "signatory 2000-01-01 2001-01-01 .. #3\n"
    "member 2001-01-01 .. 2001-01-01 #4\n" },
  { "uzbekistan",
    "old signatory - 1992-05-15 1994-04-20\n"
    "old member - 1994-04-20 1999-04-21\n"
    "old withdrawn - 1999-04-21 2006-08-16\n"
    "old member - 2006-08-16 2012-06-28\n"
    "old withdrawn - 2012-06-28 -\n"
    "new member - 2006-08-16 2012-06-28\n"
    "new suspended member 2012-06-28 2012-12-19\n"
    "new withdrawn - 2012-12-19 -",
    "signatory 1992-05-15 1994-04-20 .. #1\n"
    "member 1994-04-20 1999-04-21 1994-04-20 #2\n"
    "withdrawn 1999-04-21 2006-08-16 .. #3\n"
    "member 2006-08-16 2012-06-28 2006-08-16 #6\n"
    "suspended:member 2012-06-28 2012-12-19 2006-08-16 #7\n"
    "withdrawn 2012-12-19 .. .. #8\n" },
  { "member-since-runs-through-suspended-and-frozen",
    "old member - 1963-05-25 2002-07-09\n"
    "new member - 2002-07-09 2003-03-15\n"
    "new suspended member 2003-03-15 2005-06-23\n"
    "new frozen member 2005-06-23 2006-01-01\n"
    "new member - 2006-01-01 -",
    "member 1963-05-25 2003-03-15 1963-05-25 #1 #2\n"
    "suspended:member 2003-03-15 2005-06-23 1963-05-25 #3\n"
    "frozen:member 2005-06-23 2006-01-01 1963-05-25 #4\n"
    "member 2006-01-01 .. 1963-05-25 #5\n" },
  { "member-since-starts-anew-after-leaving",
    "new member - 1990-01-01 1995-01-01\n"
    "new withdrawn - 1995-01-01 2000-01-01\n"
    "new member - 2000-01-01 -",
    "member 1990-01-01 1995-01-01 1990-01-01 #1\n"
    "withdrawn 1995-01-01 2000-01-01 .. #2\n"
    "member 2000-01-01 .. 2000-01-01 #3\n" },
  { "frozen-signature-does-not-belong",
    "new signatory - 1991-12-08 2018-05-19\n"
    "new frozen signatory 2018-05-19 -",
    "signatory 1991-12-08 2018-05-19 .. #1\n"
    "frozen:signatory 2018-05-19 .. .. #2\n" },
  { "uncertain-start-holds-from-its-earliest-day",
    "new observer - 2000-01-01 2003-03\n"
    "new member - 2003-03 -",
    "observer 2000-01-01 2003-03-01(2003-03-31) .. #1\n"
    "member 2003-03-01(2003-03-31) .. 2003-03-01 #2\n" },
  { "uncertain-start-cuts-a-certain-end",
    "new observer - 2000-01-01 2003-03-20\n"
    "new member - 2003-03 -",
    "observer 2000-01-01 2003-03-01(2003-03-31) .. #1\n"
    "member 2003-03-01(2003-03-31) .. 2003-03-01 #2\n" },
  { "uncertain-end-without-what-follows",
    "new observer - 2000-01-01 2003",
    "observer 2000-01-01 2003-01-01(2003-12-31) .. #1\n" },
  { "marks-give-no-width",
    "new member - 2003-03-05~ 2004-01-01?",
    "member 2003-03-05 2004-01-01 2003-03-05 #1\n" },
  { "uncertain-succession",
    "old member - 1990-01-01 -\n"
    "new observer - 2000 -",
    "member 1990-01-01 2000-01-01(2000-12-31) 1990-01-01 #1\n"
    "observer 2000-01-01(2000-12-31) .. .. #2\n" },
  { "three-generations",
    "old member - 1990-01-01 -\n"
    "mid signatory - 1995-01-01 1996-01-01\n"
    "mid member - 1996-01-01 -\n"
    "new invited - 2000-01-01 2001-01-01\n"
    "new member - 2001-01-01 -",
    "member 1990-01-01 .. 1990-01-01 #1 #3 #5\n" },
  { "three-generations-with-a-hole",
    "old member - 1990-01-01 1995-01-01\n"
    "new member - 2001-01-01 -",
    "member 1990-01-01 1995-01-01 1990-01-01 #1\n"
    "member 2001-01-01 .. 2001-01-01 #2\n" },
  { "leap-days-are-days",
    "new observer - 2000-02-28 2000-02-29\n"
    "new member - 2000-02-29 2000-03-01\n"
    "new withdrawn - 2000-03-01 -",
    "observer 2000-02-28 2000-02-29 .. #1\n"
    "member 2000-02-29 2000-03-01 2000-02-29 #2\n"
    "withdrawn 2000-03-01 .. .. #3\n" },
  { "open-start",
    "new member - ../1963 -",
    "member ..(1963-12-31) .. .. #1\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *spells = resolve (c->rows);

  g_assert_cmpstr (spells, ==, c->spells);
}

static void
test_no_rows (void)
{
  g_autoptr (GArray) spells = atlas_lineage_resolve (NULL, 0);

  g_assert_cmpuint (spells->len, ==, 0);
}

static void
test_contested_is_a_matter_of_days (void)
{
  AtlasMembership rows[2];
  const AtlasMembership *list[] = { &rows[0], &rows[1] };
  g_autoptr (GArray) spells = NULL;
  const AtlasSpell *spell;

  parse_row ("old member - 1990-01-01 2000-01-01", 1, &rows[0]);
  parse_row ("new member - 2000-01-01 -", 2, &rows[1]);
  rows[0].contested = TRUE;
  spells = atlas_lineage_resolve (list, 2);
  g_assert_cmpuint (spells->len, ==, 1);
  spell = &g_array_index (spells, AtlasSpell, 0);
  g_assert_true (spell->contested);
  g_assert_true (atlas_spell_is_contested_on (spell, rows[1].from.earliest - 1));
  g_assert_false (atlas_spell_is_contested_on (spell, rows[1].from.earliest));
  g_assert_true (atlas_spell_get_row_on (spell, rows[0].from.earliest) == &rows[0]);
  g_free ((gpointer) spell->rows);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/lineage/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/lineage/no-rows", test_no_rows);
  g_test_add_func ("/lineage/contested-is-a-matter-of-days", test_contested_is_a_matter_of_days);
  return g_test_run ();
}
