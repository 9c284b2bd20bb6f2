/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-search-panel.h"

#include <glib/gi18n.h>

#include "atlas-search-group.h"
#include "atlas-search-results.h"

struct _AtlasSearchPanel
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;
  GCancellable *cancellable;
  AtlasFinder *finder;   /* nullable: until a worker has made it */
  AtlasInquiry *inquiry; /* nullable: where nothing is asked */
  gboolean open_first;   /* as soon as it is there */
  GtkEditable *entry;
  GtkStack *stack;
  AtlasSearchResults *results;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_CONTENT,
  N_PROPS
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasSearchPanel, atlas_search_panel, ADW_TYPE_BIN)

static gboolean
entry_key_pressed_cb (AtlasSearchPanel *self,
                      guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return atlas_search_results_focus_first (self->results) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* --- Showing --------------------------------------------------------------------- */

static void
announce (AtlasSearchPanel *self)
{
  gboolean more;
  const GPtrArray *own = atlas_inquiry_get_own (self->inquiry, &more);
  const guint n = atlas_inquiry_get_findings (self->inquiry)->n + own->len - (more ? 1 : 0);
  /* Translators: read aloud while typing */
  const char *format = more ? ngettext ("More than %u result", "More than %u results", n) : ngettext ("%u result", "%u results", n);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *text = g_strdup_printf (format, n);
#pragma GCC diagnostic pop

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
answered_cb (AtlasSearchPanel *self)
{
  const gboolean complete = atlas_inquiry_is_complete (self->inquiry);
  const gboolean any = atlas_search_results_show (self->results, self->inquiry);

  /* Where nothing was found so far, the reader's own articles are still to come. */
  if (any || complete)
    gtk_stack_set_visible_child_name (self->stack, any ? "results" : "nothing");
  if (complete)
    {
      announce (self);
      g_signal_emit (self, signals[ANSWERED], 0);
    }
  if (self->open_first && any)
    atlas_search_results_open_first (self->results);
}

/* --- Asking ------------------------------------------------------------------------ */

/* The entry captures keys while a row has the focus; that row is about to tell of
 * something else. */
static void
take_focus_from_rows (AtlasSearchPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->results)))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (self->entry)));
}

/* The results keep what they show, to ask for more of it. */
static void
stop_asking (AtlasSearchPanel *self)
{
  if (self->inquiry != NULL)
    atlas_inquiry_cancel (self->inquiry);
  g_clear_object (&self->inquiry);
}

/* What was found before stays until there is something else to show. */
static void
update (AtlasSearchPanel *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  take_focus_from_rows (self);
  stop_asking (self);
  self->open_first = FALSE;
  if (*words == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  if (self->finder == NULL)
    return;
  self->inquiry = atlas_inquiry_new (self->finder, atlas_content_get_library (self->content), words, ATLAS_SEARCH_GROUP_FIRST);
  g_signal_connect_object (self->inquiry, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
}

/* The entry hears Enter before a focused row does, since it captures keys. */
static GtkWidget *
find_focused_row (AtlasSearchPanel *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
}

/* Who types fast wants the best of what was typed, not of what is shown still. */
static void
entry_activate_cb (AtlasSearchPanel *self)
{
  GtkWidget *row = find_focused_row (self);

  if (row != NULL)
    gtk_widget_activate (row);
  else if (self->inquiry == NULL || !atlas_inquiry_is_answered (self->inquiry))
    self->open_first = TRUE;
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "results") == 0)
    atlas_search_results_open_first (self->results);
}

static void
load_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  AtlasContent *content = task_data;

  g_task_return_pointer (task,
                         atlas_finder_new (atlas_content_get_dataset (content), atlas_content_get_gazetteer (content),
                                           atlas_content_get_briefings (content), atlas_content_get_language (content)),
                         (GDestroyNotify) atlas_finder_unref);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (AtlasSearchPanel) self = data;
  AtlasFinder *finder = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean open;

  if (finder == NULL)
    return;
  g_clear_pointer (&self->finder, atlas_finder_unref);
  self->finder = finder;
  open = self->open_first;
  update (self);
  self->open_first = open;
}

