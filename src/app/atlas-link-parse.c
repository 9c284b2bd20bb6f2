/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads links, and says what is wrong with those that cannot be read.
 */
#include "atlas-config.h"

#include "atlas-link.h"

#include <string.h>

#include <glib/gi18n.h>

#include "atlas-article-filter.h"
#include "atlas-library-entry.h"
#include "atlas-scope.h"

#define MAX_BYTES 1024
#define MAX_QUOTED 40 /* characters */

G_DEFINE_QUARK (atlas - link - error - quark, atlas_link_error)

/* What a link is read against. */
typedef struct
{
  const AtlasDataset *dataset;
  const char *directory;
} Atlas;

/* What a message can quote of a text that may hold anything. */
static char *
quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *quoted = g_string_new (NULL);
  guint n = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (n++ == MAX_QUOTED)
        {
          g_string_append (quoted, "…");
          break;
        }
      g_string_append_unichar (quoted, g_unichar_isprint (character) ? character : 0xFFFD);
    }
  return g_string_free (quoted, FALSE);
}

/* (transfer full) (nullable): the text that @encoded stands for. */
static char *
decode (const char *encoded,
        GError **error)
{
  g_autofree char *text = g_uri_unescape_string (encoded, NULL);
  g_autofree char *quoted = quote (encoded);

  if (text == NULL)
    g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_ENCODING,
                 _ ("“%s” has a percent sign without the two digits of a character after it"), quoted);
  else if (!g_utf8_validate (text, -1, NULL))
    g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_ENCODING, _ ("“%s” stands for no letters (it is not UTF-8)"), quoted);
  else
    return g_steal_pointer (&text);
  return NULL;
}

static char *
find_country (const Atlas *atlas,
              const char *name,
              GError **error)
{
  g_autofree char *code = g_ascii_strup (name, -1);
  g_autofree char *quoted = quote (name);
  const AtlasCountry *country = atlas_dataset_find_country (atlas->dataset, code);

  if (country != NULL)
    return g_strdup (country->code);
  g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_NOT_FOUND,
               _ ("country: there is no country with the code “%s”; codes have two letters, such as KZ"), quoted);
  return NULL;
}

static char *
find_unit (const Atlas *atlas,
           const char *name,
           GError **error)
{
  g_autofree char *id = g_ascii_strup (name, -1);
  g_autofree char *quoted = quote (name);
  const AtlasArea *area = atlas_dataset_find_area (atlas->dataset, id);

  if (area != NULL)
    return g_strdup (area->id);
  g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_NOT_FOUND, _ ("unit: there is no area with the code “%s”"), quoted);
  return NULL;
}

static char *
find_organisation (const Atlas *atlas,
                   const char *name,
                   GError **error)
{
  g_autofree char *id = g_ascii_strup (name, -1);
  g_autofree char *quoted = quote (name);
  const AtlasOrganisation *organisation = atlas_dataset_find_organisation (atlas->dataset, id);

  if (organisation != NULL)
    return g_strdup (organisation->id);
  g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_NOT_FOUND,
               _ ("organisation: there is no organisation “%s”; try CSTO, SCO or BRICS"), quoted);
  return NULL;
}

static char *
find_event (const Atlas *atlas,
            const char *name,
            GError **error)
{
  g_autofree char *quoted = quote (name);

  if (atlas_dataset_find_event (atlas->dataset, name) != NULL)
    return g_strdup (name);
  g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_NOT_FOUND, _ ("event: there is no event “%s”"), quoted);
  return NULL;
}

/**
 * atlas_link_has_article:
 * @directory: the data folder, which has the briefings
 *
 * Reading all of them takes long; that one is there says the folder. Whether one of
 * the reader's own is there is known only once the library is open, and its page says
 * so then.
 *
 * Returns: whether @key may be that of an article
 */
gboolean
atlas_link_has_article (const char *directory,
                        const char *key)
{
  g_autofree char *file = g_strconcat (key, ".md", NULL);
  g_autofree char *path = g_build_filename (directory, "briefings", "en", file, NULL);

  return atlas_library_is_own_key (key) || (strchr (key, G_DIR_SEPARATOR) == NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static char *
find_article (const Atlas *atlas,
              const char *name,
              GError **error)
{
  g_autofree char *quoted = quote (name);

  if (atlas_link_has_article (atlas->directory, name))
    return g_strdup (name);
  g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_NOT_FOUND, _ ("article: there is no article “%s”"), quoted);
  return NULL;
}

/* Those about a country or an organisation that the atlas has. */
static char *
find_articles (const Atlas *atlas,
               const char *name,
               GError **error)
{
  g_auto (AtlasArticleFilter) filter = { 0 };
  g_autofree char *country = NULL;
  g_autofree char *organisation = NULL;

  if (!atlas_article_filter_parse (name, &filter, error))
    return NULL;
  if (filter.country != NULL && (country = find_country (atlas, filter.country, error)) == NULL)
    return NULL;
  if (filter.organisation != NULL && (organisation = find_organisation (atlas, filter.organisation, error)) == NULL)
    return NULL;
  g_set_str (&filter.country, country);
  g_set_str (&filter.organisation, organisation);
  return atlas_article_filter_format (&filter);
}

typedef struct
{
  const char *name;
  char *(*find) (const Atlas *atlas, const char *name, GError **error); /* the proper spelling */
} Kind;

static const Kind *
find_kind (const char *name,
           GError **error)
{
  static const Kind kinds[] = {
    { "country", find_country },
    { "unit", find_unit },
    { "organisation", find_organisation },
    { "event", find_event },
    { "article", find_article },
    { "articles", find_articles },
  };
  g_autofree char *quoted = quote (name);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (name, kinds[i].name))
      return &kinds[i];
  g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_PATH,
               _ ("“%s” is no kind of page; there are country, unit, organisation, event, article, articles and changes"), quoted);
  return NULL;
}

