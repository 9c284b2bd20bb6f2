/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-timeline-words.h"

#include <glib/gi18n.h>

#include "atlas-time-words.h"
#include "atlas-words.h"

#define MOST 5 /* changes or events that are told one by one */

static void
add_source (GStrvBuilder *lines,
            const AtlasSource *source)
{
  g_autofree char *name = NULL;

  if (source == NULL)
    return;
  name = source->publisher != NULL && *source->publisher != '\0'
             ? g_strdup_printf ("%s · %s", source->title, source->publisher)
             : g_strdup (source->title);
  /* Translators: %s is the title, publisher and date of a source */
  g_strv_builder_take (lines, g_strdup_printf (_ ("Source: %s"), name));
}

static void
add_more (GStrvBuilder *lines,
          guint n)
{
  if (n > MOST)
    /* Translators: after the first of several changes or events */
    g_strv_builder_take (lines, g_strdup_printf (ngettext ("and %u more", "and %u more", n - MOST), n - MOST));
}

/* --- A spell -------------------------------------------------------------------- */

static char *
dup_end (const AtlasSpell *spell)
{
  g_autofree char *end = NULL;
  AtlasDate date;

  if (spell->end == ATLAS_DAY_MAX)
    return NULL;
  if (spell->end_latest > spell->end && spell->end_latest != ATLAS_DAY_MAX)
    atlas_date_init_days (&date, spell->end, spell->end_latest);
  else
    atlas_date_init_days (&date, spell->end, spell->end);
  end = atlas_date_format (&date);
  /* Translators: %s is a date: the day on which a status was no longer held */
  return g_strdup_printf (_ ("Until %s"), end);
}

static void
add_line (GStrvBuilder *lines,
          char *line)
{
  if (line != NULL)
    g_strv_builder_take (lines, line);
}

static char *
describe_spell (const AtlasSpell *spell,
                const AtlasScope *scope,
                const char *language,
                GStrvBuilder *lines)
{
  g_autofree char *status = atlas_words_for_status (spell->status, spell->of);
  const char *whose = scope->country != NULL ? atlas_organisation_get_abbreviation (spell->organisation, language)
                                             : atlas_country_get_name (spell->country, language);

  add_line (lines, atlas_words_since (spell));
  add_line (lines, dup_end (spell));
  add_line (lines, atlas_words_doubt (spell, spell->start));
  add_line (lines, atlas_words_contested (spell, language));
  add_source (lines, atlas_spell_get_source (spell));
  /* Translators: an organisation and the status that a country has in it, as in “SCO: observer” */
  return g_strdup_printf (C_ ("tie", "%s: %s"), whose, status);
}

/* --- A step of a curve ------------------------------------------------------------ */

static gboolean
changes_membership (const AtlasChange *change)
{
  const gboolean before = change->from != NULL && atlas_spell_belongs (change->from);
  const gboolean after = change->to != NULL && atlas_spell_belongs (change->to);

  return before != after;
}

static void
add_changes (GStrvBuilder *lines,
             const AtlasDataset *dataset,
             const AtlasOrganisation *organisation,
             AtlasDay day,
             const char *language)
{
  g_autoptr (GPtrArray) changes = atlas_query_changes_between (dataset, organisation, NULL, day, day);
  const AtlasSource *source = NULL;
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const AtlasChange *change = g_ptr_array_index (changes, i);

      if (!changes_membership (change))
        continue;
      if (n++ >= MOST)
        continue;
      g_strv_builder_take (lines, atlas_time_words_change (change, language));
      source = atlas_change_get_source (change);
    }
  add_more (lines, n);
  add_source (lines, source);
}

static char *
describe_step (const AtlasTimelineItem *item,
               const AtlasDataset *dataset,
               const char *language,
               GStrvBuilder *lines)
{
  const AtlasOrganisation *organisation = item->lane->organisation;
  g_autofree char *date = atlas_day_format (item->step->day);

  /* Translators: %s is a date: since then as many countries belong as is said above */
  g_strv_builder_take (lines, g_strdup_printf (_ ("Since %s"), date));
  add_changes (lines, dataset, organisation, item->step->day, language);
  return g_strdup_printf (
      /* Translators: an organisation and how many belong to it, as in “SCO: 10 members” */
      ngettext ("%s: %u member", "%s: %u members", item->step->belonging),
      atlas_organisation_get_abbreviation (organisation, language), item->step->belonging);
}

