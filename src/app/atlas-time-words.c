/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-time-words.h"

#include <glib/gi18n.h>

#include "atlas-prose.h"
#include "atlas-shown.h"

/* More than these at once nobody listens to. */
#define MAX_SPOKEN 3

/* --- One change ------------------------------------------------------------ */

static const char *
say_membership (const AtlasSpell *from)
{
  switch (from != NULL ? from->status : ATLAS_STATUS_NONE)
    {
    case ATLAS_STATUS_SUSPENDED:
      /* Translators: %1$s is a country, %2$s an organisation with its article: “the AU” */
      return _ ("%1$s is no longer suspended from %2$s");
    case ATLAS_STATUS_FROZEN:
      /* Translators: %1$s is a country, %2$s an organisation with its article: “the CSTO” */
      return _ ("%1$s takes part in %2$s again");
    case ATLAS_STATUS_WITHDRAWN:
      /* Translators: %1$s is a country, %2$s an organisation with its article: “the CSTO” */
      return _ ("%1$s becomes a member of %2$s again");
    case ATLAS_STATUS_NONE:
    case ATLAS_STATUS_MEMBER:
    case ATLAS_STATUS_SIGNATORY:
    case ATLAS_STATUS_INVITED:
    case ATLAS_STATUS_ASSOCIATE:
    case ATLAS_STATUS_PARTNER:
    case ATLAS_STATUS_OBSERVER:
    case ATLAS_STATUS_DIALOGUE_PARTNER:
    case ATLAS_STATUS_DECLINED:
    case ATLAS_N_STATUSES:
    default:
      /* Translators: %1$s is a country, %2$s an organisation with its article: “the SCO” */
      return _ ("%1$s becomes a member of %2$s");
    }
}

static const char *
say_pause (const AtlasSpell *to)
{
  const gboolean frozen = to->status == ATLAS_STATUS_FROZEN;

  switch (to->of)
    {
    case ATLAS_STATUS_NONE:
    case ATLAS_STATUS_MEMBER:
      return frozen ? _ ("%1$s freezes its membership of %2$s")
                    : _ ("%1$s is suspended from %2$s");
    case ATLAS_STATUS_PARTNER:
    case ATLAS_STATUS_DIALOGUE_PARTNER:
      return frozen ? _ ("The partnership of %1$s with %2$s is frozen")
                    : _ ("The partnership of %1$s with %2$s is suspended");
    case ATLAS_STATUS_SUSPENDED:
    case ATLAS_STATUS_FROZEN:
    case ATLAS_STATUS_SIGNATORY:
    case ATLAS_STATUS_INVITED:
    case ATLAS_STATUS_ASSOCIATE:
    case ATLAS_STATUS_OBSERVER:
    case ATLAS_STATUS_WITHDRAWN:
    case ATLAS_STATUS_DECLINED:
    case ATLAS_N_STATUSES:
    default:
      return frozen ? _ ("The tie of %1$s to %2$s is frozen")
                    : _ ("The tie of %1$s to %2$s is suspended");
    }
}

static gboolean
resumes (const AtlasSpell *from,
         const AtlasSpell *to)
{
  return from != NULL && (from->status == ATLAS_STATUS_SUSPENDED || from->status == ATLAS_STATUS_FROZEN) &&
         from->of == to->status;
}

static const char *
say_end (const AtlasSpell *from)
{
  switch (from != NULL ? from->status : ATLAS_STATUS_NONE)
    {
    case ATLAS_STATUS_MEMBER:
      return _ ("%1$s ceases to be a member of %2$s");
    case ATLAS_STATUS_SIGNATORY:
      return _ ("The signature of %1$s to %2$s lapses");
    case ATLAS_STATUS_INVITED:
      return _ ("The invitation of %1$s to %2$s lapses");
    case ATLAS_STATUS_ASSOCIATE:
      return _ ("%1$s ceases to be an associate of %2$s");
    case ATLAS_STATUS_PARTNER:
      return _ ("%1$s ceases to be a partner of %2$s");
    case ATLAS_STATUS_OBSERVER:
      return _ ("%1$s ceases to be an observer of %2$s");
    case ATLAS_STATUS_DIALOGUE_PARTNER:
      return _ ("%1$s ceases to be a dialogue partner of %2$s");
    case ATLAS_STATUS_NONE:
    case ATLAS_STATUS_SUSPENDED:
    case ATLAS_STATUS_FROZEN:
    case ATLAS_STATUS_WITHDRAWN:
    case ATLAS_STATUS_DECLINED:
    case ATLAS_N_STATUSES:
    default:
      return _ ("The tie of %1$s to %2$s ends");
    }
}

