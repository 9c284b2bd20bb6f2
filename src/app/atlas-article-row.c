/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "atlas-article-words.h"

#define TITLE_LINES 3
#define TEXT_LINES 3

/* All rows are as wide as the list, whatever they say: so none is asked how wide it would
 * like to be, which takes longer than all else. In application pixels. */
#define MIN_WIDTH 160
#define NATURAL_WIDTH 360

struct _AtlasArticleRow
{
  GtkWidget parent_instance;

  AtlasArticleSelection *selection;
  GtkListItem *list_item; /* NULL while no article is bound */
  AtlasArticleItem *item;
  guint update_source;

  GtkWidget *check; /* NULL before the reader chooses */
  GtkWidget *unread;
  GtkBox *column;
  GtkLabel *title;
  GtkLabel *origin;
  GtkLabel *text;
  GtkWidget *tags; /* NULL while there are none */
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (AtlasArticleRow, atlas_article_row, GTK_TYPE_WIDGET)

/* --- Layout ------------------------------------------------------------------- */

static int
get_width (GtkWidget *child)
{
  int width = 0;

  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static void
atlas_article_row_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  AtlasArticleRow *self = ATLAS_ARTICLE_ROW (widget);
  const int beside = get_width (self->check) + get_width (self->unread) + get_width (self->more);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  if (for_size < 0)
    for_size = NATURAL_WIDTH;
  gtk_widget_measure (GTK_WIDGET (self->column), GTK_ORIENTATION_VERTICAL, MAX (1, for_size - beside), minimum, natural, NULL, NULL);
}

static int
place (GtkWidget *child,
       int x,
       int width,
       int row_width,
       int height)
{
  GtkAllocation place = { x, 0, width, height };

  if (child == NULL || !gtk_widget_get_visible (child))
    return x;
  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    place.x = row_width - x - width;
  gtk_widget_size_allocate (child, &place, -1);
  return x + width;
}

static void
atlas_article_row_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  AtlasArticleRow *self = ATLAS_ARTICLE_ROW (widget);
  const int more = get_width (self->more);
  int x = place (self->check, 0, get_width (self->check), width, height);

  x = place (self->unread, x, get_width (self->unread), width, height);
  x = place (GTK_WIDGET (self->column), x, MAX (1, width - more - x), width, height);
  place (self->more, x, more, width, height);
}

static void
atlas_article_row_dispose (GObject *object)
{
  AtlasArticleRow *self = ATLAS_ARTICLE_ROW (object);

  GtkWidget *child;

  atlas_article_row_unbind (self);
  g_clear_object (&self->selection);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (atlas_article_row_parent_class)->dispose (object);
}

static void
atlas_article_row_class_init (AtlasArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_article_row_dispose;
  widget_class->measure = atlas_article_row_measure;
  widget_class->size_allocate = atlas_article_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "article-row");
}

/* --- Parts -------------------------------------------------------------------- */

static GtkLabel *
new_label (const char *style_class,
           int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (lines > 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_lines (GTK_LABEL (label), lines);
    }
  gtk_widget_add_css_class (label, style_class);
  return GTK_LABEL (label);
}

static GtkWidget *
new_unread_mark (void)
{
  GtkWidget *mark = adw_bin_new ();

  gtk_widget_add_css_class (mark, "unread-mark");
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return mark;
}

static GtkWidget *
new_more_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-more-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Article Menu"));
  /* By keyboard the menu key does the same, without a stop at each row. */
  gtk_widget_set_focusable (button, FALSE);
  return button;
}

static void
on_more (AtlasArticleRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "articles.menu", "u", atlas_article_row_get_position (self));
}

static void
atlas_article_row_init (AtlasArticleRow *self)
{
  self->title = new_label ("article-title", TITLE_LINES);
  self->origin = new_label ("source", 0);
  self->text = new_label ("article-text", TEXT_LINES);
  self->unread = new_unread_mark ();
  self->more = new_more_button ();
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (on_more), self, G_CONNECT_SWAPPED);

  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_box_append (self->column, GTK_WIDGET (self->title));
  gtk_box_append (self->column, GTK_WIDGET (self->origin));
  gtk_box_append (self->column, GTK_WIDGET (self->text));
  gtk_widget_set_parent (self->unread, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->column), GTK_WIDGET (self));
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

/* --- What it shows ------------------------------------------------------------ */

static GtkWidget *
new_tag (const char *text,
         const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

/* That it is a briefing, which has no tags, or the tags. */
static void
show_tags (AtlasArticleRow *self,
           gboolean is_briefing,
           GStrv tags)
{
  g_clear_pointer (&self->tags, gtk_widget_unparent);
  if (!is_briefing && (tags == NULL || tags[0] == NULL))
    return;
  self->tags = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->tags), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->tags), 3);
  if (is_briefing)
    adw_wrap_box_append (ADW_WRAP_BOX (self->tags), new_tag (_ ("Atlas briefing"), "tag"));
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (self->tags), new_tag (tags[i], "article-tag"));
  gtk_box_append (self->column, self->tags);
}

static void
show_text (AtlasArticleRow *self,
           const AtlasLibraryItem *article)
{
  g_autofree char *markup = atlas_article_words_text_markup (article);

  gtk_label_set_markup (self->text, markup);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *markup != '\0');
}

