/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-gazetteer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ORGANISATION_PREFIX "org:"

typedef enum
{
  COLUMN_FORM,
  COLUMN_TARGET,
  COLUMN_KIND,
  COLUMN_CASE,
  COLUMN_CONTEXT,
  COLUMN_FROM,
  COLUMN_TO,
  COLUMN_NOTE,
  N_COLUMNS
} Column;

#define FORMS_HEADER "form\ttarget\tkind\tcase\tcontext\tfrom\tto\tnote"
#define CLUES_HEADER "list\tlanguage\tword"
#define N_CLUE_COLUMNS 3

struct _AtlasGazetteer
{
  gatomicrefcount ref_count;
  GPtrArray *texts;                     /* the files; everything else points into them */
  GArray *storage;                      /* AtlasForm */
  GPtrArray *forms;                     /* AtlasForm* */
  GHashTable *clues[ATLAS_N_LANGUAGES]; /* word to bits of lists */
  GPtrArray *clue_words[ATLAS_N_CLUES][ATLAS_N_LANGUAGES];
};

typedef struct
{
  AtlasGazetteer *gazetteer;
  AtlasProblems *problems;
  char *path;
  AtlasLanguage language;
  GHashTable *seen; /* form, target, kind and beginning */
} Reader;

static const char *const kinds[ATLAS_N_FORM_KINDS] = {
  [ATLAS_FORM_NAME] = "name",
  [ATLAS_FORM_ABBREVIATION] = "abbreviation",
  [ATLAS_FORM_CAPITAL] = "capital",
  [ATLAS_FORM_SEAT] = "seat",
  [ATLAS_FORM_ADJECTIVE] = "adjective",
  [ATLAS_FORM_DEMONYM] = "demonym",
  [ATLAS_FORM_LEADER] = "leader",
  [ATLAS_FORM_OTHER] = "other",
};

static const char *const contexts[] = {
  "person",
  "state",
  "shared",
  "capitals",
  "start",
  "river",
  "metonym",
  "needs",
  "word",
  "own",
  "food",
  "usual",
  "given",
  "town",
  "local",
  "hamlet",
  "domestic",
};

static const char *const clue_lists[ATLAS_N_CLUES] = {
  [ATLAS_CLUE_PLACE] = "place",
  [ATLAS_CLUE_TITLE] = "title",
  [ATLAS_CLUE_HONORIFIC] = "honorific",
  [ATLAS_CLUE_GIVEN] = "given",
  [ATLAS_CLUE_PAPER] = "paper",
  [ATLAS_CLUE_RIVER] = "river",
  [ATLAS_CLUE_OBJECT] = "object",
  [ATLAS_CLUE_COMPOUND] = "compound",
  [ATLAS_CLUE_PREFIX] = "prefix",
  [ATLAS_CLUE_AND] = "and",
  [ATLAS_CLUE_HOUSE] = "house",
  [ATLAS_CLUE_CLUB] = "club",
  [ATLAS_CLUE_STREET] = "street",
  [ATLAS_CLUE_TONGUE] = "tongue",
  [ATLAS_CLUE_DISH] = "dish",
  [ATLAS_CLUE_PAUSE] = "pause",
  [ATLAS_CLUE_LANGUAGE] = "language",
  [ATLAS_CLUE_HALL] = "hall",
  [ATLAS_CLUE_ROAD] = "road",
  [ATLAS_CLUE_POSTAL] = "postal",
  [ATLAS_CLUE_VILLAGE] = "village",
  [ATLAS_CLUE_TOWNSFOLK] = "townsfolk",
  [ATLAS_CLUE_ABROAD] = "abroad",
  [ATLAS_CLUE_INSTITUTION] = "institution",
  [ATLAS_CLUE_LOOSE] = "loose",
};

/**
 * atlas_form_kind_to_id:
 *
 * Returns: (transfer none): the word that the gazetteer and JSON use
 */
const char *
atlas_form_kind_to_id (AtlasFormKind kind)
{
  g_return_val_if_fail (kind < ATLAS_N_FORM_KINDS, "");

  return kinds[kind];
}

