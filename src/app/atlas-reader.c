/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-reader.h"

#include "atlas-find.h"
#include "atlas-mention-markup.h"
#include "atlas-prose.h"

/* How many paragraphs are made at once; so many take a fraction of a frame. */
#define SLICE 12

/* So many are made without waiting for the reader: those of all but books. */
#define MADE_AHEAD 300

/* Where the eyes rest, as a share of the visible height. */
#define EYES 0.3

/* The passage follows once the scrolling pauses so long, in milliseconds. */
#define SETTLE_TIME 120

/* A place is shown once the paragraphs before it have got theirs. */
#define FRAMES_TO_PLACE 2

typedef struct
{
  guint block;
  AtlasRange range; /* bytes of the block's text */
} Hit;

struct _AtlasReader
{
  GtkBox parent_instance;

  AtlasState *state;
  AtlasContent *content;
  const AtlasDocument *document;
  GtkAdjustment *scroll;
  guint slice_source;
  guint passage_source;
  int passage;       /* block; -1 for the whole text */
  GPtrArray *blocks; /* widgets of the blocks made so far */
  GArray *hits;
  int current_hit;
  Hit wanted; /* what to scroll to */
  guint tick;
  guint frames_left;
};

enum
{
  PROP_0,
  PROP_PASSAGE,
  N_PROPS
};

enum
{
  LINK_MENU,
  MADE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasReader, atlas_reader, GTK_TYPE_BOX)

static const GArray *
get_texts (AtlasReader *self)
{
  return atlas_document_get_entry (self->document)->blocks;
}

/* --- Making the widgets -------------------------------------------------------- */

static gboolean
link_menu_cb (GtkWidget *prose,
              guint start,
              guint end,
              const GdkRectangle *place,
              AtlasReader *self)
{
  const int block = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (prose), "block"));
  const char *text = g_array_index (get_texts (self), AtlasLibraryBlock, block).text;
  gboolean shown = FALSE;

  g_signal_emit (self, signals[LINK_MENU], 0, block, (guint) g_utf8_pointer_to_offset (text, text + start), prose, place, &shown);
  return shown;
}

static GtkWidget *
new_block (AtlasReader *self,
           int block)
{
  const AtlasLibraryBlock *own = &g_array_index (get_texts (self), AtlasLibraryBlock, block);
  g_autoptr (GString) markup = g_string_new (NULL);
  guint n;
  const AtlasLibraryMention *mentions = atlas_document_get_mentions (self->document, block, &n);
  GtkWidget *prose;

  atlas_append_mention_markup (markup, self->content, own->text, atlas_document_get_emphases (self->document, block), mentions, n);
  if (own->kind == ATLAS_BLOCK_HEADING)
    prose = atlas_prose_new_heading (self->state, self->content, markup->str, 2);
  else
    prose = atlas_prose_new (self->state, self->content, markup->str);
  if (own->kind == ATLAS_BLOCK_PARAGRAPH)
    gtk_widget_add_css_class (GTK_WIDGET (atlas_prose_get_label (ATLAS_PROSE (prose))), "reading");
  g_object_set_data (G_OBJECT (prose), "block", GINT_TO_POINTER (block));
  g_signal_connect_object (prose, "link-menu", G_CALLBACK (link_menu_cb), self, G_CONNECT_DEFAULT);
  return prose;
}

static void
mark_hits (AtlasReader *self,
           guint block)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (AtlasRange));
  int current = -1;

  for (guint i = 0; i < self->hits->len; i++)
    {
      const Hit *hit = &g_array_index (self->hits, Hit, i);

      if (hit->block != block)
        continue;
      if ((int) i == self->current_hit)
        current = (int) ranges->len;
      g_array_append_val (ranges, hit->range);
    }
  atlas_prose_set_hits (g_ptr_array_index (self->blocks, block), ranges->len > 0 ? ranges : NULL, current);
}

static void
make_until (AtlasReader *self,
            guint n)
{
  for (guint i = self->blocks->len; i < MIN (n, get_texts (self)->len); i++)
    {
      GtkWidget *widget = new_block (self, (int) i);

      gtk_box_append (GTK_BOX (self), widget);
      g_ptr_array_add (self->blocks, widget);
      mark_hits (self, i);
    }
}

static gboolean
is_near_end (AtlasReader *self)
{
  const double page = gtk_adjustment_get_page_size (self->scroll);

  return gtk_adjustment_get_upper (self->scroll) - gtk_adjustment_get_value (self->scroll) < 3 * page;
}

static gboolean
make_slice (gpointer data)
{
  AtlasReader *self = data;

  make_until (self, self->blocks->len + SLICE);
  if (!atlas_reader_is_made (self))
    return G_SOURCE_CONTINUE;
  self->slice_source = 0;
  g_signal_emit (self, signals[MADE], 0);
  return G_SOURCE_REMOVE;
}

