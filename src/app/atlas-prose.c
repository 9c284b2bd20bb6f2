/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-prose.h"

#include <string.h>

#include "atlas-emphasis.h"

/* In characters: words up to this length fit a narrow window with large text. */
#define LONG_WORD 14

/* The narrowest that a text gets where it may break words. */
#define MIN_CHARS 6

typedef struct
{
  guint start; /* bytes of the plain text */
  guint end;
  char *path;
} Link;

struct _AtlasProse
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;
  GtkLabel *label;
  GArray *links;
  const char *lit; /* the path that this widget lit up; owned by @links */
};

G_DEFINE_FINAL_TYPE (AtlasProse, atlas_prose, ADW_TYPE_BIN)

static void
link_clear (gpointer data)
{
  Link *link = data;

  g_free (link->path);
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

static const char *
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
        return link->path;
    }
  return NULL;
}

static const char *
find_focused_link (AtlasProse *self)
{
  const char *uri = gtk_label_get_current_uri (self->label);

  for (guint i = 0; uri != NULL && i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      if (g_str_equal (link->path, uri))
        return link->path;
    }
  return NULL;
}

static void
motion_cb (AtlasProse *self,
           double x,
           double y)
{
  light (self, find_link_at (self, x, y));
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
    light (self, find_focused_link (self));
}

static gboolean
activate_link_cb (AtlasProse *self,
                  const char *uri)
{
  g_autofree char *path = NULL;

  if (strstr (uri, "://") != NULL)
    return GDK_EVENT_PROPAGATE;
  /* The page, and this label with it, may go while the selection changes. */
  path = g_strdup (uri);
  light (self, NULL);
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
  gtk_widget_class_set_css_name (widget_class, "prose");
}

static void
add_controllers (AtlasProse *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

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
              gboolean is_link)
{
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "accessible-role", is_link ? GTK_ACCESSIBLE_ROLE_LINK : GTK_ACCESSIBLE_ROLE_LABEL,
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
        Link link = { scan->text->len, scan->text->len, g_strdup (values[i]) };

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
 * atlas_prose_new:
 * @markup: Pango markup with `<a href="country/KZ">` links
 *
 * Breaking words where they don't fit makes a label measure itself at ten times
 * the cost, so only a text with long words may.
 */
GtkWidget *
atlas_prose_new (AtlasState *state,
                 AtlasContent *content,
                 const char *markup)
{
  AtlasProse *self = g_object_new (ATLAS_TYPE_PROSE, NULL);
  g_autofree char *text = NULL;

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  text = find_links (self, markup);
  create_label (self, is_one_link (self, text));
  if (has_long_word (text))
    {
      gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (self->label, MIN_CHARS);
    }
  gtk_label_set_markup (self->label, markup);
  return GTK_WIDGET (self);
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
