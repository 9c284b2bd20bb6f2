/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-area-lines.h"

#include <glib/gi18n.h>

#include "atlas-prose.h"
#include "atlas-words.h"

static void
append_sentence (GString *markup,
                 const char *format_none,
                 const char *format,
                 const char *names)
{
  if (markup->len > 0)
    g_string_append_c (markup, '\n');
  if (*names == '\0')
    {
      g_string_append (markup, format_none);
      return;
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (markup, format, names);
#pragma GCC diagnostic pop
}

/**
 * atlas_area_lines_markup:
 * @with_name: whether to begin with the area's name, as a link
 *
 * Returns: (transfer full): who holds an area and who claims it, a line each
 */
char *
atlas_area_lines_markup (AtlasPageView *view,
                         const AtlasArea *area,
                         gboolean with_name)
{
  const AtlasDataset *dataset = atlas_page_view_get_dataset (view);
  const char *language = atlas_page_view_get_language (view);
  g_autofree char *holders = atlas_words_codes_markup (dataset, area->held_by != NULL ? area->held_by : "", language);
  g_autofree char *claimants = atlas_words_codes_markup (dataset, area->claimed_by != NULL ? area->claimed_by : "", language);
  GString *markup = g_string_new (NULL);

  if (with_name)
    {
      g_autofree char *name = g_markup_printf_escaped ("<b>%s</b>", atlas_area_get_name (area, language));

      g_string_append (markup, name);
    }
  /* Translators: %s are names of countries, separated by commas */
  append_sentence (markup, _ ("Held by local authorities or by nobody alone"), _ ("Held by: %s"), holders);
  /* Translators: %s are names of countries, separated by commas */
  append_sentence (markup, _ ("Claimed by nobody else"), _ ("Claimed by: %s"), claimants);
  return g_string_free (markup, FALSE);
}

/**
 * atlas_area_row_new:
 *
 * Returns: (transfer floating): a row that links to the area and says who
 *   holds it
 */
GtkWidget *
atlas_area_row_new (AtlasPageView *view,
                    const AtlasArea *area)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *link = atlas_prose_link ("unit", area->id, atlas_area_get_name (area, atlas_page_view_get_language (view)));
  g_autofree char *lines = atlas_area_lines_markup (view, area, FALSE);

  gtk_box_append (GTK_BOX (box), atlas_page_view_new_prose (view, link, NULL));
  gtk_box_append (GTK_BOX (box), atlas_page_view_new_prose (view, lines, "source"));
  gtk_widget_add_css_class (box, "plain-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}
