/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-page-view.h"

#include "atlas-prose.h"

#define MAX_WIDTH 640

/* A page that is to scroll further down than it reaches may grow for so many frames. */
#define FRAMES_TO_GROW 10

/* How far a page scrolls before its title moves up into the header, in
 * application pixels. */
#define TITLE_SCROLL 56

/* While the reader moves the date, the page follows once it has stood still for
 * so long, in milliseconds. */
#define SETTLE_TIME 150

typedef struct
{
  AtlasState *state;
  AtlasContent *content;
  char *id;
  char *title;
  GtkBox *bars; /* above what scrolls */
  GtkScrolledWindow *scroller;
  GtkBox *column;
  double wanted_scroll;
  guint frames_to_wait;
  guint scroll_source;
  guint n_awaited; /* parts that are still to be filled */
  GQueue deferred; /* AtlasPageViewFunc */
  guint deferred_source;
  guint date_source; /* will bring the page up to date */
} AtlasPageViewPrivate;

enum
{
  PROP_0,
  PROP_STATE,
  PROP_CONTENT,
  PROP_ID,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint date_changed_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AtlasPageView, atlas_page_view, ADW_TYPE_BIN)

static AtlasPageViewPrivate *
priv (AtlasPageView *self)
{
  return atlas_page_view_get_instance_private (self);
}

static gboolean
follow_date (gpointer data)
{
  priv (data)->date_source = 0;
  g_signal_emit (data, date_changed_signal, 0);
  return G_SOURCE_REMOVE;
}

/* Both dates may change at once, and while the reader moves one there is no time
 * to build widgets: so the page follows before the next frame, or when the date
 * stands still. */
static void
when_changed_cb (AtlasPageView *view)
{
  AtlasPageViewPrivate *self = priv (view);

  g_clear_handle_id (&self->date_source, g_source_remove);
  if (atlas_state_is_scrubbing (self->state))
    self->date_source = g_timeout_add (SETTLE_TIME, follow_date, view);
  else
    self->date_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_date, view, NULL);
}

static void
scrubbing_cb (AtlasPageView *view)
{
  if (priv (view)->date_source != 0)
    when_changed_cb (view);
}

static void
atlas_page_view_constructed (GObject *object)
{
  AtlasPageView *self = ATLAS_PAGE_VIEW (object);
  AtlasState *state = priv (self)->state;

  G_OBJECT_CLASS (atlas_page_view_parent_class)->constructed (object);

  ATLAS_PAGE_VIEW_GET_CLASS (self)->build (self);
  g_signal_connect_object (state, "notify::date", G_CALLBACK (when_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::compared", G_CALLBACK (when_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::scrubbing", G_CALLBACK (scrubbing_cb), self, G_CONNECT_SWAPPED);
}

static void
atlas_page_view_dispose (GObject *object)
{
  AtlasPageViewPrivate *self = priv (ATLAS_PAGE_VIEW (object));

  if (self->scroll_source != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (object), self->scroll_source);
  self->scroll_source = 0;
  g_clear_handle_id (&self->deferred_source, g_source_remove);
  g_clear_handle_id (&self->date_source, g_source_remove);
  g_queue_clear (&self->deferred);
  G_OBJECT_CLASS (atlas_page_view_parent_class)->dispose (object);
}

static void
atlas_page_view_finalize (GObject *object)
{
  AtlasPageViewPrivate *self = priv (ATLAS_PAGE_VIEW (object));

  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_free (self->id);
  g_free (self->title);
  G_OBJECT_CLASS (atlas_page_view_parent_class)->finalize (object);
}

static void
atlas_page_view_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  AtlasPageViewPrivate *self = priv (ATLAS_PAGE_VIEW (object));

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_page_view_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  AtlasPageViewPrivate *self = priv (ATLAS_PAGE_VIEW (object));

  switch (prop_id)
    {
    case PROP_STATE:
      self->state = g_value_dup_object (value);
      break;
    case PROP_CONTENT:
      self->content = g_value_dup_object (value);
      break;
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static double
atlas_page_view_real_get_scroll (AtlasPageView *self)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (priv (self)->scroller));
}

