/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-articles-page-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (AtlasArticlesPage, atlas_articles_page, ATLAS_TYPE_PAGE_VIEW)

/* --- Counting ------------------------------------------------------------------- */

static gboolean
is_waiting (AtlasArticlesPage *self)
{
  AtlasContent *content = atlas_page_view_get_content (ATLAS_PAGE_VIEW (self));

  return atlas_content_get_library (content) == NULL && atlas_content_get_library_problem (content) == NULL;
}

static void
show_count (AtlasArticlesPage *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *text = NULL;

  if (!atlas_article_model_is_counted (self->model) || is_waiting (self))
    text = g_strdup ("");
  else if (atlas_article_filter_is_narrow (&self->filter) && self->n_all > 0 && self->filter.shown != ATLAS_ARTICLES_DELETED)
    /* Translators: how many articles are done, and how many there are */
    text = g_strdup_printf (_ ("%1$'u of %2$'u"), n, MAX (n, self->n_all));
  else
    text = g_strdup_printf ("%'u", n);
  gtk_label_set_label (self->count, text);
}

static gpointer
count_own (AtlasLibrary *library,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  guint n = 0;

  /* A pointer that is not NULL. */
  return atlas_library_count (library, &n, cancellable, error) ? GUINT_TO_POINTER (n + 1) : NULL;
}

static guint
count_briefings (AtlasArticlesPage *self)
{
  const AtlasBriefings *briefings = atlas_content_get_briefings (atlas_page_view_get_content (ATLAS_PAGE_VIEW (self)));
  g_autoptr (GPtrArray) all = briefings != NULL ? atlas_briefings_list (briefings, NULL) : NULL;

  return all != NULL ? all->len : 0;
}

static void
on_counted (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (AtlasArticlesPage) self = data;
  const guint n = GPOINTER_TO_UINT (atlas_library_finish (ATLAS_LIBRARY (source), result, NULL));

  if (n == 0)
    return;
  self->n_all = n - 1 + count_briefings (self);
  show_count (self);
}

static void
count_all (AtlasArticlesPage *self)
{
  AtlasLibrary *library = atlas_content_get_library (atlas_page_view_get_content (ATLAS_PAGE_VIEW (self)));

  if (library != NULL && atlas_article_filter_is_narrow (&self->filter))
    atlas_library_read_async (library, count_own, NULL, NULL, NULL, self->cancellable, on_counted, g_object_ref (self));
}

/* --- What is shown instead of a list ---------------------------------------------- */

/* Nothing but the choice of the reader's own articles. */
static gboolean
shows_all_own (AtlasArticlesPage *self)
{
  if (self->filter.shown != ATLAS_ARTICLES_OWN)
    return FALSE;
  for (AtlasFilterPart part = 0; part < ATLAS_N_FILTER_PARTS; part++)
    if (part != ATLAS_FILTER_SHOWN && atlas_article_filter_has (&self->filter, part))
      return FALSE;
  return TRUE;
}

static void
set_nothing (AtlasArticlesPage *self,
             const char *icon_name,
             const char *title,
             const char *description,
             gboolean clear)
{
  adw_status_page_set_icon_name (self->nothing, icon_name);
  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, description);
  gtk_widget_set_visible (self->clear, clear);
}

static void
describe_nothing (AtlasArticlesPage *self)
{
  if (self->filter.shown == ATLAS_ARTICLES_DELETED)
    set_nothing (self, "user-trash-symbolic", _ ("No Deleted Articles"), _ ("What you delete can be brought back for thirty days."), TRUE);
  else if (shows_all_own (self))
    set_nothing (self, "x-office-document-symbolic", _ ("No Articles of Your Own Yet"), _ ("Drop an article on this window, or copy its text and paste it here."), TRUE);
  else
    set_nothing (self, "edit-find-symbolic", _ ("Nothing Found"), _ ("No article has all that is asked for."), TRUE);
}

static void
show_status (AtlasArticlesPage *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const gboolean loading = atlas_article_model_is_loading (self->model) || is_waiting (self);

  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (loading)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  else
    {
      describe_nothing (self);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
    }
  gtk_widget_set_visible (self->hint, n > 0 && !loading && !is_waiting (self) && atlas_article_model_get_n_own (self->model) == 0 &&
                                          !atlas_article_filter_is_narrow (&self->filter));
  show_count (self);
}

static gboolean
on_status (gpointer data)
{
  AtlasArticlesPage *self = data;

  self->status_source = 0;
  show_status (self);
  count_all (self);
  return G_SOURCE_REMOVE;
}

