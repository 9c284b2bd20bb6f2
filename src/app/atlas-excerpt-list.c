/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-excerpt-list.h"

#include <glib/gi18n.h>

#include "atlas-excerpt-row.h"
#include "atlas-lazy-list.h"
#include "atlas-page-view.h"

#define FIRST_EXCERPTS 4

struct _AtlasExcerptList
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;
  GSettings *settings;
  GPtrArray *excerpts; /* of any date */
  int n_shown;         /* -1 before the first */
  GtkLabel *count;
  GtkCheckButton *only_until;
  GtkBox *rows;
};

G_DEFINE_FINAL_TYPE (AtlasExcerptList, atlas_excerpt_list, ADW_TYPE_BIN)

static void
atlas_excerpt_list_dispose (GObject *object)
{
  AtlasExcerptList *self = ATLAS_EXCERPT_LIST (object);

  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->excerpts, g_ptr_array_unref);
  G_OBJECT_CLASS (atlas_excerpt_list_parent_class)->dispose (object);
}

static void
atlas_excerpt_list_class_init (AtlasExcerptListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_excerpt_list_dispose;
}

static void
atlas_excerpt_list_init (AtlasExcerptList *self)
{
  self->settings = g_settings_new (ATLAS_APP_ID);
  self->n_shown = -1;
}

static GtkWidget *
new_row (gpointer item,
         gpointer user_data)
{
  AtlasExcerptList *self = user_data;

  return atlas_excerpt_row_new (self->state, self->content, item);
}

/* They stay alive in @self, which outlives the list below it. */
static GPtrArray *
list_shown (AtlasExcerptList *self)
{
  const AtlasDay until = atlas_state_get_when (self->state).to;
  const gboolean all = !gtk_check_button_get_active (self->only_until);
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < self->excerpts->len; i++)
    if (all || atlas_excerpt_is_known_on (g_ptr_array_index (self->excerpts, i), until))
      g_ptr_array_add (shown, g_ptr_array_index (self->excerpts, i));
  return shown;
}

static void
append_note (AtlasExcerptList *self,
             const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (self->rows, label);
}

static void
append_left_out (AtlasExcerptList *self,
                 guint n)
{
  /* Translators: of paragraphs that were written after the date shown */
  g_autofree char *text = g_strdup_printf (ngettext ("%u later one is left out.", "%u later ones are left out.", n), n);

  if (n > 0)
    append_note (self, text);
}

/**
 * atlas_excerpt_list_update:
 *
 * Lists what is to be shown on the state's date; of two dates, on the later. Of
 * two lists one is the beginning of the other in time, so those that are as long
 * as each other are the same.
 */
void
atlas_excerpt_list_update (AtlasExcerptList *self)
{
  g_autoptr (GPtrArray) shown = list_shown (self);
  g_autofree char *count = g_strdup_printf ("%u", shown->len);

  if (self->n_shown == (int) shown->len)
    return;
  self->n_shown = (int) shown->len;
  gtk_label_set_label (self->count, count);
  atlas_box_clear (self->rows);
  if (self->excerpts->len == 0)
    append_note (self, _ ("None of the briefings names it."));
  else if (shown->len == 0)
    append_note (self, _ ("Nothing had been written by this date."));
  else
    gtk_box_append (self->rows, atlas_lazy_list_new (_ ("What was written"), g_ptr_array_ref (shown), FIRST_EXCERPTS, new_row, self));
  append_left_out (self, self->excerpts->len - shown->len);
}

/* One whose words wrap where there is little room. */
static GtkCheckButton *
new_check (const char *text)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return GTK_CHECK_BUTTON (check);
}

static void
fill (AtlasExcerptList *self)
{
  GtkWidget *section = atlas_section_new (_ ("What was written"), &self->count);

  self->only_until = new_check (_ ("Only until this date"));
  gtk_widget_set_visible (GTK_WIDGET (self->only_until), self->excerpts->len > 0);
  gtk_widget_set_halign (GTK_WIDGET (self->only_until), GTK_ALIGN_START);
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (section), GTK_WIDGET (self->only_until));
  gtk_box_append (GTK_BOX (section), GTK_WIDGET (self->rows));
  adw_bin_set_child (ADW_BIN (self), section);

  g_settings_bind (self->settings, "excerpts-until-date", self->only_until, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->only_until, "toggled", G_CALLBACK (atlas_excerpt_list_update), self, G_CONNECT_SWAPPED);
  atlas_excerpt_list_update (self);
}

/**
 * atlas_excerpt_list_new:
 * @content: loaded, with its texts
 * @excerpts: (transfer full) (element-type AtlasExcerpt): best first, of any date
 */
GtkWidget *
atlas_excerpt_list_new (AtlasState *state,
                        AtlasContent *content,
                        GPtrArray *excerpts)
{
  AtlasExcerptList *self = g_object_new (ATLAS_TYPE_EXCERPT_LIST, NULL);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  self->excerpts = excerpts;
  fill (self);
  return GTK_WIDGET (self);
}
