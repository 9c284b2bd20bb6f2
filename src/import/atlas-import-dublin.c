/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import-dublin.h"

#include <string.h>

static void
take_field (AtlasImportDraft *draft,
            const char *field,
            const char *text)
{
  if (g_str_equal (field, "title"))
    atlas_import_draft_set_text (draft, &draft->title, text);
  else if (g_str_equal (field, "creator") || g_str_equal (field, "initial-creator"))
    atlas_import_draft_set_author (draft, text);
  else if (g_str_equal (field, "publisher"))
    atlas_import_draft_set_text (draft, &draft->publisher, text);
  else if (g_str_equal (field, "date") || g_str_equal (field, "creation-date"))
    atlas_import_draft_set_date (draft, text);
  else if (g_str_equal (field, "language"))
    atlas_import_draft_set_language (draft, text);
  else if (g_str_equal (field, "source") || g_str_equal (field, "identifier"))
    atlas_import_draft_set_address (draft, text);
  else if (g_str_equal (field, "description"))
    atlas_import_draft_set_text (draft, &draft->summary, text);
}

/**
 * atlas_import_dublin_take:
 *
 * To be called for each node of the metadata.
 */
void
atlas_import_dublin_take (AtlasImportDublin *self,
                          AtlasImportXml *xml)
{
  const char *text = atlas_import_xml_get_text (xml);

  if (xml->type == XML_READER_TYPE_ELEMENT)
    {
      g_strlcpy (self->field, xmlTextReaderIsEmptyElement (xml->reader) ? "" : xml->name, sizeof self->field);
      g_string_truncate (self->text, 0);
    }
  else if (xml->type == XML_READER_TYPE_END_ELEMENT && self->field[0] != '\0')
    {
      take_field (self->draft, self->field, self->text->str);
      self->field[0] = '\0';
    }
  else if (text != NULL && self->text->len < 10000)
    g_string_append (self->text, text);
}
