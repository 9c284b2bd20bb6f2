/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-page.h"

#include <glib/gi18n.h>

#include "atlas-article-edit.h"
#include "atlas-article-parts.h"
#include "atlas-details-dialog.h"
#include "atlas-find-bar.h"
#include "atlas-mention-markup.h"
#include "atlas-mention-popover.h"
#include "atlas-page-parts.h"
#include "atlas-prose.h"
#include "atlas-reader.h"

struct _AtlasArticlePage
{
  AtlasPageView parent_instance;

  AtlasDocument *document; /* nullable: until it is there */
  GSettings *settings;
  GCancellable *cancellable;
  AtlasLibrary *library; /* nullable: whose changes are followed */
  AtlasFindBar *find_bar;
  AtlasReader *reader; /* nullable */
  gboolean awaits;     /* the height of the text, which comes later */
  int paragraph;       /* for whose sake the reader came, until it is there; -1 for none */
  GtkWidget *waiting;  /* nullable */
};

G_DEFINE_FINAL_TYPE (AtlasArticlePage, atlas_article_page, ATLAS_TYPE_PAGE_VIEW)

static AtlasContent *
get_content (AtlasArticlePage *self)
{
  return atlas_page_view_get_content (ATLAS_PAGE_VIEW (self));
}

static const char *
get_key (AtlasArticlePage *self)
{
  return atlas_page_view_get_id (ATLAS_PAGE_VIEW (self));
}

/* --- The map ------------------------------------------------------------------------- */

static void
show_passage (AtlasArticlePage *self)
{
  AtlasState *state = atlas_page_view_get_state (ATLAS_PAGE_VIEW (self));
  const gboolean follows = g_settings_get_boolean (self->settings, "map-follows-article");
  const int passage = self->reader != NULL && follows ? atlas_reader_get_passage (self->reader) : -1;
  g_auto (GStrv) countries = passage >= 0 ? atlas_document_list_countries_in_block (self->document, passage) : NULL;

  atlas_state_set_reading (state, ATLAS_READ_PASSAGE, (const char *const *) countries);
}

/* Where an article is about no country, all that it names count alike; where it names
 * none, the map stays as it is. */
static void
show_countries (AtlasArticlePage *self)
{
  AtlasState *state = atlas_page_view_get_state (ATLAS_PAGE_VIEW (self));
  g_auto (GStrv) about = atlas_document_list_countries (self->document, TRUE);
  g_auto (GStrv) named = atlas_document_list_countries (self->document, FALSE);
  const char *const *strong = about[0] != NULL ? (const char *const *) about : (const char *const *) named;

  g_object_freeze_notify (G_OBJECT (state));
  atlas_state_set_reading (state, ATLAS_READ_ABOUT, strong[0] != NULL ? strong : NULL);
  atlas_state_set_reading (state, ATLAS_READ_NAMED, strong == (const char *const *) about ? (const char *const *) named : NULL);
  show_passage (self);
  atlas_state_set_told (state, atlas_document_get_told (self->document));
  g_object_thaw_notify (G_OBJECT (state));
}

/* --- The page ------------------------------------------------------------------------ */

static gboolean
link_menu_cb (AtlasArticlePage *self,
              int block,
              guint start,
              GtkWidget *prose,
              const GdkRectangle *place)
{
  guint n;
  const AtlasLibraryMention *mentions = atlas_document_get_mentions (self->document, block, &n);

  for (guint i = 0; i < n; i++)
    if (mentions[i].start == start)
      {
        atlas_mention_popover_show (ATLAS_PROSE (prose), place, atlas_page_view_get_state (ATLAS_PAGE_VIEW (self)), get_content (self), self->document, &mentions[i]);
        return TRUE;
      }
  return FALSE;
}

static void
append_summary (AtlasArticlePage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const char *summary = atlas_document_get_entry (self->document)->summary;
  g_autoptr (GString) markup = g_string_new (NULL);
  guint n;
  const AtlasLibraryMention *mentions = atlas_document_get_mentions (self->document, ATLAS_PLACE_SUMMARY, &n);

  if (summary == NULL || *summary == '\0')
    return;
  atlas_append_mention_markup (markup, get_content (self), summary, NULL, mentions, n);
  atlas_page_view_append (view, atlas_page_view_new_prose (view, markup->str, "article-summary"));
}

static void
await_text (AtlasArticlePage *self)
{
  if (self->awaits)
    return;
  self->awaits = TRUE;
  atlas_page_view_await_part (ATLAS_PAGE_VIEW (self));
}

static void
text_came (AtlasArticlePage *self)
{
  if (!self->awaits)
    return;
  self->awaits = FALSE;
  atlas_page_view_part_came (ATLAS_PAGE_VIEW (self));
}

