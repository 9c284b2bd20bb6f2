/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import-draft.h"

#include "atlas-import-address.h"
#include "atlas-import-clean.h"
#include "atlas-import-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a file says about itself is no longer than this. */
#define MAX_FIELD 1000
#define MAX_AUTHOR 200

/* Where facts about the article may stand, and how long they are. */
#define HEAD_BLOCKS 5
#define MAX_FACT 80
#define MAX_DATE 40
#define MAX_HEADLINE 120

#define MAX_BLOCKS 200000
#define MAX_WARNINGS 20

static void
clear_block (gpointer data)
{
  AtlasBlock *block = data;

  g_free ((char *) block->text);
}

AtlasImportDraft *
atlas_import_draft_new (const char *name,
                        AtlasFormat format)
{
  AtlasImportDraft *self = g_new0 (AtlasImportDraft, 1);

  self->name = name;
  self->format = format;
  self->blocks = g_array_new (FALSE, TRUE, sizeof (AtlasBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
atlas_import_draft_free (AtlasImportDraft *self)
{
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->author);
  g_free (self->date);
  g_free (self->address);
  g_free (self->language);
  g_free (self->summary);
  g_array_unref (self->blocks);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

/**
 * atlas_import_fail:
 *
 * Returns: %FALSE, with @error set
 */
gboolean
atlas_import_fail (GError **error,
                   AtlasImportError code,
                   const char *format,
                   ...)
{
  va_list args;

  if (error == NULL)
    return FALSE;
  va_start (args, format);
  *error = g_error_new_valist (ATLAS_IMPORT_ERROR, code, format, args);
  va_end (args);
  return FALSE;
}

/* --- What the file says about itself ------------------------------------------------ */

/**
 * atlas_import_draft_set_text:
 * @field: one of @self
 * @text: (nullable): valid UTF-8; %NULL says nothing
 */
void
atlas_import_draft_set_text (AtlasImportDraft *self,
                             char **field,
                             const char *text)
{
  g_autofree char *clean = NULL;
  gsize length;

  if (text == NULL || *field != NULL)
    return;
  length = strlen (text);
  if (length > 4 * MAX_FIELD)
    length = g_utf8_find_prev_char (text, text + 4 * MAX_FIELD) - text;
  clean = atlas_import_clean (text, length);
  if (*clean == '\0')
    return;
  *field = g_strchomp (g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), MAX_FIELD)));
}

/**
 * atlas_import_draft_set_author:
 * @text: (nullable): a name, with or without “By” before it
 */
void
atlas_import_draft_set_author (AtlasImportDraft *self,
                               const char *text)
{
  static const char *const before[] = { "By ", "BY ", "by ", "Av ", "AV ", "Text: ", "Автор: ", "Von ", "Par " };
  g_autofree char *clean = text != NULL ? atlas_import_clean (text, -1) : NULL;
  const char *name = clean;

  if (clean == NULL || g_utf8_strlen (clean, -1) > MAX_AUTHOR || strstr (clean, "://") != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (clean, before[i]))
      name = clean + strlen (before[i]);
  atlas_import_draft_set_text (self, &self->author, name);
}

/**
 * atlas_import_draft_set_date:
 * @text: (nullable): a date as files write it
 */
void
atlas_import_draft_set_date (AtlasImportDraft *self,
                             const char *text)
{
  if (text != NULL && self->date == NULL)
    self->date = atlas_import_date_find (text);
}

/**
 * atlas_import_draft_set_address:
 * @text: (nullable): an address; what is none of the web says nothing
 */
void
atlas_import_draft_set_address (AtlasImportDraft *self,
                                const char *text)
{
  if (text != NULL && self->address == NULL)
    self->address = atlas_import_address_clean (text);
}

/**
 * atlas_import_draft_set_language:
 * @text: (nullable): a tag, such as "sv", "sv_SE" or "en-GB"
 */
