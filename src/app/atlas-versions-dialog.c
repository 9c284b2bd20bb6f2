/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-versions-dialog.h"

#include <math.h>

#include <glib/gi18n.h>

#include "atlas-date.h"
#include "atlas-page-view.h"

/* What is beyond is decided all at once. */
#define MAX_ROWS 50

struct _AtlasVersionsDialog
{
  AdwDialog parent_instance;

  GPtrArray *offers;
  GPtrArray *choosers; /* of the first offers */
  gboolean decided;
};

G_DEFINE_FINAL_TYPE (AtlasVersionsDialog, atlas_versions_dialog, ADW_TYPE_DIALOG)

static AtlasImportOffer *
get_offer (AtlasVersionsDialog *self,
           guint i)
{
  return g_ptr_array_index (self->offers, i);
}

static void
set_all (AtlasVersionsDialog *self,
         AtlasImportChoice choice)
{
  for (guint i = 0; i < self->offers->len; i++)
    get_offer (self, i)->choice = choice;
}

static void
on_closed (AtlasVersionsDialog *self)
{
  if (!self->decided)
    set_all (self, ATLAS_IMPORT_SKIP);
}

static void
atlas_versions_dialog_dispose (GObject *object)
{
  AtlasVersionsDialog *self = ATLAS_VERSIONS_DIALOG (object);

  g_clear_pointer (&self->choosers, g_ptr_array_unref);
  g_clear_pointer (&self->offers, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_versions_dialog_parent_class)->dispose (object);
}

static void
atlas_versions_dialog_class_init (AtlasVersionsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_versions_dialog_dispose;
}

static void
atlas_versions_dialog_init (AtlasVersionsDialog *self)
{
  self->choosers = g_ptr_array_new ();
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Other Versions"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  /* The first to be called: whoever made the dialog finds the choices. */
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

/* --- Words ---------------------------------------------------------------------- */

static char *
format_date (const char *edtf)
{
  AtlasDate date;

  return edtf != NULL && *edtf != '\0' && atlas_date_parse (edtf, &date, NULL) ? atlas_date_format (&date) : NULL;
}

static char *
format_day (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (time);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return g_strdup ("");
  return atlas_day_format (atlas_day_new (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local)));
}

/* The title of the one that is there, where it is another, and its dates. */
static char *
describe_old (const AtlasImportOffer *offer)
{
  g_autofree char *written = format_date (offer->old_date);
  g_autofree char *came = format_day (offer->old_imported_at);
  /* Translators: %s is the day on which an article came into the library */
  g_autofree char *added = g_strdup_printf (_ ("added %s"), came);
  const gboolean other = g_strcmp0 (offer->entry->title, offer->old_title) != 0;

  if (other && written != NULL)
    /* Translators: the title of an article, when it was written, and “added” with a date */
    return g_strdup_printf (_ ("In your library: “%1$s”, %2$s, %3$s"), offer->old_title, written, added);
  if (other)
    /* Translators: the title of an article, and “added” with a date */
    return g_strdup_printf (_ ("In your library: “%1$s”, %2$s"), offer->old_title, added);
  if (written != NULL)
    /* Translators: when an article was written, and “added” with a date */
    return g_strdup_printf (_ ("In your library: %1$s, %2$s"), written, added);
  /* Translators: “added” with a date */
  return g_strdup_printf (_ ("In your library: %s"), added);
}

static char *
describe_likeness (const AtlasImportOffer *offer)
{
  const int percent = (int) floor (offer->likeness * 100);

  if (offer->match == ATLAS_LIBRARY_MATCH_SAME_ADDRESS)
    /* Translators: two texts come from the same address; %d is a share of their wording */
    return g_strdup_printf (_ ("Same address, %d %% of the wording the same"), percent);
  /* Translators: %d is a share of the wording of two texts */
  return g_strdup_printf (_ ("%d %% of the wording the same"), percent);
}

static char *
describe (const AtlasImportOffer *offer)
{
  g_autofree char *written = format_date (offer->entry->date);
  g_autofree char *old = describe_old (offer);
  g_autofree char *likeness = describe_likeness (offer);
  /* Translators: %s is when the new version of an article was written */
  g_autofree char *new = written != NULL ? g_strdup_printf (_ ("New: %s"), written) : NULL;

  return new != NULL ? g_strjoin ("\n", new, old, likeness, NULL) : g_strjoin ("\n", old, likeness, NULL);
}

