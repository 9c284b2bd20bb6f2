/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasStatus:
 *
 * What ties a country to an organisation. The glossary of the data package
 * explains each one to the reader.
 */
typedef enum
{
  ATLAS_STATUS_NONE,
  ATLAS_STATUS_MEMBER,
  ATLAS_STATUS_SUSPENDED, /* the tie goes on, its rights do not */
  ATLAS_STATUS_FROZEN,    /* the tie goes on, the country takes no part */
  ATLAS_STATUS_SIGNATORY, /* signed, not in force */
  ATLAS_STATUS_INVITED,
  ATLAS_STATUS_ASSOCIATE,
  ATLAS_STATUS_PARTNER,
  ATLAS_STATUS_OBSERVER,
  ATLAS_STATUS_DIALOGUE_PARTNER,
  ATLAS_STATUS_WITHDRAWN, /* after membership */
  ATLAS_STATUS_DECLINED,  /* an invitation */
  ATLAS_N_STATUSES
} AtlasStatus;

const char *atlas_status_to_id (AtlasStatus status);
gboolean atlas_status_from_id (const char *id, AtlasStatus *status);

/* A word for people, translated: “member”, “frozen”, “left”. */
const char *atlas_status_get_name (AtlasStatus status);

gboolean atlas_status_is_current (AtlasStatus status);
gboolean atlas_status_belongs (AtlasStatus status, AtlasStatus of);

G_END_DECLS
