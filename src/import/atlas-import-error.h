/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Limits of one article. */
#define ATLAS_IMPORT_MAX_BYTES (20 * 1024 * 1024)
#define ATLAS_IMPORT_MAX_CHARACTERS 2000000

#define ATLAS_IMPORT_ERROR (atlas_import_error_quark ())
typedef enum
{
  ATLAS_IMPORT_ERROR_READ,        /* the file cannot be read */
  ATLAS_IMPORT_ERROR_TOO_LARGE,   /* more bytes than an article may have, packed or unpacked */
  ATLAS_IMPORT_ERROR_TOO_LONG,    /* more characters than that, or more parts */
  ATLAS_IMPORT_ERROR_TOO_DEEP,    /* elements nested deeper than in any article */
  ATLAS_IMPORT_ERROR_UNSUPPORTED, /* a kind of file that is not read */
  ATLAS_IMPORT_ERROR_BINARY,      /* named as a text, but none */
  ATLAS_IMPORT_ERROR_EMPTY,       /* nothing to read in it */
  ATLAS_IMPORT_ERROR_DAMAGED,     /* not what its kind must be */
  ATLAS_IMPORT_ERROR_ENCRYPTED,   /* needs a password or a key */
  ATLAS_IMPORT_ERROR_NESTED,      /* an archive in an archive */
  ATLAS_IMPORT_ERROR_ENTITIES,    /* declares entities, which no article needs */
  ATLAS_IMPORT_ERROR_TIME,        /* took too long */
  ATLAS_IMPORT_ERROR_HELPER,      /* the helper process died or could not be started */
  ATLAS_N_IMPORT_ERRORS
} AtlasImportError;
GQuark atlas_import_error_quark (void);

G_END_DECLS
