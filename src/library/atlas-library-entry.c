/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-library-entry.h"
#include "atlas-database.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In code points. */
#define MAX_MADE_TITLE 70

static void
clear_block (gpointer data)
{
  AtlasLibraryBlock *block = data;

  g_free (block->text);
}

/**
 * atlas_library_entry_new:
 *
 * Returns: (transfer full): an entry without text
 */
AtlasLibraryEntry *
atlas_library_entry_new (const char *title)
{
  AtlasLibraryEntry *self = g_new0 (AtlasLibraryEntry, 1);

  self->title = g_strdup (title);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (AtlasLibraryBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  return self;
}

/**
 * atlas_library_entry_free:
 */
void
atlas_library_entry_free (AtlasLibraryEntry *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->publisher);
  g_free (self->author);
  g_free (self->date);
  g_free (self->address);
  g_free (self->language);
  g_array_unref (self->blocks);
  g_strfreev (self->tags);
  g_clear_pointer (&self->corrections, g_array_unref);
  g_free (self);
}

/**
 * atlas_library_entry_add_block:
 *
 * Adds a block at the end.
 */
void
atlas_library_entry_add_block (AtlasLibraryEntry *self,
                               AtlasBlockKind kind,
                               const char *text)
{
  AtlasLibraryBlock block = { kind, g_strdup (text) };

  g_array_append_val (self->blocks, block);
}

/**
 * atlas_library_entry_copy:
 *
 * Returns: (transfer full): the same
 */
AtlasLibraryEntry *
atlas_library_entry_copy (const AtlasLibraryEntry *self)
{
  AtlasLibraryEntry *copy = atlas_library_entry_new (self->title);

  copy->key = g_strdup (self->key);
  copy->summary = g_strdup (self->summary);
  copy->publisher = g_strdup (self->publisher);
  copy->author = g_strdup (self->author);
  copy->date = g_strdup (self->date);
  copy->address = g_strdup (self->address);
  copy->language = g_strdup (self->language);
  copy->tags = g_strdupv (self->tags);
  copy->corrections = atlas_corrections_copy (self->corrections);
  copy->imported_at = self->imported_at;
  copy->updated_at = self->updated_at;
  copy->read_at = self->read_at;
  copy->deleted_at = self->deleted_at;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const AtlasLibraryBlock *block = &g_array_index (self->blocks, AtlasLibraryBlock, i);

      atlas_library_entry_add_block (copy, block->kind, block->text);
    }
  return copy;
}

/**
 * atlas_library_entry_get_text_at:
 * @block: index of a block, %ATLAS_PLACE_TITLE or %ATLAS_PLACE_SUMMARY
 *
 * Returns: (transfer none) (nullable): %NULL where there is no such block
 */
const char *
atlas_library_entry_get_text_at (const AtlasLibraryEntry *self,
                                 int block)
{
  if (block == ATLAS_PLACE_TITLE)
    return self->title;
  if (block == ATLAS_PLACE_SUMMARY)
    return self->summary;
  if (block < 0 || (guint) block >= self->blocks->len)
    return NULL;
  return g_array_index (self->blocks, AtlasLibraryBlock, block).text;
}

/**
 * atlas_library_entry_join_text:
 *
 * Returns: (transfer full): the blocks, an empty line between two
 */
char *
atlas_library_entry_join_text (const AtlasLibraryEntry *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", g_array_index (self->blocks, AtlasLibraryBlock, i).text);
  return g_string_free_and_steal (text);
}

/**
 * atlas_library_entry_complete:
 * @known: an earlier state of the same article
 *
 * Takes from @known what is not known of @self, such as a date that the reader once
 * wrote and no file says.
 */
void
atlas_library_entry_complete (AtlasLibraryEntry *self,
                              const AtlasLibraryEntry *known)
{
  const struct
  {
    char **own;
    const char *known;
  } fields[] = {
    { &self->title, known->title },
    { &self->summary, known->summary },
    { &self->publisher, known->publisher },
    { &self->author, known->author },
    { &self->date, known->date },
    { &self->address, known->address },
    { &self->language, known->language },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (*fields[i].own == NULL || **fields[i].own == '\0')
      {
        g_free (*fields[i].own);
        *fields[i].own = g_strdup (fields[i].known);
      }
}

/**
 * atlas_library_entry_make_title:
 *
 * For a text that came without a title, such as one that was pasted.
 *
 * Returns: (transfer full): the first words of the text; "" where there is none
 */
char *
atlas_library_entry_make_title (const AtlasLibraryEntry *self)
{
  const char *text = self->blocks->len > 0 ? g_array_index (self->blocks, AtlasLibraryBlock, 0).text : "";
  g_autofree char *start = NULL;
  char *space;

  if (g_utf8_strlen (text, -1) <= MAX_MADE_TITLE)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX_MADE_TITLE);
  space = strrchr (start, ' ');
  if (space != NULL && space > start)
    *space = '\0';
  return g_strconcat (start, "…", NULL);
}

