/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-automaton.h"

#include <string.h>

/* Code points from here on occur in no key. */
#define N_CODE_POINTS 0x2200

#define CLASS_END 0 /* the end of a key; also: occurs in no key */
#define CLASS_SPACE 1
#define CLASS_SKIPPED 255
#define MAX_CLASSES 254

#define SOFT_HYPHEN 0x00ad

/* The trie is walked as in “An Efficient Implementation of Trie Structures”
 * (J. Aoe, K. Morimoto, T. Sato, 1992): the child of s by class c is
 * base[s] + c where check of that cell is s. The child by CLASS_END carries
 * -(group + 1) in its base. */
typedef struct
{
  gint32 base;
  gint32 check;
} Cell;

struct _AtlasAutomaton
{
  Cell *cells;
  guint n_cells;
  guint n_groups;
  guint8 class_of[N_CODE_POINTS];
};

typedef struct
{
  guint8 *classes; /* ends with CLASS_END */
  guint key;
} Key;

typedef struct
{
  GArray *cells; /* Cell */
  guint first_free;
  const Key *keys;
  guint *groups;
  guint n_groups;
} Builder;

/* Returns: what @c is compared as: lower case, and one space, apostrophe and
 * hyphen for all kinds of them */
static gunichar
fold (gunichar c)
{
  switch (c)
    {
    case 0x2018: /* quotation marks that stand for an apostrophe */
    case 0x2019:
    case 0x02bc:
    case 0x00b4:
      return '\'';
    case 0x2010:
    case 0x2011:
      return '-';
    case 0x0451: /* ё */
    case 0x0401:
      return 0x0435;
    default:
      return g_unichar_isspace (c) ? ' ' : g_unichar_tolower (c);
    }
}

static void
assign_classes (AtlasAutomaton *self,
                const char *const *keys,
                guint n_keys)
{
  guint8 next = CLASS_SPACE + 1;

  self->class_of[' '] = CLASS_SPACE;
  for (guint i = 0; i < n_keys; i++)
    for (const char *p = keys[i]; *p != '\0'; p = g_utf8_next_char (p))
      {
        gunichar c = fold (g_utf8_get_char (p));

        if (c < N_CODE_POINTS && self->class_of[c] == CLASS_END && next < MAX_CLASSES)
          self->class_of[c] = next++;
      }
  for (gunichar c = 0; c < N_CODE_POINTS; c++)
    {
      gunichar folded = fold (c);

      if (folded != c && folded < N_CODE_POINTS)
        self->class_of[c] = self->class_of[folded];
    }
  self->class_of[SOFT_HYPHEN] = CLASS_SKIPPED;
}

static guint8 *
classify (const AtlasAutomaton *self,
          const char *key)
{
  guint8 *classes = g_new (guint8, strlen (key) + 1);
  guint n = 0;

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint8 class = c < N_CODE_POINTS ? self->class_of[c] : CLASS_SKIPPED;

      if (class != CLASS_SKIPPED && class != CLASS_END)
        classes[n++] = class;
    }
  classes[n] = CLASS_END;
  return classes;
}

static int
compare_keys (const void *a,
              const void *b)
{
  const Key *key_a = a;
  const Key *key_b = b;

  return strcmp ((const char *) key_a->classes, (const char *) key_b->classes);
}

static Cell *
get_cell (Builder *builder,
          guint i)
{
  if (i >= builder->cells->len)
    {
      guint old = builder->cells->len;

      g_array_set_size (builder->cells, MAX (i + 1, old * 2));
      for (guint j = old; j < builder->cells->len; j++)
        g_array_index (builder->cells, Cell, j) = (Cell) { 0, -1 };
    }
  return &g_array_index (builder->cells, Cell, i);
}

static gboolean
fits (Builder *builder,
      guint base,
      const guint8 *children,
      guint n_children)
{
  for (guint i = 0; i < n_children; i++)
    if (get_cell (builder, base + children[i])->check >= 0)
      return FALSE;
  return TRUE;
}

static guint
find_base (Builder *builder,
           const guint8 *children,
           guint n_children)
{
  guint base;

  while (get_cell (builder, builder->first_free)->check >= 0)
    builder->first_free++;
  base = builder->first_free > children[0] ? builder->first_free - children[0] : 1;
  while (!fits (builder, base, children, n_children))
    base++;
  return base;
}

/* The keys from @low to @high agree in their first @depth classes. */
static void
insert (Builder *builder,
        guint low,
        guint high,
        guint depth,
        guint state)
{
  guint8 children[256] = { 0 };
  guint starts[257];
  guint n = 0;
  guint base;

  for (guint i = low; i < high; i++)
    {
      guint8 class = builder->keys[i].classes[depth];

      if (n == 0 || children[n - 1] != class)
        {
          children[n] = class;
          starts[n++] = i;
        }
    }
  starts[n] = high;

  base = find_base (builder, children, n);
  get_cell (builder, state)->base = (gint32) base;
  for (guint i = 0; i < n; i++)
    get_cell (builder, base + children[i])->check = (gint32) state;

  for (guint i = 0; i < n; i++)
    {
      if (children[i] != CLASS_END)
        {
          insert (builder, starts[i], starts[i + 1], depth + 1, base + children[i]);
          continue;
        }
      for (guint j = starts[i]; j < starts[i + 1]; j++)
        builder->groups[builder->keys[j].key] = builder->n_groups;
      get_cell (builder, base)->base = -(gint32) ++builder->n_groups;
    }
}

