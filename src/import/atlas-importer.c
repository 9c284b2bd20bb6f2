/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-extract.h"
#include "atlas-import-serve.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>

/* The helper that reads the files of strangers: see atlas-import-serve.h. */
int
main (int argc,
      char *argv[])
{
  const char *directory = g_getenv ("ATLAS_LOCALE_DIR");
  const char *first;

  /* Ctrl+C in a terminal meets all its programs; it is for the one that asked to decide,
   * and its end ends this one. */
  signal (SIGINT, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : ATLAS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* The catalogue is read at the first message; later no file can be opened. */
  first = g_dgettext (GETTEXT_PACKAGE, "Alliance Atlas");
  if (*first == '\0')
    return 1;
  atlas_extract_warm_up ();
  return atlas_import_serve (atlas_extract);
}
