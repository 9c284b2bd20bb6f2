/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-about-dialog.h"

#include <glib/gi18n.h>

/* The notices of data/README.md, which has them in full. */
static void
add_legal_sections (AdwAboutDialog *dialog)
{
  adw_about_dialog_add_legal_section (dialog, _ ("Data and Briefings"), _ ("© The Alliance Atlas authors"), GTK_LICENSE_CUSTOM,
                                      _ ("Creative Commons Attribution 4.0 International. Each row names its source."));
  adw_about_dialog_add_legal_section (dialog, _ ("Shapes and Labels: Natural Earth"), NULL, GTK_LICENSE_CUSTOM,
                                      _ ("Made with Natural Earth, which is in the public domain."));
  adw_about_dialog_add_legal_section (dialog, _ ("Names: Unicode CLDR"), "Copyright © 2004–2024 Unicode, Inc.", GTK_LICENSE_CUSTOM,
                                      _ ("Unicode License v3. A few names were edited."));
  adw_about_dialog_add_legal_section (dialog, _ ("Capitals: GeoNames"), NULL, GTK_LICENSE_CUSTOM,
                                      _ ("Creative Commons Attribution 4.0 International. A few names were added or edited."));
  adw_about_dialog_add_legal_section (dialog, _ ("Flags: flag-icons"), "Copyright © 2013 Panayiotis Lipiridis", GTK_LICENSE_MIT_X11, NULL);
}

static char *
dup_comments (AtlasContent *content)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (content);
  g_autofree char *verified = NULL;

  if (dataset == NULL)
    return g_strdup (_ ("Who belongs to which alliance in Eurasia, since when, and what was written about it."));
  verified = atlas_day_format (atlas_dataset_get_verified_until (dataset));
  /* Translators: a version number and a date */
  return g_strdup_printf (_ ("Who belongs to which alliance in Eurasia, since when, and what was written about it.\n\n"
                             "Data version %1$s, verified until %2$s."),
                          atlas_dataset_get_version (dataset), verified);
}

/**
 * atlas_about_dialog_new:
 *
 * Returns: (transfer floating): version, licence, and the sources of the data
 *   with theirs
 */
AdwDialog *
atlas_about_dialog_new (AtlasContent *content)
{
  AdwAboutDialog *dialog = ADW_ABOUT_DIALOG (adw_about_dialog_new ());
  g_autofree char *comments = dup_comments (content);

  adw_about_dialog_set_application_name (dialog, _ ("Alliance Atlas"));
  adw_about_dialog_set_application_icon (dialog, ATLAS_APP_ID);
  adw_about_dialog_set_version (dialog, ATLAS_VERSION);
  adw_about_dialog_set_developer_name (dialog, _ ("The Alliance Atlas authors"));
  adw_about_dialog_set_copyright (dialog, _ ("© The Alliance Atlas authors"));
  adw_about_dialog_set_license_type (dialog, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (dialog, comments);
  /* Translators: write your own names here, one a line */
  adw_about_dialog_set_translator_credits (dialog, _ ("translator-credits"));
  add_legal_sections (dialog);
  return ADW_DIALOG (dialog);
}