static void
make_more (AtlasReader *self)
{
  if (self->slice_source == 0 && self->blocks->len < get_texts (self)->len)
    self->slice_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, make_slice, self, NULL);
}

/* --- Following the eyes --------------------------------------------------------- */

static int
find_passage (AtlasReader *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  graphene_point_t eyes;

  if (scroller == NULL || gtk_adjustment_get_value (self->scroll) < 1)
    return -1;
  if (!gtk_widget_compute_point (scroller, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, gtk_widget_get_height (scroller) * EYES), &eyes) || eyes.y < 0)
    return -1;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (g_ptr_array_index (self->blocks, i), GTK_WIDGET (self), &bounds) && bounds.origin.y + bounds.size.height > eyes.y)
        return (int) i;
    }
  return -1;
}

static gboolean
follow_eyes (gpointer data)
{
  AtlasReader *self = data;
  const int passage = find_passage (self);

  self->passage_source = 0;
  if (passage != self->passage)
    {
      self->passage = passage;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PASSAGE]);
    }
  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (AtlasReader *self)
{
  if (is_near_end (self))
    make_more (self);
  g_clear_handle_id (&self->passage_source, g_source_remove);
  self->passage_source = g_timeout_add (SETTLE_TIME, follow_eyes, self);
}

/* --- Going to a place ----------------------------------------------------------- */

static void
scroll_to_wanted (AtlasReader *self)
{
  GtkWidget *prose = g_ptr_array_index (self->blocks, self->wanted.block);
  GtkLabel *label = atlas_prose_get_label (ATLAS_PROSE (prose));
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  const double page = gtk_adjustment_get_page_size (self->scroll);
  PangoRectangle place;
  graphene_point_t at;
  int left, top;

  gtk_label_get_layout_offsets (label, &left, &top);
  pango_layout_index_to_pos (gtk_label_get_layout (label), (int) self->wanted.range.start, &place);
  if (scroller == NULL ||
      !gtk_widget_compute_point (GTK_WIDGET (label), scroller, &GRAPHENE_POINT_INIT (left, top + PANGO_PIXELS (place.y)), &at))
    return;
  /* Keeps away from the edges, so that what stands around it is seen too. */
  if (at.y < page * 0.15 || at.y > page * 0.75)
    gtk_adjustment_set_value (self->scroll, gtk_adjustment_get_value (self->scroll) + at.y - page * EYES);
}

