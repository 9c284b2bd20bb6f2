/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-output.h"

#include "atlas-plate.h"

#include <glib/gi18n.h>
#include <stdio.h>

static char *on_text;
static char *from_text;
static char *lens_text;
static char *projection_text;
static char *size_text;
static char *style_text;
static char *title_text;
static char *path;
static double scale = 1;
static gboolean bare;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("The picture to write; its ending says which kind: .png, .svg or .pdf"), N_ ("FILE") },
  { "on", 0, 0, G_OPTION_ARG_STRING, &on_text, N_ ("The day to show; today where none is given"), N_ ("DAY") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("Show what changed from here until that day, both included"), N_ ("DATE") },
  { "lens", 0, 0, G_OPTION_ARG_STRING, &lens_text, N_ ("“overview” or an organisation, such as SCO"), N_ ("LENS") },
  { "projection", 0, 0, G_OPTION_ARG_STRING, &projection_text, N_ ("“equal-area” or “mercator”"), N_ ("NAME") },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size_text, N_ ("Width and height in pixels, or in points for a PDF: 1600x1000"), N_ ("WxH") },
  { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &scale, N_ ("So many pixels of a PNG for each of its size"), N_ ("N") },
  { "style", 0, 0, G_OPTION_ARG_STRING, &style_text, N_ ("“light”, “dark”, “high-contrast-light” or “high-contrast-dark”"), N_ ("STYLE") },
  { "title", 0, 0, G_OPTION_ARG_STRING, &title_text, N_ ("Another title"), N_ ("TEXT") },
  { "bare", 0, 0, G_OPTION_ARG_NONE, &bare, N_ ("The map alone, without title, legend and notes"), NULL },
  { NULL }
};

typedef struct
{
  AtlasctlCall *call;
  AtlasWhen when;
  AtlasPlateFormat format;
  const AtlasOrganisation *lens;
  guint projection;
  guint scheme;
  double width;
  double height;
} Render;

static const char *const projections[] = {
  [ATLAS_PROJECTION_MERCATOR] = "mercator",
  [ATLAS_PROJECTION_EQUAL_AREA] = "equal-area",
  NULL
};

static const char *const styles[] = {
  [ATLAS_SCHEME_LIGHT] = "light",
  [ATLAS_SCHEME_DARK] = "dark",
  [ATLAS_SCHEME_HIGH_CONTRAST_LIGHT] = "high-contrast-light",
  [ATLAS_SCHEME_HIGH_CONTRAST_DARK] = "high-contrast-dark",
  NULL
};

/* --- The call ------------------------------------------------------------------- */

/* @text as a place in @words; the choice stays where there is no text. */
static gboolean
parse_choice (AtlasctlCall *call,
              const char *option,
              const char *text,
              const char *const *words,
              guint *choice)
{
  g_autofree char *valid = NULL;
  g_autofree char *list = NULL;

  if (text == NULL)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (text, words[i]))
      {
        *choice = i;
        return TRUE;
      }
  valid = g_utf8_make_valid (text, -1);
  list = g_strjoinv (", ", (char **) words);
  /* Translators: what was typed, the option, and the words that it takes */
  atlasctl_refuse (call, _ ("“%1$s” is no %2$s; write one of %3$s"), valid, option, list);
  return FALSE;
}

static gboolean
parse_size (Render *self)
{
  g_autofree char *valid = NULL;
  int width, height;
  char rest;

  if (size_text == NULL)
    return TRUE;
  if (sscanf (size_text, "%5dx%5d%c", &width, &height, &rest) == 2 && width >= 16 && height >= 16 && width <= 20000 && height <= 20000)
    {
      self->width = width;
      self->height = height;
      return TRUE;
    }
  valid = g_utf8_make_valid (size_text, -1);
  atlasctl_refuse (self->call, _ ("“%s” is no --size; write width and height from 16 to 20000, such as 1600x1000"), valid);
  return FALSE;
}

static gboolean
parse_path (Render *self)
{
  if (path == NULL)
    atlasctl_refuse (self->call, _ ("-o is missing; name the picture, such as map.png"));
  else if (!atlas_plate_format_from_path (path, &self->format))
    atlasctl_refuse (self->call, _ ("the ending of “%s” is not known; use .png, .svg or .pdf"), path);
  else
    return TRUE;
  return FALSE;
}

static gboolean
parse_scale (Render *self)
{
  if (scale >= 0.1 && scale <= 16)
    return TRUE;
  atlasctl_refuse (self->call, _ ("--scale goes from 0.1 to 16"));
  return FALSE;
}

static gboolean
parse_when (Render *self)
{
  AtlasDay from, on, open_end;

  if (!atlasctl_call_parse_on (self->call, on_text, &on))
    return FALSE;
  self->when = atlas_when_on (on);
  if (from_text == NULL)
    return TRUE;
  if (!atlasctl_call_parse_range (self->call, from_text, NULL, &from, &open_end))
    return FALSE;
  if (from > on)
    {
      g_autofree char *day = atlas_day_to_iso (on);

      atlasctl_refuse (self->call, _ ("--on (%s) comes before --from (%s); swap them"), day, from_text);
      return FALSE;
    }
  self->when = atlas_when_between (from, on);
  return TRUE;
}

