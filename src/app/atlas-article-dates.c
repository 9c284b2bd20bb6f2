/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-parts.h"

#include <glib/gi18n.h>

#include "atlas-date-finder.h"
#include "atlas-date-input.h"
#include "atlas-lazy-list.h"

#define FIRST_DATES 5

/* Words around a date, in code points. */
#define AROUND 40

/* What a row is made of. */
typedef struct
{
  AtlasDate date;
  char *words;
} Dated;

static void
dated_free (gpointer data)
{
  Dated *self = data;

  g_free (self->words);
  g_free (self);
}

/* The text around a date, cut between words. */
static char *
dup_around (const char *text,
            const AtlasFoundDate *found)
{
  const guint length = (guint) g_utf8_strlen (text, -1);
  guint from = found->start > AROUND ? found->start - AROUND : 0;
  guint to = MIN (length, found->end + AROUND);
  g_autofree char *words = NULL;

  while (from > 0 && from < found->start && !g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text, from))))
    from++;
  while (to < length && to > found->end && !g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text, to))))
    to--;
  words = g_utf8_substring (text, from, to);
  g_strstrip (words);
  return g_strconcat (from > 0 ? "… " : "", words, to < length ? " …" : "", NULL);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const Dated *left = *(Dated *const *) a;
  const Dated *right = *(Dated *const *) b;

  return (left->date.earliest > right->date.earliest) - (left->date.earliest < right->date.earliest);
}

static GPtrArray *
collect_dates (const AtlasDocument *document)
{
  const AtlasLibraryEntry *entry = atlas_document_get_entry (document);
  const AtlasLanguage language = atlas_language_from_tag (entry->language != NULL ? entry->language : "");
  GPtrArray *dates = g_ptr_array_new_with_free_func (dated_free);
  AtlasDate written;
  const gboolean is_dated = entry->date != NULL && atlas_date_parse (entry->date, &written, NULL);

  for (guint i = 0; i < entry->blocks->len; i++)
    {
      const char *text = g_array_index (entry->blocks, AtlasLibraryBlock, i).text;
      g_autoptr (GArray) found = atlas_date_finder_find (text, -1, language, is_dated ? &written : NULL);

      for (guint j = 0; j < found->len; j++)
        {
          const AtlasFoundDate *date = &g_array_index (found, AtlasFoundDate, j);
          Dated *dated;

          if (date->rule == ATLAS_DATE_RULE_NONE)
            continue;
          dated = g_new0 (Dated, 1);
          dated->date = date->date;
          dated->words = dup_around (text, date);
          g_ptr_array_add (dates, dated);
        }
    }
  g_ptr_array_sort (dates, compare_dates);
  return dates;
}

static void
row_clicked_cb (GtkButton *button,
                AtlasPageView *view)
{
  atlas_state_set_date (atlas_page_view_get_state (view), GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "day")));
}

static GtkWidget *
new_row (gpointer item,
         gpointer user_data)
{
  AtlasPageView *view = user_data;
  const Dated *dated = item;
  g_autofree char *date = atlas_date_format (&dated->date);
  g_autofree char *words = g_markup_escape_text (dated->words, -1);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = gtk_button_new_from_icon_name ("x-office-calendar-symbolic");
  GtkWidget *label = gtk_label_new (date);
  /* Translators: a button; %s is a date */
  g_autofree char *name = g_strdup_printf (_ ("Show %s on the Map"), date);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (lines), label);
  gtk_box_append (GTK_BOX (lines), atlas_page_view_new_prose (view, words, "source"));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "day", GINT_TO_POINTER (atlas_date_pick_day (&dated->date)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (row_clicked_cb), view, G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "plain-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

/**
 * atlas_article_append_dates:
 *
 * Appends the dates that the article names, each of which the window can show; nothing
 * where there are none.
 */
void
atlas_article_append_dates (AtlasPageView *view,
                            const AtlasDocument *document)
{
  GPtrArray *dates = collect_dates (document);
  const char *heading = _ ("Dates in the Article");

  if (dates->len == 0)
    {
      g_ptr_array_unref (dates);
      return;
    }
  gtk_box_append (GTK_BOX (atlas_page_view_append_section (view, heading, dates->len)),
                  atlas_lazy_list_new (heading, dates, FIRST_DATES, new_row, view));
}
