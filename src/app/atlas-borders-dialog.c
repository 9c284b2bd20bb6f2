/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-borders-dialog.h"

#include <glib/gi18n.h>

#include "atlas-page-view.h"
#include "atlas-prose.h"

static void
append_text (GtkBox *box,
             const char *heading,
             const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "body");
  gtk_box_append (box, atlas_heading_new (heading, 2));
  gtk_box_append (box, label);
}

static GtkWidget *
new_area_row (AtlasState *state,
              AtlasContent *content,
              const AtlasArea *area)
{
  const char *language = atlas_content_get_language (content);
  const char *text = atlas_area_get_text (area, language);
  g_autofree char *link = atlas_prose_link ("unit", area->id, atlas_area_get_name (area, language));
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *prose = atlas_prose_new (state, content, escaped);

  gtk_widget_add_css_class (GTK_WIDGET (atlas_prose_get_label (ATLAS_PROSE (prose))), "source");
  gtk_widget_add_css_class (box, "plain-row");
  gtk_box_append (GTK_BOX (box), atlas_prose_new (state, content, link));
  gtk_box_append (GTK_BOX (box), prose);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
append_areas (GtkBox *box,
              AtlasState *state,
              AtlasContent *content)
{
  const char *heading = _ ("Areas that this concerns");
  GtkWidget *list = atlas_boxed_list_new (heading);
  guint n;
  const AtlasArea *const *areas = atlas_dataset_get_areas (atlas_content_get_dataset (content), &n);

  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_area_row (state, content, areas[i]));
  gtk_box_append (box, atlas_heading_new (heading, 2));
  gtk_box_append (box, list);
}

static GtkWidget *
new_body (AtlasState *state,
          AtlasContent *content)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "dialog-body");
  append_text (GTK_BOX (box), _ ("Whose view is this?"),
               _ ("How borders are drawn is this atlas’s own reading. No state and no organisation has approved it, "
                  "and it claims no one’s authority. It takes no side in a dispute by colouring an area: "
                  "a colour says only which country this atlas counts the area as part of."));
  append_text (GTK_BOX (box), _ ("Which borders?"),
               _ ("Today’s, whatever date the map shows. An earlier date changes the ties of countries, not their shapes. "
                  "Borders do not travel in time here: a country that was not independent yet keeps its shape of today, and the map gives it a look of its own."));
  append_text (GTK_BOX (box), _ ("Disputed areas"),
               _ ("A thin full line is an agreed border. A dashed line is a border or the edge of a claim that one side "
                  "does not accept, or a line where another than the country itself holds the ground. "
                  "A click on a disputed area says who holds it and who claims it."));
  append_areas (GTK_BOX (box), state, content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

/**
 * atlas_borders_dialog_new:
 *
 * Returns: (transfer floating): a dialog that says whose view the borders are;
 *   it closes when an area is chosen in it
 */
AdwDialog *
atlas_borders_dialog_new (AtlasState *state,
                          AtlasContent *content)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar_view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), new_body (state, content));
  adw_dialog_set_title (dialog, _ ("How Borders Are Drawn"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, toolbar_view);
  g_signal_connect_object (state, "notify::selection", G_CALLBACK (adw_dialog_close), dialog, G_CONNECT_SWAPPED);
  return dialog;
}
