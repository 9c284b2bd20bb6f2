/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-subject.h"

#include <string.h>

/* An article is about what its title names, about what is declared, and about what
 * weighs enough. A mention weighs by where it stands. One in a list of many weighs
 * less: results of a race, capitals that were asked. One soon after another of the
 * same subject weighs less too: a text comes back to what it is about.
 *
 *   enough = max (min (BASE + PER_100 × code points ÷ 100, MOST), SHARE × the heaviest) */
#define ENOUGH_BASE 1.5
#define ENOUGH_PER_100 0.2
#define ENOUGH_MOST 5.0
#define ENOUGH_SHARE 0.4

#define IN_LIST 0.5
#define MANY 4     /* subjects that make a list */
#define MAX_GAP 14 /* code points between two of a list */
#define AGAIN 0.3
#define SOON 100 /* code points */

static const double weights[] = {
  [ATLAS_STANDING_TITLE] = 5,
  [ATLAS_STANDING_SUMMARY] = 3,
  [ATLAS_STANDING_OPENING] = 2,
  [ATLAS_STANDING_TEXT] = 1,
};

/* A subject is marked as about from the start where that needs no weighing. */
typedef struct
{
  AtlasSubject subject;
  double weight;
  const AtlasSighting *last;
} Weighed;

struct _AtlasWeighing
{
  GArray *items;     /* Weighed */
  GArray *sightings; /* AtlasSighting, those in doubt left out */
  gsize length;
};

/**
 * atlas_weighing_new:
 *
 * Returns: (transfer full): of an article that names nothing yet
 */
AtlasWeighing *
atlas_weighing_new (void)
{
  AtlasWeighing *self = g_new0 (AtlasWeighing, 1);

  self->items = g_array_new (FALSE, TRUE, sizeof (Weighed));
  self->sightings = g_array_new (FALSE, FALSE, sizeof (AtlasSighting));
  return self;
}

/**
 * atlas_weighing_free:
 */
void
atlas_weighing_free (AtlasWeighing *self)
{
  g_array_unref (self->items);
  g_array_unref (self->sightings);
  g_free (self);
}

/* Its place, or the length of the list. */
static guint
find (AtlasWeighing *self,
      const char *target,
      gboolean is_organisation)
{
  guint i = 0;

  for (; i < self->items->len; i++)
    {
      const Weighed *item = &g_array_index (self->items, Weighed, i);

      if (item->subject.is_organisation == is_organisation && g_str_equal (item->subject.target, target))
        break;
    }
  return i;
}

static Weighed *
find_or_append (AtlasWeighing *self,
                const char *target,
                gboolean is_organisation)
{
  const Weighed new = { .subject = { .target = target, .is_organisation = is_organisation } };
  const guint i = find (self, target, is_organisation);

  if (i == self->items->len)
    g_array_append_val (self->items, new);
  return &g_array_index (self->items, Weighed, i);
}

/**
 * atlas_weighing_add:
 *
 * Takes a mention.
 */
void
atlas_weighing_add (AtlasWeighing *self,
                    const AtlasSighting *sighting)
{
  Weighed *item = find_or_append (self, sighting->target, sighting->is_organisation);

  if (sighting->doubtful)
    {
      item->subject.n_doubtful++;
      return;
    }
  item->subject.count++;
  item->subject.about |= sighting->standing == ATLAS_STANDING_TITLE;
  g_array_append_val (self->sightings, *sighting);
}

/**
 * atlas_weighing_set_length:
 * @code_points: of the article's text without its title
 *
 * A longer article has to name more often what it is about.
 */
void
atlas_weighing_set_length (AtlasWeighing *self,
                           gsize code_points)
{
  self->length = code_points;
}

/**
 * atlas_weighing_contains:
 *
 * Returns: whether the article names it
 */
gboolean
atlas_weighing_contains (AtlasWeighing *self,
                         const char *target,
                         gboolean is_organisation)
{
  return find (self, target, is_organisation) < self->items->len;
}

/**
 * atlas_weighing_declare:
 *
 * Somebody says that the article is about it, whether or not the text names it.
 */
void
atlas_weighing_declare (AtlasWeighing *self,
                        const char *target,
                        gboolean is_organisation)
{
  find_or_append (self, target, is_organisation)->subject.about = TRUE;
}

