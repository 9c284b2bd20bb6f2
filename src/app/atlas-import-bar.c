/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-import-bar.h"

#include <glib/gi18n.h>

/* What is over sooner needs no bar, in milliseconds. */
#define DELAY 300

#define PULSE 120 /* milliseconds */

struct _AtlasImportBar
{
  AdwBin parent_instance;

  AtlasImportJob *job; /* NULL while it waits for the library */
  GtkRevealer *revealer;
  GtkLabel *words;
  GtkLabel *count;
  GtkProgressBar *progress;
  guint delay_source;
  guint pulse_source;
};

enum
{
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasImportBar, atlas_import_bar, ADW_TYPE_BIN)

static void
drop_job (AtlasImportBar *self)
{
  if (self->job != NULL)
    g_signal_handlers_disconnect_by_data (self->job, self);
  g_clear_object (&self->job);
  g_clear_handle_id (&self->delay_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
}

static void
atlas_import_bar_dispose (GObject *object)
{
  drop_job (ATLAS_IMPORT_BAR (object));

  G_OBJECT_CLASS (atlas_import_bar_parent_class)->dispose (object);
}

static void
atlas_import_bar_class_init (AtlasImportBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_import_bar_dispose;

  /**
   * AtlasImportBar::cancelled:
   *
   * The reader wants no more of it.
   */
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_cancel (AtlasImportBar *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static GtkWidget *
new_cancel_button (AtlasImportBar *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_cancel), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_words (AtlasImportBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dimmed");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));

  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Adding articles"), -1);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
atlas_import_bar_init (AtlasImportBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *clamp = adw_clamp_new ();

  gtk_box_append (GTK_BOX (box), new_words (self));
  gtk_box_append (GTK_BOX (box), new_cancel_button (self));
  gtk_widget_add_css_class (box, "atlas-over-map");
  gtk_widget_add_css_class (box, "atlas-import-bar");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 420);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);

  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (self->revealer, clamp);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
}

/**
 * atlas_import_bar_new:
 *
 * Returns: (transfer floating): a bar that is hidden
 */
GtkWidget *
atlas_import_bar_new (void)
{
  return g_object_new (ATLAS_TYPE_IMPORT_BAR, NULL);
}

/* --- Progress ------------------------------------------------------------------- */

static void
show_current (AtlasImportBar *self)
{
  const char *current = atlas_import_job_get_current (self->job);
  /* Translators: %s is the name of a file, or “Pasted text” */
  g_autofree char *words = current != NULL ? g_strdup_printf (_ ("Reading “%s”"), current) : g_strdup (_ ("Looking for articles"));

  gtk_label_set_label (self->words, words);
}

static void
show_count (AtlasImportBar *self)
{
  const guint n_items = MAX (1, atlas_import_job_get_n_items (self->job));
  const guint n_done = atlas_import_job_get_n_done (self->job);
  /* Translators: how many articles are done, and how many there are */
  g_autofree char *count = g_strdup_printf (_ ("%1$u of %2$u"), n_done, n_items);

  gtk_label_set_label (self->count, n_items > 1 ? count : "");
  gtk_progress_bar_set_fraction (self->progress, (double) n_done / n_items);
}

static gboolean
pulse (gpointer data)
{
  gtk_progress_bar_pulse (ATLAS_IMPORT_BAR (data)->progress);
  return G_SOURCE_CONTINUE;
}

/* One article, and one that waits, has no share that is done. */
static void
keep_pulsing (AtlasImportBar *self)
{
  const gboolean unknown = self->job == NULL || atlas_import_job_get_n_items (self->job) <= 1;

  if (unknown && self->pulse_source == 0)
    self->pulse_source = g_timeout_add (PULSE, pulse, self);
  else if (!unknown)
    g_clear_handle_id (&self->pulse_source, g_source_remove);
}

static void
on_items (AtlasImportBar *self)
{
  show_count (self);
  keep_pulsing (self);
}

static void
reveal (gpointer data)
{
  AtlasImportBar *self = data;

  self->delay_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  keep_pulsing (self);
}

static void
reveal_soon (AtlasImportBar *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    self->delay_source = g_timeout_add_once (DELAY, reveal, self);
}

/**
 * atlas_import_bar_show_waiting:
 *
 * Says that the reader's articles are still being opened.
 */
void
atlas_import_bar_show_waiting (AtlasImportBar *self)
{
  g_return_if_fail (ATLAS_IS_IMPORT_BAR (self));

  drop_job (self);
  gtk_label_set_label (self->words, _ ("Opening your articles"));
  gtk_label_set_label (self->count, "");
  reveal_soon (self);
}

/**
 * atlas_import_bar_show_job:
 *
 * Follows @job until it is told to hide.
 */
void
atlas_import_bar_show_job (AtlasImportBar *self,
                           AtlasImportJob *job)
{
  g_return_if_fail (ATLAS_IS_IMPORT_BAR (self));

  drop_job (self);
  self->job = g_object_ref (job);
  g_signal_connect_object (job, "notify::current", G_CALLBACK (show_current), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "notify::n-done", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "notify::n-items", G_CALLBACK (on_items), self, G_CONNECT_SWAPPED);
  show_current (self);
  show_count (self);
  reveal_soon (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    keep_pulsing (self);
}

/**
 * atlas_import_bar_hide:
 */
void
atlas_import_bar_hide (AtlasImportBar *self)
{
  g_return_if_fail (ATLAS_IS_IMPORT_BAR (self));

  drop_job (self);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