static gboolean
parse_kind (const char *id,
            AtlasFormKind *kind)
{
  for (guint i = 0; i < ATLAS_N_FORM_KINDS; i++)
    if (g_str_equal (id, kinds[i]))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/* Cuts @line in place; @fields beyond the last are NULL. */
static guint
split_fields (char *line,
              char **fields,
              guint max_fields)
{
  guint n = 0;

  memset (fields, 0, max_fields * sizeof *fields);
  for (char *p = line; p != NULL; n++)
    {
      char *tab = strchr (p, '\t');

      if (n < max_fields)
        fields[n] = p;
      if (tab != NULL)
        *tab++ = '\0';
      p = tab;
    }
  return n;
}

static gboolean
parse_context (Reader *reader,
               guint line,
               char *words,
               AtlasForm *form)
{
  char *rest = words;
  gboolean known = TRUE;

  while (rest != NULL && *rest != '\0')
    {
      char *space = strchr (rest, ' ');
      guint i = 0;

      if (space != NULL)
        *space++ = '\0';
      while (i < G_N_ELEMENTS (contexts) && !g_str_equal (rest, contexts[i]))
        i++;
      if (i < G_N_ELEMENTS (contexts))
        form->context |= 1u << i;
      else
        {
          known = FALSE;
          atlas_problems_add (reader->problems, reader->path, line, COLUMN_CONTEXT + 1,
                              _ ("No rule is called “%s”; the gazetteer's README lists them."), rest);
        }
      rest = space;
    }
  return known;
}

static gboolean
parse_period (Reader *reader,
              guint line,
              char *const *fields,
              AtlasForm *form)
{
  for (guint column = COLUMN_FROM; column <= COLUMN_TO; column++)
    {
      g_autoptr (GError) error = NULL;
      AtlasDate date;

      if (fields[column][0] == '\0')
        continue;
      if (!atlas_date_parse (fields[column], &date, &error))
        {
          atlas_problems_add (reader->problems, reader->path, line, column + 1, "%s", error->message);
          return FALSE;
        }
      if (column == COLUMN_FROM)
        form->from = date.earliest;
      else
        form->to = date.latest == ATLAS_DAY_MAX ? date.latest : date.latest + 1;
    }
  if (form->to > form->from)
    return TRUE;
  atlas_problems_add (reader->problems, reader->path, line, COLUMN_TO + 1,
                      _ ("The period ends before it starts; swap the columns “from” and “to”."));
  return FALSE;
}

static gboolean
parse_target (Reader *reader,
              guint line,
              const char *text,
              AtlasForm *form)
{
  gboolean is_none = g_str_equal (text, "-");

  if (is_none != (form->kind == ATLAS_FORM_OTHER))
    {
      atlas_problems_add (reader->problems, reader->path, line, COLUMN_TARGET + 1,
                          _ ("The target is “-” for the kind “other”, and only there."));
      return FALSE;
    }
  if (is_none)
    {
      form->target = "";
      return TRUE;
    }
  form->is_organisation = g_str_has_prefix (text, ORGANISATION_PREFIX);
  form->target = form->is_organisation ? text + strlen (ORGANISATION_PREFIX) : text;
  if (form->is_organisation ? form->target[0] != '\0'
                            : strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]))
    return TRUE;
  atlas_problems_add (reader->problems, reader->path, line, COLUMN_TARGET + 1,
                      _ ("“%s” is no target; write a country's code such as KZ, or org: and an organisation's id."), text);
  return FALSE;
}

static gboolean
parse_words (Reader *reader,
             guint line,
             char *const *fields,
             AtlasForm *form)
{
  AtlasFormKind kind = ATLAS_FORM_NAME;

  if (fields[COLUMN_FORM][0] == '\0')
    {
      atlas_problems_add (reader->problems, reader->path, line, COLUMN_FORM + 1, _ ("The form is empty; write it or remove the row."));
      return FALSE;
    }
  if (!parse_kind (fields[COLUMN_KIND], &kind))
    {
      atlas_problems_add (reader->problems, reader->path, line, COLUMN_KIND + 1,
                          _ ("No kind of form is called “%s”; the gazetteer's README lists them."), fields[COLUMN_KIND]);
      return FALSE;
    }
  form->kind = kind;
  form->exact_case = g_str_equal (fields[COLUMN_CASE], "exact");
  if (form->exact_case || g_str_equal (fields[COLUMN_CASE], "any"))
    return TRUE;
  atlas_problems_add (reader->problems, reader->path, line, COLUMN_CASE + 1, _ ("Case is “exact” or “any”, not “%s”."), fields[COLUMN_CASE]);
  return FALSE;
}

