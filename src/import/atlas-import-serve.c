/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import-serve.h"

#include "atlas-import-pipe.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* Of the whole process, the libraries among it. */
#define MAX_MEMORY (1024 * 1024 * 1024)

/* Of the processor, for one file. */
#define MAX_SECONDS 20

/* A helper that nobody needs ends by itself. */
#define IDLE_SECONDS 30

/* --- Reading and writing ----------------------------------------------------------------- */

static gboolean
read_all (int fd,
          gpointer buffer,
          gsize length)
{
  char *p = buffer;

  while (length > 0)
    {
      gssize n = read (fd, p, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      p += n;
      length -= n;
    }
  return TRUE;
}

static gboolean
write_all (int fd,
           gconstpointer buffer,
           gsize length)
{
  const char *p = buffer;

  while (length > 0)
    {
      gssize n = write (fd, p, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      p += n;
      length -= n;
    }
  return TRUE;
}

/* --- Limits -------------------------------------------------------------------------------- */

static void
limit (int resource,
       rlim_t most)
{
  struct rlimit value = { most, most };

  setrlimit (resource, &value);
}

/* The time of the processor that the process has taken counts on, so that each
 * file moves the limit. */
static void
limit_time (void)
{
  struct rusage usage;
  struct rlimit value;

  if (getrusage (RUSAGE_SELF, &usage) != 0 || getrlimit (RLIMIT_CPU, &value) != 0)
    return;
  value.rlim_cur = MIN (value.rlim_max, (rlim_t) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1 + MAX_SECONDS));
  setrlimit (RLIMIT_CPU, &value);
}

/* No file can be opened or written from here on, no core left behind, no right
 * gained. The sanitizers need more memory than any limit leaves. */
static void
limit_all (void)
{
#if !defined(__SANITIZE_ADDRESS__)
  limit (RLIMIT_AS, MAX_MEMORY);
#endif
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_NOFILE, 0);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

/* --- One file ---------------------------------------------------------------------------------- */

static gboolean
reply (int fd,
       AtlasImported *imported,
       const GError *error)
{
  AtlasImportReply header = { ATLAS_IMPORT_REPLY_MAGIC, imported == NULL, 0, 0 };
  g_autoptr (GBytes) bytes = NULL;

  if (imported != NULL)
    bytes = atlas_imported_to_bytes (imported);
  else
    {
      header.code = error->domain == ATLAS_IMPORT_ERROR ? error->code : ATLAS_IMPORT_ERROR_DAMAGED;
      bytes = g_bytes_new (error->message, strlen (error->message));
    }
  header.length = g_bytes_get_size (bytes);
  return write_all (fd, &header, sizeof header) && write_all (fd, g_bytes_get_data (bytes, NULL), header.length);
}

static gboolean
serve_one (int in,
           int out,
           AtlasExtractFunc extract)
{
  AtlasImportRequest request;
  g_autofree char *name = NULL;
  char *data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = NULL;

  alarm (IDLE_SECONDS);
  if (!read_all (in, &request, sizeof request))
    return FALSE;
  alarm (0);
  if (request.magic != ATLAS_IMPORT_REQUEST_MAGIC || request.name_length > ATLAS_IMPORT_MAX_NAME || request.length > ATLAS_IMPORT_MAX_BYTES + 1)
    return FALSE;
  limit_time ();
  name = g_malloc0 (request.name_length + 1);
  data = g_malloc (request.length + 1);
  bytes = g_bytes_new_take (data, request.length);
  if (!read_all (in, name, request.name_length) || !read_all (in, data, request.length))
    return FALSE;
  imported = extract (name, bytes, &error);
  return reply (out, imported, error);
}

/**
 * atlas_import_serve:
 *
 * Reads files from standard input and writes what was found in them to standard
 * output, within limits, until there are no more.
 *
 * Returns: the exit status
 */
int
atlas_import_serve (AtlasExtractFunc extract)
{
  int out = dup (STDOUT_FILENO);
  int nowhere = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  /* What a library prints must not come between replies. */
  if (out < 0 || nowhere < 0 || dup2 (nowhere, STDOUT_FILENO) < 0)
    return 1;
  limit_all ();
  while (serve_one (STDIN_FILENO, out, extract))
    continue;
  return 0;
}
