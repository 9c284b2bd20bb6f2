/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-lens-switch.h"

#include <glib/gi18n.h>

/* The overview and the organisations that it paints. */
static const char *const main_lenses[] = { ATLAS_LENS_OVERVIEW, "CSTO", "SCO", "BRICS" };

struct _AtlasLensSwitch
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;

  GtkWidget *stack;
  AdwToggleGroup *toggles;
  GtkMenuButton *more;
  GtkMenuButton *all;
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasLensSwitch, atlas_lens_switch, ADW_TYPE_BIN)

static void
atlas_lens_switch_dispose (GObject *object)
{
  AtlasLensSwitch *self = ATLAS_LENS_SWITCH (object);

  g_clear_object (&self->state);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (atlas_lens_switch_parent_class)->dispose (object);
}

static gboolean
is_main (const char *lens)
{
  for (gsize i = 0; i < G_N_ELEMENTS (main_lenses); i++)
    if (g_str_equal (main_lenses[i], lens))
      return TRUE;
  return FALSE;
}

static const char *
lens_label (AtlasLensSwitch *self,
            const char *lens)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  const AtlasOrganisation *organisation = NULL;

  if (g_str_equal (lens, ATLAS_LENS_OVERVIEW))
    return _ ("Overview");
  if (dataset != NULL)
    organisation = atlas_dataset_find_organisation (dataset, lens);
  if (organisation == NULL)
    return lens;
  return atlas_organisation_get_abbreviation (organisation, atlas_content_get_language (self->content));
}

static void
show_lens (AtlasLensSwitch *self)
{
  const char *lens = atlas_state_get_lens (self->state);
  const gboolean main = is_main (lens);

  adw_toggle_group_set_active_name (self->toggles, main ? lens : NULL);
  /* Translators: a menu with more organisations to show on the map */
  gtk_menu_button_set_label (self->more, main ? _ ("More") : lens_label (self, lens));
  if (main)
    gtk_widget_remove_css_class (GTK_WIDGET (self->more), "atlas-chosen");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->more), "atlas-chosen");
  gtk_menu_button_set_label (self->all, lens_label (self, lens));
}

static void
on_toggled (AtlasLensSwitch *self)
{
  const char *lens = adw_toggle_group_get_active_name (self->toggles);

  if (lens != NULL)
    atlas_state_set_lens (self->state, lens);
}

static void
append_lens (AtlasLensSwitch *self,
             GMenu *menu,
             const char *lens,
             const char *name)
{
  g_autofree char *label = NULL;
  g_autoptr (GMenuItem) item = NULL;
  const char *abbreviation = lens_label (self, lens);

  if (name != NULL && !g_str_equal (name, abbreviation))
    /* Translators: an abbreviation and what it stands for, as in “SCO: Shanghai Cooperation Organisation” */
    label = g_strdup_printf (C_ ("organisation", "%s: %s"), abbreviation, name);
  else
    label = g_strdup (abbreviation);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.lens", "s", lens);
  g_menu_append_item (menu, item);
}

static void
fill_menus (AtlasLensSwitch *self)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  const char *language = atlas_content_get_language (self->content);
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  guint n = 0;
  const AtlasOrganisation *const *lineages = dataset != NULL ? atlas_dataset_get_lineages (dataset, &n) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (main_lenses); i++)
    {
      adw_toggle_set_label (adw_toggle_group_get_toggle_by_name (self->toggles, main_lenses[i]), lens_label (self, main_lenses[i]));
      append_lens (self, first, main_lenses[i], NULL);
    }
  for (guint i = 0; i < n; i++)
    if (!is_main (lineages[i]->id))
      append_lens (self, others, lineages[i]->id, atlas_organisation_get_name (lineages[i], language));
  g_menu_append_section (all, NULL, G_MENU_MODEL (first));
  g_menu_append_section (all, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (self->more, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (self->all, G_MENU_MODEL (all));
  show_lens (self);
}

static void
atlas_lens_switch_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  AtlasLensSwitch *self = ATLAS_LENS_SWITCH (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_lens_switch_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  AtlasLensSwitch *self = ATLAS_LENS_SWITCH (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->narrow ? "narrow" : "wide");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_lens_switch_class_init (AtlasLensSwitchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_lens_switch_dispose;
  object_class->get_property = atlas_lens_switch_get_property;
  object_class->set_property = atlas_lens_switch_set_property;

  /**
   * AtlasLensSwitch:narrow:
   *
   * Whether there is room for one menu only.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
new_toggles (AtlasLensSwitch *self)
{
  self->toggles = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  for (gsize i = 0; i < G_N_ELEMENTS (main_lenses); i++)
    {
      g_autoptr (AdwToggle) toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, main_lenses[i]);
      adw_toggle_group_add (self->toggles, g_object_ref (toggle));
    }
  gtk_widget_set_valign (GTK_WIDGET (self->toggles), GTK_ALIGN_CENTER);
  return GTK_WIDGET (self->toggles);
}

static void
atlas_lens_switch_init (AtlasLensSwitch *self)
{
  GtkWidget *wide = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->more = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->more, _ ("More"));
  gtk_menu_button_set_always_show_arrow (self->more, TRUE);
  self->all = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_always_show_arrow (self->all, TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->all), _ ("What the Map Shows"));

  gtk_box_append (GTK_BOX (wide), new_toggles (self));
  gtk_box_append (GTK_BOX (wide), GTK_WIDGET (self->more));
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), wide, "wide");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->all), "narrow");
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

/**
 * atlas_lens_switch_bind:
 *
 * Says what to choose in, and where the names of the organisations are.
 */
void
atlas_lens_switch_bind (AtlasLensSwitch *self,
                        AtlasState *state,
                        AtlasContent *content)
{
  g_return_if_fail (ATLAS_IS_LENS_SWITCH (self));

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  g_signal_connect_object (state, "notify::lens", G_CALLBACK (show_lens), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::loaded", G_CALLBACK (fill_menus), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::language", G_CALLBACK (fill_menus), self, G_CONNECT_SWAPPED);
  fill_menus (self);
  g_signal_connect_object (self->toggles, "notify::active-name", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
}
