/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-library-cursor.h"

#include <string.h>

/**
 * atlas_library_cursor_format:
 *
 * Returns: (transfer full): what #AtlasLibraryQuery.after takes
 */
char *
atlas_library_cursor_format (AtlasLibrarySort sort,
                             const AtlasLibraryCursor *self)
{
  if (sort == ATLAS_LIBRARY_LAST_IMPORTED)
    return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, self->id, self->imported_at);
  if (sort == ATLAS_LIBRARY_TITLE)
    return g_strdup_printf ("%" G_GINT64_FORMAT ":%s", self->id, self->title_order);
  return g_strdup_printf ("%" G_GINT64_FORMAT, self->doc);
}

/**
 * atlas_library_cursor_parse:
 * @text: as atlas_library_cursor_format() gives it; it must outlive @self
 * @self: (out caller-allocates): with what counts in that order
 */
void
atlas_library_cursor_parse (AtlasLibrarySort sort,
                            const char *text,
                            AtlasLibraryCursor *self)
{
  const char *colon = strchr (text, ':');
  const char *rest = colon != NULL ? colon + 1 : "";

  *self = (AtlasLibraryCursor) { .title_order = rest };
  if (sort == ATLAS_LIBRARY_NEWEST || sort == ATLAS_LIBRARY_OLDEST)
    self->doc = g_ascii_strtoll (text, NULL, 10);
  else
    self->id = g_ascii_strtoll (text, NULL, 10);
  if (sort == ATLAS_LIBRARY_LAST_IMPORTED)
    self->imported_at = g_ascii_strtoll (rest, NULL, 10);
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/**
 * atlas_library_cursor_compare:
 *
 * Returns: as of strcmp(), in the order of the list
 */
int
atlas_library_cursor_compare (AtlasLibrarySort sort,
                              const AtlasLibraryCursor *a,
                              const AtlasLibraryCursor *b)
{
  int order;

  switch (sort)
    {
    case ATLAS_LIBRARY_LAST_IMPORTED:
      order = compare_numbers (b->imported_at, a->imported_at);
      return order != 0 ? order : compare_numbers (b->id, a->id);
    case ATLAS_LIBRARY_TITLE:
      order = strcmp (a->title_order, b->title_order);
      return order != 0 ? order : compare_numbers (a->id, b->id);
    case ATLAS_LIBRARY_OLDEST:
      return compare_numbers (a->doc, b->doc);
    case ATLAS_LIBRARY_NEWEST:
    default:
      return compare_numbers (b->doc, a->doc);
    }
}

/**
 * atlas_library_compare_cursors:
 * @sort: of atlas_library_query_get_order()
 *
 * Compares #AtlasLibraryItem.cursor of two items of lists that are sorted alike.
 *
 * Returns: as of strcmp(), in the order of the list
 */
int
atlas_library_compare_cursors (AtlasLibrarySort sort,
                               const char *a,
                               const char *b)
{
  AtlasLibraryCursor left, right;

  atlas_library_cursor_parse (sort, a, &left);
  atlas_library_cursor_parse (sort, b, &right);
  return atlas_library_cursor_compare (sort, &left, &right);
}

/**
 * atlas_library_query_get_order:
 *
 * Returns: how the list is sorted, which need not be as was asked
 */
AtlasLibrarySort
atlas_library_query_get_order (const AtlasLibraryQuery *self)
{
  return self->words != NULL && self->sort != ATLAS_LIBRARY_OLDEST ? ATLAS_LIBRARY_NEWEST : self->sort;
}
