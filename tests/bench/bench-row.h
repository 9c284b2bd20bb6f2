/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <stdio.h>

/* What build-aux/bench reads: one line of JSON for each repetition. */
static inline void
print_row (const char *name,
           double value,
           const char *unit)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  printf ("{\"name\":\"%s\",\"value\":%s,\"unit\":\"%s\"}\n", name, g_ascii_formatd (number, sizeof number, "%.4f", value), unit);
}

/* @start: as g_get_monotonic_time() gave it */
static inline double
milliseconds_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}
