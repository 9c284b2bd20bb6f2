/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with the articles of the list: with one by its place (articles.open,
 * articles.menu, articles.delete), with the one whose menu is open (article.…), and with
 * those that are selected (selected.…).
 */
#include "atlas-config.h"

#include "atlas-articles-page-private.h"

#include <glib/gi18n.h>

#include "atlas-article-changing.h"
#include "atlas-article-words.h"
#include "atlas-library-folders.h"
#include "atlas-link.h"
#include "atlas-tags-dialog.h"
#include "atlas-window.h"

static AtlasWindow *
get_window (AtlasArticlesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return ATLAS_IS_WINDOW (root) ? ATLAS_WINDOW (root) : NULL;
}

static void
add_toast (AtlasArticlesPage *self,
           const char *title)
{
  AtlasWindow *window = get_window (self);

  if (window != NULL)
    atlas_window_add_toast (window, title);
}

/* --- By the place --------------------------------------------------------------- */

static void
set_target (AtlasArticlesPage *self,
            guint position)
{
  g_clear_object (&self->target);
  self->target = g_list_model_get_item (G_LIST_MODEL (self->model), position);
}

static const AtlasLibraryItem *
get_target (AtlasArticlesPage *self)
{
  return self->target != NULL ? atlas_article_item_get (self->target) : NULL;
}

static void
open_target (AtlasArticlesPage *self)
{
  const AtlasLibraryItem *article = get_target (self);
  g_autofree char *key = article != NULL ? g_strdup (article->key) : NULL;

  if (key != NULL)
    atlas_state_select (atlas_page_view_get_state (ATLAS_PAGE_VIEW (self)), "article", key);
}

static void
open_at (GtkWidget *widget,
         const char *action,
         GVariant *position)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (widget);

  set_target (self, g_variant_get_uint32 (position));
  open_target (self);
}

/* --- Changes --------------------------------------------------------------------- */

/* The reader's own articles alone can be changed. */
static gboolean
choose_target (AtlasArticlesPage *self,
               AtlasArticleChoice *choice)
{
  const AtlasLibraryItem *article = get_target (self);
  AtlasContent *content = atlas_page_view_get_content (ATLAS_PAGE_VIEW (self));

  if (article == NULL || article->is_briefing || !atlas_content_can_write (content))
    return FALSE;
  atlas_article_choice_init_key (choice, article->key);
  return TRUE;
}

static void
change (AtlasArticlesPage *self,
        AtlasArticleChangeKind kind,
        const AtlasArticleChoice *choice,
        guint n)
{
  AtlasWindow *window = get_window (self);

  if (window != NULL)
    atlas_article_changing_start (window, atlas_article_change_new (kind, choice), n);
}

static void
change_target (AtlasArticlesPage *self,
               AtlasArticleChangeKind kind)
{
  g_auto (AtlasArticleChoice) choice = { 0 };

  if (choose_target (self, &choice))
    change (self, kind, &choice, 1);
}

static void
change_selected (AtlasArticlesPage *self,
                 AtlasArticleChangeKind kind)
{
  const guint n = atlas_article_selection_count (self->selection);

  if (n == 0)
    return;
  change (self, kind, atlas_article_selection_get_choice (self->selection), n);
  atlas_article_selection_set_active (self->selection, FALSE);
}

/* --- For good -------------------------------------------------------------------- */

typedef struct
{
  AtlasArticlesPage *page;
  AtlasArticleChoice choice;
  guint n;
} Removal;

static void
on_removal_answered (GObject *source,
                     GAsyncResult *result,
                     gpointer data)
{
  Removal *removal = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "remove"))
    {
      change (removal->page, ATLAS_ARTICLES_REMOVE, &removal->choice, removal->n);
      atlas_article_selection_set_active (removal->page->selection, FALSE);
    }
  atlas_article_choice_clear (&removal->choice);
  g_object_unref (removal->page);
  g_free (removal);
}