static gboolean
read_page (AtlasLink *link,
           const Atlas *atlas,
           const char *kind_name,
           const char *encoded,
           GError **error)
{
  const Kind *kind = find_kind (kind_name, error);
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  if (kind == NULL)
    return FALSE;
  if (encoded == NULL || *encoded == '\0')
    {
      g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_MISSING, _ ("“%s” needs a name after it, as in country/KZ"), kind->name);
      return FALSE;
    }
  name = decode (encoded, error);
  if (name != NULL)
    id = kind->find (atlas, name, error);
  if (id == NULL)
    return FALSE;
  link->selection = *id != '\0' ? g_strconcat (kind->name, "/", id, NULL) : g_strdup (kind->name);
  return TRUE;
}

/* Some programs write an address without a host with two or three slashes
 * before its path. */
static const char *
skip_slashes (const char *path)
{
  for (guint i = 0; i < 3 && *path == '/'; i++)
    path++;
  return path;
}

static gboolean
read_path (AtlasLink *link,
           const Atlas *atlas,
           const char *path,
           GError **error)
{
  g_auto (GStrv) parts = g_strsplit (skip_slashes (path), "/", -1);
  const guint n = g_strv_length (parts);
  const gboolean alone = n == 1 && g_str_equal (parts[0], "articles");
  const guint most = alone || (n > 0 && g_str_equal (parts[0], "changes")) ? 1 : 2;

  if (n == 0)
    link->selection = g_strdup ("");
  else if (n > most)
    {
      g_autofree char *quoted = quote (parts[most]);

      g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_PATH, _ ("“/%s” is more than the name of a page"), quoted);
      return FALSE;
    }
  else if (most == 1)
    link->selection = g_strdup (parts[0]);
  else
    return read_page (link, atlas, parts[0], parts[1], error);
  return TRUE;
}

/* Where it is a day later already a link can name tomorrow as today. */
static gboolean
clamp_day (const Atlas *atlas,
           const char *name,
           AtlasDay *day,
           GError **error)
{
  g_autofree char *iso = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  AtlasDay first, last;

  atlas_time_range (atlas->dataset, &first, &last);
  if (*day == last + 1 && last == atlas_day_today ())
    *day = last;
  if (*day >= first && *day <= last)
    return TRUE;
  iso = atlas_day_to_iso (*day);
  from = atlas_day_to_iso (first);
  to = atlas_day_to_iso (last);
  /* Translators: a parameter of a link, its day, and the first and the last day that the atlas knows */
  g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_RANGE, _ ("%s: the atlas does not cover %s; it goes from %s to %s"),
               name, iso, from, to);
  return FALSE;
}

static gboolean
read_day (const Atlas *atlas,
          const char *name,
          const char *value,
          AtlasDay *day,
          GError **error)
{
  /* What is shortened is no day either, and its message stays readable. */
  g_autofree char *quoted = quote (value);
  g_autoptr (GError) problem = NULL;

  if (atlas_day_parse (quoted, day, &problem))
    return clamp_day (atlas, name, day, error);
  /* Translators: a parameter of a link, and what is wrong with its day */
  g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_DATE, _ ("%s: %s"), name, problem->message);
  return FALSE;
}

static gboolean
read_lens (AtlasLink *link,
           const Atlas *atlas,
           const char *value,
           GError **error)
{
  g_autofree char *id = g_ascii_strup (value, -1);
  g_autofree char *quoted = quote (value);
  const AtlasOrganisation *organisation = atlas_dataset_find_organisation (atlas->dataset, id);

  if (g_ascii_strcasecmp (value, ATLAS_LENS_OVERVIEW) == 0)
    link->lens = g_strdup (ATLAS_LENS_OVERVIEW);
  else if (organisation != NULL && organisation->lineage->tracked)
    link->lens = g_strdup (organisation->lineage->id);
  else
    g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_NOT_FOUND,
                 _ ("lens: the map cannot show “%s”; try overview, CSTO, SCO or BRICS"), quoted);
  return link->lens != NULL;
}

static gboolean
fail_parameter (const char *name,
                GError **error)
{
  g_autofree char *quoted = quote (name);

  g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_PARAMETER,
               _ ("“%s” is no parameter of a link; there are on, from and lens"), quoted);
  return FALSE;
}

