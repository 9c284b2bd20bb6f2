/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-organisation-page.h"

#include <glib/gi18n.h>

#include "atlas-lazy-list.h"
#include "atlas-membership-row.h"
#include "atlas-page-parts.h"
#include "atlas-prose.h"
#include "atlas-words.h"

#define FIRST_MEMBERS 12
#define FIRST_OTHERS 6

struct _AtlasOrganisationPage
{
  AtlasPageView parent_instance;

  const AtlasOrganisation *organisation;
  GtkBox *on_date;
};

G_DEFINE_FINAL_TYPE (AtlasOrganisationPage, atlas_organisation_page, ATLAS_TYPE_PAGE_VIEW)

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
append_fact (GtkGrid *grid,
             AtlasPageView *view,
             int *row,
             const char *name,
             const char *markup)
{
  GtkWidget *label, *value;

  if (!is_given (markup))
    return;
  label = gtk_label_new (name);
  value = atlas_page_view_new_prose (view, markup, NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_hexpand (value, TRUE);
  gtk_grid_attach (grid, label, 0, *row, 1, 1);
  gtk_grid_attach (grid, value, 1, *row, 1, 1);
  (*row)++;
}

static void
append_plain_fact (GtkGrid *grid,
                   AtlasPageView *view,
                   int *row,
                   const char *name,
                   const char *text)
{
  g_autofree char *markup = is_given (text) ? g_markup_escape_text (text, -1) : NULL;

  append_fact (grid, view, row, name, markup);
}

static char *
dup_predecessors (AtlasOrganisationPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const char *language = atlas_page_view_get_language (view);
  GString *markup = g_string_new (NULL);
  guint n;
  const AtlasOrganisation *const *organisations = atlas_dataset_get_organisations (atlas_page_view_get_dataset (view), &n);

  for (guint i = 0; i < n; i++)
    {
      if (organisations[i]->successor != self->organisation)
        continue;
      if (markup->len > 0)
        g_string_append (markup, "\n");
      atlas_prose_append_link (markup, "organisation", organisations[i]->id, atlas_organisation_get_name (organisations[i], language));
    }
  return g_string_free (markup, FALSE);
}

static char *
dup_successor (AtlasOrganisationPage *self)
{
  const AtlasOrganisation *successor = self->organisation->successor;

  if (successor == NULL)
    return NULL;
  return atlas_prose_link ("organisation", successor->id,
                           atlas_organisation_get_name (successor, atlas_page_view_get_language (ATLAS_PAGE_VIEW (self))));
}

static char *
dup_website (AtlasOrganisationPage *self)
{
  const char *website = self->organisation->website;

  if (!is_given (website))
    return NULL;
  return g_markup_printf_escaped ("<a href=\"%s\">%s</a> ↗", website, website);
}

static void
append_facts (AtlasOrganisationPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const AtlasOrganisation *organisation = self->organisation;
  const char *language = atlas_page_view_get_language (view);
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *founded = atlas_date_format (&organisation->founded);
  g_autofree char *predecessors = dup_predecessors (self);
  g_autofree char *successor = dup_successor (self);
  g_autofree char *website = dup_website (self);
  g_autofree char *source = organisation->source != NULL ? atlas_words_source_markup (organisation->source) : NULL;
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "facts");
  append_plain_fact (GTK_GRID (grid), view, &row, _ ("Founded"), founded);
  append_plain_fact (GTK_GRID (grid), view, &row, _ ("Treaty"), atlas_organisation_get_treaty (organisation, language));
  append_plain_fact (GTK_GRID (grid), view, &row, _ ("Seat"), atlas_organisation_get_seat (organisation, language));
  append_fact (GTK_GRID (grid), view, &row, _ ("Grew out of"), predecessors);
  append_fact (GTK_GRID (grid), view, &row, _ ("Became"), successor);
  append_fact (GTK_GRID (grid), view, &row, _ ("Website"), website);
  append_fact (GTK_GRID (grid), view, &row, _ ("Source"), source);
  atlas_page_view_append (view, grid);
}

static void
append_head (AtlasOrganisationPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const char *language = atlas_page_view_get_language (view);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *name = atlas_organisation_get_name (self->organisation, language);
  const char *abbreviation = atlas_organisation_get_abbreviation (self->organisation, language);
  g_autofree char *description = g_markup_escape_text (atlas_organisation_get_description (self->organisation, language), -1);

  gtk_widget_add_css_class (head, "page-head");
  gtk_box_append (GTK_BOX (head), atlas_heading_new (name, 1));
  if (is_given (abbreviation) && !g_str_equal (abbreviation, name))
    {
      g_autofree char *markup = g_markup_escape_text (abbreviation, -1);

      gtk_box_append (GTK_BOX (head), atlas_page_view_new_prose (view, markup, "dimmed"));
    }
  gtk_box_append (GTK_BOX (head), atlas_page_view_new_prose (view, description, "reading"));
  atlas_page_view_append (view, head);
}

static GtkWidget *
new_member_row (gpointer item,
                gpointer user_data)
{
  AtlasPageView *view = user_data;

  return atlas_membership_row_new (atlas_page_view_get_state (view), atlas_page_view_get_content (view), item, ATLAS_MEMBERSHIP_OF_ORGANISATION);
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer user_data)
{
  const AtlasSpell *left = *(const AtlasSpell *const *) a;
  const AtlasSpell *right = *(const AtlasSpell *const *) b;

  return g_utf8_collate (atlas_country_get_name (left->country, user_data), atlas_country_get_name (right->country, user_data));
}

