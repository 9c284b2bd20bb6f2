/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-import-desk.h"

#include <glib/gi18n.h>

#include "atlas-failures-dialog.h"
#include "atlas-import-job.h"
#include "atlas-import-words.h"
#include "atlas-versions-dialog.h"

/* How long a reader can undo, in seconds. */
#define TIME_TO_UNDO 10

struct _AtlasImportDesk
{
  GObject parent_instance;

  AtlasWindow *window; /* which owns the desk; NULL once it is gone */
  AtlasImportArea *area;
  GQueue waiting;              /* GPtrArray of AtlasImportItem */
  AtlasImportJob *job;         /* until the reader has been told */
  AtlasImportChanges *applied; /* to offers */
  char *problem;               /* with those */
};

G_DEFINE_FINAL_TYPE (AtlasImportDesk, atlas_import_desk, G_TYPE_OBJECT)

static AtlasImportBar *
get_bar (AtlasImportDesk *self)
{
  return atlas_import_area_get_bar (self->area);
}

static void
atlas_import_desk_dispose (GObject *object)
{
  AtlasImportDesk *self = ATLAS_IMPORT_DESK (object);

  if (self->job != NULL)
    atlas_import_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_pointer (&self->applied, atlas_import_changes_unref);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->area);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) g_ptr_array_unref);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (atlas_import_desk_parent_class)->dispose (object);
}

static void
atlas_import_desk_class_init (AtlasImportDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_import_desk_dispose;
}

static void
atlas_import_desk_init (AtlasImportDesk *self)
{
  g_queue_init (&self->waiting);
}

/* --- Undo ------------------------------------------------------------------------- */

typedef struct
{
  AtlasImportDesk *desk;
  AtlasImportChanges *changes;
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->desk);
  atlas_import_changes_unref (undo->changes);
  g_free (undo);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undo, undo_free)

static Undo *
undo_new (AtlasImportDesk *desk,
          AtlasImportChanges *changes)
{
  Undo *undo = g_new (Undo, 1);

  undo->desk = g_object_ref (desk);
  undo->changes = atlas_import_changes_ref (changes);
  return undo;
}

/* What the window shows may be gone. */
static void
leave (AtlasWindow *window,
       const AtlasImportChanges *changes)
{
  AtlasState *state = atlas_window_get_state (window);
  const char *key;

  if (!atlas_state_get_selected (state, "article", &key) || !atlas_import_changes_has (changes, key))
    return;
  if (atlas_state_can_go_back (state))
    atlas_state_go_back (state);
  else
    atlas_state_set_selection (state, "");
}

static void
on_undone (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (Undo) undo = user_data;
  AtlasWindow *window = undo->desk->window;
  g_autoptr (GError) error = NULL;
  const gboolean undone = atlas_import_changes_undo_finish (ATLAS_LIBRARY (source), result, &error);

  if (window == NULL)
    return;
  leave (window, undo->changes);
  if (undone)
    atlas_window_add_toast (window, C_ ("articles", "Undone"));
  else
    atlas_window_add_warning (window, error->message);
}

static void
on_undo (AdwToast *toast,
         gpointer user_data)
{
  const Undo *undo = user_data;
  AtlasLibrary *library = undo->desk->window != NULL ? atlas_content_get_library (atlas_window_get_content (undo->desk->window)) : NULL;

  if (library != NULL)
    atlas_import_changes_undo_async (undo->changes, library, on_undone, undo_new (undo->desk, undo->changes));
}

static void
free_undo (gpointer undo,
           GClosure *closure)
{
  undo_free (undo);
}

static void
add_undo (AtlasImportDesk *self,
          AdwToast *toast,
          AtlasImportChanges *changes)
{
  if (atlas_import_changes_is_empty (changes))
    return;
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, TIME_TO_UNDO);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo), undo_new (self, changes), free_undo, G_CONNECT_DEFAULT);
}

/* --- What is told at the end --------------------------------------------------------- */

static AtlasImportChanges *
join_changes (AtlasImportDesk *self)
{
  AtlasImportChanges *changes = atlas_import_job_get_changes (self->job);

  if (self->applied == NULL)
    return changes;
  g_ptr_array_extend_and_steal (changes->added, g_ptr_array_ref (self->applied->added));
  g_ptr_array_extend_and_steal (changes->replaced, g_ptr_array_ref (self->applied->replaced));
  return changes;
}

