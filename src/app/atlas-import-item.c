/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-import-item.h"

#include <string.h>

#include <glib/gi18n.h>

#include "atlas-link.h"

/* Less than this is no article, but something that lay in the clipboard. */
#define MIN_CHARACTERS 20

/* Longer text than this, in bytes, is looked at by the helper alone. */
#define MAX_LOOKED_AT 4096

struct _AtlasImportItem
{
  char *name; /* what messages call it */
  GFile *file;
  GBytes *text; /* one of both at least where it is no file */
  GBytes *html;
  char *problem; /* why it cannot be read, where that is known already */
};

static AtlasImportItem *
item_new (void)
{
  AtlasImportItem *self = g_atomic_rc_box_new0 (AtlasImportItem);

  return self;
}

static void
item_clear (gpointer data)
{
  AtlasImportItem *self = data;

  g_free (self->name);
  g_free (self->problem);
  g_clear_object (&self->file);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->html, g_bytes_unref);
}

/**
 * atlas_import_item_new_for_file:
 *
 * Returns: (transfer full): an article that is in a file
 */
AtlasImportItem *
atlas_import_item_new_for_file (GFile *file)
{
  AtlasImportItem *self = item_new ();
  g_autofree char *base = g_file_get_basename (file);

  self->name = base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
  self->file = g_object_ref (file);
  return self;
}

/**
 * atlas_import_item_new_for_text:
 * @name: what messages call it
 * @text: (nullable): plain text, in any encoding
 * @html: (nullable): the same as HTML, for what it says of headings and paragraphs
 *
 * Returns: (transfer full): an article that is no file; @text or @html must be there
 */
AtlasImportItem *
atlas_import_item_new_for_text (const char *name,
                                GBytes *text,
                                GBytes *html)
{
  AtlasImportItem *self = item_new ();

  g_return_val_if_fail (text != NULL || html != NULL, NULL);

  self->name = g_strdup (name);
  self->text = text != NULL ? g_bytes_ref (text) : NULL;
  self->html = html != NULL ? g_bytes_ref (html) : NULL;
  return self;
}

/**
 * atlas_import_item_ref:
 */
