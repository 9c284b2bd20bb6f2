/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-search-panel.h"

#include <glib/gi18n.h>

#include "atlas-date-words.h"
#include "atlas-emphasis.h"
#include "atlas-page-view.h"
#include "atlas-search.h"

#define MAX_RESULTS 60

struct _AtlasSearchPanel
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;
  GCancellable *cancellable;
  AtlasSearch *search; /* nullable: until a worker has made it */
  GtkEditable *entry;
  GtkStack *stack;
  GtkLabel *date; /* that the results tell of */
  GtkBox *results;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_CONTENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasSearchPanel, atlas_search_panel, ADW_TYPE_BIN)

static const struct
{
  const char *kind;
  const char *icon_name;
  const char *heading;
} kinds[] = {
  [ATLAS_SEARCH_COUNTRY] = { "country", "mark-location-symbolic", N_ ("Countries") },
  [ATLAS_SEARCH_ORGANISATION] = { "organisation", "system-users-symbolic", N_ ("Organisations") },
  [ATLAS_SEARCH_EVENT] = { "event", "x-office-calendar-symbolic", N_ ("Events") },
  [ATLAS_SEARCH_ARTICLE] = { "article", "x-office-document-symbolic", N_ ("Briefings") },
};

static void
row_activated_cb (AtlasSearchPanel *self,
                  GtkListBoxRow *row)
{
  /* The dialog closes as soon as the selection changes. */
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (row), "path"));

  if (path != NULL)
    atlas_state_set_selection (self->state, path);
}

static char *
dup_words_on_date (AtlasSearchPanel *self,
                   const AtlasSearchItem *item)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  const AtlasDay day = atlas_state_get_date (self->state);

  switch (item->kind)
    {
    case ATLAS_SEARCH_COUNTRY:
      return atlas_date_words_for_country (dataset, atlas_dataset_find_country (dataset, item->id), day, atlas_content_get_language (self->content));
    case ATLAS_SEARCH_ORGANISATION:
      return atlas_date_words_for_organisation (dataset, atlas_dataset_find_organisation (dataset, item->id), day);
    case ATLAS_SEARCH_EVENT:
      return atlas_date_words_for_event (atlas_dataset_find_event (dataset, item->id), day);
    case ATLAS_SEARCH_ARTICLE:
    default:
      return NULL;
    }
}

/* What tells it from others, and below it how it stood on the date. */
static void
set_subtitle (AtlasSearchPanel *self,
              AdwActionRow *row,
              const AtlasSearchItem *item)
{
  g_autofree char *words = dup_words_on_date (self, item);
  g_autofree char *both = item->subtitle != NULL && words != NULL ? g_strconcat (item->subtitle, "\n", words, NULL) : NULL;
  const char *subtitle = both != NULL ? both : words != NULL ? words
                                                             : item->subtitle;

  if (subtitle != NULL)
    adw_action_row_set_subtitle (row, subtitle);
}

static GtkWidget *
new_row (AtlasSearchPanel *self,
         const AtlasSearchItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (kinds[item->kind].icon_name);
  char *path = g_strconcat (kinds[item->kind].kind, "/", item->id, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  set_subtitle (self, ADW_ACTION_ROW (row), item);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  atlas_emphasis_attach (row, self->state, self->content, path);
  g_object_set_data_full (G_OBJECT (row), "path", path, g_free);
  return row;
}

static GtkListBox *
get_list (GtkWidget *group)
{
  return group != NULL ? GTK_LIST_BOX (gtk_widget_get_last_child (group)) : NULL;
}

static gboolean
focus_first_row (GtkWidget *group)
{
  GtkListBox *list = get_list (group);

  return list != NULL && gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
}

static gboolean
focus_last_row (GtkWidget *group)
{
  GtkListBox *list = get_list (group);

  return list != NULL && gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (list)));
}

/* The groups are lists of their own; the arrows go through them as through one. */
static gboolean
keynav_failed_cb (AtlasSearchPanel *self,
                  GtkDirectionType direction,
                  GtkWidget *list)
{
  GtkWidget *group = gtk_widget_get_parent (list);

  if (direction == GTK_DIR_DOWN)
    return focus_first_row (gtk_widget_get_next_sibling (group));
  if (direction == GTK_DIR_UP)
    return focus_last_row (gtk_widget_get_prev_sibling (group)) || gtk_widget_grab_focus (GTK_WIDGET (self));
  return FALSE;
}

