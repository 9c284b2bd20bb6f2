/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-library.h"

#include "atlasctl-output.h"

#include "atlas-library-corrections.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- Places: “title:0-9”, “summary:4-7”, “2:10-17” ------------------------------------------ */

static char *
name_block (int block)
{
  if (block == ATLAS_PLACE_TITLE)
    return g_strdup ("title");
  if (block == ATLAS_PLACE_SUMMARY)
    return g_strdup ("summary");
  return g_strdup_printf ("%d", block);
}

static char *
name_place (const AtlasCorrection *correction)
{
  g_autofree char *block = name_block (correction->block);

  return correction->all ? g_strdup ("") : g_strdup_printf ("%s:%u-%u", block, correction->start, correction->end);
}

static gboolean
parse_place (const char *text,
             AtlasCorrection *correction)
{
  g_auto (GStrv) parts = NULL;

  if (!g_regex_match_simple ("^(title|summary|[0-9]{1,6}):[0-9]{1,8}-[0-9]{1,8}$", text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    return FALSE;
  parts = g_strsplit_set (text, ":-", 3);
  correction->block = (int) g_ascii_strtoll (parts[0], NULL, 10);
  if (g_str_equal (parts[0], "title"))
    correction->block = ATLAS_PLACE_TITLE;
  if (g_str_equal (parts[0], "summary"))
    correction->block = ATLAS_PLACE_SUMMARY;
  correction->start = (guint) g_ascii_strtoull (parts[1], NULL, 10);
  correction->end = (guint) g_ascii_strtoull (parts[2], NULL, 10);
  return correction->start < correction->end;
}

/* --- corrections ------------------------------------------------------------------------------ */

static void
build_corrected (JsonBuilder *builder,
                 const AtlasLibraryCorrected *corrected)
{
  const AtlasCorrection *correction = &corrected->correction;
  g_autofree char *place = name_place (correction);

  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "key", corrected->key);
  atlasctl_json_string (builder, "title", corrected->title);
  atlasctl_json_string (builder, "what", atlas_correction_what_to_id (correction->what));
  atlasctl_json_known (builder, "country", correction->is_organisation ? NULL : correction->target);
  atlasctl_json_known (builder, "org", correction->is_organisation ? correction->target : NULL);
  atlasctl_json_known (builder, "at", place);
  atlasctl_json_known (builder, "words", correction->quote);
  atlasctl_json_time (builder, "created", correction->created_at);
  json_builder_end_object (builder);
}

static void
print_json (const GPtrArray *all)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atlasctl_json_start_array (builder, "corrections");
  for (guint i = 0; i < all->len; i++)
    build_corrected (builder, g_ptr_array_index (all, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

static void
print_table (const GPtrArray *all,
             AtlasctlFormat format)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (7);

  if (format == ATLASCTL_CSV)
    atlasctl_table_add (table, "key", "what", "country", "org", "at", "words", "title", NULL);
  else if (all->len == 0)
    atlasctl_print (_ ("Nothing was corrected.\n"));
  for (guint i = 0; i < all->len; i++)
    {
      const AtlasLibraryCorrected *corrected = g_ptr_array_index (all, i);
      const AtlasCorrection *correction = &corrected->correction;
      g_autofree char *place = name_place (correction);

      atlasctl_table_add (table, corrected->key, atlas_correction_what_to_id (correction->what), correction->is_organisation ? "" : correction->target,
                          correction->is_organisation ? correction->target : "", place, correction->quote != NULL ? correction->quote : "", corrected->title, NULL);
    }
  if (format == ATLASCTL_CSV)
    atlasctl_table_print_csv (table);
  else
    atlasctl_table_print_text (table);
}

/**
 * atlasctl_library_list_corrections:
 */
AtlasctlExit
atlasctl_library_list_corrections (AtlasctlLibraryCall *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = atlas_library_list_corrections (self->library, self->arguments[0], NULL, &error);

  if (all == NULL)
    return atlasctl_fail (error);
  if (self->call->format == ATLASCTL_JSON)
    print_json (all);
  else
    print_table (all, self->call->format);
  return ATLASCTL_DONE;
}

/* --- correct ------------------------------------------------------------------------------------ */

/* In the call's dataset; standard error says where it is none. */
static gboolean
find_target (AtlasctlLibraryCall *self,
             AtlasCorrection *correction)
{
  const AtlasctlLibraryOptions *options = self->options;
  g_autofree char *id = options->organisation != NULL ? g_utf8_make_valid (options->organisation, -1) : NULL;
  const AtlasOrganisation *organisation;
  const AtlasCountry *country;

  correction->target = g_intern_static_string ("");
  if (options->nothing)
    return TRUE;
  if (options->country != NULL)
    {
      country = atlasctl_call_find_country (self->call, options->country);
      correction->target = country != NULL ? g_intern_string (country->code) : NULL;
      return country != NULL;
    }
  organisation = atlas_dataset_find_organisation (self->call->dataset, id);
  correction->is_organisation = TRUE;
  correction->target = organisation != NULL ? g_intern_string (organisation->id) : NULL;
  if (organisation == NULL)
    atlasctl_refuse (self->call, _ ("“%s” is no organisation that the atlas knows; write an id such as CSTO"), id);
  return organisation != NULL;
}

/* Fills in all but the target. */
static gboolean
read_correction (AtlasctlLibraryCall *self,
                 AtlasCorrection *correction)
{
  const AtlasctlLibraryOptions *options = self->options;
  guint n_targets = (options->country != NULL) + (options->organisation != NULL) + !!options->nothing;

  correction->all = options->place == NULL;
  if (!atlas_correction_what_from_id (self->arguments[1], &correction->what))
    atlasctl_refuse (self->call, _ ("“%s” is no correction; write not-this, also-this or this-is"), self->arguments[1]);
  else if (n_targets != 1)
    atlasctl_refuse (self->call, _ ("name one: --country CODE, --org ID, or --nothing"));
  else if (options->nothing && correction->what != ATLAS_CORRECTION_THIS_IS)
    atlasctl_refuse (self->call, _ ("--nothing goes with this-is alone; name a country or an organisation"));
  else if (options->place != NULL && !parse_place (options->place, correction))
    atlasctl_refuse (self->call, _ ("--at: write a place such as title:0-9 or 2:10-17: a block, counted from 0, and its code points"));
  else if (options->place == NULL && correction->what == ATLAS_CORRECTION_THIS_IS && (options->words == NULL || *options->words == '\0'))
    atlasctl_refuse (self->call, _ ("say which words are meant: --words WORDS for all places, or --at PLACE"));
  else
    return TRUE;
  return FALSE;
}

/**
 * atlasctl_library_check_correct:
 */
gboolean
atlasctl_library_check_correct (AtlasctlLibraryCall *self)
{
  AtlasCorrection correction = { 0 };

  return read_correction (self, &correction);
}

/**
 * atlasctl_library_correct:
 */
AtlasctlExit
atlasctl_library_correct (AtlasctlLibraryCall *self)
{
  AtlasCorrection correction = { 0 };
  g_autoptr (GError) error = NULL;
  AtlasctlExit result = atlasctl_call_load (self->call);

  if (result != ATLASCTL_DONE)
    return result;
  read_correction (self, &correction);
  if (!find_target (self, &correction))
    return ATLASCTL_WRONG_CALL;
  correction.quote = correction.all ? self->options->words : NULL;
  return atlas_library_correct (self->library, self->arguments[0], &correction, NULL, &error) ? ATLASCTL_DONE : atlasctl_fail (error);
}

/**
 * atlasctl_library_uncorrect:
 */
AtlasctlExit
atlasctl_library_uncorrect (AtlasctlLibraryCall *self)
{
  g_autoptr (GError) error = NULL;

  return atlas_library_uncorrect (self->library, self->arguments[0], NULL, &error) ? ATLASCTL_DONE : atlasctl_fail (error);
}
