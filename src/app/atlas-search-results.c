/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-search-results.h"

#include <glib/gi18n.h>

#include "atlas-date-words.h"
#include "atlas-search-group.h"

/* At first as many rows as there is room for. */
#define FIRST_ROWS 8
#define ROWS_A_FRAME 5

struct _AtlasSearchResults
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;
  GtkWidget *above;      /* has the focus before the first row */
  AtlasInquiry *inquiry; /* nullable: what is shown was found by it */
  GtkScrolledWindow *scroller;
  GtkLabel *date; /* that the results tell of */
  GtkBox *box;
  AtlasSearchGroup *groups[ATLAS_N_FOUND_KINDS];
  guint filling; /* tick callback */
};

G_DEFINE_FINAL_TYPE (AtlasSearchResults, atlas_search_results, ADW_TYPE_BIN)

static const struct
{
  const char *icon_name;
  const char *heading;
} kinds[ATLAS_N_FOUND_KINDS] = {
  [ATLAS_FOUND_OWN] = { "user-bookmarks-symbolic", N_ ("Your Articles") },
  [ATLAS_FOUND_BRIEFING] = { "x-office-document-symbolic", N_ ("Briefings") },
  [ATLAS_FOUND_EVENT] = { "x-office-calendar-symbolic", N_ ("Events") },
  [ATLAS_FOUND_COUNTRY] = { "mark-location-symbolic", N_ ("Countries") },
  [ATLAS_FOUND_ORGANISATION] = { "system-users-symbolic", N_ ("Organisations") },
};

static void
atlas_search_results_dispose (GObject *object)
{
  AtlasSearchResults *self = ATLAS_SEARCH_RESULTS (object);

  if (self->filling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->filling);
  self->filling = 0;
  g_clear_object (&self->inquiry);
  g_clear_object (&self->state);
  g_clear_object (&self->content);
  G_OBJECT_CLASS (atlas_search_results_parent_class)->dispose (object);
}

static void
atlas_search_results_class_init (AtlasSearchResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_search_results_dispose;
}

static void
atlas_search_results_init (AtlasSearchResults *self)
{
}

/* --- Rows ---------------------------------------------------------------------- */

static char *
dup_words_on_date (AtlasSearchResults *self,
                   const AtlasResult *result)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  const AtlasDay day = atlas_state_get_date (self->state);

  switch (result->kind)
    {
    case ATLAS_FOUND_COUNTRY:
      return atlas_date_words_for_country (dataset, atlas_dataset_find_country (dataset, result->id), day, atlas_content_get_language (self->content));
    case ATLAS_FOUND_ORGANISATION:
      return atlas_date_words_for_organisation (dataset, atlas_dataset_find_organisation (dataset, result->id), day);
    case ATLAS_FOUND_EVENT:
      return atlas_date_words_for_event (atlas_dataset_find_event (dataset, result->id), day);
    case ATLAS_FOUND_OWN:
    case ATLAS_FOUND_BRIEFING:
    case ATLAS_N_FOUND_KINDS:
    default:
      return NULL;
    }
}

static void
append_line (GString *markup,
             const char *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (escaped != NULL)
    g_string_append_printf (markup, "%s%s", markup->len > 0 ? "\n" : "", escaped);
}

/* Below the title stand the words that were found; what tells it from others; and how
 * it was on the date. */
static void
fill_row (AtlasSearchRow *row,
          gpointer item,
          gpointer user_data)
{
  AtlasSearchResults *self = user_data;
  const AtlasResult *result = item;
  g_autofree char *path = atlas_result_get_path (result);
  g_autofree char *snippet = atlas_result_to_markup (result);
  g_autofree char *words = dup_words_on_date (self, result);
  g_autoptr (GString) markup = g_string_new (snippet);

  append_line (markup, result->detail);
  append_line (markup, words);
  atlas_search_row_set (row, path, kinds[result->kind].icon_name, result->title, markup->len > 0 ? markup->str : NULL);
}

static void
open_row (AtlasSearchResults *self,
          GtkListBoxRow *row)
{
  g_autofree char *path = NULL;

  if (!ATLAS_IS_SEARCH_ROW (row))
    return;
  /* The row may go while the selection changes. */
  path = g_strdup (atlas_search_row_get_path (ATLAS_SEARCH_ROW (row)));
  atlas_state_set_selection (self->state, path);
}

/* --- Filling --------------------------------------------------------------------- */

static AtlasSearchGroup *
get_group (GtkWidget *widget)
{
  return widget != NULL ? ATLAS_SEARCH_GROUP (widget) : NULL;
}

