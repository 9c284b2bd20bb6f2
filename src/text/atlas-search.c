/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-search.h"

#include <string.h>

/* How well a name fits what was asked, best first. */
typedef enum
{
  FIT_EXACT,
  FIT_PREFIX,
  FIT_WORD_PREFIX,
  FIT_ALL_WORDS, /* each word begins a word of the name */
  FIT_INSIDE,
  FIT_NONE
} Fit;

/* A substring this short would be found nearly everywhere. */
#define MIN_INSIDE 3

typedef enum
{
  NAME_TITLE, /* in the reader's language */
  NAME_OTHER,
  NAME_CAPITAL
} NameKind;

typedef struct
{
  AtlasSearchKind kind;
  const char *id;
  const char *title;
  const char *detail; /* (nullable): the capital, the abbreviation */
  const AtlasDate *date;
} Thing;

typedef struct
{
  char *folded;
  const char *name;
  guint thing;
  NameKind kind;
} Name;

struct _AtlasSearch
{
  gatomicrefcount ref_count;
  AtlasDataset *dataset;
  AtlasGazetteer *gazetteer;
  GPtrArray *articles; /* owns what their names point to */
  GArray *things;      /* Thing */
  GArray *names;       /* Name */
  char *language;
};

typedef struct
{
  guint thing;
  const Name *name;
  guint score;
  gsize length;
} Found;

/* --- Folding -------------------------------------------------------------------------- */

static const char *
unfold_letter (gunichar c)
{
  switch (c)
    {
    case 0x0131: /* ı */
      return "i";
    case 0x00f8: /* ø */
      return "o";
    case 0x0142: /* ł */
      return "l";
    case 0x0111: /* đ */
    case 0x00f0: /* ð */
      return "d";
    case 0x00fe: /* þ */
      return "th";
    case 0x00e6: /* æ */
      return "ae";
    case 0x0153: /* œ */
      return "oe";
    case 0x0259: /* ə */
      return "a";
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x02bb:
    case 0x02bc:
      return "";
    default:
      return NULL;
    }
}

/* Letters apart from their accents; most names are ASCII and need less. */
static char *
fold_case (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  valid = g_utf8_make_valid (text, -1);
  folded = g_utf8_casefold (valid, -1);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
}

/**
 * atlas_search_fold:
 *
 * Returns: (transfer full): @text without case, accents and apostrophes, with
 *   single spaces for white space and punctuation
 */
char *
atlas_search_fold (const char *text)
{
  g_autofree char *apart = fold_case (text);
  GString *out = g_string_sized_new (strlen (apart));
  gboolean space = FALSE;

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *letters = unfold_letter (c);

      if (g_unichar_ismark (c) || (letters != NULL && *letters == '\0'))
        continue;
      if (letters == NULL && !g_unichar_isalnum (c))
        {
          space = out->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      if (letters != NULL)
        g_string_append (out, letters);
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free_and_steal (out);
}

/* --- Collecting names -------------------------------------------------------------------- */

static void
add_name (AtlasSearch *self,
          GHashTable *seen,
          NameKind kind,
          const char *text)
{
  Name name = { .name = text, .thing = self->things->len - 1, .kind = kind };

  if (text == NULL || *text == '\0')
    return;
  name.folded = atlas_search_fold (text);
  if (*name.folded == '\0' || g_hash_table_contains (seen, name.folded))
    {
      g_free (name.folded);
      return;
    }
  g_hash_table_add (seen, name.folded);
  g_array_append_val (self->names, name);
}

static GHashTable *
add_thing (AtlasSearch *self,
           AtlasSearchKind kind,
           const char *id,
           const char *title,
           const char *detail,
           const AtlasDate *date)
{
  GHashTable *seen = g_hash_table_new (g_str_hash, g_str_equal);
  Thing thing = { kind, id, title, detail, date };

  g_array_append_val (self->things, thing);
  add_name (self, seen, NAME_TITLE, title);
  return seen;
}

static GHashTable *
group_forms (const AtlasGazetteer *gazetteer)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  guint n;
  const AtlasForm *const *forms = atlas_gazetteer_get_forms (gazetteer, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strconcat (forms[i]->is_organisation ? "org:" : "", forms[i]->target, NULL);
      GPtrArray *group = g_hash_table_lookup (groups, key);

      if (forms[i]->kind > ATLAS_FORM_CAPITAL)
        continue;
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_steal_pointer (&key), group);
        }
      g_ptr_array_add (group, (gpointer) forms[i]);
    }
  return groups;
}

