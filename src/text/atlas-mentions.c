/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-mentions.h"

#include <glib/gi18n-lib.h>

struct _AtlasMentions
{
  gatomicrefcount ref_count;
  AtlasGazetteer *gazetteer; /* owns what mentions point to */
  AtlasLanguage language;
  GArray *mentions;
};

static const char *
get_kind_sentence (AtlasFormKind kind,
                   gboolean is_organisation)
{
  switch (kind)
    {
    case ATLAS_FORM_ABBREVIATION:
      return is_organisation ? _ ("“%s” is an abbreviation of the organisation's name.") : _ ("“%s” is an abbreviation of the country's name.");
    case ATLAS_FORM_CAPITAL:
      return _ ("“%s” is the country's capital, which often stands for its government.");
    case ATLAS_FORM_SEAT:
      return _ ("“%s” is a seat of power that stands for the country.");
    case ATLAS_FORM_ADJECTIVE:
      return _ ("“%s” is the adjective for the country.");
    case ATLAS_FORM_DEMONYM:
      return _ ("“%s” means people of the country.");
    case ATLAS_FORM_LEADER:
      return _ ("“%s” holds one of the country's highest offices.");
    case ATLAS_FORM_NAME:
    case ATLAS_FORM_OTHER:
    case ATLAS_N_FORM_KINDS:
    default:
      return is_organisation ? _ ("“%s” is the organisation's name.") : _ ("“%s” is a name of the country.");
    }
}

static const char *
get_reason_sentence (const AtlasMention *self)
{
  switch (self->reason)
    {
    case ATLAS_REASON_COMPOUND:
      return _ ("“%s” is part of a compound word.");
    case ATLAS_REASON_NAMED_ELSEWHERE:
      return _ ("“%s” can mean something else, but the text also names it in other words.");
    case ATLAS_REASON_COMPANY:
      return _ ("“%s” can mean something else, but the text speaks of other countries beside it.");
    case ATLAS_REASON_PLACE:
      return _ ("“%s” can mean something else, but stands where a place stands.");
    case ATLAS_REASON_USUAL:
      return _ ("“%s” can mean something else, but nothing in the text speaks for that.");
    case ATLAS_REASON_PERIOD:
      return _ ("“%s” held one of the country's highest offices when the text was written.");
    case ATLAS_REASON_UNSURE:
      return _ ("“%s” can mean something else, and nothing in the text decides.");
    case ATLAS_REASON_UNSURE_SHARED:
      return _ ("“%s” is borne by several countries, and nothing in the text decides.");
    case ATLAS_REASON_UNSURE_METONYM:
      return _ ("“%s” may stand for an organisation that has its seat there.");
    case ATLAS_REASON_UNSURE_PERIOD:
      return _ ("“%s” once held one of the country's highest offices; when the text was written is not known.");
    case ATLAS_REASON_FORM:
    case ATLAS_N_REASONS:
    default:
      return get_kind_sentence (self->kind, self->is_organisation);
    }
}

/**
 * atlas_mention_get_why:
 *
 * Returns: (transfer full): a translated sentence that says why it was linked,
 *   or why it is in doubt
 */
char *
atlas_mention_get_why (const AtlasMention *self)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (get_reason_sentence (self), self->form->form);
#pragma GCC diagnostic pop
}

/**
 * atlas_mentions_new:
 *
 * Returns: (transfer full): none yet; for the linker, which adds them
 */
AtlasMentions *
atlas_mentions_new (AtlasGazetteer *gazetteer,
                    AtlasLanguage language)
{
  AtlasMentions *self = g_new0 (AtlasMentions, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->gazetteer = atlas_gazetteer_ref (gazetteer);
  self->language = language;
  self->mentions = g_array_new (FALSE, FALSE, sizeof (AtlasMention));
  return self;
}

/**
 * atlas_mentions_add:
 * @mention: (transfer none): copied; not before the last one
 */
void
atlas_mentions_add (AtlasMentions *self,
                    const AtlasMention *mention)
{
  g_array_append_val (self->mentions, *mention);
}

/* The first mention that does not begin before @byte. */
static guint
find_from (const AtlasMentions *self,
           guint byte)
{
  guint low = 0;
  guint high = self->mentions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->mentions, AtlasMention, middle).byte_start < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * atlas_mentions_slice:
 * @byte_start: where the part begins
 * @byte_end: where it ends
 * @start: the code point at @byte_start
 *
 * Returns: (transfer full): the mentions of a part of the text, as if the part
 *   were a text of its own
 */
AtlasMentions *
atlas_mentions_slice (const AtlasMentions *self,
                      guint byte_start,
                      guint byte_end,
                      guint start)
{
  AtlasMentions *slice = atlas_mentions_new (self->gazetteer, self->language);

  for (guint i = find_from (self, byte_start); i < self->mentions->len; i++)
    {
      AtlasMention mention = g_array_index (self->mentions, AtlasMention, i);

      if (mention.byte_end > byte_end)
        break;
      mention.byte_start -= byte_start;
      mention.byte_end -= byte_start;
      mention.start -= start;
      mention.end -= start;
      g_array_append_val (slice->mentions, mention);
    }
  return slice;
}

/**
 * atlas_mentions_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasMentions *
atlas_mentions_ref (AtlasMentions *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_mentions_unref:
 *
 * Any thread may call this.
 */
void
atlas_mentions_unref (AtlasMentions *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->mentions);
  atlas_gazetteer_unref (self->gazetteer);
  g_free (self);
}

/**
 * atlas_mentions_get_n:
 *
 * Returns: how many mentions there are
 */
guint
atlas_mentions_get_n (const AtlasMentions *self)
{
  return self->mentions->len;
}

/**
 * atlas_mentions_get:
 *
 * Returns: (transfer none): the mention at @i, in the order of the text
 */
const AtlasMention *
atlas_mentions_get (const AtlasMentions *self,
                    guint i)
{
  g_return_val_if_fail (i < self->mentions->len, NULL);

  return &g_array_index (self->mentions, AtlasMention, i);
}

/**
 * atlas_mentions_get_language:
 *
 * Returns: the language that the text was read in, given or guessed
 */
AtlasLanguage
atlas_mentions_get_language (const AtlasMentions *self)
{
  return self->language;
}

/**
 * atlas_mentions_count:
 * @target: code of a country or id of an organisation
 *
 * Returns: how often the text names it
 */
guint
atlas_mentions_count (const AtlasMentions *self,
                      const char *target,
                      gboolean is_organisation,
                      gboolean with_doubtful)
{
  guint n = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const AtlasMention *mention = atlas_mentions_get (self, i);

      n += (with_doubtful || !mention->doubtful) && mention->is_organisation == !!is_organisation && g_str_equal (mention->target, target);
    }
  return n;
}