static guint
count_skipped (GPtrArray *offers)
{
  guint n = 0;

  for (guint i = 0; i < offers->len; i++)
    n += ((AtlasImportOffer *) g_ptr_array_index (offers, i))->choice == ATLAS_IMPORT_SKIP;
  return n;
}

static AtlasImportTally
count (AtlasImportDesk *self,
       const AtlasImportChanges *changes)
{
  return (AtlasImportTally) {
    changes->added->len,
    changes->replaced->len,
    atlas_import_job_get_known (self->job)->len,
    count_skipped (atlas_import_job_get_offers (self->job)),
  };
}

/* The article that came, or the one that was there in its place. */
static const char *
find_key (AtlasImportDesk *self,
          const AtlasImportChanges *changes)
{
  const GPtrArray *known = atlas_import_job_get_known (self->job);
  const GPtrArray *offers = atlas_import_job_get_offers (self->job);

  if (changes->added->len > 0)
    return g_ptr_array_index (changes->added, 0);
  if (known->len > 0)
    return g_ptr_array_index (known, 0);
  return offers->len > 0 ? ((AtlasImportOffer *) g_ptr_array_index (offers, 0))->key : NULL;
}

typedef struct
{
  AtlasWindow *window;
  char *key;
} Opening;

static void
open_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Opening *self = data;
  AtlasDocument *document = atlas_library_finish (ATLAS_LIBRARY (source), result, NULL);

  if (document != NULL)
    atlas_content_put_document (atlas_window_get_content (self->window), document);
  atlas_state_select (atlas_window_get_state (self->window), "article", self->key);
  g_object_unref (self->window);
  g_free (self->key);
  g_free (self);
}

/* Read before its page is there, it comes in one frame instead of two. */
static void
open_article (AtlasImportDesk *self,
              const char *key)
{
  AtlasLibrary *library = atlas_content_get_library (atlas_window_get_content (self->window));
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self->window);
  opening->key = g_strdup (key);
  atlas_library_read_async (library, atlas_document_read, g_strdup (key), g_free, (GDestroyNotify) atlas_document_free, NULL, open_cb, opening);
}

static void
tell_one (AtlasImportDesk *self,
          AtlasImportChanges *changes,
          const AtlasImportTally *tally)
{
  const char *key = find_key (self, changes);
  g_autofree char *words = atlas_import_words_for_one (tally, atlas_import_job_get_warning (self->job));

  if (key != NULL)
    open_article (self, key);
  if (words != NULL)
    {
      AdwToast *toast = atlas_window_new_toast (self->window, words);

      add_undo (self, toast, changes);
      atlas_window_put_toast (self->window, toast, words);
    }
}

static void
show_articles (AtlasWindow *window)
{
  atlas_state_set_selection (atlas_window_get_state (window), "articles");
  atlas_window_dismiss_toasts (window);
}

static gboolean
transform_to_orientation (GBinding *binding,
                          const GValue *narrow,
                          GValue *orientation,
                          gpointer user_data)
{
  g_value_set_enum (orientation, g_value_get_boolean (narrow) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  return TRUE;
}

/* A toast has one button, which is to undo. */
static void
add_show_button (AtlasImportDesk *self,
                 AdwToast *toast)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = g_object_ref (adw_toast_get_custom_title (toast));
  GtkWidget *button = gtk_button_new_with_mnemonic (C_ ("articles", "_Show"));

  adw_toast_set_custom_title (toast, NULL);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_bind_property_full (self->window, "narrow", box, "orientation", G_BINDING_SYNC_CREATE, transform_to_orientation, NULL, NULL, NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_articles), self->window, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  adw_toast_set_custom_title (toast, box);
  g_object_unref (words);
}

static void
tell_many (AtlasImportDesk *self,
           AtlasImportChanges *changes,
           const char *words)
{
  AdwToast *toast;

  if (words == NULL)
    return;
  toast = atlas_window_new_toast (self->window, words);
  add_show_button (self, toast);
  add_undo (self, toast, changes);
  atlas_window_put_toast (self->window, toast, words);
}

