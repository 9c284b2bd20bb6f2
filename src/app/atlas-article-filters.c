/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-filters.h"

#include <string.h>

#include <glib/gi18n.h>

#include "atlas-choice-row.h"
#include "atlas-date-input.h"
#include "atlas-language-name.h"

#define WIDTH 320
#define HEIGHT 480

struct _AtlasArticleFilters
{
  GtkPopover parent_instance;

  AtlasContent *content;
  AtlasArticleFilter filter;
  GCancellable *cancellable;
  AdwComboRow *sort;
  AdwComboRow *shown;
  AdwComboRow *read;
  AtlasChoiceRow *country;
  AtlasChoiceRow *organisation;
  AtlasChoiceRow *language;
  AtlasChoiceRow *tag;
  AdwEntryRow *from;
  AdwEntryRow *until;
  gboolean setting; /* what is chosen is being shown, not chosen */
};

G_DEFINE_FINAL_TYPE (AtlasArticleFilters, atlas_article_filters, GTK_TYPE_POPOVER)

static guint changed_signal;

static void
on_changed (AtlasArticleFilters *self)
{
  AtlasArticleFilter *filter = &self->filter;

  if (self->setting)
    return;
  filter->sort = (AtlasLibrarySort) adw_combo_row_get_selected (self->sort);
  filter->shown = (AtlasArticlesShown) adw_combo_row_get_selected (self->shown);
  filter->read = (AtlasLibraryReadFilter) adw_combo_row_get_selected (self->read);
  g_set_str (&filter->country, atlas_choice_row_get_value (self->country));
  g_set_str (&filter->organisation, atlas_choice_row_get_value (self->organisation));
  g_set_str (&filter->language, atlas_choice_row_get_value (self->language));
  g_set_str (&filter->tag, atlas_choice_row_get_value (self->tag));
  g_signal_emit (self, changed_signal, 0);
}

/* --- Days --------------------------------------------------------------------- */

static void
show_day (AdwEntryRow *row,
          AtlasDay day)
{
  g_autofree char *text = day > 0 ? atlas_day_format (day) : g_strdup ("");

  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
refuse (AdwEntryRow *row,
        const char *message)
{
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), message);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (row), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_error_bell (GTK_WIDGET (row));
}

/* A year or a month counts from its first day, or until its last. */
static void
on_day_entered (AtlasArticleFilters *self,
                AdwEntryRow *row)
{
  const gboolean is_from = row == self->from;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autoptr (GError) error = NULL;
  AtlasDate date = { 0 };
  AtlasDay day = 0;

  if (*text != '\0' && !atlas_date_parse_input (text, &date, &error))
    {
      refuse (row, error->message);
      return;
    }
  if (*text != '\0')
    day = is_from ? date.earliest : date.latest;
  if (day < 0 || day == ATLAS_DAY_MAX)
    day = 0;
  *(is_from ? &self->filter.from : &self->filter.until) = day;
  show_day (row, day);
  on_changed (self);
}

static AdwEntryRow *
new_day_row (AtlasArticleFilters *self,
             const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_day_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_day_entered), self, G_CONNECT_SWAPPED);
  return ADW_ENTRY_ROW (row);
}

/* --- Rows --------------------------------------------------------------------- */

static AdwComboRow *
new_enum_row (AtlasArticleFilters *self,
              const char *title,
              const char *const *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return ADW_COMBO_ROW (row);
}

static AtlasChoiceRow *
new_choice_row (AtlasArticleFilters *self,
                const char *title,
                gboolean searched)
{
  /* Translators: no country, organisation, language or tag is asked for */
  GtkWidget *row = atlas_choice_row_new (title, C_ ("filter", "Any"), searched);

  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return ATLAS_CHOICE_ROW (row);
}

typedef struct
{
  const char *value;
  const char *name;
} Named;

static int
compare_named (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (((const Named *) a)->name, ((const Named *) b)->name);
}

static void
add_sorted (AtlasChoiceRow *row,
            GArray *named)
{
  g_array_sort (named, compare_named);
  for (guint i = 0; i < named->len; i++)
    atlas_choice_row_add (row, g_array_index (named, Named, i).value, g_array_index (named, Named, i).name);
}

