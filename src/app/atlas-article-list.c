/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-list.h"

#include <math.h>

#include <glib/gi18n.h>

#include "atlas-article-row.h"

/* How long a place is waited for that a list is to be scrolled to, in frames. */
#define PATIENCE 300

/* How many rows are there in the first frame, how many more in each after that, and from
 * how many on the view has all that it keeps. */
#define FIRST_ROWS 8
#define MORE_ROWS 3
#define KEPT_ROWS 40

/* What the list takes of a sheet over the map, in application pixels, if it can. */
#define SHEET_HEIGHT 280

struct _AtlasArticleList
{
  AdwBin parent_instance;

  AtlasArticleModel *model;
  AtlasArticleSelection *selection;
  GtkScrolledWindow *scroller;
  GtkGridView *view;
  GtkSliceListModel *rows; /* what the view has of the model */
  GtkWidget *menu;
  GdkRectangle pointer; /* where a menu is being asked for; empty: not by the pointer */

  double wanted_scroll; /* < 0: none */
  guint patience;
  guint tick;
  guint growth; /* a tick callback */
};

G_DEFINE_FINAL_TYPE (AtlasArticleList, atlas_article_list, ADW_TYPE_BIN)

static void
atlas_article_list_dispose (GObject *object)
{
  AtlasArticleList *self = ATLAS_ARTICLE_LIST (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  if (self->growth != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->growth);
  self->tick = self->growth = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (atlas_article_list_parent_class)->dispose (object);
}

static gboolean
atlas_article_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ATLAS_ARTICLE_LIST (widget)->view));
}

static void
atlas_article_list_class_init (AtlasArticleListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_article_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = atlas_article_list_grab_focus;
}

static void
atlas_article_list_init (AtlasArticleList *self)
{
  self->wanted_scroll = -1;
}

/* --- Rows --------------------------------------------------------------------- */

static AtlasArticleRow *
find_row_around (GtkWidget *widget)
{
  return widget != NULL ? ATLAS_ARTICLE_ROW (gtk_widget_get_ancestor (widget, ATLAS_TYPE_ARTICLE_ROW)) : NULL;
}

/* The focus is on what the toolkit has around a row. */
static AtlasArticleRow *
find_focused_row (AtlasArticleList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return NULL;
  child = gtk_widget_get_first_child (focus);
  return child != NULL && ATLAS_IS_ARTICLE_ROW (child) ? ATLAS_ARTICLE_ROW (child) : find_row_around (focus);
}

static AtlasArticleRow *
find_row_at (AtlasArticleList *self,
             double x,
             double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *child = picked != NULL ? gtk_widget_get_first_child (picked) : NULL;

  return child != NULL && ATLAS_IS_ARTICLE_ROW (child) ? ATLAS_ARTICLE_ROW (child) : find_row_around (picked);
}

static AtlasArticleRow *
find_row_of (AtlasArticleList *self,
             guint position)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->view)); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *row = gtk_widget_get_first_child (cell);

      if (row != NULL && ATLAS_IS_ARTICLE_ROW (row) && atlas_article_row_get_position (ATLAS_ARTICLE_ROW (row)) == position)
        return ATLAS_ARTICLE_ROW (row);
    }
  return NULL;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          AtlasArticleList *self)
{
  gtk_list_item_set_child (item, atlas_article_row_new (self->selection));
}

/* What holds the row is one of many below each other, and not a cell of a table. */
static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         AtlasArticleList *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *cell = gtk_widget_get_parent (row);

  if (cell != NULL && !gtk_widget_get_realized (cell) && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (cell)) != GTK_ACCESSIBLE_ROLE_LIST_ITEM)
    g_object_set (cell, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  atlas_article_row_bind (ATLAS_ARTICLE_ROW (row), item);
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           AtlasArticleList *self)
{
  atlas_article_row_unbind (ATLAS_ARTICLE_ROW (gtk_list_item_get_child (item)));
}

