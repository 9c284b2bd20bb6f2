/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-model.h"

/* How many articles are read at once. */
#define SIZE 60

/* How many stretches are held; a view shows and surrounds one or two. */
#define HELD 8

/* The library may tell of a thousand changes in a second. After one the list waits a
 * little, in milliseconds, and longer than reading it anew takes, so that whoever writes
 * has most of the time. */
#define SHORTEST_WAIT 150
#define LONGEST_WAIT 5000
#define WAIT_FACTOR 3

/* The articles between two cursors, and the briefings that stand among them. */
typedef struct
{
  char *end; /* cursor of its last own article; NULL: all that follow */
  guint n_own;
  guint first_briefing;
  guint n_briefings;
  guint first;      /* position */
  GPtrArray *items; /* AtlasArticleItem*; NULL: nobody looks at them */
  gboolean is_read; /* otherwise the items are being waited for */
  guint64 used;
} Stretch;

struct _AtlasArticleModel
{
  GObject parent_instance;

  AtlasBundle *bundle;
  AtlasLibrary *library;
  AtlasArticleFilter filter;
  AtlasLibrarySort order;

  GPtrArray *stretches;
  GPtrArray *briefings; /* AtlasArticleItem* */
  guint n_items;
  guint64 clock;
  guint division; /* another one where stretches were cut */

  GCancellable *cancellable; /* another one for each filter */
  gboolean loading;          /* the list is still that of the filter before */
  gboolean counted;
  gboolean reading;
  gboolean refreshing;
  guint refresh_source;
  gint64 refresh_duration; /* microseconds */
  char *problem;
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_COUNTED,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void atlas_article_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasArticleModel, atlas_article_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, atlas_article_model_list_model_init))

static void read_next (AtlasArticleModel *self);
static void refresh_later (AtlasArticleModel *self);

/* --- Stretches ---------------------------------------------------------------- */

static Stretch *
stretch_new (const char *end,
             guint n_own)
{
  Stretch *self = g_new0 (Stretch, 1);

  self->end = g_strdup (end);
  self->n_own = n_own;
  return self;
}

