/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-failures-dialog.h"

#include <glib/gi18n.h>

#include "atlas-page-view.h"

/* Nobody reads more of them one by one. */
#define MAX_ROWS 100

struct _AtlasFailuresDialog
{
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasFailuresDialog, atlas_failures_dialog, ADW_TYPE_DIALOG)

static void
atlas_failures_dialog_class_init (AtlasFailuresDialogClass *klass)
{
}

static void
atlas_failures_dialog_init (AtlasFailuresDialog *self)
{
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Not Added"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 520);
}

static GtkWidget *
new_row (const AtlasImportFailure *failure)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), failure->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), failure->message);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static GtkWidget *
new_label (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
new_list (const GPtrArray *failures)
{
  GtkWidget *list = atlas_boxed_list_new (_ ("Not Added"));

  for (guint i = 0; i < MIN (failures->len, MAX_ROWS); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (g_ptr_array_index (failures, i)));
  return list;
}

static GtkWidget *
new_body (const GPtrArray *failures,
          guint n_brought)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  /* Translators: how many articles could not be read, of how many */
  g_autofree char *head = g_strdup_printf (ngettext ("%1$u of %2$u articles could not be read.",
                                                     "%1$u of %2$u articles could not be read.", failures->len),
                                           failures->len, n_brought);
  const guint n_more = failures->len - MIN (failures->len, MAX_ROWS);
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

  gtk_widget_add_css_class (box, "dialog-body");
  gtk_box_append (GTK_BOX (box), new_label (head));
  gtk_box_append (GTK_BOX (box), new_list (failures));
  if (n_more > 0)
    gtk_box_append (GTK_BOX (box), new_label (more));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

/**
 * atlas_failures_dialog_new:
 * @failures: (element-type AtlasImportFailure): read now, not kept
 * @n_brought: how many articles were brought, these among them
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
atlas_failures_dialog_new (const GPtrArray *failures,
                           guint n_brought)
{
  AtlasFailuresDialog *self = g_object_new (ATLAS_TYPE_FAILURES_DIALOG, NULL);
  GtkWidget *toolbar_view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), new_body (failures, n_brought));
  adw_dialog_set_child (ADW_DIALOG (self), toolbar_view);
  return ADW_DIALOG (self);
}