static void
fill_countries (AtlasArticleFilters *self)
{
  guint n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (atlas_content_get_dataset (self->content), &n);
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Named));

  for (guint i = 0; i < n; i++)
    {
      Named country = { countries[i]->code, atlas_country_get_name (countries[i], atlas_content_get_language (self->content)) };

      g_array_append_val (named, country);
    }
  add_sorted (self->country, named);
}

static void
fill_organisations (AtlasArticleFilters *self)
{
  guint n;
  const AtlasOrganisation *const *organisations = atlas_dataset_get_organisations (atlas_content_get_dataset (self->content), &n);
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Named));

  for (guint i = 0; i < n; i++)
    {
      Named organisation = { organisations[i]->id, atlas_organisation_get_abbreviation (organisations[i], atlas_content_get_language (self->content)) };

      g_array_append_val (named, organisation);
    }
  add_sorted (self->organisation, named);
}

/* --- What the library has ------------------------------------------------------- */

typedef struct
{
  GStrv languages;
  GStrv tags;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_strfreev (found->languages);
  g_strfreev (found->tags);
  g_free (found);
}

static gpointer
find (AtlasLibrary *library,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  Found *found = g_new0 (Found, 1);

  found->languages = atlas_library_list_languages (library, cancellable, error);
  if (found->languages != NULL)
    found->tags = atlas_library_list_tags (library, cancellable, error);
  if (found->tags != NULL)
    return found;
  found_free (found);
  return NULL;
}

static void
set_values (AtlasChoiceRow *row,
            GStrv values,
            const char *(*name) (const char *value))
{
  g_autofree char *chosen = g_strdup (atlas_choice_row_get_value (row));
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Named));

  for (guint i = 0; values[i] != NULL; i++)
    {
      Named value = { values[i], name != NULL ? name (values[i]) : values[i] };

      g_array_append_val (named, value);
    }
  atlas_choice_row_clear (row);
  add_sorted (row, named);
  atlas_choice_row_set_value (row, chosen);
}

static void
on_found (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (AtlasArticleFilters) self = data;
  Found *found = atlas_library_finish (ATLAS_LIBRARY (source), result, NULL);

  if (found == NULL)
    return;
  self->setting = TRUE;
  set_values (self->language, found->languages, atlas_language_name);
  set_values (self->tag, found->tags, NULL);
  self->setting = FALSE;
  found_free (found);
}

static void
read_library (AtlasArticleFilters *self)
{
  AtlasLibrary *library = atlas_content_get_library (self->content);

  if (library != NULL)
    atlas_library_read_async (library, find, NULL, NULL, found_free, self->cancellable, on_found, g_object_ref (self));
}

/* --- The widget ----------------------------------------------------------------- */

static void
atlas_article_filters_dispose (GObject *object)
{
  AtlasArticleFilters *self = ATLAS_ARTICLE_FILTERS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->content);
  G_OBJECT_CLASS (atlas_article_filters_parent_class)->dispose (object);
}

static void
atlas_article_filters_finalize (GObject *object)
{
  g_clear_object (&ATLAS_ARTICLE_FILTERS (object)->cancellable);
  atlas_article_filter_clear (&ATLAS_ARTICLE_FILTERS (object)->filter);
  G_OBJECT_CLASS (atlas_article_filters_parent_class)->finalize (object);
}

static GtkWidget *
new_group (GtkWidget **rows,
           guint n)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < n; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rows[i]);
  return group;
}