static void
stretch_free (Stretch *self)
{
  g_free (self->end);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

static guint
stretch_get_n (const Stretch *self)
{
  return self->n_own + self->n_briefings;
}

static Stretch *
get_stretch (AtlasArticleModel *self,
             guint number)
{
  return g_ptr_array_index (self->stretches, number);
}

static const char *
get_after (AtlasArticleModel *self,
           guint number)
{
  return number > 0 ? get_stretch (self, number - 1)->end : NULL;
}

static gboolean
is_past (AtlasArticleModel *self,
         const AtlasLibraryItem *item,
         const char *end)
{
  return end != NULL && atlas_library_compare_cursors (self->order, item->cursor, end) > 0;
}

static const AtlasLibraryItem *
get_briefing (AtlasArticleModel *self,
              guint number)
{
  return atlas_article_item_get (g_ptr_array_index (self->briefings, number));
}

/* After one has become longer or shorter. */
static void
number_places (AtlasArticleModel *self)
{
  self->n_items = 0;
  for (guint i = 0; i < self->stretches->len; i++)
    {
      Stretch *stretch = get_stretch (self, i);

      stretch->first = self->n_items;
      self->n_items += stretch_get_n (stretch);
    }
}

/* After there are other stretches. */
static void
place_briefings (AtlasArticleModel *self)
{
  guint briefing = 0;

  for (guint i = 0; i < self->stretches->len; i++)
    {
      Stretch *stretch = get_stretch (self, i);

      stretch->first_briefing = briefing;
      while (briefing < self->briefings->len && !is_past (self, get_briefing (self, briefing), stretch->end))
        briefing++;
      stretch->n_briefings = briefing - stretch->first_briefing;
    }
  number_places (self);
}

static guint
find_stretch (AtlasArticleModel *self,
              guint position)
{
  guint low = 0, high = self->stretches->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_stretch (self, middle)->first <= position)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
fit_places (GPtrArray *items,
            guint n)
{
  if (items->len > n)
    g_ptr_array_set_size (items, (int) n);
  while (items->len < n)
    g_ptr_array_add (items, atlas_article_item_new ());
}

/* One stretch has another number of articles, which nobody has read. */
static void
resize_stretch (AtlasArticleModel *self,
                guint number,
                guint n_own)
{
  Stretch *stretch = get_stretch (self, number);
  guint before = stretch_get_n (stretch), after, common;

  stretch->n_own = n_own;
  number_places (self);
  after = stretch_get_n (stretch);
  common = MIN (before, after);
  if (stretch->items != NULL)
    fit_places (stretch->items, after);
  if (before != after)
    g_list_model_items_changed (G_LIST_MODEL (self), stretch->first + common, before - common, after - common);
}

/* --- Items of one stretch ------------------------------------------------------- */

/* Articles keep their item, so that a view keeps its row. */
static AtlasArticleItem *
take_item (GHashTable *known,
           GPtrArray *places,
           AtlasLibraryItem *article)
{
  AtlasArticleItem *item = NULL;

  if (known != NULL && g_hash_table_steal_extended (known, article->key, NULL, (gpointer *) &item))
    g_object_ref (item);
  else if (places != NULL && places->len > 0)
    item = g_object_ref (g_ptr_array_steal_index (places, 0));
  else
    item = atlas_article_item_new ();
  atlas_article_item_take (item, article);
  return item;
}

/* @known: (transfer none): by the keys of what they hold */
static void
sort_out_items (const GPtrArray *items,
                GHashTable *known,
                GPtrArray *places)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      AtlasArticleItem *item = g_ptr_array_index (items, i);
      const AtlasLibraryItem *article = atlas_article_item_get (item);

      if (article == NULL)
        g_ptr_array_add (places, item);
      else if (!article->is_briefing)
        g_hash_table_insert (known, g_strdup (article->key), item);
    }
}

/* @before: (nullable): the items until now
 * @own: (element-type AtlasLibraryItem): they are taken from it */
static GPtrArray *
merge (AtlasArticleModel *self,
       const Stretch *stretch,
       const GPtrArray *before,
       GPtrArray *own)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  GPtrArray *items = new_items ();
  guint briefing = stretch->first_briefing;
  const guint end = briefing + stretch->n_briefings;

  sort_out_items (before, known, places);
  for (guint i = 0; i < own->len; i++)
    {
      AtlasLibraryItem *article = g_ptr_array_index (own, i);

      for (; briefing < end && !is_past (self, get_briefing (self, briefing), article->cursor); briefing++)
        g_ptr_array_add (items, g_object_ref (g_ptr_array_index (self->briefings, briefing)));
      g_ptr_array_add (items, take_item (known, places, article));
    }
  for (; briefing < end; briefing++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (self->briefings, briefing)));
  g_ptr_array_set_free_func (own, NULL); /* the items have them now */
  return items;
}

static void
emit_difference (AtlasArticleModel *self,
                 guint first,
                 const GPtrArray *before,
                 const GPtrArray *after)
{
  guint start = 0, end = 0;
  const guint shorter = MIN (before->len, after->len);

  while (start < shorter && before->pdata[start] == after->pdata[start])
    start++;
  while (end < shorter - start && before->pdata[before->len - 1 - end] == after->pdata[after->len - 1 - end])
    end++;
  if (before->len - start - end > 0 || after->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first + start, before->len - start - end, after->len - start - end);
}

/* @own: all of the stretch; see merge() */
static void
set_own (AtlasArticleModel *self,
         guint number,
         GPtrArray *own)
{
  Stretch *stretch = get_stretch (self, number);
  g_autoptr (GPtrArray) before = NULL;

  if (stretch->items == NULL)
    {
      resize_stretch (self, number, own->len);
      return;
    }
  before = g_steal_pointer (&stretch->items);
  stretch->n_own = own->len;
  stretch->items = merge (self, stretch, before, own);
  stretch->is_read = TRUE;
  number_places (self);
  emit_difference (self, stretch->first, before, stretch->items);
}

