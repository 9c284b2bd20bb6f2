/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import-archive.h"

#include "atlas-import-draft.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_MEMBERS 10000

/* Unpacked, of the members that hold text. */
#define MAX_MEMBER_BYTES (20 * 1024 * 1024)
#define MAX_ALL_BYTES (48 * 1024 * 1024)

#define CHUNK (64 * 1024)

struct _AtlasImportArchive
{
  const char *name;
  GHashTable *members; /* path → GBytes */
  gsize n_bytes;
  guint n_members;
};

static gboolean
has_suffix (const char *path,
            const char *const *suffixes)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (; *suffixes != NULL; suffixes++)
    if (g_str_has_suffix (lower, *suffixes))
      return TRUE;
  return FALSE;
}

/* Pictures, fonts and the like are not even unpacked. */
static gboolean
holds_text (const char *path)
{
  static const char *const suffixes[] = { ".xml", ".xhtml", ".html", ".htm", ".opf", ".ncx", NULL };

  return has_suffix (path, suffixes);
}

static gboolean
is_archive (const char *path)
{
  static const char *const suffixes[] = { ".zip", ".epub", ".odt", ".ods", ".docx", ".jar", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", NULL };

  return has_suffix (path, suffixes);
}

static gboolean
refuse_damage (const AtlasImportArchive *self,
               GError **error)
{
  return atlas_import_fail (error, ATLAS_IMPORT_ERROR_DAMAGED, _ ("“%s” is damaged or incomplete; download or save it again."), self->name);
}

static gboolean
refuse_size (const AtlasImportArchive *self,
             GError **error)
{
  return atlas_import_fail (error, ATLAS_IMPORT_ERROR_TOO_LARGE,
                            _ ("“%s” unpacks to more than any article has; copy the text and paste it."), self->name);
}

static gboolean
unpack (AtlasImportArchive *self,
        struct archive *archive,
        const char *path,
        GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree char *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = archive_read_data (archive, chunk, CHUNK)) > 0)
    {
      self->n_bytes += n;
      if (data->len + n > MAX_MEMBER_BYTES || self->n_bytes > MAX_ALL_BYTES)
        return refuse_size (self, error);
      g_byte_array_append (data, (const guint8 *) chunk, n);
    }
  if (n < 0)
    return refuse_damage (self, error);
  if (data->len >= 4 && memcmp (data->data, "PK\x03\x04", 4) == 0)
    return atlas_import_fail (error, ATLAS_IMPORT_ERROR_NESTED, _ ("“%s” has another archive in it; unpack that and choose its file."), self->name);
  g_hash_table_insert (self->members, g_strdup (path), g_byte_array_free_to_bytes (g_steal_pointer (&data)));
  return TRUE;
}

static gboolean
read_member (AtlasImportArchive *self,
             struct archive *archive,
             struct archive_entry *entry,
             GError **error)
{
  const char *path = archive_entry_pathname_utf8 (entry);

  if (path == NULL)
    path = archive_entry_pathname (entry);
  if (++self->n_members > MAX_MEMBERS)
    return refuse_size (self, error);
  if (archive_entry_is_data_encrypted (entry) > 0)
    return atlas_import_fail (error, ATLAS_IMPORT_ERROR_ENCRYPTED, _ ("“%s” is locked with a password; save it without one."), self->name);
  if (path == NULL || !g_utf8_validate (path, -1, NULL) || strlen (path) > 1000)
    return TRUE;
  if (is_archive (path))
    return atlas_import_fail (error, ATLAS_IMPORT_ERROR_NESTED, _ ("“%s” has another archive in it; unpack that and choose its file."), self->name);
  if (!holds_text (path) || g_hash_table_contains (self->members, path))
    return TRUE;
  return unpack (self, archive, path, error);
}

static gboolean
read_members (AtlasImportArchive *self,
              struct archive *archive,
              GError **error)
{
  struct archive_entry *entry;
  int result;

  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    if (!read_member (self, archive, entry, error))
      return FALSE;
  return result == ARCHIVE_EOF || refuse_damage (self, error);
}

/**
 * atlas_import_archive_new:
 * @name: what messages call the file
 *
 * Returns: (transfer full) (nullable): %NULL where the file is damaged, too large
 *   when unpacked, locked, or has an archive in it
 */
AtlasImportArchive *
atlas_import_archive_new (const char *name,
                          const char *data,
                          gsize length,
                          GError **error)
{
  g_autoptr (AtlasImportArchive) self = g_new0 (AtlasImportArchive, 1);
  struct archive *archive = archive_read_new ();
  gboolean read;

  self->name = name;
  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  archive_read_support_format_zip_seekable (archive);
  read = archive_read_open_memory (archive, data, length) == ARCHIVE_OK ? read_members (self, archive, error) : refuse_damage (self, error);
  archive_read_free (archive);
  return read ? g_steal_pointer (&self) : NULL;
}

void
atlas_import_archive_free (AtlasImportArchive *self)
{
  g_hash_table_unref (self->members);
  g_free (self);
}

/**
 * atlas_import_archive_find:
 *
 * Returns: (transfer none) (nullable): the member's content
 */
GBytes *
atlas_import_archive_find (const AtlasImportArchive *self,
                           const char *path)
{
  return g_hash_table_lookup (self->members, path);
}

/**
 * atlas_import_archive_resolve:
 * @base: a member
 * @reference: what it calls another: a path from its own folder, percent-encoded,
 *   with a fragment or without
 *
 * Returns: (transfer full) (nullable): the path of the other in the archive; %NULL
 *   where it leads out of it
 */
char *
atlas_import_archive_resolve (const char *base,
                              const char *reference)
{
  g_autofree char *plain = g_strndup (reference, strcspn (reference, "#?"));
  g_autofree char *decoded = g_uri_unescape_string (plain, NULL);
  g_autofree char *folder = g_path_get_dirname (base);
  g_autofree char *joined = NULL;
  g_autofree char *whole = NULL;

  if (decoded == NULL || *decoded == '\0' || !g_utf8_validate (decoded, -1, NULL) || strchr (plain, ':') != NULL)
    return NULL;
  joined = *decoded == '/' ? g_strdup (decoded) : g_strconcat ("/", folder, "/", decoded, NULL);
  whole = g_canonicalize_filename (joined, "/");
  /* Two slashes at the start stay two. */
  return g_strdup (whole + strspn (whole, "/"));
}
