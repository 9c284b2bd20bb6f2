/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-content.h"

G_BEGIN_DECLS

/**
 * AtlasMentionLook:
 *
 * How mentions are told apart in an article: by the line below them and the shape of
 * the letters, so that colour is not all that tells them.
 */
typedef enum
{
  ATLAS_MENTION_LOOK_NAME,         /* a country by name or abbreviation */
  ATLAS_MENTION_LOOK_PEOPLE,       /* its adjective or its people */
  ATLAS_MENTION_LOOK_SEAT,         /* its capital or a seat of power */
  ATLAS_MENTION_LOOK_LEADER,       /* a leader */
  ATLAS_MENTION_LOOK_ORGANISATION, /* an organisation */
  ATLAS_MENTION_LOOK_DOUBT,        /* any of them, in doubt */
  ATLAS_N_MENTION_LOOKS
} AtlasMentionLook;

const char *atlas_mention_look_get_name (AtlasMentionLook look);
char *atlas_mention_look_to_markup (AtlasMentionLook look);

char *atlas_mention_get_path (const AtlasLibraryMention *mention);
const char *atlas_content_get_target_name (AtlasContent *content, const char *target, gboolean is_organisation);
void atlas_append_mention_markup (GString *markup,
                                  AtlasContent *content,
                                  const char *text,
                                  const GArray *emphases,
                                  const AtlasLibraryMention *mentions,
                                  guint n_mentions);

G_END_DECLS
