/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-prose.h"

#include <string.h>

#include "atlas-emphasis.h"
#include "atlas-page-view.h"

/* In characters: words up to this length fit a narrow window with large text. */
#define LONG_WORD 14

/* The narrowest that a text gets where it may break words. */
#define MIN_CHARS 6

/* Before the number of a paragraph, in a link to one of an article. */
#define PARAGRAPH "#paragraph-"

typedef struct
{
  guint start; /* bytes of the plain text */
  guint end;
  char *uri;  /* as in the markup */
  char *path; /* the same without a fragment */
} Link;

struct _AtlasProse
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;
  GtkLabel *label;
  GArray *links;
  const char *lit; /* the path that this widget lit up; owned by @links */
  GArray *hits;    /* nullable: AtlasRange in bytes of the plain text */
  int current_hit; /* among @hits; -1 for none */
  gboolean pointed;
  gboolean asking; /* for the link that has the focus */
  char *answer;
};

enum
{
  LINK_MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasProse, atlas_prose, ADW_TYPE_BIN)

/* --- Marks in the text ------------------------------------------------------- */

static void
add_mark (PangoAttrList *list,
          guint start,
          guint end,
          const GdkRGBA *colour,
          double strength)
{
  PangoAttribute *background = pango_attr_background_new (colour->red * 65535, colour->green * 65535, colour->blue * 65535);
  PangoAttribute *alpha = pango_attr_background_alpha_new (strength * 65535);

  background->start_index = alpha->start_index = start;
  background->end_index = alpha->end_index = end;
  pango_attr_list_insert (list, background);
  pango_attr_list_insert (list, alpha);
}

static void
add_pointed (AtlasProse *self,
             PangoAttrList *list)
{
  const char *pointed = atlas_state_get_pointed (self->state);
  const GdkRGBA blue = { 0.21, 0.52, 0.89, 1 };

  self->pointed = FALSE;
  for (guint i = 0; pointed != NULL && i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      if (!g_str_equal (link->path, pointed))
        continue;
      add_mark (list, link->start, link->end, &blue, 0.35);
      self->pointed = TRUE;
    }
}

static void
add_hits (AtlasProse *self,
          PangoAttrList *list)
{
  const GdkRGBA yellow = { 0.96, 0.76, 0.07, 1 };

  for (guint i = 0; self->hits != NULL && i < self->hits->len; i++)
    {
      const AtlasRange *hit = &g_array_index (self->hits, AtlasRange, i);

      add_mark (list, hit->start, hit->end, &yellow, (int) i == self->current_hit ? 0.85 : 0.35);
    }
}

static void
update_marks (AtlasProse *self)
{
  PangoAttrList *list = pango_attr_list_new ();

  add_pointed (self, list);
  add_hits (self, list);
  gtk_label_set_attributes (self->label, self->pointed || self->hits != NULL ? list : NULL);
  pango_attr_list_unref (list);
}

static void
pointed_cb (AtlasProse *self)
{
  const char *pointed = atlas_state_get_pointed (self->state);
  gboolean named = FALSE;

  for (guint i = 0; pointed != NULL && !named && i < self->links->len; i++)
    named = g_str_equal (g_array_index (self->links, Link, i).path, pointed);
  if (named || self->pointed)
    update_marks (self);
}

static void
link_clear (gpointer data)
{
  Link *link = data;

  g_free (link->uri);
  g_free (link->path);
}

/* A fragment tells links to the same page apart. */
static char *
dup_path (const char *uri)
{
  const char *fragment = strstr (uri, "://") == NULL ? strchr (uri, '#') : NULL;

  return fragment != NULL ? g_strndup (uri, fragment - uri) : g_strdup (uri);
}

/* The paragraph of an article that a link names; -1 for none. */
static int
find_paragraph (const char *uri)
{
  const char *fragment = strstr (uri, PARAGRAPH);
  guint64 paragraph;

  if (fragment == NULL || !g_ascii_string_to_unsigned (fragment + strlen (PARAGRAPH), 10, 0, G_MAXINT, &paragraph, NULL))
    return -1;
  return (int) paragraph;
}

static void
light (AtlasProse *self,
       const char *path)
{
  if (self->lit == path)
    return;
  self->lit = path;
  atlas_emphasis_set_path (self->state, self->content, path);
}

