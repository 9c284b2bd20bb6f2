/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-likeness.h"

#include <string.h>

/* Words in a shingle. */
#define SHINGLE_WORDS 4

/* Smallest hashes in a band. Texts whose shingles agree in 90 % share one of ten
 * bands of four with a probability above 0.9999, those that agree in 30 % of 0.08. */
#define BAND_ROWS 4

#define N_ROWS (ATLAS_LIKENESS_N_BANDS * BAND_ROWS)

static guint64
mix (guint64 x)
{
  x ^= x >> 30;
  x *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x ^= x >> 27;
  x *= G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

/* Words only, in lower case: quotes, dashes and line ends differ between copies. */
static GArray *
hash_words (const char *text,
            GChecksum *checksum)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 hash = 0;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (c == 0xad)
        continue;
      if (c != 0 && g_unichar_isalnum (c))
        {
          hash = mix (hash ^ (c + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)));
          continue;
        }
      if (hash != 0)
        {
          g_array_append_val (words, hash);
          g_checksum_update (checksum, (const guchar *) &hash, sizeof hash);
          hash = 0;
        }
      if (c == 0)
        return words;
    }
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  guint64 left = *(const guint64 *) a;
  guint64 right = *(const guint64 *) b;

  return (left > right) - (left < right);
}

static void
keep_each_once (GArray *hashes)
{
  guint n = 0;

  g_array_sort (hashes, compare_hashes);
  for (guint i = 0; i < hashes->len; i++)
    if (i == 0 || g_array_index (hashes, guint64, i) != g_array_index (hashes, guint64, i - 1))
      g_array_index (hashes, guint64, n++) = g_array_index (hashes, guint64, i);
  g_array_set_size (hashes, n);
}

static GArray *
make_shingles (const GArray *words)
{
  GArray *shingles = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint width = MIN (SHINGLE_WORDS, words->len);

  for (guint i = 0; width > 0 && i + width <= words->len; i++)
    {
      guint64 hash = 0;

      for (guint j = 0; j < width; j++)
        hash = mix (hash * 31 + g_array_index (words, guint64, i + j));
      g_array_append_val (shingles, hash);
    }
  keep_each_once (shingles);
  return shingles;
}

/* One permutation, its range cut into rows: as good as many, and one pass. An
 * empty row takes its neighbour's. */
static void
make_bands (AtlasLikeness *self)
{
  guint64 smallest[N_ROWS];

  memset (smallest, 0xff, sizeof smallest);
  for (guint i = 0; i < self->shingles->len; i++)
    {
      guint64 hash = g_array_index (self->shingles, guint64, i);
      guint row = hash % N_ROWS;

      smallest[row] = MIN (smallest[row], hash);
    }
  for (guint pass = 0; pass < 2; pass++)
    for (guint row = 0; row < N_ROWS; row++)
      if (smallest[row] == G_MAXUINT64)
        smallest[row] = smallest[(row + N_ROWS - 1) % N_ROWS];
  for (guint band = 0; band < ATLAS_LIKENESS_N_BANDS; band++)
    {
      guint64 hash = band + 1;

      for (guint i = 0; i < BAND_ROWS; i++)
        hash = mix (hash ^ smallest[band * BAND_ROWS + i]);
      self->bands[band] = (gint64) hash;
    }
}

/**
 * atlas_likeness_new:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): what @text is compared by
 */
AtlasLikeness *
atlas_likeness_new (const char *text)
{
  AtlasLikeness *self = g_new0 (AtlasLikeness, 1);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GArray) words = hash_words (text, checksum);

  self->fingerprint = g_strdup (g_checksum_get_string (checksum));
  self->shingles = make_shingles (words);
  make_bands (self);
  return self;
}

/**
 * atlas_likeness_free:
 */
void
atlas_likeness_free (AtlasLikeness *self)
{
  g_array_unref (self->shingles);
  g_free (self->fingerprint);
  g_free (self);
}

/**
 * atlas_likeness_compare:
 *
 * Returns: the share of their shingles that both have, 0 to 1
 */
double
atlas_likeness_compare (const AtlasLikeness *a,
                        const AtlasLikeness *b)
{
  guint i = 0, j = 0, common = 0;

  while (i < a->shingles->len && j < b->shingles->len)
    {
      guint64 left = g_array_index (a->shingles, guint64, i);
      guint64 right = g_array_index (b->shingles, guint64, j);

      common += left == right;
      i += left <= right;
      j += right <= left;
    }
  return common == 0 ? 0 : (double) common / (a->shingles->len + b->shingles->len - common);
}

/**
 * atlas_likeness_fold_address:
 *
 * Leaves out what does not tell articles apart: the scheme, www, the fragment, a last
 * slash, and marks that say where a reader came from.
 *
 * Returns: (transfer full): what two addresses of one article have in common
 */
char *
atlas_likeness_fold_address (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;
  g_autofree char *host = NULL;
  char separator = '?';

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return g_strdup (address);
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  g_string_append (folded, g_str_has_prefix (host, "www.") ? host + 4 : host);
  g_string_append (folded, g_uri_get_path (uri));
  while (folded->len > 0 && folded->str[folded->len - 1] == '/')
    g_string_truncate (folded, folded->len - 1);
  parts = g_strsplit (g_uri_get_query (uri) != NULL ? g_uri_get_query (uri) : "", "&", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0' || g_str_has_prefix (parts[i], "utm_") || g_str_has_prefix (parts[i], "fbclid=") || g_str_has_prefix (parts[i], "gclid="))
        continue;
      g_string_append_c (folded, separator);
      g_string_append (folded, parts[i]);
      separator = '&';
    }
  return g_strdup (folded->str);
}
