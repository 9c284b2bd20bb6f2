/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-chips.h"

#include <glib/gi18n.h>

#include "atlas-language-name.h"

struct _AtlasArticleChips
{
  AdwBin parent_instance;

  AtlasContent *content;
  AtlasArticleFilter filter;
};

G_DEFINE_FINAL_TYPE (AtlasArticleChips, atlas_article_chips, ADW_TYPE_BIN)

static guint changed_signal;

static void
atlas_article_chips_finalize (GObject *object)
{
  AtlasArticleChips *self = ATLAS_ARTICLE_CHIPS (object);

  g_clear_object (&self->content);
  atlas_article_filter_clear (&self->filter);
  G_OBJECT_CLASS (atlas_article_chips_parent_class)->finalize (object);
}

static void
atlas_article_chips_class_init (AtlasArticleChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_article_chips_finalize;

  changed_signal = g_signal_new ("changed", ATLAS_TYPE_ARTICLE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_article_chips_init (AtlasArticleChips *self)
{
}

/* --- Words -------------------------------------------------------------------- */

static const char *
name_of_country (AtlasArticleChips *self,
                 const char *code)
{
  const AtlasCountry *country = atlas_dataset_find_country (atlas_content_get_dataset (self->content), code);

  return country != NULL ? atlas_country_get_name (country, atlas_content_get_language (self->content)) : code;
}

static const char *
name_of_organisation (AtlasArticleChips *self,
                      const char *id)
{
  const AtlasOrganisation *organisation = atlas_dataset_find_organisation (atlas_content_get_dataset (self->content), id);

  return organisation != NULL ? atlas_organisation_get_abbreviation (organisation, atlas_content_get_language (self->content)) : id;
}

static const char *
name_of_shown (AtlasArticlesShown shown)
{
  switch (shown)
    {
    case ATLAS_ARTICLES_OWN:
      return _ ("Your Own");
    case ATLAS_ARTICLES_BRIEFINGS:
      return _ ("Atlas Briefings");
    case ATLAS_ARTICLES_DELETED:
      return _ ("Deleted");
    case ATLAS_ARTICLES_ALL:
    default:
      return _ ("All Articles");
    }
}

static char *
dup_from (AtlasDay day)
{
  g_autofree char *text = atlas_day_format (day);

  /* Translators: of articles; %s is a date */
  return g_strdup_printf (_ ("From %s"), text);
}

static char *
dup_until (AtlasDay day)
{
  g_autofree char *text = atlas_day_format (day);

  /* Translators: of articles; %s is a date */
  return g_strdup_printf (_ ("Until %s"), text);
}

static char *
dup_words (AtlasArticleChips *self,
           AtlasFilterPart part)
{
  const AtlasArticleFilter *filter = &self->filter;

  switch (part)
    {
    case ATLAS_FILTER_SHOWN:
      return g_strdup (name_of_shown (filter->shown));
    case ATLAS_FILTER_READ:
      return g_strdup (filter->read == ATLAS_LIBRARY_READ ? C_ ("filter", "Read") : C_ ("filter", "Unread"));
    case ATLAS_FILTER_COUNTRY:
      return g_strdup (name_of_country (self, filter->country));
    case ATLAS_FILTER_ORGANISATION:
      return g_strdup (name_of_organisation (self, filter->organisation));
    case ATLAS_FILTER_LANGUAGE:
      return g_strdup (atlas_language_name (filter->language));
    case ATLAS_FILTER_TAG:
      /* Translators: a tag that the reader gave to articles */
      return g_strdup_printf (_ ("Tag: %s"), filter->tag);
    case ATLAS_FILTER_FROM:
      return dup_from (filter->from);
    case ATLAS_FILTER_UNTIL:
      return dup_until (filter->until);
    case ATLAS_FILTER_WORDS:
    case ATLAS_N_FILTER_PARTS:
    default:
      return NULL;
    }
}

/* --- Buttons -------------------------------------------------------------------- */

static void
on_remove (AtlasArticleChips *self,
           GtkWidget *chip)
{
  atlas_article_filter_remove (&self->filter, (AtlasFilterPart) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "part")));
  g_signal_emit (self, changed_signal, 0);
}

static void
on_clear (AtlasArticleChips *self)
{
  for (AtlasFilterPart part = 0; part < ATLAS_N_FILTER_PARTS; part++)
    atlas_article_filter_remove (&self->filter, part);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
new_chip (AtlasArticleChips *self,
          AtlasFilterPart part,
          const char *words)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);
  /* Translators: a button that no longer leaves out articles; %s is what they are about, such as “Kazakhstan” */
  g_autofree char *name = g_strdup_printf (_ ("Remove Filter: %s"), words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "article-chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "part", GINT_TO_POINTER (part));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  return chip;
}

static GtkWidget *
new_clear_button (AtlasArticleChips *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Clear All"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "article-chip");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clear), self, G_CONNECT_SWAPPED);
  return button;
}

/**
 * atlas_article_chips_new:
 * @content: loaded, as to its data package
 *
 * Returns: (transfer floating): chips of a filter that leaves nothing out
 */
GtkWidget *
atlas_article_chips_new (AtlasContent *content)
{
  AtlasArticleChips *self = g_object_new (ATLAS_TYPE_ARTICLE_CHIPS, "visible", FALSE, NULL);

  self->content = g_object_ref (content);
  return GTK_WIDGET (self);
}

/**
 * atlas_article_chips_set:
 * @filter: is copied; its words are shown elsewhere
 */
void
atlas_article_chips_set (AtlasArticleChips *self,
                         const AtlasArticleFilter *filter)
{
  GtkWidget *box = adw_wrap_box_new ();
  AtlasArticleFilter copy;
  guint n = 0;

  g_return_if_fail (ATLAS_IS_ARTICLE_CHIPS (self));

  atlas_article_filter_copy (filter, &copy);
  atlas_article_filter_clear (&self->filter);
  self->filter = copy;
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  for (AtlasFilterPart part = 0; part < ATLAS_N_FILTER_PARTS; part++)
    {
      g_autofree char *words = atlas_article_filter_has (&self->filter, part) ? dup_words (self, part) : NULL;

      if (words == NULL)
        continue;
      adw_wrap_box_append (ADW_WRAP_BOX (box), new_chip (self, part, words));
      n++;
    }
  if (n > 0)
    adw_wrap_box_append (ADW_WRAP_BOX (box), new_clear_button (self));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/**
 * atlas_article_chips_get:
 *
 * Returns: (transfer none): the filter, without what was taken back
 */
const AtlasArticleFilter *
atlas_article_chips_get (AtlasArticleChips *self)
{
  g_return_val_if_fail (ATLAS_IS_ARTICLE_CHIPS (self), NULL);

  return &self->filter;
}
