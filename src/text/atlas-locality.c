/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-locality.h"

#include <string.h>

#define MAX_WORDS 64 /* more make no text more local */
#define SAME_STEM 6  /* bytes: three letters or more that two cases of a name share */

/* How local a text must be, where the words beside a name speak for a town and
 * where nothing does; a town that the text tells of weighs as much as two words. */
#define MIN_LOCAL_HINTED 2
#define MIN_LOCAL 3
#define MIN_SMALL_TOWN 2
#define TOLD_WEIGHT 2
#define MIN_TOWNS 2     /* after which other names are likely to be towns' */
#define MIN_NAMESAKES 5 /* the same, where no country has a name that is no town's */

void
atlas_locality_init (AtlasLocality *self)
{
  *self = (AtlasLocality) { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new (), 0, 0, 0, 0, FALSE };
}

void
atlas_locality_clear (AtlasLocality *self)
{
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->towns, g_ptr_array_unref);
  g_clear_pointer (&self->maybe_towns, g_ptr_array_unref);
}

static gboolean
add_once (GPtrArray *forms,
          const AtlasForm *form)
{
  if (g_ptr_array_find (forms, form, NULL))
    return FALSE;
  g_ptr_array_add (forms, (gpointer) form);
  return TRUE;
}

/**
 * atlas_locality_add_word:
 *
 * Takes a candidate that names nothing, if it is a word of the USA.
 */
void
atlas_locality_add_word (AtlasLocality *self,
                         const AtlasCandidate *candidate)
{
  guint context = atlas_candidate_get_context (candidate);

  if ((context & ATLAS_CONTEXT_OF_USA) != 0 && self->words->len < MAX_WORDS && add_once (self->words, candidate->rows[0]))
    self->n_small_town += (context & ATLAS_CONTEXT_LOCAL) != 0;
}

/**
 * atlas_locality_add_town:
 * @told: whether the text says that it is a town, rather than using it so
 */
void
atlas_locality_add_town (AtlasLocality *self,
                         const AtlasForm *form,
                         gboolean told)
{
  add_once (told ? self->towns : self->maybe_towns, form);
}

static guint
count_local (const AtlasLocality *self)
{
  return self->words->len + TOLD_WEIGHT * self->towns->len + self->maybe_towns->len;
}

/**
 * atlas_locality_is_listed:
 *
 * Returns: whether the form is in the list, in any of its cases: “в селе Париж”,
 *   “до Парижа”
 */
gboolean
atlas_locality_is_listed (const GPtrArray *forms,
                          const AtlasForm *form)
{
  for (guint i = 0; i < forms->len; i++)
    {
      const AtlasForm *other = g_ptr_array_index (forms, i);

      if (other == form || (other->kind == form->kind && g_str_equal (other->target, form->target) && strncmp (other->form, form->form, SAME_STEM) == 0))
        return TRUE;
    }
  return FALSE;
}

/**
 * atlas_locality_accepts_hint:
 *
 * Returns: whether the text is local enough to believe words such as “the Mexico
 *   sophomore”
 */
gboolean
atlas_locality_accepts_hint (const AtlasLocality *self)
{
  guint n_local = count_local (self);

  return self->words->len > 0 && n_local >= MIN_LOCAL_HINTED && 2 * n_local > self->n_abroad;
}

/**
 * atlas_locality_is_town:
 *
 * Returns: whether a place or a hint elsewhere in the text makes the form a town's
 */
gboolean
atlas_locality_is_town (const AtlasLocality *self,
                        const AtlasForm *form)
{
  return atlas_locality_is_listed (self->towns, form) ||
         (atlas_locality_accepts_hint (self) && atlas_locality_is_listed (self->maybe_towns, form));
}

/* Returns of a state's towns name many that countries are called by, and none else;
 * and beside two that are towns a third is one. */
static gboolean
is_among_towns (const AtlasLocality *self)
{
  if (self->n_foreign > 0)
    return FALSE;
  return (self->n_namesakes >= MIN_NAMESAKES && count_local (self) > 0) ||
         (self->towns->len + self->maybe_towns->len >= MIN_TOWNS && count_local (self) >= MIN_LOCAL);
}

/**
 * atlas_locality_is_likely_town:
 *
 * Returns: whether the whole text makes it likely that the form, of which the text
 *   tells nothing else, is a town's
 */
gboolean
atlas_locality_is_likely_town (const AtlasLocality *self,
                               const AtlasForm *form)
{
  guint n_local = count_local (self);
  guint n_small_town = self->n_small_town + self->towns->len + self->maybe_towns->len;

  if (self->words->len == 0 || (form->context & (ATLAS_CONTEXT_TOWN | ATLAS_CONTEXT_HAMLET)) == 0)
    return FALSE;
  if (is_among_towns (self))
    return TRUE;
  if ((form->context & ATLAS_CONTEXT_TOWN) == 0)
    return FALSE;
  if (self->n_foreign == 0)
    return n_local >= MIN_LOCAL_HINTED && (!self->names_usa || n_small_town >= MIN_SMALL_TOWN);
  return n_local >= MIN_LOCAL && n_small_town >= MIN_SMALL_TOWN && n_local >= 2 * self->n_abroad;
}
