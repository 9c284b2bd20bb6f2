/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-status.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *name;
} StatusInfo;

static const StatusInfo statuses[ATLAS_N_STATUSES] = {
  [ATLAS_STATUS_NONE] = { "", NC_ ("status", "no tie") },
  [ATLAS_STATUS_MEMBER] = { "member", NC_ ("status", "member") },
  [ATLAS_STATUS_SUSPENDED] = { "suspended", NC_ ("status", "suspended") },
  [ATLAS_STATUS_FROZEN] = { "frozen", NC_ ("status", "frozen") },
  [ATLAS_STATUS_SIGNATORY] = { "signatory", NC_ ("status", "signatory") },
  [ATLAS_STATUS_INVITED] = { "invited", NC_ ("status", "invited") },
  [ATLAS_STATUS_ASSOCIATE] = { "associate", NC_ ("status", "associate") },
  [ATLAS_STATUS_PARTNER] = { "partner", NC_ ("status", "partner") },
  [ATLAS_STATUS_OBSERVER] = { "observer", NC_ ("status", "observer") },
  [ATLAS_STATUS_DIALOGUE_PARTNER] = { "dialogue_partner", NC_ ("status", "dialogue partner") },
  [ATLAS_STATUS_WITHDRAWN] = { "withdrawn", NC_ ("status", "left") },
  [ATLAS_STATUS_DECLINED] = { "declined", NC_ ("status", "declined") },
};

/**
 * atlas_status_to_id:
 *
 * Returns: (transfer none): the word that the data package and JSON use
 */
const char *
atlas_status_to_id (AtlasStatus status)
{
  g_return_val_if_fail (status < ATLAS_N_STATUSES, "");

  return statuses[status].id;
}

/**
 * atlas_status_from_id:
 * @id: a word of the data package; the empty word is no status
 * @status: (out): set where the word is known
 *
 * Returns: whether the word is known
 */
gboolean
atlas_status_from_id (const char *id,
                      AtlasStatus *status)
{
  for (guint i = ATLAS_STATUS_MEMBER; i < ATLAS_N_STATUSES; i++)
    if (g_str_equal (id, statuses[i].id))
      {
        *status = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * atlas_status_get_name:
 *
 * Returns: (transfer none): a word for people, in the language of the session
 */
const char *
atlas_status_get_name (AtlasStatus status)
{
  g_return_val_if_fail (status < ATLAS_N_STATUSES, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "status", statuses[status].name);
}

/**
 * atlas_status_is_current:
 *
 * Returns: whether the status is a tie that exists, of whatever kind
 */
gboolean
atlas_status_is_current (AtlasStatus status)
{
  return status != ATLAS_STATUS_NONE && status != ATLAS_STATUS_WITHDRAWN && status != ATLAS_STATUS_DECLINED;
}

/**
 * atlas_status_belongs:
 * @of: what a suspended or frozen tie is a suspension of
 *
 * Returns: whether a country with this status counts as belonging
 */
gboolean
atlas_status_belongs (AtlasStatus status,
                      AtlasStatus of)
{
  if (status == ATLAS_STATUS_SUSPENDED || status == ATLAS_STATUS_FROZEN)
    return of == ATLAS_STATUS_MEMBER;
  return status == ATLAS_STATUS_MEMBER;
}
