/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-mention-popover.h"

#include <glib/gi18n.h>

#include "atlas-article-edit.h"
#include "atlas-mention-markup.h"
#include "atlas-page-view.h"
#include "atlas-target-chooser.h"

#define WIDTH_CHARS 34

/* What the popover is about; its strings are its own. */
typedef struct
{
  GtkPopover *popover; /* which owns this */
  AtlasState *state;
  AtlasContent *content;
  char *key;
  char *words; /* at the place */
  AtlasLibraryMention mention;
} Ask;

static void
ask_free (Ask *self)
{
  g_object_unref (self->state);
  g_object_unref (self->content);
  g_free (self->key);
  g_free (self->words);
  g_free (self);
}

static AtlasCorrection
make_correction (const Ask *self,
                 AtlasCorrectionWhat what,
                 gboolean all)
{
  return (AtlasCorrection) {
    .what = what,
    .target = self->mention.target,
    .is_organisation = self->mention.is_organisation,
    .all = all,
    .block = self->mention.block,
    .start = self->mention.start,
    .end = self->mention.end,
    .quote = what == ATLAS_CORRECTION_THIS_IS ? self->words : NULL,
  };
}

static void
correct (Ask *self,
         AtlasCorrectionWhat what,
         gboolean all)
{
  const AtlasCorrection correction = make_correction (self, what, all);

  atlas_article_edit_correct (GTK_WIDGET (self->popover), self->content, self->key, &correction);
  gtk_popover_popdown (self->popover);
}

static void
open_cb (Ask *self)
{
  g_autofree char *path = atlas_mention_get_path (&self->mention);
  g_autoptr (AtlasState) state = g_object_ref (self->state);

  /* The page goes, and the popover with it. */
  gtk_popover_popdown (self->popover);
  atlas_state_set_selection (state, path);
}

static void
yes_cb (Ask *self)
{
  correct (self, ATLAS_CORRECTION_ALSO_THIS, FALSE);
}

static void
not_here_cb (Ask *self)
{
  correct (self, ATLAS_CORRECTION_NOT_THIS, FALSE);
}

static void
not_in_article_cb (Ask *self)
{
  correct (self, ATLAS_CORRECTION_NOT_THIS, TRUE);
}

/* The words are kept by the dialog, since the popover goes before it. */
typedef struct
{
  AtlasContent *content;
  char *key;
  AtlasCorrection correction;
} Choice;

static void
choice_free (gpointer data,
             GClosure *closure)
{
  Choice *self = data;

  g_object_unref (self->content);
  g_free (self->key);
  g_free (self->correction.quote);
  g_free (self);
}

static void
chosen_cb (AtlasTargetChooser *chooser,
           const char *target,
           gboolean is_organisation,
           Choice *choice)
{
  choice->correction.target = g_intern_string (target);
  choice->correction.is_organisation = is_organisation;
  atlas_article_edit_correct (GTK_WIDGET (chooser), choice->content, choice->key, &choice->correction);
}

static void
something_else_cb (Ask *self)
{
  /* Translators: a dialog; %s are words of an article, which are to be linked to something else */
  g_autofree char *title = g_strdup_printf (_ ("What Is “%s” Here?"), self->words);
  AtlasTargetChooser *chooser = atlas_target_chooser_new (self->content, title, _ ("Nothing on This Map"));
  Choice *choice = g_new0 (Choice, 1);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->popover));

  choice->content = g_object_ref (self->content);
  choice->key = g_strdup (self->key);
  choice->correction = make_correction (self, ATLAS_CORRECTION_THIS_IS, TRUE);
  choice->correction.quote = g_strdup (self->words);
  g_signal_connect_data (chooser, "chosen", G_CALLBACK (chosen_cb), choice, choice_free, G_CONNECT_DEFAULT);
  gtk_popover_popdown (self->popover);
  adw_dialog_present (ADW_DIALOG (chooser), GTK_WIDGET (root));
}

static void
append_button (GtkBox *box,
               const char *text,
               GCallback clicked,
               Ask *ask)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mention-choice");
  g_signal_connect_swapped (button, "clicked", clicked, ask);
  gtk_box_append (box, button);
}

static void
append_named_button (GtkBox *box,
                     const char *format,
                     const char *name,
                     GCallback clicked,
                     Ask *ask)
{
  /* The formats are the translated ones below, each with one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *text = g_strdup_printf (format, name);
#pragma GCC diagnostic pop

  append_button (box, text, clicked, ask);
}

static void
append_corrections (GtkBox *box,
                    Ask *ask,
                    const char *name)
{
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  if (ask->mention.doubtful)
    append_named_button (box, _ ("Yes, This Is %s"), name, G_CALLBACK (yes_cb), ask);
  append_named_button (box, _ ("Not %s Here"), name, G_CALLBACK (not_here_cb), ask);
  append_named_button (box, _ ("Not %s Anywhere in the Article"), name, G_CALLBACK (not_in_article_cb), ask);
  append_named_button (box, _ ("“%s” Is Something Else…"), ask->words, G_CALLBACK (something_else_cb), ask);
}

static GtkWidget *
new_explanation (const AtlasLibraryMention *mention)
{
  g_autofree char *why = atlas_library_mention_get_why (mention);
  GtkWidget *label = gtk_label_new (why);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_add_css_class (label, mention->doubtful ? "doubt" : "dimmed");
  return label;
}

static void
drop (GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

static gboolean
drop_later (gpointer popover)
{
  drop (popover);
  return G_SOURCE_REMOVE;
}

/* The keyboard goes back to where it was; the popover itself goes after what the click
 * on a button of it does. */
static void
closed_cb (GtkWidget *popover,
           AtlasProse *prose)
{
  gtk_widget_grab_focus (GTK_WIDGET (atlas_prose_get_label (prose)));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_later, g_object_ref (popover), g_object_unref);
}

/**
 * atlas_mention_popover_show:
 * @prose: in which the mention stands
 * @place: of the mention, in pixels of @prose
 *
 * Says why a mention was linked, leads to its page, and in the reader's own article lets
 * it be corrected.
 */
void
atlas_mention_popover_show (AtlasProse *prose,
                            const GdkRectangle *place,
                            AtlasState *state,
                            AtlasContent *content,
                            const AtlasDocument *document,
                            const AtlasLibraryMention *mention)
{
  const AtlasLibraryEntry *entry = atlas_document_get_entry (document);
  const char *text = atlas_library_entry_get_text_at (entry, mention->block);
  const char *name = atlas_content_get_target_name (content, mention->target, mention->is_organisation);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Ask *ask = g_new0 (Ask, 1);

  *ask = (Ask) { GTK_POPOVER (popover), g_object_ref (state), g_object_ref (content), g_strdup (entry->key),
                 g_utf8_substring (text, mention->start, mention->end), *mention };
  gtk_box_append (GTK_BOX (box), atlas_heading_new (name, 3));
  gtk_box_append (GTK_BOX (box), new_explanation (mention));
  append_button (GTK_BOX (box), _ ("Open Its Page"), G_CALLBACK (open_cb), ask);
  if (atlas_document_is_own (document))
    append_corrections (GTK_BOX (box), ask, name);

  gtk_widget_add_css_class (popover, "mention-popover");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  gtk_widget_set_parent (popover, GTK_WIDGET (prose));
  g_object_set_data_full (G_OBJECT (popover), "ask", ask, (GDestroyNotify) ask_free);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), prose);
  g_signal_connect_object (prose, "destroy", G_CALLBACK (drop), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}
