/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

/* datapackage.json while it is read. */
typedef struct
{
  AtlasLoader *loader;
  char *path;
  char *text;
  gsize length;
  JsonParser *parser;
} Package;

static void
package_clear (Package *self)
{
  g_free (self->path);
  g_free (self->text);
  g_clear_object (&self->parser);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Package, package_clear)

/* The parser does not keep the places of what it read; the first occurrence of
 * a word is near enough to find it. */
static guint
line_of (const Package *self,
         const char *word)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", word);
  const char *found = strstr (self->text, quoted);
  guint line = 1;

  for (const char *c = self->text; found != NULL && c < found; c++)
    line += *c == '\n';
  return line;
}

/* The parser tells the place in its message only: “<data>:3:16: Parse error …”. */
static void
report_json (const Package *self,
             const char *message)
{
  guint line = 1;
  guint column = 0;
  int n = 0;

  if (sscanf (message, "<data>:%u:%u: %n", &line, &column, &n) == 2)
    message += n;
  atlas_problems_add (self->loader->problems, self->path, line, column, _ ("this is not JSON; mend it here or just before (%s)"), message);
}

static gboolean
package_parse (Package *self)
{
  g_autoptr (GError) error = NULL;
  AtlasProblems *problems = self->loader->problems;

  if (!g_file_get_contents (self->path, &self->text, &self->length, &error))
    {
      atlas_problems_add (problems, self->path, 0, 0, _ ("the file cannot be read; put it there or mend its permissions (%s)"), error->message);
      return FALSE;
    }
  if (!g_utf8_validate_len (self->text, self->length, NULL))
    {
      atlas_problems_add (problems, self->path, 0, 0, _ ("this is not UTF-8; save the file as UTF-8"));
      return FALSE;
    }

  self->parser = json_parser_new_immutable ();
  json_parser_set_strict (self->parser, TRUE);
  if (json_parser_load_from_data (self->parser, self->text, self->length, &error))
    return TRUE;

  report_json (self, error->message);
  return FALSE;
}

static JsonObject *
package_get_object (Package *self)
{
  JsonNode *root = json_parser_get_root (self->parser);

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_get_object (root);

  atlas_problems_add (self->loader->problems, self->path, 1, 1, _ ("the file holds no object; it begins with “{”"));
  return NULL;
}

static const char *
package_get_string (Package *self,
                    JsonObject *object,
                    const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  if (node == NULL)
    atlas_problems_add (self->loader->problems, self->path, 1, 1, _ ("“%s” is missing; add it"), name);
  else if (text == NULL || *text == '\0')
    atlas_problems_add (self->loader->problems, self->path, line_of (self, name), 1, _ ("“%s” holds no text; write one in quotes"), name);
  return text;
}

static void
read_verified_until (Package *self,
                     JsonObject *object)
{
  const char *text = package_get_string (self, object, "verified_until");
  g_autoptr (GError) error = NULL;

  if (text == NULL || *text == '\0')
    return;
  if (atlas_day_parse (text, &self->loader->dataset->verified_until, &error))
    self->loader->has_verified_until = TRUE;
  else
    atlas_problems_add (self->loader->problems, self->path, line_of (self, "verified_until"), 1, "verified_until: %s", error->message);
}

static void
check_resource (JsonArray *resources,
                guint i,
                JsonNode *node,
                gpointer user_data)
{
  Package *self = user_data;
  JsonObject *resource = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *path = resource != NULL ? json_object_get_string_member_with_default (resource, "path", NULL) : NULL;
  g_autofree char *file = path != NULL ? atlas_loader_get_path (self->loader, path) : NULL;

  if (path == NULL)
    atlas_problems_add (self->loader->problems, self->path, line_of (self, "resources"), 1, _ ("resource %u has no path; name its file"), i + 1);
  else if (!g_file_test (file, G_FILE_TEST_IS_REGULAR))
    atlas_problems_add (self->loader->problems, self->path, line_of (self, path), 1, _ ("the package names “%s”, but there is no such file; put it there or take it out"), path);
}

static void
check_resources (Package *self,
                 JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "resources");

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), check_resource, self);
  else
    atlas_problems_add (self->loader->problems, self->path, 1, 1, _ ("“%s” is missing; add it"), "resources");
}

/**
 * atlas_loader_read_package:
 *
 * Reads datapackage.json.
 */
void
atlas_loader_read_package (AtlasLoader *self)
{
  g_auto (Package) package = { .loader = self, .path = atlas_loader_get_path (self, "datapackage.json") };
  JsonObject *object;

  if (!package_parse (&package))
    return;
  object = package_get_object (&package);
  if (object == NULL)
    return;

  self->dataset->version = g_strdup (package_get_string (&package, object, "version"));
  read_verified_until (&package, object);
  check_resources (&package, object);
}
