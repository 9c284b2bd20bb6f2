/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-page.h"

#include <string.h>

#include <glib/gi18n.h>

#include "atlas-article-page.h"
#include "atlas-articles-page.h"
#include "atlas-changes-page.h"
#include "atlas-country-page.h"
#include "atlas-event-page.h"
#include "atlas-organisation-page.h"
#include "atlas-start-page.h"
#include "atlas-unit-page.h"
#include "atlas-window.h"

#define CROSSFADE 150 /* milliseconds */

struct _AtlasPage
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;
  GHashTable *scrolls; /* path → how far its page was scrolled */
  char *path;          /* of the page shown */
  AtlasPageView *view;
  GtkStack *stack;
  AdwWindowTitle *title;
  GMenu *menu;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_CONTENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasPage, atlas_page, ADW_TYPE_BIN)

static GType
find_page_type (AtlasPage *self,
                const char *kind,
                const char *id)
{
  if (g_str_equal (kind, "country"))
    return ATLAS_TYPE_COUNTRY_PAGE;
  if (g_str_equal (kind, "organisation"))
    return ATLAS_TYPE_ORGANISATION_PAGE;
  if (g_str_equal (kind, "event"))
    return ATLAS_TYPE_EVENT_PAGE;
  if (g_str_equal (kind, "article"))
    return ATLAS_TYPE_ARTICLE_PAGE;
  if (g_str_equal (kind, "articles"))
    return ATLAS_TYPE_ARTICLES_PAGE;
  if (g_str_equal (kind, "unit"))
    {
      const AtlasArea *area = atlas_dataset_find_area (atlas_content_get_dataset (self->content), id);

      return area == NULL || area->own_page || area->country == NULL ? ATLAS_TYPE_UNIT_PAGE : ATLAS_TYPE_COUNTRY_PAGE;
    }
  if (g_str_equal (kind, "changes"))
    return ATLAS_TYPE_CHANGES_PAGE;
  return ATLAS_TYPE_START_PAGE;
}

static GType
read_path (AtlasPage *self,
           const char *path,
           const char **id)
{
  const char *slash = strchr (path, '/');
  g_autofree char *kind = slash != NULL ? g_strndup (path, slash - path) : g_strdup (path);

  *id = slash != NULL ? slash + 1 : "";
  return find_page_type (self, kind, *id);
}

static AtlasPageView *
new_view (AtlasPage *self,
          const char *path)
{
  const char *id;
  const GType type = read_path (self, path, &id);

  return g_object_new (type, "state", self->state, "content", self->content, "id", id, NULL);
}

static void
remember_scroll (AtlasPage *self)
{
  double *value;

  if (self->view == NULL)
    return;
  value = g_new (double, 1);
  *value = atlas_page_view_get_scroll (self->view);
  g_hash_table_replace (self->scrolls, g_strdup (self->path), value);
}

static void
show_title (AtlasPage *self)
{
  if (self->view != NULL)
    adw_window_title_set_title (self->title, atlas_page_view_shows_title (self->view) ? "" : atlas_page_view_get_title (self->view));
}

static void
show_menu (AtlasPage *self)
{
  g_autoptr (GMenuModel) own = atlas_page_view_dup_menu (self->view);

  if (g_menu_model_get_n_items (G_MENU_MODEL (self->menu)) > 1)
    g_menu_remove (self->menu, 0);
  if (own != NULL)
    g_menu_prepend_section (self->menu, NULL, own);
}

/* The old page stays in the stack until the new one has faded in. */
static void
drop_old_pages (AtlasPage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  if (gtk_stack_get_transition_running (self->stack))
    return;
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != GTK_WIDGET (self->view))
        gtk_stack_remove (self->stack, child);
      child = next;
    }
}

static void
set_view (AtlasPage *self,
          const char *path,
          gboolean keep_scroll)
{
  GtkAdjustment *adjustment;
  const double *scroll;

  remember_scroll (self);
  g_set_str (&self->path, path);
  self->view = new_view (self, path);
  adjustment = atlas_page_view_get_adjustment (self->view);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->view));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->view));
  drop_old_pages (self);

  scroll = g_hash_table_lookup (self->scrolls, path);
  if (keep_scroll && scroll != NULL)
    atlas_page_view_set_scroll (self->view, *scroll);
  show_title (self);
  show_menu (self);
}

