/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset-private.h"

#include <glib/gi18n-lib.h>

enum
{
  ID,
  ORG,
  COUNTRY,
  STATUS,
  OF,
  FROM,
  TO,
  CONTESTED,
  CONTESTED_REASON_EN,
  CONTESTED_REASON_SV,
  NOTE_EN,
  NOTE_SV,
  SOURCE,
};
static const char *const columns[] = {
  "id", "org", "country", "status", "of", "from", "to", "contested", "contested_reason_en", "contested_reason_sv",
  "note_en", "note_sv", "source", NULL
};

/* --- A row ------------------------------------------------------------------ */

static char *
list_statuses (AtlasStatus first,
               AtlasStatus last)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (AtlasStatus status = first; status <= last; status++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", atlas_status_to_id (status));
  return g_strdup (list->str);
}

static gboolean
read_status (AtlasLoader *loader,
             AtlasStatus *status)
{
  g_autofree char *known = NULL;
  const char *word = atlas_loader_get (loader, STATUS);

  if (atlas_status_from_id (word, status))
    return TRUE;

  known = list_statuses (ATLAS_STATUS_MEMBER, ATLAS_N_STATUSES - 1);
  atlas_loader_report (loader, STATUS, _ ("“%s” is not a status; write one of %s"), word, known);
  return FALSE;
}

static gboolean
read_of (AtlasLoader *loader,
         AtlasStatus status,
         AtlasStatus *of)
{
  const char *word = atlas_loader_get (loader, OF);
  gboolean wanted = status == ATLAS_STATUS_SUSPENDED || status == ATLAS_STATUS_FROZEN;
  gboolean known = atlas_status_from_id (word, of);
  g_autofree char *list = NULL;

  if (!wanted && *word == '\0')
    return TRUE;
  if (wanted && known && atlas_status_is_current (*of) && *of != ATLAS_STATUS_SUSPENDED && *of != ATLAS_STATUS_FROZEN)
    return TRUE;

  *of = ATLAS_STATUS_NONE;
  if (!wanted)
    {
      atlas_loader_report (loader, OF, _ ("only “suspended” and “frozen” are of something; leave “of” empty"));
      return FALSE;
    }
  list = list_statuses (ATLAS_STATUS_SIGNATORY, ATLAS_STATUS_DIALOGUE_PARTNER);
  atlas_loader_report (loader, OF, _ ("“%s” does not say what is suspended or frozen; write member or one of %s"), word, list);
  return FALSE;
}

/* An empty `to`, or `..`: the tie goes on. */
static gboolean
read_to (AtlasLoader *loader,
         AtlasDate *to)
{
  const char *field = atlas_loader_get (loader, TO);

  if (*field != '\0' && !g_str_equal (field, ".."))
    return atlas_loader_get_date (loader, TO, to);

  *to = (AtlasDate) { .earliest = ATLAS_DAY_MAX, .latest = ATLAS_DAY_MAX, .precision = ATLAS_PRECISION_OPEN, .end_precision = ATLAS_PRECISION_OPEN };
  return TRUE;
}

static gboolean
read_dates (AtlasLoader *loader,
            AtlasMembership *membership)
{
  gboolean complete;

  atlas_loader_get_required (loader, FROM);
  complete = atlas_loader_get_date (loader, FROM, &membership->from);
  complete = read_to (loader, &membership->to) && complete;
  if (!complete)
    return FALSE;
  if (membership->to.earliest > membership->from.earliest)
    return TRUE;

  atlas_loader_report (loader, TO, _ ("“to” (%s) does not come after “from” (%s); “to” is the first day that no longer counts"),
                       atlas_loader_get (loader, TO), atlas_loader_get (loader, FROM));
  return FALSE;
}

static void
read_contested (AtlasLoader *loader,
                AtlasMembership *membership)
{
  membership->contested = atlas_loader_get_boolean (loader, CONTESTED);
  membership->contested_reasons = atlas_loader_get_texts (loader, CONTESTED_REASON_EN, 2);
  if (membership->contested && membership->contested_reasons == NULL)
    atlas_loader_report (loader, CONTESTED_REASON_EN, _ ("the row is contested, but no reason is given; give one"));
  if (!membership->contested && membership->contested_reasons != NULL)
    atlas_loader_report (loader, CONTESTED, _ ("there is a reason why the row is contested, but it is not; write “true” or delete the reason"));
}

