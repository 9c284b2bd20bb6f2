/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-lineage.h"

/* One status for a while; what a spell is before its neighbours join it. A
 * sequence of them is in order and does not overlap. */
typedef struct
{
  AtlasStatus status;
  AtlasStatus of;
  AtlasDay start;
  AtlasDay certain_from;
  AtlasDay end;
  AtlasDay end_latest;
  const AtlasMembership *row;
} Stretch;

#define STRETCH(sequence, i) (&g_array_index ((sequence), Stretch, (i)))

static GArray *
sequence_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Stretch));
}

static void
end_at (Stretch *stretch,
        AtlasDay day,
        AtlasDay latest)
{
  stretch->end = day;
  stretch->end_latest = latest;
}

/* The rows of one organisation. Where an uncertain end reaches into the next
 * spell, that one holds from its earliest day. */
static GArray *
sequence_from_rows (const AtlasMembership *const *rows,
                    guint n)
{
  GArray *sequence = sequence_new ();

  for (guint i = 0; i < n; i++)
    {
      const AtlasMembership *row = rows[i];
      Stretch stretch = { row->status, row->of, row->from.earliest, row->from.latest, row->to.earliest, row->to.latest, row };
      Stretch *last = i > 0 ? STRETCH (sequence, i - 1) : NULL;

      if (last != NULL && last->end >= stretch.start)
        end_at (last, stretch.start, stretch.certain_from);
      g_array_append_val (sequence, stretch);
    }
  return sequence;
}

static gboolean
is_weak (const Stretch *stretch)
{
  return stretch->status == ATLAS_STATUS_SIGNATORY || stretch->status == ATLAS_STATUS_INVITED;
}

static gboolean
is_strong (const Stretch *stretch)
{
  return stretch->status == ATLAS_STATUS_MEMBER || stretch->status == ATLAS_STATUS_SUSPENDED || stretch->status == ATLAS_STATUS_FROZEN;
}

/* Adds to @out what is left of @stretch where no hole that passes @filter is. */
static void
add_outside (GArray *out,
             Stretch stretch,
             GArray *holes,
             gboolean (*filter) (const Stretch *hole))
{
  for (guint i = 0; i < holes->len && stretch.start < stretch.end; i++)
    {
      const Stretch *hole = STRETCH (holes, i);

      if (!filter (hole) || hole->end <= stretch.start || hole->start >= stretch.end)
        continue;
      if (hole->start > stretch.start)
        {
          Stretch before = stretch;

          end_at (&before, hole->start, hole->certain_from);
          g_array_append_val (out, before);
        }
      stretch.start = hole->end;
      stretch.certain_from = hole->end_latest;
    }
  if (stretch.start < stretch.end)
    g_array_append_val (out, stretch);
}

static int
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  const Stretch *left = a;
  const Stretch *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

/* Ends a sequence where the successor says something other than that a
 * signature or an invitation was given. */
static void
end_predecessor (GArray *before,
                 GArray *after)
{
  guint i = 0;

  while (i < after->len && is_weak (STRETCH (after, i)))
    i++;
  if (i == after->len)
    return;

  for (guint j = before->len; j-- > 0;)
    {
      Stretch *stretch = STRETCH (before, j);

      if (stretch->start >= STRETCH (after, i)->start)
        g_array_set_size (before, j);
      else if (stretch->end >= STRETCH (after, i)->start)
        end_at (stretch, STRETCH (after, i)->start, STRETCH (after, i)->certain_from);
    }
}

/* A predecessor's sequence, continued by its successor's. */
static GArray *
succeed (GArray *before,
         GArray *after)
{
  GArray *out = sequence_new ();

  end_predecessor (before, after);
  for (guint i = 0; i < after->len; i++)
    if (is_weak (STRETCH (after, i)))
      add_outside (out, *STRETCH (after, i), before, is_strong);
    else
      g_array_append_val (out, *STRETCH (after, i));
  for (guint i = 0; i < before->len; i++)
    if (is_strong (STRETCH (before, i)))
      g_array_append_val (out, *STRETCH (before, i));
    else
      add_outside (out, *STRETCH (before, i), after, is_weak);

  g_array_sort (out, compare_stretches);
  return out;
}

