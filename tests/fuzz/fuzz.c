/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* Names of functions by what comes with gcc, for clang's own program is a package more. */
const char *
__asan_default_options (void)
{
  return "external_symbolizer_path=/usr/bin/addr2line";
}

/* As in all tests, criticals end the run, warnings too in our own domains. GLib itself
 * would end it by a trap, of which libFuzzer knows nothing. */
static GLogWriterOutput
write_log (GLogLevelFlags level,
           const GLogField *fields,
           gsize n_fields,
           gpointer data)
{
  gboolean ours = FALSE;

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "GLIB_DOMAIN"))
      ours = strstr (fields[i].value, "atlas") != NULL;
  g_log_writer_default (level & G_LOG_LEVEL_MASK, fields, n_fields, data);
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL)) != 0 || (ours && (level & G_LOG_LEVEL_WARNING) != 0))
    abort ();
  return G_LOG_WRITER_HANDLED;
}

int
LLVMFuzzerInitialize (int *argc,
                      char ***argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_log_set_writer_func (write_log, NULL, NULL);
  return 0;
}

/* (transfer full): @data as valid UTF-8 that ends with its first 0, no byte longer, so
 * that the sanitizers see what reads past the end. */
char *
fuzz_text (const uint8_t *data,
           size_t size)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *) data, size);

  return g_strdup (valid);
}

/* (transfer full): */
char *
fuzz_data_path (const char *name)
{
  return g_build_filename (ATLAS_DATA_DIR, name, NULL);
}

AtlasGazetteer *
fuzz_gazetteer (void)
{
  static AtlasGazetteer *gazetteer = NULL;

  if (gazetteer == NULL)
    {
      g_autofree char *path = fuzz_data_path ("gazetteer");
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();

      gazetteer = atlas_gazetteer_load (path, problems);
      g_assert_nonnull (gazetteer);
    }
  return gazetteer;
}

/* That both pairs of offsets mean the same part of @text, and that there is something
 * in it. */
void
fuzz_assert_place (const char *text,
                   guint start,
                   guint end,
                   guint byte_start,
                   guint byte_end)
{
  g_autofree char *part = NULL;

  g_assert_cmpuint (byte_start, <, byte_end);
  g_assert_cmpuint (byte_end, <=, strlen (text));
  g_assert_cmpint (g_utf8_pointer_to_offset (text, text + byte_start), ==, start);
  g_assert_cmpint (g_utf8_pointer_to_offset (text, text + byte_end), ==, end);
  part = g_utf8_substring (text, start, end);
  g_assert_cmpuint (strlen (part), ==, byte_end - byte_start);
  g_assert_cmpmem (part, strlen (part), text + byte_start, byte_end - byte_start);
}