/**
 * atlas_weighing_remove:
 *
 * Forgets all that was added and declared of it.
 */
void
atlas_weighing_remove (AtlasWeighing *self,
                       const char *target,
                       gboolean is_organisation)
{
  const guint i = find (self, target, is_organisation);

  if (i < self->items->len)
    g_array_remove_index (self->items, i);
}

/* --- Weighing ------------------------------------------------------------------------ */

static int
compare_sightings (gconstpointer a,
                   gconstpointer b)
{
  const AtlasSighting *left = a;
  const AtlasSighting *right = b;

  if (left->block != right->block)
    return left->block < right->block ? -1 : 1;
  return left->start < right->start ? -1 : left->start > right->start;
}

static gboolean
is_same (const AtlasSighting *a,
         const AtlasSighting *b)
{
  return a->is_organisation == b->is_organisation && g_str_equal (a->target, b->target);
}

/* Where the list ends that begins at @first, and whether it has many subjects. */
static guint
find_list_end (const GArray *sightings,
               guint first,
               gboolean *is_long)
{
  const AtlasSighting *subjects[MANY];
  guint n = 0;
  guint i = first;

  for (;; i++)
    {
      const AtlasSighting *here = &g_array_index (sightings, AtlasSighting, i);
      const AtlasSighting *next = here + 1;
      guint known = 0;

      while (known < n && !is_same (subjects[known], here))
        known++;
      if (known == n && n < MANY)
        subjects[n++] = here;
      if (i + 1 == sightings->len || next->block != here->block || next->start > here->end + MAX_GAP)
        break;
    }
  *is_long = n == MANY;
  return i + 1;
}

static void
weigh_sighting (AtlasWeighing *self,
                const AtlasSighting *sighting,
                gboolean in_list)
{
  guint place = find (self, sighting->target, sighting->is_organisation);
  Weighed *item;
  double weight = weights[sighting->standing];

  if (place == self->items->len)
    return; /* removed */
  item = &g_array_index (self->items, Weighed, place);
  if (in_list)
    weight *= IN_LIST;
  if (item->last != NULL && item->last->block == sighting->block && sighting->start <= item->last->end + SOON)
    weight *= AGAIN;
  item->last = sighting;
  item->weight += weight;
}

static void
weigh_all (AtlasWeighing *self)
{
  g_array_sort (self->sightings, compare_sightings);
  for (guint i = 0; i < self->items->len; i++)
    {
      g_array_index (self->items, Weighed, i).weight = 0;
      g_array_index (self->items, Weighed, i).last = NULL;
    }
  for (guint i = 0; i < self->sightings->len;)
    {
      gboolean in_list;
      guint end = find_list_end (self->sightings, i, &in_list);

      for (; i < end; i++)
        weigh_sighting (self, &g_array_index (self->sightings, AtlasSighting, i), in_list);
    }
}

static int
compare_weighed (gconstpointer a,
                 gconstpointer b)
{
  const Weighed *left = a;
  const Weighed *right = b;

  if (left->subject.is_organisation != right->subject.is_organisation)
    return left->subject.is_organisation ? 1 : -1;
  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;
  return strcmp (left->subject.target, right->subject.target);
}

/**
 * atlas_weighing_list_subjects:
 *
 * Returns: (transfer full) (element-type AtlasSubject): countries before
 *   organisations, each the weightiest first
 */
GArray *
atlas_weighing_list_subjects (AtlasWeighing *self)
{
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (AtlasSubject));
  double heaviest = 0;
  double enough;

  weigh_all (self);
  g_array_sort (self->items, compare_weighed);
  for (guint i = 0; i < self->items->len; i++)
    heaviest = MAX (heaviest, g_array_index (self->items, Weighed, i).weight);
  enough = MAX (MIN (ENOUGH_BASE + ENOUGH_PER_100 * (double) self->length / 100, ENOUGH_MOST), ENOUGH_SHARE * heaviest);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Weighed *item = &g_array_index (self->items, Weighed, i);
      AtlasSubject subject = item->subject;

      subject.about = subject.about || item->weight >= enough;
      g_array_append_val (subjects, subject);
    }
  return subjects;
}
