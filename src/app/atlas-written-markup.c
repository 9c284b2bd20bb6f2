/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-written-markup.h"

#include "atlas-markup-writer.h"
#include "atlas-mention-markup.h"

static void
write_wanted (AtlasMarkupWriter *self,
              const AtlasWrittenMention *mention)
{
  g_string_append (self->markup, "<b>");
  atlas_markup_writer_write (self, mention->end);
  g_string_append (self->markup, "</b>");
}

static void
write_link (AtlasMarkupWriter *self,
            AtlasContent *content,
            const AtlasWrittenMention *mention)
{
  g_autofree char *start = g_markup_printf_escaped ("<a href=\"%s/%s\" title=\"%s\">", mention->is_organisation ? "organisation" : "country", mention->target,
                                                    atlas_content_get_target_name (content, mention->target, mention->is_organisation));

  g_string_append (self->markup, start);
  atlas_markup_writer_write (self, mention->end);
  g_string_append (self->markup, "</a>");
}

/* A form that several countries share stands for the wanted one where that is among
 * them, else for the first. */
static const AtlasWrittenMention *
choose (const GArray *mentions,
        guint i)
{
  const AtlasWrittenMention *first = &g_array_index (mentions, AtlasWrittenMention, i);

  for (; i < mentions->len && g_array_index (mentions, AtlasWrittenMention, i).start == first->start; i++)
    if (g_array_index (mentions, AtlasWrittenMention, i).wanted)
      return &g_array_index (mentions, AtlasWrittenMention, i);
  return first;
}

/**
 * atlas_written_to_markup:
 *
 * Returns: (transfer full): the paragraph for #AtlasProse: mentions of what the list is
 *   about in bold, all others as links; another one that is in doubt stays plain
 */
char *
atlas_written_to_markup (const AtlasWritten *written,
                         AtlasContent *content)
{
  const AtlasBlock *block = written->briefing != NULL ? &atlas_article_get_blocks (written->briefing, NULL)[written->block] : NULL;
  AtlasMarkupWriter writer = {
    .markup = g_string_new (NULL),
    .at = written->text,
    .emphases = block != NULL ? block->emphases : NULL,
    .n_emphases = block != NULL ? block->n_emphases : 0,
  };

  for (guint i = 0; i < written->mentions->len; i++)
    {
      const AtlasWrittenMention *mention = choose (written->mentions, i);

      if (mention->start < writer.offset || (mention->doubtful && !mention->wanted))
        continue;
      atlas_markup_writer_write (&writer, mention->start);
      if (mention->wanted)
        write_wanted (&writer, mention);
      else
        write_link (&writer, content, mention);
    }
  atlas_markup_writer_write_rest (&writer);
  return g_string_free_and_steal (writer.markup);
}
