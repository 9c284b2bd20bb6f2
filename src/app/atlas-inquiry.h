/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-finder.h"

G_BEGIN_DECLS

/**
 * AtlasInquiry:
 *
 * What a reader typed, being looked for on threads: in the atlas by an #AtlasFinder, and
 * in the reader's own articles. It is cancelled when the last reference goes.
 */
#define ATLAS_TYPE_INQUIRY (atlas_inquiry_get_type ())
G_DECLARE_FINAL_TYPE (AtlasInquiry, atlas_inquiry, ATLAS, INQUIRY, GObject)

AtlasInquiry *atlas_inquiry_new (AtlasFinder *finder, AtlasLibrary *library, const char *words, guint n_own);
void atlas_inquiry_cancel (AtlasInquiry *self);
void atlas_inquiry_ask_more_own (AtlasInquiry *self, guint n);

gboolean atlas_inquiry_is_answered (AtlasInquiry *self);
gboolean atlas_inquiry_is_complete (AtlasInquiry *self);
const AtlasFindings *atlas_inquiry_get_findings (AtlasInquiry *self);
GPtrArray *atlas_inquiry_get_own (AtlasInquiry *self, gboolean *more);
const char *atlas_inquiry_get_problem (AtlasInquiry *self);

G_END_DECLS