static const char *
say_start (const AtlasSpell *from,
           const AtlasSpell *to)
{
  switch (to->status)
    {
    case ATLAS_STATUS_MEMBER:
      return say_membership (from);
    case ATLAS_STATUS_SUSPENDED:
    case ATLAS_STATUS_FROZEN:
      return say_pause (to);
    case ATLAS_STATUS_SIGNATORY:
      /* Translators: it signs a treaty that is not in force yet; %2$s is the organisation or the treaty */
      return _ ("%1$s signs up to %2$s");
    case ATLAS_STATUS_INVITED:
      return _ ("%1$s is invited to join %2$s");
    case ATLAS_STATUS_ASSOCIATE:
      return _ ("%1$s becomes an associate of %2$s");
    case ATLAS_STATUS_PARTNER:
      return resumes (from, to) ? _ ("The partnership of %1$s with %2$s is resumed")
                                : _ ("%1$s becomes a partner of %2$s");
    case ATLAS_STATUS_OBSERVER:
      return _ ("%1$s becomes an observer of %2$s");
    case ATLAS_STATUS_DIALOGUE_PARTNER:
      return _ ("%1$s becomes a dialogue partner of %2$s");
    case ATLAS_STATUS_WITHDRAWN:
      return _ ("%1$s leaves %2$s");
    case ATLAS_STATUS_DECLINED:
      return _ ("%1$s declines the invitation to %2$s");
    case ATLAS_STATUS_NONE:
    case ATLAS_N_STATUSES:
    default:
      return say_end (from);
    }
}

/* The organisation as it was called at the time: the Collective Security
 * Treaty, not yet its organisation. */
static const AtlasOrganisation *
get_organisation (const AtlasChange *change)
{
  if (change->to != NULL && change->to->n_rows > 0)
    return change->to->rows[0]->organisation;
  if (change->from != NULL && change->from->n_rows > 0)
    return change->from->rows[change->from->n_rows - 1]->organisation;
  return change->organisation;
}

/* What is gone is known by its name better than by its letters. */
static const char *
get_short_name (const AtlasOrganisation *organisation,
                const char *language)
{
  return organisation->successor != NULL ? atlas_organisation_get_name (organisation, language)
                                         : atlas_organisation_get_abbreviation (organisation, language);
}

static gboolean
is_word (const AtlasOrganisation *organisation)
{
  static const char *const words[] = { "BRICS", "NATO", "ASEAN", NULL };

  return g_strv_contains (words, organisation->id);
}

static char *
add_article (const AtlasOrganisation *organisation,
             const char *name)
{
  if (is_word (organisation))
    return g_strdup (name);
  /* Translators: an organisation within a sentence: “the SCO”; just “%s” where your language has no article there */
  return g_strdup_printf (C_ ("organisation in a sentence", "the %s"), name);
}

static const char *
get_format (const AtlasChange *change)
{
  return change->to == NULL ? say_end (change->from) : say_start (change->from, change->to);
}

