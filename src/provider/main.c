/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "atlas-search-service.h"

static AtlasProvider *
load (void)
{
  const char *directory = g_getenv ("ATLAS_DATA_DIR");
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  AtlasProvider *provider = atlas_provider_load (directory != NULL ? directory : ATLAS_DATADIR, g_get_language_names ()[0], problems);

  for (guint i = 0; provider == NULL && i < atlas_problems_get_n (problems); i++)
    {
      g_autofree char *text = atlas_problem_to_string (atlas_problems_get (problems, i));

      g_printerr ("%s\n", text);
    }
  return provider;
}

int
main (int argc,
      char *argv[])
{
  const char *locale_dir = g_getenv ("ATLAS_LOCALE_DIR");
  g_autoptr (GApplication) service = NULL;
  AtlasProvider *provider;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : ATLAS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  provider = load ();
  if (provider == NULL)
    return 1;
  service = atlas_search_service_new (provider);
  return g_application_run (service, argc, argv);
}
