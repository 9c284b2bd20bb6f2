/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-timeline-list.h"

#include <glib/gi18n.h>

#include "atlas-page-view.h"
#include "atlas-prose.h"
#include "atlas-swatch.h"
#include "atlas-words.h"

#define NEXT_PAGE 40
#define NAMES_SHOWN 6

struct _AtlasTimelineList
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;
  const AtlasOrganisation *organisation; /* nullable: what the page is about */
  const AtlasCountry *country;
  GArray *moments;        /* oldest first */
  guint n_shown;          /* of the newest */
  GPtrArray *row_widgets; /* newest first */
  guint n_later;          /* of them, how many are after the date */
  int year;               /* of the last row; 0 before the first */
  GtkLabel *later;        /* above what is after the date */
  GtkLabel *until;        /* between that and the rest */
  GtkBox *rows;
  GtkBox *year_rows;
  GtkButton *more;
};

G_DEFINE_FINAL_TYPE (AtlasTimelineList, atlas_timeline_list, ADW_TYPE_BIN)

static void
atlas_timeline_list_dispose (GObject *object)
{
  AtlasTimelineList *self = ATLAS_TIMELINE_LIST (object);

  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_object (&self->until);
  g_clear_pointer (&self->moments, g_array_unref);
  g_clear_pointer (&self->row_widgets, g_ptr_array_unref);
  G_OBJECT_CLASS (atlas_timeline_list_parent_class)->dispose (object);
}

static void
atlas_timeline_list_class_init (AtlasTimelineListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_timeline_list_dispose;
}

static void
append_line (AtlasTimelineList *self,
             GtkBox *lines,
             const char *markup,
             const char *style_class)
{
  GtkWidget *prose = atlas_prose_new (self->state, self->content, markup);

  if (style_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (atlas_prose_get_label (ATLAS_PROSE (prose))), style_class);
  gtk_box_append (lines, prose);
}

static void
append_date (AtlasTimelineList *self,
             GtkBox *lines,
             const AtlasMoment *moment)
{
  g_autofree char *date = atlas_date_format (&moment->date);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (date);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "timeline-date");
  gtk_box_append (GTK_BOX (line), label);
  if (moment->event != NULL && moment->event->planned)
    {
      /* Translators: of an event that was announced */
      GtkWidget *tag = gtk_label_new (_ ("Planned"));

      gtk_widget_add_css_class (tag, "tag");
      gtk_box_append (GTK_BOX (line), tag);
    }
  gtk_box_append (lines, line);
}

/* What the page is about need not be said again. */
static char *
dup_change_subject (AtlasTimelineList *self,
                    const AtlasChange *change)
{
  const char *language = atlas_content_get_language (self->content);
  GString *markup = g_string_new (NULL);

  if (self->country == NULL)
    atlas_prose_append_link (markup, "country", change->country->code, atlas_country_get_name (change->country, language));
  if (self->organisation == NULL)
    {
      if (markup->len > 0)
        g_string_append (markup, " · ");
      atlas_prose_append_link (markup, "organisation", change->organisation->id,
                               atlas_organisation_get_abbreviation (change->organisation, language));
    }
  return g_string_free (markup, FALSE);
}

static const AtlasSource *
find_change_source (const AtlasChange *change)
{
  const AtlasSpell *spell = change->to != NULL ? change->to : change->from;

  return spell != NULL ? atlas_spell_get_source (spell) : NULL;
}

static void
append_change (AtlasTimelineList *self,
               GtkBox *lines,
               const AtlasChange *change)
{
  const char *language = atlas_content_get_language (self->content);
  g_autofree char *subject = dup_change_subject (self, change);
  g_autofree char *words = atlas_words_change (change);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  /* Translators: who or what, and what changed: “Kazakhstan: Became an observer” */
  g_autofree char *markup = g_strdup_printf (C_ ("timeline", "<b>%1$s</b>: %2$s"), subject, escaped);
  g_autofree char *source = atlas_words_source (find_change_source (change));
  g_autofree char *contested = change->to != NULL ? atlas_words_contested (change->to, language) : NULL;

  append_line (self, lines, markup, NULL);
  if (contested != NULL)
    {
      g_autofree char *escaped_reason = g_markup_escape_text (contested, -1);

      append_line (self, lines, escaped_reason, "doubt");
    }
  append_line (self, lines, source, "source");
}