static void
tell_problem (AtlasImportDesk *self,
              const AtlasImportTally *tally,
              const char *problem)
{
  AtlasLibrary *library = atlas_content_get_library (atlas_window_get_content (self->window));
  const AtlasLibraryReport *report = atlas_library_get_report (library);
  g_autofree char *reason = report->read_only ? atlas_library_report_to_string (report) : g_strdup (problem);
  g_autofree char *words = atlas_import_words_for_problem (tally, atlas_import_job_get_n_items (self->job), reason);

  atlas_window_add_warning (self->window, words);
}

static void
tell (AtlasImportDesk *self)
{
  AtlasImportChanges *changes = join_changes (self);
  const AtlasImportTally tally = count (self, changes);
  const char *problem = self->problem != NULL ? self->problem : atlas_import_job_get_problem (self->job);
  g_autofree char *words = NULL;

  if (problem != NULL)
    {
      tell_problem (self, &tally, problem);
      return;
    }
  if (!atlas_import_job_is_cancelled (self->job) && atlas_import_job_get_n_items (self->job) == 1)
    {
      tell_one (self, changes, &tally);
      return;
    }
  words = atlas_import_job_is_cancelled (self->job) ? atlas_import_words_for_cancelled (&tally) : atlas_import_words_for_many (&tally);
  tell_many (self, changes, words);
}

static void start_next (AtlasImportDesk *self);

static void
end (AtlasImportDesk *self)
{
  if (self->window == NULL)
    return;
  tell (self);
  g_clear_object (&self->job);
  g_clear_pointer (&self->applied, atlas_import_changes_unref);
  g_clear_pointer (&self->problem, g_free);
  start_next (self);
}

/* --- What is asked ----------------------------------------------------------------------- */

static void
on_applied (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (AtlasImportDesk) self = user_data;
  g_autoptr (GError) error = NULL;

  self->applied = atlas_import_offers_apply_finish (ATLAS_LIBRARY (source), result, &error);
  self->problem = error != NULL ? g_strdup (error->message) : NULL;
  end (self);
}

static void
on_decided (AtlasImportDesk *self)
{
  AtlasLibrary *library = self->window != NULL ? atlas_content_get_library (atlas_window_get_content (self->window)) : NULL;

  if (self->job != NULL && library != NULL)
    atlas_import_offers_apply_async (atlas_import_job_get_offers (self->job), library, on_applied, g_object_ref (self));
}

static void
ask_for_versions (AtlasImportDesk *self)
{
  GPtrArray *offers = self->job != NULL ? atlas_import_job_get_offers (self->job) : NULL;
  AdwDialog *dialog;

  if (offers == NULL || self->window == NULL)
    return;
  if (offers->len == 0)
    {
      end (self);
      return;
    }
  dialog = atlas_versions_dialog_new (offers);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_decided), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  gtk_widget_grab_focus (adw_dialog_get_default_widget (dialog));
}

