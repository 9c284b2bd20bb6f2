/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-preferences-dialog.h"

#include <glib/gi18n.h>

/* The languages that names and texts can be shown in, each called as its
 * speakers call it; the first stands for the language of the system. */
static const struct
{
  const char *tag;
  const char *name;
} languages[] = {
  { "", N_ ("Same as the System") },
  { "en", "English" },
  { "sv", "Svenska" },
};

static gboolean
get_language (GValue *value,
              GVariant *variant,
              gpointer data)
{
  const char *tag = g_variant_get_string (variant, NULL);

  g_value_set_uint (value, 0);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].tag, tag))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_language (const GValue *value,
              const GVariantType *type,
              gpointer data)
{
  return g_variant_new_string (languages[MIN (g_value_get_uint (value), G_N_ELEMENTS (languages) - 1)].tag);
}

static GtkWidget *
new_language_row (GSettings *settings)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ (languages[0].name));
  for (guint i = 1; i < G_N_ELEMENTS (languages); i++)
    gtk_string_list_append (names, languages[i].name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("_Language of Names and Texts"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Of countries, organisations, events and briefings"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_settings_bind_with_mapping (settings, "names-language", row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_language, set_language, NULL, NULL);
  return row;
}

static gboolean
get_scheme (GValue *value,
            GVariant *variant,
            gpointer data)
{
  static const char *const nicks[] = { "system", "light", "dark", NULL };
  const char *nick = g_variant_get_string (variant, NULL);

  for (guint i = 0; nicks[i] != NULL; i++)
    if (g_str_equal (nicks[i], nick))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_scheme (const GValue *value,
            const GVariantType *type,
            gpointer data)
{
  static const char *const nicks[] = { "system", "light", "dark" };

  return g_variant_new_string (nicks[MIN (g_value_get_uint (value), 2)]);
}

static GtkWidget *
new_style_row (GSettings *settings)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Same as the System"));
  gtk_string_list_append (names, _ ("Light"));
  gtk_string_list_append (names, _ ("Dark"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("_Style"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_settings_bind_with_mapping (settings, "color-scheme", row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_scheme, set_scheme, NULL, NULL);
  return row;
}

/**
 * atlas_preferences_dialog_new:
 * @settings: what the choices are kept in
 *
 * Returns: (transfer floating): a dialog; choices take effect at once
 */
AdwDialog *
atlas_preferences_dialog_new (GSettings *settings)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_style_row (settings));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_language_row (settings));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (page));
  return dialog;
}
