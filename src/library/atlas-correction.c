/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-correction.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const ids[ATLAS_N_CORRECTIONS] = { "not-this", "also-this", "this-is" };

typedef struct
{
  GArray *mentions; /* AtlasLibraryMention */
  AtlasTextAt text_at;
  gpointer data;
} Correcting;

/**
 * atlas_correction_what_to_id:
 *
 * Returns: (transfer none): what files and the database call it
 */
const char *
atlas_correction_what_to_id (AtlasCorrectionWhat what)
{
  g_return_val_if_fail (what < ATLAS_N_CORRECTIONS, NULL);

  return ids[what];
}

/**
 * atlas_correction_what_from_id:
 *
 * Returns: whether @id is one
 */
gboolean
atlas_correction_what_from_id (const char *id,
                               AtlasCorrectionWhat *what)
{
  for (guint i = 0; i < ATLAS_N_CORRECTIONS; i++)
    if (g_str_equal (id, ids[i]))
      {
        *what = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * atlas_correction_clear:
 *
 * Frees what it owns, not itself.
 */
void
atlas_correction_clear (AtlasCorrection *self)
{
  g_clear_pointer (&self->quote, g_free);
}

/**
 * atlas_corrections_copy:
 * @corrections: (nullable) (element-type AtlasCorrection):
 *
 * Returns: (transfer full) (element-type AtlasCorrection): none where there were none
 */
GArray *
atlas_corrections_copy (const GArray *corrections)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (AtlasCorrection));

  g_array_set_clear_func (copy, (GDestroyNotify) atlas_correction_clear);
  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      AtlasCorrection correction = g_array_index (corrections, AtlasCorrection, i);

      correction.quote = g_strdup (correction.quote);
      g_array_append_val (copy, correction);
    }
  return copy;
}

/**
 * atlas_library_mention_get_why:
 *
 * Returns: (transfer full): a translated sentence that says why it was linked
 */
char *
atlas_library_mention_get_why (const AtlasLibraryMention *self)
{
  AtlasForm form = { .form = self->form, .target = self->target, .kind = self->kind, .is_organisation = self->is_organisation };
  AtlasMention mention = {
    .start = self->start,
    .end = self->end,
    .target = self->target,
    .form = &form,
    .kind = self->kind,
    .reason = self->reason,
    .is_organisation = self->is_organisation,
    .doubtful = self->doubtful,
  };

  if (self->corrected)
    return g_strdup (_ ("You linked it."));
  return atlas_mention_get_why (&mention);
}

/* --- Applying ------------------------------------------------------------------------ */

/* Where the words of @correction stand now: where they stood, or else the first
 * place in the article that has them. */