/* Returns whether the row can take its place in a sequence. */
static gboolean
read_membership (AtlasLoader *loader,
                 AtlasMembership *membership)
{
  gboolean complete = TRUE;

  membership->id = atlas_loader_get (loader, ID);
  membership->organisation = atlas_loader_find_organisation (loader, ORG, atlas_loader_get_required (loader, ORG));
  membership->country = atlas_loader_find_country (loader, COUNTRY, atlas_loader_get_required (loader, COUNTRY));
  membership->source = atlas_loader_get_source (loader, SOURCE);
  membership->notes = atlas_loader_get_texts (loader, NOTE_EN, 2);
  membership->line = atlas_loader_get_line (loader);
  atlas_loader_get_required (loader, SOURCE);
  read_contested (loader, membership);
  complete = read_status (loader, &membership->status) && read_of (loader, membership->status, &membership->of);
  complete = read_dates (loader, membership) && complete;
  return complete && membership->organisation != NULL && membership->country != NULL;
}

/* --- Rows beside each other ------------------------------------------------- */

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const AtlasMembership *left = *(AtlasMembership *const *) a;
  const AtlasMembership *right = *(AtlasMembership *const *) b;

  if (left->organisation->lineage != right->organisation->lineage)
    return left->organisation->lineage->index < right->organisation->lineage->index ? -1 : 1;
  if (left->country != right->country)
    return left->country->index < right->country->index ? -1 : 1;
  if (left->organisation->distance != right->organisation->distance)
    return left->organisation->distance > right->organisation->distance ? -1 : 1;
  if (left->organisation != right->organisation)
    return left->organisation->index < right->organisation->index ? -1 : 1;
  if (left->from.earliest != right->from.earliest)
    return left->from.earliest < right->from.earliest ? -1 : 1;
  return (left->line > right->line) - (left->line < right->line);
}

/* An uncertain edge may reach into the next spell; two that must overlap may not. */
static void
check_overlap (AtlasLoader *loader,
               const AtlasMembership *row,
               const AtlasMembership *next)
{
  if (row->organisation != next->organisation || row->country != next->country)
    return;
  if (next->from.latest >= row->to.earliest && next->from.earliest > row->from.earliest)
    return;

  atlas_loader_report (loader, FROM, _ ("this spell overlaps “%s” on line %u; end that one when this one begins, or write the same uncertain date in both"),
                       row->id, row->line);
}

static void
check_withdrawal (AtlasLoader *loader,
                  const AtlasMembership *const *first,
                  const AtlasMembership *const *row)
{
  if ((*row)->status != ATLAS_STATUS_WITHDRAWN)
    return;

  for (; first < row; first++)
    if (atlas_status_belongs ((*first)->status, (*first)->of))
      return;
  atlas_loader_report (loader, STATUS, _ ("“withdrawn” is for a country that was a member, and no row above says that it was; add that row or write “declined”"));
}

/* Says so once for each lineage. */
static void
check_tracked (AtlasLoader *loader,
               const AtlasMembership *row,
               const AtlasMembership *last)
{
  const AtlasOrganisation *lineage = row->organisation->lineage;
  g_autofree char *path = NULL;

  if (lineage->tracked || (last != NULL && last->organisation->lineage == lineage))
    return;

  path = atlas_loader_get_path (loader, "organisations.csv");
  atlas_problems_add (loader->problems, path, lineage->line, 0, _ ("“%s” has memberships but is not tracked; write “true” in its column “tracked”"), lineage->id);
}

static void
check_sequences (AtlasLoader *loader,
                 const AtlasMembership *block,
                 GPtrArray *rows)
{
  const AtlasMembership *const *items = (const AtlasMembership *const *) rows->pdata;
  guint first = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      loader->record = items[i] - block;
      if (items[i]->country != items[first]->country || items[i]->organisation->lineage != items[first]->organisation->lineage)
        first = i;
      if (i > 0)
        check_overlap (loader, items[i - 1], items[i]);
      check_withdrawal (loader, items + first, items + i);
      check_tracked (loader, items[i], i > 0 ? items[i - 1] : NULL);
    }
}

/**
 * atlas_loader_read_memberships:
 *
 * Reads memberships.csv; the tables it refers to must be read before.
 */
void
atlas_loader_read_memberships (AtlasLoader *self)
{
  guint n = atlas_loader_open (self, "memberships.csv", columns);
  AtlasMembership *memberships = atlas_dataset_keep (self->dataset, g_new0 (AtlasMembership, n));
  g_autoptr (GPtrArray) complete = g_ptr_array_sized_new (n);

  for (self->record = 0; self->record < n; self->record++)
    {
      AtlasMembership *membership = &memberships[self->record];

      if (read_membership (self, membership))
        g_ptr_array_add (complete, membership);
      atlas_loader_add (self, &self->dataset->memberships, ID, membership);
    }

  g_ptr_array_sort (complete, compare_rows);
  check_sequences (self, memberships, complete);
  g_ptr_array_set_size (self->dataset->memberships.items, 0);
  g_ptr_array_extend (self->dataset->memberships.items, complete, NULL, NULL);
}