/* --- Marks ------------------------------------------------------------------------ */

static char *
dup_event_date (const AtlasEvent *event)
{
  g_autofree char *date = atlas_date_format (&event->date);

  if (!event->planned)
    return g_steal_pointer (&date);
  /* Translators: %s is the date of an event that was announced */
  return g_strdup_printf (_ ("Planned: %s"), date);
}

static char *
describe_event (const AtlasEvent *event,
                const char *language,
                GStrvBuilder *lines)
{
  g_strv_builder_take (lines, dup_event_date (event));
  add_source (lines, event->source);
  return g_strdup (atlas_event_get_title (event, language));
}

static char *
describe_mark (const AtlasTimelineItem *item,
               const char *language,
               GStrvBuilder *lines)
{
  if (item->n_events == 1)
    return describe_event (item->events[0], language, lines);
  for (guint i = 0; i < item->n_events && i < MOST; i++)
    {
      g_autofree char *date = dup_event_date (item->events[i]);

      /* Translators: a date and what happened then */
      g_strv_builder_take (lines, g_strdup_printf (C_ ("event", "%s: %s"), date, atlas_event_get_title (item->events[i], language)));
    }
  add_more (lines, item->n_events);
  return g_strdup_printf (ngettext ("%u event", "%u events", item->n_events), item->n_events);
}

/* --- All -------------------------------------------------------------------------- */

static char *
describe_label (const AtlasLane *lane,
                const AtlasScope *scope,
                const char *language)
{
  if (lane->country != NULL && scope->country == NULL)
    return g_strdup (atlas_country_get_name (lane->country, language));
  if (lane->organisation != NULL)
    return g_strdup (atlas_organisation_get_name (lane->organisation, language));
  return NULL;
}

static char *
describe (const AtlasTimelineItem *item,
          const AtlasDataset *dataset,
          const AtlasScope *scope,
          const char *language,
          GStrvBuilder *lines)
{
  switch (item->kind)
    {
    case ATLAS_TIMELINE_LABEL:
      return describe_label (item->lane, scope, language);
    case ATLAS_TIMELINE_SPELL:
      return describe_spell (item->spell, scope, language, lines);
    case ATLAS_TIMELINE_STEP:
      return item->step != NULL ? describe_step (item, dataset, language, lines) : NULL;
    case ATLAS_TIMELINE_MARK:
      return describe_mark (item, language, lines);
    case ATLAS_TIMELINE_NOTHING:
    default:
      return NULL;
    }
}

/**
 * atlas_timeline_words_new:
 * @scope: what the timeline is about; what all of it shares is not said again
 *
 * Returns: (transfer full) (nullable): what there is to say of @item: what,
 *   when, on which source
 */
AtlasMapWords *
atlas_timeline_words_new (AtlasContent *content,
                          const AtlasScope *scope,
                          const AtlasTimelineItem *item)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  char *title = describe (item, atlas_content_get_dataset (content), scope, atlas_content_get_language (content), lines);
  AtlasMapWords *self;

  if (title == NULL)
    return NULL;
  self = g_new0 (AtlasMapWords, 1);
  self->title = title;
  self->lines = g_strv_builder_end (lines);
  return self;
}

/**
 * atlas_timeline_words_title:
 *
 * Returns: (transfer full): what the timeline is about
 */
char *
atlas_timeline_words_title (AtlasContent *content,
                            const AtlasScope *scope)
{
  const char *language = atlas_content_get_language (content);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;

  if (scope->country != NULL)
    g_strv_builder_add (names, atlas_country_get_name (scope->country, language));
  for (guint i = 0; scope->country == NULL && i < scope->n_organisations; i++)
    g_strv_builder_add (names, atlas_organisation_get_abbreviation (scope->organisations[i], language));
  list = g_strv_builder_end (names);
  /* Translators: between the names of a list */
  joined = g_strjoinv (_ (", "), list);
  if (*joined == '\0')
    return g_strdup (_ ("Timeline"));
  /* Translators: %s is a country or one or several organisations */
  return g_strdup_printf (_ ("Timeline of %s"), joined);
}
