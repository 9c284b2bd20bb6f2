/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include "atlas-import-kind.h"

#include "atlas-import-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the magic of a kind may stand, and where an HTML page must show itself. */
#define PDF_HEAD 1024
#define HTML_HEAD 4096

typedef struct
{
  const char *magic;
  guint length;
  const char *what;
} Other;

/* What readers may try, and is told by its first bytes. */
static const Other others[] = {
  { "{\\rtf", 5, N_ ("a Rich Text document") },
  { "\xd0\xcf\x11\xe0", 4, N_ ("an old Office document") },
  { "\x89PNG", 4, N_ ("a picture") },
  { "\xff\xd8\xff", 3, N_ ("a picture") },
  { "GIF8", 4, N_ ("a picture") },
  { "II*\0", 4, N_ ("a picture") },
  { "MM\0*", 4, N_ ("a picture") },
  { "RIFF", 4, N_ ("a picture, a sound or a film") },
  { "ID3", 3, N_ ("a sound") },
  { "OggS", 4, N_ ("a sound or a film") },
  { "\x1a\x45\xdf\xa3", 4, N_ ("a film") },
  { "\0\0\0\x18"
    "ftyp",
    8, N_ ("a film") },
  { "\0\0\0 ftyp", 8, N_ ("a film") },
  { "\x1f\x8b", 2, N_ ("a packed file") },
  { "BZh", 3, N_ ("a packed file") },
  { "\xfd"
    "7zXZ",
    5, N_ ("a packed file") },
  { "7z\xbc\xaf", 4, N_ ("a packed file") },
  { "Rar!", 4, N_ ("a packed file") },
  { "\x28\xb5\x2f\xfd", 4, N_ ("a packed file") },
  { "\x7f"
    "ELF",
    4, N_ ("a program") },
  { "MZ\x90", 3, N_ ("a program") },
  { "SQLite format 3", 15, N_ ("a database") },
  { "%!PS", 4, N_ ("a PostScript document") },
  { "AT&TFORM", 8, N_ ("a DjVu document") },
  { "wOFF", 4, N_ ("a font") },
  { "MIME-Version:", 13, N_ ("a web archive") },
  { "From: <Saved by", 15, N_ ("a web archive") },
};

static gboolean
refuse (const char *name,
        const char *what,
        GError **error)
{
  /* Translators: a file's name and what it is, such as “a picture” */
  return atlas_import_fail (error, ATLAS_IMPORT_ERROR_UNSUPPORTED,
                            _ ("“%1$s” is %2$s, which cannot be read; save it as text, HTML, PDF, EPUB or OpenDocument text."), name, what);
}

static gboolean
contains (const char *data,
          gsize length,
          const char *needle)
{
  return g_strstr_len (data, length, needle) != NULL;
}

/* The first member of EPUB and OpenDocument says what they are; others that do
 * not keep to this are known by the names of their members. */
static gboolean
find_zip_kind (const char *name,
               const char *data,
               gsize length,
               AtlasFormat *format,
               GError **error)
{
  g_autofree char *head = g_memdup2 (data, MIN (length, 256));
  gsize n = MIN (length, 256);
  gboolean is_opendocument = FALSE;

  for (gsize i = 0; i < n; i++)
    if (head[i] == '\0')
      head[i] = ' ';
  if (contains (head, n, "application/epub+zip"))
    {
      *format = ATLAS_FORMAT_EPUB;
      return TRUE;
    }
  is_opendocument = contains (head, n, "application/vnd.oasis.opendocument.");
  if (contains (head, n, "application/vnd.oasis.opendocument.text"))
    {
      *format = ATLAS_FORMAT_ODT;
      return TRUE;
    }
  if (is_opendocument)
    return refuse (name, _ ("an OpenDocument file, but no text"), error);
  if (memmem (data, length, "META-INF/container.xml", 22) != NULL)
    {
      *format = ATLAS_FORMAT_EPUB;
      return TRUE;
    }
  if (memmem (data, length, "word/document.xml", 17) != NULL)
    return refuse (name, _ ("a Word document"), error);
  if (memmem (data, length, "content.xml", 11) != NULL)
    {
      *format = ATLAS_FORMAT_ODT;
      return TRUE;
    }
  return refuse (name, _ ("a packed file"), error);
}

static gboolean
looks_like_html (const char *data,
                 gsize length)
{
  static const char *const marks[] = { "<!doctype html", "<html", "<head>", "<head ", "<body>", "<body " };
  gsize n = MIN (length, HTML_HEAD);
  g_autoptr (GString) head = g_string_sized_new (n);

  /* UTF-16 has a 0 beside each of these letters. */
  for (gsize i = 0; i < n; i++)
    if (data[i] != '\0')
      g_string_append_c (head, g_ascii_tolower (data[i]));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (contains (head->str, head->len, marks[i]))
      return TRUE;
  return FALSE;
}

/* A part of a page, saved or copied: only by its name and if it has elements. */
static gboolean
is_named_html (const char *name,
               const char *data,
               gsize length)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (!g_str_has_suffix (lower, ".html") && !g_str_has_suffix (lower, ".htm") && !g_str_has_suffix (lower, ".xhtml"))
    return FALSE;
  return memchr (data, '<', length) != NULL;
}

/**
 * atlas_import_kind_find:
 * @format: (out): what @data is; text also where it may be Markdown
 *
 * Goes by what is in the file; its name decides only between kinds of text.
 *
 * Returns: %FALSE where it is something that is not read
 */
gboolean
atlas_import_kind_find (const char *name,
                        const char *data,
                        gsize length,
                        AtlasFormat *format,
                        GError **error)
{
  if (contains (data, MIN (length, PDF_HEAD), "%PDF-"))
    {
      *format = ATLAS_FORMAT_PDF;
      return TRUE;
    }
  if (length >= 4 && (memcmp (data, "PK\x03\x04", 4) == 0 || memcmp (data, "PK\x05\x06", 4) == 0))
    return find_zip_kind (name, data, length, format, error);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (length >= others[i].length && memcmp (data, others[i].magic, others[i].length) == 0)
      return refuse (name, _ (others[i].what), error);
  if (length >= 5 && memcmp (data, "<?xml", 5) == 0 && !looks_like_html (data, length))
    return refuse (name, _ ("an XML file"), error);
  *format = looks_like_html (data, length) || is_named_html (name, data, length) ? ATLAS_FORMAT_HTML : ATLAS_FORMAT_TEXT;
  return TRUE;
}

/**
 * atlas_import_kind_is_markdown:
 * @text: as it was decoded
 *
 * Returns: whether it is Markdown by its name, its front matter or its headings
 */
gboolean
atlas_import_kind_is_markdown (const char *name,
                               const char *text)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autofree char *head = NULL;

  if (g_str_has_suffix (lower, ".md") || g_str_has_suffix (lower, ".markdown"))
    return TRUE;
  head = g_strndup (text, HTML_HEAD);
  return g_regex_match_simple ("\\A---[ \\t]*\\R(?:[A-Za-z_-]+:.*\\R|\\s+.*\\R|\\R)+?---", head, G_REGEX_RAW, G_REGEX_MATCH_DEFAULT) ||
         g_regex_match_simple ("^#{1,6} \\S", head, G_REGEX_MULTILINE | G_REGEX_RAW, G_REGEX_MATCH_DEFAULT) ||
         g_regex_match_simple ("\\[[^\\]\\n]{1,80}\\]\\(https?://", head, G_REGEX_RAW, G_REGEX_MATCH_DEFAULT);
}
