/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-import.h"

#include "atlas-date.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MEMBER "=== "

/* What a zip file needs beside what is in it. */
#define MEMBER_OVERHEAD 2500

/* On one line, in NFC, and nothing that nobody sees. */
static void
assert_clean (const char *text)
{
  g_autofree char *normal = NULL;

  if (text == NULL)
    return;
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpstr (text, !=, "");
  g_assert_false (g_str_has_prefix (text, " ") || g_str_has_suffix (text, " ") || strstr (text, "  ") != NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_assert_cmpstr (text, ==, normal);
}

static void
assert_facts (AtlasImported *imported)
{
  const char *date = atlas_imported_get_date (imported);
  const char *address = atlas_imported_get_address (imported);
  const char *language = atlas_imported_get_language (imported);

  assert_clean (atlas_imported_get_title (imported));
  assert_clean (atlas_imported_get_publisher (imported));
  assert_clean (atlas_imported_get_author (imported));
  assert_clean (atlas_imported_get_summary (imported));
  if (date != NULL)
    {
      AtlasDate parsed;

      g_assert_true (atlas_date_parse (date, &parsed, NULL));
    }
  g_assert_true (address == NULL || g_uri_is_valid (address, G_URI_FLAGS_PARSE_RELAXED, NULL));
  g_assert_true (language == NULL || g_str_is_ascii (language));
}

/* What is kept or sent comes back as it was. */
static void
assert_travels (AtlasImported *imported)
{
  g_autoptr (GBytes) bytes = atlas_imported_to_bytes (imported);
  g_autoptr (AtlasImported) back = atlas_imported_new_from_bytes (bytes, NULL);
  g_autofree char *text = atlas_imported_to_text (imported);
  g_autofree char *same = NULL;
  g_autofree char *fingerprint = atlas_imported_get_fingerprint (imported);
  g_autofree char *same_fingerprint = NULL;

  g_assert_nonnull (back);
  same = atlas_imported_to_text (back);
  same_fingerprint = atlas_imported_get_fingerprint (back);
  g_assert_cmpstr (text, ==, same);
  g_assert_cmpstr (fingerprint, ==, same_fingerprint);
}

void
fuzz_assert_imported (AtlasImported *imported)
{
  const GArray *blocks = atlas_imported_get_blocks (imported);
  glong n = 0;

  g_assert_cmpuint (blocks->len, >, 0);
  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = &g_array_index (blocks, AtlasBlock, i);

      g_assert_nonnull (block->text);
      assert_clean (block->text);
      n += g_utf8_strlen (block->text, -1);
    }
  g_assert_cmpint (n, ==, atlas_imported_get_n_characters (imported));
  g_assert_cmpint (n, <=, ATLAS_IMPORT_MAX_CHARACTERS);
  assert_facts (imported);
  assert_travels (imported);
}

void
fuzz_assert_error (const GError *error,
                   const char *name)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == ATLAS_IMPORT_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, name));
}

/* @draft, @error: (transfer full): what an importer made */
void
fuzz_finish (AtlasImportDraft *draft,
             gboolean read,
             GError *error)
{
  g_autoptr (GError) reason = error;
  g_autoptr (AtlasImported) imported = read ? atlas_import_draft_finish (draft, &reason) : NULL;

  g_assert_true ((imported == NULL) == (reason != NULL));
  if (imported != NULL)
    fuzz_assert_imported (imported);
  else
    fuzz_assert_error (reason, FUZZ_NAME);
  atlas_import_draft_free (draft);
}

/* --- Archives ---------------------------------------------------------------------------- */

static void
pack_member (struct archive *archive,
             const char *start,
             const char *end)
{
  const char *line = memchr (start, '\n', end - start);
  const char *text = line != NULL ? line + 1 : end;
  g_autofree char *path = g_strndup (start, (line != NULL ? line : end) - start);
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, path);
  archive_entry_set_size (entry, end - text);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  if (*path != '\0' && archive_write_header (archive, entry) >= ARCHIVE_WARN)
    archive_write_data (archive, text, end - text);
  archive_entry_free (entry);
}

/* Of a text in which a line “=== PATH” stands before each member: bytes changed in a
 * zip file break its sums, and nothing that is in it would be read. */
GBytes *
fuzz_pack (const uint8_t *data,
           size_t size)
{
  const char *end = (const char *) data + size;
  struct archive *archive = archive_write_new ();
  size_t used = 0;
  size_t room = size + MEMBER_OVERHEAD;
  char *packed;

  for (size_t i = 0; i < size; i++)
    room += data[i] == MEMBER[0] ? MEMBER_OVERHEAD / strlen (MEMBER) : 0;
  packed = g_malloc (room);
  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  archive_write_set_bytes_per_block (archive, 0);
  archive_write_open_memory (archive, packed, room, &used);
  for (const char *p = g_strstr_len ((const char *) data, size, MEMBER); p != NULL;)
    {
      const char *start = p + strlen (MEMBER);
      const char *next = g_strstr_len (start, end - start, "\n" MEMBER);

      pack_member (archive, start, next != NULL ? next : end);
      p = next != NULL ? next + 1 : NULL;
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (packed, used);
}
