/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-changes-page.h"

#include <glib/gi18n.h>

#include "atlas-change-row.h"
#include "atlas-difference.h"
#include "atlas-lazy-list.h"
#include "atlas-page-parts.h"
#include "atlas-prose.h"
#include "atlas-scope.h"
#include "atlas-timeline-list.h"
#include "atlas-words.h"

#define FIRST_CHANGES 8
#define FIRST_EVENTS 8

struct _AtlasChangesPage
{
  AtlasPageView parent_instance;

  GtkBox *dates;
  GtkWidget *buttons;
  GtkBox *sections;
  gboolean compares;
  AtlasDay from;
  AtlasDay to;
  AtlasScope scope; /* the organisations of the lens */
  guint next;       /* the section to be built next */
  gboolean building;
};

G_DEFINE_FINAL_TYPE (AtlasChangesPage, atlas_changes_page, ATLAS_TYPE_PAGE_VIEW)

static GtkWidget *
new_box (const char *style_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, style_class);
  return box;
}

static void
append_prose (AtlasChangesPage *self,
              GtkBox *box,
              const char *text,
              const char *style_class)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  gtk_box_append (box, atlas_page_view_new_prose (ATLAS_PAGE_VIEW (self), markup, style_class));
}

/* --- One organisation --------------------------------------------------------- */

static GtkWidget *
new_row (gpointer item,
         gpointer user_data)
{
  AtlasPageView *view = user_data;

  return atlas_change_row_new (atlas_page_view_get_state (view), atlas_page_view_get_content (view), item, ATLAS_MEMBERSHIP_OF_ORGANISATION);
}

/* How many countries stand otherwise at the end than at the beginning; who came
 * and left in between stands in the list alone. */
static char *
dup_summary (AtlasChangesPage *self,
             const AtlasOrganisation *organisation)
{
  static const AtlasDifference order[] = {
    ATLAS_DIFFERENCE_JOINED,
    ATLAS_DIFFERENCE_RAISED,
    ATLAS_DIFFERENCE_NEW,
    ATLAS_DIFFERENCE_LOWERED,
    ATLAS_DIFFERENCE_LEFT,
    ATLAS_DIFFERENCE_UNCHANGED,
  };
  const AtlasDataset *dataset = atlas_page_view_get_dataset (ATLAS_PAGE_VIEW (self));
  GString *summary = g_string_new (NULL);
  guint counts[ATLAS_N_DIFFERENCES] = { 0 };
  guint n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (dataset, &n);

  for (guint i = 0; i < n; i++)
    counts[atlas_query_difference (dataset, organisation, countries[i], self->from, self->to)]++;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (counts[order[i]] == 0)
        continue;
      if (summary->len > 0)
        g_string_append (summary, " · ");
      /* Translators: what became of ties, and of how many: “Joined: 4” */
      g_string_append_printf (summary, C_ ("difference", "%1$s: %2$u"), atlas_difference_get_name (order[i]), counts[order[i]]);
    }
  return g_string_free (summary, FALSE);
}

static char *
dup_count_heading (const char *name,
                   guint n)
{
  /* Translators: a kind of members, and how many they are */
  return g_strdup_printf (C_ ("heading with count", "%s: %u"), name, n);
}

static void
append_organisation (AtlasChangesPage *self,
                     GtkBox *box,
                     const AtlasOrganisation *organisation,
                     int level)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const char *name = atlas_organisation_get_abbreviation (organisation, atlas_page_view_get_language (view));
  g_autoptr (GPtrArray) changes = atlas_query_changes_between (atlas_page_view_get_dataset (view), organisation, NULL, self->from, self->to);
  g_autofree char *heading = dup_count_heading (name, changes->len);
  g_autofree char *summary = dup_summary (self, organisation);
  GtkWidget *section = new_box (level == 2 ? "page-section" : "subsection");

  gtk_box_append (GTK_BOX (section), atlas_heading_new (heading, level));
  if (*summary != '\0')
    append_prose (self, GTK_BOX (section), summary, "dimmed");
  if (changes->len > 0)
    gtk_box_append (GTK_BOX (section), atlas_lazy_list_new (heading, g_ptr_array_ref (changes), FIRST_CHANGES, new_row, self));
  else
    append_prose (self, GTK_BOX (section), _ ("Nothing changed."), NULL);
  gtk_box_append (box, section);
}