void
atlas_import_draft_set_language (AtlasImportDraft *self,
                                 const char *text)
{
  g_autofree char *tag = NULL;

  if (text == NULL || self->language != NULL || strlen (text) > 40)
    return;
  tag = g_strdelimit (g_strstrip (g_strdup (text)), "_", '-');
  if (strcspn (tag, ".@") < strlen (tag))
    tag[strcspn (tag, ".@")] = '\0';
  if (g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", tag, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    self->language = g_steal_pointer (&tag);
}

/**
 * atlas_import_draft_warn:
 *
 * Adds a sentence on what was left out or guessed.
 */
void
atlas_import_draft_warn (AtlasImportDraft *self,
                         const char *format,
                         ...)
{
  va_list args;
  char *warning;

  va_start (args, format);
  warning = g_strdup_vprintf (format, args);
  va_end (args);
  if (self->warnings->len < MAX_WARNINGS && !g_ptr_array_find_with_equal_func (self->warnings, warning, g_str_equal, NULL))
    g_ptr_array_add (self->warnings, warning);
  else
    g_free (warning);
}

/* --- Text ------------------------------------------------------------------------------ */

/**
 * atlas_import_draft_add:
 * @text: valid UTF-8; where nothing of it can be seen, nothing is added
 * @length: in bytes, or -1
 *
 * Adds a heading or a paragraph.
 *
 * Returns: %FALSE, with %ATLAS_IMPORT_ERROR_TOO_LONG, where the article is longer
 *   than articles may be
 */
gboolean
atlas_import_draft_add (AtlasImportDraft *self,
                        AtlasBlockKind kind,
                        const char *text,
                        gssize length,
                        GError **error)
{
  g_autofree char *clean = atlas_import_clean (text, length);
  AtlasBlock block = { .kind = kind };

  if (*clean == '\0')
    return TRUE;
  self->n_characters += g_utf8_strlen (clean, -1);
  if (self->n_characters > ATLAS_IMPORT_MAX_CHARACTERS || self->blocks->len >= MAX_BLOCKS)
    return atlas_import_fail (error, ATLAS_IMPORT_ERROR_TOO_LONG,
                              _ ("“%s” has more than 2 million characters or 200,000 paragraphs; split it into shorter files."), self->name);
  block.text = g_steal_pointer (&clean);
  g_array_append_val (self->blocks, block);
  return TRUE;
}

static const AtlasBlock *
get_block (AtlasImportDraft *self,
           guint i)
{
  return &g_array_index (self->blocks, AtlasBlock, i);
}

static gboolean
is_author (AtlasImportDraft *self,
           const char *text)
{
  if (self->author != NULL)
    return g_str_has_suffix (text, self->author) && strlen (text) <= strlen (self->author) + strlen ("Автор: ");
  if (!g_regex_match_simple ("^(By|BY|Av|AV|Text:|Автор:|Von|Par) \\p{Lu}[\\p{L}. -]{2,60}$", text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT) ||
      atlas_import_ends_sentence (text))
    return FALSE;
  atlas_import_draft_set_author (self, text);
  return TRUE;
}

/* “Published: 28 May 2025, 10:00” has few words beside the month. */
static gboolean
has_few_words (const char *text)
{
  gboolean in_word = FALSE;
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gboolean letter = g_unichar_isalpha (g_utf8_get_char (text));

      n += letter && !in_word;
      in_word = letter;
    }
  return n <= 3;
}

static gboolean
is_date (AtlasImportDraft *self,
         const char *text)
{
  g_autofree char *date = g_utf8_strlen (text, -1) <= MAX_DATE && has_few_words (text) ? atlas_import_date_find (text) : NULL;

  if (date == NULL || strlen (date) < strlen ("2026-05-28"))
    return date != NULL && self->date != NULL && g_str_equal (date, self->date);
  if (self->date == NULL)
    self->date = g_steal_pointer (&date);
  return TRUE;
}