static const Link *
find_link_at (AtlasProse *self,
              double x,
              double y)
{
  PangoLayout *layout = gtk_label_get_layout (self->label);
  int left, top, index, trailing;

  gtk_label_get_layout_offsets (self->label, &left, &top);
  if (!pango_layout_xy_to_index (layout, (x - left) * PANGO_SCALE, (y - top) * PANGO_SCALE, &index, &trailing))
    return NULL;
  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      if ((guint) index >= link->start && (guint) index < link->end)
        return link;
    }
  return NULL;
}

/* GtkLabel tells which link has the focus only to who follows it. */
static const Link *
find_focused_link (AtlasProse *self)
{
  g_autofree char *uri = NULL;

  if (self->links->len == 0 || !gtk_widget_has_focus (GTK_WIDGET (self->label)))
    return NULL;
  self->asking = TRUE;
  g_signal_emit_by_name (self->label, "activate-current-link");
  self->asking = FALSE;
  uri = g_steal_pointer (&self->answer);
  for (guint i = 0; uri != NULL && i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      if (g_str_equal (link->uri, uri))
        return link;
    }
  return NULL;
}

static const char *
path_of (const Link *link)
{
  return link != NULL ? link->path : NULL;
}

static void
motion_cb (AtlasProse *self,
           double x,
           double y)
{
  light (self, path_of (find_link_at (self, x, y)));
}

/* Returns whether somebody showed a menu. */
static gboolean
ask_for_menu (AtlasProse *self,
              const Link *link)
{
  PangoLayout *layout = gtk_label_get_layout (self->label);
  graphene_rect_t bounds;
  PangoRectangle place;
  GdkRectangle pointing;
  gboolean shown = FALSE;
  int left, top;

  if (link == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self->label), GTK_WIDGET (self), &bounds))
    return FALSE;
  gtk_label_get_layout_offsets (self->label, &left, &top);
  pango_layout_index_to_pos (layout, (int) link->start, &place);
  pango_extents_to_pixels (&place, NULL);
  pointing = (GdkRectangle) { (int) bounds.origin.x + left + place.x, (int) bounds.origin.y + top + place.y, MAX (1, ABS (place.width)), place.height };
  g_signal_emit (self, signals[LINK_MENU], 0, link->start, link->end, &pointing, &shown);
  return shown;
}

static void
secondary_pressed_cb (AtlasProse *self,
                      int n_press,
                      double x,
                      double y,
                      GtkGesture *gesture)
{
  if (ask_for_menu (self, find_link_at (self, x, y)))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (AtlasProse *self,
                 double x,
                 double y,
                 GtkGesture *gesture)
{
  if (ask_for_menu (self, find_link_at (self, x, y)))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
key_pressed_cb (AtlasProse *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  const gboolean wanted = keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0);

  return wanted && ask_for_menu (self, find_focused_link (self));
}

static void
leave_cb (AtlasProse *self)
{
  light (self, NULL);
}

static void
key_released_cb (AtlasProse *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self->label)))
    light (self, path_of (find_focused_link (self)));
}

static gboolean
activate_link_cb (AtlasProse *self,
                  const char *uri)
{
  g_autofree char *path = NULL;
  int paragraph;

  if (self->asking)
    {
      g_set_str (&self->answer, uri);
      return GDK_EVENT_STOP;
    }
  if (strstr (uri, "://") != NULL)
    return GDK_EVENT_PROPAGATE;
  /* The page, and this label with it, may go while the selection changes. */
  path = dup_path (uri);
  paragraph = find_paragraph (uri);
  light (self, NULL);
  if (paragraph >= 0)
    atlas_state_select_paragraph (self->state, path, (guint) paragraph);
  else
    atlas_state_set_selection (self->state, path);
  return GDK_EVENT_STOP;
}

static void
atlas_prose_dispose (GObject *object)
{
  AtlasProse *self = ATLAS_PROSE (object);

  if (self->lit != NULL)
    light (self, NULL);
  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  G_OBJECT_CLASS (atlas_prose_parent_class)->dispose (object);
}