/* --- The other organisations --------------------------------------------------- */

static gboolean
is_in_scope (AtlasChangesPage *self,
             const AtlasOrganisation *organisation)
{
  for (guint i = 0; i < self->scope.n_organisations; i++)
    if (self->scope.organisations[i] == organisation)
      return TRUE;
  return FALSE;
}

static GPtrArray *
dup_changes_elsewhere (AtlasChangesPage *self)
{
  g_autoptr (GPtrArray) all = atlas_query_changes_between (atlas_page_view_get_dataset (ATLAS_PAGE_VIEW (self)), NULL, NULL, self->from, self->to);
  GPtrArray *changes = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      AtlasChange *change = g_ptr_array_index (all, i);

      if (!is_in_scope (self, change->organisation))
        g_ptr_array_add (changes, change);
    }
  return changes;
}

static void
expanded_cb (AtlasChangesPage *self,
             GParamSpec *pspec,
             GtkExpander *expander)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GHashTable) seen = NULL;
  GtkWidget *box;

  if (gtk_expander_get_child (expander) != NULL)
    return;
  changes = dup_changes_elsewhere (self);
  seen = g_hash_table_new (NULL, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  for (guint i = 0; i < changes->len; i++)
    {
      const AtlasChange *change = g_ptr_array_index (changes, i);

      if (g_hash_table_add (seen, (gpointer) change->organisation))
        append_organisation (self, GTK_BOX (box), change->organisation, 3);
    }
  gtk_expander_set_child (expander, box);
}

static void
append_elsewhere (AtlasChangesPage *self)
{
  g_autoptr (GPtrArray) changes = dup_changes_elsewhere (self);
  g_autofree char *label = NULL;
  GtkWidget *section, *expander, *title;

  if (changes->len == 0)
    return;
  /* Translators: in organisations that the map doesn't colour now */
  label = dup_count_heading (_ ("In other organisations"), changes->len);
  section = new_box ("page-section");
  expander = gtk_expander_new (label);
  title = gtk_expander_get_label_widget (GTK_EXPANDER (expander));
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "section-heading");
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (section), expander);
  gtk_box_append (self->sections, section);
}

/* --- Events --------------------------------------------------------------------- */

static GArray *
dup_events (AtlasChangesPage *self)
{
  g_autoptr (GPtrArray) events = atlas_scope_events (&self->scope, atlas_page_view_get_dataset (ATLAS_PAGE_VIEW (self)));
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (AtlasMoment));

  for (guint i = 0; i < events->len; i++)
    {
      const AtlasEvent *event = g_ptr_array_index (events, i);
      const AtlasMoment moment = { .date = event->date, .event = event };

      if (event->date.earliest >= self->from && event->date.earliest <= self->to)
        g_array_append_val (moments, moment);
    }
  return moments;
}

static void
append_events (AtlasChangesPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  g_autoptr (GArray) moments = dup_events (self);
  g_autofree char *heading = dup_count_heading (_ ("Events"), moments->len);
  GtkWidget *section = new_box ("page-section");

  gtk_box_append (GTK_BOX (section), atlas_heading_new (heading, 2));
  if (moments->len > 0)
    gtk_box_append (GTK_BOX (section), atlas_timeline_list_new (atlas_page_view_get_state (view), atlas_page_view_get_content (view), NULL, NULL,
                                                                g_array_ref (moments), FIRST_EVENTS));
  else
    append_prose (self, GTK_BOX (section), _ ("Nothing is recorded."), NULL);
  gtk_box_append (self->sections, section);
}

/* --- The page -------------------------------------------------------------------- */

