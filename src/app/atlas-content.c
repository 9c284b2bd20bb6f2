/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-content.h"

#include "atlas-relinking.h"

/* What the worker brings home, in two loads. */
typedef struct
{
  char *language; /* copied, since the reader may change it meanwhile */
  AtlasDataset *dataset;
  AtlasGeography *geography;
  AtlasMapPainter *painter;
  AtlasLabelPlacer *placer;
} Load;

typedef struct
{
  AtlasGazetteer *gazetteer;
  AtlasLinker *linker;
  AtlasBriefings *briefings;
} Texts;

static void
load_free (Load *load)
{
  g_clear_pointer (&load->dataset, atlas_dataset_unref);
  g_clear_object (&load->geography);
  g_clear_object (&load->painter);
  g_clear_object (&load->placer);
  g_free (load->language);
  g_free (load);
}

static void
texts_free (Texts *texts)
{
  g_clear_pointer (&texts->briefings, atlas_briefings_unref);
  g_clear_pointer (&texts->linker, atlas_linker_unref);
  g_clear_pointer (&texts->gazetteer, atlas_gazetteer_unref);
  g_free (texts);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Texts, texts_free)

struct _AtlasContent
{
  GObject parent_instance;

  char *directory;
  char *language;
  AtlasDataset *dataset;
  AtlasGeography *geography;
  AtlasMapPainter *painter;
  AtlasLabelPlacer *placer;
  Texts *texts;
  AtlasLibrary *library;
  AtlasRelinking *relinking;
  char *library_problem;
  AtlasDocument *document; /* nullable: of a page that is about to be made */
};

enum
{
  PROP_0,
  PROP_LOADED,
  PROP_TEXTS_LOADED,
  PROP_LIBRARY,
  PROP_LIBRARY_PROBLEM,
  PROP_LANGUAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasContent, atlas_content, G_TYPE_OBJECT)

static void
atlas_content_finalize (GObject *object)
{
  AtlasContent *self = ATLAS_CONTENT (object);

  atlas_content_stop (self);
  g_free (self->directory);
  g_free (self->language);
  g_free (self->library_problem);
  g_clear_pointer (&self->document, atlas_document_free);
  g_clear_pointer (&self->dataset, atlas_dataset_unref);
  g_clear_object (&self->geography);
  g_clear_object (&self->painter);
  g_clear_object (&self->placer);
  g_clear_object (&self->library);
  g_clear_pointer (&self->texts, texts_free);

  G_OBJECT_CLASS (atlas_content_parent_class)->finalize (object);
}