static void
show_failures (AtlasImportDesk *self,
               const GPtrArray *failures)
{
  AdwDialog *dialog = atlas_failures_dialog_new (failures, atlas_import_job_get_n_items (self->job));

  g_signal_connect_object (dialog, "closed", G_CALLBACK (ask_for_versions), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
}

/* What ended early needs no questions. */
static void
report (AtlasImportDesk *self)
{
  const GPtrArray *failures = atlas_import_job_get_failures (self->job);

  if (atlas_import_job_is_cancelled (self->job) || atlas_import_job_get_problem (self->job) != NULL)
    end (self);
  else if (failures->len == 0)
    ask_for_versions (self);
  else if (atlas_import_job_get_n_items (self->job) > 1)
    show_failures (self, failures);
  else
    {
      g_autofree char *message = g_strdup (((AtlasImportFailure *) g_ptr_array_index (failures, 0))->message);

      end (self);
      atlas_window_add_warning (self->window, message);
    }
}

/* --- One batch after the other --------------------------------------------------------------- */

static void
on_run (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  g_autoptr (AtlasImportDesk) self = user_data;

  atlas_import_job_run_finish (ATLAS_IMPORT_JOB (source), result);
  if (self->window == NULL)
    return;
  atlas_import_bar_hide (get_bar (self));
  report (self);
}

static void
give_up (AtlasImportDesk *self,
         const char *problem)
{
  /* Translators: %s says what is wrong with the file in which the reader's articles are kept */
  g_autofree char *message = g_strdup_printf (_ ("Your articles cannot be opened – %s"), problem);

  g_queue_clear_full (&self->waiting, (GDestroyNotify) g_ptr_array_unref);
  atlas_import_bar_hide (get_bar (self));
  atlas_window_add_warning (self->window, message);
}

static void
start_next (AtlasImportDesk *self)
{
  AtlasContent *content = self->window != NULL ? atlas_window_get_content (self->window) : NULL;
  AtlasLibrary *library = content != NULL ? atlas_content_get_library (content) : NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (content == NULL || self->job != NULL || g_queue_is_empty (&self->waiting))
    return;
  if (atlas_content_get_library_problem (content) != NULL)
    {
      give_up (self, atlas_content_get_library_problem (content));
      return;
    }
  if (library == NULL)
    {
      atlas_import_bar_show_waiting (get_bar (self));
      return;
    }
  items = g_queue_pop_head (&self->waiting);
  atlas_window_dismiss_toasts (self->window);
  self->job = atlas_import_job_new (library, items);
  atlas_import_bar_show_job (get_bar (self), self->job);
  atlas_import_job_run_async (self->job, on_run, g_object_ref (self));
}

/* What came later is not wanted either. */
static void
on_cancelled (AtlasImportDesk *self)
{
  g_queue_clear_full (&self->waiting, (GDestroyNotify) g_ptr_array_unref);
  if (self->job != NULL)
    atlas_import_job_cancel (self->job);
  else
    atlas_import_bar_hide (get_bar (self));
}

static void
on_dropped (AtlasImportDesk *self,
            GPtrArray *items)
{
  atlas_import_desk_take (self, items);
}

static void
on_drop_failed (AtlasImportDesk *self,
                const char *message)
{
  /* Translators: %s says why something that was dropped could not be taken */
  g_autofree char *words = g_strdup_printf (_ ("Nothing was added – %s"), message);

  atlas_window_add_warning (self->window, words);
}

/**
 * atlas_import_desk_new:
 * @window: which is to own it
 * @area: in @window, where articles are dropped
 *
 * Returns: (transfer full): a desk to which nothing has come
 */
AtlasImportDesk *
atlas_import_desk_new (AtlasWindow *window,
                       AtlasImportArea *area)
{
  AtlasImportDesk *self = g_object_new (ATLAS_TYPE_IMPORT_DESK, NULL);
  AtlasContent *content = atlas_window_get_content (window);

  g_set_weak_pointer (&self->window, window);
  g_set_weak_pointer (&self->area, area);
  g_signal_connect_object (area, "brought", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (area, "failed", G_CALLBACK (on_drop_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_bar (self), "cancelled", G_CALLBACK (on_cancelled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::library", G_CALLBACK (start_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::library-problem", G_CALLBACK (start_next), self, G_CONNECT_SWAPPED);
  return self;
}

/* Who pastes or drops a link of ours wants to go there. */
static gboolean
follow_link (AtlasImportDesk *self,
             GPtrArray *items)
{
  g_autofree char *link = items->len == 1 ? atlas_import_item_dup_link (g_ptr_array_index (items, 0)) : NULL;
  g_autoptr (GFile) file = link != NULL ? g_file_new_for_uri (link) : NULL;

  if (file != NULL)
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self->window))), &file, 1, "");
  return file != NULL;
}

/**
 * atlas_import_desk_take:
 * @items: (element-type AtlasImportItem): a batch, not to be changed any more
 *
 * Brings articles in as soon as the library is open and what came before is done.
 */
void
atlas_import_desk_take (AtlasImportDesk *self,
                        GPtrArray *items)
{
  g_return_if_fail (ATLAS_IS_IMPORT_DESK (self));

  if (items->len == 0 || follow_link (self, items))
    return;
  g_queue_push_tail (&self->waiting, g_ptr_array_ref (items));
  start_next (self);
}