/* Rows take long to make, so they come a few in each frame. */
static gboolean
on_growth (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer data)
{
  AtlasArticleList *self = ATLAS_ARTICLE_LIST (widget);
  const guint size = gtk_slice_list_model_get_size (self->rows) + MORE_ROWS;

  if (size < KEPT_ROWS && size < g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    {
      gtk_slice_list_model_set_size (self->rows, size);
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (self->rows, G_MAXUINT);
  self->growth = 0;
  return G_SOURCE_REMOVE;
}

/* The list of another filter begins with nothing. */
static void
on_items_changed (AtlasArticleList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    gtk_slice_list_model_set_size (self->rows, FIRST_ROWS);
  else if (self->growth == 0 && gtk_slice_list_model_get_size (self->rows) < G_MAXUINT)
    self->growth = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_growth, NULL, NULL);
}

/* --- Keys and clicks ------------------------------------------------------------ */

static GdkModifierType
get_modifiers (AtlasArticleList *self)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  return keyboard != NULL ? gdk_device_get_modifier_state (keyboard) : 0;
}

/* Ctrl and Shift choose, and so does a plain click once the reader is choosing. */
static void
on_activate (AtlasArticleList *self,
             guint position)
{
  const GdkModifierType modifiers = get_modifiers (self);

  if (modifiers & GDK_SHIFT_MASK)
    atlas_article_selection_extend (self->selection, position);
  else if ((modifiers & GDK_CONTROL_MASK) || atlas_article_selection_is_active (self->selection))
    atlas_article_selection_toggle (self->selection, position);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "articles.open", "u", position);
}

static void
ask_for_menu (AtlasArticleList *self,
              AtlasArticleRow *row)
{
  if (row != NULL && atlas_article_row_get_item (row) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "articles.menu", "u", atlas_article_row_get_position (row));
}

static void
on_right_click (AtlasArticleList *self,
                int n_press,
                double x,
                double y,
                GtkGesture *gesture)
{
  graphene_point_t point;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    self->pointer = (GdkRectangle) { (int) point.x, (int) point.y, 1, 1 };
  ask_for_menu (self, find_row_at (self, x, y));
  self->pointer = (GdkRectangle) { 0 };
}

static void
on_long_press (AtlasArticleList *self,
               double x,
               double y,
               GtkGesture *gesture)
{
  on_right_click (self, 1, x, y, gesture);
}

static gboolean
on_row_key (AtlasArticleList *self,
            const char *action)
{
  AtlasArticleRow *row = find_focused_row (self);

  if (row == NULL || atlas_article_row_get_item (row) == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, "u", atlas_article_row_get_position (row));
  return GDK_EVENT_STOP;
}

static gboolean
on_space (AtlasArticleList *self,
          GdkModifierType state)
{
  AtlasArticleRow *row = find_focused_row (self);

  if (row == NULL || !(atlas_article_selection_is_active (self->selection) || (state & GDK_CONTROL_MASK)))
    return GDK_EVENT_PROPAGATE;
  atlas_article_selection_toggle (self->selection, atlas_article_row_get_position (row));
  return GDK_EVENT_STOP;
}

static gboolean
on_escape (AtlasArticleList *self)
{
  if (!atlas_article_selection_is_active (self->selection))
    return GDK_EVENT_PROPAGATE;
  atlas_article_selection_set_active (self->selection, FALSE);
  return GDK_EVENT_STOP;
}

static gboolean
on_key (AtlasArticleList *self,
        guint keyval,
        guint keycode,
        GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Menu:
      return on_row_key (self, "articles.menu");
    case GDK_KEY_F10:
      return (state & GDK_SHIFT_MASK) ? on_row_key (self, "articles.menu") : GDK_EVENT_PROPAGATE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return on_row_key (self, "articles.delete");
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return on_space (self, state);
    case GDK_KEY_Escape:
      return on_escape (self);
    case GDK_KEY_a:
    case GDK_KEY_A:
      if (!(state & GDK_CONTROL_MASK) || (state & GDK_SHIFT_MASK))
        return GDK_EVENT_PROPAGATE;
      atlas_article_selection_select_all (self->selection);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
add_controllers (AtlasArticleList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_right_click), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_press), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/* --- The menu ------------------------------------------------------------------- */

/**
 * atlas_article_list_popup_menu:
 * @position: of the article that it is for
 *
 * Opens a menu where it was asked for.
 */
