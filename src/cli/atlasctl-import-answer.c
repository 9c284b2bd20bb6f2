/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-import.h"

#include "atlasctl-output.h"

#include <glib/gi18n.h>

static const char *const result_ids[ATLASCTL_N_IMPORT_RESULTS] = { "cancelled", "added", "updated", "known", "failed" };

static const char *
get_match_id (AtlasLibraryMatch match)
{
  switch (match)
    {
    case ATLAS_LIBRARY_MATCH_SAME_TEXT:
      return "same-text";
    case ATLAS_LIBRARY_MATCH_SAME_ADDRESS:
      return "same-address";
    case ATLAS_LIBRARY_MATCH_ALIKE:
      return "alike";
    case ATLAS_LIBRARY_MATCH_NONE:
    default:
      return NULL;
    }
}

/**
 * atlasctl_import_count:
 *
 * Returns: how many of @items ended so
 */
guint
atlasctl_import_count (const GPtrArray *items,
                       AtlasctlImportResult result)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += ((AtlasctlImportItem *) g_ptr_array_index (items, i))->result == result;
  return n;
}

/* --- JSON ------------------------------------------------------------------------------ */

static void
build_subjects (JsonBuilder *builder,
                const char *name,
                const AtlasctlImportItem *item,
                gboolean organisations)
{
  atlasctl_json_start_array (builder, name);
  for (guint i = 0; item->subjects != NULL && i < item->subjects->len; i++)
    {
      const AtlasSubject *subject = &g_array_index (item->subjects, AtlasSubject, i);

      if (subject->is_organisation != organisations)
        continue;
      json_builder_begin_object (builder);
      atlasctl_json_string (builder, organisations ? "org" : "country", subject->target);
      atlasctl_json_number (builder, "count", subject->count);
      atlasctl_json_boolean (builder, "about", subject->about);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_item (JsonBuilder *builder,
            const AtlasctlImportItem *item)
{
  g_autofree char *name = g_filename_display_name (item->argument);
  gboolean failed = item->result == ATLASCTL_IMPORT_FAILED;

  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "file", name);
  atlasctl_json_string (builder, "result", result_ids[item->result]);
  atlasctl_json_string (builder, "key", item->key);
  atlasctl_json_string (builder, "title", item->title);
  atlasctl_json_known (builder, "date", item->date);
  atlasctl_json_known (builder, "lang", item->language);
  atlasctl_json_string (builder, "match", get_match_id (item->match));
  build_subjects (builder, "countries", item, FALSE);
  build_subjects (builder, "organisations", item, TRUE);
  atlasctl_json_start_array (builder, "warnings");
  for (guint i = 0; item->warnings != NULL && item->warnings[i] != NULL; i++)
    json_builder_add_string_value (builder, item->warnings[i]);
  json_builder_end_array (builder);
  atlasctl_json_string (builder, "message", !failed ? item->message : NULL);
  atlasctl_json_string (builder, "error", failed ? item->message : NULL);
  json_builder_end_object (builder);
}

static void
print_json (const GPtrArray *items)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atlasctl_json_start_array (builder, "files");
  for (guint i = 0; i < items->len; i++)
    build_item (builder, g_ptr_array_index (items, i));
  json_builder_end_array (builder);
  for (guint i = 0; i < ATLASCTL_N_IMPORT_RESULTS; i++)
    atlasctl_json_number (builder, result_ids[i], atlasctl_import_count (items, i));
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

/* --- CSV --------------------------------------------------------------------------------- */

static char *
join_subjects (const AtlasctlImportItem *item,
               gboolean organisations,
               gboolean about)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; item->subjects != NULL && i < item->subjects->len; i++)
    {
      const AtlasSubject *subject = &g_array_index (item->subjects, AtlasSubject, i);

      if (subject->is_organisation == organisations && subject->about == about)
        g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", subject->target);
    }
  return g_string_free_and_steal (list);
}

