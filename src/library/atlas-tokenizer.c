/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tokenizer.h"

#include <libstemmer.h>
#include <string.h>

/* Longer words are cut; nobody searches for them. */
#define MAX_WORD_BYTES 120

typedef enum
{
  STEMMER_EN,
  STEMMER_SV,
  STEMMER_RU,
  N_STEMMERS
} Stemmer;

static const char *const algorithms[N_STEMMERS] = { "english", "swedish", "russian" };

typedef struct
{
  struct sb_stemmer *stemmers[N_STEMMERS];
} Tokenizer;

typedef int (*TakeToken) (void *context, int flags, const char *token, int length, int start, int end);

/* The word that stands between two bytes of the text, folded. */
typedef struct
{
  char bytes[MAX_WORD_BYTES + 8];
  int length;
  gboolean is_cyrillic;
  gboolean has_digit;
} Word;

/* --- Folding -------------------------------------------------------------------- */

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0xad;
}

/* Accents go, and ё is е; but й stays what it is, a letter of its own. */
static gunichar
fold_character (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  c = g_unichar_tolower (c);
  if (c < 0x80 || c == 0x439)
    return c;
  if (g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts)) > 1)
    return parts[0];
  return c;
}

static void
append_character (Word *word,
                  gunichar c)
{
  if (c == 0xad || g_unichar_ismark (c) || word->length >= MAX_WORD_BYTES)
    return;
  c = fold_character (c);
  word->is_cyrillic = word->is_cyrillic || (c >= 0x400 && c <= 0x52f);
  word->has_digit = word->has_digit || g_unichar_isdigit (c);
  word->length += g_unichar_to_utf8 (c, word->bytes + word->length);
}

/* --- Stems ---------------------------------------------------------------------- */

/* Swedish is stemmed without its dots and rings, as it is written by those who
 * lack the keys; what matters is that texts and questions do the same. */
static int
emit_stem (Tokenizer *self,
           Stemmer which,
           const Word *word,
           char *stem)
{
  const sb_symbol *symbols = sb_stemmer_stem (self->stemmers[which], (const sb_symbol *) word->bytes, word->length);
  int length = symbols != NULL ? sb_stemmer_length (self->stemmers[which]) : 0;

  if (length <= 0 || length > MAX_WORD_BYTES)
    return 0;
  memcpy (stem, symbols, length);
  return length;
}

static gboolean
is_same (const char *a,
         int a_length,
         const char *b,
         int b_length)
{
  return a_length == b_length && memcmp (a, b, a_length) == 0;
}

/* A word stands in the index as it is written, for prefixes, and in each stem
 * that it can have: which language a text is in is not known here, and a text
 * quotes others. */
static int
emit_word (Tokenizer *self,
           const Word *word,
           gboolean as_written,
           void *context,
           int start,
           int end,
           TakeToken take)
{
  char stems[2][MAX_WORD_BYTES + 8];
  int lengths[2] = { 0 };
  int result = take (context, 0, word->bytes, word->length, start, end);

  if (as_written || word->has_digit || result != SQLITE_OK)
    return result;
  if (word->is_cyrillic)
    lengths[0] = emit_stem (self, STEMMER_RU, word, stems[0]);
  else
    {
      lengths[0] = emit_stem (self, STEMMER_EN, word, stems[0]);
      lengths[1] = emit_stem (self, STEMMER_SV, word, stems[1]);
    }
  for (guint i = 0; i < 2 && result == SQLITE_OK; i++)
    {
      if (lengths[i] == 0 || is_same (stems[i], lengths[i], word->bytes, word->length))
        continue;
      if (i == 1 && is_same (stems[1], lengths[1], stems[0], lengths[0]))
        continue;
      result = take (context, FTS5_TOKEN_COLOCATED, stems[i], lengths[i], start, end);
    }
  return result;
}

/* --- What SQLite calls ------------------------------------------------------------ */

static void
tokenizer_delete (Fts5Tokenizer *tokenizer)
{
  Tokenizer *self = (Tokenizer *) tokenizer;

  for (guint i = 0; i < N_STEMMERS; i++)
    g_clear_pointer (&self->stemmers[i], sb_stemmer_delete);
  g_free (self);
}

static int
tokenizer_create (void *data,
                  const char **arguments,
                  int n_arguments,
                  Fts5Tokenizer **tokenizer)
{
  Tokenizer *self = g_new0 (Tokenizer, 1);

  *tokenizer = (Fts5Tokenizer *) self;
  for (guint i = 0; i < N_STEMMERS; i++)
    {
      self->stemmers[i] = sb_stemmer_new (algorithms[i], "UTF_8");
      if (self->stemmers[i] == NULL)
        {
          tokenizer_delete (*tokenizer);
          *tokenizer = NULL;
          return SQLITE_ERROR;
        }
    }
  return SQLITE_OK;
}

static int
tokenizer_tokenize (Fts5Tokenizer *tokenizer,
                    void *context,
                    int flags,
                    const char *text,
                    int length,
                    TakeToken take)
{
  const char *end = text + length;
  int result = SQLITE_OK;
  /* Snippets only ask where words are; a beginning of a word has no stem. */
  gboolean as_written = (flags & (FTS5_TOKENIZE_PREFIX | FTS5_TOKENIZE_AUX)) != 0;

  for (const char *p = text; p < end && result == SQLITE_OK;)
    {
      gunichar c = g_utf8_get_char_validated (p, end - p);
      const char *start = p;
      Word word = { .length = 0 };

      while (p < end && c < 0x110000 && is_word_character (c))
        {
          append_character (&word, c);
          p = g_utf8_next_char (p);
          c = p < end ? g_utf8_get_char_validated (p, end - p) : 0;
        }
      if (word.length > 0)
        result = emit_word ((Tokenizer *) tokenizer, &word, as_written, context, (int) (start - text), (int) (p - text), take);
      else if (p == start)
        p += c < 0x110000 ? g_unichar_to_utf8 (c, NULL) : 1;
    }
  return result;
}

static fts5_api *
find_api (sqlite3 *handle)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &statement, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  sqlite3_finalize (statement);
  return api;
}

/**
 * atlas_tokenizer_register:
 *
 * Makes the tokenizer known to a connection. It folds case, accents and ё, and
 * stems in English, Swedish and Russian (Snowball).
 *
 * Returns: whether SQLite has FTS5 and took it
 */
gboolean
atlas_tokenizer_register (sqlite3 *handle)
{
  static fts5_tokenizer methods = { tokenizer_create, tokenizer_delete, tokenizer_tokenize };
  fts5_api *api = find_api (handle);

  return api != NULL && api->xCreateTokenizer (api, ATLAS_TOKENIZER_NAME, NULL, &methods, NULL) == SQLITE_OK;
}
