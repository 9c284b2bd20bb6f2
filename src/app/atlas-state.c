/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-state.h"

#include <string.h>

/* Enough for an afternoon of clicking; older pages are forgotten. */
#define HISTORY_LENGTH 200

struct _AtlasState
{
  GObject parent_instance;

  AtlasDay date;
  AtlasDay compared; /* ATLAS_DAY_MIN for none */
  gboolean scrubbing;
  char *lens;
  char *selection;
  int paragraph; /* -1 for none */
  GStrv emphasis;
  GStrv filter;
  GStrv readings[ATLAS_N_READ_PARTS];
  GPtrArray *told; /* nullable: of AtlasEvent */
  char *pointed;

  GQueue back;
  GQueue forward;
};

enum
{
  PROP_0,
  PROP_DATE,
  PROP_COMPARED,
  PROP_SCRUBBING,
  PROP_LENS,
  PROP_SELECTION,
  PROP_EMPHASIS,
  PROP_FILTER,
  PROP_READING,
  PROP_TOLD,
  PROP_POINTED,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasState, atlas_state, G_TYPE_OBJECT)

static void
atlas_state_finalize (GObject *object)
{
  AtlasState *self = ATLAS_STATE (object);

  g_free (self->lens);
  g_free (self->selection);
  g_strfreev (self->emphasis);
  g_strfreev (self->filter);
  for (guint i = 0; i < ATLAS_N_READ_PARTS; i++)
    g_strfreev (self->readings[i]);
  g_clear_pointer (&self->told, g_ptr_array_unref);
  g_free (self->pointed);
  g_queue_clear_full (&self->back, g_free);
  g_queue_clear_full (&self->forward, g_free);

  G_OBJECT_CLASS (atlas_state_parent_class)->finalize (object);
}

