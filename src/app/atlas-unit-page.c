/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-unit-page.h"

#include <glib/gi18n.h>

#include "atlas-area-lines.h"
#include "atlas-page-parts.h"
#include "atlas-prose.h"

struct _AtlasUnitPage
{
  AtlasPageView parent_instance;

  const AtlasArea *area;
};

G_DEFINE_FINAL_TYPE (AtlasUnitPage, atlas_unit_page, ATLAS_TYPE_PAGE_VIEW)

static void
append_head (AtlasUnitPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const char *language = atlas_page_view_get_language (view);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const char *text = atlas_area_get_text (self->area, language);
  g_autofree char *lines = atlas_area_lines_markup (view, self->area, FALSE);

  gtk_widget_add_css_class (head, "page-head");
  gtk_box_append (GTK_BOX (head), atlas_heading_new (atlas_page_view_get_title (view), 1));
  if (text != NULL && *text != '\0')
    {
      g_autofree char *markup = g_markup_escape_text (text, -1);

      gtk_box_append (GTK_BOX (head), atlas_page_view_new_prose (view, markup, "reading"));
    }
  gtk_box_append (GTK_BOX (head), atlas_page_view_new_banner (view, "mark-location-symbolic", lines));
  atlas_page_view_append (view, head);
}

static void
append_country (AtlasUnitPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const AtlasCountry *country = self->area->country;
  g_autofree char *link = NULL;

  if (country == NULL)
    return;
  link = atlas_prose_link ("country", country->code, atlas_country_get_name (country, atlas_page_view_get_language (view)));
  atlas_page_parts_append_links (view, _ ("This atlas counts it as part of"), link);
}

/* The units on the other side of the lines around @unit. */
static GHashTable *
find_neighbours (AtlasGeography *geography,
                 int unit)
{
  GHashTable *units = g_hash_table_new (NULL, NULL);
  guint n;
  const AtlasArc *arcs = atlas_geography_get_arcs (geography, 0, &n);

  for (guint i = 0; i < n; i++)
    {
      if (arcs[i].left == unit && arcs[i].right >= 0)
        g_hash_table_add (units, GINT_TO_POINTER (arcs[i].right));
      if (arcs[i].right == unit && arcs[i].left >= 0)
        g_hash_table_add (units, GINT_TO_POINTER (arcs[i].left));
    }
  return units;
}

static char *
dup_link_to_unit (AtlasPageView *view,
                  const AtlasUnit *unit)
{
  const AtlasDataset *dataset = atlas_page_view_get_dataset (view);
  const char *language = atlas_page_view_get_language (view);
  const AtlasArea *area = atlas_dataset_find_area (dataset, unit->code);
  const AtlasCountry *country = atlas_dataset_find_country (dataset, unit->country);

  if (area != NULL)
    return atlas_prose_link ("unit", area->id, atlas_area_get_name (area, language));
  if (country != NULL)
    return atlas_prose_link ("country", country->code, atlas_country_get_name (country, language));
  return NULL;
}

static void
append_neighbours (AtlasUnitPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  AtlasGeography *geography = atlas_content_get_geography (atlas_page_view_get_content (view));
  int unit = atlas_geography_find_unit (geography, self->area->id);
  g_autoptr (GHashTable) units = find_neighbours (geography, unit);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *markup = NULL;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, units);
  while (unit >= 0 && g_hash_table_iter_next (&iter, &key, NULL))
    {
      char *link = dup_link_to_unit (view, atlas_geography_get_unit (geography, GPOINTER_TO_INT (key)));

      if (link != NULL)
        g_ptr_array_add (links, link);
    }
  g_ptr_array_sort_values (links, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (links, NULL);
  /* Translators: between the names of a list */
  markup = g_strjoinv (_ (", "), (GStrv) links->pdata);
  atlas_page_parts_append_links (view, _ ("Neighbours"), markup);
}

static void
atlas_unit_page_build (AtlasPageView *view)
{
  AtlasUnitPage *self = ATLAS_UNIT_PAGE (view);

  self->area = atlas_dataset_find_area (atlas_page_view_get_dataset (view), atlas_page_view_get_id (view));
  if (self->area == NULL)
    {
      atlas_page_parts_append_missing (view);
      return;
    }
  atlas_page_view_set_title (view, atlas_area_get_name (self->area, atlas_page_view_get_language (view)));
  append_head (self);
  append_country (self);
  append_neighbours (self);
}

static void
atlas_unit_page_class_init (AtlasUnitPageClass *klass)
{
  AtlasPageViewClass *view_class = ATLAS_PAGE_VIEW_CLASS (klass);

  view_class->build = atlas_unit_page_build;
}

static void
atlas_unit_page_init (AtlasUnitPage *self)
{
}
