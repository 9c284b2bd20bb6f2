/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-imported.h"

#include "atlas-import-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Format; title, publisher, author, date, address, language, summary; blocks of
 * kind and text; warnings. */
#define VARIANT_TYPE "(umsmsmsmsmsmsmsa(us)as)"

#define N_FIELDS 7
#define FIRST_FIELD 1
#define BLOCKS (FIRST_FIELD + N_FIELDS)
#define WARNINGS (BLOCKS + 1)

enum
{
  TITLE,
  PUBLISHER,
  AUTHOR,
  DATE,
  ADDRESS,
  LANGUAGE,
  SUMMARY,
};

/* All texts lie in @variant. */
struct _AtlasImported
{
  gatomicrefcount ref_count;
  GVariant *variant;
  AtlasFormat format;
  const char *fields[N_FIELDS];
  GArray *blocks; /* AtlasBlock */
  guint n_characters;
  const char **warnings;
};

static const char *const format_ids[ATLAS_N_FORMATS] = { "text", "markdown", "html", "pdf", "epub", "odt" };

/**
 * atlas_format_to_id:
 *
 * Returns: (transfer none): what JSON calls it, such as "html"
 */
const char *
atlas_format_to_id (AtlasFormat format)
{
  g_return_val_if_fail (format < ATLAS_N_FORMATS, NULL);
  return format_ids[format];
}

/**
 * atlas_format_get_endings:
 *
 * What is in a file decides its kind, not its name; this is for finding files that
 * are likely to be articles.
 *
 * Returns: (transfer none) (array zero-terminated=1): the usual ends of the names of
 *   such files, in lower case and without the dot
 */
const char *const *
atlas_format_get_endings (AtlasFormat format)
{
  static const char *const endings[ATLAS_N_FORMATS][4] = {
    { "txt", "text", NULL },
    { "md", "markdown", NULL },
    { "html", "htm", "xhtml", NULL },
    { "pdf", NULL },
    { "epub", NULL },
    { "odt", NULL },
  };

  g_return_val_if_fail (format < ATLAS_N_FORMATS, NULL);
  return endings[format];
}

static gboolean
take_blocks (AtlasImported *self,
             GVariant *blocks)
{
  gsize n = g_variant_n_children (blocks);

  self->blocks = g_array_sized_new (FALSE, TRUE, sizeof (AtlasBlock), n);
  for (gsize i = 0; i < n; i++)
    {
      AtlasBlock block = { 0 };
      guint kind;

      g_variant_get_child (blocks, i, "(u&s)", &kind, &block.text);
      if (kind > ATLAS_BLOCK_PARAGRAPH)
        return FALSE;
      block.kind = kind;
      self->n_characters += g_utf8_strlen (block.text, -1);
      g_array_append_val (self->blocks, block);
    }
  return TRUE;
}

static gboolean
take_variant (AtlasImported *self)
{
  g_autoptr (GVariant) blocks = g_variant_get_child_value (self->variant, BLOCKS);
  g_autoptr (GVariant) warnings = g_variant_get_child_value (self->variant, WARNINGS);
  guint format;

  g_variant_get_child (self->variant, 0, "u", &format);
  if (format >= ATLAS_N_FORMATS)
    return FALSE;
  self->format = format;
  for (guint i = 0; i < N_FIELDS; i++)
    g_variant_get_child (self->variant, FIRST_FIELD + i, "m&s", &self->fields[i]);
  self->warnings = g_variant_get_strv (warnings, NULL);
  return take_blocks (self, blocks);
}

/**
 * atlas_imported_new_from_variant:
 * @variant: as atlas_imported_get_variant() gave it; taken if floating
 *
 * Returns: (transfer full) (nullable): %NULL, with %ATLAS_IMPORT_ERROR_DAMAGED,
 *   where @variant is something else
 */
AtlasImported *
atlas_imported_new_from_variant (GVariant *variant,
                                 GError **error)
{
  g_autoptr (AtlasImported) self = g_new0 (AtlasImported, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->variant = g_variant_ref_sink (variant);
  /* Written in one piece, so that texts stay where they are while it lives. */
  g_variant_get_data (variant);
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE (VARIANT_TYPE)) && g_variant_is_normal_form (variant) && take_variant (self))
    return g_steal_pointer (&self);
  g_set_error_literal (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_DAMAGED, _ ("What was kept of the article is damaged; bring its file in again."));
  return NULL;
}

/**
 * atlas_imported_new_from_bytes:
 * @bytes: as atlas_imported_to_bytes() gave them, on a machine with the same byte order
 *
 * The bytes may come from anywhere: they are checked.
 *
 * Returns: (transfer full) (nullable): %NULL, with %ATLAS_IMPORT_ERROR_DAMAGED,
 *   where they are something else
 */
