/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-tags-dialog.h"

#include <glib/gi18n.h>

#include "atlas-article-changing.h"
#include "atlas-page-view.h"

struct _AtlasTagsDialog
{
  AdwDialog parent_instance;

  AtlasWindow *window;
  AtlasArticleChoice choice;
  guint n;
  GStrv had; /* of one article; NULL: nobody knows what several have */
  GCancellable *cancellable;
  AdwEntryRow *entry;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AtlasTagsDialog, atlas_tags_dialog, ADW_TYPE_DIALOG)

static void
atlas_tags_dialog_dispose (GObject *object)
{
  AtlasTagsDialog *self = ATLAS_TAGS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->window);
  G_OBJECT_CLASS (atlas_tags_dialog_parent_class)->dispose (object);
}

static void
atlas_tags_dialog_finalize (GObject *object)
{
  AtlasTagsDialog *self = ATLAS_TAGS_DIALOG (object);

  atlas_article_choice_clear (&self->choice);
  g_strfreev (self->had);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (atlas_tags_dialog_parent_class)->finalize (object);
}

static void
atlas_tags_dialog_class_init (AtlasTagsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_tags_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_tags_dialog_finalize;
}

/* --- Rows ------------------------------------------------------------------------ */

static GtkCheckButton *
get_check (GtkWidget *row)
{
  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static const char *
get_tag (GtkWidget *row)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
}

static GtkWidget *
find_row (AtlasTagsDialog *self,
          const char *tag)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (ADW_IS_ACTION_ROW (row) && g_str_equal (get_tag (row), tag))
      return row;
  return NULL;
}

static void
on_toggled (GtkCheckButton *check)
{
  gtk_check_button_set_inconsistent (check, FALSE);
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer data)
{
  return g_utf8_collate (get_tag (GTK_WIDGET (a)), get_tag (GTK_WIDGET (b)));
}

static GtkWidget *
add_row (AtlasTagsDialog *self,
         const char *tag)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), self->had != NULL && g_strv_contains ((const char *const *) self->had, tag));
  /* Some of several articles may have it; that stays so unless the reader says otherwise. */
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check), self->had == NULL);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tag);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  return row;
}

static void
on_typed (AtlasTagsDialog *self)
{
  g_autofree char *tag = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  GtkWidget *row;

  if (*tag == '\0')
    return;
  row = find_row (self, tag);
  if (row == NULL)
    row = add_row (self, tag);
  gtk_check_button_set_active (get_check (row), TRUE);
  gtk_check_button_set_inconsistent (get_check (row), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* --- What there is ---------------------------------------------------------------- */

static gpointer
list_tags (AtlasLibrary *library,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  return atlas_library_list_tags (library, cancellable, error);
}

static void
on_listed (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (AtlasTagsDialog) self = data;
  g_auto (GStrv) tags = atlas_library_finish (ATLAS_LIBRARY (source), result, NULL);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    if (find_row (self, tags[i]) == NULL)
      add_row (self, tags[i]);
}

/* --- The end ----------------------------------------------------------------------- */

static void
save (AtlasTagsDialog *self)
{
  g_autoptr (GStrvBuilder) added = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) removed = g_strv_builder_new ();
  AtlasArticleChange *change = atlas_article_change_new (ATLAS_ARTICLES_TAG, &self->choice);

  on_typed (self);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (ADW_IS_ACTION_ROW (row) && !gtk_check_button_get_inconsistent (get_check (row)))
      g_strv_builder_add (gtk_check_button_get_active (get_check (row)) ? added : removed, get_tag (row));
  change->added = g_strv_builder_end (added);
  change->removed = g_strv_builder_end (removed);
  atlas_article_changing_start (self->window, change, self->n);
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
new_header (AtlasTagsDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *done = gtk_button_new_with_mnemonic (_ ("_Save"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (done, "suggested-action");
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (adw_dialog_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (done, "clicked", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), done);
  return header;
}

static GtkWidget *
new_body (AtlasTagsDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *new_tag = atlas_boxed_list_new (_ ("New Tag"));

  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _ ("New Tag"));
  adw_entry_row_set_show_apply_button (self->entry, TRUE);
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (new_tag), GTK_WIDGET (self->entry));

  self->list = GTK_LIST_BOX (atlas_boxed_list_new (_ ("Tags")));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_box_append (GTK_BOX (column), new_tag);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (column, "dialog-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), column);
  return scroller;
}

static void
atlas_tags_dialog_init (AtlasTagsDialog *self)
{
  GtkWidget *toolbar_view = adw_toolbar_view_new ();

  self->cancellable = g_cancellable_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), new_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), new_body (self));
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Tags"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 360);
  adw_dialog_set_child (ADW_DIALOG (self), toolbar_view);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->entry));
}

/**
 * atlas_tags_dialog_new:
 * @window: whose library it is
 * @choice: whose tags; it is copied
 * @n: how many articles these are
 * @tags: (nullable): what the one article has; %NULL for several
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
atlas_tags_dialog_new (AtlasWindow *window,
                       const AtlasArticleChoice *choice,
                       guint n,
                       char **tags)
{
  AtlasTagsDialog *self = g_object_new (ATLAS_TYPE_TAGS_DIALOG, NULL);
  AtlasLibrary *library = atlas_content_get_library (atlas_window_get_content (window));

  self->window = g_object_ref (window);
  atlas_article_choice_copy (choice, &self->choice);
  self->n = n;
  self->had = g_strdupv (tags);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    add_row (self, tags[i]);
  if (library != NULL)
    atlas_library_read_async (library, list_tags, NULL, NULL, (GDestroyNotify) g_strfreev, self->cancellable, on_listed, g_object_ref (self));
  return ADW_DIALOG (self);
}