static void
atlas_content_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  AtlasContent *self = ATLAS_CONTENT (object);

  switch (prop_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, atlas_content_is_loaded (self));
      break;
    case PROP_TEXTS_LOADED:
      g_value_set_boolean (value, atlas_content_has_texts (self));
      break;
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_LIBRARY_PROBLEM:
      g_value_set_string (value, self->library_problem);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_content_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  AtlasContent *self = ATLAS_CONTENT (object);

  switch (prop_id)
    {
    case PROP_LANGUAGE:
      atlas_content_set_language (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_content_class_init (AtlasContentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = atlas_content_finalize;
  object_class->get_property = atlas_content_get_property;
  object_class->set_property = atlas_content_set_property;

  /**
   * AtlasContent:loaded:
   *
   * Whether the data package and the geography are there.
   */
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * AtlasContent:texts-loaded:
   *
   * Whether the briefings, and what links them, are there.
   */
  properties[PROP_TEXTS_LOADED] = g_param_spec_boolean ("texts-loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * AtlasContent:library:
   *
   * The reader's own articles; %NULL until they are there, and where they cannot
   * be opened.
   */
  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, ATLAS_TYPE_LIBRARY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * AtlasContent:library-problem:
   *
   * Why the library cannot be opened; %NULL where it can, or is not asked for yet.
   */
  properties[PROP_LIBRARY_PROBLEM] = g_param_spec_string ("library-problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * AtlasContent:language:
   *
   * The language of names and texts, as a tag such as "sv"; setting "" means
   * that of the reader's locale.
   */
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static const char *
locale_language (void)
{
  const char *language = g_get_language_names ()[0];

  return g_str_equal (language, "C") ? "en" : language;
}

static void
atlas_content_init (AtlasContent *self)
{
  self->language = g_strdup (locale_language ());
}

/**
 * atlas_content_new:
 * @directory: the folder that holds `atlas/`, `briefings/` and the geography
 *
 * Returns: (transfer full): content that is still to be loaded
 */
AtlasContent *
atlas_content_new (const char *directory)
{
  AtlasContent *self = g_object_new (ATLAS_TYPE_CONTENT, NULL);

  self->directory = g_strdup (directory);
  return self;
}

/**
 * atlas_content_find_directory:
 *
 * Returns: (transfer full): where the installed data lies, or what the
 *   environment variable ATLAS_DATA_DIR says instead
 */
char *
atlas_content_find_directory (void)
{
  const char *directory = g_getenv ("ATLAS_DATA_DIR");

  return g_strdup (directory != NULL ? directory : ATLAS_DATADIR);
}

/* The first problem says enough to a reader; atlasctl validate lists all. */
static void
set_error_from_problems (GError **error,
                         AtlasProblems *problems,
                         const char *path)
{
  g_autofree char *problem = NULL;

  if (atlas_problems_get_n (problems) > 0)
    problem = atlas_problem_to_string (atlas_problems_get (problems, 0));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s", problem != NULL ? problem : path);
}

/**
 * atlas_content_load_dataset:
 * @directory: as in atlas_content_new()
 * @error: %G_IO_ERROR_INVALID_DATA with the first problem
 *
 * Returns: (transfer full) (nullable): the data package alone, read at once
 */
AtlasDataset *
atlas_content_load_dataset (const char *directory,
                            GError **error)
{
  g_autofree char *path = g_build_filename (directory, "atlas", NULL);
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  AtlasDataset *dataset = atlas_dataset_load (path, problems);

  if (dataset == NULL)
    set_error_from_problems (error, problems, path);
  return dataset;
}

/* The first picture takes by far the longest: a level of detail has to be
 * projected, fonts have to be found, and each name is drawn for the first time.
 * All that happens here, while the toolkit starts. */
static void
rehearse (Load *load)
{
  const AtlasMapView eurasia = { 85, 46, 2.5, 1000, 700, 1 };
  const AtlasMapView spot = { 85, 46, 2.5, 1, 1, 1 };
  const AtlasDay day = atlas_dataset_get_verified_until (load->dataset);
  g_autoptr (AtlasColouring) colouring = atlas_colouring_new (load->dataset, load->geography, NULL, atlas_when_on (day), ATLAS_SCHEME_LIGHT);
  g_autoptr (GPtrArray) labels = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  load->painter = atlas_map_painter_new (load->geography);
  surface = atlas_map_painter_paint (load->painter, &spot, colouring, NULL);
  cr = cairo_create (surface);
  load->placer = atlas_label_placer_new ();
  atlas_label_placer_set_language (load->placer, load->language);
  labels = atlas_label_placer_place_in_view (load->placer, &eurasia, colouring);
  for (guint i = 0; i < labels->len; i++)
    atlas_label_placer_draw (load->placer, g_ptr_array_index (labels, i), cr, ATLAS_SCHEME_LIGHT);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
load_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  AtlasContent *self = source;
  g_autoptr (Load) load = g_new0 (Load, 1);
  g_autofree char *path = g_build_filename (self->directory, "geography", "world.atlasgeo", NULL);
  GError *error = NULL;

  load->language = g_strdup (task_data);
  load->dataset = atlas_content_load_dataset (self->directory, &error);
  if (load->dataset != NULL)
    load->geography = atlas_geography_new_from_file (path, &error);
  if (load->geography != NULL)
    rehearse (load);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&load), (GDestroyNotify) load_free);
}

/**
 * atlas_content_load_async:
 *
 * Reads what the map needs, in a worker.
 */
void
atlas_content_load_async (AtlasContent *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ATLAS_IS_CONTENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_content_load_async);
  g_task_set_task_data (task, g_strdup (self->language), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * atlas_content_load_finish:
 * @error: %G_IO_ERROR_INVALID_DATA with the first problem of the data package,
 *   or what the geography's file said
 *
 * Returns: whether the data is there now
 */
gboolean
atlas_content_load_finish (AtlasContent *self,
                           GAsyncResult *result,
                           GError **error)
{
  g_autoptr (Load) load = g_task_propagate_pointer (G_TASK (result), error);

  if (load == NULL)
    return FALSE;
  self->dataset = g_steal_pointer (&load->dataset);
  self->geography = g_steal_pointer (&load->geography);
  self->painter = g_steal_pointer (&load->painter);
  self->placer = g_steal_pointer (&load->placer);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  return TRUE;
}

static Texts *
load_texts (AtlasContent *self,
            AtlasProblems *problems)
{
  g_autofree char *gazetteer = g_build_filename (self->directory, "gazetteer", NULL);
  g_autofree char *briefings = g_build_filename (self->directory, "briefings", NULL);
  g_autoptr (Texts) texts = g_new0 (Texts, 1);

  texts->gazetteer = atlas_gazetteer_load (gazetteer, problems);
  if (texts->gazetteer == NULL)
    return NULL;
  texts->linker = atlas_linker_new (texts->gazetteer);
  texts->briefings = atlas_briefings_load (briefings, texts->linker, self->dataset, problems);
  return texts->briefings != NULL ? g_steal_pointer (&texts) : NULL;
}

static void
load_texts_in_thread (GTask *task,
                      gpointer source,
                      gpointer task_data,
                      GCancellable *cancellable)
{
  AtlasContent *self = source;
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  Texts *texts = load_texts (self, problems);
  GError *error = NULL;

  if (texts != NULL)
    {
      g_task_return_pointer (task, texts, (GDestroyNotify) texts_free);
      return;
    }
  set_error_from_problems (&error, problems, self->directory);
  g_task_return_error (task, error);
}

/**
 * atlas_content_load_texts_async:
 *
 * Reads and links the briefings, in a worker. What the map needs has to be
 * loaded before.
 */
void
atlas_content_load_texts_async (AtlasContent *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ATLAS_IS_CONTENT (self));
  g_return_if_fail (atlas_content_is_loaded (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_content_load_texts_async);
  g_task_run_in_thread (task, load_texts_in_thread);
}

/**
 * atlas_content_load_texts_finish:
 * @error: %G_IO_ERROR_INVALID_DATA with the first problem
 *
 * Returns: whether the texts are there now
 */
gboolean
atlas_content_load_texts_finish (AtlasContent *self,
                                 GAsyncResult *result,
                                 GError **error)
{
  g_autoptr (Texts) texts = g_task_propagate_pointer (G_TASK (result), error);

  if (texts == NULL)
    return FALSE;
  self->texts = g_steal_pointer (&texts);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXTS_LOADED]);
  return TRUE;
}

static void
on_library_opened (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AtlasLibrary *library = atlas_library_open_finish (result, &error);

  if (library != NULL)
    g_task_return_pointer (task, library, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * atlas_content_open_library_async:
 * @directory: the folder of the library; it is made where there is none
 *
 * Opens the reader's own articles, in a worker. The texts have to be loaded before.
 */
void
atlas_content_open_library_async (AtlasContent *self,
                                  const char *directory,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ATLAS_IS_CONTENT (self));
  g_return_if_fail (atlas_content_has_texts (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_content_open_library_async);
  atlas_library_open_async (directory, self->texts->gazetteer, self->texts->linker, cancellable, on_library_opened, task);
}

/**
 * atlas_content_open_library_finish:
 * @error: as of atlas_library_open()
 *
 * Returns: whether the library is there now
 */
gboolean
atlas_content_open_library_finish (AtlasContent *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (AtlasLibrary) library = g_task_propagate_pointer (G_TASK (result), &problem);

  if (library == NULL)
    {
      g_set_str (&self->library_problem, problem->message);
      g_propagate_error (error, g_steal_pointer (&problem));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY_PROBLEM]);
      return FALSE;
    }
  atlas_content_stop (self);
  g_set_object (&self->library, library);
  if (!atlas_library_get_report (library)->read_only)
    self->relinking = atlas_relinking_start (library);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
  return TRUE;
}

/**
 * atlas_content_stop:
 *
 * Ends what goes on in the background for the library: linking anew what another
 * gazetteer has linked. Before the program ends.
 */
void
atlas_content_stop (AtlasContent *self)
{
  g_return_if_fail (ATLAS_IS_CONTENT (self));

  g_clear_pointer (&self->relinking, atlas_relinking_stop);
}

/**
 * atlas_content_get_directory:
 *
 * Returns: (transfer none): the data folder
 */
const char *
atlas_content_get_directory (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), NULL);

  return self->directory;
}