static GtkWidget *
new_label (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

/* --- Choices -------------------------------------------------------------------- */

/* A button for each choice, in their order. */
static GtkWidget *
new_chooser (const char *name)
{
  const char *const labels[ATLAS_N_IMPORT_CHOICES] = {
    C_ ("other version of an article", "Update"),
    C_ ("other version of an article", "Keep Both"),
    C_ ("other version of an article", "Skip"),
  };
  GtkWidget *chooser = g_object_new (ADW_TYPE_WRAP_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, "child-spacing", 12, NULL);
  GtkCheckButton *first = NULL;

  for (guint i = 0; i < ATLAS_N_IMPORT_CHOICES; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (labels[i]);

      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
      first = GTK_CHECK_BUTTON (button);
      adw_wrap_box_append (ADW_WRAP_BOX (chooser), button);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return chooser;
}

static GtkCheckButton *
get_button (GtkWidget *chooser,
            guint choice)
{
  GtkWidget *button = gtk_widget_get_first_child (chooser);

  while (choice-- > 0)
    button = gtk_widget_get_next_sibling (button);
  return GTK_CHECK_BUTTON (button);
}

/* %ATLAS_N_IMPORT_CHOICES where none is chosen. */
static AtlasImportChoice
get_choice (GtkWidget *chooser)
{
  guint choice = 0;

  while (choice < ATLAS_N_IMPORT_CHOICES && !gtk_check_button_get_active (get_button (chooser, choice)))
    choice++;
  return choice;
}

static void
on_choice (GtkWidget *button,
           AtlasImportOffer *offer)
{
  const AtlasImportChoice choice = get_choice (gtk_widget_get_parent (button));

  if (choice < ATLAS_N_IMPORT_CHOICES)
    offer->choice = choice;
}

static void
on_choice_for_all (AtlasVersionsDialog *self,
                   GtkWidget *button)
{
  const AtlasImportChoice choice = get_choice (gtk_widget_get_parent (button));

  if (choice == ATLAS_N_IMPORT_CHOICES)
    return;
  set_all (self, choice);
  for (guint i = 0; i < self->choosers->len; i++)
    gtk_check_button_set_active (get_button (g_ptr_array_index (self->choosers, i), choice), TRUE);
}

static GtkWidget *
new_row (GtkWidget *title,
         const char *words,
         GtkWidget *chooser)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), title);
  if (words != NULL)
    {
      GtkWidget *label = new_label (words);

      gtk_widget_add_css_class (label, "source");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_append (GTK_BOX (box), chooser);
  gtk_widget_add_css_class (box, "plain-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static GtkWidget *
new_offer_row (AtlasVersionsDialog *self,
               AtlasImportOffer *offer)
{
  g_autofree char *words = describe (offer);
  GtkWidget *chooser = new_chooser (offer->entry->title);

  gtk_check_button_set_active (get_button (chooser, offer->choice), TRUE);
  /* The offers outlive the rows. */
  for (guint i = 0; i < ATLAS_N_IMPORT_CHOICES; i++)
    g_signal_connect (get_button (chooser, i), "toggled", G_CALLBACK (on_choice), offer);
  g_ptr_array_add (self->choosers, chooser);
  return new_row (atlas_heading_new (offer->entry->title, 3), words, chooser);
}

static GtkWidget *
new_row_for_all (AtlasVersionsDialog *self)
{
  GtkWidget *chooser = new_chooser (_ ("For All"));

  for (guint i = 0; i < ATLAS_N_IMPORT_CHOICES; i++)
    g_signal_connect_object (get_button (chooser, i), "toggled", G_CALLBACK (on_choice_for_all), self, G_CONNECT_SWAPPED);
  return new_row (new_label (_ ("For All")), NULL, chooser);
}

/* --- The dialog ------------------------------------------------------------------ */

static void
append_all (AtlasVersionsDialog *self,
            GtkBox *box)
{
  GtkWidget *list = atlas_boxed_list_new (_ ("For All"));

  if (self->offers->len < 2)
    return;
  gtk_list_box_append (GTK_LIST_BOX (list), new_row_for_all (self));
  gtk_box_append (box, list);
}

static void
append_offers (AtlasVersionsDialog *self,
               GtkBox *box)
{
  GtkWidget *list = atlas_boxed_list_new (_ ("Other Versions"));
  const guint n_more = self->offers->len - MIN (self->offers->len, MAX_ROWS);
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more, updated or kept as is likely right unless you choose for all",
                                                     "and %u more, updated or kept as is likely right unless you choose for all", n_more),
                                           n_more);

  for (guint i = 0; i < MIN (self->offers->len, MAX_ROWS); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_offer_row (self, get_offer (self, i)));
  gtk_box_append (box, list);
  if (n_more > 0)
    gtk_box_append (box, new_label (more));
}

static GtkWidget *
new_body (AtlasVersionsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  const char *head = ngettext ("This seems to be another version of an article that you have. “Update” puts the new text in the place of the old one; "
                               "tags and corrections stay.",
                               "These seem to be other versions of articles that you have. “Update” puts the new text in the place of the old one; "
                               "tags and corrections stay.",
                               self->offers->len);

  gtk_widget_add_css_class (box, "dialog-body");
  gtk_box_append (GTK_BOX (box), atlas_heading_new (_ ("Other Versions"), 2));
  gtk_box_append (GTK_BOX (box), new_label (head));
  append_all (self, GTK_BOX (box));
  append_offers (self, GTK_BOX (box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

static void
on_apply (AtlasVersionsDialog *self)
{
  self->decided = TRUE;
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_skip (AtlasVersionsDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
new_header (AtlasVersionsDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *skip = gtk_button_new_with_mnemonic (self->offers->len > 1 ? _ ("_Skip All") : _ ("_Skip"));
  GtkWidget *apply = gtk_button_new_with_mnemonic (_ ("_Apply"));

  adw_header_bar_set_show_title (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect_object (apply, "clicked", G_CALLBACK (on_apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (skip, "clicked", G_CALLBACK (on_skip), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), skip);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), apply);
  adw_dialog_set_default_widget (ADW_DIALOG (self), apply);
  return header;
}

/**
 * atlas_versions_dialog_new:
 * @offers: (element-type AtlasImportOffer): with the likely choices; when the dialog
 *   has closed, with the reader's
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
atlas_versions_dialog_new (GPtrArray *offers)
{
  AtlasVersionsDialog *self = g_object_new (ATLAS_TYPE_VERSIONS_DIALOG, NULL);
  GtkWidget *toolbar_view = adw_toolbar_view_new ();

  self->offers = g_ptr_array_ref (offers);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), new_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), new_body (self));
  adw_dialog_set_child (ADW_DIALOG (self), toolbar_view);
  return ADW_DIALOG (self);
}
