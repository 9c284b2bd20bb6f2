/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-library.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- edit ------------------------------------------------------------------------------ */

typedef struct
{
  const char *given; /* NULL where it is to stay */
  char **field;
} Edit;

#define N_EDITS 7

static void
list_edits (const AtlasctlLibraryOptions *options,
            AtlasLibraryEntry *entry,
            Edit edits[N_EDITS])
{
  const Edit all[N_EDITS] = {
    { options->title, &entry->title },
    { options->summary, &entry->summary },
    { options->publisher, &entry->publisher },
    { options->author, &entry->author },
    { options->date, &entry->date },
    { options->address, &entry->address },
    { options->language, &entry->language },
  };

  memcpy (edits, all, sizeof all);
}

/**
 * atlasctl_library_check_edit:
 */
gboolean
atlasctl_library_check_edit (AtlasctlLibraryCall *self)
{
  g_autoptr (AtlasLibraryEntry) none = atlas_library_entry_new ("");
  g_autoptr (GError) error = NULL;
  Edit edits[N_EDITS];
  gboolean any = FALSE;
  AtlasDate date;

  list_edits (self->options, none, edits);
  for (guint i = 0; i < N_EDITS; i++)
    any = any || edits[i].given != NULL;
  if (!any)
    atlasctl_refuse (self->call, _ ("say what to write: --title, --summary, --publisher, --author, --date, --address or --in"));
  else if (self->options->date != NULL && *self->options->date != '\0' && !atlas_date_parse (self->options->date, &date, &error))
    atlasctl_refuse (self->call, "--date: %s", error->message);
  else
    return TRUE;
  return FALSE;
}

/**
 * atlasctl_library_edit:
 */
AtlasctlExit
atlasctl_library_edit (AtlasctlLibraryCall *self)
{
  const char *key = self->arguments[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasLibraryArticle) article = atlas_library_get (self->library, key, NULL, &error);
  Edit edits[N_EDITS];

  if (article == NULL)
    return atlasctl_fail (error);
  list_edits (self->options, article->entry, edits);
  for (guint i = 0; i < N_EDITS; i++)
    if (edits[i].given != NULL)
      {
        g_free (*edits[i].field);
        *edits[i].field = g_strdup (edits[i].given);
      }
  return atlas_library_update (self->library, key, article->entry, NULL, &error) ? ATLASCTL_DONE : atlasctl_fail (error);
}

/* --- tag, untag -------------------------------------------------------------------------- */

static AtlasctlExit
change_tags (AtlasctlLibraryCall *self,
             gboolean add)
{
  const char *key = self->arguments[0];
  char **changed = self->arguments + 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasLibraryArticle) article = atlas_library_get (self->library, key, NULL, &error);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_null_terminated (8, NULL, TRUE);

  if (article == NULL)
    return atlasctl_fail (error);
  for (guint i = 0; article->entry->tags[i] != NULL; i++)
    if (add || !g_strv_contains ((const char *const *) changed, article->entry->tags[i]))
      g_ptr_array_add (tags, article->entry->tags[i]);
  for (guint i = 0; add && changed[i] != NULL; i++)
    g_ptr_array_add (tags, changed[i]);
  return atlas_library_set_tags (self->library, key, (const char *const *) tags->pdata, NULL, &error) ? ATLASCTL_DONE : atlasctl_fail (error);
}

/**
 * atlasctl_library_tag:
 */
AtlasctlExit
atlasctl_library_tag (AtlasctlLibraryCall *self)
{
  return change_tags (self, TRUE);
}

/**
 * atlasctl_library_untag:
 */
AtlasctlExit
atlasctl_library_untag (AtlasctlLibraryCall *self)
{
  return change_tags (self, FALSE);
}

/* --- read, unread, delete, undelete --------------------------------------------------------- */

typedef gboolean (*SetMark) (AtlasLibrary *library, const char *key, gboolean set, GCancellable *cancellable, GError **error);

/* One key that is wrong leaves the others as they are asked to be. */
static AtlasctlExit
set_marks (AtlasctlLibraryCall *self,
           SetMark set_mark,
           gboolean set)
{
  AtlasctlExit result = ATLASCTL_DONE;

  for (guint i = 0; self->arguments[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!set_mark (self->library, self->arguments[i], set, NULL, &error))
        result = atlasctl_fail (error);
    }
  return result;
}

/**
 * atlasctl_library_read:
 */
AtlasctlExit
atlasctl_library_read (AtlasctlLibraryCall *self)
{
  return set_marks (self, atlas_library_set_read, TRUE);
}

/**
 * atlasctl_library_unread:
 */
AtlasctlExit
atlasctl_library_unread (AtlasctlLibraryCall *self)
{
  return set_marks (self, atlas_library_set_read, FALSE);
}

/**
 * atlasctl_library_delete:
 */
AtlasctlExit
atlasctl_library_delete (AtlasctlLibraryCall *self)
{
  return set_marks (self, atlas_library_set_deleted, TRUE);
}

/**
 * atlasctl_library_undelete:
 */
AtlasctlExit
atlasctl_library_undelete (AtlasctlLibraryCall *self)
{
  return set_marks (self, atlas_library_set_deleted, FALSE);
}
