/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-words.h"

#include <glib/gi18n.h>

#include "atlas-prose.h"

/**
 * atlas_words_for_status:
 * @of: what a frozen or suspended tie is a suspension of
 *
 * Returns: (transfer full): “member”, “suspended (partner)”
 */
char *
atlas_words_for_status (AtlasStatus status,
                        AtlasStatus of)
{
  if (of == ATLAS_STATUS_NONE || of == ATLAS_STATUS_MEMBER || of == status)
    return g_strdup (atlas_status_get_name (status));
  /* Translators: a status and what it is a status of: “suspended (partner)” */
  return g_strdup_printf (_ ("%s (%s)"), atlas_status_get_name (status), atlas_status_get_name (of));
}

/* A spell that starts where its first row does is dated as exactly as the row. */
static char *
format_start (const AtlasSpell *spell)
{
  if (spell->n_rows > 0 && spell->rows[0]->from.earliest == spell->start)
    return atlas_date_format (&spell->rows[0]->from);
  return atlas_day_format (spell->start);
}

/* “Since perhaps 1993” reads badly; such dates stand after a colon. */
static gboolean
reads_as_date (const AtlasSpell *spell)
{
  const AtlasDate *from = spell->n_rows > 0 ? &spell->rows[0]->from : NULL;

  return from == NULL || from->earliest != spell->start || (!from->uncertain && !from->interval);
}

/**
 * atlas_words_since:
 *
 * Returns: (transfer full) (nullable): “Since 20 April 1994”; %NULL where the
 *   start is not known
 */
char *
atlas_words_since (const AtlasSpell *spell)
{
  g_autofree char *start = NULL;

  if (spell->start == ATLAS_DAY_MIN)
    return NULL;
  start = format_start (spell);
  if (spell->status == ATLAS_STATUS_WITHDRAWN)
    /* Translators: %s is a date: when a country left an organisation */
    return g_strdup_printf (_ ("Left: %s"), start);
  if (!reads_as_date (spell))
    /* Translators: %s is a date in doubt: “perhaps 1993”, “between 9 September and 9 December 1993” */
    return g_strdup_printf (_ ("Since: %s"), start);
  /* Translators: %s is a date: since when a country has a status */
  return g_strdup_printf (_ ("Since %s"), start);
}

/**
 * atlas_words_member_since:
 *
 * Returns: (transfer full) (nullable): “Member since 25 May 1963”, where
 *   membership began before the present status
 */
char *
atlas_words_member_since (const AtlasDataset *dataset,
                          const AtlasSpell *spell)
{
  g_autofree char *start = NULL;
  const AtlasSpell *const *history;
  guint n;

  if (spell->member_since == ATLAS_DAY_MIN || spell->member_since == spell->start)
    return NULL;
  history = atlas_query_history (dataset, spell->organisation, spell->country, &n);
  for (guint i = 0; i < n; i++)
    if (history[i]->start == spell->member_since)
      start = format_start (history[i]);
  if (start == NULL)
    start = atlas_day_format (spell->member_since);
  /* Translators: %s is a date */
  return g_strdup_printf (_ ("Member since %s"), start);
}

/**
 * atlas_words_doubt:
 *
 * Returns: (transfer full) (nullable): what is uncertain about the start
 */
char *
atlas_words_doubt (const AtlasSpell *spell,
                   AtlasDay day)
{
  const AtlasDate *from = spell->n_rows > 0 ? &spell->rows[0]->from : NULL;

  if (spell->certain_from > spell->start && !atlas_spell_is_certain_on (spell, day))
    {
      g_autofree char *latest = atlas_day_format (spell->certain_from);

      /* Translators: %s is a date: from that day on a status is beyond doubt */
      return g_strdup_printf (_ ("Not certain yet on this day: it may have begun as late as %s."), latest);
    }
  if (from != NULL && from->uncertain)
    return g_strdup (_ ("The date is uncertain: sources differ or do not give it."));
  if (from != NULL && from->approximate)
    return g_strdup (_ ("The date is approximate."));
  return NULL;
}

