/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-markup-writer.h"

#include "atlas-prose.h"

static void
write_plain (AtlasMarkupWriter *self,
             guint until)
{
  const char *end = g_utf8_offset_to_pointer (self->at, (glong) until - (glong) self->offset);

  atlas_prose_append_text (self->markup, self->at, end - self->at);
  self->at = end;
  self->offset = until;
}

/**
 * atlas_markup_writer_write:
 * @until: a code point, not before the one that was reached
 *
 * Writes up to there, with what is emphasised in italics.
 */
void
atlas_markup_writer_write (AtlasMarkupWriter *self,
                           guint until)
{
  for (guint i = 0; i < self->n_emphases; i++)
    {
      const AtlasRange *range = &self->emphases[i];

      if (range->end <= self->offset || range->start >= until)
        continue;
      write_plain (self, MAX (range->start, self->offset));
      g_string_append (self->markup, "<i>");
      write_plain (self, MIN (range->end, until));
      g_string_append (self->markup, "</i>");
    }
  write_plain (self, until);
}

/**
 * atlas_markup_writer_write_rest:
 *
 * Writes to the end of the text.
 */
void
atlas_markup_writer_write_rest (AtlasMarkupWriter *self)
{
  atlas_markup_writer_write (self, self->offset + (guint) g_utf8_strlen (self->at, -1));
}
