/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the words of the legend mean.
 */
#include "atlas-config.h"

#include "atlas-legend-explanations.h"

#include <glib/gi18n.h>

#include "atlas-query.h"

static void
append_explanation (GtkBox *box,
                    const char *term,
                    const char *text)
{
  GtkWidget *explanation = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *term_label = gtk_label_new (term);
  GtkWidget *text_label = gtk_label_new (text);

  gtk_widget_add_css_class (term_label, "heading");
  gtk_label_set_xalign (GTK_LABEL (term_label), 0);
  gtk_label_set_xalign (GTK_LABEL (text_label), 0);
  gtk_label_set_wrap (GTK_LABEL (text_label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (text_label), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (text_label), 44);
  gtk_box_append (GTK_BOX (explanation), term_label);
  gtk_box_append (GTK_BOX (explanation), text_label);
  gtk_box_append (box, explanation);
}

/* --- Looks that no status explains ------------------------------------------- */

static const char *
explain_look (AtlasStyleKey key)
{
  switch (key)
    {
    case ATLAS_STYLE_JOINED:
      return _ ("No tie before the first day, and a member on the last.");
    case ATLAS_STYLE_RAISED:
      return _ ("A closer tie than before, such as member instead of observer.");
    case ATLAS_STYLE_NEW:
      return _ ("No tie before the first day, and one short of membership on the last.");
    case ATLAS_STYLE_MIXED:
      return _ ("Of the CSTO, the SCO and BRICS, a closer tie to one and a looser tie to another.");
    case ATLAS_STYLE_LOWERED:
      return _ ("A looser tie than before, such as frozen membership, an invitation declined, or a partnership that ended.");
    case ATLAS_STYLE_LEFT:
      return _ ("A member before the first day, and no tie on the last.");
    case ATLAS_STYLE_UNCHANGED:
      return _ ("The same tie on the last day as before the first. What came and went in between is not shown.");
    case ATLAS_STYLE_NOT_YET:
      return _ ("No tie, and not an independent state on the day. Its shape is that of today.");
    default:
      return NULL;
    }
}

static void
append_looks (GtkBox *box,
              GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const AtlasLegendEntry *entry = g_ptr_array_index (entries, i);
      const char *text = explain_look (entry->key);

      if (text != NULL)
        append_explanation (box, entry->label, text);
    }
}

/* --- Statuses ----------------------------------------------------------------- */

static void
add_tally (const AtlasDataset *dataset,
           const AtlasOrganisation *organisation,
           AtlasDay day,
           guint counts[ATLAS_N_STATUSES])
{
  AtlasTally tally;

  if (organisation == NULL)
    return;
  atlas_query_tally (dataset, organisation, day, &tally);
  for (guint i = 0; i < ATLAS_N_STATUSES; i++)
    counts[i] += tally.by_status[i];
}

static void
count_statuses (const AtlasDataset *dataset,
                const AtlasOrganisation *lens,
                AtlasDay day,
                guint counts[ATLAS_N_STATUSES])
{
  static const char *const overview[] = { "CSTO", "SCO", "BRICS" };

  if (lens != NULL)
    {
      add_tally (dataset, lens, day, counts);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (overview); i++)
    add_tally (dataset, atlas_dataset_find_organisation (dataset, overview[i]), day, counts);
}

static void
append_statuses (GtkBox *box,
                 AtlasContent *content,
                 const guint counts[ATLAS_N_STATUSES])
{
  AtlasDataset *dataset = atlas_content_get_dataset (content);
  const char *language = atlas_content_get_language (content);

  for (guint i = ATLAS_STATUS_MEMBER; i < ATLAS_N_STATUSES; i++)
    {
      g_autofree char *id = g_strconcat ("status:", atlas_status_to_id (i), NULL);
      const char *text = atlas_dataset_get_glossary_text (dataset, id, language);

      if (counts[i] > 0 && text != NULL)
        append_explanation (box, atlas_dataset_get_glossary_term (dataset, id, language), text);
    }
}

/**
 * atlas_legend_explanations_new:
 * @content: with the data package loaded
 * @lens: (nullable): %NULL for the overview
 * @entries: (element-type AtlasLegendEntry): those of the legend
 *
 * Returns: (transfer floating): what the words of the legend mean, and those of
 *   the ties that hold at that time
 */
GtkWidget *
atlas_legend_explanations_new (AtlasContent *content,
                               const AtlasOrganisation *lens,
                               AtlasWhen when,
                               GPtrArray *entries)
{
  AtlasDataset *dataset = atlas_content_get_dataset (content);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  guint counts[ATLAS_N_STATUSES] = { 0 };

  count_statuses (dataset, lens, when.to, counts);
  if (when.compares)
    count_statuses (dataset, lens, atlas_when_get_eve (when), counts);
  append_looks (GTK_BOX (box), entries);
  append_statuses (GTK_BOX (box), content, counts);
  return box;
}
