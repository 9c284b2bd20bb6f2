/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-page-parts.h"

#include <glib/gi18n.h>

#include "atlas-change-row.h"
#include "atlas-excerpt-list.h"
#include "atlas-lazy-list.h"
#include "atlas-timeline-list.h"
#include "atlas-words.h"

#define FIRST_CHANGES 6
#define FIRST_MOMENTS 12

static char *
dup_date_heading (AtlasState *state)
{
  g_autofree char *date = atlas_day_format (atlas_state_get_date (state));

  /* Translators: a heading; %s is a date */
  return g_strdup_printf (_ ("On %s"), date);
}

/* What stands below follows when the date stands still; the heading at once. */
static void
date_cb (GtkLabel *heading,
         GParamSpec *pspec,
         AtlasState *state)
{
  g_autofree char *text = dup_date_heading (state);

  gtk_label_set_label (heading, text);
}

/**
 * atlas_page_parts_append_date:
 *
 * Appends the heading “On 23 November 2026”, and below it, for a day past what
 * was verified, a line that says so.
 */
void
atlas_page_parts_append_date (AtlasPageView *view,
                              GtkBox *box)
{
  AtlasState *state = atlas_page_view_get_state (view);
  g_autofree char *text = dup_date_heading (state);
  GtkWidget *heading = atlas_heading_new (text, 2);

  g_signal_connect_object (state, "notify::date", G_CALLBACK (date_cb), heading, G_CONNECT_SWAPPED);
  gtk_box_append (box, heading);
  atlas_page_parts_append_verified (view, box, atlas_state_get_date (state));
}

/**
 * atlas_page_parts_append_verified:
 *
 * Appends a line that says so where @day is past what was verified.
 */
void
atlas_page_parts_append_verified (AtlasPageView *view,
                                  GtkBox *box,
                                  AtlasDay day)
{
  AtlasDay verified = atlas_dataset_get_verified_until (atlas_page_view_get_dataset (view));
  g_autofree char *until = atlas_day_format (verified);
  /* Translators: %s is a date */
  g_autofree char *markup = g_markup_printf_escaped (_ ("Not verified after %s"), until);

  if (day > verified)
    gtk_box_append (box, atlas_page_view_new_prose (view, markup, "doubt"));
}

static GtkWidget *
new_organisation_change_row (gpointer item,
                             gpointer user_data)
{
  AtlasPageView *view = user_data;

  return atlas_change_row_new (atlas_page_view_get_state (view), atlas_page_view_get_content (view), item, ATLAS_MEMBERSHIP_OF_ORGANISATION);
}

static GtkWidget *
new_country_change_row (gpointer item,
                        gpointer user_data)
{
  AtlasPageView *view = user_data;

  return atlas_change_row_new (atlas_page_view_get_state (view), atlas_page_view_get_content (view), item, ATLAS_MEMBERSHIP_OF_COUNTRY);
}

/**
 * atlas_page_parts_append_changes:
 * @organisation: (nullable): only what changed in it
 * @country: (nullable): only what changed for it
 *
 * Appends what changed between the two dates that are compared; nothing where
 * there is one date.
 */
void
atlas_page_parts_append_changes (AtlasPageView *view,
                                 GtkBox *box,
                                 const AtlasOrganisation *organisation,
                                 const AtlasCountry *country)
{
  const AtlasLazyListFunc new_row = country != NULL ? new_country_change_row : new_organisation_change_row;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *heading = NULL;
  AtlasDay from, to;

  if (!atlas_state_get_range (atlas_page_view_get_state (view), &from, &to))
    return;
  heading = atlas_words_range (from, to);
  changes = atlas_query_changes_between (atlas_page_view_get_dataset (view), organisation, country, from, to);
  gtk_box_append (box, atlas_heading_new (heading, 2));
  if (changes->len > 0)
    gtk_box_append (box, atlas_lazy_list_new (heading, g_ptr_array_ref (changes), FIRST_CHANGES, new_row, view));
  else
    gtk_box_append (box, atlas_page_view_new_prose (view, _ ("Nothing changed."), "dimmed"));
}

/**
 * atlas_page_parts_append_excerpts:
 * @kind: "country" or "organisation"
 * @id: which one
 *
 * Appends what was written about it; nothing while the texts are not there.
 */
void
atlas_page_parts_append_excerpts (AtlasPageView *view,
                                  const char *kind,
                                  const char *id)
{
  AtlasContent *content = atlas_page_view_get_content (view);
  g_autofree char *path = g_strconcat (kind, "/", id, NULL);
  GtkWidget *list;

  if (!atlas_content_has_texts (content))
    return;
  list = atlas_excerpt_list_new (atlas_page_view_get_state (view), content, path);
  atlas_page_view_await_part (view);
  g_signal_connect_object (list, "filled", G_CALLBACK (atlas_page_view_part_came), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "date-changed", G_CALLBACK (atlas_excerpt_list_update), list, G_CONNECT_SWAPPED);
  atlas_page_view_append (view, list);
}

/**
 * atlas_page_parts_append_timeline:
 * @organisation: (nullable): only what concerns it
 * @country: (nullable): only what concerns it
 *
 * Appends the status changes and events, the newest first.
 */
void
atlas_page_parts_append_timeline (AtlasPageView *view,
                                  const AtlasOrganisation *organisation,
                                  const AtlasCountry *country)
{
  GArray *moments = atlas_query_timeline (atlas_page_view_get_dataset (view), organisation, country);
  GtkWidget *section = atlas_page_view_append_section (view, _ ("Timeline"), moments->len);

  if (moments->len > 0)
    {
      GtkWidget *list = atlas_timeline_list_new (atlas_page_view_get_state (view), atlas_page_view_get_content (view),
                                                 organisation, country, moments, FIRST_MOMENTS);

      g_signal_connect_object (view, "date-changed", G_CALLBACK (atlas_timeline_list_update), list, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (section), list);
      return;
    }
  gtk_box_append (GTK_BOX (section), atlas_page_view_new_prose (view, _ ("Nothing is recorded."), "dimmed"));
  g_array_unref (moments);
}

/**
 * atlas_page_parts_append_missing:
 *
 * For a link to something that this version of the data does not have.
 */
void
atlas_page_parts_append_missing (AtlasPageView *view)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Not Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _ ("This version of the data has no such page."));
  gtk_widget_add_css_class (status, "compact");
  atlas_page_view_set_title (view, _ ("Not Found"));
  atlas_page_view_append (view, status);
}

/**
 * atlas_page_parts_append_links:
 * @markup: links
 *
 * Appends a section with running links; nothing where @markup is empty.
 */
void
atlas_page_parts_append_links (AtlasPageView *view,
                               const char *heading,
                               const char *markup)
{
  if (*markup == '\0')
    return;
  gtk_box_append (GTK_BOX (atlas_page_view_append_section (view, heading, -1)), atlas_page_view_new_prose (view, markup, "links"));
}
