/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-state.h"

G_BEGIN_DECLS

#define ATLAS_LINK_SCHEME "alliance-atlas"

/**
 * AtlasLink:
 * @selection: a path as in #AtlasState; "" for nothing selected
 * @date: %ATLAS_DAY_MIN where the link names none
 * @compared: the other day of a comparison; %ATLAS_DAY_MIN for none
 * @lens: (nullable): %ATLAS_LENS_OVERVIEW or the id of an organisation; %NULL
 *   where the link names none
 *
 * What the window shows, as an address:
 * `alliance-atlas:country/KZ?on=2001-06-15&lens=sco`,
 * `alliance-atlas:articles/country=KZ&read=unread?on=2001-06-15` (see #AtlasArticleFilter),
 * `alliance-atlas:changes?from=2022-01-01&on=2024-12-31&lens=overview`,
 * `alliance-atlas:?on=1992-05-15&lens=csto` for nothing selected.
 *
 * A plain value; its strings are its own.
 */
typedef struct
{
  char *selection;
  AtlasDay date;
  AtlasDay compared;
  char *lens;
} AtlasLink;

#define ATLAS_LINK_ERROR (atlas_link_error_quark ())
typedef enum
{
  ATLAS_LINK_ERROR_LENGTH,    /* longer than any link of ours */
  ATLAS_LINK_ERROR_SCHEME,    /* no link at all, or that of another program */
  ATLAS_LINK_ERROR_ENCODING,  /* no UTF-8, or a percent sign amiss */
  ATLAS_LINK_ERROR_PATH,      /* no such kind of page, or too many parts */
  ATLAS_LINK_ERROR_NOT_FOUND, /* no such country, organisation, … or lens */
  ATLAS_LINK_ERROR_PARAMETER, /* unknown, twice, or without a value */
  ATLAS_LINK_ERROR_DATE,      /* not a full day */
  ATLAS_LINK_ERROR_RANGE,     /* a day that the atlas does not cover */
  ATLAS_LINK_ERROR_MISSING,   /* something that the page cannot do without */
} AtlasLinkError;
GQuark atlas_link_error_quark (void);

/* In atlas-link-parse.c. */
gboolean atlas_link_parse (const char *uri, const AtlasDataset *dataset, const char *directory, AtlasLink *link, GError **error);
gboolean atlas_link_looks_like_one (const char *text);
gboolean atlas_link_has_article (const char *directory, const char *key);

char *atlas_link_format (const AtlasLink *self);
gboolean atlas_link_equal (const AtlasLink *a, const AtlasLink *b);
void atlas_link_clear (AtlasLink *self);

void atlas_link_from_state (AtlasLink *self, AtlasState *state);
void atlas_link_apply (const AtlasLink *self, AtlasState *state);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasLink, atlas_link_clear)

G_END_DECLS
