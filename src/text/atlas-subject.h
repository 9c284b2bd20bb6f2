/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasSubject:
 * @target: code of a country or id of an organisation; not owned
 * @count: how often the article names it, doubtful mentions not counted
 * @n_doubtful: how many mentions stay in doubt
 * @about: whether the article is about it; else it merely names it
 *
 * A country or an organisation that an article names.
 */
typedef struct
{
  const char *target;
  gboolean is_organisation;
  guint count;
  guint n_doubtful;
  gboolean about;
} AtlasSubject;

/* Where in an article a mention stands: what it tells about what the article is
 * about. */
typedef enum
{
  ATLAS_STANDING_TITLE,
  ATLAS_STANDING_SUMMARY,
  ATLAS_STANDING_OPENING,
  ATLAS_STANDING_TEXT,
} AtlasStanding;

/**
 * AtlasSighting:
 * @target: code of a country or id of an organisation; not owned
 * @block: any number that sightings in one paragraph share
 * @start: in code points of the paragraph
 * @end: likewise
 *
 * A mention, as far as it tells what the article is about.
 */
typedef struct
{
  const char *target;
  gboolean is_organisation;
  gboolean doubtful;
  AtlasStanding standing;
  int block;
  guint start;
  guint end;
} AtlasSighting;

/**
 * AtlasWeighing:
 *
 * Finds out what an article is about: takes its mentions one by one and weighs
 * them in the end. Targets have to live as long as it and what it returns.
 */
typedef struct _AtlasWeighing AtlasWeighing;

AtlasWeighing *atlas_weighing_new (void);
void atlas_weighing_free (AtlasWeighing *self);
void atlas_weighing_add (AtlasWeighing *self, const AtlasSighting *sighting);
void atlas_weighing_set_length (AtlasWeighing *self, gsize code_points);
gboolean atlas_weighing_contains (AtlasWeighing *self, const char *target, gboolean is_organisation);
void atlas_weighing_declare (AtlasWeighing *self, const char *target, gboolean is_organisation);
void atlas_weighing_remove (AtlasWeighing *self, const char *target, gboolean is_organisation);
GArray *atlas_weighing_list_subjects (AtlasWeighing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasWeighing, atlas_weighing_free)

G_END_DECLS
