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
 * Returns: the colour of the pip's mark
 */
AtlasColour
atlas_pip_get_colour (const AtlasPip *self,
                      AtlasScheme scheme)
{
  static const AtlasColour colours[ATLAS_N_HUES][ATLAS_N_SCHEMES] = {
    [ATLAS_HUE_CRIMSON] = { 0xb03a4e, 0xe06676, 0x94142e, 0xff7d92 },
    [ATLAS_HUE_BLUE] = { 0x2f78bd, 0x6fb0ea, 0x1c62a3, 0x7cc0fa },
    [ATLAS_HUE_AMBER] = { 0xb97709, 0xe8b04f, 0x9a5f00, 0xffc95c },
    [ATLAS_HUE_TEAL] = { 0x1f7a78, 0x5cc4bb, 0x075e5c, 0x6ee6db },
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
