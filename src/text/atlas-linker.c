/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-linker.h"

#include "atlas-automaton.h"
#include "atlas-resolver.h"

#include <string.h>

#define MAX_HITS 12

/* In Swedish, a name this long followed by s and small letters is taken for the
 * first part of a compound, whatever its second part is. */
#define MIN_COMPOUND_NAME 6
#define MIN_BARE_COMPOUND_NAME 7 /* without the s: “Turkiet|resor” */
#define MIN_COMPOUND_TAIL 4
#define MIN_STEM 2
#define MAX_STEM 12
#define MAX_BYTES 4 /* of a letter */

#define N_CODE_POINTS 0x3000

struct _AtlasLinker
{
  gatomicrefcount ref_count;
  AtlasGazetteer *gazetteer;
  AtlasAutomaton *automaton;
  AtlasResolver *resolver;

  /* The forms of group g are rows[group_starts[g]] up to rows[group_starts[g + 1]]. */
  guint *group_starts;
  const AtlasForm **rows;
  guint *prefix_languages; /* by group: bits of languages whose compounds begin so */

  guint8 is_word[N_CODE_POINTS];
};

typedef struct
{
  const AtlasLinker *linker;
  const char *text;
  const char *end;
  AtlasLanguage language;
  GArray *candidates; /* AtlasCandidate */
} Scan;

typedef enum
{
  ENDING_NONE, /* the hit ends inside a word */
  ENDING_PLAIN,
  ENDING_GENITIVE,
  ENDING_COMPOUND
} Ending;

/* --- Building ---------------------------------------------------------------- */

static void
fill_prefixes (AtlasLinker *self,
               GPtrArray *keys,
               const guint *groups,
               guint first,
               const guint *languages)
{
  self->prefix_languages = g_new0 (guint, atlas_automaton_get_n_groups (self->automaton));
  for (guint i = first; i < keys->len; i++)
    self->prefix_languages[groups[i]] |= 1u << languages[i - first];
}

static void
fill_groups (AtlasLinker *self,
             const AtlasForm *const *forms,
             guint n_forms,
             const guint *groups)
{
  guint n_groups = atlas_automaton_get_n_groups (self->automaton);
  g_autofree guint *filled = g_new0 (guint, n_groups + 1);

  self->group_starts = g_new0 (guint, n_groups + 1);
  self->rows = g_new (const AtlasForm *, MAX (n_forms, 1));
  for (guint i = 0; i < n_forms; i++)
    self->group_starts[groups[i] + 1]++;
  for (guint g = 0; g < n_groups; g++)
    self->group_starts[g + 1] += self->group_starts[g];
  for (guint i = 0; i < n_forms; i++)
    self->rows[self->group_starts[groups[i]] + filled[groups[i]]++] = forms[i];
}

static void
build_automaton (AtlasLinker *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GArray) languages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *groups = NULL;
  guint n_forms;
  const AtlasForm *const *forms = atlas_gazetteer_get_forms (self->gazetteer, &n_forms);

  for (guint i = 0; i < n_forms; i++)
    g_ptr_array_add (keys, (char *) forms[i]->form);
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    {
      guint n;
      const char *const *words = atlas_gazetteer_get_clues (self->gazetteer, ATLAS_CLUE_PREFIX, language, &n);

      for (guint i = 0; i < n; i++)
        {
          g_ptr_array_add (keys, (char *) words[i]);
          g_array_append_val (languages, language);
        }
    }

  groups = g_new (guint, MAX (keys->len, 1));
  self->automaton = atlas_automaton_new ((const char *const *) keys->pdata, keys->len, groups);
  fill_groups (self, forms, n_forms, groups);
  fill_prefixes (self, keys, groups, n_forms, (const guint *) languages->data);
}

/**
 * atlas_linker_new:
 *
 * Builds the automaton. It takes some tens of milliseconds and may be done in a
 * thread.
 *
 * Returns: (transfer full):
 */
