/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-briefing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".md"

struct _AtlasBriefings
{
  gatomicrefcount ref_count;
  GPtrArray *articles; /* AtlasArticle*, by key and then language */
};

typedef struct
{
  AtlasBriefings *briefings;
  const AtlasLinker *linker;
  const AtlasDataset *dataset;
  AtlasProblems *problems;
} Loader;

static void
load_file (Loader *loader,
           const char *path,
           const char *language,
           const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  AtlasArticle *article;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, &error))
    {
      atlas_problems_add (loader->problems, path, 0, 0, "%s", error->message);
      return;
    }
  article = atlas_briefing_parse (path, data, (gssize) length, loader->linker, loader->dataset, loader->problems);
  if (article == NULL)
    return;
  if (!g_str_equal (atlas_article_get_key (article), key))
    atlas_problems_add (loader->problems, path, 0, 0, _ ("The key “%s” is not the file's name; make them the same."), atlas_article_get_key (article));
  if (!g_str_equal (atlas_article_get_language (article), language))
    atlas_problems_add (loader->problems, path, 0, 0, _ ("The language “%s” is not the folder's name; move the file or mend the language."),
                        atlas_article_get_language (article));
  g_ptr_array_add (loader->briefings->articles, article);
}

static void
load_folder (Loader *loader,
             const char *directory,
             const char *language)
{
  g_autofree char *folder = g_build_filename (directory, language, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *key = g_str_has_suffix (name, SUFFIX) ? g_strndup (name, strlen (name) - strlen (SUFFIX)) : NULL;

      if (key != NULL)
        load_file (loader, path, language, key);
    }
}

static int
compare_articles (gconstpointer a,
                  gconstpointer b)
{
  const AtlasArticle *left = *(AtlasArticle *const *) a;
  const AtlasArticle *right = *(AtlasArticle *const *) b;
  int order = strcmp (atlas_article_get_key (left), atlas_article_get_key (right));

  return order != 0 ? order : strcmp (atlas_article_get_language (left), atlas_article_get_language (right));
}

/**
 * atlas_briefings_load:
 * @directory: has a folder for each language
 * @dataset: (nullable): where given, what articles rest on is looked up in it
 * @problems: what is wrong is added here; a file with a problem is left out
 *
 * Returns: (transfer full): what could be read
 */
AtlasBriefings *
atlas_briefings_load (const char *directory,
                      const AtlasLinker *linker,
                      const AtlasDataset *dataset,
                      AtlasProblems *problems)
{
  AtlasBriefings *self = g_new0 (AtlasBriefings, 1);
  Loader loader = { self, linker, dataset, problems };

  g_atomic_ref_count_init (&self->ref_count);
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_article_unref);
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    load_folder (&loader, directory, atlas_language_to_tag (i));
  if (self->articles->len == 0)
    atlas_problems_add (problems, directory, 0, 0, _ ("The folder holds no articles; install Alliance Atlas again or name another folder."));
  g_ptr_array_sort (self->articles, compare_articles);
  return self;
}

/**
 * atlas_briefings_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasBriefings *
atlas_briefings_ref (AtlasBriefings *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_briefings_unref:
 *
 * Any thread may call this.
 */
void
atlas_briefings_unref (AtlasBriefings *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->articles);
  g_free (self);
}

/* How well an article suits a reader of @wanted. */
static guint
suit (const AtlasArticle *article,
      AtlasLanguage wanted)
{
  AtlasLanguage language = atlas_language_from_tag (atlas_article_get_language (article));

  return language == wanted ? 2 : language == ATLAS_LANGUAGE_EN;
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  const AtlasArticle *left = *(AtlasArticle *const *) a;
  const AtlasArticle *right = *(AtlasArticle *const *) b;
  AtlasDay left_day = atlas_article_get_date (left)->latest;
  AtlasDay right_day = atlas_article_get_date (right)->latest;

  if (left_day != right_day)
    return left_day > right_day ? -1 : 1;
  return strcmp (atlas_article_get_key (left), atlas_article_get_key (right));
}

/**
 * atlas_briefings_list:
 * @language: (nullable): a language tag
 *
 * Returns: (transfer full) (element-type AtlasArticle): each article once
 */
GPtrArray *
atlas_briefings_list (const AtlasBriefings *self,
                      const char *language)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_article_unref);
  AtlasLanguage wanted = atlas_language_from_tag (language);

  for (guint i = 0; i < self->articles->len;)
    {
      AtlasArticle *best = g_ptr_array_index (self->articles, i);
      const char *key = atlas_article_get_key (best);

      for (; i < self->articles->len && g_str_equal (atlas_article_get_key (g_ptr_array_index (self->articles, i)), key); i++)
        {
          AtlasArticle *article = g_ptr_array_index (self->articles, i);

          if (suit (article, wanted) > suit (best, wanted))
            best = article;
        }
      g_ptr_array_add (list, atlas_article_ref (best));
    }
  g_ptr_array_sort (list, compare_newest);
  return list;
}

/**
 * atlas_briefings_find:
 * @language: (nullable): a language tag
 *
 * Returns: (transfer full) (nullable): the article, in @language where it exists
 */
AtlasArticle *
atlas_briefings_find (const AtlasBriefings *self,
                      const char *key,
                      const char *language)
{
  AtlasLanguage wanted = atlas_language_from_tag (language);
  AtlasArticle *best = NULL;

  for (guint i = 0; i < self->articles->len; i++)
    {
      AtlasArticle *article = g_ptr_array_index (self->articles, i);

      if (g_str_equal (atlas_article_get_key (article), key) && (best == NULL || suit (article, wanted) > suit (best, wanted)))
        best = article;
    }
  return best != NULL ? atlas_article_ref (best) : NULL;
}
