/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-country-page.h"

#include <glib/gi18n.h>

#include "atlas-area-lines.h"
#include "atlas-flag.h"
#include "atlas-membership-row.h"
#include "atlas-page-parts.h"
#include "atlas-query.h"
#include "atlas-words.h"

#define FLAG_HEIGHT 44

struct _AtlasCountryPage
{
  AtlasPageView parent_instance;

  const AtlasCountry *country;
  const AtlasArea *area; /* nullable: through which the page was opened */
  GtkBox *on_date;
};

G_DEFINE_FINAL_TYPE (AtlasCountryPage, atlas_country_page, ATLAS_TYPE_PAGE_VIEW)

static gboolean
find_subject (AtlasCountryPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const AtlasDataset *dataset = atlas_page_view_get_dataset (view);
  const char *id = atlas_page_view_get_id (view);

  self->area = atlas_dataset_find_area (dataset, id);
  self->country = self->area != NULL ? self->area->country : atlas_dataset_find_country (dataset, id);
  return self->country != NULL;
}

static void
append_independence (AtlasCountryPage *self,
                     GtkBox *lines)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const AtlasCountry *country = self->country;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  g_autofree char *source = NULL;

  if (!country->has_independence)
    return;
  date = atlas_date_format (&country->independent_from);
  /* Translators: %s is a date: since when a state exists as an independent one */
  text = g_markup_printf_escaped (_ ("Independent since %s"), date);
  gtk_box_append (lines, atlas_page_view_new_prose (view, text, "dimmed"));
  if (country->independence_source == NULL)
    return;
  source = atlas_words_source (country->independence_source);
  gtk_box_append (lines, atlas_page_view_new_prose (view, source, "source"));
}

static void
append_capital (AtlasCountryPage *self,
                GtkBox *lines)
{
  const char *capital = atlas_country_get_capital_name (self->country, atlas_page_view_get_language (ATLAS_PAGE_VIEW (self)));
  GtkWidget *label;

  if (capital == NULL || *capital == '\0')
    return;
  label = gtk_label_new (capital);
  gtk_widget_set_tooltip_text (label, _ ("Capital"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "capital");
  gtk_box_append (lines, label);
}

static void
append_head (AtlasCountryPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *flag = atlas_flag_new (atlas_content_get_directory (atlas_page_view_get_content (view)), self->country->code, FLAG_HEIGHT);

  gtk_widget_add_css_class (head, "page-head");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), atlas_heading_new (atlas_page_view_get_title (view), 1));
  append_capital (self, GTK_BOX (lines));
  append_independence (self, GTK_BOX (lines));
  gtk_widget_set_valign (flag, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flag), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Flag"), -1);
  gtk_box_append (GTK_BOX (head), flag);
  gtk_box_append (GTK_BOX (head), lines);
  atlas_page_view_append (view, head);
}

static void
sort_ties (AtlasCountryPage *self,
           AtlasDay day,
           GPtrArray *current,
           GPtrArray *former)
{
  const AtlasDataset *dataset = atlas_page_view_get_dataset (ATLAS_PAGE_VIEW (self));
  g_autoptr (GPtrArray) organisations = atlas_query_organisations_of (dataset, self->country);

  for (guint i = 0; i < organisations->len; i++)
    {
      const AtlasSpell *spell = atlas_query_status (dataset, g_ptr_array_index (organisations, i), self->country, day);

      if (spell == NULL || spell->status == ATLAS_STATUS_NONE)
        continue;
      g_ptr_array_add (atlas_status_is_current (spell->status) ? current : former, (gpointer) spell);
    }
}

static void
append_ties (AtlasCountryPage *self,
             GPtrArray *spells,
             const char *name)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  GtkWidget *list = atlas_boxed_list_new (name);

  for (guint i = 0; i < spells->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         atlas_membership_row_new (atlas_page_view_get_state (view), atlas_page_view_get_content (view),
                                                   g_ptr_array_index (spells, i), ATLAS_MEMBERSHIP_OF_COUNTRY));
  gtk_box_append (self->on_date, list);
}

static char *
dup_predecessor (AtlasCountryPage *self)
{
  const char *name = atlas_country_get_predecessor_name (self->country, atlas_page_view_get_language (ATLAS_PAGE_VIEW (self)));

  /* Translators: what a country belonged to before its independence: “Soviet Union”,
   * “France (protectorate)” */
  return name != NULL ? g_markup_printf_escaped (_ ("Before: %s."), name) : NULL;
}

static char *
dup_before_independence (AtlasCountryPage *self,
                         AtlasDay day)
{
  const char *name = atlas_page_view_get_title (ATLAS_PAGE_VIEW (self));
  AtlasIndependence independence = atlas_country_get_independence_on (self->country, day);
  g_autofree char *date = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *predecessor = NULL;

  if (independence == ATLAS_INDEPENDENCE_YES)
    return NULL;
  date = atlas_date_format (&self->country->independent_from);
  if (independence == ATLAS_INDEPENDENCE_UNCERTAIN)
    /* Translators: a country and a date */
    sentence = g_markup_printf_escaped (_ ("On this day %1$s may not yet have been an independent state: it has been one since %2$s."), name, date);
  else
    /* Translators: a country and a date */
    sentence = g_markup_printf_escaped (_ ("On this day %1$s was not yet an independent state: it has been one since %2$s."), name, date);
  predecessor = dup_predecessor (self);
  return predecessor != NULL ? g_strjoin (" ", sentence, predecessor, NULL) : g_steal_pointer (&sentence);
}