/* --- Cutting ------------------------------------------------------------------ */

/* Gives a part of a stretch its items, from @at on. */
static guint
move_items (AtlasArticleModel *self,
            const Stretch *whole,
            Stretch *part,
            guint at)
{
  if (whole->items == NULL)
    return at;
  part->items = new_items ();
  part->is_read = whole->is_read;
  part->used = whole->used;
  if (whole->is_read)
    part->n_own = 0;
  for (; at < whole->items->len; at++)
    {
      AtlasArticleItem *item = g_ptr_array_index (whole->items, at);
      const AtlasLibraryItem *article = atlas_article_item_get (item);

      if (whole->is_read ? is_past (self, article, part->end) : part->items->len == stretch_get_n (part))
        break;
      g_ptr_array_add (part->items, g_object_ref (item));
      if (whole->is_read && !article->is_briefing)
        part->n_own++;
    }
  return at;
}

/* Places stay where they are; only how they are held changes. */
static void
cut_stretch (AtlasArticleModel *self,
             guint number,
             const AtlasLibraryStretch *parts,
             guint n)
{
  Stretch *whole = g_ptr_array_steal_index (self->stretches, number);
  guint at = 0;

  for (guint i = 0; i < n; i++)
    g_ptr_array_insert (self->stretches, (int) (number + i), stretch_new (parts[i].end, parts[i].n));
  place_briefings (self);
  for (guint i = 0; i < n; i++)
    at = move_items (self, whole, get_stretch (self, number + i), at);
  number_places (self);
  stretch_free (whole);
  self->division++;
}

/* --- Memory ------------------------------------------------------------------- */

static void
drop_far (AtlasArticleModel *self)
{
  Stretch *oldest = NULL;
  guint n = 0;

  for (guint i = 0; i < self->stretches->len; i++)
    {
      Stretch *stretch = get_stretch (self, i);

      if (stretch->items == NULL)
        continue;
      n++;
      if (oldest == NULL || stretch->used < oldest->used)
        oldest = stretch;
    }
  if (n <= HELD)
    return;
  g_clear_pointer (&oldest->items, g_ptr_array_unref);
  oldest->is_read = FALSE;
}

/* Of briefings alone nothing has to be read. */
static void
hold (AtlasArticleModel *self,
      Stretch *stretch)
{
  stretch->items = new_items ();
  stretch->is_read = stretch->n_own == 0;
  for (guint i = 0; stretch->is_read && i < stretch->n_briefings; i++)
    g_ptr_array_add (stretch->items, g_object_ref (g_ptr_array_index (self->briefings, stretch->first_briefing + i)));
  fit_places (stretch->items, stretch_get_n (stretch));
}

static void
use (AtlasArticleModel *self,
     guint number)
{
  Stretch *stretch;

  if (number >= self->stretches->len)
    return;
  stretch = get_stretch (self, number);
  stretch->used = ++self->clock;
  if (stretch->items != NULL)
    return;
  hold (self, stretch);
  drop_far (self);
}

/* Whoever looks at the edge of a stretch soon looks at the next one. */
static void
use_around (AtlasArticleModel *self,
            guint number,
            guint place)
{
  const guint n = stretch_get_n (get_stretch (self, number));

  if (place < n / 4 && number > 0)
    use (self, number - 1);
  if (place > n - n / 4)
    use (self, number + 1);
  use (self, number);
}

/* --- The list model ------------------------------------------------------------- */

static GType
atlas_article_model_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_ARTICLE_ITEM;
}

static guint
atlas_article_model_get_n_items (GListModel *model)
{
  return ATLAS_ARTICLE_MODEL (model)->n_items;
}