AtlasLinker *
atlas_linker_new (AtlasGazetteer *gazetteer)
{
  AtlasLinker *self = g_new0 (AtlasLinker, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->gazetteer = atlas_gazetteer_ref (gazetteer);
  for (gunichar c = 0; c < N_CODE_POINTS; c++)
    self->is_word[c] = g_unichar_isalnum (c) || g_unichar_ismark (c);
  build_automaton (self);
  self->resolver = atlas_resolver_new (gazetteer);
  return self;
}

/**
 * atlas_linker_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasLinker *
atlas_linker_ref (AtlasLinker *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_linker_unref:
 *
 * Any thread may call this.
 */
void
atlas_linker_unref (AtlasLinker *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  atlas_resolver_free (self->resolver);
  atlas_automaton_free (self->automaton);
  g_free (self->group_starts);
  g_free (self->rows);
  g_free (self->prefix_languages);
  atlas_gazetteer_unref (self->gazetteer);
  g_free (self);
}

/* --- Which rows count ---------------------------------------------------------- */

static gboolean
counts_abroad (const AtlasForm *form)
{
  const guint shaky = ATLAS_CONTEXT_OWN | ATLAS_CONTEXT_WORD | ATLAS_CONTEXT_START | ATLAS_CONTEXT_NEEDS;

  if (!form->exact_case || (form->context & shaky) != 0)
    return FALSE;
  return form->kind != ATLAS_FORM_ADJECTIVE && form->kind != ATLAS_FORM_DEMONYM;
}

/* Rows of the text's own language silence those of others. */
static guint
choose_rows (const AtlasLinker *self,
             guint group,
             AtlasLanguage language,
             const AtlasForm **rows,
             guint max_rows)
{
  guint n = 0;
  gboolean own = FALSE;

  for (guint i = self->group_starts[group]; i < self->group_starts[group + 1]; i++)
    {
      const AtlasForm *row = self->rows[i];
      gboolean is_own = row->language == language;

      if ((own && !is_own) || (!is_own && !counts_abroad (row)))
        continue;
      if (is_own && !own)
        n = 0;
      own = is_own;
      if (n < max_rows)
        rows[n++] = row;
    }
  return n;
}

/* The automaton has compared letters; here each must also have the form's case,
 * or all must be capitals, as in a headline. */
static gboolean
has_case_of (const AtlasForm *form,
             const char *text,
             guint n_bytes)
{
  gsize form_bytes = strlen (form->form);
  guint n_letters = 0;
  gboolean all_upper = TRUE;
  gboolean all_same = TRUE;
  const char *f = form->form;

  if (form_bytes == n_bytes && memcmp (form->form, text, n_bytes) == 0)
    return TRUE;
  for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      while (*f != '\0' && !g_unichar_isalpha (g_utf8_get_char (f)))
        f = g_utf8_next_char (f);
      if (*f == '\0')
        return FALSE;
      all_same = all_same && g_unichar_isupper (c) == g_unichar_isupper (g_utf8_get_char (f));
      all_upper = all_upper && g_unichar_isupper (c);
      n_letters++;
      f = g_utf8_next_char (f);
    }
  return all_same || (all_upper && n_letters >= 4);
}

/* --- Where a hit ends ------------------------------------------------------------ */

static inline gboolean
is_word_char (const AtlasLinker *self,
              gunichar c)
{
  return c < N_CODE_POINTS ? self->is_word[c] : g_unichar_isalnum (c);
}

static gboolean
at_boundary (const Scan *scan,
             const char *p)
{
  return p >= scan->end || !is_word_char (scan->linker, g_utf8_get_char (p));
}

