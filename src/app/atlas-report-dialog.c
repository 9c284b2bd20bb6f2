/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-report-dialog.h"

#include <glib/gi18n.h>

struct _AtlasReportDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  GtkTextView *text;
};

G_DEFINE_FINAL_TYPE (AtlasReportDialog, atlas_report_dialog, ADW_TYPE_DIALOG)

static void
describe_source (const AtlasSource *source,
                 GString *text)
{
  if (source != NULL)
    g_string_append_printf (text, "  sources.csv:%u %s\n", source->line, source->id);
}

static void
describe_membership (const AtlasMembership *row,
                     GString *text)
{
  g_autofree char *from = atlas_date_to_edtf (&row->from);
  g_autofree char *to = atlas_date_to_edtf (&row->to);

  g_string_append_printf (text, "memberships.csv:%u %s (%s, %s, %s, %s/%s)\n", row->line, row->id,
                          row->country->code, row->organisation->id, atlas_status_to_id (row->status), from, to);
  describe_source (row->source, text);
}

static void
describe_memberships (const AtlasDataset *dataset,
                      const AtlasOrganisation *organisation,
                      const AtlasCountry *country,
                      GString *text)
{
  guint n;
  const AtlasMembership *const *rows = atlas_dataset_get_memberships (dataset, &n);

  for (guint i = 0; i < n; i++)
    {
      if (country != NULL && rows[i]->country != country)
        continue;
      if (organisation != NULL && rows[i]->organisation->lineage != organisation->lineage)
        continue;
      describe_membership (rows[i], text);
    }
}

static void
describe_country (const AtlasDataset *dataset,
                  const char *code,
                  GString *text)
{
  const AtlasCountry *country = atlas_dataset_find_country (dataset, code);

  if (country == NULL)
    return;
  g_string_append_printf (text, "countries.csv:%u %s\n", country->line, country->code);
  describe_memberships (dataset, NULL, country, text);
}

static void
describe_area (const AtlasDataset *dataset,
               const char *id,
               GString *text)
{
  const AtlasArea *area = atlas_dataset_find_area (dataset, id);

  if (area != NULL)
    g_string_append_printf (text, "units.csv %s\n", area->id);
}

static void
describe_organisation (const AtlasDataset *dataset,
                       const char *id,
                       GString *text)
{
  const AtlasOrganisation *organisation = atlas_dataset_find_organisation (dataset, id);

  if (organisation == NULL)
    return;
  g_string_append_printf (text, "organisations.csv:%u %s\n", organisation->line, organisation->id);
  describe_source (organisation->source, text);
  describe_memberships (dataset, organisation, NULL, text);
}

static void
describe_event (const AtlasDataset *dataset,
                const char *id,
                GString *text)
{
  const AtlasEvent *event = atlas_dataset_find_event (dataset, id);

  if (event == NULL)
    return;
  g_string_append_printf (text, "events.csv:%u %s\n", event->line, event->id);
  describe_source (event->source, text);
}

static void
describe_article (AtlasContent *content,
                  const char *key,
                  GString *text)
{
  g_string_append_printf (text, "briefings/%s/%s.md\n", atlas_content_get_language (content), key);
}

static void
describe_selection (AtlasState *state,
                    AtlasContent *content,
                    GString *text)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (content);
  const char *id;

  if (atlas_state_get_selected (state, "country", &id))
    describe_country (dataset, id, text);
  else if (atlas_state_get_selected (state, "unit", &id))
    describe_area (dataset, id, text);
  else if (atlas_state_get_selected (state, "organisation", &id))
    describe_organisation (dataset, id, text);
  else if (atlas_state_get_selected (state, "event", &id))
    describe_event (dataset, id, text);
  else if (atlas_state_get_selected (state, "article", &id))
    describe_article (content, id, text);
}

/* What is wrong (for the reader to fill in), the page, the date, the versions,
 * and the rows with file and line. */
static char *
make_text (AtlasState *state,
           AtlasContent *content)
{
  GString *text = g_string_new (NULL);
  g_autofree char *date = atlas_day_to_iso (atlas_state_get_date (state));
  const char *selection = atlas_state_get_selection (state);

  g_string_append (text, _ ("What is wrong:"));
  g_string_append (text, "\n\n");
  g_string_append (text, _ ("What is right, and where it can be read:"));
  g_string_append (text, "\n\n");
  g_string_append_printf (text, _ ("Page: %s"), *selection != '\0' ? selection : "–");
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _ ("Date shown: %s"), date);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _ ("Data version: %s"), atlas_dataset_get_version (atlas_content_get_dataset (content)));
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _ ("Program version: %s"), ATLAS_VERSION);
  g_string_append (text, "\n\n");
  g_string_append (text, _ ("Rows (file, line, id):"));
  g_string_append_c (text, '\n');
  describe_selection (state, content, text);
  return g_string_free (text, FALSE);
}

static void
copy_cb (AtlasReportDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Text copied")));
}

static void
atlas_report_dialog_class_init (AtlasReportDialogClass *klass)
{
}

static GtkWidget *
new_header (AtlasReportDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy"));

  gtk_widget_add_css_class (copy, "suggested-action");
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), copy);
  return header;
}

static GtkWidget *
new_body (AtlasReportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *hint = gtk_label_new (_ ("Say what is wrong and send this text to whoever gave you the atlas. "
                                      "The rows help them to find the place. Nothing is sent from here."));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_left_margin (self->text, 12);
  gtk_text_view_set_right_margin (self->text, 12);
  gtk_text_view_set_top_margin (self->text, 12);
  gtk_text_view_set_bottom_margin (self->text, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Report"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->text));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (box, "dialog-body");
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

static void
atlas_report_dialog_init (AtlasReportDialog *self)
{
  GtkWidget *toolbar_view = adw_toolbar_view_new ();

  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), new_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), new_body (self));
  adw_toast_overlay_set_child (self->toasts, toolbar_view);
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->toasts));
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Report a Mistake"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 560);
  adw_dialog_set_content_height (ADW_DIALOG (self), 560);
}

/**
 * atlas_report_dialog_new:
 *
 * Returns: (transfer floating): a dialog about what is selected
 */
AdwDialog *
atlas_report_dialog_new (AtlasState *state,
                         AtlasContent *content)
{
  AtlasReportDialog *self = g_object_new (ATLAS_TYPE_REPORT_DIALOG, NULL);
  g_autofree char *text = make_text (state, content);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  return ADW_DIALOG (self);
}