static gboolean
entry_key_pressed_cb (AtlasSearchPanel *self,
                      guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return focus_first_row (gtk_widget_get_first_child (GTK_WIDGET (self->results))) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static GtkListBox *
append_group (AtlasSearchPanel *self,
              AtlasSearchKind kind)
{
  const char *heading = _ (kinds[kind].heading);
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = atlas_heading_new (heading, 3);
  GtkWidget *list = atlas_boxed_list_new (heading);

  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (group), title);
  gtk_box_append (GTK_BOX (group), list);
  gtk_box_append (self->results, group);
  return GTK_LIST_BOX (list);
}

/* The kind of the best result comes first. */
static void
show_items (AtlasSearchPanel *self,
            GPtrArray *items)
{
  GtkListBox *lists[G_N_ELEMENTS (kinds)] = { NULL };
  g_autofree char *day = atlas_day_format (atlas_state_get_date (self->state));
  /* Translators: a heading; %s is a date */
  g_autofree char *date = g_strdup_printf (_ ("On %s"), day);

  gtk_label_set_label (self->date, date);
  atlas_box_clear (self->results);
  for (guint i = 0; i < items->len; i++)
    {
      const AtlasSearchItem *item = g_ptr_array_index (items, i);

      if (lists[item->kind] == NULL)
        lists[item->kind] = append_group (self, item->kind);
      gtk_list_box_append (lists[item->kind], new_row (self, item));
    }
}

static void
announce (AtlasSearchPanel *self,
          guint n)
{
  /* Translators: read aloud while typing */
  g_autofree char *text = g_strdup_printf (ngettext ("%u result", "%u results", n), n);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
update (AtlasSearchPanel *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (GPtrArray) items = NULL;

  if (*words == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  if (self->search == NULL)
    return;
  items = atlas_search_query (self->search, words, MAX_RESULTS);
  show_items (self, items);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "results" : "nothing");
  announce (self, items->len);
}

/* The entry hears Enter before a focused row does, since it captures keys. */
static GtkListBoxRow *
find_focused_row (AtlasSearchPanel *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL ? GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)) : NULL;
}

static void
entry_activate_cb (AtlasSearchPanel *self)
{
  GtkListBox *list = get_list (gtk_widget_get_first_child (GTK_WIDGET (self->results)));
  GtkListBoxRow *row = find_focused_row (self);

  if (list == NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "results") != 0)
    return;
  row_activated_cb (self, row != NULL ? row : gtk_list_box_get_row_at_index (list, 0));
}

static void
load_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  AtlasContent *content = task_data;

  g_task_return_pointer (task,
                         atlas_search_new (atlas_content_get_dataset (content), atlas_content_get_gazetteer (content),
                                           atlas_content_get_briefings (content), atlas_content_get_language (content)),
                         (GDestroyNotify) atlas_search_unref);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (AtlasSearchPanel) self = data;
  AtlasSearch *search = g_task_propagate_pointer (G_TASK (result), NULL);

  if (search == NULL)
    return;
  g_clear_pointer (&self->search, atlas_search_unref);
  self->search = search;
  update (self);
}

static void
load (AtlasSearchPanel *self)
{
  g_autoptr (GTask) task = NULL;

  if (!atlas_content_has_texts (self->content) || self->search != NULL)
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
  g_signal_connect_object (self->content, "notify::texts-loaded", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
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
  g_clear_pointer (&self->search, atlas_search_unref);
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

static void
add_results (AtlasSearchPanel *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->date = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->date, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->date), "dimmed");
  self->results = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->date));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->results));
  gtk_widget_add_css_class (box, "search-results");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_stack_add_named (self->stack, scroller, "results");
}

static GtkWidget *
new_header (AtlasSearchPanel *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *entry = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _ ("Country, organisation, event, briefing"));
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
              _ ("By any name, in any of its languages; case and accents don’t matter."));
  add_status (self, "nothing", "edit-find-symbolic", _ ("Nothing Found"), _ ("Try another name or fewer letters."));
  add_results (self);
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