static char *
put_in (const char *format,
        const char *country,
        const char *organisation)
{
  /* The formats are the translated ones above, each with the two names. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, country, organisation);
#pragma GCC diagnostic pop
}

/**
 * atlas_time_words_change:
 * @language: the language of the names
 *
 * Returns: (transfer full): a sentence without a full stop: “Belarus becomes a
 *   member of the SCO”
 */
char *
atlas_time_words_change (const AtlasChange *change,
                         const char *language)
{
  const AtlasOrganisation *organisation = get_organisation (change);
  g_autofree char *named = add_article (organisation, get_short_name (organisation, language));

  return put_in (get_format (change), atlas_country_get_name (change->country, language), named);
}

/**
 * atlas_time_words_change_markup:
 * @language: the language of the names
 *
 * Returns: (transfer full): the same sentence, its names links to their pages
 */
char *
atlas_time_words_change_markup (const AtlasChange *change,
                                const char *language)
{
  const AtlasOrganisation *organisation = get_organisation (change);
  g_autofree char *country = atlas_prose_link ("country", change->country->code, atlas_country_get_name (change->country, language));
  g_autofree char *link = atlas_prose_link ("organisation", organisation->id, get_short_name (organisation, language));
  g_autofree char *named = add_article (organisation, link);
  g_autofree char *format = g_markup_escape_text (get_format (change), -1);

  return put_in (format, country, named);
}

/* --- A move ---------------------------------------------------------------- */

static char *
join (GPtrArray *changes,
      const char *language)
{
  GString *words = g_string_new (NULL);
  const guint n = MIN (changes->len, MAX_SPOKEN);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = atlas_time_words_change (g_ptr_array_index (changes, i), language);

      if (i > 0)
        /* Translators: between sentences that are read out */
        g_string_append (words, _ ("; "));
      g_string_append (words, sentence);
    }
  if (changes->len > n)
    {
      g_string_append (words, _ ("; "));
      /* Translators: after a few changes that are named, how many are not */
      g_string_append_printf (words, ngettext ("and %u more", "and %u more", changes->len - n), changes->len - n);
    }
  return g_string_free (words, FALSE);
}

/* A long step passes changes that are not of the day it leads to. */
static char *
count_passed (const AtlasScope *scope,
              const AtlasDataset *dataset,
              AtlasDay before,
              AtlasDay day)
{
  const gboolean back = day < before;
  g_autoptr (GPtrArray) passed = atlas_scope_changes_between (scope, dataset, MIN (before, day) + 1, MAX (before, day));
  g_autofree char *date = atlas_day_format (before);

  if (passed->len == 0)
    return g_strdup (_ ("no change"));
  if (back)
    /* Translators: %s is the later day that the reader came from */
    return g_strdup_printf (ngettext ("%u change from here to %s", "%u changes from here to %s", passed->len), passed->len, date);
  /* Translators: %s is the earlier day that the reader came from */
  return g_strdup_printf (ngettext ("%u change since %s", "%u changes since %s", passed->len), passed->len, date);
}

/**
 * atlas_time_words_move:
 * @scope: what the timeline is about
 * @before: the day that the reader comes from
 * @day: the day that is shown now
 * @language: the language of the names
 *
 * Returns: (transfer full): the day and what changed on it, or else how much
 *   changed between the two
 */
char *
atlas_time_words_move (const AtlasScope *scope,
                       const AtlasDataset *dataset,
                       AtlasDay before,
                       AtlasDay day,
                       const char *language)
{
  g_autoptr (GPtrArray) changes = atlas_scope_changes_between (scope, dataset, day, day);
  g_autofree char *date = atlas_day_format (day);
  g_autofree char *words = changes->len > 0 ? join (changes, language) : count_passed (scope, dataset, before, day);

  /* Translators: a day and what changed: “4 July 2024: Belarus becomes a member of the SCO” */
  return g_strdup_printf (C_ ("announcement", "%s: %s"), date, words);
}

/**
 * atlas_time_announce:
 * @widget: a widget that is shown
 * @before: the day that the reader comes from
 *
 * Tells a screen reader the date of @state and what changed.
 */
void
atlas_time_announce (GtkWidget *widget,
                     AtlasState *state,
                     AtlasContent *content,
                     AtlasDay before)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (content);
  g_autofree char *words = NULL;
  AtlasScope scope;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (dataset == NULL)
    return;
  atlas_shown_get_scope (state, dataset, &scope);
  words = atlas_time_words_move (&scope, dataset, before, atlas_state_get_date (state), atlas_content_get_language (content));
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
