/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import-draft.h"

#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/* Where a reader of XML stands. */
typedef struct
{
  xmlTextReaderPtr reader;
  const char *name; /* of the element, without prefix; "" where it stands on none */
  int type;         /* XML_READER_TYPE_… */
  int depth;
} AtlasImportXml;

typedef gboolean (*AtlasImportXmlFunc) (AtlasImportXml *xml, gpointer user_data, GError **error);

gboolean atlas_import_xml_read (const char *file, GBytes *bytes, AtlasImportXmlFunc func, gpointer user_data, GError **error);
char *atlas_import_xml_get (const AtlasImportXml *xml, const char *attribute);
const char *atlas_import_xml_get_text (const AtlasImportXml *xml);

G_END_DECLS