AtlasImported *
atlas_imported_new_from_bytes (GBytes *bytes,
                               GError **error)
{
  return atlas_imported_new_from_variant (g_variant_new_from_bytes (G_VARIANT_TYPE (VARIANT_TYPE), bytes, FALSE), error);
}

/**
 * atlas_imported_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasImported *
atlas_imported_ref (AtlasImported *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_imported_unref:
 *
 * Any thread may call this.
 */
void
atlas_imported_unref (AtlasImported *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->blocks, g_array_unref);
  g_free (self->warnings);
  g_variant_unref (self->variant);
  g_free (self);
}

/**
 * atlas_imported_get_variant:
 *
 * Returns: (transfer none): all of it, to be kept or sent
 */
GVariant *
atlas_imported_get_variant (AtlasImported *self)
{
  return self->variant;
}

/**
 * atlas_imported_to_bytes:
 *
 * Returns: (transfer full): all of it, for atlas_imported_new_from_bytes()
 */
GBytes *
atlas_imported_to_bytes (AtlasImported *self)
{
  return g_variant_get_data_as_bytes (self->variant);
}

AtlasFormat
atlas_imported_get_format (AtlasImported *self)
{
  return self->format;
}

const char *
atlas_imported_get_title (AtlasImported *self)
{
  return self->fields[TITLE];
}

const char *
atlas_imported_get_publisher (AtlasImported *self)
{
  return self->fields[PUBLISHER];
}

const char *
atlas_imported_get_author (AtlasImported *self)
{
  return self->fields[AUTHOR];
}

const char *
atlas_imported_get_date (AtlasImported *self)
{
  return self->fields[DATE];
}

const char *
atlas_imported_get_address (AtlasImported *self)
{
  return self->fields[ADDRESS];
}

const char *
atlas_imported_get_language (AtlasImported *self)
{
  return self->fields[LANGUAGE];
}

const char *
atlas_imported_get_summary (AtlasImported *self)
{
  return self->fields[SUMMARY];
}

/**
 * atlas_imported_get_blocks:
 *
 * Returns: (transfer none) (element-type AtlasBlock): headings and paragraphs in
 *   order, as #AtlasArticleDraft takes them; the title is not among them
 */
const GArray *
atlas_imported_get_blocks (AtlasImported *self)
{
  return self->blocks;
}

/**
 * atlas_imported_get_n_characters:
 *
 * Returns: how many code points the blocks have
 */
guint
atlas_imported_get_n_characters (AtlasImported *self)
{
  return self->n_characters;
}

/**
 * atlas_imported_get_warnings:
 *
 * Returns: (transfer none) (array zero-terminated=1): sentences on what was left
 *   out or guessed, in the language of the session
 */
const char *const *
atlas_imported_get_warnings (AtlasImported *self)
{
  return self->warnings;
}

/**
 * atlas_imported_to_text:
 *
 * Returns: (transfer full): title and blocks, with an empty line between them
 */
char *
atlas_imported_to_text (AtlasImported *self)
{
  GString *text = g_string_new (self->fields[TITLE]);

  for (guint i = 0; i < self->blocks->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", g_array_index (self->blocks, AtlasBlock, i).text);
  return g_string_free_and_steal (text);
}

/* Letters and digits alone, so that another typesetting of the same words has
 * the same sum. */
static void
add_to_checksum (GChecksum *checksum,
                 const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GString) letters = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_len (letters, p, g_utf8_next_char (p) - p);
  g_checksum_update (checksum, (const guchar *) letters->str, letters->len);
}

/**
 * atlas_imported_get_fingerprint:
 *
 * Two imports of the same article have the same fingerprint: that of its address
 * where the file says one, else of its text, whatever its spaces, marks and
 * letter case. An article that was edited and has no address has another one.
 *
 * Returns: (transfer full): such as "address:example.org/a" or "text:…"
 */
char *
atlas_imported_get_fingerprint (AtlasImported *self)
{
  g_autoptr (GChecksum) checksum = NULL;
  g_autofree char *canonical = self->fields[ADDRESS] != NULL ? atlas_import_address_normalise (self->fields[ADDRESS]) : NULL;

  if (canonical != NULL)
    return g_strconcat ("address:", canonical, NULL);
  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint i = 0; i < self->blocks->len; i++)
    add_to_checksum (checksum, g_array_index (self->blocks, AtlasBlock, i).text);
  return g_strconcat ("text:", g_checksum_get_string (checksum), NULL);
}