/* What a screen reader says of the row as a whole. */
static void
describe (AtlasArticleRow *self,
          const AtlasLibraryItem *article,
          const char *origin)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (atlas_article_selection_has (self->selection, self->item))
    g_string_append_printf (words, "%s, ", _ ("selected"));
  if (article->is_briefing)
    g_string_append_printf (words, "%s, ", _ ("Atlas briefing"));
  else if (article->read_at == 0)
    g_string_append_printf (words, "%s, ", _ ("unread"));
  g_string_append (words, origin);
  for (guint i = 0; article->tags != NULL && article->tags[i] != NULL; i++)
    g_string_append_printf (words, ", %s", article->tags[i]);
  gtk_list_item_set_accessible_label (self->list_item, atlas_article_words_title (article));
  gtk_list_item_set_accessible_description (self->list_item, words->str);
}

static void
show_article (AtlasArticleRow *self,
              const AtlasLibraryItem *article)
{
  const gboolean unread = !article->is_briefing && article->read_at == 0;
  g_autofree char *origin = atlas_article_words_origin (article);

  gtk_label_set_label (self->title, atlas_article_words_title (article));
  gtk_label_set_label (self->origin, origin);
  gtk_widget_set_opacity (self->unread, unread ? 1 : 0);
  if (unread)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "unread");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "unread");
  show_text (self, article);
  show_tags (self, article->is_briefing, article->tags);
  describe (self, article, origin);
}

/* About as high as most rows, so that little moves when the article comes. */
static void
show_place (AtlasArticleRow *self)
{
  gtk_label_set_label (self->title, "…");
  gtk_label_set_label (self->origin, " ");
  gtk_label_set_label (self->text, "\n");
  gtk_widget_set_visible (GTK_WIDGET (self->text), TRUE);
  gtk_widget_set_opacity (self->unread, 0);
  show_tags (self, FALSE, NULL);
}

static void
show_check (AtlasArticleRow *self,
            const AtlasLibraryItem *article)
{
  const gboolean active = atlas_article_selection_is_active (self->selection);

  if (active && self->check == NULL)
    {
      self->check = gtk_check_button_new ();
      gtk_widget_set_valign (self->check, GTK_ALIGN_START);
      gtk_widget_set_focusable (self->check, FALSE);
      gtk_widget_set_can_target (self->check, FALSE); /* the whole row is the target */
      gtk_widget_insert_after (self->check, GTK_WIDGET (self), NULL);
    }
  if (self->check != NULL)
    {
      gtk_widget_set_visible (self->check, active);
      gtk_widget_set_sensitive (self->check, article != NULL && !article->is_briefing);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), atlas_article_selection_has (self->selection, self->item));
      if (article != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, atlas_article_words_title (article), -1);
    }
  gtk_widget_set_visible (self->more, !active);
}

static void
update (AtlasArticleRow *self)
{
  const AtlasLibraryItem *article = self->item != NULL ? atlas_article_item_get (self->item) : NULL;

  if (self->list_item == NULL)
    return;
  if (article != NULL)
    show_article (self, article);
  else
    show_place (self);
  show_check (self, article);
}

static gboolean
is_in_sight (AtlasArticleRow *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLABLE);
  graphene_rect_t bounds;

  if (list == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), list, &bounds))
    return TRUE;
  return bounds.origin.y < gtk_widget_get_height (list) && bounds.origin.y + bounds.size.height > 0;
}

static gboolean
on_update (gpointer data)
{
  AtlasArticleRow *self = data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* A list reads many articles at once; those that nobody sees yet can wait for a moment
 * between two frames. */
static void
on_item_changed (AtlasArticleRow *self)
{
  if (is_in_sight (self))
    update (self);
  else if (self->update_source == 0)
    self->update_source = g_idle_add (on_update, self);
}

/**
 * atlas_article_row_new:
 *
 * Returns: (transfer floating): a row without an article
 */
GtkWidget *
atlas_article_row_new (AtlasArticleSelection *selection)
{
  AtlasArticleRow *self = g_object_new (ATLAS_TYPE_ARTICLE_ROW, NULL);

  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * atlas_article_row_bind:
 *
 * Shows the article of @list_item, and follows it.
 */
void
atlas_article_row_bind (AtlasArticleRow *self,
                        GtkListItem *list_item)
{
  atlas_article_row_unbind (self);
  self->list_item = list_item;
  self->item = g_object_ref (gtk_list_item_get_item (list_item));
  g_signal_connect_object (self->item, "changed", G_CALLBACK (on_item_changed), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * atlas_article_row_unbind:
 *
 * Follows no article any longer.
 */
void
atlas_article_row_unbind (AtlasArticleRow *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  g_clear_handle_id (&self->update_source, g_source_remove);
  self->list_item = NULL;
}

/**
 * atlas_article_row_get_item:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
AtlasArticleItem *
atlas_article_row_get_item (AtlasArticleRow *self)
{
  return self->item;
}

/**
 * atlas_article_row_get_position:
 *
 * Returns: its place in the list
 */
guint
atlas_article_row_get_position (AtlasArticleRow *self)
{
  return self->list_item != NULL ? gtk_list_item_get_position (self->list_item) : GTK_INVALID_LIST_POSITION;
}