/* The list may tell of many changes at once. */
static void
show_status_soon (AtlasArticlesPage *self)
{
  if (self->status_source == 0)
    self->status_source = g_idle_add (on_status, self);
}

static void
show_banner (AtlasArticlesPage *self)
{
  AtlasContent *content = atlas_page_view_get_content (ATLAS_PAGE_VIEW (self));
  AtlasLibrary *library = atlas_content_get_library (content);
  const char *problem = atlas_content_get_library_problem (content);
  g_autofree char *text = NULL;

  if (problem != NULL)
    /* Translators: %s says what is wrong with the file in which the reader's articles are kept */
    text = g_strdup_printf (_ ("Your articles cannot be opened – %s"), problem);
  else if (library != NULL && atlas_library_get_report (library)->read_only)
    text = atlas_library_report_to_string (atlas_library_get_report (library));
  else if (atlas_article_model_get_problem (self->model) != NULL)
    /* Translators: %s says why */
    text = g_strdup_printf (_ ("The articles cannot be read – %s"), atlas_article_model_get_problem (self->model));
  adw_banner_set_title (self->banner, text != NULL ? text : "");
  adw_banner_set_revealed (self->banner, text != NULL);
}

/* --- The filter ------------------------------------------------------------------- */

static void
show_words (AtlasArticlesPage *self)
{
  g_autofree char *shown = g_strstrip (g_strdup (gtk_editable_get_text (self->words)));

  if (g_strcmp0 (shown, self->filter.words != NULL ? self->filter.words : "") != 0)
    gtk_editable_set_text (self->words, self->filter.words != NULL ? self->filter.words : "");
  /* The words of what was deleted are no longer known. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->words), self->filter.shown != ATLAS_ARTICLES_DELETED);
}

static void
apply_filter (AtlasArticlesPage *self)
{
  atlas_article_selection_set_active (self->selection, FALSE);
  show_words (self);
  atlas_article_filters_set (self->filters, &self->filter);
  atlas_article_chips_set (self->chips, &self->filter);
  atlas_article_model_set_filter (self->model, &self->filter);
  atlas_articles_page_update_actions (self);
  show_status_soon (self);
}

static void
read_id (AtlasArticlesPage *self)
{
  atlas_article_filter_clear (&self->filter);
  /* Links were checked before; what else is no filter shows all articles. */
  atlas_article_filter_parse (atlas_page_view_get_id (ATLAS_PAGE_VIEW (self)), &self->filter, NULL);
}

/* The selection says what is listed; the page hears of it by change_id(). */
static void
select_filter (AtlasArticlesPage *self,
               AtlasArticleFilter *filter)
{
  AtlasState *state = atlas_page_view_get_state (ATLAS_PAGE_VIEW (self));
  g_autofree char *path = NULL;

  if (filter->shown == ATLAS_ARTICLES_DELETED)
    atlas_article_filter_remove (filter, ATLAS_FILTER_WORDS);
  path = atlas_article_filter_dup_path (filter);
  /* An entry tells of its words a little later, when another page may be selected. */
  if (atlas_state_get_selected (state, "articles", NULL))
    atlas_state_replace_selection (state, path);
}

static void
on_words (AtlasArticlesPage *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->words)));
  g_auto (AtlasArticleFilter) filter = { 0 };

  atlas_article_filter_copy (&self->filter, &filter);
  g_set_str (&filter.words, *words != '\0' ? words : NULL);
  select_filter (self, &filter);
}

static void
on_filters (AtlasArticlesPage *self)
{
  g_auto (AtlasArticleFilter) filter = { 0 };

  atlas_article_filter_copy (atlas_article_filters_get (self->filters), &filter);
  select_filter (self, &filter);
}

