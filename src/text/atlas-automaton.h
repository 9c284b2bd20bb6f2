/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasAutomatonHit:
 * @group: the key that matched, as numbered by atlas_automaton_new()
 * @bytes: how many bytes of the text it covers
 * @code_points: how many code points of the text it covers
 */
typedef struct
{
  guint group;
  guint bytes;
  guint code_points;
} AtlasAutomatonHit;

/**
 * AtlasAutomaton:
 *
 * All keys in one double-array trie over folded code points. Case, kinds of
 * spaces, apostrophes and hyphens, and ё against е do not count; soft hyphens
 * are skipped. Immutable.
 */
typedef struct _AtlasAutomaton AtlasAutomaton;

AtlasAutomaton *atlas_automaton_new (const char *const *keys, guint n_keys, guint *groups);
void atlas_automaton_free (AtlasAutomaton *self);
guint atlas_automaton_get_n_groups (const AtlasAutomaton *self);
guint atlas_automaton_match (const AtlasAutomaton *self, const char *text, const char *end, AtlasAutomatonHit *hits, guint max_hits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasAutomaton, atlas_automaton_free)

G_END_DECLS
