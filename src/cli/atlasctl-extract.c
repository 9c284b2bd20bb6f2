/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl.h"

#include "atlasctl-output.h"
#include "atlasctl-read.h"

#include <glib/gi18n.h>

static void
print_fact (const char *name,
            const char *value)
{
  if (value != NULL)
    atlasctl_printf ("%s %s\n", name, value);
}

static void
print_text (AtlasImported *imported)
{
  const GArray *blocks = atlas_imported_get_blocks (imported);

  print_fact (_ ("Title:"), atlas_imported_get_title (imported));
  print_fact (_ ("Publisher:"), atlas_imported_get_publisher (imported));
  print_fact (_ ("Author:"), atlas_imported_get_author (imported));
  print_fact (_ ("Date:"), atlas_imported_get_date (imported));
  print_fact (_ ("Address:"), atlas_imported_get_address (imported));
  print_fact (_ ("Language:"), atlas_imported_get_language (imported));
  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = &g_array_index (blocks, AtlasBlock, i);

      atlasctl_printf ("\n%s%s\n", block->kind == ATLAS_BLOCK_HEADING ? "## " : "", block->text);
    }
}

static void
add_blocks (JsonBuilder *builder,
            AtlasImported *imported)
{
  const GArray *blocks = atlas_imported_get_blocks (imported);

  atlasctl_json_start_array (builder, "blocks");
  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = &g_array_index (blocks, AtlasBlock, i);

      json_builder_begin_object (builder);
      atlasctl_json_string (builder, "kind", block->kind == ATLAS_BLOCK_HEADING ? "heading" : "paragraph");
      atlasctl_json_string (builder, "text", block->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_article (JsonBuilder *builder,
             const char *argument,
             AtlasImported *imported)
{
  const char *const *warnings = atlas_imported_get_warnings (imported);
  g_autofree char *fingerprint = atlas_imported_get_fingerprint (imported);

  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "file", argument);
  atlasctl_json_string (builder, "format", atlas_format_to_id (atlas_imported_get_format (imported)));
  atlasctl_json_string (builder, "title", atlas_imported_get_title (imported));
  atlasctl_json_string (builder, "publisher", atlas_imported_get_publisher (imported));
  atlasctl_json_string (builder, "author", atlas_imported_get_author (imported));
  atlasctl_json_string (builder, "date", atlas_imported_get_date (imported));
  atlasctl_json_string (builder, "address", atlas_imported_get_address (imported));
  atlasctl_json_string (builder, "language", atlas_imported_get_language (imported));
  atlasctl_json_string (builder, "summary", atlas_imported_get_summary (imported));
  atlasctl_json_string (builder, "fingerprint", fingerprint);
  add_blocks (builder, imported);
  atlasctl_json_start_array (builder, "warnings");
  for (; *warnings != NULL; warnings++)
    json_builder_add_string_value (builder, *warnings);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  AtlasctlExit result = ATLASCTL_DONE;

  if (!atlasctl_call_expect (call, 1, G_MAXINT))
    return ATLASCTL_WRONG_CALL;
  if (call->format == ATLASCTL_CSV)
    return atlasctl_refuse (call, _ ("an article is no table; give --json instead of --csv"));
  json_builder_begin_array (builder);
  for (guint i = 0; i < call->n_arguments; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasImported) imported = atlasctl_read_article (call->arguments[i], &error);

      if (imported == NULL)
        result = atlasctl_fail_file (call->arguments[i], error);
      else if (call->format == ATLASCTL_JSON)
        add_article (builder, call->arguments[i], imported);
      else
        {
          if (i > 0)
            atlasctl_print ("\n");
          print_text (imported);
        }
    }
  json_builder_end_array (builder);
  if (call->format == ATLASCTL_JSON)
    atlasctl_print_json (builder);
  return result;
}

const AtlasctlCommand atlasctl_extract = {
  .name = "extract",
  .arguments = N_ ("FILE…|-"),
  .summary = N_ ("The article in a file: its text, title, date and so on"),
  .description = N_ ("FILE is plain text, Markdown, HTML, PDF, EPUB or OpenDocument text, or - for standard\n"
                     "input. Nothing of it is kept, and nothing is loaded from the network."),
  .run = run,
};