static char *
dup_event_names (AtlasTimelineList *self,
                 const AtlasEvent *event)
{
  const char *language = atlas_content_get_language (self->content);
  GString *markup = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < event->n_organisations; i++)
    {
      if (event->organisations[i]->lineage == self->organisation)
        continue;
      if (markup->len > 0)
        g_string_append (markup, " · ");
      atlas_prose_append_link (markup, "organisation", event->organisations[i]->id,
                               atlas_organisation_get_abbreviation (event->organisations[i], language));
    }
  for (guint i = 0; i < event->n_countries && n < NAMES_SHOWN; i++)
    {
      if (event->countries[i] == self->country)
        continue;
      if (markup->len > 0)
        g_string_append (markup, " · ");
      atlas_prose_append_link (markup, "country", event->countries[i]->code, atlas_country_get_name (event->countries[i], language));
      n++;
    }
  if (event->n_countries > NAMES_SHOWN + 1)
    g_string_append (markup, " …");
  return g_string_free (markup, FALSE);
}

static void
append_event (AtlasTimelineList *self,
              GtkBox *lines,
              const AtlasEvent *event)
{
  const char *language = atlas_content_get_language (self->content);
  g_autofree char *link = atlas_prose_link ("event", event->id, atlas_event_get_title (event, language));
  g_autofree char *names = dup_event_names (self, event);
  g_autofree char *source = atlas_words_source (event->source);

  append_line (self, lines, link, NULL);
  if (*names != '\0')
    append_line (self, lines, names, "timeline-names");
  if (event->planned)
    append_line (self, lines, _ ("Announced. This atlas does not know whether it happened."), "doubt");
  append_line (self, lines, source, "source");
}

static GtkWidget *
new_dot (gboolean planned)
{
  GtkWidget *dot = adw_bin_new ();

  gtk_widget_add_css_class (dot, "timeline-dot");
  if (planned)
    gtk_widget_add_css_class (dot, "planned");
  gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (dot, GTK_ALIGN_START);
  return dot;
}

static GtkWidget *
new_mark (AtlasTimelineList *self,
          const AtlasMoment *moment)
{
  GtkWidget *gutter = adw_bin_new ();
  GtkWidget *mark;

  if (moment->change != NULL)
    mark = atlas_swatch_new_for_status (atlas_content_get_dataset (self->content), moment->change->organisation,
                                        moment->change->country, moment->change->day);
  else
    mark = new_dot (moment->event->planned);
  gtk_widget_add_css_class (gutter, "timeline-gutter");
  adw_bin_set_child (ADW_BIN (gutter), mark);
  return gutter;
}

static GtkWidget *
new_row (AtlasTimelineList *self,
         const AtlasMoment *moment)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (row, "timeline-row");
  gtk_widget_set_hexpand (lines, TRUE);
  append_date (self, GTK_BOX (lines), moment);
  if (moment->change != NULL)
    append_change (self, GTK_BOX (lines), moment->change);
  else
    append_event (self, GTK_BOX (lines), moment->event);
  gtk_box_append (GTK_BOX (row), new_mark (self, moment));
  gtk_box_append (GTK_BOX (row), lines);
  return row;
}

static void
begin_year (AtlasTimelineList *self,
            int year)
{
  g_autofree char *text = g_strdup_printf ("%d", year);
  GtkWidget *heading = atlas_heading_new (text, 3);

  gtk_widget_add_css_class (heading, "timeline-year");
  gtk_box_append (self->rows, heading);
  self->year_rows = GTK_BOX (g_object_new (GTK_TYPE_BOX,
                                           "orientation", GTK_ORIENTATION_VERTICAL,
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                           NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->year_rows), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (self->rows, GTK_WIDGET (self->year_rows));
  self->year = year;
}

static void
append_row (AtlasTimelineList *self,
            const AtlasMoment *moment)
{
  GtkWidget *row = new_row (self, moment);
  AtlasDay day = moment->date.earliest != ATLAS_DAY_MIN ? moment->date.earliest : moment->date.latest;
  int year, month, day_of_month;

  atlas_day_get_ymd (day, &year, &month, &day_of_month);
  if (self->year_rows == NULL || year != self->year)
    begin_year (self, year);
  gtk_box_append (self->year_rows, row);
  g_ptr_array_add (self->row_widgets, row);
}

static void
update_more (AtlasTimelineList *self)
{
  guint left = self->moments->len - self->n_shown;
  /* Translators: a button; %u entries of a timeline are not shown yet */
  g_autofree char *label = g_strdup_printf (ngettext ("Show Earlier (%u)", "Show Earlier (%u)", left), left);

  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), left > 0);
}