static gboolean
read_value (AtlasLink *link,
            const Atlas *atlas,
            const char *name,
            const char *value,
            GError **error)
{
  const gboolean on = g_str_equal (name, "on");
  const gboolean from = g_str_equal (name, "from");
  const gboolean lens = g_str_equal (name, "lens");

  if (!on && !from && !lens)
    return fail_parameter (name, error);
  if ((on && link->date != ATLAS_DAY_MIN) || (from && link->compared != ATLAS_DAY_MIN) || (lens && link->lens != NULL))
    {
      /* Translators: a parameter of a link */
      g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_PARAMETER, _ ("%s: the link says it twice"), name);
      return FALSE;
    }
  if (*value == '\0')
    {
      /* Translators: a parameter of a link */
      g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_PARAMETER, _ ("%s: the link gives no value for it"), name);
      return FALSE;
    }
  if (lens)
    return read_lens (link, atlas, value, error);
  return read_day (atlas, name, value, on ? &link->date : &link->compared, error);
}

static gboolean
read_parameter (AtlasLink *link,
                const Atlas *atlas,
                const char *parameter,
                GError **error)
{
  const char *equals = strchr (parameter, '=');
  g_autofree char *encoded = equals != NULL ? g_strndup (parameter, equals - parameter) : g_strdup (parameter);
  g_autofree char *name = decode (encoded, error);
  g_autofree char *value = name != NULL ? decode (equals != NULL ? equals + 1 : "", error) : NULL;

  return value != NULL && read_value (link, atlas, name, value, error);
}

static gboolean
read_query (AtlasLink *link,
            const Atlas *atlas,
            const char *query,
            GError **error)
{
  g_auto (GStrv) parameters = g_strsplit (query, "&", -1);

  for (guint i = 0; parameters[i] != NULL; i++)
    if (!read_parameter (link, atlas, parameters[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_changes (const AtlasLink *link,
               GError **error)
{
  if (link->compared != ATLAS_DAY_MIN || !g_str_equal (link->selection, "changes"))
    return TRUE;
  g_set_error_literal (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_MISSING,
                       _ ("changes: the link lacks the day to compare with, as in from=2022-01-01"));
  return FALSE;
}

/* What stands after the scheme. */
static gboolean
read_rest (AtlasLink *link,
           const Atlas *atlas,
           const char *rest,
           GError **error)
{
  const char *fragment = strchr (rest, '#');
  const char *query = strchr (rest, '?');
  g_autofree char *path = query != NULL ? g_strndup (rest, query - rest) : g_strdup (rest);

  if (fragment != NULL)
    {
      g_autofree char *quoted = quote (fragment);

      g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_PATH, _ ("“%s” is more than the name of a page"), quoted);
      return FALSE;
    }
  return read_path (link, atlas, path, error) && read_query (link, atlas, query != NULL ? query + 1 : "", error) &&
         check_changes (link, error);
}

static gboolean
check_scheme (const char *uri,
              GError **error)
{
  const char *scheme = g_uri_peek_scheme (uri);
  g_autofree char *quoted = quote (scheme != NULL ? scheme : uri);

  if (scheme == NULL)
    g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_SCHEME, _ ("“%s” is no link; one begins with alliance-atlas:"), quoted);
  else if (!g_str_equal (scheme, ATLAS_LINK_SCHEME))
    g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_SCHEME,
                 _ ("“%s:” is the beginning of another program’s link; ours begin with alliance-atlas:"), quoted);
  else
    return TRUE;
  return FALSE;
}

/**
 * atlas_link_parse:
 * @uri: a link, see #AtlasLink; codes and ids of organisations may be in any
 *   case, and it may be any text at all
 * @directory: the data folder, which has the articles
 * @link: (out caller-allocates): set where the link is good, otherwise empty
 * @error: %ATLAS_LINK_ERROR; the message names the part that is wrong
 *
 * Returns: whether it is a link and all that it names exists; of the reader's own
 *   articles it is enough that they could
 */
gboolean
atlas_link_parse (const char *uri,
                  const AtlasDataset *dataset,
                  const char *directory,
                  AtlasLink *link,
                  GError **error)
{
  const Atlas atlas = { dataset, directory };
  gboolean good = FALSE;

  *link = (AtlasLink) { NULL, ATLAS_DAY_MIN, ATLAS_DAY_MIN, NULL };
  if (strlen (uri) > MAX_BYTES)
    g_set_error_literal (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_LENGTH, _ ("it is far too long"));
  else if (!g_utf8_validate (uri, -1, NULL))
    g_set_error_literal (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_ENCODING, _ ("its letters are not UTF-8"));
  else
    good = check_scheme (uri, error) && read_rest (link, &atlas, strchr (uri, ':') + 1, error);
  if (!good)
    atlas_link_clear (link);
  return good;
}

/**
 * atlas_link_looks_like_one:
 *
 * Returns: whether @text, which need not be UTF-8, begins like a link, of this
 *   program or any other
 */
gboolean
atlas_link_looks_like_one (const char *text)
{
  return g_uri_peek_scheme (text) != NULL;
}
