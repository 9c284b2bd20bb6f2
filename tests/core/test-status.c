/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-status.h"

static void
test_ids_round_trip (void)
{
  for (guint i = ATLAS_STATUS_MEMBER; i < ATLAS_N_STATUSES; i++)
    {
      AtlasStatus status = ATLAS_STATUS_NONE;

      g_assert_true (atlas_status_from_id (atlas_status_to_id (i), &status));
      g_assert_cmpuint (status, ==, i);
    }
}

static void
test_unknown_id (void)
{
  AtlasStatus status = ATLAS_STATUS_MEMBER;

  g_assert_false (atlas_status_from_id ("Member", &status));
  g_assert_false (atlas_status_from_id ("", &status));
  g_assert_cmpuint (status, ==, ATLAS_STATUS_MEMBER);
}

static void
test_belongs (void)
{
  g_assert_true (atlas_status_belongs (ATLAS_STATUS_MEMBER, ATLAS_STATUS_NONE));
  g_assert_true (atlas_status_belongs (ATLAS_STATUS_FROZEN, ATLAS_STATUS_MEMBER));
  g_assert_true (atlas_status_belongs (ATLAS_STATUS_SUSPENDED, ATLAS_STATUS_MEMBER));
  g_assert_false (atlas_status_belongs (ATLAS_STATUS_SUSPENDED, ATLAS_STATUS_PARTNER));
  g_assert_false (atlas_status_belongs (ATLAS_STATUS_SIGNATORY, ATLAS_STATUS_NONE));
  g_assert_false (atlas_status_belongs (ATLAS_STATUS_WITHDRAWN, ATLAS_STATUS_NONE));
}

static void
test_is_current (void)
{
  g_assert_true (atlas_status_is_current (ATLAS_STATUS_OBSERVER));
  g_assert_false (atlas_status_is_current (ATLAS_STATUS_WITHDRAWN));
  g_assert_false (atlas_status_is_current (ATLAS_STATUS_DECLINED));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/status/ids-round-trip", test_ids_round_trip);
  g_test_add_func ("/status/unknown-id", test_unknown_id);
  g_test_add_func ("/status/belongs", test_belongs);
  g_test_add_func ("/status/is-current", test_is_current);
  return g_test_run ();
}
