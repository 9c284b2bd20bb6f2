/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-import-helper.h"

#include "atlas-import-pipe.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* By the clock, for one file. */
#define MAX_SECONDS 30

/* Helpers that wait for another file; they end by themselves after a while. */
#define MAX_IDLE 4

typedef struct
{
  GSubprocess *process;
  int fd;
} Helper;

/* What became of one file in a helper. */
typedef enum
{
  ANSWERED,
  CANCELLED,
  TOO_SLOW,
  DIED,
  NONSENSE,
} Outcome;

typedef struct
{
  const char *parts[2]; /* to be sent */
  gsize lengths[2];
  AtlasImportReply header;
  gsize got; /* of header and body */
  char *body;
} Exchange;

static GMutex idle_lock;
static Helper *idle[MAX_IDLE];
static guint n_idle;
static gint max_seconds = MAX_SECONDS;

/* --- Processes ------------------------------------------------------------------------------ */

static void
helper_free (Helper *helper)
{
  close (helper->fd);
  g_subprocess_force_exit (helper->process);
  g_object_unref (helper->process);
  g_free (helper);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Helper, helper_free)

static Helper *
helper_new (GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  const char *program = g_getenv ("ATLAS_IMPORTER");
  g_autoptr (GError) reason = NULL;
  GSubprocess *process;
  Helper *helper;
  int ends[2];
  int other;

  if (program == NULL)
    program = ATLAS_IMPORTER;
  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0 || (other = fcntl (ends[1], F_DUPFD_CLOEXEC, 3)) < 0)
    {
      g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_HELPER, _ ("The program that reads articles cannot be started: %s."), g_strerror (errno));
      return NULL;
    }
  g_subprocess_launcher_take_stdin_fd (launcher, ends[1]);
  g_subprocess_launcher_take_stdout_fd (launcher, other);
  process = g_subprocess_launcher_spawn (launcher, &reason, program, NULL);
  if (process == NULL)
    {
      close (ends[0]);
      g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_HELPER, _ ("The program that reads articles cannot be started: %s."), reason->message);
      return NULL;
    }
  g_unix_set_fd_nonblocking (ends[0], TRUE, NULL);
  helper = g_new (Helper, 1);
  helper->process = process;
  helper->fd = ends[0];
  return helper;
}

/* Whether nobody has closed the other end. */
static gboolean
is_alive (const Helper *helper)
{
  char byte;

  return recv (helper->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

static Helper *
take_helper (GError **error)
{
  for (;;)
    {
      g_autoptr (Helper) helper = NULL;

      g_mutex_lock (&idle_lock);
      if (n_idle > 0)
        helper = idle[--n_idle];
      g_mutex_unlock (&idle_lock);
      if (helper == NULL)
        return helper_new (error);
      if (is_alive (helper))
        return g_steal_pointer (&helper);
    }
}

static void
give_back (Helper *helper)
{
  g_mutex_lock (&idle_lock);
  if (n_idle < MAX_IDLE)
    idle[n_idle++] = g_steal_pointer (&helper);
  g_mutex_unlock (&idle_lock);
  g_clear_pointer (&helper, helper_free);
}

/* --- One file ---------------------------------------------------------------------------------- */

static gboolean
is_waiting (gssize n)
{
  return n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
}

/* Sends what the socket takes now. Returns %FALSE where nobody listens. */
static gboolean
send_some (Exchange *exchange,
           int fd)
{
  guint i = exchange->lengths[0] == 0;
  gssize n = send (fd, exchange->parts[i], exchange->lengths[i], MSG_NOSIGNAL);

  if (n < 0)
    return is_waiting (n);
  exchange->parts[i] += n;
  exchange->lengths[i] -= n;
  return TRUE;
}

static gboolean
is_plausible (const AtlasImportReply *header)
{
  return header->magic == ATLAS_IMPORT_REPLY_MAGIC && header->failed <= 1 && header->code < ATLAS_N_IMPORT_ERRORS && header->length <= ATLAS_IMPORT_MAX_REPLY;
}

/* Takes what has come. Returns %TRUE while it may go on. */
static gboolean
receive_some (Exchange *exchange,
              int fd,
              Outcome *outcome)
{
  const gsize head = sizeof exchange->header;
  gboolean in_head = exchange->got < head;
  gpointer target = in_head ? (char *) &exchange->header + exchange->got : exchange->body + (exchange->got - head);
  gsize wanted = in_head ? head - exchange->got : head + exchange->header.length - exchange->got;
  gssize n = recv (fd, target, wanted, 0);

  if (is_waiting (n))
    return TRUE;
  *outcome = DIED;
  if (n <= 0)
    return FALSE;
  exchange->got += n;
  if (in_head && exchange->got == head)
    {
      *outcome = NONSENSE;
      if (!is_plausible (&exchange->header))
        return FALSE;
      exchange->body = g_malloc0 (exchange->header.length + 1);
    }
  *outcome = ANSWERED;
  return exchange->got < head || exchange->got < head + exchange->header.length;
}

static Outcome
run_exchange (Exchange *exchange,
              Helper *helper,
              GCancellable *cancellable)
{
  gint64 deadline = g_get_monotonic_time () + g_atomic_int_get (&max_seconds) * G_USEC_PER_SEC;
  GPollFD polls[2] = { { helper->fd, G_IO_IN, 0 } };
  guint n = 1 + (cancellable != NULL && g_cancellable_make_pollfd (cancellable, &polls[1]));
  Outcome outcome = DIED;

  for (;;)
    {
      gboolean sending = exchange->lengths[0] + exchange->lengths[1] > 0;
      gint64 left = deadline - g_get_monotonic_time ();

      if (left <= 0)
        outcome = TOO_SLOW;
      if (left <= 0)
        break;
      polls[0].events = G_IO_IN | (sending ? G_IO_OUT : 0);
      polls[0].revents = polls[1].revents = 0;
      g_poll (polls, n, MIN (left / 1000 + 1, 1000));
      if (cancellable != NULL && g_cancellable_is_cancelled (cancellable))
        {
          outcome = CANCELLED;
          break;
        }
      if ((polls[0].revents & (G_IO_IN | G_IO_HUP | G_IO_ERR)) != 0 && !receive_some (exchange, helper->fd, &outcome))
        break;
      if (sending && (polls[0].revents & G_IO_OUT) != 0 && !send_some (exchange, helper->fd))
        {
          outcome = DIED;
          break;
        }
    }
  if (n == 2)
    g_cancellable_release_fd (cancellable);
  return outcome;
}

/* The signal that ended the helper; 0 where it ended otherwise. */
static int
find_signal (Helper *helper)
{
  close (helper->fd);
  helper->fd = -1;
  if (!g_subprocess_wait (helper->process, NULL, NULL) || !g_subprocess_get_if_signaled (helper->process))
    return 0;
  return g_subprocess_get_term_sig (helper->process);
}

static void
set_slow (const char *name,
          GError **error)
{
  g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_TIME, _ ("“%s” took too long to read; split it, or copy the text and paste it."), name);
}

static AtlasImported *
read_answer (Exchange *exchange,
             GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (exchange->header.failed)
    {
      g_autofree char *message = g_utf8_make_valid (exchange->body, -1);

      g_set_error_literal (error, ATLAS_IMPORT_ERROR, exchange->header.code, message);
      return NULL;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&exchange->body), exchange->header.length);
  return atlas_imported_new_from_bytes (bytes, error);
}