static void
print_csv (const GPtrArray *items)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (12);

  atlasctl_table_add (table, "file", "result", "key", "title", "date", "lang", "match", "about_countries", "about_organisations", "other_countries",
                      "other_organisations", "message", NULL);
  for (guint i = 0; i < items->len; i++)
    {
      const AtlasctlImportItem *item = g_ptr_array_index (items, i);
      g_autofree char *name = g_filename_display_name (item->argument);
      g_autofree char *about_countries = join_subjects (item, FALSE, TRUE);
      g_autofree char *about_organisations = join_subjects (item, TRUE, TRUE);
      g_autofree char *other_countries = join_subjects (item, FALSE, FALSE);
      g_autofree char *other_organisations = join_subjects (item, TRUE, FALSE);
      const char *texts[] = { item->key, item->title, item->date, item->language, get_match_id (item->match), item->message };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        texts[j] = texts[j] != NULL ? texts[j] : "";
      atlasctl_table_add (table, name, result_ids[item->result], texts[0], texts[1], texts[2], texts[3], texts[4], about_countries, about_organisations,
                          other_countries, other_organisations, texts[5], NULL);
    }
  atlasctl_table_print_csv (table);
}

/* --- Words ---------------------------------------------------------------------------------- */

static const char *
get_name (AtlasctlCall *call,
          const AtlasSubject *subject)
{
  const AtlasOrganisation *organisation = subject->is_organisation ? atlas_dataset_find_organisation (call->dataset, subject->target) : NULL;
  const AtlasCountry *country = !subject->is_organisation ? atlas_dataset_find_country (call->dataset, subject->target) : NULL;

  if (organisation != NULL)
    return atlas_organisation_get_abbreviation (organisation, call->language);
  return country != NULL ? atlas_country_get_name (country, call->language) : subject->target;
}

static char *
list_names (AtlasctlCall *call,
            const AtlasctlImportItem *item,
            gboolean about)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; item->subjects != NULL && i < item->subjects->len; i++)
    {
      const AtlasSubject *subject = &g_array_index (item->subjects, AtlasSubject, i);

      if (subject->about == about)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", get_name (call, subject));
    }
  return g_string_free_and_steal (list);
}

static const char *
describe_result (const AtlasctlImportItem *item)
{
  switch (item->result)
    {
    case ATLASCTL_IMPORT_ADDED:
      /* Translators: an article; its title and key follow */
      return _ ("Added:");
    case ATLASCTL_IMPORT_UPDATED:
      /* Translators: an article; its title and key follow */
      return _ ("Updated:");
    case ATLASCTL_IMPORT_KNOWN:
      /* Translators: an article; its title and key follow */
      return item->match == ATLAS_LIBRARY_MATCH_SAME_TEXT ? _ ("Already there:") : _ ("Left alone, like one that is there:");
    case ATLASCTL_IMPORT_CANCELLED:
    case ATLASCTL_IMPORT_FAILED:
    case ATLASCTL_N_IMPORT_RESULTS:
    default:
      return NULL;
    }
}

/**
 * atlasctl_import_print_item:
 *
 * Prints, for a person, what became of a file.
 */
void
atlasctl_import_print_item (AtlasctlCall *call,
                            const AtlasctlImportItem *item)
{
  const char *result = describe_result (item);
  g_autofree char *about = list_names (call, item, TRUE);
  g_autofree char *named = list_names (call, item, FALSE);

  if (result == NULL)
    return;
  atlasctl_printf ("%s %s (%s)\n", result, item->title, item->key);
  if (*about != '\0')
    /* Translators: a list of countries and organisations follows */
    atlasctl_printf ("  %s %s\n", _ ("About:"), about);
  if (*named != '\0')
    /* Translators: a list of countries and organisations follows */
    atlasctl_printf ("  %s %s\n", _ ("Names:"), named);
}

/**
 * atlasctl_import_print_all:
 *
 * Answers, when all is done; for a person, how many there were of each kind.
 */
void
atlasctl_import_print_all (AtlasctlCall *call,
                           const GPtrArray *items)
{
  if (call->format == ATLASCTL_JSON)
    print_json (items);
  else if (call->format == ATLASCTL_CSV)
    print_csv (items);
  else if (items->len > 1)
    atlasctl_printf (_ ("\nArticles added: %u; updated: %u; already there: %u; failed: %u\n"), atlasctl_import_count (items, ATLASCTL_IMPORT_ADDED),
                     atlasctl_import_count (items, ATLASCTL_IMPORT_UPDATED), atlasctl_import_count (items, ATLASCTL_IMPORT_KNOWN),
                     atlasctl_import_count (items, ATLASCTL_IMPORT_FAILED));
}
