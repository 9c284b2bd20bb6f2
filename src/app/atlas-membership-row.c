/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-membership-row.h"

#include <glib/gi18n.h>

#include "atlas-prose.h"
#include "atlas-swatch.h"
#include "atlas-words.h"

#define POPOVER_WIDTH 300

struct _AtlasMembershipRow
{
  GtkListBoxRow parent_instance;

  AtlasState *state;
  AtlasContent *content;
  const AtlasSpell *spell;
  AtlasMembershipSide side;
  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (AtlasMembershipRow, atlas_membership_row, GTK_TYPE_LIST_BOX_ROW)

static void
atlas_membership_row_dispose (GObject *object)
{
  AtlasMembershipRow *self = ATLAS_MEMBERSHIP_ROW (object);

  g_clear_object (&self->state);
  g_clear_object (&self->content);
  G_OBJECT_CLASS (atlas_membership_row_parent_class)->dispose (object);
}

static void
atlas_membership_row_class_init (AtlasMembershipRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_membership_row_dispose;
}

static void
atlas_membership_row_init (AtlasMembershipRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static void
append_line (AtlasMembershipRow *self,
             const char *markup,
             const char *style_class)
{
  GtkWidget *prose = atlas_prose_new (self->state, self->content, markup);

  gtk_widget_add_css_class (GTK_WIDGET (atlas_prose_get_label (ATLAS_PROSE (prose))), style_class);
  gtk_box_append (self->lines, prose);
}

static void
append_plain_line (AtlasMembershipRow *self,
                   const char *text,
                   const char *style_class)
{
  g_autofree char *markup = NULL;

  if (text == NULL)
    return;
  markup = g_markup_escape_text (text, -1);
  append_line (self, markup, style_class);
}

static char *
dup_subject_markup (AtlasMembershipRow *self)
{
  const char *language = atlas_content_get_language (self->content);
  const AtlasOrganisation *organisation = self->spell->organisation;
  const AtlasCountry *country = self->spell->country;

  if (self->side == ATLAS_MEMBERSHIP_OF_ORGANISATION)
    return atlas_prose_link ("country", country->code, atlas_country_get_name (country, language));
  return atlas_prose_link ("organisation", organisation->id, atlas_organisation_get_abbreviation (organisation, language));
}

static void
append_title (AtlasMembershipRow *self)
{
  g_autofree char *subject = dup_subject_markup (self);
  g_autofree char *status = atlas_words_for_status (self->spell->status, self->spell->of);
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *link = atlas_prose_new (self->state, self->content, subject);
  GtkWidget *label = gtk_label_new (status);

  gtk_widget_add_css_class (GTK_WIDGET (atlas_prose_get_label (ATLAS_PROSE (link))), "heading");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (title), link);
  gtk_box_append (GTK_BOX (title), label);
  gtk_box_append (self->lines, title);
}

static void
append_when (AtlasMembershipRow *self)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  g_autofree char *since = atlas_words_since (self->spell);
  g_autofree char *member_since = atlas_words_member_since (dataset, self->spell);

  append_plain_line (self, since, "dimmed");
  append_plain_line (self, member_since, "dimmed");
}

static void
append_doubts (AtlasMembershipRow *self)
{
  const char *language = atlas_content_get_language (self->content);
  g_autofree char *doubt = atlas_words_doubt (self->spell, atlas_state_get_date (self->state));
  g_autofree char *contested = atlas_words_contested (self->spell, language);

  append_plain_line (self, contested, "doubt");
  append_plain_line (self, doubt, "doubt");
}

static void
append_source (AtlasMembershipRow *self)
{
  g_autofree char *markup = atlas_words_source (atlas_spell_get_source (self->spell));

  append_line (self, markup, "source");
}