static void
passage_cb (AtlasArticlePage *self)
{
  self->paragraph = -1;
  show_passage (self);
}

static void
append_reader (AtlasArticlePage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  GtkWidget *reader = atlas_reader_new (atlas_page_view_get_state (view), get_content (self), self->document, atlas_page_view_get_adjustment (view));

  g_set_weak_pointer (&self->reader, ATLAS_READER (reader));
  g_signal_connect_object (reader, "link-menu", G_CALLBACK (link_menu_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reader, "notify::passage", G_CALLBACK (passage_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reader, "made", G_CALLBACK (text_came), self, G_CONNECT_SWAPPED);
  atlas_page_view_append (view, reader);
  atlas_find_bar_set_reader (self->find_bar, self->reader);
  if (atlas_reader_is_made (self->reader))
    text_came (self);
  else
    await_text (self);
}

static void
append_rest (AtlasPageView *view)
{
  const AtlasDocument *document = ATLAS_ARTICLE_PAGE (view)->document;
  const char *const *rests_on = atlas_document_get_rests_on (document);

  atlas_article_append_subjects (view, document);
  if (atlas_document_is_own (document))
    atlas_article_append_dates (view, document);
  if (rests_on != NULL)
    atlas_article_append_basis (view, rests_on);
}

static void
enable_actions (AtlasArticlePage *self)
{
  static const char *const of_own[] = { "article.edit", "article.delete", "article.undelete", "article.mark-unread" };
  const gboolean own = self->document != NULL && atlas_document_is_own (self->document);

  for (guint i = 0; i < G_N_ELEMENTS (of_own); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_own[i], own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.find", self->document != NULL);
}

/* Takes over @document; the reader stays at the place. */
static void
fill (AtlasArticlePage *self,
      AtlasDocument *document)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const double scroll = atlas_page_view_get_scroll (view);
  g_autoptr (AtlasDocument) old = self->document;

  if (old != NULL)
    atlas_page_view_clear (view);
  self->document = document;
  atlas_page_view_set_title (view, atlas_document_get_entry (document)->title);
  atlas_article_append_head (view, document);
  append_summary (self);
  append_reader (self);
  atlas_page_view_defer (view, append_rest);
  if (self->paragraph >= 0)
    atlas_reader_go_to_paragraph (self->reader, (guint) self->paragraph);
  else if (old != NULL)
    atlas_page_view_set_scroll (view, scroll);
  enable_actions (self);
  show_countries (self);
}

static void
say_missing (AtlasArticlePage *self)
{
  atlas_page_view_clear (ATLAS_PAGE_VIEW (self));
  g_clear_pointer (&self->document, atlas_document_free);
  atlas_page_parts_append_missing (ATLAS_PAGE_VIEW (self));
  text_came (self);
  enable_actions (self);
}

/* --- The reader's own --------------------------------------------------------------- */

static void
show_failure (AtlasArticlePage *self,
              const char *message)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  g_autofree char *markup = g_markup_escape_text (message, -1);

  atlas_page_view_clear (view);
  g_clear_pointer (&self->document, atlas_document_free);
  atlas_page_view_append (view, atlas_page_view_new_banner (view, "dialog-warning-symbolic", markup));
  text_came (self);
  enable_actions (self);
}

static void
take_document (AtlasArticlePage *self,
               AtlasDocument *document)
{
  const gboolean unread = atlas_document_get_entry (document)->read_at == 0;
  const gboolean first = self->document == NULL;

  if (!first && atlas_document_looks_like (self->document, document))
    {
      atlas_document_free (document);
      return;
    }
  if (self->waiting != NULL)
    atlas_page_view_clear (ATLAS_PAGE_VIEW (self));
  self->waiting = NULL;
  fill (self, document);
  if (first && unread)
    atlas_article_edit_set_read (GTK_WIDGET (self), get_content (self), get_key (self), TRUE);
}

static void
got_cb (GObject *source,
        GAsyncResult *result,
        gpointer data)
{
  g_autoptr (AtlasArticlePage) self = data;
  g_autoptr (GError) error = NULL;
  AtlasDocument *document = atlas_library_finish (ATLAS_LIBRARY (source), result, &error);

  if (document != NULL)
    take_document (self, document);
  else if (g_error_matches (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_NOT_FOUND))
    say_missing (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error->message);
}

/* A load that a change overtakes is given up. */
static void
load (AtlasArticlePage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  atlas_library_read_async (self->library, atlas_document_read, g_strdup (get_key (self)), g_free, (GDestroyNotify) atlas_document_free, self->cancellable, got_cb,
                            g_object_ref (self));
}

static void
wait_for_library (AtlasArticlePage *self)
{
  AtlasLibrary *library = atlas_content_get_library (get_content (self));
  AtlasDocument *document;

  if (library == NULL || self->library != NULL)
    return;
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  document = atlas_content_take_document (get_content (self), get_key (self));
  if (document != NULL)
    take_document (self, document);
  else
    load (self);
}

static void
build_own (AtlasArticlePage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);

  atlas_page_view_set_title (view, _ ("Article"));
  await_text (self);
  if (atlas_content_get_library (get_content (self)) == NULL)
    {
      self->waiting = adw_spinner_new ();
      gtk_widget_set_margin_top (self->waiting, 48);
      atlas_page_view_append (view, self->waiting);
    }
  g_signal_connect_object (get_content (self), "notify::library", G_CALLBACK (wait_for_library), self, G_CONNECT_SWAPPED);
  wait_for_library (self);
}