static const char *
find_word_end (const Scan *scan,
               const char *p,
               gboolean *all_small)
{
  *all_small = TRUE;
  while (!at_boundary (scan, p))
    {
      *all_small = *all_small && g_unichar_islower (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  return p;
}

static gboolean
begins_with_stem (const Scan *scan,
                  const char *tail,
                  const char *tail_end)
{
  char buffer[MAX_STEM * MAX_BYTES + 1];
  guint letters = 0;

  for (const char *p = tail; p < tail_end && letters < MAX_STEM;)
    {
      p = g_utf8_next_char (p);
      letters++;
      memcpy (buffer, tail, p - tail);
      buffer[p - tail] = '\0';
      if (letters >= MIN_STEM && atlas_gazetteer_is_clue (scan->linker->gazetteer, ATLAS_CLUE_COMPOUND, scan->language, buffer))
        return TRUE;
    }
  return FALSE;
}

/* Whether the word or its end stands in the list: “Rysslands|gatan”, “rysk|talande”. */
static gboolean
ends_like (const Scan *scan,
           AtlasClue clue,
           const char *tail,
           const char *tail_end)
{
  char buffer[MAX_STEM * 2 + 1];

  for (const char *p = tail; p < tail_end; p = g_utf8_next_char (p))
    {
      gsize n = (gsize) (tail_end - p);

      if (n >= sizeof buffer)
        continue;
      memcpy (buffer, p, n);
      buffer[n] = '\0';
      if (atlas_gazetteer_is_clue (scan->linker->gazetteer, clue, scan->language, buffer))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_nominal (const AtlasForm *form)
{
  return form->kind != ATLAS_FORM_ADJECTIVE && form->kind != ATLAS_FORM_OTHER;
}

static gboolean
begins_compounds (const AtlasForm *form)
{
  return form->kind != ATLAS_FORM_LEADER && form->kind != ATLAS_FORM_OTHER && (form->context & ATLAS_CONTEXT_WORD) == 0;
}

/* “Rysslands|ledd”, “Nato|medlem”, “kreml|kritisk”, “rysk|styrd”. */
static gboolean
is_compound (const Scan *scan,
             const AtlasForm *form,
             const char *start,
             const char *p)
{
  gboolean all_small;
  const char *word_end = find_word_end (scan, p, &all_small);
  gboolean has_s = *p == 's';
  guint letters = (guint) g_utf8_strlen (start, p - start);
  guint tail = (guint) g_utf8_strlen (p, word_end - p) - has_s;

  if (!begins_compounds (form) || !all_small)
    return FALSE;
  if (ends_like (scan, form->kind == ATLAS_FORM_ADJECTIVE ? ATLAS_CLUE_LANGUAGE : ATLAS_CLUE_STREET, p, word_end))
    return FALSE;
  if (begins_with_stem (scan, p, word_end) || (has_s && begins_with_stem (scan, p + 1, word_end)))
    return letters >= 4 || has_case_of (form, start, p - start);
  return form->kind == ATLAS_FORM_NAME && letters >= (has_s ? MIN_COMPOUND_NAME : MIN_BARE_COMPOUND_NAME) && tail >= MIN_COMPOUND_TAIL &&
         has_case_of (form, start, p - start);
}

static Ending
find_ending (const Scan *scan,
             const AtlasForm *form,
             const char *start,
             const char *p)
{
  gboolean fits_case = !form->exact_case || has_case_of (form, start, p - start);

  if (at_boundary (scan, p))
    return fits_case ? ENDING_PLAIN : ENDING_NONE;
  if (scan->language != ATLAS_LANGUAGE_SV && scan->language != ATLAS_LANGUAGE_DE)
    return ENDING_NONE;
  if (fits_case && is_nominal (form) && (*p == 's' || *p == 'S') && at_boundary (scan, p + 1))
    return ENDING_GENITIVE;
  return is_compound (scan, form, start, p) ? ENDING_COMPOUND : ENDING_NONE;
}

/* --- Scanning -------------------------------------------------------------------- */

static gboolean
take_hit (Scan *scan,
          const AtlasAutomatonHit *hit,
          const char *p,
          guint code_point,
          gboolean after_prefix,
          AtlasCandidate *candidate)
{
  const AtlasForm *rows[ATLAS_CANDIDATE_MAX_ROWS] = { NULL };
  guint n = choose_rows (scan->linker, hit->group, scan->language, rows, G_N_ELEMENTS (rows));
  guint n_kept = 0;

  for (guint i = 0; i < n; i++)
    {
      AtlasForm any_case;
      Ending ending;

      /* “proryska”, “Östukraina”, “östukrainska”: the prefix takes the capital. */
      if (after_prefix)
        {
          if (rows[i]->kind == ATLAS_FORM_OTHER || rows[i]->kind == ATLAS_FORM_ABBREVIATION || (rows[i]->context & ATLAS_CONTEXT_WORD) != 0)
            continue;
          any_case = *rows[i];
          any_case.exact_case = FALSE;
        }
      /* “Israel” is the country, “israel” somebody from there. */
      if (n_kept > 0 && (rows[i]->context & ATLAS_CONTEXT_WORD) != 0 && g_str_equal (rows[i]->target, candidate->rows[0]->target))
        continue;
      ending = find_ending (scan, after_prefix ? &any_case : rows[i], p, p + hit->bytes);
      if (ending == ENDING_NONE)
        continue;
      if (n_kept == 0)
        {
          guint extra = ending == ENDING_GENITIVE;

          *candidate = (AtlasCandidate) {
            .start = code_point,
            .end = code_point + hit->code_points + extra,
            .byte_start = (guint) (p - scan->text),
            .byte_end = (guint) (p - scan->text) + hit->bytes + extra,
            .is_compound = after_prefix || ending == ENDING_COMPOUND,
          };
        }
      candidate->rows[n_kept++] = rows[i];
    }
  candidate->n_rows = n_kept;
  return n_kept > 0;
}

/* The longest hit that ends well. A hit that is only the beginning of a compound
 * (“pro|rysk”) leads to the hits behind it. */
static gboolean
find_candidate (Scan *scan,
                const char *p,
                guint code_point,
                gboolean after_prefix,
                AtlasCandidate *candidate)
{
  AtlasAutomatonHit hits[MAX_HITS];
  const AtlasLinker *linker = scan->linker;
  guint n = atlas_automaton_match (linker->automaton, p, scan->end, hits, MAX_HITS);

  for (guint i = n; i > 0; i--)
    if (take_hit (scan, &hits[i - 1], p, code_point, after_prefix, candidate))
      return TRUE;
  for (guint i = n; i > 0 && !after_prefix; i--)
    {
      const AtlasAutomatonHit *hit = &hits[i - 1];

      if ((linker->prefix_languages[hit->group] & 1u << scan->language) != 0 && !at_boundary (scan, p + hit->bytes) &&
          find_candidate (scan, p + hit->bytes, code_point + hit->code_points, TRUE, candidate))
        return TRUE;
    }
  return FALSE;
}

static void
find_candidates (Scan *scan)
{
  const AtlasLinker *linker = scan->linker;
  const char *p = scan->text;
  guint code_point = 0;
  gboolean in_word = FALSE;

  while (p < scan->end)
    {
      guchar byte = (guchar) *p;
      gunichar c = byte < 0x80 ? byte : g_utf8_get_char (p);
      gboolean is_word = is_word_char (linker, c);
      AtlasCandidate candidate;

      if (is_word && !in_word && find_candidate (scan, p, code_point, FALSE, &candidate))
        {
          g_array_append_val (scan->candidates, candidate);
          p = scan->text + candidate.byte_end;
          code_point = candidate.end;
          in_word = candidate.is_compound;
          continue;
        }
      in_word = is_word;
      p = byte < 0x80 ? p + 1 : g_utf8_next_char (p);
      code_point++;
    }
}

/**
 * atlas_linker_link:
 * @text: valid UTF-8
 * @length: in bytes, or -1
 * @language: the text's, or %ATLAS_LANGUAGE_UNKNOWN to have it guessed
 * @date: (nullable): when the text was written, which decides about leaders
 *
 * Finds what a text names: one pass with the automaton, longest match first,
 * then a decision about everything that has several readings.
 *
 * Returns: (transfer full):
 */
AtlasMentions *
atlas_linker_link (const AtlasLinker *self,
                   const char *text,
                   gssize length,
                   AtlasLanguage language,
                   const AtlasDate *date)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (AtlasCandidate));
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  Scan scan = { self, text, text + n_bytes, language, candidates };

  if (scan.language >= ATLAS_N_LANGUAGES)
    scan.language = atlas_language_guess (text, (gssize) n_bytes);
  if (scan.language >= ATLAS_N_LANGUAGES)
    scan.language = ATLAS_LANGUAGE_EN;

  find_candidates (&scan);
  return atlas_resolver_resolve (self->resolver, text, n_bytes, scan.language, date, candidates);
}
