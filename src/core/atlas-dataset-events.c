/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset-private.h"

#include <glib/gi18n-lib.h>

enum
{
  ID,
  DATE,
  TITLE_EN,
  TITLE_SV,
  SUMMARY_EN,
  SUMMARY_SV,
  ORGANISATIONS,
  COUNTRIES,
  PEOPLE_EN,
  PEOPLE_SV,
  PLANNED,
  SOURCE,
};
static const char *const columns[] = {
  "id", "date", "title_en", "title_sv", "summary_en", "summary_sv", "organisations", "countries", "people_en", "people_sv",
  "planned", "source", NULL
};

typedef gconstpointer (*FindFunc) (AtlasLoader *loader, guint column, const char *id);

static gconstpointer
find_organisation (AtlasLoader *loader,
                   guint column,
                   const char *id)
{
  return atlas_loader_find_organisation (loader, column, id);
}

static gconstpointer
find_country (AtlasLoader *loader,
              guint column,
              const char *id)
{
  return atlas_loader_find_country (loader, column, id);
}

/* What the ids in a field, parted by spaces, stand for. */
static gpointer
read_list (AtlasLoader *loader,
           guint column,
           FindFunc find,
           guint *n)
{
  g_auto (GStrv) ids = g_strsplit (atlas_loader_get (loader, column), " ", -1);
  gconstpointer *found = atlas_dataset_keep (loader->dataset, g_new0 (gconstpointer, g_strv_length (ids) + 1));

  *n = 0;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      found[*n] = find (loader, column, ids[i]);
      *n += found[*n] != NULL;
    }
  return found;
}

static void
check_planned (AtlasLoader *loader,
               const AtlasEvent *event)
{
  g_autofree char *verified = NULL;

  if (!loader->has_verified_until)
    return;

  verified = atlas_day_to_iso (loader->dataset->verified_until);
  if (event->planned && event->date.latest <= loader->dataset->verified_until)
    atlas_loader_report (loader, PLANNED, _ ("the day of this planned event has passed by %s, until when the package is verified; find out whether it happened, then write “false” or delete it"), verified);
  if (!event->planned && event->date.earliest > loader->dataset->verified_until)
    atlas_loader_report (loader, PLANNED, _ ("this event comes after %s, until when the package is verified; write “true” for planned"), verified);
}

static void
read_event (AtlasLoader *loader,
            AtlasEvent *event)
{
  atlas_loader_get_required (loader, DATE);
  atlas_loader_get_required (loader, TITLE_EN);
  atlas_loader_get_required (loader, SOURCE);
  event->id = atlas_loader_get (loader, ID);
  event->planned = atlas_loader_get_boolean (loader, PLANNED);
  event->organisations = read_list (loader, ORGANISATIONS, find_organisation, &event->n_organisations);
  event->countries = read_list (loader, COUNTRIES, find_country, &event->n_countries);
  event->people = atlas_loader_get_texts (loader, PEOPLE_EN, 2);
  event->source = atlas_loader_get_source (loader, SOURCE);
  event->line = atlas_loader_get_line (loader);
  event->titles = atlas_loader_get_texts (loader, TITLE_EN, 2);
  event->summaries = atlas_loader_get_texts (loader, SUMMARY_EN, 2);
  if (atlas_loader_get_date (loader, DATE, &event->date))
    check_planned (loader, event);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const AtlasEvent *left = *(AtlasEvent *const *) a;
  const AtlasEvent *right = *(AtlasEvent *const *) b;

  if (left->date.earliest != right->date.earliest)
    return left->date.earliest < right->date.earliest ? -1 : 1;
  if (left->date.latest != right->date.latest)
    return left->date.latest < right->date.latest ? -1 : 1;
  return (left->line > right->line) - (left->line < right->line);
}

/**
 * atlas_loader_read_events:
 *
 * Reads events.csv; the tables it refers to must be read before.
 */
void
atlas_loader_read_events (AtlasLoader *self)
{
  GPtrArray *items = self->dataset->events.items;
  guint n = atlas_loader_open (self, "events.csv", columns);
  AtlasEvent *events = atlas_dataset_keep (self->dataset, g_new0 (AtlasEvent, n));

  for (self->record = 0; self->record < n; self->record++)
    {
      read_event (self, &events[self->record]);
      atlas_loader_add (self, &self->dataset->events, ID, &events[self->record]);
    }

  g_ptr_array_sort (items, compare_events);
  for (guint i = 0; i < items->len; i++)
    ((AtlasEvent *) g_ptr_array_index (items, i))->index = i;
}
