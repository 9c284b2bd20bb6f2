/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions that open dialogs.
 */
#include "atlas-config.h"

#include "atlas-window.h"

#include <glib/gi18n.h>

#include "atlas-about-dialog.h"
#include "atlas-borders-dialog.h"
#include "atlas-preferences-dialog.h"
#include "atlas-report-dialog.h"
#include "atlas-save-picture-dialog.h"

static void
save_picture (GSimpleAction *action,
              GVariant *parameter,
              gpointer user_data)
{
  AtlasWindow *self = user_data;
  AdwToastOverlay *toasts = ADW_TOAST_OVERLAY (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self)));

  if (atlas_content_is_loaded (atlas_window_get_content (self)))
    adw_dialog_present (atlas_save_picture_dialog_new (atlas_window_get_state (self), atlas_window_get_content (self), toasts),
                        GTK_WIDGET (self));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              AtlasPlate *plate)
{
  atlas_plate_draw (plate, gtk_print_context_get_cairo_context (context),
                    gtk_print_context_get_width (context), gtk_print_context_get_height (context));
}

static void
done_cb (GtkPrintOperation *operation,
         GtkPrintOperationResult result,
         AtlasWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  atlas_window_add_toast (self, error != NULL ? error->message : _ ("The map could not be printed."));
}

static void
print (GSimpleAction *action,
       GVariant *parameter,
       gpointer user_data)
{
  AtlasWindow *self = user_data;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (AtlasPlate) plate = NULL;

  if (!atlas_content_is_loaded (atlas_window_get_content (self)))
    return;
  plate = atlas_plate_new_for_state (atlas_window_get_state (self), atlas_window_get_content (self));
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, _ ("Alliance Atlas"));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), plate, G_CONNECT_DEFAULT);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, G_CONNECT_DEFAULT);
  /* The operation is over before the plate when the dialog is cancelled. */
  g_object_set_data_full (G_OBJECT (operation), "plate", g_object_ref (plate), g_object_unref);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static void
borders (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  AtlasWindow *self = user_data;

  if (atlas_content_is_loaded (atlas_window_get_content (self)))
    adw_dialog_present (atlas_borders_dialog_new (atlas_window_get_state (self), atlas_window_get_content (self)), GTK_WIDGET (self));
}

static void
report (GSimpleAction *action,
        GVariant *parameter,
        gpointer user_data)
{
  AtlasWindow *self = user_data;

  if (atlas_content_is_loaded (atlas_window_get_content (self)))
    adw_dialog_present (atlas_report_dialog_new (atlas_window_get_state (self), atlas_window_get_content (self)), GTK_WIDGET (self));
}

static void
preferences (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  GtkApplication *application = user_data;

  adw_dialog_present (atlas_preferences_dialog_new (atlas_application_get_settings (ATLAS_APPLICATION (application))),
                      GTK_WIDGET (gtk_application_get_active_window (application)));
}

static void
about (GSimpleAction *action,
       GVariant *parameter,
       gpointer user_data)
{
  GtkApplication *application = user_data;

  adw_dialog_present (atlas_about_dialog_new (atlas_application_get_content (ATLAS_APPLICATION (application))),
                      GTK_WIDGET (gtk_application_get_active_window (application)));
}

/* Built at the first call and not at every start. Only a window that is set as
 * the help overlay finds out which keys its actions have; GTK has deprecated it
 * without another way before libadwaita 1.8. */
static void
shortcuts (GSimpleAction *action,
           GVariant *parameter,
           gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  g_autoptr (GtkBuilder) builder = NULL;

  if (!GTK_IS_APPLICATION_WINDOW (window))
    return;
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)) == NULL)
    {
      builder = gtk_builder_new_from_resource ("/io/github/alliance_atlas/AllianceAtlas/atlas-shortcuts.ui");
      gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (window),
                                               GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window))));
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/**
 * atlas_window_add_pages_actions:
 *
 * Adds win.save-picture, win.print, win.borders and win.report.
 */
void
atlas_window_add_pages_actions (AtlasWindow *self)
{
  static const GActionEntry entries[] = {
    { "save-picture", save_picture },
    { "print", print },
    { "borders", borders },
    { "report", report },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * atlas_application_add_pages_actions:
 *
 * Adds app.preferences, app.shortcuts and app.about, and the keys of all these
 * actions.
 */
void
atlas_application_add_pages_actions (GtkApplication *application)
{
  static const GActionEntry entries[] = {
    { "preferences", preferences },
    { "shortcuts", shortcuts },
    { "about", about },
  };
  static const struct
  {
    const char *action;
    const char *keys[2];
  } accels[] = {
    { "win.save-picture", { "<Control>s", NULL } },
    { "win.print", { "<Control>p", NULL } },
    { "app.preferences", { "<Control>comma", NULL } },
    { "app.shortcuts", { "<Control>question", NULL } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
}
