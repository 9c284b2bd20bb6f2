/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-progress-dialog.h"

#include <glib/gi18n.h>

#define MOMENT 400 /* milliseconds */
#define STEP 100

struct _AtlasProgressDialog
{
  AdwAlertDialog parent_instance;

  GtkWidget *parent;
  GtkProgressBar *bar;
  const guint *n_done;
  const guint *n_all;
  GCancellable *cancellable;
  guint source;
};

G_DEFINE_FINAL_TYPE (AtlasProgressDialog, atlas_progress_dialog, ADW_TYPE_ALERT_DIALOG)

static void
atlas_progress_dialog_dispose (GObject *object)
{
  AtlasProgressDialog *self = ATLAS_PROGRESS_DIALOG (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (atlas_progress_dialog_parent_class)->dispose (object);
}

static void
on_response (AtlasProgressDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
atlas_progress_dialog_class_init (AtlasProgressDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_progress_dialog_dispose;
}

static void
atlas_progress_dialog_init (AtlasProgressDialog *self)
{
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self), GTK_WIDGET (self->bar));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (self), "cancel", _ ("_Cancel"));
  g_signal_connect (self, "response", G_CALLBACK (on_response), NULL);
}

static void
show_progress (AtlasProgressDialog *self)
{
  const guint done = (guint) g_atomic_int_get (self->n_done);
  const guint all = (guint) g_atomic_int_get (self->n_all);
  g_autofree char *text = NULL;

  if (all == 0)
    {
      gtk_progress_bar_pulse (self->bar);
      text = g_strdup_printf ("%'u", done);
    }
  else
    {
      gtk_progress_bar_set_fraction (self->bar, MIN (1.0, (double) done / all));
      /* Translators: how many articles are done, and how many there are */
      text = g_strdup_printf (_ ("%1$'u of %2$'u"), done, all);
    }
  gtk_progress_bar_set_text (self->bar, text);
}

static gboolean
on_step (gpointer data)
{
  show_progress (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_moment (gpointer data)
{
  AtlasProgressDialog *self = data;

  if (self->parent != NULL)
    adw_dialog_present (ADW_DIALOG (self), self->parent);
  show_progress (self);
  self->source = g_timeout_add (STEP, on_step, self);
  return G_SOURCE_REMOVE;
}

/**
 * atlas_progress_dialog_start:
 * @n_done: what another thread counts up; it outlives the dialog
 * @n_all: up to which number; 0 while that is unknown
 * @cancellable: is cancelled where the reader wants that
 *
 * Returns: (transfer full): a dialog, to be ended by atlas_progress_dialog_end()
 */
AtlasProgressDialog *
atlas_progress_dialog_start (GtkWidget *parent,
                             const char *heading,
                             const guint *n_done,
                             const guint *n_all,
                             GCancellable *cancellable)
{
  AtlasProgressDialog *self = g_object_ref_sink (g_object_new (ATLAS_TYPE_PROGRESS_DIALOG, "heading", heading, NULL));

  g_set_weak_pointer (&self->parent, parent);
  self->n_done = n_done;
  self->n_all = n_all;
  self->cancellable = g_object_ref (cancellable);
  self->source = g_timeout_add (MOMENT, on_moment, self);
  return self;
}

/**
 * atlas_progress_dialog_end:
 * @self: (transfer full): closes, where it was shown
 */
void
atlas_progress_dialog_end (AtlasProgressDialog *self)
{
  g_return_if_fail (ATLAS_IS_PROGRESS_DIALOG (self));

  g_clear_handle_id (&self->source, g_source_remove);
  g_signal_handlers_disconnect_by_func (self, on_response, NULL);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    adw_dialog_force_close (ADW_DIALOG (self));
  g_object_unref (self);
}
