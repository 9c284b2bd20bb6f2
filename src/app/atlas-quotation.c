/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-quotation.h"

#include <glib/gi18n.h>

static void
append_part (GString *source,
             const char *part)
{
  if (*part == '\0')
    return;
  if (source->len > 0)
    /* Translators: between the parts of a source: author, title, publisher, date */
    g_string_append (source, C_ ("source", ", "));
  g_string_append (source, part);
}

static char *
dup_date (const AtlasWritten *written)
{
  AtlasDate date;

  return atlas_date_parse (written->date, &date, NULL) ? atlas_date_format (&date) : g_strdup ("");
}

static char *
dup_source (const AtlasWritten *written)
{
  GString *source = g_string_new (NULL);
  g_autofree char *date = dup_date (written);

  append_part (source, written->author);
  append_part (source, written->title);
  append_part (source, written->own ? written->publisher : _ ("Alliance Atlas"));
  append_part (source, date);
  append_part (source, written->address);
  return g_string_free_and_steal (source);
}

/**
 * atlas_quotation_new:
 *
 * Returns: (transfer full): the paragraph in the quotation marks of the reader's
 *   language, and its source, of which what is not known is left out
 */
char *
atlas_quotation_new (const AtlasWritten *written)
{
  g_autofree char *source = dup_source (written);

  /* Translators: a paragraph that is quoted, and its source: use the quotation marks of
     your language, and what stands before a source in it */
  return g_strdup_printf (_ ("“%1$s” — %2$s"), written->text, source);
}