static gboolean
scroll_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer data)
{
  AtlasPageViewPrivate *self = priv (ATLAS_PAGE_VIEW (widget));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (!g_queue_is_empty (&self->deferred) || self->n_awaited > 0)
    return G_SOURCE_CONTINUE;
  /* What came last gets its height in the next frames. */
  if (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) < self->wanted_scroll && self->frames_to_wait-- > 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, self->wanted_scroll);
  self->scroll_source = 0;
  return G_SOURCE_REMOVE;
}

static void
atlas_page_view_real_set_scroll (AtlasPageView *view,
                                 double value)
{
  AtlasPageViewPrivate *self = priv (view);

  self->wanted_scroll = value;
  self->frames_to_wait = FRAMES_TO_GROW;
  if (self->scroll_source == 0)
    self->scroll_source = gtk_widget_add_tick_callback (GTK_WIDGET (view), scroll_cb, NULL, NULL);
}

static void
atlas_page_view_class_init (AtlasPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags construct = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = atlas_page_view_constructed;
  object_class->dispose = atlas_page_view_dispose;
  object_class->finalize = atlas_page_view_finalize;
  object_class->get_property = atlas_page_view_get_property;
  object_class->set_property = atlas_page_view_set_property;
  klass->get_scroll = atlas_page_view_real_get_scroll;
  klass->set_scroll = atlas_page_view_real_set_scroll;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ATLAS_TYPE_STATE, construct);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, ATLAS_TYPE_CONTENT, construct);
  /**
   * AtlasPageView:id:
   *
   * What the page is about: the code of a country, the id of an organisation
   * or an event, the key of an article, the code of an area.
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, construct);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AtlasPageView::date-changed:
   *
   * The date, or the day that it is compared with, is another and stands still:
   * what is built from it is to be brought up to date.
   */
  date_changed_signal = g_signal_new ("date-changed", ATLAS_TYPE_PAGE_VIEW, G_SIGNAL_RUN_FIRST,
                                      G_STRUCT_OFFSET (AtlasPageViewClass, date_changed), NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_page_view_init (AtlasPageView *view)
{
  AtlasPageViewPrivate *self = priv (view);
  GtkWidget *clamp = adw_clamp_new ();

  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->column), "page-column");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->column));

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, clamp);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  self->bars = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (self->bars, GTK_WIDGET (self->scroller));
  adw_bin_set_child (ADW_BIN (view), GTK_WIDGET (self->bars));
}

/**
 * atlas_page_view_get_state:
 *
 * Returns: (transfer none): the state that links change
 */
AtlasState *
atlas_page_view_get_state (AtlasPageView *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE_VIEW (self), NULL);

  return priv (self)->state;
}

/**
 * atlas_page_view_get_content:
 *
 * Returns: (transfer none): what the page tells of
 */
AtlasContent *
atlas_page_view_get_content (AtlasPageView *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE_VIEW (self), NULL);

  return priv (self)->content;
}

/**
 * atlas_page_view_get_dataset:
 *
 * Returns: (transfer none): the content's data package
 */
const AtlasDataset *
atlas_page_view_get_dataset (AtlasPageView *self)
{
  return atlas_content_get_dataset (atlas_page_view_get_content (self));
}

/**
 * atlas_page_view_get_language:
 *
 * Returns: (transfer none): the language of names and texts
 */
const char *
atlas_page_view_get_language (AtlasPageView *self)
{
  return atlas_content_get_language (atlas_page_view_get_content (self));
}

/**
 * atlas_page_view_get_id:
 *
 * Returns: (transfer none): what the page is about, see #AtlasPageView:id
 */
const char *
atlas_page_view_get_id (AtlasPageView *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE_VIEW (self), NULL);

  return priv (self)->id;
}