/* @again is set where the helper had ended before it saw the file. */
static AtlasImported *
run_once (const char *name,
          GBytes *bytes,
          GCancellable *cancellable,
          gboolean *again,
          GError **error)
{
  g_autoptr (Helper) helper = take_helper (error);
  AtlasImportRequest request = { ATLAS_IMPORT_REQUEST_MAGIC, MIN (strlen (name), ATLAS_IMPORT_MAX_NAME), g_bytes_get_size (bytes) };
  g_autoptr (GByteArray) head = g_byte_array_new ();
  Exchange exchange = { 0 };
  AtlasImported *imported = NULL;
  int ended_by;

  if (helper == NULL)
    return NULL;
  g_byte_array_append (head, (const guint8 *) &request, sizeof request);
  g_byte_array_append (head, (const guint8 *) name, request.name_length);
  exchange.parts[0] = (const char *) head->data;
  exchange.lengths[0] = head->len;
  exchange.parts[1] = g_bytes_get_data (bytes, &exchange.lengths[1]);
  switch (run_exchange (&exchange, helper, cancellable))
    {
    case ANSWERED:
      give_back (g_steal_pointer (&helper));
      imported = read_answer (&exchange, error);
      break;
    case CANCELLED:
      g_cancellable_set_error_if_cancelled (cancellable, error);
      break;
    case TOO_SLOW:
      set_slow (name, error);
      break;
    case DIED:
    case NONSENSE:
    default:
      g_subprocess_send_signal (helper->process, SIGTERM);
      ended_by = find_signal (helper);
      *again = ended_by == SIGALRM && exchange.got == 0;
      if (ended_by == SIGXCPU)
        set_slow (name, error);
      else
        g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_HELPER,
                     _ ("“%s” could not be read: it is damaged, or made to do harm. Copy the text and paste it."), name);
      break;
    }
  g_free (exchange.body);
  return imported;
}

/**
 * atlas_import_helper_run:
 *
 * Has a helper process read a file, and waits for it; any thread may call this.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL with an error of
 *   %ATLAS_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 */
AtlasImported *
atlas_import_helper_run (const char *name,
                         GBytes *bytes,
                         GCancellable *cancellable,
                         GError **error)
{
  gboolean again = FALSE;
  g_autoptr (GError) first = NULL;
  AtlasImported *imported = run_once (name, bytes, cancellable, &again, &first);

  if (again)
    return run_once (name, bytes, cancellable, &again, error);
  if (imported == NULL)
    g_propagate_error (error, g_steal_pointer (&first));
  return imported;
}

/**
 * atlas_import_helper_prepare:
 *
 * Starts a helper unless one waits; any thread may call this.
 */
void
atlas_import_helper_prepare (void)
{
  g_autoptr (Helper) helper = take_helper (NULL);

  if (helper != NULL)
    give_back (g_steal_pointer (&helper));
}

/**
 * atlas_import_helper_set_seconds:
 *
 * Sets how long a helper may take for a file, by the clock; for tests.
 */
void
atlas_import_helper_set_seconds (guint seconds)
{
  g_atomic_int_set (&max_seconds, seconds);
}