/* --- Briefings --------------------------------------------------------------------- */

/* The texts come after the rest; the page is built again when they do. */
static void
build_briefing (AtlasArticlePage *self)
{
  const AtlasBriefings *briefings = atlas_content_get_briefings (get_content (self));
  g_autoptr (AtlasArticle) article = NULL;

  if (briefings == NULL)
    return;
  article = atlas_briefings_find (briefings, get_key (self), atlas_page_view_get_language (ATLAS_PAGE_VIEW (self)));
  if (article != NULL)
    fill (self, atlas_document_new_from_briefing (article));
  else
    say_missing (self);
}

/* --- The widget ---------------------------------------------------------------------- */

static void
atlas_article_page_build (AtlasPageView *view)
{
  AtlasArticlePage *self = ATLAS_ARTICLE_PAGE (view);

  self->find_bar = ATLAS_FIND_BAR (atlas_find_bar_new ());
  atlas_page_view_set_bar (view, GTK_WIDGET (self->find_bar));
  enable_actions (self);
  self->paragraph = atlas_state_take_paragraph (atlas_page_view_get_state (view));
  if (atlas_library_is_own_key (get_key (self)))
    build_own (self);
  else
    build_briefing (self);
}

static gboolean
atlas_article_page_find (AtlasPageView *view)
{
  AtlasArticlePage *self = ATLAS_ARTICLE_PAGE (view);

  if (self->document == NULL)
    return FALSE;
  atlas_find_bar_open (self->find_bar);
  return TRUE;
}

static void
find_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  atlas_article_page_find (ATLAS_PAGE_VIEW (widget));
}

static void
edit_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  AtlasArticlePage *self = ATLAS_ARTICLE_PAGE (widget);

  adw_dialog_present (atlas_details_dialog_new (get_content (self), atlas_document_get_entry (self->document)), widget);
}

static void
delete_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  AtlasArticlePage *self = ATLAS_ARTICLE_PAGE (widget);

  atlas_article_edit_set_deleted (widget, get_content (self), get_key (self), g_str_equal (action, "article.delete"));
}

static void
mark_unread_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  AtlasArticlePage *self = ATLAS_ARTICLE_PAGE (widget);

  atlas_article_edit_set_read (widget, get_content (self), get_key (self), FALSE);
}

static void
atlas_article_page_dispose (GObject *object)
{
  AtlasArticlePage *self = ATLAS_ARTICLE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->reader);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (atlas_article_page_parent_class)->dispose (object);
}

/* After the widgets, which the document outlives. */
static void
atlas_article_page_finalize (GObject *object)
{
  AtlasArticlePage *self = ATLAS_ARTICLE_PAGE (object);

  g_clear_pointer (&self->document, atlas_document_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (atlas_article_page_parent_class)->finalize (object);
}

static void
atlas_article_page_class_init (AtlasArticlePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AtlasPageViewClass *view_class = ATLAS_PAGE_VIEW_CLASS (klass);

  object_class->dispose = atlas_article_page_dispose;
  object_class->finalize = atlas_article_page_finalize;
  view_class->build = atlas_article_page_build;
  view_class->find = atlas_article_page_find;
  gtk_widget_class_install_action (widget_class, "article.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "article.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "article.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "article.undelete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "article.mark-unread", NULL, mark_unread_action);
}

static void
add_follow_action (AtlasArticlePage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) follow = g_settings_create_action (self->settings, "map-follows-article");

  g_action_map_add_action (G_ACTION_MAP (group), follow);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reading", G_ACTION_GROUP (group));
}

static void
atlas_article_page_init (AtlasArticlePage *self)
{
  self->paragraph = -1;
  self->settings = g_settings_new (ATLAS_APP_ID);
  self->cancellable = g_cancellable_new ();
  add_follow_action (self);
  g_signal_connect_object (self->settings, "changed::map-follows-article", G_CALLBACK (show_passage), self, G_CONNECT_SWAPPED);
}