static AtlasSearchGroup *
get_first_group (AtlasSearchResults *self)
{
  return get_group (gtk_widget_get_first_child (GTK_WIDGET (self->box)));
}

static AtlasSearchGroup *
get_next_group (AtlasSearchGroup *group)
{
  return get_group (gtk_widget_get_next_sibling (GTK_WIDGET (group)));
}

/* Returns whether all is filled. */
static gboolean
fill_some (AtlasSearchResults *self,
           guint n)
{
  gboolean full = TRUE;

  for (AtlasSearchGroup *group = get_first_group (self); group != NULL; group = get_next_group (group))
    {
      n -= atlas_search_group_fill (group, n);
      full = full && atlas_search_group_is_full (group);
    }
  return full;
}

static gboolean
fill_in_frame (GtkWidget *widget,
               GdkFrameClock *clock,
               gpointer data)
{
  AtlasSearchResults *self = ATLAS_SEARCH_RESULTS (widget);

  if (!fill_some (self, ROWS_A_FRAME))
    return G_SOURCE_CONTINUE;
  self->filling = 0;
  return G_SOURCE_REMOVE;
}

static void
fill (AtlasSearchResults *self,
      guint n)
{
  if (!fill_some (self, n) && self->filling == 0)
    self->filling = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_in_frame, NULL, NULL);
}

static void
wants_rows_cb (AtlasSearchResults *self)
{
  fill (self, ROWS_A_FRAME);
}

static void
wants_more_cb (AtlasSearchResults *self,
               guint n)
{
  atlas_inquiry_ask_more_own (self->inquiry, n);
}

/* --- Showing --------------------------------------------------------------------- */

static void
show_date (AtlasSearchResults *self)
{
  g_autofree char *day = atlas_day_format (atlas_state_get_date (self->state));
  /* Translators: a heading; %s is a date */
  g_autofree char *date = g_strdup_printf (_ ("On %s"), day);

  gtk_label_set_label (self->date, date);
}

static void
append_kind (GArray *order,
             AtlasFoundKind kind)
{
  for (guint i = 0; i < order->len; i++)
    if (g_array_index (order, AtlasFoundKind, i) == kind)
      return;
  g_array_append_val (order, kind);
}

/* The kind of the best name before all, then other countries and organisations of that
 * name, then the reader's own articles; then what bears the name in its title, or the
 * words in its text alone. */
static GArray *
order_kinds (const AtlasFindings *findings)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (AtlasFoundKind));

  for (guint i = 0; i < findings->order->len; i++)
    {
      AtlasFoundKind kind = g_array_index (findings->order, AtlasFoundKind, i);

      if (i == 0 || kind == ATLAS_FOUND_COUNTRY || kind == ATLAS_FOUND_ORGANISATION)
        append_kind (order, kind);
    }
  append_kind (order, ATLAS_FOUND_OWN);
  for (guint i = 0; i < findings->order->len; i++)
    append_kind (order, g_array_index (findings->order, AtlasFoundKind, i));
  for (guint kind = 0; kind < ATLAS_N_FOUND_KINDS; kind++)
    append_kind (order, kind);
  return order;
}

static void
order_groups (AtlasSearchResults *self,
              const AtlasFindings *findings)
{
  g_autoptr (GArray) order = order_kinds (findings);
  GtkWidget *last = NULL;

  for (guint i = 0; i < order->len; i++)
    {
      GtkWidget *group = GTK_WIDGET (self->groups[g_array_index (order, AtlasFoundKind, i)]);

      if (gtk_widget_get_prev_sibling (group) != last)
        gtk_box_reorder_child_after (self->box, group, last);
      last = group;
    }
}

