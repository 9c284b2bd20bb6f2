/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-excerpt-row.h"

#include <glib/gi18n.h>

#include "atlas-prose.h"
#include "atlas-quotation.h"
#include "atlas-window.h"
#include "atlas-written-markup.h"

#define POPOVER_WIDTH 300

struct _AtlasExcerptRow
{
  GtkListBoxRow parent_instance;

  AtlasState *state;
  AtlasContent *content;
  AtlasWritten *written;
};

G_DEFINE_FINAL_TYPE (AtlasExcerptRow, atlas_excerpt_row, GTK_TYPE_LIST_BOX_ROW)

static void
atlas_excerpt_row_dispose (GObject *object)
{
  AtlasExcerptRow *self = ATLAS_EXCERPT_ROW (object);

  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_pointer (&self->written, atlas_written_unref);
  G_OBJECT_CLASS (atlas_excerpt_row_parent_class)->dispose (object);
}

static void
atlas_excerpt_row_class_init (AtlasExcerptRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_excerpt_row_dispose;
}

static void
atlas_excerpt_row_init (AtlasExcerptRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/* --- Why it is linked ------------------------------------------------------------- */

/* Each once, in the order of the text. (transfer container) */
static GPtrArray *
list_reasons (const AtlasWritten *written)
{
  GPtrArray *reasons = g_ptr_array_new ();

  for (guint i = 0; i < written->mentions->len; i++)
    {
      const AtlasWrittenMention *mention = &g_array_index (written->mentions, AtlasWrittenMention, i);

      if (mention->wanted && !g_ptr_array_find_with_equal_func (reasons, mention->why, g_str_equal, NULL))
        g_ptr_array_add (reasons, mention->why);
    }
  return reasons;
}

static void
append_reason (GtkBox *box,
               const char *text,
               const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (box, label);
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer data)
{
  AtlasExcerptRow *self = data;
  g_autoptr (GPtrArray) reasons = NULL;
  GtkWidget *popover, *box;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  reasons = list_reasons (self->written);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_size_request (box, POPOVER_WIDTH, -1);
  gtk_widget_add_css_class (box, "glossary");
  append_reason (GTK_BOX (box), _ ("Why It Is Linked"), "heading");
  for (guint i = 0; i < reasons->len; i++)
    append_reason (GTK_BOX (box), g_ptr_array_index (reasons, i), NULL);
  append_reason (GTK_BOX (box), self->written->about ? _ ("The article is about it.") : _ ("The article names it, but is about something else."), "dimmed");

  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
set_up_button (GtkWidget *button,
               const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "flat");
}

static GtkWidget *
new_why_button (AtlasExcerptRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "help-about-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popover_cb, self, NULL);
  set_up_button (button, _ ("Why It Is Linked"));
  return button;
}

/* --- Copying ---------------------------------------------------------------------- */

static void
copy_cb (AtlasExcerptRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *quotation = atlas_quotation_new (self->written);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), quotation);
  if (ATLAS_IS_WINDOW (root))
    atlas_window_add_toast (ATLAS_WINDOW (root), _ ("Quotation copied"));
}

