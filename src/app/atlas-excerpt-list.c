/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-excerpt-list.h"

#include <glib/gi18n.h>

#include "atlas-excerpt-rows.h"
#include "atlas-page-view.h"
#include "atlas-written-answer.h"

#define FIRST_EXCERPTS 4
#define MORE_EXCERPTS 40

/* So many rows are made in a frame. */
#define ROWS_A_FRAME 4

/* Changes of the library within so many milliseconds are followed at once. */
#define CHANGES_TIME 250

struct _AtlasExcerptList
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;
  GSettings *settings;
  char *path;
  GCancellable *cancellable;  /* nullable: of what was looked for last */
  AtlasWrittenAnswer *answer; /* nullable: what is shown */
  guint n_wanted;             /* rows */
  guint filling;              /* tick callback */
  gboolean more_asked;        /* the focus goes to the first new row */
  gboolean is_filled;
  guint changed_source;
  GtkLabel *count;
  GtkCheckButton *only_until;
  GtkListBox *list;
  GtkButton *more;
  GtkLabel *nothing;
  GtkLabel *left_out;
  GtkLabel *problem;
};

enum
{
  FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasExcerptList, atlas_excerpt_list, ADW_TYPE_BIN)

static void
atlas_excerpt_list_dispose (GObject *object)
{
  AtlasExcerptList *self = ATLAS_EXCERPT_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->filling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->filling);
  self->filling = 0;
  g_clear_pointer (&self->answer, atlas_written_answer_free);
  g_clear_handle_id (&self->changed_source, g_source_remove);
  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (atlas_excerpt_list_parent_class)->dispose (object);
}

static void
atlas_excerpt_list_class_init (AtlasExcerptListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_excerpt_list_dispose;

  /**
   * AtlasExcerptList::filled:
   *
   * The list shows for the first time what was found, and has its height.
   */
  signals[FILLED] = g_signal_new ("filled", ATLAS_TYPE_EXCERPT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_excerpt_list_init (AtlasExcerptList *self)
{
  self->settings = g_settings_new (ATLAS_APP_ID);
  self->n_wanted = FIRST_EXCERPTS;
}

/* --- Showing ------------------------------------------------------------------- */

static void
set_note (GtkLabel *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_notes (AtlasExcerptList *self,
            const AtlasWrittenAnswer *answer,
            guint n)
{
  const guint n_left_out = answer->count.n + answer->count.n_later - n;
  /* Translators: of paragraphs that were written after the date shown */
  g_autofree char *left_out = g_strdup_printf (ngettext ("%u later one is left out.", "%u later ones are left out.", n_left_out), n_left_out);
  /* Translators: %s says why the file with the reader's articles cannot be read */
  g_autofree char *problem = answer->problem != NULL ? g_strdup_printf (_ ("Your own articles are missing here – %s"), answer->problem) : NULL;
  const char *nothing = n_left_out > 0 ? _ ("Nothing had been written by this date.") : _ ("Neither a briefing nor an article of your own names it.");

  set_note (self->nothing, n == 0 ? nothing : NULL);
  set_note (self->left_out, n_left_out > 0 ? left_out : NULL);
  set_note (self->problem, problem);
}

static void
show_more_button (AtlasExcerptList *self,
                  guint n,
                  guint n_shown)
{
  /* Translators: a button that shows all %u entries of a list */
  g_autofree char *all = g_strdup_printf (ngettext ("Show All (%u)", "Show All (%u)", n), n);
  /* Translators: a button that shows the next %u entries of a long list */
  g_autofree char *some = g_strdup_printf (ngettext ("Show %u More", "Show %u More", MORE_EXCERPTS), MORE_EXCERPTS);

  gtk_button_set_label (self->more, n - n_shown > MORE_EXCERPTS ? some : all);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > n_shown);
}

static void
focus_row (AtlasExcerptList *self,
           guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static guint
count_listed (AtlasExcerptList *self)
{
  return self->answer->count.n + (self->answer->later ? self->answer->count.n_later : 0);
}

/* A button for a single row would take as much room as the row. */
static guint
count_wanted (AtlasExcerptList *self)
{
  const guint n = count_listed (self);

  return MIN (n <= self->n_wanted + 1 ? n : self->n_wanted, self->answer->written->len);
}

/* Returns whether all are there. */
static gboolean
fill_some (AtlasExcerptList *self)
{
  const guint n_before = atlas_excerpt_rows_count (self->list);
  const gboolean done = atlas_excerpt_rows_update (self->list, self->state, self->content, self->answer->written, count_wanted (self), ROWS_A_FRAME);

  gtk_widget_set_visible (GTK_WIDGET (self->list), count_wanted (self) > 0);
  if (self->more_asked && atlas_excerpt_rows_count (self->list) > n_before)
    {
      focus_row (self, n_before);
      self->more_asked = FALSE;
    }
  if (!done)
    return FALSE;
  self->more_asked = FALSE;
  show_more_button (self, count_listed (self), count_wanted (self));
  if (!self->is_filled)
    g_signal_emit (self, signals[FILLED], 0);
  self->is_filled = TRUE;
  return TRUE;
}

static gboolean
fill_in_frame (GtkWidget *widget,
               GdkFrameClock *clock,
               gpointer data)
{
  AtlasExcerptList *self = ATLAS_EXCERPT_LIST (widget);

  if (!fill_some (self))
    return G_SOURCE_CONTINUE;
  self->filling = 0;
  return G_SOURCE_REMOVE;
}

static void
show_answer (AtlasExcerptList *self,
             AtlasWrittenAnswer *answer)
{
  g_autofree char *count = NULL;

  g_clear_pointer (&self->answer, atlas_written_answer_free);
  self->answer = answer;
  count = g_strdup_printf ("%u", count_listed (self));
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->only_until), answer->count.n + answer->count.n_later > 0);
  show_notes (self, answer, count_listed (self));
  if (!fill_some (self) && self->filling == 0)
    self->filling = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_in_frame, NULL, NULL);
}

