/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-pip.h"

static gboolean
shape_of (const AtlasSpell *spell,
          AtlasPipShape *shape)
{
  if (spell == NULL || (!atlas_status_is_current (spell->status) && spell->status != ATLAS_STATUS_WITHDRAWN))
    return FALSE;

  if (spell->status == ATLAS_STATUS_WITHDRAWN)
    *shape = ATLAS_PIP_STRUCK;
  else if (spell->status == ATLAS_STATUS_MEMBER)
    *shape = ATLAS_PIP_MEMBER;
  else if (atlas_spell_belongs (spell))
    *shape = ATLAS_PIP_HALF;
  else
    *shape = ATLAS_PIP_RING;
  return TRUE;
}

static gboolean
resolve_pip (const AtlasDataset *dataset,
             const AtlasOrganisation *organisation,
             const AtlasCountry *country,
             AtlasDay day,
             AtlasPip *pip)
{
  if (organisation == NULL ||
      !shape_of (atlas_query_status (dataset, organisation, country, day), &pip->shape))
    return FALSE;
  pip->hue = atlas_style_get_hue (organisation);
  return TRUE;
}

/**
 * atlas_pips_resolve:
 * @lens: (nullable): %NULL gives the pips of the CSTO, the SCO and BRICS, a
 *   lens its own
 * @pips: (out caller-allocates):
 *
 * Returns: how many there are
 */
guint
atlas_pips_resolve (const AtlasDataset *dataset,
                    const AtlasOrganisation *lens,
                    const AtlasCountry *country,
                    AtlasDay day,
                    AtlasPip pips[ATLAS_MAX_PIPS])
{
  static const char *const ids[ATLAS_MAX_PIPS] = { "CSTO", "SCO", "BRICS" };
  guint n = 0;

  if (lens != NULL)
    return resolve_pip (dataset, lens, country, day, &pips[0]) ? 1 : 0;

  for (guint i = 0; i < ATLAS_MAX_PIPS; i++)
    if (resolve_pip (dataset, atlas_dataset_find_organisation (dataset, ids[i]), country, day, &pips[n]))
      n++;
  return n;
}

/**
 * atlas_pip_get_colour:
 *
 * Returns: the colour of the pip's mark: its hue, but darker than the fills of
 *   a light scheme and lighter than those of a dark one, so that a filled pip
 *   does not look like a ring on a fill of its own
 */
AtlasColour
atlas_pip_get_colour (const AtlasPip *self,
                      AtlasScheme scheme)
{
  static const AtlasColour colours[ATLAS_N_HUES][ATLAS_N_SCHEMES] = {
    [ATLAS_HUE_CRIMSON] = { 0x84172d, 0xf08391, 0x5e0417, 0xff9fb0 },
    [ATLAS_HUE_BLUE] = { 0x1c5b99, 0x8fc6f5, 0x0c447c, 0xa5d5ff },
    [ATLAS_HUE_AMBER] = { 0x8f5700, 0xf6cb7e, 0x6b3f00, 0xffdf9c },
    [ATLAS_HUE_TEAL] = { 0x0d4f4e, 0x86ddd5, 0x023a39, 0x9ff5ec },
    [ATLAS_HUE_GREY] = { 0x5e5e66, 0xb4b8be, 0x2e2e33, 0xd8dade },
  };

  return colours[self->hue][scheme];
}

static void
circle (cairo_t *cr,
        double x,
        double y,
        double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

/* A pip stands on a disc of its own, light in light schemes and dark in dark
 * ones, so that it is seen on a fill of its own colour. */
static void
draw_ground (cairo_t *cr,
             double x,
             double y,
             double radius,
             AtlasScheme scheme)
{
  atlas_colour_set (cr, atlas_pip_get_ground (scheme), 1);
  circle (cr, x, y, radius);
  cairo_fill (cr);
}

/**
 * atlas_pip_get_ground:
 *
 * Returns: the colour of the disc that every pip stands on
 */
AtlasColour
atlas_pip_get_ground (AtlasScheme scheme)
{
  return scheme == ATLAS_SCHEME_LIGHT || scheme == ATLAS_SCHEME_HIGH_CONTRAST_LIGHT ? 0xffffff : 0x12161a;
}

/**
 * atlas_pip_draw:
 * @x: its middle
 * @y: its middle
 * @size: diameter, the rim included
 */
void
atlas_pip_draw (const AtlasPip *self,
                cairo_t *cr,
                double x,
                double y,
                double size,
                AtlasScheme scheme)
{
  double rim = size * 0.12, line = size * 0.16;
  double radius = size / 2 - rim;

  cairo_save (cr);
  cairo_new_path (cr);
  draw_ground (cr, x, y, size / 2, scheme);
  atlas_colour_set (cr, atlas_pip_get_colour (self, scheme), 1);
  cairo_set_line_width (cr, line);
  if (self->shape == ATLAS_PIP_MEMBER)
    {
      circle (cr, x, y, radius);
      cairo_fill (cr);
      cairo_restore (cr);
      return;
    }
  circle (cr, x, y, radius - line / 2);
  cairo_stroke (cr);
  if (self->shape == ATLAS_PIP_HALF)
    {
      cairo_arc (cr, x, y, radius - line / 2, G_PI / 2, 3 * G_PI / 2);
      cairo_fill (cr);
    }
  else if (self->shape == ATLAS_PIP_STRUCK)
    {
      double reach = (size / 2 - line / 2) * 0.75;

      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_move_to (cr, x - reach, y + reach);
      cairo_line_to (cr, x + reach, y - reach);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