static void
atlas_prose_unmap (GtkWidget *widget)
{
  light (ATLAS_PROSE (widget), NULL);
  GTK_WIDGET_CLASS (atlas_prose_parent_class)->unmap (widget);
}

static void
atlas_prose_class_init (AtlasProseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_prose_dispose;
  widget_class->unmap = atlas_prose_unmap;

  /**
   * AtlasProse::link-menu:
   * @start: where the link begins, in bytes of the plain text
   * @end: where it ends
   * @place: (type GdkRectangle): where it is, in pixels of the widget
   *
   * The reader asks what can be done with a link.
   *
   * Returns: whether a menu is shown
   */
  signals[LINK_MENU] = g_signal_new ("link-menu", ATLAS_TYPE_PROSE, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                     G_TYPE_BOOLEAN, 3, G_TYPE_UINT, G_TYPE_UINT, GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);
  gtk_widget_class_set_css_name (widget_class, "prose");
}

static void
add_controllers (AtlasProse *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  /* Before the label's own menu, which offers to copy addresses of ours. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (secondary), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (long_press), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (long_press, "pressed", G_CALLBACK (long_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->label), GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (GTK_WIDGET (self->label), GTK_EVENT_CONTROLLER (long_press));
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key, "key-released", G_CALLBACK (key_released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->label), motion);
  gtk_widget_add_controller (GTK_WIDGET (self->label), key);
  gtk_widget_add_controller (GTK_WIDGET (self->label), focus);
}

static void
atlas_prose_init (AtlasProse *self)
{
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_array_set_clear_func (self->links, link_clear);
}

/* A role can only be given at birth. Where the whole text is one link, a screen
 * reader hears of a link; within running text GTK does not tell it of links. */
static void
create_label (AtlasProse *self,
              GtkAccessibleRole role)
{
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "accessible-role", role,
                              "wrap", TRUE,
                              "xalign", 0.0,
                              NULL);
  g_signal_connect_object (self->label, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);
  add_controllers (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
}

typedef struct
{
  GArray *links;
  GString *text;
} Scan;

static void
scan_start (GMarkupParseContext *context,
            const char *element,
            const char **names,
            const char **values,
            gpointer data,
            GError **error)
{
  Scan *scan = data;

  if (!g_str_equal (element, "a"))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "href"))
      {
        Link link = { scan->text->len, scan->text->len, g_strdup (values[i]), dup_path (values[i]) };

        g_array_append_val (scan->links, link);
      }
}

static void
scan_end (GMarkupParseContext *context,
          const char *element,
          gpointer data,
          GError **error)
{
  Scan *scan = data;

  if (g_str_equal (element, "a") && scan->links->len > 0)
    g_array_index (scan->links, Link, scan->links->len - 1).end = scan->text->len;
}

static void
scan_text (GMarkupParseContext *context,
           const char *text,
           gsize length,
           gpointer data,
           GError **error)
{
  g_string_append_len (((Scan *) data)->text, text, length);
}

/* GtkLabel does not say which link the pointer is over, so the places of the
 * links are read from the markup a second time. Returns the plain text. */
static char *
find_links (AtlasProse *self,
            const char *markup)
{
  static const GMarkupParser parser = { scan_start, scan_end, scan_text, NULL, NULL };
  Scan scan = { self->links, g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &scan, NULL);

  g_markup_parse_context_parse (context, "<m>", -1, NULL);
  g_markup_parse_context_parse (context, markup, -1, NULL);
  g_markup_parse_context_parse (context, "</m>", -1, NULL);
  return g_string_free (scan.text, FALSE);
}