/**
 * atlas_automaton_new:
 * @keys: (array length=n_keys): valid UTF-8, in any order
 * @groups: (out caller-allocates) (array length=n_keys): the group of each
 *   key; keys that are folded to the same share one
 *
 * Returns: (transfer full):
 */
AtlasAutomaton *
atlas_automaton_new (const char *const *keys,
                     guint n_keys,
                     guint *groups)
{
  AtlasAutomaton *self = g_new0 (AtlasAutomaton, 1);
  g_autofree Key *sorted = g_new (Key, n_keys);
  Builder builder = { g_array_new (FALSE, FALSE, sizeof (Cell)), 1, sorted, groups, 0 };

  assign_classes (self, keys, n_keys);
  for (guint i = 0; i < n_keys; i++)
    sorted[i] = (Key) { classify (self, keys[i]), i };
  if (n_keys > 0)
    qsort (sorted, n_keys, sizeof (Key), compare_keys);

  get_cell (&builder, n_keys * 8)->check = -1;
  get_cell (&builder, 0)->check = 0;
  if (n_keys > 0)
    insert (&builder, 0, n_keys, 0, 0);

  while (builder.cells->len > 1 && g_array_index (builder.cells, Cell, builder.cells->len - 1).check < 0)
    builder.cells->len--;
  self->n_cells = builder.cells->len;
  self->cells = g_memdup2 (builder.cells->data, self->n_cells * sizeof (Cell));
  self->n_groups = builder.n_groups;

  g_array_unref (builder.cells);
  for (guint i = 0; i < n_keys; i++)
    g_free (sorted[i].classes);
  return self;
}

void
atlas_automaton_free (AtlasAutomaton *self)
{
  g_free (self->cells);
  g_free (self);
}

/**
 * atlas_automaton_get_n_groups:
 *
 * Returns: how many different keys there are
 */
guint
atlas_automaton_get_n_groups (const AtlasAutomaton *self)
{
  return self->n_groups;
}

static inline gunichar
read_code_point (const char *p,
                 guint *length)
{
  guchar c = (guchar) *p;

  if (c < 0x80)
    {
      *length = 1;
      return c;
    }
  if (c < 0xe0)
    {
      *length = 2;
      return (gunichar) (c & 0x1f) << 6 | ((guchar) p[1] & 0x3f);
    }
  *length = (guint) (g_utf8_next_char (p) - p);
  return g_utf8_get_char (p);
}

static inline gint32
step (const AtlasAutomaton *self,
      gint32 state,
      guint8 class)
{
  guint child = (guint) self->cells[state].base + class;

  return child < self->n_cells && self->cells[child].check == state ? (gint32) child : -1;
}

/**
 * atlas_automaton_match:
 * @text: where keys may begin; valid UTF-8
 * @hits: (out caller-allocates) (array length=max_hits): filled with the
 *   shortest first
 *
 * Finds the keys that begin at @text. A key's space stands for any run of white
 * space short of an empty line.
 *
 * Returns: how many were found; where there are more than @max_hits, the
 *   shortest are forgotten
 */
guint
atlas_automaton_match (const AtlasAutomaton *self,
                       const char *text,
                       const char *end,
                       AtlasAutomatonHit *hits,
                       guint max_hits)
{
  gint32 state = 0;
  guint n_hits = 0;
  guint code_points = 0;
  gboolean after_space = FALSE;
  gboolean line_broken = FALSE;

  for (const char *p = text; p < end;)
    {
      guint length;
      gunichar c = read_code_point (p, &length);
      guint8 class = c < N_CODE_POINTS ? self->class_of[c] : CLASS_END;
      gint32 leaf;

      if (class == CLASS_END || (c == '\n' && line_broken))
        break;
      p += length;
      code_points++;
      line_broken = (line_broken && class == CLASS_SPACE) || c == '\n';
      if (class == CLASS_SKIPPED || (class == CLASS_SPACE && after_space))
        continue;
      after_space = class == CLASS_SPACE;

      state = step (self, state, class);
      if (state < 0)
        break;
      leaf = step (self, state, CLASS_END);
      if (leaf < 0)
        continue;
      if (n_hits == max_hits)
        memmove (hits, hits + 1, --n_hits * sizeof *hits);
      hits[n_hits++] = (AtlasAutomatonHit) { (guint) (-self->cells[leaf].base - 1), (guint) (p - text), code_points };
    }
  return n_hits;
}