static void
show_findings (AtlasSearchResults *self)
{
  const AtlasFindings *findings = atlas_inquiry_get_findings (self->inquiry);

  show_date (self);
  order_groups (self, findings);
  for (guint kind = 0; kind < ATLAS_N_FOUND_KINDS; kind++)
    {
      atlas_search_group_reset (self->groups[kind]);
      atlas_search_group_set_items (self->groups[kind], findings->results[kind], FALSE);
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
show_own (AtlasSearchResults *self)
{
  const char *problem = atlas_inquiry_get_problem (self->inquiry);
  gboolean more;
  GPtrArray *own = atlas_inquiry_get_own (self->inquiry, &more);

  atlas_search_group_set_items (self->groups[ATLAS_FOUND_OWN], own, more);
  if (problem != NULL)
    {
      /* Translators: %s says why the file with the reader's articles cannot be read */
      g_autofree char *text = g_strdup_printf (_ ("Your articles cannot be searched – %s"), problem);

      atlas_search_group_set_problem (self->groups[ATLAS_FOUND_OWN], text);
    }
}

/**
 * atlas_search_results_show:
 * @inquiry: answered
 *
 * Shows what was found. Where it is the inquiry that is shown already, only the reader's
 * own articles are new, and the rest stays, with the focus.
 *
 * Returns: whether there is anything to show
 */
gboolean
atlas_search_results_show (AtlasSearchResults *self,
                           AtlasInquiry *inquiry)
{
  gboolean is_new;

  g_return_val_if_fail (ATLAS_IS_SEARCH_RESULTS (self), FALSE);

  is_new = g_set_object (&self->inquiry, inquiry);
  if (is_new)
    show_findings (self);
  show_own (self);
  fill (self, is_new ? FIRST_ROWS : ROWS_A_FRAME);
  for (guint kind = 0; kind < ATLAS_N_FOUND_KINDS; kind++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->groups[kind])))
      return TRUE;
  return FALSE;
}

/**
 * atlas_search_results_open_first:
 *
 * Selects what the best result leads to.
 */
void
atlas_search_results_open_first (AtlasSearchResults *self)
{
  g_return_if_fail (ATLAS_IS_SEARCH_RESULTS (self));

  for (AtlasSearchGroup *group = get_first_group (self); group != NULL; group = get_next_group (group))
    if (atlas_search_group_get_first (group) != NULL)
      {
        open_row (self, GTK_LIST_BOX_ROW (atlas_search_group_get_first (group)));
        return;
      }
}

/* --- Keys ------------------------------------------------------------------------ */

static gboolean
focus_first_from (AtlasSearchGroup *group)
{
  while (group != NULL && !atlas_search_group_focus_first (group))
    group = get_next_group (group);
  return group != NULL;
}

static gboolean
focus_last_from (AtlasSearchGroup *group)
{
  while (group != NULL && !atlas_search_group_focus_last (group))
    group = get_group (gtk_widget_get_prev_sibling (GTK_WIDGET (group)));
  return group != NULL;
}

/* The groups are lists of their own; the arrows go through them as through one. */
static gboolean
keynav_failed_cb (AtlasSearchResults *self,
                  GtkDirectionType direction,
                  GtkWidget *list)
{
  GtkWidget *group = gtk_widget_get_ancestor (list, ATLAS_TYPE_SEARCH_GROUP);

  if (direction == GTK_DIR_DOWN)
    return focus_first_from (get_next_group (ATLAS_SEARCH_GROUP (group)));
  if (direction == GTK_DIR_UP)
    return focus_last_from (get_group (gtk_widget_get_prev_sibling (group))) || gtk_widget_grab_focus (self->above);
  return FALSE;
}

/**
 * atlas_search_results_focus_first:
 *
 * Returns: whether there is a row, which has the focus now
 */
gboolean
atlas_search_results_focus_first (AtlasSearchResults *self)
{
  g_return_val_if_fail (ATLAS_IS_SEARCH_RESULTS (self), FALSE);

  return focus_first_from (get_first_group (self));
}

/* --- Building --------------------------------------------------------------------- */

static void
add_groups (AtlasSearchResults *self)
{
  for (guint kind = 0; kind < ATLAS_N_FOUND_KINDS; kind++)
    {
      AtlasSearchGroup *group = atlas_search_group_new (self->state, self->content, _ (kinds[kind].heading), fill_row, self);
      GtkListBox *list = atlas_search_group_get_list (group);

      g_signal_connect_object (list, "row-activated", G_CALLBACK (open_row), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (group, "wants-rows", G_CALLBACK (wants_rows_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (group, "wants-more", G_CALLBACK (wants_more_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->box, GTK_WIDGET (group));
      self->groups[kind] = group;
    }
}

/**
 * atlas_search_results_new:
 * @above: gets the focus where the reader goes up from the first row; outlives the results
 *
 * Returns: (transfer floating): results that show nothing yet
 */
AtlasSearchResults *
atlas_search_results_new (AtlasState *state,
                          AtlasContent *content,
                          GtkWidget *above)
{
  AtlasSearchResults *self = g_object_new (ATLAS_TYPE_SEARCH_RESULTS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  self->above = above;
  self->date = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->date, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->date), "dimmed");
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->date));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->box));
  gtk_widget_add_css_class (box, "search-results");
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
  add_groups (self);
  return self;
}