static gpointer
atlas_article_model_get_item (GListModel *model,
                              guint position)
{
  AtlasArticleModel *self = ATLAS_ARTICLE_MODEL (model);
  Stretch *stretch;
  guint number;

  if (position >= self->n_items)
    return NULL;
  number = find_stretch (self, position);
  stretch = get_stretch (self, number);
  use_around (self, number, position - stretch->first);
  read_next (self);
  return g_object_ref (g_ptr_array_index (stretch->items, position - stretch->first));
}

static void
atlas_article_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = atlas_article_model_get_item_type;
  iface->get_n_items = atlas_article_model_get_n_items;
  iface->get_item = atlas_article_model_get_item;
}

/* --- What threads bring --------------------------------------------------------- */

/* A question to a thread. Its answer counts as long as the filter is the same. */
typedef struct
{
  AtlasArticleModel *model;
  GCancellable *cancellable;
  guint division;
} Question;

static Question *
question_new (AtlasArticleModel *self)
{
  Question *question = g_new0 (Question, 1);

  question->model = g_object_ref (self);
  question->cancellable = g_object_ref (self->cancellable);
  question->division = self->division;
  return question;
}

static void
question_free (Question *self)
{
  g_object_unref (self->model);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
set_problem (AtlasArticleModel *self,
             const char *problem)
{
  if (g_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
set_flag (AtlasArticleModel *self,
          gboolean *flag,
          gboolean value,
          guint property)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* (nullable): the answer; %NULL where it no longer counts, or there is none */
static AtlasArticleReading *
take_answer (Question *question,
             GAsyncResult *result,
             gboolean *counts)
{
  g_autoptr (GError) error = NULL;
  AtlasArticleReading *answer = atlas_article_reading_finish (result, &error);

  *counts = question->cancellable == question->model->cancellable;
  if (!*counts || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  set_problem (question->model, error != NULL ? error->message : NULL);
  return answer;
}

static AtlasArticleReading *
new_reading (AtlasArticleModel *self)
{
  const gboolean own = self->filter.shown != ATLAS_ARTICLES_BRIEFINGS;

  return atlas_article_reading_new (own ? self->library : NULL, &self->filter, SIZE);
}

/* --- One stretch ---------------------------------------------------------------- */

static void
on_stretch_read (GObject *source,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (Question) question = data;
  AtlasArticleModel *self = question->model;
  gboolean counts;
  AtlasArticleReading *answer = take_answer (question, result, &counts);

  if (!counts)
    return;
  self->reading = FALSE;
  if (answer != NULL && question->division == self->division)
    {
      const AtlasArticleRun *run = &g_array_index (answer->runs, AtlasArticleRun, 0);

      set_own (self, run->part, run->own);
    }
  if (answer != NULL)
    read_next (self);
}

/* What was asked for last is what somebody looks at now. */
static int
find_unread (AtlasArticleModel *self)
{
  int found = -1;
  guint64 used = 0;

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const Stretch *stretch = get_stretch (self, i);

      if (stretch->items == NULL || stretch->is_read || stretch->used < used)
        continue;
      found = (int) i;
      used = stretch->used;
    }
  return found;
}

static void
read_next (AtlasArticleModel *self)
{
  const int number = self->loading || self->reading ? -1 : find_unread (self);
  AtlasArticleReading *reading;
  const Stretch *stretch;

  if (number < 0)
    return;
  stretch = get_stretch (self, (guint) number);
  reading = new_reading (self);
  atlas_article_reading_add_run (reading, (guint) number, get_after (self, (guint) number), stretch->end, stretch->n_own + SIZE);
  self->reading = TRUE;
  atlas_article_reading_start (reading, self->cancellable, on_stretch_read, question_new (self));
}

/* --- All stretches --------------------------------------------------------------- */

static AtlasArticleRun *
find_run (AtlasArticleReading *answer,
          guint part)
{
  for (guint i = 0; i < answer->runs->len; i++)
    if (g_array_index (answer->runs, AtlasArticleRun, i).part == part)
      return &g_array_index (answer->runs, AtlasArticleRun, i);
  return NULL;
}

static void
refresh_stretch (AtlasArticleModel *self,
                 guint number,
                 guint n_own,
                 GPtrArray *own)
{
  Stretch *stretch = get_stretch (self, number);

  if (own != NULL)
    set_own (self, number, own);
  else if (stretch->n_own != n_own)
    {
      stretch->is_read = FALSE;
      resize_stretch (self, number, n_own);
    }
}

/* From the last to the first, so that those to come keep their number. */
static void
refresh_stretches (AtlasArticleModel *self,
                   AtlasArticleReading *answer)
{
  guint end = answer->stretches->len;

  for (guint number = self->stretches->len; number > 0; number--)
    {
      const AtlasArticleRun *run = find_run (answer, number - 1);
      guint start = end, n_own = 0;

      while (start > 0 && g_array_index (answer->stretches, AtlasLibraryStretch, start - 1).part == number - 1)
        n_own += g_array_index (answer->stretches, AtlasLibraryStretch, --start).n;
      refresh_stretch (self, number - 1, n_own, run != NULL ? run->own : NULL);
      if (end - start > 1)
        cut_stretch (self, number - 1, &g_array_index (answer->stretches, AtlasLibraryStretch, start), end - start);
      end = start;
    }
}

static void
on_refreshed (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (Question) question = data;
  AtlasArticleModel *self = question->model;
  gboolean counts;
  AtlasArticleReading *answer = take_answer (question, result, &counts);

  if (!counts)
    return;
  self->refreshing = FALSE;
  if (answer == NULL)
    return;
  self->refresh_duration = answer->duration;
  refresh_stretches (self, answer);
  set_flag (self, &self->counted, TRUE, PROP_COUNTED);
  read_next (self);
}

static void
refresh (AtlasArticleModel *self)
{
  AtlasArticleReading *reading = new_reading (self);
  g_autoptr (GStrvBuilder) ends = g_strv_builder_new ();

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const Stretch *stretch = get_stretch (self, i);

      if (stretch->end != NULL)
        g_strv_builder_add (ends, stretch->end);
      if (stretch->items != NULL && stretch->is_read)
        atlas_article_reading_add_run (reading, i, get_after (self, i), stretch->end, 0);
    }
  reading->ends = g_strv_builder_end (ends);
  self->refreshing = TRUE;
  atlas_article_reading_start (reading, self->cancellable, on_refreshed, question_new (self));
}

static gboolean
on_time_to_refresh (gpointer data)
{
  AtlasArticleModel *self = data;

  if (self->loading || self->refreshing)
    return G_SOURCE_CONTINUE;
  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
refresh_later (AtlasArticleModel *self)
{
  const gint64 wait = WAIT_FACTOR * self->refresh_duration / G_TIME_SPAN_MILLISECOND;

  if (self->refresh_source != 0 || self->library == NULL || self->filter.shown == ATLAS_ARTICLES_BRIEFINGS)
    return;
  self->refresh_source = g_timeout_add ((guint) CLAMP (wait, SHORTEST_WAIT, LONGEST_WAIT), on_time_to_refresh, self);
}

/* --- The beginning of a list ------------------------------------------------------ */

static void
set_briefings (AtlasArticleModel *self,
               GPtrArray *briefings)
{
  g_ptr_array_set_size (self->briefings, 0);
  if (briefings == NULL)
    return;
  for (guint i = 0; i < briefings->len; i++)
    {
      AtlasArticleItem *item = atlas_article_item_new ();

      atlas_article_item_take (item, g_ptr_array_index (briefings, i));
      g_ptr_array_add (self->briefings, item);
    }
  g_ptr_array_set_free_func (briefings, NULL); /* the items have them now */
}

/* A list of another filter begins at its top. */
static void
empty (AtlasArticleModel *self)
{
  const guint n = self->n_items;

  g_ptr_array_set_size (self->stretches, 0);
  g_ptr_array_set_size (self->briefings, 0);
  self->n_items = 0;
  self->division++;
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

/* Where as many came as were asked for, there may be more. */
static void
begin (AtlasArticleModel *self,
       AtlasArticleReading *answer)
{
  GPtrArray *own = g_array_index (answer->runs, AtlasArticleRun, 0).own;
  const gboolean more = own != NULL && own->len == SIZE;
  const char *end = more ? ((AtlasLibraryItem *) own->pdata[SIZE - 1])->cursor : NULL;
  Stretch *first = stretch_new (end, own != NULL ? own->len : 0);

  empty (self);
  set_briefings (self, answer->briefings);
  g_ptr_array_add (self->stretches, first);
  if (more)
    g_ptr_array_add (self->stretches, stretch_new (NULL, 0));
  place_briefings (self);
  if (own != NULL)
    first->items = merge (self, first, NULL, own);
  else
    hold (self, first);
  first->is_read = TRUE;
  set_flag (self, &self->counted, !more, PROP_COUNTED);
  if (self->n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->n_items);
  if (more)
    refresh (self);
}

static void
on_begun (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (Question) question = data;
  AtlasArticleModel *self = question->model;
  gboolean counts;
  AtlasArticleReading *answer = take_answer (question, result, &counts);

  if (!counts)
    return;
  self->loading = FALSE;
  if (answer != NULL)
    begin (self, answer);
  else
    empty (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
start (AtlasArticleModel *self)
{
  const gboolean briefings = self->filter.shown == ATLAS_ARTICLES_ALL || self->filter.shown == ATLAS_ARTICLES_BRIEFINGS;
  AtlasArticleReading *reading = new_reading (self);
  AtlasLibraryQuery query;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->reading = FALSE;
  self->refreshing = FALSE;
  g_clear_handle_id (&self->refresh_source, g_source_remove);

  atlas_article_filter_to_query (&self->filter, &query);
  self->order = atlas_library_query_get_order (&query);
  if (briefings && self->bundle != NULL)
    reading->bundle = atlas_bundle_ref (self->bundle);
  atlas_article_reading_add_run (reading, 0, NULL, NULL, SIZE);
  atlas_article_reading_start (reading, self->cancellable, on_begun, question_new (self));
  set_flag (self, &self->loading, TRUE, PROP_LOADING);
}

/* --- The object ----------------------------------------------------------------- */

static void
atlas_article_model_dispose (GObject *object)
{
  atlas_article_model_stop (ATLAS_ARTICLE_MODEL (object));
  G_OBJECT_CLASS (atlas_article_model_parent_class)->dispose (object);
}

static void
atlas_article_model_finalize (GObject *object)
{
  AtlasArticleModel *self = ATLAS_ARTICLE_MODEL (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->bundle, atlas_bundle_unref);
  g_ptr_array_unref (self->stretches);
  g_ptr_array_unref (self->briefings);
  atlas_article_filter_clear (&self->filter);
  g_free (self->problem);
  G_OBJECT_CLASS (atlas_article_model_parent_class)->finalize (object);
}

static void
atlas_article_model_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  AtlasArticleModel *self = ATLAS_ARTICLE_MODEL (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_COUNTED:
      g_value_set_boolean (value, self->counted);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_article_model_class_init (AtlasArticleModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = atlas_article_model_dispose;
  object_class->finalize = atlas_article_model_finalize;
  object_class->get_property = atlas_article_model_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_COUNTED] = g_param_spec_boolean ("counted", NULL, NULL, FALSE, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_article_model_init (AtlasArticleModel *self)
{
  self->cancellable = g_cancellable_new ();
  self->stretches = g_ptr_array_new_with_free_func ((GDestroyNotify) stretch_free);
  self->briefings = new_items ();
}

/**
 * atlas_article_model_new:
 * @bundle: (nullable): the briefings
 *
 * Returns: (transfer full): a list that stays empty until
 *   atlas_article_model_set_filter() is called
 */
AtlasArticleModel *
atlas_article_model_new (AtlasBundle *bundle)
{
  AtlasArticleModel *self = g_object_new (ATLAS_TYPE_ARTICLE_MODEL, NULL);

  if (bundle != NULL)
    self->bundle = atlas_bundle_ref (bundle);
  return self;
}

/**
 * atlas_article_model_set_library:
 * @library: (nullable): the reader's own articles; %NULL while there are none
 *
 * Takes effect with the next call of atlas_article_model_set_filter().
 */
void
atlas_article_model_set_library (AtlasArticleModel *self,
                                 AtlasLibrary *library)
{
  g_return_if_fail (ATLAS_IS_ARTICLE_MODEL (self));

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "changed", G_CALLBACK (refresh_later), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_article_model_set_filter:
 * @filter: is copied
 *
 * Lists other articles. What was listed stays until the first of them are there.
 */
void
atlas_article_model_set_filter (AtlasArticleModel *self,
                                const AtlasArticleFilter *filter)
{
  AtlasArticleFilter copy;

  g_return_if_fail (ATLAS_IS_ARTICLE_MODEL (self));

  atlas_article_filter_copy (filter, &copy);
  atlas_article_filter_clear (&self->filter);
  self->filter = copy;
  start (self);
}

/**
 * atlas_article_model_stop:
 *
 * Reads no more: nobody looks at the list any longer.
 */
void
atlas_article_model_stop (AtlasArticleModel *self)
{
  g_return_if_fail (ATLAS_IS_ARTICLE_MODEL (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  atlas_article_model_set_library (self, NULL);
}

/**
 * atlas_article_model_get_filter:
 *
 * Returns: (transfer none): what was set last
 */
const AtlasArticleFilter *
atlas_article_model_get_filter (AtlasArticleModel *self)
{
  g_return_val_if_fail (ATLAS_IS_ARTICLE_MODEL (self), NULL);

  return &self->filter;
}

/**
 * atlas_article_model_is_loading:
 *
 * Returns: whether the first articles of the filter are still being read
 */
gboolean
atlas_article_model_is_loading (AtlasArticleModel *self)
{
  g_return_val_if_fail (ATLAS_IS_ARTICLE_MODEL (self), FALSE);

  return self->loading;
}

/**
 * atlas_article_model_is_counted:
 *
 * Returns: whether the number of items is that of all articles of the filter; before, it
 *   is that of those read first
 */
gboolean
atlas_article_model_is_counted (AtlasArticleModel *self)
{
  g_return_val_if_fail (ATLAS_IS_ARTICLE_MODEL (self), FALSE);

  return self->counted;
}

/**
 * atlas_article_model_is_busy:
 *
 * Returns: whether something is being read, or will be soon
 */
gboolean
atlas_article_model_is_busy (AtlasArticleModel *self)
{
  g_return_val_if_fail (ATLAS_IS_ARTICLE_MODEL (self), FALSE);

  return self->loading || self->reading || self->refreshing || self->refresh_source != 0;
}

/**
 * atlas_article_model_get_problem:
 *
 * Returns: (transfer none) (nullable): why the last reading failed, for people
 */
const char *
atlas_article_model_get_problem (AtlasArticleModel *self)
{
  g_return_val_if_fail (ATLAS_IS_ARTICLE_MODEL (self), NULL);

  return self->problem;
}

/**
 * atlas_article_model_get_n_own:
 *
 * Returns: how many of the items are the reader's own articles
 */
guint
atlas_article_model_get_n_own (AtlasArticleModel *self)
{
  g_return_val_if_fail (ATLAS_IS_ARTICLE_MODEL (self), 0);

  return self->n_items - self->briefings->len;
}

/**
 * atlas_article_model_get_n_in_memory:
 *
 * Returns: how many items the model holds
 */
guint
atlas_article_model_get_n_in_memory (AtlasArticleModel *self)
{
  guint n = 0;

  g_return_val_if_fail (ATLAS_IS_ARTICLE_MODEL (self), 0);

  for (guint i = 0; i < self->stretches->len; i++)
    n += get_stretch (self, i)->items != NULL ? get_stretch (self, i)->items->len : 0;
  return n;
}