/* One section for each frame, since a row costs about a millisecond. */
static void
append_next_section (AtlasPageView *view)
{
  AtlasChangesPage *self = ATLAS_CHANGES_PAGE (view);
  const guint n = self->scope.n_organisations;
  const guint i = self->next++;

  self->building = FALSE;
  if (!self->compares)
    return;
  if (i < n)
    append_organisation (self, self->sections, self->scope.organisations[i], 2);
  else if (i == n)
    append_elsewhere (self);
  else
    append_events (self);
  self->building = i <= n;
  if (self->building)
    atlas_page_view_defer (view, append_next_section);
}

static GtkWidget *
new_action_button (const char *label,
                   const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
new_buttons (void)
{
  AdwWrapBox *box = ADW_WRAP_BOX (adw_wrap_box_new ());

  adw_wrap_box_set_child_spacing (box, 6);
  adw_wrap_box_set_line_spacing (box, 6);
  /* Translators: a button: the two dates that are compared change places */
  adw_wrap_box_append (box, new_action_button (_ ("Swap the Dates"), "win.swap-dates"));
  /* Translators: a button: back to one date */
  adw_wrap_box_append (box, new_action_button (_ ("Stop Comparing"), "win.clear-compared"));
  return GTK_WIDGET (box);
}

static void
append_top (AtlasChangesPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  GtkWidget *top = new_box ("page-head");

  self->dates = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->buttons = new_buttons ();
  gtk_box_append (GTK_BOX (top), atlas_heading_new (atlas_page_view_get_title (view), 1));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->dates));
  gtk_box_append (GTK_BOX (top), self->buttons);
  atlas_page_view_append (view, top);
}

static void
update_dates (AtlasChangesPage *self)
{
  g_autofree char *range = atlas_words_range (self->from, self->to);

  atlas_box_clear (self->dates);
  gtk_widget_set_visible (self->buttons, self->compares);
  if (!self->compares)
    {
      append_prose (self, self->dates, _ ("Two dates are needed. Choose Compare Two Dates beside the date below the map, then drag each of the two handles."), "reading");
      return;
    }
  append_prose (self, self->dates, range, "reading");
  append_prose (self, self->dates, _ ("Both days are included."), "dimmed");
  atlas_page_parts_append_verified (ATLAS_PAGE_VIEW (self), self->dates, self->to);
}

static void
update (AtlasPageView *view)
{
  AtlasChangesPage *self = ATLAS_CHANGES_PAGE (view);
  AtlasState *state = atlas_page_view_get_state (view);
  const AtlasDataset *dataset = atlas_page_view_get_dataset (view);

  self->from = self->to = atlas_state_get_date (state);
  self->compares = atlas_state_get_range (state, &self->from, &self->to);
  atlas_scope_init_lens (&self->scope, dataset, atlas_dataset_find_organisation (dataset, atlas_state_get_lens (state)));
  update_dates (self);
  atlas_box_clear (self->sections);
  self->next = 0;
  if (self->building || !self->compares)
    return;
  self->building = TRUE;
  atlas_page_view_defer (view, append_next_section);
}

static void
date_changed (AtlasPageView *view)
{
  const double scroll = atlas_page_view_get_scroll (view);

  update (view);
  atlas_page_view_set_scroll (view, scroll);
}

static void
atlas_changes_page_build (AtlasPageView *view)
{
  AtlasChangesPage *self = ATLAS_CHANGES_PAGE (view);

  /* Translators: a heading: what changed between two dates */
  atlas_page_view_set_title (view, _ ("What changed"));
  append_top (self);
  self->sections = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  atlas_page_view_append (view, GTK_WIDGET (self->sections));
  update (view);
  g_signal_connect_object (atlas_page_view_get_state (view), "notify::lens", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
atlas_changes_page_class_init (AtlasChangesPageClass *klass)
{
  AtlasPageViewClass *view_class = ATLAS_PAGE_VIEW_CLASS (klass);

  view_class->build = atlas_changes_page_build;
  view_class->date_changed = date_changed;
}

static void
atlas_changes_page_init (AtlasChangesPage *self)
{
}
