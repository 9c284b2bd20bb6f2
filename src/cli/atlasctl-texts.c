/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-texts.h"

#include <glib/gi18n.h>

/**
 * atlasctl_texts_load:
 *
 * Loads what links texts.
 */
AtlasctlExit
atlasctl_texts_load (AtlasctlTexts *self,
                     AtlasctlCall *call)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *forms = atlasctl_call_find_file (call, "gazetteer", NULL);

  self->call = call;
  self->gazetteer = atlas_gazetteer_load (forms, problems);
  atlasctl_complain_of_problems (problems);
  if (self->gazetteer == NULL || atlas_problems_get_n (problems) > 0)
    return ATLASCTL_BAD_INPUT;
  self->linker = atlas_linker_new (self->gazetteer);
  return ATLASCTL_DONE;
}

/**
 * atlasctl_texts_load_briefings:
 *
 * Loads the bundled articles; the linker must be there.
 */
AtlasctlExit
atlasctl_texts_load_briefings (AtlasctlTexts *self)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *path = atlasctl_call_find_file (self->call, "briefings", NULL);

  self->briefings = atlas_briefings_load (path, self->linker, self->call->dataset, problems);
  atlasctl_complain_of_problems (problems);
  return self->briefings != NULL && atlas_problems_get_n (problems) == 0 ? ATLASCTL_DONE : ATLASCTL_BAD_INPUT;
}

/**
 * atlasctl_texts_open_library:
 * @directory: (nullable): the library's folder, %NULL for the reader's own
 *
 * Opens the library; the linker must be there. What happened to its file, such as that
 * it was damaged, is told on standard error.
 */
AtlasctlExit
atlasctl_texts_open_library (AtlasctlTexts *self,
                             const char *directory,
                             AtlasctlLibraryUse use)
{
  g_autofree char *usual = atlas_library_get_usual_directory ();
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  if (directory != NULL && use != ATLASCTL_LIBRARY_MAKE && !atlas_library_exists (directory))
    {
      g_autofree char *name = g_filename_display_name (directory);

      atlasctl_complain (_ ("there is no library in “%s”; name another folder, or make one there with “atlasctl import”"), name);
      return ATLASCTL_BAD_INPUT;
    }
  if (directory == NULL && use == ATLASCTL_LIBRARY_LOOK && !atlas_library_exists (usual))
    return ATLASCTL_DONE;
  self->library = atlas_library_open (directory != NULL ? directory : usual, self->gazetteer, self->linker, NULL, &error);
  if (self->library == NULL)
    {
      atlasctl_complain ("%s", error->message);
      return ATLASCTL_BAD_INPUT;
    }
  told = atlas_library_report_to_string (atlas_library_get_report (self->library));
  if (told != NULL)
    atlasctl_complain ("%s", told);
  return ATLASCTL_DONE;
}

/**
 * atlasctl_texts_clear:
 */
void
atlasctl_texts_clear (AtlasctlTexts *self)
{
  g_clear_object (&self->library);
  g_clear_pointer (&self->briefings, atlas_briefings_unref);
  g_clear_pointer (&self->linker, atlas_linker_unref);
  g_clear_pointer (&self->gazetteer, atlas_gazetteer_unref);
}
