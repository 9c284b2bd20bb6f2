/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-parts.h"

#include <glib/gi18n.h>

#include "atlas-article-edit.h"
#include "atlas-lazy-list.h"
#include "atlas-mention-markup.h"
#include "atlas-prose.h"
#include "atlas-target-chooser.h"

#define FIRST_SUBJECTS 6

/* What the buttons of the section act on. */
typedef struct
{
  AtlasPageView *view; /* which outlives its widgets */
  AtlasSubject subject;
} Acting;

static const char *
get_key (AtlasPageView *view)
{
  return atlas_page_view_get_id (view);
}

static void
correct_whole (GtkWidget *from,
               AtlasPageView *view,
               AtlasCorrectionWhat what,
               const char *target,
               gboolean is_organisation)
{
  const AtlasCorrection correction = { .what = what, .target = g_intern_string (target), .is_organisation = is_organisation, .all = TRUE };

  atlas_article_edit_correct (from, atlas_page_view_get_content (view), get_key (view), &correction);
}

static void
remove_cb (GtkWidget *button,
           Acting *acting)
{
  correct_whole (button, acting->view, ATLAS_CORRECTION_NOT_THIS, acting->subject.target, acting->subject.is_organisation);
}

static void
chosen_cb (AtlasPageView *view,
           const char *target,
           gboolean is_organisation)
{
  correct_whole (GTK_WIDGET (view), view, ATLAS_CORRECTION_ALSO_THIS, target, is_organisation);
}

static void
add_cb (AtlasPageView *view)
{
  AtlasTargetChooser *chooser = atlas_target_chooser_new (atlas_page_view_get_content (view), _ ("What Else Is It About?"), NULL);

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), view, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (chooser), GTK_WIDGET (view));
}

static char *
dup_words (const AtlasSubject *subject)
{
  g_autofree char *times = g_strdup_printf (ngettext ("named once", "named %u times", subject->count), subject->count);

  if (subject->about && subject->count == 0)
    return g_strdup (_ ("The article is about it."));
  if (subject->about)
    /* Translators: %s is “named 5 times” */
    return g_strdup_printf (_ ("The article is about it · %s"), times);
  return subject->count > 0 ? g_steal_pointer (&times) : g_strdup (_ ("In doubt"));
}

static GtkWidget *
new_remove_button (AtlasPageView *view,
                   const AtlasSubject *subject)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: a button; %s is a country or an organisation */
  g_autofree char *name = g_strdup_printf (_ ("The Article Does Not Name %s"),
                                           atlas_content_get_target_name (atlas_page_view_get_content (view), subject->target, subject->is_organisation));
  Acting *acting = g_new0 (Acting, 1);

  acting->view = view;
  acting->subject = *subject;
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (remove_cb), acting, (GClosureNotify) (GCallback) g_free, G_CONNECT_DEFAULT);
  return button;
}

static GtkWidget *
new_row (gpointer item,
         gpointer user_data)
{
  AtlasPageView *view = user_data;
  AtlasContent *content = atlas_page_view_get_content (view);
  const AtlasSubject *subject = item;
  const gboolean own = g_object_get_data (G_OBJECT (view), "own-article") != NULL;
  const char *name = atlas_content_get_target_name (content, subject->target, subject->is_organisation);
  g_autofree char *link = atlas_prose_link (subject->is_organisation ? "organisation" : "country", subject->target, name);
  g_autofree char *words = dup_words (subject);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (lines), atlas_page_view_new_prose (view, link, NULL));
  gtk_box_append (GTK_BOX (lines), atlas_page_view_new_prose (view, words, "source"));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), lines);
  if (own)
    gtk_box_append (GTK_BOX (box), new_remove_button (view, subject));
  gtk_widget_add_css_class (box, "plain-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static GtkWidget *
new_add_button (AtlasPageView *view)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add a Country or Organisation…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), view, G_CONNECT_SWAPPED);
  return button;
}

/**
 * atlas_article_append_subjects:
 *
 * Appends the list of what the article names, which the reader can correct where the
 * article is the reader's own.
 */
void
atlas_article_append_subjects (AtlasPageView *view,
                               const AtlasDocument *document)
{
  const GArray *subjects = atlas_document_get_subjects (document);
  const char *heading = _ ("What It Names");
  GtkWidget *section = atlas_page_view_append_section (view, heading, subjects->len);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < subjects->len; i++)
    g_ptr_array_add (items, &g_array_index (subjects, AtlasSubject, i));
  g_object_set_data (G_OBJECT (view), "own-article", atlas_document_is_own (document) ? view : NULL);
  if (items->len > 0)
    gtk_box_append (GTK_BOX (section), atlas_lazy_list_new (heading, items, FIRST_SUBJECTS, new_row, view));
  else
    {
      gtk_box_append (GTK_BOX (section), atlas_page_view_new_prose (view, _ ("No country and no organisation of this atlas."), "dimmed"));
      g_ptr_array_unref (items);
    }
  if (atlas_document_is_own (document))
    gtk_box_append (GTK_BOX (section), new_add_button (view));
}