static void
atlas_state_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  AtlasState *self = ATLAS_STATE (object);

  switch (prop_id)
    {
    case PROP_DATE:
      g_value_set_int (value, self->date);
      break;
    case PROP_COMPARED:
      g_value_set_int (value, self->compared);
      break;
    case PROP_SCRUBBING:
      g_value_set_boolean (value, self->scrubbing);
      break;
    case PROP_LENS:
      g_value_set_string (value, self->lens);
      break;
    case PROP_SELECTION:
      g_value_set_string (value, self->selection);
      break;
    case PROP_EMPHASIS:
      g_value_set_boxed (value, self->emphasis);
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;
    case PROP_READING:
      g_value_set_boxed (value, self->readings[ATLAS_READ_ABOUT]);
      break;
    case PROP_TOLD:
      g_value_set_boxed (value, self->told);
      break;
    case PROP_POINTED:
      g_value_set_string (value, self->pointed);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, atlas_state_can_go_back (self));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, atlas_state_can_go_forward (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_state_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  AtlasState *self = ATLAS_STATE (object);

  switch (prop_id)
    {
    case PROP_DATE:
      atlas_state_set_date (self, g_value_get_int (value));
      break;
    case PROP_COMPARED:
      atlas_state_set_compared (self, g_value_get_int (value));
      break;
    case PROP_SCRUBBING:
      atlas_state_set_scrubbing (self, g_value_get_boolean (value));
      break;
    case PROP_LENS:
      atlas_state_set_lens (self, g_value_get_string (value));
      break;
    case PROP_SELECTION:
      atlas_state_set_selection (self, g_value_get_string (value));
      break;
    case PROP_EMPHASIS:
      atlas_state_set_emphasis (self, g_value_get_boxed (value));
      break;
    case PROP_FILTER:
      atlas_state_set_filter (self, g_value_get_boxed (value));
      break;
    case PROP_POINTED:
      atlas_state_set_pointed (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_state_class_init (AtlasStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_state_finalize;
  object_class->get_property = atlas_state_get_property;
  object_class->set_property = atlas_state_set_property;

  /**
   * AtlasState:date:
   *
   * The day that the whole window shows, as an AtlasDay.
   */
  properties[PROP_DATE] = g_param_spec_int ("date", NULL, NULL, G_MININT32, G_MAXINT32, 1, flags);
  /**
   * AtlasState:compared:
   *
   * The other day of a comparison, as an AtlasDay, before or after the date;
   * ATLAS_DAY_MIN for none.
   */
  properties[PROP_COMPARED] = g_param_spec_int ("compared", NULL, NULL, G_MININT32, G_MAXINT32, ATLAS_DAY_MIN, flags);
  /**
   * AtlasState:scrubbing:
   *
   * Whether the date is on the move: nothing fades then, and what takes long
   * waits until it stands.
   */
  properties[PROP_SCRUBBING] = g_param_spec_boolean ("scrubbing", NULL, NULL, FALSE, flags);
  /**
   * AtlasState:lens:
   *
   * What the map colours: "overview" or the id of an organisation.
   */
  properties[PROP_LENS] = g_param_spec_string ("lens", NULL, NULL, ATLAS_LENS_OVERVIEW, flags);
  /**
   * AtlasState:selection:
   *
   * What the page tells of, as a path; "" for nothing.
   */
  properties[PROP_SELECTION] = g_param_spec_string ("selection", NULL, NULL, "", flags);
  /**
   * AtlasState:emphasis:
   *
   * Codes of the countries that are lit up by hover or focus somewhere; %NULL
   * for none.
   */
  properties[PROP_EMPHASIS] = g_param_spec_boxed ("emphasis", NULL, NULL, G_TYPE_STRV, flags);
  /**
   * AtlasState:filter:
   *
   * Codes of the countries that the legend keeps in colour; %NULL for all. An
   * emphasis goes before it.
   */
  properties[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, G_TYPE_STRV, flags);
  /**
   * AtlasState:reading:
   *
   * Codes of the countries that the article being read is about; %NULL where none
   * is read. Notified of too where it is those that it merely names, or those of the
   * paragraph, that changed: see atlas_state_get_reading(). Belongs to the selection
   * and ends with it. An emphasis and a filter go before it.
   */
  properties[PROP_READING] = g_param_spec_boxed ("reading", NULL, NULL, G_TYPE_STRV, read_only);
  /**
   * AtlasState:told: (type GPtrArray) (element-type AtlasEvent)
   *
   * What the article being read tells of dates, by date; %NULL for nothing. Ends with
   * the selection, like #AtlasState:reading.
   */
  properties[PROP_TOLD] = g_param_spec_boxed ("told", NULL, NULL, G_TYPE_PTR_ARRAY, read_only);
  /**
   * AtlasState:pointed:
   *
   * What on the map the pointer is at, as a path; %NULL for nothing.
   */
  properties[PROP_POINTED] = g_param_spec_string ("pointed", NULL, NULL, NULL, flags);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, read_only);
  properties[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, read_only);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_state_init (AtlasState *self)
{
  self->date = atlas_day_today ();
  self->compared = ATLAS_DAY_MIN;
  self->lens = g_strdup (ATLAS_LENS_OVERVIEW);
  self->selection = g_strdup ("");
  self->paragraph = -1;
  g_queue_init (&self->back);
  g_queue_init (&self->forward);
}

/**
 * atlas_state_new:
 *
 * Returns: (transfer full): today, the overview, nothing selected
 */
AtlasState *
atlas_state_new (void)
{
  return g_object_new (ATLAS_TYPE_STATE, NULL);
}

/**
 * atlas_state_get_date:
 *
 * Returns: the day that the whole window shows
 */
AtlasDay
atlas_state_get_date (AtlasState *self)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), 1);

  return self->date;
}

/**
 * atlas_state_set_date:
 * @date: any day; what was verified ends earlier
 */
void
atlas_state_set_date (AtlasState *self,
                      AtlasDay date)
{
  g_return_if_fail (ATLAS_IS_STATE (self));

  if (self->date == date)
    return;
  self->date = date;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

/**
 * atlas_state_is_scrubbing:
 *
 * Returns: whether the date is on the move
 */
gboolean
atlas_state_is_scrubbing (AtlasState *self)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), FALSE);

  return self->scrubbing;
}

/**
 * atlas_state_set_scrubbing:
 * @scrubbing: whether more dates will follow at once, as while the reader drags
 */
