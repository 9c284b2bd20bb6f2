/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-save-picture-dialog.h"

#include <glib/gi18n.h>

struct _AtlasSavePictureDialog
{
  AdwDialog parent_instance;

  AtlasState *state;
  AtlasContent *content;
  AdwToastOverlay *toasts;
  AdwComboRow *format;
  AdwComboRow *projection;
};

G_DEFINE_FINAL_TYPE (AtlasSavePictureDialog, atlas_save_picture_dialog, ADW_TYPE_DIALOG)

/* Pixels, or points for PDF: A4 on its side. */
static const struct
{
  AtlasPlateFormat format;
  const char *name;
  const char *suffix;
  double width;
  double height;
  double scale;
} formats[] = {
  { ATLAS_PLATE_PNG, N_ ("Picture (PNG)"), ".png", 1600, 1131, 2 },
  { ATLAS_PLATE_SVG, N_ ("Drawing (SVG)"), ".svg", 1600, 1131, 1 },
  { ATLAS_PLATE_PDF, N_ ("Document (PDF)"), ".pdf", 841.89, 595.28, 1 },
};

typedef struct
{
  AtlasPlate *plate;
  GFile *file;
  guint format;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->plate);
  g_clear_object (&job->file);
  g_free (job);
}

/**
 * atlas_plate_new_for_state:
 *
 * Returns: (transfer full): a plate of what the map shows, on light paper
 */
AtlasPlate *
atlas_plate_new_for_state (AtlasState *state,
                           AtlasContent *content)
{
  AtlasDataset *dataset = atlas_content_get_dataset (content);
  const AtlasOrganisation *lens = atlas_dataset_find_organisation (dataset, atlas_state_get_lens (state));
  g_autoptr (AtlasColouring) colouring = atlas_colouring_new (dataset, atlas_content_get_geography (content), lens,
                                                              atlas_state_get_when (state), ATLAS_SCHEME_LIGHT);
  AtlasPlate *plate = atlas_plate_new (colouring);

  atlas_plate_set_projection (plate, ATLAS_PROJECTION_EQUAL_AREA);
  atlas_plate_set_language (plate, atlas_content_get_language (content));
  return plate;
}

static void
save_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autofree char *path = g_file_get_path (job->file);
  GError *error = NULL;

  if (path == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("Pictures can be saved on this computer only."));
  else if (atlas_plate_save (job->plate, path, formats[job->format].format, formats[job->format].width,
                             formats[job->format].height, formats[job->format].scale, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
open_picture_cb (AdwToast *toast,
                 GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, NULL, NULL, NULL, NULL);
}

static void
show_saved (AdwToastOverlay *toasts,
            const Job *job)
{
  g_autofree char *name = g_file_get_basename (job->file);
  /* Translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_ ("Saved as “%s”"), name);
  AdwToast *toast = g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, "button-label", _ ("_Open"), NULL);

  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_picture_cb), g_object_ref (job->file),
                         (GClosureNotify) (void (*) (void)) g_object_unref, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (toasts, toast);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (AdwToastOverlay) toasts = data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_saved (toasts, job);
      return;
    }
  /* Translators: %s says why */
  adw_toast_overlay_add_toast (toasts, g_object_new (ADW_TYPE_TOAST, "title", error->message, "use-markup", FALSE, NULL));
}

/* A name that the reader typed without an ending gets that of the format. */
static GFile *
complete_name (GFile *file,
               guint *format)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *full = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (name, formats[i].suffix))
      {
        *format = i;
        return g_object_ref (file);
      }
  full = g_strconcat (name, formats[*format].suffix, NULL);
  return g_file_get_child (folder, full);
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (AtlasSavePictureDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (file == NULL)
    return;
  job = g_new0 (Job, 1);
  job->format = adw_combo_row_get_selected (self->format);
  job->file = complete_name (file, &job->format);
  job->plate = atlas_plate_new_for_state (self->state, self->content);
  if (adw_combo_row_get_selected (self->projection) == 1)
    atlas_plate_set_projection (job->plate, ATLAS_PROJECTION_MERCATOR);
  /* A worker may be the last to let go of the task, so widgets are none of its data. */
  task = g_task_new (NULL, NULL, saved_cb, g_object_ref (self->toasts));
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, save_in_thread);
  adw_dialog_close (ADW_DIALOG (self));
}

static char *
dup_name (AtlasSavePictureDialog *self)
{
  const AtlasWhen when = atlas_state_get_when (self->state);
  g_autofree char *from = atlas_day_to_iso (when.from);
  g_autofree char *to = atlas_day_to_iso (when.to);
  g_autofree char *dates = when.compares ? g_strconcat (from, "-", to, NULL) : g_strdup (to);
  g_autofree char *lens = g_ascii_strdown (atlas_state_get_lens (self->state), -1);

  return g_strdup_printf ("alliance-atlas-%s-%s%s", lens, dates, formats[adw_combo_row_get_selected (self->format)].suffix);
}

static void
save_cb (AtlasSavePictureDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = dup_name (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_set_title (dialog, _ ("Save Picture"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, chosen_cb, g_object_ref (self));
}

static void
atlas_save_picture_dialog_dispose (GObject *object)
{
  AtlasSavePictureDialog *self = ATLAS_SAVE_PICTURE_DIALOG (object);

  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_object (&self->toasts);
  G_OBJECT_CLASS (atlas_save_picture_dialog_parent_class)->dispose (object);
}

static void
atlas_save_picture_dialog_class_init (AtlasSavePictureDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_save_picture_dialog_dispose;
}

static AdwComboRow *
new_row (const char *title,
         const char *const *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  return ADW_COMBO_ROW (row);
}

static GtkWidget *
new_header (AtlasSavePictureDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save…"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (adw_dialog_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  adw_dialog_set_default_widget (ADW_DIALOG (self), save);
  adw_dialog_set_focus (ADW_DIALOG (self), save);
  return header;
}

static GtkWidget *
new_body (AtlasSavePictureDialog *self)
{
  const char *const names[] = { _ (formats[0].name), _ (formats[1].name), _ (formats[2].name), NULL };
  const char *const projections[] = { _ ("Equal-area: true sizes"), _ ("Mercator: as in the window"), NULL };
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  self->format = new_row (_ ("_Format"), names);
  self->projection = new_row (_ ("_Projection"), projections);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("All of Eurasia as the map colours it now, with legend, date, sources and the version of the data."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->format));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->projection));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static void
atlas_save_picture_dialog_init (AtlasSavePictureDialog *self)
{
  GtkWidget *toolbar_view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), new_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), new_body (self));
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Save Picture"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 420);
  adw_dialog_set_child (ADW_DIALOG (self), toolbar_view);
}

/**
 * atlas_save_picture_dialog_new:
 * @toasts: where to say that the picture is saved, or why not
 */
AdwDialog *
atlas_save_picture_dialog_new (AtlasState *state,
                               AtlasContent *content,
                               AdwToastOverlay *toasts)
{
  AtlasSavePictureDialog *self = g_object_new (ATLAS_TYPE_SAVE_PICTURE_DIALOG, NULL);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  self->toasts = g_object_ref (toasts);
  return ADW_DIALOG (self);
}