static void
read_form (Reader *reader,
           guint line,
           char *const *fields)
{
  AtlasForm form = { .form = fields[COLUMN_FORM], .language = reader->language, .from = ATLAS_DAY_MIN, .to = ATLAS_DAY_MAX, .line = line };
  g_autofree char *key = g_strjoin ("\t", fields[COLUMN_FORM], fields[COLUMN_TARGET], fields[COLUMN_KIND], fields[COLUMN_FROM], NULL);

  if (!parse_words (reader, line, fields, &form) ||
      !parse_target (reader, line, fields[COLUMN_TARGET], &form) ||
      !parse_context (reader, line, fields[COLUMN_CONTEXT], &form) ||
      !parse_period (reader, line, fields, &form))
    return;

  if (!g_hash_table_add (reader->seen, g_steal_pointer (&key)))
    atlas_problems_add (reader->problems, reader->path, line, COLUMN_FORM + 1,
                        _ ("“%s” stands here twice with the same target, kind and beginning; remove one row."), form.form);
  else
    g_array_append_val (reader->gazetteer->storage, form);
}

static void
add_clue (AtlasGazetteer *self,
          AtlasClue clue,
          AtlasLanguage language,
          char *word)
{
  guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (self->clues[language], word));

  if ((bits & ATLAS_CLUE_BIT (clue)) != 0)
    return;
  g_hash_table_insert (self->clues[language], word, GUINT_TO_POINTER (bits | ATLAS_CLUE_BIT (clue)));
  g_ptr_array_add (self->clue_words[clue][language], word);
}

static void
read_clue (Reader *reader,
           guint line,
           char *const *fields)
{
  AtlasGazetteer *gazetteer = reader->gazetteer;
  AtlasLanguage language = atlas_language_from_tag (fields[1]);
  guint clue = 0;

  while (clue < ATLAS_N_CLUES && !g_str_equal (fields[0], clue_lists[clue]))
    clue++;
  if (clue == ATLAS_N_CLUES)
    atlas_problems_add (reader->problems, reader->path, line, 1, _ ("No list of words is called “%s”; the gazetteer's README lists them."), fields[0]);
  else if (language == ATLAS_LANGUAGE_UNKNOWN)
    atlas_problems_add (reader->problems, reader->path, line, 2, _ ("“%s” is not a language of the gazetteer."), fields[1]);
  else if (fields[2][0] == '\0')
    atlas_problems_add (reader->problems, reader->path, line, 3, _ ("The word is empty; write it or remove the row."));
  else
    add_clue (gazetteer, clue, language, fields[2]);
}

typedef void (*ReadRow) (Reader *reader, guint line, char *const *fields);

static void
read_rows (Reader *reader,
           char *text,
           const char *header,
           guint n_columns,
           ReadRow read_row)
{
  guint line = 0;

  for (char *p = text; p != NULL && *p != '\0';)
    {
      char *newline = strchr (p, '\n');
      char *fields[N_COLUMNS];
      guint n;

      if (newline != NULL)
        *newline++ = '\0';
      line++;
      if (line == 1 && !g_str_equal (p, header))
        {
          atlas_problems_add (reader->problems, reader->path, 1, 0, _ ("The first line must name the columns, parted by tabs: %s"), header);
          return;
        }
      n = line > 1 && *p != '\0' ? split_fields (p, fields, n_columns) : 0;
      if (n == n_columns)
        read_row (reader, line, fields);
      else if (n > 0)
        atlas_problems_add (reader->problems, reader->path, line, 0,
                            ngettext ("The line has %u field; it needs %u, parted by tabs.", "The line has %u fields; it needs %u, parted by tabs.", n),
                            n, n_columns);
      p = newline;
    }
}

static char *
read_text (Reader *reader)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *bad;
  gsize length;

  if (!g_file_get_contents (reader->path, &text, &length, &error))
    {
      atlas_problems_add (reader->problems, reader->path, 0, 0, "%s", error->message);
      return NULL;
    }
  if (!g_utf8_validate_len (text, length, &bad))
    {
      guint line = 1;

      for (const char *p = text; p < bad; p++)
        line += *p == '\n';
      atlas_problems_add (reader->problems, reader->path, line, 0, _ ("This line is not UTF-8; save the file as UTF-8."));
      return NULL;
    }
  g_ptr_array_add (reader->gazetteer->texts, text);
  return g_steal_pointer (&text);
}