static gboolean
find_place (Correcting *self,
            const AtlasCorrection *correction,
            AtlasCorrection *place)
{
  const char *text = self->text_at (correction->block, self->data);
  glong quote_length = correction->quote != NULL ? g_utf8_strlen (correction->quote, -1) : 0;

  *place = *correction;
  if (text != NULL && (glong) correction->end <= g_utf8_strlen (text, -1))
    {
      const char *start = g_utf8_offset_to_pointer (text, correction->start);

      if (correction->quote == NULL || g_str_has_prefix (start, correction->quote))
        return TRUE;
    }
  if (correction->quote == NULL || *correction->quote == '\0')
    return FALSE;
  for (int block = ATLAS_PLACE_SUMMARY; block < 0 || text != NULL; block++)
    {
      const char *found;

      text = self->text_at (block, self->data);
      found = text != NULL ? strstr (text, correction->quote) : NULL;
      if (found == NULL)
        continue;
      place->block = block;
      place->start = (guint) g_utf8_pointer_to_offset (text, found);
      place->end = place->start + (guint) quote_length;
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_target (const AtlasLibraryMention *mention,
           const AtlasCorrection *correction)
{
  return mention->is_organisation == !!correction->is_organisation && g_str_equal (mention->target, correction->target);
}

static gboolean
overlaps (const AtlasLibraryMention *mention,
          const AtlasCorrection *place)
{
  return mention->block == place->block && mention->start < place->end && mention->end > place->start;
}

static gboolean
reads (Correcting *self,
       const AtlasLibraryMention *mention,
       const char *quote)
{
  const char *text = self->text_at (mention->block, self->data);
  const char *start;
  const char *end;

  if (text == NULL || quote == NULL || (glong) mention->end > g_utf8_strlen (text, -1))
    return FALSE;
  start = g_utf8_offset_to_pointer (text, mention->start);
  end = g_utf8_offset_to_pointer (text, mention->end);
  return (gsize) (end - start) == strlen (quote) && memcmp (start, quote, end - start) == 0;
}

static void
drop (Correcting *self,
      const AtlasCorrection *place,
      gboolean any_target)
{
  for (guint i = self->mentions->len; i > 0; i--)
    {
      const AtlasLibraryMention *mention = &g_array_index (self->mentions, AtlasLibraryMention, i - 1);

      if ((any_target || is_target (mention, place)) && (place->all || overlaps (mention, place)))
        g_array_remove_index (self->mentions, i - 1);
    }
}

static void
add (Correcting *self,
     const AtlasCorrection *place)
{
  AtlasLibraryMention mention = {
    .block = place->block,
    .start = place->start,
    .end = place->end,
    .target = place->target,
    .form = g_intern_string (place->quote != NULL ? place->quote : ""),
    .kind = ATLAS_FORM_NAME,
    .reason = ATLAS_REASON_FORM,
    .is_organisation = !!place->is_organisation,
    .corrected = TRUE,
  };

  drop (self, place, FALSE);
  g_array_append_val (self->mentions, mention);
}

/* Every mention in these words is @correction's target; several countries that
 * share the form leave one mention. */
static void
turn_all (Correcting *self,
          const AtlasCorrection *correction)
{
  for (guint i = 0; i < self->mentions->len;)
    {
      AtlasLibraryMention *mention = &g_array_index (self->mentions, AtlasLibraryMention, i);
      const AtlasLibraryMention *before = i > 0 ? mention - 1 : NULL;

      if (!reads (self, mention, correction->quote))
        {
          i++;
          continue;
        }
      if (*correction->target == '\0' || (before != NULL && before->block == mention->block && before->start == mention->start && is_target (before, correction)))
        {
          g_array_remove_index (self->mentions, i);
          continue;
        }
      mention->target = correction->target;
      mention->is_organisation = !!correction->is_organisation;
      mention->doubtful = FALSE;
      mention->corrected = TRUE;
      i++;
    }
}

static void
apply (Correcting *self,
       const AtlasCorrection *correction)
{
  AtlasCorrection place = *correction;

  if (!correction->all && !find_place (self, correction, &place))
    return;
  switch (correction->what)
    {
    case ATLAS_CORRECTION_NOT_THIS:
      drop (self, &place, FALSE);
      break;
    case ATLAS_CORRECTION_ALSO_THIS:
      if (!place.all)
        add (self, &place);
      break;
    case ATLAS_CORRECTION_THIS_IS:
      if (place.all)
        {
          turn_all (self, &place);
          break;
        }
      drop (self, &place, TRUE);
      if (*place.target != '\0')
        add (self, &place);
      break;
    case ATLAS_N_CORRECTIONS:
    default:
      g_return_if_reached ();
    }
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const AtlasLibraryMention *left = a;
  const AtlasLibraryMention *right = b;
  guint left_block = left->block == ATLAS_PLACE_TITLE ? 0 : left->block == ATLAS_PLACE_SUMMARY ? 1
                                                                                               : (guint) left->block + 2;
  guint right_block = right->block == ATLAS_PLACE_TITLE ? 0 : right->block == ATLAS_PLACE_SUMMARY ? 1
                                                                                                  : (guint) right->block + 2;

  if (left_block != right_block)
    return left_block < right_block ? -1 : 1;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return strcmp (left->target, right->target);
}

/**
 * atlas_corrections_apply:
 * @mentions: (element-type AtlasLibraryMention): what the linker found
 * @corrections: (nullable) (element-type AtlasCorrection): the oldest first
 * @text_at: gives the texts that the places are in
 *
 * A pure function: the same mentions and corrections give the same answer.
 * “Also this” for a whole article adds no mention; it makes a subject.
 *
 * Returns: (transfer full) (element-type AtlasLibraryMention): the mentions to show, in
 *   the order title, summary, blocks
 */
GArray *
atlas_corrections_apply (const GArray *mentions,
                         const GArray *corrections,
                         AtlasTextAt text_at,
                         gpointer data)
{
  Correcting self = { g_array_copy ((GArray *) mentions), text_at, data };

  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    apply (&self, &g_array_index (corrections, AtlasCorrection, i));
  g_array_sort (self.mentions, compare_mentions);
  return self.mentions;
}
