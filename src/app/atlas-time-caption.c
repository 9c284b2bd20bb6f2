/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-time-caption.h"

#include <glib/gi18n.h>

#include "atlas-prose.h"
#include "atlas-shown.h"
#include "atlas-time-words.h"

#define LIST_WIDTH_CHARS 40
#define LIST_MAX_HEIGHT 320

struct _AtlasTimeCaption
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;

  GtkBox *box;
  GtkWidget *sentence;
  GtkMenuButton *more;
  GtkLabel *more_label;

  gboolean filled;
  AtlasScope scope; /* what the words are about, and of which days */
  AtlasDay from;
  AtlasDay to;
};

G_DEFINE_FINAL_TYPE (AtlasTimeCaption, atlas_time_caption, ADW_TYPE_BIN)

static GPtrArray *
find_changes (AtlasTimeCaption *self)
{
  return atlas_scope_changes_between (&self->scope, atlas_content_get_dataset (self->content), self->from, self->to);
}

/* --- The others ------------------------------------------------------------ */

static void
add_line (AtlasTimeCaption *self,
          GtkWidget *box,
          const AtlasChange *change)
{
  g_autofree char *markup = atlas_time_words_change_markup (change, atlas_content_get_language (self->content));
  GtkWidget *line = atlas_prose_new (self->state, self->content, markup);

  gtk_label_set_max_width_chars (atlas_prose_get_label (ATLAS_PROSE (line)), LIST_WIDTH_CHARS);
  gtk_box_append (GTK_BOX (box), line);
}

static void
build_list (GtkMenuButton *button,
            gpointer user_data)
{
  AtlasTimeCaption *self = user_data;
  g_autoptr (GPtrArray) changes = find_changes (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *popover = gtk_popover_new ();

  for (guint i = 0; i < changes->len; i++)
    add_line (self, box, g_ptr_array_index (changes, i));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), LIST_MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroll);
  gtk_widget_add_css_class (popover, "atlas-explanations");
  gtk_menu_button_set_popover (button, popover);
}

/* --- The line -------------------------------------------------------------- */

static void
set_sentence (AtlasTimeCaption *self,
              const char *markup)
{
  GtkLabel *label;

  if (self->sentence != NULL)
    gtk_box_remove (self->box, self->sentence);
  self->sentence = atlas_prose_new (self->state, self->content, markup);
  label = atlas_prose_get_label (ATLAS_PROSE (self->sentence));
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (label, 2);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_box_prepend (self->box, self->sentence);
}

static void
show_more (AtlasTimeCaption *self,
           guint n)
{
  g_autofree char *label = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  gtk_menu_button_popdown (self->more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > 0);
  gtk_label_set_label (self->more_label, label);
}

/* A date in doubt is said to be. */
static char *
put_date_before (const AtlasChange *change,
                 const char *markup)
{
  g_autofree char *words = NULL;
  g_autofree char *escaped = NULL;
  AtlasDate date;

  atlas_change_get_date (change, &date);
  words = atlas_date_format (&date);
  escaped = g_markup_escape_text (words, -1);
  return g_strdup_printf ("<span alpha=\"75%%\">%s</span>  %s", escaped, markup);
}

static void
show_day (AtlasTimeCaption *self)
{
  g_autoptr (GPtrArray) changes = find_changes (self);
  g_autofree char *change = NULL;
  g_autofree char *markup = NULL;

  if (changes->len == 0)
    {
      set_sentence (self, _ ("No change by this day"));
      show_more (self, 0);
      return;
    }
  change = atlas_time_words_change_markup (g_ptr_array_index (changes, 0), atlas_content_get_language (self->content));
  markup = put_date_before (g_ptr_array_index (changes, 0), change);
  set_sentence (self, markup);
  show_more (self, changes->len - 1);
}

static void
show_range (AtlasTimeCaption *self)
{
  g_autoptr (GPtrArray) changes = find_changes (self);
  g_autofree char *from = atlas_day_format (self->from);
  g_autofree char *to = atlas_day_format (self->to);
  g_autofree char *count = g_strdup_printf (ngettext ("%u change", "%u changes", changes->len), changes->len);
  g_autofree char *link = g_markup_printf_escaped ("<a href=\"changes\">%s</a>", count);
  /* Translators: %1$s is “12 changes”, the others are the first and the last day */
  g_autofree char *sentence = g_strdup_printf (_ ("%1$s from %2$s to %3$s"), link, from, to);

  set_sentence (self, sentence);
  show_more (self, 0);
}

static void
find_days (AtlasTimeCaption *self,
           const AtlasScope *scope,
           AtlasDay *from,
           AtlasDay *to)
{
  const AtlasDay date = atlas_state_get_date (self->state);

  if (atlas_state_get_range (self->state, from, to))
    return;
  if (!atlas_scope_previous_change (scope, atlas_content_get_dataset (self->content), date + 1, to))
    *to = date;
  *from = *to;
}

static void
update (AtlasTimeCaption *self)
{
  AtlasScope scope;
  AtlasDay from, to;

  if (!atlas_content_is_loaded (self->content))
    return;
  atlas_shown_get_scope (self->state, atlas_content_get_dataset (self->content), &scope);
  find_days (self, &scope, &from, &to);
  if (self->filled && from == self->from && to == self->to && atlas_scope_equal (&scope, &self->scope))
    return;
  self->filled = TRUE;
  self->scope = scope;
  self->from = from;
  self->to = to;
  if (atlas_state_get_compared (self->state) != ATLAS_DAY_MIN)
    show_range (self);
  else
    show_day (self);
}

static void
refill (AtlasTimeCaption *self)
{
  self->filled = FALSE;
  update (self);
}

/* --- The widget ------------------------------------------------------------ */

static void
atlas_time_caption_dispose (GObject *object)
{
  AtlasTimeCaption *self = ATLAS_TIME_CAPTION (object);

  g_clear_object (&self->state);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (atlas_time_caption_parent_class)->dispose (object);
}

static void
atlas_time_caption_class_init (AtlasTimeCaptionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_time_caption_dispose;
}

static void
atlas_time_caption_init (AtlasTimeCaption *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->more = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->more_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_menu_button_set_child (self->more, GTK_WIDGET (self->more_label));
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->more), GTK_ALIGN_CENTER);
  gtk_menu_button_set_direction (self->more, GTK_ARROW_UP);
  gtk_menu_button_set_create_popup_func (self->more, build_list, self, NULL);
  gtk_box_append (self->box, GTK_WIDGET (self->more));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_add_css_class (GTK_WIDGET (self), "atlas-time-caption");
}

/**
 * atlas_time_caption_new:
 *
 * Returns: (transfer floating): a caption that follows @state
 */
GtkWidget *
atlas_time_caption_new (AtlasState *state,
                        AtlasContent *content)
{
  static const char *const names[] = { "notify::date", "notify::compared", "notify::lens", "notify::selection" };
  AtlasTimeCaption *self = g_object_new (ATLAS_TYPE_TIME_CAPTION, NULL);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_object (state, names[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::selection", G_CALLBACK (gtk_menu_button_popdown), self->more, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::loaded", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::language", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