static void
add_forms (AtlasSearch *self,
           GHashTable *seen,
           GHashTable *forms,
           const char *key)
{
  const GPtrArray *group = g_hash_table_lookup (forms, key);

  for (guint i = 0; group != NULL && i < group->len; i++)
    {
      const AtlasForm *form = g_ptr_array_index (group, i);

      add_name (self, seen, form->kind == ATLAS_FORM_CAPITAL ? NAME_CAPITAL : NAME_OTHER, form->form);
    }
}

static void
add_country (AtlasSearch *self,
             const AtlasCountry *country,
             GHashTable *forms)
{
  const char *capital = atlas_country_get_capital_name (country, self->language);
  g_autoptr (GHashTable) seen = add_thing (self, ATLAS_SEARCH_COUNTRY, country->code, atlas_country_get_name (country, self->language), capital, NULL);
  GHashTableIter iter;
  gpointer language;

  add_name (self, seen, NAME_CAPITAL, capital);
  g_hash_table_iter_init (&iter, country->languages);
  while (g_hash_table_iter_next (&iter, &language, NULL))
    {
      add_name (self, seen, NAME_OTHER, atlas_country_get_name (country, language));
      add_name (self, seen, NAME_CAPITAL, atlas_country_get_capital_name (country, language));
    }
  add_forms (self, seen, forms, country->code);
}

static void
add_organisation (AtlasSearch *self,
                  const AtlasOrganisation *organisation,
                  GHashTable *forms)
{
  g_autofree char *key = g_strconcat ("org:", organisation->id, NULL);
  const char *abbreviation = atlas_organisation_get_abbreviation (organisation, self->language);
  g_autoptr (GHashTable) seen = add_thing (self, ATLAS_SEARCH_ORGANISATION, organisation->id,
                                           atlas_organisation_get_name (organisation, self->language), abbreviation, NULL);

  add_name (self, seen, NAME_TITLE, abbreviation);
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    {
      add_name (self, seen, NAME_OTHER, atlas_organisation_get_name (organisation, atlas_language_to_tag (i)));
      add_name (self, seen, NAME_OTHER, atlas_organisation_get_abbreviation (organisation, atlas_language_to_tag (i)));
    }
  add_forms (self, seen, forms, key);
}

static void
add_event (AtlasSearch *self,
           const AtlasEvent *event)
{
  g_autoptr (GHashTable) seen = add_thing (self, ATLAS_SEARCH_EVENT, event->id, atlas_event_get_title (event, self->language), NULL, &event->date);

  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    add_name (self, seen, NAME_OTHER, atlas_event_get_title (event, atlas_language_to_tag (i)));
}

static void
add_article (AtlasSearch *self,
             AtlasArticle *article)
{
  g_autoptr (GHashTable) seen = add_thing (self, ATLAS_SEARCH_ARTICLE, atlas_article_get_key (article), atlas_article_get_title (article), NULL,
                                           atlas_article_get_date (article));
}

static void
clear_name (gpointer data)
{
  g_free (((Name *) data)->folded);
}

static void
collect (AtlasSearch *self)
{
  g_autoptr (GHashTable) forms = group_forms (self->gazetteer);
  guint n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (self->dataset, &n);
  const AtlasOrganisation *const *organisations;
  const AtlasEvent *const *events;

  for (guint i = 0; i < n; i++)
    add_country (self, countries[i], forms);
  organisations = atlas_dataset_get_organisations (self->dataset, &n);
  for (guint i = 0; i < n; i++)
    add_organisation (self, organisations[i], forms);
  events = atlas_dataset_get_events (self->dataset, &n);
  for (guint i = 0; i < n; i++)
    add_event (self, events[i]);
  for (guint i = 0; i < self->articles->len; i++)
    add_article (self, g_ptr_array_index (self->articles, i));
}

/**
 * atlas_search_new:
 * @briefings: (nullable): where not loaded yet, no articles are found
 * @language: (nullable): the reader's, a language tag
 *
 * Folds all names. It takes some tens of milliseconds and may be done in a thread.
 *
 * Returns: (transfer full):
 */
