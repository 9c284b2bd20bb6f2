/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-subject.h"

#include <string.h>

/* An article is about what its title names or what is declared, and about what
 * weighs at least this much and this share of the heaviest subject. Of a text of
 * a few sentences less is asked: a share of all that it names. */
#define ABOUT_WEIGHT 6
#define ABOUT_SHARE 0.4
#define ABOUT_SHARE_OF_ALL 0.2
#define MIN_ABOUT_WEIGHT 2

static const guint weights[] = {
  [ATLAS_STANDING_TITLE] = 6,
  [ATLAS_STANDING_SUMMARY] = 3,
  [ATLAS_STANDING_OPENING] = 2,
  [ATLAS_STANDING_TEXT] = 1,
};

/* A subject is marked as about from the start where that needs no weighing. */
typedef struct
{
  AtlasSubject subject;
  guint weight;
} Weighed;

struct _AtlasWeighing
{
  GArray *items; /* Weighed */
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
  return self;
}

/**
 * atlas_weighing_free:
 */
void
atlas_weighing_free (AtlasWeighing *self)
{
  g_array_unref (self->items);
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
                    const char *target,
                    gboolean is_organisation,
                    AtlasStanding standing,
                    gboolean doubtful)
{
  Weighed *item = find_or_append (self, target, is_organisation);

  if (doubtful)
    {
      item->subject.n_doubtful++;
      return;
    }
  item->subject.count++;
  item->weight += weights[standing];
  item->subject.about |= standing == ATLAS_STANDING_TITLE;
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
  guint heaviest = 0;
  guint all = 0;
  double enough;

  g_array_sort (self->items, compare_weighed);
  for (guint i = 0; i < self->items->len; i++)
    {
      heaviest = MAX (heaviest, g_array_index (self->items, Weighed, i).weight);
      all += g_array_index (self->items, Weighed, i).weight;
    }
  enough = MAX (CLAMP (all * ABOUT_SHARE_OF_ALL, MIN_ABOUT_WEIGHT, ABOUT_WEIGHT), heaviest * ABOUT_SHARE);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Weighed *item = &g_array_index (self->items, Weighed, i);
      AtlasSubject subject = item->subject;

      subject.about = subject.about || item->weight >= enough;
      g_array_append_val (subjects, subject);
    }
  return subjects;
}