static void
append_no_ties (AtlasCountryPage *self)
{
  g_autofree char *markup = g_markup_escape_text (_ ("On this day it had no tie to any organisation in this atlas."), -1);

  gtk_box_append (self->on_date, atlas_page_view_new_prose (ATLAS_PAGE_VIEW (self), markup, "dimmed"));
}

static void
update_on_date (AtlasCountryPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  AtlasDay day = atlas_state_get_date (atlas_page_view_get_state (view));
  g_autoptr (GPtrArray) current = g_ptr_array_new ();
  g_autoptr (GPtrArray) former = g_ptr_array_new ();
  g_autofree char *before = dup_before_independence (self, day);

  atlas_box_clear (self->on_date);
  atlas_page_parts_append_changes (view, self->on_date, NULL, self->country);
  atlas_page_parts_append_date (view, self->on_date);
  if (before != NULL)
    gtk_box_append (self->on_date, atlas_page_view_new_banner (view, "dialog-information-symbolic", before));

  sort_ties (self, day, current, former);
  if (current->len > 0)
    append_ties (self, current, _ ("Memberships and other ties"));
  else if (before == NULL)
    append_no_ties (self);
  if (former->len > 0)
    {
      gtk_box_append (self->on_date, atlas_heading_new (_ ("Formerly"), 3));
      append_ties (self, former, _ ("Former ties"));
    }
}

static void
append_on_date (AtlasCountryPage *self)
{
  self->on_date = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->on_date), "page-section");
  atlas_page_view_append (ATLAS_PAGE_VIEW (self), GTK_WIDGET (self->on_date));
  update_on_date (self);
}

static gboolean
is_held_by_another (const AtlasArea *area)
{
  g_auto (GStrv) holders = g_strsplit_set (area->held_by != NULL ? area->held_by : "", " ,", -1);

  for (guint i = 0; holders[i] != NULL; i++)
    if (g_str_equal (holders[i], area->country->code))
      return FALSE;
  return TRUE;
}

static void
append_areas (AtlasPageView *view)
{
  AtlasCountryPage *self = ATLAS_COUNTRY_PAGE (view);
  guint n;
  const AtlasArea *const *areas = atlas_dataset_get_areas (atlas_page_view_get_dataset (view), &n);
  GtkWidget *list = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (areas[i]->country != self->country || !is_held_by_another (areas[i]))
        continue;
      if (list == NULL)
        {
          const char *heading = _ ("Areas counted as part of it here and held by another");

          list = atlas_boxed_list_new (heading);
          gtk_box_append (GTK_BOX (atlas_page_view_append_section (view, heading, -1)), list);
        }
      gtk_list_box_append (GTK_LIST_BOX (list), atlas_area_row_new (view, areas[i]));
    }
}

static void
append_excerpts (AtlasPageView *view)
{
  atlas_page_parts_append_excerpts (view, "country", ATLAS_COUNTRY_PAGE (view)->country->code);
}

static void
append_timeline (AtlasPageView *view)
{
  atlas_page_parts_append_timeline (view, NULL, ATLAS_COUNTRY_PAGE (view)->country);
}

static void
atlas_country_page_build (AtlasPageView *view)
{
  AtlasCountryPage *self = ATLAS_COUNTRY_PAGE (view);

  if (!find_subject (self))
    {
      atlas_page_parts_append_missing (view);
      return;
    }
  atlas_page_view_set_title (view, atlas_country_get_name (self->country, atlas_page_view_get_language (view)));
  append_head (self);
  if (self->area != NULL)
    {
      g_autofree char *markup = atlas_area_lines_markup (view, self->area, TRUE);

      atlas_page_view_append (view, atlas_page_view_new_banner (view, "mark-location-symbolic", markup));
    }
  append_on_date (self);
  atlas_page_view_defer (view, append_areas);
  atlas_page_view_defer (view, append_excerpts);
  atlas_page_view_defer (view, append_timeline);
}

static void
atlas_country_page_date_changed (AtlasPageView *view)
{
  AtlasCountryPage *self = ATLAS_COUNTRY_PAGE (view);

  if (self->country != NULL)
    update_on_date (self);
}

static void
atlas_country_page_class_init (AtlasCountryPageClass *klass)
{
  AtlasPageViewClass *view_class = ATLAS_PAGE_VIEW_CLASS (klass);

  view_class->build = atlas_country_page_build;
  view_class->date_changed = atlas_country_page_date_changed;
}

static void
atlas_country_page_init (AtlasCountryPage *self)
{
}