/**
 * atlas_page_view_get_title:
 *
 * Returns: (transfer none) (nullable): the name of the page
 */
const char *
atlas_page_view_get_title (AtlasPageView *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE_VIEW (self), NULL);

  return priv (self)->title;
}

/**
 * atlas_page_view_set_title:
 * @title: the name of the page, for the header and for screen readers
 */
void
atlas_page_view_set_title (AtlasPageView *self,
                           const char *title)
{
  g_return_if_fail (ATLAS_IS_PAGE_VIEW (self));

  if (g_set_str (&priv (self)->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * atlas_page_view_set_body:
 * @body: what the page shows instead of a column that scrolls, its heading included
 *
 * For a page that scrolls by itself. Its class says how far it is scrolled, see
 * #AtlasPageViewClass.
 */
void
atlas_page_view_set_body (AtlasPageView *self,
                          GtkWidget *body)
{
  g_return_if_fail (ATLAS_IS_PAGE_VIEW (self));

  adw_bin_set_child (ADW_BIN (self), body);
  priv (self)->scroller = NULL;
  priv (self)->column = NULL;
}

/**
 * atlas_page_view_get_adjustment:
 *
 * Returns: (transfer none) (nullable): how far the page is scrolled; %NULL where it has
 *   a body of its own
 */
GtkAdjustment *
atlas_page_view_get_adjustment (AtlasPageView *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE_VIEW (self), NULL);

  return priv (self)->scroller != NULL ? gtk_scrolled_window_get_vadjustment (priv (self)->scroller) : NULL;
}

/**
 * atlas_page_view_shows_title:
 *
 * Returns: whether the page's heading is in sight
 */
gboolean
atlas_page_view_shows_title (AtlasPageView *self)
{
  GtkAdjustment *adjustment = atlas_page_view_get_adjustment (self);

  return adjustment == NULL || gtk_adjustment_get_value (adjustment) <= TITLE_SCROLL;
}

/**
 * atlas_page_view_get_scroll:
 *
 * Returns: how far the page is scrolled, for atlas_page_view_set_scroll()
 */
double
atlas_page_view_get_scroll (AtlasPageView *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE_VIEW (self), 0);

  return ATLAS_PAGE_VIEW_GET_CLASS (self)->get_scroll (self);
}

/**
 * atlas_page_view_set_scroll:
 * @value: as atlas_page_view_get_scroll() gave it
 *
 * Scrolls, as soon as the page has been laid out.
 */
void
atlas_page_view_set_scroll (AtlasPageView *self,
                            double value)
{
  g_return_if_fail (ATLAS_IS_PAGE_VIEW (self));

  ATLAS_PAGE_VIEW_GET_CLASS (self)->set_scroll (self, value);
}

/**
 * atlas_page_view_change_id:
 * @id: what the page is to be about, see #AtlasPageView:id
 *
 * Returns: whether the page shows it now; otherwise another page has to
 */
gboolean
atlas_page_view_change_id (AtlasPageView *self,
                           const char *id)
{
  AtlasPageViewClass *klass;

  g_return_val_if_fail (ATLAS_IS_PAGE_VIEW (self), FALSE);

  klass = ATLAS_PAGE_VIEW_GET_CLASS (self);
  if (klass->change_id == NULL)
    return FALSE;
  if (g_set_str (&priv (self)->id, id))
    klass->change_id (self);
  return TRUE;
}

/**
 * atlas_page_view_dup_menu:
 *
 * Returns: (transfer full) (nullable): what the page's menu has beside what it has for
 *   all pages
 */
GMenuModel *
atlas_page_view_dup_menu (AtlasPageView *self)
{
  AtlasPageViewClass *klass;

  g_return_val_if_fail (ATLAS_IS_PAGE_VIEW (self), NULL);

  klass = ATLAS_PAGE_VIEW_GET_CLASS (self);
  return klass->dup_menu != NULL ? klass->dup_menu (self) : NULL;
}

/**
 * atlas_page_view_await_part:
 *
 * Says that a part of the page gets its content, and its height, later: until
 * atlas_page_view_part_came() the page does not scroll to where it was left.
 */
void
atlas_page_view_await_part (AtlasPageView *self)
{
  g_return_if_fail (ATLAS_IS_PAGE_VIEW (self));

  priv (self)->n_awaited++;
}

/**
 * atlas_page_view_part_came:
 */
void
atlas_page_view_part_came (AtlasPageView *self)
{
  g_return_if_fail (ATLAS_IS_PAGE_VIEW (self));
  g_return_if_fail (priv (self)->n_awaited > 0);

  priv (self)->n_awaited--;
}

/**
 * atlas_heading_get_class:
 * @level: as for atlas_heading_new()
 *
 * Returns: (transfer none): the style class of such a heading
 */
const char *
atlas_heading_get_class (int level)
{
  static const char *const classes[] = { "title-1", "section-heading", "subheading" };

  return classes[CLAMP (level, 1, 3) - 1];
}

/**
 * atlas_heading_new:
 * @level: 1 for the page's title, 2 for a section, 3 within one
 *
 * Returns: (transfer floating): a label that screen readers take for a heading
 */
GtkWidget *
atlas_heading_new (const char *text,
                   int level)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, atlas_heading_get_class (level));
  return label;
}