/* The chip that was pressed goes, and with it the focus. */
static void
on_chips (AtlasArticlesPage *self)
{
  g_auto (AtlasArticleFilter) filter = { 0 };

  atlas_article_filter_copy (atlas_article_chips_get (self->chips), &filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
  select_filter (self, &filter);
}

static void
on_clear (AtlasArticlesPage *self)
{
  g_auto (AtlasArticleFilter) filter = { .sort = self->filter.sort };

  gtk_widget_grab_focus (GTK_WIDGET (self->words));
  select_filter (self, &filter);
}

/* Who types hears how many there are. */
static void
on_loaded (AtlasArticlesPage *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *text = NULL;

  show_status_soon (self);
  if (atlas_article_model_is_loading (self->model) || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !atlas_article_filter_is_narrow (&self->filter))
    return;
  if (atlas_article_model_is_counted (self->model))
    /* Translators: read aloud while the reader types or filters */
    text = g_strdup_printf (ngettext ("%'u article", "%'u articles", n), n);
  else
    text = g_strdup (_ ("Many articles"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* --- The library ------------------------------------------------------------------ */

static void
on_library (AtlasArticlesPage *self)
{
  atlas_article_model_set_library (self->model, atlas_content_get_library (atlas_page_view_get_content (ATLAS_PAGE_VIEW (self))));
  atlas_article_model_set_filter (self->model, &self->filter);
  atlas_articles_page_update_actions (self);
  show_banner (self);
  show_status_soon (self);
}

static void
on_library_problem (AtlasArticlesPage *self)
{
  show_banner (self);
  show_status_soon (self);
}

/* --- Choosing several ---------------------------------------------------------------- */

static void
on_choose (AtlasArticlesPage *self)
{
  const gboolean active = gtk_toggle_button_get_active (self->choose);

  if (active != atlas_article_selection_is_active (self->selection))
    atlas_article_selection_set_active (self->selection, active);
}

static void
on_selection_changed (AtlasArticlesPage *self)
{
  const gboolean active = atlas_article_selection_is_active (self->selection);
  const guint n = atlas_article_selection_count (self->selection);
  /* Translators: how many articles of a list are chosen */
  g_autofree char *text = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n);

  gtk_toggle_button_set_active (self->choose, active);
  adw_toolbar_view_set_reveal_bottom_bars (self->body, active);
  if (active && g_strcmp0 (text, gtk_label_get_label (self->n_chosen)) != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_label_set_label (self->n_chosen, text);
  atlas_articles_page_update_actions (self);
}

/* --- Building ------------------------------------------------------------------------ */

static GtkWidget *
new_head (AtlasArticlesPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = atlas_heading_new (_ ("Articles"), 2);

  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->count), GTK_ALIGN_BASELINE_FILL);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->count));
  return head;
}

static gboolean
on_words_key (AtlasArticlesPage *self,
              guint keyval)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return GDK_EVENT_STOP;
}

static void
on_stop_search (AtlasArticlesPage *self)
{
  gtk_editable_set_text (self->words, "");
}

static GtkWidget *
new_search (AtlasArticlesPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->words = GTK_EDITABLE (entry);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _ ("Words or “a phrase”"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search the Articles"), -1);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (on_words), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_words_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (on_stop_search), self, G_CONNECT_SWAPPED);

  self->filters = ATLAS_ARTICLE_FILTERS (atlas_article_filters_new (atlas_page_view_get_content (ATLAS_PAGE_VIEW (self))));
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (on_filters), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-sort-descending-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->filters));
  gtk_widget_set_tooltip_text (button, _ ("Sort and Filter"));

  self->choose = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "icon-name", "selection-mode-symbolic", "tooltip-text", _ ("Select Articles"), NULL);
  g_signal_connect_object (self->choose, "toggled", G_CALLBACK (on_choose), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choose));
  return box;
}

static GtkWidget *
new_hint (void)
{
  GtkWidget *label = gtk_label_new (_ ("So far these are the briefings of the atlas. Drop an article of your own on this window, or paste its text, and it is listed here."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "page-banner");
  return label;
}

static GtkWidget *
new_top (AtlasArticlesPage *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  self->chips = ATLAS_ARTICLE_CHIPS (atlas_article_chips_new (atlas_page_view_get_content (ATLAS_PAGE_VIEW (self))));
  g_signal_connect_object (self->chips, "changed", G_CALLBACK (on_chips), self, G_CONNECT_SWAPPED);
  self->hint = new_hint ();
  gtk_widget_add_css_class (column, "articles-top");
  gtk_widget_set_margin_start (column, 18);
  gtk_widget_set_margin_end (column, 18);
  gtk_widget_set_margin_top (column, 6);
  gtk_widget_set_margin_bottom (column, 9);
  gtk_box_append (GTK_BOX (column), new_head (self));
  gtk_box_append (GTK_BOX (column), new_search (self));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (column), self->hint);
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (top), column);
  return top;
}

static GtkWidget *
new_loading (void)
{
  GtkWidget *spinner = adw_spinner_new ();

  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reading the articles"), -1);
  return spinner;
}

static GtkWidget *
new_nothing (AtlasArticlesPage *self)
{
  GtkWidget *status = adw_status_page_new ();

  self->nothing = ADW_STATUS_PAGE (status);
  self->clear = gtk_button_new_with_label (_ ("Show All Articles"));
  gtk_widget_add_css_class (self->clear, "pill");
  gtk_widget_set_halign (self->clear, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (on_clear), self, G_CONNECT_SWAPPED);
  adw_status_page_set_child (self->nothing, self->clear);
  gtk_widget_add_css_class (status, "compact");
  return status;
}

