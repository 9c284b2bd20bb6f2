/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-importers.h"

#include "atlas-import-archive.h"
#include "atlas-import-dublin.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MANIFEST "META-INF/manifest.xml"

typedef struct
{
  AtlasImportDraft *draft;
  GString *text;
  int paragraph; /* depth of the one that is open; -1 where none is */
  AtlasBlockKind kind;
  int skipped; /* depth of what is left out; -1 where nothing is */
  gboolean locked;
} Reader;

/* Notes, what was deleted, lists of contents and pictures are no text of the
 * article. */
static gboolean
is_left_out (const char *name)
{
  static const char *const names[] = { "note", "annotation", "annotation-end", "tracked-changes", "table-of-content", "alphabetical-index",
                                       "bibliography", "illustration-index", "table-index", "ruby-text", "frame", "forms", "sequence-decls", "styles",
                                       "automatic-styles", "font-face-decls", "scripts" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
start_element (Reader *self,
               AtlasImportXml *xml)
{
  gboolean heading = g_str_equal (xml->name, "h");
  gboolean empty = xmlTextReaderIsEmptyElement (xml->reader);

  if (is_left_out (xml->name))
    self->skipped = empty ? -1 : xml->depth;
  else if (self->paragraph < 0 && (heading || g_str_equal (xml->name, "p")) && !empty)
    {
      self->paragraph = xml->depth;
      self->kind = heading ? ATLAS_BLOCK_HEADING : ATLAS_BLOCK_PARAGRAPH;
    }
  else if (g_str_equal (xml->name, "s") || g_str_equal (xml->name, "tab") || g_str_equal (xml->name, "line-break"))
    g_string_append_c (self->text, ' ');
  return TRUE;
}

static gboolean
end_element (Reader *self,
             AtlasImportXml *xml,
             GError **error)
{
  gboolean added = TRUE;

  if (self->paragraph != xml->depth)
    return TRUE;
  added = atlas_import_draft_add (self->draft, self->kind, self->text->str, self->text->len, error);
  g_string_truncate (self->text, 0);
  self->paragraph = -1;
  return added;
}

static gboolean
take_content (AtlasImportXml *xml,
              gpointer data,
              GError **error)
{
  Reader *self = data;
  const char *text;

  if (self->skipped >= 0)
    {
      if (xml->type == XML_READER_TYPE_END_ELEMENT && xml->depth == self->skipped)
        self->skipped = -1;
      return TRUE;
    }
  if (xml->type == XML_READER_TYPE_ELEMENT)
    return start_element (self, xml);
  if (xml->type == XML_READER_TYPE_END_ELEMENT)
    return end_element (self, xml, error);
  text = self->paragraph >= 0 ? atlas_import_xml_get_text (xml) : NULL;
  if (text != NULL)
    g_string_append (self->text, text);
  return TRUE;
}

static gboolean
take_facts (AtlasImportXml *xml,
            gpointer data,
            GError **error)
{
  atlas_import_dublin_take (data, xml);
  return TRUE;
}

static gboolean
take_manifest (AtlasImportXml *xml,
               gpointer data,
               GError **error)
{
  Reader *self = data;

  self->locked |= g_str_equal (xml->name, "encryption-data");
  return TRUE;
}

/**
 * atlas_import_odt:
 *
 * OpenDocument text.
 */
gboolean
atlas_import_odt (AtlasImportDraft *draft,
                  const char *data,
                  gsize length,
                  GError **error)
{
  g_autoptr (AtlasImportArchive) archive = atlas_import_archive_new (draft->name, data, length, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) fact = g_string_new (NULL);
  Reader reader = { .draft = draft, .text = text, .paragraph = -1, .skipped = -1 };
  AtlasImportDublin dublin = { .draft = draft, .text = fact };
  GBytes *manifest, *content, *facts;

  if (archive == NULL)
    return FALSE;
  manifest = atlas_import_archive_find (archive, MANIFEST);
  content = atlas_import_archive_find (archive, "content.xml");
  facts = atlas_import_archive_find (archive, "meta.xml");
  if (manifest != NULL && !atlas_import_xml_read (draft->name, manifest, take_manifest, &reader, error))
    return FALSE;
  if (reader.locked)
    return atlas_import_fail (error, ATLAS_IMPORT_ERROR_ENCRYPTED, _ ("“%s” is locked with a password; save it without one."), draft->name);
  if (content == NULL)
    return atlas_import_fail (error, ATLAS_IMPORT_ERROR_DAMAGED, _ ("“%s” is damaged or incomplete; download or save it again."), draft->name);
  if (facts != NULL && !atlas_import_xml_read (draft->name, facts, take_facts, &dublin, error))
    return FALSE;
  return atlas_import_xml_read (draft->name, content, take_content, &reader, error);
}
