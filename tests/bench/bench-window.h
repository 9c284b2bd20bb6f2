/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the benches of the app's real window share.
 */
#pragma once

#include "atlas-window.h"

#define SETTLE 600 /* ms until nothing that was begun goes on */

/**
 * BenchWindow:
 * @size: in words, for the names of rows
 * @painted: cleared by who waits for the next picture
 */
typedef struct
{
  AtlasWindow *window;
  AtlasMap *map;
  AtlasState *state;
  char *size;
  gboolean painted;
} BenchWindow;

typedef void (*BenchFunc) (BenchWindow *bench);

int bench_window_run (int argc, char *argv[], BenchFunc measure);
void bench_window_print_row (BenchWindow *self, const char *name, double value, const char *unit);
void bench_window_wait_until_painted (BenchWindow *self);
void bench_window_let_pass (guint ms);
gint64 bench_main_thread_ns (void);