void
atlas_state_set_scrubbing (AtlasState *self,
                           gboolean scrubbing)
{
  g_return_if_fail (ATLAS_IS_STATE (self));

  if (self->scrubbing == !!scrubbing)
    return;
  self->scrubbing = !!scrubbing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCRUBBING]);
}

/**
 * atlas_state_get_compared:
 *
 * Returns: the other day of a comparison; %ATLAS_DAY_MIN for none
 */
AtlasDay
atlas_state_get_compared (AtlasState *self)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), ATLAS_DAY_MIN);

  return self->compared;
}

/**
 * atlas_state_set_compared:
 * @compared: the other day of a comparison; %ATLAS_DAY_MIN ends it, and with it
 *   the page of changes
 */
void
atlas_state_set_compared (AtlasState *self,
                          AtlasDay compared)
{
  g_return_if_fail (ATLAS_IS_STATE (self));

  if (self->compared == compared)
    return;
  self->compared = compared;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARED]);
  if (compared == ATLAS_DAY_MIN && g_str_equal (self->selection, "changes"))
    atlas_state_set_selection (self, "");
}

/**
 * atlas_state_get_range:
 * @from: (out): the earlier day of the comparison
 * @to: (out): the later day; both count as part of the range
 *
 * Returns: whether two dates are compared
 */
gboolean
atlas_state_get_range (AtlasState *self,
                       AtlasDay *from,
                       AtlasDay *to)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), FALSE);

  if (self->compared == ATLAS_DAY_MIN)
    return FALSE;
  *from = MIN (self->compared, self->date);
  *to = MAX (self->compared, self->date);
  return TRUE;
}

/**
 * atlas_state_get_when:
 *
 * Returns: the date, or the two dates that are compared
 */
AtlasWhen
atlas_state_get_when (AtlasState *self)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), atlas_when_on (ATLAS_DAY_MIN));

  if (self->compared == ATLAS_DAY_MIN)
    return atlas_when_on (self->date);
  return atlas_when_between (self->compared, self->date);
}

/**
 * atlas_state_swap_dates:
 *
 * Makes the compared day the date and the date the compared day.
 */
void
atlas_state_swap_dates (AtlasState *self)
{
  AtlasDay date;

  g_return_if_fail (ATLAS_IS_STATE (self));

  if (self->compared == ATLAS_DAY_MIN || self->compared == self->date)
    return;
  date = self->date;
  self->date = self->compared;
  self->compared = date;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARED]);
}

/**
 * atlas_state_get_lens:
 *
 * Returns: (transfer none): %ATLAS_LENS_OVERVIEW or the id of an organisation
 */
const char *
atlas_state_get_lens (AtlasState *self)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), NULL);

  return self->lens;
}

/**
 * atlas_state_set_lens:
 * @lens: %ATLAS_LENS_OVERVIEW or the id of an organisation
 */
void
atlas_state_set_lens (AtlasState *self,
                      const char *lens)
{
  g_return_if_fail (ATLAS_IS_STATE (self));
  g_return_if_fail (lens != NULL);

  if (g_set_str (&self->lens, lens))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LENS]);
}

/**
 * atlas_state_get_selection:
 *
 * Returns: (transfer none): a path, see #AtlasState; "" for nothing
 */
const char *
atlas_state_get_selection (AtlasState *self)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), NULL);

  return self->selection;
}

/* Nothing is read any more until a page says what. */
static void
end_reading (AtlasState *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < ATLAS_N_READ_PARTS; i++)
    atlas_state_set_reading (self, i, NULL);
  atlas_state_set_told (self, NULL);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Of the selection that there is now; @paragraph as in atlas_state_take_paragraph(). */
static void
notify_selection (AtlasState *self,
                  int paragraph)
{
  self->paragraph = paragraph;
  end_reading (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_FORWARD]);
}

static void
select_path (AtlasState *self,
             const char *selection,
             int paragraph)
{
  if (g_str_equal (self->selection, selection))
    return;

  g_queue_push_head (&self->back, g_steal_pointer (&self->selection));
  if (self->back.length > HISTORY_LENGTH)
    g_free (g_queue_pop_tail (&self->back));
  g_queue_clear_full (&self->forward, g_free);
  self->selection = g_strdup (selection);
  notify_selection (self, paragraph);
}