/**
 * atlas_content_is_loaded:
 *
 * Returns: whether the data package and the geography are there
 */
gboolean
atlas_content_is_loaded (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), FALSE);

  return self->dataset != NULL;
}

/**
 * atlas_content_get_dataset:
 *
 * Returns: (transfer none) (nullable): the data package
 */
AtlasDataset *
atlas_content_get_dataset (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), NULL);

  return self->dataset;
}

/**
 * atlas_content_get_geography:
 *
 * Returns: (transfer none) (nullable): the shapes on the map
 */
AtlasGeography *
atlas_content_get_geography (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), NULL);

  return self->geography;
}

/**
 * atlas_content_get_painter:
 *
 * Returns: (transfer none) (nullable): what paints the geography; any thread may call it
 */
AtlasMapPainter *
atlas_content_get_painter (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), NULL);

  return self->painter;
}

/**
 * atlas_content_take_placer:
 *
 * A placer serves one thread; the first who asks gets the one that knows its
 * names already.
 *
 * Returns: (transfer full): what places and draws names
 */
AtlasLabelPlacer *
atlas_content_take_placer (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), NULL);

  return self->placer != NULL ? g_steal_pointer (&self->placer) : atlas_label_placer_new ();
}

/**
 * atlas_content_has_texts:
 *
 * Returns: whether the gazetteer and the briefings are there
 */