static gboolean
parse_call (Render *self)
{
  return atlasctl_call_expect (self->call, 0, 0) && parse_when (self) && parse_path (self) && parse_size (self) && parse_scale (self) && parse_choice (self->call, "--projection", projection_text, projections, &self->projection) && parse_choice (self->call, "--style", style_text, styles, &self->scheme);
}

static gboolean
find_lens (Render *self)
{
  if (lens_text == NULL || g_str_equal (lens_text, "overview"))
    return TRUE;
  self->lens = atlasctl_call_find_organisation (self->call, lens_text);
  return self->lens != NULL;
}

/* --- The answer ------------------------------------------------------------------- */

static AtlasPlate *
make_plate (const Render *self,
            AtlasGeography *geography)
{
  g_autoptr (AtlasColouring) colouring = atlas_colouring_new (self->call->dataset, geography, self->lens, self->when, self->scheme);
  AtlasPlate *plate = atlas_plate_new (colouring);

  atlas_plate_set_projection (plate, self->projection);
  atlas_plate_set_language (plate, self->call->language);
  atlas_plate_set_frame (plate, !bare);
  if (title_text != NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (title_text, -1);

      atlas_plate_set_title (plate, valid);
    }
  return plate;
}

/* Where the map lies in the picture, so that a program can find places in it. */
static void
build_map (const Render *self,
           JsonBuilder *builder,
           AtlasPlate *plate)
{
  AtlasProjection projection;
  double x, y, width, height;

  atlas_plate_get_map (plate, self->width, self->height, &projection, &x, &y, &width, &height);
  json_builder_set_member_name (builder, "map");
  json_builder_begin_object (builder);
  atlasctl_json_number (builder, "x", x);
  atlasctl_json_number (builder, "y", y);
  atlasctl_json_number (builder, "width", width);
  atlasctl_json_number (builder, "height", height);
  atlasctl_json_number (builder, "centre_lon", projection.lon);
  atlasctl_json_number (builder, "centre_lat", projection.lat);
  atlasctl_json_number (builder, "centre_x", projection.x);
  atlasctl_json_number (builder, "centre_y", projection.y);
  atlasctl_json_number (builder, "radian", projection.scale);
  json_builder_end_object (builder);
}

static void
print_json (const Render *self,
            AtlasPlate *plate)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *file = g_utf8_make_valid (path, -1);

  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "file", file);
  atlasctl_json_day (builder, "from", self->when.compares ? self->when.from : ATLAS_DAY_MIN);
  atlasctl_json_day (builder, "on", self->when.to);
  atlasctl_json_boolean (builder, "verified", self->when.to <= atlas_dataset_get_verified_until (self->call->dataset));
  atlasctl_json_string (builder, "lens", self->lens != NULL ? self->lens->id : "overview");
  atlasctl_json_string (builder, "projection", projections[self->projection]);
  atlasctl_json_string (builder, "style", styles[self->scheme]);
  atlasctl_json_number (builder, "width", self->width);
  atlasctl_json_number (builder, "height", self->height);
  atlasctl_json_number (builder, "scale", scale);
  build_map (self, builder, plate);
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

static void
print_csv (const Render *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (5);
  g_autofree char *file = g_utf8_make_valid (path, -1);
  g_autofree char *on = atlas_day_to_iso (self->when.to);
  g_autofree char *from = self->when.compares ? atlas_day_to_iso (self->when.from) : g_strdup ("");

  atlasctl_table_add (table, "file", "on", "lens", "projection", "from", NULL);
  atlasctl_table_add (table, file, on, self->lens != NULL ? self->lens->id : "overview", projections[self->projection], from, NULL);
  atlasctl_table_print_csv (table);
}

static AtlasctlExit
render (const Render *self)
{
  g_autofree char *shapes = atlasctl_call_find_file (self->call, "geography", "world.atlasgeo", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasGeography) geography = atlas_geography_new_from_file (shapes, &error);
  g_autoptr (AtlasPlate) plate = NULL;

  if (geography == NULL)
    {
      atlasctl_complain ("%s: %s", shapes, error->message);
      return ATLASCTL_BAD_INPUT;
    }

  plate = make_plate (self, geography);
  if (!atlas_plate_save (plate, path, self->format, self->width, self->height, scale, &error))
    {
      atlasctl_complain ("%s: %s", path, error->message);
      return ATLASCTL_BAD_INPUT;
    }
  if (self->call->format == ATLASCTL_JSON)
    print_json (self, plate);
  else if (self->call->format == ATLASCTL_CSV)
    print_csv (self);
  return ATLASCTL_DONE;
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  Render self = { .call = call, .projection = ATLAS_PROJECTION_EQUAL_AREA, .scheme = ATLAS_SCHEME_LIGHT, .width = 1600, .height = 1000 };
  AtlasctlExit result;

  if (!parse_call (&self))
    return ATLASCTL_WRONG_CALL;
  result = atlasctl_call_load (call);
  if (result != ATLASCTL_DONE)
    return result;
  return find_lens (&self) ? render (&self) : ATLASCTL_WRONG_CALL;
}

const AtlasctlCommand atlasctl_render = {
  "render",
  "",
  N_ ("Draw the map into a PNG, SVG or PDF file"),
  N_ ("--from also takes a month or a year: its first day."),
  entries,
  FALSE,
  run,
};
