/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-find.h"

/* One character for one, so that offsets stay. */
static gunichar
fold (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (g_unichar_isspace (c))
    return ' ';
  if (g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts)) > 0)
    c = parts[0];
  return g_unichar_tolower (c);
}

static GArray *
fold_all (const char *text)
{
  GArray *folded = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = fold (g_utf8_get_char (p));

      g_array_append_val (folded, c);
    }
  return folded;
}

static gboolean
stands_at (const GArray *text,
           guint i,
           const GArray *words)
{
  for (guint j = 0; j < words->len; j++)
    if (g_array_index (text, gunichar, i + j) != g_array_index (words, gunichar, j))
      return FALSE;
  return TRUE;
}

/**
 * atlas_find_in_text:
 * @words: what to find; case and accents do not count
 *
 * Returns: (transfer full) (element-type AtlasRange): where @words stand in @text, in
 *   bytes, in their order; they do not overlap
 */
GArray *
atlas_find_in_text (const char *text,
                    const char *words)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (AtlasRange));
  g_autoptr (GArray) folded = fold_all (text);
  g_autoptr (GArray) wanted = fold_all (words);
  const char *at = text;
  guint done = 0;

  if (wanted->len == 0)
    return hits;
  for (guint i = 0; i + wanted->len <= folded->len; i++)
    {
      AtlasRange hit;

      if (!stands_at (folded, i, wanted))
        continue;
      at = g_utf8_offset_to_pointer (at, i - done);
      hit.start = (guint) (at - text);
      at = g_utf8_offset_to_pointer (at, wanted->len);
      hit.end = (guint) (at - text);
      g_array_append_val (hits, hit);
      done = i + wanted->len;
      i = done - 1;
    }
  return hits;
}
