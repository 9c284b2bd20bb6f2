/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "atlas-provider.h"

G_BEGIN_DECLS

/**
 * AtlasSearchService:
 *
 * Answers the search of the desktop's shell over the bus, and opens in the app what is
 * chosen there. The bus starts it; it ends when nobody has asked for a while.
 */
#define ATLAS_TYPE_SEARCH_SERVICE (atlas_search_service_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSearchService, atlas_search_service, ATLAS, SEARCH_SERVICE, GApplication)

GApplication *atlas_search_service_new (AtlasProvider *provider);

G_END_DECLS
