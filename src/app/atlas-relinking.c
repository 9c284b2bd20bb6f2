/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-relinking.h"

struct _AtlasRelinking
{
  AtlasLibrary *library;
  GCancellable *cancellable;
  GThread *thread;
};

static gpointer
run (gpointer data)
{
  AtlasRelinking *self = data;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  /* What is not done is done after the next start. */
  if (!atlas_library_relink (self->library, &n, self->cancellable, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("Articles could not all be linked anew: %s", error->message);
  g_debug ("%u articles linked anew", n);
  return NULL;
}

/**
 * atlas_relinking_start:
 *
 * Returns: (transfer full): to be ended by atlas_relinking_stop(), also when it is done
 */
AtlasRelinking *
atlas_relinking_start (AtlasLibrary *library)
{
  AtlasRelinking *self = g_new0 (AtlasRelinking, 1);

  self->library = g_object_ref (library);
  self->cancellable = g_cancellable_new ();
  self->thread = g_thread_new ("relinking", run, self);
  return self;
}

/**
 * atlas_relinking_stop:
 *
 * Ends it after the article that is being linked, and waits for that.
 */
void
atlas_relinking_stop (AtlasRelinking *self)
{
  g_cancellable_cancel (self->cancellable);
  g_thread_join (self->thread);
  g_object_unref (self->cancellable);
  g_object_unref (self->library);
  g_free (self);
}