void
atlas_article_list_popup_menu (AtlasArticleList *self,
                               GMenuModel *menu,
                               guint position)
{
  AtlasArticleRow *row = find_row_of (self, position);
  const gboolean by_pointer = self->pointer.width > 0;
  GdkRectangle place = self->pointer;
  graphene_rect_t bounds;

  g_return_if_fail (ATLAS_IS_ARTICLE_LIST (self));

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return;
  if (!by_pointer)
    place = (GdkRectangle) { (int) (bounds.origin.x + bounds.size.width) - 12, (int) bounds.origin.y + 36, 1, 1 };
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->menu, by_pointer ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* --- How far it is scrolled ------------------------------------------------------- */

/**
 * atlas_article_list_get_scroll:
 *
 * Returns: the place of the first article in sight, and as its fraction how much of it is
 *   out of sight
 */
double
atlas_article_list_get_scroll (AtlasArticleList *self)
{
  double scroll = -1;

  g_return_val_if_fail (ATLAS_IS_ARTICLE_LIST (self), 0);

  if (self->wanted_scroll >= 0)
    return self->wanted_scroll;
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->view)); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *row = gtk_widget_get_first_child (cell);
      graphene_rect_t bounds;
      double place;

      if (row == NULL || !ATLAS_IS_ARTICLE_ROW (row) || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self->view), &bounds) ||
          bounds.origin.y + bounds.size.height <= 0 || bounds.size.height <= 0)
        continue;
      place = atlas_article_row_get_position (ATLAS_ARTICLE_ROW (row)) + CLAMP (-bounds.origin.y / bounds.size.height, 0, 0.999);
      if (scroll < 0 || place < scroll)
        scroll = place;
    }
  return MAX (0, scroll);
}

/* Whether the row at the wanted place stood where it should. */
static gboolean
put_right (AtlasArticleList *self)
{
  const guint position = (guint) self->wanted_scroll;
  AtlasArticleRow *row = find_row_of (self, position);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;
  double off;

  if (row == NULL || atlas_article_item_get (atlas_article_row_get_item (row)) == NULL ||
      !gtk_widget_compute_bounds (gtk_widget_get_parent (GTK_WIDGET (row)), GTK_WIDGET (self->view), &bounds) || bounds.size.height <= 0)
    return FALSE;
  off = bounds.origin.y + (self->wanted_scroll - position) * bounds.size.height;
  if (fabs (off) < 1)
    return TRUE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + off);
  return gtk_adjustment_get_value (adjustment) >= gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - 1;
}

/* Nobody knows how high rows are that were never on the screen: so the list scrolls to
 * the row, and once that is there, to the very place. */
static gboolean
on_tick (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data)
{
  AtlasArticleList *self = ATLAS_ARTICLE_LIST (widget);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const guint position = (guint) self->wanted_scroll;

  if (self->patience-- > 0 && (atlas_article_model_is_loading (self->model) || self->growth != 0 || (position >= n && !atlas_article_model_is_counted (self->model))))
    return G_SOURCE_CONTINUE;
  if (self->patience > 0 && position < n && !put_right (self))
    {
      if (find_row_of (self, position) == NULL)
        gtk_grid_view_scroll_to (self->view, position, GTK_LIST_SCROLL_NONE, NULL);
      return G_SOURCE_CONTINUE;
    }
  self->wanted_scroll = -1;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * atlas_article_list_set_scroll:
 * @scroll: as atlas_article_list_get_scroll() gave it
 *
 * Scrolls there, as soon as the list has read so far.
 */
void
atlas_article_list_set_scroll (AtlasArticleList *self,
                               double scroll)
{
  g_return_if_fail (ATLAS_IS_ARTICLE_LIST (self));

  if (scroll < 0.001)
    return;
  self->wanted_scroll = scroll;
  self->patience = PATIENCE;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/**
 * atlas_article_list_new:
 *
 * Returns: (transfer floating): a list that scrolls
 */
GtkWidget *
atlas_article_list_new (AtlasArticleModel *model,
                        AtlasArticleSelection *selection)
{
  AtlasArticleList *self = g_object_new (ATLAS_TYPE_ARTICLE_LIST, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *items;

  self->rows = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (model)), 0, FIRST_ROWS);
  items = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  self->model = g_object_ref (model);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_DEFAULT);

  /* A list view keeps two hundred rows, whatever it shows; a grid of one column thirty. */
  self->view = g_object_new (GTK_TYPE_GRID_VIEW, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "min-columns", 1, "max-columns", 1,
                             "single-click-activate", TRUE, "tab-behavior", GTK_LIST_TAB_ITEM, NULL);
  gtk_grid_view_set_factory (self->view, factory);
  gtk_grid_view_set_model (self->view, GTK_SELECTION_MODEL (items));
  g_object_unref (factory);
  g_object_unref (items);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "article-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Articles"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  add_controllers (self);

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (self->scroller, SHEET_HEIGHT);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
  return GTK_WIDGET (self);
}
