/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-gazetteer.h"

G_BEGIN_DECLS

/**
 * AtlasReason:
 *
 * The rule that linked a mention, or left it in doubt.
 */
typedef enum
{
  ATLAS_REASON_FORM,            /* the form means nothing else */
  ATLAS_REASON_COMPOUND,        /* part of a compound: “Rysslandsledd” */
  ATLAS_REASON_NAMED_ELSEWHERE, /* ambiguous, but the text names the country otherwise too */
  ATLAS_REASON_COMPANY,         /* ambiguous, but stands among other countries */
  ATLAS_REASON_PLACE,           /* ambiguous, but stands where a place stands: “in Chad” */
  ATLAS_REASON_USUAL,           /* ambiguous, and nothing in the text speaks against it */
  ATLAS_REASON_PERIOD,          /* a leader within the period */
  ATLAS_REASON_UNSURE,          /* several readings, nothing decides */
  ATLAS_REASON_UNSURE_SHARED,   /* several countries bear it, nothing decides */
  ATLAS_REASON_UNSURE_METONYM,  /* may stand for an organisation */
  ATLAS_REASON_UNSURE_PERIOD,   /* a leader; the text's date is unknown */
  ATLAS_N_REASONS
} AtlasReason;

/**
 * AtlasMention:
 * @start: first code point of the mention in the text
 * @end: the code point after the last
 * @byte_start: the same in bytes
 * @byte_end: the same in bytes
 * @target: code of the country or id of the organisation
 * @form: the row of the gazetteer, for its kind and spelling
 * @doubtful: whether the mention stays in doubt
 *
 * A place in a text that names a country or an organisation.
 */
typedef struct
{
  guint start;
  guint end;
  guint byte_start;
  guint byte_end;
  const char *target;
  const AtlasForm *form;
  AtlasFormKind kind : 8;
  AtlasReason reason : 8;
  guint is_organisation : 1;
  guint doubtful : 1;
} AtlasMention;

char *atlas_mention_get_why (const AtlasMention *self);

/**
 * AtlasMentions:
 *
 * The mentions of one text, in its order; they never overlap, but a form that
 * several countries share gives one mention for each.
 */
typedef struct _AtlasMentions AtlasMentions;

AtlasMentions *atlas_mentions_new (AtlasGazetteer *gazetteer, AtlasLanguage language);
void atlas_mentions_add (AtlasMentions *self, const AtlasMention *mention);
AtlasMentions *atlas_mentions_slice (const AtlasMentions *self, guint byte_start, guint byte_end, guint start);
AtlasMentions *atlas_mentions_ref (AtlasMentions *self);
void atlas_mentions_unref (AtlasMentions *self);
guint atlas_mentions_get_n (const AtlasMentions *self);
const AtlasMention *atlas_mentions_get (const AtlasMentions *self, guint i);
AtlasLanguage atlas_mentions_get_language (const AtlasMentions *self);
guint atlas_mentions_count (const AtlasMentions *self, const char *target, gboolean is_organisation, gboolean with_doubtful);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMentions, atlas_mentions_unref)

G_END_DECLS