static GtkWidget *
new_popover_label (const char *text,
                   const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static const char *
describe_checked (AtlasChecked checked)
{
  switch (checked)
    {
    case ATLAS_CHECKED_READ:
      return _ ("We read the source.");
    case ATLAS_CHECKED_PARTLY:
      return _ ("We read the source for a part of this.");
    case ATLAS_CHECKED_UNREAD:
    default:
      return _ ("We did not open the source itself.");
    }
}

static void
append_popover_source (AtlasMembershipRow *self,
                       GtkBox *box)
{
  const AtlasSource *source = atlas_spell_get_source (self->spell);
  g_autofree char *markup = atlas_words_source (source);
  GtkWidget *prose = atlas_prose_new (self->state, self->content, markup);

  gtk_label_set_max_width_chars (atlas_prose_get_label (ATLAS_PROSE (prose)), 40);
  gtk_widget_add_css_class (GTK_WIDGET (atlas_prose_get_label (ATLAS_PROSE (prose))), "source");
  gtk_box_append (box, prose);
  if (source != NULL)
    gtk_box_append (box, new_popover_label (describe_checked (source->checked), "source"));
}

static void
append_glossary (GtkBox *box,
                 const AtlasDataset *dataset,
                 const char *prefix,
                 const char *id,
                 const char *language)
{
  g_autofree char *key = g_strconcat (prefix, id, NULL);
  const char *term = atlas_dataset_get_glossary_term (dataset, key, language);
  const char *text = atlas_dataset_get_glossary_text (dataset, key, language);

  if (term != NULL)
    gtk_box_append (box, new_popover_label (term, "heading"));
  if (text != NULL)
    gtk_box_append (box, new_popover_label (text, NULL));
}

static void
append_notes (GtkBox *box,
              const AtlasSpell *spell,
              const char *language)
{
  for (guint i = 0; i < spell->n_rows; i++)
    {
      const char *note = atlas_membership_get_note (spell->rows[i], language);

      if (note != NULL && *note != '\0')
        gtk_box_append (box, new_popover_label (note, NULL));
    }
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer data)
{
  AtlasMembershipRow *self = data;
  const AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  const char *language = atlas_content_get_language (self->content);
  GtkWidget *popover, *box;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_size_request (box, POPOVER_WIDTH, -1);
  gtk_widget_add_css_class (box, "glossary");
  append_glossary (GTK_BOX (box), dataset, "status:", atlas_status_to_id (self->spell->status), language);
  append_glossary (GTK_BOX (box), dataset, "org:", self->spell->organisation->id, language);
  append_notes (GTK_BOX (box), self->spell, language);
  append_popover_source (self, GTK_BOX (box));

  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
new_meaning_button (AtlasMembershipRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  const char *name = _ ("What This Status Means");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "help-about-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popover_cb, self, NULL);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static AtlasDay
pick_day (AtlasMembershipRow *self)
{
  AtlasDay today = atlas_state_get_date (self->state);

  /* A spell that is over is shown as it looked when it began. */
  return today >= self->spell->start && today < self->spell->end ? today : self->spell->start;
}

static void
fill (AtlasMembershipRow *self)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (box, "membership");
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_widget_set_hexpand (GTK_WIDGET (self->lines), TRUE);
  append_title (self);
  append_when (self);
  append_doubts (self);
  /* In the long lists of an organisation the source stands behind the button. */
  if (self->side == ATLAS_MEMBERSHIP_OF_COUNTRY)
    append_source (self);

  gtk_box_append (GTK_BOX (box), atlas_swatch_new_for_status (dataset, self->spell->organisation, self->spell->country, pick_day (self)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (box), new_meaning_button (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * atlas_membership_row_new:
 * @spell: a spell of the content's dataset
 * @side: which of the two the row names
 */
GtkWidget *
atlas_membership_row_new (AtlasState *state,
                          AtlasContent *content,
                          const AtlasSpell *spell,
                          AtlasMembershipSide side)
{
  AtlasMembershipRow *self = g_object_new (ATLAS_TYPE_MEMBERSHIP_ROW, NULL);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  self->spell = spell;
  self->side = side;
  fill (self);
  return GTK_WIDGET (self);
}