/* Nothing brings them back, so the reader is asked. */
static void
remove_after_question (AtlasArticlesPage *self,
                       const AtlasArticleChoice *choice,
                       guint n)
{
  AdwDialog *dialog = adw_alert_dialog_new (NULL, _ ("They cannot be brought back after that."));
  Removal *removal = g_new0 (Removal, 1);

  adw_alert_dialog_format_heading (ADW_ALERT_DIALOG (dialog), ngettext ("Delete %'u Article for Good?", "Delete %'u Articles for Good?", n), n);
  if (n == 1)
    adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), _ ("It cannot be brought back after that."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove", _ ("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  removal->page = g_object_ref (self);
  removal->n = n;
  atlas_article_choice_copy (choice, &removal->choice);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, on_removal_answered, removal);
}

static void
delete_at (GtkWidget *widget,
           const char *action,
           GVariant *position)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (widget);
  g_auto (AtlasArticleChoice) choice = { 0 };

  if (atlas_article_selection_is_active (self->selection))
    {
      gtk_widget_activate_action (widget, self->filter.shown == ATLAS_ARTICLES_DELETED ? "selected.remove" : "selected.delete", NULL);
      return;
    }
  set_target (self, g_variant_get_uint32 (position));
  if (!choose_target (self, &choice))
    gtk_widget_error_bell (widget);
  else if (self->filter.shown == ATLAS_ARTICLES_DELETED)
    remove_after_question (self, &choice, 1);
  else
    change (self, ATLAS_ARTICLES_DELETE, &choice, 1);
}

/* --- Tags ------------------------------------------------------------------------ */

static void
tag (AtlasArticlesPage *self,
     const AtlasArticleChoice *choice,
     guint n,
     char **tags)
{
  AtlasWindow *window = get_window (self);

  if (window != NULL)
    adw_dialog_present (atlas_tags_dialog_new (window, choice, n, tags), GTK_WIDGET (window));
}

static void
tag_target (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (widget);
  g_auto (AtlasArticleChoice) choice = { 0 };

  if (choose_target (self, &choice))
    tag (self, &choice, 1, get_target (self)->tags);
}

static void
tag_selected (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (widget);
  const guint n = atlas_article_selection_count (self->selection);

  if (n > 0)
    tag (self, atlas_article_selection_get_choice (self->selection), n, NULL);
}

/* --- Copying and exporting --------------------------------------------------------- */

static void
copy_quotation (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (widget);
  const AtlasLibraryItem *article = get_target (self);
  g_autofree char *quotation = article != NULL ? atlas_article_words_quotation (article) : NULL;

  if (quotation == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), quotation);
  add_toast (self, _ ("Quotation copied"));
}

static void
copy_link (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (widget);
  const AtlasLibraryItem *article = get_target (self);
  g_auto (AtlasLink) link = { .date = ATLAS_DAY_MIN, .compared = ATLAS_DAY_MIN };
  g_autofree char *uri = NULL;

  if (article == NULL)
    return;
  link.selection = g_strconcat ("article/", article->key, NULL);
  uri = atlas_link_format (&link);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), uri);
  add_toast (self, _ ("Link copied"));
}

static void
export_selected (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (widget);
  AtlasWindow *window = get_window (self);
  const guint n = atlas_article_selection_count (self->selection);

  if (window != NULL && n > 0)
    atlas_library_folders_export (window, atlas_article_selection_get_choice (self->selection), n);
}

/* --- The menu ---------------------------------------------------------------------- */

static GMenu *
append_section (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return section;
}