/**
 * atlas_state_set_selection:
 * @selection: a path; "" deselects
 *
 * Selects, and remembers what was selected before for going back.
 */
void
atlas_state_set_selection (AtlasState *self,
                           const char *selection)
{
  g_return_if_fail (ATLAS_IS_STATE (self));

  select_path (self, selection != NULL ? selection : "", -1);
}

/**
 * atlas_state_replace_selection:
 * @selection: a path
 *
 * Selects in the place of what is selected, which can not be gone back to: for a
 * page that shows another part of the same.
 */
void
atlas_state_replace_selection (AtlasState *self,
                               const char *selection)
{
  g_return_if_fail (ATLAS_IS_STATE (self));
  g_return_if_fail (selection != NULL);

  if (g_set_str (&self->selection, selection))
    notify_selection (self, -1);
}

/**
 * atlas_state_select:
 * @kind: "country", "unit", "organisation", "event" or "article"
 * @id: which one
 */
void
atlas_state_select (AtlasState *self,
                    const char *kind,
                    const char *id)
{
  g_autofree char *path = g_strconcat (kind, "/", id, NULL);

  atlas_state_set_selection (self, path);
}

/**
 * atlas_state_select_paragraph:
 * @article: the path of an article, "article/KEY"
 * @paragraph: index of one of its blocks
 *
 * Selects an article for the sake of a paragraph, which its page is to show first. That
 * is no part of the selection: who comes back finds the page as it was left.
 */
void
atlas_state_select_paragraph (AtlasState *self,
                              const char *article,
                              guint paragraph)
{
  g_return_if_fail (ATLAS_IS_STATE (self));
  g_return_if_fail (article != NULL);
  g_return_if_fail (paragraph <= G_MAXINT);

  select_path (self, article, (int) paragraph);
}

/**
 * atlas_state_take_paragraph:
 *
 * Returns: the paragraph for whose sake the article was selected; -1 for none, and from
 *   the second call on
 */
int
atlas_state_take_paragraph (AtlasState *self)
{
  int paragraph;

  g_return_val_if_fail (ATLAS_IS_STATE (self), -1);

  paragraph = self->paragraph;
  self->paragraph = -1;
  return paragraph;
}

/**
 * atlas_state_get_selected:
 * @kind: a kind, as in atlas_state_select(), "articles" or "changes"
 * @id: (out) (transfer none) (optional): the id, where one of @kind is selected;
 *   "" where it has none
 *
 * Returns: whether something of @kind is selected
 */
gboolean
atlas_state_get_selected (AtlasState *self,
                          const char *kind,
                          const char **id)
{
  gsize length = strlen (kind);

  g_return_val_if_fail (ATLAS_IS_STATE (self), FALSE);

  if (length == 0 || strncmp (self->selection, kind, length) != 0)
    return FALSE;
  if (self->selection[length] != '/' && self->selection[length] != '\0')
    return FALSE;
  if (id != NULL)
    *id = self->selection + length + (self->selection[length] == '/');
  return TRUE;
}

/**
 * atlas_state_get_emphasis:
 *
 * Returns: (transfer none) (nullable): codes of the countries lit up
 */
const char *const *
atlas_state_get_emphasis (AtlasState *self)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), NULL);

  return (const char *const *) self->emphasis;
}

static void
set_countries (AtlasState *self,
               GStrv *place,
               const char *const *countries,
               guint property)
{
  const char *const *old = (const char *const *) *place;

  if (old == countries || (old != NULL && countries != NULL && g_strv_equal (old, countries)))
    return;
  g_strfreev (*place);
  *place = g_strdupv ((GStrv) countries);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * atlas_state_set_emphasis:
 * @countries: (nullable) (array zero-terminated=1): codes of the countries to
 *   light up for as long as something is pointed at; %NULL for none
 */
void
atlas_state_set_emphasis (AtlasState *self,
                          const char *const *countries)
{
  g_return_if_fail (ATLAS_IS_STATE (self));

  set_countries (self, &self->emphasis, countries, PROP_EMPHASIS);
}

/**
 * atlas_state_get_reading:
 *
 * Returns: (transfer none) (nullable): codes of countries
 */
const char *const *
atlas_state_get_reading (AtlasState *self,
                         AtlasReadPart part)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), NULL);
  g_return_val_if_fail (part < ATLAS_N_READ_PARTS, NULL);

  return (const char *const *) self->readings[part];
}