gboolean
atlas_content_has_texts (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), FALSE);

  return self->texts != NULL;
}

/**
 * atlas_content_get_gazetteer:
 *
 * Returns: (transfer none) (nullable): the forms of all names
 */
const AtlasGazetteer *
atlas_content_get_gazetteer (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), NULL);

  return self->texts != NULL ? self->texts->gazetteer : NULL;
}

/**
 * atlas_content_get_briefings:
 *
 * Returns: (transfer none) (nullable): the bundled articles
 */
const AtlasBriefings *
atlas_content_get_briefings (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), NULL);

  return self->texts != NULL ? self->texts->briefings : NULL;
}

/**
 * atlas_content_get_linker:
 *
 * Returns: (transfer none) (nullable): what links texts; any thread may call it
 */
AtlasLinker *
atlas_content_get_linker (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), NULL);

  return self->texts != NULL ? self->texts->linker : NULL;
}

/**
 * atlas_content_get_library:
 *
 * Returns: (transfer none) (nullable): the reader's own articles
 */
AtlasLibrary *
atlas_content_get_library (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), NULL);

  return self->library;
}

/**
 * atlas_content_put_document:
 * @document: (transfer full): that a page is about to show, in place of any other
 *
 * Spares the page to be empty at first.
 */
void
atlas_content_put_document (AtlasContent *self,
                            AtlasDocument *document)
{
  g_return_if_fail (ATLAS_IS_CONTENT (self));

  g_clear_pointer (&self->document, atlas_document_free);
  self->document = document;
}

/**
 * atlas_content_take_document:
 * @key: of an own article
 *
 * Returns: (transfer full) (nullable): the document, if it was put there for that page
 */
AtlasDocument *
atlas_content_take_document (AtlasContent *self,
                             const char *key)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), NULL);

  if (self->document == NULL || g_strcmp0 (atlas_document_get_entry (self->document)->key, key) != 0)
    return NULL;
  return g_steal_pointer (&self->document);
}

/**
 * atlas_content_get_library_problem:
 *
 * Returns: (transfer none) (nullable): see AtlasContent:library-problem
 */
const char *
atlas_content_get_library_problem (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), NULL);

  return self->library_problem;
}

/**
 * atlas_content_can_write:
 *
 * Returns: whether the reader's own articles are there and can be changed
 */
gboolean
atlas_content_can_write (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), FALSE);

  return self->library != NULL && !atlas_library_get_report (self->library)->read_only;
}

/**
 * atlas_content_get_language:
 *
 * Returns: (transfer none): the language of names and texts, never empty
 */
const char *
atlas_content_get_language (AtlasContent *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENT (self), NULL);

  return self->language;
}

/**
 * atlas_content_set_language:
 * @language: (nullable): the tag of the language of names and texts; %NULL or ""
 *   for that of the session
 */
void
atlas_content_set_language (AtlasContent *self,
                            const char *language)
{
  g_return_if_fail (ATLAS_IS_CONTENT (self));

  if (language == NULL || *language == '\0')
    language = locale_language ();
  if (g_set_str (&self->language, language))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}
