/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-date.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_CHECKED_UNREAD,
  ATLAS_CHECKED_PARTLY,
  ATLAS_CHECKED_READ,
} AtlasChecked;

/**
 * AtlasSource:
 * @publisher: (nullable):
 * @date: (nullable): EDTF, as the data package writes it
 * @url: (nullable): an address that opens in a browser
 *
 * Where a fact of the data package was read. Owned by the dataset.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *publisher;
  const char *date;
  const char *url;
  AtlasChecked checked;
  guint line; /* in sources.csv */
} AtlasSource;

G_END_DECLS