/**
 * atlas_boxed_list_new:
 * @accessible_name: what a screen reader calls the list
 *
 * Returns: (transfer floating): a #GtkListBox
 */
GtkWidget *
atlas_boxed_list_new (const char *accessible_name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_name, -1);
  return list;
}

/* A reader by keyboard stays on the page when what has the focus goes. */
static void
move_focus_out (GtkWidget *box)
{
  GtkRoot *root = gtk_widget_get_root (box);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *scroller;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, box))
    return;
  scroller = gtk_widget_get_ancestor (box, GTK_TYPE_SCROLLED_WINDOW);
  if (scroller == NULL || !gtk_widget_grab_focus (scroller))
    gtk_root_set_focus (root, NULL);
}

/**
 * atlas_box_clear:
 *
 * Removes all that is in @box.
 */
void
atlas_box_clear (GtkBox *box)
{
  GtkWidget *child;

  move_focus_out (GTK_WIDGET (box));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static gboolean
build_deferred (gpointer data)
{
  AtlasPageView *view = data;
  AtlasPageViewPrivate *self = priv (view);
  AtlasPageViewFunc func = (AtlasPageViewFunc) g_queue_pop_head (&self->deferred);

  func (view);
  if (!g_queue_is_empty (&self->deferred))
    return G_SOURCE_CONTINUE;
  self->deferred_source = 0;
  return G_SOURCE_REMOVE;
}

/**
 * atlas_page_view_defer:
 * @func: builds a part of the page that lies far down
 *
 * Has a part of the page built after the first frame, so that the top is
 * there at once. Parts are built in the order of the calls.
 */
void
atlas_page_view_defer (AtlasPageView *self,
                       AtlasPageViewFunc func)
{
  g_return_if_fail (ATLAS_IS_PAGE_VIEW (self));

  g_queue_push_tail (&priv (self)->deferred, (gpointer) func);
  if (priv (self)->deferred_source == 0)
    priv (self)->deferred_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, build_deferred, self, NULL);
}

/**
 * atlas_page_view_clear:
 *
 * Takes away all that was appended, to build it anew.
 */
void
atlas_page_view_clear (AtlasPageView *self)
{
  g_return_if_fail (ATLAS_IS_PAGE_VIEW (self));

  g_queue_clear (&priv (self)->deferred);
  g_clear_handle_id (&priv (self)->deferred_source, g_source_remove);
  atlas_box_clear (priv (self)->column);
}

/**
 * atlas_page_view_append:
 * @child: (transfer floating): a section, below all others
 */
