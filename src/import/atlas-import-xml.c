/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 200

/* How far into a document its type may declare entities. */
#define PROLOGUE (64 * 1024)

/* Nothing but the bytes that are given is ever read. */
static xmlParserInputPtr
refuse_entity (const char *address,
               const char *id,
               xmlParserCtxtPtr context)
{
  return NULL;
}

static void
ignore_error (void *data,
              const xmlError *error)
{
}

static gboolean
refuse_damage (const char *file,
               GError **error)
{
  return atlas_import_fail (error, ATLAS_IMPORT_ERROR_DAMAGED, _ ("“%s” is damaged or incomplete; download or save it again."), file);
}

static gboolean
refuse_entities (const char *file,
                 GError **error)
{
  return atlas_import_fail (error, ATLAS_IMPORT_ERROR_ENTITIES,
                            _ ("“%s” declares entities, as no article needs to; copy the text and paste it."), file);
}

/* In encodings in which its letters are not those of ASCII a declaration shows only once
 * it is parsed, but still before anything could use it. */
static gboolean
declares_entities (AtlasImportXml *xml)
{
  const xmlDtd *type = (const xmlDtd *) xmlTextReaderCurrentNode (xml->reader);

  return xml->type == XML_READER_TYPE_DOCUMENT_TYPE && type != NULL && (type->entities != NULL || type->pentities != NULL);
}

static gboolean
read_all (AtlasImportXml *xml,
          const char *file,
          AtlasImportXmlFunc func,
          gpointer user_data,
          GError **error)
{
  int result;

  while ((result = xmlTextReaderRead (xml->reader)) == 1)
    {
      const xmlChar *name = xmlTextReaderConstLocalName (xml->reader);

      xml->type = xmlTextReaderNodeType (xml->reader);
      xml->depth = xmlTextReaderDepth (xml->reader);
      xml->name = name != NULL ? (const char *) name : "";
      if (xml->depth > MAX_DEPTH)
        return atlas_import_fail (error, ATLAS_IMPORT_ERROR_TOO_DEEP,
                                  _ ("The elements of “%s” are nested deeper than in any article; copy the text and paste it."), file);
      if (declares_entities (xml))
        return refuse_entities (file, error);
      if (!func (xml, user_data, error))
        return FALSE;
    }
  return result == 0 || refuse_damage (file, error);
}

/**
 * atlas_import_xml_read:
 * @file: what messages call the file
 * @func: called for each node
 *
 * Reads XML without a document type, entities, the network or more than one node
 * in memory at a time.
 *
 * Returns: %FALSE where it is damaged, too deep or declares entities, or where
 *   @func said so
 */
gboolean
atlas_import_xml_read (const char *file,
                       GBytes *bytes,
                       AtlasImportXmlFunc func,
                       gpointer user_data,
                       GError **error)
{
  AtlasImportXml xml = { .name = "" };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean read;

  if (length == 0)
    return refuse_damage (file, error);
  if (g_strstr_len (data, MIN (length, PROLOGUE), "<!ENTITY") != NULL)
    return refuse_entities (file, error);
  xmlSetExternalEntityLoader (refuse_entity);
  xml.reader = xmlReaderForMemory (data, length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
  if (xml.reader == NULL)
    return refuse_damage (file, error);
  xmlTextReaderSetStructuredErrorHandler (xml.reader, (xmlStructuredErrorFunc) (void (*) (void)) ignore_error, NULL);
  read = read_all (&xml, file, func, user_data, error);
  xmlFreeTextReader (xml.reader);
  return read;
}

/**
 * atlas_import_xml_get:
 * @attribute: its name without prefix
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
atlas_import_xml_get (const AtlasImportXml *xml,
                      const char *attribute)
{
  char *value = NULL;

  if (xmlTextReaderMoveToFirstAttribute (xml->reader) != 1)
    return NULL;
  do
    if (strcmp ((const char *) xmlTextReaderConstLocalName (xml->reader), attribute) == 0)
      value = g_strdup ((const char *) xmlTextReaderConstValue (xml->reader));
  while (value == NULL && xmlTextReaderMoveToNextAttribute (xml->reader) == 1);
  xmlTextReaderMoveToElement (xml->reader);
  return value;
}

/**
 * atlas_import_xml_get_text:
 *
 * Returns: (transfer none) (nullable): the text, where it stands on text
 */
const char *
atlas_import_xml_get_text (const AtlasImportXml *xml)
{
  if (xml->type != XML_READER_TYPE_TEXT && xml->type != XML_READER_TYPE_CDATA && xml->type != XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
    return NULL;
  return (const char *) xmlTextReaderConstValue (xml->reader);
}
