/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-mention-markup.h"

#include <adwaita.h>
#include <string.h>

#include <glib/gi18n.h>

#include "atlas-markup-writer.h"
#include "atlas-prose.h"

/* The colours hold at least 3:1 against the page, light and dark. */
static const struct
{
  const char *name;
  const char *attributes;
  const char *colour;
} looks[] = {
  [ATLAS_MENTION_LOOK_NAME] = { N_ ("A country by its name"), "underline='single'", "#3584e4" },
  [ATLAS_MENTION_LOOK_PEOPLE] = { N_ ("Its adjective or its people"), "underline='single'", "#858585" },
  [ATLAS_MENTION_LOOK_SEAT] = { N_ ("Its capital or a seat of power"), "underline='double'", "#3584e4" },
  [ATLAS_MENTION_LOOK_LEADER] = { N_ ("A leader in office"), "style='italic' underline='single'", "#3584e4" },
  [ATLAS_MENTION_LOOK_ORGANISATION] = { N_ ("An organisation"), "weight='600' underline='single'", "#a964c8" },
  [ATLAS_MENTION_LOOK_DOUBT] = { N_ ("In doubt"), "underline='error'", "#b07a00" },
};

/**
 * atlas_mention_look_get_name:
 *
 * Returns: (transfer none): what is marked so, translated
 */
const char *
atlas_mention_look_get_name (AtlasMentionLook look)
{
  g_return_val_if_fail (look < ATLAS_N_MENTION_LOOKS, NULL);

  return _ (looks[look].name);
}

static void
append_start (GString *markup,
              AtlasMentionLook look)
{
  g_string_append_printf (markup, "<span %s", looks[look].attributes);
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    g_string_append_printf (markup, " underline_color='%s'", looks[look].colour);
  g_string_append_c (markup, '>');
}

/**
 * atlas_mention_look_to_markup:
 *
 * Returns: (transfer full): its name as it looks, as Pango markup
 */
char *
atlas_mention_look_to_markup (AtlasMentionLook look)
{
  GString *markup = g_string_new (NULL);

  append_start (markup, look);
  atlas_prose_append_text (markup, atlas_mention_look_get_name (look), -1);
  g_string_append (markup, "</span>");
  return g_string_free (markup, FALSE);
}

static AtlasMentionLook
find_look (const AtlasLibraryMention *mention)
{
  if (mention->doubtful)
    return ATLAS_MENTION_LOOK_DOUBT;
  if (mention->is_organisation)
    return ATLAS_MENTION_LOOK_ORGANISATION;
  switch ((AtlasFormKind) mention->kind)
    {
    case ATLAS_FORM_ADJECTIVE:
    case ATLAS_FORM_DEMONYM:
      return ATLAS_MENTION_LOOK_PEOPLE;
    case ATLAS_FORM_CAPITAL:
    case ATLAS_FORM_SEAT:
      return ATLAS_MENTION_LOOK_SEAT;
    case ATLAS_FORM_LEADER:
      return ATLAS_MENTION_LOOK_LEADER;
    case ATLAS_FORM_NAME:
    case ATLAS_FORM_ABBREVIATION:
    case ATLAS_FORM_OTHER:
    case ATLAS_N_FORM_KINDS:
    default:
      return ATLAS_MENTION_LOOK_NAME;
    }
}

/**
 * atlas_content_get_target_name:
 * @target: code of a country or id of an organisation
 *
 * Returns: (transfer none): its name in the content's language; @target where the data
 *   has no such thing
 */
const char *
atlas_content_get_target_name (AtlasContent *content,
                               const char *target,
                               gboolean is_organisation)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (content);
  const char *language = atlas_content_get_language (content);
  const AtlasOrganisation *organisation = is_organisation ? atlas_dataset_find_organisation (dataset, target) : NULL;
  const AtlasCountry *country = is_organisation ? NULL : atlas_dataset_find_country (dataset, target);

  if (organisation != NULL)
    return atlas_organisation_get_name (organisation, language);
  return country != NULL ? atlas_country_get_name (country, language) : target;
}

/**
 * atlas_mention_get_path:
 *
 * Returns: (transfer full): where a click on the mention leads, a path as in #AtlasState
 */
char *
atlas_mention_get_path (const AtlasLibraryMention *mention)
{
  return g_strconcat (mention->is_organisation ? "organisation/" : "country/", mention->target, NULL);
}

/* --- Running text ------------------------------------------------------------------------ */

static void
write_mention (AtlasMarkupWriter *self,
               AtlasContent *content,
               const AtlasLibraryMention *mention)
{
  g_autofree char *path = atlas_mention_get_path (mention);
  g_autofree char *why = atlas_library_mention_get_why (mention);
  g_autofree char *start = g_markup_printf_escaped ("<a href=\"%s#%u\" title=\"%s\n%s\">", path, mention->start,
                                                    atlas_content_get_target_name (content, mention->target, mention->is_organisation), why);

  g_string_append (self->markup, start);
  append_start (self->markup, find_look (mention));
  atlas_markup_writer_write (self, mention->end);
  g_string_append (self->markup, "</span></a>");
}

/**
 * atlas_append_mention_markup:
 * @text: plain text
 * @emphases: (nullable) (element-type AtlasRange): what is emphasised in it, in code points
 * @mentions: (array length=n_mentions): in their order
 *
 * Appends the text with what it names as links, each marked by its kind. A form that
 * several countries share links to the first of them.
 */
void
atlas_append_mention_markup (GString *markup,
                             AtlasContent *content,
                             const char *text,
                             const GArray *emphases,
                             const AtlasLibraryMention *mentions,
                             guint n_mentions)
{
  AtlasMarkupWriter writer = {
    .markup = markup,
    .at = text,
    .emphases = emphases != NULL ? (const AtlasRange *) (gconstpointer) emphases->data : NULL,
    .n_emphases = emphases != NULL ? emphases->len : 0,
  };

  for (guint i = 0; i < n_mentions; i++)
    {
      if (mentions[i].start < writer.offset)
        continue;
      atlas_markup_writer_write (&writer, mentions[i].start);
      write_mention (&writer, content, &mentions[i]);
    }
  atlas_markup_writer_write_rest (&writer);
}
