/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-importers.h"

#include "atlas-import-archive.h"
#include "atlas-import-charset.h"
#include "atlas-import-dublin.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CONTAINER "META-INF/container.xml"
#define ENCRYPTION "META-INF/encryption.xml"

#define MAX_PARTS 5000

typedef struct
{
  AtlasImportDublin dublin;
  char *package;        /* path of the package document */
  GHashTable *manifest; /* id → path */
  GPtrArray *spine;     /* ids, in order */
  GHashTable *locked;   /* set of paths */
  gboolean in_metadata;
} Book;

static gboolean
refuse (AtlasImportDraft *draft,
        GError **error)
{
  return atlas_import_fail (error, ATLAS_IMPORT_ERROR_DAMAGED, _ ("“%s” does not say in what order its parts are read; download it again."), draft->name);
}

/* --- What the book consists of ---------------------------------------------------------- */

static gboolean
take_container (AtlasImportXml *xml,
                gpointer data,
                GError **error)
{
  Book *book = data;

  if (xml->type == XML_READER_TYPE_ELEMENT && g_str_equal (xml->name, "rootfile") && book->package == NULL)
    book->package = atlas_import_xml_get (xml, "full-path");
  return TRUE;
}

static gboolean
take_encryption (AtlasImportXml *xml,
                 gpointer data,
                 GError **error)
{
  Book *book = data;
  g_autofree char *reference = NULL;
  g_autofree char *path = NULL;

  if (xml->type != XML_READER_TYPE_ELEMENT || !g_str_equal (xml->name, "CipherReference"))
    return TRUE;
  reference = atlas_import_xml_get (xml, "URI");
  path = reference != NULL ? atlas_import_archive_resolve ("root", reference) : NULL;
  if (path != NULL)
    g_hash_table_add (book->locked, g_steal_pointer (&path));
  return TRUE;
}

static void
take_item (Book *book,
           AtlasImportXml *xml)
{
  g_autofree char *id = atlas_import_xml_get (xml, "id");
  g_autofree char *reference = atlas_import_xml_get (xml, "href");
  g_autofree char *properties = atlas_import_xml_get (xml, "properties");
  char *path = reference != NULL ? atlas_import_archive_resolve (book->package, reference) : NULL;

  if (id == NULL || path == NULL || (properties != NULL && strstr (properties, "nav") != NULL))
    g_free (path);
  else
    g_hash_table_insert (book->manifest, g_steal_pointer (&id), path);
}

static gboolean
take_package (AtlasImportXml *xml,
              gpointer data,
              GError **error)
{
  Book *book = data;
  gboolean starts = xml->type == XML_READER_TYPE_ELEMENT;

  if (g_str_equal (xml->name, "metadata"))
    book->in_metadata = starts && !xmlTextReaderIsEmptyElement (xml->reader);
  else if (book->in_metadata)
    atlas_import_dublin_take (&book->dublin, xml);
  else if (starts && g_str_equal (xml->name, "item"))
    take_item (book, xml);
  else if (starts && g_str_equal (xml->name, "itemref") && book->spine->len < MAX_PARTS)
    {
      char *id = atlas_import_xml_get (xml, "idref");

      if (id != NULL)
        g_ptr_array_add (book->spine, id);
    }
  return TRUE;
}

/* --- Its parts --------------------------------------------------------------------------------- */

static gboolean
starts_with (const char *p,
             const char *end,
             const char *name)
{
  gsize length = strlen (name);

  return (gsize) (end - p) > length && g_ascii_strncasecmp (p, name, length) == 0 && !g_ascii_isalnum (p[length]);
}

/* XHTML may write <title/>, which HTML takes for a beginning, with all that follows
 * in it. */
static void
open_up (char *text)
{
  static const char *const names[] = { "title", "script", "style", "textarea", "iframe", "noscript", "xmp", "a", "p", "div", "span" };

  for (char *p = strchr (text, '<'); p != NULL; p = strchr (p + 1, '<'))
    {
      char *end = strchr (p, '>');

      if (end == NULL)
        return;
      if (end[-1] != '/')
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (starts_with (p + 1, end, names[i]))
          memset (p, ' ', end + 1 - p);
    }
}

static gboolean
add_part (AtlasImportDraft *draft,
          GBytes *bytes,
          GError **error)
{
  gsize length, text_length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *declared = atlas_import_charset_find_declared (data, length);
  g_autofree char *text = atlas_import_charset_decode (draft->name, data, length, declared, &text_length, error);

  if (text == NULL)
    return FALSE;
  open_up (text);
  return atlas_import_html (draft, text, TRUE, error);
}

static gboolean
add_parts (AtlasImportDraft *draft,
           const Book *book,
           const AtlasImportArchive *archive,
           GError **error)
{
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < book->spine->len; i++)
    {
      const char *path = g_hash_table_lookup (book->manifest, g_ptr_array_index (book->spine, i));
      GBytes *bytes = path != NULL ? atlas_import_archive_find (archive, path) : NULL;

      if (path == NULL || !g_hash_table_add (added, (gpointer) path))
        continue;
      if (g_hash_table_contains (book->locked, path))
        return atlas_import_fail (error, ATLAS_IMPORT_ERROR_ENCRYPTED, _ ("“%s” is protected against copying; choose a copy that is not."), draft->name);
      if (bytes == NULL)
        atlas_import_draft_warn (draft, _ ("A part of the book is missing from its file: %s."), path);
      else if (g_bytes_get_size (bytes) > 0 && !add_part (draft, bytes, error))
        return FALSE;
    }
  return g_hash_table_size (added) > 0 || refuse (draft, error);
}

static gboolean
read_book (AtlasImportDraft *draft,
           Book *book,
           const AtlasImportArchive *archive,
           GError **error)
{
  GBytes *container = atlas_import_archive_find (archive, CONTAINER);
  GBytes *encryption = atlas_import_archive_find (archive, ENCRYPTION);
  GBytes *package;

  if (container == NULL)
    return refuse (draft, error);
  if (!atlas_import_xml_read (draft->name, container, take_container, book, error))
    return FALSE;
  if (encryption != NULL && !atlas_import_xml_read (draft->name, encryption, take_encryption, book, error))
    return FALSE;
  package = book->package != NULL ? atlas_import_archive_find (archive, book->package) : NULL;
  if (package == NULL)
    return refuse (draft, error);
  return atlas_import_xml_read (draft->name, package, take_package, book, error) && add_parts (draft, book, archive, error);
}

/**
 * atlas_import_epub:
 *
 * A book: the parts of its spine in order, each as HTML.
 */
gboolean
atlas_import_epub (AtlasImportDraft *draft,
                   const char *data,
                   gsize length,
                   GError **error)
{
  g_autoptr (AtlasImportArchive) archive = atlas_import_archive_new (draft->name, data, length, error);
  g_autoptr (GString) text = g_string_new (NULL);
  Book book = { .dublin = { .draft = draft, .text = text } };
  gboolean read;

  if (archive == NULL)
    return FALSE;
  book.manifest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  book.locked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  book.spine = g_ptr_array_new_with_free_func (g_free);
  read = read_book (draft, &book, archive, error);
  g_hash_table_unref (book.manifest);
  g_hash_table_unref (book.locked);
  g_ptr_array_unref (book.spine);
  g_free (book.package);
  return read;
}