/* Who has left stays one who has left until something else begins. */
static void
extend_withdrawals (GArray *sequence)
{
  for (guint i = 0; i < sequence->len; i++)
    {
      const Stretch *next = i + 1 < sequence->len ? STRETCH (sequence, i + 1) : NULL;

      if (STRETCH (sequence, i)->status != ATLAS_STATUS_WITHDRAWN)
        continue;
      end_at (STRETCH (sequence, i), next != NULL ? next->start : ATLAS_DAY_MAX, next != NULL ? next->certain_from : ATLAS_DAY_MAX);
    }
}

/* How many stretches from @first on are one spell. */
static guint
count_equal (GArray *sequence,
             guint first)
{
  guint n = 1;

  while (first + n < sequence->len && STRETCH (sequence, first + n)->status == STRETCH (sequence, first)->status && STRETCH (sequence, first + n)->of == STRETCH (sequence, first)->of && STRETCH (sequence, first + n)->start == STRETCH (sequence, first + n - 1)->end)
    n++;
  return n;
}

static AtlasSpell
join (GArray *sequence,
      guint first,
      guint n)
{
  const Stretch *start = STRETCH (sequence, first);
  const Stretch *end = STRETCH (sequence, first + n - 1);
  const AtlasMembership **rows = g_new (const AtlasMembership *, n);
  AtlasSpell spell = {
    .organisation = start->row->organisation->lineage,
    .country = start->row->country,
    .status = start->status,
    .of = start->of,
    .start = start->start,
    .certain_from = start->certain_from,
    .end = end->end,
    .end_latest = end->end_latest,
    .member_since = ATLAS_DAY_MIN,
    .rows = rows,
  };

  for (guint i = 0; i < n; i++)
    {
      const AtlasMembership *row = STRETCH (sequence, first + i)->row;

      spell.contested = spell.contested || row->contested;
      if (spell.n_rows == 0 || rows[spell.n_rows - 1] != row)
        rows[spell.n_rows++] = row;
    }
  return spell;
}

static void
add_member_since (GArray *spells)
{
  for (guint i = 0; i < spells->len; i++)
    {
      AtlasSpell *spell = &g_array_index (spells, AtlasSpell, i);
      const AtlasSpell *last = i > 0 ? spell - 1 : NULL;

      if (!atlas_spell_belongs (spell))
        continue;
      spell->member_since = last != NULL && atlas_spell_belongs (last) && last->end == spell->start ? last->member_since : spell->start;
    }
}

static GArray *
spells_from_sequence (GArray *sequence)
{
  GArray *spells = g_array_new (FALSE, FALSE, sizeof (AtlasSpell));
  guint n;

  for (guint i = 0; i < sequence->len; i += n)
    {
      AtlasSpell spell = join (sequence, i, n = count_equal (sequence, i));

      g_array_append_val (spells, spell);
    }
  add_member_since (spells);
  return spells;
}

/**
 * atlas_lineage_resolve:
 * @rows: (array length=n_rows): all rows of one country in one lineage, the
 *   oldest predecessor's first, those of an organisation by their start
 *
 * Makes one sequence of the rows of a lineage. The successor's status counts,
 * except that a signature or an invitation displaces no membership, whole,
 * suspended or frozen; from a country's first other status in the successor its
 * predecessor rows end; a withdrawal lasts until the next status; equal
 * neighbours join. Two predecessors of one successor count as following each
 * other in the order of organisations.csv.
 *
 * Returns: (transfer full) (element-type AtlasSpell): the spells in order; the
 *   caller also owns the @rows of each
 */
GArray *
atlas_lineage_resolve (const AtlasMembership *const *rows,
                       guint n_rows)
{
  g_autoptr (GArray) sequence = sequence_new ();
  guint n;

  for (guint i = 0; i < n_rows; i += n)
    {
      g_autoptr (GArray) before = g_steal_pointer (&sequence);
      g_autoptr (GArray) after = NULL;

      for (n = 1; i + n < n_rows && rows[i + n]->organisation == rows[i]->organisation;)
        n++;
      after = sequence_from_rows (rows + i, n);
      sequence = succeed (before, after);
    }

  extend_withdrawals (sequence);
  return spells_from_sequence (sequence);
}