AtlasImportItem *
atlas_import_item_ref (AtlasImportItem *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * atlas_import_item_unref:
 */
void
atlas_import_item_unref (AtlasImportItem *self)
{
  g_atomic_rc_box_release_full (self, item_clear);
}

/**
 * atlas_import_item_get_name:
 *
 * Returns: (transfer none): what messages call it
 */
const char *
atlas_import_item_get_name (const AtlasImportItem *self)
{
  return self->name;
}

/* The only word of a short text; NULL where there are more. */
static char *
dup_word (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;

  if (length == 0 || length > MAX_LOOKED_AT || !g_utf8_validate (data, length, NULL))
    return NULL;
  text = g_strstrip (g_strndup (data, length));
  return strpbrk (text, " \t\r\n") == NULL ? g_steal_pointer (&text) : NULL;
}

/**
 * atlas_import_item_dup_link:
 *
 * Returns: (transfer full) (nullable): the link of this program that the text is
 */
char *
atlas_import_item_dup_link (const AtlasImportItem *self)
{
  g_autofree char *word = self->text != NULL ? dup_word (self->text) : NULL;

  if (word == NULL || g_strcmp0 (g_uri_peek_scheme (word), ATLAS_LINK_SCHEME) != 0)
    return NULL;
  return g_steal_pointer (&word);
}

/**
 * atlas_import_item_dup_title:
 *
 * Returns: (transfer full) (nullable): what to call an article that has no title: the
 *   file's name without its ending; %NULL where it is no file
 */
char *
atlas_import_item_dup_title (const AtlasImportItem *self)
{
  const char *dot = strrchr (self->name, '.');

  if (self->file == NULL)
    return NULL;
  return dot != NULL && dot > self->name ? g_strndup (self->name, dot - self->name) : g_strdup (self->name);
}

/* --- Reading ------------------------------------------------------------------ */

static gboolean
fail (GError **error,
      AtlasImportError code,
      char *message)
{
  g_set_error_literal (error, ATLAS_IMPORT_ERROR, code, message);
  g_free (message);
  return FALSE;
}

static gboolean
is_on_the_web (const char *address)
{
  const char *scheme = g_uri_peek_scheme (address);

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

static gboolean
fail_address (const char *address,
              GError **error)
{
  return fail (error, ATLAS_IMPORT_ERROR_UNSUPPORTED,
               /* Translators: %s is the address of a page */
               g_strdup_printf (_ ("“%s” is an address, and Alliance Atlas fetches nothing from the web. Open the page in a browser, "
                                   "then save it or copy its text, and bring that here."),
                                address));
}

/* Nothing but what lies on this computer is opened: no network is touched. */
static gboolean
check_file (GFile *file,
            const char *name,
            GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = g_file_get_uri (file);

  if (path != NULL && !is_on_the_web (uri))
    return TRUE;
  if (is_on_the_web (uri))
    return fail_address (uri, error);
  return fail (error, ATLAS_IMPORT_ERROR_READ, g_strdup_printf (_ ("“%s” is not on this computer; copy it here first."), name));
}

/* What was copied may be anything; who pastes a word or an address wanted it elsewhere. */
static gboolean
check_text (GBytes *bytes,
            const char *name,
            GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *word = dup_word (bytes);
  g_autofree char *text = NULL;

  if (word != NULL && is_on_the_web (word))
    return fail_address (word, error);
  if (length > MAX_LOOKED_AT || !g_utf8_validate (data, length, NULL))
    return TRUE;
  text = g_strstrip (g_strndup (length > 0 ? data : "", length));
  if (g_utf8_strlen (text, -1) >= MIN_CHARACTERS)
    return TRUE;
  /* Translators: %s is “Pasted text” or “Dropped text” */
  return fail (error, ATLAS_IMPORT_ERROR_EMPTY, g_strdup_printf (_ ("“%s” is too short for an article; copy the whole text."), name));
}

static gboolean
has_headings (const GArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (g_array_index (blocks, AtlasBlock, i).kind == ATLAS_BLOCK_HEADING)
      return TRUE;
  return FALSE;
}

/* Whether the HTML of a selection has all of it and says more of how it is built. */
static gboolean
is_better (AtlasImported *html,
           AtlasImported *text)
{
  const GArray *blocks = atlas_imported_get_blocks (html);

  if (atlas_imported_get_n_characters (html) * 10 < atlas_imported_get_n_characters (text) * 9)
    return FALSE;
  return has_headings (blocks) || blocks->len >= atlas_imported_get_blocks (text)->len;
}

static AtlasImported *
read_html (const AtlasImportItem *self,
           GCancellable *cancellable,
           GError **error)
{
  /* The ending says what a part of a page does not say itself. */
  g_autofree char *name = g_strconcat (self->name, ".html", NULL);

  return atlas_import_bytes (name, self->html, cancellable, error);
}

static AtlasImported *
read_text (const AtlasImportItem *self,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (AtlasImported) html = NULL;
  g_autoptr (AtlasImported) text = NULL;

  if (self->text == NULL)
    return read_html (self, cancellable, error);
  if (!check_text (self->text, self->name, error))
    return NULL;
  text = atlas_import_bytes (self->name, self->text, cancellable, error);
  if (text == NULL || self->html == NULL)
    return g_steal_pointer (&text);
  html = read_html (self, cancellable, NULL);
  if (html != NULL && is_better (html, text))
    return g_steal_pointer (&html);
  return g_steal_pointer (&text);
}

/**
 * atlas_import_item_read:
 *
 * Waits for what is found in it; for worker threads.
 *
 * Returns: (transfer full) (nullable): %NULL with an error as of atlas_import_bytes()
 */
AtlasImported *
atlas_import_item_read (const AtlasImportItem *self,
                        GCancellable *cancellable,
                        GError **error)
{
  if (self->problem != NULL)
    fail (error, ATLAS_IMPORT_ERROR_READ, g_strdup (self->problem));
  else if (self->file == NULL)
    return read_text (self, cancellable, error);
  else if (check_file (self->file, self->name, error))
    return atlas_import_file (self->file, cancellable, error);
  return NULL;
}

/* --- Many ----------------------------------------------------------------------- */

/**
 * atlas_import_items_new:
 *
 * Returns: (transfer full) (element-type AtlasImportItem): none yet
 */
GPtrArray *
atlas_import_items_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_import_item_unref);
}