static GtkWidget *
new_copy_button (AtlasExcerptRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  set_up_button (button, _ ("Copy as Quotation"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* --- The row ---------------------------------------------------------------------- */

static GtkWidget *
new_text (AtlasExcerptRow *self)
{
  g_autofree char *markup = atlas_written_to_markup (self->written, self->content);
  GtkWidget *prose = atlas_prose_new (self->state, self->content, markup);

  gtk_widget_add_css_class (prose, "excerpt-text");
  return prose;
}

static const char *
get_publisher (const AtlasWritten *written)
{
  if (!written->own)
    /* Translators: where an excerpt comes from: the atlas's own authors wrote it */
    return _ ("Atlas briefing");
  if (*written->publisher != '\0')
    return written->publisher;
  return *written->author != '\0' ? written->author : _ ("Your own article");
}

static GtkWidget *
new_origin (AtlasExcerptRow *self)
{
  const AtlasWritten *written = self->written;
  g_autoptr (GString) markup = g_string_new (NULL);
  AtlasDate date;
  GtkWidget *prose;

  atlas_prose_append_paragraph_link (markup, written->key, written->block, written->title);
  g_string_append (markup, " · ");
  atlas_prose_append_text (markup, get_publisher (written), -1);
  if (atlas_date_parse (written->date, &date, NULL))
    {
      g_autofree char *text = atlas_date_format (&date);

      g_string_append (markup, " · ");
      atlas_prose_append_text (markup, text, -1);
    }
  prose = atlas_prose_new (self->state, self->content, markup->str);
  gtk_widget_add_css_class (GTK_WIDGET (atlas_prose_get_label (ATLAS_PROSE (prose))), "source");
  return prose;
}

/* A reader sees at once what is not sure, and need not ask why. */
static void
append_doubt (AtlasExcerptRow *self,
              GtkBox *lines)
{
  g_autoptr (GPtrArray) reasons = list_reasons (self->written);
  g_autofree char *text = NULL;

  if (!self->written->doubtful || reasons->len == 0)
    return;
  /* Translators: %s is a sentence that says why it is not sure what a name means */
  text = g_strdup_printf (_ ("In doubt: %s"), (const char *) g_ptr_array_index (reasons, 0));
  append_reason (lines, text, "doubt");
}

static void
fill (AtlasExcerptRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "excerpt");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  append_doubt (self, GTK_BOX (lines));
  gtk_box_append (GTK_BOX (lines), new_origin (self));
  gtk_box_append (GTK_BOX (bottom), lines);
  gtk_box_append (GTK_BOX (bottom), new_why_button (self));
  gtk_box_append (GTK_BOX (bottom), new_copy_button (self));
  gtk_box_append (GTK_BOX (box), new_text (self));
  gtk_box_append (GTK_BOX (box), bottom);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * atlas_excerpt_row_new:
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
atlas_excerpt_row_new (AtlasState *state,
                       AtlasContent *content,
                       AtlasWritten *written)
{
  AtlasExcerptRow *self = g_object_new (ATLAS_TYPE_EXCERPT_ROW, NULL);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  self->written = atlas_written_ref (written);
  fill (self);
  return GTK_WIDGET (self);
}

static gboolean
has_same_source (const AtlasWritten *a,
                 const AtlasWritten *b)
{
  return a->own == b->own && a->block == b->block && g_str_equal (a->key, b->key) && g_str_equal (a->title, b->title) &&
         g_str_equal (a->publisher, b->publisher) && g_str_equal (a->author, b->author) && g_str_equal (a->date, b->date) &&
         g_str_equal (a->address, b->address);
}

static gboolean
has_same_mentions (const AtlasWritten *a,
                   const AtlasWritten *b)
{
  if (a->mentions->len != b->mentions->len)
    return FALSE;
  for (guint i = 0; i < a->mentions->len; i++)
    {
      const AtlasWrittenMention *left = &g_array_index (a->mentions, AtlasWrittenMention, i);
      const AtlasWrittenMention *right = &g_array_index (b->mentions, AtlasWrittenMention, i);

      if (left->start != right->start || left->end != right->end || left->target != right->target || left->doubtful != right->doubtful ||
          !g_str_equal (left->why, right->why))
        return FALSE;
    }
  return TRUE;
}

/**
 * atlas_excerpt_row_shows:
 *
 * Returns: whether the row is what a new one for @written would be
 */
gboolean
atlas_excerpt_row_shows (AtlasExcerptRow *self,
                         const AtlasWritten *written)
{
  g_return_val_if_fail (ATLAS_IS_EXCERPT_ROW (self), FALSE);

  return has_same_source (self->written, written) && g_str_equal (self->written->text, written->text) && self->written->about == written->about &&
         self->written->doubtful == written->doubtful && has_same_mentions (self->written, written);
}