/**
 * atlas_state_set_reading:
 * @countries: (nullable) (array zero-terminated=1): codes of the countries that what is
 *   selected names so; %NULL for none
 */
void
atlas_state_set_reading (AtlasState *self,
                         AtlasReadPart part,
                         const char *const *countries)
{
  g_return_if_fail (ATLAS_IS_STATE (self));
  g_return_if_fail (part < ATLAS_N_READ_PARTS);

  set_countries (self, &self->readings[part], countries, PROP_READING);
}

/**
 * atlas_state_get_told:
 *
 * Returns: (transfer none) (nullable) (element-type AtlasEvent):
 */
GPtrArray *
atlas_state_get_told (AtlasState *self)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), NULL);

  return self->told;
}

/**
 * atlas_state_set_told:
 * @told: (nullable) (element-type AtlasEvent): what is selected tells of dates, by
 *   date; not changed any more
 */
void
atlas_state_set_told (AtlasState *self,
                      GPtrArray *told)
{
  g_return_if_fail (ATLAS_IS_STATE (self));

  if (self->told == told)
    return;
  g_clear_pointer (&self->told, g_ptr_array_unref);
  self->told = told != NULL ? g_ptr_array_ref (told) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOLD]);
}

/**
 * atlas_state_get_pointed:
 *
 * Returns: (transfer none) (nullable): a path, as in #AtlasState
 */
const char *
atlas_state_get_pointed (AtlasState *self)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), NULL);

  return self->pointed;
}

/**
 * atlas_state_set_pointed:
 * @pointed: (nullable): a path, as in #AtlasState; %NULL for nothing
 */
void
atlas_state_set_pointed (AtlasState *self,
                         const char *pointed)
{
  g_return_if_fail (ATLAS_IS_STATE (self));

  if (g_set_str (&self->pointed, pointed))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POINTED]);
}

/**
 * atlas_state_get_filter:
 *
 * Returns: (transfer none) (nullable): codes of the countries kept in colour
 */
const char *const *
atlas_state_get_filter (AtlasState *self)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), NULL);

  return (const char *const *) self->filter;
}

/**
 * atlas_state_set_filter:
 * @countries: (nullable) (array zero-terminated=1): codes of the countries that
 *   alone are shown in full; %NULL for all
 */
void
atlas_state_set_filter (AtlasState *self,
                        const char *const *countries)
{
  g_return_if_fail (ATLAS_IS_STATE (self));

  set_countries (self, &self->filter, countries, PROP_FILTER);
}

/**
 * atlas_state_can_go_back:
 *
 * Returns: whether something was selected before
 */
gboolean
atlas_state_can_go_back (AtlasState *self)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), FALSE);

  return !g_queue_is_empty (&self->back);
}

/**
 * atlas_state_can_go_forward:
 *
 * Returns: whether the reader has gone back
 */
gboolean
atlas_state_can_go_forward (AtlasState *self)
{
  g_return_val_if_fail (ATLAS_IS_STATE (self), FALSE);

  return !g_queue_is_empty (&self->forward);
}

static void
travel (AtlasState *self,
        GQueue *from,
        GQueue *to)
{
  if (g_queue_is_empty (from))
    return;
  g_queue_push_head (to, g_steal_pointer (&self->selection));
  self->selection = g_queue_pop_head (from);
  notify_selection (self, -1);
}

/**
 * atlas_state_go_back:
 *
 * Selects what was selected before; does nothing where there is nothing.
 */
void
atlas_state_go_back (AtlasState *self)
{
  g_return_if_fail (ATLAS_IS_STATE (self));

  travel (self, &self->back, &self->forward);
}

/**
 * atlas_state_go_forward:
 *
 * Undoes atlas_state_go_back().
 */
void
atlas_state_go_forward (AtlasState *self)
{
  g_return_if_fail (ATLAS_IS_STATE (self));

  travel (self, &self->forward, &self->back);
}