/**
 * atlas_import_items_new_for_files:
 *
 * Returns: (transfer full) (element-type AtlasImportItem): one for each file
 */
GPtrArray *
atlas_import_items_new_for_files (GFile *const *files,
                                  gsize n_files)
{
  GPtrArray *items = atlas_import_items_new ();

  for (gsize i = 0; i < n_files; i++)
    g_ptr_array_add (items, atlas_import_item_new_for_file (files[i]));
  return items;
}

static gboolean
is_likely_article (GFileInfo *info)
{
  g_autofree char *name = g_ascii_strdown (g_file_info_get_name (info), -1);
  const char *dot = strrchr (name, '.');

  if (g_file_info_get_is_hidden (info) || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || dot == NULL)
    return FALSE;
  for (guint i = 0; i < ATLAS_N_FORMATS; i++)
    if (g_strv_contains (atlas_format_get_endings (i), dot + 1))
      return TRUE;
  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const AtlasImportItem *const *left = a;
  const AtlasImportItem *const *right = b;

  return g_utf8_collate ((*left)->name, (*right)->name);
}

/* %NULL where it cannot be listed. */
static GPtrArray *
list_folder (GFile *folder,
             GCancellable *cancellable)
{
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (folder,
                                                                 G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN,
                                                                 G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  g_autoptr (GPtrArray) items = atlas_import_items_new ();
  GFileInfo *info;
  GFile *file;

  if (files == NULL)
    return NULL;
  while (g_file_enumerator_iterate (files, &info, &file, cancellable, NULL) && info != NULL)
    if (is_likely_article (info))
      g_ptr_array_add (items, atlas_import_item_new_for_file (file));
  g_ptr_array_sort (items, compare_names);
  return g_steal_pointer (&items);
}

static void
append_folder (GPtrArray *opened,
               AtlasImportItem *item,
               GCancellable *cancellable)
{
  GPtrArray *items = list_folder (item->file, cancellable);
  AtlasImportItem *empty;

  if (items != NULL && items->len > 0)
    {
      g_ptr_array_extend_and_steal (opened, items);
      return;
    }
  empty = atlas_import_item_new_for_file (item->file);
  empty->problem = g_strdup_printf (_ ("In the folder “%s” there is no file of text, Markdown, HTML, PDF, EPUB or OpenDocument text."), item->name);
  g_ptr_array_add (opened, empty);
  g_clear_pointer (&items, g_ptr_array_unref);
}

static gboolean
is_folder (const AtlasImportItem *self,
           GCancellable *cancellable)
{
  return self->file != NULL && check_file (self->file, self->name, NULL) &&
         g_file_query_file_type (self->file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY;
}

/**
 * atlas_import_items_open_folders:
 * @items: (element-type AtlasImportItem):
 *
 * Puts in the place of each folder the files in it whose names end as those of
 * articles do; what is in folders within it stays out, since browsers keep the parts
 * of a saved page there. For worker threads.
 *
 * Returns: (transfer full) (element-type AtlasImportItem): files and texts
 */
GPtrArray *
atlas_import_items_open_folders (GPtrArray *items,
                                 GCancellable *cancellable)
{
  GPtrArray *opened = atlas_import_items_new ();

  for (guint i = 0; i < items->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      AtlasImportItem *item = g_ptr_array_index (items, i);

      if (is_folder (item, cancellable))
        append_folder (opened, item, cancellable);
      else
        g_ptr_array_add (opened, atlas_import_item_ref (item));
    }
  return opened;
}