/* Whether the page that is there shows what is selected. */
static gboolean
change_view (AtlasPage *self)
{
  const char *path = atlas_state_get_selection (self->state);
  const char *id;

  if (self->view == NULL || read_path (self, path, &id) != G_OBJECT_TYPE (self->view) || !atlas_page_view_change_id (self->view, id))
    return FALSE;
  g_set_str (&self->path, path);
  return TRUE;
}

/* Whoever cannot see the page change hears it. */
static void
announce (AtlasPage *self)
{
  const char *title = atlas_page_view_get_title (self->view);

  if (*self->path != '\0' && title != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Only a reader who goes back finds the page where he left it; a link opens
 * its page at the top. */
static void
selection_cb (AtlasPage *self)
{
  if (change_view (self))
    return;
  set_view (self, atlas_state_get_selection (self->state), atlas_state_can_go_forward (self->state));
  announce (self);
}

static void
rebuild (AtlasPage *self)
{
  set_view (self, atlas_state_get_selection (self->state), TRUE);
}

static void
atlas_page_constructed (GObject *object)
{
  AtlasPage *self = ATLAS_PAGE (object);

  G_OBJECT_CLASS (atlas_page_parent_class)->constructed (object);

  g_signal_connect_object (self->state, "notify::selection", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "notify::language", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "notify::texts-loaded", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
}

static void
atlas_page_dispose (GObject *object)
{
  AtlasPage *self = ATLAS_PAGE (object);

  self->view = NULL;
  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_pointer (&self->scrolls, g_hash_table_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (atlas_page_parent_class)->dispose (object);
}

static void
atlas_page_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  AtlasPage *self = ATLAS_PAGE (object);

  switch (prop_id)
    {
    case PROP_STATE:
      self->state = g_value_dup_object (value);
      break;
    case PROP_CONTENT:
      self->content = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
copy_text (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  AtlasPage *self = ATLAS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *text = atlas_page_view_dup_text (self->view);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  if (ATLAS_IS_WINDOW (root))
    atlas_window_add_toast (ATLAS_WINDOW (root), _ ("Text copied"));
}

static void
atlas_page_class_init (AtlasPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = atlas_page_constructed;
  object_class->dispose = atlas_page_dispose;
  object_class->set_property = atlas_page_set_property;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ATLAS_TYPE_STATE, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, ATLAS_TYPE_CONTENT, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "page.copy-text", NULL, copy_text);
  gtk_widget_class_set_css_name (widget_class, "atlas-page");
}

static GtkWidget *
new_button (const char *icon_name,
            const char *action,
            const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  return button;
}

static GtkWidget *
new_menu_button (AtlasPage *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _ ("_Copy Text"), "page.copy-text");
  g_menu_append (section, _ ("Copy _Link"), "win.copy-link");
  g_menu_append (section, _ ("_Report a Mistake"), "win.report");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  self->menu = menu;
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Page Menu"));
  return button;
}

static GtkWidget *
new_header (AtlasPage *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", NULL));
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_button ("go-previous-symbolic", "win.back", _ ("Back")));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_button ("go-next-symbolic", "win.forward", _ ("Forward")));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), new_menu_button (self));
  return header;
}

static void
atlas_page_init (AtlasPage *self)
{
  GtkWidget *toolbar_view = adw_toolbar_view_new ();

  self->scrolls = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (self->stack, CROSSFADE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  g_signal_connect_object (self->stack, "notify::transition-running", G_CALLBACK (drop_old_pages), self, G_CONNECT_SWAPPED);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), new_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), toolbar_view);
}

/**
 * atlas_page_find:
 *
 * Returns: whether the page shown lets the reader find words in it, and does so now
 */
gboolean
atlas_page_find (AtlasPage *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE (self), FALSE);

  return self->view != NULL && atlas_page_view_find (self->view);
}

/**
 * atlas_page_new:
 * @content: loaded, as to its data package
 */
GtkWidget *
atlas_page_new (AtlasState *state,
                AtlasContent *content)
{
  return g_object_new (ATLAS_TYPE_PAGE, "state", state, "content", content, NULL);
}