static void
load (AtlasSearchPanel *self)
{
  g_autoptr (GTask) task = NULL;

  if (!atlas_content_has_texts (self->content) || self->finder != NULL)
    return;
  /* A worker may be the last to let go of the task, so the widget is not its source. */
  task = g_task_new (NULL, self->cancellable, loaded_cb, g_object_ref (self));
  g_task_set_task_data (task, g_object_ref (self->content), g_object_unref);
  g_task_set_check_cancellable (task, TRUE);
  g_task_run_in_thread (task, load_in_thread);
}

static void
atlas_search_panel_constructed (GObject *object)
{
  AtlasSearchPanel *self = ATLAS_SEARCH_PANEL (object);

  G_OBJECT_CLASS (atlas_search_panel_parent_class)->constructed (object);

  self->cancellable = g_cancellable_new ();
  self->results = atlas_search_results_new (self->state, self->content, GTK_WIDGET (self));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->results), "results");
  g_signal_connect_object (self->content, "notify::texts-loaded", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "notify::library", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  load (self);
}

static gboolean
atlas_search_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ATLAS_SEARCH_PANEL (widget)->entry));
}

static void
atlas_search_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_search_panel_parent_class)->map (widget);
  gtk_widget_grab_focus (widget);
}

static void
atlas_search_panel_dispose (GObject *object)
{
  AtlasSearchPanel *self = ATLAS_SEARCH_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  stop_asking (self);
  g_clear_pointer (&self->finder, atlas_finder_unref);
  g_clear_object (&self->state);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (atlas_search_panel_parent_class)->dispose (object);
}

static void
atlas_search_panel_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  AtlasSearchPanel *self = ATLAS_SEARCH_PANEL (object);

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
atlas_search_panel_class_init (AtlasSearchPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = atlas_search_panel_constructed;
  object_class->dispose = atlas_search_panel_dispose;
  object_class->set_property = atlas_search_panel_set_property;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ATLAS_TYPE_STATE, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, ATLAS_TYPE_CONTENT, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AtlasSearchPanel::answered:
   *
   * All that the reader typed has been looked for, and the best of it is shown.
   */
  signals[ANSWERED] = g_signal_new ("answered", ATLAS_TYPE_SEARCH_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  widget_class->grab_focus = atlas_search_panel_grab_focus;
  widget_class->map = atlas_search_panel_map;
}

static void
add_status (AtlasSearchPanel *self,
            const char *name,
            const char *icon_name,
            const char *title,
            const char *description)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), description);
  gtk_widget_add_css_class (status, "compact");
  gtk_stack_add_named (self->stack, status, name);
}

static GtkWidget *
new_header (AtlasSearchPanel *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *entry = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _ ("Names, or words of a text"));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (entry), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activate_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), entry);
  return header;
}

static void
stop_search_cb (AtlasSearchPanel *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
}

static void
atlas_search_panel_init (AtlasSearchPanel *self)
{
  GtkWidget *toolbar_view = adw_toolbar_view_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), new_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), toolbar_view);

  add_status (self, "empty", "system-search-symbolic", _ ("Search the Atlas"),
              _ ("By any name, in any of its languages, or by words of your articles, briefings and events. Words in quotation marks stand side by side."));
  add_status (self, "nothing", "edit-find-symbolic", _ ("Nothing Found"), _ ("Try another name, or fewer words."));
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_search_panel_new:
 * @content: loaded, as to its data package
 *
 * Returns: (transfer floating): a panel with the entry in its header
 */
GtkWidget *
atlas_search_panel_new (AtlasState *state,
                        AtlasContent *content)
{
  return g_object_new (ATLAS_TYPE_SEARCH_PANEL, "state", state, "content", content, NULL);
}

/**
 * atlas_search_panel_set_words:
 *
 * Looks for @words, as if the reader had typed them.
 */
void
atlas_search_panel_set_words (AtlasSearchPanel *self,
                              const char *words)
{
  g_return_if_fail (ATLAS_IS_SEARCH_PANEL (self));

  gtk_editable_set_text (self->entry, words);
  gtk_editable_set_position (self->entry, -1);
}