AtlasSearch *
atlas_search_new (const AtlasDataset *dataset,
                  const AtlasGazetteer *gazetteer,
                  const AtlasBriefings *briefings,
                  const char *language)
{
  AtlasSearch *self = g_new0 (AtlasSearch, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->dataset = atlas_dataset_ref ((AtlasDataset *) dataset);
  self->gazetteer = atlas_gazetteer_ref ((AtlasGazetteer *) gazetteer);
  self->articles = briefings != NULL ? atlas_briefings_list (briefings, language) : g_ptr_array_new ();
  self->things = g_array_new (FALSE, FALSE, sizeof (Thing));
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, clear_name);
  self->language = g_strdup (language);
  collect (self);
  return self;
}

/**
 * atlas_search_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasSearch *
atlas_search_ref (AtlasSearch *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_search_unref:
 *
 * Any thread may call this.
 */
void
atlas_search_unref (AtlasSearch *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->names);
  g_array_unref (self->things);
  g_ptr_array_unref (self->articles);
  atlas_gazetteer_unref (self->gazetteer);
  atlas_dataset_unref (self->dataset);
  g_free (self->language);
  g_free (self);
}

void
atlas_search_item_free (AtlasSearchItem *self)
{
  g_free (self->subtitle);
  g_free (self);
}

/* --- Asking ---------------------------------------------------------------------------------- */

static const char *
find_word_prefix (const char *name,
                  const char *words)
{
  for (const char *p = strstr (name, words); p != NULL; p = strstr (p + 1, words))
    if (p == name || p[-1] == ' ')
      return p;
  return NULL;
}

static gboolean
has_all_words (const char *name,
               char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (find_word_prefix (name, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static Fit
fit_name (const Name *name,
          const char *wanted,
          char **words)
{
  const char *inside = strstr (name->folded, wanted);

  if (inside == name->folded)
    return inside[strlen (wanted)] == '\0' ? FIT_EXACT : FIT_PREFIX;
  if (inside != NULL && find_word_prefix (name->folded, wanted) != NULL)
    return FIT_WORD_PREFIX;
  if (words[1] != NULL && has_all_words (name->folded, words))
    return FIT_ALL_WORDS;
  return inside != NULL && g_utf8_strlen (wanted, -1) >= MIN_INSIDE ? FIT_INSIDE : FIT_NONE;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *left = a;
  const Found *right = b;

  if (left->score != right->score)
    return left->score < right->score ? -1 : 1;
  if (left->length != right->length)
    return left->length < right->length ? -1 : 1;
  return left->thing < right->thing ? -1 : 1;
}

static char *
describe (const Thing *thing,
          const Name *name)
{
  if (thing->date != NULL)
    return atlas_date_format (thing->date);
  if (name->kind == NAME_OTHER || name->kind == NAME_CAPITAL)
    return g_strdup (name->name);
  return g_strcmp0 (thing->detail, thing->title) != 0 ? g_strdup (thing->detail) : NULL;
}

static GArray *
find (const AtlasSearch *self,
      const char *wanted)
{
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);
      Fit fit = fit_name (name, wanted, words);
      AtlasSearchKind kind = g_array_index (self->things, Thing, name->thing).kind;
      /* The fit, then what it is, then whose name it is. */
      Found item = { name->thing, name, (fit * 4 + kind) * 4 + name->kind, strlen (name->folded) };
      Found *last = found->len > 0 ? &g_array_index (found, Found, found->len - 1) : NULL;

      if (fit == FIT_NONE)
        continue;
      /* The names of a thing lie together: its best one stays. */
      if (last == NULL || last->thing != item.thing)
        g_array_append_val (found, item);
      else if (compare_found (&item, last) < 0)
        *last = item;
    }
  g_array_sort (found, compare_found);
  return found;
}

/**
 * atlas_search_query:
 * @words: what the reader typed
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type AtlasSearchItem): exact names first,
 *   then names that begin so, then names with a word that begins so, then the
 *   rest
 */
GPtrArray *
atlas_search_query (const AtlasSearch *self,
                    const char *words,
                    guint limit)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_search_item_free);
  g_autofree char *wanted = atlas_search_fold (words);
  g_autoptr (GArray) found = NULL;

  if (*wanted == '\0')
    return items;
  found = find (self, wanted);
  for (guint i = 0; i < found->len && i < limit; i++)
    {
      const Found *best = &g_array_index (found, Found, i);
      const Thing *thing = &g_array_index (self->things, Thing, best->thing);
      AtlasSearchItem *item = g_new0 (AtlasSearchItem, 1);

      item->kind = thing->kind;
      item->id = thing->id;
      item->title = thing->title;
      item->subtitle = describe (thing, best->name);
      g_ptr_array_add (items, item);
    }
  return items;
}
