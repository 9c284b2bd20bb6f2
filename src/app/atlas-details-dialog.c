/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-details-dialog.h"

#include <glib/gi18n.h>

#include "atlas-article-edit.h"
#include "atlas-date-input.h"

typedef enum
{
  FIELD_TITLE,
  FIELD_PUBLISHER,
  FIELD_AUTHOR,
  FIELD_DATE,
  FIELD_ADDRESS,
  FIELD_SUMMARY,
  N_FIELDS
} Field;

static const char *const titles[] = {
  [FIELD_TITLE] = N_ ("Title"),
  [FIELD_PUBLISHER] = N_ ("Publisher"),
  [FIELD_AUTHOR] = N_ ("Author"),
  [FIELD_DATE] = N_ ("Date, such as 28 May 2025 or 2025-05"),
  [FIELD_ADDRESS] = N_ ("Web Address"),
  [FIELD_SUMMARY] = N_ ("Summary"),
};

struct _AtlasDetailsDialog
{
  AdwDialog parent_instance;

  AtlasContent *content;
  AtlasLibraryEntry *entry;
  GtkWidget *fields[N_FIELDS]; /* AdwEntryRow */
  AdwComboRow *language;
  GtkWidget *save;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (AtlasDetailsDialog, atlas_details_dialog, ADW_TYPE_DIALOG)

static void
atlas_details_dialog_dispose (GObject *object)
{
  AtlasDetailsDialog *self = ATLAS_DETAILS_DIALOG (object);

  g_clear_object (&self->content);
  g_clear_pointer (&self->entry, atlas_library_entry_free);
  G_OBJECT_CLASS (atlas_details_dialog_parent_class)->dispose (object);
}

static void
atlas_details_dialog_class_init (AtlasDetailsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_details_dialog_dispose;
}

static char **
get_place (AtlasLibraryEntry *entry,
           Field field)
{
  switch (field)
    {
    case FIELD_PUBLISHER:
      return &entry->publisher;
    case FIELD_AUTHOR:
      return &entry->author;
    case FIELD_DATE:
      return &entry->date;
    case FIELD_ADDRESS:
      return &entry->address;
    case FIELD_SUMMARY:
      return &entry->summary;
    case FIELD_TITLE:
    case N_FIELDS:
    default:
      return &entry->title;
    }
}

static char *
dup_text (AtlasDetailsDialog *self,
          Field field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->fields[field]))));
}

/* As the library keeps it; what was typed in words becomes EDTF. */
static char *
dup_date (AtlasDetailsDialog *self,
          GError **error)
{
  g_autofree char *text = dup_text (self, FIELD_DATE);
  AtlasDate date;

  if (*text == '\0' || atlas_date_parse (text, &date, NULL))
    return g_steal_pointer (&text);
  return atlas_date_parse_input (text, &date, error) ? atlas_date_to_edtf (&date) : NULL;
}

static gboolean
is_web_address (const char *text)
{
  return *text == '\0' || g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://");
}

static void
mark (GtkWidget *row,
      gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Says what is wrong while it is typed. */
static void
check (AtlasDetailsDialog *self)
{
  g_autofree char *title = dup_text (self, FIELD_TITLE);
  g_autofree char *address = dup_text (self, FIELD_ADDRESS);
  g_autoptr (GError) error = NULL;
  g_autofree char *date = dup_date (self, &error);
  const char *problem = NULL;

  mark (self->fields[FIELD_TITLE], *title == '\0');
  mark (self->fields[FIELD_ADDRESS], !is_web_address (address));
  mark (self->fields[FIELD_DATE], date == NULL);
  if (*title == '\0')
    problem = _ ("An article needs a title.");
  else if (date == NULL)
    problem = error->message;
  else if (!is_web_address (address))
    problem = _ ("A web address begins with “https://” or “http://”.");
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_sensitive (self->save, problem == NULL);
}

/* One that the list does not have stays until another is picked. */
static const char *
get_language (AtlasDetailsDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->language);
  const char *old = self->entry->language != NULL ? self->entry->language : "";

  if (selected > 0 && selected <= ATLAS_N_LANGUAGES)
    return atlas_language_to_tag (selected - 1);
  return atlas_language_from_tag (old) == ATLAS_LANGUAGE_UNKNOWN ? old : "";
}

static void
save_cb (AtlasDetailsDialog *self)
{
  g_autofree char *language = NULL;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      char **place = get_place (self->entry, i);

      g_free (*place);
      *place = i == FIELD_DATE ? dup_date (self, NULL) : dup_text (self, i);
    }
  language = g_strdup (get_language (self));
  g_set_str (&self->entry->language, language);
  atlas_article_edit_update (GTK_WIDGET (self), self->content, self->entry->key, self->entry);
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
new_header (AtlasDetailsDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (adw_dialog_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  return header;
}

static GtkWidget *
new_language_row (AtlasDetailsDialog *self)
{
  static const char *const names[] = { "English", "Svenska", "Русский", "Deutsch", "Français" };
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  /* Translators: of the language of an article */
  gtk_string_list_append (model, _ ("Unknown"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_string_list_append (model, names[i]);
  self->language = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->language), _ ("Language"));
  adw_combo_row_set_model (self->language, G_LIST_MODEL (model));
  return GTK_WIDGET (self->language);
}

static void
atlas_details_dialog_init (AtlasDetailsDialog *self)
{
  GtkWidget *toolbar_view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->fields[i] = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->fields[i]), _ (titles[i]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->fields[i]);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_language_row (self));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("The date decides who was in office, and which year “in May” means; so names are linked anew when it changes."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));

  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "details-problem");

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), new_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), page);
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (toolbar_view), GTK_WIDGET (self->problem));
  adw_dialog_set_child (ADW_DIALOG (self), toolbar_view);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("About the Article"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  adw_dialog_set_content_height (ADW_DIALOG (self), 620);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->save);
  adw_dialog_set_focus (ADW_DIALOG (self), self->fields[FIELD_TITLE]);
}

/**
 * atlas_details_dialog_new:
 * @entry: one of the reader's own articles; copied
 *
 * Returns: (transfer floating): a dialog that changes the library's article when the
 *   reader saves
 */
AdwDialog *
atlas_details_dialog_new (AtlasContent *content,
                          const AtlasLibraryEntry *entry)
{
  AtlasDetailsDialog *self = g_object_new (ATLAS_TYPE_DETAILS_DIALOG, NULL);
  const AtlasLanguage language = atlas_language_from_tag (entry->language != NULL ? entry->language : "");

  self->content = g_object_ref (content);
  self->entry = atlas_library_entry_copy (entry);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *value = *get_place (self->entry, i);

      gtk_editable_set_text (GTK_EDITABLE (self->fields[i]), value != NULL ? value : "");
      g_signal_connect_object (self->fields[i], "changed", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
    }
  adw_combo_row_set_selected (self->language, language == ATLAS_LANGUAGE_UNKNOWN ? 0 : language + 1);
  check (self);
  return ADW_DIALOG (self);
}
