/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-target-chooser.h"

#include <glib/gi18n.h>

#include "atlas-page-view.h"
#include "atlas-search.h"

#define MAX_RESULTS 20

struct _AtlasTargetChooser
{
  AdwDialog parent_instance;

  AtlasContent *content;
  char *nothing; /* nullable: what choosing nothing is called */
  GCancellable *cancellable;
  AtlasSearch *search; /* nullable: until a worker has made it */
  GtkEditable *entry;
  GtkListBox *list;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasTargetChooser, atlas_target_chooser, ADW_TYPE_DIALOG)

static void
atlas_target_chooser_dispose (GObject *object)
{
  AtlasTargetChooser *self = ATLAS_TARGET_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->search, atlas_search_unref);
  g_clear_object (&self->content);
  g_clear_pointer (&self->nothing, g_free);
  G_OBJECT_CLASS (atlas_target_chooser_parent_class)->dispose (object);
}

static void
atlas_target_chooser_class_init (AtlasTargetChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_target_chooser_dispose;

  /**
   * AtlasTargetChooser::chosen:
   * @target: code of a country, id of an organisation, or ""
   * @is_organisation: which of them
   */
  signals[CHOSEN] = g_signal_new ("chosen", ATLAS_TYPE_TARGET_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
append_row (AtlasTargetChooser *self,
            const char *title,
            const char *subtitle,
            const char *target,
            gboolean is_organisation)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "target", g_strdup (target), g_free);
  g_object_set_data (G_OBJECT (row), "organisation", GINT_TO_POINTER (is_organisation));
  gtk_list_box_append (self->list, row);
}

static void
update (AtlasTargetChooser *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (GPtrArray) items = NULL;

  gtk_list_box_remove_all (self->list);
  if (self->nothing != NULL)
    append_row (self, self->nothing, NULL, "", FALSE);
  if (*words != '\0' && self->search != NULL)
    items = atlas_search_query (self->search, words, MAX_RESULTS);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const AtlasSearchItem *item = g_ptr_array_index (items, i);

      if (item->kind == ATLAS_SEARCH_COUNTRY || item->kind == ATLAS_SEARCH_ORGANISATION)
        append_row (self, item->title, item->subtitle, item->id, item->kind == ATLAS_SEARCH_ORGANISATION);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

static void
row_activated_cb (AtlasTargetChooser *self,
                  GtkListBoxRow *row)
{
  g_autofree char *target = g_strdup (g_object_get_data (G_OBJECT (row), "target"));
  const gboolean is_organisation = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "organisation"));

  g_signal_emit (self, signals[CHOSEN], 0, target, is_organisation);
  adw_dialog_close (ADW_DIALOG (self));
}

/* Enter takes the first that was found by name. */
static void
entry_activate_cb (AtlasTargetChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, self->nothing != NULL ? 1 : 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
load_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  AtlasContent *content = task_data;

  g_task_return_pointer (task,
                         atlas_search_new (atlas_content_get_dataset (content), atlas_content_get_gazetteer (content), NULL,
                                           atlas_content_get_language (content)),
                         (GDestroyNotify) atlas_search_unref);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (AtlasTargetChooser) self = data;
  AtlasSearch *search = g_task_propagate_pointer (G_TASK (result), NULL);

  if (search == NULL)
    return;
  self->search = search;
  update (self);
}

static void
load (AtlasTargetChooser *self)
{
  g_autoptr (GTask) task = NULL;

  if (!atlas_content_has_texts (self->content))
    return;
  /* A worker may be the last to let go of the task, so the widget is not its source. */
  task = g_task_new (NULL, self->cancellable, loaded_cb, g_object_ref (self));
  g_task_set_task_data (task, g_object_ref (self->content), g_object_unref);
  g_task_set_check_cancellable (task, TRUE);
  g_task_run_in_thread (task, load_in_thread);
}

static void
atlas_target_chooser_init (AtlasTargetChooser *self)
{
  GtkWidget *toolbar_view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->cancellable = g_cancellable_new ();
  self->entry = GTK_EDITABLE (entry);
  self->list = GTK_LIST_BOX (atlas_boxed_list_new (_ ("Found")));
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _ ("Country or organisation"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Country or organisation"), -1);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (adw_dialog_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (box, "dialog-body");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), scroller);
  adw_dialog_set_child (ADW_DIALOG (self), toolbar_view);
  adw_dialog_set_content_width (ADW_DIALOG (self), 420);
  adw_dialog_set_content_height (ADW_DIALOG (self), 480);
  adw_dialog_set_focus (ADW_DIALOG (self), entry);
}

/**
 * atlas_target_chooser_new:
 * @content: loaded, with its texts
 * @title: what is asked
 * @nothing: (nullable): what choosing nothing is called; %NULL does not offer it
 *
 * Returns: (transfer floating):
 */
AtlasTargetChooser *
atlas_target_chooser_new (AtlasContent *content,
                          const char *title,
                          const char *nothing)
{
  AtlasTargetChooser *self = g_object_new (ATLAS_TYPE_TARGET_CHOOSER, NULL);

  self->content = g_object_ref (content);
  self->nothing = g_strdup (nothing);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  load (self);
  update (self);
  return self;
}