static void
build (AtlasArticleFilters *self)
{
  const char *const sorts[] = { _ ("Newest First"), _ ("Oldest First"), _ ("Last Added"), _ ("Title"), NULL };
  const char *const shown[] = { _ ("All Articles"), _ ("Your Own"), _ ("Atlas Briefings"), _ ("Deleted"), NULL };
  /* Translators: of articles */
  const char *const read[] = { C_ ("filter", "Read and Unread"), C_ ("filter", "Read"), C_ ("filter", "Unread"), NULL };
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->sort = new_enum_row (self, _ ("Sort"), sorts);
  self->shown = new_enum_row (self, _ ("Show"), shown);
  self->read = new_enum_row (self, _ ("Read"), read);
  self->country = new_choice_row (self, _ ("Country"), TRUE);
  self->organisation = new_choice_row (self, _ ("Organisation"), TRUE);
  self->language = new_choice_row (self, _ ("Language"), FALSE);
  self->tag = new_choice_row (self, _ ("Tag"), TRUE);
  self->from = new_day_row (self, _ ("From"));
  self->until = new_day_row (self, _ ("Until"));
  gtk_box_append (GTK_BOX (column), new_group ((GtkWidget *[]) { GTK_WIDGET (self->sort), GTK_WIDGET (self->shown), GTK_WIDGET (self->read) }, 3));
  gtk_box_append (GTK_BOX (column), new_group ((GtkWidget *[]) { GTK_WIDGET (self->country), GTK_WIDGET (self->organisation), GTK_WIDGET (self->language), GTK_WIDGET (self->tag) }, 4));
  gtk_box_append (GTK_BOX (column), new_group ((GtkWidget *[]) { GTK_WIDGET (self->from), GTK_WIDGET (self->until) }, 2));
  gtk_widget_add_css_class (column, "article-filters");

  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), column);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  fill_countries (self);
  fill_organisations (self);
}

static void
show_filter (AtlasArticleFilters *self)
{
  const AtlasArticleFilter *filter = &self->filter;

  self->setting = TRUE;
  adw_combo_row_set_selected (self->sort, filter->sort);
  adw_combo_row_set_selected (self->shown, filter->shown);
  adw_combo_row_set_selected (self->read, filter->read);
  atlas_choice_row_set_value (self->country, filter->country);
  atlas_choice_row_set_value (self->organisation, filter->organisation);
  atlas_choice_row_set_value (self->language, filter->language);
  atlas_choice_row_set_value (self->tag, filter->tag);
  show_day (self->from, filter->from);
  show_day (self->until, filter->until);
  self->setting = FALSE;
}

/* Few readers of the list open it, and its rows take long to make. */
static void
atlas_article_filters_show (GtkWidget *widget)
{
  AtlasArticleFilters *self = ATLAS_ARTICLE_FILTERS (widget);

  if (self->sort == NULL)
    {
      self->setting = TRUE;
      build (self);
      show_filter (self);
    }
  read_library (self);
  GTK_WIDGET_CLASS (atlas_article_filters_parent_class)->show (widget);
}

static void
atlas_article_filters_class_init (AtlasArticleFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_article_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_article_filters_finalize;
  GTK_WIDGET_CLASS (klass)->show = atlas_article_filters_show;

  changed_signal = g_signal_new ("changed", ATLAS_TYPE_ARTICLE_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_article_filters_init (AtlasArticleFilters *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * atlas_article_filters_new:
 * @content: loaded, as to its data package
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
atlas_article_filters_new (AtlasContent *content)
{
  AtlasArticleFilters *self = g_object_new (ATLAS_TYPE_ARTICLE_FILTERS, NULL);

  self->content = g_object_ref (content);
  return GTK_WIDGET (self);
}

/**
 * atlas_article_filters_set:
 *
 * Shows what is chosen.
 */
void
atlas_article_filters_set (AtlasArticleFilters *self,
                           const AtlasArticleFilter *filter)
{
  AtlasArticleFilter copy;

  g_return_if_fail (ATLAS_IS_ARTICLE_FILTERS (self));

  atlas_article_filter_copy (filter, &copy);
  atlas_article_filter_clear (&self->filter);
  self->filter = copy;
  if (self->sort != NULL)
    show_filter (self);
}

/**
 * atlas_article_filters_get:
 *
 * Returns: (transfer none): what is chosen; its words are those that were set
 */
const AtlasArticleFilter *
atlas_article_filters_get (AtlasArticleFilters *self)
{
  g_return_val_if_fail (ATLAS_IS_ARTICLE_FILTERS (self), NULL);

  return &self->filter;
}
