/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-extract.h"

#include "atlas-import-charset.h"
#include "atlas-import-kind.h"
#include "atlas-importers.h"

#include <glib/gi18n-lib.h>

/* Browsers write into a page that they save where it came from. */
static void
find_saved_from (AtlasImportDraft *draft,
                 const char *text)
{
  g_autofree char *head = g_strndup (text, 4096);
  g_autoptr (GRegex) regex = g_regex_new ("<!--\\s*saved from url=\\(\\d+\\)(\\S+)", G_REGEX_RAW, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *address = NULL;

  if (!g_regex_match (regex, head, G_REGEX_MATCH_DEFAULT, &match))
    return;
  address = g_match_info_fetch (match, 1);
  atlas_import_draft_set_address (draft, address);
}

static gboolean
extract_text (AtlasImportDraft *draft,
              const char *data,
              gsize length,
              GError **error)
{
  g_autofree char *declared = draft->format == ATLAS_FORMAT_HTML ? atlas_import_charset_find_declared (data, length) : NULL;
  gsize text_length;
  g_autofree char *text = atlas_import_charset_decode (draft->name, data, length, declared, &text_length, error);

  if (text == NULL)
    return FALSE;
  if (draft->format == ATLAS_FORMAT_HTML)
    {
      if (!atlas_import_html (draft, text, FALSE, error))
        return FALSE;
      find_saved_from (draft, text);
      return TRUE;
    }
  if (atlas_import_kind_is_markdown (draft->name, text))
    {
      draft->format = ATLAS_FORMAT_MARKDOWN;
      return atlas_import_markdown (draft, text, error);
    }
  return atlas_import_text (draft, text, error);
}

static gboolean
extract (AtlasImportDraft *draft,
         GBytes *bytes,
         GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!atlas_import_kind_find (draft->name, data, length, &draft->format, error))
    return FALSE;
  switch (draft->format)
    {
    case ATLAS_FORMAT_PDF:
      return atlas_import_pdf (draft, data, length, error);
    case ATLAS_FORMAT_EPUB:
      return atlas_import_epub (draft, data, length, error);
    case ATLAS_FORMAT_ODT:
      return atlas_import_odt (draft, data, length, error);
    case ATLAS_FORMAT_TEXT:
    case ATLAS_FORMAT_MARKDOWN:
    case ATLAS_FORMAT_HTML:
    case ATLAS_N_FORMATS:
    default:
      return extract_text (draft, data, length, error);
    }
}

/**
 * atlas_extract:
 * @name: the file's name, for messages; what is in the file decides its kind
 * @bytes: the file
 *
 * Reads an article. Nothing but @bytes is read: no other file, no network. A file
 * made to do harm can take long or need much memory, which is why programs call
 * atlas_import_file_async() instead.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL with an error of
 *   %ATLAS_IMPORT_ERROR, whose message names the file and says what to do
 */
AtlasImported *
atlas_extract (const char *name,
               GBytes *bytes,
               GError **error)
{
  g_autoptr (AtlasImportDraft) draft = atlas_import_draft_new (name, ATLAS_FORMAT_TEXT);

  if (g_bytes_get_size (bytes) > ATLAS_IMPORT_MAX_BYTES)
    atlas_import_fail (error, ATLAS_IMPORT_ERROR_TOO_LARGE, _ ("“%s” has more than 20 MB; split it, or save its text alone."), name);
  else if (g_bytes_get_size (bytes) == 0)
    atlas_import_fail (error, ATLAS_IMPORT_ERROR_EMPTY, _ ("“%s” is empty; save or download it again."), name);
  else if (extract (draft, bytes, error))
    return atlas_import_draft_finish (draft, error);
  return NULL;
}

/**
 * atlas_extract_warm_up:
 *
 * Has the libraries read what they read at their first use, for a process that can
 * open no file later.
 */
void
atlas_extract_warm_up (void)
{
  static const char page[] = "<html><meta charset=\"windows-1251\"><p>\xcf\xf0\xe8\xe2\xe5\xf2</p></html>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, sizeof page - 1);
  g_autoptr (AtlasImported) imported = atlas_extract ("page", bytes, NULL);
}
