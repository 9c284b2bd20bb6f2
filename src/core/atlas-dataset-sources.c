/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset-private.h"

#include <glib/gi18n-lib.h>

enum
{
  ID,
  TITLE,
  PUBLISHER,
  DATE,
  URL,
  CHECKED,
};
static const char *const columns[] = { "id", "title", "publisher", "date", "url", "checked", NULL };

static AtlasChecked
read_checked (AtlasLoader *loader)
{
  static const char *const words[] = { "unread", "partly", "read" };
  const char *word = atlas_loader_get (loader, CHECKED);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return i;
  atlas_loader_report (loader, CHECKED, _ ("“%s” is not known; write “read”, “partly” or “unread”"), word);
  return ATLAS_CHECKED_UNREAD;
}

static const char *
read_url (AtlasLoader *loader)
{
  const char *url = atlas_loader_get_optional (loader, URL);

  if (url != NULL && (!g_uri_is_valid (url, G_URI_FLAGS_NONE, NULL) || !g_str_has_prefix (url, "http")))
    atlas_loader_report (loader, URL, _ ("“%s” is no address; write one that begins with https:// or leave it empty"), url);
  return url;
}

static void
read_source (AtlasLoader *loader,
             AtlasSource *source)
{
  AtlasDate date;

  source->id = atlas_loader_get (loader, ID);
  source->title = atlas_loader_get_required (loader, TITLE);
  source->publisher = atlas_loader_get_optional (loader, PUBLISHER);
  source->date = atlas_loader_get_optional (loader, DATE);
  source->url = read_url (loader);
  source->checked = read_checked (loader);
  source->line = atlas_loader_get_line (loader);
  atlas_loader_get_date (loader, DATE, &date);
}

/**
 * atlas_loader_read_sources:
 *
 * Reads sources.csv.
 */
void
atlas_loader_read_sources (AtlasLoader *self)
{
  guint n = atlas_loader_open (self, "sources.csv", columns);
  AtlasSource *sources = atlas_dataset_keep (self->dataset, g_new0 (AtlasSource, n));

  for (self->record = 0; self->record < n; self->record++)
    {
      read_source (self, &sources[self->record]);
      atlas_loader_add (self, &self->dataset->sources, ID, &sources[self->record]);
    }
}