static GtkWidget *
new_stack (AtlasArticlesPage *self)
{
  self->list = ATLAS_ARTICLE_LIST (atlas_article_list_new (self->model, self->selection));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, new_loading (), "loading");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->list), "list");
  gtk_stack_add_named (self->stack, new_nothing (self), "nothing");
  return GTK_WIDGET (self->stack);
}

static void
build_body (AtlasArticlesPage *self)
{
  self->body = ADW_TOOLBAR_VIEW (adw_toolbar_view_new ());
  adw_toolbar_view_add_top_bar (self->body, new_top (self));
  adw_toolbar_view_set_content (self->body, new_stack (self));
  adw_toolbar_view_add_bottom_bar (self->body, atlas_articles_page_new_bar (self));
  adw_toolbar_view_set_bottom_bar_style (self->body, ADW_TOOLBAR_RAISED_BORDER);
  adw_toolbar_view_set_reveal_bottom_bars (self->body, FALSE);
  atlas_page_view_set_body (ATLAS_PAGE_VIEW (self), GTK_WIDGET (self->body));
}

static void
build_model (AtlasArticlesPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const AtlasBriefings *briefings = atlas_content_get_briefings (atlas_page_view_get_content (view));
  g_autoptr (AtlasBundle) bundle = briefings != NULL ? atlas_bundle_new (briefings, atlas_page_view_get_language (view)) : NULL;

  self->model = atlas_article_model_new (bundle);
  self->selection = atlas_article_selection_new (self->model);
}

static void
atlas_articles_page_build (AtlasPageView *view)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (view);
  AtlasContent *content = atlas_page_view_get_content (view);

  atlas_page_view_set_title (view, _ ("Articles"));
  build_model (self);
  build_body (self);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (show_status_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::counted", G_CALLBACK (show_status_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::problem", G_CALLBACK (show_banner), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::library", G_CALLBACK (on_library), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::library-problem", G_CALLBACK (on_library_problem), self, G_CONNECT_SWAPPED);

  read_id (self);
  atlas_article_model_set_library (self->model, atlas_content_get_library (content));
  apply_filter (self);
  show_banner (self);
  show_status (self);
}

/* --- The page ------------------------------------------------------------------------- */

static void
atlas_articles_page_change_id (AtlasPageView *view)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (view);

  read_id (self);
  apply_filter (self);
}

static double
atlas_articles_page_get_scroll (AtlasPageView *view)
{
  return atlas_article_list_get_scroll (ATLAS_ARTICLES_PAGE (view)->list);
}

static void
atlas_articles_page_set_scroll (AtlasPageView *view,
                                double scroll)
{
  atlas_article_list_set_scroll (ATLAS_ARTICLES_PAGE (view)->list, scroll);
}

static GMenuModel *
atlas_articles_page_dup_menu (AtlasPageView *view)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Export Library…"), "win.export-library");
  g_menu_append (menu, _ ("_Import Library Folder…"), "win.import-library");
  return G_MENU_MODEL (menu);
}

static void
atlas_articles_page_dispose (GObject *object)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->status_source, g_source_remove);
  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      atlas_article_model_stop (self->model);
    }
  G_OBJECT_CLASS (atlas_articles_page_parent_class)->dispose (object);
}

static void
atlas_articles_page_finalize (GObject *object)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->selection);
  g_clear_object (&self->target);
  g_clear_object (&self->cancellable);
  atlas_article_filter_clear (&self->filter);
  G_OBJECT_CLASS (atlas_articles_page_parent_class)->finalize (object);
}

static void
atlas_articles_page_class_init (AtlasArticlesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  AtlasPageViewClass *view_class = ATLAS_PAGE_VIEW_CLASS (klass);

  object_class->dispose = atlas_articles_page_dispose;
  object_class->finalize = atlas_articles_page_finalize;
  view_class->build = atlas_articles_page_build;
  view_class->change_id = atlas_articles_page_change_id;
  view_class->dup_menu = atlas_articles_page_dup_menu;
  view_class->get_scroll = atlas_articles_page_get_scroll;
  view_class->set_scroll = atlas_articles_page_set_scroll;
  atlas_articles_page_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
atlas_articles_page_init (AtlasArticlesPage *self)
{
  self->cancellable = g_cancellable_new ();
}
