/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-library-imported.h"

#include <string.h>

/* Among so many blocks the lead is. */
#define MAX_LEAD 3

/* “en-GB” and “EN” are “en”: lists are filtered by languages, not by countries. */
static char *
primary_language (const char *tag)
{
  return tag != NULL ? g_ascii_strdown (tag, (gssize) strcspn (tag, "-_")) : NULL;
}

static gsize
length_without_dots (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && (text[length - 1] == '.' || text[length - 1] == ' '))
    length--;
  if (length >= strlen ("…") && g_str_has_suffix (text, "…"))
    length = strlen (text) - strlen ("…");
  return length;
}

/* Many pages give the beginning of the text as its summary, or the part of it that fits;
 * what it names would count twice. */
static gboolean
is_beginning (const char *summary,
              const GArray *blocks)
{
  gsize length = length_without_dots (summary);

  for (guint i = 0; i < MIN (blocks->len, MAX_LEAD); i++)
    if (strncmp (g_array_index (blocks, AtlasBlock, i).text, summary, length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * atlas_library_entry_from_imported:
 * @fallback_title: (nullable): the title where the file says none, such as its name
 *   without the ending
 *
 * Any thread may call this.
 *
 * Returns: (transfer full): what was found in a file, as atlas_library_add() takes it
 */
AtlasLibraryEntry *
atlas_library_entry_from_imported (AtlasImported *imported,
                                   const char *fallback_title)
{
  const char *title = atlas_imported_get_title (imported);
  const char *summary = atlas_imported_get_summary (imported);
  AtlasLibraryEntry *entry = atlas_library_entry_new (title != NULL ? title : fallback_title);
  const GArray *blocks = atlas_imported_get_blocks (imported);

  if (summary != NULL && !is_beginning (summary, blocks))
    entry->summary = g_strdup (summary);
  entry->publisher = g_strdup (atlas_imported_get_publisher (imported));
  entry->author = g_strdup (atlas_imported_get_author (imported));
  entry->date = g_strdup (atlas_imported_get_date (imported));
  entry->address = g_strdup (atlas_imported_get_address (imported));
  entry->language = primary_language (atlas_imported_get_language (imported));
  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = &g_array_index (blocks, AtlasBlock, i);

      atlas_library_entry_add_block (entry, block->kind, block->text);
    }
  return entry;
}
