/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import-error.h"

G_BEGIN_DECLS

/* What goes through the pipe between a program and its helper. Each message is a
 * header and what its lengths say. Both run on one machine from one build. */

#define ATLAS_IMPORT_REQUEST_MAGIC 0x41746c71
#define ATLAS_IMPORT_REPLY_MAGIC 0x41746c72

/* A reply is never larger: four bytes a character, and what blocks need. */
#define ATLAS_IMPORT_MAX_REPLY (32 * 1024 * 1024)
#define ATLAS_IMPORT_MAX_NAME 4096

/* The name follows, then the file. */
typedef struct
{
  guint32 magic;
  guint32 name_length;
  guint64 length;
} AtlasImportRequest;

/* Follows: what was found, or with @failed the message of the error. */
typedef struct
{
  guint32 magic;
  guint32 failed;
  guint64 code;
  guint64 length;
} AtlasImportReply;

G_END_DECLS