/* How many of the rows shown begin after @day. */
static guint
count_later (AtlasTimelineList *self,
             AtlasDay day)
{
  guint low = 0;
  guint high = self->n_shown;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (g_array_index (self->moments, AtlasMoment, self->moments->len - 1 - middle).date.earliest > day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
mark_later (AtlasTimelineList *self,
            guint n)
{
  for (guint i = MIN (n, self->n_later); i < MAX (n, self->n_later); i++)
    {
      GtkWidget *row = g_ptr_array_index (self->row_widgets, i);

      if (i < n)
        gtk_widget_add_css_class (row, "later");
      else
        gtk_widget_remove_css_class (row, "later");
    }
  self->n_later = n;
}

/* Puts the words “Until 4 July 2024” before the first row that is not later, or
 * before its year where it is the first of it. */
static void
place_until (AtlasTimelineList *self)
{
  GtkWidget *until = GTK_WIDGET (self->until);
  GtkWidget *parent = gtk_widget_get_parent (until);
  GtkWidget *next, *previous;

  if (parent != NULL)
    gtk_box_remove (GTK_BOX (parent), until);
  if (self->n_later == 0 || self->n_later == self->n_shown)
    return;
  next = g_ptr_array_index (self->row_widgets, self->n_later);
  previous = gtk_widget_get_prev_sibling (next);
  if (previous == NULL)
    {
      GtkWidget *heading = gtk_widget_get_prev_sibling (gtk_widget_get_parent (next));

      gtk_box_insert_child_after (self->rows, until, gtk_widget_get_prev_sibling (heading));
      return;
    }
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (next)), until, previous);
}

/**
 * atlas_timeline_list_update:
 *
 * Sets apart what is later than the state's date; of two dates, than the later.
 */
void
atlas_timeline_list_update (AtlasTimelineList *self)
{
  const AtlasWhen when = atlas_state_get_when (self->state);
  g_autofree char *date = atlas_day_format (when.to);
  /* Translators: %s is a date; above entries of a timeline that come after it */
  g_autofree char *later = g_strdup_printf (_ ("After %s"), date);
  /* Translators: %s is a date; above entries of a timeline up to it */
  g_autofree char *until = g_strdup_printf (_ ("Until %s"), date);

  mark_later (self, count_later (self, when.to));
  gtk_label_set_label (self->later, later);
  gtk_label_set_label (self->until, until);
  gtk_widget_set_visible (GTK_WIDGET (self->later), self->n_later > 0);
  place_until (self);
}

static void
show_more (AtlasTimelineList *self,
           guint n)
{
  guint wanted = MIN (self->n_shown + n, self->moments->len);

  for (; self->n_shown < wanted; self->n_shown++)
    append_row (self, &g_array_index (self->moments, AtlasMoment, self->moments->len - 1 - self->n_shown));
  update_more (self);
  atlas_timeline_list_update (self);
}

static void
more_clicked_cb (AtlasTimelineList *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->rows));

  show_more (self, NEXT_PAGE);
  /* The reader goes on where the new rows begin, also by keyboard. */
  if (last != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->more)))
    gtk_widget_child_focus (last, GTK_DIR_TAB_BACKWARD);
}

static GtkLabel *
new_divider (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "timeline-divider");
  return GTK_LABEL (label);
}

static void
atlas_timeline_list_init (AtlasTimelineList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->row_widgets = g_ptr_array_new ();
  self->later = new_divider ();
  self->until = g_object_ref_sink (new_divider ());
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->more = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->more), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows, GTK_WIDGET (self->later));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->more));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * atlas_timeline_list_new:
 * @organisation: (nullable): the organisation that the page is about; the rows
 *   don't name it
 * @country: (nullable): the same for a country
 * @moments: (transfer full): what to list, oldest first
 * @first_page: how many rows to show before the reader asks for more
 */
GtkWidget *
atlas_timeline_list_new (AtlasState *state,
                         AtlasContent *content,
                         const AtlasOrganisation *organisation,
                         const AtlasCountry *country,
                         GArray *moments,
                         guint first_page)
{
  AtlasTimelineList *self = g_object_new (ATLAS_TYPE_TIMELINE_LIST, NULL);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  self->organisation = organisation;
  self->country = country;
  self->moments = moments;
  show_more (self, first_page);
  return GTK_WIDGET (self);
}