static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data)
{
  AtlasReader *self = ATLAS_READER (widget);

  if (self->frames_left-- > 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  scroll_to_wanted (self);
  return G_SOURCE_REMOVE;
}

static void
stop_going (AtlasReader *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static void
show_place (AtlasReader *self,
            const Hit *place)
{
  make_until (self, place->block + 1);
  self->wanted = *place;
  self->frames_left = FRAMES_TO_PLACE;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/**
 * atlas_reader_go_to_paragraph:
 * @paragraph: index of a block of the document; a later one than there are is ignored
 *
 * Scrolls to a paragraph, and lights it up for a moment.
 */
void
atlas_reader_go_to_paragraph (AtlasReader *self,
                              guint paragraph)
{
  const Hit place = { .block = paragraph };

  g_return_if_fail (ATLAS_IS_READER (self));

  if (paragraph >= get_texts (self)->len)
    return;
  /* What follows must be there to be scrolled to. */
  make_until (self, paragraph + SLICE);
  show_place (self, &place);
  gtk_widget_add_css_class (g_ptr_array_index (self->blocks, paragraph), "atlas-wanted");
}

/* --- Finding words ---------------------------------------------------------------- */

static void
collect_hits (AtlasReader *self,
              const char *words)
{
  const GArray *texts = get_texts (self);

  g_array_set_size (self->hits, 0);
  for (guint i = 0; i < texts->len; i++)
    {
      const AtlasLibraryBlock *block = &g_array_index (texts, AtlasLibraryBlock, i);
      g_autoptr (GArray) found = atlas_find_in_text (block->text, words);

      for (guint j = 0; j < found->len; j++)
        {
          const Hit hit = { i, g_array_index (found, AtlasRange, j) };

          g_array_append_val (self->hits, hit);
        }
    }
}

static void
set_current_hit (AtlasReader *self,
                 int hit)
{
  const int old = self->current_hit;

  self->current_hit = hit;
  if (old >= 0 && old < (int) self->hits->len)
    mark_hits (self, g_array_index (self->hits, Hit, old).block);
  if (hit < 0)
    {
      stop_going (self);
      return;
    }
  show_place (self, &g_array_index (self->hits, Hit, hit));
  mark_hits (self, self->wanted.block);
}

/* The first at or after the paragraph before the reader's eyes. */
static int
find_nearest_hit (AtlasReader *self)
{
  const int passage = find_passage (self);

  for (guint i = 0; i < self->hits->len; i++)
    if ((int) g_array_index (self->hits, Hit, i).block >= passage)
      return (int) i;
  return self->hits->len > 0 ? 0 : -1;
}

/**
 * atlas_reader_find:
 * @words: what to find; "" ends the search
 *
 * Marks all places where the words stand, and goes to the nearest.
 *
 * Returns: how many there are
 */
guint
atlas_reader_find (AtlasReader *self,
                   const char *words)
{
  g_return_val_if_fail (ATLAS_IS_READER (self), 0);

  self->current_hit = -1;
  collect_hits (self, words);
  for (guint i = 0; i < self->blocks->len; i++)
    mark_hits (self, i);
  set_current_hit (self, find_nearest_hit (self));
  return self->hits->len;
}

/**
 * atlas_reader_go_to_hit:
 * @step: 0 for where it is, 1 for the next, -1 for the one before
 *
 * Returns: which of those found the reader is at, from 0; -1 for none
 */
int
atlas_reader_go_to_hit (AtlasReader *self,
                        int step)
{
  g_return_val_if_fail (ATLAS_IS_READER (self), -1);

  if (self->hits->len > 0 && step != 0)
    set_current_hit (self, (self->current_hit + step + (int) self->hits->len) % (int) self->hits->len);
  return self->current_hit;
}

/* --- The widget ---------------------------------------------------------------------- */

static void
atlas_reader_dispose (GObject *object)
{
  AtlasReader *self = ATLAS_READER (object);

  g_clear_handle_id (&self->slice_source, g_source_remove);
  g_clear_handle_id (&self->passage_source, g_source_remove);
  stop_going (self);
  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_object (&self->scroll);
  G_OBJECT_CLASS (atlas_reader_parent_class)->dispose (object);
}

static void
atlas_reader_finalize (GObject *object)
{
  AtlasReader *self = ATLAS_READER (object);

  g_ptr_array_unref (self->blocks);
  g_array_unref (self->hits);
  G_OBJECT_CLASS (atlas_reader_parent_class)->finalize (object);
}

static void
atlas_reader_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PASSAGE:
      g_value_set_int (value, ATLAS_READER (object)->passage);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_reader_class_init (AtlasReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_reader_dispose;
  object_class->finalize = atlas_reader_finalize;
  object_class->get_property = atlas_reader_get_property;

  /**
   * AtlasReader:passage:
   *
   * The block before the reader's eyes; -1 where it is the beginning or the end.
   */
  properties[PROP_PASSAGE] = g_param_spec_int ("passage", NULL, NULL, -1, G_MAXINT, -1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AtlasReader::link-menu:
   * @block: which block
   * @start: the first code point of the link in it
   * @prose: the paragraph
   * @place: (type GdkRectangle): where the link is, in pixels of @prose
   *
   * The reader asks what can be done with a mention.
   *
   * Returns: whether a menu is shown
   */
  signals[LINK_MENU] = g_signal_new ("link-menu", ATLAS_TYPE_READER, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                     G_TYPE_BOOLEAN, 4, G_TYPE_INT, G_TYPE_UINT, GTK_TYPE_WIDGET, GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * AtlasReader::made:
   *
   * The text has got its height, as far as atlas_reader_is_made() says; comes again
   * when more was made of a very long one.
   */
  signals[MADE] = g_signal_new ("made", ATLAS_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_reader_init (AtlasReader *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reader");
  self->blocks = g_ptr_array_new ();
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  self->current_hit = -1;
  self->passage = -1;
}

/**
 * atlas_reader_new:
 * @document: outlives the widget
 * @scroll: how far what the widget stands in is scrolled
 */
GtkWidget *
atlas_reader_new (AtlasState *state,
                  AtlasContent *content,
                  const AtlasDocument *document,
                  GtkAdjustment *scroll)
{
  AtlasReader *self = g_object_new (ATLAS_TYPE_READER, NULL);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  self->document = document;
  self->scroll = g_object_ref (scroll);
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  make_until (self, SLICE);
  make_more (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_reader_is_made:
 *
 * Returns: whether all paragraphs are there, or, of a very long text, as many as are
 *   made before the reader gets there
 */
gboolean
atlas_reader_is_made (AtlasReader *self)
{
  g_return_val_if_fail (ATLAS_IS_READER (self), FALSE);

  return self->blocks->len >= MIN (get_texts (self)->len, MADE_AHEAD);
}

/**
 * atlas_reader_get_passage:
 *
 * Returns: the block before the reader's eyes; -1 where it is the beginning or the end
 */
int
atlas_reader_get_passage (AtlasReader *self)
{
  g_return_val_if_fail (ATLAS_IS_READER (self), -1);

  return self->passage;
}
