/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import-address.h"

#include <stdlib.h>
#include <string.h>

#define MAX_LENGTH 2000

/* Parameters that say where a reader came from, not what they read. */
static const char *const followers[] = { "utm_", "fbclid", "gclid", "yclid", "mc_cid", "mc_eid", "igshid", "ref_src" };

/**
 * atlas_import_address_clean:
 * @text: what a file says
 *
 * Returns: (transfer full) (nullable): the address, where it is one of the web
 */
char *
atlas_import_address_clean (const char *text)
{
  g_autofree char *address = g_strstrip (g_strdup (text));

  if (strlen (address) > MAX_LENGTH || !g_utf8_validate (address, -1, NULL))
    return NULL;
  if (g_ascii_strncasecmp (address, "http://", 7) != 0 && g_ascii_strncasecmp (address, "https://", 8) != 0)
    return NULL;
  if (strpbrk (address, " \t\r\n\"<>") != NULL || !g_uri_is_valid (address, G_URI_FLAGS_PARSE_RELAXED, NULL))
    return NULL;
  return g_steal_pointer (&address);
}

static gboolean
follows_reader (const char *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (followers); i++)
    if (g_str_has_prefix (parameter, followers[i]))
      return TRUE;
  return FALSE;
}

static void
append_query (GString *out,
              const char *query)
{
  g_auto (GStrv) parts = g_strsplit (query, "&", -1);
  char separator = '?';

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0' || follows_reader (parts[i]))
        continue;
      g_string_append_c (out, separator);
      g_string_append (out, parts[i]);
      separator = '&';
    }
}

/**
 * atlas_import_address_normalise:
 *
 * Returns: (transfer full) (nullable): what is the same for all addresses of one
 *   page, without scheme, "www." and the parameters that follow readers
 */
char *
atlas_import_address_normalise (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *host = NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  g_string_append (out, g_str_has_prefix (host, "www.") ? host + 4 : host);
  g_string_append (out, g_uri_get_path (uri));
  while (out->len > 0 && out->str[out->len - 1] == '/')
    g_string_truncate (out, out->len - 1);
  if (g_uri_get_query (uri) != NULL)
    append_query (out, g_uri_get_query (uri));
  return g_strdup (out->str);
}

/**
 * atlas_import_address_date:
 *
 * Returns: (transfer full) (nullable): the day that many newspapers have in their
 *   addresses: …/2026/05/28/…
 */
char *
atlas_import_address_date (const char *address)
{
  g_autoptr (GRegex) regex = g_regex_new ("/((?:19|20)\\d\\d)[/-](\\d\\d)[/-](\\d\\d)(?:/|-|$)", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *year = NULL;
  g_autofree char *month = NULL;
  g_autofree char *day = NULL;

  if (!g_regex_match (regex, address, G_REGEX_MATCH_DEFAULT, &match))
    return NULL;
  year = g_match_info_fetch (match, 1);
  month = g_match_info_fetch (match, 2);
  day = g_match_info_fetch (match, 3);
  if (!g_date_valid_dmy (atoi (day), atoi (month), atoi (year)))
    return NULL;
  return g_strdup_printf ("%s-%s-%s", year, month, day);
}