static void
read_file (Reader *reader,
           const char *directory,
           const char *name,
           const char *header,
           guint n_columns,
           ReadRow read_row)
{
  char *text;

  reader->path = g_build_filename (directory, name, NULL);
  text = read_text (reader);
  if (text != NULL)
    read_rows (reader, text, header, n_columns, read_row);
  g_clear_pointer (&reader->path, g_free);
}

static AtlasGazetteer *
gazetteer_new (void)
{
  AtlasGazetteer *self = g_new0 (AtlasGazetteer, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->storage = g_array_new (FALSE, FALSE, sizeof (AtlasForm));
  self->forms = g_ptr_array_new ();
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    {
      self->clues[language] = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint clue = 0; clue < ATLAS_N_CLUES; clue++)
        self->clue_words[clue][language] = g_ptr_array_new ();
    }
  return self;
}

/**
 * atlas_gazetteer_load:
 * @directory: holds one file for each language, and clues.tsv
 * @problems: what is wrong is added here; rows with a problem are left out
 *
 * Returns: (transfer full): the gazetteer, empty where nothing could be read
 */
AtlasGazetteer *
atlas_gazetteer_load (const char *directory,
                      AtlasProblems *problems)
{
  AtlasGazetteer *self = gazetteer_new ();
  Reader reader = { self, problems, NULL, 0, NULL };

  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    {
      g_autofree char *name = g_strconcat (atlas_language_to_tag (language), ".tsv", NULL);

      reader.language = language;
      reader.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      read_file (&reader, directory, name, FORMS_HEADER, N_COLUMNS, read_form);
      g_hash_table_unref (reader.seen);
    }
  read_file (&reader, directory, "clues.tsv", CLUES_HEADER, N_CLUE_COLUMNS, read_clue);

  for (guint i = 0; i < self->storage->len; i++)
    {
      AtlasForm *form = &g_array_index (self->storage, AtlasForm, i);

      form->index = i;
      g_ptr_array_add (self->forms, form);
    }
  return self;
}

/**
 * atlas_gazetteer_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasGazetteer *
atlas_gazetteer_ref (AtlasGazetteer *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_gazetteer_unref:
 *
 * Any thread may call this.
 */
void
atlas_gazetteer_unref (AtlasGazetteer *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    {
      g_hash_table_unref (self->clues[language]);
      for (guint clue = 0; clue < ATLAS_N_CLUES; clue++)
        g_ptr_array_unref (self->clue_words[clue][language]);
    }
  g_ptr_array_unref (self->forms);
  g_array_unref (self->storage);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/**
 * atlas_gazetteer_get_forms:
 *
 * Returns: (transfer none) (array length=n): in the files' order
 */
const AtlasForm *const *
atlas_gazetteer_get_forms (const AtlasGazetteer *self,
                           guint *n)
{
  *n = self->forms->len;
  return (const AtlasForm *const *) self->forms->pdata;
}

/**
 * atlas_gazetteer_find_clues:
 * @word: in lower case
 *
 * Returns: in which lists the word stands, as bits; see ATLAS_CLUE_BIT()
 */
guint
atlas_gazetteer_find_clues (const AtlasGazetteer *self,
                            AtlasLanguage language,
                            const char *word)
{
  return language < ATLAS_N_LANGUAGES ? GPOINTER_TO_UINT (g_hash_table_lookup (self->clues[language], word)) : 0;
}

/**
 * atlas_gazetteer_is_clue:
 * @word: in lower case
 */
gboolean
atlas_gazetteer_is_clue (const AtlasGazetteer *self,
                         AtlasClue clue,
                         AtlasLanguage language,
                         const char *word)
{
  return (atlas_gazetteer_find_clues (self, language, word) & ATLAS_CLUE_BIT (clue)) != 0;
}

/**
 * atlas_gazetteer_get_clues:
 *
 * Returns: (transfer none) (array length=n): the words of a list
 */
const char *const *
atlas_gazetteer_get_clues (const AtlasGazetteer *self,
                           AtlasClue clue,
                           AtlasLanguage language,
                           guint *n)
{
  *n = self->clue_words[clue][language]->len;
  return (const char *const *) self->clue_words[clue][language]->pdata;
}