static void
append_group (AtlasOrganisationPage *self,
              const char *heading,
              GPtrArray *spells,
              guint first)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  GtkWidget *title;
  g_autofree char *text = NULL;

  if (spells->len == 0)
    {
      g_ptr_array_unref (spells);
      return;
    }
  g_ptr_array_sort_with_data (spells, compare_names, (gpointer) atlas_page_view_get_language (view));
  /* Translators: a kind of members, and how many they are */
  text = g_strdup_printf (C_ ("heading with count", "%s: %u"), heading, spells->len);
  title = atlas_heading_new (text, 3);
  gtk_box_append (self->on_date, title);
  gtk_box_append (self->on_date, atlas_lazy_list_new (text, spells, first, new_member_row, self));
}

/* Takes those of @status out of @spells; belonging is a group of its own, as
 * on the map and in the counts. */
static GPtrArray *
take_group (GPtrArray *spells,
            AtlasStatus status)
{
  GPtrArray *group = g_ptr_array_new ();

  for (guint i = 0; i < spells->len; i++)
    {
      const AtlasSpell *spell = g_ptr_array_index (spells, i);
      const AtlasStatus of = atlas_spell_belongs (spell) ? ATLAS_STATUS_MEMBER : spell->status;

      if (of == status)
        g_ptr_array_add (group, (gpointer) spell);
    }
  return group;
}

static void
append_current (AtlasOrganisationPage *self,
                GPtrArray *spells)
{
  static const struct
  {
    AtlasStatus status;
    const char *heading;
  } groups[] = {
    { ATLAS_STATUS_MEMBER, NC_ ("countries", "Members") },
    { ATLAS_STATUS_SIGNATORY, NC_ ("countries", "Signed, not yet in force") },
    { ATLAS_STATUS_INVITED, NC_ ("countries", "Invited") },
    { ATLAS_STATUS_ASSOCIATE, NC_ ("countries", "Associates") },
    { ATLAS_STATUS_PARTNER, NC_ ("countries", "Partners") },
    { ATLAS_STATUS_OBSERVER, NC_ ("countries", "Observers") },
    { ATLAS_STATUS_DIALOGUE_PARTNER, NC_ ("countries", "Dialogue partners") },
    { ATLAS_STATUS_SUSPENDED, NC_ ("countries", "Suspended ties that are not membership") },
    { ATLAS_STATUS_FROZEN, NC_ ("countries", "Frozen ties that are not membership") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    append_group (self, g_dpgettext2 (GETTEXT_PACKAGE, "countries", groups[i].heading), take_group (spells, groups[i].status), i == 0 ? FIRST_MEMBERS : FIRST_OTHERS);
}

static void
update_on_date (AtlasOrganisationPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const AtlasDataset *dataset = atlas_page_view_get_dataset (view);
  AtlasDay day = atlas_state_get_date (atlas_page_view_get_state (view));
  g_autoptr (GPtrArray) current = atlas_query_current (dataset, self->organisation, day);
  GPtrArray *former = atlas_query_former (dataset, self->organisation, day);

  atlas_box_clear (self->on_date);
  atlas_page_parts_append_changes (view, self->on_date, self->organisation, NULL);
  atlas_page_parts_append_date (view, self->on_date);
  if (current->len == 0 && former->len == 0)
    gtk_box_append (self->on_date, atlas_page_view_new_prose (view, _ ("On this day no country had a tie to it."), "dimmed"));
  append_current (self, current);
  /* Translators: the countries that have left an organisation */
  append_group (self, C_ ("countries", "Left"), former, FIRST_OTHERS);
}

static void
append_on_date (AtlasOrganisationPage *self)
{
  self->on_date = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->on_date), "page-section");
  atlas_page_view_append (ATLAS_PAGE_VIEW (self), GTK_WIDGET (self->on_date));
  update_on_date (self);
}

static void
append_excerpts (AtlasPageView *view)
{
  atlas_page_parts_append_excerpts (view, "organisation", ATLAS_ORGANISATION_PAGE (view)->organisation->id);
}

static void
append_timeline (AtlasPageView *view)
{
  atlas_page_parts_append_timeline (view, ATLAS_ORGANISATION_PAGE (view)->organisation->lineage, NULL);
}

static void
atlas_organisation_page_build (AtlasPageView *view)
{
  AtlasOrganisationPage *self = ATLAS_ORGANISATION_PAGE (view);
  const AtlasDataset *dataset = atlas_page_view_get_dataset (view);
  const char *language = atlas_page_view_get_language (view);

  self->organisation = atlas_dataset_find_organisation (dataset, atlas_page_view_get_id (view));
  if (self->organisation == NULL)
    {
      atlas_page_parts_append_missing (view);
      return;
    }
  atlas_page_view_set_title (view, atlas_organisation_get_abbreviation (self->organisation, language));
  append_head (self);
  append_facts (self);
  if (self->organisation->lineage->tracked)
    append_on_date (self);
  atlas_page_view_defer (view, append_excerpts);
  atlas_page_view_defer (view, append_timeline);
}

static void
atlas_organisation_page_date_changed (AtlasPageView *view)
{
  AtlasOrganisationPage *self = ATLAS_ORGANISATION_PAGE (view);

  if (self->on_date != NULL)
    update_on_date (self);
}

static void
atlas_organisation_page_class_init (AtlasOrganisationPageClass *klass)
{
  AtlasPageViewClass *view_class = ATLAS_PAGE_VIEW_CLASS (klass);

  view_class->build = atlas_organisation_page_build;
  view_class->date_changed = atlas_organisation_page_date_changed;
}

static void
atlas_organisation_page_init (AtlasOrganisationPage *self)
{
}
