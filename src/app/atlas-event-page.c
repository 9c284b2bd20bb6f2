/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-event-page.h"

#include <glib/gi18n.h>

#include "atlas-page-parts.h"
#include "atlas-prose.h"
#include "atlas-words.h"

struct _AtlasEventPage
{
  AtlasPageView parent_instance;

  const AtlasEvent *event;
  GtkBox *later; /* says that the event comes after the date, where it does */
};

G_DEFINE_FINAL_TYPE (AtlasEventPage, atlas_event_page, ATLAS_TYPE_PAGE_VIEW)

static void
append_head (AtlasEventPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *date = atlas_date_format (&self->event->date);
  g_autofree char *markup = g_markup_escape_text (date, -1);

  gtk_widget_add_css_class (head, "page-head");
  gtk_box_append (GTK_BOX (head), atlas_heading_new (atlas_page_view_get_title (view), 1));
  gtk_box_append (GTK_BOX (head), atlas_page_view_new_prose (view, markup, "dimmed"));
  atlas_page_view_append (view, head);
}

static void
append_planned (AtlasEventPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  g_autofree char *markup = NULL;

  if (!self->event->planned)
    return;
  markup = g_markup_escape_text (_ ("Planned: it was announced. This atlas does not know whether it happened."), -1);
  atlas_page_view_append (view, atlas_page_view_new_banner (view, "x-office-calendar-symbolic", markup));
}

static void
update_later (AtlasPageView *view)
{
  AtlasEventPage *self = ATLAS_EVENT_PAGE (view);
  const AtlasDay day = atlas_state_get_when (atlas_page_view_get_state (view)).to;
  g_autofree char *date = NULL;
  g_autofree char *markup = NULL;

  if (self->later == NULL)
    return;
  atlas_box_clear (self->later);
  if (self->event->planned || self->event->date.earliest <= day)
    return;
  date = atlas_day_format (day);
  /* Translators: of an event; %s is the date that the window shows */
  markup = g_markup_printf_escaped (_ ("Later than the date shown, %s."), date);
  gtk_box_append (self->later, atlas_page_view_new_prose (view, markup, "doubt"));
}

static void
append_later (AtlasEventPage *self)
{
  self->later = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  atlas_page_view_append (ATLAS_PAGE_VIEW (self), GTK_WIDGET (self->later));
  update_later (ATLAS_PAGE_VIEW (self));
}

static void
append_summary (AtlasEventPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const char *summary = atlas_event_get_summary (self->event, atlas_page_view_get_language (view));
  g_autofree char *markup = NULL;

  if (summary == NULL || *summary == '\0')
    return;
  markup = g_markup_escape_text (summary, -1);
  atlas_page_view_append (view, atlas_page_view_new_prose (view, markup, "reading"));
}

static char *
dup_organisation_links (AtlasEventPage *self)
{
  const char *language = atlas_page_view_get_language (ATLAS_PAGE_VIEW (self));
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < self->event->n_organisations; i++)
    {
      if (i > 0)
        g_string_append (markup, "\n");
      atlas_prose_append_link (markup, "organisation", self->event->organisations[i]->id,
                               atlas_organisation_get_name (self->event->organisations[i], language));
    }
  return g_string_free (markup, FALSE);
}

static char *
dup_country_links (AtlasEventPage *self)
{
  const char *language = atlas_page_view_get_language (ATLAS_PAGE_VIEW (self));
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < self->event->n_countries; i++)
    {
      if (i > 0)
        /* Translators: between the names of a list */
        g_string_append (markup, _ (", "));
      atlas_prose_append_link (markup, "country", self->event->countries[i]->code,
                               atlas_country_get_name (self->event->countries[i], language));
    }
  return g_string_free (markup, FALSE);
}

static char *
dup_people (AtlasEventPage *self)
{
  const char *people = atlas_event_get_people (self->event, atlas_page_view_get_language (ATLAS_PAGE_VIEW (self)));
  g_auto (GStrv) names = g_strsplit (people != NULL ? people : "", ";", -1);
  g_autofree char *joined = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    g_strstrip (names[i]);
  /* Translators: between the names of a list */
  joined = g_strjoinv (_ (", "), names);
  return g_markup_escape_text (joined, -1);
}

static void
append_source (AtlasEventPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  g_autofree char *markup = NULL;

  if (self->event->source == NULL)
    return;
  markup = atlas_words_source_markup (self->event->source);
  gtk_box_append (GTK_BOX (atlas_page_view_append_section (view, _ ("Source"), -1)), atlas_page_view_new_prose (view, markup, NULL));
}

static void
atlas_event_page_build (AtlasPageView *view)
{
  AtlasEventPage *self = ATLAS_EVENT_PAGE (view);
  g_autofree char *organisations = NULL;
  g_autofree char *countries = NULL;
  g_autofree char *people = NULL;

  self->event = atlas_dataset_find_event (atlas_page_view_get_dataset (view), atlas_page_view_get_id (view));
  if (self->event == NULL)
    {
      atlas_page_parts_append_missing (view);
      return;
    }
  atlas_page_view_set_title (view, atlas_event_get_title (self->event, atlas_page_view_get_language (view)));
  append_head (self);
  append_planned (self);
  append_later (self);
  append_summary (self);
  organisations = dup_organisation_links (self);
  countries = dup_country_links (self);
  people = dup_people (self);
  atlas_page_parts_append_links (view, _ ("Organisations"), organisations);
  atlas_page_parts_append_links (view, _ ("Countries"), countries);
  atlas_page_parts_append_links (view, _ ("People"), people);
  append_source (self);
}

static void
atlas_event_page_class_init (AtlasEventPageClass *klass)
{
  AtlasPageViewClass *view_class = ATLAS_PAGE_VIEW_CLASS (klass);

  view_class->build = atlas_event_page_build;
  view_class->date_changed = update_later;
}

static void
atlas_event_page_init (AtlasEventPage *self)
{
}