static gboolean
is_address (AtlasImportDraft *self,
            const char *text)
{
  g_autofree char *address = atlas_import_address_clean (text);

  if (address == NULL)
    return FALSE;
  if (self->address == NULL)
    self->address = g_steal_pointer (&address);
  return TRUE;
}

/* A line of its own near the start may be the author, the day or the address, and
 * then is none of the text. */
static void
take_facts (AtlasImportDraft *self)
{
  for (guint i = 0; i < MIN (self->blocks->len, HEAD_BLOCKS) && self->blocks->len > 1;)
    {
      const char *text = get_block (self, i)->text;

      if (g_utf8_strlen (text, -1) <= MAX_FACT && (is_author (self, text) || is_date (self, text) || is_address (self, text)))
        g_array_remove_index (self->blocks, i);
      else
        i++;
    }
}

/* A headline that is not marked as one: a short line before all others. */
static gboolean
is_headline (AtlasImportDraft *self)
{
  const AtlasBlock *first = get_block (self, 0);

  if (first->kind == ATLAS_BLOCK_HEADING)
    return TRUE;
  if (self->blocks->len < 2 || !atlas_import_ends_sentence (get_block (self, 1)->text))
    return FALSE;
  return g_utf8_strlen (first->text, -1) <= MAX_HEADLINE && !atlas_import_ends_sentence (first->text);
}

/* The title is a field of its own: where it stands above the text too, once is
 * enough. A line alone is the text. */
static void
settle_title (AtlasImportDraft *self)
{
  if (self->blocks->len == 1)
    g_array_index (self->blocks, AtlasBlock, 0).kind = ATLAS_BLOCK_PARAGRAPH;
  if (self->title == NULL && self->blocks->len > 1 && is_headline (self))
    atlas_import_draft_set_text (self, &self->title, get_block (self, 0)->text);
  for (guint i = 0; self->title != NULL && self->blocks->len > 1 && i < MIN (self->blocks->len, 3); i++)
    if (g_str_equal (get_block (self, i)->text, self->title))
      {
        g_array_remove_index (self->blocks, i);
        break;
      }
}

/* Headings that nothing follows belonged to what was left out. */
static void
drop_last_headings (AtlasImportDraft *self)
{
  while (self->blocks->len > 1 && get_block (self, self->blocks->len - 1)->kind == ATLAS_BLOCK_HEADING)
    g_array_set_size (self->blocks, self->blocks->len - 1);
}

static GVariant *
make_variant (AtlasImportDraft *self)
{
  const char *fields[] = { self->title, self->publisher, self->author, self->date, self->address, self->language, self->summary };
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_TUPLE);
  g_auto (GVariantBuilder) blocks = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(us)"));

  g_variant_builder_add (&builder, "u", self->format);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_variant_builder_add (&builder, "ms", fields[i]);
  for (guint i = 0; i < self->blocks->len; i++)
    g_variant_builder_add (&blocks, "(us)", get_block (self, i)->kind, get_block (self, i)->text);
  g_variant_builder_add_value (&builder, g_variant_builder_end (&blocks));
  g_variant_builder_add_value (&builder, g_variant_new_strv ((const char *const *) self->warnings->pdata, self->warnings->len));
  return g_variant_builder_end (&builder);
}

/**
 * atlas_import_draft_finish:
 *
 * Returns: (transfer full) (nullable): what was found; %NULL, with
 *   %ATLAS_IMPORT_ERROR_EMPTY, where that is nothing
 */
AtlasImported *
atlas_import_draft_finish (AtlasImportDraft *self,
                           GError **error)
{
  drop_last_headings (self);
  take_facts (self);
  settle_title (self);
  if (self->blocks->len == 0)
    {
      atlas_import_fail (error, ATLAS_IMPORT_ERROR_EMPTY, _ ("No text was found in “%s”; open it elsewhere, copy the text and paste it."), self->name);
      return NULL;
    }
  if (self->date == NULL && self->address != NULL)
    self->date = atlas_import_address_date (self->address);
  return atlas_imported_new_from_variant (make_variant (self), error);
}