static GMenuModel *
new_menu (const AtlasLibraryItem *article,
          gboolean can_write)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = append_section (menu);

  g_menu_append (section, _ ("_Open"), "article.open");
  if (!article->is_briefing && can_write && article->deleted_at == 0)
    {
      if (article->read_at == 0)
        g_menu_append (section, _ ("Mark as _Read"), "article.mark-read");
      else
        g_menu_append (section, _ ("Mark as _Unread"), "article.mark-unread");
      g_menu_append (section, _ ("_Tags…"), "article.tags");
    }
  section = append_section (menu);
  g_menu_append (section, _ ("Copy _Quotation"), "article.copy-quotation");
  if (article->deleted_at == 0)
    g_menu_append (section, _ ("Copy _Link"), "article.copy-link");
  if (article->is_briefing || !can_write)
    return G_MENU_MODEL (menu);
  section = append_section (menu);
  if (article->deleted_at == 0)
    {
      g_menu_append (section, _ ("_Delete"), "article.delete");
      return G_MENU_MODEL (menu);
    }
  g_menu_append (section, _ ("Bring _Back"), "article.restore");
  g_menu_append (section, _ ("Delete for _Good…"), "article.remove");
  return G_MENU_MODEL (menu);
}

static void
menu_at (GtkWidget *widget,
         const char *action,
         GVariant *position)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (widget);
  AtlasContent *content = atlas_page_view_get_content (ATLAS_PAGE_VIEW (self));
  g_autoptr (GMenuModel) menu = NULL;

  set_target (self, g_variant_get_uint32 (position));
  if (get_target (self) == NULL)
    return;
  menu = new_menu (get_target (self), atlas_content_can_write (content));
  atlas_article_list_popup_menu (self->list, menu, g_variant_get_uint32 (position));
}

/* --- Simple ones ---------------------------------------------------------------------- */

static void
act_on_target (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (widget);
  g_auto (AtlasArticleChoice) choice = { 0 };

  if (g_str_equal (action, "article.open"))
    open_target (self);
  else if (g_str_equal (action, "article.mark-read"))
    change_target (self, ATLAS_ARTICLES_MARK_READ);
  else if (g_str_equal (action, "article.mark-unread"))
    change_target (self, ATLAS_ARTICLES_MARK_UNREAD);
  else if (g_str_equal (action, "article.delete"))
    change_target (self, ATLAS_ARTICLES_DELETE);
  else if (g_str_equal (action, "article.restore"))
    change_target (self, ATLAS_ARTICLES_RESTORE);
  else if (choose_target (self, &choice))
    remove_after_question (self, &choice, 1);
}

static void
act_on_selected (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  AtlasArticlesPage *self = ATLAS_ARTICLES_PAGE (widget);

  if (g_str_equal (action, "selected.all"))
    atlas_article_selection_select_all (self->selection);
  else if (g_str_equal (action, "selected.mark-read"))
    change_selected (self, ATLAS_ARTICLES_MARK_READ);
  else if (g_str_equal (action, "selected.mark-unread"))
    change_selected (self, ATLAS_ARTICLES_MARK_UNREAD);
  else if (g_str_equal (action, "selected.delete"))
    change_selected (self, ATLAS_ARTICLES_DELETE);
  else if (g_str_equal (action, "selected.restore"))
    change_selected (self, ATLAS_ARTICLES_RESTORE);
  else if (atlas_article_selection_count (self->selection) > 0)
    remove_after_question (self, atlas_article_selection_get_choice (self->selection), atlas_article_selection_count (self->selection));
}

static const char *const target_actions[] = {
  "article.open", "article.mark-read", "article.mark-unread", "article.delete", "article.restore", "article.remove"
};
static const char *const selected_actions[] = {
  "selected.mark-read", "selected.mark-unread", "selected.delete", "selected.restore", "selected.remove"
};

/**
 * atlas_articles_page_install_actions:
 */