/**
 * atlas_words_contested:
 *
 * Returns: (transfer full) (nullable): why the status is contested
 */
char *
atlas_words_contested (const AtlasSpell *spell,
                       const char *language)
{
  if (!spell->contested)
    return NULL;
  for (guint i = 0; i < spell->n_rows; i++)
    {
      const char *reason = atlas_membership_get_contested_reason (spell->rows[i], language);

      if (spell->rows[i]->contested && reason != NULL && *reason != '\0')
        /* Translators: %s says why sources disagree about a status */
        return g_strdup_printf (_ ("Contested: %s"), reason);
    }
  return g_strdup (_ ("Contested: sources disagree."));
}

static const char *
describe_return_to_membership (const AtlasSpell *from)
{
  if (from == NULL)
    return _ ("Became a member");
  if (from->status == ATLAS_STATUS_SUSPENDED)
    return _ ("The suspension was lifted");
  if (from->status == ATLAS_STATUS_FROZEN)
    return _ ("Took part again");
  if (from->status == ATLAS_STATUS_WITHDRAWN)
    return _ ("Became a member again");
  return _ ("Became a member");
}

static const char *
describe_pause (const AtlasSpell *to)
{
  gboolean of_membership = to->of == ATLAS_STATUS_MEMBER;

  if (to->status == ATLAS_STATUS_FROZEN)
    return of_membership ? _ ("Froze its membership") : _ ("Its tie was frozen");
  return of_membership ? _ ("Was suspended from membership") : _ ("Its tie was suspended");
}

static const char *
describe_end (const AtlasSpell *from)
{
  if (from == NULL)
    return _ ("The tie ended");
  switch (from->status)
    {
    case ATLAS_STATUS_INVITED:
      return _ ("The invitation lapsed");
    case ATLAS_STATUS_OBSERVER:
      return _ ("Ceased to be an observer");
    case ATLAS_STATUS_PARTNER:
    case ATLAS_STATUS_DIALOGUE_PARTNER:
      return _ ("Ceased to be a partner");
    case ATLAS_STATUS_ASSOCIATE:
      return _ ("Ceased to be an associate");
    case ATLAS_STATUS_SIGNATORY:
      return _ ("The signature lapsed");
    case ATLAS_STATUS_NONE:
    case ATLAS_STATUS_MEMBER:
    case ATLAS_STATUS_SUSPENDED:
    case ATLAS_STATUS_FROZEN:
    case ATLAS_STATUS_WITHDRAWN:
    case ATLAS_STATUS_DECLINED:
    case ATLAS_N_STATUSES:
    default:
      return _ ("The tie ended");
    }
}

static const char *
describe_start (const AtlasSpell *from,
                const AtlasSpell *to)
{
  switch (to->status)
    {
    case ATLAS_STATUS_MEMBER:
      return describe_return_to_membership (from);
    case ATLAS_STATUS_SUSPENDED:
    case ATLAS_STATUS_FROZEN:
      return describe_pause (to);
    case ATLAS_STATUS_SIGNATORY:
      return _ ("Signed; not yet in force");
    case ATLAS_STATUS_INVITED:
      return _ ("Was invited to join");
    case ATLAS_STATUS_ASSOCIATE:
      return _ ("Became an associate");
    case ATLAS_STATUS_PARTNER:
      return _ ("Became a partner");
    case ATLAS_STATUS_OBSERVER:
      return _ ("Became an observer");
    case ATLAS_STATUS_DIALOGUE_PARTNER:
      return _ ("Became a dialogue partner");
    case ATLAS_STATUS_WITHDRAWN:
      /* Translators: what a country did, as in “Georgia: Left” */
      return C_ ("change", "Left");
    case ATLAS_STATUS_DECLINED:
      return _ ("Declined the invitation");
    case ATLAS_STATUS_NONE:
    case ATLAS_N_STATUSES:
    default:
      return describe_end (from);
    }
}

/**
 * atlas_words_change:
 *
 * Returns: (transfer full): what changed, without naming the country or the
 *   organisation: “Became an observer”
 */