void
atlas_page_view_append (AtlasPageView *self,
                        GtkWidget *child)
{
  g_return_if_fail (ATLAS_IS_PAGE_VIEW (self));

  gtk_box_append (priv (self)->column, child);
}

/**
 * atlas_section_new:
 * @heading: what the section is called
 * @count: (out) (transfer none) (optional): an empty label beside the heading
 *
 * Returns: (transfer floating): a box with a heading, to fill
 */
GtkWidget *
atlas_section_new (const char *heading,
                   GtkLabel **count)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = atlas_heading_new (heading, 2);

  gtk_widget_add_css_class (section, "page-section");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (top), title);
  if (count != NULL)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_FILL);
      gtk_box_append (GTK_BOX (top), label);
      *count = GTK_LABEL (label);
    }
  gtk_box_append (GTK_BOX (section), top);
  return section;
}

/**
 * atlas_page_view_append_section:
 * @heading: what the section is called
 * @count: how many things it lists, shown beside the heading; -1 shows nothing
 *
 * Returns: (transfer none): a box below the heading, to fill
 */
GtkWidget *
atlas_page_view_append_section (AtlasPageView *self,
                                const char *heading,
                                int count)
{
  g_autofree char *text = g_strdup_printf ("%d", count);
  GtkLabel *label = NULL;
  GtkWidget *section = atlas_section_new (heading, count >= 0 ? &label : NULL);

  if (label != NULL)
    gtk_label_set_label (label, text);
  atlas_page_view_append (self, section);
  return section;
}

/**
 * atlas_page_view_new_prose:
 * @markup: as for atlas_prose_new()
 * @style_class: (nullable): added to the label
 *
 * Returns: (transfer floating): a paragraph
 */
GtkWidget *
atlas_page_view_new_prose (AtlasPageView *self,
                           const char *markup,
                           const char *style_class)
{
  GtkWidget *prose = atlas_prose_new (priv (self)->state, priv (self)->content, markup);

  if (style_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (atlas_prose_get_label (ATLAS_PROSE (prose))), style_class);
  return prose;
}

/**
 * atlas_page_view_new_banner:
 *
 * Returns: (transfer floating): a line on top of a page that sets something
 *   apart: a disputed area, a date past what was verified
 */
GtkWidget *
atlas_page_view_new_banner (AtlasPageView *self,
                            const char *icon_name,
                            const char *markup)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *prose = atlas_page_view_new_prose (self, markup, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_hexpand (prose, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), prose);
  gtk_widget_add_css_class (box, "page-banner");
  return box;
}

/**
 * atlas_page_view_set_bar:
 * @bar: (transfer floating): stands above what scrolls
 */
void
atlas_page_view_set_bar (AtlasPageView *self,
                         GtkWidget *bar)
{
  g_return_if_fail (ATLAS_IS_PAGE_VIEW (self));

  gtk_box_prepend (priv (self)->bars, bar);
}

/**
 * atlas_page_view_find:
 *
 * Returns: whether the page lets the reader find words in it, and does so now
 */
gboolean
atlas_page_view_find (AtlasPageView *self)
{
  AtlasPageViewClass *klass;

  g_return_val_if_fail (ATLAS_IS_PAGE_VIEW (self), FALSE);

  klass = ATLAS_PAGE_VIEW_GET_CLASS (self);
  return klass->find != NULL && klass->find (self);
}

static void
collect_text (GtkWidget *widget,
              GString *text)
{
  if (!gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_LABEL (widget))
    {
      g_string_append (text, gtk_label_get_text (GTK_LABEL (widget)));
      g_string_append_c (text, '\n');
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_text (child, text);
}

/**
 * atlas_page_view_dup_text:
 *
 * Returns: (transfer full): what the page says, as plain text
 */
char *
atlas_page_view_dup_text (AtlasPageView *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (ATLAS_IS_PAGE_VIEW (self), NULL);

  collect_text (adw_bin_get_child (ADW_BIN (self)), text);
  return g_string_free (text, FALSE);
}