void
atlas_articles_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "articles.open", "u", open_at);
  gtk_widget_class_install_action (klass, "articles.menu", "u", menu_at);
  gtk_widget_class_install_action (klass, "articles.delete", "u", delete_at);
  for (guint i = 0; i < G_N_ELEMENTS (target_actions); i++)
    gtk_widget_class_install_action (klass, target_actions[i], NULL, act_on_target);
  gtk_widget_class_install_action (klass, "article.tags", NULL, tag_target);
  gtk_widget_class_install_action (klass, "article.copy-quotation", NULL, copy_quotation);
  gtk_widget_class_install_action (klass, "article.copy-link", NULL, copy_link);
  for (guint i = 0; i < G_N_ELEMENTS (selected_actions); i++)
    gtk_widget_class_install_action (klass, selected_actions[i], NULL, act_on_selected);
  gtk_widget_class_install_action (klass, "selected.all", NULL, act_on_selected);
  gtk_widget_class_install_action (klass, "selected.tags", NULL, tag_selected);
  gtk_widget_class_install_action (klass, "selected.export", NULL, export_selected);
}

/**
 * atlas_articles_page_update_actions:
 *
 * Says which actions make sense for what is selected.
 */
void
atlas_articles_page_update_actions (AtlasArticlesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean any = atlas_article_selection_is_active (self->selection) && atlas_article_selection_count (self->selection) > 0;
  const gboolean can_write = any && atlas_content_can_write (atlas_page_view_get_content (ATLAS_PAGE_VIEW (self)));
  const gboolean deleted = self->filter.shown == ATLAS_ARTICLES_DELETED;

  gtk_widget_action_set_enabled (widget, "selected.mark-read", can_write && !deleted);
  gtk_widget_action_set_enabled (widget, "selected.mark-unread", can_write && !deleted);
  gtk_widget_action_set_enabled (widget, "selected.tags", can_write && !deleted);
  gtk_widget_action_set_enabled (widget, "selected.delete", can_write && !deleted);
  gtk_widget_action_set_enabled (widget, "selected.restore", can_write && deleted);
  gtk_widget_action_set_enabled (widget, "selected.remove", can_write && deleted);
  gtk_widget_action_set_enabled (widget, "selected.export", any);
}

/* --- The bar for what is selected ------------------------------------------------------ */

static GtkWidget *
new_bar_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  GMenu *section = append_section (menu);

  g_menu_append (section, _ ("Select _All"), "selected.all");
  section = append_section (menu);
  g_menu_append (section, _ ("Mark as _Read"), "selected.mark-read");
  g_menu_append (section, _ ("Mark as _Unread"), "selected.mark-unread");
  g_menu_append (section, _ ("_Tags…"), "selected.tags");
  g_menu_append (section, _ ("_Export…"), "selected.export");
  section = append_section (menu);
  g_menu_append (section, _ ("_Delete"), "selected.delete");
  g_menu_append (section, _ ("Bring _Back"), "selected.restore");
  g_menu_append (section, _ ("Delete for _Good…"), "selected.remove");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (button, _ ("Do with the Selected Articles"));
  return button;
}

static GtkWidget *
new_bar_button (const char *icon_name,
                const char *action,
                const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  return button;
}

/**
 * atlas_articles_page_new_bar:
 *
 * Returns: (transfer floating): the bar below the list while the reader selects
 */
GtkWidget *
atlas_articles_page_new_bar (AtlasArticlesPage *self)
{
  GtkWidget *bar = gtk_action_bar_new ();

  self->n_chosen = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->n_chosen, PANGO_ELLIPSIZE_END);
  gtk_action_bar_pack_start (GTK_ACTION_BAR (bar), GTK_WIDGET (self->n_chosen));
  gtk_action_bar_pack_end (GTK_ACTION_BAR (bar), new_bar_menu ());
  gtk_action_bar_pack_end (GTK_ACTION_BAR (bar), new_bar_button ("user-trash-symbolic", "selected.delete", _ ("Delete")));
  gtk_action_bar_pack_end (GTK_ACTION_BAR (bar), new_bar_button ("mail-read-symbolic", "selected.mark-read", _ ("Mark as Read")));
  gtk_action_bar_pack_end (GTK_ACTION_BAR (bar), new_bar_button ("edit-select-all-symbolic", "selected.all", _ ("Select All")));
  self->bar = bar;
  return bar;
}