/* --- Looking --------------------------------------------------------------------- */

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (AtlasExcerptList) self = data;
  AtlasWrittenAnswer *answer = atlas_written_answer_find_finish (result, NULL);

  /* Without an answer another question overtook it, or the page has gone. */
  if (answer != NULL)
    show_answer (self, answer);
}

/**
 * atlas_excerpt_list_update:
 *
 * Lists what is to be shown on the state's date; of two dates, on the later. What was
 * listed stays until the other has been found.
 */
void
atlas_excerpt_list_update (AtlasExcerptList *self)
{
  const AtlasDay on = atlas_state_get_when (self->state).to;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  atlas_written_answer_find_async (self->content, self->path, on, !gtk_check_button_get_active (self->only_until), self->n_wanted + 1,
                                   self->cancellable, found_cb, g_object_ref (self));
}

static void
more_cb (AtlasExcerptList *self)
{
  if (self->more_asked)
    return;
  self->more_asked = TRUE;
  self->n_wanted += MORE_EXCERPTS;
  atlas_excerpt_list_update (self);
}

static gboolean
follow_changes (gpointer data)
{
  AtlasExcerptList *self = data;

  self->changed_source = 0;
  atlas_excerpt_list_update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (AtlasExcerptList *self)
{
  if (self->changed_source == 0)
    self->changed_source = g_timeout_add (CHANGES_TIME, follow_changes, self);
}

static void
follow_library (AtlasExcerptList *self)
{
  AtlasLibrary *library = atlas_content_get_library (self->content);

  if (library != NULL)
    g_signal_connect_object (library, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
library_cb (AtlasExcerptList *self)
{
  follow_library (self);
  atlas_excerpt_list_update (self);
}

/* --- Building -------------------------------------------------------------------- */

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
  gtk_widget_set_halign (check, GTK_ALIGN_START);
  gtk_widget_set_visible (check, FALSE);
  return GTK_CHECK_BUTTON (check);
}

static GtkLabel *
append_note (GtkBox *box,
             const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style_class);
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
append_rows (AtlasExcerptList *self,
             GtkBox *box)
{
  self->list = GTK_LIST_BOX (atlas_boxed_list_new (_ ("What was written")));
  self->more = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->more), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (self->list));
  gtk_box_append (box, GTK_WIDGET (self->more));
}

static void
build (AtlasExcerptList *self)
{
  GtkWidget *section = atlas_section_new (_ ("What was written"), &self->count);

  self->only_until = new_check (_ ("Only until this date"));
  gtk_box_append (GTK_BOX (section), GTK_WIDGET (self->only_until));
  self->problem = append_note (GTK_BOX (section), "doubt");
  self->nothing = append_note (GTK_BOX (section), "dimmed");
  append_rows (self, GTK_BOX (section));
  self->left_out = append_note (GTK_BOX (section), "dimmed");
  adw_bin_set_child (ADW_BIN (self), section);

  g_settings_bind (self->settings, "excerpts-until-date", self->only_until, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->only_until, "toggled", G_CALLBACK (atlas_excerpt_list_update), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_excerpt_list_new:
 * @content: loaded, with its texts
 * @path: of a country or an organisation of the content, as in #AtlasState:selection
 *
 * Returns: (transfer floating): the section, which is filled a moment later
 */
GtkWidget *
atlas_excerpt_list_new (AtlasState *state,
                        AtlasContent *content,
                        const char *path)
{
  AtlasExcerptList *self = g_object_new (ATLAS_TYPE_EXCERPT_LIST, NULL);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  self->path = g_strdup (path);
  build (self);
  follow_library (self);
  g_signal_connect_object (content, "notify::library", G_CALLBACK (library_cb), self, G_CONNECT_SWAPPED);
  atlas_excerpt_list_update (self);
  return GTK_WIDGET (self);
}
