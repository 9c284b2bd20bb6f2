/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-search-panel.h"

struct _AtlasSearchPanel
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_CONTENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasSearchPanel, atlas_search_panel, ADW_TYPE_BIN)

static void
atlas_search_panel_dispose (GObject *object)
{
  AtlasSearchPanel *self = ATLAS_SEARCH_PANEL (object);

  g_clear_object (&self->state);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (atlas_search_panel_parent_class)->dispose (object);
}

static void
atlas_search_panel_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  AtlasSearchPanel *self = ATLAS_SEARCH_PANEL (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_search_panel_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  AtlasSearchPanel *self = ATLAS_SEARCH_PANEL (object);

  switch (prop_id)
    {
    case PROP_STATE:
      self->state = g_value_dup_object (value);
      break;
    case PROP_CONTENT:
      self->content = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_search_panel_class_init (AtlasSearchPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = atlas_search_panel_dispose;
  object_class->get_property = atlas_search_panel_get_property;
  object_class->set_property = atlas_search_panel_set_property;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ATLAS_TYPE_STATE, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, ATLAS_TYPE_CONTENT, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_search_panel_init (AtlasSearchPanel *self)
{
}

GtkWidget *
atlas_search_panel_new (AtlasState *state,
                AtlasContent *content)
{
  return g_object_new (ATLAS_TYPE_SEARCH_PANEL, "state", state, "content", content, NULL);
}
