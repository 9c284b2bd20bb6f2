/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-page-view.h"
#include "atlas-query.h"

G_BEGIN_DECLS

/* Sections that several kinds of pages have. */
void atlas_page_parts_append_date (AtlasPageView *view, GtkBox *box);
void atlas_page_parts_append_verified (AtlasPageView *view, GtkBox *box, AtlasDay day);
void atlas_page_parts_append_changes (AtlasPageView *view, GtkBox *box, const AtlasOrganisation *organisation, const AtlasCountry *country);
void atlas_page_parts_append_excerpts (AtlasPageView *view, const char *kind, const char *id);
void atlas_page_parts_append_timeline (AtlasPageView *view, const AtlasOrganisation *organisation, const AtlasCountry *country);
void atlas_page_parts_append_missing (AtlasPageView *view);
void atlas_page_parts_append_links (AtlasPageView *view, const char *heading, const char *markup);

G_END_DECLS