static gboolean
has_long_word (const char *text)
{
  guint length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      length = g_unichar_isspace (c) || c == '-' ? 0 : length + 1;
      if (length > LONG_WORD)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_one_link (AtlasProse *self,
             const char *text)
{
  const Link *link = self->links->len == 1 ? &g_array_index (self->links, Link, 0) : NULL;

  return link != NULL && link->start == 0 && link->end == strlen (text);
}

/**
 * atlas_prose_break_long_words:
 * @label: a label that wraps, and has its text
 *
 * Lets the label break words where it has to. That makes it measure itself at ten times
 * the cost, so only one with long words may.
 */
void
atlas_prose_break_long_words (GtkLabel *label)
{
  const gboolean breaks = has_long_word (gtk_label_get_text (label));

  gtk_label_set_wrap_mode (label, breaks ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  gtk_label_set_width_chars (label, breaks ? MIN_CHARS : -1);
}

static AtlasProse *
prose_new (AtlasState *state,
           AtlasContent *content,
           const char *markup,
           gboolean heading)
{
  AtlasProse *self = g_object_new (ATLAS_TYPE_PROSE, NULL);
  g_autofree char *text = NULL;

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  text = find_links (self, markup);
  create_label (self, heading                    ? GTK_ACCESSIBLE_ROLE_HEADING
                      : is_one_link (self, text) ? GTK_ACCESSIBLE_ROLE_LINK
                                                 : GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_label_set_markup (self->label, markup);
  atlas_prose_break_long_words (self->label);
  g_signal_connect_object (state, "notify::pointed", G_CALLBACK (pointed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * atlas_prose_new:
 * @markup: Pango markup with `<a href="country/KZ">` links
 */
GtkWidget *
atlas_prose_new (AtlasState *state,
                 AtlasContent *content,
                 const char *markup)
{
  return GTK_WIDGET (prose_new (state, content, markup, FALSE));
}

/**
 * atlas_prose_new_heading:
 * @markup: as for atlas_prose_new()
 * @level: as for atlas_heading_new()
 *
 * Returns: (transfer floating): prose that screen readers take for a heading
 */
GtkWidget *
atlas_prose_new_heading (AtlasState *state,
                         AtlasContent *content,
                         const char *markup,
                         int level)
{
  AtlasProse *self = prose_new (state, content, markup, TRUE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), atlas_heading_get_class (level));
  return GTK_WIDGET (self);
}

/**
 * atlas_prose_set_hits:
 * @hits: (nullable) (element-type AtlasRange): what was found in the text, in bytes of the
 *   plain text; %NULL for nothing
 * @current: which of them the reader is at; -1 for none
 *
 * Marks what was found.
 */
void
atlas_prose_set_hits (AtlasProse *self,
                      const GArray *hits,
                      int current)
{
  g_return_if_fail (ATLAS_IS_PROSE (self));

  if (hits == NULL && self->hits == NULL)
    return;
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits != NULL ? g_array_copy ((GArray *) hits) : NULL;
  self->current_hit = current;
  update_marks (self);
}

/**
 * atlas_prose_get_label:
 *
 * Returns: (transfer none): the label, to style
 */
GtkLabel *
atlas_prose_get_label (AtlasProse *self)
{
  g_return_val_if_fail (ATLAS_IS_PROSE (self), NULL);

  return self->label;
}

/**
 * atlas_prose_append_text:
 * @length: bytes of @text, or -1 for all
 *
 * Appends plain text to markup.
 */
void
atlas_prose_append_text (GString *markup,
                         const char *text,
                         gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (markup, escaped);
}

/**
 * atlas_prose_link:
 * @kind: as in atlas_state_select()
 * @id: which one
 * @text: the words of the link
 *
 * Returns: (transfer full): markup
 */
char *
atlas_prose_link (const char *kind,
                  const char *id,
                  const char *text)
{
  return g_markup_printf_escaped ("<a href=\"%s/%s\">%s</a>", kind, id, text);
}

/**
 * atlas_prose_append_link:
 * @markup: what is being written
 * @kind: "country", "organisation", "event", "article" or "unit"
 * @id: of the thing
 * @text: what the link says, not yet escaped
 */
void
atlas_prose_append_link (GString *markup,
                         const char *kind,
                         const char *id,
                         const char *text)
{
  g_autofree char *link = atlas_prose_link (kind, id, text);

  g_string_append (markup, link);
}

/**
 * atlas_prose_append_paragraph_link:
 * @markup: what is being written
 * @key: of an article
 * @paragraph: index of one of its blocks, at which the link leads in
 * @text: what the link says, not yet escaped
 */
void
atlas_prose_append_paragraph_link (GString *markup,
                                   const char *key,
                                   guint paragraph,
                                   const char *text)
{
  g_autofree char *id = g_strdup_printf ("%s" PARAGRAPH "%u", key, paragraph);

  atlas_prose_append_link (markup, "article", id, text);
}
