/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-transfer.h"

#include <glib/gi18n.h>

#define HTML "text/html"

typedef struct
{
  GObject *source; /* GdkClipboard or GdkDrop */
  char *name;
  GdkContentFormats *formats;
  GBytes *html;
} Transfer;

static void
transfer_free (gpointer data)
{
  Transfer *self = data;

  g_object_unref (self->source);
  g_free (self->name);
  gdk_content_formats_unref (self->formats);
  g_clear_pointer (&self->html, g_bytes_unref);
  g_free (self);
}

/**
 * atlas_transfer_get_formats:
 *
 * Returns: (transfer full): all that can be taken
 */
GdkContentFormats *
atlas_transfer_get_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  gdk_content_formats_builder_add_mime_type (builder, HTML);
  return gdk_content_formats_union_deserialize_mime_types (gdk_content_formats_builder_free_to_formats (builder));
}

static gboolean
has_type (GdkContentFormats *formats,
          GType type)
{
  g_autoptr (GdkContentFormats) all = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));

  return gdk_content_formats_contain_gtype (all, type);
}

/**
 * atlas_transfer_has_files:
 *
 * Returns: whether there are files among what is offered
 */
gboolean
atlas_transfer_has_files (GdkContentFormats *formats)
{
  return has_type (formats, GDK_TYPE_FILE_LIST);
}

/* --- Both sources alike ------------------------------------------------------------ */

static void
read_value (Transfer *self,
            GType type,
            GAsyncReadyCallback callback,
            GTask *task)
{
  if (GDK_IS_DROP (self->source))
    gdk_drop_read_value_async (GDK_DROP (self->source), type, G_PRIORITY_DEFAULT, NULL, callback, task);
  else
    gdk_clipboard_read_value_async (GDK_CLIPBOARD (self->source), type, G_PRIORITY_DEFAULT, NULL, callback, task);
}

static const GValue *
read_value_finish (Transfer *self,
                   GAsyncResult *result,
                   GError **error)
{
  if (GDK_IS_DROP (self->source))
    return gdk_drop_read_value_finish (GDK_DROP (self->source), result, error);
  return gdk_clipboard_read_value_finish (GDK_CLIPBOARD (self->source), result, error);
}

static void
read_stream (Transfer *self,
             const char *type,
             GAsyncReadyCallback callback,
             GTask *task)
{
  const char *types[] = { type, NULL };

  if (GDK_IS_DROP (self->source))
    gdk_drop_read_async (GDK_DROP (self->source), types, G_PRIORITY_DEFAULT, NULL, callback, task);
  else
    gdk_clipboard_read_async (GDK_CLIPBOARD (self->source), types, G_PRIORITY_DEFAULT, NULL, callback, task);
}

static GInputStream *
read_stream_finish (Transfer *self,
                    GAsyncResult *result)
{
  if (GDK_IS_DROP (self->source))
    return gdk_drop_read_finish (GDK_DROP (self->source), result, NULL, NULL);
  return gdk_clipboard_read_finish (GDK_CLIPBOARD (self->source), result, NULL, NULL);
}

/* --- Text --------------------------------------------------------------------------- */

static void
return_text (GTask *task,
             GBytes *text)
{
  Transfer *self = g_task_get_task_data (task);
  GPtrArray *items = atlas_import_items_new ();

  g_ptr_array_add (items, atlas_import_item_new_for_text (self->name, text, self->html));
  g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_text (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Transfer *self = g_task_get_task_data (task);
  GError *error = NULL;
  const GValue *value = read_value_finish (self, result, &error);
  const char *string = value != NULL ? g_value_get_string (value) : NULL;
  g_autoptr (GBytes) text = string != NULL ? g_bytes_new (string, strlen (string)) : NULL;

  if (text != NULL || self->html != NULL)
    return_text (task, text);
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no text in it."));
  g_clear_error (&error);
}

static void
read_text (GTask *task)
{
  Transfer *self = g_task_get_task_data (task);

  if (has_type (self->formats, G_TYPE_STRING))
    {
      read_value (self, G_TYPE_STRING, on_text, task);
      return;
    }
  if (self->html != NULL)
    return_text (task, NULL);
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                     _ ("There is neither a file nor text in it; copy the text of an article first."));
  g_object_unref (task);
}

/* --- The HTML of a selection ------------------------------------------------------------ */

static void
on_html_copied (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  GTask *task = user_data;
  Transfer *self = g_task_get_task_data (task);

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) > 0)
    self->html = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  read_text (task);
}

static void
on_html (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GInputStream) stream = read_stream_finish (g_task_get_task_data (task), result);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream != NULL)
    g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, on_html_copied, task);
  else
    read_text (task);
}

static void
read_html (GTask *task)
{
  Transfer *self = g_task_get_task_data (task);

  if (gdk_content_formats_contain_mime_type (self->formats, HTML))
    read_stream (self, HTML, on_html, task);
  else
    read_text (task);
}

/* --- Files ------------------------------------------------------------------------------- */

static GPtrArray *
list_files (const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  GPtrArray *items = atlas_import_items_new ();

  for (GSList *l = files; l != NULL; l = l->next)
    g_ptr_array_add (items, atlas_import_item_new_for_file (l->data));
  return items;
}

/* A list without a file, as some programs offer, leaves the text. */
static void
on_files (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  GTask *task = user_data;
  const GValue *value = read_value_finish (g_task_get_task_data (task), result, NULL);
  g_autoptr (GPtrArray) items = value != NULL && g_value_get_boxed (value) != NULL ? list_files (value) : NULL;

  if (items == NULL || items->len == 0)
    {
      read_html (task);
      return;
    }
  g_task_return_pointer (task, g_steal_pointer (&items), (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (task);
}

/**
 * atlas_transfer_read_async:
 * @source: a #GdkClipboard or a #GdkDrop
 * @name: what messages call text that comes from there
 *
 * Takes what is there. What it is, is looked at later, by a job.
 */
void
atlas_transfer_read_async (GObject *source,
                           const char *name,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (source, NULL, callback, user_data);
  Transfer *self = g_new0 (Transfer, 1);

  self->source = g_object_ref (source);
  self->name = g_strdup (name);
  self->formats = gdk_content_formats_ref (GDK_IS_DROP (source) ? gdk_drop_get_formats (GDK_DROP (source)) : gdk_clipboard_get_formats (GDK_CLIPBOARD (source)));
  g_task_set_source_tag (task, atlas_transfer_read_async);
  g_task_set_task_data (task, self, transfer_free);
  if (atlas_transfer_has_files (self->formats))
    read_value (self, GDK_TYPE_FILE_LIST, on_files, task);
  else
    read_html (task);
}

/**
 * atlas_transfer_read_finish:
 *
 * Returns: (transfer full) (nullable) (element-type AtlasImportItem): what was there;
 *   %NULL with @error set where it is nothing that could be an article
 */
GPtrArray *
atlas_transfer_read_finish (GAsyncResult *result,
                            GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