/* --- Mending ------------------------------------------------------------------------- */

/* One line of valid UTF-8 without control characters, which snippets use as marks;
 * white space is one space. */
static char *
mend_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) && c != 0xa0 && c != 0x202f)
        space = TRUE;
      else if (!g_unichar_iscntrl (c))
        {
          if (space && line->len > 0)
            g_string_append_c (line, ' ');
          space = FALSE;
          g_string_append_unichar (line, c);
        }
    }
  return g_string_free_and_steal (line);
}

static void
mend (char **text)
{
  char *mended = mend_line (*text);

  g_free (*text);
  *text = mended;
}

static GStrv
mend_tags (char **tags)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      g_autofree char *tag = mend_line (tags[i]);

      if (*tag != '\0' && !g_ptr_array_find_with_equal_func (kept, tag, g_str_equal, NULL))
        g_ptr_array_add (kept, g_steal_pointer (&tag));
    }
  g_ptr_array_sort_values (kept, (GCompareFunc) strcmp);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&kept), FALSE);
}

static gboolean
is_key (const char *key)
{
  return g_regex_match_simple ("^[a-z0-9][a-z0-9-]{0,79}$", key, G_REGEX_DOLLAR_ENDONLY, G_REGEX_MATCH_DEFAULT);
}

/**
 * atlas_library_is_own_key:
 *
 * Returns: whether @key could be that of an article in a library; that there is one,
 *   only the library knows
 */
gboolean
atlas_library_is_own_key (const char *key)
{
  return is_key (key) && strlen (key) > strlen (ATLAS_LIBRARY_KEY_PREFIX) && g_str_has_prefix (key, ATLAS_LIBRARY_KEY_PREFIX);
}

static void
mend_blocks (AtlasLibraryEntry *self)
{
  for (guint i = self->blocks->len; i > 0; i--)
    {
      AtlasLibraryBlock *block = &g_array_index (self->blocks, AtlasLibraryBlock, i - 1);

      mend (&block->text);
      if (*block->text == '\0')
        g_array_remove_index (self->blocks, i - 1);
    }
}

/**
 * atlas_library_entry_mend:
 *
 * Texts are put on one line and made valid, empty blocks and tags left out; what is
 * not known becomes "", the times what they stand for.
 *
 * Returns: (transfer full) (nullable): the entry as it is kept; %NULL where it has
 *   neither title nor text, or a date or key that is none
 */
AtlasLibraryEntry *
atlas_library_entry_mend (const AtlasLibraryEntry *self,
                          GError **error)
{
  g_autoptr (AtlasLibraryEntry) mended = atlas_library_entry_copy (self);
  char **const lines[] = { &mended->title, &mended->summary, &mended->publisher, &mended->author, &mended->date, &mended->address, &mended->language };
  AtlasDate date;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    mend (lines[i]);
  g_strfreev (mended->tags);
  mended->tags = mend_tags (self->tags);
  mend_blocks (mended);
  if (*mended->title == '\0' && mended->blocks->len == 0)
    {
      g_set_error_literal (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_INVALID, _ ("The article has neither a title nor text."));
      return NULL;
    }
  if (mended->key != NULL && !is_key (mended->key))
    {
      g_set_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_INVALID, _ ("“%s” is not the key of an article."), mended->key);
      return NULL;
    }
  if (*mended->date != '\0' && !atlas_date_parse (mended->date, &date, error))
    return NULL;
  if (*mended->language == '\0')
    {
      g_autofree char *text = atlas_library_entry_join_text (mended);
      g_autofree char *all = g_strjoin ("\n", mended->title, mended->summary, text, NULL);
      AtlasLanguage language = atlas_language_guess (all, -1);

      g_free (mended->language);
      mended->language = g_strdup (language != ATLAS_LANGUAGE_UNKNOWN ? atlas_language_to_tag (language) : "");
    }
  if (mended->imported_at == 0)
    mended->imported_at = g_get_real_time ();
  if (mended->updated_at == 0)
    mended->updated_at = mended->imported_at;
  return g_steal_pointer (&mended);
}
