/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "atlas-application.h"

int
main (int argc,
      char *argv[])
{
  const char *locale_dir = g_getenv ("ATLAS_LOCALE_DIR");
  g_autoptr (AtlasApplication) application = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : ATLAS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_ ("Alliance Atlas"));
  application = atlas_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);

  /* GApplication says 1 where an option is unknown or lacks its value. */
  return status == 1 ? 2 : status;
}
