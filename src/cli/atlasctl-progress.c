/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-progress.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#define MIN_INTERVAL (G_USEC_PER_SEC / 20)
#define MAX_NAME 50 /* so that the line fits into a narrow terminal */
#define CLEAR_LINE "\r\033[K"

static gboolean is_shown;

/**
 * atlasctl_progress_show:
 * @name: what is being done
 *
 * Puts the line in the place of the one before; it may be left out where that is recent.
 */
void
atlasctl_progress_show (guint n_done,
                        guint n,
                        const char *name)
{
  static gint64 last;
  gint64 now = g_get_monotonic_time ();
  g_autofree char *start = NULL;

  if (!isatty (STDERR_FILENO) || now - last < MIN_INTERVAL)
    return;
  last = now;
  is_shown = TRUE;
  start = g_utf8_strlen (name, -1) > MAX_NAME ? g_utf8_substring (name, 0, MAX_NAME) : g_strdup (name);
  /* Translators: how many files are done, of how many, and the name of the last one */
  fprintf (stderr, CLEAR_LINE);
  fprintf (stderr, _ ("%1$u of %2$u: %3$s"), n_done, n, start);
  fflush (stderr);
}

/**
 * atlasctl_progress_clear:
 *
 * Takes the line away, so that something else can be written there.
 */
void
atlasctl_progress_clear (void)
{
  if (is_shown)
    fprintf (stderr, CLEAR_LINE);
  is_shown = FALSE;
}
