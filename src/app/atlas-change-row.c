/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-change-row.h"

#include <glib/gi18n.h>

#include "atlas-prose.h"
#include "atlas-swatch.h"
#include "atlas-words.h"

struct _AtlasChangeRow
{
  GtkListBoxRow parent_instance;

  AtlasState *state;
  AtlasContent *content;
  const AtlasChange *change;
  AtlasMembershipSide side;
  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (AtlasChangeRow, atlas_change_row, GTK_TYPE_LIST_BOX_ROW)

static void
atlas_change_row_dispose (GObject *object)
{
  AtlasChangeRow *self = ATLAS_CHANGE_ROW (object);

  g_clear_object (&self->state);
  g_clear_object (&self->content);
  G_OBJECT_CLASS (atlas_change_row_parent_class)->dispose (object);
}

static void
atlas_change_row_class_init (AtlasChangeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_change_row_dispose;
}

static void
atlas_change_row_init (AtlasChangeRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static void
append_line (AtlasChangeRow *self,
             const char *markup,
             const char *style_class)
{
  GtkWidget *prose = atlas_prose_new (self->state, self->content, markup);

  if (style_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (atlas_prose_get_label (ATLAS_PROSE (prose))), style_class);
  gtk_box_append (self->lines, prose);
}

static void
append_plain_line (AtlasChangeRow *self,
                   const char *text,
                   const char *style_class)
{
  g_autofree char *markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (markup != NULL)
    append_line (self, markup, style_class);
}

static char *
dup_subject_markup (AtlasChangeRow *self)
{
  const char *language = atlas_content_get_language (self->content);
  const AtlasOrganisation *organisation = self->change->organisation;
  const AtlasCountry *country = self->change->country;

  if (self->side == ATLAS_MEMBERSHIP_OF_ORGANISATION)
    return atlas_prose_link ("country", country->code, atlas_country_get_name (country, language));
  return atlas_prose_link ("organisation", organisation->id, atlas_organisation_get_abbreviation (organisation, language));
}

static GtkWidget *
new_status_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* The words below say it where a tie began or ended. */
static void
append_title (AtlasChangeRow *self)
{
  g_autofree char *subject = dup_subject_markup (self);
  g_autofree char *statuses = atlas_words_transition (self->change);
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *link = atlas_prose_new (self->state, self->content, subject);

  gtk_widget_add_css_class (GTK_WIDGET (atlas_prose_get_label (ATLAS_PROSE (link))), "heading");
  gtk_box_append (GTK_BOX (title), link);
  if (statuses != NULL)
    gtk_box_append (GTK_BOX (title), new_status_label (statuses));
  gtk_box_append (self->lines, title);
}

static void
append_what (AtlasChangeRow *self)
{
  g_autofree char *what = atlas_words_change (self->change);
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;
  AtlasDate date;

  atlas_change_get_date (self->change, &date);
  when = atlas_date_format (&date);
  /* Translators: a date and what changed: “4 July 2024: Became a member” */
  text = g_strdup_printf (C_ ("change", "%1$s: %2$s"), when, what);
  append_plain_line (self, text, NULL);
}

static void
append_doubts (AtlasChangeRow *self)
{
  const AtlasSpell *spell = self->change->to;
  g_autofree char *contested = NULL;
  g_autofree char *doubt = NULL;

  if (spell == NULL)
    return;
  contested = atlas_words_contested (spell, atlas_content_get_language (self->content));
  doubt = atlas_words_doubt (spell, self->change->day);
  append_plain_line (self, contested, "doubt");
  append_plain_line (self, doubt, "doubt");
}

static void
append_source (AtlasChangeRow *self)
{
  g_autofree char *markup = atlas_words_source (atlas_change_get_source (self->change));

  append_line (self, markup, "source");
}

static void
fill (AtlasChangeRow *self)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  const AtlasChange *change = self->change;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (box, "membership");
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_widget_set_hexpand (GTK_WIDGET (self->lines), TRUE);
  append_title (self);
  append_what (self);
  append_doubts (self);
  append_source (self);
  gtk_box_append (GTK_BOX (box), atlas_swatch_new_for_status (dataset, change->organisation, change->country, change->day));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * atlas_change_row_new:
 * @change: of the content's dataset
 * @side: which of the two the row names
 */
GtkWidget *
atlas_change_row_new (AtlasState *state,
                      AtlasContent *content,
                      const AtlasChange *change,
                      AtlasMembershipSide side)
{
  AtlasChangeRow *self = g_object_new (ATLAS_TYPE_CHANGE_ROW, NULL);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  self->change = change;
  self->side = side;
  fill (self);
  return GTK_WIDGET (self);
}
