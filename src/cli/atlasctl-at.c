/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-output.h"

#include "atlas-geography.h"

#include <glib/gi18n.h>

typedef struct
{
  AtlasctlCall *call;
  double lon;
  double lat;
  const AtlasUnit *unit;       /* NULL at sea */
  const AtlasCountry *country; /* NULL where nobody's */
  const AtlasArea *area;       /* NULL where nobody contests it */
} Place;

static const char *
country_name (const Place *self)
{
  return self->country != NULL ? atlas_country_get_name (self->country, self->call->language) : NULL;
}

static void
print_json (const Place *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "country", self->country != NULL ? self->country->code : NULL);
  if (self->unit != NULL)
    {
      atlasctl_json_string (builder, "name", country_name (self));
      atlasctl_json_string (builder, "unit", self->unit->code);
      atlasctl_json_boolean (builder, "disputed", self->unit->disputed);
    }
  if (self->area != NULL)
    {
      atlasctl_json_string (builder, "unit_name", atlas_area_get_name (self->area, self->call->language));
      atlasctl_json_string (builder, "text", atlas_area_get_text (self->area, self->call->language));
      atlasctl_json_string (builder, "held_by", self->area->held_by);
      atlasctl_json_string (builder, "claimed_by", self->area->claimed_by);
    }
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

static void
print_csv (const Place *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (6);
  char lon[G_ASCII_DTOSTR_BUF_SIZE];
  char lat[G_ASCII_DTOSTR_BUF_SIZE];

  atlasctl_table_add (table, "lon", "lat", "country", "name", "unit", "disputed", NULL);
  atlasctl_table_add (table, g_ascii_formatd (lon, sizeof lon, "%.10g", self->lon), g_ascii_formatd (lat, sizeof lat, "%.10g", self->lat),
                      self->country != NULL ? self->country->code : "", self->country != NULL ? country_name (self) : "",
                      self->unit != NULL ? self->unit->code : "", self->unit != NULL ? atlasctl_boolean (self->unit->disputed) : "", NULL);
  atlasctl_table_print_csv (table);
}

static void
print_text (const Place *self)
{
  const char *language = self->call->language;

  if (self->unit == NULL)
    atlasctl_print (_ ("The sea.\n"));
  else if (self->area != NULL)
    atlasctl_printf ("%s\n%s\n", atlas_area_get_name (self->area, language), atlas_area_get_text (self->area, language));
  else if (self->country != NULL)
    atlasctl_printf ("%s (%s)\n", country_name (self), self->country->code);
  else
    atlasctl_print (_ ("Land that no country holds.\n"));
}

static gboolean
parse_degrees (AtlasctlCall *call,
               const char *text,
               double limit,
               const char *what,
               double *degrees)
{
  char *end = NULL;

  *degrees = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0' && *degrees >= -limit && *degrees <= limit)
    return TRUE;
  /* Translators: what was typed, “longitude” or “latitude”, and its two limits in degrees */
  atlasctl_refuse (call, _ ("“%1$s” is no %2$s; write degrees from %3$g to %4$g, such as 71.4"), text, what, -limit, limit);
  return FALSE;
}

static AtlasctlExit
find_place (Place *self)
{
  g_autofree char *path = atlasctl_call_find_file (self->call, "geography", "world.atlasgeo", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasGeography) geography = atlas_geography_new_from_file (path, &error);
  int unit;

  if (geography == NULL)
    {
      atlasctl_complain ("%s: %s", path, error->message);
      return ATLASCTL_BAD_INPUT;
    }

  unit = atlas_geography_hit (geography, self->lon, self->lat);
  if (unit != ATLAS_GEOGRAPHY_SEA)
    {
      self->unit = atlas_geography_get_unit (geography, unit);
      self->country = atlas_dataset_find_country (self->call->dataset, self->unit->country);
      self->area = atlas_dataset_find_area (self->call->dataset, self->unit->code);
    }
  if (self->call->format == ATLASCTL_JSON)
    print_json (self);
  else if (self->call->format == ATLASCTL_CSV)
    print_csv (self);
  else
    print_text (self);
  return ATLASCTL_DONE;
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  Place self = { .call = call };
  AtlasctlExit result;

  if (!atlasctl_call_expect (call, 2, 2) || !parse_degrees (call, call->arguments[0], 180, _ ("longitude"), &self.lon) || !parse_degrees (call, call->arguments[1], 90, _ ("latitude"), &self.lat))
    return ATLASCTL_WRONG_CALL;
  result = atlasctl_call_load (call);
  return result == ATLASCTL_DONE ? find_place (&self) : result;
}

const AtlasctlCommand atlasctl_at = {
  "at",
  N_ ("LONGITUDE LATITUDE"),
  N_ ("Tell which country lies at a place, in degrees east and north"),
  N_ ("A place in the west or south is a number below zero: atlasctl at -175 66"),
  NULL,
  TRUE,
  run,
};