char *
atlas_words_change (const AtlasChange *change)
{
  if (change->to == NULL)
    return g_strdup (describe_end (change->from));
  return g_strdup (describe_start (change->from, change->to));
}

/**
 * atlas_words_transition:
 *
 * Returns: (transfer full) (nullable): the status before and after: “observer →
 *   member”; %NULL where a tie began or ended
 */
char *
atlas_words_transition (const AtlasChange *change)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (change->from == NULL || change->to == NULL)
    return NULL;
  before = atlas_words_for_status (change->from->status, change->from->of);
  after = atlas_words_for_status (change->to->status, change->to->of);
  /* Translators: the status before and the one after: “observer → member” */
  return g_strdup_printf (C_ ("status", "%1$s → %2$s"), before, after);
}

/**
 * atlas_words_range:
 *
 * Returns: (transfer full): “From 1 January 2022 to 31 December 2024”
 */
char *
atlas_words_range (AtlasDay from,
                   AtlasDay to)
{
  g_autofree char *first = atlas_day_format (from);
  g_autofree char *last = atlas_day_format (to);

  /* Translators: two dates, both of which count */
  return g_strdup_printf (_ ("From %1$s to %2$s"), first, last);
}

static char *
format_source_date (const AtlasSource *source)
{
  AtlasDate date;

  if (source->date == NULL || !atlas_date_parse (source->date, &date, NULL))
    return NULL;
  return atlas_date_format (&date);
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * atlas_words_source_markup:
 *
 * Returns: (transfer full): markup that names a source and links to it, or
 *   says that no address is recorded
 */
char *
atlas_words_source_markup (const AtlasSource *source)
{
  GString *markup = g_string_new (NULL);
  g_autofree char *date = format_source_date (source);

  if (is_given (source->url))
    {
      g_autofree char *link = g_markup_printf_escaped ("<a href=\"%s\">%s</a> ↗", source->url, source->title);

      g_string_append (markup, link);
    }
  else
    atlas_prose_append_text (markup, source->title, -1);
  if (is_given (source->publisher))
    {
      g_string_append (markup, " · ");
      atlas_prose_append_text (markup, source->publisher, -1);
    }
  if (date != NULL)
    {
      g_string_append (markup, " · ");
      atlas_prose_append_text (markup, date, -1);
    }
  if (!is_given (source->url))
    {
      g_string_append (markup, " · ");
      atlas_prose_append_text (markup, _ ("no address recorded"), -1);
    }
  return g_string_free (markup, FALSE);
}

/**
 * atlas_words_source:
 *
 * Returns: (transfer full): markup: “Source: …”
 */
char *
atlas_words_source (const AtlasSource *source)
{
  g_autofree char *markup = NULL;

  if (source == NULL)
    return g_markup_escape_text (_ ("No source recorded"), -1);
  markup = atlas_words_source_markup (source);
  /* Translators: %s is the title, publisher and date of a source */
  return g_strdup_printf (_ ("Source: %s"), markup);
}

/**
 * atlas_words_codes_markup:
 * @codes: codes of countries, separated by spaces or commas; “UN” and “local”
 *   are understood
 *
 * Returns: (transfer full): the names as links, separated by commas
 */
char *
atlas_words_codes_markup (const AtlasDataset *dataset,
                          const char *codes,
                          const char *language)
{
  g_auto (GStrv) words = g_strsplit_set (codes, " ,", -1);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const AtlasCountry *country = atlas_dataset_find_country (dataset, words[i]);

      if (*words[i] == '\0')
        continue;
      if (markup->len > 0)
        /* Translators: between the names of a list */
        g_string_append (markup, _ (", "));
      if (country != NULL)
        atlas_prose_append_link (markup, "country", country->code, atlas_country_get_name (country, language));
      else if (g_str_equal (words[i], "UN"))
        g_string_append (markup, _ ("the United Nations"));
      else if (g_str_equal (words[i], "local"))
        g_string_append (markup, _ ("local authorities"));
      else
        atlas_prose_append_text (markup, words[i], -1);
    }
  return g_string_free (markup, FALSE);
}
