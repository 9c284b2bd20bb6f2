/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-result.h"

static const AtlasFoundKind kinds_of_names[] = {
  [ATLAS_SEARCH_COUNTRY] = ATLAS_FOUND_COUNTRY,
  [ATLAS_SEARCH_ORGANISATION] = ATLAS_FOUND_ORGANISATION,
  [ATLAS_SEARCH_EVENT] = ATLAS_FOUND_EVENT,
  [ATLAS_SEARCH_ARTICLE] = ATLAS_FOUND_BRIEFING,
};

static const char *const kinds_of_paths[ATLAS_N_FOUND_KINDS] = {
  [ATLAS_FOUND_OWN] = "article",
  [ATLAS_FOUND_BRIEFING] = "article",
  [ATLAS_FOUND_EVENT] = "event",
  [ATLAS_FOUND_COUNTRY] = "country",
  [ATLAS_FOUND_ORGANISATION] = "organisation",
};

static AtlasResult *
result_new (AtlasFoundKind kind,
            const char *id,
            const char *title)
{
  AtlasResult *self = g_new0 (AtlasResult, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  return self;
}

/* What says no more than the title is left out. */
static void
set_snippet (AtlasResult *self,
             const char *snippet,
             GArray *marks)
{
  if (snippet == NULL || g_str_equal (snippet, self->title))
    return;
  self->snippet = g_strdup (snippet);
  self->marks = marks != NULL ? g_array_ref (marks) : NULL;
}

static char *
format_edtf (const char *edtf)
{
  AtlasDate date;

  return edtf != NULL && atlas_date_parse (edtf, &date, NULL) ? atlas_date_format (&date) : NULL;
}

/**
 * atlas_result_new_for_name:
 *
 * Returns: (transfer full): what was found by its name
 */
AtlasResult *
atlas_result_new_for_name (const AtlasSearchItem *item)
{
  AtlasResult *self = result_new (kinds_of_names[item->kind], item->id, item->title);

  self->is_name = TRUE;
  self->detail = g_strdup (item->subtitle);
  return self;
}

/**
 * atlas_result_new_for_text:
 *
 * Returns: (transfer full): what was found by its text
 */
AtlasResult *
atlas_result_new_for_text (const AtlasFound *found)
{
  AtlasResult *self = result_new (found->kind, found->key, found->title);

  self->detail = format_edtf (found->date);
  set_snippet (self, found->snippet, found->marks);
  return self;
}

/**
 * atlas_result_new_for_own:
 *
 * Returns: (transfer full): an article of the reader's own
 */
AtlasResult *
atlas_result_new_for_own (const AtlasLibraryItem *item)
{
  AtlasResult *self = result_new (ATLAS_FOUND_OWN, item->key, item->title);
  g_autofree char *date = format_edtf (item->date);
  const char *from = *item->publisher != '\0' ? item->publisher : item->author;

  if (*from != '\0' && date != NULL)
    self->detail = g_strdup_printf ("%s · %s", from, date);
  else
    self->detail = *from != '\0' ? g_strdup (from) : g_steal_pointer (&date);
  set_snippet (self, item->snippet, item->marks);
  return self;
}

/**
 * atlas_result_free:
 */
void
atlas_result_free (AtlasResult *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->snippet);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self);
}

/**
 * atlas_result_get_path:
 *
 * Returns: (transfer full): where it leads, as in #AtlasState:selection
 */
char *
atlas_result_get_path (const AtlasResult *self)
{
  return g_strconcat (kinds_of_paths[self->kind], "/", self->id, NULL);
}

static const char *
append_part (GString *markup,
             const char *from,
             guint length,
             const char *tag)
{
  const char *end = g_utf8_offset_to_pointer (from, length);
  g_autofree char *escaped = g_markup_escape_text (from, end - from);

  if (tag != NULL)
    g_string_append_printf (markup, "<%s>%s</%s>", tag, escaped, tag);
  else
    g_string_append (markup, escaped);
  return end;
}

/**
 * atlas_result_to_markup:
 *
 * Returns: (transfer full) (nullable): the snippet as Pango markup, with the words that
 *   were found in bold
 */
char *
atlas_result_to_markup (const AtlasResult *self)
{
  GString *markup;
  const char *at = self->snippet;
  guint offset = 0;

  if (self->snippet == NULL)
    return NULL;
  markup = g_string_new (NULL);
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const AtlasRange *mark = &g_array_index (self->marks, AtlasRange, i);

      if (mark->start < offset)
        continue;
      at = append_part (markup, at, mark->start - offset, NULL);
      at = append_part (markup, at, mark->end - mark->start, "b");
      offset = mark->end;
    }
  append_part (markup, at, (guint) g_utf8_strlen (at, -1), NULL);
  return g_string_free_and_steal (markup);
}
