/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @x, @y: where the button went up, in the widget, application pixels. */
typedef void (*AtlasClicked) (gpointer self, int n_press, double x, double y);

GtkGesture *atlas_click_new (AtlasClicked clicked, gpointer self);

G_END_DECLS
